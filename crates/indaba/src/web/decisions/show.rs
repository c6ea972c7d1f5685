//! A decision's page: where it stands, what delegations say, what the visitor may do.

use super::super::landing::{self, codes};
use super::super::measures::{material, measure_choices, party};
use super::super::page::{self, Page, Tab};
use super::super::secretariat::{Choice, Typed};
use super::super::{Answer, Problem, Visit};
use super::until;
use crate::access::{Action, allows};
use crate::attribution::Labels;
use crate::decision::{self, Actor, Answer as Says, HOURS, Procedure, State, Step, dissociates, effective, explains};
use crate::landing_zone::Material;
use crate::lang::L;
use crate::store::decision::{Decision, Taken, Voice};
use crate::store::{self, Moment};
use askama::Template;
use axum::extract::{Path, Query};

/// A decision of the dialogue, to look at.
pub async fn find(visit: &Visit, number: &str) -> Result<Decision, Problem> {
    let number: i64 = number.parse().map_err(|_| Problem::not_found())?;
    let found = store::decision::by_number(&mut visit.read().await?, &visit.convened()?.dialogue.id, number).await?;
    found.ok_or_else(Problem::not_found)
}

/// Which field of which form was not taken, and why.
#[derive(Debug, Default)]
pub(super) struct Trouble {
    pub(super) field: &'static str,
    pub(super) text: String,
}

impl Trouble {
    /// The text where it is about this field.
    fn at(&self, field: &str) -> &str {
        if self.field == field { &self.text } else { "" }
    }
}

#[derive(Template)]
#[template(path = "landing/decision.html")]
pub(super) struct Shown {
    page: Page,
    home: String,
    number: i64,
    procedure: String,
    state_words: String,
    state_more: String,
    until: String,
    measures: Vec<crate::report_landscape::Said>,
    told: Told,
    steps: Vec<(String, String, Moment)>,
    may: May,
    /// Address of one's own ledger for the package.
    ledger: String,
    answers: Vec<Choice>,
    choices: Vec<Choice>,
    reason: String,
    more: String,
    hours: String,
    done: String,
    trouble: Trouble,
}

/// What everybody may know of a decision; the page and the API tell it.
#[derive(Debug)]
pub struct Told {
    /// Where it stands now.
    pub state: State,
    /// Title of the package that it began from, and its language.
    pub title: String,
    /// The language.
    pub lang: String,
    /// Number of that package.
    pub package: Option<i64>,
    /// Standing objections.
    pub objections: Vec<Said>,
    /// Explanations of position.
    pub positions: Vec<Said>,
    /// Dissociations from what was adopted.
    pub dissociations: Vec<Said>,
    /// The straw poll, where it is one.
    pub poll: Option<Poll>,
    /// What was done, in order.
    pub steps: Vec<Taken>,
    /// What the visitor's own delegation answered.
    pub mine: Option<String>,
}

/// What a delegation said.
#[derive(Debug)]
pub struct Said {
    /// What may be said of who it is, in the language of the page.
    pub who: String,
    /// What it said.
    pub text: String,
    /// In which language.
    pub lang: String,
    /// When.
    pub at: Moment,
}

/// A straw poll; its answers once it is over and enough were given.
#[derive(Debug)]
pub struct Poll {
    /// Delegations that answered.
    pub answered: i64,
    /// Of so many.
    pub of: i64,
    /// How many gave each answer; empty until it may be told.
    pub rows: Vec<(Says, i64)>,
}

#[derive(Default)]
struct May {
    object: bool,
    lift: bool,
    answer: bool,
    explain: bool,
    dissociate: bool,
    extend: bool,
    amend: bool,
    adopt: bool,
    end: bool,
    stop: bool,
}

/// `GET /d/{slug}/decisions/{decision}`
pub async fn show(visit: Visit, Path((_, number)): Path<(String, String)>, Query(typed): Query<Typed>) -> Answer {
    let done = Typed(typed.0.into_iter().filter(|(name, _)| name == "done").collect());
    page::show(&room(&visit, &number, &done, Trouble::default()).await?)
}

/// What everybody may know of a decision.
pub async fn told(visit: &Visit, m: &Material, d: &Decision) -> Result<Told, Problem> {
    let (l, convened) = (visit.l, visit.convened()?);
    let mut c = visit.read().await?;
    let labels = Labels::load(&mut c, convened).await?;
    let package = store::package::all(&mut c, &convened.dialogue.id).await?.into_iter().find(|p| p.id == d.package_id);
    let voices = store::decision::voices(&mut c, &d.id).await?;
    let participants = store::participant::delegations(&mut c, &convened.dialogue.id).await?;
    let state = effective(d.state, d.ends_at, visit.now);
    let who = |v: &Voice| {
        let participant = participants.iter().find(|(_, delegation)| *delegation == v.delegation_id);
        let label = participant.map(|(p, _)| labels.of(l, Some(p), convened.dialogue.attribution)).unwrap_or_default();
        if label.is_empty() { l.t("author-delegation") } else { label }
    };
    let said = |kind: &str, says: &str| -> Vec<Said> {
        let told = voices.iter().filter(|v| v.kind == kind && (says.is_empty() || v.says == says));
        told.map(|v| Said { who: who(v), text: v.reason.clone(), lang: v.lang.clone(), at: v.at }).collect()
    };
    let mine = |id: &String| voices.iter().find(|v| v.delegation_id == *id && v.kind == "answer");
    Ok(Told {
        objections: said("answer", "object"),
        positions: said("position", ""),
        dissociations: said("dissociation", ""),
        poll: (d.procedure == Procedure::StrawPoll).then(|| poll(visit, m, &voices, state)),
        steps: store::decision::steps(&mut c, &d.id).await?,
        mine: visit.delegation.as_ref().and_then(mine).map(|v| v.says.clone()),
        package: package.as_ref().map(|p| p.number),
        title: package.as_ref().map(|p| p.title.clone()).unwrap_or_default(),
        lang: package.map(|p| p.lang).unwrap_or_default(),
        state,
    })
}

