//! The broker's queue: what waits for whom, needs that nobody was found for, the matches of a need with their reasons.

use super::super::{Answer, Problem, Visit};
use super::introductions::reasons_in_words;
use super::needs::need;
use super::{Card, Page, Pager, Tab, Typed, address, country_of, is_shown_to, need_card, offer_card, page};
use crate::exchange::matching::{self, Asking, Ranked};
use crate::exchange::steps::may_meet;
use crate::introduction::{State, effective, follow_up_due};
use crate::store::introduction::Introduction;
use crate::store::need::Need;
use crate::store::offer::Offer;
use crate::store::{self, Conn};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use std::collections::HashMap;

/// Matches shown for one need.
const SHOWN: usize = 20;
/// Introductions that one press of the button proposes for a need that asks for one person.
const PROPOSED: usize = 3;

#[derive(Template)]
#[template(path = "exchange/queue.html")]
struct Queue {
    page: Page,
    home: String,
    done: String,
    rows: Vec<Row>,
    pager: Pager,
    needs: Vec<Open>,
    overdue: i64,
}

/// An introduction in the queue.
struct Row {
    id: String,
    need: String,
    lang: String,
    dir: &'static str,
    offer: String,
    /// The partner server of its other side; empty where both are here.
    through: String,
    state: String,
    waits_for: String,
    due: String,
}

/// A need that somebody can still be introduced to.
struct Open {
    id: String,
    title: String,
    lang: String,
    dir: &'static str,
    country: String,
    /// The partner server whose need it is; empty for this one's own.
    through: String,
    waiting: i64,
    under_way: usize,
    endorsed: bool,
}

/// `GET /d/{slug}/exchange/queue`
pub async fn queue(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    let dialogue = &visit.convened()?.dialogue.id;
    let home = address(&visit, "")?;
    let mut c = visit.write().await?;
    store::introduction::time_out(&mut c, dialogue, visit.now).await?;
    store::claim::forget(&mut c, dialogue, visit.now).await?;
    c.commit().await?;
    let mut c = visit.read().await?;
    let country = country_of(&visit, &mut c).await?;
    let mut rows = store::introduction::page(&mut c, dialogue, &country, asked.from()).await?;
    let pager = Pager::cut(&mut rows, asked.from(), &format!("{home}/queue?from="));
    let needs = store::need::open(&mut c, dialogue, visit.now).await?;
    let overdue = overdue(&visit, &mut c, &country).await?;
    page::show(&Queue {
        done: done(&visit, &asked),
        rows: rows_of(&visit, &mut c, &rows, &country).await?,
        needs: open(&visit, &needs, &rows, &names(&mut c, dialogue).await?),
        overdue,
        pager,
        home,
        page: Page::new(&visit, visit.l.t("queue-title"), Tab::Exchange),
    })
}

fn done(visit: &Visit, asked: &Typed) -> String {
    let l = visit.l;
    match asked.get("done") {
        "proposed" => l.t1("exchange-done-proposed", "n", asked.number("n").unwrap_or(0)),
        word @ ("show" | "show-host" | "dismiss" | "start" | "finish") => l.w("exchange-done", word),
        _ => String::new(),
    }
}

async fn rows_of(visit: &Visit, c: &mut Conn, rows: &[Introduction], country: &str) -> Result<Vec<Row>, Problem> {
    let dialogue = &visit.convened()?.dialogue.id;
    let needs: HashMap<String, Need> =
        store::need::of_queue(c, dialogue).await?.into_iter().map(|n| (n.id.clone(), n)).collect();
    let offers: HashMap<String, Offer> =
        store::offer::of_queue(c, dialogue).await?.into_iter().map(|o| (o.id.clone(), o)).collect();
    let partners = names(c, dialogue).await?;
    let row = |it: &Introduction| {
        let (need, offer) = (needs.get(&it.need_id)?, offers.get(&it.offer_id)?);
        let through = through(visit, &partners, offer.partner_id.as_ref().or(need.partner_id.as_ref()));
        is_shown_to(offer, country).then(|| Row { through, ..row(visit, it, need, offer) })
    };
    Ok(rows.iter().filter_map(row).collect())
}

/// The partners of a dialogue, by their ids.
async fn names(c: &mut Conn, dialogue: &str) -> Result<HashMap<String, String>, Problem> {
    let partners = store::partner::of_dialogue(c, dialogue).await?;
    Ok(partners.into_iter().map(|partner| (partner.id, partner.name)).collect())
}

/// Through which partner server something comes, in words; empty for what is here.
fn through(visit: &Visit, partners: &HashMap<String, String>, id: Option<&String>) -> String {
    let name = id.and_then(|id| partners.get(id));
    name.map_or_else(String::new, |name| visit.l.t1("partner-through", "name", name))
}

