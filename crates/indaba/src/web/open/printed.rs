//! What the lines of the form can't show of a paper: stretches in bold or italics, and lists that stand on lines of
//! their own. It goes through the form beside them and comes back to whatever the person left as it was.

use papers::{Emphasis, Paper, Paragraph};
use std::collections::HashMap;

/// The paragraphs of a paper that the form shows only in part, as a field of the form.
pub fn field(paper: &Paper) -> String {
    let more = |p: &&Paragraph| !p.emphasis.is_empty() || super::flat(&p.text) != p.text;
    serde_json::to_string(&paper.paragraphs().filter(more).collect::<Vec<_>>()).unwrap_or_default()
}

/// Such paragraphs, by the text and by the number that the form showed.
#[derive(Debug, Default)]
pub struct Printed {
    paragraphs: Vec<Paragraph>,
    texts: HashMap<String, usize>,
    numbers: HashMap<String, usize>,
}

impl Printed {
    /// Reads the field back. What comes back from a browser may be anything: what is no such list gives nothing.
    pub fn read(field: &str) -> Printed {
        let paragraphs: Vec<Paragraph> = serde_json::from_str(field).unwrap_or_default();
        let by = |key: fn(&Paragraph) -> String| {
            paragraphs.iter().enumerate().rev().map(|(place, p)| (key(p), place)).collect::<HashMap<_, _>>()
        };
        let (texts, numbers) = (by(|p| super::flat(&p.text)), by(|p| p.number.clone()));
        Printed { paragraphs, texts, numbers }
    }

    /// A paragraph of the form with what it had in print: all of it where its text is the same, also under another
    /// number. Else what stands wholly before or behind the stretch that was changed, and what is set off within it
    /// in words that are there once, before and after.
    pub fn paragraph(&self, number: &str, text: &str) -> Paragraph {
        let plain = Paragraph { number: number.to_owned(), text: text.to_owned(), emphasis: Vec::new() };
        let known = self.texts.get(text).or_else(|| self.numbers.get(number));
        let Some(printed) = known.and_then(|place| self.paragraphs.get(*place)) else { return plain };
        let shown = super::flat(&printed.text);
        // A line's end is shown as a space, so that places are the same in both.
        if shown.len() != printed.text.len() {
            return plain;
        }
        let before = same(shown.chars(), text.chars(), usize::MAX);
        let behind = same(shown.chars().rev(), text.chars().rev(), shown.len().min(text.len()) - before);
        let (last, now_last) = (shown.len() - behind, text.len() - behind);
        let parts = [printed.text.get(..before), text.get(before..now_last), printed.text.get(last..)];
        let [Some(first), Some(middle), Some(rest)] = parts else { return plain };
        let moved = |mark: &Emphasis| -> Option<Emphasis> {
            shown.get(mark.start..mark.end).filter(|marked| !marked.trim().is_empty())?;
            match mark {
                _ if mark.end <= before => Some(mark.clone()),
                _ if mark.start >= last => {
                    Some(Emphasis { start: mark.start - last + now_last, end: mark.end - last + now_last, ..*mark })
                }
                _ => once(&shown, shown.get(mark.start..mark.end)?)
                    .and_then(|_| once(text, shown.get(mark.start..mark.end)?))
                    .map(|start| Emphasis { start, end: start + mark.end - mark.start, ..*mark }),
            }
        };
        let mut emphasis: Vec<Emphasis> = printed.emphasis.iter().filter_map(moved).collect();
        emphasis.sort_by_key(|mark| (mark.start, mark.end));
        let mut taken = HashMap::new();
        emphasis.retain(|mark| {
            let free = taken.get(&(mark.kind as u8)).is_none_or(|end| mark.start >= *end);
            if free {
                taken.insert(mark.kind as u8, mark.end);
            }
            free
        });
        Paragraph { text: [first, middle, rest].concat(), emphasis, ..plain }
    }
}

/// Where words stand that are in a text exactly once, as words.
fn once(text: &str, words: &str) -> Option<usize> {
    let mut places = text.match_indices(words);
    let (Some((start, _)), None) = (places.next(), places.next()) else { return None };
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let before = text.get(..start)?.chars().next_back();
    let after = text.get(start + words.len()..)?.chars().next();
    (!letter(before) && !letter(after)).then_some(start)
}

/// How many bytes two texts have in common, up to `most`.
fn same(one: impl Iterator<Item = char>, other: impl Iterator<Item = char>, most: usize) -> usize {
    let common = one.zip(other).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8());
    common
        .scan(0, |sum, bytes| {
            *sum += bytes;
            Some(*sum)
        })
        .take_while(|sum| *sum <= most)
        .last()
        .unwrap_or(0)
}
