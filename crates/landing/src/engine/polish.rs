//! Makes a lawful choice better by single flips and exchanges, as long as one of them helps a sum of curves.

use super::{Choice, Model, Term};

/// Rounds over all pairs of columns.
const ROUNDS: usize = 20;

/// A choice that obeys the rows and that no flip and no exchange of two columns makes better, as far as `ROUNDS` go.
pub(super) fn polish(model: &Model, terms: &[Term], start: &Choice) -> Choice {
    let mut stone = Stone::new(model, terms, start);
    let columns = start.len();
    for _ in 0..ROUNDS {
        let mut any = false;
        for a in 0..columns {
            any |= stone.takes(&[a]);
            for b in a + 1..columns {
                any |= stone.choice[a] != stone.choice[b] && stone.takes(&[a, b]);
            }
        }
        if !any {
            break;
        }
    }
    stone.choice
}

/// A row's value with its limits.
#[derive(Debug, Clone, Copy)]
struct Held {
    value: i64,
    low: i64,
    high: i64,
}

/// A choice with the values of all rows and gains.
struct Stone<'a> {
    choice: Choice,
    rows: Vec<Held>,
    gains: Vec<i64>,
    terms: &'a [Term],
    /// Rows and terms of each column.
    in_rows: Vec<Vec<(usize, i64)>>,
    in_terms: Vec<Vec<(usize, i64)>>,
}

impl<'a> Stone<'a> {
    fn new(model: &Model, terms: &'a [Term], start: &Choice) -> Self {
        let (mut in_rows, mut in_terms) = (vec![Vec::new(); start.len()], vec![Vec::new(); start.len()]);
        let lasting = model.rows().iter().filter(|row| !row.is_idle()).enumerate();
        let rows = lasting.map(|(r, row)| {
            row.function.terms().iter().for_each(|(c, a)| in_rows[*c].push((r, *a)));
            let (low, high) = (row.low.unwrap_or(i64::MIN), row.high.unwrap_or(i64::MAX));
            Held { value: row.function.at(start), low, high }
        });
        let rows = rows.collect();
        for (t, term) in terms.iter().enumerate() {
            term.gain.terms().iter().for_each(|(c, a)| in_terms[*c].push((t, *a)));
        }
        let gains = terms.iter().map(|term| term.gain.at(start)).collect();
        Self { choice: start.clone(), rows, gains, terms, in_rows, in_terms }
    }

    /// Flips these columns if that breaks nothing and is worth something.
    fn takes(&mut self, columns: &[usize]) -> bool {
        let before = self.worth(columns);
        for column in columns {
            self.flip(*column);
        }
        let lawful = columns.iter().all(|column| self.lawful(*column));
        let better = lawful && self.worth(columns) > before + 1e-9;
        if !better {
            for column in columns {
                self.flip(*column);
            }
        }
        better
    }

    fn flip(&mut self, column: usize) {
        let sign = if self.choice[column] { -1 } else { 1 };
        self.choice[column] = !self.choice[column];
        for (r, a) in &self.in_rows[column] {
            self.rows[*r].value += sign * a;
        }
        for (t, a) in &self.in_terms[column] {
            self.gains[*t] += sign * a;
        }
    }

    fn lawful(&self, column: usize) -> bool {
        self.in_rows[column].iter().all(|(r, _)| {
            let held = self.rows[*r];
            held.low <= held.value && held.value <= held.high
        })
    }

    /// The curves that a column of these touches; one that two of them touch counts once.
    fn worth(&self, columns: &[usize]) -> f64 {
        let first = columns.first().map_or(&[][..], |column| &self.in_terms[*column]);
        let other = columns.get(1).map_or(&[][..], |column| &self.in_terms[*column]);
        let alone = other.iter().filter(|(t, _)| first.binary_search_by_key(t, |(t, _)| *t).is_err());
        first.iter().chain(alone).map(|(t, _)| self.terms[*t].curve.at(self.gains[*t])).sum()
    }
}
