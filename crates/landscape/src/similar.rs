//! Statements that say nearly the same, for the moderators.

use std::collections::{BTreeSet, HashMap};

/// From this score on two statements are shown side by side.
pub const ALIKE: f64 = 0.6;

/// Pairs of statements in the same language that share so many letter triples (pairs in scripts without spaces) that
/// their Dice coefficient, 2·shared / (own + own), is at least [`ALIKE`]; the most alike first. Input: (id, language,
/// text). Works without dictionary in every language, and knows nothing of meaning.
///
/// ```
/// let found = landscape::duplicates(&[
///     ("1", "en", "Recognise foreign qualifications faster."),
///     ("2", "en", "Recognise foreign qualifications more quickly."),
///     ("3", "en", "Lower the cost of remittances."),
/// ]);
/// assert_eq!((found.len(), found[0].0, found[0].1), (1, "1", "2"));
/// ```
pub fn duplicates<'a>(statements: &[(&'a str, &str, &str)]) -> Vec<(&'a str, &'a str, f64)> {
    let grams: Vec<BTreeSet<[char; 3]>> = statements.iter().map(|(_, _, text)| grams(text)).collect();
    let mut holders: HashMap<(&str, [char; 3]), Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    let mut shared = vec![0usize; statements.len()];
    for (i, (id, lang, _)) in statements.iter().enumerate() {
        shared.fill(0);
        for gram in &grams[i] {
            let with_it = holders.entry((*lang, *gram)).or_default();
            for j in &*with_it {
                shared[*j] += 1;
            }
            with_it.push(i);
        }
        for j in (0..i).filter(|j| shared[*j] > 0) {
            let score = 2.0 * shared[j] as f64 / (grams[i].len() + grams[j].len()) as f64;
            if score >= ALIKE {
                found.push((statements[j].0, *id, score));
            }
        }
    }
    found.sort_by(|a, b| b.2.total_cmp(&a.2));
    found
}

/// Triples of the letters and digits in lower case, words parted by one space and the text framed by two; in Chinese
/// and Japanese pairs, since one sign there holds as much as a syllable or word.
fn grams(text: &str) -> BTreeSet<[char; 3]> {
    let mut letters = vec![' '];
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            letters.push(c);
        } else if letters.last() != Some(&' ') && !is_mark(c) {
            letters.push(' ');
        }
    }
    if letters.last() != Some(&' ') {
        letters.push(' ');
    }
    if letters.iter().any(|c| dense(*c)) {
        return letters.windows(2).map(|w| [w[0], w[1], ' ']).collect();
    }
    letters.windows(3).map(|w| [w[0], w[1], w[2]]).collect()
}

/// Combining marks and Arabic vowel signs part no words.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\'' | '\u{2019}')
}

/// Kana and Chinese signs.
fn dense(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
