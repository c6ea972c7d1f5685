//! The store on both engines.

use crate::house::{TestHouse, stores};
use indaba::store::{self, Conn, response};
use indaba::words::Value;
use std::path::Path;

#[tokio::test]
async fn the_last_of_several_changes_counts_and_history_has_all() {
    for house in TestHouse::open().await {
        let perspective = house.perspective(0, "Seasons are short.").await;
        let ((one, _), (two, _)) = (house.participant().await, house.participant().await);
        let mut c = house.app.db.write().await.unwrap();
        let changes = [
            house.change(&one, &perspective, Some(Value::Agree)),
            house.change(&two, &perspective, Some(Value::Pass)),
            house.change(&one, &perspective, Some(Value::Disagree)),
            house.change(&two, &perspective, None),
        ];
        response::apply(&mut c, &changes).await.unwrap();
        c.commit().await.unwrap();
        let mut c = house.app.db.read().await.unwrap();
        let counted = response::of_question(&mut c, &house.questions[0]).await.unwrap();
        assert_eq!(
            counted.iter().map(|r| (r.participant_id.as_str(), r.value)).collect::<Vec<_>>(),
            [(one.as_str(), -1)]
        );
        assert_eq!(store::keep::history(&mut c).await.unwrap().len(), 4);
    }
}

#[tokio::test]
async fn what_is_not_committed_is_not_there() {
    for (db, _folder) in stores().await {
        let mut c = db.write().await.unwrap();
        store::server::set(&mut c, "kept", "no").await.unwrap();
        drop(c);
        assert_eq!(store::server::get(&mut db.read().await.unwrap(), "kept").await.unwrap(), None);
    }
}

#[tokio::test]
async fn every_statement_prepares_on_both_engines() {
    let statements = statements();
    assert!(statements.len() > 50, "only {} statements were found", statements.len());
    for (db, _folder) in stores().await {
        let mut c = db.read().await.unwrap();
        for (place, sql) in &statements {
            let prepared = prepare(&mut c, sql).await;
            assert!(prepared.is_ok(), "{place}: {}\n{sql}", prepared.unwrap_err());
        }
    }
}

async fn prepare(c: &mut Conn, sql: &str) -> Result<(), sqlx::Error> {
    use sqlx::{AssertSqlSafe, Executor, SqlSafeStr};
    let sql = AssertSqlSafe(sql.to_owned()).into_sql_str();
    match c {
        Conn::SqliteRead(c) => c.prepare(sql).await.map(|_| ()),
        Conn::SqliteWrite(c) => c.prepare(sql).await.map(|_| ()),
        Conn::PostgresRead(c) => c.prepare(sql).await.map(|_| ()),
        Conn::PostgresWrite(c) => c.prepare(sql).await.map(|_| ()),
    }
}

/// `(file, text)` of every literal in one of the four macros of the store.
fn statements() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/store");
    let mut found = Vec::new();
    for file in std::fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name == "statement.rs" {
            continue;
        }
        let text = std::fs::read_to_string(&path).unwrap();
        for macro_name in ["all!(", "first!(", "count!(", "run!("] {
            for (at, _) in text.match_indices(macro_name) {
                found.push((name.clone(), literal(&text[at..])));
            }
        }
    }
    found
}

/// The first string literal, with its continued lines joined as the compiler joins them.
fn literal(text: &str) -> String {
    let start = text.find('"').expect("a literal") + 1;
    let mut out = String::new();
    let mut chars = text[start..].chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' => break,
            '\\' if chars.peek() == Some(&'\n') => while chars.next_if(|c| c.is_whitespace()).is_some() {},
            '\\' => out.extend(chars.next()),
            c => out.push(c),
        }
    }
    out
}
