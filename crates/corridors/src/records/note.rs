//! What a person has to know of records that were read.

use super::rows::Cells;
use crate::pack::Pack;
use crate::series::Series;
use std::collections::BTreeMap;
use std::fmt;

/// One thing that was found, dropped or missed.
#[derive(Debug, Clone, PartialEq)]
pub enum Note {
    /// A file is not in the folder.
    NoFile {
        /// Its path.
        file: &'static str,
    },
    /// A column is not in a file.
    NoColumn {
        /// The file's path.
        file: &'static str,
        /// The column.
        column: &'static str,
    },
    /// A series is not in the pack.
    Without {
        /// The series.
        series: Series,
    },
    /// Rows with codes that are no country.
    UnknownCodes {
        /// The series.
        series: Series,
        /// The codes as written, each with the line where it stands first.
        codes: Vec<(String, u64)>,
        /// How many rows.
        rows: usize,
    },
    /// Rows that say nothing.
    Dropped {
        /// The series.
        series: Series,
        /// What is wrong with them.
        what: &'static str,
        /// How many.
        rows: usize,
    },
    /// Rows about routes that say nothing.
    DroppedRoutes {
        /// The file's path.
        file: &'static str,
        /// How many.
        rows: usize,
    },
    /// More people than the country has.
    Impossible {
        /// The series.
        series: Series,
        /// How many figures.
        rows: usize,
        /// The first of them.
        example: String,
    },
    /// A total that the producer published.
    Total {
        /// The series.
        series: Series,
        /// The year.
        year: i32,
        /// As summed here.
        found: f64,
        /// As published.
        known: f64,
    },
    /// Corridors below the threshold.
    Below {
        /// The threshold.
        threshold: u32,
        /// Corridors kept.
        kept: usize,
        /// Corridors dropped.
        dropped: usize,
    },
    /// Two revisions of the same stocks.
    Revisions {
        /// The older.
        older: Series,
        /// The newer.
        newer: Series,
        /// The year.
        year: i32,
        /// Sum of absolute differences over the sum of the newer, per cent.
        differ: f64,
    },
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Note::NoFile { file } => write!(f, "{file}: not in the folder"),
            Note::NoColumn { file, column } => write!(f, "{file}: has no column \"{column}\", so it is left out"),
            Note::Without { series } => {
                let source = series.source();
                write!(f, "without {}: {}", source.key, source.needed_for)
            }
            Note::UnknownCodes { series, codes, rows } => {
                let written = |(code, line): &(String, u64)| match code.as_str() {
                    "" => format!("an empty cell where a code has to be (first in line {line})"),
                    code => format!("no country has the code \"{code}\" (first in line {line})"),
                };
                let shown = codes.iter().take(8).map(written).collect::<Vec<_>>().join(", ");
                let more = codes.len().saturating_sub(8);
                let more = if more > 0 { format!(" and {more} further codes") } else { String::new() };
                let source = series.source();
                write!(f, "{}: {rows} rows of {} dropped: {shown}{more}", source.key, source.file)
            }
            Note::Dropped { series, what, rows } => write!(f, "{}: {rows} rows dropped: {what}", series.source().key),
            Note::DroppedRoutes { file, rows } => {
                write!(f, "{file}: {rows} rows dropped: no year, no route, or no figure of 0 or more")
            }
            Note::Impossible { series, rows, example } => {
                write!(
                    f,
                    "{}: {rows} figures dropped, more people than the country has ({example})",
                    series.source().key
                )
            }
            Note::Total { series, year, found, known } => {
                let says = if (found / known - 1.0).abs() < 0.005 { "agrees" } else { "DOES NOT AGREE" };
                let key = series.source().key;
                write!(f, "{key} {year}: total {found:.0} {says} with the published {known:.0}")
            }
            Note::Below { threshold, kept, dropped } => {
                write!(f, "{kept} corridors kept; {dropped} never had a stock or flow of {threshold} and are left out")
            }
            Note::Revisions { older, newer, year, differ } => {
                let (older, newer) = (older.source().key, newer.source().key);
                write!(f, "{older} and {newer} differ by {differ:.1} % in {year} (sum of differences over the total)")
            }
        }
    }
}

