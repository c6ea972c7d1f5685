//! Rows of the shared generator.

use crate::run::{Runs, gap, said};
use crate::table::Table;
use landing::engine::{Solver, Status, Watch};
use landing::problem::RedLine;
use landing::{Case, Earlier, Ladder, Objective, Package, Problem, Settings, Tolerance};
use std::path::PathBuf;
use std::process::Command;
use std::time::Instant;

/// The planted packages, by instance.
const PLANTED: &[(&str, i64)] = &[
    ("200 200 8 1 0.3 0.3", 5_181),
    ("200 200 8 2 0.3 0.3", 6_590),
    ("500 200 8 1 0.0 0.3", 3_679),
    ("500 200 8 2 0.0 0.3", 4_019),
];
/// What HiGHS alone finds within 60 s on the first of them.
const ALONE: i64 = 145;

/// The generator, where the shared records are.
pub fn tool() -> Option<PathBuf> {
    let beside = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared");
    let root = std::env::var_os("INDABA_SHARED").map_or_else(beside, PathBuf::from);
    Some(root.join("tools/measures_instance.py")).filter(|tool| tool.is_file())
}

/// An instance by the generator's arguments.
pub fn problem(arguments: &str) -> Option<Problem> {
    let output = Command::new("python3").arg(tool()?).args(arguments.split(' ')).output().ok()?;
    Problem::read(&output.stdout).ok()
}

pub fn rows(table: &mut Table, runs: &mut Runs<'_>, all: bool) {
    let few = |most: u64| 1..=if all { most } else { 1 };
    few(5).for_each(|seed| plain(table, runs, &format!("60 200 8 {seed}")));
    few(5).for_each(|seed| changed(table, runs.solver, &format!("60 200 8 {seed}")));
    few(5).for_each(|seed| planted(table, runs, &format!("60 200 8 {seed} 0.3 0.3")));
    for seed in [1, 2, 3, 5, 11] {
        nothing(table, runs, &format!("60 200 8 {seed}"));
    }
    few(5).for_each(|seed| large(table, runs, &format!("200 200 8 {seed} 0.3 0.3")));
    few(5).for_each(|seed| literal(table, runs, &format!("200 200 8 {seed} 0.3 0.3")));
    few(5).for_each(|seed| largest(table, runs, &format!("500 200 8 {seed} 0.0 0.3")));
}

/// The problem of a row, if the row was asked for.
fn wanted(table: &Table, arguments: &str, what: &str) -> Option<Problem> {
    table.wants(&format!("{arguments}, {what}")).then(|| problem(arguments)).flatten()
}

fn all_said(packages: &[Package]) -> String {
    packages.iter().map(said).collect::<Vec<_>>().join("; ")
}

fn plain(table: &mut Table, runs: &mut Runs<'_>, name: &str) {
    let Some(problem) = wanted(table, name, "tolerance 3") else { return };
    let case = Case::new(&problem, Some(&Tolerance::One(3))).unwrap();
    let (packages, seconds) = runs.several(&case, &Objective::ALL, 2, 120.0);
    let near = |p: &Package| p.choice.is_some() && gap(p) <= if p.objective == Objective::Nash { 1.0 } else { 0.0 };
    let met = packages.iter().all(near) && seconds <= 30.0;
    let bar = "optimal, nash within 1 %, all four <= 30 s, 2 cores";
    table.bar(&format!("{name}, tolerance 3"), bar, &format!("{seconds:.1} s: {}", all_said(&packages)), met);
}

/// Changes one red line at a time and asks for the total again, with all earlier answers; then drops each line with the
/// answer under that line alone, so that no proof holds on.
fn changed(table: &mut Table, solver: &dyn Solver, name: &str) {
    let Some(mut problem) = wanted(table, name, "a red line changed") else { return };
    let plain = problem.clone();
    let mut earlier = Vec::new();
    again(&plain, solver, &mut earlier);
    let (mut changes, mut drops) = (Vec::new(), Vec::new());
    for i in 1..=5 {
        let (party, sphere) = (&problem.parties[i * 31 % problem.parties.len()], &problem.spheres[i % 8]);
        let (party, sphere) = (party.id.clone(), Some(sphere.clone()));
        problem.red_lines = vec![RedLine { party, sphere, measure: None, floor: Some(0) }];
        changes.push(again(&problem, solver, &mut earlier));
        drops.push(again(&plain, solver, &mut earlier.last().cloned().into_iter().collect()));
    }
    changes.sort_by(f64::total_cmp);
    drops.sort_by(f64::total_cmp);
    let figure = format!("median {:.2} s of 5 changes, longest {:.2} s", changes[2], changes[4]);
    let row = format!("{name}, a red line changed");
    table.bar(&row, "total again <= 2 s median", &figure, changes[2] <= 2.0);
    let figure = format!("median {:.2} s of 5, longest {:.2} s", drops[2], drops[4]);
    table.note(&row, &format!("dropped, and nothing else known: {figure}"));
}

/// The total with the help of earlier answers, which it joins; the seconds it took.
fn again(problem: &Problem, solver: &dyn Solver, earlier: &mut Vec<Earlier>) -> f64 {
    let began = Instant::now();
    let case = Case::new(problem, Some(&Tolerance::One(3))).unwrap();
    let ladder = Ladder { case: &case, settings: Settings::default(), solver, watch: Watch::idle() };
    let package = ladder.again(Objective::Total, earlier);
    earlier.push(Earlier::new(&ladder, package));
    began.elapsed().as_secs_f64()
}

