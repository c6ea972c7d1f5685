//! A delegation leaves a dialogue: what it has given, who loses access, and the three ways to go (deleted, withdrawn,
//! erased).

use super::response::{self, Change};
use super::{Conn, Moment, Stored, effect, own, participant};
use crate::words::{Attribution, EnteredBy};

/// What a delegation has given so far.
#[derive(Debug, Clone, Default, PartialEq, Eq, sqlx::FromRow)]
pub struct Given {
    /// Members with an account.
    pub members: i64,
    /// Drafts and cleared drafts, which nobody else has seen.
    pub drafts: i64,
    /// Perspectives on the page, waiting for it, or that were on it.
    pub perspectives: i64,
    /// Counted responses.
    pub responses: i64,
    /// Changes and withdrawals of responses so far.
    pub events: i64,
    /// Added questions.
    pub questions: i64,
    /// Links and files of evidence.
    pub attachments: i64,
    /// Effects, red lines, and words in decisions.
    pub figures: i64,
}

impl Given {
    /// Whether it leaves no trace in the record.
    pub const fn nothing(&self) -> bool {
        self.perspectives + self.events + self.questions + self.attachments + self.figures == 0
    }
}

/// Counts what a delegation has given.
pub async fn given(c: &mut Conn, delegation: &str) -> Stored<Given> {
    let found = first!(
        c,
        Given,
        "SELECT (SELECT COUNT(*) FROM member m WHERE m.delegation_id = d.id) AS members, \
           (SELECT COUNT(*) FROM perspective p WHERE p.author_id = a.id AND p.state IN ('draft', 'cleared')) AS drafts, \
           (SELECT COUNT(*) FROM perspective p WHERE p.author_id = a.id AND p.state NOT IN ('draft', 'cleared')) \
             AS perspectives, \
           (SELECT COUNT(*) FROM response r WHERE r.participant_id = a.id) AS responses, \
           (SELECT COUNT(*) FROM response_event e WHERE e.participant_id = a.id) AS events, \
           (SELECT COUNT(*) FROM question q WHERE q.author_id = a.id) AS questions, \
           (SELECT COUNT(*) FROM attachment t WHERE t.author_id = a.id) AS attachments, \
           (SELECT COUNT(*) FROM effect f WHERE f.delegation_id = d.id AND f.origin = 'own') \
             + (SELECT COUNT(*) FROM red_line l WHERE l.delegation_id = d.id) \
             + (SELECT COUNT(*) FROM decision_voice v WHERE v.delegation_id = d.id) AS figures \
         FROM delegation d LEFT JOIN participant a ON a.delegation_id = d.id WHERE d.id = $1",
        delegation
    )?;
    Ok(found.unwrap_or_default())
}

/// Ends the sign-ins and places of a delegation's members and its links; gives the hashes of the tokens that ended.
pub async fn end_access(c: &mut Conn, delegation: &str) -> Stored<Vec<(String,)>> {
    let ended = all!(
        c,
        (String,),
        "SELECT token_hash FROM session WHERE person_id IN (SELECT person_id FROM member WHERE delegation_id = $1)",
        delegation
    )?;
    run!(
        c,
        "DELETE FROM session WHERE person_id IN (SELECT person_id FROM member WHERE delegation_id = $1)",
        delegation
    )?;
    super::mail_address::forget_places(c, delegation).await?;
    run!(c, "DELETE FROM member WHERE delegation_id = $1", delegation)?;
    run!(c, "DELETE FROM invitation WHERE delegation_id = $1", delegation)?;
    Ok(ended)
}

/// Deletes a delegation that has given nothing.
pub async fn delete(c: &mut Conn, delegation: &str) -> Stored<()> {
    forget_unseen(c, delegation).await?;
    run!(
        c,
        "DELETE FROM idempotency WHERE actor IN (SELECT id FROM participant WHERE delegation_id = $1)",
        delegation
    )?;
    run!(
        c,
        "UPDATE report SET participant_id = NULL \
         WHERE participant_id IN (SELECT id FROM participant WHERE delegation_id = $1)",
        delegation
    )?;
    effect::forget(c, delegation).await?;
    run!(c, "DELETE FROM participant WHERE delegation_id = $1", delegation)?;
    run!(c, "DELETE FROM delegation WHERE id = $1", delegation)?;
    Ok(())
}

/// Withdraws a delegation with all that it has given. What is withdrawn stays in the full record.
pub async fn withdraw(c: &mut Conn, delegation: &str, now: Moment) -> Stored<()> {
    forget_unseen(c, delegation).await?;
    if let Some(participant) = participant::of_delegation(c, delegation).await? {
        withdraw_responses(c, &participant, now).await?;
        super::scenario::erase(c, &participant).await?;
        run!(
            c,
            "UPDATE perspective SET state = 'withdrawn', changed_at = $2 WHERE author_id = $1 \
             AND state IN ('pending', 'published')",
            &participant,
            now
        )?;
        run!(
            c,
            "UPDATE attachment SET state = 'withdrawn' WHERE author_id = $1 AND state IN ('pending', 'published')",
            &participant
        )?;
    }
    run!(c, "UPDATE delegation SET withdrawn_at = $2, changed_at = $2 WHERE id = $1", delegation, now)?;
    Ok(())
}

/// Erases a delegation with all that it has given (`own::erase_participant`). Its pseudonym keeps its row.
pub async fn erase(c: &mut Conn, delegation: &str, now: Moment) -> Stored<()> {
    forget_unseen(c, delegation).await?;
    if let Some(participant) = participant::of_delegation(c, delegation).await? {
        own::erase_participant(c, &participant, now).await?;
        run!(c, "UPDATE participant SET delegation_id = NULL WHERE id = $1", &participant)?;
    }
    effect::forget(c, delegation).await?;
    run!(c, "DELETE FROM delegation WHERE id = $1", delegation)?;
    Ok(())
}

/// Drafts and prepared statements, which nobody outside has seen.
async fn forget_unseen(c: &mut Conn, delegation: &str) -> Stored<()> {
    run!(
        c,
        "DELETE FROM perspective WHERE state IN ('draft', 'cleared') \
         AND author_id IN (SELECT id FROM participant WHERE delegation_id = $1)",
        delegation
    )?;
    run!(
        c,
        "UPDATE perspective SET statement_id = NULL \
         WHERE statement_id IN (SELECT id FROM statement WHERE delegation_id = $1)",
        delegation
    )?;
    run!(c, "DELETE FROM statement WHERE delegation_id = $1", delegation)?;
    Ok(())
}

async fn withdraw_responses(c: &mut Conn, participant: &str, now: Moment) -> Stored<()> {
    let given = response::given_by(c, participant).await?;
    let withdrawal = |(perspective, question): (String, String)| Change {
        participant: participant.to_owned(),
        perspective,
        question,
        value: None,
        matters: false,
        attribution: Attribution::Named,
        entered_by: EnteredBy::Secretariat,
        at: now,
    };
    response::apply(c, &given.into_iter().map(withdrawal).collect::<Vec<_>>()).await
}
