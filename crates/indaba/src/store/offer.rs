//! Offers: expertise that a person offers.

use super::{Conn, Moment, Stored};

/// Expertise that a person offers, under a handle until both sides consent.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct Offer {
    /// Id.
    pub id: String,
    /// Whose it is; none once the account was erased.
    pub person_id: Option<String>,
    /// The name on the anonymous card.
    pub handle: String,
    /// Where the person lives, coarsely: a region of UN M49.
    pub residence: String,
    /// Countries that the person has ties to, `;` between.
    pub ties: String,
    /// Countries whose authorities and institutions must never see it, `;` between.
    pub hidden_from: String,
    /// [`crate::exchange::profile::Profile`] as JSON.
    pub profile: String,
    /// What the person will not do.
    pub will_not: String,
    /// Language of the texts.
    pub lang: String,
    /// How many engagements at once.
    pub capacity: i64,
    /// How many now.
    pub taken: i64,
    /// [`crate::exchange::words::OfferState`] as a word.
    pub state: String,
    /// Name, contact and pointers to evidence, sealed.
    #[serde(skip)]
    pub sealed: String,
    /// Who typed it ([`crate::words::EnteredBy`]).
    pub entered_by: String,
    /// When it came.
    pub created_at: Moment,
    /// When it was changed last.
    pub changed_at: Moment,
    /// Shown until then, unless renewed.
    pub renew_by: Moment,
    /// The partner server whose offer it is; none for this server's own.
    #[serde(skip)]
    pub partner_id: Option<String>,
}

impl Offer {
    /// Whether it takes part in the matching.
    pub fn is_active(&self, now: Moment) -> bool {
        self.state == "active" && self.renew_by > now
    }
}

/// Puts an offer into the store.
pub async fn insert(c: &mut Conn, dialogue: &str, o: &Offer) -> Stored<()> {
    run!(
        c,
        "INSERT INTO offer (id, dialogue_id, person_id, handle, residence, ties, hidden_from, profile, will_not, lang, \
         capacity, taken, state, sealed, entered_by, created_at, changed_at, renew_by, partner_id) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
        &o.id,
        dialogue,
        &o.person_id,
        &o.handle,
        &o.residence,
        &o.ties,
        &o.hidden_from,
        &o.profile,
        &o.will_not,
        &o.lang,
        o.capacity,
        o.taken,
        &o.state,
        &o.sealed,
        &o.entered_by,
        o.created_at,
        o.changed_at,
        o.renew_by,
        &o.partner_id
    )?;
    Ok(())
}

/// Changes what its owner may change; false when it was changed since `seen`, or has more engagements than it would have
/// room for.
pub async fn update(c: &mut Conn, o: &Offer, seen: Moment) -> Stored<bool> {
    let touched = run!(
        c,
        "UPDATE offer SET residence = $2, ties = $3, hidden_from = $4, profile = $5, will_not = $6, lang = $7, \
         capacity = $8, state = $9, sealed = $10, changed_at = $11, renew_by = $12 \
         WHERE id = $1 AND changed_at = $13 AND taken <= $8",
        &o.id,
        &o.residence,
        &o.ties,
        &o.hidden_from,
        &o.profile,
        &o.will_not,
        &o.lang,
        o.capacity,
        &o.state,
        &o.sealed,
        o.changed_at,
        o.renew_by,
        seen
    )?;
    Ok(touched == 1)
}

/// An offer of a dialogue.
pub async fn by_id(c: &mut Conn, dialogue: &str, id: &str) -> Stored<Option<Offer>> {
    first!(
        c,
        Offer,
        "SELECT id, person_id, handle, residence, ties, hidden_from, profile, will_not, lang, capacity, taken, state, \
         sealed, entered_by, created_at, changed_at, renew_by, partner_id FROM offer WHERE dialogue_id = $1 AND id = $2",
        dialogue,
        id
    )
}

/// An offer of an account, looked for among the account's own alone (`|| ''` keeps other indexes out): somebody else's
/// would be read and put aside, which took a measurable time.
pub async fn own(c: &mut Conn, dialogue: &str, id: &str, person: &str) -> Stored<Option<Offer>> {
    first!(
        c,
        Offer,
        "SELECT id, person_id, handle, residence, ties, hidden_from, profile, will_not, lang, capacity, taken, state, \
         sealed, entered_by, created_at, changed_at, renew_by, partner_id FROM offer \
         WHERE dialogue_id || '' = $1 AND id || '' = $2 AND person_id = $3",
        dialogue,
        id,
        person
    )
}

/// The offers of an account, the newest first.
pub async fn of_person(c: &mut Conn, person: &str) -> Stored<Vec<Offer>> {
    all!(
        c,
        Offer,
        "SELECT id, person_id, handle, residence, ties, hidden_from, profile, will_not, lang, capacity, taken, state, \
         sealed, entered_by, created_at, changed_at, renew_by, partner_id FROM offer WHERE person_id = $1 \
         ORDER BY created_at DESC, id",
        person
    )
}

/// Every offer that takes part in the matching.
pub async fn active(c: &mut Conn, dialogue: &str, now: Moment) -> Stored<Vec<Offer>> {
    all!(
        c,
        Offer,
        "SELECT id, person_id, handle, residence, ties, hidden_from, profile, will_not, lang, capacity, taken, state, \
         sealed, entered_by, created_at, changed_at, renew_by, partner_id FROM offer \
         WHERE dialogue_id = $1 AND state = 'active' AND renew_by > $2 ORDER BY id",
        dialogue,
        now
    )
}

