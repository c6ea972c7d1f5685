//! Perspectives and added questions from participants.

use super::respond::with_token;
use super::{Answer, Problem, Visit, page, question};
use crate::access::Role;
use crate::app::Convened;
use crate::attribution::stronger;
use crate::joining;
use crate::lang::Lang;
use crate::live::News;
use crate::store::perspective::Perspective;
use crate::store::question::Question;
use crate::store::{self, Conn};
use crate::words::{Attribution, EnteredBy, Moderation, PerspectiveState, QuestionKind, split};
use axum::extract::{Form, Path};

/// A perspective is at most this long, in characters (Unicode scalar values).
pub const LONGEST: usize = 400;
/// Contributions a minute by one participant.
const A_MINUTE: u32 = 10;

/// What the form sends.
#[derive(Debug, Default, Clone, serde::Deserialize)]
#[serde(default)]
pub struct Typed {
    /// The statement.
    pub text: String,
    /// Its language.
    pub lang: String,
    /// The paragraph that it is anchored to; empty for none.
    pub paragraph: String,
    /// More protection than the dialogue gives; empty for the dialogue's.
    pub attribution: String,
    /// The negotiating group in whose name it is given; empty for none.
    pub on_behalf_of: String,
    /// `on`: seen by the own delegation alone.
    pub draft: String,
    /// Access code of a newcomer.
    pub code: String,
}

