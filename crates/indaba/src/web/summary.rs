//! The Chair's summary: its text beside its sources, and the secretariat's desk for it.

use super::page::{self, Page, Tab};
use super::{Answer, Problem, Visit, record};
use crate::access::{Action, allows};
use crate::app::Convened;
use crate::lang::{L, Lang};
use crate::live::publication;
use crate::store::summary::Version;
use crate::store::{self, Conn};
use crate::summary::{self, Coverage, Difference, Edit, Format, Part, Shown, Summary};
use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

#[derive(Template)]
#[template(path = "summary.html")]
struct SummaryPage {
    page: Page,
    l: L,
    slug: String,
    shown: Option<Shown>,
    published: bool,
    done: String,
    may_write: bool,
    may_audit: bool,
    /// What computes a landscape of the full record again.
    command: String,
}

/// Which version somebody sees: the secretariat the newest, everybody else the published one.
async fn seen(visit: &Visit, c: &mut Conn, number: Option<i64>) -> Result<Option<Version>, Problem> {
    let dialogue = &visit.convened()?.dialogue.id;
    if !allows(visit.role, Action::WriteSummary) {
        return Ok(store::summary::published(c, dialogue).await?);
    }
    match number {
        Some(number) => Ok(store::summary::all(c, dialogue).await?.into_iter().find(|v| v.version == number)),
        None => Ok(store::summary::latest(c, dialogue).await?),
    }
}

/// Which version is asked for.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Asked {
    version: Option<i64>,
    #[serde(default)]
    done: String,
}

/// `GET /d/{slug}/summary`
pub async fn show(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let convened = visit.convened()?;
    let mut c = visit.read().await?;
    let shown = match seen(&visit, &mut c, asked.version).await? {
        Some(version) => Some(summary::shown(&mut c, convened, &version).await?),
        None => None,
    };
    page::show(&SummaryPage {
        l: visit.l,
        slug: convened.dialogue.slug.clone(),
        published: shown.as_ref().is_some_and(|s| s.published_at.is_some()),
        done: match &shown {
            Some(s) if asked.done == "published" && s.published_at.is_some() => {
                visit.l.t1("summary-published-now", "version", visit.l.n(s.version))
            }
            _ => String::new(),
        },
        shown,
        may_write: allows(visit.role, Action::WriteSummary),
        command: recompute(convened),
        may_audit: allows(visit.role, Action::TakeFullRecord),
        page: Page::new(&visit, visit.l.t("summary-title"), Tab::Summary),
    })
}

/// What computes a landscape of the full record again, of the first question.
fn recompute(convened: &Convened) -> String {
    let first = convened.questions.iter().find(|q| q.state == "published");
    let question = first.map_or_else(String::new, |q| format!(" --question {}", q.reference));
    format!("indaba landscape record-{}.zip{question}", record::ascii(&convened.dialogue.slug))
}

/// `GET /d/{slug}/summary/download/{format}`
pub async fn download(visit: Visit, Path((_, format)): Path<(String, String)>, Query(asked): Query<Asked>) -> Answer {
    let convened = visit.convened()?;
    let format = Format::parse(&format).ok_or_else(Problem::not_found)?;
    let mut c = visit.read().await?;
    let version = seen(&visit, &mut c, asked.version).await?.ok_or_else(Problem::not_found)?;
    let shown = summary::shown(&mut c, convened, &version).await?;
    let name =
        format!("attachment; filename=\"summary-{}.{}\"", super::record::ascii(&shown.dialogue), format.as_str());
    let headers = [(header::CONTENT_TYPE, format.media_type().to_owned()), (header::CONTENT_DISPOSITION, name)];
    Ok((headers, summary::render(&shown, format)?).into_response())
}

#[derive(Template)]
#[template(path = "summary_edit.html")]
struct Desk {
    page: Page,
    l: L,
    slug: String,
    version: i64,
    sections: Vec<summary::ShownSection>,
    parts: &'static [Part],
    /// What was typed, when somebody else saved meanwhile.
    typed: Edit,
}

impl Desk {
    fn overtaken(&self) -> bool {
        !self.typed.fields.is_empty()
    }

    /// What was typed in a field of a sentence or question.
    fn typed(&self, name: &str, id: &str) -> &str {
        self.typed.field(name, id).unwrap_or_default()
    }
}

async fn desk(visit: &Visit, c: &mut Conn, summary: &Summary, version: i64, typed: Edit) -> Answer {
    let convened = visit.convened()?;
    let status = if typed.fields.is_empty() { StatusCode::OK } else { StatusCode::CONFLICT };
    let template = Desk {
        l: visit.l,
        slug: convened.dialogue.slug.clone(),
        version,
        sections: summary::shown_as(c, convened, summary).await?.sections,
        parts: Part::ALL,
        typed,
        page: Page::new(visit, visit.l.t("summary-edit-title"), Tab::Summary),
    };
    page::show_as(status, &template)
}

/// `GET /d/{slug}/summary/edit`
pub async fn edit(visit: Visit) -> Answer {
    let convened = visit.convened()?;
    let mut c = visit.read().await?;
    let Some(version) = store::summary::latest(&mut c, &convened.dialogue.id).await? else {
        return page::go(&format!("/d/{}/summary", convened.dialogue.slug));
    };
    desk(&visit, &mut c, &Summary::of(&version)?, version.version, Edit::default()).await
}

