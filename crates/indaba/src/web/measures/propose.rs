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

fn manages(visit: &Visit) -> bool {
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
    let convened = visit.convened()?;
    if manages(visit) {
        not_closed(visit)?;
    } else {
        visit.open()?;
    }
    let question = convened.question(typed.get("question")).ok_or_else(|| Problem::bad("measure-question"))?;
    let (title, lang) = (wording(typed.get("title"), TITLE)?, language(typed.get("lang"))?);
    let (detail, source) = (optional(typed.get("detail"), DETAIL)?, optional(typed.get("source"), SOURCE)?);
    let cost = cost(typed.get("cost"))?;
    let speaker = if manages(visit) { None } else { Some(joining::speaker(visit, Some(typed.get("code"))).await?) };
    let who = speaker.as_ref().map_or("secretariat", |s| s.participant.as_str());
    if visit.app.config.limits && !visit.app.pace.allow(&format!("propose {who}"), A_MINUTE, visit.now) {
        return Err(Problem::too_many("problem-too-fast"));
    }
    let state = match (visit.role, &speaker) {
        (Role::Adviser, _) => PerspectiveState::Draft,
        (_, None) => PerspectiveState::Published,
        _ => published(convened),
    };
    let proposal = Proposal {
        title,
        detail,
        cost,
        source,
        lang,
        attribution: stronger(convened.dialogue.attribution, typed.get("attribution").parse().ok()),
        author: speaker.as_ref().map(|s| s.participant.clone()),
        entered_by: if speaker.is_some() { EnteredBy::Author } else { EnteredBy::Secretariat },
        state,
    };
    let mut c = visit.write().await?;
    let made = measure::propose(&mut c, &convened.dialogue.id, question, proposal, visit.now).await?;
    c.commit().await?;
    changed(visit)?;
    visit.app.forget(&convened.dialogue.slug, Some(&question.id));
    visit.app.live.tell(&question.id, News::Perspectives);
    Ok((made.number, state, speaker))
}
