//! Landing zones through the public door, and an attacker who sees every page that a delegation can reach and tries
//! every "as if" and "why not" that it may ask (invariant 12).

use crate::house::TestHouse;
use crate::zone::{SAID, Values, Zone};
use indaba::access::Role;
use indaba::store;

/// Everything that a delegation can look at and ask here.
fn addresses(own_line: &str, their_lines: &[String], others: &[&str]) -> Vec<String> {
    let mut all: Vec<String> =
        ["/landing", "/measures", "/measures/own", "/landing/ledger?package=total", "/decisions", "/q/3.1", "/summary"]
            .map(str::to_owned)
            .to_vec();
    all.extend((1..=4).map(|n| format!("/measures/{n}")));
    all.extend((1..=4).map(|n| format!("/landing?why=m{n}")));
    all.extend((0..=4).map(|t| format!("/landing?tolerance={t}")));
    all.extend((1..=4).map(|n| format!("/landing?tolerance=12&why=m{n}")));
    all.extend(["a=total&b=nash", "a=a1&b=a2", "a=count&b=maxmin"].map(|q| format!("/landing/compare?{q}")));
    // One's own lines: everything but one measure is ruled out, one after the other.
    for kept in 1..=4 {
        let out = (1..=4).filter(|n| *n != kept).map(|n| format!("add=against%3Am{n}")).collect::<Vec<_>>().join("&");
        all.push(format!("/landing?{out}"));
        all.push(format!("/landing?tolerance=3&{out}"));
        all.push(format!("/landing?tolerance=12&{out}&why=m{kept}"));
    }
    all.extend(["add=total%3A5", "add=economic%3A3", "add=labour%3A2&tolerance=1"].map(|q| format!("/landing?{q}")));
    all.push(format!("/landing?drop={own_line}"));
    all.extend(their_lines.iter().map(|id| format!("/landing?drop={id}")));
    all.extend(their_lines.iter().map(|id| format!("/landing?drop={id}&why=m3&add=total%3A1")));
    // In the name of others, as the secretariat may.
    for id in others {
        all.extend((1..=4).map(|n| format!("/landing?add={id}~against%3Am{n}")));
        all.push(format!("/landing?whose={id}&where=economic&floor=3"));
    }
    all
}

/// What an attacker sees, with the moment of the figures left out.
async fn seen(zone: &Zone, who: &str, addresses: &[String]) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for address in addresses {
        let (status, text) = zone.told(address, Some(who)).await;
        assert!([200, 422].contains(&status), "{address}: {text}");
        all.push((address.clone(), format!("{status} {}", timeless(&text))));
    }
    all
}

/// Without moments: shared figures tell when they went together.
fn timeless(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(at) = rest.find("as of ") {
        out.push_str(&rest[..at]);
        rest = rest[at..].find("</small>").map_or("", |end| &rest[at + end..]);
    }
    out + rest
}

async fn lines(zone: &Zone) -> Vec<(String, String)> {
    let mut c = zone.house.app.db.read().await.unwrap();
    let all = store::red_line::all(&mut c, &zone.house.dialogue).await.unwrap();
    all.into_iter().map(|l| (l.delegation_id, l.id)).collect()
}

/// Two confidential delegations, and one that is public.
fn others(zone: &Zone) -> [&str; 3] {
    [1, 2, 5].map(|n| zone.delegations[n].0.as_str())
}

fn of(lines: &[(String, String)], delegation: &str, own: bool) -> Vec<String> {
    lines.iter().filter(|(whose, _)| (whose == delegation) == own).map(|(_, id)| id.clone()).collect()
}

#[tokio::test]
async fn what_one_delegation_changes_alone_changes_nothing_that_another_sees() {
    for zone in Zone::open().await {
        let (attacker, token) = zone.delegations[0].clone();
        let lines = lines(&zone).await;
        let all = addresses(&of(&lines, &attacker, true)[0], &of(&lines, &attacker, false), &others(&zone));
        let before = seen(&zone, &token, &all).await;
        let public = timeless(&zone.result("/landing", None).await);
        // Everything that one delegation holds is turned over: effects, and a red line against a measure.
        zone.says(1, &[[-3, -3], [3, 3], [-3, 3], [3, -3]]).await;
        zone.line(1, "m2", 0).await;
        for ((address, old), (_, new)) in before.iter().zip(seen(&zone, &token, &all).await) {
            assert_eq!(*old, new, "{address} tells what another delegation changed");
        }
        assert_eq!(public, timeless(&zone.result("/landing", None).await));
    }
}

