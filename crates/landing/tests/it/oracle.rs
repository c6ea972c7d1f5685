//! Every objective, relation, red line and tolerance against brute force, and both solvers against each other.

use crate::brute::{best, judge, problem};
use landing::engine::{Solver, Status, Watch};
use landing::{Case, Ladder, Objective, Package, Settings, Starts};

fn solve(case: &Case<'_>, solver: &dyn Solver, objective: Objective, with_starts: bool) -> Package {
    let ladder = Ladder { case, settings: Settings::default(), solver, watch: Watch::idle() };
    let starts = if with_starts { ladder.starts(false) } else { Starts::default() };
    ladder.best(objective, &starts)
}

/// Compares one problem; the seed names it.
fn compare(seed: u64, solver: &dyn Solver, with_starts: bool) {
    let problem = problem(seed);
    let case = Case::new(&problem, None).unwrap();
    let expected = best(&problem);
    for objective in Objective::ALL {
        let package = solve(&case, solver, objective, with_starts);
        let name = format!("seed {seed}, {}, {}", objective.name(), solver.name());
        match expected.get(&objective) {
            None => {
                assert_eq!((package.proof, package.measures.len(), package.value), (Status::None, 0, None), "{name}");
            }
            Some(value) => {
                assert_eq!(package.proof, Status::Optimal, "{name}: {} instead of {value}", package.status);
                let own = package.value.unwrap();
                assert!((own - value).abs() < 1e-6, "{name}: {own} instead of {value}");
                let chosen: Vec<bool> = problem.measures.iter().map(|m| package.measures.contains(&m.id)).collect();
                let judged = judge(&problem, &chosen);
                assert!(judged.lawful && package.worse == Some(0), "{name}: not a landing zone");
                assert_eq!(Some(judged.gains.iter().sum::<i64>()), package.total, "{name}");
            }
        }
    }
}

#[cfg(feature = "highs")]
#[test]
fn highs_equals_brute_force_on_two_thousand_problems() {
    (0..2000).for_each(|seed| compare(seed, &landing::engine::Highs, seed % 2 == 0));
}

#[test]
fn microlp_equals_brute_force_on_two_thousand_problems() {
    (0..2000).for_each(|seed| compare(seed, &landing::engine::Microlp, seed % 2 == 0));
}

#[test]
fn the_number_of_threads_changes_nothing() {
    for seed in 0..20 {
        let problem = problem(seed);
        let case = Case::new(&problem, None).unwrap();
        let on = |threads: usize| {
            let settings = Settings { threads, ..Settings::default() };
            let ladder = Ladder { case: &case, settings, solver: landing::engine::solver(), watch: Watch::idle() };
            serde_json::to_string(&ladder.all(&Objective::ALL)).unwrap()
        };
        assert_eq!(on(1), on(2), "seed {seed}");
    }
}
