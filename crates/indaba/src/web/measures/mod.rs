//! Measures: listed, proposed, worked out, assessed.

pub mod assess;
pub mod grid;
pub mod own;
pub mod propose;
pub mod rules;
pub mod show;

use super::page::{self, Page, Tab};
use super::secretariat::{Choice, Typed};
use super::{Answer, Problem, Visit, attachment};
use crate::access::{Action, allows};
use crate::attribution::Labels;
use crate::landing_zone::{self, Material};
use crate::lang::L;
use crate::lang::named::mark;
use crate::measure::SPHERES;
use crate::store;
use crate::store::measure::Measure;
use crate::store::package::Package;
use crate::words::{EnteredBy, PerspectiveState};
use askama::Template;
use axum::extract::Query;
use std::sync::Arc;

/// A sphere in the reader's language; a dialogue's own sphere as it was named.
pub fn sphere(l: L, name: &str) -> String {
    if SPHERES.contains(&name) { l.w("sphere", name) } else { name.to_owned() }
}

/// The same inside a sentence that a page shows with `named`.
pub fn sphere_named(l: L, name: &str) -> String {
    if SPHERES.contains(&name) { l.w("sphere", name) } else { mark(name, "") }
}

/// A measure inside such a sentence: its number and its title.
pub fn measure_named(m: &Measure) -> String {
    format!("{} {}", m.number, mark(&m.title, &m.lang))
}

/// The figures of the dialogue of the address.
pub(super) async fn material(visit: &Visit) -> Result<Arc<Material>, Problem> {
    Ok(landing_zone::material(&visit.app, visit.convened()?).await?)
}

/// What was changed is read anew, and goes into the landing zones in the background.
pub(super) fn changed(visit: &Visit) -> Result<(), Problem> {
    let dialogue = &visit.convened()?.dialogue;
    visit.app.landing.forget(&dialogue.id);
    visit.app.landing.due.changed(&dialogue.slug);
    Ok(())
}

/// The visitor's delegation, where it is a party: observers are none.
pub(super) fn party(visit: &Visit, m: &Material) -> Option<String> {
    visit.delegation.clone().filter(|id| m.parties.iter().any(|p| p.id == *id))
}

/// Proposed by the visitor, or entered by the secretariat that the visitor belongs to.
fn is_own(visit: &Visit, m: &Measure) -> bool {
    let author = m.author_id.is_some() && m.author_id == visit.participant;
    author || (m.entered_by == EnteredBy::Secretariat && allows(visit.role, Action::ManageMeasures))
}

/// On the page, or one's own that is not yet.
pub(super) fn is_listed(visit: &Visit, m: &Measure) -> bool {
    m.is_open() || (is_own(visit, m) && m.state != PerspectiveState::Erased)
}

/// A measure that the visitor may see.
pub(super) async fn find(visit: &Visit, number: &str) -> Result<Measure, Problem> {
    let number: i64 = number.trim_start_matches('m').parse().map_err(|_| Problem::not_found())?;
    let found = store::measure::by_number(&mut visit.read().await?, &visit.convened()?.dialogue.id, number).await?;
    let managed = |m: &Measure| {
        allows(visit.role, Action::Moderate) && !matches!(m.state, PerspectiveState::Draft | PerspectiveState::Cleared)
    };
    found.filter(|m| m.is_open() || is_own(visit, m) || managed(m)).ok_or_else(Problem::not_found)
}

#[derive(Template)]
#[template(path = "measures/list.html")]
struct List {
    page: Page,
    home: String,
    groups: Vec<Group>,
    mine: Vec<Listed>,
    spheres: Vec<String>,
    parties: usize,
    published: usize,
    may: May,
    done: String,
}

/// What the visitor is offered.
struct May {
    propose: bool,
    own: bool,
    manage: bool,
}

/// Measures under one question.
struct Group {
    reference: String,
    text: String,
    lang: String,
    listed: Vec<Listed>,
}

struct Listed {
    m: Measure,
    author: String,
    state: String,
}

