//! Where practices are carried: under which questions, by which perspectives.

use super::{Conn, Moment, Stored};
use crate::words::Attribution;

/// The number of the practice that a perspective carries.
pub async fn carried_by(c: &mut Conn, perspective: &str) -> Stored<Option<i64>> {
    let found = first!(
        c,
        (i64,),
        "SELECT p.number FROM practice_question l JOIN practice p ON p.id = l.practice_id WHERE l.perspective_id = $1",
        perspective
    )?;
    Ok(found.map(|(number,)| number))
}

/// `(question, perspective)` of every place where a practice is carried.
pub async fn places(c: &mut Conn, practice: &str) -> Stored<Vec<(String, String)>> {
    all!(
        c,
        (String, String),
        "SELECT question_id, perspective_id FROM practice_question WHERE practice_id = $1 ORDER BY question_id",
        practice
    )
}

/// Puts a practice under a question.
pub async fn carry(c: &mut Conn, practice: &str, question: &str, perspective: &str) -> Stored<()> {
    run!(
        c,
        "INSERT INTO practice_question (practice_id, question_id, perspective_id) VALUES ($1, $2, $3)",
        practice,
        question,
        perspective
    )?;
    Ok(())
}

/// A published practice under a question.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Under {
    /// The question.
    pub question_id: String,
    /// The perspective that carries it there.
    pub perspective_id: String,
    /// Number of the practice.
    pub number: i64,
    /// Id of the practice.
    pub id: String,
    /// Title.
    pub title: String,
    /// Language of the title.
    pub lang: String,
    /// Grade, or empty.
    pub grade: String,
    /// Countries, as in [`super::practice::Index`].
    pub countries: String,
    /// Who submitted it.
    pub author_id: Option<String>,
    /// What may be said of its author.
    #[sqlx(try_from = "String")]
    pub attribution: Attribution,
    /// When it was published.
    pub published_at: Option<Moment>,
}

/// Published practices under a question (an empty one: under every question of the dialogue), by number.
pub async fn under(c: &mut Conn, dialogue: &str, question: &str) -> Stored<Vec<Under>> {
    all!(
        c,
        Under,
        "SELECT l.question_id, l.perspective_id, p.number, p.id, p.title, p.lang, p.grade, p.countries, p.author_id, \
         p.attribution, p.published_at FROM practice_question l JOIN practice p ON p.id = l.practice_id \
         WHERE p.dialogue_id = $1 AND ($2 = '' OR l.question_id = $2) AND p.published_version IS NOT NULL \
         AND p.state <> 'withdrawn' AND p.attribution <> 'off_the_record' ORDER BY p.number LIMIT 1000",
        dialogue,
        question
    )
}
