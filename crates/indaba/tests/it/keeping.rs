//! Backup, restore and check, as their commands do them.

use crate::house::{Folder, TestHouse};
use clap::Parser;
use indaba::commands::{backup::Backup, check::Check, check::troubles, restore::Restore};
use indaba::store::Db;
use indaba::store::response::{self, Change};
use indaba::words::{Attribution, EnteredBy, Value};
use std::path::Path;

#[derive(Parser)]
enum Command {
    Backup(Backup),
    Restore(Restore),
    Check(Check),
}

async fn run(words: &[&str]) -> anyhow::Result<()> {
    match Command::try_parse_from(std::iter::once(&"indaba").chain(words))? {
        Command::Backup(command) => command.run().await,
        Command::Restore(command) => command.run().await,
        Command::Check(command) => command.run().await,
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a readable path")
}

#[tokio::test]
async fn a_backup_taken_while_serving_restores_into_an_empty_folder_alone() {
    let houses = TestHouse::open().await;
    let house = &houses[0];
    house.perspective(0, "Seasons are short.").await;
    let folder = Folder::new();
    let copy = folder.path().join("copy.db");
    let empty = folder.path().join("new");
    run(&["backup", text(&copy), "--data", text(house.folder())]).await.unwrap();
    assert!(run(&["backup", text(&copy), "--data", text(house.folder())]).await.is_err(), "a backup was overwritten");
    run(&["restore", text(&copy), "--data", text(&empty)]).await.unwrap();
    run(&["check", "--data", text(&empty)]).await.unwrap();
    let refused = run(&["restore", text(&copy), "--data", text(&empty)]).await.unwrap_err();
    assert!(refused.to_string().contains("exists already"), "{refused}");
    let db = Db::open(text(&empty.join("indaba.db"))).await.unwrap();
    let board =
        indaba::store::perspective::of_question(&mut db.read().await.unwrap(), &house.questions[0]).await.unwrap();
    assert_eq!(board.len(), 1);
}

#[tokio::test]
async fn what_is_no_backup_is_refused_and_leaves_nothing() {
    let folder = Folder::new();
    let file = folder.path().join("letter.txt");
    std::fs::write(&file, "Dear all").unwrap();
    let data = folder.path().join("data");
    let refused = run(&["restore", text(&file), "--data", text(&data)]).await.unwrap_err();
    assert!(refused.to_string().contains("not a backup"), "{refused}");
    assert_eq!(std::fs::read_dir(&data).unwrap().count(), 0);
}

#[tokio::test]
async fn check_names_what_is_wrong() {
    for house in TestHouse::open().await {
        let perspective = house.perspective(0, "Seasons are short.").await;
        let (participant, _) = house.participant().await;
        assert_eq!(troubles(&house.app.db).await.unwrap(), Vec::<String>::new());
        let change = Change {
            participant,
            perspective,
            // The perspective stands under the first question.
            question: house.questions[1].clone(),
            value: Some(Value::Agree),
            matters: false,
            attribution: Attribution::Named,
            entered_by: EnteredBy::Author,
            at: indaba::store::now(),
        };
        let mut c = house.app.db.write().await.unwrap();
        response::apply(&mut c, &[change]).await.unwrap();
        c.commit().await.unwrap();
        let found = troubles(&house.app.db).await.unwrap();
        assert_eq!(found, ["1 responses stand under another question than their perspective"]);
    }
}
