//! The record as a download.

use super::{Answer, Problem, Visit};
use crate::access::{Action, allows};
use crate::live::publication;
use crate::record::{self, Face, Pack};
use axum::extract::Query;
use axum::http::header;
use axum::response::IntoResponse;
use tokio::sync::Semaphore;

/// What may be asked for.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Asked {
    face: Option<String>,
}

/// `GET /d/{slug}/record.zip` and `GET /api/v1/dialogues/{slug}/record.zip`: the face that the asker may have.
/// The page gives the full one only where it is asked for with `?face=full`.
pub async fn zip(visit: Visit, Query(asked): Query<Asked>) -> Answer {
    let convened = visit.convened()?;
    let face = match asked.face.as_deref() {
        // Through the API a bearer gets the most that it may have; a page's link never gives out more than it says.
        None if visit.api && allows(visit.role, Action::TakeFullRecord) => Face::Full,
        None | Some("public") => Face::public(convened, visit.now),
        Some("full") if allows(visit.role, Action::TakeFullRecord) => Face::Full,
        Some("full") => return Err(if visit.session.is_none() { Problem::sign_in() } else { Problem::forbidden() }),
        Some(_) => return Err(Problem::bad("record-face-unknown")),
    };
    let asking = visit.clone();
    let bytes = apart(async move { packed(&asking, face).await }).await??;
    let name = format!("attachment; filename=\"record-{}.zip\"", ascii(&convened.dialogue.slug));
    Ok(([(header::CONTENT_TYPE, "application/zip".to_owned()), (header::CONTENT_DISPOSITION, name)], bytes)
        .into_response())
}

async fn packed(visit: &Visit, face: Face) -> Result<Vec<u8>, Problem> {
    publication::renew_all(&visit.app.db, visit.convened()?, visit.now).await?;
    let mut c = visit.app.db.snapshot().await?;
    let (_, bytes) = record::write(&mut c, visit.convened()?, face, &visit.app.key, visit.now, Pack::zip()).await?;
    Ok(bytes)
}

/// One at a time: a record computes every landscape of a dialogue.
static TURN: Semaphore = Semaphore::const_new(1);

/// Does long work apart from the threads that answer, so that no page waits for it.
pub(super) async fn apart<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> Result<T, Problem> {
    let turn = TURN.acquire().await.map_err(|e| Problem::internal(&e))?;
    let done = tokio::task::spawn_blocking(move || tokio::runtime::Handle::current().block_on(work)).await;
    drop(turn);
    done.map_err(|e| Problem::internal(&e))
}

/// A slug may hold letters beyond ASCII; a header may not.
pub(super) fn ascii(slug: &str) -> String {
    slug.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' }).collect()
}
