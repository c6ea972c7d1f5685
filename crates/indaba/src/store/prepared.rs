//! Prepared statements that delegations bring; perspectives are marked in them.

use super::{Conn, Moment, Stored};
use crate::words::Attribution;

/// A statement as it was brought.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Statement {
    /// Id.
    pub id: String,
    /// Whose it is.
    pub delegation_id: String,
    /// The delegation's name.
    pub delegation: String,
    /// Title.
    pub title: String,
    /// Language.
    pub lang: String,
    /// Its passages, a JSON array of texts.
    pub passages: String,
    /// What may be said about whose it is.
    #[sqlx(try_from = "String")]
    pub attribution: Attribution,
    /// When it was brought.
    pub created_at: Moment,
}

/// Keeps a statement.
pub async fn insert(c: &mut Conn, dialogue: &str, s: &Statement) -> Stored<()> {
    run!(
        c,
        "INSERT INTO statement (id, dialogue_id, delegation_id, title, lang, passages, attribution, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &s.id,
        dialogue,
        &s.delegation_id,
        &s.title,
        &s.lang,
        &s.passages,
        s.attribution.as_str(),
        s.created_at
    )?;
    Ok(())
}

/// A statement of a dialogue.
pub async fn by_id(c: &mut Conn, dialogue: &str, id: &str) -> Stored<Option<Statement>> {
    first!(
        c,
        Statement,
        "SELECT s.id, s.delegation_id, d.name AS delegation, s.title, s.lang, s.passages, s.attribution, s.created_at \
         FROM statement s JOIN delegation d ON d.id = s.delegation_id WHERE s.dialogue_id = $1 AND s.id = $2",
        dialogue,
        id
    )
}

/// Statements of one delegation or (with an empty id) of all, the newest first.
pub async fn all(c: &mut Conn, dialogue: &str, delegation: &str, from: i64) -> Stored<Vec<Statement>> {
    all!(
        c,
        Statement,
        "SELECT s.id, s.delegation_id, d.name AS delegation, s.title, s.lang, '[]' AS passages, s.attribution, \
         s.created_at FROM statement s JOIN delegation d ON d.id = s.delegation_id \
         WHERE s.dialogue_id = $1 AND ($2 = '' OR s.delegation_id = $2) ORDER BY s.created_at DESC, s.id DESC \
         LIMIT 101 OFFSET $3",
        dialogue,
        delegation,
        from
    )
}

/// `(question's reference, text)` of perspectives marked in a statement.
pub async fn marked(c: &mut Conn, statement: &str) -> Stored<Vec<(String, String)>> {
    all!(
        c,
        (String, String),
        "SELECT q.reference, p.text FROM perspective p JOIN question q ON q.id = p.question_id \
         WHERE p.statement_id = $1 ORDER BY p.created_at, p.number LIMIT 200",
        statement
    )
}
