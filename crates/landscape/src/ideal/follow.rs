//! Who follows a list: how much likelier somebody's answers are if they copy it than as a model expects of them.
//!
//! If the model is right, this likelihood ratio is 1 on the average, whatever the list. So those with at least n / (αk),
//! where k of n have as much, are followers but for a part α at most, however they hang together (e-values; Wang & Ramdas
//! 2022, False discovery rate control with e-values).

use super::{cells::Cells, expected::Expected};

/// So large a part of those who are said to follow a list does so by chance.
const BY_CHANCE: f64 = 0.05;
/// No answer, among codes of answers.
const NONE: u8 = 3;

/// What is to be answered to each statement.
pub(super) struct List(Vec<u8>);

impl List {
    /// What a participant answered.
    pub(super) fn of(cells: &Cells, participant: usize) -> Self {
        let mut list = vec![NONE; cells.statements()];
        for cell in cells.row(participant) {
            list[(cell / 3) as usize] = (cell % 3) as u8;
        }
        Self(list)
    }

    /// What four of five of those among `people` who answered a statement answered, where at least two did.
    pub(super) fn of_most(cells: &Cells, people: &[usize]) -> Self {
        let agreed = |counts: [u32; 3]| {
            let all: u32 = counts.iter().sum();
            (0..NONE).find(|code| all > 1 && 5 * counts[usize::from(*code)] >= 4 * all).unwrap_or(NONE)
        };
        Self(cells.of_participants(people).counts().into_iter().map(agreed).collect())
    }

    /// Those among `who` who follow the list and slip no more often, in the order of their weight.
    pub(super) fn followers(&self, expected: &mut Expected, who: &[usize], slip: f64) -> Vec<usize> {
        let cells = expected.cells;
        let able: Vec<usize> = who.iter().copied().filter(|p| self.may_be_followed(cells.row(*p))).collect();
        expected.place(able.iter().copied());
        let weighed = able.iter().map(|p| (self.weight(cells.row(*p), &tells(expected, *p, slip), slip.ln()), *p));
        let mut weighed: Vec<(f64, usize)> = weighed.collect();
        weighed.sort_unstable_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let enough = |count: usize| (cells.participants() as f64 / (BY_CHANCE * count as f64)).ln();
        let count = (1..=weighed.len()).rev().find(|count| weighed[count - 1].0 >= enough(*count)).unwrap_or(0);
        weighed[..count].iter().map(|(_, p)| *p).collect()
    }

    /// Log likelihood ratio of a row. `slip` is that of an answer that is not the list's.
    pub(super) fn weight(&self, row: &[u32], tells: &[f64], slip: f64) -> f64 {
        let one = |(cell, tells): (&u32, &f64)| match self.0[(cell / 3) as usize] {
            NONE => 0.0,
            code if u32::from(code) == cell % 3 => *tells,
            _ => slip,
        };
        row.iter().zip(tells).map(one).sum()
    }

    /// Whether there is any reason to look closer.
    fn may_be_followed(&self, row: &[u32]) -> bool {
        let same = row.iter().filter(|cell| u32::from(self.0[(**cell / 3) as usize]) == **cell % 3).count();
        let other = row.iter().filter(|cell| self.0[(**cell / 3) as usize] != NONE).count() - same;
        same > other
    }
}

/// Log likelihood ratio of each answer of a participant if it is the list's: more where it was not expected.
pub(super) fn tells(expected: &Expected, participant: usize, slip: f64) -> Vec<f64> {
    let tells = |cell: &u32| (slip + (1.0 - slip) / expected.chance(participant, *cell).max(1e-12)).ln();
    expected.cells.row(participant).iter().map(tells).collect()
}