/// `POST /d/{slug}/summary/edit`: saves a new version. Where somebody else saved meanwhile the form comes back with
/// what was typed, and the next save takes it.
pub async fn save(visit: Visit, Form(fields): Form<Vec<(String, String)>>) -> Answer {
    let convened = visit.convened()?;
    let edit = Edit { fields };
    let base: i64 = edit.version().ok_or_else(Problem::not_found)?;
    let mut c = visit.write().await?;
    let Some(latest) = store::summary::latest(&mut c, &convened.dialogue.id).await? else {
        return Err(Problem::not_found());
    };
    let newest = Summary::of(&latest)?;
    if base != latest.version {
        let reworded = summary::apply(&newest, &edit.wordings(), store::new_id);
        return desk(&visit, &mut c, &reworded, latest.version, edit).await;
    }
    let edited = summary::apply(&newest, &edit, store::new_id);
    keep(&visit, c, convened, &edited, latest.version + 1).await
}

async fn keep(visit: &Visit, mut c: Conn, convened: &Convened, summary: &Summary, number: i64) -> Answer {
    let by = visit.session.as_ref().and_then(|s| s.person_id.clone());
    let version = summary.version(number, by, visit.now)?;
    store::summary::insert(&mut c, &convened.dialogue.id, &version).await?;
    c.commit().await?;
    page::go(&format!("/d/{}/summary", convened.dialogue.slug))
}

/// In which language to draft.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Drafting {
    lang: Option<String>,
}

/// `POST /d/{slug}/summary/draft`: a new version, drafted from the dialogue as it is now. What the Chair wrote in
/// own words is carried over; edited sentences stay in the earlier version.
pub async fn draft(visit: Visit, Form(form): Form<Drafting>) -> Answer {
    let convened = visit.convened()?;
    let asked = form.lang.as_deref().and_then(Lang::parse);
    let lang = asked.or_else(|| Lang::parse(&convened.dialogue.lang)).unwrap_or(Lang::EN);
    let asking = visit.clone();
    let mut drafted = super::record::apart(async move { drafted(&asking, L(lang)).await }).await??;
    let mut c = visit.write().await?;
    let latest = store::summary::latest(&mut c, &convened.dialogue.id).await?;
    if let Some(latest) = &latest {
        summary::carry_over(&Summary::of(latest)?, &mut drafted);
    }
    keep(&visit, c, convened, &drafted, latest.map_or(0, |v| v.version) + 1).await
}

async fn drafted(visit: &Visit, l: L) -> Result<Summary, Problem> {
    publication::renew_all(&visit.app.db, visit.convened()?, visit.now).await?;
    Ok(summary::draft(&mut visit.read().await?, visit.convened()?, l, visit.now).await?)
}

/// Which version to publish.
#[derive(Debug, serde::Deserialize)]
pub struct Publishing {
    version: i64,
}

/// `POST /d/{slug}/summary/publish`
pub async fn publish(visit: Visit, Form(form): Form<Publishing>) -> Answer {
    let convened = visit.convened()?;
    let mut c = visit.write().await?;
    if store::summary::publish(&mut c, &convened.dialogue.id, form.version, visit.now).await? == 0 {
        return Err(Problem::not_found());
    }
    c.commit().await?;
    page::go(&format!("/d/{}/summary?version={}&done=published", convened.dialogue.slug, form.version))
}

#[derive(Template)]
#[template(path = "summary_coverage.html")]
struct CoveragePage {
    page: Page,
    l: L,
    slug: String,
    coverage: Coverage,
}

/// `GET /d/{slug}/summary/coverage`
pub async fn coverage(visit: Visit) -> Answer {
    let convened = visit.convened()?;
    let mut c = visit.read().await?;
    let summary = match store::summary::latest(&mut c, &convened.dialogue.id).await? {
        Some(version) => Summary::of(&version)?,
        None => Summary::default(),
    };
    page::show(&CoveragePage {
        l: visit.l,
        slug: convened.dialogue.slug.clone(),
        coverage: summary::coverage(&mut c, convened, &summary).await?,
        page: Page::new(&visit, visit.l.t("summary-coverage-title"), Tab::Summary),
    })
}

#[derive(Template)]
#[template(path = "summary_versions.html")]
struct VersionsPage {
    page: Page,
    l: L,
    slug: String,
    versions: Vec<Version>,
    /// The version that readers see; 0 where there is none.
    current: i64,
    from: i64,
    to: i64,
    changes: Vec<Difference>,
}

/// Which two versions to compare.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Compared {
    from: Option<i64>,
    to: Option<i64>,
}

/// `GET /d/{slug}/summary/versions`
pub async fn versions(visit: Visit, Query(asked): Query<Compared>) -> Answer {
    let convened = visit.convened()?;
    let all = store::summary::all(&mut visit.read().await?, &convened.dialogue.id).await?;
    let current = all.iter().filter(|v| v.published_at.is_some()).max_by_key(|v| (v.published_at, v.version));
    let to = asked.to.or_else(|| all.first().map(|v| v.version)).unwrap_or(0);
    let from = asked.from.unwrap_or(to - 1);
    let read = |number: i64| all.iter().find(|v| v.version == number).map_or(Ok(Summary::default()), Summary::of);
    page::show(&VersionsPage {
        l: visit.l,
        slug: convened.dialogue.slug.clone(),
        changes: summary::differences(&read(from)?, &read(to)?),
        current: current.map_or(0, |v| v.version),
        versions: all,
        from,
        to,
        page: Page::new(&visit, visit.l.t("summary-versions-title"), Tab::Summary),
    })
}
