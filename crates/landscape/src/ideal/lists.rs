//! Participants who follow one list: what two of them both answered they answered the same, but for slips, whatever either
//! left out.
//!
//! Everybody's answers are taken for a list, and it is counted who follows it beyond chance. People who are of one opinion
//! say the same, too. But where they differ, they differ about something.

use super::{
    cells::Cells,
    expected::{Expected, FALSE_ALARM, LEAST, at_least},
    follow::{List, tells},
    slips::fall_anywhere,
};
use crate::parallel;

/// How often those who follow a list slip at most: once in five answers, in twenty, or hardly ever.
const SLIPS: [f64; 3] = [0.2, 0.05, TO_THE_LETTER];
const TO_THE_LETTER: f64 = 0.005;
/// Fewer answers are followed by chance.
const LEAST_ANSWERS: usize = 7;
/// Lists are sought among so many; whoever follows one of theirs is then found among all.
const SAMPLE: usize = 2000;
/// Where they answered more than this allows, among fewer: everybody's answers are laid beside everybody's.
const WORTH: usize = 250_000_000;

/// Participants, by place, whose answers are compared with each other's.
struct Sample<'a> {
    people: Vec<usize>,
    /// What it tells of each answer that it is the same as another's.
    tells: Vec<Vec<f64>>,
    cells: &'a Cells<'a>,
}

/// Sets of those who follow one list, among these participants in order.
pub(super) fn sets(expected: &mut Expected, who: &[usize], threads: usize) -> Vec<Vec<usize>> {
    let mut found = Sample::of(expected, who).found(threads);
    found.sort_by(|a, b| a.chance.total_cmp(&b.chance));
    let mut rest = who.to_vec();
    let mut seen = vec![false; expected.participants()];
    let mut sets = Vec::new();
    for following in found {
        if seen[following.people[0]] {
            continue;
        }
        let list = List::of_most(expected.cells, &following.people);
        let set = SLIPS.into_iter().find_map(|slip| followed(expected, &list, &rest, slip)).unwrap_or_default();
        for p in following.people.iter().chain(&set) {
            seen[*p] = true;
        }
        rest.retain(|p| set.binary_search(p).is_err());
        if !set.is_empty() {
            sets.push(set);
        }
    }
    sets
}

/// Those among `who` who follow a list and slip no more often, ascending, if they slip anywhere.
fn followed(expected: &mut Expected, list: &List, who: &[usize], slip: f64) -> Option<Vec<usize>> {
    let mut set = list.followers(expected, who, slip);
    set.sort_unstable();
    (set.len() >= LEAST && fall_anywhere(&expected.cells.of_participants(&set))).then_some(set)
}

/// Those among `who` who follow to the letter what most of these participants answered.
pub(super) fn followers(expected: &mut Expected, most: &[usize], who: &[usize]) -> Vec<usize> {
    List::of_most(expected.cells, most).followers(expected, who, TO_THE_LETTER)
}

/// A participant with those whose answers are as theirs.
struct Following {
    /// Upper bound of the chance that so many or more are.
    chance: f64,
    people: Vec<usize>,
}

impl<'a> Sample<'a> {
    fn of(expected: &mut Expected<'a>, who: &[usize]) -> Self {
        let cells = expected.cells;
        let people = sample(cells, who);
        expected.place(people.iter().copied());
        Self { tells: people.iter().map(|p| tells(expected, *p, SLIPS[0])).collect(), cells, people }
    }

    fn found(&self, threads: usize) -> Vec<Following> {
        let found = parallel::blocks(self.people.len(), threads, |seed| self.following(seed));
        found.into_iter().flatten().collect()
    }

    /// Those who follow a participant, where they are more than chance has it: as many as are least by chance.
    fn following(&self, seed: usize) -> Option<Following> {
        let all = self.cells.participants();
        let (list, slip) = (List::of(self.cells, self.people[seed]), SLIPS[0].ln());
        let others = (0..self.people.len()).filter(|other| *other != seed);
        let weight = |other: usize| list.weight(self.cells.row(self.people[other]), &self.tells[other], slip);
        let mut followers: Vec<(f64, usize)> =
            others.map(|other| (weight(other), other)).filter(|f| f.0 > 0.0).collect();
        followers.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let chance = |count: usize| at_least(count, all as f64 * (-followers[count - 1].0).exp());
        let (chance, count) = (LEAST - 1..=followers.len())
            .map(|count| (chance(count), count))
            .min_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)))?;
        let people = std::iter::once(seed).chain(followers[..count].iter().map(|(_, other)| *other));
        (chance < FALSE_ALARM / (all * all) as f64)
            .then(|| Following { chance, people: people.map(|other| self.people[other]).collect() })
    }
}

/// The first in order, as many as can be compared.
fn sample(cells: &Cells, who: &[usize]) -> Vec<usize> {
    let (mut count, mut answers) = (0, 0);
    let able = who.iter().copied().filter(|p| cells.row(*p).len() >= LEAST_ANSWERS).take(SAMPLE);
    able.take_while(|p| {
        count += 1;
        answers += cells.row(*p).len();
        count * answers <= WORTH
    })
    .collect()
}
