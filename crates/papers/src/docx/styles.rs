//! Paragraph styles: which are headings, which number their paragraphs, which are bold.

use std::collections::HashMap;

use super::xml::{self, Node};
use crate::{Limits, ReadError};

#[derive(Debug, Clone, Default)]
pub(super) struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    pub number: Option<String>,
    pub level: Option<u8>,
    pub bold: Option<bool>,
    pub italic: Option<bool>,
}

#[derive(Debug, Default)]
pub(super) struct Styles {
    by_id: HashMap<String, Style>,
    /// The language of the text by default.
    pub language: Option<String>,
}

/// Styles are based on styles; a chain longer than this is a circle.
const CHAIN: usize = 20;

impl Styles {
    pub fn read(text: &str, limits: &Limits) -> Result<Styles, ReadError> {
        let mut styles = Styles::default();
        let mut open: Option<(String, Style)> = None;
        xml::walk("word/styles.xml", text, limits, |node| {
            match node {
                Node::Open { name: "style", attributes } => {
                    open = xml::attribute(attributes, "styleId").map(|id| (id.to_owned(), Style::default()));
                }
                Node::Close { name: "style" } => styles.by_id.extend(open.take()),
                Node::Open { name: "lang", attributes } if open.is_none() => {
                    styles.language = xml::attribute(attributes, "val").map(str::to_owned);
                }
                Node::Open { name, attributes } => {
                    if let Some((_, style)) = &mut open {
                        set(style, name, attributes);
                    }
                }
                _ => {}
            }
            Ok(())
        })?;
        Ok(styles)
    }

    /// The style with what it inherits.
    pub fn resolve(&self, id: &str) -> Style {
        let mut resolved = Style::default();
        let mut next = Some(id);
        for _ in 0..CHAIN {
            let Some(style) = next.and_then(|id| self.by_id.get(id)) else {
                break;
            };
            if resolved.name.is_empty() {
                resolved.name.clone_from(&style.name);
            }
            resolved.outline = resolved.outline.or(style.outline).or_else(|| style.named_outline());
            resolved.number = resolved.number.or_else(|| style.number.clone());
            resolved.level = resolved.level.or(style.level);
            resolved.bold = resolved.bold.or(style.bold);
            resolved.italic = resolved.italic.or(style.italic);
            next = style.based_on.as_deref();
        }
        resolved
    }
}

impl Style {
    /// The heading's level: 0 for the title, 1 for "heading 1"; none for text.
    pub fn heading(&self) -> Option<u8> {
        if self.name.eq_ignore_ascii_case("title") {
            return Some(0);
        }
        if self.name.eq_ignore_ascii_case("subtitle") {
            return None;
        }
        self.outline.or_else(|| self.named_outline()).filter(|level| *level < 9).map(|level| level + 1)
    }

    fn named_outline(&self) -> Option<u8> {
        let lower = self.name.to_ascii_lowercase();
        let digit = lower.strip_prefix("heading ")?.trim().parse::<u8>().ok()?;
        digit.checked_sub(1)
    }
}

fn set(style: &mut Style, name: &str, attributes: &[(String, String)]) {
    let value = xml::attribute(attributes, "val");
    match name {
        "name" => value.unwrap_or_default().clone_into(&mut style.name),
        "basedOn" => style.based_on = value.map(str::to_owned),
        "outlineLvl" => style.outline = value.and_then(|value| value.parse().ok()),
        "numId" => style.number = value.map(str::to_owned),
        "ilvl" => style.level = value.and_then(|value| value.parse().ok()),
        "b" => style.bold = Some(xml::is_on(attributes)),
        "i" => style.italic = Some(xml::is_on(attributes)),
        _ => {}
    }
}
