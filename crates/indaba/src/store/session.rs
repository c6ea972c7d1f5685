//! Sign-ins, participants' keys and bearer tokens. Only hashes are kept.

use super::{Conn, Moment, Stored};

/// Who is behind a token.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Session {
    /// SHA-256 of the token, hexadecimal.
    pub token_hash: String,
    /// The signed-in person.
    pub person_id: Option<String>,
    /// The participant of an open consultation.
    pub participant_id: Option<String>,
    /// A role given to the token itself (`indaba token`).
    pub role: Option<String>,
    /// The dialogue that the token is limited to.
    pub dialogue_id: Option<String>,
    /// No longer good from then on.
    pub expires_at: Moment,
}

/// Puts a session into the store.
pub async fn insert(c: &mut Conn, s: &Session, now: Moment) -> Stored<()> {
    run!(
        c,
        "INSERT INTO session (token_hash, person_id, participant_id, role, dialogue_id, created_at, expires_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &s.token_hash,
        &s.person_id,
        &s.participant_id,
        &s.role,
        &s.dialogue_id,
        now,
        s.expires_at
    )?;
    Ok(())
}

/// The session behind a token that is still good.
pub async fn by_token(c: &mut Conn, token_hash: &str, now: Moment) -> Stored<Option<Session>> {
    first!(
        c,
        Session,
        "SELECT token_hash, person_id, participant_id, role, dialogue_id, expires_at FROM session \
         WHERE token_hash = $1 AND expires_at > $2",
        token_hash,
        now
    )
}

/// Ends a session.
pub async fn delete(c: &mut Conn, token_hash: &str) -> Stored<u64> {
    run!(c, "DELETE FROM session WHERE token_hash = $1", token_hash)
}
