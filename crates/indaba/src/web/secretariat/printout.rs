//! A question on paper: its perspectives with boxes, to be answered by hand and typed in from the sheets. The
//! secretariat prints numbered copies, so that a sheet is counted once however often it is typed in.

use super::sheets::MOST_COPIES;
use super::{LISTED, Pager, Typed, serial};
use crate::access::{Action, allows};
use crate::store;
use crate::store::question::Question;
use crate::web::page::{self, Page, Tab};
use crate::web::{Answer, Problem, Visit};
use crate::words::{Attribution, PerspectiveState};
use askama::Template;
use axum::extract::{Path, Query};

#[derive(Template)]
#[template(path = "print_question.html")]
struct PrintOut {
    page: Page,
    slug: String,
    question: Question,
    rows: Vec<(i64, String, String)>,
    /// What is printed on each copy; one empty text for a print-out without number.
    copies: Vec<String>,
    may_number: bool,
    most: i64,
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
    let copies = numbered(&visit, &asked).await?;
    let which = copies.as_ref().map_or_else(String::new, |(first, n)| format!("first={first}&copies={n}&"));
    page::show(&PrintOut {
        pager: Pager::cut(&mut rows, from, &format!("/d/{slug}/q/{reference}/print?{which}from=")),
        rows,
        question,
        copies: copies
            .map_or_else(|| vec![String::new()], |(first, n)| (first..first + n).map(serial::printed).collect()),
        may_number: allows(visit.role, Action::EnterOnBehalf),
        most: MOST_COPIES,
        slug,
        page: Page::new(&visit, visit.l.t1("print-title", "ref", &reference), Tab::Questions),
    })
}

/// `(first number, how many)` of the copies asked for. Only numbers that were given out, and only for those who type
/// sheets in: a second sheet with the same number would take the place of the first.
async fn numbered(visit: &Visit, asked: &Typed) -> Result<Option<(i64, i64)>, Problem> {
    let Some((first, n)) = asked.number("first").zip(asked.number("copies")) else { return Ok(None) };
    let printed = store::dialogue::sheets(&mut visit.read().await?, &visit.convened()?.dialogue.id).await?;
    let given_out = first >= 1 && (1..=MOST_COPIES).contains(&n) && first <= printed - n + 1;
    if given_out && allows(visit.role, Action::EnterOnBehalf) {
        Ok(Some((first, n)))
    } else {
        Err(Problem::not_found())
    }
}
