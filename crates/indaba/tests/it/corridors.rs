//! Corridors through the public door: profiles, levers whose state is a link, scenarios in a dialogue.

use crate::house::{Folder, TestHouse};
use corridors::records::{self, Files, Keep};
use indaba::access::Role;
use indaba::app::Config;
use indaba::commands::bench::client::Reply;
use indaba::corridors::{Corridors, Table, producers};
use indaba::lang::{L, Lang};
use indaba::store;
use indaba::web::corridors::scenarios::{Rests, headline};
use std::path::PathBuf;
use std::sync::Arc;

/// One house: the model is the same on every engine.
pub async fn house() -> TestHouse {
    TestHouse::open().await.swap_remove(0)
}

pub async fn page(house: &TestHouse, path: &str, status: u16) -> String {
    let reply: Reply = house.get(path, None).await;
    assert_eq!(reply.status.as_u16(), status, "{path}: {}", reply.text());
    reply.text()
}

#[tokio::test]
async fn everybody_reads_the_world_a_country_and_a_corridor() {
    let house = house().await;
    let world = page(&house, "/corridors", 200).await;
    assert!(
        world.contains("/corridors/MEX-USA") && world.contains("303,") || world.contains("304,"),
        "the world of 2024"
    );
    assert!(world.contains("<svg class=\"map world\"") && world.matches("class=\"g1 arc\"").count() >= 30);
    assert!(world.contains("<svg class=\"map flows\"") && world.contains("<title") && world.contains("<desc"));
    assert!(world.contains("UN DESA") && world.contains("CC BY 3.0 IGO"), "attribution stands where figures do");
    let country = page(&house, "/corridors/MEX", 200).await;
    assert!(country.contains("Mexico") && country.contains("/corridors/MEX-USA"));
    assert!(country.contains("A detection is not a person"));
    for word in [
        "Net migration in five years",
        "From flows (Abel",
        "as projected",
        "80% interval",
        "World Population Prospects",
    ] {
        assert!(country.contains(word), "{word}");
    }
    assert!(country.contains("Schooling of those who left and those who came is not shown"));
    let corridor = page(&house, "/corridors/MEX-USA", 200).await;
    for word in
        ["revision 2024", "revision 2020", "revision 2019", "KNOMAD", "UNHCR", "Abel", "A detection is not a person"]
    {
        assert!(corridor.contains(word), "{word}");
    }
    assert!(page(&house, "/corridors/mex-usa?lang=fr", 200).await.contains("Mexique → États-Unis"));
    let go = house.get("/corridors?origin=MEX&dest=USA", None).await;
    assert_eq!(go.status.as_u16(), 303);
}

/// The records, which are no part of the project, have more than may come with the program.
#[tokio::test]
async fn other_records_stand_in_for_those_of_the_program() {
    let shared = std::env::var_os("INDABA_SHARED")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"), PathBuf::from);
    let folder = shared.join("data/migration");
    if !folder.is_dir() {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "no shared records at {}", shared.display());
        println!("skipped: no shared records at {}", shared.display());
        return;
    }
    let mut house = house().await;
    let events = "Detections and encounters are counts of events";
    assert!(!page(&house, "/corridors/MEX", 200).await.contains(events), "they are not in the program");
    let without = page(&house, "/corridors/routes", 200).await;
    assert!(without.contains("indaba serve --records DIR") && without.contains("unverified"));
    let file = |name: &str| Some((name.to_owned(), std::fs::read(folder.join(name)).ok()?));
    let files: Files = records::wanted().into_iter().filter_map(file).collect();
    let (pack, _) = records::read(&files, Keep::COMPACT).expect("a pack");
    house.restart_as(|config| Config { records: Some(Arc::new(pack)), ..config }).await;
    let country = page(&house, "/corridors/MEX", 200).await;
    assert!(country.contains(events) && country.contains("Mexico"));
    assert!(country.contains("Born here, living elsewhere") && country.contains("Born elsewhere, living here"));
    for word in ["id=\"detections\"", "Frontex", "US Customs and Border Protection"] {
        assert!(country.contains(word), "{word}");
    }
    let corridor = page(&house, "/corridors/MEX-USA", 200).await;
    assert!(
        corridor.contains("href=\"/corridors/MEX#detections\"") && corridor.contains("A detection is not a person")
    );
    let routes = page(&house, "/corridors/routes", 200).await;
    for word in
        ["A detection is not a person", "Central Mediterranean", "3,126", "1,822,102", "Missing Migrants", "Frontex"]
    {
        assert!(routes.contains(word), "{word}");
    }
    assert!(page(&house, "/corridors/routes?lang=fr", 200).await.contains("Méditerranée centrale"));
}

