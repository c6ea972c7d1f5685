//! Baseline and scenario, year by year. Levels come from data; equations only move them against the baseline.

mod base;
mod income;
mod outcome;
mod run;
mod setting;
mod state;
mod trace;

pub use base::{ModelError, Span};
pub use outcome::{Outcome, Standpoint};

pub(crate) use base::Base;
pub(crate) use setting::Phases;
pub(crate) use trace::Trace;

use crate::assumptions::{Assumptions, Parameter as P, Values};
use crate::code::Code;
use crate::pack::Pack;
use crate::scenario::Scenario;
use run::Run;

/// A pack, a span of years and assumptions, ready to run scenarios.
#[derive(Debug, Clone)]
pub struct Model {
    pub(crate) base: Base,
    pub(crate) assumptions: Assumptions,
    pub(crate) baseline: Trace,
}

/// A run: what it says of every country, of the world and of every corridor.
#[derive(Debug, Clone, PartialEq)]
pub struct Projection {
    span: Span,
    codes: Vec<Code>,
    ends: Vec<(u16, u16)>,
    trace: Trace,
}

/// A country, or the world where there is none.
pub type Place = Option<Code>;

impl Model {
    /// Makes a model and runs its baseline.
    pub fn new(pack: &Pack, assumptions: Assumptions, span: Span) -> Result<Model, ModelError> {
        let base = Base::new(pack, span)?;
        let mut baseline = Trace::new(&base);
        let values = assumptions.central();
        let phases = Phases::new(&base, &Scenario::default())?;
        Run::new(&base, &values, &phases, None, None).go(&mut baseline);
        Ok(Model { base, assumptions, baseline })
    }

    /// The projection with no lever moved.
    pub fn baseline(&self) -> Projection {
        self.projection(self.baseline.clone())
    }

    /// The projection with the scenario's levers moved, at the central values of all assumptions.
    pub fn run(&self, scenario: &Scenario) -> Result<Projection, ModelError> {
        let mut trace = Trace::new(&self.base);
        let phases = Phases::new(&self.base, scenario)?;
        let values = self.assumptions.central();
        self.scenario_into(&values, &phases, None, &self.baseline, &mut trace);
        Ok(self.projection(trace))
    }

    /// Checks a scenario without running it.
    pub fn check(&self, scenario: &Scenario) -> Result<(), ModelError> {
        Phases::new(&self.base, scenario).map(drop)
    }

    /// The assumptions that it was made with.
    pub fn assumptions(&self) -> &Assumptions {
        &self.assumptions
    }

    /// The years.
    pub fn span(&self) -> Span {
        self.base.span
    }

    /// The countries, by code.
    pub fn countries(&self) -> &[Code] {
        &self.base.codes
    }

    /// Number of corridors.
    pub fn corridors(&self) -> usize {
        self.base.ends.len()
    }

    pub(crate) fn phases(&self, scenario: &Scenario) -> Result<Phases, ModelError> {
        Phases::new(&self.base, scenario)
    }

    pub(crate) fn baseline_into(&self, values: &Values, phases: &Phases, errors: Option<&[f64]>, trace: &mut Trace) {
        Run::new(&self.base, values, phases, errors, None).go(trace);
    }

    pub(crate) fn scenario_into(
        &self,
        values: &Values,
        phases: &Phases,
        errors: Option<&[f64]>,
        baseline: &Trace,
        trace: &mut Trace,
    ) {
        Run::new(&self.base, values, phases, errors, Some(baseline)).go(trace);
        against(&self.base, values, baseline, trace);
    }

    fn projection(&self, trace: Trace) -> Projection {
        Projection { span: self.base.span, codes: self.base.codes.clone(), ends: self.base.ends.clone(), trace }
    }

    pub(crate) fn place(&self, place: Place) -> Option<usize> {
        match place {
            None => Some(self.base.codes.len()),
            Some(code) => self.base.codes.binary_search(&code).ok(),
        }
    }
}

