//! Versions of the Chair's summary, and what a draft needs besides the landscape.

use super::{Conn, Moment, Stored};

/// A saved text of the summary.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Version {
    /// 1, 2, 3 ...
    pub version: i64,
    /// Language that it is written in.
    pub lang: String,
    /// `summary::Summary` as JSON.
    pub content: String,
    /// The person who saved it.
    pub by_person: Option<String>,
    /// When it was saved.
    pub created_at: Moment,
    /// When it was published.
    pub published_at: Option<Moment>,
}

/// All versions of a dialogue's summary, the newest first.
pub async fn all(c: &mut Conn, dialogue: &str) -> Stored<Vec<Version>> {
    all!(
        c,
        Version,
        "SELECT version, lang, content, by_person, created_at, published_at FROM summary_version \
         WHERE dialogue_id = $1 ORDER BY version DESC",
        dialogue
    )
}

/// The newest version.
pub async fn latest(c: &mut Conn, dialogue: &str) -> Stored<Option<Version>> {
    first!(
        c,
        Version,
        "SELECT version, lang, content, by_person, created_at, published_at FROM summary_version \
         WHERE dialogue_id = $1 ORDER BY version DESC LIMIT 1",
        dialogue
    )
}

/// The version that was published last: what visitors see.
pub async fn published(c: &mut Conn, dialogue: &str) -> Stored<Option<Version>> {
    first!(
        c,
        Version,
        "SELECT version, lang, content, by_person, created_at, published_at FROM summary_version \
         WHERE dialogue_id = $1 AND published_at IS NOT NULL ORDER BY published_at DESC, version DESC LIMIT 1",
        dialogue
    )
}

/// Saves a version.
pub async fn insert(c: &mut Conn, dialogue: &str, v: &Version) -> Stored<()> {
    run!(
        c,
        "INSERT INTO summary_version (id, dialogue_id, version, lang, content, by_person, created_at, published_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        super::new_id(),
        dialogue,
        v.version,
        &v.lang,
        &v.content,
        &v.by_person,
        v.created_at,
        v.published_at
    )?;
    Ok(())
}

/// Publishes a version; gives how many there were with that number.
pub async fn publish(c: &mut Conn, dialogue: &str, version: i64, now: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE summary_version SET published_at = $3 WHERE dialogue_id = $1 AND version = $2",
        dialogue,
        version,
        now
    )
}

/// Responses of a dialogue that were withdrawn after a moment.
pub async fn withdrawn_since(c: &mut Conn, dialogue: &str, moment: Moment) -> Stored<i64> {
    count!(
        c,
        "SELECT COUNT(*) FROM response_event e JOIN question q ON q.id = e.question_id \
         WHERE q.dialogue_id = $1 AND e.value IS NULL AND e.at > $2",
        dialogue,
        moment
    )
}

/// Evidence that was attached to a question.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Evidence {
    /// Id.
    pub id: String,
    /// The question it is attached to.
    pub question_id: String,
    /// Its title.
    pub title: String,
    /// Language of the title.
    pub lang: String,
    /// Where it comes from.
    pub source: String,
    /// Its address, for a link.
    pub url: Option<String>,
}

/// Published evidence of a dialogue, off the record left out, in the order of its coming.
pub async fn evidence(c: &mut Conn, dialogue: &str) -> Stored<Vec<Evidence>> {
    all!(
        c,
        Evidence,
        "SELECT id, question_id, title, lang, source, url FROM attachment WHERE dialogue_id = $1 \
         AND state = 'published' AND attribution <> 'off_the_record' ORDER BY created_at, id",
        dialogue
    )
}
