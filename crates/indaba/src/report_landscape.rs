//! A landscape for readers: what the page, the hall and the one-file report show.

mod figure;
mod map;
mod mark;
mod since;
mod view;

pub use map::{Ellipses, MapRow, MapView};
pub use since::{Moved, MovedList, Point, PointView, SinceView};
pub use view::{BlocTable, Figure, GroundLine, GroupView, Said, Source, Texts, View};

use crate::lang::L;
use askama::Template;

/// The one-file report: style inside, no script, nothing fetched.
#[derive(Template)]
#[template(path = "landscape_report.html")]
struct Report<'a> {
    l: L,
    v: &'a View,
    since: Option<&'a SinceView>,
    heading: &'a Heading<'a>,
    style: &'static str,
}

/// What a report is about.
#[derive(Debug)]
pub struct Heading<'a> {
    /// The question, or what the file was called.
    pub title: &'a str,
    /// Its language; empty where it is not known.
    pub lang: &'a str,
    /// The dialogue and the question's reference; none where a file alone is known.
    pub of: Option<(&'a str, &'a str)>,
    /// Nobody said any of it.
    pub simulated: bool,
}

/// Writes a landscape as one HTML file, readable offline and printable; with what has moved, where that was asked for.
pub fn html(l: L, view: &View, since: Option<&SinceView>, heading: &Heading<'_>) -> Result<String, askama::Error> {
    Report { l, v: view, since, heading, style: crate::web::asset::style() }.render()
}
