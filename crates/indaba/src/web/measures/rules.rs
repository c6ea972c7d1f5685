//! What the secretariat sets for the whole dialogue: spheres, tolerance, budget, and how measures depend on each other.

mod adds;

use super::super::page::{self, Page, Tab};
use super::super::propose::wording;
use super::super::secretariat::Choice;
use super::super::secretariat::{Typed, delegation_choices, not_closed};
use super::super::{Answer, Problem, Visit};
use super::propose::{COST, optional};
use super::show::related;
use super::{changed, done, material, sphere, sphere_named};
use crate::landing_zone::asked::TOLERANCE;
use crate::landing_zone::{Audience, Material, problem};
use crate::lang::L;
use crate::lang::named::mark;
use crate::measure::{Added, Kind, SPHERES, listed, numbers};
use crate::store;
use crate::store::measure::{Relation, Rules};
use adds::Adds;
use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;

/// Spheres of a dialogue at most, and the longest name of one.
const MOST: usize = 12;
const NAME: usize = 60;
/// Relations of a dialogue at most.
const RELATIONS: usize = 200;

#[derive(Template)]
#[template(path = "measures/rules.html")]
struct Room {
    page: Page,
    home: String,
    spheres: String,
    tolerance: String,
    budget: String,
    known: Vec<String>,
    relations: Vec<Related>,
    kinds: Vec<Choice>,
    adds: Vec<Adds>,
    typed: Typed,
    may: bool,
    done: String,
    /// Why the rules were not taken, and why a relation was not.
    error: String,
    unrelated: String,
}

/// A relation in words.
struct Related {
    id: String,
    words: String,
    source: String,
    /// What a synergy adds: party, sphere and figures.
    adds: Vec<String>,
}

/// What came back, and why.
#[derive(Default)]
struct Back {
    typed: Typed,
    rules: String,
    relation: String,
    /// Rows of what a synergy adds that are shown beyond those typed.
    more: usize,
}

/// `GET /d/{slug}/measures/rules`
pub async fn show(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let done = done(visit.l, &typed);
    page::show(&Room { done, ..room(&visit, Back::default()).await? })
}

async fn room(visit: &Visit, back: Back) -> Result<Room, Problem> {
    let figures = material(visit).await?;
    let (rules, typed) = (&figures.rules, &back.typed);
    let typed_or = |name: &str, known: String| if back.rules.is_empty() { known } else { typed.get(name).to_owned() };
    let relation = |r: &Relation| Related {
        id: r.id.clone(),
        words: related(visit, &figures, r, None).unwrap_or_default(),
        source: r.source.clone(),
        adds: added_words(visit.l, &figures, r),
    };
    let parties = delegation_choices(visit, "", false).await?;
    Ok(Room {
        spheres: typed_or("spheres", figures.spheres.iter().map(|s| sphere(visit.l, s)).collect::<Vec<_>>().join("\n")),
        tolerance: typed_or("tolerance", rules.tolerance.to_string()),
        budget: typed_or("budget", rules.budget.map(|b| b.to_string()).unwrap_or_default()),
        known: SPHERES.iter().map(|s| sphere(visit.l, s)).collect(),
        relations: figures.relations.iter().map(relation).collect(),
        kinds: Kind::ALL
            .iter()
            .map(|k| Choice::new(visit.l, k.as_str(), visit.l.w("relation-kind", k), typed.get("kind")))
            .collect(),
        adds: adds::rows(visit.l, &figures, &parties, typed, (back.more, !back.relation.is_empty())),
        may: not_closed(visit).is_ok(),
        page: Page::new(visit, visit.l.t("rules-title"), Tab::Measures),
        home: format!("/d/{}", visit.convened()?.dialogue.slug),
        typed: back.typed,
        done: String::new(),
        error: back.rules,
        unrelated: back.relation,
    })
}

/// What a synergy adds, for `named`.
fn added_words(l: L, m: &Material, r: &Relation) -> Vec<String> {
    let all: Vec<Added> = serde_json::from_str(&r.effects).unwrap_or_default();
    let words = |a: &Added| {
        let party = m.parties.iter().find(|p| p.id == a.delegation);
        let who = party.map_or_else(|| a.delegation.clone(), |p| mark(&p.name, &p.lang));
        format!("{who} · {} · {}", sphere_named(l, &a.sphere), l.likely([a.low, a.mode, a.high]))
    };
    all.iter().map(words).collect()
}

async fn again(visit: &Visit, problem: &Problem, back: Back) -> Answer {
    if !problem.status.is_client_error() {
        return Err(problem.clone());
    }
    page::show_as(StatusCode::UNPROCESSABLE_ENTITY, &room(visit, back).await?)
}

