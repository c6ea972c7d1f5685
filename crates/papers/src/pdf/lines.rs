//! Glyphs become lines: same height, in reading order, with a space where there is a gap.

use super::content::Glyph;
use crate::rich::{Rich, Style};

/// A printed line.
#[derive(Debug, Clone)]
pub(super) struct Line {
    pub x0: f32,
    pub x1: f32,
    pub y: f32,
    pub size: f32,
    pub rich: Rich,
    /// The widest gap after the first word, in the size of the font: a label is set off from its text.
    pub first_gap: f32,
    /// Where the text after the first word begins: a hanging paragraph goes on there.
    pub second_x: f32,
}

/// Part of the font size by which baselines of one line may differ (a raised footnote mark, a fraction).
const SAME_LINE: f32 = 0.35;
/// Part of the font size from which a gap is a space.
const SPACE: f32 = 0.16;

pub(super) fn lines(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    // Stable: glyphs at one place stay in the order in which they were shown.
    glyphs.sort_by(|a, b| b.y.total_cmp(&a.y));
    let mut lines = Vec::new();
    let mut row: Vec<Glyph> = Vec::new();
    for glyph in glyphs {
        let same = row.first().is_none_or(|first| (first.y - glyph.y).abs() <= SAME_LINE * first.size.max(glyph.size));
        if !same {
            lines.extend(line(std::mem::take(&mut row)));
        }
        row.push(glyph);
    }
    lines.extend(line(row));
    lines
}

fn line(mut row: Vec<Glyph>) -> Option<Line> {
    row.sort_by(|a, b| a.x0.total_cmp(&b.x0));
    // Fake bold shows a glyph twice at nearly the same place.
    row.dedup_by(|b, a| a.text == b.text && (a.x0 - b.x0).abs() < 0.1 * a.size && !a.text.trim().is_empty());
    let visible = |glyph: &&Glyph| !glyph.text.trim().is_empty();
    let first = row.iter().find(visible)?;
    let (x0, y) = (first.x0, first.y);
    let x1 = row.iter().filter(visible).map(|glyph| glyph.x1).fold(x0, f32::max);
    let size = row.iter().filter(visible).map(|glyph| glyph.size).fold(0.0, f32::max);
    let (first_gap, second_x) = first_gap(&row, size);
    let rich = if is_right_to_left(&row) { text(&right_to_left(row)) } else { text(&row) };
    (!rich.is_empty()).then_some(Line { x0, x1, y, size, rich, first_gap, second_x })
}

fn first_gap(row: &[Glyph], size: f32) -> (f32, f32) {
    let mut end: Option<f32> = None;
    for glyph in row.iter().filter(|glyph| !glyph.text.trim().is_empty()) {
        if let Some(end) = end.filter(|end| glyph.x0 - end > SPACE * size) {
            return ((glyph.x0 - end) / size, glyph.x0);
        }
        end = Some(glyph.x1);
    }
    (0.0, row.first().map_or(0.0, |glyph| glyph.x0))
}

fn text(row: &[Glyph]) -> Rich {
    let mut rich = Rich::default();
    let mut before: Option<&Glyph> = None;
    for glyph in row {
        let gap = before.map_or(0.0, |before| (glyph.x0 - before.x1).max(before.x0 - glyph.x1));
        if gap > SPACE * glyph.size {
            rich.push(" ", Style::default());
        }
        let unligated: String = glyph
            .text
            .chars()
            .flat_map(|c| ligature(c).map_or_else(|| vec![c], |text| text.chars().collect()))
            .collect();
        rich.push(&unligated, Style { bold: glyph.bold, italic: glyph.italic });
        before = Some(glyph);
    }
    rich
}

fn ligature(c: char) -> Option<&'static str> {
    Some(match c {
        'ﬀ' => "ff",
        'ﬁ' => "fi",
        'ﬂ' => "fl",
        'ﬃ' => "ffi",
        'ﬄ' => "ffl",
        'ﻻ' | 'ﻼ' => "لا",
        _ => return None,
    })
}

fn is_arabic(c: char) -> bool {
    matches!(u32::from(c), 0x590..=0x8FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFF)
}

fn is_right_to_left(row: &[Glyph]) -> bool {
    let letters = row.iter().flat_map(|glyph| glyph.text.chars()).filter(|c| c.is_alphabetic());
    let (arabic, all) = letters.fold((0, 0), |(arabic, all), c| (arabic + usize::from(is_arabic(c)), all + 1));
    arabic * 2 > all
}

/// Reading order of a line of Arabic: from the right, with numbers and foreign words from the left.
fn right_to_left(mut row: Vec<Glyph>) -> Vec<Glyph> {
    row.reverse();
    let left_to_right = |glyph: &Glyph| {
        glyph.text.chars().all(|c| c.is_alphanumeric() && !is_arabic(c) || "./:-%".contains(c))
            && glyph.text.chars().any(|c| !c.is_whitespace())
    };
    let mut at = 0;
    while at < row.len() {
        let run = row.get(at..).unwrap_or_default().iter().take_while(|glyph| left_to_right(glyph)).count();
        // Punctuation at the end of a run belongs to the Arabic around it.
        let kept = row
            .get(at..at + run)
            .unwrap_or_default()
            .iter()
            .rposition(|glyph| glyph.text.chars().any(char::is_alphanumeric))
            .map_or(0, |last| last + 1);
        if let Some(run) = row.get_mut(at..at + kept) {
            run.reverse();
        }
        at += run.max(1);
    }
    row
}