fn planted(table: &mut Table, runs: &mut Runs<'_>, name: &str) {
    let Some(problem) = wanted(table, name, "tolerance 0") else { return };
    let case = Case::new(&problem, Some(&Tolerance::One(0))).unwrap();
    let (packages, seconds) = runs.several(&case, &Objective::ALL, 2, 60.0);
    let met = packages.iter().all(|p| p.choice.is_some() && gap(p) <= 0.0) && seconds <= 2.0;
    let figure = format!("{seconds:.2} s: {}", all_said(&packages));
    table.bar(&format!("{name}, tolerance 0"), "all four optimal <= 2 s", &figure, met);
}

fn nothing(table: &mut Table, runs: &mut Runs<'_>, name: &str) {
    let Some(problem) = wanted(table, name, "tolerance 0") else { return };
    let began = Instant::now();
    let case = Case::new(&problem, Some(&Tolerance::One(0))).unwrap();
    let (package, proof) = runs.one(&case, Objective::Total, 60.0);
    let mut least = None;
    for tolerance in 1..=12 {
        let case = Case::new(&problem, Some(&Tolerance::One(tolerance))).unwrap();
        let ladder = Ladder { case: &case, settings: Settings::default(), solver: runs.solver, watch: Watch::idle() };
        if ladder.exists() == Some(true) {
            least = Some(tolerance);
            break;
        }
    }
    let seconds = began.elapsed().as_secs_f64();
    let met = package.proof == Status::None && least.is_some() && seconds <= 5.0;
    let least = least.map_or_else(|| "none up to 12".to_owned(), |least| least.to_string());
    let figure =
        format!("{} in {proof:.2} s; smallest tolerance with one: {least}, {seconds:.2} s in all", package.status);
    table.bar(&format!("{name}, tolerance 0"), "none exists, proved, <= 5 s, smallest tolerance", &figure, met);
}

fn large(table: &mut Table, runs: &mut Runs<'_>, name: &str) {
    let Some(problem) = wanted(table, name, "tolerance 3") else { return };
    let case = Case::new(&problem, Some(&Tolerance::One(3))).unwrap();
    let name = format!("{name}, tolerance 3");
    let (starts, seconds) = runs.first(&case);
    let found = !starts.choices().is_empty();
    let figure = format!("{} in {seconds:.2} s", if found { "one" } else { "none" });
    table.bar(&name, "a first package <= 2 s", &figure, found && seconds <= 2.0);
    for (objective, bar, most) in [
        (Objective::Total, "total optimal <= 60 s", 0.0),
        (Objective::Count, "count optimal <= 60 s", 0.0),
        (Objective::Nash, "nash within 1 % <= 60 s", 1.0),
        (Objective::Maxmin, "maxmin within 10 % in 60 s", 10.0),
    ] {
        let (package, seconds) = runs.one(&case, objective, 60.0);
        let bound = package.bound.map_or_else(String::new, |bound| format!(", bound {bound:.2}"));
        let met = package.choice.is_some() && gap(&package) <= most && seconds <= 61.0;
        table.bar(&name, bar, &format!("{seconds:.1} s: {}{bound}", said(&package)), met);
    }
}

fn literal(table: &mut Table, runs: &mut Runs<'_>, name: &str) {
    let Some(problem) = wanted(table, name, "tolerance 0") else { return };
    let case = Case::new(&problem, Some(&Tolerance::One(0))).unwrap();
    let row = format!("{name}, tolerance 0");
    let (first, seconds) = runs.earliest(&case, 5.0);
    let figure = format!("{} in {seconds:.1} s", said(&first));
    table.bar(&row, "a package in <= 5 s", &figure, first.choice.is_some() && seconds <= 6.0);
    let (mut packages, seconds) = runs.several(&case, &[Objective::Total], 2, 60.0);
    let package = packages.remove(0);
    let planted = PLANTED.iter().find(|(of, _)| *of == name).map_or(0, |(_, total)| *total);
    let figure = format!("{} of {planted} planted, {seconds:.1} s", package.total.unwrap_or(0));
    if name.contains(" 8 1 ") {
        let bar = format!("after 60 s above {ALONE}, what HiGHS alone finds");
        table.bar(&row, &bar, &figure, package.total > Some(ALONE));
    }
    let aim = planted * 6 / 10;
    table.bar(&row, &format!("aim: 60 % of the planted, {aim}"), &figure, package.total >= Some(aim));
}

fn largest(table: &mut Table, runs: &mut Runs<'_>, name: &str) {
    let Some(problem) = wanted(table, name, "tolerance 0") else { return };
    let case = Case::new(&problem, Some(&Tolerance::One(0))).unwrap();
    let (package, seconds) = runs.earliest(&case, 30.0);
    let planted = PLANTED.iter().find(|(of, _)| *of == name).map_or(0, |(_, total)| *total);
    let figure = format!("{} of {planted} planted, {seconds:.1} s", said(&package));
    let row = format!("{name}, tolerance 0");
    table.bar(&row, "never \"none exists\"", &package.status, package.proof != Status::None);
    table.bar(&row, "a package in <= 30 s", &figure, package.choice.is_some() && seconds <= 31.0);
}
