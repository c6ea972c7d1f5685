//! What everybody is told: a changed closing time, a raised budget.

use super::{Conn, Moment, Stored};

/// A change of the rules, told to everybody.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Notice {
    /// What changed: the end of a key in the locales (`notice-…`).
    pub kind: String,
    /// What it is now: a word, or a moment in milliseconds.
    pub detail: String,
    /// When it changed.
    pub at: Moment,
}

/// Tells everybody; those who asked for it get what a decision came to by mail too.
pub async fn insert(c: &mut Conn, dialogue: &str, n: &Notice) -> Stored<()> {
    let id = super::new_id();
    run!(
        c,
        "INSERT INTO notice (id, dialogue_id, kind, detail, at) VALUES ($1, $2, $3, $4, $5)",
        &id,
        dialogue,
        &n.kind,
        &n.detail,
        n.at
    )?;
    if n.kind == "decision" {
        super::mail::queue(c, dialogue, &id, n.at).await?;
    }
    Ok(())
}

/// The latest notices since a moment, the newest first, ten at most.
pub async fn recent(c: &mut Conn, dialogue: &str, since: Moment) -> Stored<Vec<Notice>> {
    all!(
        c,
        Notice,
        "SELECT kind, detail, at FROM notice WHERE dialogue_id = $1 AND at >= $2 ORDER BY at DESC, id DESC LIMIT 10",
        dialogue,
        since
    )
}
