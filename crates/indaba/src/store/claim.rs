//! Offers that were entered in somebody's name, until that person confirms them. They have no account and take part in
//! nothing.

use super::offer::Offer;
use super::{Conn, Moment, Stored};

/// Ties an offer to the link with which it is confirmed.
pub async fn put(c: &mut Conn, offer: &str, hash: &str) -> Stored<()> {
    run!(c, "UPDATE offer SET claim_hash = $2 WHERE id = $1", offer, hash)?;
    Ok(())
}

/// The offer behind a link that is still good.
pub async fn behind(c: &mut Conn, dialogue: &str, hash: &str, now: Moment) -> Stored<Option<Offer>> {
    first!(
        c,
        Offer,
        "SELECT id, person_id, handle, residence, ties, hidden_from, profile, will_not, lang, capacity, taken, state, \
         sealed, entered_by, created_at, changed_at, renew_by, partner_id FROM offer \
         WHERE dialogue_id = $1 AND claim_hash = $2 AND state = 'unconfirmed' AND renew_by > $3",
        dialogue,
        hash,
        now
    )
}

/// Makes an offer that of an account, and active; false when it was confirmed or deleted meanwhile.
pub async fn confirm(c: &mut Conn, offer: &str, person: &str, now: Moment, renew_by: Moment) -> Stored<bool> {
    let touched = run!(
        c,
        "UPDATE offer SET person_id = $2, state = 'active', claim_hash = NULL, changed_at = $3, renew_by = $4 \
         WHERE id = $1 AND state = 'unconfirmed' AND renew_by > $3",
        offer,
        person,
        now,
        renew_by
    )?;
    Ok(touched == 1)
}

/// Deletes an offer that its person does not want.
pub async fn refuse(c: &mut Conn, offer: &str) -> Stored<u64> {
    run!(c, "DELETE FROM offer WHERE id = $1 AND state = 'unconfirmed'", offer)
}

/// Deletes the offers of a dialogue that nobody confirmed in time: they hold somebody's contact.
pub async fn forget(c: &mut Conn, dialogue: &str, now: Moment) -> Stored<u64> {
    run!(c, "DELETE FROM offer WHERE dialogue_id = $1 AND state = 'unconfirmed' AND renew_by <= $2", dialogue, now)
}
