//! Decisions on packages: listed, put to the delegations, shown, spoken to, moved on.

pub mod acts;
mod show;

pub use show::{Said, find, show, told};

use super::measures::material;
use super::page::{self, Page, Tab};
use super::secretariat::{Choice, Typed, not_closed};
use super::{Answer, Problem, Visit};
use crate::access::{Action, allows};
use crate::decision::{HOURS, Procedure, State, effective};
use crate::lang::L;
use crate::store::decision::Decision;
use crate::store::{self, Moment};
use acts::{Move, Speech};
use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;
use show::Trouble;

#[derive(Template)]
#[template(path = "landing/decisions.html")]
struct List {
    page: Page,
    home: String,
    listed: Vec<Listed>,
    packages: Vec<Choice>,
    procedures: Vec<(Choice, String)>,
    least: i64,
    hours: String,
    may: bool,
    mail: bool,
    done: String,
    error: String,
}

struct Listed {
    number: i64,
    procedure: String,
    state: String,
    over: bool,
    title: String,
    lang: String,
    until: String,
}

/// `GET /d/{slug}/decisions`
pub async fn list(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    page::show(&room(&visit, &typed, String::new()).await?)
}

async fn room(visit: &Visit, typed: &Typed, error: String) -> Result<List, Problem> {
    let convened = visit.convened()?;
    let mut c = visit.read().await?;
    let packages = store::package::all(&mut c, &convened.dialogue.id).await?;
    let all = store::decision::all(&mut c, &convened.dialogue.id).await?;
    let entry = |d: &Decision| {
        let state = effective(d.state, d.ends_at, visit.now);
        let package = packages.iter().find(|p| p.id == d.package_id);
        Listed {
            number: d.number,
            procedure: visit.l.w("decision-procedure", d.procedure),
            state: visit.l.w("decision-state", state),
            over: state.is_over(),
            title: package.map(|p| p.title.clone()).unwrap_or_default(),
            lang: package.map(|p| p.lang.clone()).unwrap_or_default(),
            until: until(visit.l, state, d.ends_at, visit.now),
        }
    };
    let choice = |p: &store::package::Package| Choice {
        lang: p.lang.clone(),
        dir: crate::lang::dir_of(&p.lang),
        ..Choice::new(visit.l, p.number.to_string(), format!("{} {}", p.number, p.title), typed.get("package"))
    };
    let chosen = if typed.get("procedure").is_empty() { "silence" } else { typed.get("procedure") };
    let procedure = |p: &Procedure| {
        (Choice::new(visit.l, p.as_str(), visit.l.w("decision-procedure", p), chosen), visit.l.w("decision-about", p))
    };
    Ok(List {
        listed: all.iter().map(entry).collect(),
        may: allows(visit.role, Action::ManageMeasures) && not_closed(visit).is_ok() && !packages.is_empty(),
        mail: allows(visit.role, Action::ReceiveNotices),
        packages: packages.iter().map(choice).collect(),
        procedures: Procedure::ALL.iter().map(procedure).collect(),
        least: HOURS,
        hours: if typed.get("hours").is_empty() { HOURS.to_string() } else { typed.get("hours").to_owned() },
        done: if typed.get("done").is_empty() { String::new() } else { visit.l.t("decision-done") },
        page: Page::new(visit, visit.l.t("settle-title"), Tab::Landing),
        home: format!("/d/{}", convened.dialogue.slug),
        error,
    })
}

/// How long silence still runs.
fn until(l: L, state: State, ends_at: Option<Moment>, now: Moment) -> String {
    match ends_at.filter(|_| state == State::Silent) {
        Some(at) => l.t2("decision-until", "at", l.at(&at), "time", page::distance(l, at - now + 59_999)),
        None => String::new(),
    }
}

/// What a form that was not taken comes back with; other problems are a page of their own.
fn comes_back(problem: Problem) -> Result<Problem, Problem> {
    let mends = [StatusCode::UNPROCESSABLE_ENTITY, StatusCode::CONFLICT].contains(&problem.status);
    if mends { Ok(problem) } else { Err(problem) }
}

