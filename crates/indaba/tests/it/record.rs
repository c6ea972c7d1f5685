//! The record: what is in it, what is not, and that results follow from it.

use crate::heard::{Hall, K, hall};
use crate::house::TestHouse;
use clap::Parser;
use indaba::access::Role;
use indaba::commands::landscape::Landscape as LandscapeCommand;
use indaba::live::landscape::Audience;
use indaba::record::{self, Face, Pack};
use indaba::store::response::Change;
use indaba::words::{self, Attribution, Kind};
use indaba::{live, secret, store};
use landscape::{Blocs, Options, Statement, Value, Votes};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::io::Read;

/// The files of a face, by name.
async fn files(hall: &Hall, face: Face) -> BTreeMap<String, String> {
    live::publication::renew_all(&hall.app.db, &hall.convened().await, 1_000).await.unwrap();
    let mut c = hall.app.db.snapshot().await.unwrap();
    let (_, bytes) = record::write(&mut c, &hall.convened().await, face, "key", 1_000, Pack::zip()).await.unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut files = BTreeMap::new();
    for i in 0..zip.len() {
        let mut file = zip.by_index(i).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        files.insert(file.name().unwrap().into_owned(), String::from_utf8_lossy(&bytes).into_owned());
    }
    files
}

/// The rows of a table, by the names of its columns.
fn rows(text: &str) -> Vec<HashMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().collect::<Result<_, _>>().unwrap()
}

#[tokio::test]
async fn the_landscape_follows_from_the_full_record_alone() {
    for hall in hall().await {
        let files = files(&hall, Face::Full).await;
        let mut votes = Votes::builder();
        let perspectives = rows(&files["perspectives.csv"]);
        let counted: Vec<_> =
            perspectives.iter().filter(|p| p["question"] == "3.1" && p["attribution"] != "off_the_record").collect();
        let there: HashSet<&str> = counted.iter().map(|p| p["id"].as_str()).collect();
        for r in rows(&files["responses.csv"]).iter().filter(|r| there.contains(r["perspective"].as_str())) {
            let value = match r["value"].as_str() {
                "agree" => Value::Agree,
                "disagree" => Value::Disagree,
                _ => Value::Pass,
            };
            let at: jiff::Timestamp = r["at"].parse().unwrap();
            votes.response(&r["participant"], &r["perspective"], value, at.as_millisecond());
        }
        let statements: Vec<Statement> = counted.iter().map(|p| Statement::new(&p["id"], &p["text"])).collect();
        let mut blocs = Blocs::new();
        for p in rows(&files["participants.csv"]) {
            assert_eq!(p["way_in"], "accredited", "only delegations responded");
            for bloc in p["blocs"].split(';').filter(|b| !b.is_empty()) {
                blocs.entry(bloc.to_owned()).or_default().insert(p["participant"].clone());
            }
        }
        let again = landscape::indaba(&votes.build(), &statements, &Options { blocs, ..Options::default() });
        assert!(!again.divides.is_empty(), "the fixture has something to tell");
        assert_eq!(again.to_json(), files["landscape/3.1.json"]);

        let convened = hall.convened().await;
        let audience = Audience::Secretariat;
        let shown = live::landscape::current(&hall.app, &convened, &convened.questions[0], audience).await.unwrap();
        assert_eq!(
            shown.landscape.to_json(),
            files["landscape/3.1.json"],
            "what the page shows is what the record gives"
        );
    }
}

#[derive(clap::Parser)]
enum Command {
    Landscape(Box<LandscapeCommand>),
}

/// `indaba landscape` with these arguments: what it writes.
async fn command(arguments: &[&str], out: &std::path::Path) -> String {
    let named = ["indaba", "landscape", "--json", out.to_str().unwrap()];
    let Command::Landscape(landscape) = Command::try_parse_from(named.iter().chain(arguments)).unwrap();
    landscape.run().await.unwrap();
    std::fs::read_to_string(out).unwrap()
}

