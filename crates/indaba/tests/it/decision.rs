//! Decisions on a working package through the public door.

use crate::zone::Zone;
use indaba::decision::State;
use indaba::store;

async fn kept() -> Vec<Zone> {
    let zones = Zone::open().await;
    for zone in &zones {
        zone.result("/landing", Some(&zone.chair)).await;
        zone.ok("/landing/keep", &zone.chair, "title=First+reading&package=total").await;
    }
    zones
}

#[tokio::test]
async fn any_objection_breaks_silence_and_an_amendment_begins_it_anew() {
    for zone in kept().await {
        let open = "/decisions";
        assert_eq!(
            zone.sent(open, &zone.chair, "package=1&procedure=silence&hours=71").await,
            422,
            "three days at least"
        );
        assert_eq!(zone.sent(open, &zone.delegations[0].1, "package=1&procedure=silence").await, 403);
        zone.ok(open, &zone.chair, "package=1&procedure=silence").await;
        let page = zone.page("/decisions/1", None).await;
        assert!(page.contains("silence is running") && page.contains("in 3 days"), "{page}");
        assert!(zone.page("", None).await.contains("Decision 1 on a package"), "a notice for everybody");
        let step = "/decisions/1/step";
        zone.ok(step, &zone.chair, "step=extend&hours=24").await;
        assert!(zone.page("/decisions/1", None).await.contains("in 4 days"));
        let (_, head) = &zone.delegations[3];
        assert_eq!(zone.sent("/decisions/1/say", head, "act=object").await, 422, "an objection says why");
        zone.ok("/decisions/1/say", head, "act=object&reason=Measure+2+is+too+early").await;
        let broken = zone.page("/decisions/1", None).await;
        assert!(broken.contains("silence broken") && broken.contains("Measure 2 is too early"));
        assert_eq!(zone.sent(step, &zone.chair, "step=adopt").await, 409);
        assert_eq!(zone.sent(step, &zone.chair, "step=extend&hours=24").await, 409);
        assert_eq!(zone.sent("/decisions/1/say", head, "act=lift").await, 409, "broken silence is not mended");
        assert_eq!(zone.sent("/decisions/1/say", head, "act=dissociation&reason=x").await, 409, "nothing is adopted");
        assert_eq!(zone.sent(step, &zone.chair, "step=amend&hours=72").await, 422, "no measure is no amendment");
        zone.ok(step, &zone.chair, "step=amend&hours=72&measure=m1").await;
        let again = zone.page("/decisions/1", None).await;
        assert!(again.contains("silence is running") && again.contains("package amended"));
        assert!(!again.contains("Measure 2 is too early"), "it was said to another text");
    }
}

#[tokio::test]
async fn silence_that_was_kept_is_consent_and_a_delegation_may_dissociate_itself() {
    for zone in kept().await {
        zone.ok("/decisions", &zone.chair, "package=1&procedure=silence").await;
        let mut c = zone.house.app.db.write().await.unwrap();
        let read = store::decision::by_number(&mut c, &zone.house.dialogue, 1).await.unwrap().unwrap();
        let over = store::decision::Decision { ends_at: Some(1), ..read.clone() };
        assert_eq!(store::decision::step(&mut c, &over, State::Silent, read.changed_at).await.unwrap(), 1);
        c.commit().await.unwrap();
        assert!(zone.page("/decisions/1", None).await.contains("adopted"));
        let (_, head) = &zone.delegations[1];
        assert_eq!(zone.sent("/decisions/1/say", head, "act=object&reason=late").await, 409, "the time is over");
        zone.ok("/decisions/1/say", head, "act=dissociation&reason=For+our+part").await;
        zone.ok("/decisions/1/say", head, "act=position&reason=We+read+it+so").await;
        let page = zone.page("/decisions/1", None).await;
        assert!(page.contains("For our part") && page.contains("We read it so"));
    }
}

