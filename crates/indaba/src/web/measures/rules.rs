//! What the secretariat sets for the whole dialogue: spheres, tolerance, budget, and how measures depend on each other.

use super::super::page::{self, Page, Tab};
use super::super::propose::wording;
use super::super::secretariat::Choice;
use super::super::secretariat::{Typed, delegation_choices, not_closed};
use super::super::{Answer, Problem, Visit};
use super::propose::{COST, optional};
use super::show::related;
use super::{changed, done, material, sphere, sphere_choices};
use crate::landing_zone::asked::TOLERANCE;
use crate::landing_zone::{Audience, Material, problem};
use crate::measure::{Added, Kind, SCORES, SPHERES, listed, numbers};
use crate::store;
use crate::store::measure::{Relation, Rules};
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
    relations: Vec<(String, String, String)>,
    kinds: Vec<Choice>,
    delegations: Vec<Choice>,
    sphere_choices: Vec<Choice>,
    typed: Typed,
    may: bool,
    done: String,
    error: String,
}

/// `GET /d/{slug}/measures/rules`
pub async fn show(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let done = done(visit.l, &typed);
    page::show(&room(&visit, Typed::default(), done, String::new()).await?)
}

async fn room(visit: &Visit, typed: Typed, done: String, error: String) -> Result<Room, Problem> {
    let figures = material(visit).await?;
    let rules = &figures.rules;
    let typed_or = |name: &str, known: String| if error.is_empty() { known } else { typed.get(name).to_owned() };
    let relation =
        |r: &Relation| (r.id.clone(), related(visit, &figures, r, None).unwrap_or_default(), r.source.clone());
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
        delegations: delegation_choices(visit, typed.get("delegation"), false).await?,
        sphere_choices: sphere_choices(visit.l, &figures, typed.get("sphere")),
        may: not_closed(visit).is_ok(),
        page: Page::new(visit, visit.l.t("rules-title"), Tab::Measures),
        home: format!("/d/{}", visit.convened()?.dialogue.slug),
        typed,
        done,
        error,
    })
}

async fn again(visit: &Visit, typed: Typed, problem: Problem) -> Answer {
    if !problem.status.is_client_error() {
        return Err(problem);
    }
    let error = problem.text(visit.l);
    page::show_as(StatusCode::UNPROCESSABLE_ENTITY, &room(visit, typed, String::new(), error).await?)
}

/// `POST /d/{slug}/measures/rules`
pub async fn set(visit: Visit, Path(slug): Path<String>, Form(typed): Form<Typed>) -> Answer {
    not_closed(&visit)?;
    let rules = match read(&visit, &typed) {
        Ok(rules) => rules,
        Err(problem) => return again(&visit, typed, problem).await,
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

/// `POST /d/{slug}/measures/relations`: adds a relation, or takes one away (`drop`).
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
    let figures = material(&visit).await?;
    let relation = match relation(&visit, &figures, &typed) {
        Ok(relation) => relation,
        Err(problem) => return again(&visit, typed, problem).await,
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
    let effects = if kind == Kind::Synergy { vec![added(m, typed)?] } else { Vec::new() };
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

fn added(m: &Material, typed: &Typed) -> Result<Added, Problem> {
    let delegation = typed.get("delegation");
    let sphere = typed.get("sphere");
    let there = m.parties.iter().any(|p| p.id == delegation) && m.spheres.iter().any(|s| s == sphere);
    let score =
        typed.number("score").filter(|s| SCORES.contains(s) && there).ok_or_else(|| Problem::bad("relation-added"))?;
    Ok(Added { delegation: delegation.to_owned(), sphere: sphere.to_owned(), low: score, mode: score, high: score })
}
