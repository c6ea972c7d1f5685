//! Parts of a country's page that no corridor and no sum over the world has: net migration by two producers and as projected,
//! and schooling of those who left and those who came.

use super::table::{Row, STROKES, Table, cell, table};
use crate::corridors::figure::figure;
use crate::corridors::picture::{self, Line, Lines};
use crate::lang::L;
use ::corridors::{NetMigration, Sums};

/// Years between two rows of what is projected.
const STEP: usize = 5;

/// Net migration in five years from the population and from flows, and a year as projected; empty ones are left out.
pub fn net(l: L, net: &NetMigration) -> Vec<Table> {
    let columns = [
        ("corridors-net-estimated", net.estimated.as_slice(), "people"),
        ("corridors-net-flows", net.flows.as_slice(), "people"),
    ];
    let known: Vec<_> = columns.into_iter().filter(|(_, dated, _)| !dated.is_empty()).collect();
    let both = table(l, "net", "corridors-net", "corridors-net-note", "people", &known);
    [both, projected(l, net)].into_iter().filter(|table| !table.rows.is_empty()).collect()
}

fn projected(l: L, net: &NetMigration) -> Table {
    let keys = ["corridors-net-low", "corridors-net-middle", "corridors-net-high"].map(|key| l.t(key));
    let line = Line {
        label: keys[1].clone(),
        stroke: STROKES[0],
        points: net.projected.iter().map(|(y, v)| (*y, v[1])).collect(),
    };
    let title = l.t("corridors-net-projected");
    let band: Vec<_> = net.projected.iter().map(|(year, [low, _, high])| (*year, *low, *high)).collect();
    let value = |v: f64| figure(l, "people", v);
    let drawn = Lines {
        id: "net-projected",
        title: &title,
        desc: &l.t("corridors-lines-desc"),
        lines: &[line],
        band: &band,
        value: &value,
    };
    let last = net.projected.len().saturating_sub(1);
    let rows = net.projected.iter().enumerate().filter(|(place, _)| place % STEP == 0 || *place == last);
    let row = |(_, (year, values)): (usize, &(i32, [f64; 3]))| {
        Row::new(year.to_string(), values.iter().map(|v| cell(l, "people", Some(*v))).collect())
    };
    Table {
        l,
        picture: if band.is_empty() { String::new() } else { picture::lines(&drawn) },
        note: l.t("corridors-net-projected-note"),
        head: l.t("corridors-year"),
        columns: keys.into(),
        rows: rows.map(row).collect(),
        title,
    }
}

/// Schooling of people of 25 and older, 2010: who left and who came; none where the records have nothing.
pub fn schooling(l: L, sums: &Sums) -> Option<Table> {
    let sides = [("corridors-schooling-away", sums.schooling), ("corridors-schooling-living", sums.schooling_living)];
    let row = |(key, people): (&str, Option<(f64, f64)>)| {
        let (with, without) = people.filter(|(a, b)| a + b > 0.0)?;
        let share = Some(with / (with + without));
        let cells = vec![cell(l, "people", Some(with)), cell(l, "people", Some(without)), cell(l, "share", share)];
        Some(Row::new(l.t(key), cells))
    };
    let rows: Vec<Row> = sides.into_iter().filter_map(row).collect();
    (!rows.is_empty()).then(|| Table {
        l,
        title: l.t("corridors-schooling"),
        note: l.t("corridors-schooling-note"),
        picture: String::new(),
        head: l.t("corridors-schooling-whose"),
        columns: ["corridors-schooling-with", "corridors-schooling-without", "corridors-schooling-share"]
            .map(|key| l.t(key))
            .into(),
        rows,
    })
}
