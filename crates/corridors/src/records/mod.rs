//! From a folder of records to a pack: every row is checked, and what is dropped is told with its reason.
//!
//! The folder comes as bytes by path; which columns are read from which file is in `columns.rs`.

mod columns;
mod note;
mod rows;

pub use note::{Note, Report};

pub(crate) use note::disagreement;

use crate::code::{Code, Corridor, Country};
use crate::pack::{Bilateral, National, Pack, RouteYear, Routes};
use crate::series::{COUNTRIES, DISTANCES, ROUTE_DEATHS, ROUTE_DETECTIONS, RouteSource, SOURCES, Series, Shape};
use columns::COLUMNS;
use rows::{Cells, Rows};
use std::collections::{BTreeMap, BTreeSet};

/// A folder: contents by path inside it, with `/` between the parts.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The files that are read, for whoever collects them.
pub fn wanted() -> BTreeSet<&'static str> {
    SOURCES.iter().map(|s| s.file).chain([COUNTRIES.1, DISTANCES.1, ROUTE_DEATHS.file, ROUTE_DETECTIONS.file]).collect()
}

/// What goes into a pack.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keep {
    /// The least stock or flow that a corridor has to reach once.
    pub threshold: u32,
    /// Only series that may be handed on.
    pub open_only: bool,
}

impl Keep {
    /// As the pack that comes with the program is made.
    pub const COMPACT: Keep = Keep { threshold: 100, open_only: false };
    /// Every corridor with anybody in it, as a backtest reads the records.
    pub const ALL: Keep = Keep { threshold: 1, open_only: false };
}

/// Why a folder gives no pack at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RecordsError {
    /// Neither flows nor stocks.
    #[error(
        "there are no corridors in these records: neither {0} nor a file of stocks is there (or none has rows that can \
         be read). Is this the folder that holds abel_cohen_flows and un_desa_stock?"
    )]
    Nothing(&'static str),
}

/// Codes that producers write otherwise: the Channel Islands, Kosovo, Romania and Congo (Kinshasa) in older files.
const WRITTEN: &[(&str, &str)] = &[("CLI", "CHI"), ("XCX", "CHI"), ("KSV", "XKX"), ("ROM", "ROU"), ("ZAR", "COD")];
/// Missing in the list of countries, with their M49 number where they have one.
const FURTHER: &[(&str, u16)] = &[("CHI", 830), ("XKX", 412)];

/// Reads and checks a folder.
pub fn read(files: &Files, keep: Keep) -> Result<(Pack, Report), RecordsError> {
    let mut report = Report::default();
    let mut pack = Pack { threshold: keep.threshold, ..Pack::default() };
    pack.countries = countries(files, &mut report);
    pack.written =
        WRITTEN.iter().filter_map(|(a, b)| Some((Code::parse(a)?, pack.country(Code::parse(b)?)?))).collect();
    let mut found: BTreeMap<u8, Cells> = BTreeMap::new();
    for source in SOURCES.iter().filter(|s| s.open || !keep.open_only) {
        let columns = &COLUMNS[source.series as usize];
        if let Some(cells) = rows::cells(files, source, columns, &pack, &mut report) {
            found.insert(source.series as u8, cells);
        }
    }
    note::impossible(&pack, &mut found, &mut report);
    note::known_totals(&found, &mut report);
    choose_corridors(&mut pack, &found, &mut report);
    if pack.corridors.is_empty() {
        return Err(RecordsError::Nothing(Series::Flow.source().file));
    }
    for (key, cells) in &found {
        fill(&mut pack, *key, cells);
    }
    pack.distances = distances(files, &pack, &mut report);
    if !keep.open_only {
        pack.routes = Routes {
            deaths: routes(files, &ROUTE_DEATHS, ["year", "route", "dead"], &mut report),
            detections: routes(files, &ROUTE_DETECTIONS, ["month", "route", "n"], &mut report),
        };
    }
    note::revisions(&pack, &mut report);
    Ok((pack, report))
}

fn countries(files: &Files, report: &mut Report) -> Vec<Country> {
    let mut list: BTreeMap<Code, u16> =
        FURTHER.iter().filter_map(|(code, m49)| Some((Code::parse(code)?, *m49))).collect();
    match Rows::open(files, COUNTRIES.1, &["iso3", "m49"]) {
        Ok(mut rows) => {
            while rows.next() {
                let m49 = rows.text(1).trim().parse::<f64>().unwrap_or(0.0) as u16;
                if let Some(code) = Code::parse(rows.text(0)) {
                    list.insert(code, m49);
                }
            }
        }
        Err(note) => {
            report.push(note);
            for code in rows::codes_in_use(files) {
                list.entry(code).or_insert(0);
            }
        }
    }
    for code in WRITTEN.iter().filter_map(|(written, _)| Code::parse(written)) {
        list.remove(&code);
    }
    list.into_iter().map(|(code, m49)| Country { code, m49 }).collect()
}

