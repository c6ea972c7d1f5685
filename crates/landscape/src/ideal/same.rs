//! Participants whose answers are the same, to the last one, more often than anybody expects.

use std::collections::HashMap;

use super::{
    cells::Cells,
    expected::{Expected, FALSE_ALARM, LEAST, at_least},
    order::mixed,
    space::Fitted,
};

/// So many times as many as expected: a model is never quite right, and of many participants it is surely wrong.
const TIMES: f64 = 3.0;

/// Sets of those among `who` with the same answers, which more give than is expected of all who answered these statements.
pub(super) fn sets(expected: &mut Expected, who: &[usize]) -> Vec<Vec<usize>> {
    let candidates = candidates(expected.cells, who);
    let alarm = FALSE_ALARM / candidates.len() as f64;
    let mut sets = Vec::new();
    for (set, asked) in candidates {
        expected.place(asked.iter().copied());
        let row = expected.cells.row(set[0]);
        if are_many(set.len(), asked.iter().map(|p| expected.likelihood(*p, row)).sum(), alarm) {
            sets.push(set);
        }
    }
    sets
}

/// Whether a participant is one of many with the same answers, as far as the model tells that they shape.
pub(super) fn is_one_of_many(model: &dyn Fitted, cells: &Cells, participant: usize) -> bool {
    let row = cells.row(participant);
    let all = || 0..cells.participants();
    let count = all().filter(|p| cells.row(*p) == row).count();
    if row.is_empty() || count < LEAST {
        return false;
    }
    let same_asked = |other: &[u32]| row.len() == other.len() && row.iter().zip(other).all(|(a, b)| a / 3 == b / 3);
    let likelihood = |p: usize| row.iter().map(|cell| model.chance(p, *cell)).product::<f64>();
    let expected = all().filter(|p| same_asked(cells.row(*p))).map(likelihood).sum();
    are_many(count, expected, FALSE_ALARM / cells.participants() as f64)
}

fn are_many(count: usize, expected: f64, alarm: f64) -> bool {
    count as f64 >= TIMES * expected && at_least(count, expected) < alarm
}

/// Among some participants those with the same answers, in sets; beside each all who answered these statements.
fn candidates(cells: &Cells, who: &[usize]) -> Vec<(Vec<usize>, Vec<usize>)> {
    let able = who.iter().filter(|p| !cells.row(**p).is_empty());
    let sets = alike(able.map(|p| (mixed(cells.row(*p).iter().copied()), *p)));
    let asked = |p: usize| mixed(cells.row(p).iter().map(|cell| cell / 3));
    let mut wanted: HashMap<u64, Vec<usize>> = sets.iter().map(|set| (asked(set[0]), Vec::new())).collect();
    if !wanted.is_empty() {
        for p in 0..cells.participants() {
            wanted.entry(asked(p)).and_modify(|all| all.push(p));
        }
    }
    sets.into_iter().map(|set| (wanted[&asked(set[0])].clone(), set)).map(|(asked, set)| (set, asked)).collect()
}

/// Participants with the same key, in sets of three and more.
fn alike(keyed: impl Iterator<Item = (u64, usize)>) -> Vec<Vec<usize>> {
    let mut keyed: Vec<(u64, usize)> = keyed.collect();
    keyed.sort_unstable();
    let sets = keyed.chunk_by(|a, b| a.0 == b.0).filter(|set| set.len() >= LEAST);
    sets.map(|set| set.iter().map(|(_, p)| *p).collect()).collect()
}
