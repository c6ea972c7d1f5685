//! Responses: given, changed, withdrawn, and seen again.

use super::page::{self, Page, Tab};
use super::question::open_to_all;
use super::{Answer, Problem, Visit, guard};
use crate::attribution::stronger;
use crate::joining::{self, KEPT, Speaker};
use crate::store::question::Question;
use crate::store::response::Change;
use crate::store::{self};
use crate::words::{Attribution, EnteredBy, PerspectiveState, Value};
use askama::Template;
use axum::extract::{Form, Path};
use axum::response::Response;

/// What the three buttons send.
#[derive(Debug, serde::Deserialize)]
pub struct Given {
    /// The perspective.
    pub perspective: String,
    /// `agree`, `pass` or `disagree`.
    #[serde(default)]
    pub value: String,
    /// `on` when it matters most.
    #[serde(default)]
    pub matters: String,
    /// More protection than the dialogue gives.
    #[serde(default)]
    pub attribution: String,
    /// Access code of a newcomer.
    #[serde(default)]
    pub code: String,
    /// Numbers of skipped perspectives, carried on.
    #[serde(default)]
    pub skip: String,
    /// `responses` when it was sent from "my responses".
    #[serde(default)]
    pub from: String,
}

/// `POST /d/{slug}/q/{reference}/respond`
pub async fn respond(visit: Visit, Path((_, reference)): Path<(String, String)>, Form(given): Form<Given>) -> Answer {
    visit.open()?;
    let question = visit.question(&reference)?;
    let value: Value = given.value.parse().map_err(|_| Problem::bad("problem-value"))?;
    let wish = given.attribution.parse::<Attribution>().ok();
    answerable(&visit, question, &given.perspective).await?;
    let speaker = joining::speaker(&visit, Some(&given.code)).await?;
    let matters = given.matters == "on";
    keep(&visit, question, &speaker.participant, &given.perspective, Some(value), matters, wish).await?;
    after(&visit, question, &given, &speaker)
}

fn after(visit: &Visit, question: &Question, given: &Given, speaker: &Speaker) -> Answer {
    let here = format!("/d/{}/q/{}", visit.convened()?.dialogue.slug, question.reference);
    let skip: String = given.skip.chars().filter(|c| c.is_ascii_digit() || *c == '.').take(400).collect();
    let address = if given.from == "responses" {
        format!("{here}/responses")
    } else if skip.is_empty() {
        format!("{here}?answered={}#answer", given.perspective)
    } else {
        format!("{here}?answered={}&skip={skip}#answer", given.perspective)
    };
    with_token(visit, page::go(&address)?, speaker)
}

/// Gives a newcomer's key to the browser with the answer.
pub fn with_token(visit: &Visit, mut response: Response, speaker: &Speaker) -> Answer {
    if let Some(token) = &speaker.token {
        guard::keep_token(&visit.app, &mut response, token, visit.now + KEPT, visit.now);
    }
    Ok(response)
}

/// Refuses what can't be responded to: not of this question, taken off, or off the record.
pub async fn answerable(visit: &Visit, question: &Question, perspective: &str) -> Result<(), Problem> {
    let board = visit.app.board(&question.id).await?;
    let found = board.perspectives.iter().find(|p| p.id == perspective).ok_or_else(Problem::not_found)?;
    if open_to_all(found) { Ok(()) } else { Err(Problem::conflict("problem-not-published")) }
}

/// Brings a response, or its withdrawal, to the disk; returns once it is there. The page and the API use it.
pub async fn keep(
    visit: &Visit,
    question: &Question,
    participant: &str,
    perspective: &str,
    value: Option<Value>,
    matters: bool,
    wish: Option<Attribution>,
) -> Result<(), Problem> {
    let change = change(visit, question, participant, perspective, value, matters, wish).await?;
    Ok(visit.app.writer.keep(change).await?)
}

/// A response, or its withdrawal, within its budget and ready to be kept.
pub async fn change(
    visit: &Visit,
    question: &Question,
    participant: &str,
    perspective: &str,
    value: Option<Value>,
    matters: bool,
    wish: Option<Attribution>,
) -> Result<Change, Problem> {
    let convened = visit.open()?;
    if value.is_some() {
        joining::spend(visit, participant).await?;
    }
    Ok(Change {
        participant: participant.to_owned(),
        perspective: perspective.to_owned(),
        question: question.id.clone(),
        value,
        matters: matters && value.is_some(),
        attribution: stronger(convened.dialogue.attribution, wish),
        entered_by: EnteredBy::Author,
        at: visit.now,
    })
}

/// `POST /d/{slug}/q/{reference}/withdraw`
pub async fn withdraw(visit: Visit, Path((_, reference)): Path<(String, String)>, Form(given): Form<Given>) -> Answer {
    let question = visit.question(&reference)?;
    let participant = visit.participant.clone().ok_or_else(Problem::sign_in)?;
    let own = store::response::of_participant(&mut visit.read().await?, &participant, &question.id).await?;
    if !own.iter().any(|r| r.perspective_id == given.perspective) {
        return Err(Problem::not_found());
    }
    keep(&visit, question, &participant, &given.perspective, None, false, None).await?;
    page::go(&format!("/d/{}/q/{reference}/responses?done=withdrawn", visit.convened()?.dialogue.slug))
}

#[derive(Template)]
#[template(path = "question_responses.html")]
struct Mine {
    page: Page,
    here: String,
    home: String,
    reference: String,
    open: bool,
    attributions: Vec<Attribution>,
    given: Vec<One>,
}

struct One {
    id: String,
    /// As the landscape names it.
    number: i64,
    text: String,
    lang: String,
    value: Value,
    matters: bool,
    attribution: Attribution,
    entered: bool,
    at: i64,
}

/// `GET /d/{slug}/q/{reference}/responses`
pub async fn mine(visit: Visit, Path((_, reference)): Path<(String, String)>) -> Answer {
    let question = visit.question(&reference)?;
    let convened = visit.convened()?;
    let board = visit.app.board(&question.id).await?;
    let own = match &visit.participant {
        Some(p) => store::response::of_participant(&mut visit.read().await?, p, &question.id).await?,
        None => Vec::new(),
    };
    let given = own.into_iter().rev().filter_map(|r| {
        let p = board.perspectives.iter().find(|p| p.id == r.perspective_id)?;
        Some(One {
            number: p.number,
            text: match p.state {
                _ if open_to_all(p) => p.text.clone(),
                PerspectiveState::Erased => visit.l.t("pstate-erased"),
                _ => visit.l.t("question-no-longer"),
            },
            lang: if open_to_all(p) { p.lang.clone() } else { visit.l.code().to_owned() },
            value: Value::from_number(r.value),
            matters: r.matters,
            attribution: r.attribution.parse().unwrap_or(convened.dialogue.attribution),
            entered: r.entered_by == EnteredBy::Secretariat.as_str(),
            at: r.at,
            id: r.perspective_id,
        })
    });
    page::show(&Mine {
        here: format!("/d/{}/q/{reference}", convened.dialogue.slug),
        home: format!("/d/{}", convened.dialogue.slug),
        open: visit.open().is_ok(),
        attributions: super::propose::attributions(convened),
        given: given.collect(),
        page: Page::new(&visit, visit.l.t1("mine-title", "ref", &reference), Tab::Questions),
        reference,
    })
}
