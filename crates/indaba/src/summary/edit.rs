//! Edits by the secretariat: sentences keep their links, new ones are the Chair's own words.

use super::{Part, Section, Sentence, Summary};

/// What a form says about one sentence, or a new one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Edit {
    /// Fields of the form, in order: `text:<id>`, `place:<id>`, `remove:<id>`, `unlink:<id>`, `new:<question>`,
    /// `part:<question>`.
    pub fields: Vec<(String, String)>,
}

impl Edit {
    /// The version that was edited.
    pub fn version(&self) -> Option<i64> {
        self.fields.iter().find(|(key, _)| key == "version")?.1.parse().ok()
    }

    /// The changed wordings alone: what can be shown again in the form.
    #[must_use]
    pub fn wordings(&self) -> Edit {
        let fields = self.fields.iter().filter(|(key, value)| key.starts_with("text:") && !value.trim().is_empty());
        Edit { fields: fields.cloned().collect() }
    }

    /// What was typed in a field of a sentence or question.
    pub fn field(&self, name: &str, id: &str) -> Option<&str> {
        let found =
            self.fields.iter().find(|(key, _)| key.strip_prefix(name).and_then(|k| k.strip_prefix(':')) == Some(id));
        found.map(|(_, value)| value.as_str())
    }
}

/// The summary with the edits made. An empty text takes its sentence out; `new_id` names added sentences.
#[must_use]
pub fn apply(base: &Summary, edit: &Edit, mut new_id: impl FnMut() -> String) -> Summary {
    let sections = base.sections.iter().map(|section| {
        let kept = section.sentences.iter().enumerate().filter_map(|(i, s)| changed(s, i, edit));
        let added = added(section, edit, &base.lang, &mut new_id);
        let mut placed: Vec<(f64, Sentence)> = kept.chain(added.map(|s| (f64::INFINITY, s))).collect();
        placed.sort_by(|(a, x), (b, y)| x.part.cmp(&y.part).then(a.total_cmp(b)));
        Section { question: section.question.clone(), sentences: placed.into_iter().map(|(_, s)| s).collect() }
    });
    Summary { sections: sections.collect(), ..base.clone() }
}

/// A sentence after its edit, with its place; none when it is to go.
fn changed(s: &Sentence, index: usize, edit: &Edit) -> Option<(f64, Sentence)> {
    let text = edit.field("text", &s.id).map_or_else(|| s.text.clone(), clean);
    if text.is_empty() || edit.field("remove", &s.id).is_some() {
        return None;
    }
    let place = edit.field("place", &s.id).and_then(|p| p.trim().parse::<f64>().ok()).filter(|p| p.is_finite());
    let mut sentence = s.clone();
    if edit.field("unlink", &s.id).is_some() {
        (sentence.sources, sentence.quote) = (Vec::new(), None);
    }
    sentence.edited |= text != s.text;
    sentence.own_words = sentence.sources.is_empty();
    sentence.text = text;
    let index = f64::from(u32::try_from(index + 1).unwrap_or(u32::MAX));
    Some((place.unwrap_or(index), sentence))
}

fn added(section: &Section, edit: &Edit, lang: &str, new_id: &mut impl FnMut() -> String) -> Option<Sentence> {
    let text = clean(edit.field("new", &section.question)?);
    let part = edit.field("part", &section.question).and_then(Part::parse).unwrap_or(Part::Meet);
    (!text.is_empty()).then(|| Sentence {
        id: new_id(),
        part,
        text,
        lang: lang.to_owned(),
        quote: None,
        sources: Vec::new(),
        own_words: true,
        edited: false,
    })
}

/// One paragraph: a form's line ends become spaces.
fn clean(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Brings what the Chair wrote in own words into a new draft, at the end of its part.
pub fn carry_over(earlier: &Summary, draft: &mut Summary) {
    for section in &mut draft.sections {
        let own = earlier.sections.iter().filter(|s| s.question == section.question).flat_map(|s| &s.sentences);
        section.sentences.extend(own.filter(|s| s.own_words).cloned());
        section.sentences.sort_by_key(|s| s.part);
    }
}
