//! From an earlier answer to the next: what was found and proved for a problem serves another that differs in its red
//! lines, its tolerance or its budget.
//!
//! A proof holds on where every row of the earlier problem still holds: a red line more never makes a package better.
//! A package holds on where it obeys the new rows. Where both do, nothing has to be searched at all.

use crate::case::Case;
use crate::engine::{Answer, Choice, Effort, Linear, Model, Row, Status, Target, search};
use crate::ladder::Ladder;
use crate::package::{Objective, Package};
use crate::starts::Starts;
use std::collections::BTreeMap;

/// What was found for one problem by one objective, kept for later questions.
#[derive(Debug, Clone)]
pub struct Earlier {
    model: Model,
    gains: Vec<Linear>,
    weights: Vec<u32>,
    levels: u32,
    package: Package,
}

impl Earlier {
    /// Keeps what a ladder found for its case.
    pub fn new(ladder: &Ladder<'_>, package: Package) -> Self {
        let case = ladder.case;
        let (model, gains) = (case.model().clone(), case.gains().to_vec());
        Self { model, gains, weights: weights(case), levels: ladder.settings.levels, package }
    }

    /// The package.
    pub fn package(&self) -> &Package {
        &self.package
    }

    /// Whether the same choices mean the same to the same parties.
    fn speaks_of(&self, case: &Case<'_>) -> bool {
        self.model.columns() == case.model().columns() && self.gains == case.gains() && self.weights == weights(case)
    }
}

fn weights(case: &Case<'_>) -> Vec<u32> {
    case.problem().parties.iter().map(|party| party.weight.unwrap_or(1)).collect()
}

impl Ladder<'_> {
    /// The best package by an objective, with the help of earlier answers: for this problem or for others that have the
    /// same measures, effects and synergies. Its value and its status are worth what those of a search from nothing are;
    /// of several packages with the same value it may be another. Answers that don't fit are passed over.
    pub fn again(&self, objective: Objective, earlier: &[Earlier]) -> Package {
        let fitting = earlier.iter().filter(|old| old.package.objective == objective && old.speaks_of(self.case));
        let known: Vec<&Earlier> = fitting.collect();
        let limits = Limits::new(self.case.model());
        let binding: Vec<&Earlier> = known.iter().copied().filter(|old| limits.imply(&old.model)).collect();
        if binding.iter().any(|old| old.package.proof == Status::None) {
            return Package::new(self.case, objective, &Answer::none());
        }
        if let Some(answer) = binding.iter().find_map(|old| self.settled(old)) {
            return Package::new(self.case, objective, &answer);
        }
        if let Some(answer) = known.iter().find_map(|old| self.beyond(old, &limits)) {
            return Package::new(self.case, objective, &answer);
        }
        let most = binding.iter().filter_map(|old| old.package.bound).fold(f64::INFINITY, f64::min);
        self.best_below(objective, &self.from(&known), most)
    }

    /// The earlier answer itself, where it was the best of more packages and is still allowed.
    fn settled(&self, old: &Earlier) -> Option<Answer> {
        let package = &old.package;
        let choice = package.choice.as_ref().filter(|choice| self.case.model().check(choice).is_ok())?;
        let same = package.objective != Objective::Maxmin || old.levels == self.settings.levels;
        let proved = package.proof == Status::Optimal && same;
        package.value.filter(|_| proved).map(|value| Answer::found(choice.clone(), value, value, 0.0))
    }

    /// Where one row was given up, what is new breaks that row: only there is a larger total looked for.
    fn beyond(&self, old: &Earlier, limits: &Limits<'_>) -> Option<Answer> {
        let best = match old.package.proof {
            Status::Optimal => Some(self.settled(old)?),
            Status::None => None,
            Status::Within | Status::NotFound => return None,
        };
        let mut given_up = old.model.rows().iter().filter(|row| !row.is_idle() && !limits.implies(row));
        let row = given_up.next().filter(|_| old.package.objective == Objective::Total)?;
        let broken = broken(row).filter(|_| given_up.next().is_none())?;
        let mut model = self.case.model().with(broken);
        if let Some(best) = &best {
            model.add_row(Row::at_least("a larger total", self.case.total(), best.value as i64 + 1));
        }
        let answer = self.total(&model);
        match (answer.status, best) {
            (Status::None, Some(best)) => Some(best),
            (Status::Optimal, _) | (Status::None, None) => Some(answer),
            // The work is used up: the usual way, which begins with a local search, may find more.
            _ => None,
        }
    }

    /// Earlier packages that are still allowed; else the nearest repaired by the local search, and what it finds alone.
    fn from(&self, known: &[&Earlier]) -> Starts {
        let mut starts = Starts::default();
        let choices: Vec<&Choice> = known.iter().filter_map(|old| old.package.choice.as_ref()).collect();
        choices.iter().filter(|choice| self.case.model().check(choice).is_ok()).for_each(|choice| starts.add(choice));
        if starts.choices().is_empty() {
            starts = self.starts(false);
            choices.iter().filter_map(|choice| self.repaired(choice)).for_each(|choice| starts.add(&choice));
        }
        starts
    }

    fn repaired(&self, choice: &Choice) -> Option<Choice> {
        let total = self.case.total();
        let target = Target { least: total.span().0, functions: vec![total] };
        let moves = self.moves(1) / 10;
        let effort = Effort { moves, patience: moves / 4, seed: self.settings.seed };
        search(self.case.model(), &target, Some(choice), effort, &self.watch.quiet()).map(|(choice, _)| choice)
    }
}

/// That a row does not hold, where it is one row that says so.
pub(crate) fn broken(row: &Row) -> Option<Row> {
    let (name, function) = ("given up", row.function.clone());
    match (row.low, row.high) {
        (Some(low), None) => Some(Row::at_most(name, function, low.saturating_sub(1))),
        (None, Some(high)) => Some(Row::at_least(name, function, high.saturating_add(1))),
        _ => None,
    }
}

/// The strictest limits of each function that a model limits.
pub(crate) struct Limits<'a>(BTreeMap<&'a [(usize, i64)], (i64, i64)>);

impl<'a> Limits<'a> {
    pub fn new(model: &'a Model) -> Self {
        let mut limits = BTreeMap::new();
        for row in model.rows() {
            let (low, high) = limits.entry(row.function.terms()).or_insert((i64::MIN, i64::MAX));
            *low = row.low.map_or(*low, |new| new.max(*low));
            *high = row.high.map_or(*high, |new| new.min(*high));
        }
        Self(limits)
    }

    /// Whether every choice within these limits obeys every row of another model, as far as single rows tell.
    fn imply(&self, other: &Model) -> bool {
        other.rows().iter().all(|row| row.is_idle() || self.implies(row))
    }

    pub fn implies(&self, row: &Row) -> bool {
        self.0
            .get(row.function.terms())
            .is_some_and(|(low, high)| row.low.is_none_or(|old| old <= *low) && row.high.is_none_or(|old| *high <= old))
    }
}
