//! Evidence: links and files on a question's page.

use super::page::{self, Page, Tab};
use super::propose::{attributions, language, published, wording};
use super::question::Asked;
use super::secretariat::moderation;
use super::{Answer, Problem, Visit};
use crate::attribution::{Labels, stronger};
use crate::joining;
use crate::lang::Lang;
use crate::lang::named::mark;
use crate::store;
use crate::store::attachment::Attachment;
use crate::words::{Attribution, PerspectiveState};
use askama::Template;
use axum::body::Body;
use axum::extract::{Form, Multipart, Path, Query};
use axum::http::{HeaderName, StatusCode, header};
use axum::response::Response;
use std::fmt::Write;

/// The largest file of evidence.
const LARGEST: usize = 10 * 1024 * 1024;
/// The longest title and source.
const LONGEST: usize = 200;

/// What files may be: by their first bytes, never by what the browser says.
const TAKEN: [(&[u8], &str, &str); 5] = [
    (b"%PDF-", "application/pdf", "pdf"),
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"PK\x03\x04", "application/zip", "zip"),
    (b"\xd0\xcf\x11\xe0", "application/octet-stream", "bin"),
];

/// One attached thing as a page shows it. What is not uploaded has its own page, where it is taken off.
#[derive(Debug, Default)]
pub struct Shown {
    /// Id.
    pub id: String,
    /// `link` or `file`.
    pub kind: String,
    /// Title.
    pub title: String,
    /// Its language.
    pub lang: String,
    /// Where it comes from; a name that has a language of its own is marked with it.
    pub source: String,
    /// Where it leads.
    pub address: String,
    /// What may be shown of who attached it.
    pub author: String,
    /// When it came.
    pub at: i64,
    /// Waits for the moderators.
    pub pending: bool,
    /// The visitor may take it off.
    pub may_take_off: bool,
}

/// What is attached, without what is off the record.
pub fn shown(visit: &Visit, labels: &Labels, attached: Vec<Attachment>) -> Vec<Shown> {
    let path = visit.path.split('?').next().unwrap_or_default();
    let slug = visit.dialogue.as_ref().map(|c| c.dialogue.slug.clone()).unwrap_or_default();
    let reference = path.split('/').nth(4).unwrap_or_default().to_owned();
    attached
        .into_iter()
        .filter(|a| seen_by(visit, a.attribution, a.author_id.as_deref()))
        .map(|a| Shown {
            author: match &a.author_id {
                Some(author) => labels.of(visit.l, Some(author), a.attribution),
                None => visit.l.t("role-secretariat"),
            },
            address: a.url.clone().unwrap_or_else(|| format!("/d/{slug}/q/{reference}/evidence/{}", a.id)),
            pending: a.state == PerspectiveState::Pending.as_str(),
            may_take_off: may_take_off(visit, a.author_id.as_deref()),
            id: a.id,
            kind: a.kind,
            source: mark(&a.source, &a.lang),
            title: a.title,
            lang: a.lang,
            at: a.created_at,
        })
        .collect()
}

/// Off the record is for the author and the secretariat alone.
fn seen_by(visit: &Visit, attribution: Attribution, author: Option<&str>) -> bool {
    attribution != Attribution::OffTheRecord || visit.role.runs() || own(visit, author)
}

fn own(visit: &Visit, author: Option<&str>) -> bool {
    author.is_some() && author == visit.participant.as_deref()
}

/// Its author until the dialogue closes; the secretariat at any time.
fn may_take_off(visit: &Visit, author: Option<&str>) -> bool {
    visit.role.runs() || (own(visit, author) && visit.open().is_ok())
}

#[derive(Template)]
#[template(path = "question_evidence.html")]
struct Evidence {
    page: Page,
    here: String,
    reference: String,
    attached: Vec<Shown>,
    may: bool,
    runs: bool,
    done: String,
    languages: Vec<(&'static str, &'static str)>,
    attributions: Vec<Attribution>,
    typed: Typed,
    error: String,
}

/// What the form sends.
#[derive(Debug, Default)]
struct Typed {
    title: String,
    source: String,
    lang: String,
    url: String,
    attribution: String,
    bytes: Vec<u8>,
}

/// `GET /d/{slug}/q/{reference}/evidence`
pub async fn show(visit: Visit, Path((_, reference)): Path<(String, String)>, Query(asked): Query<Asked>) -> Answer {
    let done = super::question::done(visit.l, &asked.done);
    page::show(&Evidence { done, ..evidence(&visit, &reference, Typed::default(), String::new()).await? })
}

