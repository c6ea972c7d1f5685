//! The moderators' queue and their decisions, which are part of the record.

use super::perspective::Perspective;
use super::{Conn, Moment, Stored};

/// Something that moderators look at: a perspective, an added question or an attachment.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Case {
    /// `perspective`, `question` or `attachment`.
    pub kind: String,
    /// Id of the object.
    pub id: String,
    /// Reference of the question that it stands under.
    pub reference: String,
    /// Its wording.
    pub text: String,
    /// Language of the wording.
    pub lang: String,
    /// Source of an attachment; empty for others.
    pub source: String,
    /// Address of an attached link; empty for a file and for others.
    pub url: String,
    /// Its state.
    pub state: String,
    /// Open reports about it.
    pub reports: i64,
    /// When it came.
    pub created_at: Moment,
}

/// What waits: reported first, then what is not published yet, then what is new. At most 101 from a place on.
pub async fn queue(c: &mut Conn, dialogue: &str, from: i64) -> Stored<Vec<Case>> {
    all!(
        c,
        Case,
        "SELECT kind, id, reference, text, lang, source, url, state, reports, created_at FROM ( \
           SELECT 'perspective' AS kind, p.id, q.reference, p.text, p.lang, '' AS source, '' AS url, p.state, \
             p.created_at, p.moderated, \
             p.entered_by, p.seed, (SELECT COUNT(*) FROM report r WHERE r.object_id = p.id AND r.closed_at IS NULL) \
             AS reports FROM perspective p JOIN question q ON q.id = p.question_id WHERE p.dialogue_id = $1 \
           UNION ALL \
           SELECT 'question', q.id, q.reference, q.text, q.lang, '', '', q.state, q.created_at, 1, 'self', TRUE, \
             (SELECT COUNT(*) FROM report r WHERE r.object_id = q.id AND r.closed_at IS NULL) \
             FROM question q WHERE q.dialogue_id = $1 \
           UNION ALL \
           SELECT 'attachment', a.id, q.reference, a.title, a.lang, a.source, COALESCE(a.url, ''), a.state, \
             a.created_at, 1, 'self', TRUE, \
             (SELECT COUNT(*) FROM report r WHERE r.object_id = a.id AND r.closed_at IS NULL) \
             FROM attachment a JOIN question q ON q.id = a.question_id WHERE a.dialogue_id = $1) waiting \
         WHERE (reports > 0 AND state IN ('published', 'pending')) OR state = 'pending' \
           OR (state = 'published' AND moderated = 0 AND entered_by = 'self' AND seed = FALSE) \
         ORDER BY reports DESC, state, created_at, id LIMIT 101 OFFSET $2",
        dialogue,
        from
    )
}

/// What moderators took off, the latest first.
pub async fn refused(c: &mut Conn, dialogue: &str, from: i64) -> Stored<Vec<Case>> {
    all!(
        c,
        Case,
        "SELECT kind, id, reference, text, lang, source, url, state, reports, created_at FROM ( \
           SELECT 'perspective' AS kind, p.id, q.reference, p.text, p.lang, '' AS source, '' AS url, p.state, \
             p.created_at, CAST(0 AS BIGINT) AS reports \
             FROM perspective p JOIN question q ON q.id = p.question_id WHERE p.dialogue_id = $1 \
           UNION ALL \
           SELECT 'question', q.id, q.reference, q.text, q.lang, '', '', q.state, q.created_at, CAST(0 AS BIGINT) \
             FROM question q WHERE q.dialogue_id = $1 \
           UNION ALL \
           SELECT 'attachment', a.id, q.reference, a.title, a.lang, a.source, COALESCE(a.url, ''), a.state, \
             a.created_at, CAST(0 AS BIGINT) \
             FROM attachment a JOIN question q ON q.id = a.question_id WHERE a.dialogue_id = $1) off \
         WHERE state = 'refused' ORDER BY created_at DESC, id LIMIT 101 OFFSET $2",
        dialogue,
        from
    )
}

/// How many wait, a hundred and one at most.
pub async fn waiting(c: &mut Conn, dialogue: &str) -> Stored<usize> {
    Ok(queue(c, dialogue, 0).await?.len())
}

/// `(object, reason)` of open reports, the oldest first.
pub async fn reports(c: &mut Conn, dialogue: &str) -> Stored<Vec<(String, String)>> {
    all!(
        c,
        (String, String),
        "SELECT object_id, reason FROM report WHERE dialogue_id = $1 AND closed_at IS NULL ORDER BY at LIMIT 500",
        dialogue
    )
}

/// A decision of the moderators.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Decision {
    /// What it is about: `perspective`, `question`, `attachment`, `code`, `codes` (those made at the moment that is
    /// their `object_id`), `delegation`.
    pub object_kind: String,
    /// Id of the object.
    pub object_id: String,
    /// `publish`, `refuse`, `restore`, `keep`, `set_aside`; of a delegation `deleted`, `departed`, `erased`.
    pub decision: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
}

/// Puts a decision into the record and closes the reports about its object.
pub async fn decide(c: &mut Conn, dialogue: &str, d: &Decision, by_person: Option<&str>) -> Stored<()> {
    run!(
        c,
        "INSERT INTO moderation (id, dialogue_id, object_kind, object_id, decision, reason, by_person, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        super::new_id(),
        dialogue,
        &d.object_kind,
        &d.object_id,
        &d.decision,
        &d.reason,
        by_person,
        d.at
    )?;
    run!(
        c,
        "UPDATE report SET closed_at = $3 WHERE dialogue_id = $1 AND object_id = $2 AND closed_at IS NULL",
        dialogue,
        &d.object_id,
        d.at
    )?;
    Ok(())
}

