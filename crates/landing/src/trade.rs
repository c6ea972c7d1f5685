//! Trade-offs: total against the party, the cost and the sphere that fare worst, and the best total by tolerance.

use crate::engine::{Answer, Choice, Goal, Linear, Model, Row, Status, maximise};
use crate::ladder::Ladder;
use crate::package::{Objective, Package, words};
use serde::Serialize;

/// A package that none betters in the total without losing on the other axis.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Point {
    /// `worst_party`, `cost` or `worst_sphere`.
    pub against: &'static str,
    /// Gain summed over parties and spheres.
    pub total: i64,
    /// Value on the other axis: least gain of a party, cost, or least total of a sphere.
    pub value: i64,
    /// Its measures.
    pub measures: Vec<String>,
}

/// The best total for one tolerance.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Step {
    /// How far a party may fall below zero in a sphere, the same in all.
    pub tolerance: i64,
    /// The best total; none without a package.
    pub total: Option<i64>,
    /// Measures in the package.
    pub measures: usize,
    /// No total is larger; none if nothing is known.
    pub bound: Option<f64>,
    /// How sure it is.
    pub status: String,
}

/// Points on one axis: a frontier of more says less to a reader, and each is two exact searches.
const POINTS: usize = 60;

impl Ladder<'_> {
    /// The frontiers of total against worst party, cost and worst sphere, each from the largest total on.
    pub fn frontiers(&self) -> Vec<Point> {
        let case = self.case;
        let touched = case.touched().into_iter().map(|p| case.gains()[p].clone()).collect();
        let axes = [
            ("worst_party", Goal::Least(touched), 1),
            ("cost", Goal::Linear(case.cost().times(-1)), -1),
            ("worst_sphere", Goal::Least(case.spheres().to_vec()), 1),
        ];
        axes.iter().flat_map(|(name, axis, sign)| self.frontier(name, axis, *sign)).collect()
    }

    fn frontier(&self, name: &'static str, axis: &Goal, sign: i64) -> Vec<Point> {
        let total = Goal::Linear(self.case.total());
        let mut model = self.case.model().clone();
        let mut points = Vec::new();
        while points.len() < POINTS && !self.watch.stops() {
            // The largest total in what is left, then the best on the other axis that keeps it.
            let Some((first, best)) = self.proved(&model, &total, None) else { break };
            let kept = model.with(Row::at_least("total", self.case.total(), best));
            let Some((choice, value)) = self.proved(&kept, axis, Some(&first)) else { break };
            points.push(Point { against: name, total: best, value: sign * value, measures: self.case.ids(&choice) });
            raise(&mut model, axis, value + 1);
        }
        points
    }

    fn proved(&self, model: &Model, goal: &Goal, start: Option<&Choice>) -> Option<(Choice, i64)> {
        let work = (0.0, self.settings.work / 4);
        let answer = maximise(model, goal, start, work, self.solver, &self.watch.quiet());
        let value = answer.value as i64;
        answer.choice.filter(|_| answer.status == Status::Optimal).map(|choice| (choice, value))
    }

    /// Whether any package obeys the rows; none if that was not found out.
    pub fn exists(&self) -> Option<bool> {
        let goal = Goal::Linear(Linear::default());
        let work = (0.0, self.settings.work / 4);
        let answer = maximise(self.case.model(), &goal, None, work, self.solver, &self.watch.quiet());
        match answer.status {
            Status::None => Some(false),
            Status::NotFound => None,
            Status::Optimal | Status::Within => Some(true),
        }
    }

    /// The best total for one tolerance after the other, until one is as good as none at all or `most` is reached.
    pub fn step(&self, tolerance: i64) -> Step {
        let case = self.case.tolerant(tolerance);
        let ladder = Ladder { case: &case, ..*self };
        let package = ladder.best(Objective::Total, &ladder.starts(false));
        Step::of(tolerance, &package)
    }

    /// Whether there is a package at one tolerance, with the total of one that is found at once: enough to say from which
    /// tolerance on there is one, and seconds where the best total would be minutes.
    pub fn glance(&self, tolerance: i64) -> Step {
        let case = self.case.tolerant(tolerance);
        let ladder = Ladder { case: &case, ..*self };
        let starts = ladder.starts(false);
        let best = starts.choices().iter().max_by_key(|choice| case.total().at(choice));
        let answer = match best {
            Some(choice) => Answer::found(choice.clone(), case.total().at(choice) as f64, f64::INFINITY, 0.0),
            None if ladder.exists() == Some(false) => Answer::none(),
            None => return self.step(tolerance),
        };
        Step::of(tolerance, &Package::new(&case, Objective::Total, &answer))
    }

    /// Packages that are nearly as good and as different as possible, this one first.
    pub fn alternatives(&self, best: &Choice, count: usize, share: f64) -> Vec<Package> {
        let case = self.case;
        let measures = case.problem().measures.len();
        let value = case.total().at(best);
        let least = value - (value.abs() as f64 * share).floor() as i64;
        let model = case.model().with(Row::at_least("nearly as good", case.total(), least));
        let mut found = vec![best.clone()];
        while found.len() < count && !self.watch.stops() {
            let mut model = model.clone();
            let mut apart = Vec::new();
            for other in &found {
                let distance = Linear::new((0..measures).map(|m| (m, if other[m] { -1 } else { 1 })));
                let chosen = other[..measures].iter().filter(|yes| **yes).count() as i64;
                model.add_row(Row::at_least("another package", distance.clone(), 1 - chosen));
                apart.push(distance);
            }
            let goal = Goal::Linear(Linear::sum(&apart));
            let work = (0.0, self.settings.work / 8);
            let answer = maximise(&model, &goal, None, work, self.solver, &self.watch.quiet());
            let Some(choice) = answer.choice else { break };
            found.push(choice);
        }
        let row = |choice: &Choice| {
            let value = case.total().at(choice) as f64;
            let answer = Answer::found(choice.clone(), value, f64::INFINITY, 0.0);
            Package { status: words(&answer), ..Package::new(case, Objective::Total, &answer) }
        };
        found.iter().map(row).collect()
    }
}

impl Step {
    /// What a package says of its tolerance.
    pub fn of(tolerance: i64, package: &Package) -> Self {
        Self {
            tolerance,
            total: package.total,
            measures: package.measures.len(),
            bound: package.bound,
            status: package.status.clone(),
        }
    }
}

fn raise(model: &mut Model, axis: &Goal, low: i64) {
    match axis {
        Goal::Linear(function) => {
            model.add_row(Row::at_least("a step of the frontier", function.clone(), low));
        }
        Goal::Least(functions) => functions.iter().for_each(|function| {
            model.add_row(Row::at_least("a step of the frontier", function.clone(), low));
        }),
        Goal::Curves(_) => {}
    }
}

/// Measures that all packages share.
pub fn core(packages: &[Package]) -> Vec<String> {
    let Some((first, others)) = packages.split_first() else { return Vec::new() };
    first.measures.iter().filter(|m| others.iter().all(|p| p.measures.contains(m))).cloned().collect()
}
