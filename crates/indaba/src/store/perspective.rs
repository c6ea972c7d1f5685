//! Perspectives: short statements under a question.

use super::{Conn, Moment, Stored};
use crate::words::{Attribution, EnteredBy, PerspectiveState};

/// A short statement under a question, in one language.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Perspective {
    /// Id.
    pub id: String,
    /// Its question.
    pub question_id: String,
    /// Number within the question (the comment id of an imported Polis export).
    pub number: i64,
    /// The paragraph that it is anchored to.
    pub paragraph: Option<String>,
    /// At most 400 characters.
    pub text: String,
    /// Language of the text.
    pub lang: String,
    /// Where it stands.
    #[sqlx(try_from = "String")]
    pub state: PerspectiveState,
    /// What may be said about its author. Already the stronger of the dialogue's and its own.
    #[sqlx(try_from = "String")]
    pub attribution: Attribution,
    /// The participant who gave it.
    pub author_id: Option<String>,
    /// The negotiating group in whose name it is given.
    pub on_behalf_of: Option<String>,
    /// Who typed it.
    #[sqlx(try_from = "String")]
    pub entered_by: EnteredBy,
    /// The prepared statement that it was marked in.
    pub statement_id: Option<String>,
    /// Moderation as in a Polis export: -1 out, 0 not looked at, 1 in.
    pub moderated: i64,
    /// About the conversation itself, not its subject.
    pub meta: bool,
    /// Given by the conveners.
    pub seed: bool,
    /// When it came.
    pub created_at: Moment,
    /// When it last changed its state or text.
    pub changed_at: Moment,
}

/// All perspectives of a question in any state, by number.
pub async fn of_question(c: &mut Conn, question: &str) -> Stored<Vec<Perspective>> {
    all!(
        c,
        Perspective,
        "SELECT id, question_id, number, paragraph, text, lang, state, attribution, author_id, on_behalf_of, \
         entered_by, statement_id, moderated, meta, seed, created_at, changed_at \
         FROM perspective WHERE question_id = $1 ORDER BY number",
        question
    )
}

/// One perspective.
pub async fn by_id(c: &mut Conn, id: &str) -> Stored<Option<Perspective>> {
    first!(
        c,
        Perspective,
        "SELECT id, question_id, number, paragraph, text, lang, state, attribution, author_id, on_behalf_of, \
         entered_by, statement_id, moderated, meta, seed, created_at, changed_at FROM perspective WHERE id = $1",
        id
    )
}

/// The number that the next perspective of a question gets. Call it in the transaction that inserts.
pub async fn next_number(c: &mut Conn, question: &str) -> Stored<i64> {
    // Holds the question's row until the commit, so that two who write at once on PostgreSQL get two numbers.
    run!(c, "UPDATE question SET place = place WHERE id = $1", question)?;
    count!(c, "SELECT COALESCE(MAX(number), 0) + 1 FROM perspective WHERE question_id = $1", question)
}

/// Puts a perspective into the store.
pub async fn insert(c: &mut Conn, dialogue: &str, p: &Perspective) -> Stored<()> {
    run!(
        c,
        "INSERT INTO perspective (id, dialogue_id, question_id, number, paragraph, text, lang, state, attribution, \
         author_id, on_behalf_of, entered_by, statement_id, moderated, meta, seed, created_at, changed_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)",
        &p.id,
        dialogue,
        &p.question_id,
        p.number,
        &p.paragraph,
        &p.text,
        &p.lang,
        p.state.as_str(),
        p.attribution.as_str(),
        &p.author_id,
        &p.on_behalf_of,
        p.entered_by.as_str(),
        &p.statement_id,
        p.moderated,
        p.meta,
        p.seed,
        p.created_at,
        p.changed_at
    )?;
    Ok(())
}

/// Changes a perspective's state.
pub async fn set_state(c: &mut Conn, id: &str, state: PerspectiveState, now: Moment) -> Stored<u64> {
    run!(c, "UPDATE perspective SET state = $2, changed_at = $3 WHERE id = $1", id, state.as_str(), now)
}

/// The most that a page lists of what was said on a paragraph.
const LISTED: i64 = 200;

/// Published perspectives anchored to a paragraph, the newest first, off the record left out.
pub async fn on_paragraph(c: &mut Conn, dialogue: &str, paragraph: &str) -> Stored<Vec<Perspective>> {
    all!(
        c,
        Perspective,
        "SELECT id, question_id, number, paragraph, text, lang, state, attribution, author_id, on_behalf_of, \
         entered_by, statement_id, moderated, meta, seed, created_at, changed_at FROM perspective \
         WHERE dialogue_id = $1 AND paragraph = $2 AND state = 'published' AND attribution <> 'off_the_record' \
         ORDER BY created_at DESC, id DESC LIMIT $3",
        dialogue,
        paragraph,
        LISTED
    )
}

/// `(paragraph, published perspectives anchored to it)` of a dialogue, off the record left out.
pub async fn by_paragraph(c: &mut Conn, dialogue: &str) -> Stored<Vec<(String, i64)>> {
    all!(
        c,
        (String, i64),
        "SELECT paragraph, COUNT(*) FROM perspective WHERE dialogue_id = $1 AND state = 'published' \
         AND attribution <> 'off_the_record' AND paragraph IS NOT NULL GROUP BY paragraph",
        dialogue
    )
}

/// Perspectives of an author in a dialogue, the newest first.
pub async fn of_author(c: &mut Conn, dialogue: &str, author: &str) -> Stored<Vec<Perspective>> {
    all!(
        c,
        Perspective,
        "SELECT id, question_id, number, paragraph, text, lang, state, attribution, author_id, on_behalf_of, \
         entered_by, statement_id, moderated, meta, seed, created_at, changed_at FROM perspective \
         WHERE dialogue_id = $1 AND author_id = $2 AND state <> 'erased' ORDER BY created_at DESC, id DESC",
        dialogue,
        author
    )
}

/// Whether a question has the same text already, in any state that may still come to the page.
pub async fn same_text(c: &mut Conn, question: &str, text: &str, but: &str) -> Stored<bool> {
    let found = count!(
        c,
        "SELECT COUNT(*) FROM perspective WHERE question_id = $1 AND text = $2 AND id <> $3 \
         AND state IN ('draft', 'cleared', 'pending', 'published')",
        question,
        text,
        but
    )?;
    Ok(found > 0)
}

/// Words a perspective anew that nobody has responded to.
pub async fn reword(c: &mut Conn, id: &str, text: &str, state: PerspectiveState, now: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE perspective SET text = $2, state = $3, changed_at = $4 WHERE id = $1 \
         AND NOT EXISTS (SELECT 1 FROM response r WHERE r.perspective_id = $1)",
        id,
        text,
        state.as_str(),
        now
    )
}
