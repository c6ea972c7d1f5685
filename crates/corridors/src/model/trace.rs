//! What a run gave, year by year.

use super::base::Base;
use super::outcome::{OUTCOMES, Outcome};

/// What a run gave: outcomes by country and year, and the corridors' own figures.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Trace {
    /// Outcome, then year, then country; the world stands after the last country.
    pub(crate) outcomes: Vec<f64>,
    /// Year by year, then corridor by corridor: people at the end of the year; the start is the first.
    pub(crate) stock: Vec<f64>,
    /// People who went along a corridor in the year, first or back home.
    pub(crate) flow: Vec<f64>,
    /// Dollars sent from destination to origin in the year.
    pub(crate) remittances: Vec<f64>,
    pub(crate) countries: usize,
    pub(crate) corridors: usize,
    pub(crate) years: usize,
}

impl Trace {
    pub(crate) fn new(base: &Base) -> Trace {
        let (n, c) = (base.codes.len(), base.ends.len());
        let years = (base.span.to - base.span.from + 1) as usize;
        Trace {
            outcomes: vec![0.0; OUTCOMES * years * (n + 1)],
            stock: vec![0.0; years * c],
            flow: vec![0.0; years * c],
            remittances: vec![0.0; years * c],
            countries: n,
            corridors: c,
            years,
        }
    }

    pub(crate) fn slot(&self, outcome: Outcome, year: usize, country: usize) -> usize {
        (outcome as usize * self.years + year) * (self.countries + 1) + country
    }

    pub(crate) fn at(&self, outcome: Outcome, year: usize, country: usize) -> f64 {
        self.outcomes[self.slot(outcome, year, country)]
    }

    pub(super) fn add(&mut self, outcome: Outcome, year: usize, country: usize, value: f64) {
        let slot = self.slot(outcome, year, country);
        self.outcomes[slot] += value;
    }
}
