//! Participants whose answers are the same, to the last one, more often than chance has it: several accounts of one
//! person, or an agreed list. A warning for moderators, never a verdict: all their answers stand in every count, share
//! and band. On the map and in the order of the common ground a set has one voice, so that nobody turns or moves them by
//! numbers that may be one person.

use std::borrow::Cow;

use super::{cells::Cells, space::Fitted};
use crate::{Note, chance};

/// Fewer answers are the same by chance.
const LEAST_ANSWERS: usize = 7;
/// Two may be a couple that answered together: they have one voice, and nobody is told.
const LEAST_TOLD: usize = 3;
/// Chance of one warning in a dialogue without any coordination.
const FALSE_ALARM: f64 = 0.01;

/// The note, if there are such sets.
pub(super) fn note(sets: &[Vec<usize>]) -> Option<Note> {
    let told = || sets.iter().filter(|set| is_told(set)).map(Vec::len);
    let participants = told().sum::<usize>() as u32;
    (participants > 0).then(|| Note::SameAnswers { sets: told().count() as u32, participants })
}

/// Whether moderators hear of a set.
pub(super) fn is_told(set: &[usize]) -> bool {
    set.len() >= LEAST_TOLD
}

/// What each participant counts in the order of the common ground: one, or their part of their set's one voice.
pub(super) fn voices(sets: &[Vec<usize>], participants: usize) -> Vec<f64> {
    let mut voices = vec![1.0; participants];
    for set in sets {
        for p in set {
            voices[*p] = 1.0 / set.len() as f64;
        }
    }
    voices
}

/// A number that is the same where all answers are; None of those who gave few.
pub(super) fn digest(row: &[u32]) -> Option<u64> {
    (row.len() >= LEAST_ANSWERS).then(|| mixed(row.iter().copied()))
}

/// The digest of each participant.
pub(super) fn digests(cells: &Cells) -> Vec<Option<u64>> {
    (0..cells.participants()).map(|p| digest(cells.row(p))).collect()
}

/// Participants, by place, in sets of two and more, from their digests and cells.
pub(super) fn sets<'a>(
    model: &dyn Fitted,
    digests: &[Option<u64>],
    row: impl Fn(usize) -> Cow<'a, [u32]>,
) -> Vec<Vec<usize>> {
    let mut sets = alike(digests.iter().copied());
    if sets.is_empty() {
        return sets;
    }
    let asked = digests.iter().enumerate().map(|(p, able)| able.map(|_| mixed(row(p).iter().map(|cell| cell / 3))));
    let asked = alike(asked);
    let alarm = FALSE_ALARM / sets.len() as f64;
    sets.retain(|set| {
        let others = asked.iter().find(|others| others.contains(&set[0]));
        let row = row(set[0]);
        let expected = others.into_iter().flatten().map(|p| likelihood(model, *p, &row)).sum();
        at_least(set.len(), expected) < alarm
    });
    sets.sort();
    sets
}

/// Participants with the same key, in sets of two and more, in order.
fn alike(keys: impl Iterator<Item = Option<u64>>) -> Vec<Vec<usize>> {
    let mut keyed: Vec<(u64, usize)> = keys.zip(0..).filter_map(|(key, p)| Some((key?, p))).collect();
    keyed.sort_unstable();
    let sets = keyed.chunk_by(|a, b| a.0 == b.0).filter(|set| set.len() > 1);
    sets.map(|set| set.iter().map(|(_, p)| *p).collect()).collect()
}

/// One number from a row.
pub(super) fn mixed(row: impl Iterator<Item = u32>) -> u64 {
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
