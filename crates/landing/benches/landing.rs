//! The table of bars: `cargo bench -p landing` prints it whole, `cargo bench -p landing -- --short` the quick rows.
//! `-- --microlp` takes that solver alone, `-- 60 200 8 2` only the instances whose name begins so.
//! Instances come from the shared generator (`INDABA_SHARED/tools/measures_instance.py`).
#![allow(clippy::print_stdout, missing_docs, reason = "it prints a table")]

use landing::engine::{Microlp, Solver, Status, Watch, solver};
use landing::{Case, Ladder, Objective, Package, Problem, Settings, Tolerance};
use std::path::PathBuf;
use std::process::Command;
use std::time::{Duration, Instant};

fn main() {
    let given: Vec<String> = std::env::args().skip(1).filter(|a| a != "--bench").collect();
    let short = given.iter().any(|a| a == "--short");
    let solver: &dyn Solver = if given.iter().any(|a| a == "--microlp") { &Microlp } else { solver() };
    let only = given.into_iter().filter(|a| !a.starts_with("--")).collect::<Vec<_>>().join(" ");
    println!("solver: {}", solver.name());
    let Some(tool) = tool() else {
        println!("not run: the generator is not there (set INDABA_SHARED)");
        return;
    };
    let seeds: &[&str] = if short { &["1"] } else { &["1", "2", "3", "4", "5"] };
    println!("{:<28} {:>4} {:>7} {:>10} {:>10} {:>7}  status", "instance", "tol", "what", "value", "bound", "s");
    for seed in seeds {
        let rows: &[(&[&str], i64, f64)] = if short {
            &[(&["60", "200", "8", seed, "0.3", "0.3"], 0, 10.0), (&["60", "200", "8", seed], 0, 10.0)]
        } else {
            &[
                (&["60", "200", "8", seed], 3, 30.0),
                (&["60", "200", "8", seed], 0, 10.0),
                (&["60", "200", "8", seed, "0.3", "0.3"], 0, 10.0),
                (&["200", "200", "8", seed, "0.3", "0.3"], 3, 60.0),
                (&["200", "200", "8", seed, "0.3", "0.3"], 0, 60.0),
                (&["500", "200", "8", seed, "0.0", "0.3"], 0, 60.0),
            ]
        };
        for (arguments, tolerance, limit) in rows.iter().filter(|row| row.0.join(" ").starts_with(&only)) {
            let output = Command::new("python3").arg(&tool).args(*arguments).output();
            let problem = output.ok().and_then(|output| Problem::read(&output.stdout).ok());
            match problem {
                Some(problem) => row(&arguments.join(" "), &problem, (*tolerance, *limit), solver),
                None => println!("{:<28} the generator failed", arguments.join(" ")),
            }
        }
    }
}

fn tool() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let root = std::env::var_os("INDABA_SHARED").map_or_else(beside, PathBuf::from);
    Some(root.join("tools/measures_instance.py")).filter(|tool| tool.is_file())
}

fn row(name: &str, problem: &Problem, (tolerance, limit): (i64, f64), solver: &dyn Solver) {
    let Ok(case) = Case::new(problem, Some(&Tolerance::One(tolerance))) else { return };
    for objective in Objective::ALL {
        let began = Instant::now();
        let stop = || began.elapsed() > Duration::from_secs_f64(limit);
        let watch = Watch::new(&stop, &|_| {});
        let ladder = Ladder { case: &case, settings: Settings::default(), solver, watch };
        let package = ladder.best(objective, &ladder.starts(false));
        print(name, tolerance, &package, began.elapsed());
        let unlawful = package.choice.as_ref().is_some_and(|choice| case.model().check(choice).is_err());
        assert!(!unlawful && package.worse == 0, "a package that harms");
        if package.proof == Status::None {
            break;
        }
    }
}

fn print(name: &str, tolerance: i64, package: &Package, took: Duration) {
    let bound = package.bound.map_or_else(|| "-".to_owned(), |bound| format!("{bound:.2}"));
    println!(
        "{name:<28} {tolerance:>4} {:>7} {:>10.2} {bound:>10} {:>7.2}  {}",
        package.objective.name(),
        package.value,
        took.as_secs_f64(),
        package.status
    );
}
