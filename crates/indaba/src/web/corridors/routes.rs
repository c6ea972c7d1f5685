//! Routes: dead and missing people and detections, by route and year, where the pack has them.

use super::super::page::{self, Page, Tab};
use super::super::{Answer, Visit};
use super::Attributed;
use super::table::{self, Row, STROKES, Table, at, cell, years};
use crate::corridors::picture::Line;
use crate::lang::L;
use ::corridors::{Dated, Pack, RouteProfile};
use askama::Template;

/// How records of one's own are shown.
const COMMAND: &str = "indaba serve --records DIR";

#[derive(Template)]
#[template(path = "corridors/routes.html")]
struct RoutesPage {
    page: Page,
    command: &'static str,
    tables: Vec<Table>,
    sources: Vec<Attributed>,
}

/// `GET /corridors/routes`
pub async fn show(visit: Visit) -> Answer {
    let pack = visit.app.corridors.pack().await?;
    let l = visit.l;
    let routes = pack.route_profiles();
    let deaths = counted(l, "deaths", "routes-deaths", "people", &routes, |route| &route.deaths);
    let detections = counted(l, "detections", "routes-detections", "detections", &routes, |route| &route.detections);
    page::show(&RoutesPage {
        page: Page::new(&visit, l.t("corridors-routes"), Tab::Corridors),
        command: COMMAND,
        tables: [deaths, detections].into_iter().flatten().collect(),
        sources: sources(l, &pack),
    })
}

fn sources(l: L, pack: &Pack) -> Vec<Attributed> {
    let row = |s: &::corridors::RouteSource| Attributed {
        name: l.w("series", s.key),
        producer: s.producer,
        revision: s.revision,
        licence: s.licence,
    };
    pack.routes.sources().into_iter().map(row).collect()
}

/// One figure of every route that has it, those with the most first; none where no route has any.
fn counted(
    l: L,
    id: &str,
    title: &str,
    unit: &str,
    routes: &[RouteProfile],
    of: fn(&RouteProfile) -> &Vec<Dated>,
) -> Option<Table> {
    let sum = |dated: &[Dated]| dated.iter().map(|(_, v)| v).sum::<f64>();
    let mut list: Vec<(&str, &[Dated])> =
        routes.iter().map(|r| (r.name.as_str(), of(r).as_slice())).filter(|(_, dated)| !dated.is_empty()).collect();
    list.sort_by(|a, b| sum(b.1).total_cmp(&sum(a.1)));
    let years = years(list.iter().map(|(_, dated)| *dated));
    let all: Vec<Dated> = years.iter().map(|y| (*y, list.iter().filter_map(|(_, d)| at(d, *y)).sum())).collect();
    let row = |(name, lang): (String, &'static str), dated: &[Dated]| {
        let mut cells: Vec<String> = years.iter().map(|year| cell(l, unit, at(dated, *year))).collect();
        cells.push(cell(l, unit, Some(sum(dated))));
        Row { name, lang, cells }
    };
    let line = |((name, dated), stroke): (&(&str, &[Dated]), _)| Line {
        label: named(l, name).0,
        stroke,
        points: dated.to_vec(),
    };
    let lines: Vec<Line> = list.iter().zip(STROKES).map(line).collect();
    let mut rows: Vec<Row> = list.iter().map(|(name, dated)| row(named(l, name), dated)).collect();
    rows.push(row((l.t("routes-all"), ""), &all));
    let mut columns: Vec<String> = years.iter().map(ToString::to_string).collect();
    columns.push(l.t("routes-sum"));
    (!list.is_empty()).then(|| Table {
        l,
        title: l.t(title),
        note: l.t("routes-drawn"),
        picture: table::drawn(l, id, title, &lines, unit),
        head: l.t("routes-route"),
        columns,
        rows,
    })
}

/// A route in the reader's language; as its producer names it, in English, where it is none that we know.
fn named(l: L, name: &str) -> (String, &'static str) {
    let slug: String =
        name.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' }).collect();
    let bare = slug.strip_suffix("-routes").or_else(|| slug.strip_suffix("-route")).unwrap_or(&slug);
    let key = format!("route-{bare}");
    match l.t(&key) {
        unknown if unknown == key => (name.to_owned(), "en"),
        known => (known, ""),
    }
}
