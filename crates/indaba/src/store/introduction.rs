//! Introductions, the log of their steps, and what was disclosed.

use super::{Conn, Moment, Stored};
use crate::introduction::State;

/// A brokered contact between a need and an offer.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct Introduction {
    /// Id.
    pub id: String,
    /// The need.
    pub need_id: String,
    /// The offer.
    pub offer_id: String,
    /// As it was written down last; see [`crate::introduction::effective`].
    #[sqlx(try_from = "String")]
    pub state: State,
    /// Chosen by the broker, not proposed by the matching.
    pub by_hand: bool,
    /// Why the two fit: the reasons as JSON.
    pub reasons: String,
    /// The host's name is shown to the offer before consent.
    pub host_named: bool,
    /// Which side said no or took its consent back; empty where none did.
    #[serde(skip)]
    pub declined_by: String,
    /// When it came into the queue.
    pub proposed_at: Moment,
    /// Until when an answer is awaited.
    pub due_at: Option<Moment>,
    /// When the offer consented.
    pub offer_yes_at: Option<Moment>,
    /// When the host consented.
    pub host_yes_at: Option<Moment>,
    /// When the work began.
    pub started_at: Option<Moment>,
    /// When the work was done.
    pub finished_at: Option<Moment>,
    /// When it changed last.
    pub changed_at: Moment,
}

/// Puts one into the queue; false when the two were brought together before ([`offers_of_need`] says how). They can be again
/// after nobody answered, or after it was dismissed and neither side said no.
pub async fn insert(c: &mut Conn, dialogue: &str, i: &Introduction) -> Stored<bool> {
    run!(
        c,
        "UPDATE introduction SET state = 'timed_out', changed_at = $3 WHERE need_id = $1 AND offer_id = $2 \
         AND due_at <= $3 AND state IN ('with_offer', 'with_host')",
        &i.need_id,
        &i.offer_id,
        i.proposed_at
    )?;
    let refused = count!(
        c,
        "SELECT COUNT(*) FROM introduction WHERE need_id = $1 AND offer_id = $2 AND declined_by <> ''",
        &i.need_id,
        &i.offer_id
    )?;
    if refused > 0 {
        return Ok(false);
    }
    let touched = run!(
        c,
        "INSERT INTO introduction (id, dialogue_id, need_id, offer_id, state, by_hand, reasons, host_named, declined_by, \
         proposed_at, changed_at, due_at, offer_yes_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, '', $9, $9, $10, $11) \
         ON CONFLICT DO NOTHING",
        &i.id,
        dialogue,
        &i.need_id,
        &i.offer_id,
        i.state.as_str(),
        i.by_hand,
        &i.reasons,
        i.host_named,
        i.proposed_at,
        i.due_at,
        i.offer_yes_at
    )?;
    Ok(touched == 1)
}

/// Writes a step down; false when somebody else took one since `seen` was read.
pub async fn update(c: &mut Conn, i: &Introduction, seen: State) -> Stored<bool> {
    let touched = run!(
        c,
        "UPDATE introduction SET state = $2, host_named = $3, declined_by = $4, due_at = $5, offer_yes_at = $6, \
         host_yes_at = $7, started_at = $8, finished_at = $9, changed_at = $10 WHERE id = $1 AND state = $11",
        &i.id,
        i.state.as_str(),
        i.host_named,
        &i.declined_by,
        i.due_at,
        i.offer_yes_at,
        i.host_yes_at,
        i.started_at,
        i.finished_at,
        i.changed_at,
        seen.as_str()
    )?;
    Ok(touched == 1)
}

/// An introduction of a dialogue.
pub async fn by_id(c: &mut Conn, dialogue: &str, id: &str) -> Stored<Option<Introduction>> {
    first!(
        c,
        Introduction,
        "SELECT id, need_id, offer_id, state, by_hand, reasons, host_named, declined_by, proposed_at, due_at, \
         offer_yes_at, host_yes_at, started_at, finished_at, changed_at FROM introduction \
         WHERE dialogue_id = $1 AND id = $2",
        dialogue,
        id
    )
}

/// A page of introductions, those under way first, then the latest. For a reader who speaks for a country, none with an
/// offer that is hidden from it.
pub async fn page(c: &mut Conn, dialogue: &str, reader: &str, from: i64) -> Stored<Vec<Introduction>> {
    all!(
        c,
        Introduction,
        "SELECT id, need_id, offer_id, state, by_hand, reasons, host_named, declined_by, proposed_at, due_at, \
         offer_yes_at, host_yes_at, started_at, finished_at, changed_at FROM introduction WHERE dialogue_id = $1 \
         AND ($3 = '' OR NOT EXISTS (SELECT 1 FROM offer o WHERE o.id = introduction.offer_id \
           AND ';' || o.hidden_from || ';' LIKE '%;' || $3 || ';%')) \
         ORDER BY CASE WHEN state IN ('proposed', 'with_offer', 'with_host', 'confirming') THEN 0 \
           WHEN state IN ('exchanged', 'engaged') THEN 1 ELSE 2 END, changed_at DESC, id LIMIT 101 OFFSET $2",
        dialogue,
        from,
        reader
    )
}