#[tokio::test]
async fn who_holds_which_figures_changes_nothing_that_another_sees() {
    for zone in Zone::open().await {
        let (attacker, token) = zone.delegations[0].clone();
        let lines = lines(&zone).await;
        let all = addresses(&of(&lines, &attacker, true)[0], &of(&lines, &attacker, false), &others(&zone));
        let before = seen(&zone, &token, &all).await;
        // The four others of the bloc hand their figures on: together they are the same.
        let on = |n: usize| (n, SAID[if n == 4 { 1 } else { n + 1 }]);
        zone.at_once(&[on(1), on(2), on(3), on(4)], false).await;
        for ((address, old), (_, new)) in before.iter().zip(seen(&zone, &token, &all).await) {
            assert_eq!(*old, new, "{address} tells who holds which figures");
        }
    }
}

#[tokio::test]
async fn a_confidential_party_and_its_lines_have_no_name_for_others() {
    for zone in Zone::open().await {
        let (attacker, token) = zone.delegations[0].clone();
        let lines = lines(&zone).await;
        // A floor of all five that no package with measure 3 keeps.
        for n in 0..5 {
            zone.line(n, "m3", 0).await;
        }
        let all = addresses(&of(&lines, &attacker, true)[0], &of(&lines, &attacker, false), &others(&zone));
        for (address, text) in seen(&zone, &token, &all).await {
            for n in 1..5 {
                assert!(!text.contains(&format!("Delegation No {n}")), "{address} names delegation {n}");
            }
        }
        let why = zone.result("/landing?why=m3", Some(&token)).await;
        assert!(why.contains("confidential limit") || why.contains("your own side"), "{why}");
        let public = zone.result("/landing?why=m3", None).await;
        assert!(public.contains("a confidential limit"), "{public}");
        assert!(zone.result("/landing", None).await.contains("Delegation No 5"), "published figures have their name");
        let chair = zone.result("/landing", Some(&zone.chair)).await;
        assert!((0..7).all(|n| chair.contains(&format!("Delegation No {n}"))), "the secretariat sees everybody");
    }
}

#[tokio::test]
async fn an_as_if_without_the_line_of_another_is_the_result_as_it_stands() {
    for zone in Zone::open().await {
        let (attacker, token) = zone.delegations[0].clone();
        let lines = lines(&zone).await;
        let made_up = "0198c0de-0000-7000-8000-000000000000";
        let (status, refused) = zone.told(&format!("/landing?drop={made_up}"), Some(&token)).await;
        assert_eq!(status, 422, "{refused}");
        assert!(refused.contains("id=\"drop-error\"") && refused.contains(made_up), "said at its place: {refused}");
        assert!(refused.contains(" in all"), "the result as it stands is there: {refused}");
        for id in of(&lines, &attacker, false) {
            let theirs = zone.told(&format!("/landing?drop={id}"), Some(&token)).await;
            assert_eq!(theirs, (422, refused.replace(made_up, &id)), "a line of others is none that is there");
        }
        // One's own may be left out, and a published one.
        let own = zone.result(&format!("/landing?drop={}", of(&lines, &attacker, true)[0]), Some(&token)).await;
        assert!(own.contains("As if: nothing of this is stored."));
        let theirs = of(&lines, &zone.delegations[1].0, true)[0].clone();
        zone.ok("/measures/own/lines", &zone.delegations[1].1, &format!("act=show&line={theirs}")).await;
        let published = zone.result(&format!("/landing?drop={theirs}"), Some(&token)).await;
        assert!(published.contains("As if: nothing of this is stored."));
        // Who is of no delegation leaves out what is published, and supposes no line at all.
        let observer = zone.house.token(Role::Observer).await;
        for reader in [None, observer.as_deref()] {
            let form = zone.result("/landing", reader).await;
            let offered: Vec<_> = lines.iter().filter(|(_, id)| form.contains(id.as_str())).collect();
            assert_eq!(offered.iter().map(|(_, id)| id.as_str()).collect::<Vec<_>>(), [theirs.as_str()]);
            let without = zone.result(&format!("/landing?drop={theirs}"), reader).await;
            assert!(without.contains("As if: nothing of this is stored."), "{without}");
            let (status, page) = zone.told("/landing?add=total%3A5", reader).await;
            assert!(status == 422 && page.contains("id=\"add-error\""), "{status}: {page}");
        }
    }
}

