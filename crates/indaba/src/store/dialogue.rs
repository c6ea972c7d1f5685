//! Dialogues and their workshops.

use super::{Conn, Moment, Stored};
use crate::words::{Attribution, DialogueState, Face, Moderation, Participation};

/// One convened process.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Dialogue {
    /// Id.
    pub id: String,
    /// Its place in addresses.
    pub slug: String,
    /// Title of the paper.
    pub title: String,
    /// Language of the paper.
    pub lang: String,
    /// Whether it takes contributions, as set; see [`Dialogue::state_at`].
    #[sqlx(try_from = "String")]
    pub state: DialogueState,
    /// Opens by itself at this moment.
    pub opens_at: Option<Moment>,
    /// Closes by itself at this moment.
    pub closes_at: Option<Moment>,
    /// Who may take part without an account.
    #[sqlx(try_from = "String")]
    pub participation: Participation,
    /// Attribution where a contribution does not ask for more protection.
    #[sqlx(try_from = "String")]
    pub attribution: Attribution,
    /// When moderators look.
    #[sqlx(try_from = "String")]
    pub moderation: Moderation,
    /// The face of the record that is published.
    #[sqlx(try_from = "String")]
    pub face: Face,
    /// [`Settings`] as JSON.
    pub settings: String,
    /// Made by the demo.
    pub simulated: bool,
    /// When it was made.
    pub created_at: Moment,
}

/// Limits and thresholds of a dialogue. Every field has a default, so that older data open.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(default)]
pub struct Settings {
    /// Nothing is shown inside the dialogue about fewer participants than this.
    pub disclosure_inside: u32,
    /// Nothing is shown in public about fewer participants than this.
    pub disclosure_public: u32,
    /// New participants without a code from one network; above it newcomers need a code.
    pub network_participants: u32,
    /// Responses by participants without a code from one network.
    pub network_responses: u32,
    /// Responses by all participants of one code together.
    pub code_responses: u32,
    /// Shares from which the summary says "some", "many" and "most"; below the first it says "few".
    pub thresholds: [f64; 3],
    /// Whom participants may ask about their data.
    pub contact: String,
}

impl Default for Settings {
    fn default() -> Self {
        // A full hall has some hundreds behind one address; a ballot-stuffer wants thousands.
        Settings {
            disclosure_inside: 5,
            disclosure_public: 10,
            network_participants: 1_000,
            network_responses: 200_000,
            code_responses: 200_000,
            thresholds: [0.25, 0.5, 0.75],
            contact: String::new(),
        }
    }
}

impl Dialogue {
    /// Whether it takes contributions at a moment.
    pub fn state_at(&self, now: Moment) -> DialogueState {
        match self.state {
            DialogueState::Open if self.closes_at.is_some_and(|at| at <= now) => DialogueState::Closed,
            DialogueState::Open if self.opens_at.is_some_and(|at| at > now) => DialogueState::Preparing,
            state => state,
        }
    }

    /// Its limits.
    pub fn limits(&self) -> Settings {
        serde_json::from_str(&self.settings).unwrap_or_default()
    }
}

/// One theme of a dialogue.
#[derive(Debug, Clone, sqlx::FromRow)]
pub struct Workshop {
    /// Id.
    pub id: String,
    /// 1, 2, 3 ...
    pub number: i64,
    /// Its heading in the paper.
    pub title: String,
}

/// All dialogues, the newest first.
pub async fn all(c: &mut Conn) -> Stored<Vec<Dialogue>> {
    all!(
        c,
        Dialogue,
        "SELECT id, slug, title, lang, state, opens_at, closes_at, participation, attribution, moderation, face, \
         settings, simulated, created_at FROM dialogue ORDER BY created_at DESC, id DESC"
    )
}

/// The dialogue at an address.
pub async fn by_slug(c: &mut Conn, slug: &str) -> Stored<Option<Dialogue>> {
    first!(
        c,
        Dialogue,
        "SELECT id, slug, title, lang, state, opens_at, closes_at, participation, attribution, moderation, face, \
         settings, simulated, created_at FROM dialogue WHERE slug = $1",
        slug
    )
}

