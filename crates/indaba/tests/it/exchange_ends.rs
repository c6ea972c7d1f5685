//! What ends an introduction, what can begin again after it, and who is asked how it went.

use crate::exchange::{Scene, form, need_form, offer_form};
use crate::exchange_consent::{introduction, need_of, offer_of};
use crate::house::TestHouse;
use indaba::access::Role;
use indaba::introduction::{State, TIME};
use indaba::store;
use indaba::store::introduction::Introduction;
use indaba::store::need::Need;
use indaba::store::offer::Offer;
use indaba::words::Kind;

const DAY: i64 = 24 * 3_600_000;

/// Moves an introduction back in time, as no test waits for days.
async fn earlier(house: &TestHouse, id: &str, days: i64) {
    let it = introduction(house, id).await;
    let back = |at: Option<i64>| at.map(|at| at - days * DAY);
    let earlier = Introduction { due_at: back(it.due_at), started_at: back(it.started_at), ..it.clone() };
    let mut c = house.app.db.write().await.unwrap();
    assert!(store::introduction::update(&mut c, &earlier, it.state).await.unwrap());
    c.commit().await.unwrap();
}

async fn introduced(scene: &Scene<'_>) -> (String, Offer, String) {
    let (need, offer) = (scene.need(&[]).await, scene.offer(&scene.expert, &[]).await);
    let id = scene.shown(&need, &offer.id).await;
    (need, offer, id)
}

async fn exchanged(scene: &Scene<'_>) -> (String, Offer, String) {
    let all = introduced(scene).await;
    for token in [&scene.expert, &scene.host] {
        assert_eq!(scene.step(&all.2, token, "yes").await, 303);
    }
    all
}

/// Proposes an offer by its handle: what the broker reads.
async fn propose(scene: &Scene<'_>, need: &str, offer: &Offer) -> (u16, String) {
    let body = form(&[("handle", &offer.handle)]);
    let reply = scene.house.form(&scene.at(&format!("/needs/{need}/matches")), Some(&scene.broker), &body).await;
    (reply.status.as_u16(), reply.text())
}

async fn of_pair(scene: &Scene<'_>, need: &str) -> Vec<Introduction> {
    let mut c = scene.house.app.db.read().await.unwrap();
    let mut all = store::introduction::page(&mut c, &scene.house.dialogue, "", 0).await.unwrap();
    all.retain(|it| it.need_id == need);
    all
}

#[tokio::test]
async fn after_silence_or_a_dismissal_the_two_can_be_brought_together_again() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        for way in ["silence", "dismiss"] {
            let (need, offer, id) = introduced(&scene).await;
            let (status, page) = propose(&scene, &need, &offer).await;
            assert!(status == 200 && page.contains("an introduction of the two is on its way"), "{page}");
            if way == "silence" {
                earlier(&house, &id, 15).await;
            } else {
                assert_eq!(scene.step(&id, &scene.broker, "dismiss").await, 303);
            }
            assert_eq!(propose(&scene, &need, &offer).await.0, 303, "after {way}");
            let all = of_pair(&scene, &need).await;
            assert_eq!(all.len(), 2, "after {way}");
            let new = all.iter().find(|it| it.id != id).unwrap();
            assert_eq!(new.state, State::Proposed);
            assert!(introduction(&house, &id).await.state.is_over());
            // The new one goes its way, and the old one stays over.
            assert_eq!(scene.step(&new.id, &scene.broker, "show").await, 303);
            for token in [&scene.expert, &scene.host] {
                assert_eq!(scene.step(&new.id, token, "yes").await, 303);
            }
            let (status, page) = propose(&scene, &need, &offer).await;
            assert!(status == 409 || page.contains("No offer with this handle"), "{page}");
            assert_eq!(scene.step(&id, &scene.expert, "yes").await, 409);
        }
    }
}

#[tokio::test]
async fn after_a_no_or_a_revocation_the_broker_reads_why_not() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let (need, offer, id) = introduced(&scene).await;
        assert_eq!(scene.step(&id, &scene.expert, "no").await, 303);
        let (status, page) = propose(&scene, &need, &offer).await;
        assert!(status == 200 && page.contains("one of the two said no to this introduction"), "{page}");
        let (need, offer, id) = exchanged(&scene).await;
        assert_eq!(scene.step(&id, &scene.host, "withdraw").await, 303);
        let (status, page) = propose(&scene, &need, &offer).await;
        assert!(status == 200 && page.contains("one of the two said no to this introduction"), "{page}");
        // Taken back by the broker, and then by the person, who does not know of it.
        let (need, offer, id) = introduced(&scene).await;
        assert_eq!(scene.step(&id, &scene.expert, "yes").await, 303);
        assert_eq!(scene.step(&id, &scene.broker, "dismiss").await, 303);
        assert_eq!(scene.step(&id, &scene.expert, "withdraw").await, 303);
        let (status, page) = propose(&scene, &need, &offer).await;
        assert!(status == 200 && page.contains("one of the two said no to this introduction"), "{page}");
    }
}

