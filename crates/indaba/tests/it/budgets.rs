//! Access codes set aside, and the budgets against stuffing at their ceiling.

use crate::deeds::{agree, code, cookie, decided, desk, responses, under, votes};
use crate::house::TestHouse;
use indaba::access::Role;
use indaba::opening::Rules;
use indaba::words::{DialogueState, Participation};

#[tokio::test]
async fn a_sheet_of_codes_is_set_aside_whole_and_taken_in_again() {
    for house in TestHouse::open().await {
        let secretariat = house.token(Role::Secretariat).await;
        let said = house.perspective(0, "Skills of care come first.").await;
        let join = format!("/d/{}/join", house.slug);
        let words = [("AAAA-BBBB", 7), ("CCCC-DDDD", 7), ("EEEE-FFFF", 9)];
        let mut ids = Vec::new();
        for (word, made) in words {
            ids.push(code(&house, word, made).await);
            let token = cookie(&house.form(&join, None, &format!("code={word}")).await);
            assert_eq!(agree(&house, &token, &said).await, 303);
        }
        assert_eq!((votes(&house).await.len(), responses(&house).await), (3, 3));
        let act = async |what: &str, body: &str| {
            house.form(&desk(&house, &format!("/codes/{what}")), secretariat.as_deref(), body).await.status.as_u16()
        };
        assert_eq!(act("set-aside", "made=7&reason=").await, 422, "only with a reason");
        let alone = format!("code={}&reason=copied", ids[0]);
        assert_eq!(act("set-aside", &alone).await, 303);
        assert_eq!(act("set-aside", "made=7&reason=the+sheet+was+lost").await, 303);
        assert_eq!((votes(&house).await.len(), responses(&house).await), (1, 1), "results and counts follow");
        assert_eq!(act("set-aside", "made=7&reason=again").await, 409, "nothing is left to set aside");
        let page = house.get(&desk(&house, "/codes"), secretariat.as_deref()).await.text();
        assert!(page.contains("Take the sheet in again") && page.contains("the sheet was lost"));
        assert_eq!(house.form(&join, None, "code=CCCC-DDDD").await.status.as_u16(), 422, "lets nobody in");
        assert_eq!(act("take-in", "made=7&reason=found").await, 303);
        assert_eq!(votes(&house).await.len(), 2, "the one set aside alone before stays so");
        assert_eq!(act("take-in", "made=7&reason=again").await, 409, "nothing went with the sheet any more");
        assert_eq!(act("take-in", &format!("code={}&reason=a+mistake", ids[0])).await, 303);
        assert_eq!((votes(&house).await.len(), responses(&house).await), (3, 3));
        let decisions: Vec<_> =
            decided(&house).await.into_iter().map(|(kind, what, _)| format!("{kind} {what}")).collect();
        assert_eq!(decisions, ["code restore", "codes restore", "codes set_aside", "code set_aside"]);
    }
}

/// Settings of an open dialogue with these budgets.
fn budgets(participants: u32, network: u32, code: u32) -> String {
    format!(
        "state=open&opens_at=&closes_at=&participation=open&moderation=after&face=aggregates&attribution=named\
         &network_participants={participants}&network_responses={network}&code_responses={code}&disclosure_inside=5\
         &disclosure_public=10&threshold_some=25&threshold_many=50&threshold_most=75&contact="
    )
}

async fn limited() -> Vec<TestHouse> {
    TestHouse::with(&Rules { state: DialogueState::Open, ..Rules::default() }, true).await
}

async fn set(house: &TestHouse, secretariat: Option<&str>, budgets: &str) {
    assert_eq!(house.form(&desk(house, "/settings"), secretariat, budgets).await.status.as_u16(), 303);
}

