//! The figures of the landscape beside their bars: `cargo bench -p landscape`, or `-- groups attack` for parts of it.
//! `-- growth` alone measures 1, 10 and 100 million votes, `-- peer` alone red-dwarf beside this crate. `-- time` takes,
//! besides the records that the shared generator makes, any folder that is named: `-- time FOLDER`. Real records are
//! looked for where `INDABA_SHARED` points, else in `../shared` beside the checkout.
#![allow(clippy::unwrap_used, clippy::print_stdout, missing_docs)]

mod attack;
mod groups;
mod growth;
#[path = "../../tests/it/invented.rs"]
mod invented;
mod peer;
mod renamed;
mod swarm;
mod time;

use std::path::PathBuf;

fn main() {
    let given: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect();
    if given.first().is_some_and(|a| a == "measure") {
        time::measure(&given[1], given[2].as_ref(), given.get(3).map(String::as_str));
        return;
    }
    let (folders, parts): (Vec<String>, Vec<String>) = given.into_iter().partition(|a| a.contains('/'));
    let asked = |part: &str| parts.is_empty() || parts.iter().any(|p| p == part);
    let shared = std::env::var_os("INDABA_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    if parts.iter().any(|part| part == "growth") {
        growth::run(&shared, &folders);
        return;
    }
    if parts.iter().any(|part| part == "peer") {
        peer::run(&shared, &folders);
        return;
    }
    println!("{:<74} {:>14} {:>12}", "what", "figure", "bar");
    if asked("groups") {
        groups::run();
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
}

/// One row of the table; a bar that is empty is no bar.
fn row(what: &str, figure: &str, bar: &str, met: bool) {
    println!("{what:<74} {figure:>14} {bar:>12}  {}", if met { "" } else { "MISSED" });
}
