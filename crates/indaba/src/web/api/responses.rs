//! Responses to a perspective: given or changed with `PUT`, withdrawn with `DELETE`.

use super::super::respond::{answerable, change, keep};
use super::super::{Answer, Problem, Visit};
use super::{answer, participant, question, read, text};
use crate::idempotency::{Once, Outcome};
use crate::store::{self, question::Question};
use crate::words::{Attribution, Value};
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode};
use axum::response::IntoResponse;
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    value: Value,
    #[serde(default)]
    matters: bool,
    attribution: Option<Attribution>,
}

#[derive(Serialize)]
struct Given<'a> {
    perspective: &'a str,
    value: Value,
    matters: bool,
}

async fn question_of<'v>(visit: &'v Visit, perspective: &str) -> Result<&'v Question, Problem> {
    let id = visit.app.question_of(perspective).await?.ok_or_else(Problem::not_found)?;
    question(visit, &id)
}

/// `PUT /api/v1/perspectives/{perspective_id}/response`: answered once it is durable.
pub async fn put(visit: Visit, Path(id): Path<String>, headers: HeaderMap, body: Bytes) -> Answer {
    let asked: Asked = read(&body)?;
    visit.open()?;
    let question = question_of(&visit, &id).await?;
    let who = participant(&visit).await?;
    answerable(&visit, question, &id).await?;
    let given = Given { perspective: &id, value: asked.value, matters: asked.matters };
    match Once::of(&headers, &who, &format!("PUT {}", visit.path), &body)? {
        None => keep(&visit, question, &who, &id, Some(asked.value), asked.matters, asked.attribution).await?,
        Some(once) => {
            let change =
                change(&visit, question, &who, &id, Some(asked.value), asked.matters, asked.attribution).await?;
            let outcome = visit.app.writer.keep_once(change, once, text(&given)?).await?;
            if outcome == Outcome::Other {
                return Err(Problem::bad("api-key-other"));
            }
        }
    }
    answer(StatusCode::OK, &given)
}

/// `DELETE /api/v1/perspectives/{perspective_id}/response`
pub async fn delete(visit: Visit, Path(id): Path<String>, headers: HeaderMap) -> Answer {
    visit.open()?;
    let question = question_of(&visit, &id).await?;
    let who = participant(&visit).await?;
    let own = store::response::of_participant(&mut visit.read().await?, &who, &question.id).await?;
    let given = own.iter().any(|response| response.perspective_id == id);
    let outcome = match Once::of(&headers, &who, &format!("DELETE {}", visit.path), b"")? {
        None if given => {
            keep(&visit, question, &who, &id, None, false, None).await?;
            Outcome::Done
        }
        None => Outcome::Done,
        Some(once) if given => {
            let change = change(&visit, question, &who, &id, None, false, None).await?;
            visit.app.writer.keep_once(change, once, String::new()).await?
        }
        // There is nothing to withdraw, and the same request must not withdraw what is given after it.
        Some(once) => {
            let mut c = visit.write().await?;
            let outcome = once.claim(&mut c, StatusCode::NO_CONTENT, "", visit.now).await?;
            c.commit().await?;
            outcome
        }
    };
    if outcome == Outcome::Other {
        return Err(Problem::bad("api-key-other"));
    }
    // Withdrawn is withdrawn, also the second time (RFC 9110, 9.2.2).
    Ok(StatusCode::NO_CONTENT.into_response())
}
