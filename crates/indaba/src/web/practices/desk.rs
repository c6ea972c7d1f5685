//! The secretariat's desk for one practice: whom it asks to review, what they advise, and what is done about it.

use super::find;
use super::show::standing_words;
use crate::live::News;
use crate::practice::review::{Panel, Standing, counts, standing};
use crate::practice::sealing::Named;
use crate::practice::{Record, carry};
use crate::secret;
use crate::store;
use crate::store::moderation::Decision;
use crate::store::practice::Practice;
use crate::store::reviewer::{Advice, Reviewer};
use crate::web::exchange::needs::sealing;
use crate::web::page::{self, Page, Tab};
use crate::web::propose::wording;
use crate::web::secretariat::Typed;
use crate::web::{Answer, Problem, Visit};
use crate::words::{PracticeState, ReviewerKind, Verdict};
use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;

#[derive(Template)]
#[template(path = "practices/desk.html")]
struct Desk {
    page: Page,
    here: String,
    title: String,
    lang: String,
    state: String,
    version: i64,
    in_review: bool,
    standing: String,
    reached: Option<Verdict>,
    reviewers: Vec<Asked>,
    /// The link of the reviewer who was just asked; it is shown once.
    link: String,
    error: String,
}

struct Asked {
    /// None where the key that sealed it is not here.
    named: Option<Named>,
    kind: ReviewerKind,
    extra: bool,
    id: String,
    conflict: Option<String>,
    advice: Vec<Advice>,
    /// Let go.
    released: bool,
    /// Asked for advice on what stands, and not heard yet.
    awaited: bool,
}

/// `GET /d/{slug}/practices/{practice}/review`
pub async fn show(visit: Visit, Path((_, number)): Path<(String, String)>) -> Answer {
    let p = find(&visit, &number).await?;
    page::show(&desk(&visit, &p, String::new(), String::new()).await?)
}

async fn desk(visit: &Visit, p: &Practice, link: String, error: String) -> Result<Desk, Problem> {
    let mut c = visit.read().await?;
    let reviewers = store::reviewer::of_practice(&mut c, &p.id).await?;
    let advice = store::reviewer::advice(&mut c, &p.id).await?;
    let in_review = p.state == PracticeState::Review;
    let record = Record::parse(&p.content);
    let reached = match standing(&reviewers, &advice, p.version) {
        Standing::Reached { verdict, .. } if in_review => Some(verdict),
        _ => None,
    };
    let asked = |r: &Reviewer| Asked {
        named: Named::of(&visit.app.config.keys, r),
        kind: r.kind,
        extra: r.extra,
        id: r.id.clone(),
        conflict: r.conflict.clone(),
        released: r.released_at.is_some(),
        awaited: in_review && awaited(r, &advice, p.version),
        advice: advice.iter().filter(|a| a.reviewer_id == r.id).cloned().collect(),
    };
    Ok(Desk {
        here: format!("/d/{}/practices/{}", visit.convened()?.dialogue.slug, p.number),
        title: record.get("title").to_owned(),
        lang: record.lang().to_owned(),
        state: visit.l.w("practice-state", p.state),
        version: p.version,
        standing: if in_review { standing_words(visit, p, &reviewers, &advice) } else { String::new() },
        in_review,
        reached,
        reviewers: reviewers.iter().map(asked).collect(),
        link,
        error,
        page: Page::new(visit, visit.l.t1("practice-desk-title", "n", p.number), Tab::Practices),
    })
}

