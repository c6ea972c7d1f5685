//! Figures by corridor and year, and by country and year. Whole numbers, so that nothing is lost on the way; the scale
//! of each series is in [`crate::Series`].

/// Figures of every corridor of a pack. The records drop zeros: 0 is "none, or no data".
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bilateral {
    /// The years that there are, ascending; a flow bears the first year of its five.
    pub years: Vec<i32>,
    /// Row by corridor, column by year.
    pub(crate) cells: Vec<u32>,
}

impl Bilateral {
    pub(crate) fn new(years: Vec<i32>, rows: usize) -> Self {
        let cells = vec![0; years.len() * rows];
        Self { years, cells }
    }

    /// The place of a year.
    pub fn column(&self, year: i32) -> Option<usize> {
        self.years.binary_search(&year).ok()
    }

    /// The figures of a corridor, one a year.
    pub fn row(&self, row: usize) -> &[u32] {
        let width = self.years.len();
        self.cells.get(row * width..(row + 1) * width).unwrap_or(&[])
    }

    /// One figure; 0 where there is none.
    pub fn at(&self, row: usize, year: i32) -> u32 {
        self.column(year).and_then(|c| self.row(row).get(c).copied()).unwrap_or(0)
    }

    /// The last figure that is not 0, at or before a year, with its year.
    pub fn latest(&self, row: usize, year: i32) -> Option<(i32, u32)> {
        let cells = self.row(row);
        (0..cells.len()).rev().map(|c| (self.years[c], cells[c])).find(|(y, v)| *y <= year && *v > 0)
    }

    /// Everything of a year.
    pub fn total(&self, year: i32) -> u64 {
        let Some(column) = self.column(year) else { return 0 };
        self.cells.iter().skip(column).step_by(self.years.len()).map(|v| u64::from(*v)).sum()
    }
}

/// Figures of every country of a pack; a missing one is none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct National {
    /// The years that there are, ascending.
    pub years: Vec<i32>,
    /// Row by country, column by year.
    pub(crate) cells: Vec<Option<i64>>,
}

impl National {
    pub(crate) fn new(years: Vec<i32>, rows: usize) -> Self {
        let cells = vec![None; years.len() * rows];
        Self { years, cells }
    }

    /// The figures of a country, one a year.
    pub fn row(&self, row: usize) -> &[Option<i64>] {
        let width = self.years.len();
        self.cells.get(row * width..(row + 1) * width).unwrap_or(&[])
    }

    /// One figure.
    pub fn at(&self, row: usize, year: i32) -> Option<i64> {
        let column = self.years.binary_search(&year).ok()?;
        self.row(row).get(column).copied().flatten()
    }

    /// The last figure at or before a year, with its year.
    pub fn latest(&self, row: usize, year: i32) -> Option<(i32, i64)> {
        let cells = self.row(row);
        let dated = (0..cells.len()).rev().filter(|c| self.years[*c] <= year);
        dated.into_iter().find_map(|c| Some((self.years[c], cells[c]?)))
    }
}
