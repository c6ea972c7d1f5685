//! Lines become blocks. A line begins a new one when the page says so: a bullet, a number that is set off, a larger
//! gap, another indent, another size; everything else goes on.

use std::collections::HashSet;

use super::lines::Line;
use crate::block::{Block, Document, Kind};
use crate::rich::{Rich, is_wide};
use crate::understand::{begins_numbered, ends_sentence, is_capitals};
use crate::{Limits, ReadError, plain};

/// Letters after a hyphen that are rather a syllable than a word.
const SYLLABLE: usize = 5;

/// What is usual in this document.
struct Usual {
    /// Distance of lines, in their size.
    leading: f32,
    right: f32,
    /// Sizes above the text's, largest first.
    larger: Vec<i32>,
    words: HashSet<String>,
}

pub(super) fn document(
    pages: &[Vec<Line>],
    running_heads: Vec<String>,
    limits: &Limits,
) -> Result<Document, ReadError> {
    let usual = usual(pages);
    let mut layout =
        Layout { usual, document: Document { running_heads, ..Document::default() }, open: Vec::new(), limits };
    for page in pages {
        for (at, line) in page.iter().enumerate() {
            layout.line(line, at == 0)?;
        }
    }
    layout.flush()?;
    if layout.document.blocks.is_empty() {
        let doubt = "its pages hold no text; a scanned paper must be read by OCR first";
        return Err(ReadError::NoText(doubt.to_owned()));
    }
    Ok(layout.document)
}

fn usual(pages: &[Vec<Line>]) -> Usual {
    let lines = || pages.iter().flatten();
    let size = most(lines().map(|line| (step(line.size), line.rich.text.len()))).unwrap_or(24) as f32 / 2.0;
    let gaps = pages.iter().flat_map(|page| page.windows(2)).filter_map(|pair| match pair {
        [a, b] if step(a.size) == step(size) && step(b.size) == step(size) => {
            Some((((a.y - b.y) / size * 20.0) as i32, 1))
        }
        _ => None,
    });
    let leading = most(gaps.filter(|(gap, _)| (16..=50).contains(gap))).unwrap_or(24) as f32 / 20.0;
    let right = most(lines().map(|line| ((line.x1 / 8.0) as i32, 1)).filter(|(x, _)| *x > 0)).unwrap_or(60);
    let widest = lines().map(|line| line.x1).fold(0.0, f32::max);
    let mut larger: Vec<i32> = lines().map(|line| step(line.size)).filter(|s| *s as f32 / 2.0 > size * 1.1).collect();
    larger.sort_unstable_by(|a, b| b.cmp(a));
    larger.dedup();
    let words = lines()
        .flat_map(|line| line.rich.text.split(|c: char| !c.is_alphanumeric() && c != '-'))
        .map(str::to_lowercase)
        .collect();
    Usual { leading, right: widest.min((right + 4) as f32 * 8.0).max(widest * 0.8), larger, words }
}

/// Sizes in half points.
fn step(size: f32) -> i32 {
    (size * 2.0).round() as i32
}

fn most(values: impl Iterator<Item = (i32, usize)>) -> Option<i32> {
    let mut counts = std::collections::BTreeMap::new();
    values.for_each(|(value, weight)| *counts.entry(value).or_insert(0_usize) += weight);
    counts.into_iter().max_by_key(|(_, weight)| *weight).map(|(value, _)| value)
}

struct Layout<'a> {
    usual: Usual,
    document: Document,
    /// The lines of the open block.
    open: Vec<Line>,
    limits: &'a Limits,
}

