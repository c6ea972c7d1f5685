//! Measures through the public door: proposed, worked out, assessed by each for itself.

use crate::house::TestHouse;
use crate::zone::Zone;
use indaba::access::Role;
use indaba::words::Kind;

#[tokio::test]
async fn a_measure_is_responded_to_like_a_perspective_and_stands_on_its_question() {
    for house in TestHouse::open().await {
        let delegate = house.token(Role::Delegate).await.unwrap();
        let new = format!("/d/{}/measures/new", house.slug);
        let body = "question=3.1&title=Recognise+skills+within+ninety+days&lang=en&cost=3&attribution=named";
        assert_eq!(house.form(&new, Some(&delegate), body).await.status, 303);
        let question = house.get(&format!("/d/{}/q/3.1", house.slug), None).await.text();
        assert!(question.contains("/measures/1\""), "attached to its question");
        assert!(question.contains("Measure 1, “Recognise skills within ninety days”: we could support it."));
        let board = house.app.board(&house.questions[0]).await.unwrap();
        let carrier = board.perspectives.iter().find(|p| p.text.contains("Recognise")).unwrap().id.clone();
        let (_, person) = house.participant().await;
        let respond = format!("/d/{}/q/3.1/respond", house.slug);
        let body = format!("perspective={carrier}&value=agree");
        assert_eq!(house.form(&respond, Some(&person), &body).await.status, 303);
        for wrong in
            ["question=9.9&title=x&lang=en", "question=3.1&title=&lang=en", "question=3.1&title=x&lang=en&cost=-1"]
        {
            let reply = house.form(&new, Some(&delegate), wrong).await;
            assert_eq!(reply.status, 422, "{wrong}");
            assert!(reply.text().contains("role=\"alert\""), "the form comes back with what was typed");
        }
    }
}

#[tokio::test]
async fn the_proposer_works_it_out_until_somebody_has_assessed_it() {
    for house in TestHouse::open().await {
        let id = house.delegation("Proposer", Kind::State, "origin").await;
        let token = house.member(Role::Head, Some(&id)).await;
        let other = house.token(Role::Head).await.unwrap();
        let at = |rest: &str| format!("/d/{}/measures/{rest}", house.slug);
        let body = "question=3.1&title=A+fund&lang=en&attribution=named";
        assert_eq!(house.form(&at("new"), Some(&token), body).await.status, 303);
        assert_eq!(house.form(&at("1/work-out"), Some(&other), "cost=5").await.status, 403);
        assert_eq!(house.form(&at("1/work-out"), Some(&token), "cost=5&detail=Paid+in").await.status, 303);
        assert!(house.get(&at("1"), None).await.text().contains("Paid in"));
        assert_eq!(house.form(&at("1/assess"), Some(&other), "mode-0=1").await.status, 303);
        assert_eq!(house.form(&at("1/work-out"), Some(&token), "cost=1").await.status, 409, "assessed by now");
        let chair = house.token(Role::Secretariat).await;
        assert_eq!(house.form(&at("1/work-out"), chair.as_deref(), "cost=1").await.status, 303);
    }
}

#[tokio::test]
async fn figures_that_make_no_sense_come_back_and_nobody_speaks_for_another() {
    for zone in Zone::open().await {
        let (_, head) = &zone.delegations[0];
        for wrong in ["mode-0=4", "low-0=1&mode-0=0&high-0=2", "low-0=1", "mode-0=1&evidence-0=javascript:alert(1)"] {
            assert_eq!(zone.sent("/measures/1/assess", head, wrong).await, 422, "{wrong}");
        }
        let observer = zone.house.token(Role::Observer).await.unwrap();
        assert_eq!(zone.sent("/measures/1/assess", &observer, "mode-0=1").await, 403);
        assert_eq!(zone.sent("/measures/1/effects", head, "mode=1").await, 403, "experts are the secretariat's");
        assert_eq!(zone.sent("/measures/own/lines", head, "act=set&where=nowhere&floor=0").await, 422);
        // A red line of another is not there for whoever tries.
        let theirs = store_line(&zone, 1).await;
        zone.ok("/measures/own/lines", head, &format!("act=drop&line={theirs}")).await;
        assert_eq!(store_line(&zone, 1).await, theirs, "still there");
    }
}

async fn store_line(zone: &Zone, delegation: usize) -> String {
    let mut c = zone.house.app.db.read().await.unwrap();
    let all = indaba::store::red_line::all(&mut c, &zone.house.dialogue).await.unwrap();
    all.into_iter().find(|l| l.delegation_id == zone.delegations[delegation].0).unwrap().id
}

#[tokio::test]
async fn experts_are_public_and_disagreement_is_shown() {
    for zone in Zone::open().await {
        let (published, _) = &zone.delegations[5];
        let body = format!(
            "origin=expert&said_by=A+panel&delegation={published}&sphere=economic&low=-3&mode=-2&high=-1&reason=Weighed+otherwise&lang=en"
        );
        zone.ok("/measures/1/effects", &zone.chair, &body).await;
        let page = zone.page("/measures/1", None).await;
        assert!(page.contains("2 say so, 3 apart"), "how far assessors are apart: {page}");
        assert!(page.contains("Weighed otherwise") && page.contains("A panel"));
        assert!(!page.contains("Delegation No 1"), "confidential figures are not in the table");
        let chair = zone.page("/measures/1", Some(&zone.chair)).await;
        assert!(chair.contains("Delegation No 1"), "the secretariat sees them");
    }
}

