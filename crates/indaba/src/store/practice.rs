//! Practices: documented experiences, their versions, and the perspectives that carry them. Contacts in their texts are
//! sealed ([`crate::practice::sealing`]); who reviews them is in [`super::reviewer`].

use super::{Conn, Moment, Stored};
use crate::words::{Attribution, EnteredBy, PracticeState};

/// What a list shows on one page.
pub const LISTED: i64 = 24;

/// A practice.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Practice {
    /// Id.
    pub id: String,
    /// Its number in the dialogue: the address.
    pub number: i64,
    /// Where the text that its author works on stands.
    #[sqlx(try_from = "String")]
    pub state: PracticeState,
    /// The participant who submitted it; none for the secretariat itself.
    pub author_id: Option<String>,
    /// Who typed it.
    #[sqlx(try_from = "String")]
    pub entered_by: EnteredBy,
    /// What may be said about its author.
    #[sqlx(try_from = "String")]
    pub attribution: Attribution,
    /// What its author works on: [`crate::practice::Record`] as JSON.
    pub content: String,
    /// What was published of it, or empty.
    pub shown: String,
    /// The newest version that was submitted; 0 for none.
    pub version: i64,
    /// The version that was published.
    pub published_version: Option<i64>,
    /// Grade of its evidence, or empty.
    pub grade: String,
    /// Where it was reviewed, for one that came from a file.
    pub reviewed: String,
    /// When it was begun.
    pub created_at: Moment,
    /// When it last changed.
    pub changed_at: Moment,
    /// When it was published.
    pub published_at: Option<Moment>,
}

impl Practice {
    /// On the page for everybody who reads the dialogue.
    pub fn is_public(&self) -> bool {
        self.published_version.is_some()
            && self.state != PracticeState::Withdrawn
            && self.attribution != Attribution::OffTheRecord
    }
}

/// What lists and filters look at.
#[derive(Debug, Clone, Default)]
pub struct Index {
    /// Title.
    pub title: String,
    /// Language.
    pub lang: String,
    /// Number of the workshop; 0 for none.
    pub workshop: i64,
    /// Codes with `;` before, between and after.
    pub countries: String,
    /// Grade, or empty.
    pub grade: String,
    /// All its words, in small letters.
    pub body: String,
}

/// Begins a practice.
pub async fn insert(c: &mut Conn, dialogue: &str, p: &Practice, i: &Index) -> Stored<()> {
    run!(
        c,
        "INSERT INTO practice (id, dialogue_id, number, state, author_id, entered_by, attribution, content, shown, \
         version, published_version, title, lang, workshop, countries, grade, body, reviewed, created_at, changed_at, \
         published_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, \
         $20, $21)",
        &p.id,
        dialogue,
        p.number,
        p.state.as_str(),
        &p.author_id,
        p.entered_by.as_str(),
        p.attribution.as_str(),
        &p.content,
        &p.shown,
        p.version,
        p.published_version,
        &i.title,
        &i.lang,
        i.workshop,
        &i.countries,
        &i.grade,
        &i.body,
        &p.reviewed,
        p.created_at,
        p.changed_at,
        p.published_at
    )?;
    Ok(())
}

/// The number that the next practice of a dialogue gets. Call it in the transaction that inserts.
pub async fn next_number(c: &mut Conn, dialogue: &str) -> Stored<i64> {
    // Holds the dialogue's row until the commit, so that two who begin at once on PostgreSQL get two numbers.
    run!(c, "UPDATE dialogue SET slug = slug WHERE id = $1", dialogue)?;
    count!(c, "SELECT COALESCE(MAX(number), 0) + 1 FROM practice WHERE dialogue_id = $1", dialogue)
}

/// Keeps a practice as it is now. The columns for lists are left alone where something else is published.
pub async fn update(c: &mut Conn, p: &Practice) -> Stored<()> {
    run!(
        c,
        "UPDATE practice SET state = $2, attribution = $3, content = $4, shown = $5, version = $6, \
         published_version = $7, grade = $8, reviewed = $9, changed_at = $10, published_at = $11 WHERE id = $1",
        &p.id,
        p.state.as_str(),
        p.attribution.as_str(),
        &p.content,
        &p.shown,
        p.version,
        p.published_version,
        &p.grade,
        &p.reviewed,
        p.changed_at,
        p.published_at
    )?;
    Ok(())
}

/// Keeps what lists and filters look at.
pub async fn index(c: &mut Conn, practice: &str, i: &Index) -> Stored<()> {
    run!(
        c,
        "UPDATE practice SET title = $2, lang = $3, workshop = $4, countries = $5, grade = $6, body = $7 WHERE id = $1",
        practice,
        &i.title,
        &i.lang,
        i.workshop,
        &i.countries,
        &i.grade,
        &i.body
    )?;
    Ok(())
}

/// A practice by its number.
pub async fn by_number(c: &mut Conn, dialogue: &str, number: i64) -> Stored<Option<Practice>> {
    first!(
        c,
        Practice,
        "SELECT id, number, state, author_id, entered_by, attribution, content, shown, version, published_version, \
         grade, reviewed, created_at, changed_at, published_at FROM practice WHERE dialogue_id = $1 AND number = $2",
        dialogue,
        number
    )
}

/// All practices of a dialogue, by number.
pub async fn all(c: &mut Conn, dialogue: &str) -> Stored<Vec<Practice>> {
    all!(
        c,
        Practice,
        "SELECT id, number, state, author_id, entered_by, attribution, content, shown, version, published_version, \
         grade, reviewed, created_at, changed_at, published_at FROM practice WHERE dialogue_id = $1 ORDER BY number",
        dialogue
    )
}

