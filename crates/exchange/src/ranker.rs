//! Texts of one language for queries in another. The vocabulary is the bridge: a query is like the labels of some
//! concepts in its own language; a document is, or is like, labels of these concepts in its.

use std::collections::BTreeMap;

use crate::{
    meanings::{Meaning, Meanings},
    names::{Name, Names, nearest},
    parallel,
    tag::Tag,
    text::{fold, forms},
    vocabulary::{ConceptId, Kind, Vocabulary},
};

/// How much a label that is not the one to show says of its concept, as a query and as a document.
const OTHER_QUERY: f32 = 0.95;
const OTHER_DOCUMENT: f32 = 0.9;
/// A document without a label of its own stands for so many of the nearest concepts.
const NEAREST: usize = 3;
/// So many concepts are followed to their documents.
const FOLLOWED: usize = 200;
/// What each document of a concept takes from the next: a list that shows ten names of the same thing says one thing.
const REPEATED: f32 = 0.1;
/// A document that stands so well for a concept is, or is nearly, one of its labels.
const LABEL: f32 = 0.25;
/// How much the likeness of the texts themselves adds.
const DIRECT: f32 = 0.1;
/// What a heading counts beside what stands under it: "Electrical engineers" names a group of occupations, and who asks
/// for one of them wants the occupation.
const HEADING: f32 = 0.85;

/// What speaks for a document.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Clue {
    /// The query is like a label of this concept, and the document too.
    Concept(ConceptId, f32),
    /// The texts are alike.
    Words(f32),
}

impl Clue {
    /// Its part of the score.
    pub fn value(self) -> f32 {
        match self {
            Self::Concept(_, value) | Self::Words(value) => value,
        }
    }
}

/// A document that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    /// Its place in the corpus.
    pub document: usize,
    /// Why.
    pub clues: Vec<Clue>,
}

impl Ranked {
    /// The sum of its clues.
    pub fn score(&self) -> f32 {
        self.clues.iter().map(|clue| clue.value()).sum()
    }
}

/// A corpus, ready for queries in one language.
#[derive(Debug, Clone)]
pub struct Ranker {
    /// Concepts that have a document, by their labels in the language of the queries.
    concepts: Names,
    /// The same by what their labels mean.
    meanings: Meanings,
    /// For each of them: which it is, and its documents with how well it stands for them.
    reached: Vec<(ConceptId, Vec<(u32, f32)>)>,
    documents: Names,
}

impl Ranker {
    /// Reads the corpus. Its documents are texts as short as a title or as long as a paragraph.
    pub fn new(vocabulary: &Vocabulary, queries: &Tag, corpus: &Tag, documents: &[&str], threads: usize) -> Self {
        let links = links(vocabulary, corpus, documents, threads);
        let texts: Vec<f32> =
            links.iter().map(|of_one| heading(vocabulary, of_one.iter().map(|(id, _)| *id))).collect();
        let mut reached: BTreeMap<ConceptId, Vec<(u32, f32)>> = BTreeMap::new();
        for (document, of_one) in (0..).zip(links) {
            for (concept, near) in of_one {
                reached.entry(concept).or_default().push((document, near));
            }
        }
        let mut reached: Vec<_> = reached.into_iter().collect();
        for (id, documents) in &mut reached {
            let share = heading(vocabulary, [*id]);
            // Those that stand for no other concept come first; each is as good as the concept, less what came before.
            documents.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            for ((_, near), before) in documents.iter_mut().zip(0_u16..) {
                let full = if *near >= LABEL { 1.0 } else { *near };
                *near = share * full / (1.0 + REPEATED * f32::from(before));
            }
        }
        let labels = || (0..).zip(&reached).flat_map(|(of, (id, _))| labels(vocabulary, *id, of, queries, OTHER_QUERY));
        let concepts = Names::new(queries.language(), reached.len(), labels(), true);
        let associations = vocabulary.associations(queries.language());
        let meanings = Meanings::new(queries.language(), reached.len(), labels(), associations);
        let texts = (0..).zip(documents).zip(texts).map(|((of, text), weight)| Name { of, text, weight });
        Self { concepts, meanings, documents: Names::new(corpus.language(), documents.len(), texts, false), reached }
    }

