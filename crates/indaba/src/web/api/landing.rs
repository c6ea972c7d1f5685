//! Landing zones, kept packages and a delegation's ledger. What a reader is told is what the page tells: both take it
//! from the same view ([`crate::report_landing::view::View`]), which has nothing that the reader may not see.

use super::super::landing::{self, ledger as book, numbers_of};
use super::super::measures::material;
use super::super::secretariat::Typed;
use super::super::{Answer, Problem, Visit};
use super::measures::pairs;
use super::once::begin;
use super::{answer, read, time};
use crate::access::{Action, allows};
use crate::landing_zone::Look;
use crate::lang::named::plain;
use crate::measure::numbers;
use crate::report_landing::view::{Included, Picture, Row, View};
use crate::report_landscape::Said;
use crate::store;
use crate::store::package::Package;
use axum::body::Bytes;
use axum::extract::Query;
use axum::http::{HeaderMap, StatusCode};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct Shown {
    /// `ready`, `working`, `refused` or `busy`.
    state: &'static str,
    /// How far it is, in words.
    working: String,
    /// Which figures are in it, in words.
    note: String,
    /// What was asked and may be asked, as an address has it.
    asked: String,
    /// What an "as if" changes, in words.
    changes: Vec<String>,
    /// The result; while it is worked out the one before, if there is one.
    result: Option<Outcome>,
}