/// Which practices a list is asked for. Empty texts and 0 ask for any.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Words, in small letters.
    pub words: String,
    /// Number of the workshop.
    pub workshop: i64,
    /// UN M49 code.
    pub country: String,
    /// Grade.
    pub grade: String,
    /// Language.
    pub lang: String,
    /// State as a word.
    pub state: String,
    /// Id of a question that they were published under.
    pub question: String,
    /// Sees what waits and what was not taken too.
    pub manages: bool,
    /// The participant who sees its own in any state.
    pub own: String,
}

/// The practices that a filter lets through: one page of them and one more, from a place on.
pub async fn list(c: &mut Conn, dialogue: &str, f: &Filter, from: i64) -> Stored<Vec<Practice>> {
    all!(
        c,
        Practice,
        "SELECT id, number, state, author_id, entered_by, attribution, content, shown, version, published_version, \
         grade, reviewed, created_at, changed_at, published_at FROM practice WHERE dialogue_id = $1 \
         AND ($2 = '' OR body LIKE $2 ESCAPE '!') AND ($3 = 0 OR workshop = $3) \
         AND ($4 = '' OR countries LIKE $4) AND ($5 = '' OR grade = $5) AND ($6 = '' OR lang = $6) \
         AND ($7 = '' OR ($7 = 'published' AND published_version IS NOT NULL AND state <> 'withdrawn') \
           OR ($7 <> 'published' AND state = $7)) \
         AND ($8 = '' OR EXISTS (SELECT 1 FROM practice_question q WHERE q.practice_id = practice.id \
           AND q.question_id = $8)) \
         AND ((published_version IS NOT NULL AND state <> 'withdrawn' AND attribution <> 'off_the_record') \
           OR ($9 = TRUE AND state <> 'draft') OR author_id = $10 \
           OR ($9 = TRUE AND entered_by = 'secretariat')) \
         ORDER BY number LIMIT 25 OFFSET $11",
        dialogue,
        like(&f.words),
        f.workshop,
        if f.country.is_empty() { String::new() } else { format!("%;{};%", f.country) },
        &f.grade,
        &f.lang,
        &f.state,
        &f.question,
        f.manages,
        &f.own,
        from
    )
}

/// Words as a pattern in which what was typed stands for itself.
fn like(words: &str) -> String {
    if words.is_empty() {
        return String::new();
    }
    let plain = words.replace('!', "!!").replace('%', "!%").replace('_', "!_");
    format!("%{plain}%")
}

/// How many practices are with their reviewers.
pub async fn waiting(c: &mut Conn, dialogue: &str) -> Stored<i64> {
    count!(c, "SELECT COUNT(*) FROM practice WHERE dialogue_id = $1 AND state = 'review'", dialogue)
}

/// A submitted text.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Version {
    /// 1, 2, 3 ...
    pub version: i64,
    /// As in [`Practice::content`].
    pub content: String,
    /// When.
    pub submitted_at: Moment,
}

/// Every submitted text of a practice, in order.
pub async fn versions(c: &mut Conn, practice: &str) -> Stored<Vec<Version>> {
    all!(
        c,
        Version,
        "SELECT version, content, submitted_at FROM practice_version WHERE practice_id = $1 ORDER BY version",
        practice
    )
}

/// Keeps a submitted text.
pub async fn insert_version(c: &mut Conn, practice: &str, v: &Version) -> Stored<()> {
    run!(
        c,
        "INSERT INTO practice_version (practice_id, version, content, submitted_at) VALUES ($1, $2, $3, $4)",
        practice,
        v.version,
        &v.content,
        v.submitted_at
    )?;
    Ok(())
}

/// One own practice.
#[derive(Debug, Clone, sqlx::FromRow, serde::Serialize)]
pub struct Own {
    /// Id.
    #[serde(skip)]
    pub id: String,
    /// Number.
    pub number: i64,
    /// Title.
    pub title: String,
    /// Language of the title.
    pub lang: String,
    /// Where it stands.
    pub state: String,
    /// What may be said about its author.
    pub attribution: String,
    /// The whole of it, as JSON; its contact is sealed.
    pub content: String,
    /// When it was begun.
    pub created_at: Moment,
}

/// All practices of a participant.
pub async fn own(c: &mut Conn, participant: &str) -> Stored<Vec<Own>> {
    all!(
        c,
        Own,
        "SELECT id, number, title, lang, state, attribution, content, created_at FROM practice WHERE author_id = $1 \
         ORDER BY number",
        participant
    )
}

/// Erases the practices of a participant. The perspectives that carried them are erased with the participant's own.
pub async fn erase(c: &mut Conn, participant: &str) -> Stored<()> {
    run!(
        c,
        "DELETE FROM practice_verdict WHERE reviewer_id IN (SELECT r.id FROM practice_reviewer r \
         JOIN practice p ON p.id = r.practice_id WHERE p.author_id = $1)",
        participant
    )?;
    run!(
        c,
        "DELETE FROM practice_reviewer WHERE practice_id IN (SELECT id FROM practice WHERE author_id = $1)",
        participant
    )?;
    run!(
        c,
        "DELETE FROM practice_version WHERE practice_id IN (SELECT id FROM practice WHERE author_id = $1)",
        participant
    )?;
    run!(
        c,
        "DELETE FROM practice_question WHERE practice_id IN (SELECT id FROM practice WHERE author_id = $1)",
        participant
    )?;
    run!(c, "DELETE FROM practice WHERE author_id = $1", participant)?;
    Ok(())
}
