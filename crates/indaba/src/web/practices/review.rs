//! A reviewer's page, behind the link that the secretariat handed out: first the conflict of interest, then the verdict.

use super::show::{Change, changes};
use super::{Section, results, sections};
use crate::practice::Record;
use crate::practice::review::conflicted;
use crate::secret;
use crate::store;
use crate::store::practice::Practice;
use crate::store::reviewer::{Advice, Reviewer};
use crate::web::page::{self, Page, Tab};
use crate::web::secretariat::Typed;
use crate::web::{Answer, Problem, Visit};
use crate::words::{Grade, PracticeState, Verdict};
use askama::Template;
use axum::extract::{Form, Path};
use axum::http::StatusCode;

/// The longest reasons and declaration, in characters.
const LONGEST: usize = 4_000;

#[derive(Template)]
#[template(path = "practices/review.html")]
struct Review {
    page: Page,
    here: String,
    title: String,
    lang: String,
    version: i64,
    sections: Vec<Section>,
    results: Vec<[String; 5]>,
    changes: Vec<Change>,
    conflict: Option<String>,
    open: bool,
    given: Option<Advice>,
    typed: Typed,
    verdicts: &'static [Verdict],
    grades: &'static [Grade],
    done: bool,
    error: String,
}

async fn find(visit: &Visit, token: &str) -> Result<(Practice, Reviewer, Vec<Advice>), Problem> {
    let dialogue = &visit.convened()?.dialogue.id;
    let mut c = visit.read().await?;
    let found = store::reviewer::behind(&mut c, dialogue, &secret::hash(token)).await?;
    let (id, number) = found.ok_or_else(Problem::not_found)?;
    let p = store::practice::by_number(&mut c, dialogue, number).await?.ok_or_else(Problem::not_found)?;
    let mut all = store::reviewer::of_practice(&mut c, &p.id).await?;
    all.retain(|r| r.id == id);
    let reviewer = all.pop().ok_or_else(Problem::not_found)?;
    let mut advice = store::reviewer::advice(&mut c, &p.id).await?;
    advice.retain(|a| a.reviewer_id == id);
    Ok((p, reviewer, advice))
}

/// `GET /d/{slug}/review/{token}`
pub async fn show(visit: Visit, Path((_, token)): Path<(String, String)>) -> Answer {
    page::show(&review(&visit, &token, Typed::default(), false, String::new()).await?)
}

async fn review(visit: &Visit, token: &str, typed: Typed, done: bool, error: String) -> Result<Review, Problem> {
    let (p, reviewer, advice) = find(visit, token).await?;
    let convened = visit.convened()?;
    let versions = store::practice::versions(&mut visit.read().await?, &p.id).await?;
    let text = |n: i64| versions.iter().find(|v| v.version == n).map(|v| Record::parse(&v.content)).unwrap_or_default();
    // What was submitted, never what its author writes on since; without the contact, who might be asked directly.
    let record = text(p.version).without_contact();
    let earlier = text(p.version - 1).without_contact();
    Ok(Review {
        here: format!("/d/{}/review/{token}", convened.dialogue.slug),
        title: record.get("title").to_owned(),
        lang: record.lang().to_owned(),
        version: p.version,
        sections: sections(visit.l, convened, &record),
        results: results(&record),
        changes: if p.version > 1 { changes(visit, &earlier, &record)? } else { Vec::new() },
        open: p.state == PracticeState::Review && reviewer.released_at.is_none(),
        given: advice.into_iter().find(|a| a.version == p.version),
        conflict: reviewer.conflict,
        typed,
        verdicts: Verdict::ALL,
        grades: Grade::ALL,
        done,
        error,
        page: Page::new(visit, visit.l.t("practice-review-title"), Tab::Practices),
    })
}

/// `POST /d/{slug}/review/{token}`: `act` is `declare` or `advise`.
pub async fn advise(visit: Visit, Path((_, token)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let (p, reviewer, _) = find(&visit, &token).await?;
    if let Err(problem) = keep(&visit, &p, &reviewer, &typed).await {
        if !problem.status.is_client_error() {
            return Err(problem);
        }
        let error = problem.text(visit.l);
        return page::show_as(problem.status, &review(&visit, &token, typed, false, error).await?);
    }
    page::show_as(StatusCode::OK, &review(&visit, &token, Typed::default(), true, String::new()).await?)
}

async fn keep(visit: &Visit, p: &Practice, reviewer: &Reviewer, typed: &Typed) -> Result<(), Problem> {
    if p.state != PracticeState::Review {
        return Err(Problem::conflict("practice-not-in-review"));
    }
    if reviewer.released_at.is_some() {
        return Err(Problem::conflict("practice-released-you"));
    }
    let mut c = visit.write().await?;
    if typed.get("act") == "declare" {
        let conflict = match typed.get("conflict") {
            "none" => String::new(),
            "yes" => text(typed.get("detail"), "practice-conflict-detail")?,
            _ => return Err(Problem::bad("practice-conflict-choose")),
        };
        store::reviewer::declare(&mut c, &reviewer.id, &conflict).await?;
    } else {
        if reviewer.conflict.is_none() || conflicted(reviewer) {
            return Err(Problem::conflict("practice-conflict-first"));
        }
        let verdict = typed.get("verdict").parse().map_err(|_| Problem::bad("practice-verdict-choose"))?;
        let grade: Grade = typed.get("grade").parse().map_err(|_| Problem::bad("practice-grade-choose"))?;
        let advice = Advice {
            reviewer_id: reviewer.id.clone(),
            version: p.version,
            verdict,
            grade: grade.to_string(),
            reasons: text(typed.get("reasons"), "practice-reasons-needed")?,
            at: visit.now,
        };
        store::reviewer::advise(&mut c, &advice).await?;
    }
    c.commit().await?;
    Ok(())
}

/// What was written, within its length; the key says what to do where there is nothing.
fn text(typed: &str, empty: &'static str) -> Result<String, Problem> {
    match typed.chars().count() {
        0 => Err(Problem::bad(empty)),
        n if n > LONGEST => Err(Problem::bad("problem-too-long").with("n", n).with("most", LONGEST)),
        _ => Ok(typed.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")),
    }
}