#[tokio::test]
async fn who_does_not_answer_in_time_is_no_longer_asked() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let (_, _, id) = introduced(&scene).await;
        earlier(&house, &id, 13).await;
        let page = scene.page(&format!("/introductions/{id}"), Some(&scene.expert)).await;
        assert!(page.contains("Your answer is asked for"), "{page}");
        earlier(&house, &id, 1).await;
        let late = scene.page(&format!("/introductions/{id}"), Some(&scene.expert)).await;
        assert!(late.contains("No longer open"), "{late}");
        assert_eq!(scene.step(&id, &scene.expert, "yes").await, 409);
        assert_eq!(introduction(&house, &id).await.state, State::WithOffer, "nobody has written it down");
        assert!(scene.page("/queue", Some(&scene.broker)).await.contains("No answer in time"));
        let it = introduction(&house, &id).await;
        assert!(it.state == State::TimedOut && it.due_at.is_some_and(|due| due < store::now() + TIME));
    }
}

#[tokio::test]
async fn an_account_that_is_erased_frees_the_places_of_both_sides() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let (need, offer, id) = exchanged(&scene).await;
        assert_eq!(need_of(&house, &need).await.placed, 1);
        assert_eq!(house.form("/me/erase", Some(&scene.expert), "sure=on").await.status.as_u16(), 303);
        let kept = need_of(&house, &need).await;
        assert!(kept.placed == 0 && kept.is_open(store::now()), "{kept:?}");
        assert!(!scene.page(&format!("/needs/{need}"), Some(&scene.host)).await.contains("Everybody was found"));
        assert_eq!(introduction(&house, &id).await.state, State::Revoked);
        let queue = scene.page("/queue", Some(&scene.broker)).await;
        assert!(queue.contains("Erased") && !queue.contains(&offer.id), "{queue}");
        let page = scene.page(&format!("/introductions/{id}"), Some(&scene.broker)).await;
        assert!(page.contains("Erased") && !page.contains(&offer.id), "{page}");
        // Where the host goes, the person has room again.
        let scene = Scene::new(&house).await;
        let (_, offer, _) = exchanged(&scene).await;
        assert_eq!(offer_of(&house, &offer.id).await.taken, 1);
        assert_eq!(house.form("/me/erase", Some(&scene.host), "sure=on").await.status.as_u16(), 303);
        assert_eq!(offer_of(&house, &offer.id).await.taken, 0);
    }
}

#[tokio::test]
async fn an_endorsement_is_of_this_institution_and_can_be_taken_back() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let country = house.delegation_of("A ministry", Kind::State, "origin", "404").await;
        let focal = house.member(Role::FocalPoint, Some(&country)).await;
        let other = house.delegation_of("Another ministry", Kind::State, "origin", "710").await;
        let other = house.member(Role::FocalPoint, Some(&other)).await;
        let need = scene.need(&[]).await;
        let (edit, endorse) = (format!("/needs/{need}/edit"), format!("/needs/{need}/endorse"));
        let endorsed = async || need_of(&house, &need).await.endorsed_by;
        assert_eq!(scene.post(&endorse, &other, "to=vouch").await, 403);
        assert_eq!(scene.post(&endorse, &focal, "to=vouch").await, 303);
        assert_eq!(endorsed().await, "A ministry");
        assert_eq!(scene.post(&edit, &scene.host, &need_form(&[("title", "Hygiene in three theatres")])).await, 303);
        assert_eq!(endorsed().await, "A ministry", "another title is the same institution");
        for change in [("host_kind", "education"), ("institution", "Another hospital"), ("place", "Elsewhere")] {
            assert_eq!(scene.post(&edit, &scene.host, &need_form(&[change])).await, 303);
            assert_eq!(endorsed().await, "", "{change:?}");
            assert_eq!(scene.post(&endorse, &focal, "to=vouch").await, 303);
        }
        assert!(scene.page(&format!("/needs/{need}"), Some(&focal)).await.contains("No longer vouch"));
        assert_eq!(scene.post(&endorse, &other, "to=end").await, 403);
        assert_eq!(scene.post(&endorse, &focal, "to=end").await, 303);
        assert_eq!(endorsed().await, "");
        assert_eq!(scene.post(&edit, &scene.host, &need_form(&[("country", "710")])).await, 303);
        assert_eq!(endorsed().await, "");
        assert_eq!(scene.post(&endorse, &focal, "to=vouch").await, 403, "it is another country's by now");
    }
}

