//! What every reader hands to `understand`: a flat run of blocks, in reading order.

use crate::ReadError;
use crate::limits::{Limits, within};
use crate::paper::{Doubt, DoubtKind};
use crate::rich::Rich;

/// A document as its format describes it, before anything is understood.
#[derive(Debug, Clone, Default)]
pub(crate) struct Document {
    pub blocks: Vec<Block>,
    /// A title, symbol, language or date that the format itself declares (`<html lang>`, front matter).
    pub declared: Declared,
    /// What the reader had to leave out.
    pub doubts: Vec<Doubt>,
    /// Lines of running heads, read for the symbol only.
    pub running_heads: Vec<String>,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Declared {
    pub title: Option<String>,
    pub symbol: Option<String>,
    pub language: Option<String>,
    pub date: Option<String>,
    pub session: Option<String>,
}

/// One block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Block {
    pub kind: Kind,
    /// The number that a list prints before it, as printed ("3.", "(a)"); none for bullets and plain paragraphs.
    pub label: Option<String>,
    pub rich: Rich,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// 0 is a title, 1 the highest heading.
    Heading(u8),
    Paragraph,
    /// An item of a list; 0 is the outermost list.
    Item(u8),
}

impl Block {
    pub fn new(kind: Kind, rich: Rich) -> Block {
        Block { kind, label: None, rich }
    }

    pub fn text(&self) -> &str {
        &self.rich.text
    }

    pub fn is_bullet(&self) -> bool {
        matches!(self.kind, Kind::Item(_)) && self.label.is_none()
    }
}

impl Document {
    /// Adds a block unless it is empty; refuses more than the limits allow.
    pub fn push(&mut self, block: Block, limits: &Limits) -> Result<(), ReadError> {
        if block.rich.is_empty() {
            return Ok(());
        }
        let length = block.text().len();
        within(
            "the length of one paragraph in bytes",
            length,
            limits.paragraph_chars,
            "end paragraphs with an empty line",
        )?;
        self.blocks.push(block);
        limits.check_paragraphs(self.blocks.len())
    }

    /// Says once that something was left out.
    pub fn left_out(&mut self, text: &str) {
        if !self.doubts.iter().any(|doubt| doubt.text == text) {
            self.doubts.push(Doubt { kind: DoubtKind::LeftOut, place: None, text: text.to_owned() });
        }
    }
}
