//! What came of introductions, for those who took part, for whoever reads the need, and for one's own data.

use super::{Conn, Moment, Stored};

/// How it went, as the host says 3, 6 and 12 months after the beginning.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct FollowUp {
    /// The introduction.
    pub introduction_id: String,
    /// Months after the beginning.
    pub month: i64,
    /// [`crate::exchange::words::Extent`]: is what was done in use?
    pub used: String,
    /// [`crate::exchange::words::Extent`]: did the counterpart learn?
    pub learned: String,
    /// In the host's words.
    pub text: String,
    /// Their language.
    pub lang: String,
    /// When it was said.
    pub at: Moment,
}

/// Keeps a follow-up; a later one of the same month takes its place.
pub async fn follow_up(c: &mut Conn, f: &FollowUp) -> Stored<()> {
    run!(
        c,
        "INSERT INTO follow_up (introduction_id, month, used, learned, text, lang, at) VALUES ($1, $2, $3, $4, $5, $6, $7) \
         ON CONFLICT (introduction_id, month) DO UPDATE SET used = excluded.used, learned = excluded.learned, \
         text = excluded.text, lang = excluded.lang, at = excluded.at",
        &f.introduction_id,
        f.month,
        &f.used,
        &f.learned,
        &f.text,
        &f.lang,
        f.at
    )?;
    Ok(())
}

/// The follow-ups of a dialogue's introductions.
pub async fn follow_ups(c: &mut Conn, dialogue: &str) -> Stored<Vec<FollowUp>> {
    all!(
        c,
        FollowUp,
        "SELECT f.introduction_id, f.month, f.used, f.learned, f.text, f.lang, f.at FROM follow_up f \
         JOIN introduction i ON i.id = f.introduction_id WHERE i.dialogue_id = $1 ORDER BY f.introduction_id, f.month",
        dialogue
    )
}

/// A step that a person took, for that person's own data.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct OwnStep {
    /// The introduction.
    #[serde(skip)]
    pub introduction_id: String,
    /// [`crate::introduction::Step`] as a word.
    pub step: String,
    /// The version of the consent text that was read; empty where none was.
    pub consent: String,
    /// When.
    pub at: Moment,
}

/// The steps that an account took, in order; none of the other sides'.
pub async fn own_steps(c: &mut Conn, person: &str) -> Stored<Vec<OwnStep>> {
    all!(
        c,
        OwnStep,
        "SELECT e.introduction_id, e.step, e.consent, e.at FROM introduction_event e \
         JOIN introduction i ON i.id = e.introduction_id JOIN need n ON n.id = i.need_id JOIN offer o ON o.id = i.offer_id \
         WHERE (e.actor = 'offer' AND o.person_id = $1) OR (e.actor = 'host' AND n.person_id = $1) ORDER BY e.id",
        person
    )
}

/// What an account said as a host of how it went.
pub async fn own_follow_ups(c: &mut Conn, person: &str) -> Stored<Vec<FollowUp>> {
    all!(
        c,
        FollowUp,
        "SELECT f.introduction_id, f.month, f.used, f.learned, f.text, f.lang, f.at FROM follow_up f \
         JOIN introduction i ON i.id = f.introduction_id JOIN need n ON n.id = i.need_id WHERE n.person_id = $1 \
         ORDER BY f.introduction_id, f.month",
        person
    )
}

/// `(introduction, title of the need)` of an account's introductions on either side.
pub async fn own_titles(c: &mut Conn, person: &str) -> Stored<Vec<(String, String)>> {
    all!(
        c,
        (String, String),
        "SELECT i.id, n.title FROM introduction i JOIN need n ON n.id = i.need_id JOIN offer o ON o.id = i.offer_id \
         WHERE o.person_id = $1 OR n.person_id = $1",
        person
    )
}

/// An account is erased: what hosts wrote of how it went is emptied on either side, as it may name whoever took part.
/// Whether it is in use and whether the counterpart learned stays, and says nothing of anybody.
pub async fn erase_follow_ups(c: &mut Conn, person: &str) -> Stored<u64> {
    run!(
        c,
        "UPDATE follow_up SET text = '' WHERE introduction_id IN (SELECT i.id FROM introduction i \
         JOIN need n ON n.id = i.need_id JOIN offer o ON o.id = i.offer_id WHERE o.person_id = $1 OR n.person_id = $1)",
        person
    )
}

/// A follow-up of a need's engagements, with whom its offer is hidden from.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Outcome {
    /// What was said.
    #[sqlx(flatten)]
    pub said: FollowUp,
    /// Countries, `;` between.
    pub hidden_from: String,
}

/// What was said of how a need's engagements went, in order.
pub async fn outcomes(c: &mut Conn, need: &str) -> Stored<Vec<Outcome>> {
    all!(
        c,
        Outcome,
        "SELECT f.introduction_id, f.month, f.used, f.learned, f.text, f.lang, f.at, o.hidden_from FROM follow_up f \
         JOIN introduction i ON i.id = f.introduction_id JOIN offer o ON o.id = i.offer_id WHERE i.need_id = $1 \
         ORDER BY i.started_at, f.introduction_id, f.month",
        need
    )
}
