//! What stands on a question's page beside its perspectives: links and files of evidence.

use super::{Conn, Moment, Stored};
use crate::words::Attribution;

/// One attached thing, without the bytes of its file.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Attachment {
    /// Id.
    pub id: String,
    /// Its question.
    pub question_id: String,
    /// `link` or `file`; later parts of the program add their own.
    pub kind: String,
    /// Title as given.
    pub title: String,
    /// Language of the title.
    pub lang: String,
    /// Who published it, and when.
    pub source: String,
    /// Address of a link.
    pub url: Option<String>,
    /// Media type of a file, one of those that are taken.
    pub media_type: Option<String>,
    /// `published`, `pending`, `refused` or `withdrawn`.
    pub state: String,
    /// What may be said about its author.
    #[sqlx(try_from = "String")]
    pub attribution: Attribution,
    /// The participant who attached it; none for the secretariat.
    pub author_id: Option<String>,
    /// When it came.
    pub created_at: Moment,
}

/// What is attached to a question, in the order of its coming.
pub async fn of_question(c: &mut Conn, question: &str) -> Stored<Vec<Attachment>> {
    all!(
        c,
        Attachment,
        "SELECT id, question_id, kind, title, lang, source, url, media_type, state, attribution, author_id, created_at \
         FROM attachment WHERE question_id = $1 AND state = 'published' ORDER BY created_at, id",
        question
    )
}

/// What a participant attached to a question and moderators have not looked at yet.
pub async fn pending_of(c: &mut Conn, question: &str, author: &str) -> Stored<Vec<Attachment>> {
    all!(
        c,
        Attachment,
        "SELECT id, question_id, kind, title, lang, source, url, media_type, state, attribution, author_id, created_at \
         FROM attachment WHERE question_id = $1 AND author_id = $2 AND state = 'pending' ORDER BY created_at, id",
        question,
        author
    )
}

/// An attachment of a question in any state.
pub async fn by_id(c: &mut Conn, question: &str, id: &str) -> Stored<Option<Attachment>> {
    first!(
        c,
        Attachment,
        "SELECT id, question_id, kind, title, lang, source, url, media_type, state, attribution, author_id, created_at \
         FROM attachment WHERE question_id = $1 AND id = $2",
        question,
        id
    )
}

/// Takes an attachment off the page or out of the queue; 0 where it is there no longer.
pub async fn take_off(c: &mut Conn, id: &str, state: &str) -> Stored<u64> {
    run!(c, "UPDATE attachment SET state = $2 WHERE id = $1 AND state IN ('pending', 'published')", id, state)
}

/// Attaches something; `bytes` for a file.
pub async fn insert(c: &mut Conn, dialogue: &str, a: &Attachment, bytes: Option<&[u8]>) -> Stored<()> {
    run!(
        c,
        "INSERT INTO attachment (id, dialogue_id, question_id, kind, title, lang, source, url, media_type, bytes, state, \
         attribution, author_id, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        &a.id,
        dialogue,
        &a.question_id,
        &a.kind,
        &a.title,
        &a.lang,
        &a.source,
        &a.url,
        &a.media_type,
        bytes,
        &a.state,
        a.attribution.as_str(),
        &a.author_id,
        a.created_at
    )?;
    Ok(())
}

/// A file of evidence: its state, attribution, author, media type and bytes.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct File {
    /// `published` for everybody, `pending` for its author and the moderators.
    pub state: String,
    /// What may be said about its author: off the record, it is handed out to nobody else.
    #[sqlx(try_from = "String")]
    pub attribution: Attribution,
    /// The participant who attached it.
    pub author_id: Option<String>,
    /// Title, which names the download.
    pub title: String,
    /// Media type.
    pub media_type: String,
    /// The file.
    pub bytes: Vec<u8>,
}

/// The file behind an attachment of a question.
pub async fn file(c: &mut Conn, question: &str, id: &str) -> Stored<Option<File>> {
    first!(
        c,
        File,
        "SELECT state, attribution, author_id, title, media_type, bytes FROM attachment WHERE id = $1 \
         AND question_id = $2 AND state IN ('published', 'pending') AND bytes IS NOT NULL AND media_type IS NOT NULL",
        id,
        question
    )
}
