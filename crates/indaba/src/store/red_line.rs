//! Red lines: floors that a delegation sets for itself, for a sphere, or a measure that it can't accept.

use super::{Conn, Moment, Stored};

/// One floor.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct RedLine {
    /// Id.
    pub id: String,
    /// Whose.
    pub delegation_id: String,
    /// The sphere in which the delegation does not go below the floor.
    pub sphere: Option<String>,
    /// The measure that it can't accept.
    pub measure_id: Option<String>,
    /// The floor; 0 when absent.
    pub floor: Option<i64>,
    /// Shown to everybody.
    pub published: bool,
    /// When it was set.
    pub created_at: Moment,
}

/// All red lines of a dialogue: confidential ones too.
pub async fn all(c: &mut Conn, dialogue: &str) -> Stored<Vec<RedLine>> {
    all!(
        c,
        RedLine,
        "SELECT id, delegation_id, sphere, measure_id, floor, published, created_at FROM red_line \
         WHERE dialogue_id = $1 ORDER BY created_at, id",
        dialogue
    )
}

/// Sets a red line.
pub async fn insert(c: &mut Conn, dialogue: &str, r: &RedLine) -> Stored<()> {
    run!(
        c,
        "INSERT INTO red_line (id, dialogue_id, delegation_id, sphere, measure_id, floor, published, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &r.id,
        dialogue,
        &r.delegation_id,
        &r.sphere,
        &r.measure_id,
        r.floor,
        r.published,
        r.created_at
    )?;
    Ok(())
}

/// Shows one's own red line to everybody, or keeps it confidential; 0 where it is not one's own.
pub async fn publish(c: &mut Conn, delegation: &str, id: &str, published: bool) -> Stored<u64> {
    run!(c, "UPDATE red_line SET published = $3 WHERE delegation_id = $1 AND id = $2", delegation, id, published)
}

/// Takes one's own red line back; 0 where it is not one's own.
pub async fn delete(c: &mut Conn, delegation: &str, id: &str) -> Stored<u64> {
    run!(c, "DELETE FROM red_line WHERE delegation_id = $1 AND id = $2", delegation, id)
}
