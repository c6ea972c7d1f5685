//! Effects of a scenario, taken over into a measure.

use crate::corridors::{house, page};
use crate::house::TestHouse;
use indaba::access::Role;
use indaba::measure::Origin;
use indaba::store;
use indaba::words::Kind;

/// Its address, and a measure beside it: the secretariat keeps both.
async fn scenario_and_measure(house: &TestHouse, chair: Option<&str>) -> String {
    let here = format!("/d/{}/scenarios", house.slug);
    let query = "origin%3DMEX%26dest%3DUSA%26from%3D2020%26to%3D2022%26remittance_cost%3D3%26visa%3D1";
    let new = "question=3.1&title=Cheaper+transfers&lang=en&cost=1&attribution=named";
    let measures = format!("/d/{}/measures/new", house.slug);
    assert_eq!(house.form(&measures, chair, new).await.status.as_u16(), 303);
    assert_eq!(house.form(&here, chair, &format!("title=Cheaper&query={query}")).await.status.as_u16(), 303);
    format!("{here}/1/effects")
}

#[tokio::test]
async fn effects_are_taken_over_into_a_measure_for_the_delegations_that_were_shown() {
    for house in TestHouse::open().await {
        let chair = house.token(Role::Secretariat).await;
        let chair = chair.as_deref();
        let mexico = house.delegation_of("Mexico", Kind::State, "origin", "484").await;
        let abroad = house.delegation_of("Mexicans abroad", Kind::Diaspora, "origin", "484").await;
        let here = scenario_and_measure(&house, chair).await;
        let take = "Take over into a measure";
        assert!(!page(&house, &here, 200).await.contains(take), "the secretariat alone takes over");
        let form = house.get(&here, chair).await.text();
        let select = |id: &str| {
            let from = form.find(&format!("<select id=\"stands-{id}\"")).expect("each delegation can be chosen");
            form[from..].split("</select>").next().unwrap().to_owned()
        };
        assert!(form.contains(take) && select(&mexico).contains("value=\"origin\" lang=\"en\" dir=\"ltr\" selected"));
        assert!(!select(&abroad).contains("value=\"migrants\" lang=\"en\" dir=\"ltr\" selected"), "nobody unasked");

        let both = format!("measure=m1&stands-{mexico}=origin&stands-{abroad}=migrants");
        let preview = house.get(&format!("{here}?{both}"), chair).await.text();
        assert!(preview.contains("Would be entered into") && preview.contains("Enter these effects"));
        assert!(
            preview.contains("no delegation was chosen for this standpoint"),
            "neighbours find no place, which is told"
        );
        assert!(preview.contains("the model says nothing of it"), "what no lever reaches is told");
        let count = async || {
            let mut c = house.app.db.read().await.unwrap();
            store::effect::all(&mut c, &house.dialogue).await.unwrap()
        };
        assert!(count().await.is_empty(), "a look enters nothing");

        let delegate = house.token(Role::Delegate).await;
        assert_eq!(house.form(&here, delegate.as_deref(), &both).await.status.as_u16(), 403);
        for wrong in ["measure=m9".to_owned(), format!("stands-{mexico}=origin"), "measure=m1".to_owned()] {
            assert_eq!(house.form(&here, chair, &wrong).await.status.as_u16(), 422, "{wrong}");
        }
        assert_eq!(house.form(&here, chair, &both).await.status.as_u16(), 303);
        let entered = count().await;
        let json = house.get(&format!("{here}.json"), None).await.json();
        let moved = |effect: &&serde_json::Value| effect["change"].as_array().unwrap().iter().any(|c| c != 0.0);
        let of = |party: &str| {
            json["effects"].as_array().unwrap().iter().filter(|e| e["party"] == party).filter(moved).count()
        };
        assert!(of("origin") == 3 && of("migrants") > 0, "all but the productive use, which no lever of these reaches");
        assert_eq!(entered.len(), of("origin") + of("migrants"));
        assert!(entered.iter().all(|e| e.origin == Origin::Model && e.evidence == here && e.low <= e.mode));
        assert!(entered.iter().all(|e| e.reason.contains("Rule: 1 from 1") && e.reason.contains("UN DESA")));
        assert_eq!(house.form(&format!("{here}?lang=fr"), chair, &both).await.status.as_u16(), 303);
        assert_eq!(count().await.len(), entered.len(), "again is in place of the first time, in another language too");
        let measure = page(&house, &format!("/d/{}/measures/1", house.slug), 200).await;
        assert!(measure.contains("by a model") && measure.contains(&format!("href=\"{here}\"")));
        let fewer = format!("measure=m1&stands-{mexico}=origin");
        assert_eq!(house.form(&here, chair, &fewer).await.status.as_u16(), 303);
        assert_eq!(count().await.len(), of("origin"), "nothing of the time before is left");
        assert!(json["sources"].as_array().is_some_and(|s| s.iter().any(|s| s["licence"] == "CC BY 3.0 IGO")));
    }
}

#[tokio::test]
async fn spheres_of_a_dialogue_are_found_by_their_names_and_others_are_named() {
    let house = house().await;
    let chair = house.token(Role::Secretariat).await;
    let mexico = house.delegation_of("Mexico", Kind::State, "origin", "484").await;
    let here = scenario_and_measure(&house, chair.as_deref()).await;
    let rules = format!("/d/{}/measures/rules", house.slug);
    let body = "spheres=Travail%0Aeconomic&tolerance=0";
    assert_eq!(house.form(&rules, chair.as_deref(), body).await.status.as_u16(), 303);
    let asked = format!("measure=m1&stands-{mexico}=origin");
    let preview = house.get(&format!("{here}?{asked}"), chair.as_deref()).await.text();
    assert!(preview.contains("the dialogue has no sphere “social”"));
    assert_eq!(house.form(&here, chair.as_deref(), &asked).await.status.as_u16(), 303);
    let mut c = house.app.db.read().await.unwrap();
    let entered = store::effect::all(&mut c, &house.dialogue).await.unwrap();
    assert_eq!(entered.iter().map(|e| e.sphere.as_str()).collect::<Vec<_>>(), ["Travail", "economic"]);
}