/// `POST /d/{slug}/q/{reference}/propose`
pub async fn propose(visit: Visit, Path((_, reference)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let question = visit.question(&reference)?;
    match take(&visit, question, &typed).await {
        Ok((perspective, speaker)) => {
            let word = match perspective.state {
                PerspectiveState::Draft => "draft",
                PerspectiveState::Pending => "pending",
                _ => "published",
            };
            let to = format!("/d/{}/q/{reference}?done={word}", visit.convened()?.dialogue.slug);
            with_token(&visit, page::go(&to)?, &speaker)
        }
        Err(problem) if problem.status.is_client_error() => question::again(&visit, question, typed, &problem).await,
        Err(problem) => Err(problem),
    }
}

async fn take(visit: &Visit, question: &Question, typed: &Typed) -> Result<(Perspective, joining::Speaker), Problem> {
    check(visit, question, typed).await?;
    let speaker = joining::speaker(visit, Some(&typed.code)).await?;
    let perspective = add(visit, question, &speaker.participant, typed).await?;
    Ok((perspective, speaker))
}

/// Refuses what can't be taken, before anybody is let in for it.
async fn check(visit: &Visit, question: &Question, typed: &Typed) -> Result<(), Problem> {
    visit.open()?;
    let text = wording(&typed.text, LONGEST)?;
    language(&typed.lang)?;
    anchor(visit.convened()?, &typed.paragraph)?;
    let board = visit.app.board(&question.id).await?;
    let same = board.perspectives.iter().any(|p| question::open_to_all(p) && p.text == text);
    if same { Err(Problem::conflict("problem-same-text")) } else { Ok(()) }
}

/// Adds a perspective in a participant's name.
pub async fn add(visit: &Visit, question: &Question, participant: &str, typed: &Typed) -> Result<Perspective, Problem> {
    let mut c = visit.write().await?;
    let perspective = add_in(visit, &mut c, question, participant, typed).await?;
    c.commit().await?;
    visit.app.forget(&visit.convened()?.dialogue.slug, Some(&question.id));
    visit.app.live.tell(&question.id, News::Perspectives);
    Ok(perspective)
}

/// The same in the caller's transaction: the API keeps the answer of a repeated request with it.
pub async fn add_in(
    visit: &Visit,
    c: &mut Conn,
    question: &Question,
    participant: &str,
    typed: &Typed,
) -> Result<Perspective, Problem> {
    let convened = visit.open()?;
    paced(visit, participant)?;
    let perspective = perspective(visit, c, question, participant, typed).await?;
    if store::perspective::same_text(c, &question.id, &perspective.text, &perspective.id).await? {
        return Err(Problem::conflict("problem-same-text"));
    }
    store::perspective::insert(c, &convened.dialogue.id, &perspective).await?;
    Ok(perspective)
}

async fn perspective(
    visit: &Visit,
    c: &mut Conn,
    question: &Question,
    participant: &str,
    typed: &Typed,
) -> Result<Perspective, Problem> {
    let convened = visit.convened()?;
    let wish = typed.attribution.parse::<Attribution>().ok();
    Ok(Perspective {
        id: store::new_id(),
        question_id: question.id.clone(),
        number: store::perspective::next_number(c, &question.id).await?,
        paragraph: anchor(convened, &typed.paragraph)?,
        text: wording(&typed.text, LONGEST)?,
        lang: language(&typed.lang)?,
        state: first_state(visit, convened, typed.draft == "on"),
        attribution: stronger(convened.dialogue.attribution, wish),
        author_id: Some(participant.to_owned()),
        on_behalf_of: group(visit, c, &typed.on_behalf_of).await?,
        entered_by: EnteredBy::Author,
        statement_id: None,
        moderated: 0,
        meta: false,
        seed: false,
        created_at: visit.now,
        changed_at: visit.now,
    })
}

/// An adviser drafts; others may; where moderators look first, it waits for them.
fn first_state(visit: &Visit, convened: &Convened, draft: bool) -> PerspectiveState {
    if visit.role == Role::Adviser || (draft && visit.delegation.is_some()) {
        PerspectiveState::Draft
    } else {
        published(convened)
    }
}

/// The state of what is published, as the dialogue's moderation has it.
pub fn published(convened: &Convened) -> PerspectiveState {
    match convened.dialogue.moderation {
        Moderation::Before => PerspectiveState::Pending,
        Moderation::After => PerspectiveState::Published,
    }
}

/// The attributions that a contribution may have: the dialogue's, and those that protect more.
pub fn attributions(convened: &Convened) -> Vec<Attribution> {
    Attribution::ALL.iter().copied().filter(|a| *a >= convened.dialogue.attribution).collect()
}

fn paced(visit: &Visit, participant: &str) -> Result<(), Problem> {
    let free = !visit.app.config.limits || visit.app.pace.allow(&format!("propose {participant}"), A_MINUTE, visit.now);
    if free { Ok(()) } else { Err(Problem::too_many("problem-too-fast")) }
}

/// A text without control characters, in one line, not empty and not too long.
pub fn wording(typed: &str, longest: usize) -> Result<String, Problem> {
    let plain: String = typed.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let text = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.chars().count() {
        0 => Err(Problem::bad("problem-empty")),
        n if n > longest => Err(Problem::bad("problem-too-long")
            .with("n", i64::try_from(n).unwrap_or(i64::MAX))
            .with("most", i64::try_from(longest).unwrap_or(i64::MAX))),
        _ => Ok(text),
    }
}

/// One of the six languages.
pub fn language(code: &str) -> Result<String, Problem> {
    Lang::parse(code).map(|lang| lang.code().to_owned()).ok_or_else(|| Problem::bad("problem-language"))
}

fn anchor(convened: &Convened, number: &str) -> Result<Option<String>, Problem> {
    match number.trim() {
        "" => Ok(None),
        number if convened.paragraph(number).is_some() => Ok(Some(number.to_owned())),
        _ => Err(Problem::bad("problem-paragraph")),
    }
}

/// Only a member of a negotiating group speaks in its name.
async fn group(visit: &Visit, c: &mut Conn, wanted: &str) -> Result<Option<String>, Problem> {
    let wanted = wanted.trim();
    if wanted.is_empty() {
        return Ok(None);
    }
    let delegation = match &visit.delegation {
        Some(id) => store::delegation::by_id(c, id).await?,
        None => None,
    };
    let member = delegation.is_some_and(|d| split(&d.negotiating_groups).any(|g| g == wanted));
    if member { Ok(Some(wanted.to_owned())) } else { Err(Problem::bad("problem-not-member")) }
}

/// `POST /d/{slug}/ask`: a question is added under a paragraph.
pub async fn ask(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let convened = visit.open()?;
    let text = wording(&typed.text, LONGEST)?;
    let lang = language(&typed.lang)?;
    let paragraph = anchor(convened, &typed.paragraph)?.ok_or_else(|| Problem::bad("problem-paragraph"))?;
    if convened.questions.iter().any(|q| q.text == text) {
        return Err(Problem::conflict("problem-same-text"));
    }
    let speaker = joining::speaker(&visit, Some(&typed.code)).await?;
    paced(&visit, &speaker.participant)?;
    let mut c = visit.write().await?;
    store::question::hold(&mut c, &convened.dialogue.id).await?;
    let known = store::question::all(&mut c, &convened.dialogue.id).await?;
    let added = added(&visit, convened, &known, paragraph, text, lang, &speaker.participant)?;
    store::question::insert(&mut c, &convened.dialogue.id, &added).await?;
    c.commit().await?;
    visit.app.forget(&convened.dialogue.slug, None);
    let slug = &convened.dialogue.slug;
    let to = if added.state == "published" {
        format!("/d/{slug}/q/{}?done=asked", added.reference)
    } else {
        format!("/d/{slug}/p/{}?done=asked-pending", added.paragraph)
    };
    with_token(&visit, page::go(&to)?, &speaker)
}

fn added(
    visit: &Visit,
    convened: &Convened,
    known: &[Question],
    paragraph: String,
    text: String,
    lang: String,
    author: &str,
) -> Result<Question, Problem> {
    let here = |q: &&Question| q.paragraph == paragraph;
    let before = known.iter().filter(here).filter(|q| q.kind == QuestionKind::Added).count();
    let workshop_id = workshop_of(convened, known, &paragraph).ok_or_else(|| Problem::bad("problem-paragraph"))?;
    let place = known.iter().filter(|q| q.workshop_id == workshop_id);
    let place = known.iter().filter(here).map(|q| q.place).max().or_else(|| place.map(|q| q.place).max()).unwrap_or(0);
    Ok(Question {
        id: store::new_id(),
        reference: format!("{paragraph}.a{}", before + 1),
        kind: QuestionKind::Added,
        state: published(convened).as_str().to_owned(),
        author_id: Some(author.to_owned()),
        created_at: visit.now,
        workshop_id,
        paragraph,
        text,
        lang,
        place,
    })
}

/// The workshop of a paragraph; what is asked on the preamble goes to the first, on the closing to the last.
fn workshop_of(convened: &Convened, known: &[Question], paragraph: &str) -> Option<String> {
    if let Some(q) = known.iter().find(|q| q.paragraph == paragraph) {
        return Some(q.workshop_id.clone());
    }
    let printed = convened.paper.workshops.iter();
    let place = printed.clone().position(|w| w.paragraphs.iter().any(|p| p.number == paragraph));
    let closing = convened.paper.closing.iter().any(|p| p.number == paragraph);
    let place = place.unwrap_or(if closing { convened.workshops.len().saturating_sub(1) } else { 0 });
    convened.workshops.get(place).map(|w| w.id.clone())
}
