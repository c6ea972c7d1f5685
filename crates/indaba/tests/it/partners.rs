//! Two servers and more: from a need on one to contacts on both, and what ends it.

use crate::exchange::{Scene, form, need_form};
use crate::house::TestHouse;
use indaba::access::Role;
use indaba::introduction::State;
use indaba::partner::client::Limits;
use indaba::partner::outbox::{self, Delivered};
use indaba::store;
use indaba::store::introduction::Introduction;
use indaba::store::partner::Partner;
use indaba::words::Kind;

/// Pairs of servers that have added each other, on each engine.
pub async fn pairs() -> Vec<(TestHouse, TestHouse)> {
    let pairs: Vec<_> = TestHouse::open().await.into_iter().zip(TestHouse::open().await).collect();
    for (one, other) in &pairs {
        add(one, &partner(one, other, "")).await;
        add(other, &partner(other, one, "")).await;
    }
    pairs
}

/// Another server as a partner of this one, with a country or none.
pub fn partner(house: &TestHouse, other: &TestHouse, country: &str) -> Partner {
    Partner {
        id: store::new_id(),
        dialogue_id: house.dialogue.clone(),
        name: format!("Server {}", other.address.port()),
        address: other.app.config.address.clone(),
        key: other.app.config.server_key.public().to_string(),
        country: country.to_owned(),
        private: true,
        state: "active".to_owned(),
        created_at: store::now(),
    }
}

pub async fn add(house: &TestHouse, partner: &Partner) {
    let mut c = house.app.db.write().await.unwrap();
    store::partner::put(&mut c, partner).await.unwrap();
    c.commit().await.unwrap();
}

pub async fn deliver(house: &TestHouse) -> Delivered {
    outbox::deliver(&house.app, Limits::USUAL, store::now()).await.unwrap()
}

pub const fn told(told: usize) -> Delivered {
    Delivered { told, failed: 0 }
}

/// Publishes a need to every partner, or takes it back from all.
pub async fn publish(scene: &Scene<'_>, need: &str, published: bool) {
    let mut c = scene.house.app.db.read().await.unwrap();
    let partners = store::partner::of_dialogue(&mut c, &scene.house.dialogue).await.unwrap();
    drop(c);
    let chosen: Vec<(&str, &str)> = partners.iter().map(|p| ("partner", p.id.as_str())).collect();
    let body = if published { form(&chosen) } else { form(&[("partner", "")]) };
    assert_eq!(scene.post(&format!("/needs/{need}/partners"), &scene.broker, &body).await, 303);
}

pub async fn introductions(house: &TestHouse) -> Vec<Introduction> {
    let mut c = house.app.db.read().await.unwrap();
    store::introduction::page(&mut c, &house.dialogue, "", 0).await.unwrap()
}

async fn state(house: &TestHouse, id: &str) -> State {
    introductions(house).await.iter().find(|it| it.id == id).expect("the introduction").state
}

/// A need on the first server and an offer on the second whose person said yes: their ids, and the introduction's.
async fn offered(home: &Scene<'_>, away: &Scene<'_>) -> (String, String, String) {
    let (need, offer) = (home.need(&[]).await, away.offer(&away.expert, &[]).await.id);
    publish(home, &need, true).await;
    assert_eq!(deliver(home.house).await, told(1));
    let id = away.shown(&need, &offer).await;
    assert_eq!(deliver(away.house).await, told(0), "nothing leaves before the person said yes");
    assert_eq!(away.step(&id, &away.expert, "yes").await, 303);
    assert_eq!(deliver(away.house).await, told(1));
    (need, offer, id)
}

/// The same, and the host said yes; what remains to be told is told.
async fn exchanged(home: &Scene<'_>, away: &Scene<'_>) -> (String, String, String) {
    let all = offered(home, away).await;
    for (token, step) in [(&home.broker, "show"), (&home.host, "yes")] {
        assert_eq!(home.step(&all.2, token, step).await, 303, "{step}");
    }
    // The need with its place taken and the host's yes; then the contacts.
    for (house, n) in [(home.house, 2), (home.house, 1), (away.house, 1)] {
        assert_eq!(deliver(house).await, told(n));
    }
    all
}

