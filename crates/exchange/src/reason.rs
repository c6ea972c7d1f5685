//! Scores as sums of named reasons.

use std::{
    fmt,
    iter::Sum,
    ops::{Add, AddAssign},
};

use serde::{Serialize, Serializer};

use crate::{country::Country, vocabulary::ConceptId};

/// A score or a part of one, in millionths: whole numbers, so that a sum is exactly the sum of its reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Points(pub u32);

impl Points {
    /// What a need gets that asks for nothing that is missing.
    pub const WHOLE: Self = Self(1_000_000);

    /// A share of the whole, from 0 to 1.
    pub(crate) fn share(share: f64) -> Self {
        Self((share.clamp(0.0, 1.0) * f64::from(Self::WHOLE.0)).round() as u32)
    }

    /// From 0 to 1.
    pub fn value(self) -> f64 {
        f64::from(self.0) / f64::from(Self::WHOLE.0)
    }
}

impl Add for Points {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl AddAssign for Points {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sum for Points {
    fn sum<I: Iterator<Item = Self>>(points: I) -> Self {
        points.fold(Self(0), Add::add)
    }
}

impl fmt::Display for Points {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:.3}", self.value())
    }
}

impl Serialize for Points {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.value())
    }
}

/// How what is offered stands to what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// The same concept.
    Same,
    /// A narrower one, by so many steps: a midwife where a nurse is asked for.
    Narrower(u8),
    /// A wider one, by so many steps.
    Broader(u8),
    /// Another occupation of the same unit group of ISCO-08.
    Group,
}

impl Relation {
    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Narrower(_) => "narrower",
            Self::Broader(_) => "broader",
            Self::Group => "group",
        }
    }
}

/// Why an offer fits a need. The page words it in the reader's language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// A skill that is asked for.
    Skill {
        /// What is asked.
        asked: ConceptId,
        /// What is offered.
        offered: ConceptId,
        /// How the two stand to each other.
        relation: Relation,
        /// The level that is asked, 1 to 5.
        asked_level: u8,
        /// The level that is offered, 1 to 5.
        offered_level: u8,
    },
    /// The occupation that is asked for.
    Occupation {
        /// What is asked.
        asked: ConceptId,
        /// What is offered.
        offered: ConceptId,
        /// How the two stand to each other.
        relation: Relation,
    },
    /// The person has ties to the country.
    Tie {
        /// The country of the need.
        country: Country,
    },
}

impl Reason {
    /// The name in files.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Skill { .. } => "skill",
            Self::Occupation { .. } => "occupation",
            Self::Tie { .. } => "tie",
        }
    }

    /// What is asked, what is offered and how the two stand to each other, where the reason is about concepts.
    pub fn concepts(&self) -> Option<(ConceptId, ConceptId, Relation)> {
        match *self {
            Self::Skill { asked, offered, relation, .. } | Self::Occupation { asked, offered, relation } => {
                Some((asked, offered, relation))
            }
            Self::Tie { .. } => None,
        }
    }
}

/// A reason with its part of the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Because {
    /// Why.
    pub reason: Reason,
    /// How much of the score.
    pub points: Points,
}

/// An offer that fits a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Id of the offer.
    pub offer: String,
    /// The sum of its reasons.
    pub score: Points,
    /// Why, in the order in which the need asks.
    pub reasons: Vec<Because>,
}