#[tokio::test]
async fn an_offer_rests_goes_on_is_renewed_and_taken_back() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let (need, offer, id) = introduced(&scene).await;
        let state = format!("/offers/{}/state", offer.id);
        for (to, kept) in [("rest", "paused"), ("go-on", "active"), ("withdraw", "withdrawn"), ("renew", "active")] {
            assert_eq!(scene.post(&state, &scene.expert, &form(&[("to", to)])).await, 303);
            let now = offer_of(&house, &offer.id).await;
            assert_eq!(now.state, kept);
            assert!(now.renew_by >= offer.renew_by);
            let met = scene.page(&format!("/needs/{need}/matches"), Some(&scene.broker)).await;
            assert_eq!(met.contains(&offer.handle), kept == "active", "{to}");
            assert_eq!(introduction(&house, &id).await.state, State::Dismissed, "what waited has ended");
        }
        assert_eq!(scene.post(&state, &scene.expert, "to=nothing").await, 422);
        let somebody = house.somebody(Role::Expert, None).await;
        assert_eq!(scene.post(&state, &somebody, "to=withdraw").await, 404, "somebody else's offer");
    }
}

/// Keeps a need as it would be after its time.
async fn expire_need(house: &TestHouse, id: &str) {
    let need = need_of(house, id).await;
    let over = Need { expires_at: store::now() - 1, ..need.clone() };
    let mut c = house.app.db.write().await.unwrap();
    assert!(store::need::update(&mut c, &over, need.changed_at).await.unwrap());
    c.commit().await.unwrap();
}

async fn expire_offer(house: &TestHouse, id: &str) {
    ends(house, id, store::now() - 1).await;
}

/// Keeps an offer that has to be renewed by then.
async fn ends(house: &TestHouse, id: &str, renew_by: store::Moment) {
    let offer = offer_of(house, id).await;
    let over = Offer { renew_by, ..offer.clone() };
    let mut c = house.app.db.write().await.unwrap();
    assert!(store::offer::update(&mut c, &over, offer.changed_at).await.unwrap());
    c.commit().await.unwrap();
}

#[tokio::test]
async fn whoever_offers_is_reminded_before_the_time_runs_out_and_nobody_else() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let (_, offer, _) = introduced(&scene).await;
        let reminded = async |path: &str, token: &str| {
            scene.page(path, Some(token)).await.contains("no longer shown unless you renew them within 30 days: 1")
        };
        assert!(!reminded("/mine", &scene.expert).await && !reminded("", &scene.expert).await);
        ends(&house, &offer.id, store::now() + 29 * 24 * 3_600_000).await;
        assert!(reminded("/mine", &scene.expert).await && reminded("", &scene.expert).await);
        assert!(!reminded("", &scene.broker).await);
        assert_eq!(scene.post(&format!("/offers/{}/state", offer.id), &scene.expert, "to=renew").await, 303);
        assert!(!reminded("/mine", &scene.expert).await, "renewed");
    }
}

#[tokio::test]
async fn nothing_is_agreed_on_a_need_or_an_offer_that_is_over_and_nobody_was_faster() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let refused = async |id: &str, token: &str| {
            let body = form(&[("step", "yes"), ("read", &scene.read(id, token).await)]);
            let reply = house.form(&scene.at(&format!("/introductions/{id}")), Some(token), &body).await;
            assert_eq!(reply.status.as_u16(), 409);
            assert!(reply.text().contains("The need or the offer is no longer open"), "{}", reply.text());
        };
        // Its time is over: for the person, and for the host.
        let (need, _, id) = introduced(&scene).await;
        expire_need(&house, &need).await;
        refused(&id, &scene.expert).await;
        let (_, offer, id) = introduced(&scene).await;
        assert_eq!(scene.step(&id, &scene.expert, "yes").await, 303);
        expire_offer(&house, &offer.id).await;
        refused(&id, &scene.host).await;
        assert_eq!(introduction(&house, &id).await.state, State::WithHost, "nothing was changed");
        // Taken back: it has moved on.
        let (need, _, id) = introduced(&scene).await;
        assert_eq!(scene.post(&format!("/needs/{need}/withdraw"), &scene.host, "").await, 303);
        assert_eq!(scene.step(&id, &scene.expert, "yes").await, 409);
        assert_eq!(introduction(&house, &id).await.state, State::Dismissed);
        // Nor is it shown.
        let (need, offer) = (scene.need(&[]).await, scene.offer(&scene.expert, &[]).await);
        let body = form(&[("offer", &offer.id)]);
        assert_eq!(scene.post(&format!("/needs/{need}/matches"), &scene.broker, &body).await, 303);
        let id = of_pair(&scene, &need).await.remove(0).id;
        expire_offer(&house, &offer.id).await;
        assert_eq!(scene.step(&id, &scene.broker, "show").await, 409);
    }
}

