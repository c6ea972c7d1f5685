//! Help: what can be done here, in a page; and what each problem means that the API answers with.

use super::page::{self, Page, Tab};
use super::{Answer, Visit};
use askama::Template;

#[derive(Template)]
#[template(path = "help.html")]
struct Help {
    page: Page,
}

/// `GET /help`
pub async fn show(visit: Visit) -> Answer {
    page::show(&Help { page: Page::new(&visit, visit.l.t("help-title"), Tab::None) })
}

#[derive(Template)]
#[template(path = "problems.html")]
struct Problems {
    page: Page,
    rows: Vec<(&'static str, String)>,
    /// Where the API is described.
    description: &'static str,
}

/// `GET /help/problems`: where the `type` of a `problem+json` leads (RFC 9457).
pub async fn problems(visit: Visit) -> Answer {
    page::show(&Problems {
        rows: visit.l.problems(),
        description: "/api/v1/openapi.json",
        page: Page::new(&visit, visit.l.t("problems-title"), Tab::None),
    })
}
