//! Texts as points: near is what shares rare features. An inverted index, so that a query looks only at texts that
//! share a feature with it.

use std::ops::RangeInclusive;

/// A feature of a text by its hash (FNV-1a, 64 bits): two features with the same hash count as one.
pub(crate) type Feature = u64;

/// Hash of a feature.
pub(crate) fn feature(text: &str) -> Feature {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Texts with their features, weighted by inverse frequency and brought to length 1.
#[derive(Debug, Clone, Default)]
pub(crate) struct Space {
    features: Vec<Feature>,
    /// Where the postings of each feature begin.
    starts: Vec<usize>,
    postings: Vec<(u32, f32)>,
    texts: usize,
}

impl Space {
    /// From the features of each text, as often as they stand in it.
    pub(crate) fn new(texts: impl Iterator<Item = Vec<Feature>>) -> Self {
        let mut counted: Vec<(Feature, u32, f32)> = Vec::new();
        let mut count = 0;
        for features in texts {
            counted.extend(tally(features).into_iter().map(|(feature, times)| (feature, count, times)));
            count += 1;
        }
        counted.sort_unstable_by_key(|(feature, text, _)| (*feature, *text));
        let mut space = Self { texts: count as usize, ..Self::default() };
        let mut squares = vec![0.0_f32; space.texts];
        for of_one in counted.chunk_by(|a, b| a.0 == b.0) {
            let rarity = rarity(space.texts, of_one.len());
            space.features.push(of_one[0].0);
            space.starts.push(space.postings.len());
            for (_, text, times) in of_one {
                let weight = times * rarity;
                squares[*text as usize] += weight * weight;
                space.postings.push((*text, weight));
            }
        }
        space.starts.push(space.postings.len());
        for (text, weight) in &mut space.postings {
            *weight /= squares[*text as usize].sqrt();
        }
        space
    }

    fn of(&self, feature: Feature) -> &[(u32, f32)] {
        let place = self.features.binary_search(&feature);
        place.map_or(&[], |place| &self.postings[self.starts[place]..self.starts[place + 1]])
    }

    /// Adds to `near`, one cell a text, the cosine of each text with a query.
    pub(crate) fn search(&self, query: &[Feature], near: &mut [f32]) {
        let query: Vec<(&[(u32, f32)], f32)> = tally(query.to_vec())
            .into_iter()
            .map(|(feature, times)| {
                let postings = self.of(feature);
                (postings, times * rarity(self.texts, postings.len()))
            })
            .collect();
        let length = query.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        for (postings, weight) in query {
            for (text, theirs) in postings {
                near[*text as usize] += theirs * weight / length;
            }
        }
    }
}

impl Space {
    /// Adds to `covered`, one cell a text, how much of the weight of a query's features stands in each text, however
    /// long it is: 0 to 1.
    pub(crate) fn cover(&self, query: &[Feature], covered: &mut [f32]) {
        let mut query = query.to_vec();
        query.sort_unstable();
        query.dedup();
        let weighed: Vec<(&[(u32, f32)], f32)> = query
            .into_iter()
            .map(|feature| {
                let postings = self.of(feature);
                (postings, rarity(self.texts, postings.len()))
            })
            .collect();
        let whole: f32 = weighed.iter().map(|(_, weight)| weight).sum();
        for (postings, weight) in weighed {
            for (text, _) in postings {
                covered[*text as usize] += weight / whole;
            }
        }
    }
}

fn tally(mut features: Vec<Feature>) -> Vec<(Feature, f32)> {
    features.sort_unstable();
    features.chunk_by(|a, b| a == b).map(|same| (same[0], same.len() as f32)).collect()
}

/// Of a feature that stands in `with` of `all` texts; a feature of no text weighs most.
pub(crate) fn rarity(all: usize, with: usize) -> f32 {
    ((1.0 + all as f32) / (1.0 + with as f32)).ln() + 1.0
}

/// The stems of a text that say something; where all are fillers, all of them.
pub(crate) fn telling_stems(folded: &str, stemmer: super::Stemmer, language: &str) -> Vec<String> {
    let all: Vec<&str> = super::tokens(folded).collect();
    let telling: Vec<&str> = all.iter().filter(|word| !super::is_filler(language, word)).copied().collect();
    let words = if telling.is_empty() { all } else { telling };
    words.into_iter().map(|word| stemmer.stem(word)).collect()
}

/// [`telling_stems`] as features.
pub(crate) fn stems(folded: &str, stemmer: super::Stemmer, language: &str) -> Vec<Feature> {
    telling_stems(folded, stemmer, language).iter().map(|stem| feature(stem)).collect()
}

/// Runs of characters inside the stems of a text, the space before and after a word included.
pub(crate) fn grams(folded: &str, stemmer: super::Stemmer, lengths: RangeInclusive<usize>) -> Vec<Feature> {
    let mut features = Vec::new();
    for word in super::tokens(folded) {
        let padded = format!(" {} ", stemmer.stem(word));
        let ends: Vec<usize> = padded.char_indices().map(|(i, _)| i).chain([padded.len()]).collect();
        let letters = ends.len() - 1;
        for size in lengths.clone() {
            if letters < size {
                // A word shorter than the run stands for itself, once.
                features.push(feature(&padded));
                break;
            }
            features.extend((0..=letters - size).map(|from| feature(&padded[ends[from]..ends[from + size]])));
        }
    }
    features
}
