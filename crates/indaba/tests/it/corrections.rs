//! What was entered can be put right: delegations that change or leave, and their members.

use crate::deeds::{agree, decided, desk, under, votes};
use crate::house::{Folder, TestHouse};
use indaba::access::Role;
use indaba::opening::Rules;
use indaba::record::{Face, Pack};
use indaba::store::{departure, response};
use indaba::words::{Attribution, DialogueState, Kind, Moderation, Value};
use indaba::{live, record, store};
use std::io::Read;

async fn delegations(house: &TestHouse) -> Vec<store::delegation::Delegation> {
    store::delegation::all(&mut house.app.db.read().await.unwrap(), &house.dialogue).await.unwrap()
}

async fn participants(house: &TestHouse) -> usize {
    let mut c = house.app.db.read().await.unwrap();
    store::participant::counted(&mut c, &house.dialogue).await.unwrap().len()
}

#[tokio::test]
async fn a_delegation_is_described_anew_and_results_follow() {
    for house in TestHouse::open().await {
        let desk_token = house.token(Role::Secretariat).await;
        let arkenia = house.delegation("Arkenia", Kind::State, "origin").await;
        house.delegation("Belmar", Kind::State, "origin").await;
        let head = house.member(Role::Head, Some(&arkenia)).await;
        let said = house.perspective(0, "Skills of care come first.").await;
        assert_eq!(agree(&house, &head, &said).await, 303);
        assert_eq!(votes(&house).await.len(), 1);
        let path = desk(&house, &format!("/delegations/{arkenia}"));
        let page = house.get(&path, desk_token.as_deref()).await.text();
        assert!(page.contains("value=\"Arkenia\"") && page.contains("value=\"origin\" checked"), "as it stands");
        let describe = async |body: &str| house.form(&path, desk_token.as_deref(), body).await;
        let taken = describe("name=Belmar&kind=state&lang=en").await;
        assert_eq!(taken.status.as_u16(), 422);
        assert!(taken.text().contains("accredited as “Belmar”"));
        assert_eq!(describe("name=Arkenia&kind=village&lang=en").await.status.as_u16(), 422);
        let body = "name=City+of+Arke&kind=city&country=155&roles=transit&roles=destination&groups=G1;G2&lang=fr";
        assert_eq!(describe(body).await.status.as_u16(), 303);
        let all = delegations(&house).await;
        let now = all.iter().find(|d| d.id == arkenia).expect("still there");
        let fields = (now.name.as_str(), now.kind, now.country.as_str(), now.roles.as_str(), now.lang.as_str());
        assert_eq!(fields, ("City of Arke", Kind::City, "155", "transit;destination", "fr"));
        assert_eq!(now.negotiating_groups, "G1;G2");
        let mut c = house.app.db.read().await.unwrap();
        let material = live::landscape::material(&mut c, &house.dialogue, &house.questions[0]).await.unwrap();
        let blocs: Vec<String> = material.blocs.into_keys().collect();
        assert!(blocs.contains(&"kind:city".to_owned()) && blocs.contains(&"group:G2".to_owned()), "{blocs:?}");
        // An observer's responses do not count, and its members only read and speak.
        assert_eq!(describe(&format!("{body}&observer=yes")).await.status.as_u16(), 303);
        assert!(votes(&house).await.is_empty());
        assert_eq!(agree(&house, &head, &said).await, 403, "the head observes now");
        assert_eq!(describe(body).await.status.as_u16(), 303);
        assert_eq!(votes(&house).await.len(), 1, "they count again");
        assert_eq!(agree(&house, &head, &said).await, 303, "the first member is head again");
    }
}

#[tokio::test]
async fn the_landscape_is_computed_anew_when_a_delegation_is_described_anew() {
    for house in TestHouse::open().await {
        let arkenia = house.delegation("Arkenia", Kind::State, "origin").await;
        let stamp = async || {
            let mut c = house.app.db.read().await.unwrap();
            response::stamp(&mut c, &house.dialogue, &house.questions[0]).await.unwrap()
        };
        let before = stamp().await;
        let secretariat = house.token(Role::Secretariat).await;
        let path = desk(&house, &format!("/delegations/{arkenia}"));
        house.form(&path, secretariat.as_deref(), "name=Arkenia&kind=city&lang=en").await;
        assert_ne!(before, stamp().await);
    }
}