/// Everything that was found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    /// In the order in which it was found; each once.
    pub notes: Vec<Note>,
}

impl Report {
    pub(super) fn push(&mut self, note: Note) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    /// The series that are not in the pack.
    pub fn missing(&self) -> Vec<Series> {
        let of = |note: &Note| if let Note::Without { series } = note { Some(*series) } else { None };
        self.notes.iter().filter_map(of).collect()
    }
}

/// Totals that producers published: people, and thousands of dollars.
const TOTALS: &[(Series, i32, f64)] = &[
    (Series::Stock2024, 2024, 304_021_813.0),
    (Series::Stock2020, 2020, 280_598_105.0),
    (Series::Remittances, 2017, 613_466_000.0),
    (Series::Remittances, 2018, 682_200_000.0),
    (Series::Remittances, 2021, 781_075_700.0),
];

pub(super) fn known_totals(found: &BTreeMap<u8, Cells>, report: &mut Report) {
    for (series, year, known) in TOTALS {
        let Some(cells) = found.get(&(*series as u8)) else { continue };
        let sum: f64 = cells.iter().filter(|((_, _, y), _)| y == year).map(|(_, v)| *v as f64).sum();
        if sum > 0.0 {
            report.push(Note::Total { series: *series, year: *year, found: sum, known: *known });
        }
    }
}

/// Drops stocks larger than the country they live in, and flows larger than the country they leave.
pub(super) fn impossible(pack: &Pack, found: &mut BTreeMap<u8, Cells>, report: &mut Report) {
    let Some(population) = found.get(&(Series::Population as u8)).cloned() else { return };
    for series in [Series::Stock2024, Series::Stock2020, Series::Stock2019, Series::Flow] {
        let Some(cells) = found.get_mut(&(series as u8)) else { continue };
        let of = |origin: u16, dest: u16| if series == Series::Flow { origin } else { dest };
        let most = |origin, dest, year| population.get(&(of(origin, dest), of(origin, dest), year)).copied();
        let bad: Vec<_> = cells
            .iter()
            .filter(|((o, d, y), v)| most(*o, *d, *y).is_some_and(|p| p > 0 && **v > p))
            .map(|(k, _)| *k)
            .collect();
        if let Some((origin, dest, year)) = bad.first() {
            let example = format!("{}-{} {year}", pack.code(*origin), pack.code(*dest));
            report.push(Note::Impossible { series, rows: bad.len(), example });
        }
        for key in bad {
            cells.remove(&key);
        }
    }
}

/// How far two revisions of the same stocks are from each other.
pub(super) fn revisions(pack: &Pack, report: &mut Report) {
    for (older, newer) in [(Series::Stock2020, Series::Stock2024), (Series::Stock2019, Series::Stock2020)] {
        for year in [2015, 2020] {
            if let Some(differ) = disagreement(pack, older, newer, year) {
                report.push(Note::Revisions { older, newer, year, differ });
            }
        }
    }
}

/// Sum of absolute differences between two series by corridor over the sum of the second, in per cent.
pub(crate) fn disagreement(pack: &Pack, a: Series, b: Series, year: i32) -> Option<f64> {
    let (a, b) = (pack.bilateral(a)?, pack.bilateral(b)?);
    a.column(year).and(b.column(year))?;
    let pairs = || (0..pack.corridors.len()).map(|row| (f64::from(a.at(row, year)), f64::from(b.at(row, year))));
    let total: f64 = pairs().map(|(_, y)| y).sum();
    (total > 0.0).then(|| 100.0 * pairs().map(|(x, y)| (x - y).abs()).sum::<f64>() / total)
}