#[tokio::test]
async fn what_is_not_there_is_told() {
    let house = house().await;
    assert!(page(&house, "/corridors/XYZ", 404).await.contains("XYZ"));
    assert!(page(&house, "/corridors/nowhere", 404).await.contains("nowhere"));
    assert!(page(&house, "/corridors/MEX-MEX", 404).await.contains("MEX-MEX"));
    assert!(page(&house, "/corridors?origin=XYZ&dest=USA", 422).await.contains("XYZ"));
    // A form comes back as typed, with a word on what is wrong.
    let form = page(&house, "/corridors/levers?dest=DEU&visa=7&to=2031", 422).await;
    assert!(form.contains("7 is outside its range") && form.contains("value=\"7\"") && form.contains("value=\"2031\""));
    assert!(form.contains("<option value=\"DEU\" selected>"));
    for (query, word) in [
        ("visa=much", "is not a number"),
        ("visa=NaN", "is not a number"),
        ("origin=XYZ&visa=1", "no country"),
        ("from=2020&to=2200&visa=1", "The last year lies"),
        ("from=1999&visa=1", "A run starts"),
        ("since=1990&visa=1", "The levers move in"),
        ("school=nobody", "no school"),
        ("visa=1&school=hump&school=decline", "“hump” and “decline” are schools of the same topic"),
        ("origin=MEX&dest=MEX", "stands on both sides"),
        ("dest=DEU&conflict=1", "acts on the country of origin"),
        ("origin=SYR&host_recession=5", "acts on the country of destination"),
        ("origin=%3Cscript%3E&visa=1", "no country"),
    ] {
        let text = page(&house, &format!("/corridors/levers?{query}"), 422).await;
        assert!(text.contains(word), "{query}: {word}");
        assert!(!text.contains("<script>"), "what is typed is text");
    }
}

#[tokio::test]
async fn a_scenario_is_a_link_and_gives_the_figures_of_the_command() {
    let house = house().await;
    let query = "origin=MEX&dest=USA&from=2020&to=2024&since=2021&remittance_cost=3&enforcement=4&school=decline";
    let text = page(&house, &format!("/corridors/levers?{query}"), 200).await;
    assert!(text.contains("bands are being worked out"), "no number without its band");
    assert!(text.contains("lies outside of what was ever observed"), "enforcement of 4 was never observed");
    assert!(
        text.contains(&format!("data-then=\"/corridors/levers?{query}&amp;band=1\"")) || text.contains("data-then")
    );
    let banded = page(&house, &format!("/corridors/levers?{query}&band=1"), 200).await;
    assert!(banded.contains("80% band") && banded.contains("Assumptions that matter most"));
    let again = page(&house, &format!("/corridors/levers?{query}"), 200).await;
    assert!(again.contains("80% band"), "a band that is known is shown at once");

    let reply = house.get(&format!("/corridors/levers/download/json?{query}"), None).await;
    let ours: serde_json::Value = serde_json::from_str(&reply.text()).unwrap();
    let theirs = command(&["--from", "2020", "--to", "2024", "--set", "remittance_cost=3@MEX-USA@2021"]);
    let mut compared = 0;
    for row in ours["outcomes"].as_array().unwrap() {
        let same = |other: &&serde_json::Value| other["place"] == row["place"] && other["outcome"] == row["outcome"];
        let other = theirs["outcomes"].as_array().unwrap().iter().find(same).expect("the command has every row");
        assert_eq!(row["baseline"], other["baseline"], "{}", row["outcome"]);
        assert_eq!(row["scenario"], other["scenario"], "{}", row["outcome"]);
        compared += 1;
    }
    assert_eq!(compared, corridors::Outcome::ALL.len());
    assert_eq!(ours["assumptions"], theirs["assumptions"]);
    for row in ours["bands"]["rows"].as_array().unwrap() {
        let same = |o: &&serde_json::Value| o["subject"] == row["subject"] && o["year"] == row["year"];
        assert_eq!(theirs["bands"]["rows"].as_array().unwrap().iter().find(same), Some(row));
    }
    let csv = house.get(&format!("/corridors/levers/download/csv?{query}"), None).await.text();
    assert!(csv.starts_with("standpoint,place,outcome,unit,year"));
}