/// Those of the offers of an account, in an order that a silent no of the other side does not change.
pub async fn of_offerer(c: &mut Conn, person: &str) -> Stored<Vec<Introduction>> {
    all!(
        c,
        Introduction,
        "SELECT i.id, i.need_id, i.offer_id, i.state, i.by_hand, i.reasons, i.host_named, i.declined_by, i.proposed_at, \
         i.due_at, i.offer_yes_at, i.host_yes_at, i.started_at, i.finished_at, i.changed_at FROM introduction i \
         JOIN offer o ON o.id = i.offer_id WHERE o.person_id = $1 ORDER BY i.proposed_at DESC, i.id LIMIT 500",
        person
    )
}

/// Those of the needs of an account that the host was asked about.
pub async fn of_host(c: &mut Conn, person: &str) -> Stored<Vec<Introduction>> {
    all!(
        c,
        Introduction,
        "SELECT i.id, i.need_id, i.offer_id, i.state, i.by_hand, i.reasons, i.host_named, i.declined_by, i.proposed_at, \
         i.due_at, i.offer_yes_at, i.host_yes_at, i.started_at, i.finished_at, i.changed_at FROM introduction i \
         JOIN need n ON n.id = i.need_id WHERE n.person_id = $1 AND i.offer_yes_at IS NOT NULL \
         ORDER BY i.offer_yes_at DESC, i.id LIMIT 500",
        person
    )
}

/// The offers that can't be brought together with a need again, and how each stands: those on the way, those at work,
/// and those where a side said no.
pub async fn offers_of_need(c: &mut Conn, need: &str, now: Moment) -> Stored<Vec<(String, String)>> {
    all!(
        c,
        (String, String),
        "SELECT offer_id, CASE WHEN declined_by <> '' THEN 'not_taken' ELSE state END FROM introduction \
         WHERE need_id = $1 AND (declined_by <> '' OR (state NOT IN ('timed_out', 'dismissed') \
           AND NOT (state IN ('with_offer', 'with_host') AND due_at <= $2)))",
        need,
        now
    )
}

/// How often each offer was shown: `(offer, times)`.
pub async fn exposures(c: &mut Conn, dialogue: &str) -> Stored<Vec<(String, i64)>> {
    all!(
        c,
        (String, i64),
        "SELECT offer_id, COUNT(*) FROM introduction WHERE dialogue_id = $1 AND state <> 'dismissed' GROUP BY offer_id",
        dialogue
    )
}

/// Introductions of a need or an offer that still wait end with it.
pub async fn close_waiting(c: &mut Conn, need: &str, offer: &str, now: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE introduction SET state = 'dismissed', changed_at = $3 WHERE (need_id = $1 OR offer_id = $2) \
         AND state IN ('proposed', 'with_offer', 'with_host')",
        need,
        offer,
        now
    )
}

/// Introductions of a partner's need end that the person who offers has not answered. Those that the partner knows of
/// end with its word on each.
pub async fn close_unanswered(c: &mut Conn, need: &str, now: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE introduction SET state = 'dismissed', changed_at = $2 WHERE need_id = $1 \
         AND state IN ('proposed', 'with_offer')",
        need,
        now
    )
}

/// Writes down that nobody answered in time.
pub async fn time_out(c: &mut Conn, dialogue: &str, now: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE introduction SET state = 'timed_out', changed_at = $2 WHERE dialogue_id = $1 AND due_at <= $2 \
         AND state IN ('with_offer', 'with_host')",
        dialogue,
        now
    )
}

/// The steps of an introduction, in order: `(actor, step, consent, at)`.
pub async fn steps(c: &mut Conn, introduction: &str) -> Stored<Vec<(String, String, String, Moment)>> {
    all!(
        c,
        (String, String, String, Moment),
        "SELECT actor, step, consent, at FROM introduction_event WHERE introduction_id = $1 ORDER BY id",
        introduction
    )
}

/// What was shown of a person.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct Disclosure {
    /// The introduction by which it was.
    pub introduction_id: String,
    /// `offer` or `host`: on which side the person stands.
    pub side: String,
    /// Which fields, `;` between.
    pub fields: String,
    /// When.
    pub at: Moment,
}

/// Writes down that fields of a person were shown to the other side.
pub async fn disclose(c: &mut Conn, person: &str, d: &Disclosure) -> Stored<()> {
    run!(
        c,
        "INSERT INTO disclosure (id, introduction_id, person_id, side, fields, at) VALUES ($1, $2, $3, $4, $5, $6)",
        super::new_id(),
        &d.introduction_id,
        person,
        &d.side,
        &d.fields,
        d.at
    )?;
    Ok(())
}

/// What was shown of a person, the latest first.
pub async fn disclosed(c: &mut Conn, person: &str) -> Stored<Vec<Disclosure>> {
    all!(
        c,
        Disclosure,
        "SELECT introduction_id, side, fields, at FROM disclosure WHERE person_id = $1 ORDER BY at DESC, id LIMIT 1000",
        person
    )
}