#[tokio::test]
async fn page_record_and_store_give_the_same_landscape_to_the_byte() {
    let houses = TestHouse::open().await;
    let house = &houses[0];
    let mut participants = Vec::new();
    for i in 0..30 {
        let delegation = house.delegation(&format!("Land {i}"), Kind::State, ["origin", "destination"][i % 2]).await;
        let mut c = house.app.db.read().await.unwrap();
        participants.push(store::participant::of_delegation(&mut c, &delegation).await.unwrap().unwrap());
    }
    let mut changes = Vec::new();
    for n in 0..6 {
        let perspective = house.perspective(0, &format!("Perspective {n}.")).await;
        changes.extend(participants.iter().enumerate().map(|(i, participant)| {
            let value = if (i + n * (i % 5)) % 2 == 0 { words::Value::Agree } else { words::Value::Disagree };
            Change { at: 4, ..house.change(participant, &perspective, Some(value)) }
        }));
    }
    let mut c = house.app.db.write().await.unwrap();
    store::response::apply(&mut c, &changes).await.unwrap();
    c.commit().await.unwrap();

    let secretariat = house.token(Role::Secretariat).await;
    let page = house.get(&format!("/d/{}/q/3.1/landscape.json", house.slug), secretariat.as_deref()).await.text();
    let zip = house.get(&format!("/d/{}/record.zip?face=full", house.slug), secretariat.as_deref()).await;
    let file = |name: &str| house.folder().join(name);
    std::fs::write(file("record.zip"), &zip.body).unwrap();
    let data = house.folder().to_str().unwrap();
    let as_the_page = ["--question", "3.1", "--min-group", "5"];
    let from_store = [&as_the_page[..], &["--dialogue", &house.slug, "--data", data]].concat();
    assert!(page.contains("\"participants\": ["), "single participants are part of it");
    assert_eq!(command(&from_store, &file("store.json")).await, page);
    let zip = file("record.zip");
    let from_record = [&as_the_page[..], &[zip.to_str().unwrap()]].concat();
    assert_eq!(command(&from_record, &file("record.json")).await, page);
}

#[tokio::test]
async fn the_manifest_names_every_file_and_the_same_data_give_the_same_bytes() {
    for hall in hall().await {
        for face in [Face::Full, Face::Aggregates, Face::Rows] {
            let found = files(&hall, face).await;
            assert_eq!(found, files(&hall, face).await);
            let manifest: serde_json::Value = serde_json::from_str(&found["manifest.json"]).unwrap();
            let listed = manifest["files"].as_array().unwrap();
            assert_eq!(listed.len() + 1, found.len());
            for file in listed.iter().filter(|f| f["name"].as_str().unwrap().ends_with(".csv")) {
                let text = &found[file["name"].as_str().unwrap()];
                assert_eq!(secret::hash(text), file["sha256"].as_str().unwrap());
                if let Some(n) = file["rows"].as_u64() {
                    assert_eq!(rows(text).len() as u64, n);
                }
            }
        }
    }
}

#[tokio::test]
async fn nothing_small_can_be_computed_from_published_counts() {
    for hall in hall().await {
        let counts = rows(&files(&hall, Face::Aggregates).await["counts.csv"]);
        let total = |r: &HashMap<String, String>| {
            ["agree", "disagree", "pass"].map(|c| r[c].parse::<u32>().ok()).into_iter().sum::<Option<u32>>()
        };
        let mut hidden = 0;
        for all in counts.iter().filter(|r| r["by"] == "all") {
            let of = |by: &str, prefix: &str| -> Vec<Option<u32>> {
                let mine = counts.iter().filter(|r| r["perspective"] == all["perspective"] && r["by"] == by);
                mine.filter(|r| r["name"].starts_with(prefix)).map(&total).collect()
            };
            // Groups share everybody out; so do kinds, as only delegations responded.
            for cells in [of("group", ""), of("bloc", "kind:")] {
                assert!(cells.iter().flatten().all(|n| *n == 0 || *n >= K), "a small cell is shown");
                let Some(sum) = total(all) else { continue };
                let rest = sum - cells.iter().flatten().sum::<u32>();
                hidden += cells.iter().filter(|c| c.is_none()).count();
                assert!(rest == 0 || rest >= K, "total less shown gives {rest}");
            }
        }
        assert!(hidden > 0, "the fixture hides something");
    }
}

#[tokio::test]
async fn who_is_hidden_is_in_no_face() {
    for hall in hall().await {
        for face in [Face::Full, Face::Aggregates, Face::Rows] {
            let files = files(&hall, face).await;
            let perspectives = rows(&files["perspectives.csv"]);
            let unattributed =
                perspectives.iter().find(|p| p["attribution"] == Attribution::Unattributed.as_str()).unwrap();
            assert_eq!(unattributed["author"], "");
            let named = perspectives.iter().find(|p| p["id"] == hall.named).unwrap();
            assert_eq!(named["author"], "Arkenia");
            let told = files.values().any(|text| text.contains("off the record said"));
            assert_eq!(told, face == Face::Full, "{face:?}");
            if face == Face::Rows {
                assert!(rows(&files["participants.csv"]).iter().all(|p| p["way_in"].is_empty()), "who came how");
            }
            if face != Face::Full {
                let known: Vec<&String> =
                    hall.participants.iter().filter(|id| files.values().any(|t| t.contains(*id))).collect();
                assert!(known.is_empty(), "a participant's own pseudonym is in a public face");
            }
        }
    }
}

#[tokio::test]
async fn rows_come_after_closing_only() {
    for hall in hall().await {
        let mut convened = hall.convened().await;
        convened.dialogue.face = indaba::words::Face::Rows;
        assert_eq!(Face::public(&convened, store::now()), Face::Aggregates);
        convened.dialogue.closes_at = Some(1);
        assert_eq!(Face::public(&convened, store::now()), Face::Rows);
    }
}
