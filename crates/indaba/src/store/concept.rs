//! Concepts of the server's own, each below one of the vocabulary.

use super::{Conn, Moment, Stored};

/// A concept that the vocabulary lacks.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Concept {
    /// Id: begins with `own-`.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// In which language.
    pub lang: String,
    /// The wider concept.
    pub broader: String,
    /// Suggested to whoever types.
    pub listed: bool,
    /// When it was added.
    pub created_at: Moment,
}

/// All of them, in the order of their coming.
pub async fn all(c: &mut Conn) -> Stored<Vec<Concept>> {
    all!(c, Concept, "SELECT id, label, lang, broader, listed, created_at FROM own_concept ORDER BY created_at, id")
}

/// Those of a language, by what they are called: one label is one concept.
pub async fn of_lang(c: &mut Conn, lang: &str) -> Stored<Vec<(String, String)>> {
    all!(c, (String, String), "SELECT label, id FROM own_concept WHERE lang = $1 ORDER BY created_at, id", lang)
}

/// Adds one; what is there already stays as it is.
pub async fn insert(c: &mut Conn, k: &Concept) -> Stored<()> {
    run!(
        c,
        "INSERT INTO own_concept (id, label, lang, broader, listed, created_at) VALUES ($1, $2, $3, $4, $5, $6) \
         ON CONFLICT DO NOTHING",
        &k.id,
        &k.label,
        &k.lang,
        &k.broader,
        k.listed,
        k.created_at
    )?;
    Ok(())
}

/// Suggests one to whoever types.
pub async fn list(c: &mut Conn, id: &str) -> Stored<()> {
    run!(c, "UPDATE own_concept SET listed = TRUE WHERE id = $1", id)?;
    Ok(())
}

/// Removes one: needs, offers, reasons and concepts below it name its wider concept from now on.
pub async fn remove(c: &mut Conn, k: &Concept) -> Stored<()> {
    let (here, there) = (format!("\"{}\"", k.id), format!("\"{}\"", k.broader));
    let within = format!("%{here}%");
    run!(c, "UPDATE need SET profile = REPLACE(profile, $1, $2) WHERE profile LIKE $3", &here, &there, &within)?;
    run!(c, "UPDATE offer SET profile = REPLACE(profile, $1, $2) WHERE profile LIKE $3", &here, &there, &within)?;
    run!(
        c,
        "UPDATE introduction SET reasons = REPLACE(reasons, $1, $2) WHERE reasons LIKE $3",
        &here,
        &there,
        &within
    )?;
    run!(c, "UPDATE own_concept SET broader = $2 WHERE broader = $1", &k.id, &k.broader)?;
    run!(c, "DELETE FROM own_concept WHERE id = $1", &k.id)?;
    Ok(())
}
