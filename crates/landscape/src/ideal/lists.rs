//! Participants who follow one list: what two of them both answered they answered the same, whatever either left out.
//!
//! That q copies p's answers, but for a slip in two hundred, is weighed against what a model expects of q alone. If the
//! model is right, the likelihood ratio is 1 on the average, whoever p is, and so exceeds e^x in less than e^−x of all q
//! (Markov's inequality). How many followers somebody has beyond that is then judged like any count.
//!
//! People who are of one opinion say the same, too, but never quite: some of them differ here, some there. So a list has to
//! be followed to the letter, and by nearly all who follow it at all.

use super::{
    cells::Cells,
    expected::{Expected, FALSE_ALARM, LEAST, at_least},
};
use crate::parallel;

/// Whoever follows a list to the letter slips so often; and whoever follows it at all.
const SLIP: f64 = 0.005;
const LOOSE: f64 = 0.1;
/// So many times those who only follow it at all have to be those who follow it to the letter.
const TIMES: usize = 3;
/// In so much of what they answer they may differ.
const DIFFER: f64 = 0.02;
/// Fewer answers are followed by chance.
const LEAST_ANSWERS: usize = 7;
/// Lists are sought among so many; whoever follows one of theirs is then found among all.
const SAMPLE: usize = 2000;
/// Where they answered more than this allows, among fewer: everybody's answers are laid beside everybody's.
const WORTH: usize = 250_000_000;
/// So many participants of all follow a list by chance.
const BY_CHANCE: f64 = 0.1;
/// No answer, among codes of answers.
const NONE: u8 = 3;

/// Participants, by place, whose answers are compared with each other's.
struct Sample<'a> {
    people: Vec<usize>,
    rows: Vec<&'a [u32]>,
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
        let set = to_the_letter(expected, &following.people, &rest).unwrap_or_default();
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

/// Those among `who` who follow what most of these participants answered, ascending, if nearly all do so to the letter.
fn to_the_letter(expected: &mut Expected, most: &[usize], who: &[usize]) -> Option<Vec<usize>> {
    let list = agreed(expected.cells, most);
    let all = follow(expected, &list, who, LOOSE);
    let mut set = follow(expected, &list, &all, SLIP);
    set.sort_unstable();
    let are_nearly_all = set.len() >= TIMES * (all.len() - set.len());
    (set.len() >= LEAST && are_nearly_all && differ(expected.cells, &set) <= DIFFER).then_some(set)
}

/// Those among `who` who follow what most of these participants answered.
pub(super) fn followers(expected: &mut Expected, most: &[usize], who: &[usize]) -> Vec<usize> {
    follow(expected, &agreed(expected.cells, most), who, SLIP)
}

/// Those among `who` who follow a list and slip no more often.
fn follow(expected: &mut Expected, list: &[u8], who: &[usize], slip: f64) -> Vec<usize> {
    let cells = expected.cells;
    let able: Vec<usize> = who.iter().copied().filter(|p| may_follow(list, cells.row(*p))).collect();
    expected.place(able.iter().copied());
    let enough = (cells.participants() as f64 / BY_CHANCE).ln();
    let follows = |p: &usize| weight(list, cells.row(*p), &tells(expected, *p, slip), slip.ln()) >= enough;
    able.iter().copied().filter(follows).collect()
}

/// In how much of what they answer they are not as most of them, where at least two answered.
fn differ(cells: &Cells, people: &[usize]) -> f64 {
    let counts = cells.of_participants(people).counts();
    let common = counts.iter().filter(|counts| counts.iter().sum::<u32>() > 1);
    let (all, most) = common.fold((0, 0), |(all, most), counts| {
        (all + counts.iter().sum::<u32>(), most + counts.iter().max().unwrap_or(&0))
    });
    f64::from(all - most) / f64::from(all.max(1))
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
        let tells = people.iter().map(|p| tells(expected, *p, SLIP)).collect();
        Self { rows: people.iter().map(|p| cells.row(*p)).collect(), tells, cells, people }
    }

    fn found(&self, threads: usize) -> Vec<Following> {
        let found = parallel::blocks(self.people.len(), threads, |seed| self.following(seed));
        found.into_iter().flatten().collect()
    }

    /// Those who follow a participant, where they are more than chance has it: as many as are least by chance.
    fn following(&self, seed: usize) -> Option<Following> {
        let all = self.cells.participants();
        let (list, slip) = (list(self.cells.statements(), self.rows[seed]), SLIP.ln());
        let others = (0..self.people.len()).filter(|other| *other != seed);
        let weighed = others.map(|other| (weight(&list, self.rows[other], &self.tells[other], slip), other));
        let mut followers: Vec<(f64, usize)> = weighed.filter(|(weight, _)| *weight > 0.0).collect();
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

/// Log likelihood ratio of each answer if it is copied and the same: more where it was not expected.
fn tells(expected: &Expected, participant: usize, slip: f64) -> Vec<f64> {
    let tells = |cell: &u32| (slip + (1.0 - slip) / expected.chance(participant, *cell).max(1e-12)).ln();
    expected.cells.row(participant).iter().map(tells).collect()
}

/// Log likelihood ratio of a row: how much more likely it is if it follows the list. `slip` is that of an answer that is
/// not the same.
fn weight(list: &[u8], row: &[u32], tells: &[f64], slip: f64) -> f64 {
    let one = |(cell, tells): (&u32, &f64)| match list[(cell / 3) as usize] {
        NONE => 0.0,
        code if u32::from(code) == cell % 3 => *tells,
        _ => slip,
    };
    row.iter().zip(tells).map(one).sum()
}

fn list(statements: usize, row: &[u32]) -> Vec<u8> {
    let mut list = vec![NONE; statements];
    for cell in row {
        list[(cell / 3) as usize] = (cell % 3) as u8;
    }
    list
}

/// What four of five of those who answered a statement answered, where at least two did.
fn agreed(cells: &Cells, people: &[usize]) -> Vec<u8> {
    let agreed = |counts: [u32; 3]| {
        let all: u32 = counts.iter().sum();
        (0..NONE).find(|code| all > 1 && 5 * counts[usize::from(*code)] >= 4 * all).unwrap_or(NONE)
    };
    cells.of_participants(people).counts().into_iter().map(agreed).collect()
}

/// Whether there is any reason to look closer.
fn may_follow(list: &[u8], row: &[u32]) -> bool {
    let same = row.iter().filter(|cell| u32::from(list[(**cell / 3) as usize]) == **cell % 3).count();
    let other = row.iter().filter(|cell| list[(**cell / 3) as usize] != NONE).count() - same;
    same > 4 * other
}
