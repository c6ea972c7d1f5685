//! Participants whose answers are the same, to the last one, more often than chance has it: several accounts of one
//! person, or an agreed list. A warning for moderators, never a verdict, and nothing is left out because of it.

use super::{cells::Cells, space::Fitted};
use crate::{Note, chance};

/// Fewer answers are the same by chance.
const LEAST_ANSWERS: usize = 7;
/// Two may be a couple that answered together.
const LEAST_PEOPLE: usize = 3;
/// Chance of one warning in a dialogue without any coordination.
const FALSE_ALARM: f64 = 0.01;

/// The note, if there are such sets.
pub(super) fn note(model: &dyn Fitted, cells: &Cells) -> Option<Note> {
    let sets = sets(model, cells);
    let participants = sets.iter().map(Vec::len).sum::<usize>() as u32;
    (participants > 0).then_some(Note::SameAnswers { sets: sets.len() as u32, participants })
}

/// Participants, by place, in sets of three and more.
pub(super) fn sets(model: &dyn Fitted, cells: &Cells) -> Vec<Vec<usize>> {
    let able: Vec<usize> = (0..cells.participants()).filter(|p| cells.row(*p).len() >= LEAST_ANSWERS).collect();
    let mut sets = alike(&able, |p| digest(cells.row(p).iter().copied()));
    sets.retain(|set| set.len() >= LEAST_PEOPLE);
    if sets.is_empty() {
        return sets;
    }
    let asked = alike(&able, |p| digest(cells.row(p).iter().map(|cell| cell / 3)));
    let alarm = FALSE_ALARM / sets.len() as f64;
    sets.retain(|set| {
        let others = asked.iter().find(|others| others.contains(&set[0]));
        let row = cells.row(set[0]);
        let expected = others.into_iter().flatten().map(|p| likelihood(model, *p, row)).sum();
        at_least(set.len(), expected) < alarm
    });
    sets.sort();
    sets
}

/// Participants with the same key, in sets of two and more, in order.
fn alike(people: &[usize], key: impl Fn(usize) -> u64) -> Vec<Vec<usize>> {
    let mut keyed: Vec<(u64, usize)> = people.iter().map(|p| (key(*p), *p)).collect();
    keyed.sort_unstable();
    let sets = keyed.chunk_by(|a, b| a.0 == b.0).filter(|set| set.len() > 1);
    sets.map(|set| set.iter().map(|(_, p)| *p).collect()).collect()
}

fn digest(row: impl Iterator<Item = u32>) -> u64 {
    row.fold(0, |sum, x| chance::mix(sum, u64::from(x)))
}

/// How likely a participant gives all these answers.
fn likelihood(model: &dyn Fitted, participant: usize, row: &[u32]) -> f64 {
    let one = |cell: &u32| {
        let [agree, pass, disagree] = model.probabilities(Some(participant), Some((cell / 3) as usize));
        [disagree, pass, agree][(cell % 3) as usize]
    };
    row.iter().map(one).product()
}

/// Upper bound of the chance that so many or more do what `expected` are expected to do (Poisson; Chernoff 1952).
fn at_least(count: usize, expected: f64) -> f64 {
    let n = count as f64;
    if n <= expected { 1.0 } else { (n - expected + n * (expected.max(1e-300) / n).ln()).exp() }
}
