//! What is done about a decision: opened, spoken to, moved on. A form and the API do it by the same functions, in the
//! transaction of the caller.

use super::super::propose::wording;
use super::super::{Problem, Visit};
use crate::decision::{
    self, Actor, Answer as Says, HOURS, Procedure, State, Step, deadline, dissociates, effective, explains, extended,
};
use crate::landing_zone::Material;
use crate::measure::{listed, numbers};
use crate::settling::written;
use crate::store::decision::{Decision, Voice};
use crate::store::{self, Conn, Moment};

/// The longest explanation.
pub const REASON: usize = 2_000;

/// A decision of the dialogue with a number, held until the commit: of two who act at once the second acts on what the
/// first has left, so that an objection is never lost to another one.
pub async fn held(visit: &Visit, c: &mut Conn, number: &str) -> Result<Decision, Problem> {
    let number: i64 = number.parse().map_err(|_| Problem::not_found())?;
    let dialogue = &visit.convened()?.dialogue.id;
    store::decision::hold(c, dialogue, number).await?;
    store::decision::by_number(c, dialogue, number).await?.ok_or_else(Problem::not_found)
}

/// A procedure by its word.
pub fn procedure(word: &str) -> Result<Procedure, Problem> {
    word.parse().map_err(|_| Problem::bad("decision-procedure-unknown"))
}

/// Puts a kept package to the delegations. `hours` of silence, where that is the procedure; none is the usual time.
pub async fn open(
    visit: &Visit,
    c: &mut Conn,
    package: Option<i64>,
    procedure: Procedure,
    hours: Option<i64>,
) -> Result<Decision, Problem> {
    let dialogue = visit.convened()?.dialogue.id.clone();
    let packages = store::package::all(c, &dialogue).await?;
    let package = packages.iter().find(|p| Some(p.number) == package);
    let package = package.ok_or_else(|| Problem::bad("decision-no-package"))?;
    let made = Decision {
        id: store::new_id(),
        number: store::decision::next_number(c, &dialogue).await?,
        package_id: package.id.clone(),
        procedure,
        state: procedure.first(),
        measures: package.measures.clone(),
        ends_at: ends(procedure, hours, visit.now)?,
        created_at: visit.now,
        changed_at: visit.now,
    };
    store::decision::insert(c, &dialogue, &made).await?;
    written(c, &dialogue, &made, Step::Open, visit.now).await?;
    Ok(made)
}

/// When silence ends, where it is one.
fn ends(procedure: Procedure, hours: Option<i64>, now: Moment) -> Result<Option<Moment>, Problem> {
    if procedure != Procedure::Silence {
        return Ok(None);
    }
    let end = deadline(hours.unwrap_or(HOURS), now);
    Ok(Some(end.ok_or_else(|| Problem::bad("decision-hours").with("least", HOURS))?))
}

/// What a delegation says.
#[derive(Debug, Clone, Copy)]
pub struct Speech<'a> {
    /// `object`, `lift`, `answer`, `position` or `dissociation`.
    pub act: &'a str,
    /// The answer to a straw poll.
    pub says: &'a str,
    /// Why.
    pub reason: &'a str,
    /// Language of the reason.
    pub lang: &'a str,
}

