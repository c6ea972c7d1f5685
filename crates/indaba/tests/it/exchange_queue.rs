//! The broker's queue and what waits for a host: follow-ups that are due, several shown at once, what is on the way.

use crate::exchange::{Scene, form};
use crate::house::TestHouse;
use indaba::access::Role;
use indaba::introduction::State;
use indaba::store;
use indaba::store::introduction::Introduction;

const DAY: i64 = 24 * 3_600_000;

async fn introduction(house: &TestHouse, id: &str) -> Introduction {
    let mut c = house.app.db.read().await.unwrap();
    store::introduction::by_id(&mut c, &house.dialogue, id).await.unwrap().unwrap()
}

/// An introduction at work, begun some days ago: its id.
async fn at_work(scene: &Scene<'_>, need: &str, offer: &str, days: i64) -> String {
    let id = scene.shown(need, offer).await;
    for (token, step) in [(&scene.expert, "yes"), (&scene.host, "yes"), (&scene.host, "start")] {
        assert_eq!(scene.step(&id, token, step).await, 303, "{step}");
    }
    let it = introduction(scene.house, &id).await;
    let begun = Introduction { started_at: Some(store::now() - days * DAY), ..it.clone() };
    let mut c = scene.house.app.db.write().await.unwrap();
    assert!(store::introduction::update(&mut c, &begun, it.state).await.unwrap());
    c.commit().await.unwrap();
    id
}

#[tokio::test]
async fn a_follow_up_that_is_due_waits_for_the_host_and_heads_the_queue() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let offer = scene.offer(&scene.expert, &[("capacity", "2")]).await;
        let (need, other) = (scene.need(&[]).await, scene.need(&[("title", "Another need of nurses")]).await);
        let id = at_work(&scene, &need, &offer.id, 100).await;
        let waiting = scene.shown(&other, &offer.id).await;
        let mine = scene.page("/mine", Some(&scene.host)).await;
        assert!(mine.contains("1 introduction waits for your answer"), "{mine}");
        assert!(mine.contains("Say how it went, 3 months after the work began"), "{mine}");
        assert!(mine.contains(&format!("/introductions/{id}#follow-up")), "{mine}");
        assert!(!scene.page("/mine", Some(&scene.expert)).await.contains("Say how it went"), "the host is asked alone");
        let queue = scene.page("/queue", Some(&scene.broker)).await;
        assert!(
            queue.contains("1 follow-up is due.") && queue.contains("the host: follow-up after 3 months"),
            "{queue}"
        );
        let place = |page: &str, id: &str| page.find(&format!("/introductions/{id}\""));
        assert!(place(&queue, &id) < place(&queue, &waiting), "what is due stands first: {queue}");
        let due = scene.page("/queue?state=follow_up", Some(&scene.broker)).await;
        assert!(place(&due, &id).is_some() && place(&due, &waiting).is_none(), "{due}");
        let said = form(&[("month", "3"), ("used", "yes"), ("learned", "partly")]);
        assert_eq!(scene.post(&format!("/introductions/{id}/follow-up"), &scene.host, &said).await, 303);
        assert!(!scene.page("/mine", Some(&scene.host)).await.contains("Say how it went"));
        let queue = scene.page("/queue", Some(&scene.broker)).await;
        assert!(queue.contains("No follow-up is overdue.") && place(&queue, &id) > place(&queue, &waiting), "{queue}");
    }
}

#[tokio::test]
async fn several_are_shown_at_once_and_what_has_moved_on_is_counted() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let need = scene.need(&[]).await;
        let other = house.somebody(Role::Expert, None).await;
        let (one, two) = (scene.offer(&scene.expert, &[]).await, scene.offer(&other, &[]).await);
        let both = form(&[("offer", &one.id), ("offer", &two.id)]);
        assert_eq!(scene.post(&format!("/needs/{need}/matches"), &scene.broker, &both).await, 303);
        let queue = scene.page("/queue", Some(&scene.broker)).await;
        assert_eq!(queue.matches("name=\"introduction\"").count(), 2, "{queue}");
        assert!(queue.contains("nursing care"), "the reasons are beside it: {queue}");
        let mut c = house.app.db.read().await.unwrap();
        let all = store::introduction::page(&mut c, &house.dialogue, "", 0).await.unwrap();
        drop(c);
        let chosen: Vec<(&str, &str)> = all.iter().map(|it| ("introduction", it.id.as_str())).collect();
        let show = async || {
            let reply = house.form(&scene.at("/queue/show"), Some(&scene.broker), &form(&chosen)).await;
            assert_eq!(reply.status.as_u16(), 303);
            let there = reply.headers.get("location").unwrap().to_str().unwrap().to_owned();
            house.get(&there, Some(&scene.broker)).await.text()
        };
        assert!(show().await.contains("2 introductions were shown."));
        for it in &all {
            assert_eq!(introduction(&house, &it.id).await.state, State::WithOffer);
        }
        assert!(show().await.contains("0 of 2 introductions were shown."));
        // What is on the way is counted whatever the list is narrowed to, and leads to itself.
        let completed = scene.page("/queue?state=completed", Some(&scene.broker)).await;
        assert!(completed.contains(&format!("/queue?need={need}\">2</a>")), "{completed}");
        let of_need = scene.page(&format!("/queue?need={need}"), Some(&scene.broker)).await;
        assert_eq!(of_need.matches("/introductions/").count(), 2, "{of_need}");
    }
}

