//! Unofficial translations beside the original, which alone counts.

use super::{Conn, Moment, Stored};

/// A contribution in another language.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Translation {
    /// Id.
    pub id: String,
    /// `perspective` or `question`.
    pub object_kind: String,
    /// What it translates.
    pub object_id: String,
    /// Its language.
    pub lang: String,
    /// The translated text.
    pub text: String,
    /// `person` or the name of a tool.
    pub entered_by: String,
    /// When it came.
    pub created_at: Moment,
}

/// The translations of a contribution, by language.
pub async fn of_object(c: &mut Conn, id: &str) -> Stored<Vec<Translation>> {
    all!(
        c,
        Translation,
        "SELECT id, object_kind, object_id, lang, text, entered_by, created_at FROM translation \
         WHERE object_kind IN ('perspective', 'question') AND object_id = $1 ORDER BY lang",
        id
    )
}

/// Enters a translation in place of an earlier one in the same language.
pub async fn put(c: &mut Conn, dialogue: &str, t: &Translation) -> Stored<()> {
    run!(
        c,
        "INSERT INTO translation (id, dialogue_id, object_kind, object_id, lang, text, entered_by, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (object_kind, object_id, lang) \
         DO UPDATE SET text = excluded.text, entered_by = excluded.entered_by, created_at = excluded.created_at",
        &t.id,
        dialogue,
        &t.object_kind,
        &t.object_id,
        &t.lang,
        &t.text,
        &t.entered_by,
        t.created_at
    )?;
    Ok(())
}
