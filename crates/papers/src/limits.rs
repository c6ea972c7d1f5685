//! How much a document may ask for. A paper of two hundred pages stays far below each of these.

use crate::ReadError;

/// Bounds on time and memory of one reading. All are inclusive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of the file as it was sent.
    pub bytes: usize,
    /// Bytes of everything unpacked from it together, measured while unpacking, whatever the file claims.
    pub unpacked: usize,
    /// Members of a zip package.
    pub members: usize,
    /// Elements, lists, quotes or objects inside each other.
    pub depth: usize,
    /// Pages of a PDF.
    pub pages: usize,
    /// Objects of a PDF.
    pub objects: usize,
    /// Paragraphs, headings and bullets.
    pub paragraphs: usize,
    /// Characters of one paragraph.
    pub paragraph_chars: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            bytes: 16 << 20,
            unpacked: 64 << 20,
            members: 2_000,
            depth: 100,
            pages: 1_000,
            objects: 200_000,
            paragraphs: 10_000,
            paragraph_chars: 100_000,
        }
    }
}

impl Limits {
    pub(crate) fn check_bytes(&self, found: usize) -> Result<(), ReadError> {
        within("the file's size in bytes", found, self.bytes, "send the paper without pictures or in parts")
    }

    pub(crate) fn check_paragraphs(&self, found: usize) -> Result<(), ReadError> {
        within("the number of paragraphs", found, self.paragraphs, "send one paper, not a collection")
    }

    pub(crate) fn check_pages(&self, found: usize) -> Result<(), ReadError> {
        within("the number of pages", found, self.pages, "send the paper alone, without its annexes")
    }

    pub(crate) fn check_depth(&self, what: &'static str, found: usize, place: &str) -> Result<(), ReadError> {
        if found <= self.depth {
            return Ok(());
        }
        Err(ReadError::TooDeep { what, limit: self.depth, place: place.to_owned() })
    }
}

pub(crate) fn within(what: &'static str, found: usize, limit: usize, advice: &'static str) -> Result<(), ReadError> {
    if found <= limit {
        return Ok(());
    }
    Err(ReadError::TooMuch { what, found: found.to_string(), limit: limit as u64, advice })
}
