//! A step of an introduction, taken: the row, the counts of places, the log of disclosures, in one transaction. Of two at
//! the same moment one wins, and the other has changed nothing.

use super::consent;
use super::contact::Contact;
use crate::introduction::{self, Actor, Reach, State, Step, TIME, effective};
use crate::keys::{KeyError, Keyring};
use crate::store::consent::Event;
use crate::store::introduction::{Disclosure, Introduction};
use crate::store::need::Need;
use crate::store::offer::Offer;
use crate::store::{self, Conn, Moment, Stored};
use crate::words::split;

/// An introduction with what it brings together, and the side that acts.
#[derive(Debug)]
pub struct Table {
    /// The introduction.
    pub it: Introduction,
    /// The need.
    pub need: Need,
    /// The offer.
    pub offer: Offer,
    /// Who acts, or looks.
    pub actor: Actor,
    /// The country that a host who acts or looks speaks for, UN M49; empty for none, and for anybody else.
    pub reader: String,
}

impl Table {
    /// On which servers the two sides are.
    pub const fn reach(&self) -> Reach {
        match (&self.need.partner_id, &self.offer.partner_id) {
            (_, Some(_)) => Reach::OfferAbroad,
            (Some(_), None) => Reach::NeedAbroad,
            (None, None) => Reach::Here,
        }
    }

    /// Whether the two may meet, and the host who acts or looks may see the offer.
    pub fn may_meet(&self) -> bool {
        may_meet(&self.offer, &self.need) && is_shown_to(&self.offer, &self.reader)
    }
}

/// Loads an introduction with what it brings together, for somebody who acts.
pub async fn load(c: &mut Conn, dialogue: &str, id: &str, actor: Actor) -> Stored<Option<Table>> {
    let Some(it) = store::introduction::by_id(c, dialogue, id).await? else { return Ok(None) };
    let need = store::need::by_id(c, dialogue, &it.need_id).await?;
    let offer = store::offer::by_id(c, dialogue, &it.offer_id).await?;
    Ok(need.zip(offer).map(|(need, offer)| Table { it, need, offer, actor, reader: String::new() }))
}

/// A step as it is taken.
#[derive(Debug, Clone, Copy)]
pub struct Taken {
    /// What is done.
    pub step: Step,
    /// The broker shows the host's name to the offer.
    pub host_named: bool,
    /// The version of the consent text that was read.
    pub consent: &'static str,
    /// When.
    pub at: Moment,
}