/// The slug of the dialogue that holds a question.
pub async fn slug_of_question(c: &mut Conn, question: &str) -> Stored<Option<String>> {
    let row = first!(
        c,
        (String,),
        "SELECT d.slug FROM dialogue d JOIN question q ON q.dialogue_id = d.id WHERE q.id = $1",
        question
    )?;
    Ok(row.map(|(slug,)| slug))
}

/// The slug of the dialogue that holds a perspective.
pub async fn slug_of_perspective(c: &mut Conn, perspective: &str) -> Stored<Option<String>> {
    let row = first!(
        c,
        (String,),
        "SELECT d.slug FROM dialogue d JOIN perspective p ON p.dialogue_id = d.id WHERE p.id = $1",
        perspective
    )?;
    Ok(row.map(|(slug,)| slug))
}

/// The paper as JSON (`papers::Paper`).
pub async fn paper(c: &mut Conn, dialogue: &str) -> Stored<Option<String>> {
    let row = first!(c, (String,), "SELECT paper FROM dialogue WHERE id = $1", dialogue)?;
    Ok(row.map(|(paper,)| paper))
}

/// Puts a new dialogue into the store.
pub async fn insert(c: &mut Conn, d: &Dialogue, paper: &str) -> Stored<()> {
    run!(
        c,
        "INSERT INTO dialogue (id, slug, title, lang, paper, state, opens_at, closes_at, participation, attribution, \
         moderation, face, settings, simulated, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)",
        &d.id,
        &d.slug,
        &d.title,
        &d.lang,
        paper,
        d.state.as_str(),
        d.opens_at,
        d.closes_at,
        d.participation.as_str(),
        d.attribution.as_str(),
        d.moderation.as_str(),
        d.face.as_str(),
        &d.settings,
        d.simulated,
        d.created_at
    )?;
    Ok(())
}

/// Changes what the secretariat may change: state, times, rules.
pub async fn update(c: &mut Conn, d: &Dialogue) -> Stored<()> {
    run!(
        c,
        "UPDATE dialogue SET state = $2, opens_at = $3, closes_at = $4, participation = $5, attribution = $6, \
         moderation = $7, face = $8, settings = $9 WHERE id = $1",
        &d.id,
        d.state.as_str(),
        d.opens_at,
        d.closes_at,
        d.participation.as_str(),
        d.attribution.as_str(),
        d.moderation.as_str(),
        d.face.as_str(),
        &d.settings
    )?;
    Ok(())
}

/// The workshops of a dialogue, in order.
pub async fn workshops(c: &mut Conn, dialogue: &str) -> Stored<Vec<Workshop>> {
    all!(c, Workshop, "SELECT id, number, title FROM workshop WHERE dialogue_id = $1 ORDER BY number", dialogue)
}

/// Puts a workshop into the store.
pub async fn insert_workshop(c: &mut Conn, dialogue: &str, w: &Workshop) -> Stored<()> {
    run!(
        c,
        "INSERT INTO workshop (id, dialogue_id, number, title) VALUES ($1, $2, $3, $4)",
        &w.id,
        dialogue,
        w.number,
        &w.title
    )?;
    Ok(())
}

/// The slug of a dialogue.
pub async fn slug_of(c: &mut Conn, id: &str) -> Stored<Option<String>> {
    let row = first!(c, (String,), "SELECT slug FROM dialogue WHERE id = $1", id)?;
    Ok(row.map(|(slug,)| slug))
}

/// How many numbered print-outs a dialogue has.
pub async fn sheets(c: &mut Conn, dialogue: &str) -> Stored<i64> {
    count!(c, "SELECT sheets FROM dialogue WHERE id = $1", dialogue)
}

/// Numbers some more print-outs, in the caller's transaction, and gives the first number.
pub async fn number_sheets(c: &mut Conn, dialogue: &str, copies: i64) -> Stored<i64> {
    run!(c, "UPDATE dialogue SET sheets = sheets + $2 WHERE id = $1", dialogue, copies)?;
    Ok(sheets(c, dialogue).await? - copies + 1)
}
