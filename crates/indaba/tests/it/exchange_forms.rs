//! The forms of needs and offers: words that mean a concept, countries to tick, drafts, own concepts.

use crate::exchange::{Scene, form, offer_form};
use crate::house::TestHouse;
use indaba::store;

#[tokio::test]
async fn the_vocabulary_answers_whoever_types_with_labels_and_their_kinds() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let reply = house.get(&scene.at("/vocabulary?q=nurs"), None).await;
        let found = reply.json();
        let found = found.as_array().expect("a list");
        assert!(found.contains(&serde_json::json!(["nurse", "occupation"])), "{found:?}");
        assert!(found.contains(&serde_json::json!(["nursing care", "skill"])), "{found:?}");
        let form = house.form(&scene.at("/offers"), Some(&scene.expert), &offer_form(&[("skill-1", "theatre")])).await;
        assert!(form.text().contains("operating theatre nursing (skill)"), "{}", form.text());
    }
}

#[tokio::test]
async fn countries_are_ticked_each_and_a_region_hides_from_nobody_so_it_is_refused() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let page = scene.page("/offers/new", Some(&scene.expert)).await;
        assert!(page.contains("type=\"checkbox\" name=\"hidden_from\" value=\"404\"") && !page.contains(" multiple"));
        for region in ["002", "001"] {
            let body = format!("{}&{}", offer_form(&[]), form(&[("hidden_from", region)]));
            let reply = house.form(&scene.at("/offers"), Some(&scene.expert), &body).await;
            assert_eq!(reply.status.as_u16(), 422, "{region}");
            assert!(reply.text().contains("a region would hide it from nobody"), "{}", reply.text());
        }
        let two = format!("{}&{}", offer_form(&[]), form(&[("hidden_from", "710"), ("hidden_from", "288")]));
        assert_eq!(scene.post("/offers", &scene.expert, &two).await, 303);
        let mine = scene.page("/mine", Some(&scene.expert)).await;
        assert!(mine.contains("Hidden from") && mine.contains("Ghana") && mine.contains("South Africa"), "{mine}");
        let mut c = house.app.db.read().await.unwrap();
        let offers = store::offer::active(&mut c, &house.dialogue, store::now()).await.unwrap();
        assert_eq!(offers[0].hidden_from, "288;710");
        drop(c);
        // The form that changes it has them in sight, ticked.
        let edit = scene.page(&format!("/offers/{}/edit", offers[0].id), Some(&scene.expert)).await;
        for code in ["288", "710"] {
            assert!(edit.contains(&format!("name=\"hidden_from\" value=\"{code}\" checked")), "{code}: {edit}");
        }
    }
}