/// Why a step was not taken; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum NotTaken {
    /// It has moved on, or is over.
    #[error("the introduction has moved on")]
    Over,
    /// The last place went to somebody else.
    #[error("somebody else was faster")]
    Faster,
    /// The need or the offer rests, was taken back, or its time is over. Not which.
    #[error("the need or the offer is no longer open")]
    Closed,
    /// A contact can't be read, so that nothing can be exchanged.
    #[error(transparent)]
    Sealed(#[from] KeyError),
    /// The store.
    #[error(transparent)]
    Store(#[from] sqlx::Error),
}

/// Whether an offer may come before the eyes of a country.
pub fn is_shown_to(offer: &Offer, country: &str) -> bool {
    country.is_empty() || split(&offer.hidden_from).all(|hidden| hidden != country)
}

/// Whether an offer may meet a need: hidden neither from its country, nor from the one that it was posted for, nor from
/// that of the server it comes from.
pub fn may_meet(offer: &Offer, need: &Need) -> bool {
    [&need.country, &need.poster_country, &need.partner_country].into_iter().all(|country| is_shown_to(offer, country))
}

/// Takes a step: the state that it leads to. The caller commits.
pub async fn take(c: &mut Conn, keys: &Keyring, table: &Table, taken: &Taken) -> Result<State, NotTaken> {
    let (it, now) = (&table.it, taken.at);
    let state = effective(it.state, it.due_at, now);
    let next = introduction::step_between(table.reach(), state, table.actor, taken.step).ok_or(NotTaken::Over)?;
    if matches!(taken.step, Step::Show | Step::Yes) {
        still_fits(c, table, taken.step, now).await?;
    }
    // The row first: whoever is second finds another state and changes nothing else.
    if !store::introduction::update(c, &written(table, taken, next), it.state).await? {
        return Err(NotTaken::Over);
    }
    places(c, table, state, next, now).await?;
    if next == State::Exchanged {
        disclose(c, keys, table, now).await?;
    }
    let yes = taken.step == Step::Yes;
    let read = if yes {
        [consent::of_need(&table.need), consent::of_offer(&table.offer)]
    } else {
        [String::new(), String::new()]
    };
    let event = Event {
        actor: table.actor.as_str(),
        step: taken.step.as_str(),
        consent: if yes { taken.consent } else { "" },
        read: [&read[0], &read[1]],
        at: now,
    };
    store::consent::log(c, &it.id, event).await?;
    Ok(next)
}

/// The row after the step.
fn written(table: &Table, taken: &Taken, state: State) -> Introduction {
    let now = taken.at;
    let mut new = Introduction { state, changed_at: now, ..table.it.clone() };
    match (taken.step, table.actor) {
        (Step::Show, _) => {
            // Of a partner's need the name is not known here.
            new.host_named = taken.host_named && table.reach() == Reach::Here;
            // An offer that came from a partner has its time already.
            new.due_at = Some(new.due_at.map_or(now + TIME, |due| due.min(now + TIME)));
        }
        (Step::Yes, Actor::Offer) => {
            new.offer_yes_at = Some(now);
            new.due_at = Some(now + TIME);
        }
        (Step::Yes, _) => new.host_yes_at = Some(new.host_yes_at.unwrap_or(now)),
        (Step::No | Step::Withdraw, actor) => actor.as_str().clone_into(&mut new.declined_by),
        (Step::Start, _) => new.started_at = Some(now),
        (Step::Finish, _) => new.finished_at = Some(now),
        (Step::Dismiss, _) => {}
    }
    new
}

/// Before the two come a step nearer: not hidden, what was said yes to still stands, both still there, with room.
async fn still_fits(c: &mut Conn, table: &Table, step: Step, now: Moment) -> Result<(), NotTaken> {
    let (need, offer, reach) = (&table.need, &table.offer, table.reach());
    // The offer's server has the last word, and has said it.
    if table.actor == Actor::Partner && reach == Reach::OfferAbroad {
        return Ok(());
    }
    if !table.may_meet() || !consent::holds(c, table).await? {
        return Err(NotTaken::Over);
    }
    let offered = match reach {
        // Whether it is still there is known where it comes from; here its time counts.
        Reach::OfferAbroad => table.it.due_at.is_some_and(|due| due > now),
        Reach::Here | Reach::NeedAbroad => offer.is_active(now),
    };
    // Whether a partner's need is still there, its server knows as it says its host's yes.
    let sought = table.actor == Actor::Partner || (need.state == "open" && need.expires_at > now);
    if !offered || !sought {
        return Err(NotTaken::Closed);
    }
    let place = table.actor == Actor::Partner || need.placed < need.people;
    // A yes of the person may wait until there is room again; the host's needs it.
    let room = reach == Reach::OfferAbroad || offer.taken < offer.capacity;
    let needs_room = step == Step::Show || table.actor != Actor::Offer;
    if place && (room || !needs_room) { Ok(()) } else { Err(NotTaken::Faster) }
}

/// Keeps the counts of places: never more people than sought, never more engagements than offered. Each is counted
/// where it is at home: of a need when its host says yes, of an offer when both have.
async fn places(c: &mut Conn, table: &Table, from: State, to: State, now: Moment) -> Result<(), NotTaken> {
    let (need, offer, reach) = (&table.need, &table.offer, table.reach());
    let promised = if reach == Reach::OfferAbroad { State::Confirming } else { State::Exchanged };
    if to == promised && reach != Reach::NeedAbroad {
        if !store::need::place_one(c, &need.id, now).await? {
            return Err(NotTaken::Faster);
        }
        if need.placed + 1 >= need.people {
            store::introduction::close_waiting(c, &need.id, "", now).await?;
        }
    }
    if to == State::Exchanged && reach != Reach::OfferAbroad && !store::offer::take_one(c, &offer.id, now).await? {
        return Err(NotTaken::Faster);
    }
    Ok(free_places(c, table, from, to, now).await?)
}

async fn free_places(c: &mut Conn, table: &Table, from: State, to: State, now: Moment) -> Stored<()> {
    let (need, offer, reach) = (&table.need, &table.offer, table.reach());
    if from.holds_capacity() && !to.holds_capacity() && reach != Reach::OfferAbroad {
        store::offer::free_one(c, &offer.id, now).await?;
    }
    let unconfirmed = from == State::Confirming && to != State::Exchanged;
    if (unconfirmed || (to == State::Revoked && table.it.started_at.is_none())) && reach != Reach::NeedAbroad {
        store::need::free_one(c, &need.id, now).await?;
    }
    if to == State::Completed && reach != Reach::NeedAbroad {
        store::need::mark_met(c, &need.id, now).await?;
    }
    Ok(())
}

/// Writes down, for each person concerned, which fields the other side can read from now on. A contact that can't be
/// read can't be shown either: nothing is exchanged on half of it. Of a partner's side its own server writes it down.
async fn disclose(c: &mut Conn, keys: &Keyring, table: &Table, at: Moment) -> Result<(), NotTaken> {
    let (need, offer) = (&table.need, &table.offer);
    for (side, person, place, sealed) in [
        ("offer", &offer.person_id, format!("offer/{}", offer.id), &offer.sealed),
        ("host", &need.person_id, format!("need/{}", need.id), &need.sealed),
    ] {
        let Some(person) = person else { continue };
        let contact = Contact::read(keys, &place, sealed)?;
        let fields = contact.fields().join(";");
        let disclosure = Disclosure { introduction_id: table.it.id.clone(), side: side.to_owned(), fields, at };
        store::introduction::disclose(c, person, &disclosure).await?;
    }
    Ok(())
}
