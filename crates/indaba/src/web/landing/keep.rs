//! A package of a result is kept: it becomes the working package, and everybody is told.

use super::super::measures::material;
use super::super::page;
use super::super::propose::{language, wording};
use super::super::secretariat::{Typed, not_closed};
use super::super::{Answer, Problem, Visit};
use super::{LONGER, Reader, Room, look, pick, room, seen};
use crate::landing_zone::Look;
use crate::measure::listed;
use crate::store::package::Package as Kept;
use crate::store::{self, Conn};
use axum::extract::{Form, Path, Query};
use axum::http::{StatusCode, Uri};

/// `POST /d/{slug}/landing/keep`: a package of the result becomes the dialogue's working package.
pub async fn keep(visit: Visit, Path(slug): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let chosen = match chosen(&visit, &typed).await {
        Ok(chosen) => chosen,
        Err(problem) if problem.status == StatusCode::UNPROCESSABLE_ENTITY => {
            return again(&visit, &slug, &typed, &problem).await;
        }
        Err(problem) => return Err(problem),
    };
    let mut c = visit.write().await?;
    put(&visit, &mut c, chosen).await?;
    c.commit().await?;
    page::go(&format!("/d/{slug}/landing?done=kept#packages"))
}

/// The page as it was asked, with what is wrong in the form, and what was typed in it.
async fn again(visit: &Visit, slug: &str, typed: &Typed, problem: &Problem) -> Answer {
    let seen = seen(visit, &pairs(&format!("{}&wait=1", typed.get("basis")))).await?;
    let room = Room { error: problem.text(visit.l), ..room(visit, slug, &seen, typed).await? };
    page::show_as(problem.status, &room)
}

/// The package of a result that a form names (`package`, `basis`), without a number yet.
pub(in crate::web) async fn chosen(visit: &Visit, typed: &Typed) -> Result<Kept, Problem> {
    not_closed(visit)?;
    let title = wording(typed.get("title"), 200)?;
    let lang = if typed.get("lang").is_empty() { visit.l.code().to_owned() } else { language(typed.get("lang"))? };
    let figures = material(visit).await?;
    let reader = Reader::of(visit, &figures);
    let basis = pairs(typed.get("basis"));
    let (asked, refused) = reader.asks(&basis, &figures);
    if let Some(refusal) = refused.first() {
        return Err(refusal.why.clone());
    }
    let asked = asked.without_why();
    let Look::Ready(solved) = look(visit, &figures, &reader, &asked, LONGER).await? else {
        return Err(Problem::conflict("landing-not-ready"));
    };
    let package = pick(&solved, typed.get("package")).ok_or_else(|| Problem::bad("landing-no-package"))?;
    let codes = package.measures.iter().filter_map(|id| id.strip_prefix('m')?.parse().ok());
    Ok(Kept {
        id: store::new_id(),
        number: 0,
        title,
        lang,
        measures: listed(&codes.collect::<Vec<i64>>()),
        basis: format!("package={}&{}", typed.get("package"), asked.query()).trim_end_matches('&').to_owned(),
        created_at: visit.now,
    })
}

/// Keeps it and tells everybody, in the caller's transaction.
pub(in crate::web) async fn put(visit: &Visit, c: &mut Conn, chosen: Kept) -> Result<Kept, Problem> {
    let dialogue = &visit.convened()?.dialogue.id;
    let kept = Kept { number: store::package::next_number(c, dialogue).await?, ..chosen };
    store::package::insert(c, dialogue, &kept).await?;
    let notice = store::notice::Notice { kind: "package".to_owned(), detail: kept.number.to_string(), at: visit.now };
    store::notice::insert(c, dialogue, &notice).await?;
    Ok(kept)
}

/// The pairs of a canonical query.
fn pairs(query: &str) -> Typed {
    let uri = format!("/?{query}").parse::<Uri>();
    uri.ok().and_then(|uri| Query::<Typed>::try_from_uri(&uri).ok()).map(|pairs| pairs.0).unwrap_or_default()
}
