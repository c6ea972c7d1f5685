//! What a model expects participants to answer who did not shape it.

use super::{cells::Cells, space::Fitted};

/// So many who answer alike are told: two may be a couple that answered together.
pub(super) const LEAST: usize = 3;
/// Chance of one false alarm in a dialogue without any coordination.
pub(super) const FALSE_ALARM: f64 = 0.01;

/// Upper bound of the chance that so many or more do what `expected` are expected to do (Poisson; Chernoff 1952).
pub(super) fn at_least(count: usize, expected: f64) -> f64 {
    let n = count as f64;
    if n <= expected { 1.0 } else { (n - expected + n * (expected.max(1e-300) / n).ln()).exp() }
}

/// A model of its own, in which participants are placed by their answers when they are first asked about.
pub(super) struct Expected<'a> {
    pub cells: &'a Cells<'a>,
    model: Box<dyn Fitted>,
    placed: Vec<bool>,
}

impl<'a> Expected<'a> {
    pub(super) fn new(model: Box<dyn Fitted>, cells: &'a Cells<'a>) -> Self {
        Self { model, placed: vec![false; cells.participants()], cells }
    }

    pub(super) fn participants(&self) -> usize {
        self.placed.len()
    }

    /// Has these participants where their answers say. Nothing is expected of anybody else.
    pub(super) fn place(&mut self, people: impl IntoIterator<Item = usize>) {
        let new: Vec<usize> = people.into_iter().filter(|p| !std::mem::replace(&mut self.placed[*p], true)).collect();
        self.model.put_in(&new, self.cells);
    }

    /// How likely a participant gives the answer of a cell.
    pub(super) fn chance(&self, participant: usize, cell: u32) -> f64 {
        self.model.chance(participant, cell)
    }

    /// How likely a participant gives all these answers.
    pub(super) fn likelihood(&self, participant: usize, row: &[u32]) -> f64 {
        row.iter().map(|cell| self.chance(participant, *cell)).product()
    }
}
