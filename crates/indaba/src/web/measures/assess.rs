//! Effects: a delegation's own, sphere by sphere, and those of experts, the literature and models.

use super::super::page::{self, Page, Tab};
use super::super::propose::language;
use super::super::secretariat::{Typed, delegation, not_closed};
use super::super::{Answer, Problem, Visit};
use super::propose::optional;
use super::{changed, done, find, material, party, sphere};
use crate::access::{Action, allows};
use crate::measure::{Origin, SCORES};
use crate::store::effect::Effect;
use crate::store::measure::Measure;
use crate::store::{self, Conn};
use crate::words::split;
use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;

/// The longest reason, address of evidence and name of an expert or a work.
const REASON: usize = 400;
const EVIDENCE: usize = 400;
const SAID_BY: usize = 120;

#[derive(Template)]
#[template(path = "measures/assess.html")]
struct Grid {
    page: Page,
    home: String,
    m: Measure,
    rows: Vec<Field>,
    next: Option<i64>,
    may: bool,
    published: bool,
    /// What the form was made from: the spheres, and when each was last assessed.
    keys: String,
    seen: String,
    done: String,
    error: String,
}

/// One sphere of the form.
struct Field {
    id: usize,
    label: String,
    low: String,
    mode: String,
    high: String,
    reason: String,
    evidence: String,
}

impl Field {
    /// The scores to choose from, from the least.
    fn scores(&self) -> impl Iterator<Item = i64> + use<> {
        SCORES
    }
}

/// `GET /d/{slug}/measures/{measure}/assess`
pub async fn show(visit: Visit, Path((_, number)): Path<(String, String)>, Query(typed): Query<Typed>) -> Answer {
    page::show(&grid(&visit, &number, None, done(visit.l, &typed), String::new()).await?)
}

/// The party that the visitor speaks for, and a measure that is on the page.
pub async fn seat(visit: &Visit, number: &str) -> Result<(String, Measure), Problem> {
    let figures = material(visit).await?;
    let own = party(visit, &figures).ok_or_else(|| Problem::conflict("measure-no-party"))?;
    let m = find(visit, number).await?;
    if m.is_open() { Ok((own, m)) } else { Err(Problem::not_found()) }
}

async fn grid(
    visit: &Visit,
    number: &str,
    typed: Option<&Typed>,
    done: String,
    error: String,
) -> Result<Grid, Problem> {
    let (own, m) = seat(visit, number).await?;
    let figures = material(visit).await?;
    let given = of_measure(store::effect::own(&mut visit.read().await?, &own).await?, &m);
    let field = |(i, s): (usize, &String)| {
        let e = given.iter().find(|e| e.sphere == *s);
        let score = |name: &str, of: fn(&Effect) -> i64| match typed {
            Some(typed) => typed.get(&format!("{name}-{i}")).to_owned(),
            None => e.map(|e| of(e).to_string()).unwrap_or_default(),
        };
        let text = |name: &str, of: fn(&Effect) -> &str| match typed {
            Some(typed) => typed.get(&format!("{name}-{i}")).to_owned(),
            None => e.map(|e| of(e).to_owned()).unwrap_or_default(),
        };
        Field {
            id: i,
            label: sphere(visit.l, s),
            low: score("low", |e| e.low),
            mode: score("mode", |e| e.mode),
            high: score("high", |e| e.high),
            reason: text("reason", |e| &e.reason),
            evidence: text("evidence", |e| &e.evidence),
        }
    };
    Ok(Grid {
        rows: figures.spheres.iter().enumerate().map(field).collect(),
        next: figures.measures.iter().map(|x| x.number).find(|n| *n > m.number),
        may: visit.open().is_ok() && allows(visit.role, Action::AssessMeasures),
        published: figures.published.contains(&own),
        keys: figures.rules.spheres.clone(),
        seen: given.iter().map(|e| format!("{}={}", e.sphere, e.at)).collect::<Vec<_>>().join(";"),
        page: Page::new(visit, visit.l.t2("measure-assess-title", "n", m.number, "title", &m.title), Tab::Measures),
        home: format!("/d/{}", visit.convened()?.dialogue.slug),
        done,
        error,
        m,
    })
}

