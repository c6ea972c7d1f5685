//! Print-outs: a sheet counts once, however often it is typed in.

use crate::deeds::{desk, under};
use crate::house::TestHouse;
use indaba::access::Role;
use indaba::store;
use indaba::store::response;
use indaba::words::Kind;

/// The participants' answers to the first question, as `number of perspective: value`.
async fn on_paper(house: &TestHouse) -> Vec<Vec<(i64, i64)>> {
    let board = house.app.board(&house.questions[0]).await.unwrap();
    let mut c = house.app.db.read().await.unwrap();
    let mut by: std::collections::BTreeMap<String, Vec<(i64, i64)>> = std::collections::BTreeMap::new();
    for r in response::of_question(&mut c, &house.questions[0]).await.unwrap() {
        let number = board.perspectives.iter().find(|p| p.id == r.perspective_id).unwrap().number;
        by.entry(r.participant_id).or_default().push((number, r.value));
    }
    by.into_values()
        .map(|mut answers| {
            answers.sort_unstable();
            answers
        })
        .collect()
}

#[tokio::test]
async fn a_numbered_sheet_typed_twice_is_corrected_not_counted_twice() {
    for house in TestHouse::open().await {
        let rapporteur = house.token(Role::Rapporteur).await;
        house.delegation("Arkenia", Kind::State, "origin").await;
        for text in ["One.", "Two.", "Three."] {
            house.perspective(0, text).await;
        }
        let number = desk(&house, "/entry/sheets/number");
        let made = house.form(&number, rapporteur.as_deref(), "question=3.1&copies=2").await;
        assert_eq!(made.headers["location"], format!("{}?first=1&copies=2", under(&house, "/print")).as_str());
        let print = under(&house, "/print?first=1&copies=2");
        let page = house.get(&print, rapporteur.as_deref()).await.text();
        assert!(page.contains("#1C") && page.contains("#2E"), "each copy has its number");
        assert_eq!(house.get(&print, None).await.status.as_u16(), 404, "numbers are for those who type them in");
        let more = under(&house, "/print?first=2&copies=2");
        assert_eq!(house.get(&more, rapporteur.as_deref()).await.status.as_u16(), 404, "the third was not given out");
        let path = desk(&house, "/entry/sheets");
        let typed = async |sheets: &str| {
            let body = format!("question=3.1&sheets={}", sheets.replace('#', "%23").replace(' ', "+"));
            house.form(&path, rapporteur.as_deref(), &body).await
        };
        assert_eq!(typed("#1C 1a 2d").await.status.as_u16(), 303);
        assert_eq!(on_paper(&house).await, [[(1, 1), (2, -1)]]);
        let again = typed("#1c 1d 3a").await;
        assert!(again.headers["location"].to_str().unwrap().contains("again=1"));
        assert_eq!(on_paper(&house).await, [[(1, -1), (3, 1)]], "in place of what was typed before");
        assert_eq!(typed("#2E 1d 3a").await.status.as_u16(), 303, "another sheet may say the same");
        assert_eq!(on_paper(&house).await.len(), 2);
        assert_eq!(typed("#2E Arkenia: 1a").await.status.as_u16(), 303);
        let mut papers = on_paper(&house).await;
        papers.sort();
        assert_eq!(papers, [vec![(1, -1), (3, 1)], vec![(1, 1)]], "it was the delegation's all along");
        for (wrong, why) in [("#1D 1a", "is no number of a sheet"), ("#3F 1a", "no sheet with the number")] {
            let reply = typed(wrong).await;
            assert_eq!(reply.status.as_u16(), 422);
            assert!(reply.text().contains(why), "{wrong}");
        }
        let twice = typed("#1C 1a%0A#1C 2a").await;
        assert!(twice.status.as_u16() == 422 && twice.text().contains("in a line above already"));
        let mut c = house.app.db.read().await.unwrap();
        assert_eq!(store::keep::unlike_history(&mut c).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn a_sheet_without_number_that_says_the_same_is_asked_about() {
    for house in TestHouse::open().await {
        let rapporteur = house.token(Role::Rapporteur).await;
        house.perspective(0, "One.").await;
        house.perspective(0, "Two.").await;
        let path = desk(&house, "/entry/sheets");
        let typed = async |body: &str| house.form(&path, rapporteur.as_deref(), body).await;
        assert_eq!(typed("question=3.1&sheets=1a+2d").await.status.as_u16(), 303);
        let same = typed("question=3.1&sheets=1d%0A1a+2d").await;
        assert_eq!(same.status.as_u16(), 409);
        assert!(same.text().contains("Line 2 says the same as a sheet typed") && same.text().contains("1a 2d"));
        assert_eq!(on_paper(&house).await.len(), 1, "nothing was kept");
        assert_eq!(typed("question=3.1&sheets=1a+2d*").await.status.as_u16(), 303, "differs by a mark");
        assert_eq!(typed("question=3.1&sheets=1a+2d&sure=yes").await.status.as_u16(), 303, "another sheet");
        assert_eq!(on_paper(&house).await.len(), 3);
    }
}
