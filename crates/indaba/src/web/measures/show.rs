//! A measure's page: what it is, what it does to whom as far as that is public, and how far assessors are apart.

use super::super::page::{self, Page, Tab};
use super::super::secretariat::{Choice, Typed, delegation_choices, languages};
use super::super::{Answer, Problem, Visit};
use super::propose::{DETAIL, SOURCE, cost, optional};
use super::{author, changed, done, find, is_own, material, measure_named, party, sphere, sphere_choices};
use crate::access::{Action, allows};
use crate::attribution::Labels;
use crate::landing_zone::Material;
use crate::measure::{Origin, numbers};
use crate::store::effect::Effect;
use crate::store::measure::{Measure, Relation};
use crate::store::{self, Conn};
use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;

/// Assessors that a page lists at most.
const REASONS: usize = 80;

#[derive(Template)]
#[template(path = "measures/show.html")]
struct Shown {
    page: Page,
    home: String,
    m: Measure,
    cost: String,
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
    trouble: Trouble,
}

/// What the measure does to one party, as far as it may be told.
#[derive(Debug)]
pub struct Line {
    /// Its name.
    pub party: String,
    /// Language of the name.
    pub lang: String,
    /// One for each sphere.
    pub cells: Vec<Option<Cell>>,
}

/// One cell with all who assessed it.
#[derive(Debug, serde::Serialize)]
pub struct Cell {
    /// Most likely.
    pub mode: i64,
    /// At worst.
    pub low: i64,
    /// At best.
    pub high: i64,
    /// How many said it.
    pub said: usize,
    /// How far their likely figures are apart.
    pub apart: i64,
    /// A model is among them, or alone.
    pub modelled: bool,
}

struct Reason {
    party: String,
    party_lang: String,
    sphere: String,
    figures: String,
    who: String,
    text: String,
    lang: String,
    evidence: String,
}

/// Which form was not taken, why, and what was typed into it.
#[derive(Debug, Default)]
pub(super) struct Trouble {
    form: &'static str,
    text: String,
    typed: Typed,
}

impl Trouble {
    /// The text where it is about this form.
    fn at(&self, form: &str) -> &str {
        if self.form == form { &self.text } else { "" }
    }

    /// What was typed into a field of this form, else what stands there usually.
    fn value(&self, form: &str, field: &str, usual: &str) -> String {
        if self.form == form { self.typed.get(field).to_owned() } else { usual.to_owned() }
    }

    fn entered(&self, field: &str) -> String {
        self.value("enter", field, "")
    }
}

/// `GET /d/{slug}/measures/{measure}`
pub async fn show(visit: Visit, Path((_, number)): Path<(String, String)>, Query(typed): Query<Typed>) -> Answer {
    let m = find(&visit, &number).await?;
    page::show(&room(&visit, m, Trouble::default(), done(visit.l, &typed)).await?)
}

async fn room(visit: &Visit, m: Measure, trouble: Trouble, done: String) -> Result<Shown, Problem> {
    let convened = visit.convened()?;
    let slug = &convened.dialogue.slug;
    let figures = material(visit).await?;
    let mut c = visit.read().await?;
    let labels = Labels::load(&mut c, convened).await?;
    let own = party(visit, &figures);
    let sees = |e: &&Effect| e.measure_id == m.id && may_see(visit, &figures, own.as_deref(), e);
    let seen: Vec<&Effect> = figures.effects.iter().filter(sees).collect();
    let question = convened.question_by_id(&m.question_id);
    let enter = allows(visit.role, Action::ManageMeasures) && m.is_open();
    let locked = store::effect::assessed(&mut c, &m.id).await?;
    Ok(Shown {
        author: author(visit, &labels, &m),
        cost: m.cost.map(|cost| cost.to_string()).unwrap_or_default(),
        state: if m.is_open() { String::new() } else { visit.l.w("pstate", m.state) },
        question: question.map(|q| (q.reference.clone(), q.text.clone(), q.lang.clone())).unwrap_or_default(),
        spheres: figures.spheres.iter().map(|s| sphere(visit.l, s)).collect(),
        rows: lines(&figures, &seen),
        reasons: reasons(visit, &figures, &seen),
        relations: figures.relations.iter().filter_map(|r| related(visit, &figures, r, Some(m.number))).collect(),
        why: m.is_open().then(|| format!("/d/{slug}/landing?why={}", m.code())),
        assess: m.is_open() && own.is_some() && allows(visit.role, Action::ReadOwnFigures),
        work_out: may_work_out(visit, &m, locked),
        locked: locked && !allows(visit.role, Action::ManageMeasures) && is_own(visit, &m),
        origins: [Origin::Expert, Origin::Literature, Origin::Model]
            .map(|o| {
                Choice::new(visit.l, o.as_str(), visit.l.w("effect-origin", o), trouble.entered("origin").as_str())
            })
            .into(),
        delegations: if enter {
            delegation_choices(visit, &trouble.entered("delegation"), false).await?
        } else {
            Vec::new()
        },
        sphere_choices: sphere_choices(visit.l, &figures, &trouble.entered("sphere")),
        languages: languages(&trouble.value("enter", "lang", visit.l.code())),
        enter,
        done,
        page: Page::new(visit, visit.l.t2("measure-title", "n", m.number, "title", &m.title), Tab::Measures),
        home: format!("/d/{slug}"),
        m,
        trouble,
    })
}

