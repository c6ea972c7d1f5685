//! From a paper to a dialogue: reading it in a child process with limits, and convening.

mod child;

pub use child::{ChildError, paper_in_child, passages_in_child, serve_child};

use crate::store::dialogue::{Dialogue, Settings, Workshop};
use crate::store::question::Question;
use crate::store::{self, Conn, Moment};
use crate::words::{Attribution, DialogueState, Face, Moderation, Participation, QuestionKind};
use papers::Paper;

/// The rules that a dialogue starts with. All but the first three can be changed later.
#[derive(Debug, Clone)]
pub struct Rules {
    /// Taking contributions from the start, or being prepared.
    pub state: DialogueState,
    /// Who may take part without an account.
    pub participation: Participation,
    /// Made by the demo.
    pub simulated: bool,
    /// Attribution where a contribution asks for no more protection.
    pub attribution: Attribution,
    /// When moderators look.
    pub moderation: Moderation,
    /// The face of the record that is published.
    pub face: Face,
}

impl Default for Rules {
    fn default() -> Self {
        Rules {
            state: DialogueState::Preparing,
            participation: Participation::Open,
            simulated: false,
            attribution: Attribution::Named,
            moderation: Moderation::After,
            face: Face::Aggregates,
        }
    }
}

/// Why a paper did not become a dialogue. Nothing was kept.
#[derive(Debug, thiserror::Error)]
pub enum NotConvened {
    /// The slug is taken.
    #[error("a dialogue `{0}` exists already: give another slug with --slug")]
    Taken(String),
    /// Neither symbol nor title to make an address from.
    #[error("the paper has neither a symbol nor a title to make an address from: give one with --slug")]
    NoSlug,
    /// Not usable as an address.
    #[error("`{0}` can't be an address: use 2 to 60 letters a-z, digits and hyphens")]
    Slug(String),
    /// The store refused.
    #[error("the dialogue could not be kept: {0}")]
    Store(#[from] sqlx::Error),
}

/// Makes a dialogue of a paper, in the caller's transaction, and gives its slug.
pub async fn convene(
    c: &mut Conn,
    paper: &Paper,
    slug: Option<&str>,
    rules: &Rules,
    now: Moment,
) -> Result<String, NotConvened> {
    let slug = slug.map(str::to_owned).or_else(|| paper.slug()).ok_or(NotConvened::NoSlug)?;
    check_slug(&slug)?;
    if store::dialogue::by_slug(c, &slug).await?.is_some() {
        return Err(NotConvened::Taken(slug));
    }
    let dialogue = dialogue(paper, &slug, rules, now);
    let json = serde_json::to_string(paper).unwrap_or_default();
    store::dialogue::insert(c, &dialogue, &json).await?;
    workshops(c, paper, &dialogue, now).await?;
    Ok(slug)
}

fn check_slug(slug: &str) -> Result<(), NotConvened> {
    let fits = (2..=60).contains(&slug.len())
        && slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    if fits { Ok(()) } else { Err(NotConvened::Slug(slug.to_owned())) }
}

fn dialogue(paper: &Paper, slug: &str, rules: &Rules, now: Moment) -> Dialogue {
    Dialogue {
        id: store::new_id(),
        slug: slug.to_owned(),
        title: paper.title.clone(),
        lang: paper.language.clone(),
        state: rules.state,
        opens_at: None,
        closes_at: None,
        participation: rules.participation,
        attribution: rules.attribution,
        moderation: rules.moderation,
        face: rules.face,
        settings: serde_json::to_string(&Settings::default()).unwrap_or_default(),
        simulated: rules.simulated,
        created_at: now,
    }
}

async fn workshops(c: &mut Conn, paper: &Paper, dialogue: &Dialogue, now: Moment) -> Result<(), sqlx::Error> {
    let mut place = 0;
    for (number, printed) in (1..).zip(&paper.workshops) {
        let workshop = Workshop { id: store::new_id(), number, title: printed.title.clone() };
        store::dialogue::insert_workshop(c, &dialogue.id, &workshop).await?;
        for asked in &printed.questions {
            place += PLACES_APART;
            let question = guiding(asked, &workshop, &dialogue.lang, place, now);
            store::question::insert(c, &dialogue.id, &question).await?;
        }
    }
    Ok(())
}

/// Between two guiding questions there is room for those that participants add under the same paragraph.
pub const PLACES_APART: i64 = 1_000;

fn guiding(asked: &papers::Question, workshop: &Workshop, lang: &str, place: i64, now: Moment) -> Question {
    Question {
        id: store::new_id(),
        workshop_id: workshop.id.clone(),
        reference: asked.reference.clone(),
        paragraph: asked.paragraph.clone(),
        text: asked.text.clone(),
        lang: lang.to_owned(),
        kind: QuestionKind::Guiding,
        state: "published".to_owned(),
        author_id: None,
        place,
        created_at: now,
    }
}
