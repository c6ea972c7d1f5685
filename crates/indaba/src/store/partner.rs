//! Partner servers: who they are, which messages of theirs were taken, and what they have to be told.

use super::{Conn, Moment, Stored};

/// Another server that this one speaks with.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Partner {
    /// Id, on this server alone.
    pub id: String,
    /// The dialogue whose exchange it takes part in.
    pub dialogue_id: String,
    /// What brokers call it.
    pub name: String,
    /// Its address, `https://host[:port]`.
    pub address: String,
    /// Its public key ([`crate::partner::key::PublicKey`]).
    pub key: String,
    /// The country whose authorities run it or read there, UN M49; empty for none.
    pub country: String,
    /// The administrator listed its host although the address is private.
    pub private: bool,
    /// `active` or `removed`.
    pub state: String,
    /// When it was added.
    pub created_at: Moment,
}

/// Adds a partner, or describes the one at its address anew.
pub async fn put(c: &mut Conn, p: &Partner) -> Stored<()> {
    run!(
        c,
        "INSERT INTO partner (id, dialogue_id, name, address, key, country, private, state, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, 'active', $8) ON CONFLICT (address) DO UPDATE SET \
         name = excluded.name, key = excluded.key, country = excluded.country, private = excluded.private, \
         state = 'active'",
        &p.id,
        &p.dialogue_id,
        &p.name,
        &p.address,
        &p.key,
        &p.country,
        p.private,
        p.created_at
    )?;
    run!(
        c,
        "UPDATE need SET partner_country = $2 WHERE partner_id IN (SELECT id FROM partner WHERE address = $1)",
        &p.address,
        &p.country
    )?;
    Ok(())
}

/// All partners, those that were removed too.
pub async fn all(c: &mut Conn) -> Stored<Vec<Partner>> {
    all!(
        c,
        Partner,
        "SELECT id, dialogue_id, name, address, key, country, private, state, created_at FROM partner ORDER BY name"
    )
}

/// The partner that a public key belongs to.
pub async fn by_key(c: &mut Conn, key: &str) -> Stored<Option<Partner>> {
    first!(
        c,
        Partner,
        "SELECT id, dialogue_id, name, address, key, country, private, state, created_at FROM partner \
         WHERE key = $1 AND state = 'active'",
        key
    )
}

/// A partner by its id.
pub async fn by_id(c: &mut Conn, id: &str) -> Stored<Option<Partner>> {
    first!(
        c,
        Partner,
        "SELECT id, dialogue_id, name, address, key, country, private, state, created_at FROM partner WHERE id = $1",
        id
    )
}

/// The partners of a dialogue.
pub async fn of_dialogue(c: &mut Conn, dialogue: &str) -> Stored<Vec<Partner>> {
    all!(
        c,
        Partner,
        "SELECT id, dialogue_id, name, address, key, country, private, state, created_at FROM partner \
         WHERE dialogue_id = $1 AND state = 'active' ORDER BY name",
        dialogue
    )
}

/// Ends the work with a partner: its needs are no longer shown, and what still waits for an answer ends.
pub async fn remove(c: &mut Conn, id: &str, now: Moment) -> Stored<()> {
    run!(c, "UPDATE partner SET state = 'removed' WHERE id = $1", id)?;
    run!(c, "UPDATE need SET state = 'withdrawn', changed_at = $2 WHERE partner_id = $1 AND state = 'open'", id, now)?;
    run!(
        c,
        "UPDATE introduction SET state = 'dismissed', changed_at = $2 \
         WHERE id IN (SELECT introduction_id FROM introduction_partner WHERE partner_id = $1) \
         AND state IN ('proposed', 'with_offer', 'with_host')",
        id,
        now
    )?;
    Ok(())
}

/// Takes a message by its nonce; false when it was taken before. Forgets those that are too old to be taken again.
pub async fn take_nonce(c: &mut Conn, partner: &str, nonce: &str, expires_at: Moment, now: Moment) -> Stored<bool> {
    run!(c, "DELETE FROM partner_nonce WHERE expires_at < $1", now)?;
    let new = run!(
        c,
        "INSERT INTO partner_nonce (partner_id, nonce, expires_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        partner,
        nonce,
        expires_at
    )?;
    Ok(new == 1)
}

/// A need as it stands with one partner.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Publication {
    /// The partner.
    pub partner_id: String,
    /// Published, or taken back.
    pub published: bool,
    /// How many offers fit there, rounded down; none before the first answer.
    pub fits: Option<i64>,
    /// How many of them fit well, rounded down.
    pub fits_well: Option<i64>,
    /// When it answered last.
    pub answered_at: Option<Moment>,
    /// Why it could not be told last; empty when it could.
    pub trouble: String,
    /// When it is tried again.
    pub next_at: Moment,
}

