//! A need or an offer is changed, rests, or is taken back: what becomes of the introductions that wait on it. A consent
//! is to what stands: an introduction ends in which the person said yes to a need that is changed, and whoever has not
//! answered yet answers for what stands now. Two that may no longer meet part. Both go without a word, as if the broker
//! had taken it back. Each function runs in one transaction, which the caller commits.

use super::consent;
use super::contact::Contact;
use crate::introduction::{Actor, TIME};
use crate::keys::Keyring;
use crate::store::consent::Event;
use crate::store::need::Need;
use crate::store::offer::Offer;
use crate::store::{self, Conn, Moment, Stored};

/// Changes a need of this server; false when it was changed since `before` was `seen`.
pub async fn need(c: &mut Conn, keys: &Keyring, before: &Need, need: &Need, seen: Moment) -> Stored<bool> {
    if !store::need::update(c, need, seen).await? {
        return Ok(false);
    }
    after_need(c, before, need, is_same_host(keys, before, need)).await?;
    Ok(true)
}

/// Takes up what a partner says of its need.
pub async fn need_of_partner(c: &mut Conn, before: &Need, need: &Need) -> Stored<()> {
    if store::need::update_of_partner(c, need).await? {
        after_need(c, before, need, true).await?;
    }
    Ok(())
}

async fn after_need(c: &mut Conn, before: &Need, need: &Need, same_host: bool) -> Stored<()> {
    let now = need.changed_at;
    store::consent::close_hidden(c, &need.id, "", now).await?;
    if same_host && consent::of_need(before) == consent::of_need(need) {
        return Ok(());
    }
    store::consent::close_answered(c, &need.id, now).await?;
    for (id,) in store::consent::ask_anew(c, &need.id, same_host, now, now + TIME).await? {
        let event = Event { actor: Actor::Host.as_str(), step: CHANGED, consent: "", read: ["", ""], at: now };
        store::consent::log(c, &id, event).await?;
    }
    Ok(())
}

/// The line of the log that says that the need was changed before it was answered.
pub const CHANGED: &str = "change";

/// Whether the institution is the same, in the same place. A contact that can't be read may be anybody's.
pub fn is_same_host(keys: &Keyring, before: &Need, need: &Need) -> bool {
    let place = format!("need/{}", need.id);
    let read = |need: &Need| Contact::read(keys, &place, &need.sealed).ok().map(|c| (c.institution, c.place));
    read(before).is_some_and(|before| read(need) == Some(before))
}

/// Takes a need back; false when it was changed since `before` was read.
pub async fn withdraw_need(c: &mut Conn, before: &Need, now: Moment) -> Stored<bool> {
    let need = Need { state: "withdrawn".to_owned(), changed_at: now, ..before.clone() };
    if !store::need::update(c, &need, before.changed_at).await? {
        return Ok(false);
    }
    store::introduction::close_waiting(c, &need.id, "", now).await?;
    Ok(true)
}

/// Changes an offer; false when it was changed since it was `seen`, or has more engagements than it would have room for.
pub async fn offer(c: &mut Conn, offer: &Offer, seen: Moment) -> Stored<bool> {
    if !store::offer::update(c, offer, seen).await? {
        return Ok(false);
    }
    store::consent::close_hidden(c, "", &offer.id, offer.changed_at).await?;
    if offer.state != "active" {
        store::introduction::close_waiting(c, "", &offer.id, offer.changed_at).await?;
    }
    Ok(true)
}