#[tokio::test]
async fn a_delegation_that_has_given_nothing_is_deleted() {
    for house in TestHouse::open().await {
        let secretariat = house.token(Role::Secretariat).await;
        let id = house.delegation("Arkenia", Kind::State, "origin").await;
        let head = house.member(Role::Head, Some(&id)).await;
        house.form(&under(&house, "/propose"), Some(&head), "text=Only+a+draft&lang=en&draft=on").await;
        let path = desk(&house, &format!("/delegations/{id}"));
        let page = house.get(&path, secretariat.as_deref()).await.text();
        assert!(page.contains("has given nothing yet") && page.contains("Its 1 member is signed out"));
        let remove = async |body: &str| house.form(&format!("{path}/remove"), secretariat.as_deref(), body).await;
        assert_eq!(remove("reason=").await.status.as_u16(), 422);
        assert_eq!(delegations(&house).await.len(), 1, "only with a reason");
        assert_eq!(remove("reason=accredited+twice").await.status.as_u16(), 303);
        assert!(delegations(&house).await.is_empty());
        assert_eq!(house.get("/me", Some(&head)).await.status.as_u16(), 401, "signed out at once");
        assert_eq!(participants(&house).await, 0);
        let board = house.app.board(&house.questions[0]).await.unwrap();
        assert!(board.perspectives.is_empty(), "its draft too");
        assert_eq!(
            decided(&house).await,
            [("delegation".to_owned(), "deleted".to_owned(), "accredited twice".to_owned())]
        );
        assert_eq!(remove("reason=again").await.status.as_u16(), 404);
    }
}

/// A delegation that said one thing others responded to and one they did not, and that responded itself.
async fn heard(house: &TestHouse) -> (String, String) {
    let id = house.delegation("Arkenia", Kind::State, "origin").await;
    let head = house.member(Role::Head, Some(&id)).await;
    house.form(&under(house, "/propose"), Some(&head), "text=Answered&lang=en").await;
    house.form(&under(house, "/propose"), Some(&head), "text=Unanswered&lang=en").await;
    let other = house.perspective(0, "Of somebody else.").await;
    assert_eq!(agree(house, &head, &other).await, 303);
    let board = house.app.board(&house.questions[0]).await.unwrap();
    let mine = board.perspectives.iter().find(|p| p.text == "Answered").expect("published").id.clone();
    let (_, reader) = house.participant().await;
    assert_eq!(agree(house, &reader, &mine).await, 303);
    assert_eq!(votes(house).await.len(), 2);
    (id, head)
}

#[tokio::test]
async fn a_delegation_that_leaves_takes_back_what_it_gave_and_may_come_again() {
    for house in TestHouse::open().await {
        let secretariat = house.token(Role::Secretariat).await;
        let (id, head) = heard(&house).await;
        let path = desk(&house, &format!("/delegations/{id}"));
        let page = house.get(&path, secretariat.as_deref()).await.text();
        assert!(page.contains("2 perspectives leave the pages, 1 response no longer counts"), "said before it happens");
        let reply = house.form(&format!("{path}/remove"), secretariat.as_deref(), "reason=it+left").await;
        assert_eq!(reply.status.as_u16(), 303);
        assert_eq!(house.get("/me", Some(&head)).await.status.as_u16(), 401);
        let board = house.app.board(&house.questions[0]).await.unwrap();
        let states: Vec<_> = board.perspectives.iter().map(|p| p.state.as_str()).collect();
        assert_eq!(states, ["withdrawn", "withdrawn", "published"]);
        assert_eq!(votes(&house).await.len(), 1, "its own response no longer counts");
        let mut c = house.app.db.read().await.unwrap();
        assert_eq!(store::keep::unlike_history(&mut c).await.unwrap(), 0, "the history says so");
        drop(c);
        assert!(!house.get(&under(&house, ""), None).await.text().contains("Unanswered"));
        let again = "name=Arkenia&kind=city&lang=en";
        let again = house.form(&desk(&house, "/delegations"), secretariat.as_deref(), again).await;
        assert_eq!(again.status.as_u16(), 303);
        let all = delegations(&house).await;
        assert_eq!(all.iter().map(|d| (d.id.as_str(), d.kind)).collect::<Vec<_>>(), [(id.as_str(), Kind::City)]);
    }
}

