//! The summary as a file: HTML in one file, a Word document, or JSON.

use super::{Quote, Shown, ShownSection, ShownSentence, ShownSource};
use crate::lang::{L, Lang};
use papers::report::{Block, Dir, Report, Span, docx, html};

/// The style of the one-file HTML: the page's tones, and print.
const CSS: &str = include_str!("../../assets/summary.css");

/// A file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// One HTML file.
    Html,
    /// A Word document.
    Docx,
    /// Data.
    Json,
}

impl Format {
    /// All of them.
    pub const ALL: &'static [Format] = &[Format::Html, Format::Docx, Format::Json];

    /// As in a file's name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Format::Html => "html",
            Format::Docx => "docx",
            Format::Json => "json",
        }
    }

    /// The format that a word names.
    pub fn parse(text: &str) -> Option<Format> {
        Format::ALL.iter().copied().find(|f| f.as_str() == text)
    }

    /// Its media type.
    pub const fn media_type(self) -> &'static str {
        match self {
            Format::Html => "text/html; charset=utf-8",
            Format::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Format::Json => "application/json",
        }
    }
}

/// Writes a summary as a file. The same summary gives the same bytes.
pub fn render(shown: &Shown, format: Format) -> anyhow::Result<Vec<u8>> {
    Ok(match format {
        Format::Html => html(&report(shown), CSS).into_bytes(),
        Format::Docx => docx(&report(shown))?,
        Format::Json => {
            let mut text = serde_json::to_vec_pretty(shown)?;
            text.push(b'\n');
            text
        }
    })
}

fn report(shown: &Shown) -> Report {
    let l = L(Lang::parse(&shown.lang).unwrap_or(Lang::EN));
    let mut blocks = vec![Block::Note(vec![Span::text(l.t("summary-responsibility"))])];
    if shown.simulated {
        blocks.push(Block::Note(vec![Span::bold(l.t("simulated"))]));
    }
    if shown.withdrawn_since > 0 {
        blocks.push(Block::Note(vec![Span::text(l.t1("summary-withdrawn", "n", shown.withdrawn_since))]));
    }
    for section in &shown.sections {
        blocks.extend(section_blocks(l, section));
    }
    blocks.push(heading(1, "sources", l.t("summary-sources"), None));
    blocks.extend(shown.sources.iter().map(source));
    Report {
        title: l.t1("summary-of", "title", &shown.title),
        lang: shown.lang.clone(),
        dir: if l.dir() == "rtl" { Dir::Rtl } else { Dir::Ltr },
        meta: meta(l, shown),
        blocks,
    }
}

fn meta(l: L, shown: &Shown) -> Vec<(String, String)> {
    let state = match (shown.published_at, shown.version) {
        (Some(at), _) => l.t1("summary-published-on", "date", l.day(&at)),
        (None, 0) => l.t("summary-unsaved"),
        (None, _) => l.t("summary-unpublished"),
    };
    let mut lines = vec![(l.t("summary-label-state"), state), (l.t("summary-label-figures"), l.at(&shown.drafted_at))];
    if shown.version > 0 {
        lines.push((l.t("summary-label-version"), l.n(shown.version)));
    }
    lines
}

fn heading(level: u8, anchor: &str, text: String, lang: Option<String>) -> Block {
    Block::Heading { level, anchor: Some(anchor.to_owned()), spans: vec![Span { text, lang, ..Span::default() }] }
}

fn section_blocks(l: L, section: &ShownSection) -> Vec<Block> {
    let mut blocks = Vec::new();
    if let Some(workshop) = &section.workshop {
        blocks.push(heading(1, &format!("w-{}", section.question), workshop.clone(), None));
    }
    blocks.push(heading(
        2,
        &format!("q-{}", section.question),
        l.t1("question-number", "ref", &section.question),
        None,
    ));
    for s in &section.sentences {
        if s.first {
            blocks.push(heading(
                3,
                &format!("q-{}-{}", section.question, s.part.as_str()),
                l.w("summary-part", s.part.as_str()),
                None,
            ));
        }
        blocks.extend(sentence(l, s));
    }
    blocks
}

fn sentence(l: L, s: &ShownSentence) -> Vec<Block> {
    let mut spans = vec![Span { text: s.text.clone(), lang: Some(s.lang.clone()), ..Span::default() }];
    for number in &s.sources {
        spans.push(Span::text(" "));
        spans.push(Span::link(format!("[{number}]"), format!("#source-{number}")));
    }
    if s.own_words {
        spans.push(Span { text: format!(" {}", l.t("summary-own-words")), italic: true, ..Span::default() });
    }
    let mut blocks = vec![Block::Paragraph { anchor: None, spans }];
    blocks.extend(s.quote.as_ref().map(|q| Block::List(vec![quoted(q)])));
    blocks
}

fn quoted(q: &Quote) -> Vec<Span> {
    let mut spans = vec![Span { text: q.text.clone(), lang: Some(q.lang.clone()), ..Span::default() }];
    if !q.author.is_empty() {
        spans.push(Span { text: format!(" — {}", q.author), italic: true, ..Span::default() });
    }
    spans
}

fn source(s: &ShownSource) -> Block {
    let mut spans = vec![Span::bold(format!("[{}] ", s.number)), Span::text(s.words.clone())];
    if let Some(q) = &s.quote {
        spans.push(Span::text(" — "));
        spans.extend(quoted(q));
    }
    Block::Paragraph { anchor: Some(format!("source-{}", s.number)), spans }
}