#[tokio::test]
async fn from_a_need_here_to_contacts_on_both_servers() {
    for (here, there) in pairs().await {
        let (home, away) = (Scene::new(&here).await, Scene::new(&there).await);
        let (need, offer, id) = offered(&home, &away).await;
        let at = format!("/introductions/{id}");
        // Each public page shows its own server's needs alone; the broker sees where the other comes from.
        assert!(!away.page("", None).await.contains("Hygiene in two operating theatres"));
        assert_eq!(there.get(&away.at(&format!("/needs/{need}")), Some(&away.expert)).await.status.as_u16(), 404);
        let name = format!("through Server {}", here.address.port());
        assert!(away.page("/queue", Some(&away.broker)).await.contains(&name));
        // The host is asked after its own broker has looked, and both cards are anonymous.
        assert_eq!(here.get(&home.at(&at), Some(&home.host)).await.status.as_u16(), 404);
        assert_eq!(home.step(&id, &home.broker, "show").await, 303);
        let card = home.page(&at, Some(&home.host)).await;
        assert!(card.contains("nursing care") && card.contains("partner server"), "{card}");
        for secret in ["Sealed Sam", "sam@home", &offer] {
            assert!(!card.contains(secret), "{secret} is on the host's page");
        }
        assert!(!away.page(&at, Some(&away.expert)).await.contains("Hospital of the Crossing"));
        // The host's yes waits for the other server, and shows nothing before.
        assert_eq!(home.step(&id, &home.host, "yes").await, 303);
        assert_eq!(state(&here, &id).await, State::Confirming);
        assert!(!home.page(&at, Some(&home.host)).await.contains("sam@home.example"));
        assert_eq!(deliver(&here).await, told(2), "the need with its place taken, and the host's yes");
        assert!(home.page(&at, Some(&home.host)).await.contains("on its way from the other server"));
        assert_eq!((deliver(&here).await, deliver(&there).await), (told(1), told(1)));
        assert_eq!((deliver(&here).await, deliver(&there).await), (told(0), told(0)), "nothing is told twice");
        assert!(home.page(&at, Some(&home.host)).await.contains("sam@home.example"));
        assert!(away.page(&at, Some(&away.expert)).await.contains("Hospital of the Crossing"));
        for scene in [&home, &away] {
            let broker = scene.page(&at, Some(&scene.broker)).await;
            assert!(
                !broker.contains("Sealed Sam") && !broker.contains("Responsible Robin"),
                "a broker reads no contact"
            );
        }
        // Each server writes down what was shown of its own side, and the work ends on both.
        assert!(home.page("/mine", Some(&home.host)).await.contains("Shown to a person who offers"));
        assert!(away.page("/mine", Some(&away.expert)).await.contains("Shown to a host"));
        for step in ["start", "finish"] {
            assert_eq!(home.step(&id, &home.host, step).await, 303);
        }
        assert_eq!(deliver(&here).await.failed, 0);
        assert_eq!(state(&there, &id).await, State::Completed);
        let mut c = there.app.db.read().await.unwrap();
        assert_eq!(store::offer::by_id(&mut c, &there.dialogue, &offer).await.unwrap().unwrap().taken, 0);
        let mut c = here.app.db.read().await.unwrap();
        let need = store::need::by_id(&mut c, &here.dialogue, &need).await.unwrap().unwrap();
        assert!(need.met_at.is_some() && need.placed == 1, "{need:?}");
    }
}

