//! Scenarios of the model of corridors, as a dialogue keeps them.

use super::{Conn, Moment, Stored};
use crate::words::Attribution;

/// A kept scenario.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Scenario {
    /// Id.
    pub id: String,
    /// Its number in the dialogue: the address.
    pub number: i64,
    /// Title as given.
    pub title: String,
    /// Language of the title.
    pub lang: String,
    /// Canonical text ([`crate::corridors::Asked::query`]).
    pub query: String,
    /// What may be said about its author.
    #[sqlx(try_from = "String")]
    pub attribution: Attribution,
    /// The participant who kept it; none for the secretariat.
    pub author_id: Option<String>,
    /// When.
    pub created_at: Moment,
}

/// The scenarios of a dialogue, by number.
pub async fn all(c: &mut Conn, dialogue: &str) -> Stored<Vec<Scenario>> {
    all!(
        c,
        Scenario,
        "SELECT id, number, title, lang, query, attribution, author_id, created_at FROM scenario \
         WHERE dialogue_id = $1 ORDER BY number",
        dialogue
    )
}

/// One scenario of a dialogue.
pub async fn by_number(c: &mut Conn, dialogue: &str, number: i64) -> Stored<Option<Scenario>> {
    first!(
        c,
        Scenario,
        "SELECT id, number, title, lang, query, attribution, author_id, created_at FROM scenario \
         WHERE dialogue_id = $1 AND number = $2",
        dialogue,
        number
    )
}

/// Keeps a scenario.
pub async fn insert(c: &mut Conn, dialogue: &str, s: &Scenario) -> Stored<()> {
    run!(
        c,
        "INSERT INTO scenario (id, dialogue_id, number, title, lang, query, attribution, author_id, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        &s.id,
        dialogue,
        s.number,
        &s.title,
        &s.lang,
        &s.query,
        s.attribution.as_str(),
        &s.author_id,
        s.created_at
    )?;
    Ok(())
}

/// The number that the next scenario of a dialogue gets. Call it in the transaction that inserts.
pub async fn next_number(c: &mut Conn, dialogue: &str) -> Stored<i64> {
    // Holds the dialogue's row until the commit, so that two who keep at once on PostgreSQL get two numbers.
    run!(c, "UPDATE dialogue SET slug = slug WHERE id = $1", dialogue)?;
    count!(c, "SELECT COALESCE(MAX(number), 0) + 1 FROM scenario WHERE dialogue_id = $1", dialogue)
}

/// Erases what a participant kept.
pub async fn erase(c: &mut Conn, participant: &str) -> Stored<()> {
    run!(c, "DELETE FROM scenario WHERE author_id = $1", participant)?;
    Ok(())
}
