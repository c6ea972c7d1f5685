//! The responses of one participant, brought into the order of the statements.

use super::Cell;

/// A row is put on a table of all statements and read off again; where there are more than so many statements for each of
/// its responses it is sorted instead.
const SPARSE: usize = 512;

/// Room for one row, used again and again: nothing is looked up but in a few thousand bytes.
pub(super) struct Row {
    /// Cell and time by statement, where its bit is set.
    table: Vec<(Cell, i64)>,
    /// A bit for each statement.
    there: Vec<u64>,
    sorted: Vec<(Cell, i64)>,
}

impl Row {
    pub(super) fn new(statements: usize) -> Self {
        Self { table: vec![(0, 0); statements], there: vec![0; statements.div_ceil(64)], sorted: Vec::new() }
    }

    /// Takes a row whose responses stand as they came: of several to one statement the latest counts, and of those with
    /// the same time the one that came last.
    pub(super) fn take(&mut self, cells: &[Cell], times: &[i64]) {
        self.sorted.clear();
        if self.table.len() > SPARSE * cells.len() {
            self.sort(cells, times);
            return;
        }
        for (cell, at) in cells.iter().zip(times) {
            let place = (cell / 3) as usize;
            let (word, bit) = (&mut self.there[place / 64], 1 << (place % 64));
            let known = &mut self.table[place];
            if *word & bit == 0 || known.1 <= *at {
                *known = (*cell, *at);
            }
            *word |= bit;
        }
        for (word, first) in self.there.iter_mut().zip((0..).step_by(64)) {
            let mut rest = std::mem::take(word);
            while rest != 0 {
                self.sorted.push(self.table[first + rest.trailing_zeros() as usize]);
                rest &= rest - 1;
            }
        }
    }

    fn sort(&mut self, cells: &[Cell], times: &[i64]) {
        self.sorted.extend(cells.iter().copied().zip(times.iter().copied()));
        // Stable, so that what came last of one statement and time stands last.
        self.sorted.sort_by_key(|(cell, at)| (cell / 3, *at));
        self.sorted.reverse();
        self.sorted.dedup_by_key(|(cell, _)| *cell / 3);
        self.sorted.reverse();
    }

    /// What of the row that was taken counts no longer, by statement and time. Seldom does anybody answer twice: nothing is
    /// sorted where nobody did.
    pub(super) fn superseded(&self, cells: &[Cell], times: &[i64]) -> Vec<(Cell, i64)> {
        if self.sorted.len() == cells.len() {
            return Vec::new();
        }
        let mut all: Vec<_> = cells.iter().copied().zip(times.iter().copied()).collect();
        all.sort_by_key(|(cell, at)| (cell / 3, *at));
        let followed = all.iter().zip(all.iter().skip(1)).filter(|(one, next)| one.0 / 3 == next.0 / 3);
        followed.map(|(one, _)| *one).collect()
    }

    /// Puts the row where it belongs; how many responses of it count.
    pub(super) fn put(&self, cells: &mut [Cell], times: &mut [i64]) -> usize {
        for ((to, at), (cell, time)) in cells.iter_mut().zip(times).zip(&self.sorted) {
            (*to, *at) = (*cell, *time);
        }
        self.sorted.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn read_off_a_table_or_sorted_a_row_is_the_same() {
        let mut state = 1u64;
        let mut lot = |n: u64| {
            state = crate::chance::mix(state, 1);
            state % n
        };
        for length in 0..60 {
            let cells: Vec<Cell> = (0..length).map(|_| lot(3 * 130) as Cell).collect();
            let times: Vec<i64> = (0..length).map(|_| lot(4) as i64).collect();
            let (mut one, mut other) = (Row::new(130), Row::new(130));
            one.take(&cells, &times);
            other.sort(&cells, &times);
            assert_eq!(one.sorted, other.sorted);
        }
    }
}
