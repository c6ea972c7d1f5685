//! Invitations that wait to be taken up, and the members that came of them.

use super::{Conn, Moment, Stored};

/// A link that was not used yet.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Waiting {
    /// SHA-256 of the link's token: enough to withdraw it, never to use it.
    pub token_hash: String,
    /// The delegation's name.
    pub delegation: Option<String>,
    /// Role.
    pub role: String,
    /// For whom it is.
    pub label: String,
    /// Good until.
    pub expires_at: Moment,
}

/// Somebody's place in a dialogue.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Seat {
    /// Name.
    pub name: String,
    /// The delegation's name.
    pub delegation: Option<String>,
    /// Role.
    pub role: String,
}

/// Links that wait, in one delegation or (with an empty id) in all, the newest first.
pub async fn waiting(c: &mut Conn, dialogue: &str, delegation: &str, now: Moment, from: i64) -> Stored<Vec<Waiting>> {
    all!(
        c,
        Waiting,
        "SELECT i.token_hash, d.name AS delegation, i.role, i.label, i.expires_at FROM invitation i \
         LEFT JOIN delegation d ON d.id = i.delegation_id \
         WHERE i.dialogue_id = $1 AND ($2 = '' OR i.delegation_id = $2) AND i.used_at IS NULL AND i.expires_at > $3 \
         ORDER BY i.created_at DESC, i.token_hash LIMIT 101 OFFSET $4",
        dialogue,
        delegation,
        now,
        from
    )
}

/// Members, of one delegation or (with an empty id) of all.
pub async fn members(c: &mut Conn, dialogue: &str, delegation: &str, from: i64) -> Stored<Vec<Seat>> {
    all!(
        c,
        Seat,
        "SELECT p.name, d.name AS delegation, m.role FROM member m JOIN person p ON p.id = m.person_id \
         LEFT JOIN delegation d ON d.id = m.delegation_id \
         WHERE m.dialogue_id = $1 AND ($2 = '' OR m.delegation_id = $2) ORDER BY d.name, m.created_at, p.id \
         LIMIT 101 OFFSET $3",
        dialogue,
        delegation,
        from
    )
}

/// Withdraws a link of a dialogue, of one delegation or (with an empty id) of any.
pub async fn withdraw(c: &mut Conn, dialogue: &str, delegation: &str, token_hash: &str, now: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE invitation SET expires_at = $4 WHERE token_hash = $3 AND dialogue_id = $1 \
         AND ($2 = '' OR delegation_id = $2) AND used_at IS NULL",
        dialogue,
        delegation,
        token_hash,
        now
    )
}

/// `(id, name, observer)` of delegations that have neither a member nor a link that waits.
pub async fn without_link(c: &mut Conn, dialogue: &str, now: Moment) -> Stored<Vec<(String, String, bool)>> {
    all!(
        c,
        (String, String, bool),
        "SELECT d.id, d.name, d.observer FROM delegation d WHERE d.dialogue_id = $1 \
         AND NOT EXISTS (SELECT 1 FROM member m WHERE m.delegation_id = d.id) \
         AND NOT EXISTS (SELECT 1 FROM invitation i WHERE i.delegation_id = d.id AND i.used_at IS NULL \
           AND i.expires_at > $2) \
         ORDER BY d.name LIMIT 100",
        dialogue,
        now
    )
}
