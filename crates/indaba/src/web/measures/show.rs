//! A measure's page: what it is, what it does to whom as far as that is public, and how far assessors are apart.

use super::super::page::{self, Page, Tab};
use super::super::secretariat::{Choice, Typed, delegation_choices, languages};
use super::super::{Answer, Problem, Visit};
use super::propose::{DETAIL, SOURCE, cost, optional};
use super::{author, changed, done, find, is_own, material, party, sphere, sphere_choices};
use crate::access::{Action, allows};
use crate::attribution::Labels;
use crate::landing_zone::Material;
use crate::measure::{Origin, numbers};
use crate::store;
use crate::store::effect::Effect;
use crate::store::measure::{Measure, Relation};
use askama::Template;
use axum::extract::{Form, Path, Query};

/// Reasons that a page lists at most.
const REASONS: usize = 40;

#[derive(Template)]
#[template(path = "measures/show.html")]
struct Shown {
    page: Page,
    home: String,
    m: Measure,
    state: String,
    author: String,
    question: (String, String, String),
    spheres: Vec<String>,
    rows: Vec<Line>,
    reasons: Vec<Reason>,
    relations: Vec<String>,
    why: Option<String>,
    assess: bool,
    work_out: bool,
    locked: bool,
    enter: bool,
    origins: Vec<Choice>,
    delegations: Vec<Choice>,
    sphere_choices: Vec<Choice>,
    languages: Vec<Choice>,
    done: String,
}

/// What the measure does to one party, as far as it may be told.
pub struct Line {
    party: String,
    lang: String,
    cells: Vec<Option<Cell>>,
}

/// One cell with all who assessed it.
pub struct Cell {
    mode: i64,
    low: i64,
    high: i64,
    /// How many said it, and how far the likely figures are apart.
    said: usize,
    apart: i64,
    /// A model is among them, or alone.
    modelled: bool,
}

struct Reason {
    party: String,
    sphere: String,
    who: String,
    text: String,
    lang: String,
    evidence: String,
}

/// `GET /d/{slug}/measures/{measure}`
pub async fn show(visit: Visit, Path((slug, number)): Path<(String, String)>, Query(typed): Query<Typed>) -> Answer {
    let m = find(&visit, &number).await?;
    let convened = visit.convened()?;
    let figures = material(&visit).await?;
    let mut c = visit.read().await?;
    let labels = Labels::load(&mut c, convened).await?;
    let own = party(&visit, &figures);
    let sees = |e: &&Effect| e.measure_id == m.id && may_see(&visit, &figures, own.as_deref(), e);
    let seen: Vec<&Effect> = figures.effects.iter().filter(sees).collect();
    let question = convened.question_by_id(&m.question_id);
    let enter = allows(visit.role, Action::ManageMeasures) && m.is_open();
    let locked = store::effect::assessed(&mut c, &m.id).await?;
    page::show(&Shown {
        author: author(&visit, &labels, &m),
        state: if m.is_open() { String::new() } else { visit.l.w("pstate", m.state) },
        question: question.map(|q| (q.reference.clone(), q.text.clone(), q.lang.clone())).unwrap_or_default(),
        spheres: figures.spheres.iter().map(|s| sphere(visit.l, s)).collect(),
        rows: lines(&figures, &seen),
        reasons: reasons(&visit, &figures, &seen),
        relations: figures.relations.iter().filter_map(|r| related(&visit, &figures, r, Some(m.number))).collect(),
        why: m.is_open().then(|| format!("/d/{slug}/landing?why={}", m.code())),
        assess: m.is_open() && own.is_some() && allows(visit.role, Action::ReadOwnFigures),
        work_out: may_work_out(&visit, &m, locked),
        locked: locked && !allows(visit.role, Action::ManageMeasures) && is_own(&visit, &m),
        origins: [Origin::Expert, Origin::Literature, Origin::Model]
            .map(|o| Choice::new(visit.l, o.as_str(), visit.l.w("effect-origin", o), ""))
            .into(),
        delegations: if enter { delegation_choices(&visit, "", false).await? } else { Vec::new() },
        sphere_choices: sphere_choices(visit.l, &figures, ""),
        languages: languages(visit.l.code()),
        enter,
        done: done(visit.l, &typed),
        page: Page::new(&visit, visit.l.t2("measure-title", "n", m.number, "title", &m.title), Tab::Measures),
        home: format!("/d/{slug}"),
        m,
    })
}

