//! A consent is to what stands: what is hidden, changed or said no to after a yes.

use crate::exchange::{Scene, form, need_form, offer_form};
use crate::house::TestHouse;
use indaba::access::Role;
use indaba::exchange::consent;
use indaba::introduction::State;
use indaba::lang::FILES;
use indaba::store::introduction::Introduction;
use indaba::store::need::Need;
use indaba::store::offer::Offer;
use indaba::web::exchange::introductions::CONSENT;
use indaba::words::Kind;
use indaba::{secret, store};

pub async fn introduction(house: &TestHouse, id: &str) -> Introduction {
    let mut c = house.app.db.read().await.unwrap();
    store::introduction::by_id(&mut c, &house.dialogue, id).await.unwrap().expect("an introduction")
}

pub async fn need_of(house: &TestHouse, id: &str) -> Need {
    store::need::by_id(&mut house.app.db.read().await.unwrap(), &house.dialogue, id).await.unwrap().expect("a need")
}

pub async fn offer_of(house: &TestHouse, id: &str) -> Offer {
    store::offer::by_id(&mut house.app.db.read().await.unwrap(), &house.dialogue, id).await.unwrap().expect("an offer")
}

/// A need and an offer that were introduced, and the person said yes: their ids, and the introduction's.
async fn said_yes(scene: &Scene<'_>) -> (String, Offer, String) {
    let (need, offer) = (scene.need(&[]).await, scene.offer(&scene.expert, &[]).await);
    let id = scene.shown(&need, &offer.id).await;
    assert_eq!(scene.step(&id, &scene.expert, "yes").await, 303);
    (need, offer, id)
}

#[tokio::test]
async fn an_offer_that_is_hidden_after_the_yes_is_shown_to_the_host_no_more() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let (_, offer, id) = said_yes(&scene).await;
        let at = format!("/introductions/{id}");
        assert!(scene.page(&at, Some(&scene.host)).await.contains(&offer.handle));
        let read = scene.read(&id, &scene.host).await;
        let hides = offer_form(&[("hidden_from", "404")]);
        assert_eq!(scene.post(&format!("/offers/{}/edit", offer.id), &scene.expert, &hides).await, 303);
        let yes = form(&[("step", "yes"), ("read", &read)]);
        assert_eq!(scene.post(&at, &scene.host, &yes).await, 409);
        let after = scene.page(&at, Some(&scene.host)).await;
        assert!(after.contains("No longer open"), "{after}");
        for hidden in [offer.handle.as_str(), "sam@home.example", "nursing care"] {
            assert!(!after.contains(hidden), "{hidden} is still shown");
        }
        assert_eq!(introduction(&house, &id).await.state, State::Dismissed);
        // The same as if the person had let it rest.
        let (_, other, rested) = said_yes(&scene).await;
        assert_eq!(scene.post(&format!("/offers/{}/state", other.id), &scene.expert, "to=rest").await, 303);
        let page = scene.page(&format!("/introductions/{rested}"), Some(&scene.host)).await;
        // The log below has its own moments.
        let above = |page: &str| page.replace(&rested, &id).split("What was done").next().unwrap().to_owned();
        assert_eq!(above(&page), above(&after), "it can be told why it ended");
        assert!(!page.contains(&other.handle));
    }
}

#[tokio::test]
async fn a_need_that_moves_to_a_country_that_the_offer_is_hidden_from_meets_it_no_more() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let need = scene.need(&[]).await;
        let offer = scene.offer(&scene.expert, &[("hidden_from", "710")]).await;
        let id = scene.shown(&need, &offer.id).await;
        assert_eq!(scene.step(&id, &scene.expert, "yes").await, 303);
        let moved = need_form(&[("country", "710"), ("institution", "Hospital elsewhere")]);
        assert_eq!(scene.post(&format!("/needs/{need}/edit"), &scene.host, &moved).await, 303);
        assert_eq!(scene.step(&id, &scene.host, "yes").await, 409);
        assert_eq!(introduction(&house, &id).await.state, State::Dismissed);
        let page = scene.page(&format!("/introductions/{id}"), Some(&scene.host)).await;
        assert!(!page.contains(&offer.handle) && !page.contains("sam@home.example"), "{page}");
    }
}

