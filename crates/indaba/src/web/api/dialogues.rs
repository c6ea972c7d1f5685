//! Dialogues: which there are, and one with its questions.

use super::super::{Answer, Visit};
use super::{answer, time};
use crate::app::Convened;
use crate::store::dialogue::Dialogue;
use crate::store::{self};
use crate::words::{Attribution, DialogueState, Participation};
use axum::http::StatusCode;
use serde::Serialize;

#[derive(Serialize)]
struct List {
    dialogues: Vec<Head>,
}

/// What every mention of a dialogue says.
#[derive(Serialize)]
struct Head {
    slug: String,
    title: String,
    lang: String,
    state: DialogueState,
    opens_at: Option<String>,
    closes_at: Option<String>,
    participation: Participation,
    attribution: Attribution,
    simulated: bool,
}

#[derive(Serialize)]
struct Whole<'a> {
    #[serde(flatten)]
    head: Head,
    symbol: Option<&'a str>,
    workshops: Vec<Workshop<'a>>,
}

#[derive(Serialize)]
struct Workshop<'a> {
    number: i64,
    title: &'a str,
    questions: Vec<Question<'a>>,
}

#[derive(Serialize)]
struct Question<'a> {
    id: &'a str,
    r#ref: &'a str,
    paragraph: &'a str,
    text: &'a str,
    lang: &'a str,
    kind: crate::words::QuestionKind,
    state: &'a str,
}

fn head(visit: &Visit, d: &Dialogue) -> Head {
    Head {
        slug: d.slug.clone(),
        title: d.title.clone(),
        lang: d.lang.clone(),
        state: d.state_at(visit.now),
        opens_at: d.opens_at.map(time),
        closes_at: d.closes_at.map(time),
        participation: d.participation,
        attribution: d.attribution,
        simulated: d.simulated,
    }
}

/// `GET /api/v1/dialogues`
pub async fn list(visit: Visit) -> Answer {
    let all = store::dialogue::all(&mut visit.read().await?).await?;
    let shown = |d: &&Dialogue| d.state != DialogueState::Preparing || visit.role.runs();
    answer(StatusCode::OK, &List { dialogues: all.iter().filter(shown).map(|d| head(&visit, d)).collect() })
}

/// `GET /api/v1/dialogues/{slug}`
pub async fn show(visit: Visit) -> Answer {
    let convened = visit.convened()?;
    let workshops = convened.workshops.iter().map(|w| workshop(&visit, convened, w)).collect();
    let symbol = convened.paper.symbol.as_deref();
    answer(StatusCode::OK, &Whole { head: head(&visit, &convened.dialogue), symbol, workshops })
}

fn workshop<'a>(visit: &Visit, convened: &'a Convened, w: &'a store::dialogue::Workshop) -> Workshop<'a> {
    let questions = convened
        .questions
        .iter()
        .filter(|q| q.workshop_id == w.id && (q.state == "published" || visit.role.runs()))
        .map(|q| Question {
            id: &q.id,
            r#ref: &q.reference,
            paragraph: &q.paragraph,
            text: &q.text,
            lang: &q.lang,
            kind: q.kind,
            state: &q.state,
        });
    Workshop { number: w.number, title: &w.title, questions: questions.collect() }
}
