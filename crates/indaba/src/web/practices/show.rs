//! The page of a practice, and its versions.

use super::{Section, author, find, is_managed, is_own, results, sections, text_of, words};
use crate::attribution::Labels;
use crate::practice::review::{Panel, Standing, conflicted, standing};
use crate::practice::{Record, fields, label};
use crate::store;
use crate::store::practice::{Practice, Version};
use crate::web::page::{self, Page, Tab};
use crate::web::secretariat::Typed;
use crate::web::{Answer, Problem, Visit};
use crate::words::PracticeState;
use askama::Template;
use axum::extract::{Path, Query};

#[derive(Template)]
#[template(path = "practices/show.html")]
struct Show {
    page: Page,
    home: String,
    here: String,
    number: i64,
    title: String,
    lang: String,
    state: String,
    /// Something else than what is shown waits: its state.
    newer: String,
    public: bool,
    grade: String,
    author: String,
    entered: bool,
    reviewed: String,
    published_at: Option<i64>,
    sections: Vec<Section>,
    results: Vec<[String; 5]>,
    questions: Vec<(String, String, String)>,
    paragraphs: Vec<String>,
    advice: Vec<Said>,
    may_edit: bool,
    may_withdraw: bool,
    may_compare: bool,
    manages: bool,
    done: String,
}

/// What a reviewer said, without who it was.
pub struct Said {
    /// Internal or external.
    pub kind: &'static str,
    /// Publish, revise, decline.
    pub verdict: &'static str,
    /// On which version.
    pub version: i64,
    /// Why.
    pub reasons: String,
}

/// `GET /d/{slug}/practices/{practice}`
pub async fn show(visit: Visit, Path((_, number)): Path<(String, String)>, Query(asked): Query<Typed>) -> Answer {
    let convened = visit.convened()?;
    let p = find(&visit, &number).await?;
    let record = text_of(&visit, &p);
    let mut c = visit.read().await?;
    let labels = Labels::load(&mut c, convened).await?;
    let own = is_own(&visit, &p);
    let home = format!("/d/{}", convened.dialogue.slug);
    let question =
        |reference: &str| convened.question(reference).map(|q| (q.reference.clone(), q.text.clone(), q.lang.clone()));
    page::show(&Show {
        here: format!("{home}/practices/{}", p.number),
        number: p.number,
        title: record.get("title").to_owned(),
        lang: record.lang().to_owned(),
        state: visit.l.w("practice-state", if p.is_public() { PracticeState::Published } else { p.state }),
        newer: newer(&visit, &p),
        public: p.is_public(),
        grade: p.grade.clone(),
        author: author(&visit, &labels, &p),
        entered: p.entered_by == crate::words::EnteredBy::Secretariat && p.author_id.is_some(),
        reviewed: reviewed(&visit, &p.reviewed),
        published_at: p.published_at.filter(|_| p.is_public()),
        sections: sections(visit.l, convened, &record),
        results: results(&record),
        questions: record.list("questions").filter_map(question).collect(),
        paragraphs: record.list("paragraphs").map(str::to_owned).collect(),
        advice: if own { advice(&mut c, &p).await? } else { Vec::new() },
        may_edit: own && super::may_write(&visit) && editable(&p),
        may_withdraw: own && super::may_write(&visit) && p.state != PracticeState::Withdrawn && p.version > 0,
        may_compare: p.version > 1 && (own || is_managed(&visit, &p)),
        manages: is_managed(&visit, &p),
        done: done(&visit, &asked),
        page: Page::new(&visit, visit.l.t1("practice-title", "n", p.number), Tab::Practices),
        home,
    })
}

/// Whether its author may change it: not while it is with its reviewers, nor after it was taken back.
pub fn editable(p: &Practice) -> bool {
    !matches!(p.state, PracticeState::Review | PracticeState::Withdrawn)
}

fn newer(visit: &Visit, p: &Practice) -> String {
    let differs = p.is_public() && p.state != PracticeState::Published && is_own(visit, p);
    if differs { visit.l.w("practice-newer", p.state) } else { String::new() }
}

fn done(visit: &Visit, asked: &Typed) -> String {
    match asked.get("done") {
        word @ ("submitted" | "withdrawn") => visit.l.w("practice-done", word),
        _ => String::new(),
    }
}

