//! Rows of numbers of which most are nought.

/// A column and what stands there.
pub(crate) type Cell = (u32, f32);

/// For each row the columns that are not nought, in order.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rows {
    /// Where each row ends.
    ends: Vec<usize>,
    cells: Vec<Cell>,
}

impl Rows {
    /// From rows of cells in any order; cells of one column are summed.
    pub(crate) fn new(rows: impl Iterator<Item = Vec<Cell>>) -> Self {
        let mut all = Self::default();
        for row in rows {
            all.cells.extend(summed(row));
            all.ends.push(all.cells.len());
        }
        all
    }

    /// Number of rows.
    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }

    /// The cells of a row.
    pub(crate) fn row(&self, row: usize) -> &[Cell] {
        let start = row.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.cells[start..self.ends[row]]
    }

    /// All rows.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &[Cell]> {
        (0..self.len()).map(|row| self.row(row))
    }

    /// Number of columns up to the last that is not nought.
    pub(crate) fn columns(&self) -> usize {
        self.cells.iter().map(|(column, _)| *column as usize + 1).max().unwrap_or_default()
    }

    /// The first `columns` columns as rows.
    pub(crate) fn transposed(&self, columns: usize) -> Self {
        let mut turned: Vec<Vec<Cell>> = vec![Vec::new(); columns];
        for (number, row) in (0..).zip(self.iter()) {
            for (column, value) in row {
                turned[*column as usize].push((number, *value));
            }
        }
        Self::new(turned.into_iter())
    }

    /// The rows of both, one after the other.
    pub(crate) fn beside(&self, other: &Self) -> Self {
        let first = self.columns() as u32;
        let moved = |row: &[Cell]| row.iter().map(|(column, value)| (first + column, *value)).collect::<Vec<_>>();
        Self::new(self.iter().zip(other.iter()).map(|(row, more)| [row, &moved(more)].concat()))
    }

    /// Each row divided by its number; by nought it stays.
    pub(crate) fn over(&self, by: &[f32]) -> Self {
        let divided = |(row, by): (&[Cell], &f32)| {
            let by = if *by > 0.0 { *by } else { 1.0 };
            row.iter().map(|(column, value)| (*column, value / by)).collect()
        };
        Self::new(self.iter().zip(by).map(divided))
    }

    /// Each row brought to length 1.
    pub(crate) fn of_length_one(&self) -> Self {
        self.over(&self.iter().map(length).collect::<Vec<_>>())
    }

    /// For each row the sum of the rows of `other` that its columns name, each times what stands there. The cells are in
    /// the order in which they are met.
    pub(crate) fn times(&self, other: &Self) -> impl Iterator<Item = Vec<Cell>> {
        let mut sums = vec![0.0_f32; other.columns()];
        self.iter().map(move |row| {
            let mut met = Vec::new();
            for (through, weight) in row {
                for (column, value) in other.row(*through as usize) {
                    let sum = &mut sums[*column as usize];
                    if *sum == 0.0 {
                        met.push(*column);
                    }
                    *sum += weight * value;
                }
            }
            met.into_iter().map(|column| (column, std::mem::take(&mut sums[column as usize]))).collect()
        })
    }
}

/// Length of a row as a vector.
pub(crate) fn length(row: &[Cell]) -> f32 {
    row.iter().map(|(_, value)| value * value).sum::<f32>().sqrt()
}

fn summed(mut row: Vec<Cell>) -> Vec<Cell> {
    row.sort_by_key(|(column, _)| *column);
    row.chunk_by(|a, b| a.0 == b.0).map(|same| (same[0].0, same.iter().map(|(_, value)| value).sum())).collect()
}
