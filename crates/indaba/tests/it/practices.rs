//! Practices: written, reviewed, published, responded to, carried from file to file, erased.

use crate::house::TestHouse;
use indaba::access::Role;
use indaba::app;
use indaba::commands::practices::bring_in;
use indaba::lang::{L, Lang};
use indaba::opening::Rules;
use indaba::practice::file::{self, Going};
use indaba::record::{self, Face, Pack};
use indaba::store;
use indaba::words::{Attribution, DialogueState, Kind};

/// The contact of the practice.
pub const CONTACT: &str = "office@example.invalid";

const WHOLE: &str = "title=Tested%20on%20site&lang=en&countries=155&level=national&workshop=1&questions=3.1&paragraphs=2\
&begun=2019&status=running&problem=No%20proof&assumption=Seen%20is%20believed&action=A%20day%20in%20a%20workshop\
&sides=newcomers&sides=host&target=Builders&cost=90&result1_indicator=In%20work&result1_value=46%25&result1_method=Register\
&result1_grade=B&side_effects=Few%20women&conditions=A%20union&rights=Own%20result&contact=office%40example.invalid\
&languages=en";

async fn submitted(house: &TestHouse, token: &str) -> String {
    let new = format!("/d/{}/practices/new", house.slug);
    let made = house.form(&new, Some(token), &format!("{WHOLE}&act=submit")).await;
    assert_eq!(made.status, 303, "{}", made.text());
    format!("/d/{}/practices/1", house.slug)
}

/// One of those who review what [`published`] makes.
pub const REVIEWER: &str = "Reviewing-Rita";

/// The address of a reviewer, as the desk shows it once.
fn link_on(house: &TestHouse, desk: &str) -> String {
    let start = desk.find("/review/").expect("a link") + "/review/".len();
    let token: String = desk[start..].chars().take_while(char::is_ascii_alphanumeric).collect();
    format!("/d/{}/review/{token}", house.slug)
}

/// Asks a reviewer, declares, and gives a verdict; gives the reviewer's address.
async fn reviewed(house: &TestHouse, here: &str, kind: &str, name: &str, verdict: &str) -> String {
    let secretariat = house.token(Role::Secretariat).await;
    let ask = format!("act=ask&kind={kind}&name={name}&organisation=Institute");
    let asked = house.form(&format!("{here}/review"), secretariat.as_deref(), &ask).await;
    assert_eq!(asked.status, 200, "{}", asked.text());
    let link = link_on(house, &asked.text());
    let why = &name[..name.len().min(3)];
    let early = house.form(&link, None, &format!("act=advise&verdict={verdict}&grade=B&reasons=Good")).await;
    assert_eq!(early.status, 409, "no verdict before the declaration");
    assert_eq!(house.form(&link, None, "act=declare&conflict=none").await.status, 200);
    let told = house.form(&link, None, &format!("act=advise&verdict={verdict}&grade=B&reasons=Because+of+{why}")).await;
    assert_eq!(told.status, 200, "{}", told.text());
    link
}

/// A published practice: its address, and the token of the head whose delegation submitted it.
pub async fn published(house: &TestHouse) -> (String, String) {
    let head = house.member(Role::Head, None).await;
    let here = submitted(house, &head).await;
    for (kind, name) in [("internal", REVIEWER), ("external", "Bo"), ("external", "Cy")] {
        reviewed(house, &here, kind, name, "publish").await;
    }
    let secretariat = house.token(Role::Secretariat).await;
    let decided = house.form(&format!("{here}/review"), secretariat.as_deref(), "act=decide").await;
    assert_eq!(decided.status, 200, "{}", decided.text());
    (here, head)
}

#[tokio::test]
async fn a_draft_needs_a_title_and_says_what_is_missing() {
    for house in TestHouse::open().await {
        let adviser = house.member(Role::Adviser, None).await;
        let new = format!("/d/{}/practices/new", house.slug);
        assert_eq!(house.form(&new, Some(&adviser), "problem=Something").await.status, 422);
        assert_eq!(house.form(&new, Some(&adviser), "title=A+start&problem=Something").await.status, 303);
        let edit = format!("/d/{}/practices/1/edit", house.slug);
        let form = house.get(&edit, Some(&adviser)).await.text();
        assert!(form.contains("things are missing") && form.contains("#f-assumption") && form.contains("Something"));
        let wrong = house.form(&edit, Some(&adviser), "title=A+start&begun=lately").await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.text().contains("no year and no month") && wrong.text().contains("lately"));
        let early = house.form(&edit, Some(&adviser), "title=A+start&act=submit").await;
        assert_eq!(early.status, 422);
        let stranger = house.member(Role::Head, None).await;
        assert_eq!(house.get(&edit, Some(&stranger)).await.status, 404, "a draft is its delegation's alone");
        let secretariat = house.token(Role::Secretariat).await;
        assert_eq!(house.get(&edit, secretariat.as_deref()).await.status, 404);
    }
}

