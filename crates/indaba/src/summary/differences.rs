//! What changed between two versions, sentence by sentence.

use super::{Sentence, Summary};
use std::collections::HashMap;

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Reference of the question.
    pub question: String,
    /// Text in the earlier version.
    pub before: Option<String>,
    /// Text in the later version.
    pub after: Option<String>,
}

impl Difference {
    /// `added`, `removed` or `changed`.
    pub fn kind(&self) -> &'static str {
        match (&self.before, &self.after) {
            (None, _) => "added",
            (_, None) => "removed",
            _ => "changed",
        }
    }
}

/// Added, removed and changed sentences, in the order of the later version; removed ones after.
pub fn differences(before: &Summary, after: &Summary) -> Vec<Difference> {
    let (old, new) = (by_id(before), by_id(after));
    let there = placed(after).filter_map(|(question, s)| {
        let earlier = old.get(s.id.as_str()).map(|o| o.text.clone());
        (earlier.as_deref() != Some(s.text.as_str())).then(|| Difference {
            question: question.to_owned(),
            before: earlier,
            after: Some(s.text.clone()),
        })
    });
    let gone = placed(before).filter(|(_, s)| !new.contains_key(s.id.as_str())).map(|(question, s)| Difference {
        question: question.to_owned(),
        before: Some(s.text.clone()),
        after: None,
    });
    there.chain(gone).collect()
}

fn by_id(summary: &Summary) -> HashMap<&str, &Sentence> {
    summary.sentences().map(|s| (s.id.as_str(), s)).collect()
}

fn placed(summary: &Summary) -> impl Iterator<Item = (&str, &Sentence)> {
    summary.sections.iter().flat_map(|section| section.sentences.iter().map(|s| (section.question.as_str(), s)))
}