#[tokio::test]
async fn consensus_stands_where_nobody_objects() {
    for zone in kept().await {
        zone.ok("/decisions", &zone.chair, "package=1&procedure=consensus").await;
        let (_, head) = &zone.delegations[0];
        zone.ok("/decisions/1/say", head, "act=object&reason=Not+yet").await;
        assert_eq!(zone.sent("/decisions/1/step", &zone.chair, "step=adopt").await, 409);
        zone.ok("/decisions/1/say", head, "act=lift").await;
        zone.ok("/decisions/1/step", &zone.chair, "step=adopt").await;
        assert!(zone.page("/decisions/1", None).await.contains("adopted"));
        assert_eq!(zone.sent("/decisions/1/step", &zone.chair, "step=drop").await, 409, "it is over");
    }
}

#[tokio::test]
async fn a_straw_poll_binds_nobody_and_tells_nothing_about_few() {
    for zone in kept().await {
        zone.ok("/decisions", &zone.chair, "package=1&procedure=straw_poll").await;
        for (_, token) in &zone.delegations[..2] {
            zone.ok("/decisions/1/say", token, "act=answer&says=oppose").await;
        }
        assert_eq!(zone.sent("/decisions/1/say", &zone.delegations[0].1, "act=answer&says=maybe").await, 422);
        let page = zone.page("/decisions/1", None).await;
        assert!(page.contains("it binds nobody") && page.contains("2 of 7 delegations have answered"));
        zone.ok("/decisions/1/step", &zone.chair, "step=end").await;
        let over = zone.page("/decisions/1", None).await;
        assert!(!over.contains("could not accept it"), "nothing about two: {over}");
    }
}

#[tokio::test]
async fn a_form_that_is_not_taken_comes_back_with_what_was_typed() {
    for zone in kept().await {
        let short = "package=1&procedure=silence&hours=71";
        let reply = zone.house.form(&zone.at("/decisions"), Some(&zone.chair), short).await;
        let page = reply.text();
        assert!(reply.status == 422 && page.contains("value=\"71\"") && page.contains("id=\"open-error\""), "{page}");
        zone.ok("/decisions", &zone.chair, "package=1&procedure=silence").await;
        let (_, head) = &zone.delegations[0];
        let say = zone.at("/decisions/1/say");
        let empty = zone.house.form(&say, Some(head), "act=object&reason=+").await;
        let page = empty.text();
        assert!(
            empty.status == 422
                && page.contains("Say why")
                && page.contains("aria-describedby=\"reason-error reason-hint\"")
        );
        let long = "x".repeat(2_001);
        let reply = zone.house.form(&say, Some(head), &format!("act=object&reason={long}")).await;
        assert!(reply.status == 422 && reply.text().contains(&format!(">{long}</textarea>")), "nothing is lost");
        // The state has changed while somebody wrote.
        zone.ok("/decisions/1/step", &zone.chair, "step=drop").await;
        let reply = zone.house.form(&say, Some(head), "act=object&reason=Not+for+us").await;
        assert!(reply.status == 409 && reply.text().contains(">Not for us</textarea>"), "{}", reply.text());
        zone.ok("/decisions", &zone.chair, "package=1&procedure=silence").await;
        let step = zone.at("/decisions/2/step");
        let reply = zone.house.form(&step, Some(&zone.chair), "step=extend&hours=never").await;
        let page = reply.text();
        assert!(reply.status == 422 && page.contains("value=\"never\"") && page.contains("id=\"more-error\""));
        let reply = zone.house.form(&step, Some(&zone.chair), "step=amend&hours=3&measure=m1").await;
        assert!(reply.status == 422 && reply.text().contains("id=\"amend-error\""));
    }
}

#[tokio::test]
async fn objections_that_come_at_once_all_stand() {
    for zone in kept().await {
        zone.ok("/decisions", &zone.chair, "package=1&procedure=silence").await;
        let say = async |n: usize| {
            let body = format!("act=object&reason=Reason+{n}");
            zone.sent("/decisions/1/say", &zone.delegations[n].1, &body).await
        };
        let answers = tokio::join!(say(0), say(1), say(2), say(3));
        assert_eq!(answers, (303, 303, 303, 303));
        let page = zone.page("/decisions/1", None).await;
        assert!((0..4).all(|n| page.contains(&format!("Reason {n}"))), "{page}");
    }
}
