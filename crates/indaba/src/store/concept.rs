//! Concepts of the server's own, each below one of the vocabulary.

use super::{Conn, Moment, Stored};

/// A concept that the vocabulary lacks.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Concept {
    /// Id: `own-` and a UUID.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// In which language.
    pub lang: String,
    /// The wider concept.
    pub broader: String,
    /// When it was added.
    pub created_at: Moment,
}

/// All of them, in the order of their coming.
pub async fn all(c: &mut Conn) -> Stored<Vec<Concept>> {
    all!(c, Concept, "SELECT id, label, lang, broader, created_at FROM own_concept ORDER BY created_at, id")
}

/// Adds one.
pub async fn insert(c: &mut Conn, k: &Concept) -> Stored<()> {
    run!(
        c,
        "INSERT INTO own_concept (id, label, lang, broader, created_at) VALUES ($1, $2, $3, $4, $5)",
        &k.id,
        &k.label,
        &k.lang,
        &k.broader,
        k.created_at
    )?;
    Ok(())
}
