//! What is commonly taken first: TF-IDF over runs of two to four characters inside words, nearest by cosine.

use std::collections::BTreeMap;

pub struct Baseline {
    postings: BTreeMap<String, Vec<(usize, f32)>>,
    documents: usize,
}

fn runs(text: &str) -> BTreeMap<String, f32> {
    let mut runs = BTreeMap::new();
    for word in text.to_lowercase().split_whitespace() {
        let letters: Vec<char> = format!(" {word} ").chars().collect();
        for size in 2..=4 {
            for run in letters.windows(size) {
                *runs.entry(run.iter().collect()).or_default() += 1.0;
            }
        }
    }
    runs
}

impl Baseline {
    pub fn new(corpus: &[&str]) -> Self {
        let mut postings: BTreeMap<String, Vec<(usize, f32)>> = BTreeMap::new();
        for (document, text) in corpus.iter().enumerate() {
            for (run, count) in runs(text) {
                postings.entry(run).or_default().push((document, count));
            }
        }
        let mut squares = vec![0.0; corpus.len()];
        for list in postings.values_mut() {
            let rarity = rarity(corpus.len(), list.len());
            for (document, weight) in list {
                *weight *= rarity;
                squares[*document] += *weight * *weight;
            }
        }
        for list in postings.values_mut() {
            for (document, weight) in list {
                *weight /= f32::sqrt(squares[*document]);
            }
        }
        Self { postings, documents: corpus.len() }
    }

    pub fn rank(&self, query: &str, top: usize) -> Vec<usize> {
        let mut near = vec![0.0_f32; self.documents];
        for (run, count) in runs(query) {
            let list = self.postings.get(&run).map_or(&[][..], Vec::as_slice);
            for (document, weight) in list {
                near[*document] += weight * count * rarity(self.documents, list.len());
            }
        }
        let mut found: Vec<usize> = (0..near.len()).filter(|document| near[*document] > 0.0).collect();
        found.sort_by(|a, b| near[*b].total_cmp(&near[*a]).then(a.cmp(b)));
        found.truncate(top);
        found
    }
}

fn rarity(all: usize, with: usize) -> f32 {
    ((1.0 + all as f32) / (1.0 + with as f32)).ln() + 1.0
}