fn row(visit: &Visit, it: &Introduction, need: &Need, offer: &Offer) -> Row {
    let l = visit.l;
    let state = effective(it.state, it.due_at, visit.now);
    let waits_for = match state {
        State::Proposed => "broker",
        State::WithOffer => "offer",
        State::WithHost | State::Exchanged | State::Engaged => "host",
        State::Confirming => "partner",
        _ => "",
    };
    Row {
        id: it.id.clone(),
        need: need.title.clone(),
        dir: l.dir_of(&need.lang),
        lang: need.lang.clone(),
        offer: offer.handle.clone(),
        through: String::new(),
        state: l.w("introduction", state),
        waits_for: if waits_for.is_empty() { String::new() } else { l.w("actor", waits_for) },
        due: it.due_at.filter(|_| state.waits()).map_or_else(String::new, |due| l.day(&due)),
    }
}

fn open(visit: &Visit, needs: &[Need], rows: &[Introduction], partners: &HashMap<String, String>) -> Vec<Open> {
    let l = visit.l;
    let under_way = |id: &str| {
        rows.iter().filter(|it| it.need_id == id && !effective(it.state, it.due_at, visit.now).is_over()).count()
    };
    let entry = |need: &Need| Open {
        id: need.id.clone(),
        title: need.title.clone(),
        dir: l.dir_of(&need.lang),
        lang: need.lang.clone(),
        country: crate::countries::name(l, &need.country),
        through: through(visit, partners, need.partner_id.as_ref()),
        waiting: (visit.now - need.created_at) / (24 * 3_600_000),
        under_way: under_way(&need.id),
        endorsed: !need.endorsed_by.is_empty(),
    };
    let mut open: Vec<Open> = needs.iter().map(entry).collect();
    // Those that nobody is on the way to first; among them the longest waiting.
    open.sort_by_key(|need| (need.under_way, -need.waiting));
    open.truncate(100);
    open
}

/// Follow-ups that are due and not answered.
async fn overdue(visit: &Visit, c: &mut Conn, country: &str) -> Result<i64, Problem> {
    let dialogue = &visit.convened()?.dialogue.id;
    let mut said: HashMap<String, Vec<i64>> = HashMap::new();
    for follow_up in store::introduction::follow_ups(c, dialogue).await? {
        said.entry(follow_up.introduction_id).or_default().push(follow_up.month);
    }
    let begun = store::introduction::begun(c, dialogue, country).await?;
    let due = |(id, at): &&(String, i64)| {
        follow_up_due(Some(*at), said.get(id).map_or(&[][..], Vec::as_slice), visit.now).is_some()
    };
    Ok(begun.iter().filter(due).count() as i64)
}

#[derive(Template)]
#[template(path = "exchange/matches.html")]
struct Matches {
    page: Page,
    home: String,
    need: Card,
    error: String,
    matches: Vec<Shown>,
    none: Vec<String>,
}

/// An offer that fits, with its reasons.
struct Shown {
    card: Card,
    reasons: Vec<String>,
    conflicts: Vec<String>,
    brought_together: bool,
}

/// `GET /d/{slug}/exchange/needs/{id}/matches`
pub async fn matches(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    shown(&visit, &id, String::new()).await
}

async fn shown(visit: &Visit, id: &str, error: String) -> Answer {
    let need = need(visit, id).await?;
    let dialogue = visit.convened()?.dialogue.id.clone();
    let mut c = visit.read().await?;
    let country = country_of(visit, &mut c).await?;
    drop(c);
    let asking = Asking { dialogue: &dialogue, reader: &country, now: visit.now };
    let ranked = matching::ranked(&visit.app, asking, &need, SHOWN).await?;
    let mut c = visit.read().await?;
    let together: HashMap<String, String> =
        store::introduction::offers_of_need(&mut c, &need.id).await?.into_iter().collect();
    let exposures: HashMap<String, i64> =
        store::introduction::exposures(&mut c, &dialogue).await?.into_iter().collect();
    let mut matches = Vec::new();
    for found in ranked {
        let Some(offer) = store::offer::by_id(&mut c, &dialogue, &found.offer).await? else { continue };
        if !is_shown_to(&offer, &country) {
            continue;
        }
        matches.push(Shown {
            card: offer_card(visit, &offer),
            reasons: reasons_in_words(visit, &found.reasons),
            conflicts: conflicts(visit, &offer, exposures.get(&offer.id).copied().unwrap_or(0)),
            brought_together: together.contains_key(&offer.id),
        });
    }
    let none = if matches.is_empty() { obstacles(visit, asking, &need).await? } else { Vec::new() };
    page::show(&Matches {
        home: address(visit, "")?,
        need: need_card(visit, &need),
        error,
        matches,
        none,
        page: Page::new(visit, visit.l.t("matches-title"), Tab::Exchange),
    })
}

/// Why nobody fits, in words.
async fn obstacles(visit: &Visit, asking: Asking<'_>, need: &Need) -> Result<Vec<String>, Problem> {
    let found = matching::obstacles(&visit.app, asking, need).await?;
    Ok(found.into_iter().map(|(obstacle, n)| visit.l.t1(&format!("obstacle-{}", obstacle.name()), "n", n)).collect())
}

