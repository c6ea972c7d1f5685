//! Responses: the counted one of each participant to each perspective, and the history behind it.

use super::{Conn, Moment, Raw, Stored};
use crate::words::{Attribution, EnteredBy, Value};
use sqlx::QueryBuilder;
use std::collections::HashMap;

/// A change to be made: a response, or its withdrawal.
#[derive(Debug, Clone)]
pub struct Change {
    /// Who responds.
    pub participant: String,
    /// To what.
    pub perspective: String,
    /// The perspective's question.
    pub question: String,
    /// The response; none withdraws it.
    pub value: Option<Value>,
    /// Marked as mattering most.
    pub matters: bool,
    /// What may be said about the respondent.
    pub attribution: Attribution,
    /// Who typed it.
    pub entered_by: EnteredBy,
    /// When.
    pub at: Moment,
}

/// Rows of one multi-row statement: 8 places each, below the 32,766 places that SQLite allows.
const ROWS: usize = 500;

/// Makes changes in their order: history gets each, the counted response the last of each pair.
pub async fn apply(c: &mut Conn, changes: &[Change]) -> Stored<()> {
    for part in changes.chunks(ROWS) {
        match c.raw() {
            Raw::Sqlite(conn) => {
                history::<sqlx::Sqlite>(part).build().persistent(part.len() == 1).execute(&mut *conn).await?;
                if let Some(mut query) = upsert::<sqlx::Sqlite>(part) {
                    query.build().persistent(part.len() == 1).execute(&mut *conn).await?;
                }
            }
            Raw::Postgres(conn) => {
                history::<sqlx::Postgres>(part).build().persistent(part.len() == 1).execute(&mut *conn).await?;
                if let Some(mut query) = upsert::<sqlx::Postgres>(part) {
                    query.build().persistent(part.len() == 1).execute(&mut *conn).await?;
                }
            }
        }
        for gone in last_of_each(part).into_iter().filter(|change| change.value.is_none()) {
            delete(c, &gone.participant, &gone.perspective).await?;
        }
    }
    Ok(())
}

async fn delete(c: &mut Conn, participant: &str, perspective: &str) -> Stored<u64> {
    run!(c, "DELETE FROM response WHERE participant_id = $1 AND perspective_id = $2", participant, perspective)
}

fn last_of_each(part: &[Change]) -> Vec<&Change> {
    let mut seen = std::collections::HashSet::new();
    let mut last: Vec<&Change> =
        part.iter().rev().filter(|c| seen.insert((c.participant.as_str(), c.perspective.as_str()))).collect();
    last.reverse();
    last
}

fn history<'a, D>(part: &'a [Change]) -> QueryBuilder<D>
where
    D: sqlx::Database,
    String: sqlx::Encode<'a, D> + sqlx::Type<D>,
    &'a str: sqlx::Encode<'a, D> + sqlx::Type<D>,
    i64: sqlx::Encode<'a, D> + sqlx::Type<D>,
    Option<i64>: sqlx::Encode<'a, D> + sqlx::Type<D>,
    bool: sqlx::Encode<'a, D> + sqlx::Type<D>,
{
    let mut query = QueryBuilder::new(
        "INSERT INTO response_event (id, participant_id, perspective_id, question_id, value, matters, entered_by, at) ",
    );
    query.push_values(part, |mut row, change| {
        row.push_bind(super::new_id())
            .push_bind(change.participant.as_str())
            .push_bind(change.perspective.as_str())
            .push_bind(change.question.as_str())
            .push_bind(change.value.map(Value::number))
            .push_bind(change.matters)
            .push_bind(change.entered_by.as_str())
            .push_bind(change.at);
    });
    query
}

fn upsert<'a, D>(part: &'a [Change]) -> Option<QueryBuilder<D>>
where
    D: sqlx::Database,
    &'a str: sqlx::Encode<'a, D> + sqlx::Type<D>,
    i64: sqlx::Encode<'a, D> + sqlx::Type<D>,
    bool: sqlx::Encode<'a, D> + sqlx::Type<D>,
{
    let kept: Vec<&Change> = last_of_each(part).into_iter().filter(|change| change.value.is_some()).collect();
    if kept.is_empty() {
        return None;
    }
    let mut query = QueryBuilder::new(
        "INSERT INTO response (participant_id, perspective_id, question_id, value, matters, attribution, entered_by, at) ",
    );
    query.push_values(kept, |mut row, change| {
        row.push_bind(change.participant.as_str())
            .push_bind(change.perspective.as_str())
            .push_bind(change.question.as_str())
            .push_bind(change.value.map_or(0, Value::number))
            .push_bind(change.matters)
            .push_bind(change.attribution.as_str())
            .push_bind(change.entered_by.as_str())
            .push_bind(change.at);
    });
    query.push(
        " ON CONFLICT (participant_id, perspective_id) DO UPDATE SET value = excluded.value, \
         matters = excluded.matters, attribution = excluded.attribution, entered_by = excluded.entered_by, \
         at = excluded.at",
    );
    Some(query)
}

