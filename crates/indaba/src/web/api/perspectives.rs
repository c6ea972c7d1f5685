//! Perspectives under a question: read, page by page, and proposed.

use super::super::propose::{self, Typed};
use super::super::question::open_to_all;
use super::super::{Answer, Visit};
use super::{answer, number, participant, question, read, text, time};
use crate::attribution::Labels;
use crate::idempotency::{self, Once};
use crate::lang::L;
use crate::live::News;
use crate::store::perspective::Perspective;
use crate::words::{Attribution, EnteredBy, PerspectiveState};
use axum::body::Bytes;
use axum::extract::{Path, Query};
use axum::http::{HeaderMap, StatusCode};
use serde::{Deserialize, Serialize};

/// Perspectives on one page, if not said otherwise, and at most.
const PAGE: usize = 100;
const LARGEST_PAGE: usize = 500;

/// A perspective as everybody may see it.
#[derive(Debug, Serialize)]
pub struct Shown {
    id: String,
    number: i64,
    text: String,
    lang: String,
    paragraph: Option<String>,
    /// What may be said of its author, in the language of the answer; empty where nothing may.
    author: String,
    on_behalf_of: Option<String>,
    entered_by: EnteredBy,
    created_at: String,
}

impl Shown {
    /// With what attribution allows.
    pub fn new(l: L, labels: &Labels, p: &Perspective) -> Shown {
        Shown {
            id: p.id.clone(),
            number: p.number,
            text: p.text.clone(),
            lang: p.lang.clone(),
            paragraph: p.paragraph.clone(),
            author: labels.author(l, p),
            on_behalf_of: labels.group(p).map(str::to_owned),
            entered_by: p.entered_by,
            created_at: time(p.created_at),
        }
    }
}

#[derive(Serialize)]
struct Listed {
    #[serde(flatten)]
    perspective: Shown,
    responses: i64,
}

#[derive(Serialize)]
struct List {
    perspectives: Vec<Listed>,
    /// `after` of the next page; none on the last.
    next: Option<i64>,
}

/// Which page; read as text, so that what is no number can be named.
#[derive(Debug, Default, Deserialize)]
pub struct Paging {
    after: Option<String>,
    limit: Option<String>,
}

/// `GET /api/v1/questions/{question_id}/perspectives?after=NUMBER&limit=N`
pub async fn list(visit: Visit, Path(id): Path<String>, Query(asked): Query<Paging>) -> Answer {
    let question = question(&visit, &id)?;
    let after = number(asked.after.as_deref(), "after")?.unwrap_or(-1);
    let limit = number(asked.limit.as_deref(), "limit")?
        .map_or(PAGE, |n| usize::try_from(n).unwrap_or(0).clamp(1, LARGEST_PAGE));
    let board = visit.app.board(&question.id).await?;
    let labels = Labels::load(&mut visit.read().await?, visit.convened()?).await?;
    let mut rest = board.perspectives.iter().zip(&board.responses).filter(|(p, _)| open_to_all(p) && p.number > after);
    let perspectives: Vec<Listed> = rest
        .by_ref()
        .take(limit)
        .map(|(p, responses)| Listed { perspective: Shown::new(visit.l, &labels, p), responses: *responses })
        .collect();
    let next = rest.next().and(perspectives.last().map(|last| last.perspective.number));
    answer(StatusCode::OK, &List { perspectives, next })
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    text: String,
    lang: String,
    paragraph: Option<String>,
    attribution: Option<Attribution>,
    on_behalf_of: Option<String>,
    #[serde(default)]
    draft: bool,
}

#[derive(Serialize)]
struct Proposed<'a> {
    id: &'a str,
    state: PerspectiveState,
}

/// `POST /api/v1/questions/{question_id}/perspectives`
pub async fn create(visit: Visit, Path(id): Path<String>, headers: HeaderMap, body: Bytes) -> Answer {
    let asked: Asked = read(&body)?;
    let question = question(&visit, &id)?;
    let author = participant(&visit).await?;
    let once = Once::of(&headers, &author, &format!("POST {}", visit.path), &body)?;
    let mut c = visit.write().await?;
    if let Some(once) = &once
        && let Some(before) = once.answered(&mut c).await?
    {
        return Ok(before);
    }
    let perspective = propose::add_in(&visit, &mut c, question, &author, &asked.typed()).await?;
    let body = text(&Proposed { id: &perspective.id, state: perspective.state })?;
    if let Some(once) = &once {
        once.keep(&mut c, StatusCode::CREATED, &body, visit.now).await?;
    }
    c.commit().await?;
    visit.app.forget(&visit.convened()?.dialogue.slug, Some(&question.id));
    visit.app.live.tell(&question.id, News::Perspectives);
    Ok(idempotency::json(StatusCode::CREATED, body))
}

impl Asked {
    fn typed(self) -> Typed {
        Typed {
            text: self.text,
            lang: self.lang,
            paragraph: self.paragraph.unwrap_or_default(),
            attribution: self.attribution.map_or_else(String::new, |a| a.as_str().to_owned()),
            on_behalf_of: self.on_behalf_of.unwrap_or_default(),
            draft: if self.draft { "on" } else { "" }.to_owned(),
            code: String::new(),
        }
    }
}
