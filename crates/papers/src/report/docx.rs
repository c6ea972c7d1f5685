//! A report as a Word file.

use super::Report;

/// A Word file that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the Word file could not be written: {0}")]
pub struct WriteError(pub(crate) String);

/// The report as a Word file with real headings, links and direction.
pub fn docx(report: &Report) -> Result<Vec<u8>, WriteError> {
    Err(WriteError(report.title.clone()))
}
