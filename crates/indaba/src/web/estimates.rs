//! Estimates on a question: answered with a range and a reason, seen by whoever has answered, answered again.

use super::page::{self, Page, Tab};
use super::propose::{language, wording};
use super::respond::with_token;
use super::secretariat::Typed;
use super::{Answer, Problem, Visit, attachment};
use crate::access::{Action, allows};
use crate::app::Convened;
use crate::attribution::stronger;
use crate::estimate::{self, Shown, Spread};
use crate::joining;
use crate::lang::L;
use crate::lang::named::mark;
use crate::store::estimate::{Answer as Given, Estimate};
use crate::store::question::Question;
use crate::store::{self};
use crate::words::Participation;
use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;

/// Answers a minute by one participant.
const A_MINUTE: u32 = 30;
/// The longest reason and unit, in characters.
const REASON: usize = 400;
const UNIT: usize = 40;
/// Numbers are between minus and plus this.
const LARGEST: f64 = 1.0e12;

#[derive(Template)]
#[template(path = "estimates.html")]
struct Room {
    page: Page,
    here: String,
    question: String,
    question_lang: String,
    reference: String,
    listed: Vec<One>,
    open: bool,
    may_answer: bool,
    may_put: bool,
    code: bool,
    languages: Vec<(&'static str, &'static str)>,
    done: String,
    error: String,
    typed: Typed,
}

/// One estimate on the page.
struct One {
    e: Estimate,
    answered: bool,
    /// What its form holds: what could not be taken just now, or the answer that counts.
    numbers: [String; 3],
    reason: String,
    /// Seen by who has answered, by those who can't answer, and once it is closed.
    seen: Option<Box<Seen>>,
}

struct Seen {
    picture: Option<String>,
    words: Vec<String>,
    /// Of whom, what, and whether no middle may be told of it.
    rows: Vec<(String, Option<Spread>, bool)>,
    columns: Vec<(f64, f64, Option<i64>)>,
    reasons: Vec<(String, String)>,
    limit: usize,
    /// As it stands, not as it was published.
    live: bool,
}

/// `GET /d/{slug}/q/{reference}/estimates`
pub async fn show(visit: Visit, Path((_, reference)): Path<(String, String)>, Query(asked): Query<Typed>) -> Answer {
    let question = visit.question(&reference)?.clone();
    let done = match asked.get("done") {
        word @ ("answered" | "withdrawn" | "put" | "state") => visit.l.w("estimate-done", word),
        _ => String::new(),
    };
    page::show(&room(&visit, &question, Typed::default(), done, String::new()).await?)
}

async fn room(visit: &Visit, question: &Question, typed: Typed, done: String, error: String) -> Result<Room, Problem> {
    let convened = visit.convened()?;
    crate::live::estimates::renew(&visit.app.db, convened, &question.id, visit.now).await?;
    let mut c = visit.read().await?;
    let figures = estimate::figures(&mut c, convened, &question.id, visit.audience()).await?;
    let mine = own(visit, &mut c, convened, &question.id).await?;
    let open = visit.open().is_ok();
    let may_answer = may_answer(visit);
    let stranger = visit.participant.is_none() && visit.delegation.is_none();
    Ok(Room {
        here: format!("/d/{}/q/{}", convened.dialogue.slug, question.reference),
        question: question.text.clone(),
        question_lang: question.lang.clone(),
        reference: question.reference.clone(),
        listed: figures.into_iter().map(|f| one(visit.l, f, &mine, may_answer, &typed)).collect(),
        open,
        may_answer,
        may_put: super::secretariat::not_closed(visit).is_ok() && allows(visit.role, Action::SetEstimate),
        code: stranger && convened.dialogue.participation == Participation::Code,
        languages: crate::lang::Lang::all().map(|lang| (lang.code(), lang.row().name)).collect(),
        page: Page::new(visit, visit.l.t1("estimates-title", "ref", &question.reference), Tab::Questions),
        done,
        error,
        typed,
    })
}

/// Whether the visitor can answer now: who can sees what others said only afterwards.
pub fn may_answer(visit: &Visit) -> bool {
    visit.open().is_ok() && allows(visit.role, Action::AnswerEstimate)
}

/// The visitor's own answers, in order.
async fn own(visit: &Visit, c: &mut store::Conn, convened: &Convened, question: &str) -> Result<Vec<Given>, Problem> {
    let Some(participant) = &visit.participant else { return Ok(Vec::new()) };
    Ok(store::estimate::of_participant(c, &convened.dialogue.id, question, participant).await?)
}

