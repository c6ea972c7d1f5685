//! The forms of needs and offers: words that mean a concept, countries to tick, drafts, own concepts.

use crate::exchange::{Scene, form, need_form, offer_form};
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

/// An offer whose first skill is words of one's own below a concept.
fn of_own_words(more: &[(&'static str, &'static str)]) -> String {
    let own = [
        ("skill-1", "zebra nursing care"),
        ("was-skill-1", "zebra nursing care"),
        ("concept-skill-1", "under:nursing"),
    ];
    offer_form(&[&own[..], more].concat())
}

async fn own_concepts(house: &TestHouse) -> Vec<store::concept::Concept> {
    store::concept::all(&mut house.app.db.read().await.unwrap()).await.unwrap()
}

#[tokio::test]
async fn words_of_ones_own_are_kept_once_with_what_names_them_and_listed_and_removed_by_the_broker() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        for _ in 0..3 {
            let refused =
                house.form(&scene.at("/offers"), Some(&scene.expert), &of_own_words(&[("capacity", "9")])).await;
            assert_eq!(refused.status.as_u16(), 422);
        }
        assert!(own_concepts(&house).await.is_empty(), "a form that was refused left words behind");
        let other = house.somebody(indaba::access::Role::Expert, None).await;
        for token in [&scene.expert, &other] {
            assert_eq!(scene.post("/offers", token, &of_own_words(&[])).await, 303);
        }
        let kept = own_concepts(&house).await;
        assert_eq!(kept.len(), 1, "the same words are one concept: {kept:?}");
        // Nobody is suggested them before a broker has listed them; their owner reads them all the same.
        let suggested = async || house.get(&scene.at("/vocabulary?q=zebra"), None).await.json();
        assert_eq!(suggested().await, serde_json::json!([]));
        assert!(scene.page("/mine", Some(&scene.expert)).await.contains("zebra nursing care"));
        let country = house.delegation_of("A country", indaba::words::Kind::State, "origin", "710").await;
        let of_country = house.somebody(indaba::access::Role::Broker, Some(country)).await;
        assert!(!scene.page("/concepts", Some(&of_country)).await.contains("zebra"));
        assert!(scene.page("/concepts", Some(&scene.broker)).await.contains("zebra nursing care"));
        let act = |to: &'static str| form(&[("concept", &kept[0].id), ("to", to)]);
        assert_eq!(scene.post("/concepts", &of_country, &act("list")).await, 404);
        assert_eq!(scene.post("/concepts", &scene.broker, &act("list")).await, 303);
        assert_eq!(suggested().await, serde_json::json!([["zebra nursing care", "skill"]]));
        assert_eq!(scene.post("/concepts", &scene.broker, &act("remove")).await, 303);
        assert!(own_concepts(&house).await.is_empty());
        let mine = scene.page("/mine", Some(&scene.expert)).await;
        assert!(mine.contains("nursing care (level 3 of 5)") && !mine.contains("zebra"), "{mine}");
    }
}

#[tokio::test]
async fn a_draft_needs_a_title_alone_and_is_its_hosts_until_it_is_posted() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let draft = form(&[("title", "Somebody for our laboratory"), ("lang", "en"), ("act", "draft")]);
        assert_eq!(scene.post("/needs", &scene.host, &form(&[("title", ""), ("act", "draft")])).await, 422);
        let wrong = format!("{draft}&people=99");
        assert_eq!(scene.post("/needs", &scene.host, &wrong).await, 422, "what is wrong is not kept");
        let reply = house.form(&scene.at("/needs"), Some(&scene.host), &draft).await;
        assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
        let there = reply.headers.get("location").unwrap().to_str().unwrap().to_owned();
        assert!(house.get(&there, Some(&scene.host)).await.text().contains("Draft"));
        for token in [None, Some(scene.broker.as_str()), Some(scene.expert.as_str())] {
            assert_eq!(house.get(&there, token).await.status.as_u16(), 404, "seen by another");
        }
        assert!(!scene.page("", None).await.contains("our laboratory"));
        assert!(scene.page("/mine", Some(&scene.host)).await.contains("our laboratory"));
        let edit = format!("{there}/edit");
        assert!(house.get(&edit, Some(&scene.host)).await.text().contains("Keep as a draft"));
        let unfinished = house.form(&edit, Some(&scene.host), &form(&[("title", "Somebody for our laboratory")])).await;
        assert_eq!(unfinished.status.as_u16(), 422, "a need that is posted is whole");
        assert_eq!(house.form(&edit, Some(&scene.host), &need_form(&[])).await.status.as_u16(), 303);
        assert!(scene.page("", None).await.contains("Hygiene in two operating theatres"));
        assert!(!house.get(&edit, Some(&scene.host)).await.text().contains("Keep as a draft"));
        // Taken back, it is posted again with its form.
        assert_eq!(house.form(&format!("{there}/withdraw"), Some(&scene.host), "").await.status.as_u16(), 303);
        assert!(!scene.page("", None).await.contains("Hygiene in two operating theatres"));
        assert_eq!(house.form(&edit, Some(&scene.host), &need_form(&[])).await.status.as_u16(), 303);
        assert!(scene.page("", None).await.contains("Hygiene in two operating theatres"));
    }
}

#[tokio::test]
async fn a_visitor_reads_how_an_institution_comes_in() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        assert!(scene.page("", None).await.contains("Your institution needs somebody?"));
        assert!(!scene.page("", Some(&scene.host)).await.contains("Your institution needs somebody?"));
    }
}

#[tokio::test]
async fn the_broker_reads_fewer_hours_than_asked_and_what_the_person_will_not_do() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let need = scene.need(&[]).await;
        scene.offer(&scene.expert, &[("hours", "5"), ("will_not", "No night shifts.")]).await;
        let matches = scene.page(&format!("/needs/{need}/matches"), Some(&scene.broker)).await;
        assert!(matches.contains("Offers 5 hours a week; 20 are asked for"), "{matches}");
        assert!(matches.contains("dir=\"ltr\">No night shifts.</q>"), "{matches}");
        assert!(matches.contains("Occupation: nurse"), "{matches}");
    }
}
