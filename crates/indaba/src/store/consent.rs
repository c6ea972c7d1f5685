//! What was said yes to in an introduction, and what becomes of those that wait when the need or the offer is changed.

use super::{Conn, Moment, Stored};

/// Introductions of a need or an offer end that wait although the offer is by now hidden from the need. Both are of this
/// server: a partner's offer is hidden from nobody here.
pub async fn close_hidden(c: &mut Conn, need: &str, offer: &str, now: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE introduction SET state = 'dismissed', changed_at = $3 WHERE (need_id = $1 OR offer_id = $2) \
         AND state IN ('proposed', 'with_offer', 'with_host') AND EXISTS (SELECT 1 FROM offer o, need n \
           WHERE o.id = introduction.offer_id AND n.id = introduction.need_id AND o.hidden_from <> '' \
           AND (';' || o.hidden_from || ';' LIKE '%;' || n.country || ';%' \
             OR (n.partner_country <> '' AND ';' || o.hidden_from || ';' LIKE '%;' || n.partner_country || ';%') \
             OR (n.poster_country <> '' AND ';' || o.hidden_from || ';' LIKE '%;' || n.poster_country || ';%')))",
        need,
        offer,
        now
    )
}

/// Introductions of a need end in which the person said yes to what the need was, here or on a partner's server. The
/// places that wait for a partner's word are free again.
pub async fn close_answered(c: &mut Conn, need: &str, now: Moment) -> Stored<()> {
    run!(
        c,
        "UPDATE need SET placed = placed - (SELECT COUNT(*) FROM introduction i \
           WHERE i.need_id = need.id AND i.state = 'confirming') WHERE id = $1",
        need
    )?;
    run!(
        c,
        "UPDATE introduction SET state = 'dismissed', changed_at = $2 WHERE need_id = $1 \
         AND (state IN ('with_host', 'confirming') OR (state = 'proposed' \
           AND offer_id IN (SELECT id FROM offer WHERE partner_id IS NOT NULL)))",
        need,
        now
    )?;
    Ok(())
}

/// Those who were asked about a need and have not answered yet are asked until `due`: the introductions' ids. Unless it
/// is still the same institution, its name is no longer shown to them.
pub async fn ask_anew(c: &mut Conn, need: &str, same_host: bool, now: Moment, due: Moment) -> Stored<Vec<(String,)>> {
    let asked = all!(
        c,
        (String,),
        "SELECT id FROM introduction WHERE need_id = $1 AND state = 'with_offer' AND due_at > $2 ORDER BY id",
        need,
        now
    )?;
    run!(
        c,
        "UPDATE introduction SET host_named = host_named AND $3, due_at = $4, changed_at = $2 \
         WHERE need_id = $1 AND state = 'with_offer' AND due_at > $2",
        need,
        now,
        same_host,
        due
    )?;
    Ok(asked)
}

/// A line of the log.
#[derive(Debug, Clone, Copy)]
pub struct Event<'a> {
    /// Who acted.
    pub actor: &'a str,
    /// What was done.
    pub step: &'a str,
    /// The version of the consent text that was read; empty where none was.
    pub consent: &'a str,
    /// The need and the card that a yes was said to ([`crate::exchange::consent`]); empty for other steps.
    pub read: [&'a str; 2],
    /// When.
    pub at: Moment,
}

/// Logs a step with what was read.
pub async fn log(c: &mut Conn, introduction: &str, e: Event<'_>) -> Stored<()> {
    let [need, offer] = e.read;
    run!(
        c,
        "INSERT INTO introduction_event (id, introduction_id, actor, step, consent, need_read, offer_read, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        super::new_id(),
        introduction,
        e.actor,
        e.step,
        e.consent,
        need,
        offer,
        e.at
    )?;
    Ok(())
}

/// The need and the card that the person who offers said yes to last; none where that yes was said on another server.
pub async fn last_yes(c: &mut Conn, introduction: &str) -> Stored<Option<(String, String)>> {
    first!(
        c,
        (String, String),
        "SELECT need_read, offer_read FROM introduction_event WHERE introduction_id = $1 AND actor = 'offer' \
         AND step = 'yes' ORDER BY id DESC LIMIT 1",
        introduction
    )
}