#[tokio::test]
async fn a_delegation_is_erased_where_it_asks_for_it() {
    for house in TestHouse::open().await {
        let secretariat = house.token(Role::Secretariat).await;
        let (id, _) = heard(&house).await;
        let path = desk(&house, &format!("/delegations/{id}/remove"));
        let reply = house.form(&path, secretariat.as_deref(), "reason=asked+for&erase=yes").await;
        assert_eq!(reply.status.as_u16(), 303);
        let board = house.app.board(&house.questions[0]).await.unwrap();
        let left: Vec<_> = board.perspectives.iter().map(|p| (p.state.as_str(), p.text.as_str())).collect();
        assert_eq!(left, [("erased", ""), ("published", "Of somebody else.")]);
        let mut c = house.app.db.read().await.unwrap();
        assert_eq!(departure::given(&mut c, &id).await.unwrap(), departure::Given::default());
        assert!(store::delegation::departed(&mut c, &house.dialogue, "Arkenia").await.unwrap().is_none(), "no name");
        assert_eq!(store::keep::history(&mut c).await.unwrap().len(), 1, "the other's response alone");
    }
}

#[tokio::test]
async fn which_delegation_left_stands_in_the_full_record_alone() {
    for house in TestHouse::open().await {
        let secretariat = house.token(Role::Secretariat).await;
        let (id, _) = heard(&house).await;
        let path = desk(&house, &format!("/delegations/{id}/remove"));
        house.form(&path, secretariat.as_deref(), "reason=Arkenia+withdrew").await;
        let mut c = house.app.db.read().await.unwrap();
        let convened = indaba::app::convened(&mut c, &house.slug).await.unwrap().unwrap();
        for (face, told) in [(Face::Full, true), (Face::Aggregates, false)] {
            let folder = Folder::new();
            let pack = Pack::folder(folder.path()).unwrap();
            record::write(&mut c, &convened, face, "key", 1_000, pack).await.unwrap();
            let text = std::fs::read_to_string(folder.path().join("moderation.csv")).unwrap();
            assert_eq!(text.contains("Arkenia withdrew"), told);
        }
    }
}

/// The id of the place of a member whose token is given, in its delegation.
async fn seat(house: &TestHouse, delegation: &str, role: &str) -> Vec<String> {
    let mut c = house.app.db.read().await.unwrap();
    let all = store::invitation::members(&mut c, &house.dialogue, delegation, 0).await.unwrap();
    all.into_iter().filter(|m| m.role == role).map(|m| m.id).collect()
}

#[tokio::test]
async fn members_change_roles_and_go_and_the_last_head_stays() {
    for house in TestHouse::open().await {
        let secretariat = house.token(Role::Secretariat).await;
        let id = house.delegation("Arkenia", Kind::State, "origin").await;
        let head = house.member(Role::Head, Some(&id)).await;
        let adviser = house.member(Role::Adviser, Some(&id)).await;
        let foreign = house.token(Role::Head).await;
        let said = house.perspective(0, "Skills of care come first.").await;
        let members = format!("/d/{}/members", house.slug);
        let act =
            async |who: Option<&str>, seat: &str, body: &str| house.form(&format!("{members}/{seat}"), who, body).await;
        let advises = seat(&house, &id, "adviser").await.remove(0);
        let leads = seat(&house, &id, "head").await.remove(0);
        assert_eq!(agree(&house, &adviser, &said).await, 403, "an adviser drafts");
        assert_eq!(act(foreign.as_deref(), &advises, "act=role&role=delegate").await.status.as_u16(), 404);
        assert_eq!(act(Some(&head), &advises, "act=role&role=secretariat").await.status.as_u16(), 422);
        assert_eq!(act(Some(&head), &advises, "act=role&role=delegate").await.status.as_u16(), 303);
        assert_eq!(agree(&house, &adviser, &said).await, 303, "a delegate now");
        let last = act(Some(&head), &leads, "act=remove").await;
        assert_eq!(last.status.as_u16(), 409);
        assert!(last.text().contains("last head"));
        assert_eq!(act(Some(&head), &leads, "act=role&role=adviser").await.status.as_u16(), 409);
        let link = act(secretariat.as_deref(), &leads, "act=remove").await;
        assert!(link.text().contains("/invitation/"), "the secretariat gets a link for a new head");
        assert_eq!(house.get("/me", Some(&head)).await.status.as_u16(), 401, "signed out at once");
        assert_eq!(act(secretariat.as_deref(), &advises, "act=role&role=head").await.status.as_u16(), 303);
        assert_eq!(house.get(&members, Some(&adviser)).await.status.as_u16(), 200, "head now");
    }
}

