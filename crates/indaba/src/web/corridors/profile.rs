//! A country and a corridor as the records have them: producers and revisions beside each other, nothing computed.

use super::super::page::{self, Page, Tab};
use super::super::{Answer, Problem, Visit};
use super::table::{self, Column, Row, STROKES, Table, at, cell, table, years};
use super::{Attributed, attributed, country as parts, mapped, refused};
use crate::corridors::figure::figure;
use crate::corridors::picture::{self, Flow, Line, Stroke};
use crate::corridors::{Places, Wrong, name};
use crate::lang::L;
use ::corridors::{Code, CorridorProfile, CountryProfile, Dated, Pack, Pattern, Series, Sums};
use askama::Template;
use axum::extract::Path;

/// What an address speaks of.
pub enum Place {
    /// A country.
    Country(Box<CountryProfile>),
    /// A corridor.
    Corridor(Box<CorridorProfile>),
}

/// The country or corridor that an address names.
pub fn of(pack: &Pack, place: &str) -> Result<Place, Wrong> {
    let wrong = |key, name, value: &str| Wrong { key, values: vec![(name, value.to_owned())], lever: None };
    if let Some(code) = Code::parse(place) {
        let profile = pack.country_profile(code);
        return profile
            .map(|p| Place::Country(Box::new(p)))
            .ok_or_else(|| wrong("corridors-wrong-country", "code", place));
    }
    let pattern = Pattern::parse(place).ok_or_else(|| wrong("corridors-wrong-country", "code", place))?;
    if let Some(code) = pack.unknown(pattern).first() {
        return Err(wrong("corridors-wrong-country", "code", code.as_str()));
    }
    let found = pattern.origin.zip(pattern.dest).and_then(|(o, d)| pack.corridor_profile(o, d));
    found.map(|p| Place::Corridor(Box::new(p))).ok_or_else(|| wrong("corridors-wrong-nobody", "corridor", place))
}

/// `GET /corridors/{place}`: a country (`MEX`) or a corridor (`MEX-USA`).
pub async fn show(visit: Visit, Path(place): Path<String>) -> Answer {
    let pack = visit.app.corridors.pack().await?;
    match of(&pack, &place) {
        Ok(Place::Country(profile)) => {
            page::show(&country(&visit, &pack, &*visit.app.corridors.places().await?, &profile))
        }
        Ok(Place::Corridor(profile)) => page::show(&corridor(&visit, &pack, &profile)),
        Err(wrong) => {
            let status = axum::http::StatusCode::NOT_FOUND;
            Err(Problem { status, ..refused(&wrong, visit.l) })
        }
    }
}

#[derive(Template)]
#[template(path = "corridors/corridor.html")]
struct CorridorPage {
    page: Page,
    origin: (String, String),
    dest: (String, String),
    pattern: String,
    facts: Vec<(String, String)>,
    tables: Vec<Table>,
    detections: bool,
    sources: Vec<Attributed>,
    back: bool,
}

/// The series of a corridor's page.
const CORRIDOR: [Series; 13] = [
    Series::Stock2024,
    Series::Stock2020,
    Series::Stock2019,
    Series::Flow,
    Series::Remittances,
    Series::Price,
    Series::Refugees,
    Series::AsylumSeekers,
    Series::Applications,
    Series::Recognised,
    Series::Rejected,
    Series::College,
    Series::Language,
];

fn corridor(visit: &Visit, pack: &Pack, p: &CorridorProfile) -> CorridorPage {
    let l = visit.l;
    let (origin, dest) = (name(l, pack, p.origin), name(l, pack, p.dest));
    let title = l.t2("corridors-from-to", "origin", &origin, "dest", &dest);
    CorridorPage {
        facts: facts(l, p),
        tables: vec![revisions(l, "stocks", "corridors-stocks", &p.stocks), flows(l, p), money(l, p), protection(l, p)]
            .into_iter()
            .filter(|table| !table.rows.is_empty())
            .collect(),
        sources: attributed(l, pack, &CORRIDOR),
        back: pack.corridor_profile(p.dest, p.origin).is_some(),
        detections: pack.country_profile(p.origin).is_some_and(|country| !country.detections.is_empty()),
        origin: (p.origin.to_string(), origin),
        dest: (p.dest.to_string(), dest),
        pattern: format!("origin={}&dest={}", p.origin, p.dest),
        page: Page::new(visit, title, Tab::Corridors),
    }
}

