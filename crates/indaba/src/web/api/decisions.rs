//! Decisions on packages: read, put to the delegations, spoken to, moved on.

use super::super::decisions::acts::{self, Move, Speech};
use super::super::decisions::{Said, find, told};
use super::super::measures::{material, own::seat};
use super::super::propose::language;
use super::super::secretariat::not_closed;
use super::super::{Answer, Visit};
use super::once::begin;
use super::{answer, read, time};
use crate::decision::{Answer as Says, Procedure, State, effective};
use crate::measure::numbers;
use crate::store;
use crate::store::decision::{Decision, Taken};
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use serde::{Deserialize, Serialize};

#[derive(Serialize)]
struct List {
    decisions: Vec<Head>,
}

/// What every mention of a decision says.
#[derive(Serialize)]
struct Head {
    number: i64,
    procedure: Procedure,
    state: State,
    /// Numbers of the measures, as amended.
    measures: Vec<i64>,
    /// When silence ends.
    ends_at: Option<String>,
    opened_at: String,
}

#[derive(Serialize)]
struct Whole {
    #[serde(flatten)]
    head: Head,
    /// Number of the package that it began from.
    package: Option<i64>,
    title: String,
    lang: String,
    objections: Vec<Voice>,
    positions: Vec<Voice>,
    dissociations: Vec<Voice>,
    poll: Option<Poll>,
    steps: Vec<Step>,
    /// What the bearer's own delegation answered.
    mine: Option<String>,
}

#[derive(Serialize)]
struct Voice {
    who: String,
    text: String,
    lang: String,
    at: String,
}

#[derive(Serialize)]
struct Poll {
    /// It binds nobody.
    indicative: bool,
    answered: i64,
    of: i64,
    /// Once it is over and enough answered.
    answers: Vec<Count>,
}

#[derive(Serialize)]
struct Count {
    says: Says,
    delegations: i64,
}

#[derive(Serialize)]
struct Step {
    step: String,
    state: State,
    measures: Vec<i64>,
    ends_at: Option<String>,
    at: String,
}

fn head(visit: &Visit, d: &Decision) -> Head {
    Head {
        number: d.number,
        procedure: d.procedure,
        state: effective(d.state, d.ends_at, visit.now),
        measures: numbers(&d.measures),
        ends_at: d.ends_at.map(time),
        opened_at: time(d.created_at),
    }
}

/// `GET /api/v1/dialogues/{slug}/decisions`: the newest first.
pub async fn list(visit: Visit) -> Answer {
    let all = store::decision::all(&mut visit.read().await?, &visit.convened()?.dialogue.id).await?;
    answer(StatusCode::OK, &List { decisions: all.iter().map(|d| head(&visit, d)).collect() })
}

/// `GET /api/v1/dialogues/{slug}/decisions/{decision}`
pub async fn show(visit: Visit, Path((_, number)): Path<(String, String)>) -> Answer {
    let d = find(&visit, &number).await?;
    let told = told(&visit, &*material(&visit).await?, &d).await?;
    let said = |all: Vec<Said>| {
        let voice = |s: Said| Voice { who: s.who, text: s.text, lang: s.lang, at: time(s.at) };
        all.into_iter().map(voice).collect()
    };
    let step = |s: Taken| Step {
        step: s.step,
        state: s.state,
        measures: numbers(&s.measures),
        ends_at: s.ends_at.map(time),
        at: time(s.at),
    };
    let poll = told.poll.map(|p| Poll {
        indicative: true,
        answered: p.answered,
        of: p.of,
        answers: p.rows.into_iter().map(|(says, delegations)| Count { says, delegations }).collect(),
    });
    let whole = Whole {
        head: head(&visit, &d),
        package: told.package,
        title: told.title,
        lang: told.lang,
        objections: said(told.objections),
        positions: said(told.positions),
        dissociations: said(told.dissociations),
        poll,
        steps: told.steps.into_iter().map(step).collect(),
        mine: told.mine,
    };
    answer(StatusCode::OK, &whole)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Opened {
    /// Number of a kept package.
    package: i64,
    procedure: String,
    hours: Option<i64>,
}

/// `POST /api/v1/dialogues/{slug}/decisions`: puts a package to the delegations.
pub async fn open(visit: Visit, headers: HeaderMap, body: Bytes) -> Answer {
    let asked: Opened = read(&body)?;
    not_closed(&visit)?;
    let procedure = acts::procedure(&asked.procedure)?;
    let mut begun = begin!(&visit, "POST", &headers, &body);
    let made = acts::open(&visit, &mut begun.c, Some(asked.package), procedure, asked.hours).await?;
    told_by_mail(&visit, begun.end(&visit, StatusCode::CREATED, &head(&visit, &made)).await)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Spoken {
    act: String,
    #[serde(default)]
    says: String,
    #[serde(default)]
    reason: String,
    lang: Option<String>,
}

#[derive(Serialize)]
struct Heard {
    decision: i64,
    act: String,
}

/// `POST /api/v1/dialogues/{slug}/decisions/{decision}/voices`: objects, lifts, answers, explains, dissociates.
pub async fn say(visit: Visit, Path((_, number)): Path<(String, String)>, headers: HeaderMap, body: Bytes) -> Answer {
    let asked: Spoken = read(&body)?;
    let lang = asked.lang.as_deref().map_or_else(|| Ok(visit.l.code().to_owned()), language)?;
    let own = seat(&visit, &*material(&visit).await?)?;
    let mut begun = begin!(&visit, "POST", &headers, &body);
    let d = acts::held(&visit, &mut begun.c, &number).await?;
    let speech = Speech { act: &asked.act, says: &asked.says, reason: &asked.reason, lang: &lang };
    acts::speak(&visit, &mut begun.c, &own, &d, speech).await?;
    let heard = Heard { decision: d.number, act: asked.act.clone() };
    told_by_mail(&visit, begun.end(&visit, StatusCode::CREATED, &heard).await)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Moved {
    step: String,
    hours: Option<i64>,
    #[serde(default)]
    measures: Vec<i64>,
}

/// `POST /api/v1/dialogues/{slug}/decisions/{decision}/steps`: extends, amends, adopts, ends, drops.
pub async fn step(visit: Visit, Path((_, number)): Path<(String, String)>, headers: HeaderMap, body: Bytes) -> Answer {
    let asked: Moved = read(&body)?;
    let to = Move { step: acts::step(&asked.step)?, hours: asked.hours, measures: asked.measures };
    let m = material(&visit).await?;
    let mut begun = begin!(&visit, "POST", &headers, &body);
    let d = acts::held(&visit, &mut begun.c, &number).await?;
    let after = acts::take(&visit, &mut begun.c, &m, &d, &to).await?;
    told_by_mail(&visit, begun.end(&visit, StatusCode::OK, &head(&visit, &after)).await)
}

/// Wakes the delivery of notices once they are durable.
fn told_by_mail(visit: &Visit, done: Answer) -> Answer {
    if done.is_ok() {
        visit.app.mail.notify_one();
    }
    done
}
