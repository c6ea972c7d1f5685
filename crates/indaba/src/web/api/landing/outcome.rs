//! What a landing zone says, as JSON: from the view of the page, whole.

use crate::lang::named::plain;
use crate::report_landing::view::{Included, Picture, Row, View};
use crate::report_landscape::Said;
use serde::Serialize;

#[derive(Serialize)]
pub(super) struct Outcome {
    verdict: String,
    tolerance: String,
    spheres: Vec<String>,
    heat: Vec<HeatRow>,
    gains: Vec<Named>,
    packages: Vec<Found>,
    alternatives: Vec<Found>,
    frontiers: Vec<Frontier>,
    prices: Vec<Price>,
    always_in: Vec<i64>,
    borderline: Vec<i64>,
    out: Vec<i64>,
    curve: Vec<Step>,
    why: Option<Why>,
    stuck: Vec<String>,
    concessions: Vec<Concession>,
    /// Some parties or red lines have no name for this reader.
    veiled: bool,
    robust: Option<String>,
    /// How often each is below the status quo when effects are drawn.
    parties_below: Vec<Share>,
    spheres_below: Vec<Share>,
    /// How often each measure is in what would be chosen then.
    shares: Vec<MeasureShare>,
}

#[derive(Serialize)]
struct Share {
    of: String,
    share: f64,
}

#[derive(Serialize)]
struct MeasureShare {
    measure: i64,
    share: f64,
}

#[derive(Serialize)]
struct HeatRow {
    bloc: String,
    party: String,
    own: bool,
    cells: Vec<i64>,
    total: i64,
}

#[derive(Serialize)]
struct Named {
    name: String,
    figures: Vec<i64>,
}

#[derive(Serialize)]
struct Frontier {
    caption: String,
    columns: Vec<String>,
    points: Vec<Vec<i64>>,
}

#[derive(Serialize)]
struct Found {
    key: String,
    label: String,
    found: bool,
    total: Option<i64>,
    better: usize,
    least: Option<Least>,
    cost: i64,
    measures: Vec<i64>,
    status: String,
}

#[derive(Serialize)]
struct Least {
    party: String,
    gain: i64,
}

#[derive(Serialize)]
struct Price {
    of: String,
    price: Option<i64>,
    status: String,
}

fn price((of, price, status): &(String, Option<i64>, String)) -> Price {
    Price { of: plain(of), price: *price, status: status.clone() }
}

#[derive(Serialize)]
struct Step {
    tolerance: i64,
    total: Option<i64>,
    status: String,
}

#[derive(Serialize)]
struct Why {
    heading: String,
    text: String,
    claims: Vec<String>,
}

#[derive(Serialize)]
struct Concession {
    party: String,
    points: i64,
    claims: Vec<String>,
}

pub(super) fn words(all: &[String]) -> Vec<String> {
    all.iter().map(|text| plain(text)).collect()
}

pub(super) fn numbers_in(said: &[Said]) -> Vec<i64> {
    said.iter().filter_map(|s| s.number.parse().ok()).collect()
}

fn included(all: &[Included]) -> impl Iterator<Item = i64> {
    all.iter().filter_map(|i| i.said.number.parse().ok())
}

fn shares(all: &[(String, f64)]) -> Vec<Share> {
    all.iter().map(|(of, share)| Share { of: plain(of), share: *share }).collect()
}

fn measure_share(i: &Included) -> Option<MeasureShare> {
    Some(MeasureShare { measure: i.said.number.parse().ok()?, share: i.share? })
}

impl Found {
    fn new(row: &Row) -> Found {
        Found {
            key: row.key.clone(),
            label: row.label.clone(),
            found: row.found,
            total: row.total,
            better: row.better,
            least: row.least.as_ref().map(|(party, gain)| Least { party: plain(party), gain: *gain }),
            cost: row.cost,
            measures: numbers_in(&row.measures),
            status: row.status.clone(),
        }
    }
}

impl Outcome {
    pub(super) fn new(v: &View) -> Outcome {
        let heat = v.heat.iter().flat_map(|(bloc, rows)| rows.iter().map(move |row| (bloc, row)));
        let named =
            |p: &Picture| p.rows.iter().map(|(name, f)| Named { name: plain(name), figures: f.clone() }).collect();
        let frontier = |p: &Picture| Frontier {
            caption: p.caption.clone(),
            columns: p.columns.iter().map(|(name, _)| name.clone()).collect(),
            points: p.rows.iter().map(|(_, figures)| figures.clone()).collect(),
        };
        Outcome {
            verdict: plain(&v.verdict),
            tolerance: plain(&v.tolerance),
            spheres: words(&v.spheres),
            heat: heat
                .map(|(bloc, row)| HeatRow {
                    bloc: bloc.clone(),
                    party: plain(&row.party),
                    own: row.own,
                    cells: row.cells.iter().map(|cell| cell.value).collect(),
                    total: row.total,
                })
                .collect(),
            gains: v.bars.as_ref().map(named).unwrap_or_default(),
            packages: v.packages.iter().map(Found::new).collect(),
            alternatives: v.alternatives.iter().flat_map(|a| &a.rows).map(Found::new).collect(),
            frontiers: v.frontiers.iter().map(frontier).collect(),
            prices: v.prices.iter().map(price).collect(),
            always_in: included(&v.strip[0]).collect(),
            borderline: included(&v.strip[1]).collect(),
            out: included(&v.strip[2]).collect(),
            curve: v
                .curve
                .iter()
                .map(|(tolerance, total, status)| Step { tolerance: *tolerance, total: *total, status: status.clone() })
                .collect(),
            why: v.why.as_ref().map(|(heading, text, claims)| Why {
                heading: plain(heading),
                text: plain(text),
                claims: words(claims),
            }),
            stuck: words(&v.stuck),
            concessions: v
                .concessions
                .iter()
                .map(|(party, points, claims)| Concession {
                    party: plain(party),
                    points: *points,
                    claims: words(claims),
                })
                .collect(),
            veiled: v.veiled,
            robust: v.robust.as_ref().map(|r| r.text.clone()),
            parties_below: v.robust.as_ref().map(|r| shares(&r.parties)).unwrap_or_default(),
            spheres_below: v.robust.as_ref().map(|r| shares(&r.spheres)).unwrap_or_default(),
            shares: v.strip.iter().flatten().filter_map(measure_share).collect(),
        }
    }
}