#[tokio::test]
async fn relations_that_contradict_are_refused() {
    for zone in Zone::open().await {
        let relate = "/measures/relations";
        zone.ok(relate, &zone.chair, "kind=requires&measures=1,2").await;
        assert_eq!(zone.sent(relate, &zone.chair, "kind=requires&measures=1").await, 422);
        assert_eq!(zone.sent(relate, &zone.chair, "kind=requires&measures=1,99").await, 422);
        assert_eq!(zone.sent(relate, &zone.chair, "kind=at_most&measures=1,2").await, 422);
        assert_eq!(zone.sent("/measures/rules", &zone.chair, "spheres=&tolerance=0").await, 422);
        zone.ok("/measures/rules", &zone.chair, "spheres=economic%0Alabour%0AFisheries&tolerance=1&budget=6").await;
        assert!(zone.page("/measures", None).await.contains("Fisheries"));
    }
}

#[tokio::test]
async fn a_synergy_adds_several_effects_with_ranges_and_a_wrong_row_is_said_at_its_place() {
    for zone in Zone::open().await {
        let relate = zone.at("/measures/relations");
        let (one, other) = (&zone.delegations[5].0, &zone.delegations[6].0);
        let row = |party: &str, figures: [&str; 3]| {
            format!("&delegation={party}&sphere=economic&low={}&score={}&high={}", figures[0], figures[1], figures[2])
        };
        let empty = row("", ["", "", ""]);
        let begun = format!("kind=synergy&measures=1,2&source=A+study{empty}{}", row(one, ["0", "2", "3"]));
        let more = zone.house.form(&relate, Some(&zone.chair), &format!("{begun}&act=more")).await;
        let page = more.text();
        assert_eq!(more.status.as_u16(), 200);
        assert_eq!(page.matches("name=\"score\"").count(), 6, "three rows more: {page}");
        assert!(
            page.contains(&format!("value=\"{one}\" selected")) || page.contains("selected>Delegation No 5"),
            "{page}"
        );
        assert!(page.contains("value=\"A study\"") && !page.contains("role=\"alert\""), "what was typed stays: {page}");
        for (wrong, why) in [
            (row(other, ["2", "1", "3"]), "Low is not above likely"),
            (row(other, ["", "4", ""]), "An effect is a whole number"),
            (row("", ["", "1", ""]), "Say for whom"),
            (row(one, ["", "1", ""]), "stand in another row"),
        ] {
            let reply = zone.house.form(&relate, Some(&zone.chair), &format!("{begun}{wrong}")).await;
            let page = reply.text();
            assert_eq!(reply.status.as_u16(), 422, "{why}");
            let told = page.split_once("id=\"adds-error-2\"").unwrap_or_else(|| panic!("{why}: {page}")).1;
            assert!(told.split("</p>").next().unwrap().contains(why), "{why}: {told}");
            assert!(page.contains("economic\nsocial"), "the rules beside it are as they are: {page}");
        }
        assert_eq!(
            zone.sent("/measures/relations", &zone.chair, "kind=synergy&measures=1,2").await,
            422,
            "it adds something"
        );
        zone.ok("/measures/relations", &zone.chair, &format!("{begun}{}", row(other, ["", "-1", ""]))).await;
        let page = zone.page("/measures/rules", Some(&zone.chair)).await;
        assert!(page.contains("Delegation No 5</bdi> · economic · \u{2066}+2 (0…+3)\u{2069}"), "{page}");
        assert!(page.contains("Delegation No 6</bdi> · economic · \u{2066}−1\u{2069}"), "{page}");
    }
}

#[tokio::test]
async fn of_two_members_who_assess_a_measure_the_second_is_told() {
    for zone in Zone::open().await {
        let (id, head) = zone.delegations[0].clone();
        let delegate = zone.house.member(Role::Delegate, Some(&id)).await;
        let hidden = |page: &str, name: &str| {
            let after = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap().1;
            after.split('"').next().unwrap().replace(';', "%3B")
        };
        let page = zone.page("/measures/1/assess", Some(&delegate)).await;
        let from = format!("spheres={}&seen={}", hidden(&page, "spheres"), hidden(&page, "seen"));
        zone.ok("/measures/1/assess", &head, "mode-0=3&mode-3=0&reason-0=Fees+fall&lang=en").await;
        let at = zone.at("/measures/1/assess");
        let reply = zone.house.form(&at, Some(&delegate), &format!("{from}&mode-0=-2&mode-3=0")).await;
        assert_eq!(reply.status.as_u16(), 422);
        let page = reply.text();
        assert!(page.contains("your delegation changed this meanwhile in economic."), "{page}");
        assert!(page.contains("<option value=\"-2\" selected>"), "what was entered stays: {page}");
        let from = format!("spheres={}&seen={}", hidden(&page, "spheres"), hidden(&page, "seen"));
        zone.ok("/measures/1/assess", &delegate, &format!("{from}&mode-0=-2&mode-3=0")).await;
        // A form that was shown before the spheres were put in another order.
        let page = zone.page("/measures/1/assess", Some(&delegate)).await;
        let from = format!("spheres={}&seen={}", hidden(&page, "spheres"), hidden(&page, "seen"));
        zone.ok("/measures/rules", &zone.chair, "spheres=labour%0Aeconomic&tolerance=0").await;
        zone.ok("/measures/1/assess", &delegate, &format!("{from}&mode-0=2&mode-3=-1")).await;
        let page = zone.page("/measures/own/effects", Some(&delegate)).await;
        let row = page.split_once("name=\"c1.0\"").unwrap().1.split_once("name=\"c2.0\"").unwrap().0;
        let (labour, economic) = row.split_once("name=\"c1.1\"").unwrap();
        assert!(labour.contains("selected>−1") && economic.contains("selected>+2"), "{row}");
    }
}
