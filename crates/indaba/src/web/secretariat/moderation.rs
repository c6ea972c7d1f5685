//! The moderators' queue, near-duplicates, what was refused, and the decisions. No page here names an author:
//! moderators judge the words.

use super::{Choice, Pager, Typed, address, changed, done, questions};
use crate::store::moderation::{Case, Decision};
use crate::store::perspective::Perspective;
use crate::store::{self, Conn};
use crate::web::page::{self, Page, Tab};
use crate::web::{Answer, Problem, Visit};
use crate::words::PerspectiveState;
use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;

/// Pairs shown side by side at most.
const PAIRS: usize = 50;

#[derive(Template)]
#[template(path = "secretariat/moderation.html")]
struct Queue {
    page: Page,
    slug: String,
    done: String,
    error: String,
    typed: Typed,
    refused: bool,
    cases: Vec<Waiting>,
    pager: Pager,
}

struct Waiting {
    case: Case,
    reasons: Vec<String>,
}

/// `GET /d/{slug}/secretariat/moderation`
pub async fn show(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    queue(&visit, StatusCode::OK, asked, String::new()).await
}

async fn queue(visit: &Visit, status: StatusCode, typed: Typed, error: String) -> Answer {
    let convened = visit.convened()?;
    let (id, from) = (&convened.dialogue.id, typed.from());
    let refused = typed.get("show") == "refused";
    let mut c = visit.read().await?;
    let mut cases = if refused {
        store::moderation::refused(&mut c, id, from).await?
    } else {
        store::moderation::queue(&mut c, id, from).await?
    };
    let rest = if refused { "/moderation?show=refused&from=" } else { "/moderation?from=" };
    let pager = Pager::cut(&mut cases, from, &address(visit, rest)?);
    let reports = store::moderation::reports(&mut c, id).await?;
    let reasons = |case: &Case| {
        reports.iter().filter(|(object, _)| *object == case.id).map(|(_, reason)| reason.clone()).collect()
    };
    page::show_as(
        status,
        &Queue {
            slug: convened.dialogue.slug.clone(),
            done: done(visit.l, &typed),
            error,
            typed,
            refused,
            cases: cases.into_iter().map(|case| Waiting { reasons: reasons(&case), case }).collect(),
            pager,
            page: Page::new(visit, visit.l.t("moderation-title"), Tab::Secretariat),
        },
    )
}

/// State that a decision leads to, the mark that a Polis export has for it, and whether it needs a reason.
fn outcome(decision: &str) -> Option<(&'static str, i64, bool)> {
    match decision {
        "publish" => Some(("published", 1, false)),
        "refuse" => Some(("refused", -1, true)),
        "restore" | "keep" => Some(("published", 1, true)),
        _ => None,
    }
}

/// `POST /d/{slug}/secretariat/moderation`: a decision on one contribution, with its reason.
pub async fn decide(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let word = typed.get("decision").to_owned();
    let (state, mark, needs_reason) = outcome(&word).ok_or_else(|| Problem::bad("problem-decision"))?;
    let reason: String = typed.get("reason").chars().take(500).collect();
    if needs_reason && reason.is_empty() {
        return queue(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, visit.l.t("reason-needed")).await;
    }
    let decision = Decision {
        object_kind: typed.get("kind").to_owned(),
        object_id: typed.get("object").to_owned(),
        decision: word,
        reason,
        at: visit.now,
    };
    let question = keep(&visit, &decision, state, mark).await?;
    changed(&visit, &question)?;
    let back = if typed.get("back") == "alike" { "/moderation/alike?" } else { "/moderation?" };
    let question = typed.get("question");
    page::go(&format!("{}done=decided&question={question}", address(&visit, back)?))
}

/// Takes a decision into the store and gives the question that it concerns.
async fn keep(visit: &Visit, decision: &Decision, state: &str, mark: i64) -> Result<String, Problem> {
    let dialogue = &visit.convened()?.dialogue.id;
    let mut c = visit.write().await?;
    let question = store::moderation::question_of(&mut c, dialogue, &decision.object_id).await?;
    if apply(&mut c, dialogue, decision, state, mark).await? == 0 {
        return Err(Problem::conflict("problem-moderated"));
    }
    let by = visit.session.as_ref().and_then(|s| s.person_id.as_deref());
    store::moderation::decide(&mut c, dialogue, decision, by).await?;
    c.commit().await?;
    question.ok_or_else(Problem::not_found)
}

/// Puts a decision that another page takes into the record, in the caller's transaction.
pub async fn record(
    visit: &Visit,
    c: &mut Conn,
    kind: &str,
    object: &str,
    decision: &str,
    reason: String,
) -> Result<(), Problem> {
    let decision = Decision {
        object_kind: kind.to_owned(),
        object_id: object.to_owned(),
        decision: decision.to_owned(),
        reason,
        at: visit.now,
    };
    let by = visit.session.as_ref().and_then(|s| s.person_id.as_deref());
    Ok(store::moderation::decide(c, &visit.convened()?.dialogue.id, &decision, by).await?)
}