/// `POST /d/{slug}/practices/{practice}/review`: `act` is `ask`, `link`, `release`, `decide`, `revise` or `decline`.
pub async fn act(visit: Visit, Path((_, number)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let p = find(&visit, &number).await?;
    if p.state != PracticeState::Review {
        let error = visit.l.t("practice-not-in-review");
        return page::show_as(StatusCode::CONFLICT, &desk(&visit, &p, String::new(), error).await?);
    }
    let done = match typed.get("act") {
        "ask" => ask(&visit, &p, &typed).await,
        "release" => release(&visit, &p, typed.get("reviewer")).await.map(|()| String::new()),
        "link" => link(&visit, &p, typed.get("reviewer")).await,
        "decide" => decide(&visit, &p).await.map(|()| String::new()),
        act @ ("revise" | "decline") => at_once(&visit, &p, act, typed.get("reason")).await.map(|()| String::new()),
        _ => return Err(Problem::bad("problem-form")),
    };
    match done {
        Ok(link) => page::show(&desk(&visit, &find(&visit, &number).await?, link, String::new()).await?),
        Err(problem) if problem.status.is_client_error() => {
            let error = problem.text(visit.l);
            page::show_as(problem.status, &desk(&visit, &p, String::new(), error).await?)
        }
        Err(problem) => Err(problem),
    }
}

/// Asks somebody to review; gives the link for them. Where the others disagree it is the extra reviewer.
async fn ask(visit: &Visit, p: &Practice, typed: &Typed) -> Result<String, Problem> {
    let kind = typed.get("kind").parse().map_err(|_| Problem::bad("problem-form"))?;
    let named =
        Named { name: wording(typed.get("name"), 200)?, organisation: wording(typed.get("organisation"), 200)? };
    let (token, id, keys) = (secret::token()?, store::new_id(), &visit.app.config.keys);
    let sealed = named.sealed(keys, &id).map_err(|error| sealing(&error))?;
    let mut c = visit.write().await?;
    let known = store::reviewer::of_practice(&mut c, &p.id).await?;
    if known.iter().any(|r| r.released_at.is_none() && Named::of(keys, r).as_ref() == Some(&named)) {
        return Err(Problem::conflict("practice-reviewer-twice"));
    }
    let advice = store::reviewer::advice(&mut c, &p.id).await?;
    let reviewer = Reviewer {
        id,
        practice_id: p.id.clone(),
        kind,
        extra: standing(&known, &advice, p.version) == Standing::Disagree,
        sealed,
        conflict: None,
        assigned_at: visit.now,
        released_at: None,
    };
    store::reviewer::insert(&mut c, &secret::hash(&token), &reviewer).await?;
    c.commit().await?;
    address(visit, &token)
}

fn address(visit: &Visit, token: &str) -> Result<String, Problem> {
    Ok(format!("{}/d/{}/review/{token}", visit.app.config.address, visit.convened()?.dialogue.slug))
}

/// Whether advice of a reviewer on a version is waited for.
fn awaited(r: &Reviewer, advice: &[Advice], version: i64) -> bool {
    counts(r) && !advice.iter().any(|a| a.reviewer_id == r.id && a.version == version)
}

/// A reviewer of the practice whose advice is waited for: who has advised can't be sent away for it.
async fn waiting(c: &mut store::Conn, p: &Practice, id: &str) -> Result<Reviewer, Problem> {
    let advice = store::reviewer::advice(c, &p.id).await?;
    let found = store::reviewer::of_practice(c, &p.id).await?.into_iter().find(|r| r.id == id);
    let reviewer = found.ok_or_else(Problem::not_found)?;
    if awaited(&reviewer, &advice, p.version) { Ok(reviewer) } else { Err(Problem::conflict("practice-not-awaited")) }
}

/// Lets somebody go who does not answer, so that the practice can go on; another may be asked.
async fn release(visit: &Visit, p: &Practice, id: &str) -> Result<(), Problem> {
    let mut c = visit.write().await?;
    let reviewer = waiting(&mut c, p, id).await?;
    store::reviewer::release(&mut c, &reviewer.id, visit.now).await?;
    log(visit, &mut c, p, "release", &visit.l.t("practice-release-reason")).await?;
    c.commit().await?;
    Ok(())
}

/// Another link for somebody who lost theirs; the former leads nowhere from then on.
async fn link(visit: &Visit, p: &Practice, id: &str) -> Result<String, Problem> {
    let token = secret::token()?;
    let mut c = visit.write().await?;
    let reviewer = waiting(&mut c, p, id).await?;
    store::reviewer::relink(&mut c, &reviewer.id, &secret::hash(&token)).await?;
    c.commit().await?;
    address(visit, &token)
}

/// Does as the reviewers advise; nothing else can be decided while they have not come to something.
async fn decide(visit: &Visit, p: &Practice) -> Result<(), Problem> {
    let mut c = visit.write().await?;
    let reviewers = store::reviewer::of_practice(&mut c, &p.id).await?;
    let advice = store::reviewer::advice(&mut c, &p.id).await?;
    let Standing::Reached { verdict, grade } = standing(&reviewers, &advice, p.version) else {
        return Err(Problem::conflict("practice-nothing-reached"));
    };
    let mut next = Practice { changed_at: visit.now, ..p.clone() };
    let mut changed = Vec::new();
    match verdict {
        Verdict::Publish => {
            next.state = PracticeState::Published;
            next.shown.clone_from(&p.content);
            next.published_version = Some(p.version);
            next.published_at = Some(visit.now);
            next.grade = grade.to_string();
            next.reviewed = Panel::of(&reviewers).to_string();
            store::practice::update(&mut c, &next).await?;
            store::practice::index(&mut c, &p.id, &Record::parse(&p.content).index(&next.grade)).await?;
            changed = carry::carry(&mut c, visit.convened()?, &next, visit.now).await?;
        }
        Verdict::Revise | Verdict::Decline => {
            next.state = after(verdict);
            store::practice::update(&mut c, &next).await?;
        }
    }
    log(visit, &mut c, p, verdict.as_str(), &visit.l.t("practice-as-advised")).await?;
    c.commit().await?;
    for question in changed {
        visit.app.forget(&visit.convened()?.dialogue.slug, Some(&question));
        visit.app.live.tell(&question, News::Perspectives);
    }
    Ok(())
}

fn after(verdict: Verdict) -> PracticeState {
    match verdict {
        Verdict::Publish => PracticeState::Published,
        Verdict::Revise => PracticeState::Returned,
        Verdict::Decline => PracticeState::Declined,
    }
}

/// Sends it back, or does not take it, before reviewers are troubled with it; the reason goes into the record.
async fn at_once(visit: &Visit, p: &Practice, act: &str, reason: &str) -> Result<(), Problem> {
    let reason = wording(reason, 400)?;
    let verdict: Verdict = act.parse().map_err(|_| Problem::bad("problem-form"))?;
    let next = Practice { state: after(verdict), changed_at: visit.now, ..p.clone() };
    let mut c = visit.write().await?;
    store::practice::update(&mut c, &next).await?;
    log(visit, &mut c, p, act, &reason).await?;
    c.commit().await?;
    Ok(())
}

async fn log(visit: &Visit, c: &mut store::Conn, p: &Practice, decision: &str, reason: &str) -> Result<(), Problem> {
    let decision = Decision {
        object_kind: "practice".to_owned(),
        object_id: p.id.clone(),
        decision: decision.to_owned(),
        reason: reason.to_owned(),
        at: visit.now,
    };
    let by = visit.session.as_ref().and_then(|s| s.person_id.clone());
    Ok(store::moderation::decide(c, &visit.convened()?.dialogue.id, &decision, by.as_deref()).await?)
}
