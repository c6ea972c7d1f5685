//! The table of bars, each met or missed with the measured figure beside it. `cargo bench -p landing --features highs`
//! runs every row with one seed (some minutes), `-- all` with all seeds, `-- 60 200 8 2` (or any first words of a row's
//! name) only rows that begin so; `--microlp` takes that solver alone.
//! Instances come from the shared generator (`INDABA_SHARED/tools/measures_instance.py`). Times are those of the machine
//! as it is: its load is printed with them.
#![allow(clippy::print_stdout, missing_docs, reason = "it prints a table")]
#![allow(clippy::unwrap_used, reason = "a measurement that cannot go on has failed")]
#![allow(dead_code, unused_imports, reason = "what is shared with the tests is used in parts")]

#[path = "../../tests/it/brute.rs"]
mod brute;
#[path = "../../tests/it/fronts.rs"]
mod fronts;
#[path = "../../tests/it/negotiation.rs"]
mod negotiation;
#[path = "../../tests/it/shared.rs"]
mod shared;

mod exact;
mod instances;
mod lines;
mod run;
mod shapes;
mod table;

use landing::engine::{Microlp, Solver, solver};
use run::Runs;
use table::Table;

fn main() {
    let given: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let all = given.iter().any(|a| a == "all" || a == "--all");
    let solver: &dyn Solver = if given.iter().any(|a| a == "--microlp") { &Microlp } else { solver() };
    let words = given.into_iter().filter(|a| a != "all" && !a.starts_with("--")).collect::<Vec<_>>();
    let mut table = Table::new(words.join(" "));
    println!("solver: {}; load: {}", solver.name(), table::load());
    let mut runs = Runs::new(solver);
    exact::oracle(&mut table, solver);
    exact::known(&mut table);
    if instances::tool().is_some() {
        instances::rows(&mut table, &mut runs, all);
        lines::rows(&mut table, &mut runs, all);
        exact::threads(&mut table, solver);
        exact::progress(&mut table, solver);
    } else {
        println!("rows of the generator are not run: it is not there (set INDABA_SHARED)");
    }
    exact::agree(&mut table);
    shapes::rows(&mut table, &mut runs);
    let (packages, harms) = (runs.packages, runs.harms);
    table.bar("no harm", "0 violations in exact integers", &format!("{harms} in {packages} packages"), harms == 0);
    table.end();
}
