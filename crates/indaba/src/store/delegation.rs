//! Delegations: collective actors, their place in the world and their members.

use super::{Conn, Moment, Stored};
use crate::words::Kind;

/// A collective actor of a dialogue.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Delegation {
    /// Id.
    pub id: String,
    /// Name as accredited.
    pub name: String,
    /// What it is.
    #[sqlx(try_from = "String")]
    pub kind: Kind,
    /// UN M49 code of its country or region, or empty.
    pub country: String,
    /// [`crate::words::Position`]s, `;` between.
    pub roles: String,
    /// Negotiating groups, `;` between.
    pub negotiating_groups: String,
    /// Reads and speaks; its responses are not counted.
    pub observer: bool,
    /// Language that it works in.
    pub lang: String,
    /// When it was accredited.
    pub created_at: Moment,
}

/// The delegations of a dialogue, by name; without those that have left it.
pub async fn all(c: &mut Conn, dialogue: &str) -> Stored<Vec<Delegation>> {
    all!(
        c,
        Delegation,
        "SELECT id, name, kind, country, roles, negotiating_groups, observer, lang, created_at \
         FROM delegation WHERE dialogue_id = $1 AND withdrawn_at IS NULL ORDER BY name, id",
        dialogue
    )
}

/// Accredits a delegation.
pub async fn insert(c: &mut Conn, dialogue: &str, d: &Delegation) -> Stored<()> {
    run!(
        c,
        "INSERT INTO delegation (id, dialogue_id, name, kind, country, roles, negotiating_groups, observer, lang, \
         created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &d.id,
        dialogue,
        &d.name,
        d.kind.as_str(),
        &d.country,
        &d.roles,
        &d.negotiating_groups,
        d.observer,
        &d.lang,
        d.created_at
    )?;
    Ok(())
}

/// Describes a delegation anew. One that had left is back by it.
pub async fn update(c: &mut Conn, dialogue: &str, d: &Delegation, now: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE delegation SET name = $3, kind = $4, country = $5, roles = $6, negotiating_groups = $7, observer = $8, \
         lang = $9, changed_at = $10, withdrawn_at = NULL WHERE dialogue_id = $1 AND id = $2",
        dialogue,
        &d.id,
        &d.name,
        d.kind.as_str(),
        &d.country,
        &d.roles,
        &d.negotiating_groups,
        d.observer,
        &d.lang,
        now
    )
}

/// The id of the delegation that had a name, left the dialogue, and may be accredited again.
pub async fn departed(c: &mut Conn, dialogue: &str, name: &str) -> Stored<Option<String>> {
    let row = first!(
        c,
        (String,),
        "SELECT id FROM delegation WHERE dialogue_id = $1 AND name = $2 AND withdrawn_at IS NOT NULL",
        dialogue,
        name
    )?;
    Ok(row.map(|(id,)| id))
}

/// One delegation.
pub async fn by_id(c: &mut Conn, id: &str) -> Stored<Option<Delegation>> {
    first!(
        c,
        Delegation,
        "SELECT id, name, kind, country, roles, negotiating_groups, observer, lang, created_at \
         FROM delegation WHERE id = $1 AND withdrawn_at IS NULL",
        id
    )
}
