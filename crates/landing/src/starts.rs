//! Packages before any exact search: local search, flips by chance, and what the relaxed program leads to.

use crate::engine::{Choice, Effort, Goal, Linear, Pump, Row, Target, Watch, anneal, maximise, pump, trail};
use crate::ladder::{Ladder, Settings};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, Ordering::SeqCst};

/// Choices from which on flips by chance are tried at once, where the local search found little or nothing.
const MANY: usize = 100;

/// Packages that were found before any exact search.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Starts {
    pub(crate) found: Vec<Choice>,
    /// What the long search found, once an objective had need of it: it is the same for all of them.
    pub(crate) far: OnceLock<Vec<Choice>>,
}

impl Starts {
    /// Also begins from this choice, if it obeys the rows.
    pub fn add(&mut self, choice: &Choice) {
        self.found.push(choice.clone());
    }

    /// The choices, in the order in which they were found.
    pub fn choices(&self) -> &[Choice] {
        &self.found
    }
}

impl Ladder<'_> {
    /// Local search for much gain, and for much gain of the party that gains least.
    pub fn starts(&self, long: bool) -> Starts {
        let case = self.case;
        let moves = self.moves(if long { 30 } else { 1 });
        let effort = Effort { moves, patience: moves / 4, seed: self.settings.seed + u64::from(long) };
        let total = Target { functions: vec![case.total()], least: case.total().span().0 };
        let mut found: Vec<Choice> = Vec::new();
        let walked = trail(case.model(), &total, None, effort, &self.watch.quiet());
        found.extend(walked.best.map(|(choice, _)| choice));
        if long {
            let known = found.iter().map(|choice| case.total().at(choice)).max().unwrap_or(0);
            found.extend(self.far(known));
        } else if self.lost(&found) {
            found.extend(self.flips(4_000_000, 0));
        }
        found.sort_by_key(|choice| std::cmp::Reverse(case.total().at(choice)));
        found.extend(if long && found.is_empty() { self.between(&walked.near) } else { None });
        let least = Target { functions: self.touched_gains(), least: i64::from(i16::MIN) };
        if !least.functions.is_empty() && (!found.is_empty() || long) {
            let start = found.first().cloned();
            let walked = trail(case.model(), &least, start.as_ref(), effort, &self.watch.quiet());
            found.extend(walked.best.map(|(choice, _)| choice));
        }
        Starts { found, far: OnceLock::new() }
    }

    /// Whether of many measures little or nothing is known: of that an exact search makes nothing.
    pub(crate) fn lost(&self, known: &[Choice]) -> bool {
        let (total, least) = (self.case.total(), self.case.total().span().1 / 4);
        self.case.model().columns() > MANY && known.iter().all(|choice| total.at(choice) < least)
    }

    /// What flips by chance find in so many tries.
    fn flips(&self, moves: u64, more: u64) -> Option<Choice> {
        let effort = Effort { moves, patience: (moves / 4).min(5_000_000), seed: self.settings.seed + more };
        anneal(self.case.model(), &self.case.total(), effort, &self.watch.quiet())
    }

    /// Where little or nothing is known: flips by chance; what the relaxed program leads to, if they find nothing; and
    /// flips again, for a minute at most, if that leads to nothing either.
    fn far(&self, known: i64) -> Option<Choice> {
        let flipped = AtomicBool::new(false);
        let flips = || {
            let found = self.flips(40_000_000, 1);
            flipped.store(found.is_some(), SeqCst);
            found
        };
        let (stop, quiet) = (|| flipped.load(SeqCst) || self.watch.stops(), |_| ());
        let watch = Watch::new(&stop, &quiet);
        let Settings { seed, threads, .. } = self.settings;
        let effort = Pump { tries: 24, corners: 700, seed, threads };
        let pumps = || pump(self.case.model(), &self.case.total(), known, effort, (self.solver, &watch));
        let (flipped, pumped) = if threads > 1 {
            std::thread::scope(|scope| {
                let other = scope.spawn(flips);
                let pumped = pumps();
                (other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), pumped)
            })
        } else {
            (flips(), pumps())
        };
        flipped.or_else(|| pumped.map(|choice| self.walked_on(choice))).or_else(|| self.flips(160_000_000, 2))
    }

    /// The best that the local search comes to from a choice that obeys the rows.
    fn walked_on(&self, choice: Choice) -> Choice {
        let total = Target { functions: vec![self.case.total()], least: self.case.total().at(&choice) };
        let effort = Effort { moves: self.moves(1), patience: self.moves(1), seed: self.settings.seed };
        let walked = trail(self.case.model(), &total, Some(&choice), effort, &self.watch.quiet());
        walked.best.map_or(choice, |(better, _)| better)
    }

    /// What choices that nearly obey the rows agree on is kept; the rest is searched exactly.
    fn between(&self, near: &[Choice]) -> Option<Choice> {
        let first = near.first()?;
        let mut model = self.case.model().clone();
        for (column, yes) in first.iter().enumerate() {
            if near.iter().all(|other| other[column] == *yes) {
                let (function, value) = (Linear::new([(column, 1)]), i64::from(*yes));
                model.add_row(Row { name: "agreed".to_owned(), function, low: Some(value), high: Some(value) });
            }
        }
        let goal = Goal::Linear(self.case.total());
        let work = (0.0, self.settings.work / 8);
        maximise(&model, &goal, None, work, self.solver, &self.watch.quiet()).choice
    }

    /// Moves that are worth about the same time for problems of any size.
    pub(crate) fn moves(&self, share: u64) -> u64 {
        let columns = self.case.model().columns().max(1) as u64;
        let (rows, terms) = self
            .case
            .model()
            .rows()
            .iter()
            .fold((1, 1), |(rows, terms), row| (rows + 1, terms + row.function.terms().len() as u64));
        let cost = columns + (terms / columns) * (terms / rows).max(1);
        (200_000_000 * share / cost.max(1)).clamp(500, 20_000 * share)
    }
}