#[tokio::test]
async fn the_secretariat_supposes_a_red_line_of_any_party_and_nobody_else_does() {
    for zone in Zone::open().await {
        let (id, token) = &zone.delegations[1];
        let form = zone.result("/landing", Some(&zone.chair)).await;
        assert!(form.contains("name=\"whose\"") && form.contains(id.as_str()), "a party to choose: {form}");
        let query = format!("/landing?whose={id}&where=m3");
        let supposed = zone.result(&query, Some(&zone.chair)).await;
        assert!(supposed.contains("As if: nothing of this is stored."));
        assert!(supposed.contains(&format!("value=\"{id}~against:m3\" checked")), "{supposed}");
        assert!(supposed.contains("Goes out: "), "a measure that was in is ruled out: {supposed}");
        let (status, nobodys) = zone.told("/landing?where=m3", Some(&zone.chair)).await;
        assert!(status == 422 && nobodys.contains("id=\"whose-error\""), "{status}: {nobodys}");
        for reader in [None, Some(zone.delegations[0].1.as_str())] {
            let (status, page) = zone.told(&format!("/landing?add={id}~against%3Am3"), reader).await;
            assert!(status == 422 && !page.contains("As if: nothing"), "{page}");
        }
        // One's own id is oneself.
        let own = zone.result(&format!("/landing?add={id}~against%3Am3"), Some(token)).await;
        assert!(own.contains("value=\"against:m3\" checked"), "{own}");
    }
}

#[tokio::test]
async fn what_is_asked_and_not_understood_is_refused_at_its_field_and_kept() {
    for zone in Zone::open().await {
        let (_, head) = &zone.delegations[0];
        let asked = [
            ("tolerance=99", "tolerance", "<option value=\"99\""),
            ("tolerance=abc", "tolerance", "<option value=\"abc\""),
            ("why=m99", "why", "<option value=\"m99\""),
            ("where=economic&floor=5000", "floor", "value=\"5000\""),
            ("where=economic&floor=abc", "floor", "value=\"abc\""),
            ("where=nowhere&floor=2", "where", "<option value=\"nowhere\""),
            ("floor=3", "where", "value=\"3\""),
            ("drop=zzz", "drop", "value=\"zzz\" checked"),
            ("add=bogus", "add", "value=\"bogus\" checked"),
        ];
        let api = format!("/api/v1/dialogues/{}/landing", zone.house.slug);
        for (query, field, kept) in asked {
            let (status, page) = zone.told(&format!("/landing?{query}"), Some(head)).await;
            assert_eq!(status, 422, "{query}: {page}");
            assert!(page.contains(&format!("role=\"alert\" id=\"{field}-error\"")), "{query}: {page}");
            let above = page.split_once("id=\"result\"").unwrap().0;
            assert!(above.contains("class=\"error\"><a href=\"#ask\">"), "{query}: said before the result, too");
            assert!(page.contains(kept), "{query} is kept: {page}");
            let refused = zone.house.get(&format!("{api}?{query}"), Some(head)).await;
            assert_eq!(refused.status.as_u16(), 422, "{query}");
            let told = refused.json();
            assert_eq!(told["type"], "/help/problems#api-parameter");
            assert!(told["detail"].as_str().unwrap().contains(&format!("The parameter {field} ")), "{query}: {told}");
        }
        let both = zone.told("/landing?tolerance=99&where=labour&floor=1", Some(head)).await.1;
        assert!(both.contains("value=\"labour:1\" checked"), "what was understood stays too: {both}");
        zone.result("/landing?tolerance=2&why=2&where=labour&floor=1", Some(head)).await;
    }
}

