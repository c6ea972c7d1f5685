//! Access codes: printed or sent, each lets one participant or a counted number in.

use super::{Conn, Moment, Stored};

/// A code that lets participants into an open consultation.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct AccessCode {
    /// Id.
    pub id: String,
    /// As printed: `LETTERS-LETTERS`.
    pub code: String,
    /// What the secretariat noted.
    pub label: String,
    /// How many participants it lets in.
    pub uses_max: i64,
    /// How many it let in.
    pub uses: i64,
    /// When it was made.
    pub created_at: Moment,
    /// When the secretariat set it aside: its participants are no longer counted.
    pub set_aside_at: Option<Moment>,
    /// Why.
    pub set_aside_reason: Option<String>,
}

/// All codes of a dialogue, the newest first.
pub async fn all(c: &mut Conn, dialogue: &str) -> Stored<Vec<AccessCode>> {
    all!(
        c,
        AccessCode,
        "SELECT id, code, label, uses_max, uses, created_at, set_aside_at, set_aside_reason FROM access_code \
         WHERE dialogue_id = $1 ORDER BY created_at DESC, id",
        dialogue
    )
}

/// The code as typed.
pub async fn by_code(c: &mut Conn, dialogue: &str, code: &str) -> Stored<Option<AccessCode>> {
    first!(
        c,
        AccessCode,
        "SELECT id, code, label, uses_max, uses, created_at, set_aside_at, set_aside_reason FROM access_code \
         WHERE dialogue_id = $1 AND code = $2",
        dialogue,
        code
    )
}

/// Puts a code into the store.
pub async fn insert(c: &mut Conn, dialogue: &str, k: &AccessCode) -> Stored<()> {
    run!(
        c,
        "INSERT INTO access_code (id, dialogue_id, code, label, uses_max, uses, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        &k.id,
        dialogue,
        &k.code,
        &k.label,
        k.uses_max,
        k.uses,
        k.created_at
    )?;
    Ok(())
}

/// Uses a code once; false when it is used up or set aside.
pub async fn use_once(c: &mut Conn, id: &str) -> Stored<bool> {
    let touched = run!(
        c,
        "UPDATE access_code SET uses = uses + 1 WHERE id = $1 AND uses < uses_max AND set_aside_at IS NULL",
        id
    )?;
    Ok(touched == 1)
}

/// Sets a code aside: its participants are no longer counted in any result.
pub async fn set_aside(c: &mut Conn, dialogue: &str, id: &str, reason: &str, now: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE access_code SET set_aside_at = $3, set_aside_reason = $4 WHERE id = $1 AND dialogue_id = $2 \
         AND set_aside_at IS NULL",
        id,
        dialogue,
        now,
        reason
    )
}

/// A page of the codes of a dialogue, the newest first.
pub async fn page(c: &mut Conn, dialogue: &str, most: i64, from: i64) -> Stored<Vec<AccessCode>> {
    all!(
        c,
        AccessCode,
        "SELECT id, code, label, uses_max, uses, created_at, set_aside_at, set_aside_reason FROM access_code \
         WHERE dialogue_id = $1 ORDER BY created_at DESC, id LIMIT $2 OFFSET $3",
        dialogue,
        most,
        from
    )
}

/// The codes made at one moment that are still good, a page of them.
pub async fn made_at(c: &mut Conn, dialogue: &str, made: Moment, most: i64, from: i64) -> Stored<Vec<AccessCode>> {
    all!(
        c,
        AccessCode,
        "SELECT id, code, label, uses_max, uses, created_at, set_aside_at, set_aside_reason FROM access_code \
         WHERE dialogue_id = $1 AND created_at = $2 AND set_aside_at IS NULL ORDER BY id LIMIT $3 OFFSET $4",
        dialogue,
        made,
        most,
        from
    )
}