/// How a need stands with each partner.
pub async fn publications(c: &mut Conn, need: &str) -> Stored<Vec<Publication>> {
    all!(
        c,
        Publication,
        "SELECT partner_id, published, fits, fits_well, answered_at, trouble, next_at FROM need_partner \
         WHERE need_id = $1",
        need
    )
}

/// Publishes a need to a partner, or takes it back there. It is told with the next delivery.
pub async fn publish(c: &mut Conn, need: &str, partner: &str, published: bool) -> Stored<()> {
    run!(
        c,
        "INSERT INTO need_partner (need_id, partner_id, published, told, tries, next_at, trouble) \
         VALUES ($1, $2, $3, 0, 0, 0, '') ON CONFLICT (need_id, partner_id) DO UPDATE SET \
         published = excluded.published, tries = 0, next_at = 0",
        need,
        partner,
        published
    )?;
    Ok(())
}

/// Whether a need is published to a partner.
pub async fn is_published(c: &mut Conn, need: &str, partner: &str) -> Stored<bool> {
    let n = count!(
        c,
        "SELECT COUNT(*) FROM need_partner WHERE need_id = $1 AND partner_id = $2 AND published",
        need,
        partner
    )?;
    Ok(n > 0)
}

/// A need that a partner has to be told of: what it is now differs from what it was told.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct NeedLetter {
    /// The need.
    pub need_id: String,
    /// To whom.
    pub partner_id: String,
    /// Its dialogue.
    pub dialogue_id: String,
    /// What is told with it: the need's `changed_at`, or -1 that it is over.
    pub stamp: i64,
    /// How often that failed.
    pub tries: i64,
}

/// Needs that partners have to be told of now.
pub async fn needs_to_tell(c: &mut Conn, now: Moment) -> Stored<Vec<NeedLetter>> {
    all!(
        c,
        NeedLetter,
        "SELECT d.need_id, d.partner_id, d.dialogue_id, d.stamp, d.tries FROM (SELECT np.need_id, np.partner_id, \
           n.dialogue_id, np.told, np.tries, np.next_at, \
           CASE WHEN np.published AND n.state = 'open' THEN n.changed_at ELSE -1 END AS stamp \
           FROM need_partner np JOIN need n ON n.id = np.need_id JOIN partner p ON p.id = np.partner_id \
           WHERE p.state = 'active' AND np.next_at <= $1) d \
         WHERE d.told <> d.stamp AND NOT (d.told = 0 AND d.stamp = -1) ORDER BY d.next_at, d.need_id LIMIT 500",
        now
    )
}

/// A partner was told of a need.
pub async fn need_told(c: &mut Conn, l: &NeedLetter, fits: (i64, i64), now: Moment) -> Stored<()> {
    run!(
        c,
        "UPDATE need_partner SET told = $3, fits = $4, fits_well = $5, answered_at = $6, tries = 0, next_at = 0, \
         trouble = '' WHERE need_id = $1 AND partner_id = $2",
        &l.need_id,
        &l.partner_id,
        l.stamp,
        fits.0,
        fits.1,
        now
    )?;
    Ok(())
}

/// A partner could not be told of a need.
pub async fn need_not_told(c: &mut Conn, l: &NeedLetter, trouble: &str, next_at: Moment) -> Stored<()> {
    run!(
        c,
        "UPDATE need_partner SET tries = tries + 1, trouble = $3, next_at = $4 WHERE need_id = $1 AND partner_id = $2",
        &l.need_id,
        &l.partner_id,
        trouble,
        next_at
    )?;
    Ok(())
}

/// Ties an introduction to the partner of its other side.
pub async fn tie(c: &mut Conn, introduction: &str, partner: &str) -> Stored<()> {
    run!(
        c,
        "INSERT INTO introduction_partner (introduction_id, partner_id, told, sealed, tries, next_at, trouble) \
         VALUES ($1, $2, '', '', 0, 0, '')",
        introduction,
        partner
    )?;
    Ok(())
}

/// The dialogue of an introduction with this partner; none of anybody else's.
pub async fn dialogue_of(c: &mut Conn, introduction: &str, partner: &str) -> Stored<Option<String>> {
    let row = first!(
        c,
        (String,),
        "SELECT i.dialogue_id FROM introduction i JOIN introduction_partner p ON p.introduction_id = i.id \
         WHERE i.id = $1 AND p.partner_id = $2",
        introduction,
        partner
    )?;
    Ok(row.map(|(dialogue,)| dialogue))
}