#[tokio::test]
async fn figures_of_few_are_left_out_until_they_are_enough() {
    for house in TestHouse::open().await {
        let chair = house.token(Role::Secretariat).await;
        let mut heads = Vec::new();
        for _ in 0..4 {
            heads.push(house.token(Role::Head).await);
        }
        let new = format!("/d/{}/measures/new", house.slug);
        house.form(&new, chair.as_deref(), "question=3.1&title=One&lang=en&attribution=named").await;
        let assess = format!("/d/{}/measures/1/assess", house.slug);
        for (n, head) in heads.iter().enumerate() {
            assert_eq!(house.form(&assess, head.as_deref(), "mode-0=2").await.status, 303);
            let page = house.get(&format!("/d/{}/landing?wait=1", house.slug), None).await.text();
            let total = page.contains("a gain of 8 in all");
            assert_eq!(total, n == 3, "{n}: {page}");
            assert_eq!(page.contains("From public figures alone."), n < 3);
        }
        let all = house.get(&format!("/d/{}/landing?wait=1", house.slug), chair.as_deref()).await.text();
        assert!(all.contains("a gain of 8 in all"), "the secretariat sees all");
    }
}

#[tokio::test]
async fn a_ledger_is_ones_own_and_a_package_is_kept_and_compared() {
    for zone in Zone::open().await {
        zone.result("/landing", Some(&zone.chair)).await;
        zone.ok("/landing/keep", &zone.chair, "title=First+reading&package=total").await;
        assert_eq!(zone.sent("/landing/keep", &zone.chair, "title=x&package=a99").await, 422);
        let keep = format!("/d/{}/landing/keep", zone.house.slug);
        let untitled = zone.house.form(&keep, Some(&zone.chair), "title=&package=total&basis=tolerance%3D2").await;
        let page = untitled.text();
        assert_eq!(untitled.status.as_u16(), 422);
        assert!(page.contains("value=\"tolerance=2\"") && page.contains("dir=\"ltr\" selected>total gain"), "{page}");
        assert!(page.contains("role=\"alert\" id=\"keep-error\""), "said at its place: {page}");
        let (_, head) = &zone.delegations[2];
        assert_eq!(zone.sent("/landing/keep", head, "title=x&package=total").await, 403);
        let ledger = zone.result("/landing/ledger", Some(head)).await;
        assert!(ledger.contains("Candidate"), "measure by measure: {ledger}");
        let (named, measures) = (ledger.matches("scope=\"rowgroup\"").count(), ledger.matches("Candidate").count());
        assert!(measures > 1 && named == measures, "each measure stands above its spheres, once: {ledger}");
        let figures: Vec<&str> = ledger.split("<td class=\"up\">").skip(1).collect();
        assert!(
            !figures.is_empty() && figures.iter().all(|text| text.starts_with('+')),
            "gains have their sign: {ledger}"
        );
        let compared = zone.result("/landing/compare?a=p1&b=total", Some(head)).await;
        assert!(compared.contains("First reading") && compared.contains("yes: it crosses no limit"));
        assert!(compared.contains("<td class=\"num\">+") && compared.contains("<bdi dir=\"ltr\">+"), "{compared}");
        assert!(zone.page("/landing", None).await.contains("working package"));
    }
}