/// What speaks against it, or has to be minded.
fn conflicts(visit: &Visit, offer: &Offer, shown: i64) -> Vec<String> {
    let l = visit.l;
    let mut found = Vec::new();
    if offer.taken >= offer.capacity {
        found.push(l.t("conflict-full"));
    } else if offer.taken > 0 {
        found.push(l.t2("conflict-taken", "n", offer.taken, "of", offer.capacity));
    }
    if shown > 2 {
        found.push(l.t1("conflict-exposed", "n", shown));
    }
    if !offer.will_not.is_empty() {
        found.push(l.t("conflict-will-not"));
    }
    found
}

/// `POST /d/{slug}/exchange/needs/{id}/matches`: puts chosen offers, or one named by its handle, into the queue.
pub async fn propose(visit: Visit, Path((_, id)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let need = need(&visit, &id).await?;
    let dialogue = visit.convened()?.dialogue.id.clone();
    if !need.is_open(visit.now) {
        return Err(Problem::conflict("problem-need-closed"));
    }
    let handle = typed.get("handle");
    let country = country_of(&visit, &mut visit.read().await?).await?;
    let asking = Asking { dialogue: &dialogue, reader: &country, now: visit.now };
    let ranked = matching::ranked(&visit.app, asking, &need, usize::MAX).await?;
    let mut chosen: Vec<(Ranked, bool)> = Vec::new();
    for offer in typed.all("offer") {
        if let Some(found) = ranked.iter().find(|r| r.offer == offer) {
            chosen.push((found.clone(), false));
        }
    }
    if !handle.is_empty() {
        match by_hand(&visit, &need, handle).await? {
            Some(found) => chosen.push((found, true)),
            None => return shown(&visit, &id, visit.l.t("matches-handle-unknown")).await,
        }
    }
    if chosen.is_empty() {
        return shown(&visit, &id, visit.l.t("matches-none-chosen")).await;
    }
    let mut c = visit.write().await?;
    let mut n = 0;
    for (found, by_hand) in &chosen {
        n += i64::from(insert(&visit, &mut c, &need, found, *by_hand).await?);
    }
    c.commit().await?;
    page::go(&address(&visit, &format!("/queue?done=proposed&n={n}"))?)
}

/// An offer that the broker names. What is hidden from the need's country, or from the broker, is not there.
async fn by_hand(visit: &Visit, need: &Need, handle: &str) -> Result<Option<Ranked>, Problem> {
    let mut c = visit.read().await?;
    let country = country_of(visit, &mut c).await?;
    let readers = [&*need.country, &*need.partner_country, &*country];
    let found = store::offer::by_handle(&mut c, &visit.convened()?.dialogue.id, handle, readers).await?;
    let found = found
        .filter(|o| o.is_active(visit.now) && o.taken < o.capacity && is_shown_to(o, &country) && may_meet(o, need));
    Ok(found.map(|offer| Ranked { offer: offer.id, reasons: Vec::new() }))
}

async fn insert(visit: &Visit, c: &mut Conn, need: &Need, found: &Ranked, by_hand: bool) -> Result<bool, Problem> {
    let it = Introduction {
        id: store::new_id(),
        need_id: need.id.clone(),
        offer_id: found.offer.clone(),
        state: State::Proposed,
        by_hand,
        reasons: serde_json::to_string(&found.reasons).map_err(|e| Problem::internal(&e))?,
        host_named: false,
        declined_by: String::new(),
        proposed_at: visit.now,
        due_at: None,
        offer_yes_at: None,
        host_yes_at: None,
        started_at: None,
        finished_at: None,
        changed_at: visit.now,
    };
    let new = store::introduction::insert(c, &visit.convened()?.dialogue.id, &it).await?;
    if let (true, Some(partner)) = (new, &need.partner_id) {
        store::partner::tie(c, &it.id, partner).await?;
    }
    Ok(new)
}

/// `POST /d/{slug}/exchange/queue`: proposes for every open need at once, with capacities and fair exposure.
pub async fn assign(visit: Visit) -> Answer {
    let dialogue = visit.convened()?.dialogue.id.clone();
    let country = country_of(&visit, &mut visit.read().await?).await?;
    let asking = Asking { dialogue: &dialogue, reader: &country, now: visit.now };
    let proposals = matching::assigned(&visit.app, asking, PROPOSED).await?;
    let mut c = visit.write().await?;
    let mut n = 0;
    for (need, found) in proposals {
        let Some(offer) = store::offer::by_id(&mut c, &dialogue, &found.offer).await? else { continue };
        if is_shown_to(&offer, &country) {
            n += i64::from(insert(&visit, &mut c, &need, &found, false).await?);
        }
    }
    c.commit().await?;
    page::go(&address(&visit, &format!("/queue?done=proposed&n={n}"))?)
}
