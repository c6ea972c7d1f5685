//! Copies and checks of the whole store. Each engine has its own means for them.

use super::{Conn, Db, Moment, Raw, Stored};
use std::path::Path;

/// Copies the built-in store, as it is at one moment, into a new file. Serving goes on meanwhile.
pub async fn copy(db: &Db, file: &Path) -> Stored<()> {
    let Db::Sqlite { write, .. } = db else { return Ok(()) };
    let mut connection = write.acquire().await?;
    sqlx::query("VACUUM INTO $1").bind(file.to_string_lossy().into_owned()).execute(&mut *connection).await?;
    Ok(())
}

/// Writes the tables of practices anew, so that what an earlier version kept in them is in no unused part of the
/// engine's files.
pub async fn rewrite_practices(db: &Db) -> Stored<()> {
    match db {
        Db::Sqlite { write, .. } => {
            let mut connection = write.acquire().await?;
            sqlx::query("VACUUM").execute(&mut *connection).await?;
            sqlx::query("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut *connection).await?;
        }
        Db::Postgres(pool) => {
            sqlx::query("VACUUM FULL practice").execute(pool).await?;
            sqlx::query("VACUUM FULL practice_version").execute(pool).await?;
            sqlx::query("VACUUM FULL practice_reviewer").execute(pool).await?;
        }
    }
    Ok(())
}

/// What the engine itself finds wrong with the file: pages, indexes, references. Empty when all is well.
pub async fn engine(c: &mut Conn) -> Stored<Vec<String>> {
    let Raw::Sqlite(conn) = c.raw() else { return Ok(Vec::new()) };
    let pages: Vec<(String,)> = sqlx::query_as("PRAGMA integrity_check").fetch_all(&mut *conn).await?;
    let mut wrong: Vec<String> = pages.into_iter().map(|(line,)| line).filter(|line| line != "ok").collect();
    let references: Vec<(String, Option<i64>, String)> =
        sqlx::query_as("SELECT \"table\", rowid, parent FROM pragma_foreign_key_check").fetch_all(conn).await?;
    wrong.extend(references.into_iter().map(|(table, row, parent)| match row {
        Some(row) => format!("row {row} of {table} refers to a {parent} that is not there"),
        None => format!("a row of {table} refers to a {parent} that is not there"),
    }));
    Ok(wrong)
}

/// Counted responses that are not the last of their history.
pub async fn unlike_history(c: &mut Conn) -> Stored<i64> {
    count!(
        c,
        "WITH last AS (SELECT participant_id, perspective_id, value, matters, ROW_NUMBER() OVER \
           (PARTITION BY participant_id, perspective_id ORDER BY id DESC) AS n FROM response_event) \
         SELECT COUNT(*) FROM response r LEFT JOIN last l ON l.participant_id = r.participant_id \
           AND l.perspective_id = r.perspective_id AND l.n = 1 \
         WHERE l.value IS NULL OR l.value <> r.value OR l.matters <> r.matters"
    )
}

/// Responses that stand last in the history and are not counted.
pub async fn uncounted(c: &mut Conn) -> Stored<i64> {
    count!(
        c,
        "WITH last AS (SELECT participant_id, perspective_id, value, ROW_NUMBER() OVER \
           (PARTITION BY participant_id, perspective_id ORDER BY id DESC) AS n FROM response_event) \
         SELECT COUNT(*) FROM last l LEFT JOIN response r ON r.participant_id = l.participant_id \
           AND r.perspective_id = l.perspective_id \
         WHERE l.n = 1 AND l.value IS NOT NULL AND r.participant_id IS NULL"
    )
}

/// Responses under another question than their perspective.
pub async fn under_another_question(c: &mut Conn) -> Stored<i64> {
    count!(
        c,
        "SELECT COUNT(*) FROM response r JOIN perspective p ON p.id = r.perspective_id \
         WHERE p.question_id <> r.question_id"
    )
}

/// Entries of the history whose participant or perspective is not there.
pub async fn history_of_nobody(c: &mut Conn) -> Stored<i64> {
    count!(
        c,
        "SELECT COUNT(*) FROM response_event e LEFT JOIN participant a ON a.id = e.participant_id \
         LEFT JOIN perspective p ON p.id = e.perspective_id WHERE a.id IS NULL OR p.id IS NULL"
    )
}

/// Perspectives, and responses of participants, that stand in another dialogue than their question.
pub async fn in_another_dialogue(c: &mut Conn) -> Stored<i64> {
    count!(
        c,
        "SELECT (SELECT COUNT(*) FROM perspective p JOIN question q ON q.id = p.question_id \
           WHERE q.dialogue_id <> p.dialogue_id) + \
         (SELECT COUNT(*) FROM response r JOIN participant a ON a.id = r.participant_id \
           JOIN question q ON q.id = r.question_id WHERE q.dialogue_id <> a.dialogue_id)"
    )
}

/// Perspectives marked in a statement that is not there.
pub async fn of_no_statement(c: &mut Conn) -> Stored<i64> {
    count!(
        c,
        "SELECT COUNT(*) FROM perspective p LEFT JOIN statement s ON s.id = p.statement_id \
         WHERE p.statement_id IS NOT NULL AND s.id IS NULL"
    )
}

/// Counted responses in the whole store.
pub async fn responses(c: &mut Conn) -> Stored<i64> {
    count!(c, "SELECT COUNT(*) FROM response")
}

/// One entry of the history, as the record has it: `(participant, perspective, value, matters, when)`.
pub type Entry = (String, String, Option<i64>, bool, Moment);

/// The whole history in its order.
pub async fn history(c: &mut Conn) -> Stored<Vec<Entry>> {
    all!(c, Entry, "SELECT participant_id, perspective_id, value, matters, at FROM response_event ORDER BY id")
}

/// Every counted response of the store: `(participant, perspective, value, matters, when)`.
pub async fn counted(c: &mut Conn) -> Stored<Vec<Entry>> {
    all!(c, Entry, "SELECT participant_id, perspective_id, value, matters, at FROM response")
}
