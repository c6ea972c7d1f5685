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

/// All delegations of a dialogue, by name.
pub async fn all(c: &mut Conn, dialogue: &str) -> Stored<Vec<Delegation>> {
    all!(
        c,
        Delegation,
        "SELECT id, name, kind, country, roles, negotiating_groups, observer, lang, created_at \
         FROM delegation WHERE dialogue_id = $1 ORDER BY name, id",
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

/// One delegation.
pub async fn by_id(c: &mut Conn, id: &str) -> Stored<Option<Delegation>> {
    first!(
        c,
        Delegation,
        "SELECT id, name, kind, country, roles, negotiating_groups, observer, lang, created_at \
         FROM delegation WHERE id = $1",
        id
    )
}
