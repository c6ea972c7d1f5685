//! Packages to choose from: those of a result, and those that were kept.

use crate::landing_zone::solve::Solved;
use crate::lang::L;
use crate::store;
use crate::store::package::Package as Kept;
use crate::web::secretariat::Choice;
use crate::words::split;
use ::landing::Package;

/// The packages of a result, to choose from.
pub(super) fn keys(l: L, solved: &Solved, chosen: &str) -> Vec<Choice> {
    let found = solved.found.packages.iter().filter(|p| p.choice.is_some());
    let mut all: Vec<Choice> = found
        .map(|p| Choice::new(l, p.objective.name(), l.w("landing-objective", p.objective.name()), chosen))
        .collect();
    let others = solved.found.alternatives.iter().flat_map(|a| &a.packages).enumerate();
    all.extend(
        others.map(|(i, _)| Choice::new(l, format!("a{}", i + 1), l.t1("landing-alternative", "n", i + 1), chosen)),
    );
    all
}

/// The packages of a result and those that were kept, to choose from.
pub(super) fn choices(l: L, solved: Option<&Solved>, kept: &[Kept], chosen: &str) -> Vec<Choice> {
    let mut all = solved.map(|s| keys(l, s, chosen)).unwrap_or_default();
    all.extend(kept.iter().map(|p| kept_choice(l, p, chosen)));
    all
}

/// A kept package, to choose from.
fn kept_choice(l: L, p: &Kept, chosen: &str) -> Choice {
    Choice {
        lang: p.lang.clone(),
        dir: crate::lang::dir_of(&p.lang),
        ..Choice::new(l, format!("p{}", p.number), format!("{} {}", p.number, p.title), chosen)
    }
}

/// The package of a result that a key names.
pub(in crate::web::landing) fn pick<'a>(solved: &'a Solved, key: &str) -> Option<&'a Package> {
    let others = || solved.found.alternatives.iter().flat_map(|a| &a.packages);
    let by_place =
        key.strip_prefix('a').and_then(|n| n.parse::<usize>().ok()).and_then(|n| others().nth(n.checked_sub(1)?));
    let named = solved.found.packages.iter().find(|p| p.objective.name() == key);
    by_place.or(named).filter(|p| p.choice.is_some())
}

fn kept_number(key: &str) -> Option<i64> {
    key.strip_prefix('p')?.parse().ok()
}

/// Whether a key names a kept package.
pub(super) fn is_kept(key: &str) -> bool {
    kept_number(key).is_some()
}

/// Ids of the measures of the package that a key names, kept or of the result.
pub(super) fn measures_of(solved: Option<&Solved>, kept: &[Kept], key: &str) -> Option<Vec<String>> {
    match kept_number(key) {
        Some(number) => kept.iter().find(|p| p.number == number).map(|p| codes(&p.measures)),
        None => pick(solved?, key).map(|p| p.measures.clone()),
    }
}

/// Ids of the measures of a package of the store, as results have them.
pub(in crate::web) fn codes(list: &str) -> Vec<String> {
    split(list).filter_map(|n| n.parse().ok()).map(store::measure::code).collect()
}
