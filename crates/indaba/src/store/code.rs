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

/// Codes that were made together: one printed sheet.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Batch {
    /// When they were made; names the sheet.
    pub created_at: Moment,
    /// What the secretariat noted.
    pub label: String,
    /// How many codes there are.
    pub codes: i64,
    /// How many participants they let in together.
    pub uses_max: i64,
    /// How many they let in.
    pub uses: i64,
    /// How many of the codes were set aside.
    pub set_aside: i64,
    /// How many of these with the whole sheet.
    pub with_sheet: i64,
}

/// The printed sheets of a dialogue, the newest first, 100 at most.
pub async fn batches(c: &mut Conn, dialogue: &str) -> Stored<Vec<Batch>> {
    all!(
        c,
        Batch,
        "SELECT created_at, MIN(label) AS label, COUNT(*) AS codes, CAST(SUM(uses_max) AS BIGINT) AS uses_max, \
         CAST(SUM(uses) AS BIGINT) AS uses, COUNT(set_aside_at) AS set_aside, \
         CAST(SUM(CASE WHEN set_aside_with_sheet THEN 1 ELSE 0 END) AS BIGINT) AS with_sheet FROM access_code \
         WHERE dialogue_id = $1 GROUP BY created_at ORDER BY created_at DESC LIMIT 100",
        dialogue
    )
}

/// Sets aside all codes that were made at one moment and are still good.
pub async fn set_batch_aside(c: &mut Conn, dialogue: &str, made: Moment, reason: &str, now: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE access_code SET set_aside_at = $3, set_aside_reason = $4, set_aside_with_sheet = TRUE \
         WHERE dialogue_id = $1 AND created_at = $2 AND set_aside_at IS NULL",
        dialogue,
        made,
        now,
        reason
    )
}

/// Takes a code in again: its participants count as before.
pub async fn take_in(c: &mut Conn, dialogue: &str, id: &str) -> Stored<u64> {
    run!(
        c,
        "UPDATE access_code SET set_aside_at = NULL, set_aside_reason = NULL, set_aside_with_sheet = FALSE \
         WHERE dialogue_id = $1 AND id = $2 AND set_aside_at IS NOT NULL",
        dialogue,
        id
    )
}

/// Takes in again the codes of a sheet that were set aside with it. One that was set aside alone stays so.
pub async fn take_batch_in(c: &mut Conn, dialogue: &str, made: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE access_code SET set_aside_at = NULL, set_aside_reason = NULL, set_aside_with_sheet = FALSE \
         WHERE dialogue_id = $1 AND created_at = $2 AND set_aside_with_sheet",
        dialogue,
        made
    )
}
