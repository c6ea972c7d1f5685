//! Keeping the store: a copy of it while it is in use, and what a check finds.

use super::{Conn, Db, Raw, Stored};

/// Writes a whole copy of the built-in store to a new file, consistent while it is in use. None on PostgreSQL, which
/// has tools of its own.
pub async fn copy_to(db: &Db, file: &str) -> Stored<Option<()>> {
    match db {
        Db::Sqlite { write, .. } => {
            sqlx::query("VACUUM INTO $1").bind(file).execute(write).await?;
            Ok(Some(()))
        }
        Db::Postgres(_) => Ok(None),
    }
}

/// What the engine says of its own file: empty when all is well. PostgreSQL checks its pages itself.
pub async fn engine(c: &mut Conn) -> Stored<Vec<String>> {
    let Raw::Sqlite(conn) = c.raw() else { return Ok(Vec::new()) };
    let said: Vec<(String,)> = sqlx::query_as("PRAGMA integrity_check").fetch_all(&mut *conn).await?;
    let orphans = sqlx::query("PRAGMA foreign_key_check").fetch_all(&mut *conn).await?;
    let mut found: Vec<String> = said.into_iter().map(|(line,)| line).filter(|line| line != "ok").collect();
    if !orphans.is_empty() {
        found.push(format!("{} rows point at rows that are not there", orphans.len()));
    }
    Ok(found)
}

/// Counted responses that are not the last one of their history.
pub async fn responses_without_history(c: &mut Conn) -> Stored<i64> {
    count!(
        c,
        "SELECT COUNT(*) FROM response r WHERE NOT EXISTS (SELECT 1 FROM response_event e \
         WHERE e.participant_id = r.participant_id AND e.perspective_id = r.perspective_id \
         AND e.value = r.value AND e.at = r.at)"
    )
}

/// Responses whose perspective stands under another question.
pub async fn responses_misplaced(c: &mut Conn) -> Stored<i64> {
    count!(
        c,
        "SELECT COUNT(*) FROM response r JOIN perspective p ON p.id = r.perspective_id \
         WHERE p.question_id <> r.question_id"
    )
}

/// `(dialogues, participants, perspectives, responses)`: how much there is.
pub async fn amounts(c: &mut Conn) -> Stored<[i64; 4]> {
    Ok([
        count!(c, "SELECT COUNT(*) FROM dialogue")?,
        count!(c, "SELECT COUNT(*) FROM participant")?,
        count!(c, "SELECT COUNT(*) FROM perspective")?,
        count!(c, "SELECT COUNT(*) FROM response")?,
    ])
}