/// A claim is public where others make it, where its owner publishes it, and for its owner and the secretariat.
pub fn may_see(visit: &Visit, m: &Material, own: Option<&str>, e: &Effect) -> bool {
    e.origin != Origin::Own
        || m.published.contains(&e.delegation_id)
        || own == Some(e.delegation_id.as_str())
        || allows(visit.role, Action::ManageMeasures)
}

/// The table of parties and spheres, from what a reader may see.
pub fn lines(m: &Material, seen: &[&Effect]) -> Vec<Line> {
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

/// Who says what, and why: of each cell that others than the party itself assessed, and wherever there is a reason. The
/// source of an effect stays visible, and where assessors are apart the page shows who says what.
fn reasons(visit: &Visit, m: &Material, seen: &[&Effect]) -> Vec<Reason> {
    let alone = |e: &Effect| {
        let cell = |other: &&&Effect| other.delegation_id == e.delegation_id && other.sphere == e.sphere;
        seen.iter().filter(cell).count() < 2
    };
    let told =
        seen.iter().filter(|e| e.origin != Origin::Own || !alone(e) || !e.reason.is_empty() || !e.evidence.is_empty());
    let reason = |e: &&Effect| {
        let party = m.parties.iter().find(|p| p.id == e.delegation_id);
        Reason {
            party: party.map(|p| p.name.clone()).unwrap_or_default(),
            party_lang: party.map(|p| p.lang.clone()).unwrap_or_default(),
            sphere: sphere(visit.l, &e.sphere),
            figures: visit.l.likely([e.low, e.mode, e.high]),
            who: who(visit, e),
            text: e.reason.clone(),
            lang: e.lang.clone(),
            evidence: e.evidence.clone(),
        }
    };
    told.take(REASONS).map(reason).collect()
}

fn who(visit: &Visit, e: &Effect) -> String {
    let origin = visit.l.w("effect-origin", e.origin);
    if e.said_by.is_empty() { origin } else { format!("{origin}: {}", e.said_by) }
}

/// A relation in words, where it speaks of a measure (none: of any); a page shows it with `named`.
pub fn related(visit: &Visit, m: &Material, r: &Relation, of: Option<i64>) -> Option<String> {
    let all = numbers(&r.measures);
    if of.is_some_and(|n| !all.contains(&n)) {
        return None;
    }
    let name = |n: &i64| m.numbered(*n).map_or_else(|| n.to_string(), measure_named);
    let first = all.first().map(name).unwrap_or_default();
    let rest: Vec<String> = all.iter().skip(usize::from(r.kind == "requires")).map(name).collect();
    let (l, measures) = (visit.l, visit.l.titles(&rest));
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
    let m = find(&visit, &number).await?;
    match worked_out(&visit, &m, &typed).await {
        Ok(()) => page::go(&format!("/d/{slug}/measures/{}?done=worked-out", m.number)),
        Err(problem) => again(&visit, m, typed, "work-out", problem).await,
    }
}

async fn worked_out(visit: &Visit, m: &Measure, typed: &Typed) -> Result<(), Problem> {
    let mut c = visit.write().await?;
    put(visit, &mut c, m, typed).await?;
    c.commit().await?;
    changed(visit)
}

/// Works a measure out, in the caller's transaction.
pub async fn put(visit: &Visit, c: &mut Conn, m: &Measure, typed: &Typed) -> Result<Measure, Problem> {
    let assessed = store::effect::assessed(c, &m.id).await?;
    if !may_work_out(visit, m, assessed) {
        return Err(if is_own(visit, m) { Problem::conflict("measure-locked") } else { Problem::forbidden() });
    }
    let worked = Measure {
        detail: optional(typed.get("detail"), DETAIL)?,
        source: optional(typed.get("source"), SOURCE)?,
        cost: cost(typed.get("cost"))?,
        changed_at: visit.now,
        ..m.clone()
    };
    store::measure::update(c, &worked).await?;
    Ok(worked)
}

/// The page with what was typed in one of its forms, and why it was not taken.
pub(super) async fn again(visit: &Visit, m: Measure, typed: Typed, form: &'static str, problem: Problem) -> Answer {
    let comes_back = [StatusCode::UNPROCESSABLE_ENTITY, StatusCode::CONFLICT].contains(&problem.status);
    if !comes_back {
        return Err(problem);
    }
    let trouble = Trouble { form, text: problem.text(visit.l), typed };
    page::show_as(problem.status, &room(visit, m, trouble, String::new()).await?)
}
