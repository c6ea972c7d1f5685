//! The Chair's summary: on the Chair's responsibility, not negotiated. It is drafted from the dialogue, question by
//! question; every sentence carries its sources or says that it is in the Chair's own words.
//!
//! A version keeps references to what was said, never the words: when a contribution is withdrawn, erased or put off
//! the record, every version shows that at once.

mod attached;
mod coverage;
mod differences;
mod draft;
mod edit;
mod material;
mod render;
mod sources;
pub mod weigh;

pub use coverage::{Coverage, coverage};
pub use differences::{Difference, differences};
pub use draft::section;
pub use edit::{Edit, apply, carry_over};
pub use material::{Material, draft};
pub use render::{Format, render};
pub use sources::{Quote, Shown, ShownSection, ShownSentence, ShownSource, shown, shown_as};
pub use weigh::{band, how_many, proposes};

use crate::store::Moment;
use crate::store::summary::Version;
use serde::{Deserialize, Serialize};

/// Name and version of the format in the store and in files.
pub const SCHEMA: &str = "indaba/summary/1";

/// One version's text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Language that it is written in.
    pub lang: String,
    /// The figures are of this moment.
    pub drafted_at: Moment,
    /// One for each question, in the order of the paper.
    pub sections: Vec<Section>,
}

/// What is said on one question.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Reference of the question.
    pub question: String,
    /// In order.
    pub sentences: Vec<Sentence>,
}

/// One sentence with what stands behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Stays the same from version to version.
    pub id: String,
    /// What it tells of.
    pub part: Part,
    /// The sentence.
    pub text: String,
    /// Its language.
    pub lang: String,
    /// A contribution that is quoted below it, in its own language.
    pub quote: Option<Source>,
    /// What stands behind it. None: then it is in the Chair's own words.
    pub sources: Vec<Source>,
    /// Written by the Chair, from no source.
    pub own_words: bool,
    /// Changed by a person after it was drafted.
    #[serde(default)]
    pub edited: bool,
}

macro_rules! parts {
    ($($(#[$doc:meta])* $part:ident = $word:literal),+ $(,)?) => {
        /// What a sentence tells of, in the order of a section.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum Part { $($(#[$doc])* #[serde(rename = $word)] $part),+ }
        impl Part {
            /// All of them.
            pub const ALL: &'static [Part] = &[$(Part::$part),+];
            /// How it is written.
            pub const fn as_str(self) -> &'static str { match self { $(Part::$part => $word),+ } }
            /// The part that a word names.
            pub fn parse(text: &str) -> Option<Part> { Part::ALL.iter().copied().find(|p| p.as_str() == text) }
        }
    };
}
parts! {
    /// What was asked, and how many answered.
    Asked = "asked",
    /// Where views meet.
    Meet = "meet",
    /// Where they differ, and between whom.
    Differ = "differ",
    /// What is not known.
    Uncertain = "uncertain",
    /// Questions that participants added.
    Added = "added",
    /// What was proposed.
    Proposed = "proposed",
    /// Practices that were reviewed and published.
    Practice = "practice",
    /// What was answered where a number was asked for.
    Estimate = "estimate",
    /// What was proposed as a measure, and what of it is in the working package.
    Measure = "measure",
    /// What institutions look for in the exchange.
    Need = "need",
    /// What was attached.
    Evidence = "evidence",
}

/// What stands behind a sentence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Source {
    /// A question's own wording.
    Question {
        /// Its reference.
        question: String,
    },
    /// A perspective.
    Perspective {
        /// Reference of its question.
        question: String,
        /// Its id.
        id: String,
    },
    /// A figure of the landscape.
    Figure {
        /// Reference of the question.
        question: String,
        /// `counts`, `common_ground`, `divide` or `notes`.
        figure: String,
    },
    /// Attached evidence.
    Evidence {
        /// Reference of the question.
        question: String,
        /// Its id.
        id: String,
    },
    /// A published practice.
    Practice {
        /// Reference of the question.
        question: String,
        /// Its number.
        number: i64,
    },
    /// A number that was asked for.
    Estimate {
        /// Reference of the question.
        question: String,
        /// Its id.
        id: String,
    },
    /// A measure.
    Measure {
        /// Reference of the question.
        question: String,
        /// Its number.
        number: i64,
    },
    /// A kept package, for what it has of a question.
    Package {
        /// Reference of the question.
        question: String,
        /// Its number.
        number: i64,
    },
    /// A need of the exchange.
    Need {
        /// Reference of the question.
        question: String,
        /// Its id.
        id: String,
    },
}

impl Source {
    /// The question that it belongs to.
    pub fn question(&self) -> &str {
        match self {
            Source::Question { question }
            | Source::Perspective { question, .. }
            | Source::Figure { question, .. }
            | Source::Evidence { question, .. }
            | Source::Practice { question, .. }
            | Source::Estimate { question, .. }
            | Source::Measure { question, .. }
            | Source::Package { question, .. }
            | Source::Need { question, .. } => question,
        }
    }

    pub(crate) fn figure(question: &str, figure: &str) -> Source {
        Source::Figure { question: question.to_owned(), figure: figure.to_owned() }
    }
}

impl Summary {
    /// Reads a version.
    pub fn of(version: &Version) -> anyhow::Result<Summary> {
        Ok(serde_json::from_str(&version.content)?)
    }

    /// A version to be saved.
    pub fn version(&self, number: i64, by: Option<String>, now: Moment) -> anyhow::Result<Version> {
        Ok(Version {
            version: number,
            lang: self.lang.clone(),
            content: serde_json::to_string(self)?,
            by_person: by,
            created_at: now,
            published_at: None,
        })
    }

    /// All sentences, in order.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.sections.iter().flat_map(|s| &s.sentences)
    }
}
