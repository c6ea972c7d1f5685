//! The landscape of a question: page, JSON and one-file report, never below the disclosure limit.

use super::page::{self, Page, Tab};
use super::{Answer, Problem, Visit};
use crate::app::App;
use crate::lang::L;
use crate::live::landscape::{self as live, Audience};
use crate::live::shown::{Computed, Shown};
use crate::report_landscape::{self as report, Ellipses, Heading, Said, Source, Texts, View};
use crate::store::question::Question;
use ::landscape::Landscape;
use askama::Template;
use axum::extract::{Path, Query};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "landscape.html")]
struct LandscapePage {
    page: Page,
    l: L,
    /// None while it is being computed for the first time.
    v: Option<View>,
    at: String,
    reference: String,
    text: String,
    lang: String,
}

/// What a page was asked for.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Asked {
    /// `1`: how surely each participant stands on the map.
    #[serde(default)]
    ellipses: String,
}

/// `GET /d/{slug}/q/{reference}/landscape`
pub async fn show(visit: Visit, Path((slug, reference)): Path<(String, String)>, Query(asked): Query<Asked>) -> Answer {
    let question = visit.question(&reference)?.clone();
    let ellipses = if asked.ellipses == "1" { Ellipses::Shown } else { Ellipses::Offered };
    let v = soon(&visit, &question, visit.audience(), ellipses).await?;
    let computing = v.is_none();
    let room = LandscapePage {
        l: visit.l,
        v,
        at: format!("/d/{slug}/q/{reference}"),
        reference,
        text: question.text,
        lang: question.lang,
        page: Page::new(&visit, visit.l.t("landscape-title"), Tab::Questions),
    };
    answer(&room, computing)
}

/// A page with a landscape; while that is being computed, one that comes back by itself.
pub(super) fn answer<T: Template>(room: &T, computing: bool) -> Answer {
    let page = page::show(room)?;
    if computing { Ok(([(header::REFRESH, "2")], page).into_response()) } else { Ok(page) }
}

/// `GET /d/{slug}/q/{reference}/landscape.json`: the bytes that the command and the record write.
pub async fn json(visit: Visit, Path((slug, reference)): Path<(String, String)>) -> Answer {
    let question = visit.question(&reference)?.clone();
    let limit = visit.audience().limit(&visit.convened()?.settings);
    let shown = suppressed(&computed(&visit, &question).await?, limit).await?;
    let head = [(header::CONTENT_TYPE, "application/json".to_owned()), named(&slug, &reference, "json")];
    Ok((head, shown.figures.to_json()).into_response())
}

/// `GET /api/v1/questions/{question_id}/landscape`
pub async fn api(visit: Visit, Path(question_id): Path<String>) -> Answer {
    let question = visit.convened()?.question_by_id(&question_id).filter(|q| q.state == "published");
    let question = question.ok_or_else(Problem::not_found)?.clone();
    let limit = visit.audience().limit(&visit.convened()?.settings);
    let computed = computed(&visit, &question).await?;
    let shown = suppressed(&computed, limit).await?;
    let told = Told { figures: &shown.figures, participants_without_code: without_code(&computed, limit) };
    super::api::answer(StatusCode::OK, &told)
}

/// The landscape as the crate writes it, and how many of its participants came without an access code.
#[derive(serde::Serialize)]
struct Told<'a> {
    #[serde(flatten)]
    figures: &'a Landscape,
    participants_without_code: Option<i64>,
}

/// How many came without a code; how few would point at them.
fn without_code(computed: &Computed, limit: u32) -> Option<i64> {
    Some(computed.basis.without_code).filter(|n| *n == 0 || *n >= i64::from(limit))
}

/// `GET /d/{slug}/q/{reference}/landscape.html`: the report, to be kept.
pub async fn file(visit: Visit, Path((slug, reference)): Path<(String, String)>) -> Answer {
    let question = visit.question(&reference)?.clone();
    let computed = computed(&visit, &question).await?;
    let v = view(&visit, &question, visit.audience(), computed, Ellipses::Switched).await?;
    let dialogue = &visit.convened()?.dialogue;
    let heading = Heading {
        title: &question.text,
        lang: &question.lang,
        of: Some((&dialogue.title, &reference)),
        simulated: dialogue.simulated,
    };
    let html = report::html(visit.l, &v, None, &heading)?;
    // The file carries its own style; served under the page's policy it would be shown without, hence a download.
    let head = [(header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()), named(&slug, &reference, "html")];
    Ok((head, html).into_response())
}

/// Under which name a file is kept.
fn named(slug: &str, reference: &str, kind: &str) -> (header::HeaderName, String) {
    (header::CONTENT_DISPOSITION, format!("attachment; filename=\"landscape-{slug}-{reference}.{kind}\""))
}

/// What a page shows of a question's landscape to an audience; none while it is being computed for the first time.
pub(super) async fn soon(
    visit: &Visit,
    question: &Question,
    audience: Audience,
    ellipses: Ellipses,
) -> Result<Option<View>, Problem> {
    let convened = visit.dialogue.as_ref().ok_or_else(Problem::not_found)?;
    match live::within(live::PATIENCE, &visit.app, convened, question, audience).await? {
        Some(computed) => Ok(Some(view(visit, question, audience, computed, ellipses).await?)),
        None => Ok(None),
    }
}

/// The landscape for the visitor, however long it takes.
async fn computed(visit: &Visit, question: &Question) -> Result<Arc<Computed>, Problem> {
    Ok(live::current(&visit.app, visit.convened()?, question, visit.audience()).await?)
}

async fn view(
    visit: &Visit,
    question: &Question,
    audience: Audience,
    computed: Arc<Computed>,
    ellipses: Ellipses,
) -> Result<View, Problem> {
    let texts = texts(&visit.app, &question.id).await?;
    let participants = computed.participants();
    let convened = visit.convened()?;
    let limit = audience.limit(&convened.settings);
    let shown = suppressed(&computed, limit).await?;
    let progress = visit.app.progress(&convened.dialogue.id).await?;
    let answered = progress.iter().find(|p| p.question_id == question.id).map_or(0, |p| p.participants);
    let source = Source {
        at: Some(computed.basis.at).filter(|at| *at > 0),
        responses: computed.basis.responses,
        participants,
        answered: answered.max(participants),
        without_code: without_code(&computed, limit),
        limit,
        renewed_after: (audience != Audience::Secretariat && visit.open().is_ok()).then_some(limit),
    };
    let mut v = View::new(visit.l, &shown.map, &texts, source, ellipses);
    v.notes.extend(shown.is_renamed().then(|| visit.l.t("landscape-note-letters-kept")));
    Ok(v)
}

pub(super) async fn suppressed(computed: &Arc<Computed>, limit: u32) -> Result<Shown, Problem> {
    let whole = Arc::clone(computed);
    tokio::task::spawn_blocking(move || whole.shown(limit)).await.map_err(|error| Problem::internal(&error))
}

pub(super) async fn texts(app: &App, question: &str) -> Result<Texts, Problem> {
    let board = app.board(question).await?;
    let counted = board.perspectives.iter().filter(|p| live::is_counted(p) && live::statement(p).moderated >= 0);
    let said = |p: &crate::store::perspective::Perspective| Said {
        number: p.number.to_string(),
        text: p.text.clone(),
        lang: p.lang.clone(),
    };
    Ok(counted.map(|p| (p.id.clone(), said(p))).collect())
}
