//! Measures: candidate actions under a question, what they cost and how they depend on each other. What people respond
//! to, and with it a measure's state, author and language, is the perspective that carries it.

use super::{Conn, Moment, Stored};
use crate::words::{Attribution, EnteredBy, PerspectiveState};

/// A candidate action with what its perspective says of it.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Measure {
    /// Id.
    pub id: String,
    /// Its number in the dialogue: the address.
    pub number: i64,
    /// The question that it stands under.
    pub question_id: String,
    /// The perspective that carries it.
    pub perspective_id: String,
    /// What is done, in a line.
    pub title: String,
    /// What it consists of.
    pub detail: String,
    /// What it costs, in the dialogue's points.
    pub cost: Option<i64>,
    /// Where it comes from.
    pub source: String,
    /// When it last changed.
    pub changed_at: Moment,
    /// Where it stands; erased where its perspective is gone.
    #[sqlx(try_from = "String")]
    pub state: PerspectiveState,
    /// What may be said about its author.
    #[sqlx(try_from = "String")]
    pub attribution: Attribution,
    /// The participant who proposed it; none for the secretariat.
    pub author_id: Option<String>,
    /// Language of its texts.
    pub lang: String,
    /// Who typed it.
    #[sqlx(try_from = "String")]
    pub entered_by: EnteredBy,
    /// When it was proposed.
    pub created_at: Moment,
}

impl Measure {
    /// Shown to everybody, and part of the problem that is solved.
    pub fn is_open(&self) -> bool {
        self.state == PerspectiveState::Published && self.attribution != Attribution::OffTheRecord
    }

    /// The id that it has in files and results: `m7`.
    pub fn code(&self) -> String {
        code(self.number)
    }
}

/// The id of a measure in files and results.
pub fn code(number: i64) -> String {
    format!("m{number}")
}

/// The measures of a dialogue in any state, by number.
pub async fn all(c: &mut Conn, dialogue: &str) -> Stored<Vec<Measure>> {
    all!(
        c,
        Measure,
        "SELECT m.id, m.number, m.question_id, m.perspective_id, m.title, m.detail, m.cost, m.source, m.changed_at, \
         COALESCE(p.state, 'erased') AS state, COALESCE(p.attribution, 'unattributed') AS attribution, p.author_id, \
         COALESCE(p.lang, 'en') AS lang, COALESCE(p.entered_by, 'self') AS entered_by, \
         COALESCE(p.created_at, m.changed_at) AS created_at \
         FROM measure m LEFT JOIN perspective p ON p.id = m.perspective_id WHERE m.dialogue_id = $1 ORDER BY m.number",
        dialogue
    )
}

/// One measure of a dialogue.
pub async fn by_number(c: &mut Conn, dialogue: &str, number: i64) -> Stored<Option<Measure>> {
    first!(
        c,
        Measure,
        "SELECT m.id, m.number, m.question_id, m.perspective_id, m.title, m.detail, m.cost, m.source, m.changed_at, \
         COALESCE(p.state, 'erased') AS state, COALESCE(p.attribution, 'unattributed') AS attribution, p.author_id, \
         COALESCE(p.lang, 'en') AS lang, COALESCE(p.entered_by, 'self') AS entered_by, \
         COALESCE(p.created_at, m.changed_at) AS created_at \
         FROM measure m LEFT JOIN perspective p ON p.id = m.perspective_id WHERE m.dialogue_id = $1 AND m.number = $2",
        dialogue,
        number
    )
}

/// The number of the measure that a perspective carries.
pub async fn carried_by(c: &mut Conn, perspective: &str) -> Stored<Option<i64>> {
    let row = first!(c, (i64,), "SELECT number FROM measure WHERE perspective_id = $1", perspective)?;
    Ok(row.map(|(number,)| number))
}

/// The number that the next measure of a dialogue gets. Call it in the transaction that inserts.
pub async fn next_number(c: &mut Conn, dialogue: &str) -> Stored<i64> {
    // Holds the dialogue's row until the commit, so that two who propose at once on PostgreSQL get two numbers.
    run!(c, "UPDATE dialogue SET slug = slug WHERE id = $1", dialogue)?;
    count!(c, "SELECT COALESCE(MAX(number), 0) + 1 FROM measure WHERE dialogue_id = $1", dialogue)
}

