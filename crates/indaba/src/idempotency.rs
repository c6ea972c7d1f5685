//! `Idempotency-Key`: a request that is sent again, because its answer was lost, has one effect and the same answer.
//!
//! The key is kept in the transaction of the effect, so that either both are durable or neither is. A key that comes
//! with another request is refused.

use crate::secret;
use crate::store::idempotency::{self as store, Answered};
use crate::store::{Conn, Moment, Stored};
use crate::web::Problem;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};

/// The longest key.
const LONGEST: usize = 200;

/// A key with the request that it names.
#[derive(Debug, Clone)]
pub struct Once {
    /// Who asks: keys of others do not meet.
    pub actor: String,
    /// What the client chose.
    pub key: String,
    /// Hash of method, address and body.
    pub request: String,
}

/// What came of an effect that is wanted once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It happened now.
    Done,
    /// It had happened before: the answer is the same.
    Repeated,
    /// The key belongs to another request.
    Other,
}

impl Once {
    /// The key of a request, if it has one.
    pub fn of(headers: &HeaderMap, actor: &str, place: &str, body: &[u8]) -> Result<Option<Once>, Problem> {
        let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
        let key = value.to_str().unwrap_or("").trim();
        if key.is_empty() || key.len() > LONGEST {
            return Err(Problem::bad("api-key-length").with("n", LONGEST));
        }
        let request = secret::hash(&format!("{place}\0{}", String::from_utf8_lossy(body)));
        Ok(Some(Once { actor: actor.to_owned(), key: key.to_owned(), request }))
    }

    /// Who asks what with which key.
    pub fn name(&self) -> String {
        [self.actor.as_str(), &self.key, &self.request].join("\0")
    }

    /// The answer that was given before, if one was.
    pub async fn answered(&self, c: &mut Conn) -> Result<Option<Response>, Problem> {
        let Some(found) = self.found(c).await? else { return Ok(None) };
        let status = u16::try_from(found.status).ok().and_then(|code| StatusCode::from_u16(code).ok());
        Ok(Some(json(status.unwrap_or(StatusCode::OK), found.body)))
    }

    /// What was kept as the answer before.
    pub async fn kept(&self, c: &mut Conn) -> Result<Option<String>, Problem> {
        Ok(self.found(c).await?.map(|found| found.body))
    }

    async fn found(&self, c: &mut Conn) -> Result<Option<Answered>, Problem> {
        match store::find(c, &self.actor, &self.key).await? {
            Some(found) if found.request != self.request => Err(Problem::bad("api-key-other")),
            found => Ok(found),
        }
    }

    /// Keeps the answer in the transaction of its effect; refuses when somebody was faster with the same key.
    pub async fn keep(&self, c: &mut Conn, status: StatusCode, body: &str, now: Moment) -> Result<(), Problem> {
        let answered = self.answer(status, body);
        if store::keep(c, &self.actor, &self.key, &answered, now).await? {
            return Ok(());
        }
        Err(Problem::conflict("api-key-busy"))
    }

    /// Claims the key for an effect in the same transaction.
    pub async fn claim(&self, c: &mut Conn, status: StatusCode, body: &str, now: Moment) -> Stored<Outcome> {
        if store::keep(c, &self.actor, &self.key, &self.answer(status, body), now).await? {
            return Ok(Outcome::Done);
        }
        let found = store::find(c, &self.actor, &self.key).await?;
        let same = found.is_some_and(|answered| answered.request == self.request);
        Ok(if same { Outcome::Repeated } else { Outcome::Other })
    }

    fn answer(&self, status: StatusCode, body: &str) -> Answered {
        Answered { request: self.request.clone(), status: i64::from(status.as_u16()), body: body.to_owned() }
    }
}

/// An answer whose body is JSON already.
pub fn json(status: StatusCode, body: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], body).into_response()
}
