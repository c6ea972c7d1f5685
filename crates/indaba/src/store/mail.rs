//! Notices by e-mail: what has to be sent, and what became of it.

use super::{Conn, Moment, Stored};

/// Queues a notice for every address of a dialogue that was confirmed. Call it in the transaction of the notice.
pub async fn queue(c: &mut Conn, dialogue: &str, notice: &str, now: Moment) -> Stored<u64> {
    run!(
        c,
        "INSERT INTO mail (notice_id, address_id, tries, next_at, sent_at, trouble) \
         SELECT CAST($2 AS TEXT), a.id, 0, CAST($3 AS BIGINT), NULL, '' FROM mail_address a \
         WHERE a.dialogue_id = $1 AND a.confirmed_at IS NOT NULL",
        dialogue,
        notice,
        now
    )
}

/// A notice that has to be sent to an address.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Due {
    /// The notice.
    pub notice_id: String,
    /// The address.
    pub address_id: String,
    /// How often it was tried.
    pub tries: i64,
    /// When it was to be tried: nobody else has taken it since, where it is still so.
    pub next_at: Moment,
    /// The address, sealed.
    pub sealed: String,
    /// The language of the reader.
    pub lang: String,
    /// What the notice says (`3 silent`).
    pub detail: String,
    /// When it was told.
    pub at: Moment,
    /// The dialogue.
    pub dialogue_id: String,
    /// Its slug.
    pub slug: String,
    /// Its title.
    pub title: String,
    /// Who takes part in it.
    #[sqlx(try_from = "String")]
    pub participation: crate::words::Participation,
}

/// What has to be sent now, the oldest first, to those who still have their place.
pub async fn due(c: &mut Conn, now: Moment, most: i64) -> Stored<Vec<Due>> {
    all!(
        c,
        Due,
        "SELECT m.notice_id, m.address_id, m.tries, m.next_at, a.sealed, a.lang, n.detail, n.at, n.dialogue_id, \
         d.slug, d.title, d.participation FROM mail m JOIN mail_address a ON a.id = m.address_id \
         JOIN notice n ON n.id = m.notice_id JOIN dialogue d ON d.id = n.dialogue_id \
         JOIN member b ON b.dialogue_id = a.dialogue_id AND b.person_id = a.person_id \
         WHERE m.next_at <= $1 ORDER BY n.at, m.notice_id, m.address_id LIMIT $2",
        now,
        most
    )
}

/// Takes a mail for one try, before it is sent: false where another process took it. Should this one end in the middle,
/// it is tried again at `next`.
pub async fn take(c: &mut Conn, d: &Due, next: Moment) -> Stored<bool> {
    let taken = run!(
        c,
        "UPDATE mail SET tries = tries + 1, next_at = $4 WHERE notice_id = $1 AND address_id = $2 AND next_at = $3",
        &d.notice_id,
        &d.address_id,
        d.next_at,
        next
    )?;
    Ok(taken == 1)
}

/// The server has taken it: it is never sent again.
pub async fn sent(c: &mut Conn, d: &Due, now: Moment) -> Stored<()> {
    run!(
        c,
        "UPDATE mail SET sent_at = $3, next_at = NULL, trouble = '' WHERE notice_id = $1 AND address_id = $2",
        &d.notice_id,
        &d.address_id,
        now
    )?;
    Ok(())
}

/// It was not sent: why (the end of a key in the locales, `mail-trouble-…`).
pub async fn not_sent(c: &mut Conn, d: &Due, trouble: &str) -> Stored<()> {
    run!(
        c,
        "UPDATE mail SET trouble = $3 WHERE notice_id = $1 AND address_id = $2",
        &d.notice_id,
        &d.address_id,
        trouble
    )?;
    Ok(())
}

/// It is not tried again.
pub async fn give_up(c: &mut Conn, d: &Due, trouble: &str) -> Stored<()> {
    run!(
        c,
        "UPDATE mail SET trouble = $3, next_at = NULL WHERE notice_id = $1 AND address_id = $2",
        &d.notice_id,
        &d.address_id,
        trouble
    )?;
    Ok(())
}

/// What became of the mails to an address.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Fate {
    /// Sent.
    pub sent: i64,
    /// Waiting to be sent.
    pub waiting: i64,
    /// Why the last one that was not sent was not.
    pub trouble: String,
}

/// What became of the mails to an address.
pub async fn fate(c: &mut Conn, address: &str) -> Stored<Fate> {
    let found = first!(
        c,
        Fate,
        "SELECT (SELECT COUNT(*) FROM mail m WHERE m.address_id = a.id AND m.sent_at IS NOT NULL) AS sent, \
         (SELECT COUNT(*) FROM mail m WHERE m.address_id = a.id AND m.next_at IS NOT NULL) AS waiting, \
         COALESCE((SELECT m.trouble FROM mail m WHERE m.address_id = a.id AND m.trouble <> '' \
           ORDER BY m.notice_id DESC LIMIT 1), '') AS trouble \
         FROM mail_address a WHERE a.id = $1",
        address
    )?;
    Ok(found.unwrap_or_default())
}
