//! Who could meet a need: its matches with their reasons, and what of them the broker puts into the queue.

use super::super::{Answer, Problem, Visit};
use super::introductions::reasons_in_words;
use super::needs::need;
use super::{Card, Page, Tab, Typed, address, country_of, is_shown_to, need_card, offer_card, page};
use crate::exchange::matching::{self, Asking, Ranked};
use crate::exchange::profile::Profile;
use crate::exchange::steps::may_meet;
use crate::introduction::State;
use crate::store::introduction::Introduction;
use crate::store::need::Need;
use crate::store::offer::Offer;
use crate::store::{self, Conn};
use askama::Template;
use axum::Form;
use axum::extract::Path;
use std::collections::HashMap;

/// Matches shown for one need.
const SHOWN: usize = 20;
/// Introductions that one press of the button proposes for a need that asks for one person.
const PROPOSED: usize = 3;

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
    /// What the person will not do, in their words: text, language, direction.
    will_not: Option<(String, String, &'static str)>,
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
        store::introduction::offers_of_need(&mut c, &need.id, visit.now).await?.into_iter().collect();
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
            conflicts: conflicts(visit, &need, &offer, exposures.get(&offer.id).copied().unwrap_or(0)),
            will_not: Some((offer.will_not, offer.lang)).filter(|(text, _)| !text.is_empty()).map(|(text, lang)| {
                let dir = visit.l.dir_of(&lang);
                (text, lang, dir)
            }),
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
fn conflicts(visit: &Visit, need: &Need, offer: &Offer, shown: i64) -> Vec<String> {
    let l = visit.l;
    let mut found = Vec::new();
    let hours = [&need.profile, &offer.profile].map(|profile| Profile::from_json(profile).hours);
    if hours[1] < hours[0] {
        found.push(l.t2("conflict-hours", "asked", hours[0], "offered", hours[1]));
    }
    if offer.taken >= offer.capacity {
        found.push(l.t("conflict-full"));
    } else if offer.taken > 0 {
        found.push(l.t2("conflict-taken", "n", offer.taken, "of", offer.capacity));
    }
    if shown > 2 {
        found.push(l.t1("conflict-exposed", "n", shown));
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
    if n == 0
        && let Some((found, _)) = chosen.first()
    {
        let together = store::introduction::offers_of_need(&mut c, &need.id, visit.now).await?;
        drop(c);
        let state = together.into_iter().find(|(offer, _)| *offer == found.offer).map(|(_, state)| state);
        return shown(&visit, &id, visit.l.w("matches-not-again", again(state.as_deref()))).await;
    }
    c.commit().await?;
    page::go(&address(&visit, &format!("/queue?done=proposed&n={n}"))?)
}

/// Why two are not brought together again, as a word.
fn again(state: Option<&str>) -> &'static str {
    match state.and_then(|state| state.parse().ok()) {
        Some(State::NotTaken | State::Revoked) => "no",
        Some(State::Exchanged | State::Engaged | State::Completed) => "met",
        _ => "waits",
    }
}

/// An offer that the broker names. What is hidden from the need's country, or from the broker, is not there.
async fn by_hand(visit: &Visit, need: &Need, handle: &str) -> Result<Option<Ranked>, Problem> {
    let mut c = visit.read().await?;
    let country = country_of(visit, &mut c).await?;
    let readers = [&*need.country, &*need.partner_country, &*need.poster_country, &*country];
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
