//! Measures, landing zones and decisions through the API: one way through all of them, and the attacker of
//! `landing_zone` again, who asks the API for everything that a delegation can reach (invariant 12).

use crate::zone::Zone;
use indaba::commands::bench::client::{Asked, Reply};
use indaba::store;
use serde_json::{Value, json};

fn at(zone: &Zone, rest: &str) -> String {
    format!("/api/v1/dialogues/{}{rest}", zone.house.slug)
}

async fn got(zone: &Zone, rest: &str, token: Option<&str>) -> Value {
    let reply = zone.house.get(&at(zone, rest), token).await;
    assert_eq!(reply.status.as_u16(), 200, "{rest}: {}", reply.text());
    reply.json()
}

async fn sent(zone: &Zone, method: &str, rest: &str, token: &str, key: &str, body: &Value) -> Reply {
    let (path, body) = (at(zone, rest), body.to_string());
    let headers = [("idempotency-key", key)];
    let headers = &headers[..usize::from(!key.is_empty())];
    let media = "application/json";
    zone.house.send(Asked { method, path: &path, token: Some(token), body: &body, media, headers }).await
}

#[tokio::test]
async fn a_package_is_worked_out_kept_and_decided_on_through_the_api() {
    for zone in Zone::open().await {
        let (chair, (_, head)) = (zone.chair.clone(), zone.delegations[0].clone());
        let new = json!({"question": "3.1", "title": "Reconnaître", "lang": "fr", "cost": 2});
        let made = sent(&zone, "POST", "/measures", &head, "a", &new).await;
        assert_eq!(made.status, 201, "{}", made.text());
        assert_eq!(
            sent(&zone, "POST", "/measures", &head, "a", &new).await.text(),
            made.text(),
            "once, and answered again"
        );
        let all = got(&zone, "/measures?limit=4", None).await;
        assert_eq!((all["measures"].as_array().unwrap().len(), &all["next"]), (4, &json!(4)));
        let rest = got(&zone, "/measures?after=4", None).await;
        assert_eq!(
            (&rest["measures"][0]["title"], rest["measures"].as_array().unwrap().len()),
            (&json!("Reconnaître"), 1)
        );
        assert!(rest.get("parties").is_none(), "parties are the secretariat's to choose from");
        let parties = got(&zone, "/measures", Some(&chair)).await["parties"].clone();
        assert_eq!(parties.as_array().unwrap().len(), 7);

        let worked = json!({"detail": "Within ninety days", "cost": 3});
        assert_eq!(sent(&zone, "PUT", "/measures/5", &head, "", &worked).await.json()["cost"], 3);
        let effect = json!({"party": parties[5]["id"], "sphere": "economic", "origin": "literature",
            "said_by": "A study", "mode": 2, "lang": "en"});
        assert_eq!(sent(&zone, "POST", "/measures/5/effects", &head, "", &effect).await.status, 403);
        assert_eq!(sent(&zone, "POST", "/measures/5/effects", &chair, "", &effect).await.json()["kept"], true);
        let row = json!({"effects": [{"sphere": "economic", "low": 0, "mode": 1, "high": 2}]});
        assert_eq!(sent(&zone, "PUT", "/measures/5/assessment", &head, "b", &row).await.json()["said"], 1);
        assert_eq!(sent(&zone, "PUT", "/measures/5", &head, "", &worked).await.status, 409, "assessed by now");
        let wrong = json!({"effects": [{"sphere": "economic", "mode": 4}]});
        let refused = sent(&zone, "PUT", "/measures/5/assessment", &head, "", &wrong).await;
        assert_eq!(
            (refused.status.as_u16(), refused.json()["type"].clone()),
            (422, json!("/help/problems#effect-score"))
        );
        let page = got(&zone, "/measures/5", None).await;
        assert_eq!((page["effects"].as_array().unwrap().len(), &page["effects"][0]["said_by"]), (1, &json!("A study")));
        assert_eq!(
            got(&zone, "/measures/5", Some(&head)).await["effects"].as_array().unwrap().len(),
            2,
            "and one's own"
        );

        let line = sent(&zone, "POST", "/red-lines", &head, "c", &json!({"where": "m2"})).await;
        assert_eq!(line.status, 201, "{}", line.text());
        let id = line.field("id").unwrap();
        let (_, other) = &zone.delegations[1];
        let one = format!("/red-lines/{id}");
        assert_eq!(sent(&zone, "PUT", &one, other, "", &json!({"published": true})).await.status, 404);
        assert_eq!(sent(&zone, "DELETE", &one, other, "", &json!({})).await.status, 204);
        let own = got(&zone, "/own-figures", Some(&head)).await;
        assert_eq!(own["red_lines"].as_array().unwrap().len(), 2, "nobody takes another's line back: {own}");
        assert!(
            own["red_lines"]
                .as_array()
                .unwrap()
                .iter()
                .any(|l| l["where"] == "m2" && l["text"] == "without measure 2 Candidate 2")
        );
        assert_eq!(sent(&zone, "DELETE", &one, &head, "", &json!({})).await.status, 204);
        assert_eq!(zone.house.get(&at(&zone, "/own-figures"), Some(&chair)).await.status, 403);

        let found = got(&zone, "/landing?wait=1", Some(&chair)).await;
        assert_eq!(found["state"], "ready", "{found}");
        assert!(found["result"]["packages"][0]["total"].is_i64() && !found["result"]["veiled"].as_bool().unwrap());
        let keep = json!({"title": "First reading", "package": "total"});
        let kept = sent(&zone, "POST", "/packages", &chair, "d", &keep).await;
        assert_eq!(kept.status, 201, "{}", kept.text());
        assert_eq!(sent(&zone, "POST", "/packages", &chair, "d", &keep).await.text(), kept.text());
        let packages = got(&zone, "/packages", None).await;
        assert_eq!(
            (packages["packages"].as_array().unwrap().len(), &packages["packages"][0]["working"]),
            (1, &json!(true))
        );
        let both = got(&zone, "/landing/compare?a=total&b=p1&wait=1", Some(&chair)).await;
        assert_eq!((&both["sides"][0]["measures"], &both["sides"][1]["measures"]), (&json!([]), &json!([])), "{both}");
        assert_eq!(both["shared"], packages["packages"][0]["measures"]);
        assert_eq!(both["sides"][0]["total"], found["result"]["packages"][0]["total"]);
        assert_eq!(both["gains"].as_array().unwrap().len(), 7);
        let neither = got(&zone, "/landing/compare?a=total&b=p9", Some(&chair)).await;
        assert!(neither.get("sides").is_none(), "{neither}");
        let ledger = got(&zone, "/landing/ledger", Some(&head)).await;
        assert_eq!(ledger["package"], "p1", "{ledger}");
        assert!(!ledger["entries"].as_array().unwrap().is_empty());
    }
}

