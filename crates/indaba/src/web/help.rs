//! Help: what can be done here, in a page.

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
