//! A measure is proposed under a question, like a perspective, and responded to like one.

use super::super::page::{self, Page, Tab};
use super::super::propose::{language, published, wording};
use super::super::respond::with_token;
use super::super::secretariat::{Choice, Typed, attributions, languages, not_closed, questions};
use super::super::{Answer, Problem, Visit};
use super::changed;
use crate::access::{Action, Role, allows};
use crate::attribution::stronger;
use crate::joining::{self, Speaker};
use crate::live::News;
use crate::measure::{self, Proposal};
use crate::store::Conn;
use crate::store::measure::Measure;
use crate::store::question::Question;
use crate::words::{EnteredBy, Participation, PerspectiveState};
use askama::Template;
use axum::extract::{Form, Query};
use axum::http::StatusCode;

/// The longest title: with the words around it, it is a perspective.
pub const TITLE: usize = 200;
/// The longest description.
pub const DETAIL: usize = 2_000;
/// The longest source.
pub const SOURCE: usize = 300;
/// The dearest measure.
pub const COST: i64 = 1_000_000;
/// Proposals a minute by one participant.
const A_MINUTE: u32 = 10;

#[derive(Template)]
#[template(path = "measures/propose.html")]
struct Edit {
    page: Page,
    home: String,
    typed: Typed,
    questions: Vec<Choice>,
    languages: Vec<Choice>,
    attributions: Vec<Choice>,
    code: bool,
    error: String,
}

/// `GET /d/{slug}/measures/new`
pub async fn show(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    page::show(&form(&visit, typed, String::new())?)
}

fn form(visit: &Visit, typed: Typed, error: String) -> Result<Edit, Problem> {
    let convened = visit.convened()?;
    let stranger = visit.participant.is_none() && visit.delegation.is_none() && !manages(visit);
    Ok(Edit {
        home: format!("/d/{}", convened.dialogue.slug),
        questions: questions(visit, typed.get("question"))?,
        languages: languages(if typed.get("lang").is_empty() { visit.l.code() } else { typed.get("lang") }),
        attributions: attributions(visit, typed.get("attribution"))?,
        code: stranger && convened.dialogue.participation == Participation::Code,
        page: Page::new(visit, visit.l.t("measure-new"), Tab::Measures),
        typed,
        error,
    })
}

/// Enters for the secretariat, hence as nobody's delegate.
pub fn manages(visit: &Visit) -> bool {
    allows(visit.role, Action::EnterOnBehalf)
}

/// `POST /d/{slug}/measures/new`
pub async fn propose(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    match take(&visit, &typed).await {
        Ok((number, state, speaker)) => {
            let word = match state {
                PerspectiveState::Draft => "draft",
                PerspectiveState::Pending => "pending",
                _ => "published",
            };
            let to = format!("/d/{}/measures/{number}?done={word}", visit.convened()?.dialogue.slug);
            match speaker {
                Some(speaker) => with_token(&visit, page::go(&to)?, &speaker),
                None => page::go(&to),
            }
        }
        Err(problem) if problem.status.is_client_error() => {
            let error = problem.text(visit.l);
            page::show_as(StatusCode::UNPROCESSABLE_ENTITY, &form(&visit, typed, error)?)
        }
        Err(problem) => Err(problem),
    }
}

/// A cost in points; empty for none.
pub fn cost(typed: &str) -> Result<Option<i64>, Problem> {
    match typed {
        "" => Ok(None),
        text => {
            text.parse().ok().filter(|c| (0..=COST).contains(c)).map(Some).ok_or_else(|| Problem::bad("measure-cost"))
        }
    }
}

/// A text that may be missing.
pub fn optional(typed: &str, longest: usize) -> Result<String, Problem> {
    if typed.trim().is_empty() { Ok(String::new()) } else { wording(typed, longest) }
}

async fn take(visit: &Visit, typed: &Typed) -> Result<(i64, PerspectiveState, Option<Speaker>), Problem> {
    let (question, mut proposal) = drafted(visit, typed)?;
    let speaker = if manages(visit) { None } else { Some(joining::speaker(visit, Some(typed.get("code"))).await?) };
    proposal.author = speaker.as_ref().map(|s| s.participant.clone());
    let mut c = visit.write().await?;
    let made = put(visit, &mut c, question, proposal).await?;
    c.commit().await?;
    told(visit, &question.id)?;
    Ok((made.number, made.state, speaker))
}

/// What was typed as a proposal of nobody yet, under its question.
pub fn drafted<'v>(visit: &'v Visit, typed: &Typed) -> Result<(&'v Question, Proposal), Problem> {
    let convened = visit.convened()?;
    if manages(visit) {
        not_closed(visit)?;
    } else {
        visit.open()?;
    }
    let question = convened.question(typed.get("question")).ok_or_else(|| Problem::bad("measure-question"))?;
    let state = match visit.role {
        Role::Adviser => PerspectiveState::Draft,
        _ if manages(visit) => PerspectiveState::Published,
        _ => published(convened),
    };
    let proposal = Proposal {
        title: wording(typed.get("title"), TITLE)?,
        lang: language(typed.get("lang"))?,
        detail: optional(typed.get("detail"), DETAIL)?,
        source: optional(typed.get("source"), SOURCE)?,
        cost: cost(typed.get("cost"))?,
        attribution: stronger(convened.dialogue.attribution, typed.get("attribution").parse().ok()),
        author: None,
        entered_by: if manages(visit) { EnteredBy::Secretariat } else { EnteredBy::Author },
        state,
    };
    Ok((question, proposal))
}

/// Puts a proposal under its question, in the caller's transaction.
pub async fn put(visit: &Visit, c: &mut Conn, question: &Question, proposal: Proposal) -> Result<Measure, Problem> {
    let who = proposal.author.as_deref().unwrap_or("secretariat");
    if visit.app.config.limits && !visit.app.pace.allow(&format!("propose {who}"), A_MINUTE, visit.now) {
        return Err(Problem::too_many("problem-too-fast"));
    }
    Ok(measure::propose(c, &visit.convened()?.dialogue.id, question, proposal, visit.now).await?)
}

/// Tells whoever looks at the question, once it is durable.
pub fn told(visit: &Visit, question: &str) -> Result<(), Problem> {
    changed(visit)?;
    visit.app.forget(&visit.convened()?.dialogue.slug, Some(question));
    visit.app.live.tell(question, News::Perspectives);
    Ok(())
}