/// Hours as typed; none where nothing was.
fn hours(typed: &Typed, key: &'static str) -> Result<Option<i64>, Problem> {
    match typed.get("hours") {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Problem::bad(key).with("least", HOURS)),
    }
}

/// `POST /d/{slug}/decisions`: puts a package to the delegations.
pub async fn open(visit: Visit, Path(slug): Path<String>, Form(typed): Form<Typed>) -> Answer {
    match opened(&visit, &typed).await {
        Ok(number) => page::go(&format!("/d/{slug}/decisions/{number}")),
        Err(problem) => {
            let problem = comes_back(problem)?;
            page::show_as(problem.status, &room(&visit, &typed, problem.text(visit.l)).await?)
        }
    }
}

async fn opened(visit: &Visit, typed: &Typed) -> Result<i64, Problem> {
    not_closed(visit)?;
    let procedure = acts::procedure(typed.get("procedure"))?;
    let hours = hours(typed, "decision-hours")?;
    let mut c = visit.write().await?;
    let made = acts::open(visit, &mut c, typed.number("package"), procedure, hours).await?;
    c.commit().await?;
    visit.app.mail.notify_one();
    Ok(made.number)
}

/// `POST /d/{slug}/decisions/{decision}/say`
pub async fn say(visit: Visit, Path((slug, number)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    match said(&visit, &number, &typed).await {
        Ok(()) => page::go(&format!("/d/{slug}/decisions/{number}?done=1")),
        Err(problem) => again(&visit, &number, &typed, "reason", problem).await,
    }
}

async fn said(visit: &Visit, number: &str, typed: &Typed) -> Result<(), Problem> {
    let own = super::measures::party(visit, &*material(visit).await?);
    let own = own.ok_or_else(|| Problem::conflict("measure-no-party"))?;
    let mut c = visit.write().await?;
    let d = acts::held(visit, &mut c, number).await?;
    let (act, says, reason) = (typed.get("act"), typed.get("says"), typed.get("reason"));
    acts::speak(visit, &mut c, &own, &d, Speech { act, says, reason, lang: visit.l.code() }).await?;
    c.commit().await?;
    visit.app.mail.notify_one();
    Ok(())
}

/// `POST /d/{slug}/decisions/{decision}/step`: extends, amends, adopts, ends, drops.
pub async fn step(visit: Visit, Path((slug, number)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    match moved(&visit, &number, &typed).await {
        Ok(()) => page::go(&format!("/d/{slug}/decisions/{number}?done=1")),
        Err(problem) => {
            let field = match typed.get("step") {
                "extend" => "more",
                "amend" => "amend",
                _ => "chair",
            };
            again(&visit, &number, &typed, field, problem).await
        }
    }
}

async fn moved(visit: &Visit, number: &str, typed: &Typed) -> Result<(), Problem> {
    let figures = material(visit).await?;
    let step = acts::step(typed.get("step"))?;
    let key = if typed.get("step") == "extend" { "decision-more-hours" } else { "decision-hours" };
    let hours = hours(typed, key)?;
    let ticked = typed.all("measure");
    let measures = ticked.iter().filter_map(|id| id.strip_prefix('m')?.parse().ok()).collect();
    let mut c = visit.write().await?;
    let d = acts::held(visit, &mut c, number).await?;
    acts::take(visit, &mut c, &figures, &d, &Move { step, hours, measures }).await?;
    c.commit().await?;
    visit.app.mail.notify_one();
    Ok(())
}

/// The page with what was typed, and at which field it can't be taken.
async fn again(visit: &Visit, number: &str, typed: &Typed, field: &'static str, problem: Problem) -> Answer {
    let problem = comes_back(problem)?;
    let trouble = Trouble { field, text: problem.text(visit.l) };
    page::show_as(problem.status, &show::room(visit, number, typed, trouble).await?)
}
