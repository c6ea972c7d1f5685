//! Joining an open consultation.

use super::super::{Answer, Problem, Visit};
use super::{read, text};
use crate::idempotency::{self, Once};
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
    let actor = format!("{} {}", convened.dialogue.id, visit.network);
    let once = Once::of(&headers, &actor, &format!("POST {}", visit.path), &body)?;
    let known = once.as_ref().and_then(|once| visit.app.joined(&place(once)));
    if let (Some(once), Some((request, answer))) = (&once, known) {
        let same = request == once.request;
        return if same {
            Ok(idempotency::json(StatusCode::CREATED, answer))
        } else {
            Err(Problem::bad("api-key-other"))
        };
    }
    let (id, token) = joining::join(&visit.app, convened, asked.code.as_deref(), &visit.network).await?;
    let answer = text(&Joined { id, token })?;
    if let Some(once) = once {
        visit.app.remember_joined(place(&once), once.request, answer.clone());
    }
    Ok(idempotency::json(StatusCode::CREATED, answer))
}

fn place(once: &Once) -> String {
    format!("{} {}", once.actor, once.key)
}