/// Low, likely and high as typed; an empty row says nothing, a likely figure alone is certain.
pub(super) fn scores(typed: [&str; 3]) -> Result<Option<[i64; 3]>, Problem> {
    let [low, mode, high] = typed;
    if low.is_empty() && mode.is_empty() && high.is_empty() {
        return Ok(None);
    }
    let score = |text: &str, other: &str| {
        let text = if text.is_empty() { other } else { text };
        text.replace('\u{2212}', "-")
            .parse()
            .ok()
            .filter(|s| SCORES.contains(s))
            .ok_or_else(|| Problem::bad("effect-score"))
    };
    let all = [score(low, mode)?, score(mode, "")?, score(high, mode)?];
    if all[0] <= all[1] && all[1] <= all[2] { Ok(Some(all)) } else { Err(Problem::bad("effect-order")) }
}

/// An address of evidence on the web, or none.
fn evidence(typed: &str) -> Result<String, Problem> {
    let text = optional(typed, EVIDENCE)?;
    let web = text.is_empty() || text.starts_with("https://") || text.starts_with("http://");
    if web { Ok(text) } else { Err(Problem::bad("effect-evidence")) }
}

/// What a delegation says of a measure, as typed: each sphere, and whether anything is said of it.
pub type Row = Vec<(Effect, bool)>;

/// The whole row of spheres as typed (`mode-0`, `low-0`, … by the place of the sphere).
pub fn row(visit: &Visit, own: &str, m: &Measure, spheres: &[String], typed: &Typed) -> Result<Row, Problem> {
    let lang = if typed.get("lang").is_empty() { visit.l.code().to_owned() } else { language(typed.get("lang"))? };
    let read = |(i, s): (usize, &String)| {
        let get = |name: &str| typed.get(&format!("{name}-{i}"));
        let scores = scores([get("low"), get("mode"), get("high")])?;
        let effect = |[low, mode, high]: [i64; 3]| -> Result<Effect, Problem> {
            Ok(Effect {
                measure_id: m.id.clone(),
                delegation_id: own.to_owned(),
                sphere: s.clone(),
                origin: Origin::Own,
                said_by: String::new(),
                low,
                mode,
                high,
                reason: optional(get("reason"), REASON)?,
                lang: lang.clone(),
                evidence: evidence(get("evidence"))?,
                at: visit.now,
            })
        };
        Ok((effect(scores.unwrap_or_default())?, scores.is_some()))
    };
    spheres.iter().enumerate().map(read).collect()
}

/// Keeps a row in the caller's transaction; what is no longer said is taken back.
pub async fn keep(visit: &Visit, c: &mut Conn, row: &Row) -> Result<(), Problem> {
    for (effect, said) in row {
        keep_one(visit, c, effect, *said).await?;
    }
    Ok(())
}

/// Keeps what is said of one cell in the caller's transaction, or takes it back.
pub(super) async fn keep_one(visit: &Visit, c: &mut Conn, effect: &Effect, said: bool) -> Result<(), Problem> {
    if said {
        store::effect::put(c, &visit.convened()?.dialogue.id, effect).await?;
    } else {
        store::effect::clear(c, effect).await?;
    }
    Ok(())
}

fn of_measure(given: Vec<Effect>, m: &Measure) -> Vec<Effect> {
    given.into_iter().filter(|e| e.measure_id == m.id).collect()
}

/// The fields under the places that the spheres have now: the secretariat may have moved them since the form was shown.
fn placed(typed: &Typed, spheres: &[String]) -> Typed {
    let then: Vec<&str> = split(typed.get("spheres")).collect();
    let place = |(name, value): &(String, String)| {
        let moved = name.rsplit_once('-').and_then(|(field, at)| Some((field, *then.get(at.parse::<usize>().ok()?)?)));
        let Some((field, sphere)) = moved else { return Some((name.clone(), value.clone())) };
        let now = spheres.iter().position(|s| s == sphere)?;
        Some((format!("{field}-{now}"), value.clone()))
    };
    Typed(typed.0.iter().filter_map(place).collect())
}

/// Whether a row says something else of a sphere than what is said now.
fn differs((new, said): &(Effect, bool), given: &[Effect]) -> bool {
    let words = |e: &Effect| (e.low, e.mode, e.high, e.reason.clone(), e.evidence.clone());
    match given.iter().find(|e| e.sphere == new.sphere) {
        Some(old) => !said || words(old) != words(new),
        None => *said,
    }
}

