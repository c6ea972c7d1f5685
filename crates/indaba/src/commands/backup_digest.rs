//! What a backup carries of itself: behind the store, at the end of the same file, the SHA-256 of every byte before.
//!
//! The engine's own check sees broken pages, not a letter of a text that became another one. One file and not two, so
//! that nobody can keep one without the other; SQLite takes no notice of what stands behind its last page.

use crate::secret::hex;
use sha2::{Digest, Sha256};
use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// How the seal begins.
const MARK: &str = "\nindaba/backup/1 sha256 ";
/// The mark, the digest in hexadecimal, and the end of its line.
const LENGTH: u64 = MARK.len() as u64 + 64 + 1;
/// How every SQLite file begins.
const SQLITE: &[u8] = b"SQLite format 3\0";
/// As much of a SQLite file as is read here: what it is, its page size (at 16) and number of pages (at 28).
const HEADER: usize = 32;

/// Why a file is not restored. Nothing was touched.
#[derive(Debug, thiserror::Error)]
pub enum Damage {
    /// It can't be read.
    #[error("the file can't be read: {0}")]
    Unread(#[from] io::Error),
    /// Something else.
    #[error("this is not a backup that `indaba backup` wrote")]
    Other,
    /// Some byte is another one.
    #[error(
        "the backup is damaged: what is in it does not fit the digest (SHA-256) that was written with it. \
         Take another copy of it, or the backup before"
    )]
    Changed,
    /// Longer or shorter than its store, without a digest.
    #[error(
        "the backup is damaged: it should have {said} bytes, or a digest (SHA-256) behind them, and has {found}. \
         Take another copy of it, or the backup before"
    )]
    Length {
        /// What its header says.
        said: u64,
        /// Its size.
        found: u64,
    },
}

/// A backup that is as it was written, as far as can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Whole {
    /// The bytes of the store; behind them is the seal.
    pub store: u64,
    /// It has a digest, and fits it. The first backups had none.
    pub verified: bool,
}

/// Puts the seal behind a finished copy of the store.
pub fn seal(file: &Path) -> io::Result<()> {
    let digest = digest(&mut File::open(file)?)?;
    let mut end = OpenOptions::new().append(true).open(file)?;
    end.write_all(format!("{MARK}{digest}\n").as_bytes())
}

/// Reads a backup from beginning to end and compares it with its seal.
pub fn verify(file: &Path) -> Result<Whole, Damage> {
    let mut source = File::open(file)?;
    let found = source.metadata()?.len();
    let mut header = Vec::with_capacity(HEADER);
    (&mut source).take(HEADER as u64).read_to_end(&mut header)?;
    if !header.starts_with(SQLITE) {
        return Err(Damage::Other);
    }
    let store = found.saturating_sub(LENGTH);
    source.seek(SeekFrom::Start(store))?;
    let mut end = Vec::new();
    (&mut source).take(LENGTH).read_to_end(&mut end)?;
    let said = std::str::from_utf8(&end).ok().and_then(|end| end.strip_prefix(MARK)?.strip_suffix('\n'));
    let Some(said) = said else {
        let said = size(&header);
        let whole = Whole { store: found, verified: false };
        return if said == found { Ok(whole) } else { Err(Damage::Length { said, found }) };
    };
    source.seek(SeekFrom::Start(0))?;
    let is = digest(&mut source.take(store))?;
    if is == said { Ok(Whole { store, verified: true }) } else { Err(Damage::Changed) }
}

fn digest(source: &mut impl Read) -> io::Result<String> {
    let (mut hash, mut part) = (Sha256::new(), vec![0; 1 << 16]);
    loop {
        match source.read(&mut part)? {
            0 => return Ok(hex(&hash.finalize())),
            n => hash.update(part.get(..n).unwrap_or_default()),
        }
    }
}

/// The size of a SQLite file as its header has it (SQLite, Database File Format, 1.3.2 and 1.3.7).
fn size(header: &[u8]) -> u64 {
    let number = |at: usize, bytes: usize| {
        header.iter().skip(at).take(bytes).fold(0, |number: u64, byte| number << 8 | u64::from(*byte))
    };
    let page = match number(16, 2) {
        1 => 65_536,
        page => page,
    };
    page * number(28, 4)
}