#[tokio::test]
async fn a_decision_is_spoken_to_through_the_api_and_a_key_objects_once() {
    for zone in Zone::open().await {
        zone.result("/landing", Some(&zone.chair)).await;
        zone.ok("/landing/keep", &zone.chair, "title=First+reading&package=total").await;
        let (chair, (_, head)) = (zone.chair.clone(), zone.delegations[0].clone());
        let short = json!({"package": 1, "procedure": "silence", "hours": 71});
        let refused = sent(&zone, "POST", "/decisions", &chair, "", &short).await;
        assert_eq!(
            (refused.status.as_u16(), refused.json()["type"].clone()),
            (422, json!("/help/problems#decision-hours"))
        );
        let open = sent(&zone, "POST", "/decisions", &chair, "a", &json!({"package": 1, "procedure": "silence"})).await;
        assert_eq!((open.status.as_u16(), open.json()["state"].clone()), (201, json!("silent")));
        let voices = "/decisions/1/voices";
        assert_eq!(sent(&zone, "POST", voices, &head, "", &json!({"act": "object"})).await.status, 422);
        let object = json!({"act": "object", "reason": "Trop tôt", "lang": "fr"});
        for _ in 0..2 {
            assert_eq!(sent(&zone, "POST", voices, &head, "b", &object).await.status, 201);
        }
        assert_eq!(
            sent(&zone, "POST", voices, &head, "b", &json!({"act": "lift"})).await.status,
            422,
            "another request"
        );
        let told = got(&zone, "/decisions/1", None).await;
        assert_eq!((&told["state"], told["steps"].as_array().unwrap().len()), (&json!("broken"), 2), "{told}");
        assert_eq!(
            (&told["objections"][0]["text"], &told["objections"][0]["lang"]),
            (&json!("Trop tôt"), &json!("fr"))
        );
        let steps = "/decisions/1/steps";
        assert_eq!(sent(&zone, "POST", steps, &head, "", &json!({"step": "drop"})).await.status, 403);
        assert_eq!(sent(&zone, "POST", steps, &chair, "", &json!({"step": "adopt"})).await.status, 409);
        let amended = sent(&zone, "POST", steps, &chair, "", &json!({"step": "amend", "measures": [1]})).await;
        assert_eq!((&amended.json()["state"], &amended.json()["measures"]), (&json!("silent"), &json!([1])));
        sent(&zone, "POST", "/decisions", &chair, "", &json!({"package": 1, "procedure": "straw_poll"})).await;
        for (_, token) in &zone.delegations[..2] {
            let answer = json!({"act": "answer", "says": "oppose"});
            assert_eq!(sent(&zone, "POST", "/decisions/2/voices", token, "", &answer).await.status, 201);
        }
        sent(&zone, "POST", "/decisions/2/steps", &chair, "", &json!({"step": "end"})).await;
        let poll = got(&zone, "/decisions/2", None).await["poll"].clone();
        assert_eq!((&poll["indicative"], &poll["answered"], &poll["answers"]), (&json!(true), &json!(2), &json!([])));
    }
}