/// A counted response.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Response {
    /// Who responded.
    pub participant_id: String,
    /// To what.
    pub perspective_id: String,
    /// 1 agree, 0 pass, -1 disagree.
    pub value: i64,
    /// Marked as mattering most.
    pub matters: bool,
    /// What may be said about the respondent.
    pub attribution: String,
    /// Who typed it.
    pub entered_by: String,
    /// When.
    pub at: Moment,
}

/// All counted responses of a question, of participants that count. Ordered by participant and perspective.
pub async fn of_question(c: &mut Conn, question: &str) -> Stored<Vec<Response>> {
    all!(
        c,
        Response,
        "SELECT r.participant_id, r.perspective_id, r.value, r.matters, r.attribution, r.entered_by, r.at \
         FROM response r JOIN participant a ON a.id = r.participant_id \
         LEFT JOIN access_code k ON k.id = a.code_id \
         WHERE r.question_id = $1 AND k.set_aside_at IS NULL ORDER BY r.participant_id, r.perspective_id",
        question
    )
}

/// A participant's counted responses to a question.
pub async fn of_participant(c: &mut Conn, participant: &str, question: &str) -> Stored<Vec<Response>> {
    all!(
        c,
        Response,
        "SELECT participant_id, perspective_id, value, matters, attribution, entered_by, at FROM response \
         WHERE participant_id = $1 AND question_id = $2 ORDER BY at, perspective_id",
        participant,
        question
    )
}

/// `(perspective, question)` of every counted response of a participant.
pub async fn given_by(c: &mut Conn, participant: &str) -> Stored<Vec<(String, String)>> {
    all!(
        c,
        (String, String),
        "SELECT perspective_id, question_id FROM response WHERE participant_id = $1 ORDER BY perspective_id",
        participant
    )
}

/// `(perspective, responses)` of a question, those of codes that were set aside included: one walk along an index.
pub async fn counts(c: &mut Conn, question: &str) -> Stored<Vec<(String, i64)>> {
    all!(
        c,
        (String, i64),
        "SELECT perspective_id, COUNT(*) FROM response WHERE question_id = $1 GROUP BY perspective_id",
        question
    )
}

/// `(perspective, responses)` of a question by those who came with a code that was set aside: to be taken off
/// [`counts`].
pub async fn set_aside(c: &mut Conn, question: &str) -> Stored<Vec<(String, i64)>> {
    all!(
        c,
        (String, i64),
        "SELECT r.perspective_id, COUNT(*) FROM question q JOIN access_code k ON k.dialogue_id = q.dialogue_id \
         JOIN participant a ON a.code_id = k.id JOIN response r ON r.participant_id = a.id AND r.question_id = q.id \
         WHERE q.id = $1 AND k.set_aside_at IS NOT NULL GROUP BY r.perspective_id",
        question
    )
}

/// A response as the landscape needs it.
#[derive(Debug, Clone)]
pub struct Vote {
    /// Who responded.
    pub participant_id: String,
    /// To what.
    pub perspective_id: String,
    /// 1 agree, 0 pass, -1 disagree.
    pub value: i64,
    /// When.
    pub at: Moment,
    /// By a person who came without an access code.
    pub without_code: bool,
}

/// Whose responses to a question count, and whether they came without a code: not observers, and not who came with a code
/// that was set aside. Read once for each participant; joined, it would be looked up for each response.
async fn counted(c: &mut Conn, question: &str) -> Stored<HashMap<String, bool>> {
    let counted = all!(
        c,
        (String, bool),
        "SELECT a.id, (a.code_id IS NULL AND a.delegation_id IS NULL) AS without_code FROM question q \
         JOIN participant a ON a.dialogue_id = q.dialogue_id \
         LEFT JOIN access_code k ON k.id = a.code_id LEFT JOIN delegation d ON d.id = a.delegation_id \
         WHERE q.id = $1 AND k.set_aside_at IS NULL AND d.withdrawn_at IS NULL \
         AND (d.observer IS NULL OR d.observer = FALSE)",
        question
    )?;
    Ok(counted.into_iter().collect())
}

/// The counted responses of a question: without those of observers and of codes that were set aside.
pub async fn votes(c: &mut Conn, question: &str) -> Stored<Vec<Vote>> {
    let counted = counted(c, question).await?;
    // A row costs more on its way from the engine's thread than to be read: hence one for each perspective.
    let columns = all!(
        c,
        (String, String),
        "SELECT perspective_id, string_agg(participant_id || ' ' || value || ' ' || at, ',') FROM response \
         WHERE question_id = $1 GROUP BY perspective_id",
        question
    )?;
    let cells = columns.iter().flat_map(|(perspective, cells)| cells.split(',').map(move |cell| (perspective, cell)));
    Ok(cells.filter_map(|(perspective, cell)| vote(&counted, perspective, cell)).collect())
}