#[tokio::test]
async fn the_queue_of_a_country_neither_lists_nor_counts_what_is_hidden_from_it() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let need = scene.need(&[]).await;
        let offer = scene.offer(&scene.expert, &[("hidden_from", "710")]).await;
        let country = house.delegation_of("A third country", indaba::words::Kind::State, "origin", "710").await;
        let broker = house.somebody(Role::Broker, Some(country)).await;
        let before = scene.page("/queue", Some(&broker)).await;
        let id = at_work(&scene, &need, &offer.id, 100).await;
        // The need is found, so that it leaves the list for everybody; nothing else changes.
        let after = scene.page("/queue", Some(&broker)).await;
        assert!(before.contains("No introduction yet.") && after.contains("No introduction yet."), "{after}");
        assert!(after.contains("No follow-up is overdue.") && !after.contains(&id), "{after}");
        let show = form(&[("introduction", &id)]);
        assert_eq!(scene.post("/queue/show", &broker, &show).await, 404);
    }
}

#[tokio::test]
async fn ones_own_data_have_ones_introductions_consents_and_follow_ups_and_erasing_empties_their_words() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let (need, offer) = (scene.need(&[]).await, scene.offer(&scene.expert, &[]).await);
        let id = at_work(&scene, &need, &offer.id, 100).await;
        let said = [("month", "3"), ("used", "yes"), ("learned", "partly"), ("text", "Sam taught all of us.")];
        assert_eq!(scene.post(&format!("/introductions/{id}/follow-up"), &scene.host, &form(&said)).await, 303);
        let own = async |token: &str| house.get("/me/data.json", Some(token)).await.json()["exchange"].clone();
        let (host, expert) = (own(&scene.host).await, own(&scene.expert).await);
        let of_host = &host["introductions"][0];
        assert_eq!((of_host["id"].as_str(), of_host["side"].as_str()), (Some(id.as_str()), Some("host")), "{host}");
        assert_eq!(of_host["need"], "Hygiene in two operating theatres");
        assert_eq!(of_host["follow_ups"][0]["text"], "Sam taught all of us.");
        let steps: Vec<_> = of_host["steps"].as_array().unwrap().iter().map(|s| s["step"].clone()).collect();
        assert_eq!(steps, ["yes", "start"], "one's own steps alone");
        assert_ne!(of_host["steps"][0]["consent"], "", "with the version of the text: {host}");
        let of_expert = &expert["introductions"][0];
        assert_eq!((&of_expert["side"], &of_expert["told"]), (&"offer".into(), &"engaged".into()), "{expert}");
        assert_eq!(of_expert["steps"].as_array().map(Vec::len), Some(1), "{expert}");
        // Each line of what was shown leads to the introduction by which it was.
        let mine = scene.page("/mine", Some(&scene.expert)).await;
        let line = &mine[mine.find("Shown to a host").expect("a line")..];
        assert!(line.contains(&format!("/introductions/{id}\"")), "{line}");
        assert_eq!(house.form("/me/erase", Some(&scene.host), "sure=on").await.status.as_u16(), 303);
        let mut c = house.app.db.read().await.unwrap();
        let kept = store::outcome::follow_ups(&mut c, &house.dialogue).await.unwrap();
        assert_eq!((kept[0].used.as_str(), kept[0].text.as_str()), ("yes", ""), "{kept:?}");
    }
}

#[tokio::test]
async fn a_need_is_met_when_the_work_is_done_and_its_page_says_what_came_of_it() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let (need, offer) = (scene.need(&[]).await, scene.offer(&scene.expert, &[]).await);
        let id = at_work(&scene, &need, &offer.id, 100).await;
        let at = format!("/needs/{need}");
        let begun = scene.page(&at, None).await;
        assert!(begun.contains("Everybody was found") && !begun.contains("the work is done"), "{begun}");
        assert_eq!(scene.step(&id, &scene.host, "finish").await, 303);
        let said = [("month", "3"), ("used", "partly"), ("learned", "no"), ("text", "Two of three routines stayed.")];
        assert_eq!(scene.post(&format!("/introductions/{id}/follow-up"), &scene.host, &form(&said)).await, 303);
        let page = scene.page(&at, None).await;
        assert!(page.contains("Met: the work is done"), "{page}");
        assert!(page.contains("What was done is in use in 1 of 1."), "{page}");
        assert!(!page.contains("Two of three routines stayed."), "the words are for the host and the broker");
        for token in [&scene.host, &scene.broker] {
            let page = scene.page(&at, Some(token)).await;
            assert!(page.contains("After 3 months: in use: in part; the counterpart learned: no"), "{page}");
            assert!(page.contains("Two of three routines stayed."), "{page}");
        }
    }
}

#[tokio::test]
async fn what_came_of_a_hidden_offer_is_in_no_public_count() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let offer = scene.offer(&scene.expert, &[("hidden_from", "710")]).await;
        let need = scene.need(&[]).await;
        let id = at_work(&scene, &need, &offer.id, 100).await;
        let before = scene.page(&format!("/needs/{need}"), None).await;
        let said = form(&[("month", "3"), ("used", "yes"), ("learned", "yes"), ("text", "Very good.")]);
        assert_eq!(scene.post(&format!("/introductions/{id}/follow-up"), &scene.host, &said).await, 303);
        assert_eq!(before, scene.page(&format!("/needs/{need}"), None).await);
        let country = house.delegation_of("A third country", indaba::words::Kind::State, "origin", "710").await;
        let broker = house.somebody(Role::Broker, Some(country)).await;
        assert!(!scene.page(&format!("/needs/{need}"), Some(&broker)).await.contains("Very good."));
    }
}