async fn evidence(visit: &Visit, reference: &str, typed: Typed, error: String) -> Result<Evidence, Problem> {
    let question = visit.question(reference)?;
    let convened = visit.convened()?;
    let mut c = visit.read().await?;
    let labels = Labels::load(&mut c, convened).await?;
    let mut attached = store::attachment::of_question(&mut c, &question.id).await?;
    if let Some(author) = &visit.participant {
        attached.extend(store::attachment::pending_of(&mut c, &question.id, author).await?);
    }
    let lang = if typed.lang.is_empty() { visit.l.code().to_owned() } else { typed.lang.clone() };
    Ok(Evidence {
        here: format!("/d/{}/q/{reference}", convened.dialogue.slug),
        attached: shown(visit, &labels, attached),
        runs: visit.role.runs(),
        done: String::new(),
        attributions: attributions(convened),
        may: visit.open().is_ok() && crate::access::allows(visit.role, crate::access::Action::Attach),
        languages: Lang::all().map(|lang| (lang.code(), lang.row().name)).collect(),
        page: Page::new(visit, visit.l.t1("evidence-title", "ref", reference), Tab::Questions),
        reference: reference.to_owned(),
        typed: Typed { lang, ..typed },
        error,
    })
}

/// `POST /d/{slug}/q/{reference}/evidence`
pub async fn attach(visit: Visit, Path((slug, reference)): Path<(String, String)>, form: Multipart) -> Answer {
    visit.open()?;
    let typed = read(form).await?;
    match keep(&visit, &reference, &typed).await {
        Ok("published") => page::go(&format!("/d/{slug}/q/{reference}?done=attached#evidence")),
        Ok(_) => page::go(&format!("/d/{slug}/q/{reference}/evidence?done=attached-pending")),
        Err(problem) if problem.status.is_client_error() => {
            let error = problem.text(visit.l);
            page::show_as(problem.status, &evidence(&visit, &reference, typed, error).await?)
        }
        Err(problem) => Err(problem),
    }
}

async fn read(mut form: Multipart) -> Result<Typed, Problem> {
    let mut typed = Typed::default();
    let broken = |_| Problem::bad("problem-form");
    while let Some(field) = form.next_field().await.map_err(broken)? {
        let name = field.name().unwrap_or_default().to_owned();
        let bytes = field.bytes().await.map_err(broken)?;
        let text = || String::from_utf8_lossy(&bytes).into_owned();
        match name.as_str() {
            "title" => typed.title = text(),
            "source" => typed.source = text(),
            "lang" => typed.lang = text(),
            "url" => typed.url = text(),
            "attribution" => typed.attribution = text(),
            "file" => typed.bytes = bytes.to_vec(),
            _ => {}
        }
    }
    Ok(typed)
}

/// Keeps it and gives its state: where moderators look first, it waits for them as a perspective does.
async fn keep(visit: &Visit, reference: &str, typed: &Typed) -> Result<&'static str, Problem> {
    let question = visit.question(reference)?;
    let convened = visit.convened()?;
    let (url, media_type) = target(typed)?;
    let author = match visit.delegation {
        Some(_) => Some(joining::speaker(visit, None).await?.participant),
        None => visit.participant.clone(),
    };
    // What the secretariat itself attaches is looked at already.
    let state = if visit.delegation.is_none() { PerspectiveState::Published } else { published(convened) };
    let attachment = Attachment {
        id: store::new_id(),
        question_id: question.id.clone(),
        kind: if url.is_some() { "link" } else { "file" }.to_owned(),
        title: wording(&typed.title, LONGEST)?,
        lang: language(&typed.lang)?,
        source: wording(&typed.source, LONGEST)?,
        url,
        media_type: media_type.map(str::to_owned),
        state: state.as_str().to_owned(),
        attribution: stronger(convened.dialogue.attribution, typed.attribution.parse().ok()),
        author_id: author,
        created_at: visit.now,
    };
    let bytes = attachment.media_type.as_ref().map(|_| typed.bytes.as_slice());
    let mut c = visit.write().await?;
    store::attachment::insert(&mut c, &convened.dialogue.id, &attachment, bytes).await?;
    c.commit().await?;
    Ok(state.as_str())
}

/// Why something is taken off.
#[derive(Debug, serde::Deserialize)]
pub struct TakenOff {
    #[serde(default)]
    reason: String,
}

