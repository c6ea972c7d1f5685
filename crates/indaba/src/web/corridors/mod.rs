//! Corridors: the world, countries and corridors as the records have them, levers and what they would change, what the
//! model assumes and where it fails.

mod country;
pub mod effects;
pub mod file;
pub mod levers;
pub mod model;
pub mod profile;
pub mod result;
pub mod routes;
pub mod scenarios;
mod table;

use super::page::{self, Page, Tab};
use super::secretariat::{Choice, Typed};
use super::{Answer, Problem, Visit};
use crate::corridors::map::{self, Spot, Way};
use crate::corridors::picture::{self, Flow};
use crate::corridors::{Places, Wrong, name};
use crate::lang::L;
use ::corridors::{Code, Pack, Pattern, Series};
use askama::Template;
use axum::extract::Query;
use std::collections::HashMap;
use std::sync::Arc;

/// Corridors in the picture of the world, and in its table.
const DRAWN: usize = 16;
const LISTED: usize = 40;

/// A series with whose figures they are.
#[derive(Debug)]
pub struct Attributed {
    /// The series.
    pub name: String,
    /// Who made it.
    pub producer: &'static str,
    /// Revision or edition.
    pub revision: &'static str,
    /// Licence.
    pub licence: &'static str,
}

/// Whose figures are shown: one row a series that the pack has.
pub fn attributed(l: L, pack: &Pack, series: &[Series]) -> Vec<Attributed> {
    let row = |series: &Series| {
        let s = series.source();
        Attributed { name: l.w("series", s.key), producer: s.producer, revision: s.revision, licence: s.licence }
    };
    series.iter().filter(|s| pack.has(**s)).map(row).collect()
}

/// The countries of the pack by name, after "any".
pub fn countries(l: L, pack: &Pack, any: &str, chosen: Option<Code>) -> Vec<Choice> {
    let chosen = chosen.map(|code| code.to_string()).unwrap_or_default();
    let mut list: Vec<Choice> =
        pack.countries.iter().map(|c| Choice::new(l, c.code.to_string(), name(l, pack, c.code), &chosen)).collect();
    list.sort_by(|a, b| a.label.cmp(&b.label));
    list.insert(0, Choice::new(l, "", l.t(any), &chosen));
    list
}

/// A problem of what was typed, in words.
pub fn told(l: L, wrong: &Wrong) -> String {
    // Bounds are numbers and written as the language writes them; the rest stands as it was typed.
    let written = |name: &str, value: &String| match value.parse::<f64>() {
        Ok(number) if matches!(name, "low" | "high") => number.into(),
        _ => value.clone().into(),
    };
    let mut values: Vec<_> = wrong.values.iter().map(|(name, value)| (*name, written(name, value))).collect();
    let lever = wrong.lever.map(|lever| l.w("lever", lever.id())).unwrap_or_default();
    values.push(("lever", lever.into()));
    l.with(wrong.key, &values)
}

/// A corridor of a list.
#[derive(Debug)]
pub struct Listed {
    address: String,
    origin: String,
    dest: String,
    people: String,
}

fn listed(l: L, pack: &Pack, (origin, dest, people): &(Code, Code, f64)) -> Listed {
    Listed {
        address: format!("/corridors/{origin}-{dest}"),
        origin: name(l, pack, *origin),
        dest: name(l, pack, *dest),
        people: l.n(*people),
    }
}

#[derive(Template)]
#[template(path = "corridors/world.html")]
struct World {
    page: Page,
    year: i32,
    total: String,
    corridors: usize,
    map: String,
    picture: String,
    listed: Vec<Listed>,
    origins: Vec<Choice>,
    dests: Vec<Choice>,
    tables: Vec<table::Table>,
    sources: Vec<Attributed>,
    error: String,
}

/// `GET /corridors`: with `origin` or `dest` the way to their page.
pub async fn world(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let (pack, places, l) = (visit.app.corridors.pack().await?, visit.app.corridors.places().await?, visit.l);
    let sides = (typed.get("origin"), typed.get("dest"));
    let place = match sides {
        ("", "") => return page::show(&world_page(&visit, &pack, &places, &typed, String::new())),
        (one, "") | ("", one) => one.to_owned(),
        (origin, dest) => format!("{origin}-{dest}"),
    };
    match profile::of(&pack, &place) {
        Ok(_) => page::go(&format!("/corridors/{place}")),
        Err(wrong) => {
            let error = told(l, &wrong);
            page::show_as(
                axum::http::StatusCode::UNPROCESSABLE_ENTITY,
                &world_page(&visit, &pack, &places, &typed, error),
            )
        }
    }
}

fn world_page(visit: &Visit, pack: &Arc<Pack>, places: &Places, typed: &Typed, error: String) -> World {
    let l = visit.l;
    let largest = pack.largest(Pattern::ANY, LISTED);
    let flow = |(origin, dest, people): &(Code, Code, f64)| (name(l, pack, *origin), name(l, pack, *dest), *people);
    let drawn: Vec<Flow> = largest.iter().take(DRAWN).map(flow).collect();
    let table = pack.bilateral(Series::Stock2024);
    let year = table.and_then(|t| t.years.last().copied()).unwrap_or_default();
    let total = table.map_or(0, |t| t.total(year)) as f64;
    let (title, desc) = (l.t1("corridors-largest", "year", year.to_string()), l.t("corridors-flows-desc"));
    World {
        year,
        total: l.n(total),
        corridors: pack.corridors.len(),
        map: mapped(l, pack, places, &title, &largest),
        picture: picture::flows("world", &title, &desc, &drawn),
        listed: largest.iter().map(|one| listed(l, pack, one)).collect(),
        origins: countries(l, pack, "corridors-any", Code::parse(typed.get("origin"))),
        dests: countries(l, pack, "corridors-any", Code::parse(typed.get("dest"))),
        tables: pack.sums(None).map(|sums| profile::summed(l, &sums)).unwrap_or_default(),
        sources: attributed(l, pack, &[profile::SUMMED.as_slice(), &[Series::Received]].concat()),
        page: Page::new(visit, l.t("corridors-title"), Tab::Corridors),
        error,
    }
}

/// The largest corridors on the map, among all countries that can be placed.
fn mapped(l: L, pack: &Pack, places: &Places, title: &str, largest: &[(Code, Code, f64)]) -> String {
    let mut living: HashMap<Code, f64> = HashMap::new();
    for (_, dest, people) in pack.largest(Pattern::ANY, usize::MAX) {
        *living.entry(dest).or_default() += people;
    }
    let placed = pack.countries.iter().zip(places);
    let spots: Vec<(Code, Spot)> = placed
        .filter_map(|(country, at)| {
            let people = living.get(&country.code).copied().unwrap_or(0.0);
            Some((country.code, Spot { at: (*at)?, name: name(l, pack, country.code), people }))
        })
        .collect();
    let place = |code: Code| spots.iter().position(|(c, _)| *c == code);
    let arcs: Vec<Way> =
        largest.iter().filter_map(|(origin, dest, people)| Some((place(*origin)?, place(*dest)?, *people))).collect();
    let spots: Vec<Spot> = spots.into_iter().map(|(_, spot)| spot).collect();
    map::map("map", title, &l.t("corridors-map-desc"), &spots, &arcs)
}

/// What went wrong as a page of its own.
fn refused(wrong: &Wrong, l: L) -> Problem {
    Problem::bad("corridors-refused").with("why", told(l, wrong))
}
