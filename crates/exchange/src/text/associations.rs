//! Which words of a language can stand for one another, as a vocabulary shows it: "tire" and "tyre" name the same
//! things, and the same words of other languages translate them.

use std::ops::RangeInclusive;

use super::{
    space::{Feature, Space, grams},
    sparse::{Cell, Rows, length},
    stem::Stemmer,
};

/// A power below 1 makes a rare context tell less than it would by chance (Levy, Goldberg & Dagan 2015).
const SMOOTHED: f32 = 0.75;
/// From which cosine of rows on a word can stand for another, how fast it then counts more, and the most it counts.
const STANDS: f32 = 0.15;
const GAIN: f32 = 2.0;
const MOST: f32 = 0.9;
/// Lengths of the runs of characters by which words are spelt alike; from which cosine on two are variants of one
/// word, and what a variant counts.
const RUNS: RangeInclusive<usize> = 2..=4;
const SPELT: f32 = 0.6;
const VARIANT: f32 = 0.9;

/// A thing that words name.
#[derive(Debug, Clone, Default)]
pub(crate) struct Named {
    /// The words of its names in the language that is learned, once for each name that has them.
    pub(crate) words: Vec<String>,
    /// Of which things its names say something, by number, and how much: of itself, and less of wider ones.
    pub(crate) contexts: Vec<Cell>,
    /// The words of its names in each other language; no two languages have one in common.
    pub(crate) translations: Vec<Vec<Feature>>,
}

/// Words as rows of length 1 over what they are met with; two are as near as the cosine of their rows.
#[derive(Debug, Clone)]
pub(crate) struct Associations {
    /// In order.
    words: Vec<String>,
    rows: Rows,
    columns: Rows,
    spelling: Space,
}

/// What is known of a word.
#[derive(Debug, Clone)]
pub(crate) struct Kin {
    /// Its number, if the vocabulary has it.
    pub(crate) number: Option<u32>,
    /// The cosine of its row with that of each word.
    pub(crate) cosines: Vec<f32>,
    /// The words that can stand for it, and how well; itself with 1.
    pub(crate) stand: Vec<Cell>,
}

impl Associations {
    /// Learns from things and their names.
    pub(crate) fn new(named: &[Named]) -> Self {
        let words = known(named.iter().flat_map(|thing| &thing.words).cloned());
        let foreign = known(named.iter().flat_map(|thing| thing.translations.iter().flatten()).copied());
        let uses = Rows::new(named.iter().map(|thing| counted(&words, &thing.words))).transposed(words.len());
        let of = Rows::new(named.iter().map(|thing| thing.contexts.clone()));
        let into = Rows::new(named.iter().map(|thing| translated(&foreign, &thing.translations)));
        let met_with = |what: &Rows| informative(&Rows::new(uses.times(what))).of_length_one();
        let rows = met_with(&of).beside(&met_with(&into)).of_length_one();
        let columns = rows.transposed(rows.columns());
        let spelling = Space::new(words.iter().map(|word| grams(word, Stemmer::None, RUNS)));
        Self { words, rows, columns, spelling }
    }

    /// Number of words.
    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    /// The number of a word, if it is known.
    pub(crate) fn find(&self, word: &str) -> Option<u32> {
        self.words.binary_search_by(|known| known.as_str().cmp(word)).ok().map(|place| place as u32)
    }

    /// What is known of a word; of one that no name has, how it is spelt.
    pub(crate) fn kin(&self, word: &str) -> Kin {
        let number = self.find(word);
        let mut cosines = vec![0.0; self.len()];
        let row = number.map_or(&[][..], |number| self.rows.row(number as usize));
        for (column, value) in row {
            for (other, theirs) in self.columns.row(*column as usize) {
                cosines[*other as usize] += value * theirs;
            }
        }
        let mut spelt = vec![0.0; self.len()];
        self.spelling.search(&grams(word, Stemmer::None, RUNS), &mut spelt);
        let both = cosines.iter().zip(&spelt).map(|(used, spelt)| standing(*used, *spelt));
        let itself = |(other, stands)| (other, if number == Some(other) { 1.0 } else { stands });
        let stand = (0..).zip(both).map(itself).filter(|(_, stands)| *stands > 0.0).collect();
        Kin { number, cosines, stand }
    }

    /// How long the sum of the rows of each text's weighed words is.
    pub(crate) fn lengths(&self, texts: &Rows) -> Vec<f32> {
        texts.times(&self.rows).map(|sum| length(&sum)).collect()
    }
}

/// How well a word stands for another that is used and spelt so much like it.
fn standing(used: f32, spelt: f32) -> f32 {
    let use_ = if used >= STANDS { (GAIN * used).min(MOST) } else { 0.0 };
    let spelling = if spelt >= SPELT { VARIANT * spelt } else { 0.0 };
    use_.max(spelling)
}

