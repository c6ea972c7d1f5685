//! Documents out: a report as plain data, written as a Word file or as one HTML file.
//!
//! The report carries what is to be shown and nothing else: no author, no machine, no clock. The same report gives
//! the same bytes in both formats.

use serde::{Deserialize, Serialize};

mod docx;
mod html;

pub use docx::{WriteError, docx};
pub use html::html;

/// A document to write.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The title; stands as the first heading and as the document's title.
    pub title: String,
    /// The language, BCP 47 ("fr").
    pub lang: String,
    /// The direction of the text.
    pub dir: Dir,
    /// Lines under the title: a label and a value ("State", "published").
    pub meta: Vec<(String, String)>,
    /// The content.
    pub blocks: Vec<Block>,
}

/// The direction of text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dir {
    /// Left to right.
    #[default]
    Ltr,
    /// Right to left (Arabic).
    Rtl,
}

/// One block of a report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Block {
    /// A heading of level 1 to 6 (the title stands above level 1), with an anchor that links can name.
    Heading {
        /// 1 to 6; others are brought into that range.
        level: u8,
        /// The target of `#anchor` links, without the `#`.
        anchor: Option<String>,
        /// The text.
        spans: Vec<Span>,
    },
    /// A paragraph.
    Paragraph {
        /// The target of `#anchor` links, without the `#`.
        anchor: Option<String>,
        /// The text.
        spans: Vec<Span>,
    },
    /// A bullet list; each item is a line of spans.
    List(Vec<Vec<Span>>),
    /// A table with a heading row.
    Table {
        /// The heading row; empty for none.
        head: Vec<Vec<Span>>,
        /// Rows of cells.
        rows: Vec<Vec<Vec<Span>>>,
    },
    /// A remark set apart: a caveat, a rule of attribution, "on the Chair's responsibility".
    Note(Vec<Span>),
}

/// A stretch of text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Bold.
    pub bold: bool,
    /// Italic.
    pub italic: bool,
    /// A link: `#anchor` inside the report, or an `http`, `https` or `mailto` address. Others are shown as text.
    pub href: Option<String>,
    /// The language of this stretch where it differs from the report's.
    pub lang: Option<String>,
}

impl Span {
    /// Plain text.
    pub fn text(text: impl Into<String>) -> Span {
        Span { text: text.into(), ..Span::default() }
    }

    /// Bold text.
    pub fn bold(text: impl Into<String>) -> Span {
        Span { text: text.into(), bold: true, ..Span::default() }
    }

    /// A link.
    pub fn link(text: impl Into<String>, href: impl Into<String>) -> Span {
        Span { text: text.into(), href: Some(href.into()), ..Span::default() }
    }
}

/// Where a link may lead.
pub(crate) enum Target<'a> {
    /// An anchor of the same document.
    Inside(&'a str),
    /// An address elsewhere.
    Outside(&'a str),
}

impl Span {
    /// The link's target, if it is one that a document may hold: a contribution's text must not smuggle in
    /// `javascript:` or a file.
    pub(crate) fn target(&self) -> Option<Target<'_>> {
        let href = self.href.as_deref()?;
        if let Some(anchor) = href.strip_prefix('#') {
            return (!anchor.is_empty()).then_some(Target::Inside(anchor));
        }
        let scheme = href.split(':').next().unwrap_or_default().to_ascii_lowercase();
        let known = matches!(scheme.as_str(), "http" | "https" | "mailto") && href.contains(':');
        let clean = !href.chars().any(|c| c.is_control() || c.is_whitespace());
        (known && clean).then_some(Target::Outside(href))
    }
}