#[tokio::test]
async fn the_full_record_recomputes_what_was_shown_and_the_public_one_has_what_is_public() {
    for zone in Zone::open().await {
        let shown = zone.result("/landing", Some(&zone.chair)).await;
        let full = record(&zone, indaba::record::Face::Full).await;
        let public = record(&zone, indaba::record::Face::Aggregates).await;
        let problem = landing::Problem::read(full["landing/measures.json"].as_bytes()).unwrap();
        let case = landing::Case::new(&problem, None).unwrap();
        let ladder = landing::Ladder {
            case: &case,
            settings: landing::Settings::default(),
            solver: &landing::engine::Microlp,
            watch: landing::engine::Watch::idle(),
        };
        let best = ladder.best(landing::Objective::Total, &ladder.starts(false));
        let total = best.total.unwrap();
        assert!(shown.contains(&format!("a gain of {total} in all")), "{total}: {shown}");
        assert_eq!(full["effects.csv"].lines().count(), 1 + nonempty(&SAID) + nonempty(&SAID[..2]));
        assert_eq!(public["effects.csv"].lines().count(), 1 + nonempty(&SAID[..2]), "what is published only");
        assert_eq!(full["red_lines.csv"].lines().count(), 6);
        assert_eq!(public["red_lines.csv"].lines().count(), 1);
        for n in 0..5 {
            let name = format!("Delegation No {n}");
            assert!(!public["landing/measures.json"].contains(&format!("\"party\": \"{name}\"")), "{name}");
        }
    }
}

/// Cells that were sent: a likely figure alone is one, 0 too.
fn nonempty(said: &[Values]) -> usize {
    said.len() * 4 * 2
}

async fn record(zone: &Zone, face: indaba::record::Face) -> std::collections::BTreeMap<String, String> {
    let house = &zone.house;
    let mut c = house.app.db.snapshot().await.unwrap();
    let convened = indaba::app::convened(&mut c, &house.slug).await.unwrap().unwrap();
    let pack = indaba::record::Pack::zip();
    let (_, bytes) = indaba::record::write(&mut c, &convened, face, "key", 1_000, pack).await.unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut files = std::collections::BTreeMap::new();
    for i in 0..zip.len() {
        let mut file = zip.by_index(i).unwrap();
        let mut text = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut text).unwrap();
        files.insert(file.name().unwrap().into_owned(), String::from_utf8_lossy(&text).into_owned());
    }
    files
}

#[tokio::test]
async fn what_a_reader_sees_can_be_kept_as_a_file_and_as_figures() {
    for zone in Zone::open().await {
        let (_, head) = &zone.delegations[0];
        let page = zone.result("/landing?tolerance=1", Some(head)).await;
        for link in ["/landing.html?tolerance=1\"", "/landing.json?tolerance=1&#38;wait=1\""] {
            let written = link.replace("&#38;", "&amp;");
            assert!(page.contains(link) || page.contains(&written), "{link}: {page}");
        }
        for reader in [Some(head.as_str()), None, Some(zone.chair.as_str())] {
            let file = zone.house.get(&zone.at("/landing.html?tolerance=1"), reader).await;
            assert_eq!(file.status, 200);
            let kept = file.headers.get("content-disposition").map(|v| v.to_str().unwrap().to_owned());
            assert_eq!(kept, Some(format!("attachment; filename=\"landing-{}.html\"", zone.house.slug)));
            let text = file.text();
            assert!(text.contains("As if: nothing of this is stored.") && text.contains(" in all"), "{text}");
            assert!(!text.contains("<script") && !text.contains("<link"), "one file: {text}");
            let sees = |n: usize| text.contains(&format!("Delegation No {n}"));
            assert_eq!((1..5).any(sees), reader == Some(zone.chair.as_str()), "{text}");
            let figures = zone.house.get(&zone.at("/landing.json?tolerance=1&wait=1"), reader).await;
            let api = format!("/api/v1/dialogues/{}/landing?tolerance=1&wait=1", zone.house.slug);
            assert_eq!(figures.text(), zone.house.get(&api, reader).await.text());
        }
        assert_eq!(zone.house.get(&zone.at("/landing.html?tolerance=x"), None).await.status, 422);
    }
}

