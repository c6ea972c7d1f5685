//! A delegation's whole assessment in one form: what its sender left alone is never written, and nothing is lost.

use crate::zone::Zone;
use indaba::store;
use indaba::store::effect::Effect;

const GRID: &str = "/measures/own/effects";

/// The value of a hidden field of the page.
fn hidden(page: &str, name: &str) -> String {
    let after = page.split_once(&format!("name=\"{name}\" value=\"")).unwrap_or_else(|| panic!("{name}: {page}")).1;
    after.split('"').next().unwrap().to_owned()
}

/// The form as one member sees it now.
struct Form {
    spheres: String,
    seen: String,
}

impl Form {
    async fn open(zone: &Zone, token: &str) -> Form {
        Form::of(&zone.page(GRID, Some(token)).await)
    }

    fn of(page: &str) -> Form {
        Form { spheres: hidden(page, "spheres"), seen: hidden(page, "seen") }
    }

    /// Its body with these cells.
    fn with(&self, cells: &str) -> String {
        format!("spheres={}&seen={}&{cells}", self.spheres.replace(';', "%3B"), self.seen.replace(';', "%3B"))
    }
}

async fn said(zone: &Zone, delegation: usize, measure: i64, sphere: &str) -> Option<Effect> {
    let mut c = zone.house.app.db.read().await.unwrap();
    let id = store::measure::by_number(&mut c, &zone.house.dialogue, measure).await.unwrap().unwrap().id;
    let all = store::effect::own(&mut c, &zone.delegations[delegation].0).await.unwrap();
    all.into_iter().find(|e| e.measure_id == id && e.sphere == sphere)
}

fn figures(e: Option<Effect>) -> Option<[i64; 3]> {
    e.map(|e| [e.low, e.mode, e.high])
}

/// The cell of a page, from its field on.
fn cell<'a>(page: &'a str, name: &str) -> &'a str {
    let at = page.find(&format!("<select name=\"{name}\"")).unwrap_or_else(|| panic!("{name}: {page}"));
    let from = page[..at].rfind("<td").unwrap();
    &page[from..at + page[at..].find("</td>").unwrap()]
}

#[tokio::test]
async fn many_cells_are_said_at_once_and_ranges_reasons_and_evidence_stay() {
    for zone in Zone::open().await {
        let (_, head) = &zone.delegations[0];
        let row = "low-0=-1&mode-0=1&high-0=2&reason-0=Fees+fall&evidence-0=https%3A%2F%2Fexample.org&mode-3=2&lang=en";
        zone.ok("/measures/1/assess", head, row).await;
        let form = Form::open(&zone, head).await;
        // Within the range, outside it, certain, not assessed before, no effect, and taken back.
        let cells = "c1.0=2&c1.3=-1&c1.1=%E2%88%921&c2.1=0&c2.0=&c3.0=-1";
        let reply = zone.house.form(&zone.at(GRID), Some(head), &form.with(cells)).await;
        assert_eq!(reply.headers["location"], zone.at(&format!("{GRID}?saved=5")).as_str(), "measure 3 was left alone");
        let kept = said(&zone, 0, 1, "economic").await.unwrap();
        assert_eq!(([kept.low, kept.mode, kept.high], kept.reason.as_str()), ([-1, 2, 2], "Fees fall"));
        assert_eq!((kept.evidence.as_str(), kept.lang.as_str()), ("https://example.org", "en"));
        assert_eq!(figures(said(&zone, 0, 1, "labour").await), Some([-1; 3]), "a certain figure stays certain");
        assert_eq!(figures(said(&zone, 0, 1, "social").await), Some([-1; 3]));
        assert_eq!(figures(said(&zone, 0, 2, "social").await), Some([0; 3]), "no effect is said");
        assert_eq!(figures(said(&zone, 0, 2, "economic").await), None, "taken back");
        let form = Form::open(&zone, head).await;
        let reply = zone.house.form(&zone.at(GRID), Some(head), &form.with("c1.0=-3")).await;
        let to = reply.headers["location"].to_str().unwrap().to_owned();
        assert_eq!(to, zone.at(&format!("{GRID}?saved=1&wide=c1.0")));
        let page = zone.house.get(&to, Some(head)).await.text();
        assert!(page.contains("One cell is saved.") && page.contains("In one cell the range was widened"), "{page}");
        assert!(cell(&page, "c1.0").contains("(−3…+2)") && cell(&page, "c1.0").contains("range widened"), "{page}");
        assert!(!cell(&page, "c1.3").contains("range widened"), "{page}");
        assert_eq!(figures(said(&zone, 0, 1, "economic").await), Some([-3, -3, 2]));
        // The way to a measure's ranges and reasons saves first.
        let form = Form::of(&page);
        let reply = zone.house.form(&zone.at(GRID), Some(head), &form.with("c4.1=1&then=4")).await;
        assert_eq!(reply.headers["location"], zone.at("/measures/4/assess?done=assessed").as_str());
        assert_eq!(figures(said(&zone, 0, 4, "social").await), Some([1; 3]));
    }
}

