//! Landscapes as they were published, for comparison with later ones.

use super::{Conn, Moment, Stored};

/// What an audience was shown at a moment.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Published {
    /// When it was published.
    pub at: Moment,
    /// The disclosure limit that it keeps to.
    pub disclosure: i64,
    /// From how many responses.
    pub responses: i64,
    /// By how many participants.
    pub participants: i64,
    /// The landscape in outline, `indaba/landscape/1`.
    pub outline: String,
}

/// Keeps a landscape; one of the same moment stays.
pub async fn keep(c: &mut Conn, question: &str, audience: &str, shown: &Published) -> Stored<()> {
    run!(
        c,
        "INSERT INTO published_landscape (question_id, audience, at, disclosure, responses, participants, outline) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (question_id, audience, at) DO NOTHING",
        question,
        audience,
        shown.at,
        shown.disclosure,
        shown.responses,
        shown.participants,
        &shown.outline
    )?;
    Ok(())
}

/// When landscapes were published that keep to a disclosure limit, in order.
pub async fn moments(c: &mut Conn, question: &str, audience: &str, disclosure: i64) -> Stored<Vec<Moment>> {
    let found = all!(
        c,
        (Moment,),
        "SELECT at FROM published_landscape WHERE question_id = $1 AND audience = $2 AND disclosure >= $3 ORDER BY at",
        question,
        audience,
        disclosure
    )?;
    Ok(found.into_iter().map(|(at,)| at).collect())
}

/// The landscape of a moment.
pub async fn at(c: &mut Conn, question: &str, audience: &str, moment: Moment) -> Stored<Option<Published>> {
    first!(
        c,
        Published,
        "SELECT at, disclosure, responses, participants, outline FROM published_landscape \
         WHERE question_id = $1 AND audience = $2 AND at = $3",
        question,
        audience,
        moment
    )
}

/// Keeps the landscape of a moment no longer.
pub async fn forget(c: &mut Conn, question: &str, audience: &str, moment: Moment) -> Stored<()> {
    run!(
        c,
        "DELETE FROM published_landscape WHERE question_id = $1 AND audience = $2 AND at = $3",
        question,
        audience,
        moment
    )?;
    Ok(())
}

/// Notes that closing published of a perspective what would have had to wait.
pub async fn hurry(c: &mut Conn, question: &str, audience: &str, perspective: &str, at: Moment) -> Stored<()> {
    run!(
        c,
        "INSERT INTO hurried_perspective (question_id, audience, perspective_id, at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (question_id, audience, perspective_id) DO UPDATE SET at = excluded.at",
        question,
        audience,
        perspective,
        at
    )?;
    Ok(())
}

/// Notes the same of every perspective of a dialogue, where delegations that were shown in other blocs than they declare are
/// about to be shown in their own: each change of bloc is one delegation's.
pub async fn hurry_all_with_blocs(c: &mut Conn, dialogue: &str, at: Moment) -> Stored<()> {
    run!(
        c,
        "INSERT INTO hurried_perspective (question_id, audience, perspective_id, at) \
         SELECT p.question_id, a.audience, p.id, CAST($2 AS BIGINT) FROM perspective p \
         JOIN question q ON q.id = p.question_id \
         CROSS JOIN (SELECT 'inside' AS audience UNION ALL SELECT 'public' AS audience) a \
         WHERE q.dialogue_id = $1 AND EXISTS (SELECT 1 FROM shown_blocs WHERE dialogue_id = $1) \
         ON CONFLICT (question_id, audience, perspective_id) DO UPDATE SET at = excluded.at",
        dialogue,
        at
    )?;
    Ok(())
}

/// Perspectives of which closing published, after a moment, what would have had to wait.
pub async fn hurried_since(c: &mut Conn, question: &str, audience: &str, moment: Moment) -> Stored<Vec<String>> {
    let found = all!(
        c,
        (String,),
        "SELECT perspective_id FROM hurried_perspective WHERE question_id = $1 AND audience = $2 AND at > $3 \
         ORDER BY perspective_id",
        question,
        audience,
        moment
    )?;
    Ok(found.into_iter().map(|(id,)| id).collect())
}