/// The vote of a cell `participant value at`; none where the participant does not count.
fn vote(counted: &HashMap<String, bool>, perspective: &str, cell: &str) -> Option<Vote> {
    let mut parts = cell.split(' ');
    let participant = parts.next()?;
    let without_code = *counted.get(participant)?;
    Some(Vote {
        participant_id: participant.to_owned(),
        perspective_id: perspective.to_owned(),
        value: parts.next()?.parse().ok()?,
        at: parts.next()?.parse().ok()?,
        without_code,
    })
}

/// The responses that stood at a moment, of participants that count today.
pub async fn votes_at(c: &mut Conn, question: &str, moment: Moment) -> Stored<Vec<Vote>> {
    let counted = counted(c, question).await?;
    let events = all!(
        c,
        (String, String, Option<i64>, Moment),
        "SELECT perspective_id, participant_id, value, at FROM response_event \
         WHERE question_id = $1 AND at <= $2 ORDER BY at, id",
        question,
        moment
    )?;
    let mut last: HashMap<(String, String), (Option<i64>, Moment)> = HashMap::new();
    for (perspective, participant, value, at) in events {
        last.insert((perspective, participant), (value, at));
    }
    let standing = |((perspective_id, participant_id), (value, at)): ((String, String), (Option<i64>, Moment))| {
        let without_code = *counted.get(&participant_id)?;
        Some(Vote { participant_id, perspective_id, value: value?, at, without_code })
    };
    let mut votes: Vec<Vote> = last.into_iter().filter_map(standing).collect();
    votes.sort_unstable_by(|a, b| (&a.participant_id, &a.perspective_id).cmp(&(&b.participant_id, &b.perspective_id)));
    Ok(votes)
}

/// When the first and the middle one of the changes to a question's responses were made; none without any.
pub async fn first_and_middle(c: &mut Conn, question: &str) -> Stored<Option<(Moment, Moment)>> {
    first!(
        c,
        (Moment, Moment),
        "SELECT (SELECT MIN(at) FROM response_event WHERE question_id = $1), at FROM response_event \
         WHERE question_id = $1 ORDER BY at LIMIT 1 \
         OFFSET (SELECT COUNT(*) / 2 FROM response_event WHERE question_id = $1)",
        question
    )
}

/// Changes when something that a question's landscape depends on does.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Stamp {
    /// Counted responses.
    pub responses: i64,
    /// Changes and withdrawals so far.
    pub events: i64,
    /// Last change of a perspective.
    pub perspectives: i64,
    /// How many perspectives there are.
    pub written: i64,
    /// Last code that was set aside or taken in again.
    pub set_aside: i64,
    /// Delegations.
    pub delegations: i64,
    /// Changes when a delegation is described anew or leaves.
    pub described: i64,
}

/// How a question stands, from counts that the indexes hold.
pub async fn stamp(c: &mut Conn, dialogue: &str, question: &str) -> Stored<Stamp> {
    let found = first!(
        c,
        Stamp,
        "SELECT (SELECT COUNT(*) FROM response WHERE question_id = $2) AS responses, \
         (SELECT COUNT(*) FROM response_event WHERE question_id = $2) AS events, \
         (SELECT COALESCE(MAX(changed_at), 0) FROM perspective WHERE question_id = $2) AS perspectives, \
         (SELECT COUNT(*) FROM perspective WHERE question_id = $2) AS written, \
         (SELECT CAST(COALESCE(SUM(set_aside_at), 0) AS BIGINT) FROM access_code WHERE dialogue_id = $1) AS set_aside, \
         (SELECT COUNT(*) FROM delegation WHERE dialogue_id = $1) AS delegations, \
         (SELECT CAST(COALESCE(SUM(changed_at), 0) AS BIGINT) FROM delegation WHERE dialogue_id = $1) AS described",
        dialogue,
        question
    )?;
    Ok(found.unwrap_or_default())
}

/// Responses by all who came from a network without a code.
pub async fn from_network(c: &mut Conn, dialogue: &str, network: &str) -> Stored<i64> {
    count!(
        c,
        "SELECT COUNT(*) FROM participant a JOIN response r ON r.participant_id = a.id \
         WHERE a.dialogue_id = $1 AND a.network = $2 AND a.code_id IS NULL",
        dialogue,
        network
    )
}

/// Responses by all who came with a code.
pub async fn from_code(c: &mut Conn, code: &str) -> Stored<i64> {
    count!(
        c,
        "SELECT COUNT(*) FROM participant a JOIN response r ON r.participant_id = a.id WHERE a.code_id = $1",
        code
    )
}

/// `(participant, perspective, value, matters)` of print-outs without a number that were typed in since a moment,
/// by participant and perspective.
pub async fn typed_since(c: &mut Conn, question: &str, since: Moment) -> Stored<Vec<(String, String, i64, bool)>> {
    all!(
        c,
        (String, String, i64, bool),
        "SELECT r.participant_id, r.perspective_id, r.value, r.matters FROM response r \
         JOIN participant a ON a.id = r.participant_id WHERE r.question_id = $1 AND a.joined_at >= $2 \
         AND a.kind = 'person' AND a.sheet IS NULL AND r.entered_by = 'secretariat' \
         ORDER BY r.participant_id, r.perspective_id",
        question,
        since
    )
}