#[tokio::test]
async fn not_assessed_is_told_from_no_effect() {
    for zone in Zone::open().await {
        // What the delegation says of measure 1: 1 in the economic sphere, 0 in labour, nothing else.
        let page = zone.page(GRID, Some(&zone.delegations[0].1)).await;
        let (none, no_effect) = (cell(&page, "c1.1"), cell(&page, "c1.3"));
        assert!(none.contains("class=\"none\"") && none.contains("aria-describedby=\"unassessed\""), "{none}");
        assert!(!none.contains("selected"), "{none}");
        assert!(no_effect.contains("class=\"level\"") && no_effect.contains("<option selected>0"), "{no_effect}");
        assert!(!no_effect.contains("unassessed"), "{no_effect}");
        assert!(page.contains("id=\"unassessed\">not assessed<") && page.contains("8 of 28 cells"), "{page}");
        assert!(cell(&page, "c1.0").contains("aria-labelledby=\"m1 s0\""), "{page}");
        // Who may look but not say reads the same in words.
        let adviser = zone.house.member(indaba::access::Role::Adviser, Some(&zone.delegations[0].0)).await;
        let read = zone.page(GRID, Some(&adviser)).await;
        assert!(!read.contains("<select"), "{read}");
        assert_eq!(read.matches("class=\"soft\">not assessed<").count(), 20, "{read}");
        assert_eq!(zone.sent(GRID, &adviser, "c1.0=1").await, 403);
    }
}

#[tokio::test]
async fn a_figure_that_is_none_is_said_at_its_cell_and_nothing_else_is_lost() {
    for zone in Zone::open().await {
        let (_, head) = &zone.delegations[0];
        let form = Form::open(&zone, head).await;
        let reply = zone.house.form(&zone.at(GRID), Some(head), &form.with("c1.0=7&c2.1=-2&c1.1=%3Cb%3E")).await;
        assert_eq!(reply.status.as_u16(), 422);
        let page = reply.text();
        assert!(page.contains("Nothing is saved yet: 2 figures"), "{page}");
        for (name, kept) in [("c1.0", "<option selected>7"), ("c1.1", "<option selected>&#60;b&#62;")] {
            let cell = cell(&page, name);
            assert!(cell.contains("aria-invalid") && cell.contains(&format!("id=\"e{name}\"")), "{cell}");
            assert!(cell.contains(kept), "{cell}");
        }
        let taken = cell(&page, "c2.1");
        assert!(taken.contains("<option selected>−2") && !taken.contains("aria-invalid"), "{taken}");
        assert_eq!(figures(said(&zone, 0, 2, "social").await), None, "all of it or nothing");
    }
}

#[tokio::test]
async fn of_two_members_who_change_a_cell_the_second_is_told() {
    for zone in Zone::open().await {
        let (id, head) = zone.delegations[0].clone();
        let delegate = zone.house.member(indaba::access::Role::Delegate, Some(&id)).await;
        let (one, other) = (Form::open(&zone, &head).await, Form::open(&zone, &delegate).await);
        zone.ok(GRID, &head, &one.with("c1.0=3&c2.0=-3&c2.1=1&c4.0=")).await;
        // What the second left alone as it was, and what both say alike, is no quarrel.
        let reply = zone.house.form(&zone.at(GRID), Some(&delegate), &other.with("c1.0=1&c2.0=-3&c3.3=3")).await;
        assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
        assert_eq!(figures(said(&zone, 0, 1, "economic").await), Some([3; 3]), "left alone is not written");
        assert_eq!(figures(said(&zone, 0, 3, "labour").await), Some([3; 3]));
        let quarrel = other.with("c1.0=-1&c2.1=2&c4.0=2&c3.0=3");
        let reply = zone.house.form(&zone.at(GRID), Some(&delegate), &quarrel).await;
        assert_eq!(reply.status.as_u16(), 422);
        let page = reply.text();
        for (name, now) in [("c1.0", "+3"), ("c2.1", "+1"), ("c4.0", "took this back")] {
            let cell = cell(&page, name);
            assert!(cell.contains("Your delegation") && cell.contains(now), "{cell}");
        }
        assert!(cell(&page, "c1.0").contains("<option selected>−1"), "what was entered stays: {page}");
        assert!(cell(&page, "c2.0").contains("<option selected>−3"), "and elsewhere what is said now: {page}");
        assert_eq!(figures(said(&zone, 0, 3, "economic").await), Some([-1; 3]), "nothing of it is saved yet");
        // Whoever has read it puts theirs in its place.
        zone.ok(GRID, &delegate, &Form::of(&page).with("c1.0=-1&c2.0=-3&c2.1=2&c4.0=2&c3.0=3")).await;
        assert_eq!(figures(said(&zone, 0, 1, "economic").await), Some([-1; 3]));
        assert_eq!(figures(said(&zone, 0, 4, "economic").await), Some([2; 3]));
    }
}

#[tokio::test]
async fn what_was_entered_for_a_sphere_that_is_gone_is_told_and_does_not_slip_into_another() {
    for zone in Zone::open().await {
        let (_, head) = &zone.delegations[0];
        let form = Form::open(&zone, head).await;
        zone.ok("/measures/rules", &zone.chair, "spheres=labour%0Aeconomic&tolerance=0").await;
        let reply = zone.house.form(&zone.at(GRID), Some(head), &form.with("c1.0=2&c1.1=3")).await;
        assert_eq!(reply.status.as_u16(), 422);
        let page = reply.text();
        assert!(page.contains("Measure 1 · social · 3"), "{page}");
        assert!(cell(&page, "c1.1").contains("<option selected>+2"), "economic stands second now: {page}");
        zone.ok(GRID, head, &Form::of(&page).with("c1.0=0&c1.1=2")).await;
        assert_eq!(figures(said(&zone, 0, 1, "economic").await), Some([2; 3]));
        assert_eq!(figures(said(&zone, 0, 1, "labour").await), Some([0; 3]));
    }
}
