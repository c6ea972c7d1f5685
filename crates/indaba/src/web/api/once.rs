//! Writes that a key makes once: the effect and its answer are kept in one transaction.

use super::super::{Answer, Problem, Visit};
use super::text;
use crate::idempotency::{self, Once};
use crate::store::Conn;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;

/// A write that has begun. Read what the effect needs before: the built-in store has one writer.
pub struct Begun {
    /// The transaction of the effect.
    pub c: Conn,
    once: Option<Once>,
}

/// What a request with a key comes to.
pub enum Turn {
    /// It is carried out now.
    Now(Begun),
    /// It was before: the answer is the same.
    Before(Response),
}

/// Begins a write in the name of whoever asks.
pub async fn turn(visit: &Visit, method: &str, headers: &HeaderMap, body: &[u8]) -> Result<Turn, Problem> {
    let once = Once::of(headers, &actor(visit), &format!("{method} {}", visit.path), body)?;
    let mut c = visit.write().await?;
    if let Some(once) = &once
        && let Some(before) = once.answered(&mut c).await?
    {
        return Ok(Turn::Before(before));
    }
    Ok(Turn::Now(Begun { c, once }))
}

/// The participant or the account that asks: its keys go when it erases its data. A token of the server's own machine
/// is nobody's, hence its keys are the token's.
fn actor(visit: &Visit) -> String {
    let session = visit.session.as_ref();
    let person = || session.and_then(|s| s.person_id.clone());
    let token = || session.map(|s| format!("token {}", s.token_hash));
    visit.participant.clone().or_else(person).or_else(token).unwrap_or_default()
}

impl Begun {
    /// Makes effect and answer durable together.
    pub async fn end<T: Serialize>(self, visit: &Visit, status: StatusCode, value: &T) -> Answer {
        let body = text(value)?;
        self.durable(visit, status, &body).await?;
        Ok(idempotency::json(status, body))
    }

    /// The same, where there is nothing to answer.
    pub async fn end_empty(self, visit: &Visit) -> Answer {
        self.durable(visit, StatusCode::NO_CONTENT, "").await?;
        Ok(StatusCode::NO_CONTENT.into_response())
    }

    async fn durable(mut self, visit: &Visit, status: StatusCode, body: &str) -> Result<(), Problem> {
        if let Some(once) = &self.once {
            once.keep(&mut self.c, status, body, visit.now).await?;
        }
        Ok(self.c.commit().await?)
    }
}

/// Begins a write, or answers as before.
macro_rules! begin {
    ($visit:expr, $method:literal, $headers:expr, $body:expr) => {
        match $crate::web::api::once::turn($visit, $method, $headers, $body).await? {
            $crate::web::api::once::Turn::Now(begun) => begun,
            $crate::web::api::once::Turn::Before(answer) => return Ok(answer),
        }
    };
}
pub(super) use begin;
