//! One's own data: read and erased.

use super::super::{Answer, Visit, me};
use super::answer;
use axum::http::StatusCode;
use axum::response::IntoResponse;

/// `GET /api/v1/me`
pub async fn show(visit: Visit) -> Answer {
    answer(StatusCode::OK, &me::own(&visit).await?)
}

/// `DELETE /api/v1/me`: erases it and ends the token.
pub async fn erase(visit: Visit) -> Answer {
    me::erase(&visit).await?;
    Ok(StatusCode::NO_CONTENT.into_response())
}