/// A claim is public where others make it, where its owner publishes it, and for its owner and the secretariat.
fn may_see(visit: &Visit, m: &Material, own: Option<&str>, e: &Effect) -> bool {
    e.origin != Origin::Own
        || m.published.contains(&e.delegation_id)
        || own == Some(e.delegation_id.as_str())
        || allows(visit.role, Action::ManageMeasures)
}

fn lines(m: &Material, seen: &[&Effect]) -> Vec<Line> {
    let line = |p: &crate::landing_zone::material::Party| {
        let own: Vec<&&Effect> = seen.iter().filter(|e| e.delegation_id == p.id).collect();
        let cells = m.spheres.iter().map(|s| cell(own.iter().filter(|e| e.sphere == *s).map(|e| **e))).collect();
        (!own.is_empty()).then(|| Line { party: p.name.clone(), lang: p.lang.clone(), cells })
    };
    m.parties.iter().filter_map(line).collect()
}

/// Several assessors as the crate merges them: lower median, lowest low, highest high.
fn cell<'a>(said: impl Iterator<Item = &'a Effect>) -> Option<Cell> {
    let all: Vec<&Effect> = said.collect();
    let mut modes: Vec<i64> = all.iter().map(|e| e.mode).collect();
    modes.sort_unstable();
    Some(Cell {
        mode: *modes.get(modes.len().checked_sub(1)? / 2)?,
        low: all.iter().map(|e| e.low).min()?,
        high: all.iter().map(|e| e.high).max()?,
        said: all.len(),
        modelled: all.iter().any(|e| e.origin == Origin::Model),
        apart: modes.last()? - modes.first()?,
    })
}

fn reasons(visit: &Visit, m: &Material, seen: &[&Effect]) -> Vec<Reason> {
    let told = seen.iter().filter(|e| !e.reason.is_empty() || !e.evidence.is_empty());
    let reason = |e: &&Effect| Reason {
        party: m.parties.iter().find(|p| p.id == e.delegation_id).map(|p| p.name.clone()).unwrap_or_default(),
        sphere: sphere(visit.l, &e.sphere),
        who: who(visit, e),
        text: e.reason.clone(),
        lang: e.lang.clone(),
        evidence: e.evidence.clone(),
    };
    told.take(REASONS).map(reason).collect()
}

fn who(visit: &Visit, e: &Effect) -> String {
    let origin = visit.l.w("effect-origin", e.origin);
    if e.said_by.is_empty() { origin } else { format!("{origin}: {}", e.said_by) }
}

/// A relation in words, where it speaks of a measure (none: of any).
pub fn related(visit: &Visit, m: &Material, r: &Relation, of: Option<i64>) -> Option<String> {
    let all = numbers(&r.measures);
    if of.is_some_and(|n| !all.contains(&n)) {
        return None;
    }
    let name = |n: &i64| m.numbered(*n).map_or_else(|| n.to_string(), |x| format!("{n} {}", x.title));
    let first = all.first().map(name).unwrap_or_default();
    let rest: Vec<String> = all.iter().skip(usize::from(r.kind == "requires")).map(name).collect();
    let (l, measures) = (visit.l, visit.l.list(&rest));
    Some(l.t3(&format!("relation-{}", r.kind), "first", first, "measures", measures, "k", r.k.unwrap_or(1)))
}

/// The secretariat at any time; the proposer as long as nobody has assessed it.
fn may_work_out(visit: &Visit, m: &Measure, assessed: bool) -> bool {
    let manages = allows(visit.role, Action::ManageMeasures);
    let open = super::super::secretariat::not_closed(visit).is_ok();
    open && allows(visit.role, Action::WorkOutMeasure) && (manages || (is_own(visit, m) && !assessed))
}

/// `POST /d/{slug}/measures/{measure}/work-out`
pub async fn work_out(visit: Visit, Path((slug, number)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let mut m = find(&visit, &number).await?;
    let assessed = store::effect::assessed(&mut visit.read().await?, &m.id).await?;
    if !may_work_out(&visit, &m, assessed) {
        return Err(if is_own(&visit, &m) { Problem::conflict("measure-locked") } else { Problem::forbidden() });
    }
    m.detail = optional(typed.get("detail"), DETAIL)?;
    m.source = optional(typed.get("source"), SOURCE)?;
    m.cost = cost(typed.get("cost"))?;
    m.changed_at = visit.now;
    let mut c = visit.write().await?;
    store::measure::update(&mut c, &m).await?;
    c.commit().await?;
    changed(&visit)?;
    page::go(&format!("/d/{slug}/measures/{}?done=worked-out", m.number))
}