/// Corridors whose largest stock or flow reaches the threshold, and the countries of the flows.
fn choose_corridors(pack: &mut Pack, found: &BTreeMap<u8, Cells>, report: &mut Report) {
    let counted = [Series::Flow, Series::Stock2024, Series::Stock2020, Series::Stock2019];
    let cells = || counted.iter().filter_map(|s| found.get(&(*s as u8))).flatten();
    let all: BTreeSet<(u16, u16)> = cells().map(|((a, b, _), _)| (*a, *b)).collect();
    let kept: BTreeSet<(u16, u16)> =
        cells().filter(|(_, v)| **v >= u64::from(pack.threshold)).map(|((a, b, _), _)| (*a, *b)).collect();
    if pack.threshold > 1 {
        report.push(Note::Below { threshold: pack.threshold, kept: kept.len(), dropped: all.len() - kept.len() });
    }
    pack.corridors = kept.into_iter().map(|(origin, dest)| Corridor { origin, dest }).collect();
    let flows = found.get(&(Series::Flow as u8)).into_iter().flatten();
    let named: BTreeSet<u16> = flows.flat_map(|((a, b, _), _)| [*a, *b]).collect();
    pack.flow_countries = named.into_iter().collect();
}

fn fill(pack: &mut Pack, key: u8, cells: &Cells) {
    let years: BTreeSet<i32> = cells.keys().map(|(_, _, year)| *year).collect();
    let years: Vec<i32> = years.into_iter().collect();
    let width = years.len();
    let column = |year: i32, years: &[i32]| years.binary_search(&year).unwrap_or(0);
    match SOURCES[usize::from(key)].shape {
        Shape::Bilateral => {
            let mut table = Bilateral::new(years, pack.corridors.len());
            for ((origin, dest, year), value) in cells {
                if let Some(row) = pack.row(*origin, *dest) {
                    table.cells[row * width + column(*year, &table.years)] = u32::try_from(*value).unwrap_or(u32::MAX);
                }
            }
            pack.bilateral.insert(key, table);
        }
        Shape::National => {
            let mut table = National::new(years, pack.countries.len());
            for ((country, _, year), value) in cells {
                let place = usize::from(*country) * width + column(*year, &table.years);
                table.cells[place] = Some(*value as i64);
            }
            pack.national.insert(key, table);
        }
    }
}

fn distances(files: &Files, pack: &Pack, report: &mut Report) -> Vec<u16> {
    let mut rows = match Rows::open(files, DISTANCES.1, &["origin", "dest", "distw_km"]) {
        Ok(rows) => rows,
        Err(note) => {
            report.push(note);
            return Vec::new();
        }
    };
    let n = pack.countries.len();
    let mut tens = vec![0_u16; n * n];
    while rows.next() {
        let place = |text: &str| Code::parse(text).and_then(|code| pack.country(code)).map(usize::from);
        let (a, b) = (place(rows.text(0)), place(rows.text(1)));
        let km = rows.text(2).trim().parse::<f64>().ok().filter(|km| (1.0..25_000.0).contains(km));
        if let (Some(a), Some(b), Some(km)) = (a, b, km)
            && a != b
        {
            let value = (km / 10.0).round().max(1.0) as u16;
            (tens[a * n + b], tens[b * n + a]) = (value, value);
        }
    }
    tens
}

/// Sums by route and year; `columns` name the year (or a day or month in it), the route and the figure.
fn routes(files: &Files, source: &RouteSource, columns: [&'static str; 3], report: &mut Report) -> Vec<RouteYear> {
    let mut rows = match Rows::open(files, source.file, &columns) {
        Ok(rows) => rows,
        Err(note) => {
            report.push(note);
            return Vec::new();
        }
    };
    let (mut sums, mut dropped) = (BTreeMap::new(), 0);
    while rows.next() {
        match route(&rows) {
            Some((year, _, _)) if year > columns::LAST_YEAR => (),
            Some((year, name, figure)) => *sums.entry((name, year)).or_insert(0) += figure,
            None => dropped += 1,
        }
    }
    if dropped > 0 {
        report.push(Note::DroppedRoutes { file: source.file, rows: dropped });
    }
    sums.into_iter().map(|((name, year), figure)| (name, year, figure)).collect()
}

fn route(rows: &Rows) -> Option<(i32, String, u32)> {
    let year = rows.text(0).trim().get(..4)?.parse().ok()?;
    let name = rows.text(1).trim();
    let figure = rows.text(2).trim().parse::<f64>().ok().filter(|n| (0.0..1e7).contains(n))?;
    (!name.is_empty()).then(|| (year, name.to_owned(), figure as u32))
}