fn facts(l: L, p: &CorridorProfile) -> Vec<(String, String)> {
    let mut list = Vec::new();
    let last = |dated: &[Dated]| dated.last().copied();
    let mut add = |key: &str, value: Option<(i32, String)>| {
        if let Some((year, value)) = value {
            list.push((l.t1(key, "year", year.to_string()), value));
        }
    };
    let stock = p.stocks.first().and_then(|(_, dated)| last(dated));
    add("corridors-fact-stock", stock.map(|(y, v)| (y, l.n(v))));
    add("corridors-fact-flow", last(&p.flows).map(|(y, v)| (y, l.n(v))));
    add("corridors-fact-money", last(&p.remittances).map(|(y, v)| (y, figure(l, "USD", v))));
    add("corridors-fact-price", last(&p.prices).map(|(y, v)| (y, figure(l, "%", v))));
    if let Some((with, without)) = p.schooling.filter(|(a, b)| a + b > 0.0) {
        list.push((l.t("corridors-fact-college"), figure(l, "share", with / (with + without))));
    }
    if let Some(km) = p.distance {
        list.push((l.t("corridors-fact-distance"), l.t1("corridors-km", "n", l.n(km.round()))));
    }
    if let Some(share) = p.language {
        list.push((l.t("corridors-fact-language"), figure(l, "share", share)));
    }
    list
}

/// Stocks of each revision beside each other, and how far apart they are.
fn revisions(l: L, id: &str, title: &str, of: &[(Series, Vec<Dated>)]) -> Table {
    let known: Vec<&(Series, Vec<Dated>)> = of.iter().filter(|(_, dated)| !dated.is_empty()).collect();
    let line = |((series, dated), stroke): (&&(Series, Vec<Dated>), Stroke)| Line {
        label: l.t1("corridors-revision", "name", series.source().revision),
        stroke,
        points: dated.clone(),
    };
    let lines: Vec<Line> = known.iter().zip(STROKES).map(line).collect();
    let row = |year: i32| {
        let values: Vec<Option<f64>> = known.iter().map(|(_, dated)| at(dated, year)).collect();
        let there: Vec<f64> = values.iter().flatten().copied().collect();
        let (least, most) = (there.iter().copied().fold(f64::MAX, f64::min), there.iter().copied().fold(0.0, f64::max));
        let apart = (there.len() > 1 && most > 0.0).then(|| 100.0 * (most - least) / most);
        let mut cells: Vec<String> = values.into_iter().map(|v| cell(l, "people", v)).collect();
        cells.push(cell(l, "%", apart));
        Row::new(year.to_string(), cells)
    };
    let mut columns: Vec<String> = lines.iter().map(|line| line.label.clone()).collect();
    columns.push(l.t("corridors-apart"));
    Table {
        l,
        title: l.t(title),
        note: l.t("corridors-stocks-note"),
        picture: table::drawn(l, id, title, &lines, "people"),
        head: l.t("corridors-year"),
        columns,
        rows: years(known.iter().map(|(_, dated)| dated.as_slice())).into_iter().map(row).collect(),
    }
}

fn flows(l: L, p: &CorridorProfile) -> Table {
    let columns: [(&str, &[Dated], &str); 2] =
        [("corridors-flow-there", &p.flows, "people"), ("corridors-flow-back", &p.flows_back, "people")];
    table(l, "flows", "corridors-flows", "corridors-flows-note", "people", &columns)
}

fn money(l: L, p: &CorridorProfile) -> Table {
    let columns: [(&str, &[Dated], &str); 2] =
        [("series-remittances", &p.remittances, "USD"), ("series-price", &p.prices, "%")];
    table(l, "money", "corridors-money", "corridors-money-note", "USD", &columns)
}

fn protection(l: L, p: &CorridorProfile) -> Table {
    let columns: [(&str, &[Dated], &str); 5] = [
        ("series-refugees", &p.refugees, "people"),
        ("series-asylum_seekers", &p.asylum_seekers, "people"),
        ("series-applications", &p.applications, "people"),
        ("series-recognised", &p.recognised, "people"),
        ("series-rejected", &p.rejected, "people"),
    ];
    table(l, "protection", "corridors-protection", "corridors-protection-note", "people", &columns)
}

#[derive(Template)]
#[template(path = "corridors/country.html")]
struct CountryPage {
    page: Page,
    code: String,
    name: String,
    lead: String,
    figures: Vec<(String, String, String)>,
    sides: Vec<Side>,
    map: String,
    tables: Vec<Table>,
    schooling: bool,
    detections: Vec<Table>,
    sources: Vec<Attributed>,
}

/// Where people of a country live, or people in it come from.
struct Side {
    title: String,
    total: String,
    picture: String,
    rows: Vec<(String, String, String)>,
}

/// Corridors in the picture of a country.
const DRAWN: usize = 10;

