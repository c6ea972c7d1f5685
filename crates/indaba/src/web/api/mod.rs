//! The API: `/api/v1`, described in `assets/openapi.json`. Every handler uses what the page of the same noun uses, so
//! that both decide alike.

pub mod decisions;
pub mod dialogues;
pub mod estimates;
pub mod figures;
pub mod landing;
pub mod me;
pub mod measures;
mod once;
pub mod openapi;
pub mod participants;
pub mod perspectives;
pub mod practices;
pub mod questions;
pub mod responses;

use super::{Answer, Problem, Visit};
use crate::access::Action::{
    AnswerEstimate, EnterHouse, Join, ManageSelf, Propose, ReadDialogue, Respond, TakePublicRecord,
};
use crate::idempotency;
use crate::joining;
use crate::store::Moment;
use crate::store::question::Question;
use crate::web::{landscape, record, router::Table};
use axum::body::Bytes;
use axum::http::StatusCode;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The API's rows of the route table.
pub fn routes(table: Table) -> Table {
    landing_rows(table)
        .get("/api/v1/openapi.json", EnterHouse, openapi::show)
        .get("/api/v1/dialogues", EnterHouse, dialogues::list)
        .get("/api/v1/dialogues/{slug}", ReadDialogue, dialogues::show)
        .get("/api/v1/dialogues/{slug}/record.zip", TakePublicRecord, record::zip)
        .get("/api/v1/dialogues/{slug}/practices", ReadDialogue, practices::list)
        .get("/api/v1/dialogues/{slug}/practices/{practice}", ReadDialogue, practices::show)
        .post("/api/v1/dialogues/{slug}/participants", Join, participants::create)
        .get("/api/v1/questions/{question_id}/next", ReadDialogue, questions::next)
        .get("/api/v1/questions/{question_id}/landscape", ReadDialogue, landscape::api)
        .get("/api/v1/questions/{question_id}/perspectives", ReadDialogue, perspectives::list)
        .post("/api/v1/questions/{question_id}/perspectives", Propose, perspectives::create)
        .get("/api/v1/questions/{question_id}/estimates", ReadDialogue, estimates::list)
        .put("/api/v1/questions/{question_id}/estimates/{estimate}/answer", AnswerEstimate, estimates::put)
        .delete("/api/v1/questions/{question_id}/estimates/{estimate}/answer", AnswerEstimate, estimates::delete)
        .put("/api/v1/perspectives/{perspective_id}/response", Respond, responses::put)
        .delete("/api/v1/perspectives/{perspective_id}/response", Respond, responses::delete)
        .get("/api/v1/me", ManageSelf, me::show)
        .delete("/api/v1/me", ManageSelf, me::erase)
}

/// Measures, what they do, landing zones, packages and decisions.
fn landing_rows(table: Table) -> Table {
    use crate::access::Action::{
        AssessMeasures, ManageMeasures, ProposeMeasure, ReadOwnFigures, SpeakInDecision, WorkOutMeasure,
    };
    table
        .get("/api/v1/dialogues/{slug}/measures", ReadDialogue, measures::list)
        .post("/api/v1/dialogues/{slug}/measures", ProposeMeasure, measures::create)
        .get("/api/v1/dialogues/{slug}/measures/{measure}", ReadDialogue, measures::one)
        .put("/api/v1/dialogues/{slug}/measures/{measure}", WorkOutMeasure, measures::put)
        .post("/api/v1/dialogues/{slug}/measures/{measure}/effects", ManageMeasures, measures::enter)
        .put("/api/v1/dialogues/{slug}/measures/{measure}/assessment", AssessMeasures, figures::assess)
        .get("/api/v1/dialogues/{slug}/own-figures", ReadOwnFigures, figures::show)
        .put("/api/v1/dialogues/{slug}/own-figures", AssessMeasures, figures::publish)
        .post("/api/v1/dialogues/{slug}/red-lines", AssessMeasures, figures::set_line)
        .put("/api/v1/dialogues/{slug}/red-lines/{line}", AssessMeasures, figures::publish_line)
        .delete("/api/v1/dialogues/{slug}/red-lines/{line}", AssessMeasures, figures::drop_line)
        .get("/api/v1/dialogues/{slug}/landing", ReadDialogue, landing::show)
        .get("/api/v1/dialogues/{slug}/landing/compare", ReadDialogue, landing::compare)
        .get("/api/v1/dialogues/{slug}/landing/ledger", ReadOwnFigures, landing::ledger)
        .get("/api/v1/dialogues/{slug}/packages", ReadDialogue, landing::packages)
        .post("/api/v1/dialogues/{slug}/packages", ManageMeasures, landing::keep)
        .get("/api/v1/dialogues/{slug}/decisions", ReadDialogue, decisions::list)
        .post("/api/v1/dialogues/{slug}/decisions", ManageMeasures, decisions::open)
        .get("/api/v1/dialogues/{slug}/decisions/{decision}", ReadDialogue, decisions::show)
        .post("/api/v1/dialogues/{slug}/decisions/{decision}/voices", SpeakInDecision, decisions::say)
        .post("/api/v1/dialogues/{slug}/decisions/{decision}/steps", ManageMeasures, decisions::step)
}

/// The largest body of a request to the API.
const BODY: usize = 16 * 1024;

/// A body read strictly: an unknown field, a wrong type or a missing value is refused and named.
fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Problem> {
    if body.len() > BODY {
        return Err(Problem::too_large("api-too-large").with("n", BODY));
    }
    let text = if body.is_empty() { &b"{}"[..] } else { body };
    serde_json::from_slice(text).map_err(|error| Problem::bad("api-json").with("detail", error.to_string()))
}

/// An answer in JSON.
pub(super) fn answer<T: Serialize>(status: StatusCode, value: &T) -> Answer {
    Ok(idempotency::json(status, text(value)?))
}

fn text<T: Serialize>(value: &T) -> Result<String, Problem> {
    serde_json::to_string(value).map_err(|error| Problem::internal(&error))
}

/// A whole number of an address; none where it is not there.
fn number(typed: Option<&str>, name: &'static str) -> Result<Option<i64>, Problem> {
    let Some(typed) = typed else { return Ok(None) };
    typed.parse().map(Some).map_err(|_| Problem::bad("api-number").with("name", name))
}

/// A moment as RFC 3339.
fn time(moment: Moment) -> String {
    jiff::Timestamp::from_millisecond(moment).map(|stamp| stamp.to_string()).unwrap_or_default()
}

/// A published question; one that is not published is the secretariat's alone.
fn question<'v>(visit: &'v Visit, id: &str) -> Result<&'v Question, Problem> {
    let found = visit.convened()?.question_by_id(id).filter(|q| q.state == "published" || visit.role.runs());
    found.ok_or_else(Problem::not_found)
}

/// The participant as whom the bearer contributes. Through the API nobody becomes one by contributing: the token
/// would be lost with the answer.
async fn participant(visit: &Visit) -> Result<String, Problem> {
    if let Some(participant) = &visit.participant {
        return Ok(participant.clone());
    }
    if visit.delegation.is_none() {
        return Err(Problem { key: "api-join-first", ..Problem::sign_in() });
    }
    Ok(joining::speaker(visit, None).await?.participant)
}
