//! What needs and offers have in common, and what each says besides.

use std::fmt;

use crate::{
    country::Country,
    tag::{Cefr, Tag},
    vocabulary::ConceptId,
};

/// A skill with its level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Skill {
    /// The concept.
    pub concept: ConceptId,
    /// 1 (some practice) to 5 (teaches others).
    pub level: u8,
}

/// A language with its level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// The language.
    pub tag: Tag,
    /// The level: asked for by a need, held by an offer.
    pub cefr: Cefr,
}

/// How the work is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mode {
    /// From afar.
    Remote,
    /// On the spot, for a while.
    Visit,
    /// Partly from afar, partly on the spot.
    Mixed,
    /// By going back to live there.
    Return,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Remote, Self::Visit, Self::Mixed, Self::Return];

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Remote => "remote",
            Self::Visit => "visit",
            Self::Mixed => "mixed",
            Self::Return => "return",
        }
    }

    /// By its name in files.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|mode| mode.name() == name)
    }
}

/// A set of modes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Modes(u8);

impl Modes {
    /// Whether two sets share a mode.
    pub fn meet(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl FromIterator<Mode> for Modes {
    fn from_iter<I: IntoIterator<Item = Mode>>(modes: I) -> Self {
        Self(modes.into_iter().fold(0, |set, mode| set | 1 << mode as u8))
    }
}

/// First and last day, both included, counted from any day that all needs and offers share.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    first: i32,
    last: i32,
}

impl Window {
    /// None where the last day comes before the first.
    pub fn new(first: i32, last: i32) -> Option<Self> {
        (first <= last).then_some(Self { first, last })
    }

    /// First day.
    pub fn first(self) -> i32 {
        self.first
    }

    /// Last day.
    pub fn last(self) -> i32 {
        self.last
    }

    /// Number of days that are in both.
    pub fn shared(self, other: Self) -> i64 {
        let (first, last) = (self.first.max(other.first), self.last.min(other.last));
        (i64::from(last) - i64::from(first) + 1).max(0)
    }
}

impl fmt::Display for Window {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{} to {}", self.first, self.last)
    }
}

/// What a need asks for, or an offer has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The occupation.
    pub occupation: Option<ConceptId>,
    /// Skills, each once.
    pub skills: Vec<Skill>,
    /// Languages: a need asks for each, an offer has each.
    pub languages: Vec<Language>,
    /// Ways of working: one in common is enough.
    pub modes: Modes,
    /// When.
    pub window: Window,
    /// Licences by their names: a need asks for each, an offer has each.
    pub licences: Vec<String>,
}

/// Expertise that an institution seeks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// Its id, one for each need.
    pub id: String,
    /// Where the institution is.
    pub country: Country,
    /// Further countries whose authorities see the answer: an offer hidden from one of them is not in it either.
    pub readers: Vec<Country>,
    /// How many people it seeks, at least one.
    pub people: u32,
    /// For how many weeks; the windows have to share as many.
    pub weeks: u32,
    /// What it asks for.
    pub profile: Profile,
}

/// Expertise that a person offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Its id, one for each offer.
    pub id: String,
    /// Countries that the person has ties to.
    pub ties: Vec<Country>,
    /// How many needs at once.
    pub capacity: u32,
    /// Countries whose needs this offer must never meet.
    pub hidden_from: Vec<Country>,
    /// What the person has.
    pub profile: Profile,
}
