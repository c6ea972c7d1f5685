//! A scenario as a file, JSON or CSV: figures with their bands, every assumption, lever and school that it ran with, and whose
//! figures it rests on.

use super::result::word;
use crate::corridors::answer::Row;
use crate::corridors::{Answer, Asked, Table};
use ::corridors::{Assumptions, Bands, Pack, SOURCES};

/// What a file tells.
#[derive(Debug)]
pub struct Run<'a> {
    /// What was asked.
    pub asked: &'a Asked,
    /// The figures.
    pub answer: &'a Answer,
    /// Their bands.
    pub bands: &'a Bands,
    /// What it ran with: the table with the values of the schools in place.
    pub assumptions: &'a Assumptions,
    /// The table before schools.
    pub table: &'a Table,
}

/// A run as a file: the command's JSON with what a page adds. The same scenario gives the same figures.
pub fn json(run: &Run, pack: &Pack) -> anyhow::Result<String> {
    let (asked, answer, bands) = (run.asked, run.answer, run.bands);
    let row = |row: &Row| {
        serde_json::json!({
            "place": row.place, "outcome": row.outcome, "unit": row.outcome.unit(),
            "standpoint": row.outcome.standpoint(), "baseline": row.baseline, "scenario": row.scenario,
        })
    };
    let levers: Vec<_> = asked.levers.iter().map(|(lever, _)| lever.row()).collect();
    let all = serde_json::json!({
        "schema": "indaba/corridors-run/1",
        "from": asked.from, "to": asked.to, "set": asked.sets(), "schools": asked.schools, "seed": bands.seed,
        "query": asked.query(),
        "years": answer.years,
        "outcomes": answer.rows.iter().map(row).collect::<Vec<_>>(),
        "bands": bands,
        "assumptions": run.assumptions.rows,
        "assumptions_table": run.table.told(),
        "levers": levers,
        "sources": crate::corridors::sources(pack),
    });
    Ok(serde_json::to_string_pretty(&all)?)
}

/// The columns of the table. Rows of the kind `figure` come first: one an outcome and year that has a band. Then one for
/// each assumption (its range stands under the baseline's band), lever, school and series, and one for the table that the
/// assumptions are from.
const COLUMNS: [&str; 20] = [
    "standpoint",
    "place",
    "outcome",
    "unit",
    "year",
    "baseline",
    "scenario",
    "baseline_low",
    "baseline_mid",
    "baseline_high",
    "scenario_low",
    "scenario_mid",
    "scenario_high",
    "difference_low",
    "difference_mid",
    "difference_high",
    "kind",
    "grade",
    "source",
    "licence",
];

/// Cells of a row by the names of their columns; the others stay empty.
fn row(cells: &[(&str, String)]) -> Vec<String> {
    let of = |column: &&str| cells.iter().find(|(name, _)| name == column).map(|(_, value)| value.clone());
    COLUMNS.iter().map(|column| of(column).unwrap_or_default()).collect()
}

/// The same as a table.
pub fn csv(run: &Run, pack: &Pack) -> anyhow::Result<Vec<u8>> {
    let mut out = csv::Writer::from_writer(Vec::new());
    out.write_record(COLUMNS)?;
    for cells in figures(run).into_iter().chain(assumed(run)).chain(moved(run)).chain(sources(pack)) {
        out.write_record(cells)?;
    }
    Ok(out.into_inner()?)
}

fn figures(run: &Run) -> Vec<Vec<String>> {
    let first = run.answer.years.first().copied().unwrap_or_default();
    let of = |row_of: &Row, band: &::corridors::Banded| {
        let at = (band.year - first) as usize;
        let value = |series: &[f64]| series.get(at).copied().unwrap_or_default().to_string();
        let (b, s, d) = (band.baseline, band.scenario, band.difference);
        row(&[
            ("kind", "figure".to_owned()),
            ("standpoint", word(row_of.outcome.standpoint()).to_owned()),
            ("place", row_of.place.map_or_else(|| "*".to_owned(), |code| code.to_string())),
            ("outcome", row_of.outcome.id().to_owned()),
            ("unit", row_of.outcome.unit().to_owned()),
            ("year", band.year.to_string()),
            ("baseline", value(&row_of.baseline)),
            ("scenario", value(&row_of.scenario)),
            ("baseline_low", b.low.to_string()),
            ("baseline_mid", b.mid.to_string()),
            ("baseline_high", b.high.to_string()),
            ("scenario_low", s.low.to_string()),
            ("scenario_mid", s.mid.to_string()),
            ("scenario_high", s.high.to_string()),
            ("difference_low", d.low.to_string()),
            ("difference_mid", d.mid.to_string()),
            ("difference_high", d.high.to_string()),
        ])
    };
    let rows = run.answer.rows.iter();
    rows.flat_map(|r| r.bands(run.bands).into_iter().map(|band| of(r, band)).collect::<Vec<_>>()).collect()
}

fn assumed(run: &Run) -> Vec<Vec<String>> {
    let table = if run.table.edited { "edited" } else { "standard" };
    let from = row(&[
        ("kind", "assumptions_table".to_owned()),
        ("outcome", table.to_owned()),
        ("source", format!("SHA-256 {}", run.table.hash)),
    ]);
    let of = |a: &::corridors::Assumption| {
        row(&[
            ("kind", "assumption".to_owned()),
            ("outcome", a.id.clone()),
            ("unit", a.unit.clone()),
            ("baseline", a.central.to_string()),
            ("baseline_low", a.low.to_string()),
            ("baseline_mid", a.central.to_string()),
            ("baseline_high", a.high.to_string()),
            ("grade", format!("{:?}", a.grade)),
            ("source", a.source.clone()),
        ])
    };
    std::iter::once(from).chain(run.assumptions.rows.iter().map(of)).collect()
}

fn moved(run: &Run) -> Vec<Vec<String>> {
    let since = run.asked.since.unwrap_or(run.asked.from).to_string();
    let lever = |(lever, value): &(::corridors::Lever, f64)| {
        let r = lever.row();
        row(&[
            ("kind", "lever".to_owned()),
            ("place", run.asked.pattern.to_string()),
            ("outcome", r.id),
            ("unit", r.unit),
            ("year", since.clone()),
            ("baseline", r.neutral.map(|v| v.to_string()).unwrap_or_default()),
            ("scenario", value.to_string()),
            ("grade", r.grade),
            ("source", r.source),
        ])
    };
    let school = |name: &String| row(&[("kind", "school".to_owned()), ("outcome", name.clone())]);
    run.asked.levers.iter().map(lever).chain(run.asked.schools.iter().map(school)).collect()
}

fn sources(pack: &Pack) -> Vec<Vec<String>> {
    let of = |s: &::corridors::Source| {
        row(&[
            ("kind", "series".to_owned()),
            ("outcome", s.key.to_owned()),
            ("unit", s.unit.to_owned()),
            ("source", format!("{}, {}", s.producer, s.revision)),
            ("licence", s.licence.to_owned()),
        ])
    };
    SOURCES.iter().filter(|s| pack.has(s.series)).map(of).collect()
}
