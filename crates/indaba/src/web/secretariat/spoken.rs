//! A perspective given through the secretariat or marked in a statement: one way into the store for all of them.

use crate::delegations_csv::LONGEST;
use crate::store::participant::{self, Participant};
use crate::store::perspective::{self, Perspective};
use crate::store::{self, Conn, Moment, Stored};
use crate::words::{Attribution, EnteredBy, PerspectiveState};

/// What was said, and by whom.
#[derive(Debug, Clone)]
pub struct Spoken {
    /// Its question.
    pub question: String,
    /// The participant that said it.
    pub author: String,
    /// Wording.
    pub text: String,
    /// Language of the wording.
    pub lang: String,
    /// Paragraph.
    pub paragraph: Option<String>,
    /// Already the stronger of the dialogue's and its own.
    pub attribution: Attribution,
    /// Negotiating group.
    pub on_behalf_of: Option<String>,
    /// The statement that it was marked in.
    pub statement: Option<String>,
    /// Where it stands.
    pub state: PerspectiveState,
    /// Who typed it.
    pub entered_by: EnteredBy,
}

/// Keeps it, in the caller's transaction, and gives its id.
pub async fn keep(c: &mut Conn, dialogue: &str, s: Spoken, now: Moment) -> Stored<String> {
    let id = store::new_id();
    let perspective = Perspective {
        id: id.clone(),
        number: perspective::next_number(c, &s.question).await?,
        question_id: s.question,
        paragraph: s.paragraph,
        text: s.text,
        lang: s.lang,
        state: s.state,
        attribution: s.attribution,
        author_id: Some(s.author),
        on_behalf_of: s.on_behalf_of,
        entered_by: s.entered_by,
        statement_id: s.statement,
        moderated: 0,
        meta: false,
        seed: false,
        created_at: now,
        changed_at: now,
    };
    perspective::insert(c, dialogue, &perspective).await?;
    Ok(id)
}

/// The participant that a delegation is; made where it is missing.
pub async fn author(c: &mut Conn, dialogue: &str, delegation: &str, now: Moment) -> Stored<String> {
    if let Some(found) = participant::of_delegation(c, delegation).await? {
        return Ok(found);
    }
    let made = Participant::new("delegation", Some(delegation), now);
    participant::insert(c, dialogue, &made).await?;
    Ok(made.id)
}

/// A wording with single spaces. The error is the key of the reason why it can't be a perspective.
pub fn wording(typed: &str) -> Result<String, &'static str> {
    let text = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.chars().count() {
        0 => Err("wording-empty"),
        n if n > LONGEST => Err("wording-long"),
        _ => Ok(text),
    }
}

/// The stronger of the dialogue's protection and the one that was chosen.
pub fn protection(rule: Attribution, chosen: &str) -> Attribution {
    chosen.parse().map_or(rule, |wish: Attribution| wish.max(rule))
}