    /// The concepts of a query: the mean of how their labels are like it and of what they mean.
    fn concepts(&self, query: &str) -> Vec<(u32, f32)> {
        let both = self.concepts.likeness(query).into_iter().zip(self.meanings.near(query));
        let mean = |(spelt, meant): (f32, Meaning)| (spelt + meant.sum()) / (1.0 + Meaning::LIKENESSES);
        nearest(both.map(mean), FOLLOWED)
    }

    /// The documents for a query, the best first; at most `top`.
    pub fn rank(&self, query: &str, top: usize) -> Vec<Ranked> {
        let mut found: BTreeMap<u32, (Option<Clue>, f32)> = BTreeMap::new();
        for (concept, near) in self.concepts(query) {
            let Some((id, documents)) = self.reached.get(concept as usize) else { continue };
            for (document, stands) in documents {
                let clue = &mut found.entry(*document).or_default().0;
                let value = near * stands;
                if clue.is_none_or(|clue| clue.value() < value) {
                    *clue = Some(Clue::Concept(*id, value));
                }
            }
        }
        for (document, near) in self.documents.near(query, top.max(FOLLOWED)) {
            found.entry(document).or_default().1 = near * DIRECT;
        }
        let told = |(document, (concept, words)): (u32, (Option<Clue>, f32))| {
            let words = (words > 0.0).then_some(Clue::Words(words));
            Ranked { document: document as usize, clues: concept.into_iter().chain(words).collect() }
        };
        let mut ranked: Vec<Ranked> = found.into_iter().map(told).collect();
        ranked.sort_by(|a, b| b.score().total_cmp(&a.score()).then(a.document.cmp(&b.document)));
        ranked.truncate(top);
        ranked
    }

    /// [`Ranker::rank`] for many queries.
    pub fn rank_all(&self, queries: &[&str], top: usize, threads: usize) -> Vec<Vec<Ranked>> {
        parallel::each(queries.len(), threads, |query| self.rank(queries[query], top))
    }
}

/// For each document the concepts that it stands for. Those of which it is a label, each the less the more there are;
/// where there is none, the nearest.
fn links(vocabulary: &Vocabulary, lang: &Tag, documents: &[&str], threads: usize) -> Vec<Vec<(ConceptId, f32)>> {
    let all = || vocabulary.concepts().flat_map(|(id, _)| labels(vocabulary, id, id.0, lang, OTHER_DOCUMENT));
    let mut exact: BTreeMap<String, BTreeMap<ConceptId, f32>> = BTreeMap::new();
    for name in all() {
        for form in whole_and_forms(name.text) {
            let best = exact.entry(form).or_default().entry(ConceptId(name.of)).or_default();
            *best = best.max(name.weight);
        }
    }
    let names = Names::new(lang.language(), vocabulary.len(), all(), false);
    parallel::each(documents.len(), threads, |document| {
        let of_form = |form: String| exact.get(&form).map(|concepts| (concepts, (concepts.len() as f32).sqrt()));
        let found = whole_and_forms(documents[document]).into_iter().find_map(of_form);
        match found {
            Some((concepts, share)) => concepts.iter().map(|(id, weight)| (*id, weight / share)).collect(),
            None => {
                names.near(documents[document], NEAREST).into_iter().map(|(id, near)| (ConceptId(id), near)).collect()
            }
        }
    })
}

/// A text as it stands and in its forms: who is called "cook/cook's mate" is not first of all who is called "cook".
fn whole_and_forms(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut all = forms(&folded);
    all.insert(0, folded);
    all
}

/// What a text counts that stands for these concepts: less where all are headings.
fn heading(vocabulary: &Vocabulary, concepts: impl IntoIterator<Item = ConceptId>) -> f32 {
    let kinds: Vec<_> = concepts.into_iter().filter_map(|id| vocabulary.get(id)).map(|concept| concept.kind).collect();
    if !kinds.is_empty() && kinds.iter().all(|kind| *kind == Kind::Group) { HEADING } else { 1.0 }
}

/// The labels of a concept in a language, as names of the thing `of`.
fn labels<'a>(
    vocabulary: &'a Vocabulary,
    id: ConceptId,
    of: u32,
    lang: &Tag,
    other: f32,
) -> impl Iterator<Item = Name<'a>> + use<'a> {
    let language = lang.language().to_owned();
    let all = vocabulary.get(id).into_iter().flat_map(|concept| &concept.labels);
    all.filter(move |label| label.lang.language() == language).map(move |label| Name {
        of,
        text: &label.text,
        weight: if label.preferred { 1.0 } else { other },
    })
}
