//! What a row stands for, so that an explanation can name it, and a page can hide it.

use serde::Serialize;
use std::fmt;

/// One thing that has to hold, and who says so.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Claim {
    /// At least one measure: the empty package is the status quo.
    SomeMeasure,
    /// A party's total does not fall below zero.
    Party {
        /// The party.
        party: String,
    },
    /// A sphere's total does not fall below zero.
    Sphere {
        /// The sphere.
        sphere: String,
    },
    /// A party does not fall below the tolerance in a sphere.
    Cell {
        /// The party.
        party: String,
        /// The sphere.
        sphere: String,
        /// Its floor.
        floor: i64,
    },
    /// A red line.
    RedLine {
        /// Place among the red lines of the file, from 0.
        red_line: usize,
        /// Whose.
        party: String,
        /// The sphere, if it is about one.
        #[serde(skip_serializing_if = "Option::is_none")]
        sphere: Option<String>,
        /// The measure, if it is against one.
        #[serde(skip_serializing_if = "Option::is_none")]
        measure: Option<String>,
        /// Its floor, if it is one.
        #[serde(skip_serializing_if = "Option::is_none")]
        floor: Option<i64>,
    },
    /// A relation of measures.
    Relation {
        /// Place among the relations of the file, from 0.
        relation: usize,
        /// Its measures.
        measures: Vec<String>,
    },
    /// The budget.
    Budget {
        /// The most that a package may cost.
        budget: i64,
    },
    /// A measure that has to be in, because somebody asks what then.
    Asked {
        /// The measure.
        measure: String,
    },
}

impl Claim {
    /// The party whose claim it is, if it is one party's.
    pub fn party(&self) -> Option<&str> {
        match self {
            Claim::Party { party } | Claim::Cell { party, .. } | Claim::RedLine { party, .. } => Some(party),
            _ => None,
        }
    }
}

impl fmt::Display for Claim {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Claim::SomeMeasure => f.write_str("at least one measure"),
            Claim::Party { party } => write!(f, "total of {party}"),
            Claim::Sphere { sphere } => write!(f, "total of the sphere {sphere}"),
            Claim::Cell { party, sphere, floor } => write!(f, "{party} in {sphere}, at least {floor}"),
            Claim::RedLine { party, sphere, measure, floor, .. } => {
                write!(f, "red line of {party}")?;
                sphere.iter().try_for_each(|sphere| write!(f, " in {sphere}"))?;
                measure.iter().try_for_each(|measure| write!(f, " against {measure}"))?;
                floor.iter().try_for_each(|floor| write!(f, ", at least {floor}"))
            }
            Claim::Relation { measures, .. } => write!(f, "relation of {}", measures.join(", ")),
            Claim::Budget { budget } => write!(f, "budget of {budget}"),
            Claim::Asked { measure } => write!(f, "with {measure}"),
        }
    }
}