#[tokio::test]
async fn a_contact_of_a_partner_is_sealed_in_the_store() {
    for (here, there) in pairs().await {
        let (home, away) = (Scene::new(&here).await, Scene::new(&there).await);
        let (_, _, id) = exchanged(&home, &away).await;
        for (house, name) in [(&here, "Sealed Sam"), (&there, "Responsible Robin")] {
            let sealed = store::partner::contact(&mut house.app.db.read().await.unwrap(), &id).await.unwrap();
            let all = store::sealed::all(&mut house.app.db.read().await.unwrap()).await.unwrap();
            assert!(all.iter().any(|(place, value)| *place == format!("introduction/{id}") && *value == sealed));
            assert!(!sealed.contains(name));
            assert!(house.app.config.keys.read(&format!("introduction/{id}"), &sealed).unwrap().contains(name));
        }
    }
}

#[tokio::test]
async fn a_consent_taken_back_on_one_server_ends_it_on_the_other() {
    for (here, there) in pairs().await {
        let (home, away) = (Scene::new(&here).await, Scene::new(&there).await);
        // Before the host's yes arrives: the offer's server has the last word.
        let (need, _, id) = offered(&home, &away).await;
        assert_eq!(home.step(&id, &home.broker, "show").await, 303);
        assert_eq!(away.step(&id, &away.expert, "withdraw").await, 303);
        assert_eq!(home.step(&id, &home.host, "yes").await, 303);
        assert_eq!(deliver(&here).await.failed, 0);
        assert_eq!((state(&here, &id).await, state(&there, &id).await), (State::Dismissed, State::NotTaken));
        let mut c = here.app.db.read().await.unwrap();
        assert_eq!(store::need::by_id(&mut c, &here.dialogue, &need).await.unwrap().unwrap().placed, 0);
        drop(c);
        for house in [&here, &there] {
            assert_eq!(deliver(house).await.failed, 0);
        }
        // After the exchange, from either side.
        for side in ["offer", "host"] {
            let (_, _, id) = exchanged(&home, &away).await;
            let at = format!("/introductions/{id}");
            assert!(home.page(&at, Some(&home.host)).await.contains("sam@home.example"));
            let (scene, token) = if side == "offer" { (&away, &away.expert) } else { (&home, &home.host) };
            assert_eq!(scene.step(&id, token, "withdraw").await, 303);
            assert_eq!(deliver(scene.house).await.failed, 0);
            assert_eq!((state(&here, &id).await, state(&there, &id).await), (State::Revoked, State::Revoked));
            assert!(!home.page(&at, Some(&home.host)).await.contains("sam@home.example"));
            for house in [&here, &there] {
                deliver(house).await;
                let kept = store::partner::contact(&mut house.app.db.read().await.unwrap(), &id).await.unwrap();
                assert_eq!(kept, "", "the contact is still there");
            }
            let mut c = here.app.db.read().await.unwrap();
            let it = introductions(&here).await.into_iter().find(|it| it.id == id).unwrap();
            let card = store::offer::by_id(&mut c, &here.dialogue, &it.offer_id).await.unwrap().unwrap();
            assert_eq!((card.state.as_str(), card.ties.as_str(), card.profile.as_str()), ("erased", "", "{}"));
        }
    }
}

#[tokio::test]
async fn a_no_of_the_host_is_silent_on_the_other_server() {
    for (here, there) in pairs().await {
        let (home, away) = (Scene::new(&here).await, Scene::new(&there).await);
        let (_, _, id) = offered(&home, &away).await;
        let at = format!("/introductions/{id}");
        let before = away.page(&at, Some(&away.expert)).await;
        for (token, step) in [(&home.broker, "show"), (&home.host, "no")] {
            assert_eq!(home.step(&id, token, step).await, 303);
        }
        assert_eq!(deliver(&here).await, told(1));
        assert_eq!(state(&there, &id).await, State::Dismissed);
        assert_eq!(before, away.page(&at, Some(&away.expert)).await, "the person can tell a no from a wait");
    }
}

