//! Which kind of document it is.

use serde::{Deserialize, Serialize};

use crate::ReadError;

/// The formats that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// `CommonMark`.
    Markdown,
    /// Word (Office Open XML).
    Docx,
    /// HTML.
    Html,
    /// The text of a PDF.
    Pdf,
    /// Plain text.
    Text,
}

impl Format {
    /// The format by content first, by name where the content leaves it open: a renamed file is still what it is.
    pub fn sniff(name: &str, bytes: &[u8]) -> Result<Format, ReadError> {
        if bytes.is_empty() {
            return Err(ReadError::Empty);
        }
        if bytes.iter().all(|byte| *byte == 0) {
            return Err(ReadError::NoText("it consists of zero bytes only; choose the paper again".into()));
        }
        if let Some(format) = by_content(bytes)? {
            return Ok(format);
        }
        by_name(name, bytes)
    }
}

fn by_content(bytes: &[u8]) -> Result<Option<Format>, ReadError> {
    let start = bytes.get(..1024.min(bytes.len())).unwrap_or_default();
    if start.windows(5).any(|window| window == b"%PDF-") {
        return Ok(Some(Format::Pdf));
    }
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") {
        return Ok(Some(Format::Docx));
    }
    if start.starts_with(b"\xD0\xCF\x11\xE0") {
        let advice = "it is an old Word file (.doc) or an encrypted one; save it as .docx without a password";
        return Err(ReadError::UnknownFormat(advice.into()));
    }
    if start.starts_with(b"{\\rtf") {
        return Err(ReadError::UnknownFormat("it is rich text (.rtf); save it as .docx".into()));
    }
    let text = String::from_utf8_lossy(start).trim_start_matches('\u{FEFF}').trim_start().to_ascii_lowercase();
    let html = ["<!doctype html", "<html", "<head", "<body"].iter().any(|tag| text.starts_with(tag));
    Ok(html.then_some(Format::Html))
}

fn by_name(name: &str, bytes: &[u8]) -> Result<Format, ReadError> {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase()).unwrap_or_default();
    match extension.as_str() {
        "md" | "markdown" | "mkd" => Ok(Format::Markdown),
        "html" | "htm" | "xhtml" => Ok(Format::Html),
        "txt" | "text" => Ok(Format::Text),
        "docx" => Err(not_this("DOCX", "it does not begin like a zip package")),
        "pdf" => Err(not_this("PDF", "%PDF- is not in its first kilobyte")),
        _ => unnamed(bytes),
    }
}

fn not_this(format: &'static str, reason: &str) -> ReadError {
    ReadError::NotThis { format, reason: format!("{reason}; it may be damaged or renamed") }
}

/// Without a telling name, text is read as Markdown: plain paragraphs read the same either way.
fn unnamed(bytes: &[u8]) -> Result<Format, ReadError> {
    let marked_utf16 = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if !marked_utf16 && bytes.iter().take(4096).any(|byte| *byte == 0) {
        return Err(ReadError::UnknownFormat("its content is not text".into()));
    }
    Ok(Format::Markdown)
}