#[tokio::test]
async fn a_need_for_another_country_meets_no_offer_hidden_from_its_posters_country() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let ghana = house.delegation_of("A country", Kind::State, "origin", "288").await;
        let focal = house.member(Role::FocalPoint, Some(&ghana)).await;
        assert_eq!(scene.post("/needs", &focal, &need_form(&[])).await, 303);
        let mut c = house.app.db.read().await.unwrap();
        let need = store::need::open(&mut c, &house.dialogue, store::now()).await.unwrap().remove(0);
        drop(c);
        assert_eq!((need.country.as_str(), need.poster_country.as_str()), ("404", "288"));
        assert_eq!(need.endorsed_by, "", "a focal point vouches for its own country alone");
        let hidden = scene.offer(&scene.expert, &[("hidden_from", "288")]).await;
        let at = format!("/needs/{}/matches", need.id);
        assert!(!scene.page(&at, Some(&scene.broker)).await.contains(&hidden.handle));
        let by_hand = house.form(&scene.at(&at), Some(&scene.broker), &form(&[("handle", &hidden.handle)])).await;
        assert!(by_hand.text().contains("No offer with this handle"), "{}", by_hand.text());
        // The same need of somebody who speaks for no country meets it.
        let other = scene.need(&[]).await;
        let seen = scene.page(&format!("/needs/{other}/matches"), Some(&scene.broker)).await;
        assert!(seen.contains(&hidden.handle), "{seen}");
    }
}

#[tokio::test]
async fn a_yes_does_not_hold_for_a_need_that_is_changed() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let (need, offer, mut id) = said_yes(&scene).await;
        let edit = format!("/needs/{need}/edit");
        // What is no part of the consent ends nothing.
        let longer = need_form(&[("months", "9"), ("people", "2"), ("name", "Another Robin")]);
        assert_eq!(scene.post(&edit, &scene.host, &longer).await, 303);
        assert_eq!(introduction(&house, &id).await.state, State::WithHost);
        for changed in [
            need_form(&[("terms", "Run the theatre at night, alone.")]),
            need_form(&[("weeks", "12"), ("terms", "Run the theatre at night, alone.")]),
            need_form(&[("institution", "Another hospital")]),
        ] {
            let at = format!("/introductions/{id}");
            let yes = form(&[("step", "yes"), ("read", &scene.read(&id, &scene.host).await)]);
            let waits = scene.page(&at, Some(&scene.expert)).await;
            assert!(waits.contains("waiting for the other side"), "{waits}");
            assert_eq!(scene.post(&edit, &scene.host, &changed).await, 303);
            assert_eq!(introduction(&house, &id).await.state, State::Dismissed);
            assert_eq!(scene.post(&at, &scene.host, &yes).await, 409);
            assert!(scene.page(&at, Some(&scene.host)).await.contains("No longer open"));
            // It ends as silently as with a no of the host.
            assert!(scene.page(&at, Some(&scene.expert)).await.contains("waiting for the other side"));
            id = scene.shown_again(&need, &offer.id, &id).await;
            assert_eq!(scene.step(&id, &scene.expert, "yes").await, 303);
        }
        assert_eq!(scene.step(&id, &scene.host, "yes").await, 303);
        let page = scene.page(&format!("/introductions/{id}"), Some(&scene.host)).await;
        assert!(page.contains("sam@home.example"), "{page}");
    }
}

