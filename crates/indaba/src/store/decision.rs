//! Decisions on packages: what is asked, where it stands, what delegations say.

use super::{Conn, Moment, Stored};
use crate::decision::{Procedure, State};

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Decision {
    /// Id.
    pub id: String,
    /// Its number in the dialogue: the address.
    pub number: i64,
    /// The package that it began from.
    pub package_id: String,
    /// By which procedure.
    #[sqlx(try_from = "String")]
    pub procedure: Procedure,
    /// Where it stands, save for a time that has run out since ([`crate::decision::effective`]).
    #[sqlx(try_from = "String")]
    pub state: State,
    /// Numbers of the measures as amended, `;` between.
    pub measures: String,
    /// When the silence ends.
    pub ends_at: Option<Moment>,
    /// When it was opened.
    pub created_at: Moment,
    /// When it last changed.
    pub changed_at: Moment,
}

/// The decisions of a dialogue, the newest first.
pub async fn all(c: &mut Conn, dialogue: &str) -> Stored<Vec<Decision>> {
    all!(
        c,
        Decision,
        "SELECT id, number, package_id, procedure, state, measures, ends_at, created_at, changed_at FROM decision \
         WHERE dialogue_id = $1 ORDER BY number DESC",
        dialogue
    )
}

/// One decision of a dialogue.
pub async fn by_number(c: &mut Conn, dialogue: &str, number: i64) -> Stored<Option<Decision>> {
    first!(
        c,
        Decision,
        "SELECT id, number, package_id, procedure, state, measures, ends_at, created_at, changed_at FROM decision \
         WHERE dialogue_id = $1 AND number = $2",
        dialogue,
        number
    )
}

/// Holds a decision's row until the commit, so that two who act at once on PostgreSQL act one after the other.
pub async fn hold(c: &mut Conn, dialogue: &str, number: i64) -> Stored<u64> {
    run!(c, "UPDATE decision SET number = number WHERE dialogue_id = $1 AND number = $2", dialogue, number)
}

/// The number that the next decision of a dialogue gets. Call it in the transaction that inserts.
pub async fn next_number(c: &mut Conn, dialogue: &str) -> Stored<i64> {
    // Holds the dialogue's row until the commit, so that two who open at once on PostgreSQL get two numbers.
    run!(c, "UPDATE dialogue SET slug = slug WHERE id = $1", dialogue)?;
    count!(c, "SELECT COALESCE(MAX(number), 0) + 1 FROM decision WHERE dialogue_id = $1", dialogue)
}

/// Opens a decision.
pub async fn insert(c: &mut Conn, dialogue: &str, d: &Decision) -> Stored<()> {
    run!(
        c,
        "INSERT INTO decision (id, dialogue_id, package_id, number, procedure, state, measures, ends_at, created_at, \
         changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &d.id,
        dialogue,
        &d.package_id,
        d.number,
        d.procedure.as_str(),
        d.state.as_str(),
        &d.measures,
        d.ends_at,
        d.created_at,
        d.changed_at
    )?;
    Ok(())
}

/// A silence that was kept until its deadline.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct RunOut {
    /// The dialogue.
    pub dialogue_id: String,
    /// The decision.
    #[sqlx(flatten)]
    pub decision: Decision,
}

/// Where silence was kept until its deadline and nobody wrote it down yet.
pub async fn run_out(c: &mut Conn, now: Moment) -> Stored<Vec<RunOut>> {
    all!(
        c,
        RunOut,
        "SELECT dialogue_id, id, number, package_id, procedure, state, measures, ends_at, created_at, changed_at \
         FROM decision WHERE state = 'silent' AND ends_at <= $1 ORDER BY ends_at, id",
        now
    )
}

/// Takes a step from the state that was read: 0 where somebody else was faster. One row decides.
pub async fn step(c: &mut Conn, d: &Decision, from: State, seen: Moment) -> Stored<u64> {
    run!(
        c,
        "UPDATE decision SET state = $2, measures = $3, ends_at = $4, changed_at = $5 \
         WHERE id = $1 AND state = $6 AND changed_at = $7",
        &d.id,
        d.state.as_str(),
        &d.measures,
        d.ends_at,
        d.changed_at,
        from.as_str(),
        seen
    )
}

/// One step that was taken.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Taken {
    /// Which.
    pub step: String,
    /// Where it led.
    #[sqlx(try_from = "String")]
    pub state: State,
    /// The measures then.
    pub measures: String,
    /// The deadline then.
    pub ends_at: Option<Moment>,
    /// When.
    pub at: Moment,
}

/// Writes a step down.
pub async fn log(c: &mut Conn, decision: &str, t: &Taken) -> Stored<()> {
    run!(
        c,
        "INSERT INTO decision_step (id, decision_id, step, state, measures, ends_at, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7)",
        super::new_id(),
        decision,
        &t.step,
        t.state.as_str(),
        &t.measures,
        t.ends_at,
        t.at
    )?;
    Ok(())
}

/// The steps of a decision, in order.
pub async fn steps(c: &mut Conn, decision: &str) -> Stored<Vec<Taken>> {
    all!(
        c,
        Taken,
        "SELECT step, state, measures, ends_at, at FROM decision_step WHERE decision_id = $1 ORDER BY at, id",
        decision
    )
}

/// What a delegation says in a decision.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Voice {
    /// The delegation.
    pub delegation_id: String,
    /// `answer`, `position` or `dissociation`.
    pub kind: String,
    /// A word of the procedure; empty where the text says it all.
    pub says: String,
    /// Explanation.
    pub reason: String,
    /// Its language.
    pub lang: String,
    /// When.
    pub at: Moment,
}

/// What was said in a decision, in the order of coming.
pub async fn voices(c: &mut Conn, decision: &str) -> Stored<Vec<Voice>> {
    all!(
        c,
        Voice,
        "SELECT delegation_id, kind, says, reason, lang, at FROM decision_voice WHERE decision_id = $1 \
         ORDER BY at, delegation_id, kind",
        decision
    )
}

/// Keeps what a delegation says, in place of what it said before of the same kind.
pub async fn say(c: &mut Conn, decision: &str, v: &Voice) -> Stored<()> {
    run!(
        c,
        "INSERT INTO decision_voice (decision_id, delegation_id, kind, says, reason, lang, at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (decision_id, delegation_id, kind) DO UPDATE SET \
         says = excluded.says, reason = excluded.reason, lang = excluded.lang, at = excluded.at",
        decision,
        &v.delegation_id,
        &v.kind,
        &v.says,
        &v.reason,
        &v.lang,
        v.at
    )?;
    Ok(())
}

/// Sets answers aside, when the text that they were given to is another: they stay in the record under `kind`.
pub async fn set_aside(c: &mut Conn, decision: &str, kind: &str) -> Stored<()> {
    run!(c, "UPDATE decision_voice SET kind = $2 WHERE decision_id = $1 AND kind = 'answer'", decision, kind)?;
    Ok(())
}
