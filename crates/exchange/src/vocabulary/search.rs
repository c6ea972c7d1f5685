//! Search as one types: each word typed begins a word of the label.

use super::{ConceptId, Label, Vocabulary};
use crate::text::{fold, tokens};

/// A concept that was found, and by which of its labels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found<'a> {
    /// The concept.
    pub concept: ConceptId,
    /// The label that fits what was typed.
    pub label: &'a Label,
}

impl Vocabulary {
    /// Concepts with a label in which each word typed begins a word, whatever their order, accents or case; at most
    /// `limit`, each once. In one language, or in all. A label that is what was typed comes first, then one that
    /// begins with it, then names that are shown, then the shorter ones.
    ///
    /// Every label is looked at, so that nothing has to be kept up to date when a concept is added.
    pub fn search(&self, typed: &str, lang: Option<&str>, limit: usize) -> Vec<Found<'_>> {
        let whole = words(&fold(typed));
        let parts: Vec<String> = whole.split(' ').skip(1).map(|word| format!(" {word}")).collect();
        if parts.is_empty() {
            return Vec::new();
        }
        let mut found: Vec<_> = self
            .concepts()
            .filter_map(|(id, concept)| {
                let asked = |label: &&Label| lang.is_none_or(|lang| label.lang.as_str() == lang);
                let fits = |label: &&Label| parts.iter().all(|part| label.folded.contains(part.as_str()));
                let best = concept.labels.iter().filter(asked).filter(fits).min_by_key(|label| order(label, &whole))?;
                Some((order(best, &whole), Found { concept: id, label: best }))
            })
            .collect();
        found.sort_by(|(a, x), (b, y)| (a, &x.label.text, x.concept).cmp(&(b, &y.label.text, y.concept)));
        found.truncate(limit);
        found.into_iter().map(|(_, found)| found).collect()
    }
}

fn order(label: &Label, typed: &str) -> (bool, bool, bool, usize) {
    let folded = &*label.folded;
    (folded != typed, !folded.starts_with(typed), !label.preferred, folded.len())
}

/// Each word with a space before it, so that " nurs" is found where a word begins so.
pub(super) fn words(folded: &str) -> Box<str> {
    tokens(folded).fold(String::with_capacity(folded.len() + 1), |all, word| all + " " + word).into()
}