impl Layout<'_> {
    fn line(&mut self, line: &Line, first_of_page: bool) -> Result<(), ReadError> {
        if self.begins(line, first_of_page) {
            self.flush()?;
        }
        self.open.push(line.clone());
        Ok(())
    }

    fn begins(&self, line: &Line, first_of_page: bool) -> bool {
        let (Some(first), Some(last)) = (self.open.first(), self.open.last()) else {
            return true;
        };
        if is_bullet(line) || self.is_labelled(line, first, last, first_of_page) {
            return true;
        }
        if step(line.size) != step(last.size) || line.rich.all_bold() != last.rich.all_bold() && set_off(line, last) {
            return true;
        }
        if first_of_page {
            return self.begins_page(line, first, last);
        }
        let gap = (last.y - line.y) / line.size;
        let loose = gap > self.usual.leading * 1.3 + 0.1 || gap < 0.0;
        loose || self.indent_begins(line, first, last) || self.short_line_ended(line, last)
    }

    /// A number is a label where the page sets it off: by a gap, by standing left of the text, or below a space;
    /// or where the sentence before is finished and the number stands where the block's own label stands.
    fn is_labelled(&self, line: &Line, first: &Line, last: &Line, first_of_page: bool) -> bool {
        let text = &line.rich.text;
        if !begins_numbered(text) {
            return false;
        }
        let wide = line.first_gap > 0.75;
        let outdented = line.x0 < last.x0 - 0.4 * line.size;
        let gap = !first_of_page && (last.y - line.y) / line.size > self.usual.leading * 1.25;
        let decimal = text.starts_with(|c: char| c.is_numeric() || c == '§' || c == '¶');
        let numbered = begins_numbered(&first.rich.text);
        let like_first = (line.x0 - first.x0).abs() < 1.2 * line.size || !numbered;
        wide || outdented || gap || (decimal && like_first && ends_sentence(&last.rich.text))
    }

    /// On a new page a hanging paragraph goes on at its text's indent; elsewhere a finished sentence ends it, unless
    /// the block is numbered and this line is not: a numbered paper numbers its paragraphs.
    fn begins_page(&self, line: &Line, first: &Line, last: &Line) -> bool {
        if !ends_sentence(&last.rich.text) {
            return is_capitals(&line.rich.text) && !is_capitals(&last.rich.text);
        }
        let hanging =
            first.second_x > first.x0 + 0.8 * first.size && (begins_numbered(&first.rich.text) || is_bullet(first));
        let goes_on = (line.x0 - last.x0).abs() < 1.2 * line.size && !set_off(line, last);
        let full = last.x1 > self.usual.right - 6.0 * line.size;
        !(goes_on && full && (hanging || begins_numbered(&first.rich.text)))
    }

    fn indent_begins(&self, line: &Line, first: &Line, last: &Line) -> bool {
        let shift = line.x0 - last.x0;
        // The second line of a hanging paragraph, or the line after a first-line indent.
        let second = self.open.len() == 1;
        let hangs = second && (line.x0 - first.second_x).abs() < 1.2 * line.size;
        let after_indent = second && shift < 0.0 && shift > -6.0 * line.size;
        let inwards = shift > 0.8 * line.size && ends_sentence(&last.rich.text);
        let outwards = shift < -0.8 * line.size && ends_sentence(&last.rich.text);
        !hangs && !after_indent && (inwards || outwards)
    }

    /// A finished sentence far from the right margin, and a capital after it: one paragraph, and the next.
    fn short_line_ended(&self, line: &Line, last: &Line) -> bool {
        let short = last.x1 < self.usual.right - 0.25 * (self.usual.right - last.x0).max(1.0);
        let capital = line.rich.text.chars().find(|c| c.is_alphabetic()).is_some_and(|c| !c.is_lowercase());
        short && ends_sentence(&last.rich.text) && capital && !line.rich.all_bold()
    }

    fn flush(&mut self) -> Result<(), ReadError> {
        let lines = std::mem::take(&mut self.open);
        let Some(first) = lines.first() else {
            return Ok(());
        };
        let size = step(first.size);
        let rank = self.usual.larger.iter().position(|larger| *larger == size);
        let mut kind = match rank {
            Some(rank) if lines.len() <= 4 => Kind::Heading(rank.min(5) as u8 + 1),
            _ => Kind::Paragraph,
        };
        let mut rich = self.text(&lines);
        if let Some(rest) = plain::bullet(&rich.text).filter(|_| kind == Kind::Paragraph) {
            let used = rich.text.len() - rest.len();
            rich.cut_front(used);
            kind = Kind::Item(0);
        }
        self.document.push(Block::new(kind, rich), self.limits)
    }

    /// The lines as one text; words that were broken at the end of a line are whole again.
    fn text(&self, lines: &[Line]) -> Rich {
        let mut lines = lines.iter();
        let mut rich = lines.next().map_or_else(Rich::default, |line| line.rich.clone());
        for line in lines {
            let between = match self.hyphen(&rich.text, &line.rich.text) {
                Hyphen::Keep => "",
                Hyphen::Drop => {
                    let end = rich.text.trim_end().len() - 1;
                    rich.text.truncate(end);
                    rich.marks.iter_mut().for_each(|mark| mark.end = mark.end.min(end));
                    ""
                }
                Hyphen::None => "\n",
            };
            rich.append(between, &line.rich);
        }
        rich
    }

    /// Whether a hyphen at the end of a line belongs to the word: it goes where the paper writes the word whole
    /// elsewhere, or where what follows is a syllable rather than a word; otherwise it stays, as printed.
    fn hyphen(&self, before: &str, after: &str) -> Hyphen {
        let Some(stem) = before.trim_end().strip_suffix(['-', '\u{2010}']) else {
            return Hyphen::None;
        };
        let letter = |c: char| c.is_alphabetic();
        if !stem.ends_with(letter) || !after.starts_with(letter) || after.starts_with(is_wide) {
            return Hyphen::None;
        }
        let left = stem.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        let right: String = after.chars().take_while(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
        let knows = |word: &str| self.usual.words.contains(word);
        let capital = after.starts_with(char::is_uppercase);
        if capital || knows(&format!("{left}-{right}")) {
            return Hyphen::Keep;
        }
        let syllable = right.chars().count() <= SYLLABLE && !knows(&left);
        if knows(&format!("{left}{right}")) || syllable {
            return Hyphen::Drop;
        }
        Hyphen::Keep
    }
}

enum Hyphen {
    None,
    Keep,
    Drop,
}

fn is_bullet(line: &Line) -> bool {
    let mark = line.rich.text.chars().next();
    // A dash at the beginning of a line may be a dash: it is a bullet only where the page sets it off.
    let dash = mark.is_some_and(|mark| matches!(mark, '-' | '–' | '—' | '*' | '·'));
    plain::bullet(&line.rich.text).is_some() && (!dash || line.first_gap > 0.5)
}

/// Bold and plain lines are different blocks only where the bold one stands for itself.
fn set_off(line: &Line, last: &Line) -> bool {
    let bold = if line.rich.all_bold() { line } else { last };
    bold.rich.all_bold() && bold.rich.text.chars().count() < 160 && !is_bullet(bold)
}
