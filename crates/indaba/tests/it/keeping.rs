//! Backup, restore and check, as their commands do them.

use crate::house::{Folder, TestHouse};
use clap::Parser;
use indaba::commands::{backup::Backup, check::Check, check::troubles, restore::Restore};
use indaba::store::Db;
use indaba::store::response::{self, Change};
use indaba::words::Value;
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
    assert!(format!("{refused:#}").contains("not a backup"), "{refused:#}");
    assert!(!data.exists());
}

/// A letter of a text that became another one leaves a store that the engine finds whole.
#[tokio::test]
async fn a_backup_with_one_other_byte_is_refused_before_anything_is_touched() {
    let houses = TestHouse::open().await;
    let house = &houses[0];
    house.perspective(0, "Seasons are short.").await;
    let folder = Folder::new();
    let [copy, bad, data] = ["copy.db", "bad.db", "data"].map(|name| folder.path().join(name));
    run(&["backup", text(&copy), "--data", text(house.folder())]).await.unwrap();
    let good = std::fs::read(&copy).unwrap();
    let place = good.windows(18).position(|part| part == b"Seasons are short.").expect("the text, as it is");
    let restore = async |bytes: &[u8]| {
        std::fs::write(&bad, bytes).unwrap();
        let done = run(&["restore", text(&bad), "--data", text(&data)]).await;
        done.map_err(|error| format!("{error:#}"))
    };
    let changed = |at: usize| {
        let mut bytes = good.clone();
        bytes[at] ^= 1;
        bytes
    };
    for at in [place, 40, good.len() / 2, good.len() - 90, good.len() - 70, good.len() - 2, good.len() - 1] {
        let refused = restore(&changed(at)).await.unwrap_err();
        assert!(refused.contains("damaged") && refused.contains("nothing was changed"), "{at}: {refused}");
        assert!(!data.exists(), "{at}");
    }
    for cut in [1, 88, 5_000, good.len() - 100] {
        let refused = restore(&good[..good.len() - cut]).await.unwrap_err();
        assert!(refused.contains("damaged") && !data.exists(), "{cut}: {refused}");
    }
    // What is there already stays, whatever the backup is like.
    restore(&good).await.unwrap();
    let before = std::fs::read(data.join("indaba.db")).unwrap();
    assert!(restore(&changed(place)).await.is_err());
    assert_eq!(std::fs::read(data.join("indaba.db")).unwrap(), before);
}

#[tokio::test]
async fn a_backup_of_a_version_without_digests_is_restored() {
    let houses = TestHouse::open().await;
    let folder = Folder::new();
    let [old, data] = ["old.db", "data"].map(|name| folder.path().join(name));
    indaba::store::keep::copy(&houses[0].app.db, &old).await.unwrap();
    run(&["restore", text(&old), "--data", text(&data)]).await.unwrap();
    run(&["check", "--data", text(&data)]).await.unwrap();
}

#[tokio::test]
async fn check_names_what_is_wrong() {
    for house in TestHouse::open().await {
        let perspective = house.perspective(0, "Seasons are short.").await;
        let (participant, _) = house.participant().await;
        assert_eq!(troubles(&house.app.db).await.unwrap(), Vec::<String>::new());
        // The perspective stands under the first question.
        let question = house.questions[1].clone();
        let change = Change { question, ..house.change(&participant, &perspective, Some(Value::Agree)) };
        let mut c = house.app.db.write().await.unwrap();
        response::apply(&mut c, &[change]).await.unwrap();
        c.commit().await.unwrap();
        let found = troubles(&house.app.db).await.unwrap();
        assert_eq!(found, ["1 responses stand under another question than their perspective"]);
    }
}