/// What `indaba corridors run --json -` prints of the scenario of the test above.
fn command(with: &[&str]) -> serde_json::Value {
    let run = std::process::Command::new(env!("CARGO_BIN_EXE_indaba"))
        .args(["corridors", "run", "--json", "-", "--school", "decline", "--set", "enforcement=4@MEX-USA@2021"])
        .args(with)
        .output()
        .expect("the program");
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    serde_json::from_slice(&run.stdout).expect("JSON")
}

#[tokio::test]
async fn the_register_and_the_card_name_what_they_must() {
    let house = house().await;
    let register = page(&house, "/corridors/assumptions", 200).await;
    for row in corridors::Assumptions::standard().unwrap().rows {
        assert!(register.contains(&format!("<code dir=\"ltr\">{}</code>", row.id)), "{}", row.id);
    }
    assert!(!register.contains("assumption-"), "every assumption has a name");
    let card = page(&house, "/corridors/model", 200).await;
    assert!(card.contains("must not be used for") && card.contains("being worked out"));
    let outcomes = page(&house, "/corridors/levers?dest=DEU&from=2020&to=2021&visa=1", 200).await;
    for key in ["outcome-", "lever-unit-", "standpoint-", "series-", "school-hump\"", ">holder-", ">topic-"] {
        assert!(!outcomes.contains(&format!(">{key}")), "{key} is shown as a key");
    }
}

