//! What a solver is given: columns and rows in floating point. Whole numbers up to 2⁵³ pass through it unchanged.

use super::{Linear, Model};

/// A column: its worth and its range.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Column {
    /// Worth of one unit; the solver maximises.
    pub worth: f64,
    /// Least value.
    pub low: f64,
    /// Greatest value.
    pub high: f64,
    /// Whole numbers only.
    pub integer: bool,
}

/// A row: `low ≤ Σ factor · column ≤ high`; infinite where there is no limit.
#[derive(Debug, Clone, PartialEq)]
pub struct Span {
    /// `(column, factor)`.
    pub terms: Vec<(usize, f64)>,
    /// Least value.
    pub low: f64,
    /// Greatest value.
    pub high: f64,
}

/// Columns and rows to maximise over.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Program {
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Span>,
}

impl Program {
    /// The choices of a model and its rows; nothing is worth anything yet. Rows that can't be broken are left out.
    pub fn of(model: &Model) -> Self {
        let choice = Column { worth: 0.0, low: 0.0, high: 1.0, integer: true };
        let mut program = Self { columns: vec![choice; model.columns()], rows: Vec::new() };
        for row in model.rows().iter().filter(|row| !row.is_idle()) {
            let low = row.low.map_or(f64::NEG_INFINITY, |low| low as f64);
            let high = row.high.map_or(f64::INFINITY, |high| high as f64);
            program.rows.push(Span { terms: floats(&row.function), low, high });
        }
        program
    }

    /// Gives a function its worth.
    #[must_use]
    pub fn worth(mut self, function: &Linear) -> Self {
        for (column, factor) in function.terms() {
            if let Some(column) = self.columns.get_mut(*column) {
                column.worth += *factor as f64;
            }
        }
        self
    }

    /// One more column; its number.
    pub fn add_column(&mut self, worth: f64, low: f64, high: f64, integer: bool) -> usize {
        self.columns.push(Column { worth, low, high, integer });
        self.columns.len() - 1
    }

    /// `Σ factor · column ≥ low`.
    pub fn at_least(&mut self, terms: Vec<(usize, f64)>, low: f64) {
        self.rows.push(Span { terms, low, high: f64::INFINITY });
    }

    /// The same without whole numbers.
    #[must_use]
    pub fn relaxed(&self) -> Self {
        let mut program = self.clone();
        program.columns.iter_mut().for_each(|column| column.integer = false);
        program
    }
}

/// The terms of a function in floating point.
pub(super) fn floats(function: &Linear) -> Vec<(usize, f64)> {
    function.terms().iter().map(|(column, factor)| (*column, *factor as f64)).collect()
}
