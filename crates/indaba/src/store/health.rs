//! How a dialogue is doing: counts for the secretariat.

use super::{Conn, Stored};

/// Counts of a dialogue.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Health {
    /// Delegations.
    pub delegations: i64,
    /// Members with an account.
    pub members: i64,
    /// Participants without a delegation.
    pub persons: i64,
    /// Those of them who came without an access code.
    pub without_code: i64,
    /// Perspectives on the page.
    pub perspectives: i64,
    /// Counted responses.
    pub responses: i64,
    /// Access codes that are good.
    pub codes: i64,
}

/// Counts it.
pub async fn of(c: &mut Conn, dialogue: &str) -> Stored<Health> {
    let found = first!(
        c,
        Health,
        "SELECT (SELECT COUNT(*) FROM delegation WHERE dialogue_id = $1 AND withdrawn_at IS NULL) AS delegations, \
           (SELECT COUNT(*) FROM member WHERE dialogue_id = $1) AS members, \
           (SELECT COUNT(*) FROM participant WHERE dialogue_id = $1 AND kind = 'person' AND erased_at IS NULL) AS persons, \
           (SELECT COUNT(*) FROM participant WHERE dialogue_id = $1 AND kind = 'person' AND code_id IS NULL \
             AND erased_at IS NULL) AS without_code, \
           (SELECT COUNT(*) FROM perspective WHERE dialogue_id = $1 AND state = 'published') AS perspectives, \
           (SELECT COUNT(*) FROM response r JOIN question q ON q.id = r.question_id WHERE q.dialogue_id = $1) AS responses, \
           (SELECT COUNT(*) FROM access_code WHERE dialogue_id = $1 AND set_aside_at IS NULL) AS codes",
        dialogue
    )?;
    Ok(found.unwrap_or_default())
}

/// Names of delegations that have neither said nor answered anything, observers left out; 100 at most.
pub async fn silent(c: &mut Conn, dialogue: &str) -> Stored<Vec<(String,)>> {
    all!(
        c,
        (String,),
        "SELECT d.name FROM delegation d WHERE d.dialogue_id = $1 AND d.observer = FALSE AND d.withdrawn_at IS NULL \
           AND NOT EXISTS ( \
           SELECT 1 FROM participant a WHERE a.delegation_id = d.id AND ( \
             EXISTS (SELECT 1 FROM response r WHERE r.participant_id = a.id) \
             OR EXISTS (SELECT 1 FROM perspective p WHERE p.author_id = a.id))) \
         ORDER BY d.name LIMIT 100",
        dialogue
    )
}