/// Says it in a delegation's name.
pub async fn speak(visit: &Visit, c: &mut Conn, own: &str, d: &Decision, s: Speech<'_>) -> Result<(), Problem> {
    let state = effective(d.state, d.ends_at, visit.now);
    let voice = |kind: &str, says: &str, reason: String| Voice {
        delegation_id: own.to_owned(),
        kind: kind.to_owned(),
        says: says.to_owned(),
        reason,
        lang: s.lang.to_owned(),
        at: visit.now,
    };
    let refused = || Problem::conflict("decision-not-now");
    match s.act {
        "object" => {
            let next = decision::step(state, Actor::Delegation, Step::Object).ok_or_else(refused)?;
            store::decision::say(c, &d.id, &voice("answer", "object", why(s.reason)?)).await?;
            taken(visit, c, d, Step::Object, Decision { state: next, ..d.clone() }).await?;
        }
        "lift" => {
            let next = decision::step(state, Actor::Delegation, Step::Lift).ok_or_else(refused)?;
            let objects = |v: &Voice| v.kind == "answer" && v.says == "object";
            let voices = store::decision::voices(c, &d.id).await?;
            if !voices.iter().any(|v| objects(v) && v.delegation_id == own) {
                return Err(refused());
            }
            let reason = super::super::measures::propose::optional(s.reason, REASON)?;
            store::decision::say(c, &d.id, &voice("answer", "lifted", reason)).await?;
            if !voices.iter().any(|v| objects(v) && v.delegation_id != own) {
                taken(visit, c, d, Step::Lift, Decision { state: next, ..d.clone() }).await?;
            }
        }
        "answer" if state == State::Polling => {
            let says: Says = s.says.parse().map_err(|_| Problem::bad("decision-answer-unknown"))?;
            store::decision::say(c, &d.id, &voice("answer", says.as_str(), String::new())).await?;
        }
        "position" if explains(state) => {
            store::decision::say(c, &d.id, &voice("position", "", why(s.reason)?)).await?;
        }
        "dissociation" if dissociates(state) => {
            store::decision::say(c, &d.id, &voice("dissociation", "", why(s.reason)?)).await?;
        }
        _ => return Err(refused()),
    }
    Ok(())
}

/// An explanation that says something.
fn why(typed: &str) -> Result<String, Problem> {
    if typed.trim().is_empty() { Err(Problem::bad("decision-reason")) } else { wording(typed, REASON) }
}

/// A step that the Chair takes.
#[derive(Debug, Clone)]
pub struct Move {
    /// Which.
    pub step: Step,
    /// Hours that are added, or of the new silence.
    pub hours: Option<i64>,
    /// Numbers of the measures of the amended package.
    pub measures: Vec<i64>,
}

/// A step by its word.
pub fn step(word: &str) -> Result<Step, Problem> {
    word.parse().map_err(|_| Problem::bad("decision-not-now"))
}

/// Extends, amends, adopts, ends, drops; gives what the decision is then.
pub async fn take(visit: &Visit, c: &mut Conn, m: &Material, d: &Decision, to: &Move) -> Result<Decision, Problem> {
    let state = effective(d.state, d.ends_at, visit.now);
    let next = decision::step(state, Actor::Chair, to.step).ok_or_else(|| Problem::conflict("decision-not-now"))?;
    let mut after = Decision { state: next, ..d.clone() };
    match to.step {
        Step::Extend => {
            let end = d.ends_at.zip(to.hours).and_then(|(end, hours)| extended(end, hours));
            after.ends_at = Some(end.ok_or_else(|| Problem::bad("decision-more-hours"))?);
        }
        Step::Amend => {
            after.measures = amended(m, d, &to.measures)?;
            after.ends_at = ends(d.procedure, to.hours, visit.now)?;
            store::decision::set_aside(c, &d.id, &format!("answer until {}", visit.now)).await?;
        }
        _ => {}
    }
    taken(visit, c, d, to.step, after).await
}

/// The measures of the amended package; the same ones are no amendment.
fn amended(m: &Material, d: &Decision, wanted: &[i64]) -> Result<String, Problem> {
    let known = !wanted.is_empty() && wanted.iter().all(|n| m.numbered(*n).is_some());
    let mut measures = wanted.to_vec();
    measures.sort_unstable();
    let list = listed(&measures);
    let mut before = numbers(&d.measures);
    before.sort_unstable();
    if known && list != listed(&before) { Ok(list) } else { Err(Problem::bad("decision-no-amendment")) }
}

/// Takes a step from the state that was read; who comes second is told so. What time has done is written down with it.
async fn taken(
    visit: &Visit,
    c: &mut Conn,
    before: &Decision,
    step: Step,
    after: Decision,
) -> Result<Decision, Problem> {
    let after = Decision { changed_at: visit.now.max(before.changed_at + 1), ..after };
    if store::decision::step(c, &after, before.state, before.changed_at).await? == 0 {
        return Err(Problem::conflict("decision-overtaken"));
    }
    written(c, &visit.convened()?.dialogue.id, &after, step, visit.now).await?;
    Ok(after)
}
