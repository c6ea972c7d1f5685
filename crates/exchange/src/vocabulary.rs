//! The vocabulary: concepts that needs and offers are coded with, and what they are called in each language.

mod associations;
mod compact;
mod read;
mod search;

use std::collections::BTreeMap;

pub use self::{read::ReadError, search::Found};
use crate::{tag::Tag, text::fold};

/// Place of a concept in its [`Vocabulary`]; it means nothing in another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConceptId(pub(crate) u32);

impl ConceptId {
    pub(crate) fn place(self) -> usize {
        self.0 as usize
    }
}

/// What a concept is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A skill or a field of knowledge.
    Skill,
    /// An occupation.
    Occupation,
    /// A group of ISCO-08, of one to four digits.
    Group,
    /// A field of education of ISCED-F.
    Field,
}

impl Kind {
    /// All kinds with their names in files.
    pub const NAMES: [(Self, &'static str); 4] =
        [(Self::Skill, "skill"), (Self::Occupation, "occupation"), (Self::Group, "group"), (Self::Field, "field")];

    /// The name in files.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(kind, _)| *kind == self).map_or("", |(_, name)| name)
    }

    /// By its name in files.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(_, n)| *n == name).map(|(kind, _)| *kind)
    }
}

/// What a concept is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// In which language.
    pub lang: Tag,
    /// The words.
    pub text: Box<str>,
    /// Whether this is the name to show; the others help to find it.
    pub preferred: bool,
    /// The words as they are compared, each with a space before it.
    pub(crate) folded: Box<str>,
}

/// A concept to add: see [`Vocabulary::add`].
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Its id: of ESCO the last part of the address, for one's own any text without spaces.
    pub id: &'a str,
    /// What it is.
    pub kind: Kind,
    /// Its group in ISCO-08, one to four digits; for occupations and groups.
    pub isco: Option<&'a str>,
    /// Wider concepts, by their ids; they have to be there already.
    pub broader: &'a [&'a str],
    /// Language and words; the first of a language is the one to show.
    pub labels: &'a [(Tag, &'a str)],
}

/// One concept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Concept {
    /// Its id.
    pub id: Box<str>,
    /// What it is.
    pub kind: Kind,
    /// Its group in ISCO-08, if it has one.
    pub isco: Option<Box<str>>,
    /// Wider concepts.
    pub broader: Vec<ConceptId>,
    /// Concepts that name this one as wider.
    pub narrower: Vec<ConceptId>,
    /// What it is called, in the order in which the labels came.
    pub labels: Vec<Label>,
}

impl Concept {
    /// What to call it in a language: the label of that language, else of the language without its region, else in
    /// English, else the first, else the id.
    pub fn name(&self, lang: &str) -> &str {
        let language = lang.split('-').next().unwrap_or(lang);
        let shown = |lang: &str| self.labels.iter().find(|l| l.preferred && l.lang.as_str() == lang);
        let label = shown(lang).or_else(|| shown(language)).or_else(|| shown("en")).or_else(|| self.labels.first());
        label.map_or(&self.id, |label| &label.text)
    }

    /// The group of four digits of an occupation.
    pub fn unit_group(&self) -> Option<&str> {
        self.isco.as_deref().filter(|isco| isco.len() == 4)
    }
}

/// Why a concept was not added.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ConceptError {
    /// No id, or one with spaces or signs that files use.
    #[error("\"{0}\" can't be an id: give 1 to 200 characters without spaces, commas and control characters.")]
    Id(String),
    /// The id is taken.
    #[error("The concept {0} stands there twice. Remove one of the two, or give it an id of its own.")]
    Twice(String),
    /// The group is not one of ISCO-08.
    #[error("\"{0}\" is no group of ISCO-08: give one to four digits.")]
    Isco(String),
    /// A wider concept is unknown.
    #[error("The wider concept {0} is not in the vocabulary. Put it before its narrower ones, or correct the id.")]
    Broader(String),
    /// No label.
    #[error("The concept {0} has no label in any language. Give it at least one.")]
    Unnamed(String),
}

