//! The API, as a client sees it.

use crate::house::TestHouse;
use indaba::access::Role;
use indaba::app::Config;
use indaba::commands::bench::client::{Asked, Client};
use indaba::opening::Rules;
use indaba::store;
use indaba::web::api::openapi::DESCRIPTION;
use indaba::web::router;
use indaba::words::{Attribution, DialogueState, Kind, Participation};
use std::collections::BTreeSet;
use std::sync::Arc;
use tokio::task::JoinSet;

#[tokio::test]
async fn one_joins_proposes_responds_changes_and_withdraws() {
    for house in TestHouse::open().await {
        let dialogue = house.get(&format!("/api/v1/dialogues/{}", house.slug), None).await.json();
        assert_eq!(dialogue["workshops"][0]["questions"][1]["ref"], "3.2");
        let question = dialogue["workshops"][0]["questions"][0]["id"].as_str().unwrap().to_owned();
        let joined = house.json("POST", &format!("/api/v1/dialogues/{}/participants", house.slug), None, "{}").await;
        assert_eq!(joined.status, 201, "{}", joined.text());
        let token = joined.field("token").unwrap();
        let under = format!("/api/v1/questions/{question}/perspectives");
        let body = r#"{"text":"Nurses first.","lang":"en","paragraph":"2"}"#;
        let proposed = house.json("POST", &under, Some(&token), body).await;
        assert_eq!(proposed.status, 201, "{}", proposed.text());
        let other = house.perspective(0, "Builders first.").await;

        let next = house.get(&format!("/api/v1/questions/{question}/next"), Some(&token)).await.json();
        assert_eq!(next["perspective"]["id"], other.as_str(), "one's own perspective is not asked about: {next}");
        let response = format!("/api/v1/perspectives/{other}/response");
        for (value, status) in [("agree", 200), ("disagree", 200)] {
            let body = format!(r#"{{"value":"{value}","matters":true}}"#);
            assert_eq!(house.json("PUT", &response, Some(&token), &body).await.status, status);
        }
        let next = house.get(&format!("/api/v1/questions/{question}/next"), Some(&token)).await.json();
        assert_eq!(
            (&next["perspective"], &next["answered"], &next["left"]),
            (&serde_json::Value::Null, &1.into(), &0.into())
        );
        let me = house.get("/api/v1/me", Some(&token)).await.json();
        assert_eq!(
            (&me["responses"][0]["value"], &me["perspectives"][0]["text"]),
            (&(-1).into(), &"Nurses first.".into())
        );
        assert_eq!(me["dialogue"], serde_json::json!({"title": dialogue["title"], "slug": house.slug}));
        let member = house.member(Role::Delegate, None).await;
        let me = house.get("/api/v1/me", Some(&member)).await.json();
        assert_eq!((&me["account"]["name"], me["account"]["created_at"].is_i64()), (&"Somebody".into(), true));
        let place = serde_json::json!({"title": dialogue["title"], "slug": house.slug, "role": "delegate"});
        assert_eq!(me["places"], serde_json::json!([place]));
        for _ in 0..2 {
            assert_eq!(house.json("DELETE", &response, Some(&token), "").await.status, 204);
        }
        assert_eq!(house.get("/api/v1/me", Some(&token)).await.json()["responses"], serde_json::json!([]));
        assert_eq!(house.json("DELETE", "/api/v1/me", Some(&token), "").await.status, 204);
        assert_eq!(house.get("/api/v1/me", Some(&token)).await.status, 401);
    }
}

#[tokio::test]
async fn a_withdrawal_that_is_sent_again_withdraws_nothing_that_was_given_after_it() {
    for house in TestHouse::open().await {
        let perspective = house.perspective(0, "Builders first.").await;
        let other = house.perspective(0, "Nurses first.").await;
        let (participant, token) = house.participant().await;
        let send = async |method: &str, perspective: &str, key: &str, body: &str| {
            let path = format!("/api/v1/perspectives/{perspective}/response");
            let headers = [("idempotency-key", key)];
            let (token, headers) = (Some(token.as_str()), &headers[..usize::from(!key.is_empty())]);
            house.send(Asked { method, path: &path, token, body, headers, ..Asked::default() }).await.status.as_u16()
        };
        let given = async || {
            let mut c = house.app.db.read().await.unwrap();
            let own = store::response::of_participant(&mut c, &participant, &house.questions[0]).await.unwrap();
            (own.len(), store::keep::history(&mut c).await.unwrap().len())
        };
        let agree = r#"{"value":"agree"}"#;
        // Before there is a response, and after there was one.
        for (key, withdrawn) in [("first", (0, 0)), ("second", (0, 2))] {
            assert_eq!(send("DELETE", &perspective, key, "").await, 204);
            assert_eq!(given().await, withdrawn, "{key}");
            assert_eq!(send("PUT", &perspective, "", agree).await, 200);
            assert_eq!(send("DELETE", &perspective, key, "").await, 204);
            assert_eq!(given().await, (1, withdrawn.1 + 1), "the answer to {key} was lost, not its effect");
        }
        assert_eq!(send("PUT", &other, "", agree).await, 200);
        for of in [&other, &participant] {
            let refused = if *of == other { 422 } else { 404 };
            assert_eq!(send("DELETE", of, "second", "").await, refused, "the key belongs to another request");
        }
        assert_eq!(send("PUT", &perspective, "second", agree).await, 422);
        assert_eq!(send("DELETE", &perspective, &"k".repeat(201), "").await, 422);
        assert_eq!(send("DELETE", &perspective, "", "").await, 204);
        assert_eq!(given().await, (1, 5));
    }
}

#[tokio::test]
async fn a_repeated_key_has_one_effect_and_the_same_answer() {
    for house in TestHouse::open().await {
        let other = house.perspective(0, "Builders first.").await;
        let (_, token) = house.participant().await;
        let under = format!("/api/v1/questions/{}/perspectives", house.questions[0]);
        let response = format!("/api/v1/perspectives/{other}/response");
        let headers = [("idempotency-key", "one")];
        let responding = [("idempotency-key", "two")];
        let post = |body| Asked {
            method: "POST",
            path: &under,
            token: Some(&token),
            body,
            headers: &headers,
            ..Asked::default()
        };
        let put = |body| Asked {
            method: "PUT",
            path: &response,
            token: Some(&token),
            body,
            headers: &responding,
            ..Asked::default()
        };

        let first = house.send(post(r#"{"text":"Nurses first.","lang":"en"}"#)).await;
        let again = house.send(post(r#"{"text":"Nurses first.","lang":"en"}"#)).await;
        assert_eq!((first.status.as_u16(), again.status.as_u16()), (201, 201));
        assert_eq!(first.text(), again.text());
        assert_eq!(house.send(post(r#"{"text":"Cooks first.","lang":"en"}"#)).await.status, 422);

        let participants = format!("/api/v1/dialogues/{}/participants", house.slug);
        let join = |body| Asked { method: "POST", path: &participants, body, headers: &headers, ..Asked::default() };
        let (first, again) = (house.send(join("{}")).await, house.send(join("{}")).await);
        assert_eq!((first.status.as_u16(), first.text()), (201, again.text()));
        assert_eq!(house.send(join(r#"{"code":"ABCD-EFGH"}"#)).await.status, 422);

        let first = house.send(put(r#"{"value":"agree"}"#)).await;
        let again = house.send(put(r#"{"value":"agree"}"#)).await;
        assert_eq!((first.status.as_u16(), first.text()), (200, again.text()));
        assert_eq!(house.send(put(r#"{"value":"pass"}"#)).await.status, 422);

        let mut c = house.app.db.read().await.unwrap();
        assert_eq!(store::keep::history(&mut c).await.unwrap().len(), 1);
        assert_eq!(store::perspective::of_question(&mut c, &house.questions[0]).await.unwrap().len(), 2);
    }
}

#[tokio::test]
async fn joining_with_a_key_is_repeated_after_a_restart_and_ends_with_erasure() {
    for mut house in TestHouse::open().await {
        let key = Arc::clone(&house.app.config.server_key);
        let participants = format!("/api/v1/dialogues/{}/participants", house.slug);
        let headers = [("idempotency-key", "6a0f")];
        let join = Asked { method: "POST", path: &participants, body: "{}", headers: &headers, ..Asked::default() };
        let first = house.send(join).await;
        let token = first.field("token").unwrap();
        assert_eq!((first.status.as_u16(), house.get("/api/v1/me", Some(&token)).await.status.as_u16()), (201, 200));

        house.restart_as(|config| Config { server_key: key, ..config }).await;
        let again = house.send(join).await;
        assert_eq!((again.status.as_u16(), again.text()), (201, first.text()));
        let mut c = house.app.db.read().await.unwrap();
        assert_eq!(store::participant::counted(&mut c, &house.dialogue).await.unwrap().len(), 1);
        drop(c);

        assert_eq!(house.json("DELETE", "/api/v1/me", Some(&token), "").await.status, 204);
        let anew = house.send(join).await;
        assert_eq!(anew.status, 201, "{}", anew.text());
        assert_ne!(
            anew.field("id").unwrap(),
            first.field("id").unwrap(),
            "who erased what was kept comes as somebody else"
        );

        house.restart().await;
        let other_key = house.send(join).await;
        assert_eq!(other_key.status, 409, "another server's key gives no token: {}", other_key.text());
    }
}

#[tokio::test]
async fn of_many_who_join_with_one_key_one_is_let_in() {
    for house in TestHouse::open().await {
        let participants = format!("/api/v1/dialogues/{}/participants", house.slug);
        let mut arriving = JoinSet::new();
        for _ in 0..12 {
            let (address, path) = (house.address, participants.clone());
            arriving.spawn(async move {
                let headers = [("idempotency-key", "the same")];
                let join = Asked { method: "POST", path: &path, body: "{}", headers: &headers, ..Asked::default() };
                Client::connect(address).await.unwrap().send(join).await.unwrap()
            });
        }
        let replies = arriving.join_all().await;
        let tokens: BTreeSet<_> =
            replies.iter().filter(|r| r.status == 201).map(|r| r.field("token").unwrap()).collect();
        assert_eq!(tokens.len(), 1);
        assert!(replies.iter().all(|r| r.status == 201 || r.status == 409), "a second is asked to come again");
        let mut c = house.app.db.read().await.unwrap();
        assert_eq!(store::participant::counted(&mut c, &house.dialogue).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_problem_leads_to_the_page_that_explains_it() {
    let houses = TestHouse::open().await;
    let house = &houses[0];
    let missing = house.get("/api/v1/questions/none/next", None).await;
    let place = missing.field("type").unwrap();
    let (page, anchor) = place.split_once('#').unwrap();
    for lang in ["en", "fr", "ar"] {
        let page = house.get(&format!("{page}?lang={lang}"), None).await.text();
        assert!(page.contains(&format!("id=\"{anchor}\"")), "{lang}");
        assert!(!page.contains("{$"), "no value is missing in {lang}");
    }
    let wrong = house.json("PATCH", &format!("/api/v1/dialogues/{}", house.slug), None, "").await;
    assert_eq!((wrong.status.as_u16(), wrong.field("type").unwrap().as_str()), (405, "/help/problems#problem-method"));
}

#[tokio::test]
async fn nobody_joins_a_dialogue_of_delegations() {
    let rules = Rules { state: DialogueState::Open, participation: Participation::Delegations, ..Rules::default() };
    let houses = TestHouse::with(&rules, false).await;
    let participants = format!("/api/v1/dialogues/{}/participants", houses[0].slug);
    assert_eq!(houses[0].json("POST", &participants, None, "{}").await.status, 403);
}

#[tokio::test]
async fn a_result_says_how_many_came_without_a_code() {
    for house in TestHouse::open().await {
        let perspective = house.perspective(0, "Builders first.").await;
        for _ in 0..12 {
            let (_, token) = house.participant().await;
            let response = format!("/api/v1/perspectives/{perspective}/response");
            assert_eq!(house.json("PUT", &response, Some(&token), r#"{"value":"agree"}"#).await.status, 200);
        }
        let secretariat = house.token(Role::Secretariat).await;
        let place = format!("/api/v1/questions/{}/landscape", house.questions[0]);
        let landscape = house.get(&place, secretariat.as_deref()).await.json();
        assert_eq!(landscape["participants_without_code"], 12);
        assert_eq!(landscape["counts"]["participants"], 12);
    }
}

#[tokio::test]
async fn what_can_t_be_used_is_refused_and_named() {
    let houses = TestHouse::open().await;
    let house = &houses[0];
    let other = house.perspective(0, "Builders first.").await;
    let (_, token) = house.participant().await;
    let under = format!("/api/v1/questions/{}/perspectives", house.questions[0]);
    let response = format!("/api/v1/perspectives/{other}/response");
    let long = format!(r#"{{"text":"{}","lang":"en"}}"#, "x".repeat(401));
    let cases = [
        ("PUT", &response, r#"{"value":"maybe"}"#, "agree"),
        ("PUT", &response, r#"{"value":1}"#, "value"),
        ("PUT", &response, r#"{"value":"agree","matters":"very"}"#, "boolean"),
        ("PUT", &response, r#"{"value":"agree","why":"so"}"#, "why"),
        ("PUT", &response, "", "value"),
        ("POST", &under, long.as_str(), "401"),
        ("POST", &under, r#"{"text":" ","lang":"en"}"#, "text"),
        ("POST", &under, r#"{"text":"Cooks.","lang":"xx"}"#, "language"),
        ("POST", &under, r#"{"text":"Cooks.","lang":"en","paragraph":"99"}"#, "paragraph"),
    ];
    for (method, path, body, named) in cases {
        let reply = house.json(method, path, Some(&token), body).await;
        assert_eq!(reply.status, 422, "{body}: {}", reply.text());
        assert_eq!(reply.headers["content-type"], "application/problem+json");
        assert!(reply.field("detail").unwrap().contains(named), "{body}: {}", reply.text());
    }
    assert_eq!(house.json("PUT", &response, None, r#"{"value":"agree"}"#).await.status, 401);
    assert_eq!(house.json("PUT", &response, Some("stale"), r#"{"value":"agree"}"#).await.status, 401);
    let adviser = house.token(Role::Adviser).await;
    assert_eq!(house.json("PUT", &response, adviser.as_deref(), r#"{"value":"agree"}"#).await.status, 403);
    assert_eq!(house.get("/api/v1/questions/none/next", None).await.status, 404);
}

#[tokio::test]
async fn authors_are_shown_as_attribution_lets_them() {
    let rules = Rules { state: DialogueState::Open, attribution: Attribution::Unattributed, ..Rules::default() };
    let houses = TestHouse::with(&rules, false).await;
    let house = &houses[0];
    let delegation = house.delegation("Arkenia", Kind::State, "origin").await;
    let head = house.member(Role::Head, Some(&delegation)).await;
    let under = format!("/api/v1/questions/{}/perspectives", house.questions[0]);
    let body = r#"{"text":"Nurses first.","lang":"en","attribution":"named"}"#;
    assert_eq!(house.json("POST", &under, Some(&head), body).await.status, 201);
    let listed = house.get(&under, None).await;
    assert_eq!(listed.json()["perspectives"][0]["author"], "", "less protection than the dialogue's was granted");
    assert!(!listed.text().contains("Arkenia"));
}

#[tokio::test]
async fn perspectives_come_in_pages() {
    let houses = TestHouse::open().await;
    let house = &houses[0];
    for number in 0..5 {
        house.perspective(0, &format!("Perspective {number}.")).await;
    }
    let (mut seen, mut after) = (Vec::new(), String::new());
    loop {
        let path = format!("/api/v1/questions/{}/perspectives?limit=2{after}", house.questions[0]);
        let page = house.get(&path, None).await.json();
        seen.extend(page["perspectives"].as_array().unwrap().iter().map(|p| p["number"].as_i64().unwrap()));
        match page["next"].as_i64() {
            Some(next) => after = format!("&after={next}"),
            None => break,
        }
    }
    assert_eq!(seen, [1, 2, 3, 4, 5]);
}

#[tokio::test]
async fn a_token_has_a_pace_and_a_hall_behind_one_address_has_none() {
    let rules = Rules { state: DialogueState::Open, ..Rules::default() };
    let houses = TestHouse::with(&rules, true).await;
    let house = &houses[0];
    let path = format!("/api/v1/dialogues/{}", house.slug);
    let (_, fast) = house.participant().await;
    let (_, calm) = house.participant().await;
    let mut statuses = BTreeSet::new();
    for _ in 0..601 {
        statuses.insert(house.get(&path, Some(&fast)).await.status.as_u16());
    }
    assert!(statuses.contains(&429), "{statuses:?}");
    assert_eq!(house.get(&path, Some(&calm)).await.status, 200);
    assert_eq!(house.get(&path, None).await.status, 200);
}

#[tokio::test]
async fn passwords_can_t_be_tried_without_end() {
    let rules = Rules { state: DialogueState::Open, ..Rules::default() };
    let houses = TestHouse::with(&rules, true).await;
    let mut statuses = Vec::new();
    for _ in 0..11 {
        let reply = houses[0].form("/sign-in", None, "sign_in=chair&password=a-long-wrong-one").await;
        statuses.push(reply.status.as_u16());
    }
    assert_eq!(statuses, [[401; 10].as_slice(), &[429]].concat());
}

#[tokio::test]
async fn the_description_names_every_route_and_no_other() {
    let houses = TestHouse::open().await;
    let rows = router::table(Arc::clone(&houses[0].app)).rows;
    let routes: BTreeSet<String> = rows
        .iter()
        .filter(|(_, path, _)| path.starts_with("/api/"))
        .map(|(method, path, _)| format!("{} {path}", method.as_str().to_lowercase()))
        .collect();
    let description: serde_json::Value = serde_json::from_str(DESCRIPTION).unwrap();
    let described: BTreeSet<String> = description["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, methods)| methods.as_object().unwrap().keys().map(move |method| format!("{method} {path}")))
        .collect();
    assert_eq!(routes, described);
    assert_references_resolve(&description, &description);
}

fn assert_references_resolve(whole: &serde_json::Value, part: &serde_json::Value) {
    if let Some(reference) = part.get("$ref").and_then(serde_json::Value::as_str) {
        assert!(whole.pointer(reference.trim_start_matches('#')).is_some(), "{reference} is not there");
    }
    let below = part.as_object().into_iter().flat_map(|o| o.values()).chain(part.as_array().into_iter().flatten());
    below.for_each(|value| assert_references_resolve(whole, value));
}