#[tokio::test]
async fn a_need_that_is_taken_back_or_erased_ends_where_it_was_published() {
    for (here, there) in pairs().await {
        let (home, away) = (Scene::new(&here).await, Scene::new(&there).await);
        let kept = async |id: String| {
            let mut c = there.app.db.read().await.unwrap();
            store::need::by_id(&mut c, &there.dialogue, &id).await.unwrap().unwrap()
        };
        let need = home.need(&[]).await;
        publish(&home, &need, true).await;
        assert_eq!(deliver(&here).await, told(1));
        assert!(kept(need.clone()).await.is_open(store::now()));
        publish(&home, &need, false).await;
        assert_eq!(deliver(&here).await, told(1));
        assert_eq!(kept(need.clone()).await.state, "withdrawn");
        publish(&home, &need, true).await;
        assert_eq!(deliver(&here).await, told(1));
        assert_eq!(kept(need.clone()).await.state, "open");
        let offer = away.offer(&away.expert, &[]).await.id;
        let id = away.shown(&need, &offer).await;
        assert_eq!(here.form("/me/erase", Some(&home.host), "sure=on").await.status.as_u16(), 303);
        assert_eq!(deliver(&here).await, told(1));
        let gone = kept(need.clone()).await;
        assert_eq!((gone.state.as_str(), gone.title.as_str(), gone.terms.as_str()), ("erased", "", ""));
        assert_eq!(state(&there, &id).await, State::Dismissed);
    }
}

#[tokio::test]
async fn three_servers_and_one_place() {
    for (here, there) in pairs().await {
        let third = TestHouse::open().await.remove(0);
        add(&here, &partner(&here, &third, "")).await;
        add(&third, &partner(&third, &here, "")).await;
        let (home, away, far) = (Scene::new(&here).await, Scene::new(&there).await, Scene::new(&third).await);
        let need = home.need(&[]).await;
        publish(&home, &need, true).await;
        assert_eq!(deliver(&here).await, told(2));
        let mut ids = Vec::new();
        for scene in [&away, &far] {
            let offer = scene.offer(&scene.expert, &[]).await.id;
            let id = scene.shown(&need, &offer).await;
            assert_eq!(scene.step(&id, &scene.expert, "yes").await, 303);
            assert_eq!(deliver(scene.house).await, told(1));
            assert_eq!(home.step(&id, &home.broker, "show").await, 303);
            ids.push(id);
        }
        // What is one partner's is not there for the other.
        let other = store::partner::all(&mut here.app.db.read().await.unwrap()).await.unwrap();
        let other = other.iter().find(|p| p.address == third.app.config.address).unwrap();
        let found = store::partner::dialogue_of(&mut here.app.db.read().await.unwrap(), &ids[0], &other.id).await;
        assert_eq!(found.unwrap(), None);
        // One person is sought: the second is over with the first host's yes, on its server too.
        assert_eq!(home.step(&ids[0], &home.host, "yes").await, 303);
        assert_eq!(home.step(&ids[1], &home.host, "yes").await, 409);
        assert_eq!(deliver(&here).await.failed, 0);
        assert_eq!((state(&there, &ids[0]).await, state(&third, &ids[1]).await), (State::Exchanged, State::Dismissed));
    }
}

/// What the partner is answered for a need of a country, and what its own broker there is shown.
async fn answers(here: &Scene<'_>, there: &Scene<'_>, need: &str) -> (Option<i64>, Option<i64>, String) {
    publish(here, need, false).await;
    deliver(here.house).await;
    publish(here, need, true).await;
    assert_eq!(deliver(here.house).await, told(1));
    let found = store::partner::publications(&mut here.house.app.db.read().await.unwrap(), need).await.unwrap();
    let matches = there.page(&format!("/needs/{need}/matches"), Some(&there.broker)).await;
    (found[0].fits, found[0].fits_well, matches)
}