/// Concepts with their labels in several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    concepts: Vec<Concept>,
    places: BTreeMap<Box<str>, ConceptId>,
}

impl Vocabulary {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// The project's own list: some hundred concepts of health, engineering, teaching, agriculture, public
    /// administration and information technology, in English, French, Spanish and Arabic.
    pub fn own() -> Self {
        let mut own = Self::new();
        let read = own.read("concepts.csv", include_bytes!("../data/concepts.csv"));
        debug_assert!(read.is_ok(), "{read:?}");
        own
    }

    /// Adds a concept. Wider concepts come before narrower ones, so that no concept can be wider than itself.
    pub fn add(&mut self, row: &Row) -> Result<ConceptId, ConceptError> {
        let id = bare(row.id);
        let formed =
            (1..=200).contains(&id.len()) && !id.contains(|c: char| c.is_whitespace() || c.is_control() || c == ',');
        if !formed {
            return Err(ConceptError::Id(row.id.chars().take(60).collect()));
        }
        if self.places.contains_key(id) {
            return Err(ConceptError::Twice(id.into()));
        }
        let isco = row.isco.map(isco).transpose()?;
        let wider = |id: &&str| self.find(id).ok_or_else(|| ConceptError::Broader((*id).into()));
        let mut broader = row.broader.iter().map(wider).collect::<Result<Vec<_>, _>>()?;
        broader.sort_unstable();
        broader.dedup();
        let labels = labels(row.labels);
        if labels.is_empty() {
            return Err(ConceptError::Unnamed(id.into()));
        }
        let place = ConceptId(self.concepts.len() as u32);
        for wider in &broader {
            self.concepts[wider.place()].narrower.push(place);
        }
        self.places.insert(id.into(), place);
        self.concepts.push(Concept { id: id.into(), kind: row.kind, isco, broader, narrower: Vec::new(), labels });
        Ok(place)
    }

    /// A concept by its id; an address of ESCO stands for its last part.
    pub fn find(&self, id: &str) -> Option<ConceptId> {
        self.places.get(bare(id)).copied()
    }

    /// A concept by its place.
    pub fn get(&self, id: ConceptId) -> Option<&Concept> {
        self.concepts.get(id.place())
    }

    /// All concepts in the order in which they were added.
    pub fn concepts(&self) -> impl ExactSizeIterator<Item = (ConceptId, &Concept)> {
        self.concepts.iter().enumerate().map(|(place, concept)| (ConceptId(place as u32), concept))
    }

    /// Number of concepts.
    pub fn len(&self) -> usize {
        self.concepts.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.concepts.is_empty()
    }
}

/// ESCO names a concept by an address whose last part is enough.
fn bare(id: &str) -> &str {
    let id = id.trim();
    id.strip_prefix("http://data.europa.eu/esco/").and_then(|rest| rest.rsplit('/').next()).unwrap_or(id)
}

fn isco(code: &str) -> Result<Box<str>, ConceptError> {
    let digits = (1..=4).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit());
    if digits { Ok(code.into()) } else { Err(ConceptError::Isco(code.chars().take(60).collect())) }
}

/// Labels without doubles; the first of each language is the one to show.
fn labels(given: &[(Tag, &str)]) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::with_capacity(given.len());
    for (lang, text) in given {
        let text = one_line(text);
        if text.is_empty() || labels.iter().any(|l| l.lang == *lang && *l.text == *text) {
            continue;
        }
        let preferred = !labels.iter().any(|l| l.lang == *lang);
        let folded = search::words(&fold(&text));
        labels.push(Label { lang: lang.clone(), text: text.into(), preferred, folded });
    }
    labels
}

/// Words with one space between them. A bar parts labels in files and stands in none.
fn one_line(text: &str) -> String {
    let parted = |c: char| c.is_whitespace() || c.is_control() || c == '|';
    text.split(parted).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
