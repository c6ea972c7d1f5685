//! The landscape of a question: in from Polis and out again, what is told to whom, and when.

use crate::house::{Folder, TestHouse};
use indaba::access::Role;
use indaba::commands::check::troubles;
use indaba::live::News;
use indaba::live::landscape::{self as live, Audience, PATIENCE, within};
use indaba::polis_layout::{ImportError, Imported, Manner, bring_in, outgoing};
use indaba::store::response::{self, Change};
use indaba::store::{self, Conn};
use indaba::words::{Kind, Value};
use indaba::{countries, lang};
use landscape::read::{Export, PolisFiles, polis_export};
use landscape::{Landscape, Options, polis};
use std::fmt::Write;
use std::time::Duration;

/// Two camps of `n` participants and eight statements: the camps are opposed on the even ones and agree on the odd
/// ones; number 6 was taken out by moderators and 7 is about the process.
fn export(n: usize) -> Export {
    let mut comments = String::from("timestamp,comment-id,author-id,moderated,comment-body,is-meta,is-seed\n");
    for id in 0..8 {
        let moderated = if id == 6 { -1 } else { 1 };
        let _ = writeln!(comments, "{id},{id},{id},{moderated},\"Statement, number {id}\",{},{}", id == 7, id < 2);
    }
    let mut votes = String::from("timestamp,comment-id,voter-id,vote\n");
    for voter in 0..n {
        for id in 0..8 {
            let camp = if voter % 2 == 0 { 1 } else { -1 };
            let vote = if (voter + id) % 7 == 0 {
                0
            } else if id % 2 == 0 {
                camp
            } else {
                1
            };
            let _ = writeln!(votes, "{},{id},{voter},{vote}", 1_000 * voter + id);
        }
    }
    read(&comments, &votes)
}

pub fn read(comments: &str, votes: &str) -> Export {
    let (mut comments, mut votes) = (comments.as_bytes(), votes.as_bytes());
    let files = PolisFiles { comments: Some(&mut comments), votes: Some(&mut votes), matrix: None };
    polis_export(files).expect("a Polis export")
}

fn manner() -> Manner {
    Manner { lang: None, offset: 0, now: store::now() }
}

pub async fn import(house: &TestHouse, question: usize, export: &Export) -> Result<Imported, ImportError> {
    let convened = house.app.dialogue(&house.slug).await.expect("a read").expect("the dialogue");
    let question = convened.question_by_id(&house.questions[question]).expect("a question").clone();
    let mut c: Conn = house.app.db.write().await.expect("a writer");
    let imported = bring_in(&mut c, &convened, &question, export, &manner()).await?;
    c.commit().await.expect("a commit");
    Ok(imported)
}

async fn reference(house: &TestHouse, question: usize) -> String {
    let convened = house.app.dialogue(&house.slug).await.expect("a read").expect("the dialogue");
    convened.question_by_id(&house.questions[question]).expect("a question").reference.clone()
}

#[tokio::test]
async fn what_comes_in_from_polis_goes_out_with_the_same_votes_and_the_same_landscape() {
    for house in TestHouse::open().await {
        let came = export(30);
        import(&house, 0, &came).await.expect("an import");
        let mut c = house.app.db.read().await.expect("a reader");
        let going = outgoing(&mut c, &house.dialogue, &house.questions[0]).await.expect("an export");
        let files = going.files(&landscape::write::About::default());
        let again = read(&files.comments, &files.votes);
        assert_eq!(again.votes, came.votes);
        assert_eq!(again.comments, came.comments);
        let of = |export: &Export| polis(&export.votes, &export.statements(), &Options::default()).to_json();
        assert_eq!(of(&again), of(&came));
    }
}

#[derive(clap::Parser)]
enum Command {
    Export(indaba::commands::export::Export),
}

