//! The secretariat's work: files read line by line, the room, moderation, rules that only protect more.

use crate::house::TestHouse;
use indaba::access::Role;
use indaba::delegations_csv::{self as csv, Known};
use indaba::lang::{L, Lang};
use indaba::opening::Rules;
use indaba::store;
use indaba::web::secretariat::sheets;
use indaba::words::{Kind, Value};
use std::collections::{HashMap, HashSet};

fn under(house: &TestHouse, rest: &str) -> String {
    format!("/d/{}/secretariat{rest}", house.slug)
}

#[test]
fn a_file_of_delegations_is_read_whole_or_every_wrong_line_is_named() {
    let good = "\u{feff}name,kind,country,roles,groups,observer,lang\nArkenia,state,39,Origin;transit,A;B,no,fr\n\
                \"City, of X\",city,,,,yes,\n";
    let read = csv::delegations(good.as_bytes(), &HashSet::new(), Lang::EN).expect("a good file");
    assert_eq!(
        (read[0].country.as_str(), read[0].roles.as_str(), read[0].groups.as_str()),
        ("039", "origin;transit", "A;B")
    );
    assert_eq!((read[1].name.as_str(), read[1].kind, read[1].observer), ("City, of X", Kind::City, true));
    let bad = "name,kind,country,roles\nA,state,155,origin\nA,town,999,origin;up\n,city,,\nB,state\n";
    let troubles = csv::delegations(bad.as_bytes(), &HashSet::new(), Lang::EN).expect_err("a bad file");
    let places: Vec<_> = troubles.iter().map(|t| (t.line, t.column, t.why)).collect();
    assert_eq!(
        places,
        [
            (3, "name", "csv-name-twice"),
            (3, "kind", "csv-word"),
            (3, "country", "csv-country"),
            (3, "roles", "csv-word"),
            (4, "name", "csv-empty"),
            (5, "", "csv-cells"),
        ]
    );
    let words = troubles[2].words(L(Lang::EN));
    assert!(words.starts_with("Line 3, column country: “999” is not a code of UN M49"), "{words}");
    let header = csv::delegations(b"name,land\nA,B\n", &HashSet::new(), Lang::EN).expect_err("a bad header");
    let places: Vec<_> = header.iter().map(|t| (t.line, t.column, t.why)).collect();
    assert_eq!(places, [(1, "", "csv-column-unknown"), (1, "kind", "csv-column-missing")]);
    let latin =
        csv::delegations(b"name,kind\nGood,state\nBad\xe9,state\n", &HashSet::new(), Lang::EN).expect_err("Latin-1");
    assert_eq!((latin[0].line, latin[0].why), (3, "csv-encoding"));
}

#[test]
fn a_file_of_perspectives_names_what_it_refers_to() {
    let known = Known {
        questions: HashSet::from(["3.1".to_owned()]),
        paragraphs: HashSet::from(["3".to_owned()]),
        delegations: HashMap::from([("Arkenia".to_owned(), "G1".to_owned())]),
        said: HashSet::from([("3.1".to_owned(), "Said".to_owned())]),
    };
    let file = "question,delegation,text,paragraph,attribution,on_behalf_of\n3.1,Arkenia,One,3,by_category,G1\n\
                9.9,Nobody,Two,7,secret,\n3.1,Arkenia,Said,,,G2\n3.1,Arkenia,One,,,\n";
    let troubles = csv::perspectives(file.as_bytes(), &known, Lang::EN).expect_err("a bad file");
    let places: Vec<_> = troubles.iter().map(|t| (t.line, t.why)).collect();
    let expected = [
        (3, "csv-question"),
        (3, "csv-delegation"),
        (3, "csv-paragraph"),
        (3, "csv-word"),
        (4, "csv-group"),
        (4, "csv-text-said"),
        (5, "csv-text-twice"),
    ];
    assert_eq!(places, expected);
}