/// How many offers there are and when one changed last: what the matching is kept by.
pub async fn stamp(c: &mut Conn, dialogue: &str) -> Stored<(i64, Moment)> {
    let found = first!(
        c,
        (i64, Option<Moment>),
        "SELECT COUNT(*), MAX(changed_at) FROM offer WHERE dialogue_id = $1 AND partner_id IS NULL",
        dialogue
    )?;
    Ok(found.map_or((0, 0), |(n, at)| (n, at.unwrap_or(0))))
}

/// Active offers that are hidden from nobody: the only ones that a public count may count.
pub async fn count_public(c: &mut Conn, dialogue: &str, now: Moment) -> Stored<i64> {
    count!(
        c,
        "SELECT COUNT(*) FROM offer WHERE dialogue_id = $1 AND state = 'active' AND renew_by > $2 AND hidden_from = ''",
        dialogue,
        now
    )
}

/// Takes one of the engagements that an offer has room for; false when it has none, or was withdrawn.
pub async fn take_one(c: &mut Conn, id: &str, now: Moment) -> Stored<bool> {
    let touched = run!(
        c,
        "UPDATE offer SET taken = taken + 1, changed_at = $2 \
         WHERE id = $1 AND taken < capacity AND state = 'active' AND renew_by > $2",
        id,
        now
    )?;
    Ok(touched == 1)
}

/// Gives room back.
pub async fn free_one(c: &mut Conn, id: &str, now: Moment) -> Stored<()> {
    run!(c, "UPDATE offer SET taken = taken - 1, changed_at = $2 WHERE id = $1 AND taken > 0", id, now)?;
    Ok(())
}

/// Erases the offers of an account: those without an introduction go, the others keep their place alone.
pub async fn erase_of_person(c: &mut Conn, person: &str, now: Moment) -> Stored<()> {
    run!(
        c,
        "DELETE FROM offer WHERE person_id = $1 \
         AND NOT EXISTS (SELECT 1 FROM introduction i WHERE i.offer_id = offer.id)",
        person
    )?;
    run!(
        c,
        "UPDATE offer SET person_id = NULL, handle = id, residence = '', ties = '', hidden_from = '', profile = '{}', \
         will_not = '', sealed = '', state = 'erased', changed_at = $2 WHERE person_id = $1",
        person,
        now
    )?;
    Ok(())
}

/// The offers of all introductions of a dialogue.
pub async fn of_queue(c: &mut Conn, dialogue: &str) -> Stored<Vec<Offer>> {
    all!(
        c,
        Offer,
        "SELECT id, person_id, handle, residence, ties, hidden_from, profile, will_not, lang, capacity, taken, state, \
         sealed, entered_by, created_at, changed_at, renew_by, partner_id FROM offer \
         WHERE dialogue_id = $1 AND id IN (SELECT offer_id FROM introduction)",
        dialogue
    )
}

/// The offer behind a handle, where it is hidden from none of four countries (empty: of nobody). All offers of the
/// dialogue are gone through (`|| ''` keeps the index out): found by it, one that is hidden would be read and put aside,
/// and one that is not there would not, which took a measurable time.
pub async fn by_handle(c: &mut Conn, dialogue: &str, handle: &str, readers: [&str; 4]) -> Stored<Option<Offer>> {
    let [one, other, third, fourth] = readers;
    first!(
        c,
        Offer,
        "SELECT id, person_id, handle, residence, ties, hidden_from, profile, will_not, lang, capacity, taken, state, \
         sealed, entered_by, created_at, changed_at, renew_by, partner_id FROM offer \
         WHERE dialogue_id = $1 AND handle || '' = $2 \
         AND ($3 = '' OR ';' || hidden_from || ';' NOT LIKE '%;' || $3 || ';%') \
         AND ($4 = '' OR ';' || hidden_from || ';' NOT LIKE '%;' || $4 || ';%') \
         AND ($5 = '' OR ';' || hidden_from || ';' NOT LIKE '%;' || $5 || ';%') \
         AND ($6 = '' OR ';' || hidden_from || ';' NOT LIKE '%;' || $6 || ';%')",
        dialogue,
        handle,
        one,
        other,
        third,
        fourth
    )
}

/// A page of active offers with ties to a country that are not hidden from it.
pub async fn of_tie(c: &mut Conn, dialogue: &str, country: &str, now: Moment, from: i64) -> Stored<Vec<Offer>> {
    all!(
        c,
        Offer,
        "SELECT id, person_id, handle, residence, ties, hidden_from, profile, will_not, lang, capacity, taken, state, \
         sealed, entered_by, created_at, changed_at, renew_by, partner_id FROM offer \
         WHERE dialogue_id = $1 AND state = 'active' AND renew_by > $3 AND ';' || ties || ';' LIKE '%;' || $2 || ';%' \
         AND ';' || hidden_from || ';' NOT LIKE '%;' || $2 || ';%' ORDER BY created_at DESC, id LIMIT 101 OFFSET $4",
        dialogue,
        country,
        now,
        from
    )
}
