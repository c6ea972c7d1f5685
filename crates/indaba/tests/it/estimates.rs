//! Estimates: asked for, answered, seen after answering, answered again; nothing about few.

use crate::house::TestHouse;
use indaba::access::Role;
use indaba::app;
use indaba::commands::bench::client::Asked;
use indaba::estimate::{Given, Spread, camps, figures, shown};
use indaba::live::landscape::Audience;
use indaba::record::{self, Face, Pack};
use indaba::store;
use indaba::store::estimate::Estimate;
use indaba::store::published_estimate::{self, Published};
use indaba::words::Kind;
use landscape::Blocs;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

async fn asked(house: &TestHouse) -> String {
    let secretariat = house.token(Role::Secretariat).await;
    let here = format!("/d/{}/q/3.1/estimates", house.slug);
    let body = "text=After+how+many+years%3F&lang=en&unit=years&least=0&most=20";
    assert_eq!(house.form(&here, secretariat.as_deref(), body).await.status, 303);
    let list = house.get(&format!("/api/v1/questions/{}/estimates", house.questions[0]), None).await.json();
    list["estimates"][0]["id"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn one_answers_sees_answers_again_and_withdraws() {
    for house in TestHouse::open().await {
        let id = asked(&house).await;
        let api = format!("/api/v1/questions/{}/estimates", house.questions[0]);
        let answer = format!("{api}/{id}/answer");
        for n in 0..12 {
            let (_, token) = house.participant().await;
            let hidden = house.get(&api, Some(&token)).await.json();
            assert!(hidden["estimates"][0]["answers"].is_null(), "not before answering");
            let body = format!(r#"{{"low":{n},"best":{},"high":{}}}"#, n + 1, n + 2);
            assert_eq!(house.json("PUT", &answer, Some(&token), &body).await.status, 200);
            let seen = house.get(&api, Some(&token)).await.json();
            let all = &seen["estimates"][0]["answers"]["all"];
            assert_eq!(all.is_null(), n < 9, "nothing about fewer than ten: {seen}");
        }
        let (_, token) = house.participant().await;
        for wrong in
            [r#"{"low":5,"best":4,"high":6}"#, r#"{"low":-1,"best":4,"high":6}"#, r#"{"low":1,"best":4,"high":60}"#]
        {
            assert_eq!(house.json("PUT", &answer, Some(&token), wrong).await.status, 422, "{wrong}");
        }
        let page = format!("/d/{}/q/3.1/estimates", house.slug);
        let typed = house.form(&format!("{page}/{id}"), Some(&token), "low=5&best=4&high=6&reason=Mine").await;
        assert_eq!(typed.status, 422);
        assert!(typed.text().contains("value=\"5\"") && typed.text().contains("Mine"), "what was typed comes back");
        assert_eq!(
            house.form(&format!("{page}/{id}"), Some(&token), "low=3%2C5&best=4&high=6&reason=Mine").await.status,
            303
        );
        assert!(house.get(&page, Some(&token)).await.text().contains("<svg class=\"map spread\""));
        assert_eq!(house.json("DELETE", &answer, Some(&token), "").await.status, 204);
        let mine = house.get(&api, Some(&token)).await.json();
        assert!(mine["estimates"][0]["mine"].is_null() && mine["estimates"][0]["answers"].is_null());
        assert_eq!(house.get("/api/v1/me", Some(&token)).await.json()["estimates"].as_array().unwrap().len(), 2);
        assert_eq!(house.json("DELETE", "/api/v1/me", Some(&token), "").await.status, 204);
        let mut c = house.app.db.read().await.unwrap();
        let convened = app::convened(&mut c, &house.slug).await.unwrap().unwrap();
        let found = figures(&mut c, &convened, &house.questions[0], Audience::Secretariat).await.unwrap();
        assert_eq!(found[0].participants, Some(12), "what was erased is not counted");
    }
}

#[tokio::test]
async fn an_answer_with_a_key_is_given_once_and_withdrawn_once() {
    for house in TestHouse::open().await {
        let id = asked(&house).await;
        let path = format!("/api/v1/questions/{}/estimates/{id}/answer", house.questions[0]);
        let (_, token) = house.participant().await;
        let sent = async |method, key: &str, body: &str| {
            let (headers, media) = ([("idempotency-key", key)], "application/json");
            let asked = Asked { method, path: &path, token: Some(&token), body, media, headers: &headers };
            house.send(asked).await.status.as_u16()
        };
        let rows = async || house.get("/api/v1/me", Some(&token)).await.json()["estimates"].as_array().unwrap().len();
        let (first, second) = (r#"{"low":1,"best":2,"high":3}"#, r#"{"low":4,"best":5,"high":6}"#);
        assert_eq!((sent("PUT", "a", first).await, sent("PUT", "a", first).await, rows().await), (200, 200, 1));
        assert_eq!(sent("PUT", "a", second).await, 422, "the key is another request's");
        assert_eq!((sent("DELETE", "b", "").await, sent("PUT", "c", second).await), (204, 200));
        assert_eq!((sent("DELETE", "b", "").await, rows().await), (204, 3), "what came after it is not withdrawn");
    }
}

#[tokio::test]
async fn the_full_record_has_every_answer_and_the_public_one_no_small_sum() {
    for house in TestHouse::open().await {
        let id = asked(&house).await;
        for n in 0..3 {
            let delegation = house.delegation(&format!("Land {n}"), Kind::State, "origin").await;
            let head = house.member(Role::Head, Some(&delegation)).await;
            let path = format!("/d/{}/q/3.1/estimates/{id}", house.slug);
            assert_eq!(house.form(&path, Some(&head), "low=1&best=2&high=3&reason=Said+so").await.status, 303);
        }
        let mut c = house.app.db.snapshot().await.unwrap();
        let convened = app::convened(&mut c, &house.slug).await.unwrap().unwrap();
        for (face, answers) in [(Face::Full, Some(3)), (Face::Rows, Some(3)), (Face::Aggregates, None)] {
            let (manifest, bytes) = record::write(&mut c, &convened, face, "key", 1, Pack::zip()).await.unwrap();
            let rows = manifest.files.iter().find(|f| f.name == "estimate_answers.csv").and_then(|f| f.rows);
            assert_eq!(rows, answers, "{face:?}");
            let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
            let sums = std::io::read_to_string(zip.by_name("estimates.csv").unwrap()).unwrap();
            let filled = sums.lines().skip(1).filter(|line| !line.ends_with(",,,,,,")).count();
            assert_eq!(filled > 0, face == Face::Full, "{sums}");
            let told = (0..zip.len())
                .any(|i| std::io::read_to_string(zip.by_index(i).unwrap()).unwrap_or_default().contains("Said so"));
            assert_eq!(told, face == Face::Full);
        }
    }
}

fn given(n: usize) -> Given {
    let now = [n as f64, n as f64 + 1.0, n as f64 + 2.0];
    Given {
        participant: format!("p{n}"),
        first: now,
        now,
        times: 1,
        reason: String::new(),
        lang: "en".to_owned(),
        off_the_record: false,
    }
}

fn estimate() -> Estimate {
    Estimate {
        id: "e".to_owned(),
        question_id: "q".to_owned(),
        number: 1,
        text: String::new(),
        lang: "en".to_owned(),
        unit: "years".to_owned(),
        least: 0.0,
        most: 100.0,
        state: "open".to_owned(),
        created_at: 0,
    }
}

proptest! {
    /// Of two blocs that share everybody out, no small one is shown, nor one whose complement is small.
    #[test]
    fn no_small_bloc_is_shown_nor_left_over(sizes in (0usize..25, 0usize..25), k in 2usize..8) {
        let answers: Vec<Given> = (0..sizes.0 + sizes.1).map(given).collect();
        let members = |range: std::ops::Range<usize>| range.map(|n| format!("p{n}")).collect::<BTreeSet<_>>();
        let blocs: Blocs = [
            ("role:origin".to_owned(), members(0..sizes.0)),
            ("role:destination".to_owned(), members(sizes.0..sizes.0 + sizes.1)),
        ].into();
        let told = shown(&answers, estimate(), &blocs, k);
        let small = |n: usize| (1..k).contains(&n);
        for bloc in told.blocs.iter().filter(|b| b.spread.is_some()) {
            prop_assert!(bloc.spread.unwrap().n >= k);
            prop_assert!(!small(sizes.0) && !small(sizes.1), "the other one is left over");
        }
        prop_assert!(told.all.is_none() || sizes.0 + sizes.1 >= k);
        let total: usize = sizes.0 + sizes.1;
        let open: i64 = told.columns.iter().filter_map(|(_, _, n)| *n).sum();
        prop_assert!(told.columns.is_empty() || !small(total - open as usize));
        prop_assert!(told.columns.iter().all(|(_, _, n)| n.is_none_or(|n| !small(n as usize))));
    }
}

fn around(best: f64) -> [f64; 3] {
    [best - 1.0, best, best + 1.0]
}

#[test]
fn two_camps_are_told_and_a_slope_is_not() {
    let apart: Vec<[f64; 3]> =
        (0..24).map(|i| around(if i % 2 == 0 { 2.0 } else { 10.0 } + f64::from(i) / 24.0)).collect();
    let found = camps(&apart).expect("two camps");
    assert_eq!((found.below.0, found.above.0), (12, 12));
    assert!((2.0..3.0).contains(&found.below.1) && (10.0..11.0).contains(&found.above.1));
    let even: Vec<[f64; 3]> = (0..24).map(|i| around(f64::from(i) / 2.0)).collect();
    assert_eq!(camps(&even), None);
    assert_eq!(camps(&[around(5.0); 24]), None, "all alike");
}

#[test]
fn who_thinks_the_middle_possible_is_in_no_camp() {
    let wide = |best: f64| [0.0, best, 12.0];
    let reaching: Vec<[f64; 3]> = (0..24).map(|i| wide(if i % 2 == 0 { 4.0 } else { 8.0 })).collect();
    assert_eq!(camps(&reaching), None);
}

#[test]
fn a_few_far_away_are_no_camp() {
    let mut answers: Vec<[f64; 3]> = (0..20).map(|i| around(5.0 + f64::from(i) / 20.0)).collect();
    answers.extend([around(25.0); 3]);
    assert_eq!(camps(&answers), None);
}

proptest! {
    #[test]
    fn the_spread_is_ordered_and_the_order_of_answers_is_nothing(
        best in proptest::collection::vec(-1.0e6..1.0e6f64, 1..60),
    ) {
        let answers: Vec<[f64; 3]> = best.iter().map(|b| around(*b)).collect();
        let spread = Spread::of(&answers).unwrap();
        prop_assert!(spread.q1 <= spread.median && spread.median <= spread.q3);
        let backwards: Vec<[f64; 3]> = answers.iter().rev().copied().collect();
        prop_assert_eq!(Spread::of(&backwards), Some(spread));
        let (a, b) = (camps(&answers), camps(&backwards));
        prop_assert_eq!(a, b);
        if let Some(found) = a {
            prop_assert_eq!(found.below.0 + found.above.0, answers.len());
            prop_assert!(found.below.1 <= found.valley && found.valley <= found.above.1);
        }
    }
}

/// What somebody who looks sees of the estimates of the first question.
async fn sight(house: &TestHouse, token: &str) -> [String; 4] {
    let at = format!("/d/{}", house.slug);
    let api = house.get(&format!("/api/v1/questions/{}/estimates", house.questions[0]), Some(token)).await.text();
    let page = house.get(&format!("{at}/q/3.1/estimates"), Some(token)).await.text();
    let zip = house.get(&format!("{at}/record.zip"), Some(token)).await;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip.body)).unwrap();
    let record = std::io::read_to_string(zip.by_name("estimates.csv").unwrap()).unwrap();
    let mut c = house.app.db.snapshot().await.unwrap();
    let convened = app::convened(&mut c, &house.slug).await.unwrap().unwrap();
    let shown = figures(&mut c, &convened, "", Audience::Public).await.unwrap();
    [api, page, record, format!("{shown:?}")]
}

/// What stands behind what is shown: the answer of each participant.
async fn behind(house: &TestHouse, estimate: &str, inside: bool) -> BTreeMap<String, String> {
    let mut c = house.app.db.read().await.unwrap();
    let rows = published_estimate::of(&mut c, estimate).await.unwrap();
    let told = |row: Published| Some((row.participant_id, if inside { row.inside } else { row.in_public }?));
    rows.into_iter().filter_map(told).collect()
}

/// One who watches: from the public, or from a delegation.
struct Watcher {
    token: String,
    inside: bool,
    limit: usize,
    seen: Option<([String; 4], BTreeMap<String, String>)>,
    renewals: usize,
}

impl Watcher {
    async fn look(&mut self, house: &TestHouse, estimate: &str, what: &str) {
        let (sight, behind) = (sight(house, &self.token).await, behind(house, estimate, self.inside).await);
        if let Some((before, stood)) = &self.seen {
            let who: BTreeSet<&String> = stood.keys().chain(behind.keys()).collect();
            let about = who.into_iter().filter(|who| stood.get(*who) != behind.get(*who)).count();
            if about == 0 {
                assert_eq!(before, &sight, "{what}: nothing was published, and it changed");
            } else {
                self.renewals += 1;
                assert!(about >= self.limit, "{what}: what is shown tells of {about}");
            }
        }
        self.seen = Some((sight, behind));
    }
}

#[tokio::test]
async fn a_watcher_who_looks_after_every_answer_learns_nothing_about_few() {
    for house in TestHouse::open().await {
        let id = asked(&house).await;
        let answer = format!("/api/v1/questions/{}/estimates/{id}/answer", house.questions[0]);
        let give = async |token: &str, n: usize| {
            let body =
                format!(r#"{{"low":{},"best":{},"high":{},"reason":"Reason {n}"}}"#, n % 7, n % 7 + 1, n % 7 + 2);
            assert_eq!(house.json("PUT", &answer, Some(token), &body).await.status, 200);
        };
        let mut tokens = Vec::new();
        for n in 0..24 {
            let delegation = house.delegation(&format!("Land {n}"), Kind::State, ["origin", "transit"][n % 2]).await;
            tokens.push(house.member(Role::Head, Some(&delegation)).await);
        }
        for _ in 0..20 {
            tokens.push(house.participant().await.1);
        }
        // Who reads the figures has to have answered.
        let mut watchers = [(tokens[43].clone(), false, 10), (tokens[0].clone(), true, 5)]
            .map(|(token, inside, limit)| Watcher { token, inside, limit, seen: None, renewals: 0 });
        for watcher in &watchers {
            give(&watcher.token, 3).await;
        }
        for n in 0..70 {
            let who = 1 + n * 17 % 42;
            if n % 9 == 8 {
                house.json("DELETE", &answer, Some(&tokens[who]), "").await;
            } else {
                give(&tokens[who], n).await;
            }
            for watcher in &mut watchers {
                watcher.look(&house, &id, &format!("answer {n}")).await;
            }
        }
        // Somebody erases what it gave: numbers stay as they were shown, without a name; its reason goes at once.
        assert_eq!(house.json("DELETE", "/api/v1/me", Some(&tokens[30]), "").await.status, 204);
        let published = behind(&house, &id, false).await;
        let mut c = house.app.db.read().await.unwrap();
        let names: BTreeSet<String> =
            store::participant::counted(&mut c, &house.dialogue).await.unwrap().into_iter().map(|p| p.id).collect();
        drop(c);
        assert_eq!(published.keys().filter(|who| !names.contains(*who)).count(), 1, "nobody stands behind it");
        let before = watchers[0].seen.clone().unwrap();
        assert_eq!(before.1.len(), published.len());
        let numbers = |sight: &[String; 4]| -> serde_json::Value { serde_json::from_str(&sight[0]).unwrap() };
        let now = sight(&house, &watchers[0].token).await;
        assert_eq!(numbers(&before.0)["estimates"][0]["answers"], numbers(&now)["estimates"][0]["answers"]);
        assert!(watchers.iter().all(|watcher| watcher.renewals >= 2), "it was hardly ever renewed");
        // The secretariat sees everything as it stands, and closing shows it to all.
        let secretariat = house.token(Role::Secretariat).await.unwrap();
        let state = format!("/d/{}/q/3.1/estimates/{id}/state", house.slug);
        let live = numbers(&sight(&house, &secretariat).await)["estimates"][0]["answers"]["all"]["n"].clone();
        let shown = |sight: &[String; 4]| numbers(sight)["estimates"][0]["answers"]["all"]["n"].clone();
        assert_ne!(live, shown(&now), "the last few wait");
        assert_eq!(house.form(&state, Some(&secretariat), "state=closed").await.status, 303);
        assert_eq!(shown(&sight(&house, &watchers[0].token).await), live);
    }
}
