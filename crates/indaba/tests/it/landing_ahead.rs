//! Landing zones in the background: worked out when figures change, shown while they are worked out, and stopped.

use crate::house::TestHouse;
use crate::zone::{SAID, Zone, effect};
use indaba::access::Role;
use indaba::measure::SPHERES;
use indaba::store;
use indaba::words::Kind;
use serde_json::Value;
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// News of the landing zones, as a browser hears them.
struct Heard(BufReader<TcpStream>);

impl Heard {
    async fn of(house: &TestHouse, token: Option<&str>) -> Heard {
        let mut stream = TcpStream::connect(house.address).await.unwrap();
        let who = token.map(|token| format!("authorization: Bearer {token}\r\n")).unwrap_or_default();
        let path = format!("/d/{}/landing/events", house.slug);
        let request = format!("GET {path} HTTP/1.1\r\nhost: {}\r\n{who}\r\n", house.address);
        stream.write_all(request.as_bytes()).await.unwrap();
        Heard(BufReader::new(stream))
    }

    async fn news(&mut self) {
        let mut line = String::new();
        while !line.contains("event: news") {
            line.clear();
            assert!(self.0.read_line(&mut line).await.unwrap() > 0, "the stream goes on");
        }
    }

    /// Whether there is any within a time.
    async fn within(&mut self, time: Duration) -> bool {
        tokio::time::timeout(time, self.news()).await.is_ok()
    }
}

/// What the API tells of the result without waiting for it.
async fn told(house: &TestHouse, token: Option<&str>) -> Value {
    let path = format!("/api/v1/dialogues/{}/landing", house.slug);
    house.get(&path, token).await.json()
}

#[tokio::test]
async fn an_assessment_is_worked_out_without_anybody_looking() {
    for zone in Zone::open().await {
        let chair = Some(zone.chair.as_str());
        zone.result("/landing", chair).await;
        let mut heard = Heard::of(&zone.house, chair).await;
        heard.news().await;
        zone.says(5, &SAID[2]).await;
        // Nobody looks: news of what is found come of themselves.
        heard.news().await;
        while told(&zone.house, chair).await["state"] != "ready" {
            heard.news().await;
        }
    }
}

#[tokio::test]
async fn what_is_confidential_makes_no_news_for_others() {
    for zone in Zone::open().await {
        zone.result("/landing", None).await;
        let mut secretariat = Heard::of(&zone.house, Some(&zone.chair)).await;
        let mut others = Heard::of(&zone.house, Some(&zone.delegations[0].1)).await;
        secretariat.news().await;
        others.news().await;
        zone.says(1, &[[-3, -3], [3, 3], [-3, 3], [3, -3]]).await;
        secretariat.news().await;
        // Both results were due together; the shared one is the same and is not worked out again.
        secretariat.news().await;
        assert!(!others.within(Duration::from_millis(300)).await, "a confidential change is told to others");
    }
}

/// Three delegations with many measures each of which suits some and not others: long to work out. They keep their
/// figures confidential, and being few, in nothing that others see.
async fn long(house: &TestHouse) -> (String, String) {
    let chair = house.token(Role::Secretariat).await.unwrap();
    let mut heads = Vec::new();
    for n in 0..3 {
        let id = house.delegation(&format!("Delegation No {n}"), Kind::State, "origin").await;
        heads.push((house.member(Role::Head, Some(&id)).await, id));
    }
    let new = format!("/d/{}/measures/new", house.slug);
    for n in 1..=90 {
        let body = format!("question=3.1&title=Candidate+{n}&lang=en&cost={n}&attribution=named");
        assert_eq!(house.form(&new, Some(&chair), &body).await.status, 303);
    }
    let mut c = house.app.db.write().await.unwrap();
    let mut chance = 88_172_645_463_325_252_u64;
    for measure in store::measure::all(&mut c, &house.dialogue).await.unwrap() {
        for (_, delegation) in &heads {
            for sphere in SPHERES {
                chance ^= chance << 13;
                chance ^= chance >> 7;
                chance ^= chance << 17;
                let mode = i64::try_from(chance % 7).unwrap() - 3;
                let said = effect(&measure.id, delegation, sphere, mode);
                store::effect::put(&mut c, &house.dialogue, &said).await.unwrap();
            }
        }
    }
    c.commit().await.unwrap();
    house.app.landing.forget(&house.dialogue);
    (chair, heads.remove(0).0)
}

#[tokio::test]
async fn a_long_result_is_followed_and_stopped_and_an_as_if_does_not_wait_for_it() {
    for house in TestHouse::open().await {
        let (chair, head) = long(&house).await;
        let page = format!("/d/{}/landing", house.slug);
        let working = house.get(&page, Some(&chair)).await.text();
        assert!(working.contains("Being worked out: "), "{working}");
        assert!(working.contains(&format!("data-live=\"{page}/events\"")), "{working}");
        assert!(working.contains("<noscript><meta http-equiv=\"refresh\""), "{working}");
        assert!(working.contains("value=\"stop\""), "{working}");
        let asked = house.get(&format!("{page}?tolerance=2&wait=1"), Some(&head)).await.text();
        assert!(
            asked.contains("As if: nothing of this is stored.") && !asked.contains("Being worked out: "),
            "{asked}"
        );
        let run = format!("{page}/run");
        assert_eq!(house.form(&run, Some(&head), "act=stop").await.status, 403);
        assert_eq!(told(&house, Some(&chair)).await["state"], "working", "it was still going on");
        let mut heard = Heard::of(&house, Some(&chair)).await;
        heard.news().await;
        assert_eq!(house.form(&run, Some(&chair), "act=stop").await.status, 303);
        while told(&house, Some(&chair)).await["state"] != "ready" {
            heard.news().await;
        }
        let stopped = house.get(&page, Some(&chair)).await.text();
        assert!(stopped.contains("Ended early: ") && stopped.contains("value=\"again\""), "{stopped}");
        assert_eq!(house.form(&run, Some(&chair), "act=again").await.status, 303);
        assert_eq!(told(&house, Some(&chair)).await["state"], "working");
        house.form(&run, Some(&chair), "act=stop").await;
    }
}
