//! Landing zones for readers, in one file: style inside, no script, nothing fetched.

mod claims;
mod draw;
mod pictures;
mod verdict;
pub mod view;

use crate::landing_zone::Eyes;
use crate::lang::L;
use crate::report_landscape::Texts;
use askama::Template;
use landing::{Case, Landing};
use view::View;

#[derive(Template)]
#[template(path = "landing_report.html")]
struct Report<'a> {
    l: L,
    v: &'a View,
    style: &'static str,
}

/// Writes what was found as one HTML file, readable offline and printable.
pub fn html(l: L, case: &Case<'_>, found: &Landing) -> Result<String, askama::Error> {
    let view = View::new(l, case, found, &Eyes::everything(case.problem()), &Texts::new());
    Report { l, v: &view, style: crate::web::asset::style() }.render()
}