#[test]
fn typed_sheets_are_read_or_the_place_is_named() {
    let known =
        sheets::Known { numbers: HashSet::from([1, 2, 3]), names: HashSet::from(["Arkenia".to_owned()]), printed: 130 };
    let read = sheets::read("1a 2d 3p*\nArkenia: 1a-p*\n #128U Arkenia: 2d\n#129v 3a", &known).expect("good sheets");
    assert_eq!(read[0].answers[&3], (Value::Pass, true));
    assert_eq!((read[1].who.as_str(), read[1].answers.len()), ("Arkenia", 2), "- leaves one out");
    assert_eq!((read[2].serial, read[2].who.as_str()), (Some(128), "Arkenia"));
    assert_eq!((read[3].serial, read[3].answers[&3]), (Some(129), (Value::Agree, false)));
    let wrong = sheets::read("1x\na\nNobody: 1a\n4a\n1a 1d\n2\n#129U 1a\n#131X 1a\n#128U 1x\n#128U", &known);
    let wrong = wrong.expect_err("bad sheets");
    let places: Vec<_> = wrong.iter().map(|u| (u.line, u.column, u.why)).collect();
    let expected = [
        (1, 2, "sheets-key"),
        (2, 1, "sheets-number"),
        (3, 1, "sheets-name"),
        (4, 2, "sheets-unknown"),
        (5, 5, "sheets-twice"),
        (6, 1, "sheets-key"),
        (7, 1, "sheets-serial"),
        (8, 1, "sheets-serial-unknown"),
        (9, 8, "sheets-key"),
        (10, 6, "sheets-empty"),
    ];
    assert_eq!(places, expected);
}

#[tokio::test]
async fn an_uploaded_file_with_one_wrong_line_leaves_nothing_behind() {
    for house in TestHouse::open().await {
        let secretariat = house.token(Role::Secretariat).await;
        let upload = async |file: &str| {
            let body = format!(
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"d.csv\"\r\n\r\n{file}\r\n--x--\r\n"
            );
            let path = under(&house, "/delegations/file");
            let media = "multipart/form-data; boundary=x";
            let asked = indaba::commands::bench::client::Asked {
                method: "POST",
                path: &path,
                token: secretariat.as_deref(),
                body: &body,
                media,
                ..Default::default()
            };
            house.send(asked).await
        };
        let reply = upload("name,kind\nArkenia,state\nBelmar,town").await;
        assert_eq!(reply.status.as_u16(), 422);
        assert!(reply.text().contains("Line 3, column kind"), "the place is named");
        let all =
            async || store::delegation::all(&mut house.app.db.read().await.unwrap(), &house.dialogue).await.unwrap();
        assert!(all().await.is_empty(), "nothing half done");
        assert_eq!(upload("name,kind\nArkenia,state\nBelmar,city").await.status.as_u16(), 303);
        assert_eq!(all().await.len(), 2);
    }
}

#[tokio::test]
async fn a_refusal_needs_a_reason_takes_effect_and_stands_in_the_record() {
    for house in TestHouse::open().await {
        let secretariat = house.token(Role::Secretariat).await;
        let id = house.perspective(0, "Skills of care come first.").await;
        let mut c = house.app.db.write().await.unwrap();
        let (dialogue, now) = (&house.dialogue, store::now());
        store::report::insert(&mut c, dialogue, "perspective", &id, "not the question", None, now).await.unwrap();
        c.commit().await.unwrap();
        let path = under(&house, "/moderation");
        let queue = house.get(&path, secretariat.as_deref()).await.text();
        assert!(queue.contains("Skills of care come first.") && queue.contains("not the question"), "reported");
        let decide = async |decision: &str, reason: &str| {
            let body = format!("kind=perspective&object={id}&decision={decision}&reason={reason}");
            house.form(&path, secretariat.as_deref(), &body).await.status.as_u16()
        };
        let question = format!("/d/{}/q/3.1", house.slug);
        assert_eq!(decide("refuse", "").await, 422);
        assert!(house.get(&question, None).await.text().contains("Skills of care"), "nothing was changed");
        assert_eq!(decide("refuse", "off+the+subject").await, 303);
        assert!(!house.get(&question, None).await.text().contains("Skills of care"), "off the page at once");
        assert_eq!(decide("restore", "a+mistake").await, 303);
        assert!(house.get(&question, None).await.text().contains("Skills of care"));
        let mut c = house.app.db.read().await.unwrap();
        let kept = store::moderation::decisions(&mut c, &house.dialogue, 0).await.unwrap();
        let kept: Vec<_> = kept.iter().map(|d| (d.decision.as_str(), d.reason.as_str())).collect();
        assert_eq!(kept, [("restore", "a mistake"), ("refuse", "off the subject")]);
        assert!(store::moderation::reports(&mut c, &house.dialogue).await.unwrap().is_empty(), "reports are closed");
    }
}

