//! Answers that were given once and are given again, for a request that is repeated with the same key.

use super::{Conn, Moment, Stored};

/// The answer to the first request with a key.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Answered {
    /// Hash of the request: its method, address and body.
    pub request: String,
    /// HTTP status.
    pub status: i64,
    /// Body.
    pub body: String,
}

/// The answer that somebody's key has got.
pub async fn find(c: &mut Conn, actor: &str, key: &str) -> Stored<Option<Answered>> {
    first!(c, Answered, "SELECT request, status, body FROM idempotency WHERE actor = $1 AND key = $2", actor, key)
}

/// Keeps an answer, in the transaction of its effect; false when the key has got one meanwhile.
pub async fn keep(c: &mut Conn, actor: &str, key: &str, answered: &Answered, now: Moment) -> Stored<bool> {
    let kept = run!(
        c,
        "INSERT INTO idempotency (actor, key, request, status, body, at) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT (actor, key) DO NOTHING",
        actor,
        key,
        &answered.request,
        answered.status,
        &answered.body,
        now
    )?;
    Ok(kept == 1)
}
