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
    /// Id of the place.
    pub id: String,
    /// Whose it is.
    pub person_id: String,
    /// Id of the delegation; none for secretariat and rapporteurs.
    pub delegation_id: Option<String>,
    /// The delegation is an observer.
    pub observer: bool,
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
        "SELECT m.id, m.person_id, m.delegation_id, COALESCE(d.observer, FALSE) AS observer, p.name, \
         d.name AS delegation, m.role FROM member m JOIN person p ON p.id = m.person_id \
         LEFT JOIN delegation d ON d.id = m.delegation_id \
         WHERE m.dialogue_id = $1 AND ($2 = '' OR m.delegation_id = $2) ORDER BY d.name, m.created_at, p.id \
         LIMIT 101 OFFSET $3",
        dialogue,
        delegation,
        from
    )
}

/// A place in a dialogue, in one delegation or (with an empty id) in any.
pub async fn seat(c: &mut Conn, dialogue: &str, delegation: &str, id: &str) -> Stored<Option<Seat>> {
    first!(
        c,
        Seat,
        "SELECT m.id, m.person_id, m.delegation_id, COALESCE(d.observer, FALSE) AS observer, p.name, \
         d.name AS delegation, m.role FROM member m JOIN person p ON p.id = m.person_id \
         LEFT JOIN delegation d ON d.id = m.delegation_id \
         WHERE m.dialogue_id = $1 AND ($2 = '' OR m.delegation_id = $2) AND m.id = $3",
        dialogue,
        delegation,
        id
    )
}

/// How many others hold the same role in the same delegation (or beside all delegations). Call it in the transaction
/// that changes the role.
pub async fn others(c: &mut Conn, dialogue: &str, seat: &Seat) -> Stored<i64> {
    let delegation = seat.delegation_id.as_deref().unwrap_or_default();
    // Holds their rows until the commit, so that two heads who remove each other at once on PostgreSQL don't both go.
    run!(
        c,
        "UPDATE member SET role = role WHERE dialogue_id = $1 AND COALESCE(delegation_id, '') = $2 AND role = $3",
        dialogue,
        delegation,
        &seat.role
    )?;
    count!(
        c,
        "SELECT COUNT(*) FROM member WHERE dialogue_id = $1 AND COALESCE(delegation_id, '') = $2 AND role = $3 \
         AND id <> $4",
        dialogue,
        delegation,
        &seat.role,
        &seat.id
    )
}

/// Gives a member another role.
pub async fn set_role(c: &mut Conn, id: &str, role: &str) -> Stored<u64> {
    run!(c, "UPDATE member SET role = $2 WHERE id = $1", id, role)
}

/// Takes a place away and ends the person's sign-ins; gives the hashes of the tokens that ended.
pub async fn remove(c: &mut Conn, seat: &Seat) -> Stored<Vec<(String,)>> {
    let ended = all!(c, (String,), "SELECT token_hash FROM session WHERE person_id = $1", &seat.person_id)?;
    run!(c, "DELETE FROM session WHERE person_id = $1", &seat.person_id)?;
    super::mail_address::forget_places(c, &seat.id).await?;
    run!(c, "DELETE FROM member WHERE id = $1", &seat.id)?;
    Ok(ended)
}

/// When a delegation becomes an observer its members do; when it ceases to be one, the first who came is its head and
/// the others are delegates. Links that wait would lead into the former roles and end.
pub async fn follow_observer(c: &mut Conn, delegation: &str, observer: bool, now: Moment) -> Stored<()> {
    let role = if observer { "observer" } else { "delegate" };
    run!(c, "UPDATE member SET role = $2 WHERE delegation_id = $1", delegation, role)?;
    if !observer {
        run!(
            c,
            "UPDATE member SET role = 'head' WHERE id = (SELECT id FROM member WHERE delegation_id = $1 \
             ORDER BY created_at, id LIMIT 1)",
            delegation
        )?;
    }
    run!(c, "UPDATE invitation SET expires_at = $2 WHERE delegation_id = $1 AND used_at IS NULL", delegation, now)?;
    Ok(())
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
        "SELECT d.id, d.name, d.observer FROM delegation d WHERE d.dialogue_id = $1 AND d.withdrawn_at IS NULL \
         AND NOT EXISTS (SELECT 1 FROM member m WHERE m.delegation_id = d.id) \
         AND NOT EXISTS (SELECT 1 FROM invitation i WHERE i.delegation_id = d.id AND i.used_at IS NULL \
           AND i.expires_at > $2) \
         ORDER BY d.name LIMIT 100",
        dialogue,
        now
    )
}
