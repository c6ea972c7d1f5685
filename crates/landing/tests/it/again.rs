//! An answer with the help of earlier ones is worth what an answer from nothing is: random problems whose red lines,
//! tolerance and budget change step by step, against brute force.

use crate::brute::{Chance, best, problem};
use landing::engine::{Ask, Found, Program, Solver, Status, Watch, solver};
use landing::problem::RedLine;
use landing::{Case, Earlier, Ladder, Objective, Package, Problem, Settings, Tolerance};
use std::sync::atomic::{AtomicUsize, Ordering};

fn ladder<'a>(case: &'a Case<'a>, solver: &'a dyn Solver) -> Ladder<'a> {
    Ladder { case, settings: Settings::default(), solver, watch: Watch::idle() }
}

/// A red line of anybody, on a sphere, on a measure or on the total.
fn line(c: &mut Chance, problem: &Problem) -> RedLine {
    let pick = |c: &mut Chance, of: usize| c.below(of as u64) as usize;
    let party = problem.parties[pick(c, problem.parties.len())].id.clone();
    let mut line = RedLine { party, sphere: None, measure: None, floor: None };
    match c.below(3) {
        0 => line.sphere = Some(problem.spheres[pick(c, problem.spheres.len())].clone()),
        1 => line.measure = Some(problem.measures[pick(c, problem.measures.len())].id.clone()),
        _ => line.floor = Some(c.below(4) as i64),
    }
    line
}

fn change(c: &mut Chance, problem: &mut Problem) {
    match c.below(5) {
        0 | 1 => {
            let line = line(c, problem);
            problem.red_lines.push(line);
        }
        2 if !problem.red_lines.is_empty() => {
            let at = c.below(problem.red_lines.len() as u64) as usize;
            problem.red_lines.remove(at);
        }
        3 => problem.budget = Some(c.below(60) as i64),
        _ => problem.tolerance = Some(Tolerance::One(c.below(4) as i64)),
    }
}

#[test]
fn it_is_worth_what_a_search_from_nothing_finds() {
    let mut compared = 0;
    for seed in 0..150 {
        let (c, mut problem) = (&mut Chance::new(seed + 1), problem(seed));
        let mut earlier: Vec<Earlier> = Vec::new();
        for _ in 0..6 {
            let case = Case::new(&problem, None).unwrap();
            let (ladder, expected) = (ladder(&case, solver()), best(&problem));
            for objective in Objective::ALL {
                let package = ladder.again(objective, &earlier);
                let value = package.value;
                let near = |value: f64| (value - expected[&objective]).abs() < 1e-6;
                assert!(value.map_or(expected.is_empty(), near), "seed {seed}, {objective:?}: {package:?}");
                assert_eq!(package.proof, if value.is_some() { Status::Optimal } else { Status::None });
                assert!(package.choice.as_ref().is_none_or(|choice| case.model().check(choice).is_ok()));
                compared += usize::from(!earlier.is_empty());
                earlier.push(Earlier::new(&ladder, package));
            }
            change(c, &mut problem);
            if problem.check().is_err() {
                break;
            }
        }
    }
    assert!(compared > 1_000, "{compared}");
}

#[test]
fn among_equal_least_gains_it_keeps_the_largest_total() {
    for seed in 0..100 {
        let (c, mut problem) = (&mut Chance::new(seed + 1), problem(seed));
        let before = problem.clone();
        let old = Case::new(&before, None).unwrap();
        let maxmin = |case: &Case<'_>, earlier: &[Earlier]| ladder(case, solver()).again(Objective::Maxmin, earlier);
        let first = Earlier::new(&ladder(&old, solver()), maxmin(&old, &[]));
        let line = line(c, &problem);
        problem.red_lines.push(line);
        let case = Case::new(&problem, None).unwrap();
        let (with, without) = (maxmin(&case, &[first]), maxmin(&case, &[]));
        assert_eq!((with.proof, with.total), (without.proof, without.total), "seed {seed}");
    }
}

/// Counts how often it is asked.
#[derive(Debug, Default)]
struct Counting(AtomicUsize);

impl Solver for Counting {
    fn name(&self) -> &'static str {
        "counting"
    }

    fn maximise(&self, program: &Program, ask: &Ask<'_>) -> Found {
        self.0.fetch_add(1, Ordering::Relaxed);
        solver().maximise(program, ask)
    }
}

#[test]
fn what_an_earlier_proof_settles_is_not_searched() {
    let (mut settled, mut none) = (0, 0);
    for seed in 0..100 {
        let (c, mut problem) = (&mut Chance::new(seed + 1), problem(seed));
        let before = problem.clone();
        let old = Case::new(&before, None).unwrap();
        let first = ladder(&old, solver()).again(Objective::Total, &[]);
        let line = line(c, &problem);
        problem.red_lines.push(line);
        let case = Case::new(&problem, None).unwrap();
        let holds = |package: &Package| package.choice.as_ref().is_none_or(|choice| case.model().check(choice).is_ok());
        if !holds(&first) {
            continue;
        }
        let (counting, earlier) = (Counting::default(), [Earlier::new(&ladder(&old, solver()), first)]);
        let package = ladder(&case, &counting).again(Objective::Total, &earlier);
        assert_eq!(counting.0.into_inner(), 0, "seed {seed}");
        settled += usize::from(package.proof == Status::Optimal);
        none += usize::from(package.proof == Status::None);
    }
    assert!(settled > 20 && none > 5, "{settled} {none}");
}

#[test]
fn answers_of_other_measures_are_passed_over() {
    for seed in 0..40 {
        let (one, other) = (problem(seed), problem(seed + 1));
        let (a, b) = (Case::new(&one, None).unwrap(), Case::new(&other, None).unwrap());
        let foreign = Objective::ALL.map(|objective| {
            let ladder = ladder(&a, solver());
            Earlier::new(&ladder, ladder.again(objective, &[]))
        });
        let expected = best(&other);
        for objective in Objective::ALL {
            let package = ladder(&b, solver()).again(objective, &foreign);
            let value = package.value;
            let near = value.map_or(expected.is_empty(), |value| (value - expected[&objective]).abs() < 1e-6);
            assert!(near, "seed {seed}, {objective:?}");
        }
    }
}