fn country(visit: &Visit, pack: &Pack, places: &Places, p: &CountryProfile) -> CountryPage {
    let l = visit.l;
    let own = name(l, pack, p.code);
    let shown: Vec<&(Series, Vec<Dated>)> =
        p.figures.iter().filter(|(s, dated)| !dated.is_empty() && !is_projected(*s)).collect();
    let line = |(series, dated): &&(Series, Vec<Dated>)| {
        let source = series.source();
        let (year, value) = dated.last().copied().unwrap_or_default();
        (l.w("series", source.key), figure(l, source.unit, value), year.to_string())
    };
    let mut sources: Vec<Series> = shown.iter().map(|(s, _)| *s).collect();
    sources.extend(p.detections.iter().map(|(series, _)| *series));
    sources.extend(SUMMED);
    sources.extend([Series::ProjectedNet].into_iter().filter(|_| !p.net.projected.is_empty()));
    let schooling = parts::schooling(l, &p.sums);
    sources.extend(schooling.iter().map(|_| Series::College));
    sources.sort_unstable();
    sources.dedup();
    CountryPage {
        schooling: schooling.is_some(),
        code: p.code.to_string(),
        lead: l.t3(
            "corridors-country-lead",
            "from",
            l.n(p.totals.0),
            "to",
            l.n(p.totals.1),
            "year",
            p.year.to_string(),
        ),
        figures: shown.iter().map(line).collect(),
        sides: vec![side(l, pack, p, &own, true), side(l, pack, p, &own, false)],
        map: around(l, pack, places, p, &own),
        tables: summed(l, &p.sums).into_iter().chain(parts::net(l, &p.net)).chain(schooling).collect(),
        detections: detections(l, p),
        sources: attributed(l, pack, &sources),
        page: Page::new(visit, own.clone(), Tab::Corridors),
        name: own,
    }
}

/// The series whose sums stand on the page of a country and of the world.
pub const SUMMED: [Series; 7] = [
    Series::Stock2024,
    Series::Stock2020,
    Series::Stock2019,
    Series::Flow,
    Series::Remittances,
    Series::Price,
    Series::Refugees,
];

/// What the corridors of a country, or of the world, add up to: revisions and producers beside each other.
pub fn summed(l: L, sums: &Sums) -> Vec<Table> {
    let flows = [
        ("corridors-arrivals", sums.arrivals.as_slice(), "people"),
        ("corridors-departures", sums.departures.as_slice(), "people"),
    ];
    let money = [
        ("corridors-received-matrix", sums.received.as_slice(), "USD"),
        ("series-remittances_received", sums.received_recorded.as_slice(), "USD"),
        ("series-price", sums.price.as_slice(), "%"),
    ];
    let refugees =
        [("corridors-hosted", sums.hosted.as_slice(), "people"), ("corridors-fled", sums.fled.as_slice(), "people")];
    let tables = vec![
        revisions(l, "living", "corridors-living", &sums.living),
        revisions(l, "away", "corridors-away", &sums.away),
        table(l, "flows", "corridors-flows", "corridors-flows-note", "people", &shown(&flows)),
        table(l, "money", "corridors-money", "corridors-money-apart", "USD", &shown(&money)),
        table(l, "refugees", "series-refugees", "", "people", &shown(&refugees)),
    ];
    tables.into_iter().filter(|table| !table.rows.is_empty()).collect()
}

/// The columns with any figure.
fn shown<'a>(columns: &[Column<'a>]) -> Vec<Column<'a>> {
    columns.iter().copied().filter(|(_, dated, _)| !dated.is_empty()).collect()
}

/// The corridors of a country on the map.
fn around(l: L, pack: &Pack, places: &Places, p: &CountryProfile, own: &str) -> String {
    let title = l.t2("corridors-map-country-title", "name", own, "year", p.year.to_string());
    let there = p.from.iter().map(|(code, people)| (*code, p.code, *people));
    let ways: Vec<_> = there.chain(p.to.iter().map(|(code, people)| (p.code, *code, *people))).collect();
    mapped(l, pack, places, &title, &ways)
}

/// Events at borders elsewhere, by year: a table each, as one producer's are no other's.
fn detections(l: L, p: &CountryProfile) -> Vec<Table> {
    let of = |(series, dated): &(Series, Vec<Dated>)| {
        let key = series.source().key;
        let (title, event) = (format!("series-{key}"), format!("event-{key}"));
        table(l, key, &title, "", "detections", &[(&event, dated.as_slice(), "detections")])
    };
    p.detections.iter().map(of).collect()
}

/// What stands in the future is shown by the levers' page, with its band.
fn is_projected(series: Series) -> bool {
    series.source().key.starts_with("projected")
}

fn side(l: L, pack: &Pack, p: &CountryProfile, own: &str, from: bool) -> Side {
    let (list, total, id) = if from { (&p.from, p.totals.0, "from") } else { (&p.to, p.totals.1, "to") };
    let key = if from { "corridors-from" } else { "corridors-to" };
    let flow = |(code, people): &(Code, f64)| -> Flow {
        let there = name(l, pack, *code);
        if from { (there, own.to_owned(), *people) } else { (own.to_owned(), there, *people) }
    };
    let drawn: Vec<Flow> = list.iter().take(DRAWN).map(flow).collect();
    let title = l.t2(key, "name", own, "year", p.year.to_string());
    let row = |(code, people): &(Code, f64)| {
        let pair = if from { format!("{code}-{}", p.code) } else { format!("{}-{code}", p.code) };
        (pair, name(l, pack, *code), l.n(*people))
    };
    Side {
        picture: picture::flows(id, &title, &l.t("corridors-flows-desc"), &drawn),
        rows: list.iter().map(row).collect(),
        total: l.n(total),
        title,
    }
}
