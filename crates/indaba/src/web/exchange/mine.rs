//! What is mine in the exchange: needs, offers, introductions that ask or wait, and what was shown of me to whom.

use super::super::{Answer, Visit};
use super::queue::asked_of_host;
use super::{Card, Fact, May, Page, Tab, Typed, address, need_card, offer_card, page, person};
use crate::countries;
use crate::introduction::{self, Seen};
use crate::lang::L;
use crate::store;
use crate::store::introduction::{Disclosure, Introduction};
use crate::store::need::Need;
use crate::store::offer::Offer;
use crate::words::split;
use askama::Template;
use axum::extract::Query;
use std::collections::HashMap;

#[derive(Template)]
#[template(path = "exchange/mine.html")]
struct Mine {
    page: Page,
    home: String,
    may: May,
    done: String,
    renewal: String,
    asks: Vec<Line>,
    others: Vec<Line>,
    needs: Vec<Card>,
    offers: Vec<(Card, String)>,
    disclosed: Vec<Shown>,
}

/// An introduction in a line.
struct Line {
    id: String,
    /// The part of its page that asks.
    part: &'static str,
    title: String,
    lang: String,
    dir: &'static str,
    told: String,
    due: String,
}

/// What was shown of the visitor, by which introduction.
struct Shown {
    what: String,
    at: String,
    /// The introduction, where it is one of this dialogue: its id, and the need's title.
    by: Option<(String, String)>,
}

/// `GET /d/{slug}/exchange/mine`
pub async fn show(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    let person = person(&visit)?;
    let dialogue = &visit.convened()?.dialogue.id;
    let mut c = visit.read().await?;
    let offers = store::offer::of_person(&mut c, person).await?;
    let needs = store::need::of_person(&mut c, person).await?;
    let mut lines = Vec::new();
    for it in store::introduction::of_offerer(&mut c, person).await? {
        let own_no = it.declined_by == "offer";
        let seen = introduction::seen_by_offer(it.state, it.offer_yes_at.is_some(), own_no, it.due_at, visit.now);
        if let (Some(seen), Some(need)) = (seen, store::need::by_id(&mut c, dialogue, &it.need_id).await?) {
            lines.push((seen, line(&visit, &it, seen, need.title, need.lang)));
        }
    }
    let mut followed: HashMap<String, Vec<i64>> = HashMap::new();
    for said in store::outcome::own_follow_ups(&mut c, person).await? {
        followed.entry(said.introduction_id).or_default().push(said.month);
    }
    for it in store::introduction::of_host(&mut c, person).await? {
        let own_no = it.declined_by == "host";
        let seen = introduction::seen_by_host(it.state, it.offer_yes_at.is_some(), own_no, it.due_at, visit.now);
        let need: Option<&Need> = needs.iter().find(|need| need.id == it.need_id);
        if let (Some(seen), Some(need)) = (seen, need) {
            let line = line(&visit, &it, seen, need.title.clone(), need.lang.clone());
            let said = followed.get(&it.id).map_or(&[][..], Vec::as_slice);
            // What came of it is asked like anything else that waits for an answer.
            match asked_of_host(&visit, &it, need, said) {
                Some(month) => {
                    let told = visit.l.t1("told-follow-up", "n", month);
                    lines.push((Seen::Asks, Line { told, part: "#follow-up", ..line }));
                }
                None => lines.push((seen, line)),
            }
        }
    }
    let disclosed = store::introduction::disclosed(&mut c, person).await?;
    let disclosed = disclosed.iter().map(|d| shown(visit.l, d, &lines)).collect();
    let (asks, others): (Vec<_>, Vec<_>) = lines.into_iter().partition(|(seen, _)| *seen == Seen::Asks);
    page::show(&Mine {
        may: May::of(&visit),
        home: address(&visit, "")?,
        done: done(visit.l, asked.get("done")),
        renewal: renewal(visit.l, &offers, visit.now),
        asks: asks.into_iter().map(|(_, line)| line).collect(),
        others: others.into_iter().map(|(_, line)| line).collect(),
        needs: needs.iter().map(|need| need_card(&visit, need)).collect(),
        offers: offers.iter().map(|offer| (own_card(&visit, offer), offer.state.clone())).collect(),
        disclosed,
        page: Page::new(&visit, visit.l.t("exchange-mine"), Tab::Exchange),
    })
}

/// So long before an offer lapses its owner is reminded.
const REMINDED: store::Moment = 30 * 24 * 3_600_000;

/// Of how many of one's offers the time runs out, in words; nothing where it does of none.
pub(super) fn renewal(l: L, offers: &[Offer], now: store::Moment) -> String {
    let soon = offers.iter().filter(|offer| offer.is_active(now) && offer.renew_by <= now + REMINDED).count();
    if soon == 0 { String::new() } else { l.t1("offer-renew-soon", "n", soon) }
}

/// The card of an offer as its owner alone reads it: with whom it is hidden from.
fn own_card(visit: &Visit, offer: &Offer) -> Card {
    let (l, mut card) = (visit.l, offer_card(visit, offer));
    let names: Vec<String> = split(&offer.hidden_from).map(|code| countries::name(l, code)).collect();
    let value = if names.is_empty() { l.t("card-hidden-nobody") } else { l.list(&names) };
    card.facts.push(Fact::new(l, "card-hidden", value));
    card
}

fn line(visit: &Visit, it: &Introduction, seen: Seen, title: String, lang: String) -> Line {
    let l = visit.l;
    let waits = matches!(seen, Seen::Asks | Seen::Waits);
    Line {
        id: it.id.clone(),
        part: "",
        dir: l.dir_of(&lang),
        title,
        lang,
        told: l.w("told", seen),
        due: if waits { it.due_at.map_or_else(String::new, |due| l.day(&due)) } else { String::new() },
    }
}

fn shown(l: L, d: &Disclosure, lines: &[(Seen, Line)]) -> Shown {
    let by = lines.iter().find(|(_, line)| line.id == d.introduction_id);
    let fields: Vec<String> = split(&d.fields).map(|field| l.w("contact", field)).collect();
    let key = if d.side == "offer" { "disclosed-to-host" } else { "disclosed-to-offer" };
    Shown {
        what: l.t1(key, "fields", l.list(&fields)),
        at: l.at(&d.at),
        by: by.map(|(_, line)| (line.id.clone(), line.title.clone())),
    }
}

/// What was just done, in words.
fn done(l: L, word: &str) -> String {
    const SAID: [&str; 10] = [
        "need-withdrawn",
        "offer-posted",
        "offer-changed",
        "offer-active",
        "offer-paused",
        "offer-withdrawn",
        "yes",
        "no",
        "withdraw",
        "finish",
    ];
    if SAID.contains(&word) { l.w("exchange-done", word) } else { String::new() }
}
