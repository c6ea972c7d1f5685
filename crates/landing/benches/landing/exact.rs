//! Rows about right and wrong: brute force, published records, solvers, threads, progress.

use crate::instances::problem;
use crate::table::Table;
use crate::{brute, fronts, negotiation, shared};
use landing::engine::{Microlp, Progress, Solver, Status, Watch};
use landing::{Case, Ladder, Objective, Package, Settings, Tolerance};
use std::sync::Mutex;

const PROBLEMS: u64 = 2_000;

fn solved(seed: u64, solver: &dyn Solver) -> Vec<Package> {
    let problem = brute::problem(seed);
    let case = Case::new(&problem, None).unwrap();
    let ladder = Ladder { case: &case, settings: Settings::default(), solver, watch: Watch::idle() };
    ladder.all(&Objective::ALL)
}

fn right(seed: u64, solver: &dyn Solver) -> bool {
    let expected = brute::best(&brute::problem(seed));
    solved(seed, solver).iter().all(|package| match expected.get(&package.objective) {
        None => package.proof == Status::None && package.measures.is_empty(),
        Some(value) => {
            package.proof == Status::Optimal
                && package.value.is_some_and(|own| (own - value).abs() < 1e-6)
                && package.worse == Some(0)
        }
    })
}

pub fn oracle(table: &mut Table, solver: &dyn Solver) {
    if table.wants("oracle") {
        let wrong = (0..PROBLEMS).filter(|seed| !right(*seed, solver)).count();
        let bar = "equals brute force on 2,000 random problems";
        table.bar("oracle", bar, &format!("{wrong} wrong of {PROBLEMS}, four objectives each"), wrong == 0);
    }
}

pub fn known(table: &mut Table) {
    let Some(data) = shared::data().filter(|_| table.wants("known cases")) else { return };
    let domains = std::panic::catch_unwind(|| negotiation::published(&data)).ok();
    let bar = "Nash, max-min, max-sum and every Pareto point";
    let figure = domains.map_or_else(|| "a difference".to_owned(), |count| format!("{count} domains, all equal"));
    table.bar("known cases: negotiation", bar, &figure, domains.is_some());
    let all = || fronts::two(&data) + fronts::voptlib(&data) + fronts::three(&data) + fronts::four(&data);
    let found = std::panic::catch_unwind(all).ok();
    let figure = found.map_or_else(|| "a difference".to_owned(), |count| format!("{count} fronts, all equal"));
    table.bar("known cases: frontiers", "every published point, none extra", &figure, found.is_some());
}

/// Both solvers where both finish; without the feature there is one.
pub fn agree(table: &mut Table) {
    if !table.wants("solvers agree") {
        return;
    }
    let Some(other) = OTHER else { return table.note("solvers agree", "one solver alone is built in") };
    let value = |p: &Package| p.value.filter(|_| p.proof == Status::Optimal);
    let (mut compared, mut apart) = (0, 0);
    for seed in 0..500 {
        for (a, b) in solved(seed, &Microlp).iter().zip(&solved(seed, other)) {
            compared += 1;
            apart += usize::from(value(a).zip(value(b)).is_some_and(|(a, b)| (a - b).abs() > 1e-6));
        }
    }
    table.bar("solvers agree", "the same value where both finish", &format!("{apart} of {compared} apart"), apart == 0);
}

/// The solver beside microlp, where it is built in.
#[cfg(feature = "highs")]
const OTHER: Option<&dyn Solver> = Some(&landing::engine::Highs);
#[cfg(not(feature = "highs"))]
const OTHER: Option<&dyn Solver> = None;

pub fn threads(table: &mut Table, solver: &dyn Solver) {
    let Some(problem) = problem("60 200 8 1 0.3 0.3").filter(|_| table.wants("same input, same package")) else {
        return;
    };
    let case = Case::new(&problem, Some(&Tolerance::One(0))).unwrap();
    let on = |threads: usize| {
        let settings = Settings { threads, ..Settings::default() };
        let ladder = Ladder { case: &case, settings, solver, watch: Watch::idle() };
        serde_json::to_string(&ladder.all(&Objective::ALL)).unwrap()
    };
    let (one, two, four) = (on(1), on(2), on(4));
    let same = one == two && one == four;
    let figure = format!("{} bytes on 1, 2 and 4 threads: {}", one.len(), if same { "the same" } else { "different" });
    table.bar("same input, same package", "the same bytes with any number of threads", &figure, same);
}

pub fn progress(table: &mut Table, solver: &dyn Solver) {
    let Some(problem) = problem("60 200 8 1").filter(|_| table.wants("progress")) else { return };
    let case = Case::new(&problem, Some(&Tolerance::One(3))).unwrap();
    let told: Mutex<Vec<Progress>> = Mutex::new(Vec::new());
    let began = std::time::Instant::now();
    let left = || 3.0 - began.elapsed().as_secs_f64();
    let (stop, tell) = (|| left() <= 0.0, |progress| told.lock().unwrap().push(progress));
    let watch = Watch::new(&stop, &tell).until(&left);
    let ladder = Ladder { case: &case, settings: Settings::default(), solver, watch };
    let package = ladder.best(Objective::Nash, &ladder.starts(false));
    let seconds = began.elapsed().as_secs_f64();
    let told = told.into_inner().unwrap();
    let (values, bounds) =
        (told.iter().filter(|p| p.value.is_some()).count(), told.iter().filter(|p| p.bound.is_some()).count());
    let figure = format!("{values} values, {bounds} bounds; stopped at 3 s it ended at {seconds:.1} s and kept one");
    let met = values > 0 && bounds > 0 && package.choice.is_some() && seconds < 4.0;
    table.bar("progress", "value and bound while it runs; stopped, keeps the best", &figure, met);
}
