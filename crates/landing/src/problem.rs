//! The problem of the dialogue, as the file `indaba/measures/1` states it. Read it with [`Problem::read`], which refuses
//! what does not make sense; a problem made by hand goes through the same [`Problem::check`].

use serde::Serialize;
use std::collections::BTreeMap;

pub use crate::figure::LARGEST;

/// Name of the layout.
pub const MEASURES: &str = "indaba/measures/1";
/// Least and greatest effect.
pub const SCORES: std::ops::RangeInclusive<i64> = -3..=3;

/// Measures, what they do to whom, and what must not happen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// [`MEASURES`].
    pub schema: String,
    /// Fields in which effects are counted.
    pub spheres: Vec<String>,
    /// Those whose effects count.
    pub parties: Vec<Party>,
    /// Candidate actions.
    pub measures: Vec<Measure>,
    /// What a measure does to a party in a sphere; 0 where nothing is said.
    pub effects: Vec<Effect>,
    /// How measures depend on each other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub relations: Vec<Relation>,
    /// The most that a package may cost, from 0 to [`LARGEST`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budget: Option<i64>,
    /// Floors that parties set.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub red_lines: Vec<RedLine>,
    /// How far a party may fall below zero in a sphere; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Tolerance>,
}

/// Somebody whose effects count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Party {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// The bloc it stands in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bloc: Option<String>,
    /// Its weight in the objective `nash`, from 1 to [`LARGEST`]; 1 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<u32>,
}

/// A candidate action.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Measure {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it costs, from 0 to [`LARGEST`]; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<i64>,
    /// The question it answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<String>,
    /// Where it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

/// What a measure does to a party in a sphere, as somebody says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Effect {
    /// The measure.
    pub measure: String,
    /// The party.
    pub party: String,
    /// The sphere.
    pub sphere: String,
    /// At worst, −3 to 3.
    pub low: i64,
    /// Most likely.
    pub mode: i64,
    /// At best.
    pub high: i64,
    /// Who says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// What several measures do together, beyond what each does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Joint {
    /// The party.
    pub party: String,
    /// The sphere.
    pub sphere: String,
    /// At worst, −3 to 3.
    pub low: i64,
    /// Most likely.
    pub mode: i64,
    /// At best.
    pub high: i64,
    /// Who says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// How measures depend on each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Relation {
    /// The first needs all the others.
    Requires {
        /// The measures.
        measures: Vec<String>,
    },
    /// One of them at most.
    Excludes {
        /// The measures.
        measures: Vec<String>,
    },
    /// So many of them at most.
    AtMost {
        /// The measures.
        measures: Vec<String>,
        /// How many, from 0.
        k: i64,
    },
    /// When all of them are in, these effects are added.
    Synergy {
        /// The measures.
        measures: Vec<String>,
        /// What is added.
        effects: Vec<Joint>,
    },
}

impl Relation {
    /// The measures it speaks of.
    pub fn measures(&self) -> &[String] {
        match self {
            Relation::Requires { measures }
            | Relation::Excludes { measures }
            | Relation::AtMost { measures, .. }
            | Relation::Synergy { measures, .. } => measures,
        }
    }

    /// How many of its measures may be in at most, where it says so.
    pub fn most(&self) -> Option<i64> {
        match self {
            Relation::Excludes { .. } => Some(1),
            Relation::AtMost { k, .. } => Some(*k),
            Relation::Requires { .. } | Relation::Synergy { .. } => None,
        }
    }
}

/// A floor that a party sets: for a measure (never), for a sphere, or for itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RedLine {
    /// Whose.
    pub party: String,
    /// The sphere in which the party does not go below the floor.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sphere: Option<String>,
    /// The measure that it can't accept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<String>,
    /// The floor, between minus and plus [`LARGEST`]; 0 when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub floor: Option<i64>,
}

/// How far a party may fall below zero in a sphere: from 0 to [`LARGEST`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Tolerance {
    /// The same in every sphere.
    One(i64),
    /// One for each sphere, in their order.
    List(Vec<i64>),
    /// By name of the sphere; 0 for those that are not named.
    Named(BTreeMap<String, i64>),
}

impl Tolerance {
    /// One figure for each sphere.
    pub fn each(&self, spheres: &[String]) -> Vec<i64> {
        let of = |(i, sphere): (usize, &String)| match self {
            Tolerance::One(all) => *all,
            Tolerance::List(list) => list.get(i).copied().unwrap_or(0),
            Tolerance::Named(named) => named.get(sphere).copied().unwrap_or(0),
        };
        spheres.iter().enumerate().map(of).collect()
    }
}
