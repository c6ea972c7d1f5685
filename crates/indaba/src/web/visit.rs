//! Who is asking, for what, in which language: what a handler knows of a request.

use super::Problem;
use crate::access::Role;
use crate::app::{App, Convened};
use crate::lang::{L, Lang};
use crate::live::landscape::Audience;
use crate::store::question::Question;
use crate::store::session::Session;
use crate::store::{self, Moment};
use crate::words::DialogueState;
use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use std::sync::Arc;

/// A request that has passed the guard.
#[derive(Debug, Clone)]
pub struct Visit {
    /// What handlers share.
    pub app: Arc<App>,
    /// The visitor's language.
    pub l: L,
    /// What the visitor is, in the dialogue of the address or on the server.
    pub role: Role,
    /// The visitor's session.
    pub session: Option<Session>,
    /// The visitor's delegation in this dialogue.
    pub delegation: Option<String>,
    /// The participant as whom the visitor responds: the person's own, or the delegation's.
    pub participant: Option<String>,
    /// The dialogue of the address.
    pub dialogue: Option<Arc<Convened>>,
    /// When the request came.
    pub now: Moment,
    /// Keyed hash of the network that the request came from.
    pub network: String,
    /// Path and query of the request.
    pub path: String,
    /// Asked through the API.
    pub api: bool,
}

impl Visit {
    /// The dialogue of the address. The guard refuses addresses of dialogues that do not exist.
    pub fn convened(&self) -> Result<&Convened, Problem> {
        self.dialogue.as_deref().ok_or_else(Problem::not_found)
    }

    /// The published question with a reference.
    pub fn question(&self, reference: &str) -> Result<&Question, Problem> {
        self.convened()?.question(reference).ok_or_else(Problem::not_found)
    }

    /// Refuses when the dialogue takes no contributions now.
    pub fn open(&self) -> Result<&Convened, Problem> {
        let convened = self.convened()?;
        match convened.dialogue.state_at(self.now) {
            DialogueState::Open => Ok(convened),
            DialogueState::Preparing => Err(Problem::conflict("problem-not-open-yet")),
            DialogueState::Closed => Err(Problem::conflict("problem-closed")),
        }
    }

    /// A connection to read.
    pub async fn read(&self) -> Result<store::Conn, Problem> {
        Ok(self.app.db.read().await?)
    }

    /// A transaction to write; commit it.
    pub async fn write(&self) -> Result<store::Conn, Problem> {
        Ok(self.app.db.write().await?)
    }

    /// As whom this visitor is shown results.
    pub fn audience(&self) -> Audience {
        Audience::of(self.role)
    }

    /// The disclosure limit that holds for this visitor: inside the dialogue or in public.
    pub fn disclosure(&self) -> u32 {
        self.dialogue.as_ref().map_or(10, |convened| self.audience().limit(&convened.settings))
    }
}

/// The language: asked for in the address, remembered in a cookie, or wished for by the browser.
pub fn language(parts: &Parts) -> Lang {
    asked_language(parts)
        .or_else(|| Lang::parse(&cookie(parts, "lang")?).filter(|lang| lang.row().offered))
        .or_else(|| Lang::from_header(parts.headers.get("accept-language")?.to_str().ok()?))
        .unwrap_or(Lang::EN)
}

/// The language asked for with `?lang=`.
pub fn asked_language(parts: &Parts) -> Option<Lang> {
    let query = parts.uri.query()?;
    let code = query.split('&').find_map(|pair| pair.strip_prefix("lang="))?;
    Lang::parse(code).filter(|lang| lang.row().offered)
}

/// The value of a cookie.
pub fn cookie(parts: &Parts, name: &str) -> Option<String> {
    parts
        .headers
        .get_all("cookie")
        .iter()
        .filter_map(|header| header.to_str().ok())
        .flat_map(|header| header.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value.to_owned())
}

impl<S: Sync> FromRequestParts<S> for Visit {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Visit, Problem> {
        parts.extensions.get::<Visit>().cloned().ok_or_else(Problem::not_found)
    }
}
