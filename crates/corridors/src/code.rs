//! Countries, corridors and how a person writes them.

use serde::{Serialize, Serializer};
use std::fmt;

/// A country or area by its ISO 3166 alpha-3 code (`CHI` the Channel Islands and `XKX` Kosovo, as producers write them).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Code([u8; 3]);

impl Code {
    /// Three letters, in either case; nothing else is a code.
    pub fn parse(text: &str) -> Option<Code> {
        let bytes: [u8; 3] = text.trim().as_bytes().try_into().ok()?;
        bytes.iter().all(u8::is_ascii_alphabetic).then(|| Code(bytes.map(|b| b.to_ascii_uppercase())))
    }

    pub(crate) fn bytes(self) -> [u8; 3] {
        self.0
    }

    /// The letters.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("???")
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

/// A country or area of a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166 alpha-3.
    pub code: Code,
    /// UN M49; 0 where the records give none.
    pub m49: u16,
}

/// An ordered pair of countries, by their places in [`crate::Pack::countries`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Corridor {
    /// Place of the country of origin (of birth, for a stock).
    pub origin: u16,
    /// Place of the country of destination (of residence, for a stock).
    pub dest: u16,
}

/// Corridors as a person names them: `MEX-USA`, `*-DEU`, `SYR-*`, `*-*`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pattern {
    /// The origin; none stands for any.
    pub origin: Option<Code>,
    /// The destination; none stands for any.
    pub dest: Option<Code>,
}

impl Pattern {
    /// Every corridor.
    pub const ANY: Pattern = Pattern { origin: None, dest: None };

    /// Reads `ORIGIN-DEST`, with `*` for any.
    pub fn parse(text: &str) -> Option<Pattern> {
        let (origin, dest) = text.split_once('-')?;
        let side = |text: &str| if text.trim() == "*" { Some(None) } else { Code::parse(text).map(Some) };
        Some(Pattern { origin: side(origin)?, dest: side(dest)? })
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let side = |side: &Option<Code>| side.map_or_else(|| "*".to_string(), |code| code.to_string());
        write!(f, "{}-{}", side(&self.origin), side(&self.dest))
    }
}
