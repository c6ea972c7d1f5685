//! Style and script, embedded. Their addresses carry a version, so that browsers keep them.

use super::Answer;
use super::problem::Problem;
use axum::extract::Path;
use axum::http::header;
use axum::response::IntoResponse;
use std::sync::LazyLock;

const FILES: &[(&str, &str, &str)] = &[
    ("indaba.css", "text/css; charset=utf-8", include_str!("../../assets/indaba.css")),
    ("indaba.js", "text/javascript; charset=utf-8", include_str!("../../assets/indaba.js")),
    ("mark.svg", "image/svg+xml", include_str!("../../assets/mark.svg")),
];

/// Changes when an asset does.
pub static VERSION: LazyLock<String> = LazyLock::new(|| {
    let all: String = FILES.iter().map(|(_, _, text)| *text).collect();
    crate::secret::hash(&all)[..10].to_owned()
});

/// The style, for files that stand alone.
pub fn style() -> &'static str {
    FILES[0].2
}

/// `GET /assets/{version}/{name}`.
pub async fn file(Path((_, name)): Path<(String, String)>) -> Answer {
    let (_, media_type, text) = FILES.iter().find(|(n, _, _)| *n == name).ok_or_else(Problem::not_found)?;
    let headers = [(header::CONTENT_TYPE, *media_type), (header::CACHE_CONTROL, "public, max-age=31536000, immutable")];
    Ok((headers, *text).into_response())
}