/// What reviewers said to the author: once the review has come to something, never while it goes on.
async fn advice(c: &mut store::Conn, p: &Practice) -> Result<Vec<Said>, Problem> {
    let reviewers = store::reviewer::of_practice(c, &p.id).await?;
    let advice = store::reviewer::advice(c, &p.id).await?;
    let told = advice.iter().filter(|a| p.state != PracticeState::Review || a.version < p.version);
    Ok(told
        .filter_map(|a| {
            let reviewer = reviewers.iter().find(|r| r.id == a.reviewer_id && !conflicted(r))?;
            Some(Said {
                kind: reviewer.kind.as_str(),
                verdict: a.verdict.as_str(),
                version: a.version,
                reasons: a.reasons.clone(),
            })
        })
        .collect())
}

/// Who has reviewed, in words; what a file said stays as it is.
fn reviewed(visit: &Visit, kept: &str) -> String {
    match Panel::parse(kept) {
        Some(Panel { internal, external }) => {
            visit.l.t2("practice-reviewed", "internal", internal, "external", external)
        }
        None => kept.to_owned(),
    }
}

/// Where a review stands, in words.
pub fn standing_words(
    visit: &Visit,
    p: &Practice,
    reviewers: &[store::reviewer::Reviewer],
    advice: &[store::reviewer::Advice],
) -> String {
    match standing(reviewers, advice, p.version) {
        Standing::Needs { internal, external } => {
            visit.l.t2("practice-standing-needs", "internal", internal, "external", external)
        }
        Standing::Waiting { given, of } => visit.l.t2("practice-standing-waiting", "n", given, "of", of),
        Standing::Disagree => visit.l.t("practice-standing-disagree"),
        Standing::Reached { verdict, grade } => {
            let verdict = visit.l.w("practice-verdict", verdict);
            visit.l.t2("practice-standing-reached", "verdict", verdict, "grade", grade.as_str())
        }
    }
}

#[derive(Template)]
#[template(path = "practices/versions.html")]
struct Versions {
    page: Page,
    here: String,
    versions: Vec<Version>,
    from: i64,
    to: i64,
    changes: Vec<Change>,
}

/// A field that differs.
pub struct Change {
    /// The field in words.
    pub label: String,
    /// Earlier and later.
    pub from: String,
    /// As it became.
    pub to: String,
    /// Language of both.
    pub lang: String,
}

/// What differs between two texts, in words.
pub fn changes(visit: &Visit, from: &Record, to: &Record) -> Result<Vec<Change>, Problem> {
    let convened = visit.convened()?;
    let holds = |name: &str| fields().find(|f| f.name == name).map(|f| f.holds);
    let differ = from.differences(to).into_iter().filter_map(|(name, a, b)| {
        let shown = |value: &str| words(visit.l, convened, name, holds(name)?, value).into();
        let (a, b): (Option<String>, Option<String>) = (shown(&a), shown(&b));
        Some(Change { label: visit.l.w("practice-field", label(name)), from: a?, to: b?, lang: to.lang().to_owned() })
    });
    Ok(differ.collect())
}

/// `GET /d/{slug}/practices/{practice}/versions?from=1&to=2`
pub async fn versions(visit: Visit, Path((_, number)): Path<(String, String)>, Query(asked): Query<Typed>) -> Answer {
    let p = find(&visit, &number).await?;
    if !is_own(&visit, &p) && !is_managed(&visit, &p) {
        return Err(Problem::not_found());
    }
    let versions = store::practice::versions(&mut visit.read().await?, &p.id).await?;
    let to = asked.number("to").unwrap_or(p.version);
    let from = asked.number("from").unwrap_or(to - 1);
    let opened = |v: &Version| Record::parse(&v.content).opened(&visit.app.config.keys, &p.id);
    let text = |n: i64| versions.iter().find(|v| v.version == n).map(opened).unwrap_or_default();
    page::show(&Versions {
        here: format!("/d/{}/practices/{}", visit.convened()?.dialogue.slug, p.number),
        changes: changes(&visit, &text(from), &text(to))?,
        versions,
        from,
        to,
        page: Page::new(&visit, visit.l.t1("practice-versions-title", "n", p.number), Tab::Practices),
    })
}