/// Outcomes that only a comparison has: poverty, and college educated people at home.
fn against(base: &Base, values: &Values, baseline: &Trace, trace: &mut Trace) {
    let n = base.codes.len();
    for year in 0..trace.years {
        for i in 0..n {
            let (was, is) = (baseline.at(Outcome::Remittances, year, i), trace.at(Outcome::Remittances, year, i));
            let poverty =
                if was > 0.0 && is > 0.0 { ((is / was).powf(values.of(P::Poverty)) - 1.0) * 100.0 } else { 0.0 };
            let slot = trace.slot(Outcome::Poverty, year, i);
            trace.outcomes[slot] = poverty;
            let home = college_home(
                base,
                values,
                i,
                [baseline, trace].map(|t| t.at(Outcome::CollegeAbroad, year, i)),
                trace.at(Outcome::Population, year, i),
            );
            let slot = trace.slot(Outcome::CollegeHome, year, i);
            trace.outcomes[slot] = home;
        }
    }
}

/// Who leaves is missed; that people may leave makes more of them study, in poorer countries and by one school.
fn college_home(base: &Base, values: &Values, i: usize, abroad: [f64; 2], population: f64) -> f64 {
    let at_home = population * ADULTS * values.of(P::CollegeNative);
    if abroad[0] == abroad[1] || at_home <= 0.0 {
        return 0.0;
    }
    let rate = |abroad: f64| abroad / (abroad + at_home);
    let more = rate(abroad[1]) - rate(abroad[0]);
    let poorer = base.income[i] > 0.0 && base.income[i] < values.of(P::BrainGainIncome);
    let gain = if poorer { values.of(P::BrainGain) * more } else { 0.0 };
    let drain = (abroad[0] - abroad[1]) / at_home;
    ((gain + drain) * 100.0).clamp(-100.0, 100.0)
}

/// Share of adults in a population.
const ADULTS: f64 = 0.6;

impl Projection {
    /// First and last year.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Every year, ascending.
    pub fn years(&self) -> impl Iterator<Item = i32> + use<> {
        self.span.from..=self.span.to
    }

    /// The countries, by code.
    pub fn countries(&self) -> &[Code] {
        &self.codes
    }

    /// A figure; none for a country or year that is not in it. Sums of a year belong to the year that follows its
    /// stock: stocks, and populations, are those at the start of the year after its moves, and before them.
    pub fn figure(&self, outcome: Outcome, place: Place, year: i32) -> Option<f64> {
        let row = match place {
            None => self.codes.len(),
            Some(code) => self.codes.binary_search(&code).ok()?,
        };
        let year = self.year(year)?;
        Some(self.trace.at(outcome, year, row))
    }

    /// Everybody of a corridor at the start of a year.
    pub fn stock(&self, origin: Code, dest: Code, year: i32) -> Option<f64> {
        self.corridor(&self.trace.stock, origin, dest, year)
    }

    /// Everybody who goes along a corridor in a year, first or back home.
    pub fn flow(&self, origin: Code, dest: Code, year: i32) -> Option<f64> {
        self.corridor(&self.trace.flow, origin, dest, year)
    }

    /// Dollars sent home to `origin` from `dest` in a year.
    pub fn remittances(&self, origin: Code, dest: Code, year: i32) -> Option<f64> {
        self.corridor(&self.trace.remittances, origin, dest, year)
    }

    /// The corridors with their stock in a year, by origin and destination.
    pub fn stocks(&self, year: i32) -> impl Iterator<Item = (Code, Code, f64)> + '_ {
        let from = self.year(year).map_or(0, |y| y * self.trace.corridors);
        let code = |i: u16| self.codes[usize::from(i)];
        self.ends.iter().enumerate().map(move |(c, (o, d))| (code(*o), code(*d), self.trace.stock[from + c]))
    }

    fn corridor(&self, of: &[f64], origin: Code, dest: Code, year: i32) -> Option<f64> {
        let place = |code: Code| self.codes.binary_search(&code).ok().map(|i| i as u16);
        let c = self.ends.binary_search(&(place(origin)?, place(dest)?)).ok()?;
        of.get(self.year(year)? * self.trace.corridors + c).copied()
    }

    fn year(&self, year: i32) -> Option<usize> {
        (self.span.from..=self.span.to).contains(&year).then(|| (year - self.span.from) as usize)
    }
}
