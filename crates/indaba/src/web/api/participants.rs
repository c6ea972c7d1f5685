//! Joining an open consultation.

use super::super::{Answer, Visit};
use super::{answer, read};
use crate::joining;
use axum::body::Bytes;
use axum::http::StatusCode;
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

/// `POST /api/v1/dialogues/{slug}/participants`. A repeated `Idempotency-Key` has no meaning here: the answer holds a
/// token, and of tokens the store keeps hashes alone.
pub async fn create(visit: Visit, body: Bytes) -> Answer {
    let asked: Asked = read(&body)?;
    visit.open()?;
    let (id, token) = joining::join(&visit.app, visit.convened()?, asked.code.as_deref(), &visit.network).await?;
    answer(StatusCode::CREATED, &Joined { id, token })
}
