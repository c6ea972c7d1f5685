//! Figures of a problem: which are allowed, and in which words others are refused.

use crate::json::Place;
use crate::problem::SCORES;
use crate::read::{ReadError, at};
use std::ops::RangeInclusive;

/// Most that a cost, floor, budget, weight or tolerance may be. The solvers count in floating point and take 10⁻⁶ for
/// nothing; up to here sums over hundreds of measures stay whole numbers for them.
pub const LARGEST: i64 = 1_000_000;

/// What a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Figure {
    Budget,
    Cost,
    Floor,
    /// How many measures at most.
    Most,
    Score,
    Tolerance,
    Weight,
}

impl Figure {
    pub fn range(self) -> RangeInclusive<i64> {
        match self {
            Figure::Score => SCORES,
            Figure::Floor => -LARGEST..=LARGEST,
            Figure::Weight => 1..=LARGEST,
            Figure::Budget | Figure::Cost | Figure::Most | Figure::Tolerance => 0..=LARGEST,
        }
    }

    /// What is allowed, and what helps where something else was meant.
    pub fn words(self) -> String {
        let (what, advice) = match self {
            Figure::Budget => ("a budget", LARGE),
            Figure::Cost => ("a cost", LARGE),
            Figure::Floor => ("a floor", ""),
            Figure::Most => ("a number of measures", ""),
            Figure::Score => ("an effect", ""),
            Figure::Tolerance => ("a tolerance", ""),
            Figure::Weight => ("a weight", FRACTIONS),
        };
        let (least, most) = self.range().into_inner();
        format!("{what} is a whole number from {least} to {most}{advice}")
    }

    /// Refuses what is out of range.
    pub fn check(self, place: &Place<'_>, value: i64) -> Result<(), ReadError> {
        if self.range().contains(&value) {
            Ok(())
        } else {
            at(place, format!("{value} is out of range: {}", self.words()))
        }
    }

    /// The same for a figure that may be absent.
    pub fn check_if_given(self, place: &Place<'_>, value: Option<i64>) -> Result<(), ReadError> {
        value.map_or(Ok(()), |value| self.check(place, value))
    }
}

const LARGE: &str = ", so that sums stay exact: write all costs and the budget in a larger unit, such as thousands";
const FRACTIONS: &str = ": weights count in proportion to each other, so write 1 and 3 for 0.5 and 1.5";
