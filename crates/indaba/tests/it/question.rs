//! The question's page: hearing everybody, within the rules of attribution and disclosure.

use crate::house::TestHouse;
use indaba::access::Role;
use indaba::attribution::Labels;
use indaba::lang::{L, Lang};
use indaba::opening::Rules;
use indaba::store;
use indaba::store::code::AccessCode;
use indaba::store::delegation::Delegation;
use indaba::web::tally::disclosed;
use indaba::words::{Attribution, DialogueState, Kind, Participation};

fn under(house: &TestHouse, rest: &str) -> String {
    format!("/d/{}/q/3.1{rest}", house.slug)
}

fn cookie(reply: &indaba::commands::bench::client::Reply) -> String {
    let text = reply.headers.get("set-cookie").expect("a cookie").to_str().expect("text");
    text.trim_start_matches("indaba=").split(';').next().expect("a value").to_owned()
}

#[tokio::test]
async fn a_first_response_makes_a_participant_and_is_on_disk() {
    for house in TestHouse::open().await {
        let id = house.perspective(0, "Skills of care come first.").await;
        let before = house.get(&under(&house, ""), None).await.text();
        assert!(before.contains("Skills of care come first.") && !before.contains("id=\"answered\""));
        let body = format!("perspective={id}&value=agree&matters=on");
        let reply = house.form(&under(&house, "/respond"), None, &body).await;
        assert_eq!(reply.status.as_u16(), 303);
        let kept =
            store::response::of_question(&mut house.app.db.read().await.unwrap(), &house.questions[0]).await.unwrap();
        assert_eq!(kept.iter().map(|r| (r.value, r.matters)).collect::<Vec<_>>(), [(1, true)]);
        let token = cookie(&reply);
        let after = house.get(&under(&house, &format!("?answered={id}")), Some(&token)).await.text();
        assert!(after.contains("id=\"answered\"") && after.contains("1 of 10"), "one answer is below the limit");
        let landscape = format!("btn primary\" href=\"{}\"", under(&house, "/landscape"));
        assert!(after.contains(&landscape) && after.contains("Next: question ") && !before.contains(&landscape));
        assert!(before.contains("number 1<"), "as the landscape names it");
        let body = format!("perspective={id}");
        assert_eq!(house.form(&under(&house, "/withdraw"), Some(&token), &body).await.status.as_u16(), 303);
        let kept =
            store::response::of_question(&mut house.app.db.read().await.unwrap(), &house.questions[0]).await.unwrap();
        assert!(kept.is_empty(), "withdrawn");
    }
}

#[tokio::test]
async fn a_draft_is_cleared_by_the_head_before_it_is_published() {
    for house in TestHouse::open().await {
        let delegation = house.delegation("Arkenia", Kind::State, "origin").await;
        let adviser = house.member(Role::Adviser, Some(&delegation)).await;
        let delegate = house.member(Role::Delegate, Some(&delegation)).await;
        let head = house.member(Role::Head, Some(&delegation)).await;
        house.form(&under(&house, "/propose"), Some(&adviser), "text=Drafted&lang=en").await;
        let drafts = format!("/d/{}/drafts", house.slug);
        let page = house.get(&drafts, Some(&delegate)).await.text();
        let start = page.find(&format!("{drafts}/")).expect("the draft") + drafts.len() + 1;
        let address = format!("{drafts}/{}", &page[start..start + 36]);
        let act =
            async |who: &str, act: &str| house.form(&address, Some(who), &format!("act={act}")).await.status.as_u16();
        assert_eq!(act(&delegate, "publish").await, 409, "not cleared yet");
        assert_eq!(act(&delegate, "clear").await, 409, "the head clears");
        assert!(!house.get(&under(&house, ""), None).await.text().contains("Drafted"));
        assert_eq!(act(&head, "clear").await, 303);
        assert_eq!(act(&delegate, "publish").await, 303);
        assert!(house.get(&under(&house, ""), None).await.text().contains("Drafted"));
        let other = house.token(Role::Head).await;
        assert_eq!(
            house.form(&address, other.as_deref(), "act=withdraw").await.status.as_u16(),
            404,
            "of another delegation"
        );
    }
}

#[tokio::test]
async fn erasing_keeps_the_place_of_what_others_responded_to() {
    for house in TestHouse::open().await {
        let (_, author) = house.participant().await;
        house.form(&under(&house, "/propose"), Some(&author), "text=Mine&lang=en").await;
        house.form(&under(&house, "/propose"), Some(&author), "text=Unanswered&lang=en").await;
        let board = house.app.board(&house.questions[0]).await.unwrap();
        let mine = board.perspectives.iter().find(|p| p.text == "Mine").expect("kept").id.clone();
        let (_, other) = house.participant().await;
        house.form(&under(&house, "/respond"), Some(&other), &format!("perspective={mine}&value=pass")).await;
        assert_eq!(house.form("/me/erase", Some(&author), "sure=on").await.status.as_u16(), 303);
        let board = house.app.board(&house.questions[0]).await.unwrap();
        let left: Vec<_> = board.perspectives.iter().map(|p| (p.state.as_str(), p.text.as_str())).collect();
        assert_eq!(left, [("erased", "")]);
        assert!(house.get(&under(&house, "/responses"), Some(&other)).await.text().contains("erased by its author"));
        assert_eq!(house.get("/me", Some(&author)).await.status.as_u16(), 401, "its key is gone");
    }
}

