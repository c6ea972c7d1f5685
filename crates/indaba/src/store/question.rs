//! Guiding and added questions.

use super::{Conn, Moment, Stored};
use crate::words::QuestionKind;

/// A question of a dialogue.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Question {
    /// Id.
    pub id: String,
    /// Its workshop.
    pub workshop_id: String,
    /// `10.1`; an added one `10.a1`.
    pub reference: String,
    /// The paragraph that it hangs on.
    pub paragraph: String,
    /// Its wording.
    pub text: String,
    /// Language of the wording.
    pub lang: String,
    /// From the paper or from a participant.
    #[sqlx(try_from = "String")]
    pub kind: QuestionKind,
    /// `published`, `pending`, `refused`.
    pub state: String,
    /// The participant who added it.
    pub author_id: Option<String>,
    /// Order within the dialogue.
    pub place: i64,
    /// When it came.
    pub created_at: Moment,
}

/// All questions of a dialogue in the order of the paper, added ones after those of their paragraph.
pub async fn all(c: &mut Conn, dialogue: &str) -> Stored<Vec<Question>> {
    all!(
        c,
        Question,
        "SELECT id, workshop_id, reference, paragraph, text, lang, kind, state, author_id, place, created_at \
         FROM question WHERE dialogue_id = $1 ORDER BY place, created_at, id",
        dialogue
    )
}

/// Puts a question into the store.
pub async fn insert(c: &mut Conn, dialogue: &str, q: &Question) -> Stored<()> {
    run!(
        c,
        "INSERT INTO question (id, dialogue_id, workshop_id, reference, paragraph, text, lang, kind, state, author_id, \
         place, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        &q.id,
        dialogue,
        &q.workshop_id,
        &q.reference,
        &q.paragraph,
        &q.text,
        &q.lang,
        q.kind.as_str(),
        &q.state,
        &q.author_id,
        q.place,
        q.created_at
    )?;
    Ok(())
}

/// Moves a question through moderation.
pub async fn set_state(c: &mut Conn, question: &str, state: &str) -> Stored<u64> {
    run!(c, "UPDATE question SET state = $2 WHERE id = $1", question, state)
}

/// Holds a dialogue until the commit, so that two who add a question at once get two references.
pub async fn hold(c: &mut Conn, dialogue: &str) -> Stored<()> {
    run!(c, "UPDATE dialogue SET slug = slug WHERE id = $1", dialogue)?;
    Ok(())
}

/// How far a question is.
#[derive(Debug, Clone, Default, sqlx::FromRow)]
pub struct Progress {
    /// The question.
    pub question_id: String,
    /// Published perspectives.
    pub perspectives: i64,
    /// Counted responses.
    pub responses: i64,
    /// Participants who responded.
    pub participants: i64,
    /// Delegations that responded.
    pub delegations: i64,
}

/// How far each question of a dialogue is. Those who came with a code that was set aside are not counted.
pub async fn progress(c: &mut Conn, dialogue: &str) -> Stored<Vec<Progress>> {
    all!(
        c,
        Progress,
        "SELECT q.id AS question_id, \
           (SELECT COUNT(*) FROM perspective p WHERE p.question_id = q.id AND p.state = 'published') AS perspectives, \
           (SELECT COUNT(*) FROM response r WHERE r.question_id = q.id) \
             - (SELECT COUNT(*) FROM access_code k JOIN participant a ON a.code_id = k.id \
                JOIN response r ON r.participant_id = a.id AND r.question_id = q.id \
                WHERE k.dialogue_id = q.dialogue_id AND k.set_aside_at IS NOT NULL) AS responses, \
           (SELECT COUNT(DISTINCT r.participant_id) FROM response r WHERE r.question_id = q.id) \
             - (SELECT COUNT(DISTINCT r.participant_id) FROM access_code k JOIN participant a ON a.code_id = k.id \
                JOIN response r ON r.participant_id = a.id AND r.question_id = q.id \
                WHERE k.dialogue_id = q.dialogue_id AND k.set_aside_at IS NOT NULL) AS participants, \
           (SELECT COUNT(DISTINCT r.participant_id) FROM response r JOIN participant a ON a.id = r.participant_id \
             WHERE r.question_id = q.id AND a.kind = 'delegation') AS delegations \
         FROM question q WHERE q.dialogue_id = $1",
        dialogue
    )
}
