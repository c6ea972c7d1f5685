//! Effects: what a measure does to a delegation in a sphere, and who says so; whether a delegation shows its own; and
//! the confidential figures as they last went into results that others see.

use super::{Conn, Moment, Stored};
use crate::measure::Origin;

/// What a measure does to a party in a sphere, as somebody says.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Effect {
    /// The measure.
    pub measure_id: String,
    /// The delegation that it does something to.
    pub delegation_id: String,
    /// The sphere.
    pub sphere: String,
    /// Who says so.
    #[sqlx(try_from = "String")]
    pub origin: Origin,
    /// The expert, the work or the model; empty for the delegation's own.
    pub said_by: String,
    /// At worst, −3 to 3.
    pub low: i64,
    /// Most likely.
    pub mode: i64,
    /// At best.
    pub high: i64,
    /// Why.
    pub reason: String,
    /// Language of the reason.
    pub lang: String,
    /// Address of evidence.
    pub evidence: String,
    /// When it was said.
    pub at: Moment,
}

/// All effects of a dialogue: confidential ones too. Show them only through [`crate::landing_zone::sight`].
pub async fn all(c: &mut Conn, dialogue: &str) -> Stored<Vec<Effect>> {
    all!(
        c,
        Effect,
        "SELECT measure_id, delegation_id, sphere, origin, said_by, low, mode, high, reason, lang, evidence, at \
         FROM effect WHERE dialogue_id = $1 ORDER BY measure_id, delegation_id, sphere, origin, said_by",
        dialogue
    )
}

/// What a delegation says of itself.
pub async fn own(c: &mut Conn, delegation: &str) -> Stored<Vec<Effect>> {
    all!(
        c,
        Effect,
        "SELECT measure_id, delegation_id, sphere, origin, said_by, low, mode, high, reason, lang, evidence, at \
         FROM effect WHERE delegation_id = $1 AND origin = 'own' ORDER BY measure_id, sphere",
        delegation
    )
}

/// Holds what a delegation says of itself until the commit: of two of its members who change it at once on PostgreSQL, the
/// second sees what the first has said.
pub async fn hold(c: &mut Conn, delegation: &str) -> Stored<()> {
    run!(c, "UPDATE delegation SET name = name WHERE id = $1", delegation)?;
    Ok(())
}

/// Whether anybody has said what a measure does.
pub async fn assessed(c: &mut Conn, measure: &str) -> Stored<bool> {
    Ok(count!(c, "SELECT COUNT(*) FROM effect WHERE measure_id = $1", measure)? > 0)
}

/// Keeps an effect in place of what the same side said before.
pub async fn put(c: &mut Conn, dialogue: &str, e: &Effect) -> Stored<()> {
    run!(
        c,
        "INSERT INTO effect (dialogue_id, measure_id, delegation_id, sphere, origin, said_by, low, mode, high, reason, \
         lang, evidence, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) \
         ON CONFLICT (measure_id, delegation_id, sphere, origin, said_by) DO UPDATE SET low = excluded.low, \
         mode = excluded.mode, high = excluded.high, reason = excluded.reason, lang = excluded.lang, \
         evidence = excluded.evidence, at = excluded.at",
        dialogue,
        &e.measure_id,
        &e.delegation_id,
        &e.sphere,
        e.origin.as_str(),
        &e.said_by,
        e.low,
        e.mode,
        e.high,
        &e.reason,
        &e.lang,
        &e.evidence,
        e.at
    )?;
    Ok(())
}

/// Takes back what a side said of one cell.
pub async fn clear(c: &mut Conn, e: &Effect) -> Stored<u64> {
    run!(
        c,
        "DELETE FROM effect WHERE measure_id = $1 AND delegation_id = $2 AND sphere = $3 AND origin = $4 AND said_by = $5",
        &e.measure_id,
        &e.delegation_id,
        &e.sphere,
        e.origin.as_str(),
        &e.said_by
    )
}

/// Takes back what a model said of a measure on one piece of evidence.
pub async fn clear_modelled(c: &mut Conn, measure: &str, evidence: &str) -> Stored<u64> {
    run!(c, "DELETE FROM effect WHERE measure_id = $1 AND origin = 'model' AND evidence = $2", measure, evidence)
}

/// Delegations that show their own effects to everybody.
pub async fn published(c: &mut Conn, dialogue: &str) -> Stored<Vec<(String,)>> {
    all!(
        c,
        (String,),
        "SELECT delegation_id FROM assessment WHERE dialogue_id = $1 AND published = TRUE ORDER BY delegation_id",
        dialogue
    )
}

/// Shows a delegation's effects to everybody, or keeps them confidential.
pub async fn publish(c: &mut Conn, dialogue: &str, delegation: &str, published: bool, now: Moment) -> Stored<()> {
    run!(
        c,
        "INSERT INTO assessment (delegation_id, dialogue_id, published, changed_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (delegation_id) DO UPDATE SET published = excluded.published, changed_at = excluded.changed_at",
        delegation,
        dialogue,
        published,
        now
    )?;
    Ok(())
}

/// Confidential figures as they last went into results that others see.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Layer {
    /// Whose.
    pub delegation_id: String,
    /// The bloc that it stood in.
    pub bloc: String,
    /// The figures, as JSON ([`crate::landing_zone::Figures`]).
    pub figures: String,
    /// When.
    pub at: Moment,
}

/// The layer of a dialogue.
pub async fn layer(c: &mut Conn, dialogue: &str) -> Stored<Vec<Layer>> {
    all!(
        c,
        Layer,
        "SELECT delegation_id, bloc, figures, at FROM landing_layer WHERE dialogue_id = $1 ORDER BY delegation_id",
        dialogue
    )
}

/// Puts a delegation's figures into the layer.
pub async fn put_layer(c: &mut Conn, dialogue: &str, l: &Layer) -> Stored<()> {
    run!(
        c,
        "INSERT INTO landing_layer (dialogue_id, delegation_id, bloc, figures, at) VALUES ($1, $2, $3, $4, $5) \
         ON CONFLICT (dialogue_id, delegation_id) DO UPDATE SET bloc = excluded.bloc, figures = excluded.figures, \
         at = excluded.at",
        dialogue,
        &l.delegation_id,
        &l.bloc,
        &l.figures,
        l.at
    )?;
    Ok(())
}

/// Takes a delegation's figures out of the layer.
pub async fn drop_layer(c: &mut Conn, dialogue: &str, delegation: &str) -> Stored<()> {
    run!(c, "DELETE FROM landing_layer WHERE dialogue_id = $1 AND delegation_id = $2", dialogue, delegation)?;
    Ok(())
}

/// Forgets all figures, lines and voices of a delegation that is erased.
pub async fn forget(c: &mut Conn, delegation: &str) -> Stored<()> {
    run!(c, "DELETE FROM effect WHERE delegation_id = $1", delegation)?;
    run!(c, "DELETE FROM assessment WHERE delegation_id = $1", delegation)?;
    run!(c, "DELETE FROM red_line WHERE delegation_id = $1", delegation)?;
    run!(c, "DELETE FROM landing_layer WHERE delegation_id = $1", delegation)?;
    run!(c, "DELETE FROM decision_voice WHERE delegation_id = $1", delegation)?;
    Ok(())
}
