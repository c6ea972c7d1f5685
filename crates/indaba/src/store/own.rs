//! A person's own data: read to be handed out, and erased (`record.md`, "A person's own data").

use super::{Conn, Moment, Stored};

/// One own response with what it answered.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct Answered {
    /// The question's reference.
    pub question: String,
    /// The perspective's id.
    pub perspective: String,
    /// The perspective's wording.
    pub text: String,
    /// 1 agree, 0 pass, -1 disagree.
    pub value: i64,
    /// Marked as mattering most.
    pub matters: bool,
    /// Who typed it.
    pub entered_by: String,
    /// When.
    pub at: Moment,
}

/// All counted responses of a participant.
pub async fn responses(c: &mut Conn, participant: &str) -> Stored<Vec<Answered>> {
    all!(
        c,
        Answered,
        "SELECT q.reference AS question, r.perspective_id AS perspective, p.text, r.value, r.matters, r.entered_by, r.at \
         FROM response r JOIN perspective p ON p.id = r.perspective_id JOIN question q ON q.id = r.question_id \
         WHERE r.participant_id = $1 ORDER BY r.at, r.perspective_id",
        participant
    )
}

/// One own perspective.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct Said {
    /// Id.
    pub id: String,
    /// The question's reference.
    pub question: String,
    /// Wording.
    pub text: String,
    /// Language.
    pub lang: String,
    /// Where it stands.
    pub state: String,
    /// What may be said about its author.
    pub attribution: String,
    /// When it came.
    pub created_at: Moment,
}

/// All perspectives of a participant that were not erased.
pub async fn perspectives(c: &mut Conn, participant: &str) -> Stored<Vec<Said>> {
    all!(
        c,
        Said,
        "SELECT p.id, q.reference AS question, p.text, p.lang, p.state, p.attribution, p.created_at FROM perspective p \
         JOIN question q ON q.id = p.question_id WHERE p.author_id = $1 AND p.state <> 'erased' ORDER BY p.created_at",
        participant
    )
}

/// `(title, slug, id)` of the dialogue of a participant.
pub async fn dialogue_of(c: &mut Conn, participant: &str) -> Stored<Option<(String, String, String)>> {
    first!(
        c,
        (String, String, String),
        "SELECT d.title, d.slug, d.id FROM participant a JOIN dialogue d ON d.id = a.dialogue_id WHERE a.id = $1",
        participant
    )
}

/// Erases what a person of an open consultation gave. Perspectives that others responded to keep their place, without
/// text; the pseudonym keeps its row, so that counts of participants already published stay explicable.
pub async fn erase_participant(c: &mut Conn, participant: &str, now: Moment) -> Stored<()> {
    super::practice::erase(c, participant).await?;
    super::estimate::erase(c, participant).await?;
    super::scenario::erase(c, participant).await?;
    super::measure::erase(c, participant).await?;
    run!(c, "DELETE FROM response WHERE participant_id = $1", participant)?;
    run!(c, "DELETE FROM response_event WHERE participant_id = $1", participant)?;
    super::publication::unname(c, participant).await?;
    run!(
        c,
        "DELETE FROM translation WHERE object_id IN (SELECT id FROM perspective WHERE author_id = $1)",
        participant
    )?;
    run!(
        c,
        "DELETE FROM perspective WHERE author_id = $1 \
         AND NOT EXISTS (SELECT 1 FROM response r WHERE r.perspective_id = perspective.id) \
         AND NOT EXISTS (SELECT 1 FROM response_event e WHERE e.perspective_id = perspective.id)",
        participant
    )?;
    run!(
        c,
        "UPDATE perspective SET text = '', state = 'erased', author_id = NULL, changed_at = $2 WHERE author_id = $1",
        participant,
        now
    )?;
    run!(c, "DELETE FROM attachment WHERE author_id = $1", participant)?;
    run!(c, "UPDATE question SET author_id = NULL WHERE author_id = $1", participant)?;
    run!(c, "UPDATE report SET participant_id = NULL WHERE participant_id = $1", participant)?;
    run!(c, "DELETE FROM idempotency WHERE actor = $1", participant)?;
    run!(
        c,
        "DELETE FROM idempotency WHERE actor = (SELECT 'join ' || dialogue_id FROM participant WHERE id = $1) \
         AND body = $1",
        participant
    )?;
    run!(c, "DELETE FROM session WHERE participant_id = $1", participant)?;
    run!(c, "UPDATE participant SET erased_at = $2, network = NULL, origin = NULL WHERE id = $1", participant, now)?;
    Ok(())
}

/// An account.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct Account {
    /// The name typed at sign-in.
    pub sign_in: String,
    /// The person's name.
    pub name: String,
    /// When it was made.
    pub created_at: Moment,
}

/// The account of a person.
pub async fn account(c: &mut Conn, person: &str) -> Stored<Option<Account>> {
    first!(c, Account, "SELECT sign_in, name, created_at FROM person WHERE id = $1", person)
}

/// What an account is in a dialogue.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct Place {
    /// The dialogue's title.
    pub title: String,
    /// Its slug.
    pub slug: String,
    /// The role there.
    pub role: String,
}

/// Every place of an account.
pub async fn places(c: &mut Conn, person: &str) -> Stored<Vec<Place>> {
    all!(
        c,
        Place,
        "SELECT d.title, d.slug, m.role FROM member m JOIN dialogue d ON d.id = m.dialogue_id \
         WHERE m.person_id = $1 ORDER BY d.created_at",
        person
    )
}

/// Erases an account. What its delegation said stays the delegation's.
pub async fn erase_person(c: &mut Conn, person: &str) -> Stored<()> {
    super::mail_address::forget_person(c, person).await?;
    run!(c, "DELETE FROM session WHERE person_id = $1", person)?;
    run!(c, "DELETE FROM idempotency WHERE actor = $1", person)?;
    run!(c, "DELETE FROM member WHERE person_id = $1", person)?;
    run!(c, "UPDATE moderation SET by_person = NULL WHERE by_person = $1", person)?;
    run!(c, "UPDATE summary_version SET by_person = NULL WHERE by_person = $1", person)?;
    run!(c, "DELETE FROM person WHERE id = $1", person)?;
    Ok(())
}
