//! A delegation's own ledger: measure by measure, what it gains and gives in a package. It is worked out from what the
//! delegation says now and from what is public; no other party is in it.

use super::super::measures::{material, party, sphere_named};
use super::super::page::{self, Page, Tab};
use super::super::secretariat::{Choice, Typed};
use super::super::{Answer, Problem, Visit};
use super::choose::{choices, is_kept, measures_of};
use super::{LONGER, PATIENCE, Reader, look, name, words};
use crate::landing_zone::{Asked, Audience, Look, Material, problem};
use crate::lang::L;
use crate::store;
use ::landing::{Case, Entry};
use askama::Template;
use axum::extract::{Path, Query};

#[derive(Template)]
#[template(path = "landing/ledger.html")]
struct Ledger {
    page: Page,
    l: L,
    home: String,
    choices: Vec<Choice>,
    /// Measures, and what each does in which sphere.
    measures: Vec<(String, Vec<Line>)>,
    sums: Vec<(String, i64)>,
    total: i64,
    breaks: Vec<String>,
    /// There is a package to show.
    found: bool,
    working: String,
    then: String,
}

struct Line {
    sphere: String,
    mode: i64,
    low: i64,
    high: i64,
}

/// What a delegation's ledger says of a package.
pub(in crate::web) struct Told {
    /// The key of the package.
    pub(in crate::web) key: String,
    /// Packages to choose from.
    choices: Vec<Choice>,
    /// How far the result is; empty where it is there.
    pub(in crate::web) working: String,
    /// The result is still to come.
    pending: bool,
    /// There is a package with this key.
    found: bool,
    pub(in crate::web) entries: Vec<Entry>,
    /// Spheres with what is gained in each; a page shows the names with `named`.
    pub(in crate::web) sums: Vec<(String, i64)>,
    /// Red lines that the package crosses, in words for `named`.
    pub(in crate::web) breaks: Vec<String>,
}

/// Works the ledger of the visitor's own delegation out, for the page and for the API.
pub(in crate::web) async fn told(visit: &Visit, m: &Material, typed: &Typed) -> Result<Told, Problem> {
    let l = visit.l;
    let own = party(visit, m).ok_or_else(|| Problem::conflict("measure-no-party"))?;
    let reader = Reader::of(visit, m);
    let patience = if typed.get("wait") == "1" { LONGER } else { PATIENCE };
    let seen = look(visit, m, &reader, &Asked::default(), patience).await?;
    let (solved, working) = words(l, &seen);
    let kept = store::package::all(&mut visit.read().await?, &visit.convened()?.dialogue.id).await?;
    let first = kept.first().map_or_else(|| "total".to_owned(), |p| format!("p{}", p.number));
    let key = if typed.get("package").is_empty() { first } else { typed.get("package").to_owned() };
    let measures = measures_of(solved.as_deref(), &kept, &key);
    let found = measures.is_some();
    let (entries, sums, breaks) = worked_out(l, m, &own, &measures.unwrap_or_default())?;
    Ok(Told {
        working: if is_kept(&key) { String::new() } else { working },
        pending: matches!(seen, Look::Working(..)) && !is_kept(&key),
        choices: choices(l, solved.as_deref(), &kept, &key),
        found,
        key,
        entries,
        sums,
        breaks,
    })
}

/// `GET /d/{slug}/landing/ledger?package=total`
pub async fn show(visit: Visit, Path(slug): Path<String>, Query(typed): Query<Typed>) -> Answer {
    let l = visit.l;
    let figures = material(&visit).await?;
    let told = told(&visit, &figures, &typed).await?;
    page::show(&Ledger {
        page: Page::new(&visit, l.t("ledger-title"), Tab::Landing),
        measures: by_measure(l, &figures, &told.entries),
        total: told.sums.iter().map(|(_, n)| n).sum(),
        then: if told.pending {
            format!("/d/{slug}/landing/ledger?package={}&wait=1", told.key)
        } else {
            String::new()
        },
        home: format!("/d/{slug}"),
        found: told.found,
        working: told.working,
        choices: told.choices,
        sums: told.sums,
        breaks: told.breaks,
        l,
    })
}

/// Entries of one measure, or of one synergy, stand together.
fn by_measure(l: L, m: &Material, entries: &[Entry]) -> Vec<(String, Vec<Line>)> {
    let name_of = |ids: &[String]| ids.iter().map(|id| name(m, id)).collect::<Vec<_>>().join(" + ");
    let line = |e: &Entry| Line { sphere: sphere_named(l, &e.sphere), mode: e.mode, low: e.low, high: e.high };
    let together = entries.chunk_by(|a, b| a.measures == b.measures);
    together.map(|own| (name_of(&own[0].measures), own.iter().map(line).collect())).collect()
}

type Worked = (Vec<Entry>, Vec<(String, i64)>, Vec<String>);

/// The problem with this one party: its entries, its sums by sphere, and which of its red lines the package crosses.
fn worked_out(l: L, m: &Material, own: &str, measures: &[String]) -> Result<Worked, Problem> {
    let mut alone = m.clone();
    alone.parties.retain(|p| p.id == own);
    alone.layer.clear();
    let built = problem::build(&alone, Audience::Secretariat);
    let case = Case::new(&built.problem, None).map_err(|error| Problem::internal(&error))?;
    let there: Vec<String> =
        measures.iter().filter(|id| built.problem.measures.iter().any(|x| x.id == **id)).cloned().collect();
    let choice = case.choice(&there).unwrap_or_default();
    let sums =
        m.spheres.iter().enumerate().map(|(s, name)| (sphere_named(l, name), case.cell(0, s).at(&choice))).collect();
    let crossed = |x: &&store::red_line::RedLine| match (&x.measure_id, &x.sphere) {
        (Some(id), _) => m.measure(id).is_some_and(|measure| there.contains(&measure.code())),
        (None, Some(s)) => {
            let place = m.spheres.iter().position(|name| name == s);
            place.is_some_and(|place| case.cell(0, place).at(&choice) < x.floor.unwrap_or(0))
        }
        (None, None) => case.gains()[0].at(&choice) < x.floor.unwrap_or(0),
    };
    let lines = m.lines.iter().filter(|x| x.delegation_id == own).filter(crossed);
    let breaks = lines.map(|x| super::line_words(l, m, x)).collect();
    Ok((case.ledger(own, &choice), sums, breaks))
}
