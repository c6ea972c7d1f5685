//! Running heads, feet and page numbers: lines that stand at the same place on many pages.

use std::collections::HashMap;

use super::lines::Line;

/// Lines at the top and at the bottom of a page that may be furniture.
const EDGE: usize = 3;

/// The pages without their furniture, and the texts of the running heads.
pub(super) fn remove(pages: Vec<Vec<Line>>) -> (Vec<Vec<Line>>, Vec<String>) {
    let mut seen: HashMap<(String, i32), usize> = HashMap::new();
    for page in &pages {
        edges(page).map(key).for_each(|key| *seen.entry(key).or_default() += 1);
    }
    let often = (pages.len() / 2).max(2);
    let mut heads: Vec<String> = Vec::new();
    let mut kept = Vec::with_capacity(pages.len());
    for page in pages {
        let last = page.len();
        let mut body = Vec::with_capacity(last);
        for (at, line) in page.into_iter().enumerate() {
            let edge = at < EDGE || at + EDGE >= last;
            let repeated = edge && seen.get(&key(&line)).is_some_and(|count| *count >= often);
            if repeated {
                heads.push(line.rich.text);
            } else {
                body.push(line);
            }
        }
        kept.push(body);
    }
    heads.sort();
    heads.dedup();
    heads.truncate(20);
    (kept, heads)
}

fn edges(page: &[Line]) -> impl Iterator<Item = &Line> {
    let last = page.len();
    page.iter().enumerate().filter(move |(at, _)| *at < EDGE || at + EDGE >= last).map(|(_, line)| line)
}

/// The text with its numbers made equal, and the height in steps of four points.
fn key(line: &Line) -> (String, i32) {
    let mut text = String::new();
    for c in line.rich.text.chars() {
        match c.is_numeric() {
            true if text.ends_with('#') => {}
            true => text.push('#'),
            false => text.extend(c.to_lowercase()),
        }
    }
    (text, (line.y / 4.0).round() as i32)
}