#[tokio::test]
async fn an_offer_hidden_from_a_partners_country_changes_nothing_that_the_partner_can_reach() {
    for (here, there) in pairs().await {
        add(&there, &partner(&there, &here, "250")).await;
        let (home, away) = (Scene::new(&here).await, Scene::new(&there).await);
        let need = home.need(&[]).await;
        for _ in 0..9 {
            away.offer(&away.expert, &[]).await;
        }
        let before = answers(&home, &away, &need).await;
        assert_eq!((before.0, before.1), (Some(5), Some(5)), "nine are told as at least five");
        // Hidden from the need's country, from the partner's, and from a third.
        for (country, met) in [("404", false), ("250", false), ("710", true)] {
            let expert = there.somebody(Role::Expert, None).await;
            let hidden = away.offer(&expert, &[("hidden_from", country)]).await;
            let after = answers(&home, &away, &need).await;
            assert_eq!((before.0, before.1), (after.0, after.1), "the count tells of an offer hidden from {country}");
            assert_eq!(after.2.contains(&hidden.handle), met, "hidden from {country}");
            let by_hand = form(&[("handle", &hidden.handle)]);
            let status = away.post(&format!("/needs/{need}/matches"), &away.broker, &by_hand).await;
            assert_eq!(status, if met { 303 } else { 200 }, "hidden from {country}");
        }
        // A tenth that is hidden from nobody is counted.
        away.offer(&away.expert, &[]).await;
        assert_eq!(answers(&home, &away, &need).await.0, Some(10));
    }
}

#[tokio::test]
async fn an_offer_hidden_after_the_person_said_yes_is_not_exchanged() {
    for (here, there) in pairs().await {
        let (home, away) = (Scene::new(&here).await, Scene::new(&there).await);
        let (_, offer, id) = offered(&home, &away).await;
        assert_eq!(home.step(&id, &home.broker, "show").await, 303);
        let mut c = there.app.db.write().await.unwrap();
        let kept = store::offer::by_id(&mut c, &there.dialogue, &offer).await.unwrap().unwrap();
        let hidden = store::offer::Offer { hidden_from: "404".to_owned(), ..kept };
        assert!(store::offer::update(&mut c, &hidden, hidden.changed_at).await.unwrap());
        c.commit().await.unwrap();
        assert_eq!(home.step(&id, &home.host, "yes").await, 303);
        assert_eq!(deliver(&here).await.failed, 0);
        assert_eq!((state(&here, &id).await, state(&there, &id).await), (State::Dismissed, State::Dismissed));
    }
}

#[tokio::test]
async fn a_yes_on_another_server_does_not_hold_for_a_need_that_is_changed() {
    for (here, there) in pairs().await {
        let (home, away) = (Scene::new(&here).await, Scene::new(&there).await);
        for shown in [true, false] {
            let (need, _, id) = offered(&home, &away).await;
            if shown {
                assert_eq!(home.step(&id, &home.broker, "show").await, 303);
            }
            let changed = need_form(&[("terms", "Run the theatre at night, alone.")]);
            assert_eq!(home.post(&format!("/needs/{need}/edit"), &home.host, &changed).await, 303);
            assert_eq!(state(&here, &id).await, State::Dismissed);
            assert_eq!(deliver(&here).await, told(2), "the need as it is now, and that the introduction is over");
            assert_eq!(state(&there, &id).await, State::Dismissed);
        }
    }
}

#[tokio::test]
async fn an_offer_hidden_from_the_country_that_a_need_was_posted_for_never_meets_it_elsewhere() {
    for (here, there) in pairs().await {
        let (home, away) = (Scene::new(&here).await, Scene::new(&there).await);
        let country = here.delegation_of("A country", Kind::State, "origin", "288").await;
        let focal = here.member(Role::FocalPoint, Some(&country)).await;
        assert_eq!(home.post("/needs", &focal, &need_form(&[])).await, 303);
        let mut c = here.app.db.read().await.unwrap();
        let need = store::need::open(&mut c, &here.dialogue, store::now()).await.unwrap().remove(0).id;
        drop(c);
        publish(&home, &need, true).await;
        assert_eq!(deliver(&here).await, told(1));
        let hidden = away.offer(&away.expert, &[("hidden_from", "288")]).await;
        let other = away.offer(&away.expert, &[]).await;
        let matches = away.page(&format!("/needs/{need}/matches"), Some(&away.broker)).await;
        assert!(matches.contains(&other.handle) && !matches.contains(&hidden.handle), "{matches}");
    }
}