fn one(l: L, figures: Shown, mine: &[Given], may_answer: bool, typed: &Typed) -> One {
    let own = mine.iter().rfind(|a| a.estimate_id == figures.estimate.id).filter(|a| a.best.is_some());
    let number = |x: Option<f64>| x.map(plain).unwrap_or_default();
    let back = typed.get("estimate") == figures.estimate.id;
    let sees = own.is_some() || !may_answer || figures.estimate.state == "closed";
    One {
        answered: own.is_some(),
        numbers: match own {
            _ if back => ["low", "best", "high"].map(|name| typed.get(name).to_owned()),
            Some(a) => [number(a.low), number(a.best), number(a.high)],
            None => <[String; 3]>::default(),
        },
        reason: match own {
            _ if back => typed.get("reason").to_owned(),
            Some(a) => a.reason.clone(),
            None => String::new(),
        },
        seen: sees.then(|| Box::new(seen(l, &figures))),
        e: figures.estimate,
    }
}

/// As a form takes it back.
fn plain(x: f64) -> String {
    format!("{x}")
}

fn seen(l: L, f: &Shown) -> Seen {
    let mut rows = vec![(l.t("estimate-all"), f.all, f.camps.is_some())];
    if f.first.is_some() {
        rows.push((l.t("estimate-first"), f.first, false));
    }
    rows.extend(f.blocs.iter().map(|b| (crate::blocs::label_of(l, &b.id), b.spread, false)));
    Seen {
        picture: estimate::picture(l, f),
        words: estimate::told(l, f),
        rows: if f.all.is_some() { rows } else { Vec::new() },
        columns: f.columns.clone(),
        reasons: f.reasons.clone(),
        limit: f.limit,
        live: f.live,
    }
}

