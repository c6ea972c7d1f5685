//! What a vocabulary teaches of the words of a language.

use std::collections::BTreeMap;

use super::{Concept, ConceptId, Vocabulary};
use crate::text::{Associations, Cell, Feature, Named, Stemmer, feature, fold, forms, telling_stems};

/// How much the words of a concept say of each wider one, and of how many steps.
const WIDER: f32 = 0.3;
const STEPS: usize = 2;

impl Vocabulary {
    /// Which words of a language can stand for one another.
    pub(crate) fn associations(&self, language: &str) -> Associations {
        let named = |(id, concept)| self.named(language, id, concept);
        Associations::new(&self.concepts().map(named).collect::<Vec<_>>())
    }

    fn named(&self, language: &str, id: ConceptId, concept: &Concept) -> Named {
        let mut named = Named { contexts: self.contexts(id), ..Named::default() };
        let mut translations: BTreeMap<&str, Vec<Feature>> = BTreeMap::new();
        for label in &concept.labels {
            let of = label.lang.language();
            for word in forms(&fold(&label.text)).iter().flat_map(|form| words(form, of)) {
                if of == language {
                    named.words.push(word);
                } else {
                    translations.entry(of).or_default().push(feature(&format!("{of} {word}")));
                }
            }
        }
        named.translations = translations.into_values().collect();
        named
    }

    /// A concept and those wider than it.
    fn contexts(&self, id: ConceptId) -> Vec<Cell> {
        let mut contexts = vec![(id.0, 1.0)];
        let mut last = vec![id];
        for _ in 0..STEPS {
            last = last.iter().filter_map(|id| self.get(*id)).flat_map(|concept| &concept.broader).copied().collect();
            last.sort_unstable();
            last.dedup();
            contexts.extend(last.iter().map(|wider| (wider.0, WIDER)));
        }
        contexts
    }
}

/// The words of a form of a name, each once.
fn words(form: &str, language: &str) -> Vec<String> {
    let mut words = telling_stems(form, Stemmer::of(language), language);
    words.sort_unstable();
    words.dedup();
    words
}
