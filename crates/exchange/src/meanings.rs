//! Things by what their names mean: a text can name a thing in other words than its names have.

use crate::{
    names::Name,
    text::{Associations, Cell, Kin, Rows, Stemmer, fold, forms, rarity, telling_stems},
};

/// Things with the words of their names.
#[derive(Debug, Clone)]
pub(crate) struct Meanings {
    language: String,
    associations: Associations,
    /// How rare each word is among the names, and a word of none.
    rarities: Vec<f32>,
    rarest: f32,
    /// Of which thing each name is, and how much it says of it.
    of: Vec<(u32, f32)>,
    /// The words of each name with their share of its rarity, and for each word the names that have it.
    names: Rows,
    with: Rows,
    /// The words of all names of each thing, weighed so that the sum of their rows has length 1.
    things: Rows,
}

/// How near a thing is, each 0 to 1.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Meaning {
    /// How much of the text a name meets, by words that can stand for those of the text.
    said: f32,
    /// How much of a name the text meets: a title that lists several things meets each wholly.
    contained: f32,
    /// The harmonic mean of both, of one name.
    same: f32,
    /// The cosine of the sum of the text's rows with that of all names of the thing.
    alike: f32,
}

impl Meaning {
    /// Number of likenesses.
    pub(crate) const LIKENESSES: f32 = 4.0;

    /// Their sum.
    pub(crate) fn sum(self) -> f32 {
        self.said + self.contained + self.same + self.alike
    }
}

/// A word of a text, with its rarity.
type Word = (Kin, f32);

impl Meanings {
    /// Names of the things `0..things`, of the vocabulary that the associations were learned from.
    pub(crate) fn new<'a>(
        language: &str,
        things: usize,
        names: impl Iterator<Item = Name<'a>>,
        associations: Associations,
    ) -> Self {
        let mut of = Vec::new();
        let mut words = Vec::new();
        for name in names {
            for form in forms(&fold(name.text)) {
                let stems = telling_stems(&form, Stemmer::of(language), language);
                let known = stems.iter().filter_map(|stem| associations.find(stem));
                words.push(known.map(|word| (word, 1.0)).collect());
                of.push((name.of, name.weight));
            }
        }
        let words = Rows::new(words.into_iter());
        let with = words.transposed(associations.len());
        let rarities: Vec<f32> = with.iter().map(|names| rarity(of.len(), names.len())).collect();
        let weighed =
            |row: &[Cell]| row.iter().map(|(word, times)| (*word, times * rarities[*word as usize])).collect();
        let names = Rows::new(words.iter().map(weighed));
        let mut all = vec![Vec::new(); things];
        for ((thing, _), row) in of.iter().zip(names.iter()) {
            all[*thing as usize].extend_from_slice(row);
        }
        let things = Rows::new(all.into_iter()).over(|row| associations.length(row));
        let names = names.over(|row| row.iter().map(|(_, weight)| weight).sum());
        let rarest = rarity(of.len(), 0);
        Self { language: language.into(), associations, rarities, rarest, of, names, with, things }
    }

    /// How near each thing is to a text, by the best of the text's forms.
    pub(crate) fn near(&self, text: &str) -> Vec<Meaning> {
        let mut near = vec![Meaning::default(); self.things.len()];
        for form in forms(&fold(text)) {
            let words = self.words(&form);
            self.meet(&words, &mut near);
            self.compare(&words, &mut near);
        }
        near
    }

    /// The words of a text, each once.
    fn words(&self, form: &str) -> Vec<Word> {
        let mut stems = telling_stems(form, Stemmer::of(&self.language), &self.language);
        stems.sort_unstable();
        stems.dedup();
        let word = |stem: String| {
            let kin = self.associations.kin(&stem);
            let rarity = kin.number.map_or(self.rarest, |number| self.rarities[number as usize]);
            (kin, rarity)
        };
        stems.into_iter().map(word).collect()
    }

    /// Names whose words can stand for those of the text.
    fn meet(&self, words: &[Word], near: &mut [Meaning]) {
        let whole: f32 = words.iter().map(|(_, rarity)| rarity).sum();
        let mut said = vec![0.0_f32; self.of.len()];
        let mut stands = vec![0.0_f32; self.rarities.len()];
        let mut best = vec![0.0_f32; self.of.len()];
        for (kin, rarity) in words {
            let mut touched = Vec::new();
            for (word, value) in &kin.stand {
                let stands = &mut stands[*word as usize];
                *stands = stands.max(*value);
                for (name, _) in self.with.row(*word as usize) {
                    let best = &mut best[*name as usize];
                    if *best == 0.0 {
                        touched.push(*name as usize);
                    }
                    *best = best.max(*value);
                }
            }
            for name in touched {
                said[name] += rarity / whole * best[name];
                best[name] = 0.0;
            }
        }
        for ((name, (thing, weight)), said) in self.of.iter().enumerate().zip(said).filter(|(_, said)| *said > 0.0) {
            let contained: f32 = self.names.row(name).iter().map(|(word, share)| share * stands[*word as usize]).sum();
            let near = &mut near[*thing as usize];
            near.said = near.said.max(weight * said);
            near.contained = near.contained.max(weight * contained);
            near.same = near.same.max(weight * 2.0 * said * contained / (said + contained));
        }
    }

    /// Things that are met with what the words of the text are met with.
    fn compare(&self, words: &[Word], near: &mut [Meaning]) {
        let known = words.iter().filter_map(|(kin, rarity)| Some((kin.number?, *rarity)));
        let length = self.associations.length(&known.collect::<Vec<Cell>>());
        if length == 0.0 {
            return;
        }
        let mut cosines = vec![0.0_f32; self.rarities.len()];
        for (kin, rarity) in words {
            cosines.iter_mut().zip(&kin.cosines).for_each(|(sum, cosine)| *sum += rarity / length * cosine);
        }
        for (near, row) in near.iter_mut().zip(self.things.iter()) {
            let alike: f32 = row.iter().map(|(word, weight)| weight * cosines[*word as usize]).sum();
            near.alike = near.alike.max(alike);
        }
    }
}