/// `POST /d/{slug}/measures/rules`
pub async fn set(visit: Visit, Path(slug): Path<String>, Form(typed): Form<Typed>) -> Answer {
    not_closed(&visit)?;
    let rules = match read(&visit, &typed) {
        Ok(rules) => rules,
        Err(problem) => {
            let rules = problem.text(visit.l);
            return again(&visit, &problem, Back { typed, rules, ..Back::default() }).await;
        }
    };
    let mut c = visit.write().await?;
    store::measure::set_rules(&mut c, &visit.convened()?.dialogue.id, &rules).await?;
    c.commit().await?;
    changed(&visit)?;
    page::go(&format!("/d/{slug}/measures/rules?done=rules"))
}

fn read(visit: &Visit, typed: &Typed) -> Result<Rules, Problem> {
    let mut spheres: Vec<String> = Vec::new();
    for line in typed.get("spheres").lines().filter(|line| !line.trim().is_empty()) {
        let name = wording(&line.replace(';', ","), NAME)?;
        // A name of the program's own list is kept as its word, so that every reader has it in their language.
        let word = SPHERES.iter().find(|s| sphere(visit.l, s) == name || **s == name);
        let name = word.map_or(name, |s| (*s).to_owned());
        if !spheres.contains(&name) && name != "total" && name != "against" {
            spheres.push(name);
        }
    }
    if spheres.is_empty() || spheres.len() > MOST {
        return Err(Problem::bad("rules-spheres").with("most", MOST));
    }
    let tolerance = typed.number("tolerance").filter(|t| (0..=TOLERANCE).contains(t));
    let budget = match typed.get("budget") {
        "" => None,
        text => Some(text.parse().ok().filter(|b| (0..=COST).contains(b)).ok_or_else(|| Problem::bad("measure-cost"))?),
    };
    let tolerance = tolerance.ok_or_else(|| Problem::bad("rules-tolerance").with("most", TOLERANCE))?;
    Ok(Rules { spheres: spheres.join(";"), tolerance, budget })
}

/// `POST /d/{slug}/measures/relations`: adds a relation, takes one away (`drop`), or shows the form with more rows for
/// what a synergy adds (`act=more`).
pub async fn relate(visit: Visit, Path(slug): Path<String>, Form(typed): Form<Typed>) -> Answer {
    not_closed(&visit)?;
    let dialogue = visit.convened()?.dialogue.id.clone();
    if !typed.get("drop").is_empty() {
        let mut c = visit.write().await?;
        store::measure::unrelate(&mut c, &dialogue, typed.get("drop")).await?;
        c.commit().await?;
        changed(&visit)?;
        return page::go(&format!("/d/{slug}/measures/rules?done=related#relations"));
    }
    if typed.get("act") == "more" {
        return page::show(&room(&visit, Back { typed, more: adds::MORE, ..Back::default() }).await?);
    }
    let figures = material(&visit).await?;
    let relation = match relation(&visit, &figures, &typed) {
        Ok(relation) => relation,
        Err(problem) => {
            let relation = problem.text(visit.l);
            return again(&visit, &problem, Back { typed, relation, ..Back::default() }).await;
        }
    };
    let mut c = visit.write().await?;
    store::measure::relate(&mut c, &dialogue, &relation).await?;
    c.commit().await?;
    changed(&visit)?;
    page::go(&format!("/d/{slug}/measures/rules?done=related#relations"))
}

fn relation(visit: &Visit, m: &Material, typed: &Typed) -> Result<Relation, Problem> {
    let kind: Kind = typed.get("kind").parse().map_err(|_| Problem::bad("relation-kind"))?;
    let all = numbers(&typed.get("measures").replace([',', ' ', '\u{60c}'], ";"));
    let known = !all.is_empty() && all.iter().all(|n| m.numbered(*n).is_some());
    if !known || numbers(&listed(&all)).len() < 2 || m.relations.len() >= RELATIONS {
        return Err(Problem::bad("relation-measures"));
    }
    let k = typed.number("k").filter(|k| (0..=100).contains(k));
    if kind == Kind::AtMost && k.is_none() {
        return Err(Problem::bad("relation-k"));
    }
    let effects = if kind == Kind::Synergy { adds::read(m, typed)? } else { Vec::new() };
    let relation = Relation {
        id: store::new_id(),
        kind: kind.as_str().to_owned(),
        measures: listed(&all),
        k: k.filter(|_| kind == Kind::AtMost),
        effects: serde_json::to_string(&effects).unwrap_or_default(),
        source: optional(typed.get("source"), 300)?,
        created_at: visit.now,
    };
    // A relation that contradicts the others would leave no problem to solve.
    let mut with = m.clone();
    with.relations.push(relation.clone());
    let built = problem::build(&with, Audience::Secretariat);
    built.problem.check().map_err(|_| Problem::bad("relation-contradiction"))?;
    Ok(relation)
}