/// Everything that the API tells a delegation of these rooms.
fn addresses(lines: &[(String, String)], attacker: &str) -> Vec<String> {
    let mut all: Vec<String> = [
        "/measures",
        "/own-figures",
        "/packages",
        "/decisions",
        "/landing?wait=1",
        "/landing/ledger?package=total&wait=1",
        "/landing/compare?a=total&b=count&wait=1",
    ]
    .map(str::to_owned)
    .to_vec();
    all.extend((1..=4).map(|n| format!("/measures/{n}")));
    all.extend((1..=4).map(|n| format!("/landing?wait=1&tolerance=12&why=m{n}")));
    all.extend((0..=4).map(|t| format!("/landing?wait=1&tolerance={t}")));
    all.extend(["total%3A5", "economic%3A3", "against%3Am1"].map(|q| format!("/landing?wait=1&add={q}")));
    all.extend(lines.iter().map(|(_, id)| format!("/landing?wait=1&drop={id}&why=m3")));
    all.extend(lines.iter().map(|(whose, _)| format!("/landing?wait=1&add={whose}~total%3A5")));
    assert!(lines.iter().any(|(whose, _)| whose == attacker), "one's own line is among them");
    all
}

/// What the attacker reads, without the moment of the figures.
async fn seen(zone: &Zone, token: &str, addresses: &[String]) -> Vec<Value> {
    let mut all = Vec::new();
    for address in addresses {
        let reply = zone.house.get(&at(zone, address), Some(token)).await;
        let mut told = reply.json();
        let refused = reply.status == 422;
        assert!(refused || reply.status == 200, "{address}: {told}");
        assert!(refused || !address.starts_with("/landing?") || told["state"] == "ready", "{address}: {told}");
        if let Some(note) = told.get_mut("note") {
            *note = Value::Null;
        }
        all.push(told);
    }
    all
}

#[tokio::test]
async fn the_api_tells_an_attacker_nothing_of_what_one_delegation_changes_or_who_it_is() {
    for zone in Zone::open().await {
        let (attacker, token) = zone.delegations[0].clone();
        let mut c = zone.house.app.db.read().await.unwrap();
        let lines = store::red_line::all(&mut c, &zone.house.dialogue).await.unwrap();
        drop(c);
        let lines: Vec<(String, String)> = lines.into_iter().map(|l| (l.delegation_id, l.id)).collect();
        let all = addresses(&lines, &attacker);
        let before = seen(&zone, &token, &all).await;
        for (address, told) in all.iter().zip(&before) {
            for (n, (id, _)) in zone.delegations.iter().enumerate().take(5).skip(1) {
                let text = told.to_string();
                let asked = address.contains(id.as_str());
                assert!(
                    !text.contains(&format!("Delegation No {n}")) && (asked || !text.contains(id)),
                    "{address}: {text}"
                );
            }
        }
        zone.says(1, &[[-3, -3], [3, 3], [-3, 3], [3, -3]]).await;
        zone.line(1, "m2", 0).await;
        for ((address, old), new) in all.iter().zip(&before).zip(seen(&zone, &token, &all).await) {
            assert_eq!(*old, new, "{address} tells what another delegation changed");
        }
        let chair = got(&zone, "/landing?wait=1", Some(&zone.chair)).await.to_string();
        assert!((0..7).all(|n| chair.contains(&format!("Delegation No {n}"))), "the secretariat sees everybody");
    }
}

