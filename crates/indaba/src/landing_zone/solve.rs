//! Works a problem out, with bounded work and the pure-Rust solver: what a server computes for itself must end.

use super::problem::Built;
use landing::engine::{Microlp, Progress, Solver, Status, Watch};
use landing::{Alternatives, Case, Earlier, Ladder, Landing, Objective, Package, Settings, Step, core};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Iterations of the simplex method for one objective.
const WORK: u64 = 60_000;
/// Share of the best total that an alternative may miss, and how many are shown.
const NEARLY: f64 = 0.05;
const ALTERNATIVES: usize = 4;
/// Draws of the effects between low and high.
const DRAWS: u32 = 200;
/// Tolerances up to this one are on the curve; larger ones only until a package exists.
const CURVE: i64 = 3;

/// The parts of a result, in the order in which they are worked out.
pub const PARTS: [&str; 6] = ["packages", "curve", "alternatives", "robustness", "prices", "frontier"];

/// A problem with what was found.
#[derive(Debug)]
pub struct Solved {
    /// The problem, and who stands behind it.
    pub built: Built,
    /// What was found.
    pub found: Landing,
    /// The package with the largest total, for questions that begin from it.
    pub best: Vec<Earlier>,
    /// How long it took.
    pub seconds: f64,
}

/// How far a computation is.
#[derive(Debug, Default)]
pub struct Far {
    part: AtomicUsize,
    stop: AtomicBool,
}

impl Far {
    /// The part that is worked on.
    pub fn part(&self) -> &'static str {
        PARTS[self.part.load(Ordering::Relaxed).min(PARTS.len() - 1)]
    }

    /// Its place, from 1.
    pub fn place(&self) -> usize {
        self.part.load(Ordering::Relaxed).min(PARTS.len() - 1) + 1
    }

    /// Ends it: what it finds is no longer asked for.
    pub fn stop(&self) {
        self.stop.store(true, Ordering::Relaxed);
    }

    fn at(&self, part: usize) {
        self.part.store(part, Ordering::Relaxed);
    }
}

/// How much is worked out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Depth {
    /// Everything.
    Whole,
    /// The package with the largest total, and why a measure is not in it.
    Quick,
}

/// Works it out. `most` bounds the time of the whole; what is cut short says so in its status. A question that is worked
/// out quickly begins from the result as it stands, where that is `known`: of packages with the same total it then finds
/// the one that the reader has before them.
pub fn solve(
    built: Built,
    (depth, why): (Depth, Option<&str>),
    known: Option<&Solved>,
    most: Duration,
    far: &Far,
) -> anyhow::Result<Solved> {
    let began = Instant::now();
    let solver: &dyn Solver = &Microlp;
    let (found, best) = {
        let case = Case::new(&built.problem, None)?;
        let stop = || far.stop.load(Ordering::Relaxed) || began.elapsed() >= most;
        let quiet = |_: Progress| ();
        let settings = Settings { work: WORK, ..Settings::default() };
        let left = || most.saturating_sub(began.elapsed()).as_secs_f64();
        let ladder = Ladder { case: &case, settings, solver, watch: Watch::new(&stop, &quiet).until(&left) };
        let found = match (built.problem.measures.is_empty(), depth) {
            (true, _) => Landing::new(case.tolerance()),
            (false, Depth::Whole) => whole(&ladder, far),
            (false, Depth::Quick) => quick(&ladder, why, known.map_or(&[], |known| known.best.as_slice()), far),
        };
        let best = found.packages.iter().filter(|p| p.objective == Objective::Total).cloned();
        let best = best.map(|package| Earlier::new(&ladder, package)).collect();
        (found, best)
    };
    Ok(Solved { built, found, best, seconds: began.elapsed().as_secs_f64() })
}

/// The package with the largest total, and why a measure is not in it.
fn quick(ladder: &Ladder<'_>, why: Option<&str>, known: &[Earlier], far: &Far) -> Landing {
    far.at(0);
    let mut found = Landing::new(ladder.case.tolerance());
    found.packages = match known {
        [] => ladder.all_from(&[Objective::Total], &ladder.starts(false)),
        known => vec![ladder.again(Objective::Total, known)],
    };
    let best = found.packages.first().filter(|p| p.choice.is_some()).map(|p| p.total);
    found.why = why.and_then(|measure| ladder.why(measure, best));
    stuck(ladder, &mut found);
    found
}

/// What stands in the way where there is no package.
fn stuck(ladder: &Ladder<'_>, found: &mut Landing) {
    if found.packages.iter().any(|p| p.proof == Status::None) {
        found.contradiction = ladder.contradiction();
        found.concessions = ladder.least_concessions();
    }
}

fn whole(ladder: &Ladder<'_>, far: &Far) -> Landing {
    far.at(0);
    let mut found = Landing::new(ladder.case.tolerance());
    found.packages = ladder.all_from(&Objective::ALL, &ladder.starts(false));
    stuck(ladder, &mut found);
    if let Some(total) = found.packages.first().cloned() {
        around(ladder, &mut found, &total, far);
    }
    found
}

/// What else there is to say beside the packages.
fn around(ladder: &Ladder<'_>, found: &mut Landing, total: &Package, far: &Far) {
    far.at(1);
    found.curve = curve(ladder, total);
    if let Some(choice) = &total.choice {
        far.at(2);
        let packages = ladder.alternatives(choice, ALTERNATIVES, NEARLY);
        found.alternatives = Some(Alternatives { within: NEARLY, core: core(&packages), packages });
        far.at(3);
        found.robustness = Some(ladder.robustness(choice, DRAWS));
    }
    far.at(4);
    let problem = ladder.case.problem();
    if !problem.red_lines.is_empty() {
        let best = total.choice.as_ref().map(|_| total.total);
        found.prices = Some(ladder.prices(problem.tolerance.as_ref(), best));
    }
    far.at(5);
    if total.choice.is_some() {
        found.frontier = Some(ladder.frontiers());
    }
}

/// Best totals by tolerance; the one that was solved already is not solved again.
fn curve(ladder: &Ladder<'_>, total: &Package) -> Vec<Step> {
    let own = ladder.case.tolerance();
    let mut steps: Vec<Step> = Vec::new();
    for tolerance in 0..=super::asked::TOLERANCE {
        let exists = steps.iter().any(|step| step.total.is_some());
        if (tolerance > CURVE && exists) || ladder.watch.stops() {
            break;
        }
        let solved = own.iter().all(|t| *t == tolerance);
        steps.extend(if solved { Some(Step::of(tolerance, total)) } else { ladder.step(tolerance) });
    }
    steps
}
