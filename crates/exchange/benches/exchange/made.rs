//! Sets for the ranking of texts, made from the vocabulary: part of its labels becomes the queries, the rest is what is
//! known and what is sought.

use crate::melo::measure;
use exchange::{Concept, ConceptId, Kind, Row, Tag, Vocabulary};

/// Labels with the concept of each.
type Texts = Vec<(ConceptId, String)>;

/// A tenth of the occupations lose one alternative label in the language of the queries, which becomes the query. What
/// is sought is a label of the same occupation.
pub fn held_out(vocabulary: &Vocabulary, query_lang: &str, corpus_lang: &str) {
    let asked = |number: usize, concept: &Concept| {
        // A language without alternative labels gives its only one.
        let held = concept.kind == Kind::Occupation && number.is_multiple_of(10);
        concept.labels.iter().rposition(|label| label.lang.as_str() == query_lang).filter(|_| held)
    };
    let (rest, queries, corpus) = part(vocabulary, corpus_lang, &asked);
    let is_relevant = |query: usize, document: usize| queries[query].0 == corpus[document].0;
    let name = format!("held-out labels {query_lang} to {corpus_lang}");
    measure(&name, &rest, (query_lang, &texts(&queries)), (corpus_lang, &texts(&corpus)), &is_relevant, None);
}

/// Half of the unit groups of ISCO-08 lose their title in the language of the queries, which becomes the query. What is
/// sought is a label of an occupation of the group: a title of another register, which lists and generalises.
pub fn titles(vocabulary: &Vocabulary, query_lang: &str, corpus_lang: &str) {
    let asked = |number: usize, concept: &Concept| {
        let held = concept.kind == Kind::Group && concept.unit_group().is_some() && number.is_multiple_of(2);
        let named = |id: &ConceptId| vocabulary.get(*id).is_some_and(|narrower| narrower.kind == Kind::Occupation);
        let held = held && concept.narrower.iter().any(named);
        concept.labels.iter().position(|label| label.lang.as_str() == query_lang).filter(|_| held)
    };
    let (rest, queries, corpus) = part(vocabulary, corpus_lang, &asked);
    let is_relevant =
        |query: usize, document: usize| vocabulary.get(corpus[document].0).unwrap().broader.contains(&queries[query].0);
    let name = format!("titles of groups {query_lang} to {corpus_lang}");
    measure(&name, &rest, (query_lang, &texts(&queries)), (corpus_lang, &texts(&corpus)), &is_relevant, None);
}

/// The vocabulary without the label of each concept that is asked for; these labels; and all others of occupations,
/// groups and fields in the language of the corpus.
fn part(
    vocabulary: &Vocabulary,
    corpus_lang: &str,
    asked: &dyn Fn(usize, &Concept) -> Option<usize>,
) -> (Vocabulary, Texts, Texts) {
    let mut rest = Vocabulary::new();
    let (mut queries, mut corpus) = (Texts::new(), Texts::new());
    for (number, (id, concept)) in vocabulary.concepts().enumerate() {
        let mut labels: Vec<(Tag, &str)> = concept.labels.iter().map(|l| (l.lang.clone(), &*l.text)).collect();
        if let Some(place) = asked(number, concept) {
            queries.push((id, labels.remove(place).1.to_owned()));
        }
        let visible = labels.iter().filter(|(lang, _)| lang.as_str() == corpus_lang && concept.kind != Kind::Skill);
        corpus.extend(visible.map(|(_, text)| (id, (*text).to_owned())));
        let broader: Vec<&str> = concept.broader.iter().map(|id| &*vocabulary.get(*id).unwrap().id).collect();
        let row = Row {
            id: &concept.id,
            kind: concept.kind,
            isco: concept.isco.as_deref(),
            broader: &broader,
            labels: &labels,
        };
        if !labels.is_empty() {
            rest.add(&row).unwrap();
        }
    }
    (rest, queries, corpus)
}

fn texts(labels: &Texts) -> Vec<String> {
    labels.iter().map(|(_, text)| text.clone()).collect()
}
