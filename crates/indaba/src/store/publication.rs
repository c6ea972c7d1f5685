//! What was published of the responses to a question. Everybody but the secretariat is shown this and nothing newer.

use super::{Conn, Moment, Raw, Stored};
use sqlx::QueryBuilder;
use std::collections::HashSet;

/// A response as it was last published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// Who responded.
    pub participant_id: String,
    /// To what.
    pub perspective_id: String,
    /// As delegations were shown it: 1 agree, 0 pass, -1 disagree; none: not shown to them.
    pub inside: Option<i64>,
    /// As everybody was shown it.
    pub in_public: Option<i64>,
    /// By a person who came without an access code.
    pub without_code: bool,
}

/// How a question's publication stands.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Standing {
    /// Grows with every publication; 0 before the first.
    pub version: i64,
    /// When delegations were last shown something new.
    pub inside_at: Moment,
    /// When everybody was.
    pub public_at: Moment,
    /// Its closing publication was made.
    pub closed: bool,
}

/// What was published of a question, by participant and perspective.
pub async fn of_question(c: &mut Conn, question: &str) -> Stored<Vec<Published>> {
    let without_code = all!(
        c,
        (String,),
        "SELECT a.id FROM question q JOIN participant a ON a.dialogue_id = q.dialogue_id \
         WHERE q.id = $1 AND a.code_id IS NULL AND a.delegation_id IS NULL",
        question
    )?;
    let without_code: HashSet<String> = without_code.into_iter().map(|(id,)| id).collect();
    // One row for each perspective, as in `response::votes`.
    let columns = all!(
        c,
        (String, String),
        "SELECT perspective_id, string_agg(participant_id || ' ' || COALESCE(CAST(inside AS TEXT), '') \
         || ' ' || COALESCE(CAST(in_public AS TEXT), ''), ',') FROM published_response \
         WHERE question_id = $1 GROUP BY perspective_id",
        question
    )?;
    let cells = columns.iter().flat_map(|(perspective, cells)| cells.split(',').map(move |cell| (perspective, cell)));
    let mut all: Vec<Published> =
        cells.filter_map(|(perspective, cell)| published(&without_code, perspective, cell)).collect();
    all.sort_unstable_by(|a, b| (&a.participant_id, &a.perspective_id).cmp(&(&b.participant_id, &b.perspective_id)));
    Ok(all)
}

/// What a cell `participant inside in-public` says; what was not published is empty in it.
fn published(without_code: &HashSet<String>, perspective: &str, cell: &str) -> Option<Published> {
    let mut parts = cell.split(' ');
    let participant = parts.next()?;
    Some(Published {
        participant_id: participant.to_owned(),
        perspective_id: perspective.to_owned(),
        inside: parts.next()?.parse().ok(),
        in_public: parts.next()?.parse().ok(),
        without_code: without_code.contains(participant),
    })
}

/// `(value, published responses)` to a perspective, as delegations are shown it.
pub async fn tally_inside(c: &mut Conn, question: &str, perspective: &str) -> Stored<Vec<(i64, i64)>> {
    all!(
        c,
        (i64, i64),
        "SELECT inside, COUNT(*) FROM published_response \
         WHERE question_id = $1 AND perspective_id = $2 AND inside IS NOT NULL GROUP BY inside",
        question,
        perspective
    )
}

/// `(value, published responses)` to a perspective, as everybody is shown it.
pub async fn tally_in_public(c: &mut Conn, question: &str, perspective: &str) -> Stored<Vec<(i64, i64)>> {
    all!(
        c,
        (i64, i64),
        "SELECT in_public, COUNT(*) FROM published_response \
         WHERE question_id = $1 AND perspective_id = $2 AND in_public IS NOT NULL GROUP BY in_public",
        question,
        perspective
    )
}

/// How a question's publication stands.
pub async fn standing(c: &mut Conn, question: &str) -> Stored<Standing> {
    let found = first!(
        c,
        Standing,
        "SELECT version, inside_at, public_at, closed FROM publication WHERE question_id = $1",
        question
    )?;
    Ok(found.unwrap_or_default())
}

/// Makes the next publication of a question, in the transaction that keeps its responses. False when somebody else made
/// one meanwhile: what was worked out is then of yesterday, and the transaction has to be dropped.
pub async fn advance(c: &mut Conn, question: &str, to: &Standing) -> Stored<bool> {
    let made = if to.version == 1 {
        run!(
            c,
            "INSERT INTO publication (question_id, version, inside_at, public_at, closed) VALUES ($1, $2, $3, $4, $5) \
             ON CONFLICT (question_id) DO NOTHING",
            question,
            to.version,
            to.inside_at,
            to.public_at,
            to.closed
        )?
    } else {
        run!(
            c,
            "UPDATE publication SET version = $2, inside_at = $3, public_at = $4, closed = $5 \
             WHERE question_id = $1 AND version = $2 - 1",
            question,
            to.version,
            to.inside_at,
            to.public_at,
            to.closed
        )?
    };
    Ok(made == 1)
}

/// Rows of one multi-row statement: 5 places each, below the 32,766 places that SQLite allows.
const ROWS: usize = 1_000;

