//! Estimates: questions that ask for a number, and the answers to them.

use super::{Conn, Moment, Stored};

/// A question that asks for a number.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Estimate {
    /// Id.
    pub id: String,
    /// The question that it stands on.
    pub question_id: String,
    /// Number within the question, from 1.
    pub number: i64,
    /// Its wording.
    pub text: String,
    /// Language of the wording.
    pub lang: String,
    /// Unit of the number: "years".
    pub unit: String,
    /// The least number that can be answered.
    pub least: f64,
    /// The greatest.
    pub most: f64,
    /// `open` or `closed`.
    pub state: String,
    /// When it was put.
    pub created_at: Moment,
}

/// The estimates of one question, or (with an empty id) of every question of a dialogue, in order.
pub async fn of(c: &mut Conn, dialogue: &str, question: &str) -> Stored<Vec<Estimate>> {
    all!(
        c,
        Estimate,
        "SELECT id, question_id, number, text, lang, unit, least, most, state, created_at FROM estimate \
         WHERE dialogue_id = $1 AND ($2 = '' OR question_id = $2) ORDER BY question_id, number",
        dialogue,
        question
    )
}

/// One estimate of a dialogue.
pub async fn by_id(c: &mut Conn, dialogue: &str, id: &str) -> Stored<Option<Estimate>> {
    first!(
        c,
        Estimate,
        "SELECT id, question_id, number, text, lang, unit, least, most, state, created_at FROM estimate \
         WHERE dialogue_id = $1 AND id = $2",
        dialogue,
        id
    )
}

/// Puts an estimate.
pub async fn insert(c: &mut Conn, dialogue: &str, e: &Estimate) -> Stored<()> {
    run!(
        c,
        "INSERT INTO estimate (id, dialogue_id, question_id, number, text, lang, unit, least, most, state, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        &e.id,
        dialogue,
        &e.question_id,
        e.number,
        &e.text,
        &e.lang,
        &e.unit,
        e.least,
        e.most,
        &e.state,
        e.created_at
    )?;
    Ok(())
}

/// The number that the next estimate of a question gets. Call it in the transaction that inserts.
pub async fn next_number(c: &mut Conn, question: &str) -> Stored<i64> {
    run!(c, "UPDATE question SET place = place WHERE id = $1", question)?;
    count!(c, "SELECT COALESCE(MAX(number), 0) + 1 FROM estimate WHERE question_id = $1", question)
}

/// Opens or closes an estimate.
pub async fn set_state(c: &mut Conn, id: &str, state: &str) -> Stored<u64> {
    run!(c, "UPDATE estimate SET state = $2 WHERE id = $1", id, state)
}

/// One answer, or (without numbers) that it was taken back.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Answer {
    /// Id; ids sort by the time of their making.
    pub id: String,
    /// The estimate.
    pub estimate_id: String,
    /// Who answered.
    pub participant_id: String,
    /// The lowest that is thought possible.
    pub low: Option<f64>,
    /// The best guess.
    pub best: Option<f64>,
    /// The highest that is thought possible.
    pub high: Option<f64>,
    /// Why.
    pub reason: String,
    /// Language of the reason.
    pub lang: String,
    /// What may be said about who answered.
    pub attribution: String,
    /// When.
    pub at: Moment,
}

/// Every answer to one estimate, or (with an empty id) to all of a dialogue, of participants that count, in order.
pub async fn answers(c: &mut Conn, dialogue: &str, estimate: &str) -> Stored<Vec<Answer>> {
    all!(
        c,
        Answer,
        "SELECT e.id, e.estimate_id, e.participant_id, e.low, e.best, e.high, e.reason, e.lang, e.attribution, e.at \
         FROM estimate_answer e JOIN estimate n ON n.id = e.estimate_id JOIN participant a ON a.id = e.participant_id \
         LEFT JOIN access_code k ON k.id = a.code_id LEFT JOIN delegation d ON d.id = a.delegation_id \
         WHERE n.dialogue_id = $1 AND ($2 = '' OR e.estimate_id = $2) AND k.set_aside_at IS NULL \
         AND (d.observer IS NULL OR d.observer = FALSE) ORDER BY e.estimate_id, e.participant_id, e.id",
        dialogue,
        estimate
    )
}

/// Keeps an answer.
pub async fn answer(c: &mut Conn, a: &Answer) -> Stored<()> {
    run!(
        c,
        "INSERT INTO estimate_answer (id, estimate_id, participant_id, low, best, high, reason, lang, attribution, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &a.id,
        &a.estimate_id,
        &a.participant_id,
        a.low,
        a.best,
        a.high,
        &a.reason,
        &a.lang,
        &a.attribution,
        a.at
    )?;
    Ok(())
}

/// One own answer.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct Own {
    /// The question's reference.
    pub question: String,
    /// The estimate's wording.
    pub estimate: String,
    /// Unit of the numbers.
    pub unit: String,
    /// Lowest; none where it was taken back.
    pub low: Option<f64>,
    /// Best.
    pub best: Option<f64>,
    /// Highest.
    pub high: Option<f64>,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Moment,
}

/// All answers of a participant, in order.
pub async fn own(c: &mut Conn, participant: &str) -> Stored<Vec<Own>> {
    all!(
        c,
        Own,
        "SELECT q.reference AS question, n.text AS estimate, n.unit, e.low, e.best, e.high, e.reason, e.at \
         FROM estimate_answer e JOIN estimate n ON n.id = e.estimate_id JOIN question q ON q.id = n.question_id \
         WHERE e.participant_id = $1 ORDER BY e.id",
        participant
    )
}

/// Erases the answers of a participant.
pub async fn erase(c: &mut Conn, participant: &str) -> Stored<()> {
    run!(c, "DELETE FROM estimate_answer WHERE participant_id = $1", participant)?;
    Ok(())
}

/// Every answer of a participant to the estimates of a question (an empty one: of the whole dialogue), in order.
pub async fn of_participant(c: &mut Conn, dialogue: &str, question: &str, participant: &str) -> Stored<Vec<Answer>> {
    all!(
        c,
        Answer,
        "SELECT e.id, e.estimate_id, e.participant_id, e.low, e.best, e.high, e.reason, e.lang, e.attribution, e.at \
         FROM estimate_answer e JOIN estimate n ON n.id = e.estimate_id \
         WHERE n.dialogue_id = $1 AND ($2 = '' OR n.question_id = $2) AND e.participant_id = $3 \
         ORDER BY e.estimate_id, e.id",
        dialogue,
        question,
        participant
    )
}
