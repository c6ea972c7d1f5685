//! Landing zones for readers, in one file: style inside, no script, nothing fetched.

mod claims;
mod draw;
mod pictures;
mod plain;
pub mod robust;
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
    /// What else is to be said of it: which figures are in it, and what it supposes.
    notes: &'a [String],
    style: &'static str,
}

/// Writes what was found as one HTML file, readable offline and printable.
pub fn html(l: L, case: &Case<'_>, found: &Landing) -> Result<String, askama::Error> {
    let view = View::new(l, case, found, &Eyes::everything(case.problem()), &Texts::new());
    file(l, &view, &[])
}

/// Writes what one reader is shown as such a file.
pub fn file(l: L, v: &View, notes: &[String]) -> Result<String, askama::Error> {
    Report { l, v, notes, style: crate::web::asset::style() }.render()
}
