//! A question on paper: its perspectives with boxes, to be answered by hand and typed in from the sheets.

use super::{LISTED, Pager, Typed};
use crate::store::question::Question;
use crate::web::page::{self, Page, Tab};
use crate::web::{Answer, Visit};
use crate::words::{Attribution, PerspectiveState};
use askama::Template;
use axum::extract::{Path, Query};

#[derive(Template)]
#[template(path = "print_question.html")]
struct PrintOut {
    page: Page,
    question: Question,
    rows: Vec<(i64, String, String)>,
    pager: Pager,
}

/// `GET /d/{slug}/q/{reference}/print`
pub async fn show(visit: Visit, Path((slug, reference)): Path<(String, String)>, Query(asked): Query<Typed>) -> Answer {
    let question = visit.question(&reference)?.clone();
    let board = visit.app.board(&question.id).await?;
    let from = asked.from();
    let mut rows: Vec<_> = board
        .perspectives
        .iter()
        .filter(|p| p.state == PerspectiveState::Published && p.attribution != Attribution::OffTheRecord)
        .skip(from as usize)
        .take(LISTED + 1)
        .map(|p| (p.number, p.text.clone(), p.lang.clone()))
        .collect();
    page::show(&PrintOut {
        pager: Pager::cut(&mut rows, from, &format!("/d/{slug}/q/{reference}/print?from=")),
        rows,
        question,
        page: Page::new(&visit, visit.l.t1("print-title", "ref", &reference), Tab::Questions),
    })
}
