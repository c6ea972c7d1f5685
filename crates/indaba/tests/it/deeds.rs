//! What tests of several rooms do and look at.

use crate::house::TestHouse;
use indaba::commands::bench::client::Reply;
use indaba::store;
use indaba::store::code::AccessCode;
use indaba::store::response;

pub fn desk(house: &TestHouse, rest: &str) -> String {
    format!("/d/{}/secretariat{rest}", house.slug)
}

pub fn under(house: &TestHouse, rest: &str) -> String {
    format!("/d/{}/q/3.1{rest}", house.slug)
}

/// Value by participant, of those that count in the landscape of the first question.
pub async fn votes(house: &TestHouse) -> Vec<(String, i64)> {
    let mut c = house.app.db.read().await.unwrap();
    let found = response::votes(&mut c, &house.questions[0]).await.unwrap();
    let mut votes: Vec<_> = found.into_iter().map(|v| (v.participant_id, v.value)).collect();
    votes.sort();
    votes
}

/// `(object kind, decision, reason)`, the latest first.
pub async fn decided(house: &TestHouse) -> Vec<(String, String, String)> {
    let mut c = house.app.db.read().await.unwrap();
    let all = store::moderation::decisions(&mut c, &house.dialogue, 0).await.unwrap();
    all.into_iter().map(|d| (d.object_kind, d.decision, d.reason)).collect()
}

pub async fn agree(house: &TestHouse, token: &str, perspective: &str) -> u16 {
    let body = format!("perspective={perspective}&value=agree");
    house.form(&under(house, "/respond"), Some(token), &body).await.status.as_u16()
}

pub async fn code(house: &TestHouse, word: &str, made: i64) -> String {
    let code = AccessCode {
        id: store::new_id(),
        code: word.to_owned(),
        label: "Table".to_owned(),
        uses_max: 5,
        uses: 0,
        created_at: made,
        set_aside_at: None,
        set_aside_reason: None,
    };
    let mut c = house.app.db.write().await.unwrap();
    store::code::insert(&mut c, &house.dialogue, &code).await.unwrap();
    c.commit().await.unwrap();
    code.id
}

pub fn cookie(reply: &Reply) -> String {
    let text = reply.headers.get("set-cookie").expect("a cookie").to_str().expect("text");
    text.trim_start_matches("indaba=").split(';').next().expect("a value").to_owned()
}

/// Responses as the question's page counts them now.
pub async fn responses(house: &TestHouse) -> i64 {
    house.app.forget(&house.slug, Some(&house.questions[0]));
    house.app.board(&house.questions[0]).await.unwrap().responses.iter().sum()
}
