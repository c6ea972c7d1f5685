//! A need and the partner servers: the broker chooses to which it is published, and reads how many offers fit there.

use super::super::{Answer, Problem, Visit};
use super::needs::need;
use super::{Page, Tab, Typed, address, page};
use crate::lang::L;
use crate::partner::letter::STEP;
use crate::store;
use crate::store::need::Need;
use crate::store::partner::{Partner, Publication};
use askama::Template;
use axum::Form;
use axum::extract::Path;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "exchange/partners.html")]
struct Partners {
    page: Page,
    home: String,
    id: String,
    title: String,
    lang: String,
    dir: &'static str,
    rows: Vec<Row>,
}

/// A partner as the broker sees it for one need.
struct Row {
    id: String,
    name: String,
    address: String,
    published: bool,
    fits: String,
    well: String,
    state: String,
}

/// This server's own need, which alone is published.
async fn own(visit: &Visit, id: &str) -> Result<Need, Problem> {
    let need = need(visit, id).await?;
    if need.partner_id.is_none() { Ok(need) } else { Err(Problem::not_found()) }
}

/// `GET /d/{slug}/exchange/needs/{id}/partners`
pub async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let need = own(&visit, &id).await?;
    let mut c = visit.read().await?;
    let partners = store::partner::of_dialogue(&mut c, &visit.convened()?.dialogue.id).await?;
    let published = store::partner::publications(&mut c, &need.id).await?;
    let published: HashMap<&str, &Publication> = published.iter().map(|p| (p.partner_id.as_str(), p)).collect();
    let l = visit.l;
    page::show(&Partners {
        home: address(&visit, "")?,
        rows: partners.into_iter().map(|p| row(l, published.get(p.id.as_str()).copied(), p)).collect(),
        dir: l.dir_of(&need.lang),
        id: need.id,
        title: need.title,
        lang: need.lang,
        page: Page::new(&visit, l.t("partners-title"), Tab::Exchange),
    })
}

fn row(l: L, found: Option<&Publication>, partner: Partner) -> Row {
    let published = found.is_some_and(|p| p.published);
    let count = |n: Option<i64>| match n.filter(|_| published) {
        None => String::new(),
        Some(0) => l.t1("partners-fewer", "n", STEP),
        Some(n) => l.t1("partners-at-least", "n", n),
    };
    Row {
        fits: count(found.and_then(|p| p.fits)),
        well: count(found.and_then(|p| p.fits_well)),
        state: state(l, found, published),
        id: partner.id,
        name: partner.name,
        address: partner.address,
        published,
    }
}

fn state(l: L, found: Option<&Publication>, published: bool) -> String {
    match found {
        Some(p) if !p.trouble.is_empty() => {
            l.t2("partners-trouble", "why", l.w("partner-trouble", &p.trouble), "at", l.at(&p.next_at))
        }
        Some(p) if published => {
            p.answered_at.map_or_else(|| l.t("partners-under-way"), |at| l.t1("partners-answered", "at", l.at(&at)))
        }
        _ => l.t("partners-not-published"),
    }
}

/// `POST /d/{slug}/exchange/needs/{id}/partners`: publishes it to those chosen, and takes it back from the others.
pub async fn publish(visit: Visit, Path((_, id)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let need = own(&visit, &id).await?;
    let mut c = visit.write().await?;
    let before = store::partner::publications(&mut c, &need.id).await?;
    for partner in store::partner::of_dialogue(&mut c, &visit.convened()?.dialogue.id).await? {
        let chosen = typed.has("partner", &partner.id);
        let known = before.iter().find(|p| p.partner_id == partner.id);
        if chosen && !need.is_open(visit.now) {
            return Err(Problem::conflict("problem-need-closed"));
        }
        if chosen != known.is_some_and(|p| p.published) {
            store::partner::publish(&mut c, &need.id, &partner.id, chosen).await?;
        }
    }
    c.commit().await?;
    visit.app.letters.notify_one();
    page::go(&address(&visit, &format!("/needs/{id}/partners"))?)
}
