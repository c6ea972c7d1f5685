//! Choices, integer functions of them, and rows with names. Everything is checked here in whole numbers.

/// One yes or no for each column.
pub type Choice = Vec<bool>;

/// A whole-number linear function of the choices.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Linear {
    /// `(column, factor)`, each column at most once, no factor 0.
    terms: Vec<(usize, i64)>,
}

impl Linear {
    /// Sums factors of the same column; drops zeros.
    pub fn new(terms: impl IntoIterator<Item = (usize, i64)>) -> Self {
        let mut terms: Vec<(usize, i64)> = terms.into_iter().collect();
        terms.sort_unstable_by_key(|(column, _)| *column);
        terms.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 = kept.1.saturating_add(next.1);
            }
            same
        });
        terms.retain(|(_, factor)| *factor != 0);
        Self { terms }
    }

    /// The sum of several functions.
    pub fn sum<'a>(parts: impl IntoIterator<Item = &'a Linear>) -> Self {
        Self::new(parts.into_iter().flat_map(|part| part.terms.iter().copied()))
    }

    /// The same with every factor multiplied.
    #[must_use]
    pub fn times(&self, factor: i64) -> Self {
        Self::new(self.terms.iter().map(|(column, a)| (*column, a.saturating_mul(factor))))
    }

    /// `(column, factor)` in the order of the columns.
    pub fn terms(&self) -> &[(usize, i64)] {
        &self.terms
    }

    /// Its value; columns beyond the choice count as no.
    pub fn at(&self, choice: &[bool]) -> i64 {
        let on = |(column, a): &(usize, i64)| choice.get(*column).copied().unwrap_or(false).then_some(*a);
        self.terms.iter().filter_map(on).fold(0, i64::saturating_add)
    }

    /// The least and the greatest value that any choice could give it, rows aside.
    pub fn span(&self) -> (i64, i64) {
        let side = |keep: fn(i64) -> i64| self.terms.iter().map(|(_, a)| keep(*a)).fold(0, i64::saturating_add);
        (side(|a| a.min(0)), side(|a| a.max(0)))
    }
}

/// Something that has to hold: `low ≤ function ≤ high`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Whom it concerns, in the caller's words.
    pub name: String,
    /// The function.
    pub function: Linear,
    /// Least value, if there is one.
    pub low: Option<i64>,
    /// Greatest value, if there is one.
    pub high: Option<i64>,
}

impl Row {
    /// `function ≥ low`.
    pub fn at_least(name: impl Into<String>, function: Linear, low: i64) -> Self {
        Self { name: name.into(), function, low: Some(low), high: None }
    }

    /// `function ≤ high`.
    pub fn at_most(name: impl Into<String>, function: Linear, high: i64) -> Self {
        Self { name: name.into(), function, low: None, high: Some(high) }
    }

    /// Whether a choice obeys it.
    pub fn holds(&self, choice: &[bool]) -> bool {
        self.missing(choice) == 0
    }

    /// How far a choice is from obeying it; 0 where it does.
    pub fn missing(&self, choice: &[bool]) -> i64 {
        let value = self.function.at(choice);
        let below = self.low.map_or(0, |low| low.saturating_sub(value));
        let above = self.high.map_or(0, |high| value.saturating_sub(high));
        below.max(above).max(0)
    }

    /// Whether no choice with this column in obeys it.
    pub fn forbids(&self, column: usize) -> bool {
        let own = self.function.terms().iter().find(|(c, _)| *c == column).map_or(0, |(_, a)| *a);
        let (least, most) = self.function.span();
        let (least, most) = (least.saturating_add(own.max(0)), most.saturating_add(own.min(0)));
        self.low.is_some_and(|low| most < low) || self.high.is_some_and(|high| least > high)
    }

    /// Whether every choice obeys it.
    pub fn is_idle(&self) -> bool {
        let (least, most) = self.function.span();
        self.low.is_none_or(|low| low <= least) && self.high.is_none_or(|high| most <= high)
    }
}

/// A row that a choice does not obey.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the row \"{name}\" does not hold: its value is {value}")]
pub struct Broken {
    /// Which one, counted from 0.
    pub row: usize,
    /// Its name.
    pub name: String,
    /// What the choice makes of it.
    pub value: i64,
}

/// Columns and rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Model {
    columns: usize,
    rows: Vec<Row>,
}

impl Model {
    /// So many choices, no rows yet.
    pub fn new(columns: usize) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// How many choices there are.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// What has to hold.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// One more choice; its number.
    pub fn add_column(&mut self) -> usize {
        self.columns += 1;
        self.columns - 1
    }

    /// One more row; its number.
    pub fn add_row(&mut self, row: Row) -> usize {
        self.rows.push(row);
        self.rows.len() - 1
    }

    /// The same model with one more row.
    #[must_use]
    pub fn with(&self, row: Row) -> Self {
        let mut model = self.clone();
        model.add_row(row);
        model
    }

    /// The same columns with those rows alone that are kept.
    #[must_use]
    pub fn keeping(&self, keep: impl Fn(usize) -> bool) -> Self {
        let rows = self.rows.iter().enumerate().filter(|(i, _)| keep(*i)).map(|(_, row)| row.clone()).collect();
        Self { columns: self.columns, rows }
    }

    /// Whether a choice obeys every row: the one judge of every answer.
    pub fn check(&self, choice: &[bool]) -> Result<(), Broken> {
        let broken = self.rows.iter().enumerate().find(|(_, row)| !row.holds(choice));
        broken.map_or(Ok(()), |(i, row)| Err(Broken { row: i, name: row.name.clone(), value: row.function.at(choice) }))
    }
}
