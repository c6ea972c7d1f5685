//! Markdown: the `CommonMark` parser's events as blocks. Printed list numbers are read from the source, because
//! `CommonMark` keeps only the first number of a list and papers are cited by what is printed.

use pulldown_cmark::{Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use crate::block::{Block, Document, Kind};
use crate::rich::{Rich, Style};
use crate::{Limits, ReadError};

pub(crate) fn read(text: &str, limits: &Limits) -> Result<Document, ReadError> {
    guard(text, limits)?;
    let (declared, body) = crate::front_matter::split(text);
    let mut state =
        State { source: body, document: Document { declared, ..Document::default() }, ..State::new(limits) };
    let options = Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH;
    for (event, range) in Parser::new_ext(body, options).into_offset_iter() {
        state.event(event, range.start)?;
    }
    state.flush()?;
    Ok(state.document)
}

/// The parser is iterative, but its work grows with depth times length: depth is bounded before it starts.
fn guard(text: &str, limits: &Limits) -> Result<(), ReadError> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let markers = line.chars().take_while(|c| matches!(c, '>' | ' ' | '\t' | '-' | '*' | '+'));
        let depth = markers.filter(|c| !c.is_whitespace()).count();
        let ruled = line.trim().chars().all(|c| matches!(c, '-' | '*' | '_' | ' '));
        if !ruled || line.contains('>') {
            limits.check_depth("quotes and lists", depth, &format!(" at byte {at}"))?;
        }
        let brackets = deepest(line, limits.depth);
        limits.check_depth("brackets", brackets, &format!(" at byte {at}"))?;
        at += line.len();
    }
    Ok(())
}

/// The deepest run of opened brackets and emphasis marks of a line; stops counting beyond the limit.
fn deepest(line: &str, limit: usize) -> usize {
    let (mut open, mut deepest, mut stars) = (0_usize, 0_usize, 0_usize);
    for c in line.chars() {
        match c {
            '[' => open += 1,
            ']' => open = open.saturating_sub(1),
            _ => {}
        }
        stars = if matches!(c, '*' | '_') { stars + 1 } else { 0 };
        deepest = deepest.max(open);
        if deepest > limit {
            break;
        }
    }
    deepest
}

struct State<'a> {
    limits: &'a Limits,
    source: &'a str,
    document: Document,
    rich: Rich,
    kind: Kind,
    label: Option<String>,
    /// Open lists; the flag says whether the list is ordered.
    lists: Vec<bool>,
    /// Whether the open item has had its first block: the next belongs to it without a label of its own.
    strong: usize,
    emphasis: usize,
    skip: usize,
    depth: usize,
}

impl<'a> State<'a> {
    fn new(limits: &'a Limits) -> State<'a> {
        State {
            limits,
            source: "",
            document: Document::default(),
            rich: Rich::default(),
            kind: Kind::Paragraph,
            label: None,
            lists: Vec::new(),
            strong: 0,
            emphasis: 0,
            skip: 0,
            depth: 0,
        }
    }

    fn event(&mut self, event: Event<'_>, at: usize) -> Result<(), ReadError> {
        match event {
            Event::Start(tag) => self.start(&tag, at),
            Event::End(end) => self.end(end),
            Event::Text(text) | Event::Code(text) => {
                self.text(&text);
                Ok(())
            }
            Event::SoftBreak | Event::HardBreak => {
                self.text("\n");
                Ok(())
            }
            Event::InlineHtml(html) => {
                if html.to_ascii_lowercase().starts_with("<br") {
                    self.text("\n");
                }
                Ok(())
            }
            Event::Rule => self.flush(),
            Event::Html(html) => {
                if html.trim_start().starts_with("<!--") {
                    return Ok(());
                }
                self.document.left_out("HTML inside the Markdown was left out");
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn text(&mut self, text: &str) {
        if self.skip == 0 {
            self.rich.push(text, Style { bold: self.strong > 0, italic: self.emphasis > 0 });
        }
    }

    fn start(&mut self, tag: &Tag<'_>, at: usize) -> Result<(), ReadError> {
        self.depth += 1;
        self.limits.check_depth("quotes and lists", self.depth, &format!(" at byte {at}"))?;
        match tag {
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strikethrough => {
                self.skip += 1;
                self.document.left_out("text that is struck out was left out");
            }
            Tag::Image { .. } => {
                self.skip += 1;
                self.document.left_out("pictures were left out");
            }
            Tag::Heading { level, .. } => {
                self.flush()?;
                self.kind = Kind::Heading(rank(*level));
            }
            Tag::List(first) => {
                self.flush()?;
                self.lists.push(first.is_some());
            }
            Tag::Item => self.item(at)?,
            Tag::Paragraph => self.paragraph()?,
            Tag::TableCell => {
                self.flush()?;
                self.document.left_out("a table was read as plain paragraphs, cell by cell");
            }
            Tag::HtmlBlock | Tag::CodeBlock(_) | Tag::BlockQuote(_) | Tag::Table(_) => {
                self.flush()?;
            }
            _ => {}
        }
        Ok(())
    }

    fn item(&mut self, at: usize) -> Result<(), ReadError> {
        self.flush()?;
        let depth = self.lists.len().saturating_sub(1).min(200) as u8;
        self.kind = Kind::Item(depth);
        let ordered = self.lists.last().copied().unwrap_or(false);
        self.label = ordered.then(|| printed(self.source.get(at..).unwrap_or_default()));
        Ok(())
    }

    /// The first paragraph of an item is the item; a further one continues it.
    fn paragraph(&mut self) -> Result<(), ReadError> {
        if matches!(self.kind, Kind::Item(_)) && self.rich.is_empty() {
            return Ok(());
        }
        if !self.lists.is_empty() {
            self.text("\n");
            return Ok(());
        }
        self.flush()
    }

    fn end(&mut self, end: TagEnd) -> Result<(), ReadError> {
        self.depth = self.depth.saturating_sub(1);
        match end {
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strikethrough | TagEnd::Image => self.skip = self.skip.saturating_sub(1),
            TagEnd::List(_) => {
                self.flush()?;
                self.lists.pop();
            }
            TagEnd::Paragraph if !self.lists.is_empty() => {}
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::TableCell | TagEnd::CodeBlock => {
                self.flush()?;
            }
            _ => {}
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<(), ReadError> {
        let rich = std::mem::take(&mut self.rich);
        if rich.is_empty() {
            // An item that opens with a nested list keeps nothing; the label must not slip to what follows.
            if !matches!(self.kind, Kind::Item(_)) || self.lists.is_empty() {
                self.kind = Kind::Paragraph;
                self.label = None;
            }
            return Ok(());
        }
        let block = Block { kind: self.kind, label: self.label.take(), rich };
        self.kind = Kind::Paragraph;
        self.document.push(block, self.limits)
    }
}

fn rank(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

/// The number as the source prints it: digits and the mark after them.
fn printed(source: &str) -> String {
    source.trim_start().chars().take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ')')).collect()
}
