//! Addresses that members gave for notices, and the mail that asks whether each is right.

use super::{Conn, Moment, Stored};

/// An address that a member gave for one dialogue.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Given {
    /// Id; what the address is sealed for is `mail/ID`.
    pub id: String,
    /// The address, sealed.
    pub sealed: String,
    /// The language that notices are written in.
    pub lang: String,
    /// When it was given.
    pub created_at: Moment,
    /// When whoever reads its mail confirmed it; until then it gets no notices.
    pub confirmed_at: Option<Moment>,
}

/// The address of a member of a dialogue.
pub async fn of_member(c: &mut Conn, dialogue: &str, person: &str) -> Stored<Option<Given>> {
    first!(
        c,
        Given,
        "SELECT id, sealed, lang, created_at, confirmed_at FROM mail_address WHERE dialogue_id = $1 AND person_id = $2",
        dialogue,
        person
    )
}

/// An address with the dialogue that it was given in, for its owner.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Own {
    /// The dialogue.
    pub slug: String,
    /// The address.
    #[sqlx(flatten)]
    pub given: Given,
}

/// Every address of a person.
pub async fn own(c: &mut Conn, person: &str) -> Stored<Vec<Own>> {
    all!(
        c,
        Own,
        "SELECT d.slug, a.id, a.sealed, a.lang, a.created_at, a.confirmed_at FROM mail_address a \
         JOIN dialogue d ON d.id = a.dialogue_id WHERE a.person_id = $1 ORDER BY d.slug",
        person
    )
}

/// Keeps an address in place of the one before, to be asked at once. What was queued for that one goes with it.
pub async fn give(c: &mut Conn, dialogue: &str, person: &str, g: &Given) -> Stored<()> {
    withdraw(c, dialogue, person).await?;
    run!(
        c,
        "INSERT INTO mail_address (id, dialogue_id, person_id, sealed, lang, created_at, ask_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $6)",
        &g.id,
        dialogue,
        person,
        &g.sealed,
        &g.lang,
        g.created_at
    )?;
    Ok(())
}

/// Takes a member's address back, with what waits for it.
pub async fn withdraw(c: &mut Conn, dialogue: &str, person: &str) -> Stored<u64> {
    run!(
        c,
        "DELETE FROM mail WHERE address_id IN \
         (SELECT id FROM mail_address WHERE dialogue_id = $1 AND person_id = $2)",
        dialogue,
        person
    )?;
    run!(c, "DELETE FROM mail_address WHERE dialogue_id = $1 AND person_id = $2", dialogue, person)
}

/// Takes an address back by its id: 0 where it is gone already.
pub async fn stop(c: &mut Conn, id: &str) -> Stored<u64> {
    run!(c, "DELETE FROM mail WHERE address_id = $1", id)?;
    run!(c, "DELETE FROM mail_address WHERE id = $1", id)
}

/// Forgets every address of a person whose account is erased.
pub async fn forget_person(c: &mut Conn, person: &str) -> Stored<()> {
    run!(c, "DELETE FROM mail WHERE address_id IN (SELECT id FROM mail_address WHERE person_id = $1)", person)?;
    run!(c, "DELETE FROM mail_address WHERE person_id = $1", person)?;
    Ok(())
}

/// Forgets the address of a member who is removed, or those of all members of a delegation that leaves (by its id). Call
/// it before the places go.
pub async fn forget_places(c: &mut Conn, leaving: &str) -> Stored<()> {
    run!(
        c,
        "DELETE FROM mail WHERE address_id IN (SELECT a.id FROM mail_address a JOIN member b \
         ON b.dialogue_id = a.dialogue_id AND b.person_id = a.person_id WHERE b.id = $1 OR b.delegation_id = $1)",
        leaving
    )?;
    run!(
        c,
        "DELETE FROM mail_address WHERE id IN (SELECT a.id FROM mail_address a JOIN member b \
         ON b.dialogue_id = a.dialogue_id AND b.person_id = a.person_id WHERE b.id = $1 OR b.delegation_id = $1)",
        leaving
    )?;
    Ok(())
}

/// An address that has to be asked whether it is right.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Ask {
    /// The address.
    pub id: String,
    /// The address, sealed.
    pub sealed: String,
    /// The language of the reader.
    pub lang: String,
    /// How often it was tried.
    pub ask_tries: i64,
    /// When it was to be tried: nobody else has taken it since, where it is still so.
    pub ask_at: Moment,
}

/// Which addresses have to be asked now, the oldest first.
pub async fn to_ask(c: &mut Conn, now: Moment, most: i64) -> Stored<Vec<Ask>> {
    all!(
        c,
        Ask,
        "SELECT id, sealed, lang, ask_tries, ask_at FROM mail_address \
         WHERE confirmed_at IS NULL AND ask_at <= $1 ORDER BY created_at, id LIMIT $2",
        now,
        most
    )
}

/// Takes an address for one try, before it is asked: false where another process took it. Should this one end in the
/// middle, it is tried again at `next`.
pub async fn take(c: &mut Conn, ask: &Ask, next: Moment) -> Stored<bool> {
    let taken = run!(
        c,
        "UPDATE mail_address SET ask_tries = ask_tries + 1, ask_at = $3 WHERE id = $1 AND ask_at = $2",
        &ask.id,
        ask.ask_at,
        next
    )?;
    Ok(taken == 1)
}

/// What came of a try: why it was not sent (the end of a key in the locales, `mail-trouble-…`; empty: it was), and
/// whether it is tried again.
pub async fn tried(c: &mut Conn, ask: &Ask, trouble: &str, again: bool) -> Stored<()> {
    run!(
        c,
        "UPDATE mail_address SET ask_trouble = $2, ask_at = CASE WHEN $3 THEN ask_at ELSE NULL END WHERE id = $1",
        &ask.id,
        trouble,
        again
    )?;
    Ok(())
}

/// Why the mail that asks was not sent; empty where it was, or is still to be.
pub async fn trouble(c: &mut Conn, id: &str) -> Stored<String> {
    let found = first!(c, (String,), "SELECT ask_trouble FROM mail_address WHERE id = $1", id)?;
    Ok(found.map(|(trouble,)| trouble).unwrap_or_default())
}

/// Confirms an address: notices begin. 0 where it is gone; again is no harm.
pub async fn confirm(c: &mut Conn, id: &str, now: Moment) -> Stored<u64> {
    run!(c, "UPDATE mail_address SET confirmed_at = COALESCE(confirmed_at, $2), ask_at = NULL WHERE id = $1", id, now)
}

/// Deletes addresses that were given before `since` and never confirmed.
pub async fn forget_unconfirmed(c: &mut Conn, since: Moment) -> Stored<u64> {
    run!(c, "DELETE FROM mail_address WHERE confirmed_at IS NULL AND created_at < $1", since)
}
