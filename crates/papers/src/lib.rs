//! Background papers in, summaries out. Bytes become structs and structs become bytes; nothing else is touched.
//!
//! [`read`] turns a Markdown, DOCX, HTML, PDF or text document into a [`Paper`]: its printed paragraph numbers become
//! anchors, the bullets under a paragraph that announces questions become its guiding questions, and what the reader
//! was unsure of is said in [`Paper::doubts`]. [`report`] writes documents. Why it is built so: DESIGN.md.

mod block;
mod docx;
mod encoding;
mod error;
mod format;
mod front_matter;
mod html;
mod json;
mod limits;
mod markdown;
mod paper;
mod pdf;
mod plain;
pub mod report;
mod rich;
mod tree;
mod understand;

pub use error::ReadError;
pub use format::Format;
pub use json::JsonError;
pub use limits::Limits;
pub use paper::{Doubt, DoubtKind, Emphasis, EmphasisKind, Paper, Paragraph, Question, Workshop};

/// Reads a document into a paper. Time and memory stay within `limits`, whatever the bytes are.
pub fn read(bytes: &[u8], format: Format, limits: &Limits) -> Result<Paper, ReadError> {
    understand::paper(document(bytes, format, limits)?, limits)
}

/// The plain paragraphs of any document, in order, without understanding them: for a prepared statement.
pub fn passages(bytes: &[u8], format: Format, limits: &Limits) -> Result<Vec<String>, ReadError> {
    understand::passages(document(bytes, format, limits)?)
}

fn document(bytes: &[u8], format: Format, limits: &Limits) -> Result<block::Document, ReadError> {
    if bytes.is_empty() {
        return Err(ReadError::Empty);
    }
    limits.check_bytes(bytes.len())?;
    match format {
        Format::Markdown => markdown::read(&encoding::decode(bytes)?, limits),
        Format::Text => plain::read(&encoding::decode(bytes)?, limits),
        Format::Docx => docx::read(bytes, limits),
        Format::Pdf => pdf::read(bytes, limits),
        Format::Html => html::read(&encoding::decode(bytes)?, limits),
    }
}
