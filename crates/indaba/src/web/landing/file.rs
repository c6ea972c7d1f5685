//! What a reader is shown of the landing zones, as a file to keep.

use super::super::secretariat::Typed;
use super::super::{Answer, Problem, Visit};
use super::{note, seen, told, view};
use crate::landing_zone::Look;
use crate::report_landing as report;
use axum::extract::{Path, Query};
use axum::http::header;
use axum::response::IntoResponse;

/// `GET /d/{slug}/landing.html?tolerance=`: the report, with what is asked as on the page.
pub async fn html(visit: Visit, Path(slug): Path<String>, Query(mut typed): Query<Typed>) -> Answer {
    typed.0.push(("wait".to_owned(), "1".to_owned()));
    let s = seen(&visit, &typed).await?;
    if let Some(refusal) = s.refused.first() {
        return Err(refusal.why.clone());
    }
    let Look::Ready(solved) = &s.seen else { return Err(Problem::conflict("landing-no-file")) };
    let l = visit.l;
    let mut notes = vec![note(&visit, &s.figures, &s.reader)];
    notes.extend((!s.asked.is_plain()).then(|| l.t("landing-as-if")));
    notes.extend(told(l, &s.figures, &s.reader, &s.asked, (&s.base, &s.seen)));
    let html = report::file(l, &view(l, &s.figures, solved, &s.reader)?, &notes)?;
    let name = format!("attachment; filename=\"landing-{slug}.html\"");
    // The file carries its own style; served under the page's policy it would be shown without, hence a download.
    Ok(([(header::CONTENT_TYPE, "text/html; charset=utf-8".to_owned()), (header::CONTENT_DISPOSITION, name)], html)
        .into_response())
}
