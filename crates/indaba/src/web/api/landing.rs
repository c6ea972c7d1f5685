//! Landing zones, kept packages and a delegation's ledger. What a reader is told is what the page tells: both take it
//! from the same view ([`crate::report_landing::view::View`]), which has nothing that the reader may not see.

mod outcome;

use self::outcome::{Outcome, numbers_in, words};
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
