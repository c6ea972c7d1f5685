//! Joining an open consultation.

use super::super::{Answer, Problem, Visit};
use super::{answer, read};
use crate::idempotency::Once;
use crate::joining;
use axum::body::Bytes;
use axum::http::{HeaderMap, StatusCode};
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    code: Option<String>,
}

#[derive(Serialize)]
struct Joined {
    id: String,
    token: String,
}

/// `POST /api/v1/dialogues/{slug}/participants`
pub async fn create(visit: Visit, headers: HeaderMap, body: Bytes) -> Answer {
    let asked: Asked = read(&body)?;
    let convened = visit.open()?;
    let once = once(&visit, &convened.dialogue.id, &headers, &body)?;
    let before = match &once {
        Some(once) => joining::joined(&visit.app, once, visit.now).await?,
        None => None,
    };
    let (id, token) = match before {
        Some(joined) => joined,
        None => joining::join(&visit.app, convened, asked.code.as_deref(), &visit.network, once.as_ref()).await?,
    };
    answer(StatusCode::CREATED, &Joined { id, token })
}

/// The key of a request to join. Nobody is known yet, so that the network stands before it: keys of strangers do not
/// meet. The name of the actor is the one that erasing one's data looks for.
fn once(visit: &Visit, dialogue: &str, headers: &HeaderMap, body: &Bytes) -> Result<Option<Once>, Problem> {
    let once = Once::of(headers, &format!("join {dialogue}"), &format!("POST {}", visit.path), body)?;
    Ok(once.map(|once| Once { key: format!("{} {}", visit.network, once.key), ..once }))
}
