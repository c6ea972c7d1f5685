//! red-dwarf beside this crate, in turn in one run: `INDABA_RED_DWARF=/path/to/python cargo bench -p landscape -- peer`,
//! where that Python has red-dwarf (`pip install red-dwarf==0.4`). Folders that are named are measured instead.

use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    process::Command,
};

use crate::time::{Measured, figures, made, measured};

/// Records that the generator makes: participants, statements, votes, seed.
const MADE: [[&str; 4]; 2] = [["20000", "600", "1000000", "3"], ["33422", "783", "2000000", "7"]];
/// So often each is measured; the least counts, as what else the machine does only adds.
const RUNS: usize = 3;

pub fn run(shared: &Path, folders: &[String]) {
    let Some(python) = std::env::var_os("INDABA_RED_DWARF") else {
        println!("not measured beside red-dwarf: INDABA_RED_DWARF names no Python that has it");
        return;
    };
    println!(
        "{:<24} {:<10} {:>10} {:>10} {:>9} {:>9} {:>9} {:>8} {:>9} {:>8}",
        "record", "method", "votes", "reading", "landscape", "JSON", "in all", "ratio", "memory", "ratio"
    );
    for folder in records(shared, folders) {
        beside(&python, &folder);
    }
}

fn records(shared: &Path, folders: &[String]) -> Vec<PathBuf> {
    if folders.is_empty() {
        let real = Some(shared.join("data/polis/vtaiwan.uberx")).filter(|folder| folder.is_dir());
        return real.into_iter().chain(MADE.iter().filter_map(|record| made(shared, record))).collect();
    }
    folders.iter().map(PathBuf::from).collect()
}

/// All in turn, so that what else the machine does falls on each.
fn beside(python: &OsString, folder: &Path) {
    let mut all: [Vec<Measured>; 3] = Default::default();
    for _ in 0..RUNS {
        let [theirs, polis, indaba] = &mut all;
        theirs.extend(peer(python, folder));
        polis.extend(measured("polis", folder, "once"));
        indaba.extend(measured("indaba", folder, "once"));
    }
    if all.iter().any(Vec::is_empty) {
        return;
    }
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    let total = |m: &Measured| m.read + m.first + m.json;
    let [theirs, ..] = &all;
    let (time, memory) = (of(theirs, total), of(theirs, |m| m.megabytes));
    for (method, runs) in ["red-dwarf", "polis", "indaba"].iter().zip(&all) {
        println!(
            "{name:<24} {method:<10} {:>10} {:>8.0} ms {:>6.0} ms {:>6.0} ms {:>6.0} ms {:>7.1}× {:>6.0} MB {:>7.1}×",
            of(runs, |m| m.votes),
            of(runs, |m| m.read),
            of(runs, |m| m.first),
            of(runs, |m| m.json),
            of(runs, total),
            time / of(runs, total),
            of(runs, |m| m.megabytes),
            memory / of(runs, |m| m.megabytes),
        );
    }
}

fn of(runs: &[Measured], figure: impl Fn(&Measured) -> f64) -> f64 {
    runs.iter().map(figure).fold(f64::INFINITY, f64::min)
}

fn peer(python: &OsString, folder: &Path) -> Option<Measured> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/landscape/red_dwarf.py");
    let Ok(output) = Command::new(python).arg(script).arg(folder).output() else {
        println!("not measured: {} can't be started", python.display());
        return None;
    };
    figures(folder, &output)
}
