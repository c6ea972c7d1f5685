//! What only the record reads: history, moderation, and the counts that the files are checked against.

use super::{Conn, Moment, Stored};

/// A change of a response, or its withdrawal.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Event {
    /// The perspective.
    pub perspective_id: String,
    /// The participant.
    pub participant_id: String,
    /// 1 agree, 0 pass, -1 disagree, none withdrawn.
    pub value: Option<i64>,
    /// Marked as mattering most.
    pub matters: bool,
    /// Who typed it.
    pub entered_by: String,
    /// When.
    pub at: Moment,
}

/// Every change of responses to a question, in order.
pub async fn history(c: &mut Conn, question: &str) -> Stored<Vec<Event>> {
    all!(
        c,
        Event,
        "SELECT perspective_id, participant_id, value, matters, entered_by, at FROM response_event \
         WHERE question_id = $1 ORDER BY at, id",
        question
    )
}

/// A moderators' decision.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Decision {
    /// When.
    pub at: Moment,
    /// What kind of thing it is about.
    pub object_kind: String,
    /// Which one.
    pub object_id: String,
    /// What was decided.
    pub decision: String,
    /// Why.
    pub reason: String,
}

/// All decisions of a dialogue's moderators, in order.
pub async fn decisions(c: &mut Conn, dialogue: &str) -> Stored<Vec<Decision>> {
    all!(
        c,
        Decision,
        "SELECT at, object_kind, object_id, decision, reason FROM moderation WHERE dialogue_id = $1 ORDER BY at, id",
        dialogue
    )
}

/// Counted responses of a dialogue, of participants that count.
pub async fn responses(c: &mut Conn, dialogue: &str) -> Stored<i64> {
    count!(
        c,
        "SELECT COUNT(*) FROM response r JOIN question q ON q.id = r.question_id \
         JOIN participant a ON a.id = r.participant_id LEFT JOIN access_code k ON k.id = a.code_id \
         LEFT JOIN delegation d ON d.id = a.delegation_id WHERE q.dialogue_id = $1 AND q.state = 'published' \
         AND k.set_aside_at IS NULL AND d.withdrawn_at IS NULL AND (d.observer IS NULL OR d.observer = FALSE)",
        dialogue
    )
}