/// The page, with a form that could not be taken as it was typed.
pub(super) async fn room(visit: &Visit, number: &str, typed: &Typed, trouble: Trouble) -> Result<Shown, Problem> {
    let (l, d) = (visit.l, find(visit, number).await?);
    let figures = material(visit).await?;
    let told = told(visit, &figures, &d).await?;
    let back = |field: &str, usual: String| {
        let typed = typed.get("hours");
        if trouble.field == field { typed.to_owned() } else { usual }
    };
    let ticked = (trouble.field == "amend").then(|| typed.all("measure"));
    Ok(Shown {
        steps: told
            .steps
            .iter()
            .map(|s| (l.w("decision-step", &s.step), l.w("decision-state", s.state), s.at))
            .collect(),
        may: may(visit, &figures, &d, &told),
        ledger: ledger(visit, &figures, &told).unwrap_or_default(),
        answers: Says::ALL
            .iter()
            .map(|a| {
                let label = l.w("decision-answer", a);
                Choice::new(l, a.as_str(), label, told.mine.as_deref().unwrap_or_default())
            })
            .collect(),
        choices: amendable(l, &figures, &d, ticked.as_deref()),
        measures: codes(&d.measures).iter().map(|id| landing::said(&figures, id)).collect(),
        procedure: l.w("decision-procedure", d.procedure),
        state_words: l.w("decision-state", told.state),
        state_more: l.w("decision-state-more", told.state),
        until: until(l, told.state, d.ends_at, visit.now),
        reason: if trouble.field == "reason" { typed.get("reason").to_owned() } else { String::new() },
        more: back("more", MORE.to_string()),
        hours: back("amend", HOURS.to_string()),
        number: d.number,
        done: if typed.get("done").is_empty() { String::new() } else { l.t("decision-done") },
        page: Page::new(visit, l.t1("decision-title", "n", d.number), Tab::Landing),
        home: format!("/d/{}", visit.convened()?.dialogue.slug),
        told,
        trouble,
    })
}

/// Where who speaks for a party finds what it gains and gives in the package.
fn ledger(visit: &Visit, m: &Material, told: &Told) -> Option<String> {
    party(visit, m).filter(|_| allows(visit.role, Action::ReadOwnFigures))?;
    let (slug, number) = (&visit.dialogue.as_ref()?.dialogue.slug, told.package?);
    Some(format!("/d/{slug}/landing/ledger?package=p{number}"))
}

/// Hours that a deadline is extended by, if not said otherwise.
const MORE: i64 = 24;

/// The measures of the page, with those of the decision ticked, or those that were when the form came.
fn amendable(l: L, m: &Material, d: &Decision, ticked: Option<&[&str]>) -> Vec<Choice> {
    let inside = codes(&d.measures);
    let mut all = measure_choices(l, m, "");
    for choice in &mut all {
        choice.chosen = match ticked {
            Some(ticked) => ticked.contains(&choice.value.as_str()),
            None => inside.contains(&choice.value),
        };
    }
    all
}

/// What is told of a straw poll: while it runs how many have answered, afterwards how, above the disclosure limit.
fn poll(visit: &Visit, m: &Material, voices: &[Voice], state: State) -> Poll {
    let answers: Vec<&Voice> = voices.iter().filter(|v| v.kind == "answer").collect();
    let answered = i64::try_from(answers.len()).unwrap_or(i64::MAX);
    let count = |a: &Says| answers.iter().filter(|v| v.says == a.as_str()).count();
    let open = state == State::Polled && answered >= i64::from(visit.disclosure());
    let rows = Says::ALL.iter().map(|a| (*a, i64::try_from(count(a)).unwrap_or(0)));
    Poll {
        answered,
        of: i64::try_from(m.parties.len()).unwrap_or(0),
        rows: if open { rows.collect() } else { Vec::new() },
    }
}

fn may(visit: &Visit, m: &Material, d: &Decision, told: &Told) -> May {
    let state = told.state;
    let party = party(visit, m).is_some() && allows(visit.role, Action::SpeakInDecision);
    let chair = allows(visit.role, Action::ManageMeasures);
    let can = |actor: Actor, step: Step| decision::step(state, actor, step).is_some();
    let objects = told.mine.as_deref() == Some("object");
    May {
        object: party && !objects && can(Actor::Delegation, Step::Object),
        lift: party && objects && can(Actor::Delegation, Step::Lift),
        answer: party && state == State::Polling,
        explain: party && explains(state),
        dissociate: party && dissociates(state),
        extend: chair && can(Actor::Chair, Step::Extend),
        amend: chair && can(Actor::Chair, Step::Amend),
        adopt: chair && can(Actor::Chair, Step::Adopt),
        end: chair && d.procedure == Procedure::StrawPoll && can(Actor::Chair, Step::End),
        stop: chair && can(Actor::Chair, Step::Drop),
    }
}