#[tokio::test]
async fn reviewers_decide_and_people_respond_to_what_is_published() {
    for house in TestHouse::open().await {
        let head = house.member(Role::Head, None).await;
        let here = submitted(&house, &head).await;
        let secretariat = house.token(Role::Secretariat).await;
        let review = format!("{here}/review");
        assert_eq!(house.get(&here, None).await.status, 404, "not before it is published");
        assert_eq!(house.form(&review, secretariat.as_deref(), "act=decide").await.status, 409);
        let link = reviewed(&house, &here, "internal", "Ann", "publish").await;
        reviewed(&house, &here, "external", "Bo", "publish").await;
        reviewed(&house, &here, "external", "Cy", "revise").await;
        let desk = house.get(&review, secretariat.as_deref()).await.text();
        assert!(desk.contains("The reviewers disagree"), "two against one");
        assert_eq!(house.form(&review, secretariat.as_deref(), "act=decide").await.status, 409);
        reviewed(&house, &here, "external", "Di", "publish").await;
        // A conflict that is declared late takes the verdict back.
        assert_eq!(house.form(&link, None, "act=declare&conflict=yes&detail=Paid+by+it").await.status, 200);
        assert!(house.get(&review, secretariat.as_deref()).await.text().contains("Still to be asked"));
        reviewed(&house, &here, "internal", "Ed", "publish").await;
        assert_eq!(house.form(&review, secretariat.as_deref(), "act=decide").await.status, 200);

        let public = house.get(&here, None).await.text();
        assert!(public.contains("Tested on site") && public.contains("evidence B"));
        assert!(!public.contains("office@example.invalid"), "the contact is for members");
        assert!(!public.contains("Because of") && !public.contains("Institute"), "reviewers are named nowhere");
        let own = house.get(&here, Some(&head)).await.text();
        assert!(
            own.contains("office@example.invalid") && own.contains("Because of Bo") && !own.contains("Because of Ann")
        );

        let question = house.get(&format!("/d/{}/q/3.1", house.slug), None).await.text();
        assert!(question.contains(&here) && question.contains("this would work with us"));
        let list = house.get(&format!("/api/v1/dialogues/{}/practices", house.slug), None).await.json();
        let carrier = list["practices"][0]["perspectives"][0]["perspective"].as_str().unwrap().to_owned();
        let (_, token) = house.participant().await;
        let response = format!("/api/v1/perspectives/{carrier}/response");
        let given = house.json("PUT", &response, Some(&token), r#"{"value":"agree","matters":true}"#).await;
        assert_eq!(given.status, 200, "{}", given.text());
        assert_eq!(house.form(&format!("{here}/withdraw"), Some(&head), "").await.status, 303);
        assert_eq!(house.get(&here, None).await.status, 404);
        house.app.forget(&house.slug, Some(&house.questions[0]));
        let late = house.json("PUT", &response, Some(&token), r#"{"value":"pass"}"#).await;
        assert_eq!(late.status, 409, "what was withdrawn is no longer responded to");
    }
}

#[tokio::test]
async fn a_new_version_waits_beside_the_published_one() {
    for house in TestHouse::open().await {
        let (here, head) = published(&house).await;
        let text = WHOLE.replace("Tested%20on%20site", "Tested%20twice");
        let edit = format!("{here}/edit");
        assert_eq!(house.form(&edit, Some(&head), &format!("{text}&act=submit")).await.status, 303);
        assert!(house.get(&here, None).await.text().contains("Tested on site"));
        let versions = house.get(&format!("{here}/versions"), Some(&head)).await.text();
        assert!(versions.contains("<del>Tested on site</del>") && versions.contains("<ins>Tested twice</ins>"));
        assert_eq!(house.get(&format!("{here}/versions"), None).await.status, 404);
        let secretariat = house.token(Role::Secretariat).await;
        let back = house.form(&format!("{here}/review"), secretariat.as_deref(), "act=revise&reason=Unfinished").await;
        assert_eq!(back.status, 200);
        assert!(house.get(&here, Some(&head)).await.text().contains("The new version was sent back"));
    }
}

#[tokio::test]
async fn lists_filter_and_search() {
    for house in TestHouse::open().await {
        published(&house).await;
        let found = |query: &str| format!("/d/{}/practices?{query}", house.slug);
        for query in ["q=WORKSHOP", "country=155", "grade=B", "in=en", "workshop=1", "question=3.1", "q=western+europe"]
        {
            assert!(house.get(&found(query), None).await.text().contains("Tested on site"), "{query}");
        }
        for query in ["q=w_rkshop", "country=154", "grade=A", "in=fr", "workshop=2", "question=5.1", "state=review"] {
            assert!(!house.get(&found(query), None).await.text().contains("Tested on site"), "{query}");
        }
    }
}

#[tokio::test]
async fn who_submitted_it_is_shown_as_attribution_lets_it() {
    let rules = Rules { state: DialogueState::Open, attribution: Attribution::Unattributed, ..Rules::default() };
    for house in TestHouse::with(&rules, false).await {
        let delegation = house.delegation("Arkenia", Kind::State, "origin").await;
        let head = house.member(Role::Head, Some(&delegation)).await;
        let here = submitted(&house, &head).await;
        for (kind, name) in [("internal", "Ann"), ("external", "Bo"), ("external", "Cy")] {
            reviewed(&house, &here, kind, name, "publish").await;
        }
        let secretariat = house.token(Role::Secretariat).await;
        house.form(&format!("{here}/review"), secretariat.as_deref(), "act=decide").await;
        let download = format!("/d/{}/practices/download", house.slug);
        for path in
            [&here, &format!("/d/{}/practices", house.slug), &format!("{download}/csv"), &format!("{download}/json")]
        {
            let text = house.get(path, None).await.text();
            assert!(text.contains("Tested on site") && !text.contains("Arkenia"), "{path}");
        }
    }
}

#[tokio::test]
async fn files_go_out_and_come_in_again_and_a_wrong_line_stops_all() {
    for house in TestHouse::open().await {
        published(&house).await;
        let mut c = house.app.db.write().await.unwrap();
        let convened = app::convened(&mut c, &house.slug).await.unwrap().unwrap();
        let out =
            file::rows(&mut c, &house.dialogue, Going::All(&house.app.config.keys), |_| String::new()).await.unwrap();
        let (csv, json) = (file::csv(&out).unwrap(), file::json(&out).unwrap());
        let same = |text: &str| {
            let mut rows = file::read(&convened, &[], text.as_bytes()).unwrap();
            for row in &mut rows {
                row.number = "1".to_owned();
            }
            assert_eq!(rows, out);
        };
        same(&csv);
        same(&json);
        assert_eq!(bring_in(&mut c, &convened, &house.app.config.keys, json.as_bytes()).await.unwrap().unwrap(), 1);
        let twice =
            file::rows(&mut c, &house.dialogue, Going::All(&house.app.config.keys), |_| String::new()).await.unwrap();
        assert_eq!((twice.len(), &twice[1].record), (2, &out[0].record));

        let bad = "title,lang,state,countries,begun\nGood,en,draft,155,2019\n,xx,draft,999,soon\nLast,en,published,155,2019\n";
        let troubles = bring_in(&mut c, &convened, &house.app.config.keys, bad.as_bytes()).await.unwrap().unwrap_err();
        let named: Vec<(u64, &str)> = troubles.iter().map(|t| (t.line, t.column.as_str())).collect();
        for wanted in [(3, "title"), (3, "lang"), (3, "countries"), (3, "begun"), (4, "grade"), (4, "reviewed")] {
            assert!(named.contains(&wanted), "{wanted:?} is not in {named:?}");
        }
        assert!(!named.iter().any(|(line, _)| *line == 2));
        assert_eq!(
            file::rows(&mut c, &house.dialogue, Going::All(&house.app.config.keys), |_| String::new())
                .await
                .unwrap()
                .len(),
            2
        );
    }
}

#[tokio::test]
async fn the_record_has_what_is_published_and_no_contact() {
    for house in TestHouse::open().await {
        published(&house).await;
        let mut c = house.app.db.snapshot().await.unwrap();
        let convened = app::convened(&mut c, &house.slug).await.unwrap().unwrap();
        for face in [Face::Full, Face::Aggregates, Face::Rows] {
            let (manifest, bytes) = record::write(&mut c, &convened, face, "key", 1, Pack::zip()).await.unwrap();
            for name in ["practices.csv", "practices.json", "practice_perspectives.csv", "estimates.csv"] {
                assert!(manifest.files.iter().any(|f| f.name == name), "{name}");
            }
            let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
            let text = std::io::read_to_string(zip.by_name("practices.csv").unwrap()).unwrap();
            assert!(text.contains("Tested on site") && !text.contains("office@example.invalid"));
        }
    }
}

#[tokio::test]
async fn a_person_takes_its_practices_along_and_erases_them() {
    for house in TestHouse::open().await {
        let (id, token) = house.participant().await;
        submitted(&house, &token).await;
        let mine = house.get("/api/v1/me", Some(&token)).await.json();
        assert_eq!(mine["practices"][0]["title"], "Tested on site");
        assert_eq!(house.json("DELETE", "/api/v1/me", Some(&token), "").await.status, 204);
        let mut c = house.app.db.read().await.unwrap();
        assert!(store::practice::own(&mut c, &id).await.unwrap().is_empty());
        assert!(store::practice::all(&mut c, &house.dialogue).await.unwrap().is_empty());
    }
}

/// The ids of the reviewers whom a desk offers to let go.
fn awaited(desk: &str) -> Vec<String> {
    let ids = desk.split("name=\"reviewer\" value=\"").skip(1);
    ids.filter_map(|rest| Some(rest.split_once('"')?.0.to_owned())).collect()
}

#[tokio::test]
async fn a_reviewer_who_does_not_answer_is_let_go_and_one_who_advised_is_not() {
    for house in TestHouse::open().await {
        let head = house.member(Role::Head, None).await;
        let here = submitted(&house, &head).await;
        let secretariat = house.token(Role::Secretariat).await;
        let desk = format!("{here}/review");
        reviewed(&house, &here, "internal", "Ann", "publish").await;
        reviewed(&house, &here, "external", "Bo", "publish").await;
        let ask = "act=ask&kind=external&name=Silent&organisation=Institute";
        let page = house.form(&desk, secretariat.as_deref(), ask).await.text();
        let [silent] = awaited(&page).try_into().expect("one is waited for");
        let relinked = house.form(&desk, secretariat.as_deref(), &format!("act=link&reviewer={silent}")).await.text();
        let (first, second) = (link_on(&house, &page), link_on(&house, &relinked));
        assert_eq!(house.get(&first, None).await.status, 404, "the first link leads nowhere");
        assert_eq!(house.get(&second, None).await.status, 200);
        let release = format!("act=release&reviewer={silent}");
        assert_eq!(house.form(&desk, secretariat.as_deref(), &release).await.status, 200);
        assert_eq!(house.form(&desk, secretariat.as_deref(), &release).await.status, 409, "gone already");
        let late = house.form(&second, None, "act=declare&conflict=none").await;
        assert_eq!(late.status, 409);
        assert!(late.text().contains("no longer waits"), "{}", late.text());
        let page = house.get(&desk, secretariat.as_deref()).await.text();
        assert!(page.contains("Still to be asked") && awaited(&page).is_empty(), "{page}");
        reviewed(&house, &here, "external", "Silent", "publish").await;
        assert_eq!(house.form(&desk, secretariat.as_deref(), "act=decide").await.status, 200);
        let public = house.get(&here, None).await.text();
        assert!(public.contains("Reviewed by 1 internal and 2 external"), "{public}");
        let shown = house.get(&format!("/api/v1/dialogues/{}/practices", house.slug), None).await.json();
        assert_eq!(shown["practices"][0]["practice"]["reviewed"], "internal=1;external=2");
    }
}

#[tokio::test]
async fn what_a_file_says_of_results_beyond_the_form_is_refused_with_its_place() {
    for house in TestHouse::open().await {
        let convened = app::convened(&mut house.app.db.read().await.unwrap(), &house.slug).await.unwrap().unwrap();
        let results = r#"[{"indicator":"a","colour":"red"},{},{},{}]"#;
        let wrong = format!(r#"{{"schema":"{}","practices":[{{"title":"T","results":{results}}}]}}"#, file::SCHEMA);
        let troubles = file::read(&convened, &[], wrong.as_bytes()).unwrap_err();
        let said: Vec<String> =
            troubles.iter().filter(|t| t.column == "results").map(|t| t.words(L(Lang::EN))).collect();
        assert!(
            said.iter().any(|why| why.contains("colour")) && said.iter().any(|why| why.contains("3 results")),
            "{said:?}"
        );
    }
}
