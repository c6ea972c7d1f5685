//! Responses in a delegation's name: all perspectives of a question, one line each.

use super::entry::{encoded, question_of};
use super::spoken::{self, protection};
use super::{Choice, LISTED, Pager, Typed, address, attributions, delegation, delegation_choices, done, questions};
use crate::live::News;
use crate::store::question::Question;
use crate::store::response::{self, Change};
use crate::web::page::{self, Page, Tab};
use crate::web::{Answer, Problem, Visit};
use crate::words::{Attribution, EnteredBy, PerspectiveState, Value};
use askama::Template;
use axum::Form;
use axum::extract::Query;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "secretariat/responses.html")]
struct Responses {
    page: Page,
    slug: String,
    done: String,
    question: Question,
    questions: Vec<Choice>,
    delegations: Vec<Choice>,
    delegation: String,
    attributions: Vec<Choice>,
    rows: Vec<Line>,
    from: i64,
    pager: Pager,
}

struct Line {
    id: String,
    number: i64,
    text: String,
    lang: String,
    /// `agree`, `pass`, `disagree`, or `none`.
    now: &'static str,
    matters: bool,
}

/// What a delegation answered so far: value and mark by perspective.
async fn answered(visit: &Visit, delegation: &str, question: &str) -> Result<HashMap<String, (Value, bool)>, Problem> {
    let mut c = visit.read().await?;
    let Some(participant) = crate::store::participant::of_delegation(&mut c, delegation).await? else {
        return Ok(HashMap::new());
    };
    let given = response::of_participant(&mut c, &participant, question).await?;
    Ok(given.into_iter().map(|r| (r.perspective_id, (Value::from_number(r.value), r.matters))).collect())
}

/// `GET /d/{slug}/secretariat/entry/responses`
pub async fn show(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    let convened = visit.convened()?;
    let question = question_of(&visit, &asked)?.clone();
    let chosen = delegation(&visit, asked.get("delegation")).await?.filter(|d| !d.observer).map(|d| d.id);
    let from = asked.from();
    let mut rows = match &chosen {
        Some(id) => lines(&visit, id, &question.id, from).await?,
        None => Vec::new(),
    };
    let delegation = chosen.unwrap_or_default();
    let here = format!("/entry/responses?question={}&delegation={delegation}&from=", encoded(&question.reference));
    page::show(&Responses {
        slug: convened.dialogue.slug.clone(),
        done: done(visit.l, &asked),
        questions: questions(&visit, &question.reference)?,
        delegations: delegation_choices(&visit, &delegation, false).await?,
        attributions: attributions(&visit, asked.get("attribution"))?,
        pager: Pager::cut(&mut rows, from, &address(&visit, &here)?),
        rows,
        from,
        delegation,
        question,
        page: Page::new(&visit, visit.l.t("responses-title"), Tab::Secretariat),
    })
}

async fn lines(visit: &Visit, delegation: &str, question: &str, from: i64) -> Result<Vec<Line>, Problem> {
    let given = answered(visit, delegation, question).await?;
    let board = visit.app.board(question).await?;
    let published = board.perspectives.iter().filter(|p| p.state == PerspectiveState::Published);
    Ok(published
        .skip(from as usize)
        .take(LISTED + 1)
        .map(|p| {
            let now = given.get(&p.id);
            Line {
                id: p.id.clone(),
                number: p.number,
                text: p.text.clone(),
                lang: p.lang.clone(),
                now: now.map_or("none", |(value, _)| value.as_str()),
                matters: now.is_some_and(|(_, matters)| *matters),
            }
        })
        .collect())
}

/// `POST /d/{slug}/secretariat/entry/responses`: keeps what differs, marked as entered by the secretariat.
pub async fn enter(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let convened = visit.open()?;
    let question = question_of(&visit, &typed)?;
    let delegation = delegation(&visit, typed.get("delegation")).await?.filter(|d| !d.observer);
    let delegation = delegation.ok_or_else(|| Problem::bad("problem-delegation"))?;
    let given = answered(&visit, &delegation.id, &question.id).await?;
    let attribution = protection(convened.dialogue.attribution, typed.get("attribution"));
    let mut c = visit.write().await?;
    let participant = spoken::author(&mut c, &convened.dialogue.id, &delegation.id, visit.now).await?;
    let board = visit.app.board(&question.id).await?;
    let changes: Vec<Change> = board
        .perspectives
        .iter()
        .filter(|p| p.state == PerspectiveState::Published)
        .filter_map(|p| differs(&typed, &p.id, given.get(&p.id).copied()))
        .map(|(perspective, value, matters)| {
            change(&visit, &participant, &question.id, perspective, (value, matters), attribution)
        })
        .collect();
    response::apply(&mut c, &changes).await?;
    c.commit().await?;
    visit.app.forget(&convened.dialogue.slug, Some(&question.id));
    visit.app.live.tell(&question.id, News::Responses);
    let (n, question) = (changes.len(), encoded(&question.reference));
    let rest = format!(
        "/entry/responses?done=answers&n={n}&question={question}&delegation={}&from={}",
        delegation.id,
        typed.from()
    );
    page::go(&address(&visit, &rest)?)
}

/// A perspective whose line differs from what is kept; lines that the form did not have stay as they are.
fn differs(typed: &Typed, id: &str, now: Option<(Value, bool)>) -> Option<(String, Option<Value>, bool)> {
    let value: Option<Value> = match typed.get(&format!("r-{id}")) {
        "none" => None,
        word => Some(word.parse().ok()?),
    };
    let matters = value.is_some() && !typed.get(&format!("m-{id}")).is_empty();
    (value.map(|value| (value, matters)) != now).then(|| (id.to_owned(), value, matters))
}

/// A response that the secretariat types in.
pub fn change(
    visit: &Visit,
    participant: &str,
    question: &str,
    perspective: String,
    (value, matters): (Option<Value>, bool),
    attribution: Attribution,
) -> Change {
    Change {
        participant: participant.to_owned(),
        perspective,
        question: question.to_owned(),
        value,
        matters,
        attribution,
        entered_by: EnteredBy::Secretariat,
        at: visit.now,
    }
}
