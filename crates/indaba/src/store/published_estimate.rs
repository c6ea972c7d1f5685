//! What was published of the answers to an estimate. Everybody but the secretariat is shown this and nothing newer.

use super::{Conn, Stored};

/// What was last published of a participant's answer: [`crate::estimate::Answered`] as JSON, which holds numbers alone.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Published {
    /// Who answered.
    pub participant_id: String,
    /// As delegations were shown it; none: not shown to them.
    pub inside: Option<String>,
    /// As everybody was shown it.
    pub in_public: Option<String>,
}

/// How an estimate's publication stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Standing {
    /// Grows with every publication; 0 before the first.
    pub version: i64,
    /// Its closing publication was made.
    pub closed: bool,
}

/// What was published of an estimate, by participant.
pub async fn of(c: &mut Conn, estimate: &str) -> Stored<Vec<Published>> {
    all!(
        c,
        Published,
        "SELECT participant_id, inside, in_public FROM published_estimate WHERE estimate_id = $1 \
         ORDER BY participant_id",
        estimate
    )
}

/// How an estimate's publication stands.
pub async fn standing(c: &mut Conn, estimate: &str) -> Stored<Standing> {
    let found =
        first!(c, Standing, "SELECT version, closed FROM estimate_publication WHERE estimate_id = $1", estimate)?;
    Ok(found.unwrap_or_default())
}

/// Makes the next publication, in the transaction that keeps it. False when somebody else made one meanwhile.
pub async fn advance(c: &mut Conn, estimate: &str, to: &Standing) -> Stored<bool> {
    let made = if to.version == 1 {
        run!(
            c,
            "INSERT INTO estimate_publication (estimate_id, version, closed) VALUES ($1, $2, $3) \
             ON CONFLICT (estimate_id) DO NOTHING",
            estimate,
            to.version,
            to.closed
        )?
    } else {
        run!(
            c,
            "UPDATE estimate_publication SET version = $2, closed = $3 WHERE estimate_id = $1 AND version = $2 - 1",
            estimate,
            to.version,
            to.closed
        )?
    };
    Ok(made == 1)
}

/// Keeps what is published from now on; what is shown to nobody any more is forgotten.
pub async fn keep(c: &mut Conn, estimate: &str, rows: &[Published]) -> Stored<()> {
    for row in rows {
        run!(
            c,
            "INSERT INTO published_estimate (estimate_id, participant_id, inside, in_public) VALUES ($1, $2, $3, $4) \
             ON CONFLICT (estimate_id, participant_id) DO UPDATE SET inside = excluded.inside, \
             in_public = excluded.in_public",
            estimate,
            &row.participant_id,
            &row.inside,
            &row.in_public
        )?;
    }
    run!(
        c,
        "DELETE FROM published_estimate WHERE estimate_id = $1 AND inside IS NULL AND in_public IS NULL",
        estimate
    )?;
    Ok(())
}

/// `(answer, reason, language)` of the answers to an estimate that gave a reason and were not erased.
pub async fn reasons(c: &mut Conn, estimate: &str) -> Stored<Vec<(String, String, String)>> {
    all!(
        c,
        (String, String, String),
        "SELECT id, reason, lang FROM estimate_answer WHERE estimate_id = $1 AND reason <> '' ORDER BY id",
        estimate
    )
}
