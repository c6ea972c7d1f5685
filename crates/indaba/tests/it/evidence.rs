//! Evidence, and the protection of a single contribution.

use crate::deeds::{decided, desk, under};
use crate::house::TestHouse;
use indaba::access::Role;
use indaba::commands::bench::client::{Asked, Reply};
use indaba::opening::Rules;
use indaba::store;
use indaba::words::{Attribution, DialogueState, Kind, Moderation};

/// One field of a form with a file.
fn field((name, value): &(&str, &str)) -> String {
    format!("--x\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n")
}

/// Sends the form of evidence; `file` is the text of one.
async fn attach(house: &TestHouse, token: Option<&str>, fields: &[(&str, &str)], file: Option<&str>) -> Reply {
    let named = |text| field(&("file\"; filename=\"a.txt", text));
    let parts = [fields.iter().map(field).collect(), file.map(named).into_iter().collect::<Vec<_>>()].concat();
    let body = format!("{}--x--\r\n", parts.concat());
    let (path, media) = (under(house, "/evidence"), "multipart/form-data; boundary=x");
    house.send(Asked { method: "POST", path: &path, token, body: &body, media, ..Asked::default() }).await
}

fn link(title: &str) -> Vec<(&str, &str)> {
    vec![("title", title), ("lang", "en"), ("source", "An office, 2025"), ("url", "https://example.org/report")]
}

/// Where the page of evidence takes something off.
fn taking_off(page: &str) -> Option<String> {
    let end = page.find("/take-off\"")?;
    let start = page[..end].rfind("action=\"")? + 8;
    Some(page[start..end + 9].to_owned())
}

#[tokio::test]
async fn evidence_is_taken_off_by_its_author_or_with_a_reason() {
    for house in TestHouse::open().await {
        let secretariat = house.token(Role::Secretariat).await;
        let (author, other) = (house.token(Role::Delegate).await, house.token(Role::Delegate).await);
        let page = async |who: &Option<String>| house.get(&under(&house, "/evidence"), who.as_deref()).await.text();
        assert!(page(&author).await.contains("name=\"attribution\""), "more protection is offered");
        assert_eq!(attach(&house, author.as_deref(), &link("First"), None).await.status.as_u16(), 303);
        assert!(taking_off(&page(&other).await).is_none(), "nobody else takes it off");
        let address = taking_off(&page(&author).await).expect("its author may");
        assert_eq!(house.form(&address, other.as_deref(), "reason=").await.status.as_u16(), 404);
        assert_eq!(house.form(&address, author.as_deref(), "reason=").await.status.as_u16(), 303);
        assert!(!house.get(&under(&house, ""), None).await.text().contains("First"));
        assert_eq!(house.form(&address, author.as_deref(), "reason=").await.status.as_u16(), 409);
        attach(&house, author.as_deref(), &link("Second"), None).await;
        let address = taking_off(&page(&secretariat).await).expect("the secretariat may");
        assert_eq!(house.form(&address, secretariat.as_deref(), "reason=").await.status.as_u16(), 422);
        assert!(page(&other).await.contains("Second"), "nothing was changed");
        let source = "Source: <bdi lang=\"en\" dir=\"ltr\">An office, 2025</bdi>";
        assert!(house.get(&under(&house, ""), other.as_deref()).await.text().contains(source), "in its own language");
        assert_eq!(house.form(&address, secretariat.as_deref(), "reason=not+public").await.status.as_u16(), 303);
        assert!(!page(&other).await.contains("Second"));
        let expected = ("attachment".to_owned(), "refuse".to_owned(), "not public".to_owned());
        assert_eq!(decided(&house).await, [expected]);
    }
}

#[tokio::test]
async fn evidence_waits_where_moderators_look_first() {
    let rules = Rules { state: DialogueState::Open, moderation: Moderation::Before, ..Rules::default() };
    for house in TestHouse::with(&rules, false).await {
        let secretariat = house.token(Role::Secretariat).await;
        let (author, other) = (house.token(Role::Delegate).await, house.token(Role::Delegate).await);
        let file = [("title", "A file"), ("lang", "en"), ("source", "An office"), ("attribution", "unattributed")];
        let (path, token) = (under(&house, "/evidence"), author.as_deref());
        let reply = attach(&house, token, &file, Some("plain")).await;
        assert_eq!(reply.status.as_u16(), 303);
        let own = house.get(&path, token).await.text();
        assert!(own.contains("A file") && own.contains("waits for the moderators"), "its author sees it waiting");
        assert!(!house.get(&under(&house, ""), other.as_deref()).await.text().contains("A file"));
        let address = taking_off(&own).expect("its author may").replace("/take-off", "");
        assert_eq!(house.get(&address, other.as_deref()).await.status.as_u16(), 404, "nor the file itself");
        assert_eq!(house.get(&address, secretariat.as_deref()).await.text(), "plain", "moderators open it");
        let queue = house.get(&desk(&house, "/moderation"), secretariat.as_deref()).await.text();
        assert!(
            queue.contains("A file") && queue.contains(&format!("href=\"{address}\"")),
            "in the queue, to be opened"
        );
        let id = address.rsplit('/').next().unwrap();
        let decision = format!("kind=attachment&object={id}&decision=publish");
        let decided = house.form(&desk(&house, "/moderation"), secretariat.as_deref(), &decision).await;
        assert_eq!(decided.status.as_u16(), 303);
        let page = house.get(&under(&house, ""), other.as_deref()).await.text();
        assert!(page.contains("A file") && !page.contains("attached by"), "unattributed, as it was asked for");
        assert_eq!(house.get(&address, other.as_deref()).await.text(), "plain");
        attach(&house, secretariat.as_deref(), &link("Of the desk"), None).await;
        assert!(house.get(&under(&house, ""), None).await.text().contains("Of the desk"), "not before itself");
    }
}

#[tokio::test]
async fn evidence_is_protected_when_the_rule_is() {
    for house in TestHouse::open().await {
        let delegation = house.delegation("Arkenia", Kind::State, "origin").await;
        let author = house.member(Role::Delegate, Some(&delegation)).await;
        attach(&house, Some(&author), &link("First"), None).await;
        assert!(house.get(&under(&house, ""), None).await.text().contains("attached by Arkenia"));
        let mut c = house.app.db.write().await.unwrap();
        store::moderation::protect(&mut c, &house.dialogue, "named", "unattributed").await.unwrap();
        c.commit().await.unwrap();
        assert!(!house.get(&under(&house, ""), None).await.text().contains("Arkenia"));
    }
}

#[tokio::test]
async fn a_single_response_asks_for_more_protection_and_keeps_it_in_the_form() {
    let rules = Rules { state: DialogueState::Open, attribution: Attribution::ByCategory, ..Rules::default() };
    for house in TestHouse::with(&rules, false).await {
        let id = house.perspective(0, "Skills of care come first.").await;
        let page = house.get(&under(&house, ""), None).await.text();
        assert!(page.contains("id=\"r-attribution\"") && !page.contains("<option value=\"named\">"), "never less");
        let (_, token) = house.participant().await;
        let body = format!("perspective={id}&value=pass&attribution=off_the_record");
        assert_eq!(house.form(&under(&house, "/respond"), Some(&token), &body).await.status.as_u16(), 303);
        let mine = house.get(&under(&house, "/responses"), Some(&token)).await.text();
        assert!(mine.contains("<option value=\"off_the_record\" selected>"));
    }
}
