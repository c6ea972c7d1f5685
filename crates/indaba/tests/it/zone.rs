//! A dialogue with measures for tests: five delegations that keep their figures confidential, two that publish them.

use crate::house::TestHouse;
use indaba::access::Role;
use indaba::measure::{Origin, SPHERES};
use indaba::store;
use indaba::words::Kind;

/// Effects of one delegation: for each measure, in the spheres `economic` and `labour`.
pub type Values = [[i64; 2]; 4];

/// What each of the confidential five says.
pub const SAID: [Values; 5] = [
    [[1, 0], [2, 1], [-1, 1], [1, 1]],
    [[2, 1], [1, 0], [1, -1], [0, 1]],
    [[0, 1], [1, 1], [2, 0], [1, 0]],
    [[1, 1], [0, 2], [1, 1], [2, 1]],
    [[3, 0], [1, 0], [0, 0], [1, 2]],
];

/// A house with its people.
pub struct Zone {
    pub house: TestHouse,
    pub chair: String,
    /// Ids and tokens of a delegate of each: five with confidential figures, then two with published ones.
    pub delegations: Vec<(String, String)>,
}

impl Zone {
    /// Four measures, figures of all delegations, and red lines of the confidential ones.
    pub async fn open() -> Vec<Zone> {
        let mut zones = Vec::new();
        for house in TestHouse::open().await {
            zones.push(Zone::in_house(house).await);
        }
        zones
    }

    async fn in_house(house: TestHouse) -> Zone {
        let chair = house.token(Role::Secretariat).await.unwrap();
        let mut delegations = Vec::new();
        for n in 0..7 {
            let id = house.delegation(&format!("Delegation No {n}"), Kind::State, "origin").await;
            let token = house.member(Role::Head, Some(&id)).await;
            delegations.push((id, token));
        }
        let zone = Zone { house, chair, delegations };
        for n in 1..=4 {
            let body = format!("question=3.1&title=Candidate+{n}&lang=en&cost={n}&attribution=named");
            zone.ok("/measures/new", &zone.chair, &body).await;
        }
        let mut all: Vec<(usize, Values)> = (0..).zip(SAID).collect();
        all.extend([(5, SAID[0]), (6, SAID[1])]);
        zone.at_once(&all, true).await;
        zone
    }

    /// An address in the dialogue.
    pub fn at(&self, rest: &str) -> String {
        format!("/d/{}{rest}", self.house.slug)
    }

    /// A form that is taken.
    pub async fn ok(&self, rest: &str, token: &str, body: &str) {
        let reply = self.house.form(&self.at(rest), Some(token), body).await;
        assert_eq!(reply.status.as_u16(), 303, "{rest} {body}: {}", reply.text());
    }

    /// A form's status.
    pub async fn sent(&self, rest: &str, token: &str, body: &str) -> u16 {
        self.house.form(&self.at(rest), Some(token), body).await.status.as_u16()
    }

    /// A page that is there.
    pub async fn page(&self, rest: &str, token: Option<&str>) -> String {
        let reply = self.house.get(&self.at(rest), token).await;
        assert_eq!(reply.status.as_u16(), 200, "{rest}: {}", reply.text());
        reply.text()
    }

    /// A page once its result is there, with its status: also one that refuses what was asked.
    pub async fn told(&self, query: &str, token: Option<&str>) -> (u16, String) {
        let mark = if query.contains('?') { "&" } else { "?" };
        let reply = self.house.get(&self.at(&format!("{query}{mark}wait=1")), token).await;
        let text = reply.text();
        assert!(!text.contains("Being worked out"), "{query} took longer than a page waits");
        (reply.status.as_u16(), text)
    }

    /// The result part of a page once it is worked out.
    pub async fn result(&self, query: &str, token: Option<&str>) -> String {
        let mark = if query.contains('?') { "&" } else { "?" };
        let text = self.page(&format!("{query}{mark}wait=1"), token).await;
        assert!(!text.contains("Being worked out"), "{query} took longer than a page waits");
        text
    }

    /// Several delegations say what every measure does to them, at one moment: who is read in between would wait for
    /// others. With `lines` the confidential ones set a red line each, and the others publish.
    pub async fn at_once(&self, all: &[(usize, Values)], lines: bool) {
        let house = &self.house;
        let mut c = house.app.db.write().await.unwrap();
        let measures = store::measure::all(&mut c, &house.dialogue).await.unwrap();
        for (n, values) in all {
            let delegation = &self.delegations[*n].0;
            for (measure, cells) in measures.iter().zip(values) {
                for (sphere, mode) in ["economic", "labour"].into_iter().zip(cells) {
                    let said = effect(&measure.id, delegation, sphere, *mode);
                    store::effect::put(&mut c, &house.dialogue, &said).await.unwrap();
                }
            }
            if lines && *n < 5 {
                store::red_line::insert(&mut c, &house.dialogue, &line(delegation)).await.unwrap();
            } else if lines {
                store::effect::publish(&mut c, &house.dialogue, delegation, true, 1).await.unwrap();
            }
        }
        c.commit().await.unwrap();
        house.app.landing.forget(&house.dialogue);
    }

    /// A delegation says what every measure does to it.
    pub async fn says(&self, delegation: usize, values: &Values) {
        let labour = SPHERES.iter().position(|s| *s == "labour").unwrap();
        for (n, [economic, second]) in values.iter().enumerate() {
            let body = format!("mode-0={economic}&mode-{labour}={second}");
            self.ok(&format!("/measures/{}/assess", n + 1), &self.delegations[delegation].1, &body).await;
        }
    }

    /// A delegation sets a confidential red line.
    pub async fn line(&self, delegation: usize, place: &str, floor: i64) {
        let body = format!("act=set&where={place}&floor={floor}");
        self.ok("/measures/own/lines", &self.delegations[delegation].1, &body).await;
    }
}

/// What a delegation says of a measure for itself, as surely as can be.
pub fn effect(measure: &str, delegation: &str, sphere: &str, mode: i64) -> store::effect::Effect {
    store::effect::Effect {
        measure_id: measure.to_owned(),
        delegation_id: delegation.to_owned(),
        sphere: sphere.to_owned(),
        origin: Origin::Own,
        said_by: String::new(),
        low: mode,
        mode,
        high: mode,
        reason: String::new(),
        lang: "en".to_owned(),
        evidence: String::new(),
        at: 1,
    }
}

fn line(delegation: &str) -> store::red_line::RedLine {
    store::red_line::RedLine {
        id: store::new_id(),
        delegation_id: delegation.to_owned(),
        sphere: Some("economic".to_owned()),
        measure_id: None,
        floor: Some(-1),
        published: false,
        created_at: 1,
    }
}