/// `POST /d/{slug}/q/{reference}/estimates`: the secretariat asks for a number.
pub async fn put(visit: Visit, Path((_, reference)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    super::secretariat::not_closed(&visit)?;
    let question = visit.question(&reference)?.clone();
    match kept(&visit, &question, &typed).await {
        Ok(()) => page::go(&format!("/d/{}/q/{reference}/estimates?done=put", visit.convened()?.dialogue.slug)),
        Err(problem) if problem.status.is_client_error() => {
            let error = problem.text(visit.l);
            page::show_as(problem.status, &room(&visit, &question, typed, String::new(), error).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn kept(visit: &Visit, question: &Question, typed: &Typed) -> Result<(), Problem> {
    let (least, most) = (number(typed.get("least"))?, number(typed.get("most"))?);
    if least >= most {
        return Err(Problem::bad("estimate-range"));
    }
    let mut c = visit.write().await?;
    let estimate = Estimate {
        id: store::new_id(),
        question_id: question.id.clone(),
        number: store::estimate::next_number(&mut c, &question.id).await?,
        text: wording(typed.get("text"), super::propose::LONGEST)?,
        lang: language(typed.get("lang"))?,
        unit: wording(typed.get("unit"), UNIT)?,
        least,
        most,
        state: "open".to_owned(),
        created_at: visit.now,
    };
    store::estimate::insert(&mut c, &visit.convened()?.dialogue.id, &estimate).await?;
    c.commit().await?;
    Ok(())
}

/// A number as people type it: with a point or a comma.
fn number(typed: &str) -> Result<f64, Problem> {
    let plain = typed.trim().replace(',', ".").replace('\u{2212}', "-");
    let found: Option<f64> = plain.parse().ok();
    found.filter(|x| x.abs() <= LARGEST).ok_or_else(|| Problem::bad("estimate-number"))
}

/// `POST /d/{slug}/q/{reference}/estimates/{estimate}`
pub async fn answer(
    visit: Visit,
    Path((slug, reference, id)): Path<(String, String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    let question = visit.question(&reference)?.clone();
    let taken = async {
        let estimate = open(&visit, &id).await?;
        let numbers = [number(typed.get("low"))?, number(typed.get("best"))?, number(typed.get("high"))?];
        fits(&estimate, numbers)?;
        let speaker = joining::speaker(&visit, Some(typed.get("code"))).await?;
        let (reason, attribution) = (typed.get("reason"), typed.get("attribution"));
        keep(&visit, &given(&visit, &estimate, &speaker.participant, Some(numbers), reason, attribution)?).await?;
        Ok(speaker)
    };
    match taken.await {
        Ok(speaker) => {
            let to = format!("/d/{slug}/q/{reference}/estimates?done=answered#e-{id}");
            with_token(&visit, page::go(&to)?, &speaker)
        }
        Err(problem) => again(&visit, &question, typed, &id, problem).await,
    }
}

async fn again(visit: &Visit, question: &Question, mut typed: Typed, id: &str, problem: Problem) -> Answer {
    if problem.status != StatusCode::UNPROCESSABLE_ENTITY {
        return Err(problem);
    }
    let error = problem.text(visit.l);
    typed.0.push(("estimate".to_owned(), id.to_owned()));
    page::show_as(problem.status, &room(visit, question, typed, String::new(), error).await?)
}

/// An estimate that takes answers now.
pub async fn open(visit: &Visit, id: &str) -> Result<Estimate, Problem> {
    let dialogue = &visit.open()?.dialogue.id;
    let found = store::estimate::by_id(&mut visit.read().await?, dialogue, id).await?.ok_or_else(Problem::not_found)?;
    if found.state == "open" { Ok(found) } else { Err(Problem::conflict("estimate-closed")) }
}

/// Lowest, best and highest are in their order and within the range of the estimate.
pub fn fits(e: &Estimate, [low, best, high]: [f64; 3]) -> Result<(), Problem> {
    if e.least <= low && low <= best && best <= high && high <= e.most {
        return Ok(());
    }
    Err(Problem::bad("estimate-order").with("least", plain(e.least)).with("most", plain(e.most)))
}

/// An answer to be kept, or (without numbers) that it is taken back. The page and the API use it.
pub fn given(
    visit: &Visit,
    estimate: &Estimate,
    participant: &str,
    numbers: Option<[f64; 3]>,
    reason: &str,
    attribution: &str,
) -> Result<Given, Problem> {
    let pace = format!("estimate {participant}");
    if visit.app.config.limits && !visit.app.pace.allow(&pace, A_MINUTE, visit.now) {
        return Err(Problem::too_many("problem-too-fast"));
    }
    let reason = if reason.is_empty() { String::new() } else { wording(reason, REASON)? };
    Ok(Given {
        id: store::new_id(),
        estimate_id: estimate.id.clone(),
        participant_id: participant.to_owned(),
        low: numbers.map(|[low, ..]| low),
        best: numbers.map(|[_, best, _]| best),
        high: numbers.map(|[.., high]| high),
        reason,
        lang: visit.l.code().to_owned(),
        attribution: stronger(visit.convened()?.dialogue.attribution, attribution.parse().ok()).to_string(),
        at: visit.now,
    })
}

async fn keep(visit: &Visit, given: &Given) -> Result<(), Problem> {
    let mut c = visit.write().await?;
    store::estimate::answer(&mut c, given).await?;
    Ok(c.commit().await?)
}

/// `POST /d/{slug}/q/{reference}/estimates/{estimate}/withdraw`
pub async fn withdraw(visit: Visit, Path((slug, reference, id)): Path<(String, String, String)>) -> Answer {
    let estimate = open(&visit, &id).await?;
    let participant = visit.participant.clone().ok_or_else(Problem::sign_in)?;
    keep(&visit, &given(&visit, &estimate, &participant, None, "", "")?).await?;
    page::go(&format!("/d/{slug}/q/{reference}/estimates?done=withdrawn"))
}

/// `POST /d/{slug}/q/{reference}/estimates/{estimate}/state`: `state` is `open` or `closed`.
pub async fn set_state(
    visit: Visit,
    Path((slug, reference, id)): Path<(String, String, String)>,
    Form(typed): Form<Typed>,
) -> Answer {
    super::secretariat::not_closed(&visit)?;
    let state = if typed.get("state") == "closed" { "closed" } else { "open" };
    let mut c = visit.write().await?;
    let dialogue = &visit.convened()?.dialogue.id;
    store::estimate::by_id(&mut c, dialogue, &id).await?.ok_or_else(Problem::not_found)?;
    store::estimate::set_state(&mut c, &id, state).await?;
    c.commit().await?;
    page::go(&format!("/d/{slug}/q/{reference}/estimates?done=state"))
}

/// Estimates as the question's page lists what is attached.
pub fn attached(visit: &Visit, question: &Question, estimates: &[Estimate]) -> Vec<attachment::Shown> {
    let slug = visit.dialogue.as_ref().map(|c| c.dialogue.slug.clone()).unwrap_or_default();
    let shown = |e: &Estimate| attachment::Shown {
        kind: "estimate".to_owned(),
        title: e.text.clone(),
        lang: e.lang.clone(),
        source: visit.l.t1("estimate-source", "unit", mark(&e.unit, &e.lang)),
        address: format!("/d/{slug}/q/{}/estimates#e-{}", question.reference, e.id),
        author: visit.l.t("role-secretariat"),
        at: e.created_at,
        ..attachment::Shown::default()
    };
    estimates.iter().map(shown).collect()
}