/// Introductions with a partner that a need waits in.
pub async fn waiting_for_need(c: &mut Conn, need: &str, partner: &str) -> Stored<i64> {
    count!(
        c,
        "SELECT COUNT(*) FROM introduction i JOIN introduction_partner p ON p.introduction_id = i.id \
         WHERE i.need_id = $1 AND p.partner_id = $2 AND i.state IN ('proposed', 'with_host', 'confirming')",
        need,
        partner
    )
}

/// An introduction that a partner has to be told of.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct IntroductionLetter {
    /// The introduction.
    pub introduction_id: String,
    /// To whom.
    pub partner_id: String,
    /// Its dialogue.
    pub dialogue_id: String,
    /// What it has to be told: [`crate::partner::letter::Told`] as a word.
    pub wanted: String,
    /// How often that failed.
    pub tries: i64,
}

/// Introductions that partners have to be told of now. What has to be told follows from the state alone.
pub async fn introductions_to_tell(c: &mut Conn, now: Moment) -> Stored<Vec<IntroductionLetter>> {
    all!(
        c,
        IntroductionLetter,
        "SELECT d.introduction_id, d.partner_id, d.dialogue_id, d.wanted, d.tries FROM (SELECT x.introduction_id, \
           x.partner_id, i.dialogue_id, x.told, x.tries, x.next_at, CASE \
             WHEN x.told = 'over' THEN 'over' \
             WHEN i.state IN ('not_taken', 'timed_out', 'dismissed', 'revoked') THEN \
               CASE WHEN n.partner_id IS NOT NULL AND x.told = '' THEN '' ELSE 'over' END \
             WHEN i.state = 'confirming' THEN 'host-yes' \
             WHEN i.state IN ('exchanged', 'engaged', 'completed') AND x.sealed = '' THEN 'contact' \
             WHEN i.state = 'completed' THEN 'completed' \
             WHEN i.state = 'with_host' AND n.partner_id IS NOT NULL THEN 'offered' \
             ELSE x.told END AS wanted \
           FROM introduction_partner x JOIN introduction i ON i.id = x.introduction_id \
           JOIN need n ON n.id = i.need_id JOIN partner p ON p.id = x.partner_id \
           WHERE p.state = 'active' AND x.next_at <= $1) d \
         WHERE d.told <> d.wanted ORDER BY d.next_at, d.introduction_id LIMIT 500",
        now
    )
}

/// A partner was told of an introduction, or told it itself. What is over has no contact and no card of the partner's
/// offer any more: whoever erases an account there is erased here.
pub async fn introduction_told(c: &mut Conn, introduction: &str, told: &str) -> Stored<()> {
    run!(
        c,
        "UPDATE introduction_partner SET told = $2, tries = 0, next_at = 0, trouble = '', \
         sealed = CASE WHEN $2 = 'over' THEN '' ELSE sealed END WHERE introduction_id = $1",
        introduction,
        told
    )?;
    if told == "over" {
        run!(
            c,
            "UPDATE offer SET residence = '', ties = '', profile = '{}', will_not = '', state = 'erased' \
             WHERE partner_id IS NOT NULL AND id IN (SELECT offer_id FROM introduction WHERE id = $1)",
            introduction
        )?;
    }
    Ok(())
}

/// A partner could not be told of an introduction.
pub async fn introduction_not_told(c: &mut Conn, introduction: &str, trouble: &str, next_at: Moment) -> Stored<()> {
    run!(
        c,
        "UPDATE introduction_partner SET tries = tries + 1, trouble = $2, next_at = $3 WHERE introduction_id = $1",
        introduction,
        trouble,
        next_at
    )?;
    Ok(())
}

/// Keeps the contact that a partner gave, sealed.
pub async fn keep_contact(c: &mut Conn, introduction: &str, sealed: &str) -> Stored<()> {
    run!(
        c,
        "UPDATE introduction_partner SET sealed = $2, tries = 0, next_at = 0, trouble = '' WHERE introduction_id = $1",
        introduction,
        sealed
    )?;
    Ok(())
}

/// The contact that a partner gave for an introduction, sealed; empty while it has given none.
pub async fn contact(c: &mut Conn, introduction: &str) -> Stored<String> {
    let row = first!(c, (String,), "SELECT sealed FROM introduction_partner WHERE introduction_id = $1", introduction)?;
    Ok(row.map(|(sealed,)| sealed).unwrap_or_default())
}