/// Spheres of a row that somebody of the delegation has assessed anew since the form was shown.
fn overtaken(row: &Row, given: &[Effect], typed: &Typed) -> Vec<String> {
    let seen: Vec<&str> = split(typed.get("seen")).collect();
    let known = |e: &Effect| seen.contains(&format!("{}={}", e.sphere, e.at).as_str());
    let gone = |sphere: &str| seen.iter().any(|text| text.rsplit_once('=').is_some_and(|(name, _)| name == sphere));
    let changed = |sphere: &str| given.iter().find(|e| e.sphere == sphere).map_or_else(|| gone(sphere), |e| !known(e));
    row.iter().map(|(e, _)| e.sphere.clone()).filter(|sphere| changed(sphere)).collect()
}

/// `POST /d/{slug}/measures/{measure}/assess`: the row of spheres. What says what is said already is not written.
pub async fn put(visit: Visit, Path((slug, number)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    visit.open()?;
    let (own, m) = seat(&visit, &number).await?;
    let spheres = material(&visit).await?.spheres.clone();
    let typed = placed(&typed, &spheres);
    let mut row = match row(&visit, &own, &m, &spheres, &typed) {
        Ok(row) => row,
        Err(problem) => return again(&visit, &number, &typed, problem.text(visit.l)).await,
    };
    let mut c = visit.write().await?;
    store::effect::hold(&mut c, &own).await?;
    let given = of_measure(store::effect::own(&mut c, &own).await?, &m);
    row.retain(|cell| differs(cell, &given));
    // A form that does not say what it was made from puts its row in place of any.
    let overtaken =
        if typed.0.iter().any(|(name, _)| name == "seen") { overtaken(&row, &given, &typed) } else { vec![] };
    if !overtaken.is_empty() {
        drop(c);
        let spheres: Vec<String> = overtaken.iter().map(|s| sphere(visit.l, s)).collect();
        let text = visit.l.t1("assess-overtaken", "spheres", visit.l.list(&spheres));
        return again(&visit, &number, &typed, text).await;
    }
    keep(&visit, &mut c, &row).await?;
    c.commit().await?;
    changed(&visit)?;
    let next = typed.get("next");
    let to = if next.is_empty() || next.parse::<i64>().is_err() { number.as_str() } else { next };
    page::go(&format!("/d/{slug}/measures/{to}/assess?done=assessed"))
}

/// The form with what was typed, and why it was not taken.
async fn again(visit: &Visit, number: &str, typed: &Typed, error: String) -> Answer {
    let form = grid(visit, number, Some(typed), String::new(), error).await?;
    page::show_as(StatusCode::UNPROCESSABLE_ENTITY, &form)
}

/// `POST /d/{slug}/measures/{measure}/effects`: what an expert, the literature or a model says of any party.
pub async fn enter(visit: Visit, Path((slug, number)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let m = find(&visit, &number).await?;
    match entered(&visit, &m, &typed).await {
        Ok(()) => page::go(&format!("/d/{slug}/measures/{}?done=entered", m.number)),
        Err(problem) => super::show::again(&visit, m, typed, "enter", problem).await,
    }
}

async fn entered(visit: &Visit, m: &Measure, typed: &Typed) -> Result<(), Problem> {
    let (effect, said) = of_others(visit, m, typed).await?;
    let mut c = visit.write().await?;
    keep_one(visit, &mut c, &effect, said).await?;
    c.commit().await?;
    changed(visit)
}

/// What an expert, the literature or a model says of a party, as typed; without a likely figure it is taken back.
pub async fn of_others(visit: &Visit, m: &Measure, typed: &Typed) -> Result<(Effect, bool), Problem> {
    not_closed(visit)?;
    let figures = material(visit).await?;
    let party = delegation(visit, typed.get("delegation")).await?.filter(|d| !d.observer);
    let party = party.ok_or_else(|| Problem::bad("effect-party"))?;
    let sphere =
        figures.spheres.iter().find(|s| *s == typed.get("sphere")).ok_or_else(|| Problem::bad("effect-sphere"))?;
    let origin: Option<Origin> = typed.get("origin").parse().ok().filter(|o| *o != Origin::Own);
    let [low, mode, high] = scores([typed.get("low"), typed.get("mode"), typed.get("high")])?.unwrap_or_default();
    let effect = Effect {
        measure_id: m.id.clone(),
        delegation_id: party.id,
        sphere: sphere.clone(),
        origin: origin.ok_or_else(|| Problem::bad("effect-origin"))?,
        said_by: super::super::propose::wording(typed.get("said_by"), SAID_BY)?,
        low,
        mode,
        high,
        reason: optional(typed.get("reason"), REASON)?,
        lang: language(typed.get("lang"))?,
        evidence: evidence(typed.get("evidence"))?,
        at: visit.now,
    };
    Ok((effect, !typed.get("mode").is_empty()))
}
