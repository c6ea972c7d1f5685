//! Names of things in one language, found by texts that are like them.

use crate::text::{Feature, Space, Stemmer, fold, forms, grams, stems};

/// Lengths of the runs of characters.
const RUNS: std::ops::RangeInclusive<usize> = 3..=5;
/// How much the names of a thing taken together add to the one that is nearest.
const TOGETHER: f32 = 1.0;
/// A name of a thing.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Name<'a> {
    /// Number of the thing.
    pub(crate) of: u32,
    /// The name.
    pub(crate) text: &'a str,
    /// How much a text that is like it says of the thing, 0 to 1.
    pub(crate) weight: f32,
}

/// Things by their names. Each name stands once for each of its forms.
#[derive(Debug, Clone)]
pub(crate) struct Names {
    language: String,
    things: usize,
    entries: Vec<(u32, f32)>,
    words: Space,
    runs: Space,
    /// All names of a thing as one text; where things have one name each, it would say nothing new.
    together: Option<Space>,
}

impl Names {
    /// Names of things with the numbers `0..things`.
    pub(crate) fn new<'a>(
        language: &str,
        things: usize,
        names: impl Iterator<Item = Name<'a>>,
        together: bool,
    ) -> Self {
        let mut entries = Vec::new();
        let mut texts = Vec::new();
        for name in names {
            for form in forms(&fold(name.text)) {
                entries.push((name.of, name.weight));
                texts.push(form);
            }
        }
        let stemmer = Stemmer::of(language);
        let words = Space::new(texts.iter().map(|text| stems(text, stemmer, language)));
        let runs = Space::new(texts.iter().map(|text| grams(text, stemmer, RUNS)));
        let together = together.then(|| {
            let mut all: Vec<Vec<Feature>> = vec![Vec::new(); things];
            for ((thing, _), text) in entries.iter().zip(&texts) {
                all[*thing as usize]
                    .extend(stems(text, stemmer, language).into_iter().chain(grams(text, stemmer, RUNS)));
            }
            Space::new(all.into_iter())
        });
        Self { language: language.into(), things, entries, words, runs, together }
    }

    /// How like the text each thing's names are, 0 to 1.
    pub(crate) fn likeness(&self, text: &str) -> Vec<f32> {
        let mut best = vec![0.0_f32; self.things];
        let mut best_together = vec![0.0_f32; self.things];
        let mut cells = vec![0.0_f32; self.entries.len()];
        let mut words = cells.clone();
        for form in forms(&fold(text)) {
            let stemmer = Stemmer::of(&self.language);
            let (stems, runs) = (stems(&form, stemmer, &self.language), grams(&form, stemmer, RUNS));
            cells.fill(0.0);
            words.fill(0.0);
            self.runs.search(&runs, &mut cells);
            self.words.search(&stems, &mut words);
            for (((thing, theirs), runs), words) in self.entries.iter().zip(&cells).zip(&words) {
                let near = &mut best[*thing as usize];
                *near = near.max((runs + words) / 2.0 * theirs);
            }
            if let Some(together) = &self.together {
                let mut all = vec![0.0; self.things];
                together.cover(&stems.iter().chain(&runs).copied().collect::<Vec<_>>(), &mut all);
                best_together.iter_mut().zip(all).for_each(|(best, one)| *best = best.max(one));
            }
        }
        let whole = self.whole();
        best.into_iter().zip(best_together).map(|(one, all)| (one + TOGETHER * all) / whole).collect()
    }

    /// The things with a name like the text: see [`nearest`].
    pub(crate) fn near(&self, text: &str, limit: usize) -> Vec<(u32, f32)> {
        nearest(self.likeness(text).into_iter(), limit)
    }

    /// What a text gets that is a thing's only name.
    fn whole(&self) -> f32 {
        if self.together.is_some() { 1.0 + TOGETHER } else { 1.0 }
    }
}

/// Things that are near at all, the nearest first, those as near by their numbers; at most `limit`.
pub(crate) fn nearest(near: impl Iterator<Item = f32>, limit: usize) -> Vec<(u32, f32)> {
    let mut near: Vec<(u32, f32)> = (0..).zip(near).filter(|(_, near)| *near > 0.0).collect();
    let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    if limit > 0 && limit < near.len() {
        near.select_nth_unstable_by(limit - 1, order);
    }
    near.truncate(limit);
    near.sort_unstable_by(order);
    near
}