/// One begun engagement, for the indicators: no name, no handle.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Circulated {
    /// The need.
    pub need_id: String,
    /// The offer.
    pub offer_id: String,
    /// The country of the need.
    pub country: String,
    /// The need's profile as JSON.
    pub profile: String,
    /// When the need was posted.
    pub posted_at: Moment,
    /// When it was met: the work was done for everybody sought.
    pub met_at: Option<Moment>,
    /// When the work began.
    pub started_at: Option<Moment>,
}

/// Every introduction of a dialogue that the work began in. A partner's need counts on its own server.
pub async fn circulated(c: &mut Conn, dialogue: &str) -> Stored<Vec<Circulated>> {
    all!(
        c,
        Circulated,
        "SELECT i.need_id, i.offer_id, n.country, n.profile, n.created_at AS posted_at, n.met_at, i.started_at \
         FROM introduction i JOIN need n ON n.id = i.need_id WHERE i.dialogue_id = $1 AND i.started_at IS NOT NULL \
         AND n.partner_id IS NULL ORDER BY i.started_at, i.id",
        dialogue
    )
}

/// `(introduction, when the work began)` of every engagement whose host is asked here how it went; as [`page`] for a
/// reader.
pub async fn begun(c: &mut Conn, dialogue: &str, reader: &str) -> Stored<Vec<(String, Moment)>> {
    all!(
        c,
        (String, Moment),
        "SELECT i.id, i.started_at FROM introduction i JOIN need n ON n.id = i.need_id \
         WHERE i.dialogue_id = $1 AND i.state IN ('engaged', 'completed') AND n.partner_id IS NULL \
         AND ($2 = '' OR NOT EXISTS (SELECT 1 FROM offer o WHERE o.id = i.offer_id \
           AND ';' || o.hidden_from || ';' LIKE '%;' || $2 || ';%'))",
        dialogue,
        reader
    )
}

/// `(need, offer)` of every pair that was brought together.
pub async fn pairs(c: &mut Conn, dialogue: &str) -> Stored<Vec<(String, String)>> {
    all!(c, (String, String), "SELECT need_id, offer_id FROM introduction WHERE dialogue_id = $1", dialogue)
}

/// Needs that somebody is on the way to.
pub async fn needs_under_way(c: &mut Conn, dialogue: &str, now: Moment) -> Stored<Vec<(String,)>> {
    all!(
        c,
        (String,),
        "SELECT DISTINCT need_id FROM introduction WHERE dialogue_id = $1 AND (state IN ('proposed', 'confirming') \
         OR (state IN ('with_offer', 'with_host') AND (due_at IS NULL OR due_at > $2)))",
        dialogue,
        now
    )
}

/// An account is erased: what waits ends, what was exchanged is no longer shown, and the log of its disclosures goes. The
/// places on both sides are free again: of an offer those of all that was under way, of a need those where the work had
/// not begun. What is a partner's is counted there.
pub async fn end_of_person(c: &mut Conn, person: &str, now: Moment) -> Stored<()> {
    run!(
        c,
        "UPDATE offer SET changed_at = $2, taken = taken - (SELECT COUNT(*) FROM introduction i \
           JOIN need n ON n.id = i.need_id WHERE i.offer_id = offer.id AND i.state IN ('exchanged', 'engaged') \
           AND (n.person_id = $1 OR offer.person_id = $1)) \
         WHERE partner_id IS NULL AND id IN (SELECT i.offer_id FROM introduction i JOIN need n ON n.id = i.need_id \
           JOIN offer o ON o.id = i.offer_id WHERE (n.person_id = $1 OR o.person_id = $1) \
           AND i.state IN ('exchanged', 'engaged'))",
        person,
        now
    )?;
    run!(
        c,
        "UPDATE need SET changed_at = $2, placed = placed - (SELECT COUNT(*) FROM introduction i \
           JOIN offer o ON o.id = i.offer_id WHERE i.need_id = need.id AND i.state IN ('confirming', 'exchanged') \
           AND (need.person_id = $1 OR o.person_id = $1)) \
         WHERE partner_id IS NULL AND id IN (SELECT i.need_id FROM introduction i JOIN need n ON n.id = i.need_id \
           JOIN offer o ON o.id = i.offer_id WHERE (n.person_id = $1 OR o.person_id = $1) \
           AND i.state IN ('confirming', 'exchanged'))",
        person,
        now
    )?;
    run!(
        c,
        "UPDATE introduction SET state = CASE WHEN state IN ('exchanged', 'engaged', 'completed') THEN 'revoked' \
           ELSE 'dismissed' END, changed_at = $2 \
         WHERE state IN ('proposed', 'with_offer', 'with_host', 'confirming', 'exchanged', 'engaged', 'completed') \
         AND (offer_id IN (SELECT id FROM offer WHERE person_id = $1) OR need_id IN (SELECT id FROM need WHERE person_id = $1))",
        person,
        now
    )?;
    run!(c, "DELETE FROM disclosure WHERE person_id = $1", person)?;
    Ok(())
}
