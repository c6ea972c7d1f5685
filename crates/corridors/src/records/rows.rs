//! Rows of a file: found by the names of their columns, checked one by one.

use super::columns::{Columns, Several};
use super::{Files, Note, Report};
use crate::code::Code;
use crate::pack::Pack;
use crate::series::{Series, Source};
use std::collections::{BTreeMap, BTreeSet};

/// Whole numbers by origin, destination and year; a figure of a country stands under itself twice. Negative ones as
/// their two's complement, where a series has them.
pub(super) type Cells = BTreeMap<(u16, u16, i32), u64>;

/// A static figure has no year.
const TIMELESS: i32 = 0;

/// A file with a header.
pub(super) struct Rows<'a> {
    reader: csv::Reader<&'a [u8]>,
    record: csv::StringRecord,
    places: Vec<usize>,
    pub(super) unreadable: usize,
}

impl<'a> Rows<'a> {
    /// Finds the columns; an empty name is a column that is not there and reads as nothing.
    pub(super) fn open(files: &'a Files, file: &'static str, columns: &[&'static str]) -> Result<Self, Note> {
        let bytes = files.get(file).ok_or(Note::NoFile { file })?;
        let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
        let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
        let header = reader.headers().cloned().unwrap_or_default();
        let mut places = Vec::new();
        for column in columns {
            let place = header.iter().position(|name| name.trim() == *column);
            match (place, column.is_empty()) {
                (Some(place), _) => places.push(place),
                (None, true) => places.push(usize::MAX),
                (None, false) => return Err(Note::NoColumn { file, column }),
            }
        }
        Ok(Self { reader, record: csv::StringRecord::new(), places, unreadable: 0 })
    }

    /// Goes to the next row that is text; others are counted.
    pub(super) fn next(&mut self) -> bool {
        loop {
            match self.reader.read_record(&mut self.record) {
                Ok(found) => return found,
                Err(error) if error.is_io_error() => return false,
                Err(_) => self.unreadable += 1,
            }
        }
    }

    /// The line that the row starts in.
    fn line(&self) -> u64 {
        self.record.position().map_or(0, csv::Position::line)
    }

    pub(super) fn text(&self, column: usize) -> &str {
        self.places.get(column).and_then(|place| self.record.get(*place)).unwrap_or("")
    }
}

/// What is dropped while a file is read.
#[derive(Default)]
struct Dropped {
    /// By code as written: rows, and the line of the first.
    codes: BTreeMap<String, (usize, u64)>,
    negative: usize,
    twice: usize,
    to_itself: usize,
    nothing: usize,
}

/// The cells of a series; none, with a note, where the file or a column is missing.
pub(super) fn cells(
    files: &Files,
    source: &Source,
    columns: &Columns,
    pack: &Pack,
    report: &mut Report,
) -> Option<Cells> {
    let names = [columns.origin, columns.dest, columns.year, columns.value];
    let mut rows = match Rows::open(files, source.file, &names) {
        Ok(rows) => rows,
        Err(note) => {
            report.push(note);
            report.push(Note::Without { series: source.series });
            return None;
        }
    };
    let (mut cells, mut counts, mut dropped) = (Cells::new(), BTreeMap::new(), Dropped::default());
    while rows.next() {
        if let Some((key, value)) = cell(&rows, columns, pack, &mut dropped) {
            put(&mut cells, &mut counts, key, value, columns.several, &mut dropped);
        }
    }
    for (key, count) in counts {
        cells.entry(key).and_modify(|sum| *sum /= count);
    }
    tell(source.series, dropped, rows.unreadable, report);
    if cells.is_empty() {
        report.push(Note::Without { series: source.series });
        return None;
    }
    Some(cells)
}

fn cell(rows: &Rows, columns: &Columns, pack: &Pack, dropped: &mut Dropped) -> Option<((u16, u16, i32), u64)> {
    let text = rows.text(3).trim();
    if text.is_empty() {
        return None;
    }
    let mut place = |column: usize| {
        let found = Code::parse(rows.text(column)).and_then(|code| pack.country(code));
        if found.is_none() {
            let code: String = rows.text(column).trim().chars().take(12).collect();
            dropped.codes.entry(code).or_insert((0, rows.line())).0 += 1;
        }
        found
    };
    let origin = place(0)?;
    let dest = if columns.dest.is_empty() { origin } else { place(1)? };
    if !columns.dest.is_empty() && origin == dest {
        dropped.to_itself += 1;
        return None;
    }
    let year = if columns.year.is_empty() { TIMELESS } else { rows.text(2).get(..4).and_then(|y| y.parse().ok())? };
    if year != TIMELESS && !(columns.first_year..=columns.last_year).contains(&year) {
        return None;
    }
    let Some(value) = text.parse::<f64>().ok().filter(|v| v.is_finite() && v.abs() < 1e17) else {
        dropped.nothing += 1;
        return None;
    };
    if value < 0.0 && !columns.signed {
        dropped.negative += 1;
        return None;
    }
    let whole = (value * columns.factor).round() as i64;
    (whole != 0 || columns.dest.is_empty()).then_some(((origin, dest, year), whole as u64))
}

fn put(
    cells: &mut Cells,
    counts: &mut BTreeMap<(u16, u16, i32), u64>,
    key: (u16, u16, i32),
    value: u64,
    several: Several,
    dropped: &mut Dropped,
) {
    match (cells.get_mut(&key), several) {
        (None, Several::Mean) => {
            counts.insert(key, 1);
            cells.insert(key, value);
        }
        (None, _) => drop(cells.insert(key, value)),
        (Some(_), Several::First) => dropped.twice += 1,
        (Some(sum), Several::Sum) => *sum = sum.wrapping_add(value),
        (Some(sum), Several::Mean) => {
            *sum = sum.wrapping_add(value);
            *counts.entry(key).or_insert(0) += 1;
        }
    }
}

fn tell(series: Series, dropped: Dropped, unreadable: usize, report: &mut Report) {
    if !dropped.codes.is_empty() {
        let rows = dropped.codes.values().map(|(rows, _)| rows).sum();
        let codes = dropped.codes.into_iter().map(|(code, (_, line))| (code, line)).collect();
        report.push(Note::UnknownCodes { series, codes, rows });
    }
    for (what, rows) in [
        ("a negative figure", dropped.negative),
        ("a second figure for the same place and year", dropped.twice),
        ("origin and destination the same (people who stayed)", dropped.to_itself),
        ("no number", dropped.nothing),
        ("no UTF-8 text", unreadable),
    ] {
        if rows > 0 {
            report.push(Note::Dropped { series, what, rows });
        }
    }
}

/// The codes of flows and stocks, where the list of countries is missing.
pub(super) fn codes_in_use(files: &Files) -> BTreeSet<Code> {
    let mut codes = BTreeSet::new();
    for series in [Series::Flow, Series::Stock2024, Series::Stock2020] {
        if let Ok(mut rows) = Rows::open(files, series.source().file, &["origin", "dest"]) {
            while rows.next() {
                codes.extend([0, 1].into_iter().filter_map(|column| Code::parse(rows.text(column))));
            }
        }
    }
    codes
}