#[tokio::test]
async fn who_has_not_answered_yet_answers_for_what_stands_now() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let (need, offer) = (scene.need(&[]).await, scene.offer(&scene.expert, &[]).await);
        let id = scene.shown(&need, &offer.id).await;
        let (at, stale) = (format!("/introductions/{id}"), scene.read(&id, &scene.expert).await);
        let changed = need_form(&[("terms", "Run the theatre at night, alone.")]);
        assert_eq!(scene.post(&format!("/needs/{need}/edit"), &scene.host, &changed).await, 303);
        let page = scene.page(&at, Some(&scene.expert)).await;
        assert!(page.contains("Run the theatre at night") && page.contains("changed the need"), "{page}");
        // What is open in another window is not what would be agreed to.
        let late = form(&[("step", "yes"), ("read", &stale)]);
        let late = house.form(&scene.at(&at), Some(&scene.expert), &late).await;
        assert_eq!(late.status.as_u16(), 409);
        assert!(late.text().contains("has been changed meanwhile"), "{}", late.text());
        assert_eq!(introduction(&house, &id).await.state, State::WithOffer);
        assert_eq!(scene.step(&id, &scene.expert, "yes").await, 303);
    }
}

#[tokio::test]
async fn the_hosts_yes_is_to_the_card_that_was_read() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let (need, offer, id) = said_yes(&scene).await;
        let read = scene.read(&id, &scene.host).await;
        let changed = offer_form(&[("will_not", "No work at night.")]);
        assert_eq!(scene.post(&format!("/offers/{}/edit", offer.id), &scene.expert, &changed).await, 303);
        let stale = form(&[("step", "yes"), ("read", &read)]);
        assert_eq!(scene.post(&format!("/introductions/{id}"), &scene.host, &stale).await, 409);
        let nothing = form(&[("step", "yes")]);
        assert_eq!(scene.post(&format!("/introductions/{id}"), &scene.host, &nothing).await, 409);
        assert_eq!(introduction(&house, &id).await.state, State::WithHost);
        assert_eq!(scene.step(&id, &scene.host, "yes").await, 303);
        // The log keeps what the person said yes to.
        let mut c = house.app.db.read().await.unwrap();
        let (need_read, offer_read) = store::consent::last_yes(&mut c, &id).await.unwrap().expect("a yes");
        drop(c);
        assert_eq!(need_read, consent::of_need(&need_of(&house, &need).await));
        assert_eq!(offer_read, consent::of_offer(&offer), "the card as it was then");
    }
}

#[tokio::test]
async fn no_page_of_the_broker_tells_which_side_said_no() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let mut pages = Vec::new();
        for side in ["offer", "host"] {
            let (need, offer) = (scene.need(&[]).await, scene.offer(&scene.expert, &[]).await);
            let id = scene.shown(&need, &offer.id).await;
            if side == "host" {
                assert_eq!(scene.step(&id, &scene.expert, "yes").await, 303);
            }
            let token = if side == "host" { &scene.host } else { &scene.expert };
            let reply = house.form(&scene.at(&format!("/introductions/{id}")), Some(token), "step=no").await;
            assert_eq!(reply.status.as_u16(), 303);
            let page = scene.page(&format!("/introductions/{id}"), Some(&scene.broker)).await;
            assert!(page.contains("Not taken up"), "{page}");
            for told in ["said no", "said yes", "the person who offers:", "the host:"] {
                assert!(!page.contains(told), "{told}: {page}");
            }
            // One's own no stands in one's own log.
            assert!(scene.page(&format!("/introductions/{id}"), Some(token)).await.contains("said no"));
            pages.push(page);
        }
        let mine = scene.page("/mine?done=no", Some(&scene.expert)).await;
        assert!(mine.contains("the broker sees only that the introduction was not taken up"), "{mine}");
    }
}

/// Whoever changes what is consented to raises the version, and then the digest here.
#[test]
fn the_consent_text_has_its_version() {
    const PARTS: [&str; 4] = ["consent-text-", "consent-partner ", "consent-stands ", "consent-silent "];
    let mut all = String::new();
    for lang in ["en", "fr", "ar"] {
        let (_, _, text) =
            FILES.iter().find(|(code, room, _)| *code == lang && *room == "exchange").expect("the texts");
        for line in text.lines().filter(|line| PARTS.iter().any(|part| line.starts_with(part))) {
            all.push_str(line);
            all.push('\n');
        }
    }
    let digest = secret::hash(&all);
    assert_eq!((CONSENT, &digest[..16]), ("2", "d8f1576867a95182"), "the consent text was changed: raise its version");
}
