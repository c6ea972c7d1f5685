//! The responses that the model is fitted to.

use std::borrow::Cow;

use crate::Votes;

/// Cells (`3 · statement + code`) by participant.
#[derive(Debug, Clone)]
pub(super) struct Cells<'a> {
    starts: Cow<'a, [usize]>,
    cells: Cow<'a, [u32]>,
    /// Participants stand in this order instead of that of the rows.
    order: Option<&'a [usize]>,
    statements: usize,
}

impl<'a> Cells<'a> {
    /// All responses to statements that are not out. Nothing is copied where none is.
    pub(super) fn of(votes: &'a Votes, out: &[bool]) -> Self {
        let (starts, cells) = votes.rows();
        let statements = votes.statements().len();
        if out.contains(&true) {
            let all = Self { starts: Cow::Borrowed(starts), cells: Cow::Borrowed(cells), order: None, statements };
            return all.only(|_, cell| !out[(cell / 3) as usize]);
        }
        Self { starts: Cow::Borrowed(starts), cells: Cow::Borrowed(cells), order: None, statements }
    }

    /// The same with the participants in another order.
    pub(super) fn in_order(mut self, order: &'a [usize]) -> Self {
        self.order = Some(order);
        self
    }

    /// The cells that are wanted, from participant and cell; the participants keep their places.
    pub(super) fn only(&self, wanted: impl Fn(usize, u32) -> bool) -> Cells<'static> {
        let mut starts = vec![0];
        let mut cells = Vec::new();
        for p in 0..self.participants() {
            cells.extend(self.row(p).iter().copied().filter(|cell| wanted(p, *cell)));
            starts.push(cells.len());
        }
        Cells { starts: Cow::Owned(starts), cells: Cow::Owned(cells), order: None, statements: self.statements }
    }

    /// Some participants, by place, with all their cells.
    pub(super) fn of_participants(&self, places: &[usize]) -> Cells<'static> {
        let mut starts = vec![0];
        let mut cells = Vec::new();
        for p in places {
            cells.extend_from_slice(self.row(*p));
            starts.push(cells.len());
        }
        Cells { starts: Cow::Owned(starts), cells: Cow::Owned(cells), order: None, statements: self.statements }
    }

    pub(super) fn participants(&self) -> usize {
        self.starts.len() - 1
    }

    pub(super) fn len(&self) -> usize {
        self.cells.len()
    }

    pub(super) fn statements(&self) -> usize {
        self.statements
    }

    pub(super) fn row(&self, participant: usize) -> &[u32] {
        let place = self.order.map_or(participant, |order| order[participant]);
        &self.cells[self.starts[place]..self.starts[place + 1]]
    }

    /// Whether any two answered a statement differently.
    pub(super) fn vary(&self) -> bool {
        self.counts().iter().any(|counts| counts.iter().filter(|n| **n > 0).count() > 1)
    }

    /// How many disagreed, passed and agreed, by statement.
    pub(super) fn counts(&self) -> Vec<[u32; 3]> {
        let mut counts = vec![[0; 3]; self.statements];
        self.cells.iter().for_each(|cell| counts[(cell / 3) as usize][(cell % 3) as usize] += 1);
        counts
    }
}