#[tokio::test]
async fn off_the_record_is_shown_to_nobody_and_the_same_text_is_refused() {
    for house in TestHouse::open().await {
        let (_, author) = house.participant().await;
        let post = async |body: &str| house.form(&under(&house, "/propose"), Some(&author), body).await.status.as_u16();
        assert_eq!(post("text=Between+us&lang=en&attribution=off_the_record").await, 303);
        assert!(!house.get(&under(&house, ""), None).await.text().contains("Between us"));
        assert_eq!(post("text=Once&lang=en").await, 303);
        assert_eq!(post("text=+Once%0A&lang=en").await, 422);
        let long = format!("text={}&lang=en", "x".repeat(401));
        assert_eq!(post(&long).await, 422);
        assert_eq!(post("text=In+no+language&lang=xx").await, 422);
    }
}

#[tokio::test]
async fn a_code_lets_in_as_many_as_it_says() {
    let rules = Rules { state: DialogueState::Open, participation: Participation::Code, ..Rules::default() };
    for house in TestHouse::with(&rules, true).await {
        let id = house.perspective(0, "By code.").await;
        let code = AccessCode {
            id: store::new_id(),
            code: "ABCD-EFGH".to_owned(),
            label: String::new(),
            uses_max: 1,
            uses: 0,
            created_at: store::now(),
            set_aside_at: None,
            set_aside_reason: None,
        };
        let mut c = house.app.db.write().await.unwrap();
        store::code::insert(&mut c, &house.dialogue, &code).await.unwrap();
        c.commit().await.unwrap();
        let body = format!("perspective={id}&value=agree");
        assert_eq!(house.form(&under(&house, "/respond"), None, &body).await.status.as_u16(), 403);
        let join = format!("/d/{}/join", house.slug);
        assert_eq!(house.form(&join, None, "code=abcd+efgh").await.status.as_u16(), 303, "as people type it");
        assert_eq!(house.form(&join, None, "code=ABCD-EFGH").await.status.as_u16(), 409, "used up");
    }
}

#[test]
fn a_category_that_would_single_out_a_delegation_is_widened() {
    let state = |n: usize, roles: &str| Delegation {
        id: format!("d{n}"),
        name: format!("Delegation {n}"),
        kind: Kind::State,
        country: String::new(),
        roles: roles.to_owned(),
        negotiating_groups: String::new(),
        observer: false,
        lang: "en".to_owned(),
        created_at: 0,
    };
    let delegations = vec![state(1, "origin"), state(2, "origin;transit"), state(3, "origin"), state(4, "destination")];
    let speaks = (1..=4).map(|n| (format!("p{n}"), format!("d{n}"))).collect();
    let labels = Labels::new(delegations, speaks);
    let of = |who: &str, how| labels.of(L(Lang::EN), Some(who), how);
    assert_eq!(of("p2", Attribution::ByCategory), "a country of origin", "not of transit: it is the only one");
    assert_eq!(of("p4", Attribution::ByCategory), "a State");
    assert_eq!(of("p4", Attribution::Named), "Delegation 4");
    assert_eq!(of("p4", Attribution::Unattributed), "");
}

#[test]
fn small_counts_can_not_be_found_by_subtraction() {
    assert_eq!(disclosed([20, 7, 13], 5), [Some(20), Some(7), Some(13)]);
    assert_eq!(disclosed([20, 2, 13], 5), [Some(20), None, None]);
    assert_eq!(disclosed([20, 2, 1], 5), [None, None, None]);
    assert_eq!(disclosed([20, 0, 0], 5), [Some(20), Some(0), Some(0)]);
    assert_eq!(disclosed([3, 0, 0], 5), [None, None, None]);
}

/// After a refused form its address stands in the browser: another language, a bookmark or a reload must lead somewhere.
#[tokio::test]
async fn an_address_that_takes_forms_alone_leads_to_its_page() {
    let house = TestHouse::open().await.swap_remove(0);
    for (asked, page) in [
        ("/me/erase?lang=fr", "/me?lang=fr"),
        ("/d/a/q/10.1/propose?lang=ar", "/d/a/q/10.1?lang=ar"),
        ("/open/confirm", "/open"),
    ] {
        let reply = house.get(asked, None).await;
        assert_eq!(
            (reply.status.as_u16(), reply.headers.get("location").and_then(|at| at.to_str().ok())),
            (303, Some(page)),
            "{asked}"
        );
    }
    let api = house.get("/api/v1/dialogues/x/participants", None).await;
    assert_eq!(api.status.as_u16(), 405);
}
