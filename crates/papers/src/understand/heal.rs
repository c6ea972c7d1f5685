//! What printing did to a text is undone: running heads go, and what a page break tore apart is joined.

use std::collections::HashMap;

use super::labels;
use super::words::{self, PAGE};
use crate::block::{Block, Kind};
use crate::paper::{Doubt, DoubtKind};
use crate::rich::{Rich, join};

/// A text longer than this (in bytes) was not torn apart by a page.
const TORN: usize = 20_000;

pub(crate) fn heal(blocks: Vec<Block>, doubts: &mut Vec<Doubt>) -> Vec<Block> {
    let mut healed: Vec<Block> = Vec::with_capacity(blocks.len());
    for block in blocks.into_iter().filter(|block| !is_page_number(block)) {
        match healed.last_mut() {
            Some(last) if continues(last, &block) => {
                if !certain(last, &block) {
                    doubts.push(joined(&block));
                }
                join_broken(&mut last.rich, &block.rich);
            }
            _ => healed.push(block),
        }
    }
    healed
}

/// Removes lines that repeat through the document like a running head: the symbol with a page number.
pub(crate) fn without_repeats(blocks: Vec<Block>, symbol: Option<&str>) -> Vec<Block> {
    let Some(symbol) = symbol else { return blocks };
    let mut seen: HashMap<bool, usize> = HashMap::new();
    let is_head = |block: &Block| {
        let rest = block.text().replace(symbol, "");
        block.text().contains(symbol) && (rest.trim().is_empty() || is_page(&rest))
    };
    let keep = |block: &Block| !is_head(block) || seen.entry(true).and_modify(|n| *n += 1).or_insert(1) == &1;
    let mut keep = keep;
    blocks.into_iter().filter(|block| keep(block)).collect()
}

fn is_page_number(block: &Block) -> bool {
    block.kind == Kind::Paragraph && block.label.is_none() && is_page(block.text())
}

/// "3", "- 3 -", "Page 3", "3/7", "Page 3 of 7", "第3页"; a year is no page.
fn is_page(text: &str) -> bool {
    if text.chars().count() > 24 {
        return false;
    }
    let lower = text.to_lowercase();
    let words = lower.split(|c: char| !c.is_alphanumeric()).flat_map(split_script).filter(|word| !word.is_empty());
    let (mut numbers, mut named) = (0, false);
    for word in words {
        match labels::decimal(&word) {
            Some(_) if word.chars().count() <= 3 => numbers += 1,
            None if PAGE.contains(&word.as_str()) => named = true,
            None if matches!(word.as_str(), "of" | "de" | "sur" | "из" | "من" | "页" | "共") => {}
            _ => return false,
        }
    }
    // A bare number with a full stop or bracket is a label without text, not a page.
    numbers > 0 && numbers <= 2 && (named || !text.contains(['.', ')', '§', '¶', '(']))
}

/// "第3页" has no spaces: digits and characters are words of their own.
fn split_script(word: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut digits = None;
    for c in word.chars() {
        let is_digit = labels::digit(c).is_some();
        match parts.last_mut() {
            Some(part) if digits == Some(is_digit) => part.push(c),
            _ => parts.push(c.to_string()),
        }
        digits = Some(is_digit);
    }
    parts
}

fn continues(last: &Block, block: &Block) -> bool {
    let plain = block.kind == Kind::Paragraph && block.label.is_none() && labels::at_start(block.text()).is_none();
    let body =
        !matches!(last.kind, Kind::Heading(_)) && last.text().chars().nth(40).is_some() && last.text().len() < TORN;
    let title = words::is_capitals(block.text()) || (block.rich.all_bold() && !last.rich.all_bold());
    plain
        && body
        && !title
        && !words::is_finished(last.text())
        && !words::is_capitals(last.text())
        && !begins_anew(last, block)
}

/// A capital letter after an unfinished sentence may be a name, or a new paragraph whose forerunner lacks its full
/// stop: only after a comma, a hyphen, a small word or in a numbered paragraph it is taken as one text.
fn begins_anew(last: &Block, block: &Block) -> bool {
    let capital = block.text().chars().find(|c| c.is_alphanumeric()).is_some_and(char::is_uppercase);
    let numbered = last.label.is_some() || labels::at_start(last.text()).is_some() || last.is_bullet();
    capital && !numbered && !last.text().trim_end().ends_with([',', '-', '–', '،', '，'])
}

fn certain(last: &Block, block: &Block) -> bool {
    let first = block.text().chars().find(|c| c.is_alphanumeric());
    let caseless = first.is_some_and(|c| !c.is_uppercase() && !c.is_lowercase());
    first.is_some_and(char::is_lowercase) || caseless || last.text().trim_end().ends_with([',', '-'])
}

fn joined(block: &Block) -> Doubt {
    let beginning: String = block.text().chars().take(40).collect();
    let text = format!("“{beginning}…” was joined to the text before it, which has no end: is it one paragraph?");
    Doubt { kind: DoubtKind::Joined, place: None, text }
}

/// Joins what stood on two pages. A hyphen at the end stays: whether it belonged to the word cannot be known here.
fn join_broken(before: &mut Rich, after: &Rich) {
    let hyphen = before.text.trim_end().ends_with('-') && after.text.chars().next().is_some_and(char::is_lowercase);
    let between = if hyphen { "" } else { join(&before.text, &after.text) };
    before.append(between, after);
}
