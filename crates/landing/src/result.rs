//! The file `indaba/landing/1`.

use crate::claim::Claim;
use crate::explain::{Concessions, Why};
use crate::note::Note;
use crate::package::Package;
use crate::price::Price;
use crate::robust::Robustness;
use crate::trade::{Point, Step};
use serde::Serialize;

/// Name of the layout.
pub const LANDING: &str = "indaba/landing/1";

/// All that was found. What was not asked for is absent.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Landing {
    /// [`LANDING`].
    pub schema: &'static str,
    /// How far a party may fall below zero, for each sphere in the order of the problem.
    pub tolerance: Vec<i64>,
    /// What is plain from the problem before anything is searched.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
    /// One package for each objective.
    pub packages: Vec<Package>,
    /// A smallest set of claims that no package obeys, where none exists and it was looked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contradiction: Vec<Claim>,
    /// The package that asks for the least concessions, where none exists and it was looked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub concessions: Option<Concessions>,
    /// Total against worst party, cost and worst sphere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub frontier: Option<Vec<Point>>,
    /// Best total for each tolerance.
    pub curve: Vec<Step>,
    /// Packages that are nearly as good and as different as possible.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alternatives: Option<Alternatives>,
    /// How the package with the largest total fares when effects are drawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub robustness: Option<Robustness>,
    /// What red lines cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prices: Option<Vec<Price>>,
    /// Parts that were asked for and that the time did not suffice for, by the names of their fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unfinished: Vec<&'static str>,
    /// Why a measure is not in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub why: Option<Why>,
}

/// Packages side by side.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alternatives {
    /// How much of the best total they may miss, as a share.
    pub within: f64,
    /// The packages, the best first.
    pub packages: Vec<Package>,
    /// Measures that all of them share.
    pub core: Vec<String>,
}

impl Landing {
    /// Nothing found yet.
    pub fn new(tolerance: &[i64]) -> Self {
        Self {
            schema: LANDING,
            tolerance: tolerance.to_vec(),
            notes: Vec::new(),
            packages: Vec::new(),
            contradiction: Vec::new(),
            concessions: None,
            frontier: None,
            curve: Vec::new(),
            alternatives: None,
            robustness: None,
            prices: None,
            unfinished: Vec::new(),
            why: None,
        }
    }

    /// As JSON, the same bytes for the same result.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}
