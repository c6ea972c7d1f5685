//! Why a document was refused, in words for the person who brought it.

use thiserror::Error;

/// A document that cannot be read. Every message names the trouble and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum ReadError {
    /// Nothing in the file.
    #[error("the file is empty (0 bytes): choose the paper again")]
    Empty,
    /// Only zero bytes or white space.
    #[error("the file holds no text: {0}")]
    NoText(String),
    /// None of the formats that are read.
    #[error("the file is none of Markdown, DOCX, HTML, PDF or text: {0}")]
    UnknownFormat(String),
    /// The file is not what its name or the chosen format says.
    #[error("this is not a {format} file: {reason}")]
    NotThis {
        /// The format that was expected.
        format: &'static str,
        /// What was found instead.
        reason: String,
    },
    /// Text in an encoding that is not read.
    #[error("the text is not valid UTF-8 at byte {byte} (line {line}): save the file as UTF-8 and try again")]
    Encoding {
        /// The place of the first byte that is wrong, from 0.
        byte: usize,
        /// The line of that byte, from 1.
        line: usize,
    },
    /// A declared encoding that is not UTF-8.
    #[error("the file declares the encoding {0}: save it as UTF-8 and try again")]
    DeclaredEncoding(String),
    /// UTF-16 with a broken pair or half a unit.
    #[error("the text is marked as UTF-16 but is broken at byte {byte}: save the file as UTF-8 and try again")]
    Utf16 {
        /// The place of the broken unit, from 0.
        byte: usize,
    },
    /// A limit that keeps reading within bounded time and memory.
    #[error("{what} is beyond the limit ({found}, at most {limit}): {advice}")]
    TooMuch {
        /// What was counted.
        what: &'static str,
        /// What was found, in words ("more than 64 MB").
        found: String,
        /// The limit.
        limit: u64,
        /// What to do.
        advice: &'static str,
    },
    /// Elements, lists, quotes or objects inside each other, too deep for any paper.
    #[error("{what} are nested more than {limit} deep{place}: no paper needs that, so the file is refused")]
    TooDeep {
        /// What is nested.
        what: &'static str,
        /// The limit.
        limit: usize,
        /// Where, as " at byte 120" or empty.
        place: String,
    },
    /// A document type definition or an entity of its own.
    #[error(
        "{part} declares a document type or entities of its own (at byte {byte}); a paper needs none, so the file is refused"
    )]
    Dtd {
        /// The member of the package, or the document.
        part: String,
        /// The place, from 0.
        byte: u64,
    },
    /// A broken container or broken markup.
    #[error("{part} is damaged: {reason}; open it in the program that made it, save it again and try once more")]
    Damaged {
        /// What is broken.
        part: String,
        /// How.
        reason: String,
    },
    /// A document that asks for a password.
    #[error("the {0} is encrypted: save it without a password and try again")]
    Encrypted(&'static str),
}

impl ReadError {
    /// One stable name for each kind, for a translated wording (`"no-text"`).
    pub fn kind(&self) -> &'static str {
        match self {
            ReadError::Empty => "empty",
            ReadError::NoText(_) => "no-text",
            ReadError::UnknownFormat(_) => "unknown-format",
            ReadError::NotThis { .. } => "not-this",
            ReadError::Encoding { .. } | ReadError::DeclaredEncoding(_) | ReadError::Utf16 { .. } => "encoding",
            ReadError::TooMuch { .. } => "too-much",
            ReadError::TooDeep { .. } => "too-deep",
            ReadError::Dtd { .. } => "dtd",
            ReadError::Damaged { .. } => "damaged",
            ReadError::Encrypted(_) => "encrypted",
        }
    }
}
