//! The paper as JSON, the shape that `indaba open --json` writes and the record keeps.

use serde::{Deserialize, Serialize};

use crate::paper::{Doubt, Paper, Paragraph, Workshop};

/// The shape on disk. `paragraphs` and `questions` are counts, for a quick look.
#[derive(Serialize)]
struct Written<'a> {
    symbol: &'a Option<String>,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    subtitle: &'a Option<String>,
    language: &'a str,
    session: &'a Option<String>,
    date: &'a Option<String>,
    workshops: &'a [Workshop],
    preamble: &'a [Paragraph],
    closing: &'a [Paragraph],
    paragraphs: usize,
    questions: usize,
    #[serde(skip_serializing_if = "<[Doubt]>::is_empty")]
    doubts: &'a [Doubt],
}

#[derive(Deserialize)]
struct Counts {
    paragraphs: Option<usize>,
    questions: Option<usize>,
}

/// JSON that is not a paper.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum JsonError {
    /// Not JSON, or a field of another kind; the message has line and column.
    #[error("the paper's JSON cannot be read: {0}")]
    Syntax(#[from] serde_json::Error),
    /// A count that does not fit what is there.
    #[error("the paper's JSON says {said} {what} but holds {found}: it was cut or changed")]
    Count {
        /// "paragraphs" or "questions".
        what: &'static str,
        /// What the file says.
        said: usize,
        /// What it holds.
        found: usize,
    },
}

impl Paper {
    /// The paper as JSON, indented, with a newline at the end. The same paper gives the same bytes.
    pub fn to_json(&self) -> String {
        let written = Written {
            symbol: &self.symbol,
            title: &self.title,
            subtitle: &self.subtitle,
            language: &self.language,
            session: &self.session,
            date: &self.date,
            workshops: &self.workshops,
            preamble: &self.preamble,
            closing: &self.closing,
            paragraphs: self.paragraphs().count(),
            questions: self.questions().count(),
            doubts: &self.doubts,
        };
        // Strings and numbers only: there is nothing that JSON could refuse.
        let mut json = serde_json::to_string_pretty(&written).unwrap_or_default();
        json.push('\n');
        json
    }

    /// Reads back what [`Paper::to_json`] wrote; fields that are not there are empty.
    pub fn from_json(json: &str) -> Result<Paper, JsonError> {
        let value: serde_json::Value = serde_json::from_str(json)?;
        let counts: Counts = serde_json::from_value(value.clone())?;
        let paper: Paper = serde_json::from_value(value)?;
        check("paragraphs", counts.paragraphs, paper.paragraphs().count())?;
        check("questions", counts.questions, paper.questions().count())?;
        Ok(paper)
    }
}

fn check(what: &'static str, said: Option<usize>, found: usize) -> Result<(), JsonError> {
    match said {
        Some(said) if said != found => Err(JsonError::Count { what, said, found }),
        _ => Ok(()),
    }
}
