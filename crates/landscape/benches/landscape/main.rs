//! The figures of the landscape beside their bars: `cargo bench -p landscape`, or `-- groups attack` for parts of it.
//! `-- growth` alone measures 1, 10 and 100 million votes, `-- peer` alone red-dwarf beside this crate. `-- time` takes,
//! besides the records that the shared generator makes, any folder that is named: `-- time FOLDER`. Real records are
//! looked for where `INDABA_SHARED` points, else in `../shared` beside the checkout.
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::print_stderr, missing_docs)]

#[path = "../../tests/it/again.rs"]
mod again;
mod attack;
mod groups;
mod growth;
#[path = "../../tests/it/invented.rs"]
mod invented;
mod peer;
mod renamed;
mod swarm;
mod time;

use std::{path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    let given: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    if given.first().is_some_and(|a| a == "measure") {
        return measure(&given[1..]);
    }
    let (folders, parts): (Vec<String>, Vec<String>) = given.into_iter().partition(|a| a.contains('/'));
    let asked = |part: &str| parts.is_empty() || parts.iter().any(|p| p == part);
    let shared = std::env::var_os("INDABA_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    if parts.iter().any(|part| part == "growth") {
        growth::run(&shared, &folders);
        return ExitCode::SUCCESS;
    }
    if parts.iter().any(|part| part == "peer") {
        peer::run(&shared, &folders);
        return ExitCode::SUCCESS;
    }
    println!("{:<74} {:>14} {:>12}", "what", "figure", "bar");
    if asked("groups") {
        groups::run();
    }
    if parts.iter().any(|p| p == "stands") {
        groups::stands();
    }
    if asked("renamed") {
        renamed::run(&shared);
    }
    if asked("swarm") {
        swarm::run(&shared);
    }
    if asked("attack") {
        attack::run();
    }
    if asked("time") {
        time::run(&shared, &folders);
    }
    ExitCode::SUCCESS
}

/// One record in this process, for whoever reads the figures; `time` and `peer` call it for each of theirs.
fn measure(given: &[String]) -> ExitCode {
    let told = match given {
        [method, folder, what @ ..] if ["polis", "indaba"].contains(&method.as_str()) => {
            time::measure(method, folder.as_ref(), what.first().map(String::as_str))
        }
        _ => Err("what to measure is missing".into()),
    };
    let Err(why) = told else { return ExitCode::SUCCESS };
    eprintln!("{why}");
    eprintln!("usage: cargo bench -p landscape -- measure polis|indaba FOLDER [once]");
    eprintln!(
        "FOLDER holds comments.csv and votes.csv of a Polis export, by its whole path; once leaves new votes out"
    );
    ExitCode::from(2)
}

/// One row of the table; a bar that is empty is no bar.
fn row(what: &str, figure: &str, bar: &str, met: bool) {
    println!("{what:<74} {figure:>14} {bar:>12}  {}", if met { "" } else { "MISSED" });
}