#[tokio::test]
async fn the_secretariat_does_not_lose_its_last_member() {
    for house in TestHouse::open().await {
        let operator = house.token(Role::Operator).await;
        let path = format!("/d/{}/members", house.slug);
        let invite = house.form(&path, operator.as_deref(), "role=secretariat&label=Desk").await.text();
        let start = invite.find("/invitation/").expect("a link");
        let link: String = invite[start..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
        let body = "sign_in=desk&name=Desk&password=a+sentence+is+good";
        assert_eq!(house.form(&link, None, body).await.status.as_u16(), 303);
        let desk = seat(&house, "", "secretariat").await.remove(0);
        let reply = house.form(&format!("{path}/{desk}"), operator.as_deref(), "act=remove").await;
        assert_eq!(reply.status.as_u16(), 409);
        assert_eq!(seat(&house, "", "secretariat").await.len(), 1);
    }
}

#[tokio::test]
async fn an_auditor_is_named_with_a_link_and_takes_the_full_record() {
    for house in TestHouse::open().await {
        let secretariat = house.token(Role::Secretariat).await;
        house.participant().await;
        let invite =
            house.form(&format!("/d/{}/members", house.slug), secretariat.as_deref(), "role=auditor").await.text();
        let start = invite.find("/invitation/").expect("a link");
        let link: String = invite[start..].chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '/').collect();
        let accepted = house.form(&link, None, "sign_in=auditor&name=Auditor&password=a+sentence+is+good").await;
        let cookie = accepted.headers["set-cookie"].to_str().unwrap();
        let token = cookie.strip_prefix("indaba=").unwrap().split(';').next().unwrap();
        let full = house.get(&format!("/api/v1/dialogues/{}/record.zip", house.slug), Some(token)).await;
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(full.body)).unwrap();
        let mut participants = String::new();
        zip.by_name("participants.csv").unwrap().read_to_string(&mut participants).unwrap();
        assert!(participants.lines().nth(1).unwrap().ends_with(",none"), "came without a code: {participants}");
        let head = house.token(Role::Head).await;
        let theirs = house.form(&format!("/d/{}/members", house.slug), head.as_deref(), "role=auditor").await;
        assert_eq!(theirs.status.as_u16(), 422, "a delegation names no auditor");
    }
}

#[tokio::test]
async fn an_added_question_that_waits_says_so() {
    let rules = Rules { state: DialogueState::Open, moderation: Moderation::Before, ..Rules::default() };
    for house in TestHouse::with(&rules, false).await {
        let (_, token) = house.participant().await;
        let ask = format!("/d/{}/ask", house.slug);
        let reply = house.form(&ask, Some(&token), "text=And+the+families%3F&lang=en&paragraph=3").await;
        let to = reply.headers["location"].to_str().unwrap().to_owned();
        assert!(house.get(&to, Some(&token)).await.text().contains("once the moderators have looked at it"));
    }
}

#[tokio::test]
async fn who_left_is_named_by_no_label() {
    for house in TestHouse::open().await {
        let (id, _) = heard(&house).await;
        let mut c = house.app.db.write().await.unwrap();
        departure::withdraw(&mut c, &id, store::now()).await.unwrap();
        let participant = store::participant::of_delegation(&mut c, &id).await.unwrap().expect("its pseudonym stays");
        let convened = indaba::app::convened(&mut c, &house.slug).await.unwrap().unwrap();
        let labels = indaba::attribution::Labels::load(&mut c, &convened).await.unwrap();
        let l = indaba::lang::L(indaba::lang::Lang::EN);
        assert_eq!(labels.of(l, Some(&participant), Attribution::Named), "a delegation that has left the dialogue");
        assert_eq!(labels.of(l, Some(&participant), Attribution::Unattributed), "");
        // A late response of the same pseudonym, as a second process may bring it, is not counted among participants.
        let perspective = house.app.board(&house.questions[0]).await.unwrap().perspectives[2].id.clone();
        let change = house.change(&participant, &perspective, Some(Value::Agree));
        response::apply(&mut c, &[change]).await.unwrap();
        let counted = store::participant::counted(&mut c, &house.dialogue).await.unwrap();
        assert!(counted.iter().all(|p| p.delegation_id.is_none()));
    }
}
