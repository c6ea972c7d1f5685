//! Packages: sets of measures that a dialogue works on. The one kept last is the working package.

use super::{Conn, Moment, Stored};

/// A kept set of measures.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Package {
    /// Id.
    pub id: String,
    /// Its number in the dialogue: the address.
    pub number: i64,
    /// Title as given.
    pub title: String,
    /// Language of the title.
    pub lang: String,
    /// Numbers of its measures, `;` between.
    pub measures: String,
    /// Canonical query of the result that it was kept from.
    pub basis: String,
    /// When.
    pub created_at: Moment,
}

/// The packages of a dialogue, the newest first.
pub async fn all(c: &mut Conn, dialogue: &str) -> Stored<Vec<Package>> {
    all!(
        c,
        Package,
        "SELECT id, number, title, lang, measures, basis, created_at FROM package WHERE dialogue_id = $1 \
         ORDER BY number DESC",
        dialogue
    )
}

/// The number that the next package of a dialogue gets. Call it in the transaction that inserts.
pub async fn next_number(c: &mut Conn, dialogue: &str) -> Stored<i64> {
    // Holds the dialogue's row until the commit, so that two who keep at once on PostgreSQL get two numbers.
    run!(c, "UPDATE dialogue SET slug = slug WHERE id = $1", dialogue)?;
    count!(c, "SELECT COALESCE(MAX(number), 0) + 1 FROM package WHERE dialogue_id = $1", dialogue)
}

/// Keeps a package.
pub async fn insert(c: &mut Conn, dialogue: &str, p: &Package) -> Stored<()> {
    run!(
        c,
        "INSERT INTO package (id, dialogue_id, number, title, lang, measures, basis, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &p.id,
        dialogue,
        p.number,
        &p.title,
        &p.lang,
        &p.measures,
        &p.basis,
        p.created_at
    )?;
    Ok(())
}
