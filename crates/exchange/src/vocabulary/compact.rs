//! `indaba/vocabulary/1`: the vocabulary as one file of text, a line for each concept. It is read in a fraction of
//! the time of the tables it came from, and holds no more than they do.

use std::fmt::Write;

use super::{Concept, Kind, ReadError, Row, Vocabulary};
use crate::tag::Tag;

const FIRST: &str = "indaba/vocabulary/1";
const LAST: &str = "end";

impl Vocabulary {
    /// Writes the file.
    pub fn to_compact(&self) -> String {
        let mut out = format!("{FIRST}\n");
        for (_, concept) in self.concepts() {
            self.write(&mut out, concept);
        }
        // The count tells a file that was cut from one that is whole.
        let _ = writeln!(out, "{LAST}\t{}", self.len());
        out
    }

    fn write(&self, out: &mut String, concept: &Concept) {
        let broader: Vec<&str> = concept.broader.iter().filter_map(|id| self.get(*id)).map(|c| &*c.id).collect();
        let isco = concept.isco.as_deref().unwrap_or_default();
        let _ = write!(out, "{}\t{}\t{isco}\t{}", concept.id, concept.kind.name(), broader.join(","));
        for label in &concept.labels {
            let _ = write!(out, "\t{}={}", label.lang, label.text);
        }
        out.push('\n');
    }

    /// Reads the file again.
    pub fn from_compact(file: &str, bytes: &[u8]) -> Result<Self, ReadError> {
        let text = std::str::from_utf8(bytes).map_err(|_| ReadError::Encoding { file: file.into() })?;
        let mut lines = text.lines().zip(1..);
        if lines.next().is_none_or(|(first, _)| first != FIRST) {
            return Err(ReadError::NotCompact { file: file.into() });
        }
        let mut vocabulary = Self::new();
        for (line, number) in lines {
            if let Some(count) = line.strip_prefix(LAST).and_then(|rest| rest.strip_prefix('\t')) {
                let whole = count.parse() == Ok(vocabulary.len());
                return if whole { Ok(vocabulary) } else { Err(ReadError::Cut { file: file.into() }) };
            }
            vocabulary.read_line(file, number, line)?;
        }
        Err(ReadError::Cut { file: file.into() })
    }

    fn read_line(&mut self, file: &str, line: u64, text: &str) -> Result<(), ReadError> {
        let wrong = || ReadError::Line { file: file.into(), line };
        let mut cells = text.split('\t');
        let mut next = || cells.next().ok_or_else(wrong);
        let (id, kind, isco, broader) = (next()?, next()?, next()?, next()?);
        let kind = Kind::parse(kind).ok_or_else(wrong)?;
        let broader: Vec<&str> = broader.split(',').filter(|id| !id.is_empty()).collect();
        let labels = cells.map(|cell| label(cell).ok_or_else(wrong)).collect::<Result<Vec<_>, _>>()?;
        let isco = Some(isco).filter(|isco| !isco.is_empty());
        let added = self.add(&Row { id, kind, isco, broader: &broader, labels: &labels });
        added.map(|_| ()).map_err(|source| ReadError::Concept { file: file.into(), line, source })
    }
}

fn label(cell: &str) -> Option<(Tag, &str)> {
    let (lang, text) = cell.split_once('=')?;
    Some((Tag::parse(lang)?, text))
}