fn known<Word: Ord>(words: impl Iterator<Item = Word>) -> Vec<Word> {
    let mut known: Vec<Word> = words.collect();
    known.sort_unstable();
    known.dedup();
    known
}

/// Which of the known words stand there: the second time says less than the first.
fn counted<Word: Ord>(known: &[Word], words: &[Word]) -> Vec<Cell> {
    let mut places: Vec<usize> = words.iter().filter_map(|word| known.binary_search(word).ok()).collect();
    places.sort_unstable();
    places.chunk_by(|a, b| a == b).map(|same| (same[0] as u32, 1.0 + (same.len() as f32).ln())).collect()
}

/// The words of the other languages. The more of them a thing has in one, the less each translates a word.
fn translated(known: &[Feature], translations: &[Vec<Feature>]) -> Vec<Cell> {
    let of_one = |words: &Vec<Feature>| {
        let cells = counted(known, words);
        let share = (cells.len() as f32).sqrt();
        cells.into_iter().map(move |(word, count)| (word, count / share))
    };
    translations.iter().flat_map(of_one).collect()
}

/// Positive pointwise mutual information: how much more often a row and a column are met than chance would have it.
fn informative(counts: &Rows) -> Rows {
    let mut columns = vec![0.0_f32; counts.columns()];
    for (column, count) in counts.iter().flatten() {
        columns[*column as usize] += count;
    }
    let columns: Vec<f32> = columns.into_iter().map(|sum| sum.powf(SMOOTHED)).collect();
    let all: f32 = columns.iter().sum();
    let informed = |row: &[Cell]| {
        let sum: f32 = row.iter().map(|(_, count)| count).sum();
        let information = |(column, count): &Cell| (*column, (count * all / (sum * columns[*column as usize])).ln());
        row.iter().map(information).filter(|(_, value)| *value > 0.0).collect()
    };
    Rows::new(counts.iter().map(informed))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::feature;
    use proptest::{collection::vec, prelude::*};

    fn named(number: u32, words: &str, translation: &str) -> Named {
        Named {
            words: words.split(' ').map(str::to_owned).collect(),
            contexts: vec![(number, 1.0)],
            translations: vec![translation.split(' ').map(feature).collect()],
        }
    }

    fn learned(things: &[(&str, &str)]) -> Associations {
        Associations::new(
            &(0..).zip(things).map(|(number, (words, other))| named(number, words, other)).collect::<Vec<_>>(),
        )
    }

    #[test]
    fn words_of_the_same_things_and_of_the_same_translation_stand_for_one_another() {
        let things =
            [("tire tyre fitter", "pneu"), ("film maker", "cinema"), ("movie actor", "cinema"), ("baker", "pain")];
        let learned = learned(&things);
        let stands = |word: &str, other: &str| {
            let other = learned.find(other).unwrap();
            learned.kin(word).stand.iter().find(|(word, _)| *word == other).map_or(0.0, |(_, stands)| *stands)
        };
        assert!((stands("tire", "tyre") - MOST).abs() < 1e-6);
        assert!(stands("film", "movie") > 0.5);
        assert!(stands("tire", "baker") == 0.0);
        assert!((stands("baker", "baker") - 1.0).abs() < 1e-6);
        // No name has it, so that only its spelling speaks.
        assert!(stands("fitters", "fitter") > 0.5);
        assert!(learned.kin("fitters").number.is_none());
    }

    proptest! {
        #[test]
        fn nearness_is_symmetric_and_that_of_whole_rows(
            things in vec((vec(0_usize..9, 1..4), vec(0_usize..5, 0..3)), 1..8),
        ) {
            let text = |numbers: &[usize]| numbers.iter().map(|n| format!("w{n}")).collect::<Vec<_>>().join(" ");
            let things: Vec<(String, String)> = things.iter().map(|(a, b)| (text(a), text(b))).collect();
            let things: Vec<(&str, &str)> = things.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
            let learned = learned(&things);
            let near: Vec<Vec<f32>> = learned.words.iter().map(|word| learned.kin(word).cosines).collect();
            let dense = |word: usize| {
                let mut cells = vec![0.0; learned.rows.columns()];
                learned.rows.row(word).iter().for_each(|(column, value)| cells[*column as usize] = *value);
                cells
            };
            for (a, of_one) in near.iter().enumerate() {
                for (b, cosine) in of_one.iter().enumerate() {
                    let whole: f32 = dense(a).iter().zip(dense(b)).map(|(x, y)| x * y).sum();
                    prop_assert!((cosine - whole).abs() < 1e-5);
                    prop_assert!((cosine - near[b][a]).abs() < 1e-5);
                    prop_assert!((0.0..=1.0 + 1e-5).contains(cosine));
                }
            }
        }
    }
}