/// `POST /d/{slug}/q/{reference}/evidence/{id}/take-off`: by its author, or by the secretariat with a reason that
/// becomes part of the record.
pub async fn take_off(
    visit: Visit,
    Path((slug, reference, id)): Path<(String, String, String)>,
    Form(form): Form<TakenOff>,
) -> Answer {
    let question = visit.question(&reference)?;
    let reason: String = form.reason.trim().chars().take(500).collect();
    if visit.role.runs() && reason.is_empty() {
        let error = visit.l.t("evidence-reason-needed");
        let page = evidence(&visit, &reference, Typed::default(), error).await?;
        return page::show_as(StatusCode::UNPROCESSABLE_ENTITY, &page);
    }
    let mut c = visit.write().await?;
    let found = store::attachment::by_id(&mut c, &question.id, &id).await?.ok_or_else(Problem::not_found)?;
    if !may_take_off(&visit, found.author_id.as_deref()) {
        visit.open()?;
        return Err(Problem::not_found());
    }
    let state = if visit.role.runs() { PerspectiveState::Refused } else { PerspectiveState::Withdrawn };
    if store::attachment::take_off(&mut c, &id, state.as_str()).await? == 0 {
        return Err(Problem::conflict("problem-evidence-gone"));
    }
    if visit.role.runs() {
        moderation::record(&visit, &mut c, "attachment", &id, "refuse", reason).await?;
    }
    c.commit().await?;
    page::go(&format!("/d/{slug}/q/{reference}/evidence?done=taken-off"))
}

/// A link or a file: one of them.
fn target(typed: &Typed) -> Result<(Option<String>, Option<&'static str>), Problem> {
    let url = typed.url.trim();
    match (url.is_empty(), typed.bytes.is_empty()) {
        (true, true) | (false, false) => Err(Problem::bad("problem-link-or-file")),
        (false, true) => web_address(url).map(|url| (Some(url), None)),
        (true, false) if typed.bytes.len() > LARGEST => Err(Problem::too_large("problem-file-large")),
        (true, false) => {
            media_type(&typed.bytes).map(|kind| (None, Some(kind))).ok_or_else(|| Problem::bad("problem-file-kind"))
        }
    }
}

/// Only what a browser opens without running anything: `https:` and `http:`.
fn web_address(url: &str) -> Result<String, Problem> {
    let parsed: Option<axum::http::Uri> = url.parse().ok();
    let good = parsed.is_some_and(|u| matches!(u.scheme_str(), Some("https" | "http")) && u.host().is_some());
    if good && url.len() <= 2_000 { Ok(url.to_owned()) } else { Err(Problem::bad("problem-link")) }
}

/// The media type by the first bytes; plain text when it is UTF-8.
fn media_type(bytes: &[u8]) -> Option<&'static str> {
    let known = TAKEN.iter().find(|(start, _, _)| bytes.starts_with(start)).map(|(_, kind, _)| *kind);
    known.or_else(|| {
        std::str::from_utf8(bytes).ok().filter(|text| !text.contains('\0')).map(|_| "text/plain; charset=utf-8")
    })
}

/// `GET /d/{slug}/q/{reference}/evidence/{id}`: to be saved, never opened in the place of a page.
pub async fn file(visit: Visit, Path((_, reference, id)): Path<(String, String, String)>) -> Answer {
    let question = visit.question(&reference)?;
    let found = store::attachment::file(&mut visit.read().await?, &question.id, &id).await?;
    let seen = |f: &store::attachment::File| {
        let author = f.author_id.as_deref();
        let out = f.state == PerspectiveState::Published.as_str() || visit.role.runs() || own(&visit, author);
        out && seen_by(&visit, f.attribution, author)
    };
    let file = found.filter(seen).ok_or_else(Problem::not_found)?;
    let ending = TAKEN.iter().find(|(_, kind, _)| *kind == file.media_type).map_or("txt", |(_, _, ending)| ending);
    Response::builder()
        .header(header::CONTENT_TYPE, file.media_type)
        .header(header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{}.{ending}", encoded(&file.title)))
        .header(header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox")
        .header(HeaderName::from_static("x-content-type-options"), "nosniff")
        .body(Body::from(file.bytes))
        .map_err(|e| Problem::internal(&e))
}

/// RFC 8187: everything but letters and digits as `%XX`.
fn encoded(title: &str) -> String {
    title.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
        out
    })
}
