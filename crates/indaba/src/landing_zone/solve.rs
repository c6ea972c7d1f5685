//! Works a problem out, with the solver that the command has and with bounded work: what a server computes for itself
//! must end, and the same figures must give the same result. What is found on the way is published as it is found.

use super::far::Far;
use super::problem::Built;
use landing::engine::{Progress, Status, Watch, solver};
use landing::{Alternatives, Case, Earlier, Ladder, Landing, Objective, Package, Price, Settings, Starts, Step, core};
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
    /// It was ended before everything was worked out.
    pub cut: bool,
    /// How long it took.
    pub seconds: f64,
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
    let ended = || far.stops() || began.elapsed() >= most;
    let (found, best) = {
        let case = Case::new(&built.problem, None)?;
        let quiet = |_: Progress| ();
        let settings = Settings { work: WORK, ..Settings::default() };
        let left = || most.saturating_sub(began.elapsed()).as_secs_f64();
        let watch = Watch::new(&ended, &quiet).until(&left);
        let ladder = Ladder { case: &case, settings, solver: solver(), watch };
        let publish = |found: &Landing| {
            let (built, found, seconds) = (built.clone(), found.clone(), began.elapsed().as_secs_f64());
            far.publish(Solved { built, found, best: Vec::new(), cut: false, seconds });
        };
        let found = match (built.problem.measures.is_empty(), depth) {
            (true, _) => Landing::new(case.tolerance()),
            (false, Depth::Whole) => whole(&ladder, far, &publish),
            (false, Depth::Quick) => quick(&ladder, why, known.map_or(&[], |known| known.best.as_slice()), far),
        };
        let best = found.packages.iter().filter(|p| p.objective == Objective::Total).cloned();
        let best = best.map(|package| Earlier::new(&ladder, package)).collect();
        (found, best)
    };
    Ok(Solved { built, found, best, cut: ended(), seconds: began.elapsed().as_secs_f64() })
}

/// The package with the largest total, and why a measure is not in it.
fn quick(ladder: &Ladder<'_>, why: Option<&str>, known: &[Earlier], far: &Far) -> Landing {
    far.at(0);
    let mut found = Landing::new(ladder.case.tolerance());
    found.packages = match known {
        [] => ladder.all_from(&[Objective::Total], &ladder.starts(false)),
        known => vec![ladder.again(Objective::Total, known)],
    };
    let best = found.packages.first().and_then(|p| p.total);
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

fn whole(ladder: &Ladder<'_>, far: &Far, publish: &dyn Fn(&Landing)) -> Landing {
    far.at(0);
    let mut found = Landing::new(ladder.case.tolerance());
    let starts = ladder.starts(false);
    let total = ladder.case.total();
    far.note(starts.choices().iter().map(|choice| total.at(choice)).max(), None);
    for objective in Objective::ALL {
        if ladder.watch.stops() && !found.packages.is_empty() {
            break;
        }
        found.packages.push(followed(ladder, objective, &starts, far));
        if found.packages.iter().any(|p| p.choice.is_some() || p.proof == Status::None) {
            publish(&found);
        }
    }
    stuck(ladder, &mut found);
    if let Some(total) = found.packages.first().cloned() {
        around(ladder, &mut found, &total, far, publish);
    }
    found
}

/// The best package by an objective; the largest total is followed while it is looked for. Of the others' figures some
/// are a party's.
fn followed(ladder: &Ladder<'_>, objective: Objective, starts: &Starts, far: &Far) -> Package {
    let whole = |value: f64| value.is_finite().then(|| (value + 1e-6).floor() as i64);
    let follow = |progress: Progress| {
        if objective == Objective::Total {
            far.note(progress.value.and_then(whole), progress.bound.and_then(whole));
        }
    };
    Ladder { watch: ladder.watch.told(&follow), ..*ladder }.best(objective, starts)
}

/// What else there is to say beside the packages. What a stop leaves out is not said at all.
fn around(ladder: &Ladder<'_>, found: &mut Landing, total: &Package, far: &Far, publish: &dyn Fn(&Landing)) {
    let parts: [&dyn Fn(&mut Landing); 5] = [
        &|found| found.curve = curve(ladder, total),
        &|found| found.alternatives = total.choice.as_ref().map(|choice| alternatives(ladder, choice)),
        &|found| found.robustness = total.choice.as_ref().map(|choice| ladder.robustness(choice, DRAWS)),
        &|found| found.prices = prices(ladder, total),
        &|found| found.frontier = total.choice.as_ref().map(|_| ladder.frontiers()),
    ];
    for (i, part) in parts.into_iter().enumerate() {
        if ladder.watch.stops() {
            return;
        }
        far.at(i + 1);
        part(found);
        publish(found);
    }
}

fn alternatives(ladder: &Ladder<'_>, choice: &[bool]) -> Alternatives {
    let packages = ladder.alternatives(&choice.to_vec(), ALTERNATIVES, NEARLY);
    Alternatives { within: NEARLY, core: core(&packages), packages }
}

fn prices(ladder: &Ladder<'_>, total: &Package) -> Option<Vec<Price>> {
    (!ladder.case.problem().red_lines.is_empty()).then(|| ladder.prices(total))
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
        steps.push(if solved { Step::of(tolerance, total) } else { ladder.step(tolerance) });
    }
    steps
}