/// Keeps what is published from now on; a response that is shown to nobody any more is forgotten.
pub async fn keep(c: &mut Conn, question: &str, rows: &[Published]) -> Stored<()> {
    for part in rows.chunks(ROWS) {
        match c.raw() {
            Raw::Sqlite(conn) => {
                upsert::<sqlx::Sqlite>(question, part).build().persistent(false).execute(conn).await?.rows_affected()
            }
            Raw::Postgres(conn) => {
                upsert::<sqlx::Postgres>(question, part).build().persistent(false).execute(conn).await?.rows_affected()
            }
        };
    }
    if rows.iter().any(|row| row.inside.is_none() && row.in_public.is_none()) {
        run!(
            c,
            "DELETE FROM published_response WHERE question_id = $1 AND inside IS NULL AND in_public IS NULL",
            question
        )?;
    }
    Ok(())
}

fn upsert<'a, D>(question: &'a str, rows: &'a [Published]) -> QueryBuilder<D>
where
    D: sqlx::Database,
    &'a str: sqlx::Encode<'a, D> + sqlx::Type<D>,
    Option<i64>: sqlx::Encode<'a, D> + sqlx::Type<D>,
{
    let mut query = QueryBuilder::new(
        "INSERT INTO published_response (participant_id, perspective_id, question_id, inside, in_public) ",
    );
    query.push_values(rows, |mut values, row| {
        values
            .push_bind(row.participant_id.as_str())
            .push_bind(row.perspective_id.as_str())
            .push_bind(question)
            .push_bind(row.inside)
            .push_bind(row.in_public);
    });
    query.push(
        " ON CONFLICT (participant_id, perspective_id) DO UPDATE SET inside = excluded.inside, \
         in_public = excluded.in_public",
    );
    query
}

/// A dialogue that is opened again will have another closing publication.
pub async fn reopen(c: &mut Conn, dialogue: &str) -> Stored<()> {
    run!(
        c,
        "UPDATE publication SET closed = FALSE WHERE question_id IN (SELECT id FROM question WHERE dialogue_id = $1)",
        dialogue
    )?;
    Ok(())
}

/// Takes a participant's name off what was published. The sums stay as they are until they may be renewed: else
/// whoever compared them before and after would read what the participant had answered.
pub async fn unname(c: &mut Conn, participant: &str) -> Stored<()> {
    let nobody = super::new_id();
    run!(c, "UPDATE published_response SET participant_id = $2 WHERE participant_id = $1", participant, &nobody)?;
    run!(c, "UPDATE published_estimate SET participant_id = $2 WHERE participant_id = $1", participant, &nobody)?;
    run!(c, "UPDATE shown_blocs SET participant_id = $2 WHERE participant_id = $1", participant, nobody)?;
    Ok(())
}

/// Keeps a delegation's published responses in the blocs in which they were shown (`;` between).
pub async fn hold_blocs(c: &mut Conn, dialogue: &str, delegation: &str, blocs: &str) -> Stored<()> {
    run!(
        c,
        "INSERT INTO shown_blocs (participant_id, dialogue_id, blocs) \
         SELECT a.id, $1, $3 FROM participant a WHERE a.delegation_id = $2 \
         AND (EXISTS (SELECT 1 FROM published_response r WHERE r.participant_id = a.id) \
           OR EXISTS (SELECT 1 FROM published_estimate e WHERE e.participant_id = a.id)) \
         ON CONFLICT (participant_id) DO NOTHING",
        dialogue,
        delegation,
        blocs
    )?;
    Ok(())
}

/// `(participant, blocs)` of those who are shown in other blocs than their delegation declares.
pub async fn held_blocs(c: &mut Conn, dialogue: &str) -> Stored<Vec<(String, String)>> {
    all!(
        c,
        (String, String),
        "SELECT participant_id, blocs FROM shown_blocs WHERE dialogue_id = $1 ORDER BY participant_id",
        dialogue
    )
}

/// From now on everybody is shown in the blocs that its delegation declares.
pub async fn release_blocs(c: &mut Conn, dialogue: &str) -> Stored<()> {
    run!(c, "DELETE FROM shown_blocs WHERE dialogue_id = $1", dialogue)?;
    Ok(())
}

/// Changes when something that a published landscape depends on does, beside the publication itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Stamp {
    /// The publication.
    pub version: i64,
    /// Last change of a perspective.
    pub perspectives: i64,
    /// How many perspectives there are.
    pub written: i64,
    /// Delegations.
    pub delegations: i64,
}

/// How what is published of a question stands.
pub async fn stamp(c: &mut Conn, dialogue: &str, question: &str) -> Stored<Stamp> {
    let found = first!(
        c,
        Stamp,
        "SELECT (SELECT CAST(COALESCE(MAX(version), 0) AS BIGINT) FROM publication WHERE question_id = $2) AS version, \
         (SELECT COALESCE(MAX(changed_at), 0) FROM perspective WHERE question_id = $2) AS perspectives, \
         (SELECT COUNT(*) FROM perspective WHERE question_id = $2) AS written, \
         (SELECT COUNT(*) FROM delegation WHERE dialogue_id = $1) AS delegations",
        dialogue,
        question
    )?;
    Ok(found.unwrap_or_default())
}
