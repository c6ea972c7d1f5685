//! The API's description.

use super::super::{Answer, Visit};
use crate::idempotency;
use axum::http::StatusCode;

/// OpenAPI 3.1. A test compares it with the route table.
pub const DESCRIPTION: &str = include_str!("../../../assets/openapi.json");

/// `GET /api/v1/openapi.json`
pub async fn show(_: Visit) -> Answer {
    Ok(idempotency::json(StatusCode::OK, DESCRIPTION.to_owned()))
}