/// Decisions, the latest first.
pub async fn decisions(c: &mut Conn, dialogue: &str, from: i64) -> Stored<Vec<Decision>> {
    all!(
        c,
        Decision,
        "SELECT object_kind, object_id, decision, reason, at FROM moderation WHERE dialogue_id = $1 \
         ORDER BY at DESC, id DESC LIMIT 101 OFFSET $2",
        dialogue,
        from
    )
}

/// Moves a perspective of a dialogue from one of the states that moderators decide on; 0 where it is in another.
pub async fn set_perspective(
    c: &mut Conn,
    dialogue: &str,
    id: &str,
    state: &str,
    mark: i64,
    now: Moment,
) -> Stored<u64> {
    run!(
        c,
        "UPDATE perspective SET state = $3, moderated = $4, changed_at = $5 WHERE dialogue_id = $1 AND id = $2 \
         AND state IN ('pending', 'published', 'refused')",
        dialogue,
        id,
        state,
        mark,
        now
    )
}

/// Moves an added question of a dialogue. Guiding questions stand in the paper and stay.
pub async fn set_question(c: &mut Conn, dialogue: &str, id: &str, state: &str) -> Stored<u64> {
    run!(c, "UPDATE question SET state = $3 WHERE dialogue_id = $1 AND id = $2 AND kind = 'added'", dialogue, id, state)
}

/// Moves an attachment of a dialogue; 0 where its author took it off.
pub async fn set_attachment(c: &mut Conn, dialogue: &str, id: &str, state: &str) -> Stored<u64> {
    run!(
        c,
        "UPDATE attachment SET state = $3 WHERE dialogue_id = $1 AND id = $2 \
         AND state IN ('pending', 'published', 'refused')",
        dialogue,
        id,
        state
    )
}

/// The question that an object stands under.
pub async fn question_of(c: &mut Conn, dialogue: &str, id: &str) -> Stored<Option<String>> {
    let row = first!(
        c,
        (String,),
        "SELECT question_id FROM perspective WHERE dialogue_id = $1 AND id = $2 \
         UNION SELECT id FROM question WHERE dialogue_id = $1 AND id = $2 \
         UNION SELECT question_id FROM attachment WHERE dialogue_id = $1 AND id = $2",
        dialogue,
        id
    )?;
    Ok(row.map(|(id,)| id))
}

/// What the secretariat entered last in somebody's name.
pub async fn entered(c: &mut Conn, dialogue: &str, question: &str) -> Stored<Vec<Perspective>> {
    all!(
        c,
        Perspective,
        "SELECT id, question_id, number, paragraph, text, lang, state, attribution, author_id, on_behalf_of, \
         entered_by, statement_id, moderated, meta, seed, created_at, changed_at FROM perspective \
         WHERE dialogue_id = $1 AND question_id = $2 AND entered_by = 'secretariat' AND state = 'published' \
         ORDER BY created_at DESC, id DESC LIMIT 5",
        dialogue,
        question
    )
}

/// Words an entry of the secretariat anew that nobody has responded to.
pub async fn correct(c: &mut Conn, dialogue: &str, id: &str, text: &str, now: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE perspective SET text = $3, changed_at = $4 WHERE dialogue_id = $1 AND id = $2 \
         AND entered_by = 'secretariat' AND NOT EXISTS (SELECT 1 FROM response r WHERE r.perspective_id = $2)",
        dialogue,
        id,
        text,
        now
    )
}

/// Takes an entry of the secretariat back.
pub async fn take_back(c: &mut Conn, dialogue: &str, id: &str, now: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE perspective SET state = 'withdrawn', changed_at = $3 WHERE dialogue_id = $1 AND id = $2 \
         AND entered_by = 'secretariat' AND state = 'published'",
        dialogue,
        id,
        now
    )
}

/// Gives everything under one attribution another, when the dialogue's rule protects more: perspectives, responses,
/// evidence and prepared statements.
pub async fn protect(c: &mut Conn, dialogue: &str, weaker: &str, stronger: &str) -> Stored<()> {
    run!(
        c,
        "UPDATE perspective SET attribution = $3 WHERE dialogue_id = $1 AND attribution = $2",
        dialogue,
        weaker,
        stronger
    )?;
    run!(
        c,
        "UPDATE response SET attribution = $3 WHERE attribution = $2 \
         AND question_id IN (SELECT id FROM question WHERE dialogue_id = $1)",
        dialogue,
        weaker,
        stronger
    )?;
    run!(
        c,
        "UPDATE attachment SET attribution = $3 WHERE dialogue_id = $1 AND attribution = $2",
        dialogue,
        weaker,
        stronger
    )?;
    run!(
        c,
        "UPDATE statement SET attribution = $3 WHERE dialogue_id = $1 AND attribution = $2",
        dialogue,
        weaker,
        stronger
    )?;
    Ok(())
}

/// Marks a published perspective as looked at.
pub async fn see(c: &mut Conn, dialogue: &str, id: &str, now: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE perspective SET moderated = 1, changed_at = $3 WHERE dialogue_id = $1 AND id = $2 \
         AND state = 'published' AND moderated = 0",
        dialogue,
        id,
        now
    )
}
