//! An offer in somebody's name: shown to nobody and met by nothing until that person has confirmed it.

use crate::exchange::{Scene, form, offer_form};
use crate::house::TestHouse;
use indaba::access::Role;
use indaba::store;
use indaba::words::Kind;

/// Enters an offer in somebody's name: the way to confirm it.
async fn entered(house: &TestHouse, token: &str) -> String {
    let scene_at = format!("/d/{}/exchange/offers/on-behalf", house.slug);
    assert_eq!(house.get(&scene_at, Some(token)).await.status, 200);
    let without = house.form(&scene_at, Some(token), &offer_form(&[("understood", "")])).await;
    assert_eq!(without.status, 422, "nobody was asked");
    let reply = house.form(&scene_at, Some(token), &offer_form(&[])).await;
    assert_eq!(reply.status, 200, "{}", reply.text());
    let text = reply.text();
    let start = text.find("/exchange/confirm/").expect("a link") + "/exchange/confirm/".len();
    let secret: String = text[start..].chars().take_while(char::is_ascii_alphanumeric).collect();
    assert!(!text.contains("sam@home.example"));
    format!("/d/{}/exchange/confirm/{secret}", house.slug)
}

async fn offers(house: &TestHouse) -> Vec<store::offer::Offer> {
    store::offer::active(&mut house.app.db.read().await.unwrap(), &house.dialogue, store::now()).await.unwrap()
}

#[tokio::test]
async fn what_a_focal_point_enters_for_somebody_is_met_by_nothing_before_that_person_confirms_it() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let need = scene.need(&[]).await;
        let country = house.delegation_of("A country", Kind::State, "origin", "404").await;
        let focal = house.member(Role::FocalPoint, Some(&country)).await;
        let matches = format!("/needs/{need}/matches");
        let before = [
            scene.page("", None).await,
            scene.page("/country", Some(&focal)).await,
            scene.page(&matches, Some(&scene.broker)).await,
        ];
        let link = entered(&house, &focal).await;
        let after = [
            scene.page("", None).await,
            scene.page("/country", Some(&focal)).await,
            scene.page(&matches, Some(&scene.broker)).await,
        ];
        assert_eq!(before, after, "it is shown before it is confirmed");
        assert!(offers(&house).await.is_empty());
        // Its person reads all of it, and makes it their own.
        let page = house.get(&link, None).await.text();
        for said in ["a focal point", "sam@home.example", "nursing care"] {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert_eq!(house.get(&format!("{link}x"), None).await.status, 404);
        let short = house.form(&link, None, &form(&[("to", "confirm"), ("sign_in", "sam"), ("password", "x")])).await;
        assert_eq!(short.status, 422);
        let account = form(&[("to", "confirm"), ("sign_in", "sam-of-two"), ("password", "a long password for sam")]);
        assert_eq!(house.form(&link, None, &account).await.status, 303);
        assert_eq!(house.get(&link, None).await.status, 404, "the link is good once");
        let offer = offers(&house).await.remove(0);
        assert!(offer.person_id.is_some() && offer.entered_by == "focal_point");
        let shown = scene.page(&matches, Some(&scene.broker)).await;
        assert!(shown.contains(&offer.handle) && shown.contains("a focal point, confirmed by the person"), "{shown}");
    }
}

#[tokio::test]
async fn who_has_an_account_confirms_with_it_and_who_does_not_want_it_deletes_it() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let secretariat = house.token(Role::Secretariat).await.unwrap();
        let link = entered(&house, &secretariat).await;
        assert_eq!(house.form(&link, Some(&scene.expert), "to=confirm").await.status, 303);
        assert!(scene.page("/mine", Some(&scene.expert)).await.contains("the secretariat, confirmed by the person"));
        let link = entered(&house, &scene.broker).await;
        let refused = house.form(&link, None, "to=refuse").await;
        assert!(refused.status == 200 && refused.text().contains("The offer is deleted"));
        assert_eq!(house.form(&link, Some(&scene.expert), "to=confirm").await.status, 404);
        assert_eq!(offers(&house).await.len(), 1);
        // What nobody confirmed in time holds a contact, and goes.
        entered(&house, &scene.broker).await;
        let count = async || store::sealed::all(&mut house.app.db.read().await.unwrap()).await.unwrap().len();
        assert_eq!(count().await, 2);
        let mut c = house.app.db.write().await.unwrap();
        let month = 31 * 24 * 3_600_000;
        assert_eq!(store::claim::forget(&mut c, &house.dialogue, store::now()).await.unwrap(), 0);
        assert_eq!(store::claim::forget(&mut c, &house.dialogue, store::now() + month).await.unwrap(), 1);
        c.commit().await.unwrap();
        assert_eq!(count().await, 1);
    }
}
