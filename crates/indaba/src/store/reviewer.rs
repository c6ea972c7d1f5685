//! Whom the secretariat asked to review a practice, and what they advise.

use super::{Conn, Moment, Stored};
use crate::words::{ReviewerKind, Verdict};

/// Somebody whom the secretariat asked to review.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Reviewer {
    /// Id.
    pub id: String,
    /// The practice.
    pub practice_id: String,
    /// Internal or external.
    #[sqlx(try_from = "String")]
    pub kind: ReviewerKind,
    /// Asked because the others disagreed.
    pub extra: bool,
    /// Who it is, sealed ([`crate::practice::sealing::Named`]): for the secretariat alone.
    pub sealed: String,
    /// The declared conflict of interest: none while not declared, empty where there is none.
    pub conflict: Option<String>,
    /// When the secretariat asked.
    pub assigned_at: Moment,
    /// When the secretariat let them go; they are waited for no longer.
    pub released_at: Option<Moment>,
}

/// The reviewers of a practice, in the order in which they were asked.
pub async fn of_practice(c: &mut Conn, practice: &str) -> Stored<Vec<Reviewer>> {
    all!(
        c,
        Reviewer,
        "SELECT id, practice_id, kind, extra, sealed, conflict, assigned_at, released_at FROM practice_reviewer \
         WHERE practice_id = $1 ORDER BY id",
        practice
    )
}

/// The reviewer behind a link, with the number of the practice.
pub async fn behind(c: &mut Conn, dialogue: &str, token_hash: &str) -> Stored<Option<(String, i64)>> {
    first!(
        c,
        (String, i64),
        "SELECT r.id, p.number FROM practice_reviewer r JOIN practice p ON p.id = r.practice_id \
         WHERE p.dialogue_id = $1 AND r.token_hash = $2",
        dialogue,
        token_hash
    )
}

/// Asks somebody to review.
pub async fn insert(c: &mut Conn, token_hash: &str, r: &Reviewer) -> Stored<()> {
    run!(
        c,
        "INSERT INTO practice_reviewer (id, practice_id, token_hash, kind, extra, name, organisation, sealed, \
         conflict, assigned_at) VALUES ($1, $2, $3, $4, $5, '', '', $6, $7, $8)",
        &r.id,
        &r.practice_id,
        token_hash,
        r.kind.as_str(),
        r.extra,
        &r.sealed,
        &r.conflict,
        r.assigned_at
    )?;
    Ok(())
}

/// Keeps what a reviewer declared; a conflict takes back the verdicts given before.
pub async fn declare(c: &mut Conn, reviewer: &str, conflict: &str) -> Stored<()> {
    run!(c, "UPDATE practice_reviewer SET conflict = $2 WHERE id = $1", reviewer, conflict)?;
    if !conflict.is_empty() {
        run!(c, "DELETE FROM practice_verdict WHERE reviewer_id = $1", reviewer)?;
    }
    Ok(())
}

/// Lets a reviewer go.
pub async fn release(c: &mut Conn, reviewer: &str, now: Moment) -> Stored<()> {
    run!(c, "UPDATE practice_reviewer SET released_at = $2 WHERE id = $1", reviewer, now)?;
    Ok(())
}

/// Gives a reviewer another link in place of the one that was lost.
pub async fn relink(c: &mut Conn, reviewer: &str, token_hash: &str) -> Stored<()> {
    run!(c, "UPDATE practice_reviewer SET token_hash = $2 WHERE id = $1", reviewer, token_hash)?;
    Ok(())
}

/// What a reviewer advised on a version.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Advice {
    /// The reviewer.
    pub reviewer_id: String,
    /// The version.
    pub version: i64,
    /// Publish, revise, decline.
    #[sqlx(try_from = "String")]
    pub verdict: Verdict,
    /// Grade of the evidence.
    pub grade: String,
    /// Why.
    pub reasons: String,
    /// When.
    pub at: Moment,
}

/// All advice on a practice, the newest version first.
pub async fn advice(c: &mut Conn, practice: &str) -> Stored<Vec<Advice>> {
    all!(
        c,
        Advice,
        "SELECT v.reviewer_id, v.version, v.verdict, v.grade, v.reasons, v.at FROM practice_verdict v \
         JOIN practice_reviewer r ON r.id = v.reviewer_id WHERE r.practice_id = $1 \
         ORDER BY v.version DESC, v.reviewer_id",
        practice
    )
}

/// Keeps what a reviewer advises on a version, in place of what was advised before.
pub async fn advise(c: &mut Conn, a: &Advice) -> Stored<()> {
    run!(
        c,
        "INSERT INTO practice_verdict (reviewer_id, version, verdict, grade, reasons, at) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (reviewer_id, version) DO UPDATE SET \
         verdict = excluded.verdict, grade = excluded.grade, reasons = excluded.reasons, at = excluded.at",
        &a.reviewer_id,
        a.version,
        a.verdict.as_str(),
        &a.grade,
        &a.reasons,
        a.at
    )?;
    Ok(())
}