#[tokio::test]
async fn the_verdict_says_of_every_tolerance_what_the_heat_map_shows() {
    for zone in Zone::open().await {
        let lower = [[3, -2], [2, -1], [-1, 3], [1, -1]];
        zone.at_once(&[(0, lower), (5, lower)], false).await;
        for tolerance in 0..=3 {
            let told = got(&zone, &format!("/landing?wait=1&tolerance={tolerance}"), Some(&zone.chair)).await;
            let rows = told["result"]["heat"].as_array().unwrap();
            let cells = rows.iter().flat_map(|row| row["cells"].as_array().unwrap());
            let below: Vec<i64> = cells.filter_map(Value::as_i64).filter(|v| *v < 0).collect();
            assert!(tolerance < 3 || below.len() > 1, "the case has cells below: {told}");
            let verdict = told["result"]["verdict"].as_str().unwrap();
            let said = match below.len() {
                0 => "nobody worse off: a gain".to_owned(),
                1 => format!("One cell (party × sphere) is below the status quo, by {}.", -below[0]),
                n => format!(
                    "{n} cells (party × sphere) are below the status quo, by at most {}.",
                    -below.iter().min().unwrap()
                ),
            };
            assert!(verdict.contains(&said), "{tolerance}: {verdict} has no {said}");
            let head =
                got(&zone, &format!("/landing?wait=1&tolerance={tolerance}"), Some(&zone.delegations[0].1)).await;
            let verdict = head["result"]["verdict"].as_str().unwrap();
            assert_eq!(verdict.contains("nobody worse off in all"), tolerance > 0, "{verdict}");
        }
    }
}

#[tokio::test]
async fn how_often_a_party_falls_below_is_told_of_those_that_have_a_name() {
    for zone in Zone::open().await {
        let row = json!({"effects": [{"sphere": "labour", "low": -3, "mode": 1, "high": 3}]});
        for (_, token) in &zone.delegations {
            for measure in 1..=4 {
                let path = format!("/measures/{measure}/assessment");
                assert_eq!(sent(&zone, "PUT", &path, token, "", &row).await.status, 200);
            }
        }
        let below = |told: &Value, what: &str| {
            let rows = told["result"][what].as_array().unwrap().clone();
            rows.iter().map(|row| (row["of"].to_string(), row["share"].as_f64().unwrap())).collect::<Vec<_>>()
        };
        let chair = got(&zone, "/landing?wait=1", Some(&zone.chair)).await;
        let all = below(&chair, "parties_below");
        assert!((0..7).all(|n| all.iter().any(|(of, _)| of.contains(&format!("Delegation No {n}")))), "{all:?}");
        assert!(all.windows(2).all(|pair| pair[0].1 >= pair[1].1), "the most frequent first: {all:?}");
        let shares = chair["result"]["shares"].as_array().unwrap();
        assert_eq!(shares.len(), 4, "each measure has its share: {shares:?}");
        let (_, head) = &zone.delegations[0];
        for (reader, own) in [(Some(head.as_str()), true), (None, false)] {
            let told = got(&zone, "/landing?wait=1", reader).await;
            let named = below(&told, "parties_below");
            let known =
                |of: &str| ["your own side", "Delegation No 5", "Delegation No 6"].iter().any(|n| of.contains(n));
            assert!(named.iter().all(|(of, _)| known(of)), "{named:?}");
            assert_eq!(named.iter().any(|(of, _)| of.contains("your own side")), own, "{named:?}");
            assert_eq!(below(&told, "spheres_below").len(), told["result"]["spheres"].as_array().unwrap().len());
            let page = zone.result("/landing", reader).await;
            assert!(page.contains("How often a party falls below the status quo in all."), "{page}");
        }
    }
}
