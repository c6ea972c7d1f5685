//! What readers told the moderators.

use super::{Conn, Moment, Stored};

/// Tells the moderators about a contribution.
#[allow(clippy::too_many_arguments)]
pub async fn insert(
    c: &mut Conn,
    dialogue: &str,
    object_kind: &str,
    object: &str,
    reason: &str,
    participant: Option<&str>,
    now: Moment,
) -> Stored<()> {
    run!(
        c,
        "INSERT INTO report (id, dialogue_id, object_kind, object_id, reason, participant_id, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        super::new_id(),
        dialogue,
        object_kind,
        object,
        reason,
        participant,
        now
    )?;
    Ok(())
}
