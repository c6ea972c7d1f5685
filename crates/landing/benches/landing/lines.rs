//! Rows about red lines and their prices, and about what comes before any search: reading a problem and making it ready.

use crate::brute::Chance;
use crate::instances::problem;
use crate::run::Runs;
use crate::table::Table;
use landing::engine::{Solver, Watch};
use landing::problem::RedLine;
use landing::{Case, Ladder, Objective, Package, Problem, Settings, Starts, Tolerance, Without};
use std::collections::BTreeSet;
use std::time::Instant;

/// Red lines of an instance.
const LINES: u64 = 24;

pub fn rows(table: &mut Table, runs: &mut Runs<'_>, all: bool) {
    for seed in 1..=if all { 3 } else { 1 } {
        prices(table, runs, &format!("60 200 8 {seed}"), 3);
    }
    prices(table, runs, "60 200 8 1 0.3 0.3", 0);
    ready(table, "500 200 8 1 0.0 0.3");
}

/// Red lines of anybody: against a measure, on a sphere, on the total.
fn lined(mut problem: Problem) -> Problem {
    let c = &mut Chance::new(5);
    for i in 0..LINES {
        let pick = |c: &mut Chance, of: usize| c.below(of as u64) as usize;
        let party = problem.parties[pick(c, problem.parties.len())].id.clone();
        let mut line = RedLine { party, sphere: None, measure: None, floor: None };
        match i % 8 {
            0 => line.measure = Some(problem.measures[pick(c, problem.measures.len())].id.clone()),
            1 => line.floor = Some(5),
            _ => line.sphere = Some(problem.spheres[pick(c, problem.spheres.len())].clone()),
        }
        problem.red_lines.push(line);
    }
    problem
}

fn ladder<'a>(case: &'a Case<'a>, solver: &'a dyn Solver) -> Ladder<'a> {
    Ladder { case, settings: Settings::default(), solver, watch: Watch::idle() }
}

fn total(case: &Case<'_>, solver: &dyn Solver) -> Package {
    ladder(case, solver).best(Objective::Total, &Starts::default())
}

/// All prices, and beside them each red line and each bloc solved from nothing.
fn prices(table: &mut Table, runs: &Runs<'_>, name: &str, tolerance: i64) {
    let row = format!("{name}, {LINES} prices");
    let Some(problem) = table.wants(&row).then(|| problem(name)).flatten().map(lined) else { return };
    let case = Case::new(&problem, Some(&Tolerance::One(tolerance))).unwrap();
    let best = total(&case, runs.solver);
    let began = Instant::now();
    let prices = ladder(&case, runs.solver).prices(&best);
    let seconds = began.elapsed().as_secs_f64();
    let dear = prices.iter().filter(|price| price.price.is_some_and(|price| price > 0)).count();
    let (began, mut wrong) = (Instant::now(), 0);
    for price in prices.iter().filter(|price| price.kind != "veto") {
        let red_lines: BTreeSet<usize> = price.red_lines.iter().copied().collect();
        let alone = total(&case.without(&Without { red_lines, ..Without::default() }), runs.solver);
        wrong += usize::from(alone.total != price.total);
    }
    let alone = began.elapsed().as_secs_f64();
    let veto = prices.iter().find(|price| price.kind == "veto").map_or(0, |price| price.parties.len());
    let figure = format!(
        "{seconds:.1} s ({dear} of {} above 0, coalition of {veto}); each from nothing, without the coalition: {alone:.1} s; {wrong} apart",
        prices.len()
    );
    // Below a second there is nothing to save.
    let in_less = seconds < alone.max(1.0);
    table.bar(&row, "the same as from nothing, in less time", &figure, wrong == 0 && in_less);
}

/// Reading a file and making it ready.
fn ready(table: &mut Table, name: &str) {
    let row = format!("{name}, read and made ready");
    let Some(problem) = table.wants(&row).then(|| problem(name)).flatten() else { return };
    let text = serde_json::to_vec(&problem).unwrap();
    let timed = |what: &mut dyn FnMut()| {
        let began = Instant::now();
        what();
        began.elapsed().as_secs_f64()
    };
    let read = timed(&mut || drop(Problem::read(&text).unwrap()));
    let made = timed(&mut || drop(Case::new(&problem, None).unwrap()));
    let figure = format!("{read:.2} s to read {} effects, {made:.2} s to make it ready", problem.effects.len());
    table.bar(&row, "<= 0.5 s", &figure, read + made <= 0.5);
}