#[derive(Serialize)]
struct Outcome {
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

fn words(all: &[String]) -> Vec<String> {
    all.iter().map(|text| plain(text)).collect()
}

fn numbers_in(said: &[Said]) -> Vec<i64> {
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
    fn new(v: &View) -> Outcome {
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

/// `GET /api/v1/dialogues/{slug}/landing?tolerance=&why=&drop=&add=&wait=1`: what is asked stands in the address, as on
/// the page; nothing of it is stored.
pub async fn show(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let s = landing::seen(&visit, &typed).await?;
    if let Some(refusal) = s.refused.first() {
        let why = Problem::bad("api-parameter").with("parameter", refusal.field);
        return Err(why.with("reason", refusal.why.text(visit.l)));
    }
    let (solved, working) = landing::words(visit.l, &s.seen);
    let view = match solved.as_deref().filter(|_| !s.figures.measures.is_empty()) {
        Some(solved) => Some(landing::view(visit.l, &s.figures, solved, &s.reader)?),
        None => None,
    };
    let shown = Shown {
        state: match s.seen {
            Look::Ready(_) => "ready",
            Look::Working(..) => "working",
            Look::Refused => "refused",
            Look::Busy => "busy",
        },
        working,
        note: landing::note(&visit, &s.figures, &s.reader),
        changes: words(&landing::told(visit.l, &s.figures, &s.reader, &s.asked, (&s.base, &s.seen))),
        asked: s.asked.query(),
        result: view.as_ref().map(Outcome::new),
    };
    answer(StatusCode::OK, &shown)
}

#[derive(Serialize)]
struct Ledger {
    package: String,
    working: String,
    entries: Vec<Entry>,
    sums: Vec<Sum>,
    total: i64,
    /// Red lines that the package crosses, in words.
    crosses: Vec<String>,
}

#[derive(Serialize)]
struct Entry {
    measures: Vec<i64>,
    sphere: String,
    low: i64,
    mode: i64,
    high: i64,
}

#[derive(Serialize)]
struct Sum {
    sphere: String,
    gain: i64,
}

/// `GET /api/v1/dialogues/{slug}/landing/ledger?package=total`: one's own, measure by measure.
pub async fn ledger(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let m = material(&visit).await?;
    let told = book::told(&visit, &m, &typed).await?;
    let entries = told.entries.iter().map(|e| Entry {
        measures: numbers_of(&e.measures),
        sphere: e.sphere.clone(),
        low: e.low,
        mode: e.mode,
        high: e.high,
    });
    let ledger = Ledger {
        entries: entries.collect(),
        total: told.sums.iter().map(|(_, gain)| gain).sum(),
        sums: told.sums.iter().map(|(sphere, gain)| Sum { sphere: plain(sphere), gain: *gain }).collect(),
        crosses: words(&told.breaks),
        package: told.key,
        working: told.working,
    };
    answer(StatusCode::OK, &ledger)
}

#[derive(Serialize)]
struct Comparison {
    working: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    sides: Option<[Side; 2]>,
    shared: Vec<i64>,
    gains: Vec<Gains>,
}

#[derive(Serialize)]
struct Side {
    label: String,
    /// Those that the other does not have.
    measures: Vec<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    total: Option<i64>,
    cost: i64,
    stands: bool,
}

#[derive(Serialize)]
struct Gains {
    bloc: String,
    party: String,
    figures: [i64; 2],
}

/// `GET /api/v1/dialogues/{slug}/landing/compare?a=total&b=p1`: as on the page.
pub async fn compare(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let told = landing::compare::told(&visit, &typed).await?;
    let side = |s: &landing::compare::Side| Side {
        label: plain(&s.label),
        measures: numbers_in(&s.only),
        total: s.total,
        cost: s.cost,
        stands: s.stands,
    };
    let rows = told.blocs.iter().flat_map(|(bloc, rows)| rows.iter().map(move |row| (bloc, row)));
    let gains =
        rows.map(|(bloc, (party, figures))| Gains { bloc: bloc.clone(), party: plain(party), figures: *figures });
    let comparison = Comparison {
        sides: told.sides.as_ref().map(|sides| sides.each_ref().map(side)),
        shared: numbers_in(&told.shared),
        gains: gains.collect(),
        working: told.working,
    };
    answer(StatusCode::OK, &comparison)
}

#[derive(Serialize)]
struct Packages {
    packages: Vec<Kept>,
}

#[derive(Serialize)]
struct Kept {
    number: i64,
    title: String,
    lang: String,
    measures: Vec<i64>,
    /// The one that the dialogue works on.
    working: bool,
    /// From which result; the secretariat's alone, as it may name red lines that were left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    basis: Option<String>,
    created_at: String,
}

fn kept(visit: &Visit, p: &Package, working: bool) -> Kept {
    Kept {
        number: p.number,
        title: p.title.clone(),
        lang: p.lang.clone(),
        measures: numbers(&p.measures),
        working,
        basis: allows(visit.role, Action::ManageMeasures).then(|| p.basis.clone()),
        created_at: time(p.created_at),
    }
}

/// `GET /api/v1/dialogues/{slug}/packages`: the newest first.
pub async fn packages(visit: Visit) -> Answer {
    let all = store::package::all(&mut visit.read().await?, &visit.convened()?.dialogue.id).await?;
    let packages = all.iter().enumerate().map(|(i, p)| kept(&visit, p, i == 0)).collect();
    answer(StatusCode::OK, &Packages { packages })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    title: String,
    lang: Option<String>,
    /// The key of a package of the result.
    package: String,
    /// What the result was asked with; empty for the one as it stands.
    #[serde(default)]
    asked: String,
}

/// `POST /api/v1/dialogues/{slug}/packages`: keeps a package of the result as the working package.
pub async fn keep(visit: Visit, headers: HeaderMap, body: Bytes) -> Answer {
    let asked: Asked = read(&body)?;
    let typed = pairs(vec![
        ("title", asked.title),
        ("lang", asked.lang.unwrap_or_default()),
        ("package", asked.package),
        ("basis", asked.asked),
    ]);
    let chosen = landing::chosen(&visit, &typed).await?;
    let mut begun = begin!(&visit, "POST", &headers, &body);
    let made = landing::put(&visit, &mut begun.c, chosen).await?;
    begun.end(&visit, StatusCode::CREATED, &kept(&visit, &made, true)).await
}