#[tokio::test]
async fn a_delegation_keeps_compares_and_attaches_scenarios() {
    for house in TestHouse::open().await {
        let here = format!("/d/{}/scenarios", house.slug);
        let delegate = house.token(Role::Delegate).await;
        let keep =
            |title: &str, query: &str| format!("title={title}&query={}", query.replace('&', "%26").replace('=', "%3D"));
        let body = keep("Cheaper", "origin=MEX&dest=USA&from=2020&to=2022&remittance_cost=3");
        assert_eq!(house.form(&here, None, &body).await.status.as_u16(), 401);
        assert_eq!(house.form(&here, delegate.as_deref(), &body).await.status.as_u16(), 303);
        let other = keep("No+work", "dest=DEU&from=2020&to=2022&work_ban=1");
        assert_eq!(house.form(&here, delegate.as_deref(), &other).await.status.as_u16(), 303);
        for wrong in [keep("", "dest=DEU&visa=1"), keep("Wrong", "dest=DEU&visa=9"), keep("Wrong", "dest=XYZ")] {
            assert_eq!(house.form(&here, delegate.as_deref(), &wrong).await.status.as_u16(), 422);
        }
        assert!(page(&house, &here, 200).await.contains("Cheaper"));
        assert!(page(&house, &format!("{here}/1"), 200).await.contains("Made by a model"));
        assert!(page(&house, &format!("{here}/compare?a=1&b=2"), 200).await.contains("80% band"));
        page(&house, &format!("{here}/compare?a=1&b=9"), 404).await;
        let reply = house.form(&format!("{here}/1/attach"), delegate.as_deref(), "question=3.1").await;
        assert_eq!(reply.status.as_u16(), 303);
        let question = page(&house, &format!("/d/{}/q/3.1", house.slug), 200).await;
        assert!(question.contains(&format!("{here}/1")) && question.contains("Model result, not a record"));
        assert!(question.contains("80% band"), "attached with its band");
        let effects = house.get(&format!("{here}/1/effects.json"), None).await.json();
        assert_eq!(effects["made_by"], "model");
        let list = effects["effects"].as_array().unwrap();
        assert_eq!(list.len(), indaba::corridors::effects::RULES.len());
        for effect in list {
            let score = |name: &str| effect[name].as_i64().unwrap();
            assert!(-3 <= score("low") && score("low") <= score("mode") && score("mode") <= score("high"));
            assert!(score("high") <= 3);
        }
        assert!(page(&house, &format!("{here}/1/effects"), 200).await.contains("made by the model"));
        let mut c = house.app.db.read().await.unwrap();
        assert_eq!(store::scenario::all(&mut c, &house.dialogue).await.unwrap().len(), 2);
        let cited = store::summary::evidence(&mut c, &house.dialogue).await.unwrap();
        assert!(cited.iter().any(|e| e.title == "Cheaper" && e.source.contains("80% band")), "the summary's source");
        assert!(
            cited.iter().any(|e| e.source.contains("UN DESA") && e.source.contains("World Bank")),
            "and its producers"
        );
    }
}

/// The demo cites its scenarios from the start, so that what the model says to them is written down beforehand.
#[tokio::test]
async fn the_demo_cites_what_the_model_says_with_band_and_producers() {
    let rooms = Corridors::new(None, None);
    let pack = rooms.pack().await.unwrap();
    for kept in indaba::demo::scenarios::KEPT {
        let asked = indaba::corridors::Asked::parse(kept.query, &pack).unwrap();
        let answer = rooms.answer(&asked).await.unwrap().unwrap();
        let bands = rooms.bands(&asked, &answer).await.unwrap();
        let rests = Rests { producers: &producers(&pack), edited: false };
        let said = headline(L(Lang::EN), &answer, &bands, &asked, &rests);
        assert!(said.contains("80% band") && said.contains("UN DESA"));
        assert_eq!(said, kept.source.trim_end(), "write it into assets/demo");
    }
}

/// A server with an edited table says so wherever the table shows.
#[tokio::test]
async fn an_edited_table_is_run_with_named_and_handed_on() {
    let mut house = house().await;
    let query = "origin=MEX&dest=USA&from=2020&to=2021&visa=1";
    let notice = "edited table of assumptions";
    assert_eq!(page(&house, "/corridors/assumptions.csv", 200).await, corridors::ASSUMPTIONS_CSV);
    let lines = |csv: &str, kind: &str| {
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        let place = reader.headers().unwrap().iter().position(|name| name == "kind").unwrap();
        reader.records().filter(|row| row.as_ref().unwrap()[place] == *kind).count()
    };
    let csv = page(&house, &format!("/corridors/levers/download/csv?{query}"), 200).await;
    assert_eq!(lines(&csv, "assumption"), corridors::Parameter::ALL.len(), "every assumption that it ran with");
    assert!(lines(&csv, "figure") > 0 && lines(&csv, "lever") == 1 && lines(&csv, "series") > 10);
    assert!(csv.contains("CC BY 3.0 IGO") && csv.contains("standard"));

    let edited = corridors::ASSUMPTIONS_CSV.replace("\nvisa_inflow,0.35,0.55,0.75", "\nvisa_inflow,0.35,0.7,0.75");
    let table = Arc::new(Table::parse(&edited).unwrap());
    assert!(table.edited);
    let mark = table.mark().to_owned();
    house.restart_as(|config| Config { assumptions: Some(Arc::clone(&table)), ..config }).await;
    assert_eq!(page(&house, "/corridors/assumptions.csv", 200).await, edited);
    for path in ["/corridors/assumptions".to_owned(), format!("/corridors/levers?{query}")] {
        let text = page(&house, &path, 200).await;
        assert!(text.contains(notice) && text.contains(&mark), "{path}");
    }
    let json = house.get(&format!("/corridors/levers/download/json?{query}"), None).await.json();
    assert_eq!(json["assumptions_table"]["edited"], true);
    let row = json["assumptions"].as_array().unwrap().iter().find(|row| row["id"] == "visa_inflow").unwrap();
    assert_eq!(row["central"], 0.7);
    let other = page(&house, &format!("/corridors/levers/download/csv?{query}"), 200).await;
    let figures =
        |csv: &str| csv.lines().filter(|line| line.contains(",figure,")).map(str::to_owned).collect::<Vec<_>>();
    assert!(other.contains(&mark) && figures(&other) != figures(&csv), "other values, other figures");
}

