//! The frame around every page, and the page that a problem becomes.

use super::problem::Problem;
use super::visit::Visit;
use super::{Answer, asset};
use crate::access::{Action, allows};
use crate::lang::{L, Lang};
use crate::store::Moment;
use crate::words::DialogueState;
use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

/// Which entry of the navigation is current.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tab {
    /// None.
    None,
    /// The paper.
    Paper,
    /// A question.
    Questions,
    /// The landscape.
    Landscape,
    /// Practices.
    Practices,
    /// Measures.
    Measures,
    /// Landing zones, and decisions on packages.
    Landing,
    /// The Chair's summary.
    Summary,
    /// What a delegation does together.
    Delegation,
    /// The exchange.
    Exchange,
    /// Corridors.
    Corridors,
    /// The secretariat's pages.
    Secretariat,
}

/// What the frame shows. Every page's template has one in its field `page`.
#[derive(Debug)]
pub struct Page {
    /// Texts.
    pub l: L,
    /// Title of the page.
    pub title: String,
    /// Current entry.
    pub tab: Tab,
    /// Slug of the dialogue.
    pub slug: Option<String>,
    /// Title of the dialogue and its language.
    pub dialogue: Option<(String, String)>,
    /// Everything is simulated.
    pub simulated: bool,
    /// May see the secretariat's pages.
    pub secretariat: bool,
    /// Belongs to a delegation of the dialogue, and speaks with it.
    pub delegation: bool,
    /// May look at what was written before.
    pub edits: bool,
    /// What the visitor is, as a word of the locales (`role-…`).
    pub role: &'static str,
    /// Has a session.
    pub known: bool,
    /// Sign-in shortcuts are offered.
    pub shortcuts: bool,
    /// `(code, name, dir, address)` of the other languages.
    pub languages: Vec<(&'static str, &'static str, &'static str, String)>,
    /// Version in the addresses of assets.
    pub assets: &'static str,
}

impl Page {
    /// The frame for a visitor.
    pub fn new(visit: &Visit, title: String, tab: Tab) -> Page {
        let convened = visit.dialogue.as_deref();
        Page {
            l: visit.l,
            title,
            tab,
            slug: convened.map(|c| c.dialogue.slug.clone()),
            dialogue: convened.map(|c| (c.dialogue.title.clone(), c.dialogue.lang.clone())),
            simulated: convened.is_some_and(|c| c.dialogue.simulated),
            secretariat: convened.is_some()
                && (allows(visit.role, Action::ManageDialogue) || allows(visit.role, Action::EnterOnBehalf)),
            delegation: convened.is_some() && visit.delegation.is_some() && visit.role.of_delegation(),
            edits: convened.is_some() && allows(visit.role, Action::EditOwn),
            role: visit.role.as_str(),
            known: visit.session.is_some(),
            shortcuts: visit.app.config.shortcuts,
            languages: languages(visit),
            assets: asset::VERSION.as_str(),
        }
    }

    /// `page` for the current entry.
    pub fn current(&self, tab: &str) -> bool {
        matches!(
            (self.tab, tab),
            (Tab::Paper, "paper")
                | (Tab::Questions, "questions")
                | (Tab::Landscape, "landscape")
                | (Tab::Practices, "practices")
                | (Tab::Measures, "measures")
                | (Tab::Landing, "landing")
                | (Tab::Summary, "summary")
                | (Tab::Delegation, "delegation")
                | (Tab::Exchange, "exchange")
                | (Tab::Corridors, "corridors")
                | (Tab::Secretariat, "secretariat")
        )
    }
}

/// The same page in the other languages; what it was asked for stays in the address, what was just done does not.
fn languages(visit: &Visit) -> Vec<(&'static str, &'static str, &'static str, String)> {
    let (path, query) = visit.path.split_once('?').unwrap_or((&visit.path, ""));
    let passing = |pair: &&str| !["lang=", "done=", "n="].iter().any(|name| pair.starts_with(name));
    let asked: String =
        query.split('&').filter(|pair| !pair.is_empty()).filter(passing).flat_map(|p| [p, "&"]).collect();
    Lang::offered()
        .filter(|lang| *lang != visit.l.0)
        .map(|lang| (lang.code(), lang.row().name, lang.dir(), format!("{path}?{asked}lang={}", lang.code())))
        .collect()
}

/// Renders a template.
pub fn show<T: Template>(template: &T) -> Answer {
    Ok(Html(template.render()?).into_response())
}

/// Renders a template under another status: a form that comes back with what was typed.
pub fn show_as<T: Template>(status: StatusCode, template: &T) -> Answer {
    Ok((status, Html(template.render()?)).into_response())
}

/// After a form: look at this page (303).
pub fn go(address: &str) -> Answer {
    Ok(axum::response::Redirect::to(address).into_response())
}

/// A dialogue's state in words: "closes in 2 days".
pub fn state_words(l: L, dialogue: &crate::store::dialogue::Dialogue, now: Moment) -> String {
    let away = |moment: Moment| distance(l, moment - now);
    match (dialogue.state_at(now), dialogue.opens_at, dialogue.closes_at) {
        (DialogueState::Open, _, Some(at)) => l.t1("state-closes-in", "time", away(at)),
        (DialogueState::Open, _, None) => l.t("state-open"),
        (DialogueState::Preparing, Some(at), _) if at > now => l.t1("state-opens-in", "time", away(at)),
        (DialogueState::Preparing, _, _) => l.t("state-preparing"),
        (DialogueState::Closed, _, _) => l.t("state-closed"),
    }
}

/// A part of a whole, 0 where there is none.
#[allow(clippy::cast_precision_loss)]
pub fn share(part: i64, whole: i64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// A span of time in words, in its largest unit.
pub fn distance(l: L, span: Moment) -> String {
    let minutes = (span / 60_000).max(1);
    match minutes {
        0..120 => l.t1("minutes", "n", minutes),
        120..2_880 => l.t1("hours", "n", minutes / 60),
        _ => l.t1("days", "n", minutes / 1_440),
    }
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage {
    page: Page,
    text: String,
    sign_in: bool,
    id: String,
}

/// The answer that a problem becomes.
pub fn problem(visit: &Visit, problem: &Problem) -> Response {
    let values: Vec<_> = problem.values.iter().map(|(name, value)| (*name, value.into())).collect();
    let text = visit.l.with(problem.key, &values);
    if visit.api { problem_json(visit, problem, &text) } else { problem_page(visit, problem, text) }
}

fn problem_page(visit: &Visit, problem: &Problem, text: String) -> Response {
    let title = visit.l.t("problem-title");
    let template = ProblemPage {
        page: Page::new(visit, title, Tab::None),
        text,
        sign_in: problem.status == StatusCode::UNAUTHORIZED,
        id: problem.id.clone().unwrap_or_default(),
    };
    let body = template.render().unwrap_or_default();
    (problem.status, Html(body)).into_response()
}

/// Where a problem is explained; one that a form alone can have says no more than its status (RFC 9457, 4.2.1).
fn problem_type(key: &str) -> String {
    if L::is_problem(key) { format!("/help/problems#{key}") } else { "about:blank".to_owned() }
}

/// RFC 9457.
fn problem_json(visit: &Visit, problem: &Problem, detail: &str) -> Response {
    let body = serde_json::json!({
        "type": problem_type(problem.key),
        "title": problem.status.canonical_reason().unwrap_or(""),
        "status": problem.status.as_u16(),
        "detail": detail,
        "instance": problem.id,
        "lang": visit.l.code(),
    });
    let mut response = (problem.status, body.to_string()).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response
}