#[tokio::test]
async fn two_packages_are_compared_where_none_were_chosen() {
    for zone in Zone::open().await {
        let (_, head) = &zone.delegations[0];
        let first = zone.result("/landing/compare", Some(head)).await;
        assert!(
            first.contains(">total gain</bdi></h2>") && first.contains(">parties better off</bdi></h2>"),
            "{first}"
        );
        zone.result("/landing", Some(&zone.chair)).await;
        zone.ok("/landing/keep", &zone.chair, "title=First+reading&package=nash").await;
        let kept = zone.result("/landing/compare", Some(head)).await;
        let (one, other) = (kept.find("First reading</bdi></h2>"), kept.find(">total gain</bdi></h2>"));
        assert!(one.is_some() && one < other, "the working package, then the largest total: {kept}");
        assert!(zone.result("/landing/compare?a=total", Some(head)).await.contains("First reading</bdi></h2>"));
    }
}

#[tokio::test]
async fn an_as_if_of_one_package_says_nothing_of_borderline() {
    for zone in Zone::open().await {
        let whole = zone.result("/landing", Some(&zone.chair)).await;
        assert!(whole.contains("Measures in and out"), "{whole}");
        let asked = zone.result("/landing?tolerance=1", Some(&zone.chair)).await;
        let strip = asked.split_once("Measures in and out").unwrap().1.split_once("</div>").unwrap().0;
        assert!(strip.contains("In: part of this package.") && !strip.contains("Borderline"), "{strip}");
        assert!(strip.contains("class=\"in\""), "{strip}");
    }
}

/// What the notice of a page says before its result.
fn notice(page: &str) -> &str {
    let after = page.split_once("id=\"result\"").unwrap_or_else(|| panic!("{page}")).1;
    let text = after.split_once("<div class=\"notice\">").unwrap_or_else(|| panic!("{page}")).1;
    text.split_once("</div>").unwrap().0
}

#[tokio::test]
async fn what_a_dialogue_lacks_is_said_with_the_next_step_for_who_may_take_it() {
    for house in TestHouse::open().await {
        let chair = house.token(Role::Secretariat).await.unwrap();
        let page = async |token: Option<&str>| {
            let reply = house.get(&format!("/d/{}/landing?wait=1", house.slug), token).await;
            assert_eq!(reply.status.as_u16(), 200);
            reply.text()
        };
        let form = async |rest: &str, token: &str, body: &str| {
            let reply = house.form(&format!("/d/{}{rest}", house.slug), Some(token), body).await;
            assert_eq!(reply.status.as_u16(), 303, "{rest} {body}: {}", reply.text());
        };
        let none = page(Some(&chair)).await;
        assert!(
            notice(&none).contains("No measure has been proposed yet") && notice(&none).contains("/measures/new\"")
        );
        assert!(!none.contains("id=\"ask\""), "there is nothing to ask about: {none}");
        form("/measures/new", &chair, "question=3.1&title=One&lang=en&attribution=named").await;
        let nobody = page(Some(&chair)).await;
        assert!(notice(&nobody).contains("No delegation whose effects count"), "{nobody}");
        assert!(notice(&nobody).contains("/secretariat/delegations\""), "{nobody}");
        assert!(!notice(&page(None).await).contains("href"), "a visitor can do nothing about it");
        let id = house.delegation("Alone", indaba::words::Kind::State, "origin").await;
        let head = house.member(Role::Head, Some(&id)).await;
        house.app.landing.forget(&house.dialogue);
        let unsaid = page(Some(&chair)).await;
        assert!(notice(&unsaid).contains("Nobody has said yet") && notice(&unsaid).contains("/measures\""), "{unsaid}");
        let own = page(Some(&head)).await;
        assert!(
            notice(&own).contains("not known here yet") && notice(&own).contains("/measures/own/effects\""),
            "{own}"
        );
        assert!(!own.contains("class=\"lead\""), "no verdict on nothing: {own}");
        form("/measures/1/assess", &head, "mode-0=0").await;
        form("/measures/own", &head, "act=show").await;
        let level = page(Some(&head)).await;
        assert!(notice(&level).contains("is 0, so that no package gains"), "{level}");
        form("/measures/1/assess", &head, "mode-0=2").await;
        let alone = page(Some(&head)).await;
        assert!(notice(&alone).contains("Effects of one party alone"), "{alone}");
        assert!(alone.contains("class=\"lead\"") && alone.contains("a gain of 2 in all"), "with the result: {alone}");
    }
}
