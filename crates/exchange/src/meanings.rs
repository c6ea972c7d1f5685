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
        let things = Rows::new(all.into_iter());
        let things = things.over(&associations.lengths(&things));
        let names = names.over(&names.iter().map(|row| row.iter().map(|(_, weight)| weight).sum()).collect::<Vec<_>>());
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
        let mut stands = vec![0.0_f32; self.rarities.len()];
        for (word, value) in words.iter().flat_map(|(kin, _)| &kin.stand) {
            let stands = &mut stands[*word as usize];
            *stands = stands.max(*value);
        }
        let said = self.said(words);
        for ((name, (thing, weight)), said) in self.of.iter().enumerate().zip(said).filter(|(_, said)| *said > 0.0) {
            let contained: f32 = self.names.row(name).iter().map(|(word, share)| share * stands[*word as usize]).sum();
            let near = &mut near[*thing as usize];
            near.said = near.said.max(weight * said);
            near.contained = near.contained.max(weight * contained);
            near.same = near.same.max(weight * 2.0 * said * contained / (said + contained));
        }
    }

    /// For each name how much of the text it meets: each word by that of its own which stands for it best.
    fn said(&self, words: &[Word]) -> Vec<f32> {
        let whole: f32 = words.iter().map(|(_, rarity)| rarity).sum();
        let mut said = vec![0.0_f32; self.of.len()];
        let mut best = vec![0.0_f32; self.of.len()];
        for (kin, rarity) in words {
            let mut met = Vec::new();
            for (word, stands) in &kin.stand {
                for (name, _) in self.with.row(*word as usize) {
                    let best = &mut best[*name as usize];
                    if *best == 0.0 {
                        met.push(*name as usize);
                    }
                    *best = best.max(*stands);
                }
            }
            for name in met {
                said[name] += rarity / whole * std::mem::take(&mut best[name]);
            }
        }
        said
    }

    /// Things that are met with what the words of the text are met with.
    fn compare(&self, words: &[Word], near: &mut [Meaning]) {
        let known = words.iter().filter_map(|(kin, rarity)| Some((kin.number?, *rarity)));
        let text = Rows::new(std::iter::once(known.collect()));
        let Some(length) = self.associations.lengths(&text).pop().filter(|length| *length > 0.0) else { return };
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Kind, Row, Tag, Vocabulary};
    use proptest::prelude::*;

    fn near(names: &[&str], text: &str) -> Vec<Meaning> {
        let mut vocabulary = Vocabulary::new();
        for (number, name) in names.iter().enumerate() {
            let labels = [(Tag::parse("en").unwrap(), *name)];
            let row =
                Row { id: &number.to_string(), kind: Kind::Occupation, isco: None, broader: &[], labels: &labels };
            vocabulary.add(&row).unwrap();
        }
        let named = (0..).zip(names).map(|(of, text)| Name { of, text, weight: 1.0 });
        Meanings::new("en", names.len(), named, vocabulary.associations("en")).near(text)
    }

    #[test]
    fn a_list_contains_what_it_lists() {
        let near = near(&["butcher", "meat cutter", "glass cutter", "baker"], "Butchers and Meat Cutters");
        assert!((near[0].contained - 1.0).abs() < 1e-6 && near[0].said < 0.5);
        assert!((near[1].contained - 1.0).abs() < 1e-6 && near[1].said > 0.5);
        assert!(near[2].contained < 1.0);
        assert_eq!(near[3], Meaning::default());
    }

    #[test]
    fn a_name_is_like_itself_in_every_way() {
        let near = near(&["butcher", "meat cutter", "baker"], "meat cutters");
        assert!((near[1].sum() - Meaning::LIKENESSES).abs() < 1e-4, "{near:?}");
    }

    proptest! {
        #[test]
        fn each_likeness_is_between_0_and_1(names in proptest::collection::vec("[a-d]{1,2}( [a-d]{1,2}){0,2}", 1..6), text in "[a-e ]{0,9}") {
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            for near in near(&names, &text) {
                let all = [near.said, near.contained, near.same, near.alike];
                prop_assert!(all.iter().all(|likeness| (0.0..1.0 + 1e-4).contains(likeness)), "{near:?}");
            }
        }
    }
}
