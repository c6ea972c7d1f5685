//! One search with a clock, and a count of all packages and of what they harm.

use landing::engine::{Solver, Status, Watch};
use landing::{Case, Ladder, Objective, Package, Settings, Starts};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

/// The solver, and what was found with it.
pub struct Runs<'a> {
    pub solver: &'a dyn Solver,
    pub packages: usize,
    pub harms: usize,
}

impl<'a> Runs<'a> {
    pub fn new(solver: &'a dyn Solver) -> Self {
        Self { solver, packages: 0, harms: 0 }
    }

    /// Counts packages and what they harm: in whole numbers, from the effects.
    pub fn judge(&mut self, case: &Case<'_>, packages: &[Package]) {
        for choice in packages.iter().filter_map(|package| package.choice.as_ref()) {
            let fallen = case.gains().iter().chain(case.spheres()).filter(|f| f.at(choice) < 0).count();
            self.packages += 1;
            self.harms += fallen + usize::from(case.model().check(choice).is_err());
        }
    }

    /// The local search alone: whether it found anything, and in what time.
    pub fn first(&self, case: &Case<'_>) -> (Starts, f64) {
        let began = Instant::now();
        let settings = Settings::default();
        let starts = Ladder { case, settings, solver: self.solver, watch: Watch::idle() }.starts(false);
        (starts, began.elapsed().as_secs_f64())
    }

    /// One objective with a limit of time.
    pub fn one(&mut self, case: &Case<'_>, objective: Objective, limit: f64) -> (Package, f64) {
        let (mut packages, seconds) = self.several(case, &[objective], 1, limit);
        (packages.remove(0), seconds)
    }

    /// Several objectives, so many at a time, with a limit of time for all.
    pub fn several(
        &mut self,
        case: &Case<'_>,
        objectives: &[Objective],
        threads: usize,
        limit: f64,
    ) -> (Vec<Package>, f64) {
        let began = Instant::now();
        let left = || limit - began.elapsed().as_secs_f64();
        let (stop, quiet) = (|| left() <= 0.0, |_| ());
        let watch = Watch::new(&stop, &quiet).until(&left);
        let settings = Settings { threads, ..Settings::default() };
        let packages = Ladder { case, settings, solver: self.solver, watch }.all(objectives);
        let seconds = began.elapsed().as_secs_f64();
        self.judge(case, &packages);
        (packages, seconds)
    }

    /// The first package, by whatever finds it: the time until a value was told, up to a limit.
    pub fn earliest(&mut self, case: &Case<'_>, limit: f64) -> (Package, f64) {
        let began = Instant::now();
        let left = || limit - began.elapsed().as_secs_f64();
        let seen = AtomicUsize::new(0);
        let stop = || left() <= 0.0 || seen.load(Ordering::Relaxed) > 0;
        let tell = |progress: landing::engine::Progress| {
            if progress.value.is_some() {
                seen.store(1, Ordering::Relaxed);
            }
        };
        let watch = Watch::new(&stop, &tell).until(&left);
        let ladder = Ladder { case, settings: Settings::default(), solver: self.solver, watch };
        let package = ladder.best(Objective::Total, &ladder.starts(false));
        self.judge(case, std::slice::from_ref(&package));
        (package, began.elapsed().as_secs_f64())
    }
}

/// How far a package may be from the best, in percent: 0 where that, or that none exists, is proved; a hundred where
/// nothing is known.
pub fn gap(package: &Package) -> f64 {
    match (package.proof, package.bound, package.value) {
        (Status::Optimal | Status::None, ..) => 0.0,
        (Status::Within, Some(bound), Some(value)) if bound.abs() > 1e-12 => (bound - value) / bound.abs() * 100.0,
        _ => 100.0,
    }
}

/// A package in a word or two.
pub fn said(package: &Package) -> String {
    let value = package.value.map_or_else(String::new, |value| format!(" {}", (value * 100.0).round() / 100.0));
    format!("{}{value}, {}", package.objective.name(), package.status)
}