#[test]
fn the_commands_take_an_edited_table_and_refuse_what_makes_no_sense() {
    let folder = Folder::new();
    let file = folder.path().join("mine.csv");
    let file = file.to_str().unwrap();
    let write = |from: &str, to: &str| std::fs::write(file, corridors::ASSUMPTIONS_CSV.replace(from, to)).unwrap();
    let row = "\nnetwork,0.3,0.45,0.65";
    let indaba = |args: &[&str]| {
        let out =
            std::process::Command::new(env!("CARGO_BIN_EXE_indaba")).arg("corridors").args(args).output().unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        (out.status.success(), text(&out.stdout), text(&out.stderr))
    };
    write(row, "\nnetwork,0.3,0.5,0.65");
    let short = ["run", "--to", "2021", "--draws", "0", "--json", "-", "--assumptions", file];
    let (good, out, told) = indaba(&short);
    assert!(good && told.contains("edited table"), "{told}");
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["assumptions_table"]["edited"], true);
    write(row, "\nnetwork,0.3,0.9,0.65");
    for args in [&short[..], &["backtest", "--flows", "--assumptions", file], &["backtest", "--assumptions", file]] {
        let (good, _, told) = indaba(args);
        assert!(!good && told.contains("column central") && told.contains("(network)"), "{told}");
    }
    let (good, _, told) = indaba(&["run", "--to", "2021", "--draws", "0", "--school", "hump", "--school", "decline"]);
    assert!(!good && told.contains("\"hump\" and \"decline\""), "{told}");
    let (good, out, told) = indaba(&["backtest", "--json", "-", "--predictions", "-"]);
    assert!(!good && out.is_empty() && told.contains("--json and --predictions"), "{told}");
    let (good, out, _) = indaba(&["backtest", "--flows"]);
    assert!(good && out.contains("flows 2015-2020: MAE") && out.contains("flows 2010-2015: MAE"), "{out}");
}

#[test]
fn a_query_is_canonical_and_comes_back() {
    let pack = corridors::Pack::embedded().unwrap();
    let asked = |query: &str| indaba::corridors::Asked::parse(query, &pack).unwrap();
    let one = asked("school=hump&visa=1.0&dest=deu&school=losers&enforcement=1&quota=&to=2040");
    assert_eq!(one.query(), "origin=&dest=DEU&from=2020&to=2040&visa=1&school=losers");
    assert_eq!(asked(&one.query()), one);
    assert_eq!(one.sets(), ["visa=1@*-DEU"]);
    assert_eq!(one.with_school("gain").query(), "origin=&dest=DEU&from=2020&to=2040&visa=1");
}
