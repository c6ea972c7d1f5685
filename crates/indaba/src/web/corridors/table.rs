//! Tables of figures of the records, each with a picture of its first lines.

use crate::corridors::figure::figure;
use crate::corridors::picture::{self, Line, Lines, Stroke};
use crate::lang::L;
use ::corridors::Dated;
use askama::Template;

/// A table of figures.
#[derive(Debug, Template)]
#[template(path = "corridors/table.html")]
pub struct Table {
    pub(super) l: L,
    /// What it shows.
    pub title: String,
    /// What has to be known to read it.
    pub note: String,
    /// SVG; nothing where there is no line to draw.
    pub picture: String,
    /// What the rows are.
    pub head: String,
    /// What the columns are.
    pub columns: Vec<String>,
    /// In their order.
    pub rows: Vec<Row>,
}

/// A row of figures.
#[derive(Debug)]
pub struct Row {
    /// What it is about.
    pub name: String,
    /// The language of the name, where it is not the page's.
    pub lang: &'static str,
    /// One for each column.
    pub cells: Vec<String>,
}

impl Row {
    /// A row whose name is in the page's language.
    pub fn new(name: String, cells: Vec<String>) -> Self {
        Row { name, lang: "", cells }
    }
}

/// How the lines of a picture differ, the first first.
pub const STROKES: [Stroke; 3] = [Stroke::Full, Stroke::Dashed, Stroke::Dotted];

/// A figure by year, under the key of its name and in its unit.
pub type Column<'a> = (&'a str, &'a [Dated], &'a str);

/// A table by year with a picture of the columns in `unit`.
pub fn table(l: L, id: &str, title: &str, note: &str, unit: &str, columns: &[Column<'_>]) -> Table {
    let same = columns.iter().filter(|(_, dated, own)| *own == unit && dated.len() > 2).zip(STROKES);
    let line =
        |((key, dated, _), stroke): (&Column<'_>, Stroke)| Line { label: l.t(key), stroke, points: dated.to_vec() };
    let lines: Vec<Line> = same.map(line).collect();
    let cells = |year: i32| columns.iter().map(|(_, dated, unit)| cell(l, unit, at(dated, year))).collect();
    Table {
        l,
        title: l.t(title),
        note: if note.is_empty() { String::new() } else { l.t(note) },
        picture: drawn(l, id, title, &lines, unit),
        head: l.t("corridors-year"),
        columns: columns.iter().map(|(key, _, _)| l.t(key)).collect(),
        rows: years(columns.iter().map(|(_, dated, _)| *dated))
            .into_iter()
            .map(|year| Row::new(year.to_string(), cells(year)))
            .collect(),
    }
}

/// The figure of a year.
pub fn at(dated: &[Dated], year: i32) -> Option<f64> {
    dated.iter().find(|(y, _)| *y == year).map(|(_, v)| *v)
}

/// Every year of which there is a figure.
pub fn years<'a>(of: impl Iterator<Item = &'a [Dated]>) -> Vec<i32> {
    let mut all: Vec<i32> = of.flat_map(|dated| dated.iter().map(|(year, _)| *year)).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// A figure, or the mark that there is none. People and events are counted, so that they are not rounded.
pub fn cell(l: L, unit: &str, value: Option<f64>) -> String {
    let counted = matches!(unit, "people" | "detections");
    value.map_or_else(|| "–".to_owned(), |v| if counted { l.n(v.round()) } else { figure(l, unit, v) })
}

/// The picture of some lines.
pub fn drawn(l: L, id: &str, title: &str, lines: &[Line], unit: &str) -> String {
    let value = |v: f64| figure(l, unit, v);
    let (title, desc) = (l.t(title), l.t("corridors-lines-desc"));
    picture::lines(&Lines { id, title: &title, desc: &desc, lines, band: &[], value: &value })
}