#[tokio::test]
async fn the_room_the_statement_and_the_rules() {
    for house in TestHouse::open().await {
        let delegation = house.delegation("Arkenia", Kind::State, "origin").await;
        let rapporteur = house.token(Role::Rapporteur).await;
        let secretariat = house.token(Role::Secretariat).await;
        let body = format!("question=3.1&delegation={delegation}&text=Typed+in+the+room&lang=en");
        assert_eq!(house.form(&under(&house, "/entry"), rapporteur.as_deref(), &body).await.status.as_u16(), 303);
        assert_eq!(
            house.form(&under(&house, "/entry"), rapporteur.as_deref(), &body).await.status.as_u16(),
            422,
            "twice"
        );
        let print = house.get(&format!("/d/{}/q/3.1/print", house.slug), None).await.text();
        assert!(print.contains("Typed in the room"));
        let sheets = "question=3.1&sheets=1a*%0AArkenia:+1d";
        let path = under(&house, "/entry/sheets");
        assert_eq!(house.form(&path, rapporteur.as_deref(), sheets).await.status.as_u16(), 303);
        let mut c = house.app.db.read().await.unwrap();
        let given = store::response::of_question(&mut c, &house.questions[0]).await.unwrap();
        assert_eq!(given.len(), 2);
        assert!(given.iter().all(|r| r.entered_by == "secretariat"), "marked as entered for them");
        drop(c);
        let rules = "state=open&opens_at=&closes_at=&participation=open&moderation=after&face=aggregates\
                     &network_participants=1000&network_responses=200000&code_responses=200000&disclosure_inside=5\
                     &disclosure_public=10&threshold_some=25&threshold_many=50&threshold_most=75&contact=";
        let set = async |attribution: &str| {
            let body = format!("{rules}&attribution={attribution}");
            house.form(&under(&house, "/settings"), secretariat.as_deref(), &body).await.status.as_u16()
        };
        assert_eq!(set("unattributed").await, 303);
        assert_eq!(set("named").await, 422, "toward more protection only");
        let board = house.app.board(&house.questions[0]).await.unwrap();
        assert!(board.perspectives.iter().all(|p| p.attribution.as_str() == "unattributed"), "earlier ones too");
        let told = house.get(&format!("/d/{}", house.slug), None).await.text();
        assert!(told.contains("Contributions are now unattributed"), "everybody is told");
        let close = format!("{}&attribution=unattributed", rules.replace("state=open", "state=closed"));
        assert_eq!(house.form(&under(&house, "/settings"), secretariat.as_deref(), &close).await.status.as_u16(), 303);
        let entry = house.get(&under(&house, "/entry?question=3.1"), rapporteur.as_deref()).await.text();
        assert!(
            entry.contains("nothing more can be entered") && !entry.contains("id=\"text\""),
            "told before it is typed"
        );
        let late = body.replace("Typed+in+the+room", "Said+too+late");
        let refused = house.form(&under(&house, "/entry"), rapporteur.as_deref(), &late).await;
        assert!(
            refused.status.as_u16() == 409 && refused.text().contains("value=\"Said too late\""),
            "nothing is lost"
        );
    }
}

/// Which face of the record is published is chosen before anybody answers; afterwards only toward more protection.
#[tokio::test]
async fn the_published_record_is_chosen_before_the_opening() {
    let rules = "opens_at=&closes_at=&participation=open&attribution=named&moderation=after&network_participants=1000\
                 &network_responses=200000&code_responses=200000&disclosure_inside=5&disclosure_public=10\
                 &threshold_some=25&threshold_many=50&threshold_most=75&contact=";
    for house in TestHouse::with(&Rules::default(), true).await {
        let secretariat = house.token(Role::Secretariat).await;
        let path = under(&house, "/settings");
        let set = async |state: &str, face: &str| {
            let body = format!("{rules}&state={state}&face={face}");
            house.form(&path, secretariat.as_deref(), &body).await.status.as_u16()
        };
        let page = house.get(&path, secretariat.as_deref()).await.text();
        assert!(page.contains("value=\"rows\""), "both are offered");
        assert_eq!(set("preparing", "rows").await, 303);
        assert_eq!(set("open", "rows").await, 303);
        assert_eq!(set("open", "aggregates").await, 303);
        assert_eq!(set("open", "rows").await, 422, "toward more protection only");
    }
}