/// `GET /d/{slug}/measures`
pub async fn list(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let convened = visit.convened()?;
    let mut c = visit.read().await?;
    let labels = Labels::load(&mut c, convened).await?;
    let all = store::measure::all(&mut c, &convened.dialogue.id).await?;
    let figures = material(&visit).await?;
    let listed = |m: &Measure| Listed {
        author: author(&visit, &labels, m),
        state: if m.is_open() { String::new() } else { visit.l.w("pstate", m.state) },
        m: m.clone(),
    };
    let group = |q: &store::question::Question| Group {
        reference: q.reference.clone(),
        text: q.text.clone(),
        lang: q.lang.clone(),
        listed: all.iter().filter(|m| m.is_open() && m.question_id == q.id).map(listed).collect(),
    };
    let waiting = |m: &&Measure| !m.is_open() && is_own(&visit, m) && m.state != PerspectiveState::Erased;
    page::show(&List {
        groups: convened.questions.iter().map(group).filter(|g| !g.listed.is_empty()).collect(),
        mine: all.iter().filter(waiting).map(listed).collect(),
        spheres: figures.spheres.iter().map(|s| sphere_named(visit.l, s)).collect(),
        parties: figures.parties.len(),
        published: figures.parties.iter().filter(|p| figures.published.contains(&p.id)).count(),
        may: May {
            propose: visit.open().is_ok() && allows(visit.role, Action::ProposeMeasure),
            own: party(&visit, &figures).is_some() && allows(visit.role, Action::ReadOwnFigures),
            manage: allows(visit.role, Action::ManageMeasures),
        },
        done: done(visit.l, &typed),
        home: format!("/d/{}", convened.dialogue.slug),
        page: Page::new(&visit, visit.l.t("measures-title"), Tab::Measures),
    })
}

/// What was just done, in words.
fn done(l: L, typed: &Typed) -> String {
    const SAID: [&str; 13] = [
        "published",
        "pending",
        "draft",
        "worked-out",
        "assessed",
        "shown",
        "kept",
        "line",
        "line-gone",
        "rules",
        "related",
        "entered",
        "taken-over",
    ];
    match SAID.iter().find(|word| **word == typed.get("done")) {
        Some(word) => l.w("measure-done", word),
        None => String::new(),
    }
}

pub(super) fn author(visit: &Visit, labels: &Labels, m: &Measure) -> String {
    match &m.author_id {
        Some(author) => labels.of(visit.l, Some(author), m.attribution),
        None => visit.l.t("role-secretariat"),
    }
}

/// The open measures of a question for the list of what is attached to it.
pub fn attached(visit: &Visit, labels: &Labels, under: &[Measure]) -> Vec<attachment::Shown> {
    let slug = visit.dialogue.as_ref().map(|c| c.dialogue.slug.clone()).unwrap_or_default();
    let shown = |m: &Measure| attachment::Shown {
        kind: "measure".to_owned(),
        title: m.title.clone(),
        lang: m.lang.clone(),
        source: visit.l.t1("measure-number", "n", m.number),
        address: format!("/d/{slug}/measures/{}", m.number),
        author: author(visit, labels, m),
        at: m.created_at,
        ..attachment::Shown::default()
    };
    under.iter().map(shown).collect()
}

/// The working package among what is attached to a question, where it has measures of it.
pub fn working(visit: &Visit, p: &Package, under: &[Measure]) -> Option<attachment::Shown> {
    let inside = crate::measure::numbers(&p.measures);
    let here = under.iter().filter(|m| inside.contains(&m.number)).count();
    let slug = visit.dialogue.as_ref().map(|c| c.dialogue.slug.clone()).unwrap_or_default();
    (here > 0).then(|| attachment::Shown {
        kind: "package".to_owned(),
        title: p.title.clone(),
        lang: p.lang.clone(),
        source: visit.l.t1("package-has", "n", here),
        address: format!("/d/{slug}/landing"),
        author: visit.l.t("role-secretariat"),
        at: p.created_at,
        ..attachment::Shown::default()
    })
}

/// The spheres to choose from.
fn sphere_choices(l: L, m: &Material, chosen: &str) -> Vec<Choice> {
    m.spheres.iter().map(|s| Choice::new(l, s.clone(), sphere(l, s), chosen)).collect()
}

/// The open measures to choose from, by number.
pub(super) fn measure_choices(l: L, m: &Material, chosen: &str) -> Vec<Choice> {
    let one = |x: &Measure| Choice {
        lang: x.lang.clone(),
        dir: crate::lang::dir_of(&x.lang),
        ..Choice::new(l, x.code(), format!("{} {}", x.number, super::secretariat::shortened(&x.title, 70)), chosen)
    };
    m.measures.iter().map(one).collect()
}
