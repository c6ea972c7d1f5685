//! What can go wrong in a request. One type, turned into a page or `problem+json` by the guard, in the visitor's
//! language. Internal text goes to the server's log under an id that the visitor is told.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use fluent_bundle::FluentValue;

/// A value in the text of a problem.
#[derive(Debug, Clone)]
pub enum Shown {
    /// As it is.
    Text(String),
    /// Written as the language writes numbers.
    Number(f64),
}
impl From<&str> for Shown {
    fn from(text: &str) -> Shown {
        Shown::Text(text.to_owned())
    }
}
impl From<String> for Shown {
    fn from(text: String) -> Shown {
        Shown::Text(text)
    }
}
impl From<i64> for Shown {
    fn from(number: i64) -> Shown {
        Shown::Number(number as f64)
    }
}
impl From<usize> for Shown {
    fn from(number: usize) -> Shown {
        Shown::Number(number as f64)
    }
}
impl From<&Shown> for FluentValue<'static> {
    fn from(shown: &Shown) -> FluentValue<'static> {
        match shown {
            Shown::Text(text) => text.clone().into(),
            Shown::Number(number) => (*number).into(),
        }
    }
}

/// Why a request was not answered as asked.
#[derive(Debug, Clone)]
pub struct Problem {
    /// HTTP status.
    pub status: StatusCode,
    /// Key of its text in the locales: what happened, what was kept, what to do.
    pub key: &'static str,
    /// Values of the text.
    pub values: Vec<(&'static str, Shown)>,
    /// Id under which the log has the cause.
    pub id: Option<String>,
}

impl Problem {
    /// Any status with any text.
    pub fn of(status: StatusCode, key: &'static str) -> Problem {
        Problem::new(status, key)
    }

    fn new(status: StatusCode, key: &'static str) -> Problem {
        Problem { status, key, values: Vec::new(), id: None }
    }

    /// No such page.
    pub fn not_found() -> Problem {
        Problem::new(StatusCode::NOT_FOUND, "problem-not-found")
    }

    /// Somebody known has to sign in first.
    pub fn sign_in() -> Problem {
        Problem::new(StatusCode::UNAUTHORIZED, "problem-sign-in")
    }

    /// Known, and not allowed.
    pub fn forbidden() -> Problem {
        Problem::new(StatusCode::FORBIDDEN, "problem-forbidden")
    }

    /// What was sent can't be used. The key names the trouble.
    pub fn bad(key: &'static str) -> Problem {
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, key)
    }

    /// Somebody else was faster, or the state does not allow it.
    pub fn conflict(key: &'static str) -> Problem {
        Problem::new(StatusCode::CONFLICT, key)
    }

    /// A limit was reached.
    pub fn too_many(key: &'static str) -> Problem {
        Problem::new(StatusCode::TOO_MANY_REQUESTS, key)
    }

    /// More than is taken.
    pub fn too_large(key: &'static str) -> Problem {
        Problem::new(StatusCode::PAYLOAD_TOO_LARGE, key)
    }

    /// Its text, for a form that comes back with it.
    pub fn text(&self, l: crate::lang::L) -> String {
        let values: Vec<_> = self.values.iter().map(|(name, shown)| (*name, shown.into())).collect();
        l.with(self.key, &values)
    }

    /// Adds a value to the text.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Shown>) -> Problem {
        self.values.push((name, value.into()));
        self
    }

    /// Something that is nobody's fault outside: logged with its cause.
    pub fn internal(cause: &dyn std::fmt::Display) -> Problem {
        let id = crate::store::new_id();
        log(&id, cause);
        Problem { id: Some(id), ..Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "problem-internal") }
    }
}

/// The server's log is its standard error.
#[allow(clippy::print_stderr)]
fn log(id: &str, cause: &dyn std::fmt::Display) {
    eprintln!("{} {id} {cause}", jiff::Timestamp::now());
}

impl From<sqlx::Error> for Problem {
    fn from(error: sqlx::Error) -> Problem {
        Problem::internal(&error)
    }
}
impl From<anyhow::Error> for Problem {
    fn from(error: anyhow::Error) -> Problem {
        Problem::internal(&format!("{error:#}"))
    }
}
impl From<askama::Error> for Problem {
    fn from(error: askama::Error) -> Problem {
        Problem::internal(&error)
    }
}
impl From<crate::secret::SecretError> for Problem {
    fn from(error: crate::secret::SecretError) -> Problem {
        Problem::internal(&error)
    }
}
impl From<crate::live::NotKept> for Problem {
    fn from(_: crate::live::NotKept) -> Problem {
        Problem::new(StatusCode::SERVICE_UNAVAILABLE, "problem-not-kept")
    }
}

/// Only the status is fixed here; [`super::guard`] writes the body, as it knows the visitor.
impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}
