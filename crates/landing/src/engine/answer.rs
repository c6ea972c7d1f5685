//! An answer and how sure it is.

use super::Choice;

/// How sure an answer is. The last two are never mixed up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nothing is better: proved.
    Optimal,
    /// A choice that obeys every row; the bound says how much better another could be.
    Within,
    /// No choice obeys the rows: proved.
    None,
    /// None was found before the end; there may be one.
    NotFound,
}

/// What a search ended with.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// How sure it is.
    pub status: Status,
    /// The choice, checked in whole numbers; there if the status is optimal or within.
    pub choice: Option<Choice>,
    /// Its value; 0 without a choice.
    pub value: f64,
    /// No choice is better than this; infinite if nothing is known.
    pub bound: f64,
}

impl Answer {
    /// Proved: none exists.
    pub fn none() -> Self {
        Self { status: Status::None, choice: None, value: 0.0, bound: f64::NEG_INFINITY }
    }

    /// Nothing known but a bound.
    pub fn not_found(bound: f64) -> Self {
        Self { status: Status::NotFound, choice: None, value: 0.0, bound }
    }

    /// A choice with its value; optimal where the bound is no better than `slack` above.
    pub fn found(choice: Choice, value: f64, bound: f64, slack: f64) -> Self {
        let proved = bound <= value + slack;
        let status = if proved { Status::Optimal } else { Status::Within };
        Self { status, choice: Some(choice), value, bound: if proved { value } else { bound } }
    }

    /// How far the value may be below the best, as a share of the bound; none where nothing is known.
    pub fn gap(&self) -> Option<f64> {
        match self.status {
            Status::Optimal => Some(0.0),
            Status::Within if self.bound.is_finite() && self.bound.abs() > 1e-12 => {
                Some(((self.bound - self.value) / self.bound.abs()).max(0.0))
            }
            _ => None,
        }
    }
}