async fn apply(c: &mut Conn, dialogue: &str, d: &Decision, state: &str, mark: i64) -> store::Stored<u64> {
    let id = d.object_id.as_str();
    match d.object_kind.as_str() {
        "perspective" => store::moderation::set_perspective(c, dialogue, id, state, mark, d.at).await,
        "question" => store::moderation::set_question(c, dialogue, id, state).await,
        "attachment" => store::moderation::set_attachment(c, dialogue, id, state).await,
        _ => Ok(0),
    }
}

/// `POST /d/{slug}/secretariat/moderation/seen`: what is new on this page was looked at and stays.
pub async fn seen(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let dialogue = &visit.convened()?.dialogue.id;
    let mut c = visit.write().await?;
    let mut n = 0;
    for id in typed.all("object").into_iter().take(super::LISTED) {
        n += store::moderation::see(&mut c, dialogue, id, visit.now).await?;
    }
    c.commit().await?;
    page::go(&format!("{}?done=seen&n={n}", address(&visit, "/moderation")?))
}

#[derive(Template)]
#[template(path = "secretariat/alike.html")]
struct Alike {
    page: Page,
    slug: String,
    done: String,
    questions: Vec<Choice>,
    question: String,
    pairs: Vec<Pair>,
}

struct Pair {
    alike: f64,
    sides: Vec<Side>,
}

struct Side {
    id: String,
    number: i64,
    text: String,
    lang: String,
    responses: i64,
    reason: String,
}

/// `GET /d/{slug}/secretariat/moderation/alike?question=…`: perspectives that say nearly the same, side by side.
pub async fn alike(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    let convened = visit.convened()?;
    let question = match asked.get("question") {
        "" => convened.questions.iter().find(|q| q.state == "published"),
        reference => convened.question(reference),
    };
    let question = question.ok_or_else(Problem::not_found)?;
    page::show(&Alike {
        slug: convened.dialogue.slug.clone(),
        done: done(visit.l, &asked),
        questions: questions(&visit, &question.reference)?,
        pairs: pairs(&visit, &question.id).await?,
        question: question.reference.clone(),
        page: Page::new(&visit, visit.l.t("alike-title"), Tab::Secretariat),
    })
}

async fn pairs(visit: &Visit, question: &str) -> Result<Vec<Pair>, Problem> {
    let board = visit.app.board(question).await?;
    let compared = std::sync::Arc::clone(&board);
    // Thousands of perspectives take a while to compare: not on a thread that answers.
    let found = tokio::task::spawn_blocking(move || {
        let published: Vec<(String, &Perspective)> = (0..)
            .zip(&compared.perspectives)
            .filter(|(_, p)| p.state == PerspectiveState::Published)
            .map(|(at, p): (usize, _)| (at.to_string(), p))
            .collect();
        let statements: Vec<_> =
            published.iter().map(|(at, p)| (at.as_str(), p.lang.as_str(), p.text.as_str())).collect();
        let pairs = landscape::duplicates(&statements);
        pairs.into_iter().take(PAIRS).map(|(a, b, alike)| (a.parse().ok(), b.parse().ok(), alike)).collect::<Vec<_>>()
    })
    .await
    .map_err(|error| Problem::internal(&error))?;
    let side = |at: usize, other: usize| {
        let (p, other) = (board.perspectives.get(at)?, board.perspectives.get(other)?);
        Some(Side {
            id: p.id.clone(),
            number: p.number,
            text: p.text.clone(),
            lang: p.lang.clone(),
            responses: board.responses.get(at).copied().unwrap_or(0),
            reason: visit.l.t1("alike-reason", "number", other.number.to_string()),
        })
    };
    let pair = |(a, b, alike): (Option<usize>, Option<usize>, f64)| {
        let sides = vec![side(a?, b?)?, side(b?, a?)?];
        Some(Pair { alike, sides })
    };
    Ok(found.into_iter().filter_map(pair).collect())
}

#[derive(Template)]
#[template(path = "secretariat/decisions.html")]
struct Decisions {
    page: Page,
    slug: String,
    rows: Vec<Decision>,
    pager: Pager,
}

/// `GET /d/{slug}/secretariat/moderation/decisions`: as they stand in the record.
pub async fn decisions(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    let convened = visit.convened()?;
    let from = asked.from();
    let mut rows = store::moderation::decisions(&mut visit.read().await?, &convened.dialogue.id, from).await?;
    page::show(&Decisions {
        slug: convened.dialogue.slug.clone(),
        pager: Pager::cut(&mut rows, from, &format!("{}?from=", address(&visit, "/moderation/decisions")?)),
        rows,
        page: Page::new(&visit, visit.l.t("decisions-title"), Tab::Secretariat),
    })
}