/// Puts a measure into the store; its perspective stands there already.
pub async fn insert(c: &mut Conn, dialogue: &str, m: &Measure) -> Stored<()> {
    run!(
        c,
        "INSERT INTO measure (id, dialogue_id, number, question_id, perspective_id, title, detail, cost, source, \
         changed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        &m.id,
        dialogue,
        m.number,
        &m.question_id,
        &m.perspective_id,
        &m.title,
        &m.detail,
        m.cost,
        &m.source,
        m.changed_at
    )?;
    Ok(())
}

/// Works a measure out: what it consists of, what it costs, where it comes from.
pub async fn update(c: &mut Conn, m: &Measure) -> Stored<()> {
    run!(
        c,
        "UPDATE measure SET detail = $2, cost = $3, source = $4, changed_at = $5 WHERE id = $1",
        &m.id,
        &m.detail,
        m.cost,
        &m.source,
        m.changed_at
    )?;
    Ok(())
}

/// Erases what a participant proposed, before its perspectives are erased. The number stays: packages name it.
pub async fn erase(c: &mut Conn, participant: &str) -> Stored<()> {
    run!(
        c,
        "UPDATE measure SET title = '', detail = '', source = '' \
         WHERE perspective_id IN (SELECT id FROM perspective WHERE author_id = $1)",
        participant
    )?;
    Ok(())
}

/// How measures depend on each other.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Relation {
    /// Id.
    pub id: String,
    /// `requires`, `excludes`, `at_most` or `synergy`.
    pub kind: String,
    /// Numbers of the measures, `;` between; of `requires` the first needs the others.
    pub measures: String,
    /// How many at most.
    pub k: Option<i64>,
    /// What a synergy adds, as JSON ([`crate::measure::Added`]).
    pub effects: String,
    /// Where it comes from.
    pub source: String,
    /// When it was entered.
    pub created_at: Moment,
}

/// The relations of a dialogue's measures.
pub async fn relations(c: &mut Conn, dialogue: &str) -> Stored<Vec<Relation>> {
    all!(
        c,
        Relation,
        "SELECT id, kind, measures, k, effects, source, created_at FROM measure_relation WHERE dialogue_id = $1 \
         ORDER BY created_at, id",
        dialogue
    )
}

/// Adds a relation.
pub async fn relate(c: &mut Conn, dialogue: &str, r: &Relation) -> Stored<()> {
    run!(
        c,
        "INSERT INTO measure_relation (id, dialogue_id, kind, measures, k, effects, source, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &r.id,
        dialogue,
        &r.kind,
        &r.measures,
        r.k,
        &r.effects,
        &r.source,
        r.created_at
    )?;
    Ok(())
}

/// Takes a relation away; 0 where it is not there.
pub async fn unrelate(c: &mut Conn, dialogue: &str, id: &str) -> Stored<u64> {
    run!(c, "DELETE FROM measure_relation WHERE dialogue_id = $1 AND id = $2", dialogue, id)
}

/// By which rules packages of a dialogue are looked for.
#[derive(Debug, Clone, PartialEq, Eq, sqlx::FromRow)]
pub struct Rules {
    /// Spheres, `;` between: words of the program's own list, or the dialogue's names.
    pub spheres: String,
    /// How far a party may fall below zero in a sphere.
    pub tolerance: i64,
    /// The most that a package may cost.
    pub budget: Option<i64>,
}

impl Default for Rules {
    fn default() -> Self {
        Rules { spheres: crate::measure::SPHERES.join(";"), tolerance: 0, budget: None }
    }
}

/// The rules of a dialogue.
pub async fn rules(c: &mut Conn, dialogue: &str) -> Stored<Rules> {
    let found =
        first!(c, Rules, "SELECT spheres, tolerance, budget FROM landing_rules WHERE dialogue_id = $1", dialogue)?;
    Ok(found.unwrap_or_default())
}

/// Sets them.
pub async fn set_rules(c: &mut Conn, dialogue: &str, r: &Rules) -> Stored<()> {
    run!(
        c,
        "INSERT INTO landing_rules (dialogue_id, spheres, tolerance, budget) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (dialogue_id) DO UPDATE SET spheres = excluded.spheres, tolerance = excluded.tolerance, \
         budget = excluded.budget",
        dialogue,
        &r.spheres,
        r.tolerance,
        r.budget
    )?;
    Ok(())
}
