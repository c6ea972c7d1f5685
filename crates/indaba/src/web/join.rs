//! Into an open consultation with an access code, typed or from a QR code.

use super::page::{self, Page, Tab};
use super::respond::with_token;
use super::{Answer, Visit};
use crate::joining::{self, Speaker};
use askama::Template;
use axum::extract::{Form, Query};

/// What the form, or the address of a QR code, brings.
#[derive(Debug, Default, serde::Deserialize)]
pub struct Typed {
    /// The code.
    #[serde(default)]
    code: String,
}

#[derive(Template)]
#[template(path = "join.html")]
struct Join {
    page: Page,
    home: String,
    code: String,
    error: String,
}

/// `GET /d/{slug}/join`
pub async fn show(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    page::show(&form(&visit, typed.code, String::new())?)
}

fn form(visit: &Visit, code: String, error: String) -> Result<Join, super::Problem> {
    let home = format!("/d/{}", visit.convened()?.dialogue.slug);
    Ok(Join { page: Page::new(visit, visit.l.t("join-title"), Tab::None), home, code, error })
}

/// `POST /d/{slug}/join`
pub async fn enter(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let convened = visit.open()?;
    if visit.participant.is_some() {
        return page::go(&format!("/d/{}#questions", convened.dialogue.slug));
    }
    match joining::join(&visit.app, convened, Some(&typed.code), &visit.network, None).await {
        Ok((participant, token)) => {
            let speaker = Speaker { participant, token: Some(token) };
            with_token(&visit, page::go(&format!("/d/{}#questions", convened.dialogue.slug))?, &speaker)
        }
        Err(problem) if problem.status.is_client_error() => {
            let error = problem.text(visit.l);
            page::show_as(problem.status, &form(&visit, typed.code, error)?)
        }
        Err(problem) => Err(problem),
    }
}