#[tokio::test]
async fn the_command_writes_an_export_and_never_over_one_that_is_there() {
    let houses = TestHouse::open().await;
    let (house, came, folder) = (&houses[0], export(30), Folder::new());
    import(house, 0, &came).await.expect("an import");
    let (question, out) = (reference(house, 0).await, folder.path().join("export"));
    let run = async || {
        let [data, out] = [house.folder(), &out].map(|path| path.to_str().expect("a readable path"));
        let asked = ["--dialogue", &house.slug, "--question", &question, "--out", out, "--data", data];
        let words = ["indaba", "export", "polis"].into_iter().chain(asked);
        let Command::Export(command) = clap::Parser::try_parse_from(words).expect("a command");
        command.run().await
    };
    let file = |name: &str| std::fs::read_to_string(out.join(name)).expect("a file of the export");
    run().await.expect("an export");
    assert_eq!(read(&file("comments.csv"), &file("votes.csv")).votes, came.votes);
    std::fs::write(out.join("votes.csv"), "somebody's only copy").expect("a written file");
    let refused = run().await.expect_err("an export was written over").to_string();
    assert!(refused.contains("no export in it") && file("votes.csv") == "somebody's only copy", "{refused}");
}

/// Voter 3 answers comment 1 three times, twice at one moment; voter 4 comment 0 twice, the later row first.
fn answered_again() -> Export {
    let comments = "timestamp,comment-id,comment-body\n1,0,Skills first.\n2,1,Fees last.\n";
    let votes = "timestamp,comment-id,voter-id,vote\n10,1,3,1\n20,1,3,0\n20,1,3,-1\n40,0,4,1\n30,0,4,-1\n50,0,3,1\n";
    read(comments, votes)
}

#[tokio::test]
async fn every_vote_of_an_import_stands_in_the_history_and_the_last_counts() {
    for house in TestHouse::open().await {
        let came = answered_again();
        let imported = import(&house, 0, &came).await.expect("an import");
        assert_eq!((imported.responses, imported.superseded), (3, 3));
        let mut c = house.app.db.read().await.expect("a reader");
        let history = store::record::history(&mut c, &house.questions[0]).await.expect("the history");
        let told: Vec<_> = history.iter().map(|e| (e.at, e.value)).collect();
        let (agree, pass, disagree) = (Some(1), Some(0), Some(-1));
        assert_eq!(told, [(10, agree), (20, pass), (20, disagree), (30, disagree), (40, agree), (50, agree)]);
        let counted = response::votes(&mut c, &house.questions[0]).await.expect("the responses");
        let mut counted: Vec<_> = counted.iter().map(|v| (v.at, v.value)).collect();
        counted.sort_unstable();
        assert_eq!(counted, [(20, -1), (40, 1), (50, 1)]);
        assert_eq!(troubles(&house.app.db).await.expect("a check"), Vec::<String>::new());

        // Out again, in again under the next question, and out once more: the same bytes.
        let about = landscape::write::About::default();
        let first = outgoing(&mut c, &house.dialogue, &house.questions[0]).await.expect("an export").files(&about);
        drop(c);
        let again = read(&first.comments, &first.votes);
        assert_eq!((&again.votes, &again.superseded), (&came.votes, &came.superseded));
        import(&house, 1, &again).await.expect("an import");
        let mut c = house.app.db.read().await.expect("a reader");
        let second = outgoing(&mut c, &house.dialogue, &house.questions[1]).await.expect("an export").files(&about);
        assert_eq!(second.votes, first.votes);
    }
}

#[tokio::test]
async fn an_export_has_what_was_answered_before_and_nothing_that_was_taken_back() {
    for house in TestHouse::open().await {
        let perspective = house.perspective(0, "Skills first.").await;
        let (one, _) = house.participant().await;
        let (two, _) = house.participant().await;
        let change = |participant: &str, value, at| Change { at, ..house.change(participant, &perspective, value) };
        let changes = [
            change(&one, Some(Value::Agree), 10),
            change(&one, None, 20),
            change(&one, Some(Value::Disagree), 30),
            change(&one, Some(Value::Pass), 40),
            change(&two, Some(Value::Agree), 50),
            change(&two, None, 60),
        ];
        let mut c = house.app.db.write().await.expect("a writer");
        response::apply(&mut c, &changes).await.expect("responses");
        c.commit().await.expect("a commit");
        let mut c = house.app.db.read().await.expect("a reader");
        let going = outgoing(&mut c, &house.dialogue, &house.questions[0]).await.expect("an export");
        let before: Vec<_> = going.superseded.iter().map(|s| s.response.at).collect();
        assert_eq!((going.votes.len(), before), (1, vec![30]));
    }
}