#[tokio::test]
async fn newcomers_of_a_network_are_let_in_up_to_the_budget_and_again_when_it_is_raised() {
    for house in limited().await {
        let secretariat = house.token(Role::Secretariat).await;
        let said = house.perspective(0, "Skills of care come first.").await;
        code(&house, "AAAA-BBBB", 7).await;
        set(&house, secretariat.as_deref(), &budgets(2, 100, 100)).await;
        let body = format!("perspective={said}&value=agree");
        let newcomer = async |more: &str| house.form(&under(&house, "/respond"), None, &format!("{body}{more}")).await;
        assert_eq!(newcomer("").await.status.as_u16(), 303);
        assert_eq!(newcomer("").await.status.as_u16(), 303);
        let refused = newcomer("").await;
        assert_eq!(refused.status.as_u16(), 429);
        assert!(refused.text().contains("ask the secretariat for an access code"));
        assert_eq!(newcomer("&code=AAAA-BBBB").await.status.as_u16(), 303, "a code lets in above it");
        assert_eq!(votes(&house).await.len(), 3);
        set(&house, secretariat.as_deref(), &budgets(3, 100, 100)).await;
        assert_eq!(newcomer("").await.status.as_u16(), 303, "raised");
        assert_eq!(newcomer("").await.status.as_u16(), 429);
        let told = house.get(&format!("/d/{}", house.slug), None).await.text();
        assert!(told.contains("From one network, 3 participants may now come without a code"), "everybody is told");
        let codes = house.get(&desk(&house, "/codes"), secretariat.as_deref()).await.text();
        assert!(codes.contains("4 participants without a delegation, 3 of them without a code"));
    }
}

#[tokio::test]
async fn how_many_came_without_a_code_is_shown_beside_a_result() {
    let rules = Rules { state: DialogueState::Open, participation: Participation::Open, ..Rules::default() };
    for house in TestHouse::with(&rules, true).await {
        let secretariat = house.token(Role::Secretariat).await;
        let said = house.perspective(0, "Skills of care come first.").await;
        code(&house, "AAAA-BBBB", 7).await;
        for more in ["", "", "", "", "", "&code=AAAA-BBBB"] {
            let body = format!("perspective={said}&value=agree{more}");
            assert_eq!(house.form(&under(&house, "/respond"), None, &body).await.status.as_u16(), 303);
        }
        let page = house.get(&under(&house, "/landscape"), secretariat.as_deref()).await.text();
        assert!(page.contains("5 participants came without a code"));
    }
}

/// Gives a response to the first question in the name of a token; its status and text.
async fn give(house: &TestHouse, token: &str, perspective: &str, value: &str) -> (u16, String) {
    let body = format!("perspective={perspective}&value={value}");
    let reply = house.form(&under(house, "/respond"), Some(token), &body).await;
    (reply.status.as_u16(), reply.text())
}

/// Three responses are in the budget, the fourth is refused however often, and one more is let in when it is raised.
async fn spends_three(house: &TestHouse, token: &str, raised: &str, secretariat: Option<&str>, why: &str) {
    let mut said = Vec::new();
    for text in ["One.", "Two.", "Three.", "Four.", "Five."] {
        said.push(house.perspective(0, text).await);
    }
    for id in &said[..3] {
        assert_eq!(give(house, token, id, "agree").await.0, 303, "below the budget");
    }
    for _ in 0..4 {
        let (status, text) = give(house, token, &said[3], "agree").await;
        assert_eq!(status, 429);
        assert!(text.contains(why), "worded");
    }
    assert_eq!(responses(house).await, 3, "what was refused is not kept");
    set(house, secretariat, raised).await;
    assert_eq!(give(house, token, &said[3], "agree").await.0, 303, "refusals spent nothing");
    assert_eq!(give(house, token, &said[4], "agree").await.0, 429);
}

#[tokio::test]
async fn responses_of_a_network_without_code_have_a_budget() {
    for house in limited().await {
        let secretariat = house.token(Role::Secretariat).await;
        set(&house, secretariat.as_deref(), &budgets(10, 3, 100)).await;
        let token = cookie(&house.form(&format!("/d/{}/join", house.slug), None, "code=").await);
        let why = "Very many came from your network without a code";
        spends_three(&house, &token, &budgets(10, 4, 100), secretariat.as_deref(), why).await;
    }
}

#[tokio::test]
async fn responses_through_a_code_have_a_budget() {
    for house in limited().await {
        let secretariat = house.token(Role::Secretariat).await;
        set(&house, secretariat.as_deref(), &budgets(10, 100, 3)).await;
        code(&house, "AAAA-BBBB", 7).await;
        let token = cookie(&house.form(&format!("/d/{}/join", house.slug), None, "code=AAAA-BBBB").await);
        let why = "As many responses as allowed came with this access code";
        spends_three(&house, &token, &budgets(10, 100, 4), secretariat.as_deref(), why).await;
        let delegate = house.token(Role::Delegate).await.expect("a token");
        let one = house.perspective(0, "Six.").await;
        assert_eq!(give(&house, &delegate, &one, "agree").await.0, 303, "delegations have none");
    }
}
