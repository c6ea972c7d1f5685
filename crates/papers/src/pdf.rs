//! The text of a PDF. lopdf reads the objects (its nesting is bounded); which glyph stands where, which glyphs make a
//! line and which lines make a paragraph is decided here.

mod content;
mod font;
mod furniture;
mod guard;
mod layout;
mod lines;

use lopdf::{LoadOptions, ObjectId};

use crate::block::Document;
use crate::{Limits, ReadError};

pub(crate) fn read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    guard::before(bytes, limits)?;
    // The parser meets whatever bytes were sent; should it fail in a way that it does not report, the file is
    // damaged for us all the same.
    std::panic::catch_unwind(|| open_and_read(bytes, limits))
        .unwrap_or_else(|_| Err(damaged("its objects cannot be read")))
}

fn open_and_read(bytes: &[u8], limits: &Limits) -> Result<Document, ReadError> {
    let most = guard::per_stream(bytes, limits);
    let loaded = lopdf::Document::load_mem_with_options(bytes, LoadOptions::with_max_decompressed_size(most));
    let pdf = loaded.map_err(|error| refused(bytes, &error))?;
    if pdf.is_encrypted() || pdf.was_encrypted() {
        return Err(ReadError::Encrypted("PDF"));
    }
    guard::after(&pdf, limits)?;
    let pages: Vec<ObjectId> = pdf.page_iter().take(limits.pages + 1).collect();
    limits.check_pages(pages.len())?;
    if pages.is_empty() {
        return Err(damaged("it has no pages that can be found"));
    }
    let mut reader = content::Reader::new(&pdf, limits);
    let mut read = Vec::with_capacity(pages.len());
    for page in pages {
        let glyphs = reader.page(page)?;
        read.push(lines::lines(glyphs));
    }
    let (read, running_heads) = furniture::remove(read);
    layout::document(&read, running_heads, limits)
}

fn refused(bytes: &[u8], error: &lopdf::Error) -> ReadError {
    let text = error.to_string();
    let lower = text.to_lowercase();
    if bytes.windows(8).any(|window| window == b"/Encrypt") && (lower.contains("crypt") || lower.contains("password")) {
        return ReadError::Encrypted("PDF");
    }
    damaged(&text)
}

fn damaged(reason: &str) -> ReadError {
    let reason: String = reason.chars().take(200).collect();
    ReadError::Damaged { part: "the PDF".to_owned(), reason }
}