/// Who speaks for a group is one delegation; support is what each member of the group answers for itself.
#[tokio::test]
async fn a_perspective_on_behalf_of_a_group_is_counted_for_no_member() {
    for house in TestHouse::open().await {
        let mut members = Vec::new();
        for n in 0..4 {
            let id = house.delegation(&format!("Land {n}"), Kind::State, "origin").await;
            let mut c = house.app.db.write().await.expect("a writer");
            let mut own = store::delegation::by_id(&mut c, &id).await.expect("a read").expect("the delegation");
            own.negotiating_groups = "River group".to_owned();
            store::delegation::update(&mut c, &house.dialogue, &own, store::now()).await.expect("a group");
            c.commit().await.expect("a commit");
            members.push(house.member(Role::Head, Some(&id)).await);
        }
        house.app.forget(&house.slug, None);
        let under = format!("/api/v1/questions/{}/perspectives", house.questions[0]);
        let body = r#"{"text":"Rivers first.","lang":"en","on_behalf_of":"River group"}"#;
        let proposed = house.json("POST", &under, members.first().map(String::as_str), body).await;
        assert_eq!(proposed.status, 201, "{}", proposed.text());
        let perspective = proposed.field("id").expect("its id");
        let listed = house.get(&under, None).await.json();
        assert_eq!(listed["perspectives"][0]["on_behalf_of"], "River group");
        assert_eq!(listed["perspectives"][0]["responses"], 0, "to say something is no response");

        let path = format!("/api/v1/perspectives/{perspective}/response");
        for (member, value) in members.iter().skip(1).zip(["agree", "agree", "disagree"]) {
            let body = format!(r#"{{"value":"{value}"}}"#);
            assert_eq!(house.json("PUT", &path, Some(member), &body).await.status, 200);
        }
        let convened = house.app.dialogue(&house.slug).await.expect("a read").expect("the dialogue");
        let question = convened.question_by_id(&house.questions[0]).expect("a question").clone();
        let found = live::current(&house.app, &convened, &question, Audience::Secretariat).await.expect("a landscape");
        let all = &found.landscape.statements[0];
        assert_eq!((all.agree, all.disagree, all.pass), (Some(2), Some(1), Some(0)));
        let bloc = found.landscape.blocs.iter().find(|b| b.name == "group:River group").expect("the group");
        let held = &bloc.statements[0];
        assert_eq!((held.agree, held.disagree, held.pass), (Some(2), Some(1), Some(0)));
    }
}

#[tokio::test]
async fn an_import_onto_numbers_that_are_taken_changes_nothing() {
    for house in TestHouse::open().await {
        import(&house, 0, &export(12)).await.expect("an import");
        let refused = import(&house, 0, &export(20)).await.expect_err("taken numbers");
        assert!(refused.to_string().contains("--offset 8"), "{refused}");
        let mut c = house.app.db.read().await.expect("a reader");
        let kept = outgoing(&mut c, &house.dialogue, &house.questions[0]).await.expect("an export");
        assert_eq!(kept.votes, export(12).votes);
    }
}

#[tokio::test]
async fn nothing_below_the_limit_is_told_anywhere() {
    for house in TestHouse::open().await {
        // Eight responded: fewer than the ten of the public limit, more than the five inside.
        import(&house, 0, &export(8)).await.expect("an import");
        let at = format!("/d/{}/q/{}", house.slug, reference(&house, 0).await);
        let inside = house.token(Role::Secretariat).await;
        let (public, secretariat) = (json(&house, &at, None).await, json(&house, &at, inside.as_deref()).await);
        assert!(public.participants.is_none());
        assert!(public.statements.iter().all(|s| s.agree.is_none() && s.disagree.is_none() && s.pass.is_none()));
        assert!(public.groups.iter().all(|g| g.size.is_none()) && public.majority.is_empty());
        assert!(secretariat.statements.iter().any(|s| s.agree.is_some()), "the limit inside is five");
        // The hall is seen by all, whoever signed in on the machine behind the projector.
        let hall = house.get(&format!("{at}/hall"), inside.as_deref()).await;
        assert_eq!(hall.status, 200);
        assert!(hall.text().contains("class=\"qr\"") && !hall.text().contains("class=\"ring"));
    }
}

#[tokio::test]
async fn the_page_shows_groups_common_ground_and_divides_with_their_tables() {
    for house in TestHouse::open().await {
        import(&house, 1, &export(60)).await.expect("an import");
        let at = format!("/d/{}/q/{}", house.slug, reference(&house, 1).await);
        let page = house.get(&format!("{at}/landscape"), None).await.text();
        for part in ["class=\"ring g1\"", "class=\"ring g2\"", "<svg class=\"bar\"", "Statement, number 1", "<table>"] {
            assert!(page.contains(part), "{part} is missing");
        }
        assert!(!page.contains("Statement, number 6"), "what was taken out is not shown");
        assert!(!page.contains("style=") && page.len() < 60_000);
        assert!(
            page.contains("The further apart two groups stand") && !page.contains("dots apart"),
            "no dots are shown"
        );
        let report = house.get(&format!("{at}/landscape.html"), None).await.text();
        assert!(report.contains("<style>") && !report.contains("<script") && !report.contains("<link"));
        let figures = house.get(&format!("{at}/landscape.json"), None).await;
        let kept = figures.headers.get("content-disposition").expect("a name to keep it under").to_str().unwrap();
        assert!(kept.starts_with("attachment; filename=\"landscape-") && kept.ends_with(".json\""), "{kept}");
        let heading = report.split_once("<p class=\"kicker\">").and_then(|(_, rest)| rest.split_once("</h1>"));
        let heading = heading.expect("a heading").0;
        for part in ["Landscape of opinion", &format!("Question {}", reference(&house, 1).await), "<bdi lang=\"en\""] {
            assert!(heading.contains(part), "{part} is missing: {heading}");
        }
    }
}

/// Sixty who answer twelve statements, two more against each than against the one before; the last is answered by `few`.
fn ever_fewer_agree(few: usize) -> Export {
    let mut comments = String::from("timestamp,comment-id,comment-body\n");
    let mut votes = String::from("timestamp,comment-id,voter-id,vote\n");
    for id in 0..12 {
        let _ = writeln!(comments, "1,{id},\"Statement, number {id}\"");
        for voter in 0..if id == 11 { few } else { 60 } {
            let _ = writeln!(votes, "1,{id},{voter},{}", if (13 * voter + 7 * id) % 60 < 2 * id { -1 } else { 1 });
        }
    }
    read(&comments, &votes)
}

#[tokio::test]
async fn how_many_of_the_first_are_safe_is_told_where_nothing_is_hidden() {
    for house in TestHouse::open().await {
        // The secretariat is shown answers as they stand, from five on.
        let token = house.token(Role::Secretariat).await;
        for (question, few) in [60, 3].into_iter().enumerate() {
            import(&house, question, &ever_fewer_agree(few)).await.expect("an import");
            let at = format!("/d/{}/q/{}", house.slug, reference(&house, question).await);
            let page = house.get(&format!("{at}/landscape"), token.as_deref()).await.text();
            let figures = json(&house, &at, token.as_deref()).await;
            assert_eq!(figures.statements.iter().filter(|s| s.agree.is_none()).count(), usize::from(few < 60));
            let ground = page.split_once("Common ground</h2>").expect("common ground").1;
            assert!(ground.contains("Statement, number 0"), "{ground}");
            // Three more are one in twenty of sixty-three.
            let first = figures.common_ground().into_iter().take(landscape::FIRST);
            let safe = first.filter(|s| s.withstands.is_some_and(|voices| voices >= 3)).count();
            let told = ground.split_once(" of the first 5 would stay").and_then(|(told, _)| told.rsplit_once('>'));
            assert_eq!(told.map(|(_, safe)| safe.to_owned()), (few == 60).then(|| safe.to_string()));
            assert!(few < 60 || (1..landscape::FIRST).contains(&safe), "{safe} of the first");
        }
    }
}

#[tokio::test]
async fn ellipses_stand_on_the_map_on_request_and_for_nobody_who_is_shown_no_dots() {
    for house in TestHouse::open().await {
        import(&house, 0, &export(60)).await.expect("an import");
        let at = format!("/d/{}/q/{}", house.slug, reference(&house, 0).await);
        let token = house.token(Role::Secretariat).await;
        let plain = house.get(&format!("{at}/landscape"), token.as_deref()).await.text();
        assert!(plain.contains("class=\"dots") && plain.contains("href=\"?ellipses=1\""));
        assert!(!plain.contains("class=\"reach\""));
        let asked = house.get(&format!("{at}/landscape?ellipses=1"), token.as_deref()).await.text();
        assert!(asked.contains("<g class=\"reach\"><path") && asked.contains("href=\"?\""));
        assert!(asked.contains("80% certainty; ellipses drawn: 60 of 60."), "the legend, also in the description");
        assert!(asked.contains("Typical ellipse: width") && !asked.contains("type=\"checkbox\""));
        let report = house.get(&format!("{at}/landscape.html"), token.as_deref()).await.text();
        assert!(report.contains("id=\"ellipses\"") && report.contains("<g class=\"reach\"><path"));
        for path in ["landscape", "landscape?ellipses=1", "landscape.html", "hall"] {
            let public = house.get(&format!("{at}/{path}"), None).await.text();
            assert!(!public.contains("class=\"dots") && !public.contains("class=\"reach\""), "{path}");
            assert!(!public.contains("href=\"?ellipses") && !public.contains("id=\"ellipses\""), "{path}");
        }
    }
}

async fn json(house: &TestHouse, at: &str, token: Option<&str>) -> Landscape {
    let reply = house.get(&format!("{at}/landscape.json"), token).await;
    Landscape::from_json(&reply.text()).expect("indaba/landscape/1")
}

#[tokio::test]
async fn who_watches_a_question_is_told_of_a_response() {
    for house in TestHouse::open().await {
        let perspective = house.perspective(0, "Skills first.").await;
        let (participant, _) = house.participant().await;
        let mut news = house.app.live.watch(&house.questions[0]);
        let change = house.change(&participant, &perspective, Some(Value::Agree));
        house.app.writer.keep(change).await.expect("a kept response");
        assert_eq!(news.recv().await, Ok(News::Responses));
        house.app.live.stop();
        assert!(news.recv().await.is_err(), "a server that stops ends every watch");
    }
}

#[tokio::test]
async fn who_does_not_wait_for_a_landscape_is_told_when_it_is_there() {
    for house in TestHouse::open().await {
        import(&house, 0, &export(40)).await.expect("an import");
        let convened = house.app.dialogue(&house.slug).await.expect("a read").expect("the dialogue");
        let question = convened.question_by_id(&house.questions[0]).expect("a question").clone();
        let mut news = house.app.live.watch(&question.id);
        let at_once = |patience| within(patience, &house.app, &convened, &question, Audience::Public);
        assert!(at_once(Duration::ZERO).await.expect("no trouble").is_none(), "there is none yet");
        assert_eq!(news.recv().await, Ok(News::Landscape));
        let known = at_once(PATIENCE).await.expect("no trouble").expect("computed a moment ago");
        assert!(known.basis.responses > 0);
    }
}

#[test]
fn a_country_has_a_name_in_each_language_and_one_of_five_regions() {
    let name = |code: &str| countries::name(lang::L(lang::Lang::parse(code).expect("a language")), "250");
    assert_eq!(name("en"), "France");
    assert_eq!(countries::region("250"), Some("150"));
    assert_eq!(countries::region("404"), Some("002"), "through an intermediate region");
    assert_eq!(countries::region("009"), Some("009"), "a region is its own");
    assert_eq!((countries::region("001"), countries::region("xyz")), (None, None));
}

/// A real consultation, there and back. The records are not part of the project.
#[tokio::test]
async fn vtaiwan_comes_back_as_it_went_in() {
    let shared = std::env::var_os("INDABA_SHARED").map_or_else(
        || std::path::PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared"),
        std::path::PathBuf::from,
    );
    let folder = shared.join("data/polis/vtaiwan.uberx");
    if !folder.is_dir() {
        assert!(std::env::var("CI").as_deref() != Ok("true"), "no shared records at {}", shared.display());
        println!("skipped: no shared records at {}", shared.display());
        return;
    }
    let text = |name: &str| std::fs::read_to_string(folder.join(name)).expect("a file of the record");
    let came = read(&text("comments.csv"), &text("votes.csv"));
    let house = TestHouse::open().await.remove(0);
    let imported = import(&house, 0, &came).await.expect("an import");
    assert_eq!((imported.responses, imported.superseded), (49_443, 554));
    let mut c = house.app.db.read().await.expect("a reader");
    let history = store::record::history(&mut c, &house.questions[0]).await.expect("the history");
    assert_eq!(history.len(), 49_997, "every row of votes.csv");
    let going = outgoing(&mut c, &house.dialogue, &house.questions[0]).await.expect("an export");
    assert_eq!((&going.votes, &going.superseded), (&came.votes, &came.superseded));
    let of = |votes, statements: &[_]| polis(votes, statements, &Options::default()).to_json();
    assert_eq!(of(&going.votes, &going.statements()), of(&came.votes, &came.statements()));
}
