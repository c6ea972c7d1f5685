//! The document part: paragraphs with their style, their computed number and their text.

use super::numbering::{Numbering, Printed};
use super::styles::Styles;
use super::xml::{self, Node};
use crate::block::{Block, Document, Kind};
use crate::rich::{Rich, Style};
use crate::{Limits, ReadError};

/// A paragraph that is open; a text box can open one inside another.
#[derive(Default)]
struct Open {
    rich: Rich,
    style: String,
    number: Option<String>,
    level: Option<u8>,
    outline: Option<u8>,
    run: RunStyle,
}

#[derive(Default, Clone, Copy)]
struct RunStyle {
    bold: Option<bool>,
    italic: Option<bool>,
    hidden: bool,
}

struct Body<'a> {
    styles: &'a Styles,
    numbering: Numbering,
    limits: &'a Limits,
    document: Document,
    open: Vec<Open>,
    /// Inside `w:t`.
    in_text: bool,
    in_run: bool,
    in_paragraph_properties: bool,
    /// How deep inside something that is left out.
    skipping: usize,
}

pub(super) fn read(
    part: &str,
    text: &str,
    styles: &Styles,
    numbering: Numbering,
    limits: &Limits,
) -> Result<Document, ReadError> {
    let mut body = Body {
        styles,
        numbering,
        limits,
        document: Document::default(),
        open: Vec::new(),
        in_text: false,
        in_run: false,
        in_paragraph_properties: false,
        skipping: 0,
    };
    xml::walk(part, text, limits, |node| body.node(node))?;
    Ok(body.document)
}

impl Body<'_> {
    fn node(&mut self, node: &Node<'_>) -> Result<(), ReadError> {
        match node {
            Node::Open { name, .. } if self.skipping > 0 || self.is_left_out(name) => {
                self.skipping += 1;
            }
            Node::Close { .. } if self.skipping > 0 => self.skipping -= 1,
            Node::Open { name, attributes } => self.open(name, attributes),
            Node::Close { name } => return self.close(name),
            Node::Text(text) => {
                if self.in_text && self.skipping == 0 {
                    self.text(text);
                }
            }
        }
        Ok(())
    }

    /// What a reader of the printed page does not see, or sees elsewhere.
    fn is_left_out(&mut self, name: &str) -> bool {
        match name {
            "del" | "moveFrom" => {
                if !self.in_paragraph_properties {
                    self.document.left_out("tracked deletions were left out, tracked insertions were kept");
                }
                true
            }
            // The alternative for old programs repeats what stands before it; a change keeps the old properties.
            "Fallback" | "pPrChange" | "rPrChange" | "sectPr" => true,
            "drawing" | "object" if self.open.is_empty() => true,
            _ => false,
        }
    }

    fn open(&mut self, name: &str, attributes: &[(String, String)]) {
        match name {
            "p" => self.open.push(Open::default()),
            "tbl" => self.document.left_out("a table was read as plain paragraphs, cell by cell"),
            "r" => {
                self.in_run = true;
                if let Some(open) = self.open.last_mut() {
                    open.run = RunStyle::default();
                }
            }
            "t" => self.in_text = self.in_run,
            "tab" if self.in_run => self.text(" "),
            "br" | "cr" => self.text("\n"),
            "noBreakHyphen" => self.text("-"),
            "footnoteReference" | "endnoteReference" => {
                self.document.left_out("footnotes were left out");
            }
            "pPr" => self.in_paragraph_properties = true,
            _ => self.property(name, attributes),
        }
    }

    fn property(&mut self, name: &str, attributes: &[(String, String)]) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        let value = xml::attribute(attributes, "val");
        if self.in_paragraph_properties {
            match name {
                "pStyle" => value.unwrap_or_default().clone_into(&mut open.style),
                "numId" => open.number = value.map(str::to_owned),
                "ilvl" => open.level = value.and_then(|value| value.parse().ok()),
                "outlineLvl" => open.outline = value.and_then(|value| value.parse().ok()),
                _ => {}
            }
        } else if self.in_run {
            match name {
                "b" => open.run.bold = Some(xml::is_on(attributes)),
                "i" => open.run.italic = Some(xml::is_on(attributes)),
                "vanish" => open.run.hidden = xml::is_on(attributes),
                _ => {}
            }
        }
    }

    fn text(&mut self, text: &str) {
        let Some(open) = self.open.last_mut() else {
            return;
        };
        if open.run.hidden {
            self.document.left_out("hidden text was left out");
            return;
        }
        let style = self.styles.resolve(&open.style);
        let bold = open.run.bold.or(style.bold).unwrap_or(false);
        let italic = open.run.italic.or(style.italic).unwrap_or(false);
        open.rich.push(text, Style { bold, italic });
    }

    fn close(&mut self, name: &str) -> Result<(), ReadError> {
        match name {
            "p" => return self.close_paragraph(),
            "t" => self.in_text = false,
            "r" => self.in_run = false,
            "pPr" => self.in_paragraph_properties = false,
            _ => {}
        }
        Ok(())
    }

    fn close_paragraph(&mut self) -> Result<(), ReadError> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        if open.rich.is_empty() {
            return Ok(());
        }
        let style = self.styles.resolve(&open.style);
        let number = open.number.clone().or_else(|| style.number.clone()).filter(|number| number != "0");
        let level = open.level.or(style.level).unwrap_or(0);
        let printed = number.map_or(Printed::Nothing, |number| self.numbering.next(&number, level));
        let heading =
            open.outline.filter(|outline| *outline < 9).map(|outline| outline + 1).or_else(|| style.heading());
        let kind = match (heading, &printed) {
            (Some(level), _) => Kind::Heading(level),
            (None, Printed::Nothing) => Kind::Paragraph,
            (None, _) => Kind::Item(level),
        };
        let label = match printed {
            Printed::Label(label) => Some(label),
            _ => None,
        };
        self.document.push(typed_bullet(Block { kind, label, rich: open.rich }), self.limits)
    }
}

/// A bullet that was typed instead of formatted is a bullet all the same.
fn typed_bullet(mut block: Block) -> Block {
    let typed = block.kind == Kind::Paragraph && block.text().starts_with(crate::plain::is_bullet);
    if let Some(rest) = crate::plain::bullet(block.text()).filter(|_| typed) {
        let used = block.text().len() - rest.len();
        block.rich.cut_front(used);
        block.kind = Kind::Item(0);
    }
    block
}