#[tokio::test]
async fn an_offer_has_room_for_what_is_under_way_and_an_older_form_changes_nothing() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let offer = scene.offer(&scene.expert, &[("capacity", "3")]).await;
        for _ in 0..2 {
            let need = scene.need(&[]).await;
            let id = scene.shown(&need, &offer.id).await;
            for token in [&scene.expert, &scene.host] {
                assert_eq!(scene.step(&id, token, "yes").await, 303);
            }
        }
        let edit = scene.at(&format!("/offers/{}/edit", offer.id));
        let less = house.form(&edit, Some(&scene.expert), &offer_form(&[("capacity", "1")])).await;
        assert_eq!(less.status.as_u16(), 422);
        assert!(less.text().contains("2 engagements are under way"), "{}", less.text());
        assert_eq!(house.form(&edit, Some(&scene.expert), &offer_form(&[("capacity", "2")])).await.status, 303);
        let seen = offer.changed_at.to_string();
        let older = format!("{}&{}", offer_form(&[("capacity", "5")]), form(&[("seen", &seen)]));
        let reply = house.form(&edit, Some(&scene.expert), &older).await;
        assert_eq!(reply.status.as_u16(), 422);
        assert!(reply.text().contains("changed elsewhere meanwhile"), "{}", reply.text());
        let kept = offer_of(&house, &offer.id).await;
        assert_eq!((kept.capacity, kept.taken), (2, 2));
    }
}

#[tokio::test]
async fn a_form_that_is_sent_twice_makes_one() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let page = scene.page("/needs/new", Some(&scene.host)).await;
        let (_, rest) = page.split_once("name=\"once\" value=\"").expect("a token");
        let once = rest.split_once('"').unwrap().0;
        assert!(once.len() > 20, "{once}");
        let body = format!("{}&once={once}", need_form(&[]));
        let first = house.form(&scene.at("/needs"), Some(&scene.host), &body).await;
        let second = house.form(&scene.at("/needs"), Some(&scene.host), &body).await;
        assert_eq!((first.status.as_u16(), second.status.as_u16()), (303, 303));
        let count = async || {
            let mut c = house.app.db.read().await.unwrap();
            store::need::count(&mut c, &house.dialogue).await.unwrap()
        };
        assert_eq!(count().await, 1);
        let other = format!("{}&once={once}", need_form(&[("title", "Another title")]));
        let reply = house.form(&scene.at("/needs"), Some(&scene.host), &other).await;
        assert_eq!((reply.status.as_u16(), count().await), (422, 1));
        assert!(reply.text().contains("This form was sent before") && reply.text().contains("Another title"));
        assert!(!reply.text().contains(once), "sent again it would be refused again");
        // Somebody else's token is somebody else's.
        let another = house.somebody(Role::Host, None).await;
        assert_eq!(scene.post("/needs", &another, &body).await, 303);
        assert_eq!(count().await, 2);
        let offer = format!("{}&once={once}x", offer_form(&[]));
        for _ in 0..2 {
            assert_eq!(scene.post("/offers", &scene.expert, &offer).await, 303);
        }
        let mut c = house.app.db.read().await.unwrap();
        assert_eq!(store::offer::active(&mut c, &house.dialogue, store::now()).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn the_host_says_how_it_went_when_it_is_due() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let (_, _, id) = exchanged(&scene).await;
        assert_eq!(scene.step(&id, &scene.host, "start").await, 303);
        let at = format!("/introductions/{id}");
        let said = |month: &str| {
            form(&[("month", month), ("used", "yes"), ("learned", "partly"), ("text", "The routine is followed.")])
        };
        let follow_up = format!("{at}/follow-up");
        assert_eq!(scene.post(&follow_up, &scene.host, &said("3")).await, 409);
        earlier(&house, &id, 91).await;
        assert!(scene.page(&at, Some(&scene.host)).await.contains("name=\"used\""), "the host is asked");
        assert_eq!(scene.post(&follow_up, &scene.expert, &said("3")).await, 403);
        assert_eq!(scene.post(&follow_up, &scene.host, &said("6")).await, 409);
        assert_eq!(scene.post(&follow_up, &scene.host, &said("3")).await, 303);
        let page = scene.page(&at, Some(&scene.host)).await;
        assert!(page.contains("The routine is followed.") && !page.contains("name=\"used\""), "{page}");
        assert!(scene.page(&at, Some(&scene.broker)).await.contains("The routine is followed."));
        let mut c = house.app.db.read().await.unwrap();
        let kept = store::outcome::follow_ups(&mut c, &house.dialogue).await.unwrap();
        assert_eq!(kept.iter().map(|f| (f.month, f.used.as_str())).collect::<Vec<_>>(), [(3, "yes")]);
    }
}
