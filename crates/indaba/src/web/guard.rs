//! Every request passes here: who is asking, in which dialogue, in which role, and whether the table of
//! [`crate::access`] grants the action of the route. Problems become a page or `problem+json` here, in one place.

use super::visit::{self, Visit};
use super::{Problem, page, partner};
use crate::access::{Action, Role, allows};
use crate::app::{App, Convened};
use crate::lang::L;
use crate::store::session::Session;
use crate::store::{self, Moment};
use crate::words::{DialogueState, Participation};
use axum::RequestPartsExt;
use axum::extract::{ConnectInfo, RawPathParams, Request};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Redirect, Response};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

/// The cookie that holds a visitor's token.
pub const COOKIE: &str = "indaba";

/// Lets a request through to its handler, or answers with the reason why not.
pub async fn pass(app: Arc<App>, action: Action, request: Request, next: Next) -> Response {
    let (mut parts, mut body) = request.into_parts();
    let asked = visit::asked_language(&parts);
    let stranger = stranger(&app, &parts);
    let admitted = if action == Action::AnswerPartner && partner::is_signed(&parts) {
        partner::admit(&stranger, &mut parts, std::mem::take(&mut body)).await.map(|read| {
            body = read.into();
            stranger.clone()
        })
    } else {
        admit(stranger.clone(), action, &mut parts).await
    };
    let visit = match admitted {
        Ok(visit) => visit,
        Err(problem) => return page::problem(&stranger, &problem),
    };
    parts.extensions.insert(visit.clone());
    let mut response = next.run(Request::from_parts(parts, body)).await;
    if let Some(problem) = response.extensions_mut().remove::<Problem>().or_else(|| refused_form(&response)) {
        response = page::problem(&visit, &problem);
    }
    if let Some(lang) = asked
        && let Ok(value) =
            HeaderValue::from_str(&format!("lang={}; Path=/; Max-Age=31536000; SameSite=Lax", lang.code()))
    {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
    response
}

/// A form or body that could not be read is refused by the extractor, in English text; a visitor gets words.
fn refused_form(response: &Response) -> Option<Problem> {
    let plain = response.headers().get(header::CONTENT_TYPE)?.to_str().ok()?.starts_with("text/plain");
    (plain && response.status().is_client_error()).then(|| Problem::of(response.status(), "problem-form"))
}

/// The page for an address that no route has.
pub fn unknown(app: &Arc<App>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    page::problem(&stranger(app, &parts), &Problem::not_found())
}

/// An address that takes forms alone, asked for as a page: after a refused form the address stands in the browser, and
/// "in French", a bookmark or a reload of it leads to the page that the form belongs to.
pub fn form_only(app: &Arc<App>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let visit = stranger(app, &parts);
    let parent = parts.uri.path().trim_end_matches('/').rsplit_once('/').map_or("", |(parent, _)| parent);
    if visit.api || !matches!(parts.method, Method::GET | Method::HEAD) {
        return page::problem(&visit, &Problem::of(StatusCode::METHOD_NOT_ALLOWED, "problem-method"));
    }
    let query = parts.uri.query().map_or_else(String::new, |query| format!("?{query}"));
    let parent = if parent.is_empty() { "/" } else { parent };
    Redirect::to(&format!("{parent}{query}")).into_response()
}

fn stranger(app: &Arc<App>, parts: &Parts) -> Visit {
    Visit {
        app: Arc::clone(app),
        l: L(visit::language(parts)),
        role: Role::Visitor,
        session: None,
        delegation: None,
        participant: None,
        dialogue: None,
        now: store::now(),
        network: network(parts).map_or_else(String::new, |net| crate::secret::keyed(&app.key, &net)),
        path: parts.uri.path_and_query().map_or("/", axum::http::uri::PathAndQuery::as_str).to_owned(),
        api: ["/api/", "/partner/"].iter().any(|place| parts.uri.path().starts_with(place)),
    }
}

/// The network that a request came from: /24 for IPv4, /48 for IPv6.
fn network(parts: &Parts) -> Option<String> {
    let ConnectInfo(address) = parts.extensions.get::<ConnectInfo<SocketAddr>>()?;
    Some(match address.ip() {
        IpAddr::V4(ip) => {
            let [a, b, c, _] = ip.octets();
            format!("{a}.{b}.{c}")
        }
        IpAddr::V6(ip) => {
            let [a, b, c, ..] = ip.segments();
            format!("{a:x}:{b:x}:{c:x}")
        }
    })
}

async fn admit(mut visit: Visit, action: Action, parts: &mut Parts) -> Result<Visit, Problem> {
    visit.session = session(&visit, parts).await?;
    paced(&visit, action)?;
    visit.dialogue = dialogue(&visit, parts).await?;
    place(&mut visit).await?;
    if let Some(convened) = &visit.dialogue {
        seen(convened, visit.role, action)?;
    }
    if !allows(visit.role, action) {
        return Err(if visit.session.is_none() { Problem::sign_in() } else { Problem::forbidden() });
    }
    same_origin(parts)?;
    Ok(visit)
}

/// Requests a minute with one token: more than people make. Never by address alone, behind which a hall may sit.
const A_MINUTE: u32 = 600;

fn paced(visit: &Visit, action: Action) -> Result<(), Problem> {
    let Some(session) = visit.session.as_ref().filter(|_| visit.app.config.limits) else { return Ok(()) };
    let who = format!("requests {}", session.token_hash);
    let free = action == Action::EnterHouse || visit.app.pace.allow(&who, A_MINUTE, visit.now);
    if free { Ok(()) } else { Err(Problem::too_many("api-too-fast")) }
}

async fn session(visit: &Visit, parts: &Parts) -> Result<Option<Session>, Problem> {
    if let Some(bearer) = parts.headers.get(header::AUTHORIZATION) {
        let token = bearer.to_str().ok().and_then(|text| text.strip_prefix("Bearer ")).unwrap_or("");
        // A token that is shown and not good is an error, never a visitor.
        return visit.app.session(token.trim(), visit.now).await?.map(Some).ok_or_else(Problem::sign_in);
    }
    match visit::cookie(parts, COOKIE) {
        Some(token) => Ok(visit.app.session(&token, visit.now).await?),
        None => Ok(None),
    }
}

/// The dialogue that the address speaks of: by its slug, or through a question or perspective.
async fn dialogue(visit: &Visit, parts: &mut Parts) -> Result<Option<Arc<Convened>>, Problem> {
    let Ok(params) = parts.extract::<RawPathParams>().await else { return Ok(None) };
    let find = |name: &str| params.iter().find(|(key, _)| *key == name).map(|(_, value)| value.to_owned());
    let slug = if let Some(slug) = find("slug") {
        Some(slug)
    } else if let Some(id) = find("question_id") {
        Some(known(visit.app.slug_of_question(&id).await?)?)
    } else if let Some(id) = find("perspective_id") {
        Some(known(visit.app.slug_of_perspective(&id).await?)?)
    } else {
        None
    };
    match slug {
        Some(slug) => Ok(Some(known(visit.app.dialogue(&slug).await?)?)),
        None => Ok(None),
    }
}

fn known<T>(found: Option<T>) -> Result<T, Problem> {
    found.ok_or_else(Problem::not_found)
}

/// Finds the visitor's role: that of the token, of the membership, or of the participant.
async fn place(visit: &mut Visit) -> Result<(), Problem> {
    let Some(session) = visit.session.clone() else { return Ok(()) };
    let dialogue = visit.dialogue.clone();
    let here = dialogue.as_ref().map(|d| d.dialogue.id.as_str());
    let bound_elsewhere = session.dialogue_id.as_deref().is_some_and(|bound| here.is_some_and(|id| id != bound));
    if let Some(role) = session.role.as_deref().and_then(Role::parse) {
        if !bound_elsewhere {
            visit.role = if session.dialogue_id.is_none() && role == Role::Secretariat { Role::Operator } else { role };
        }
    } else if let (Some(person), Some(id)) = (&session.person_id, here) {
        member(visit, person, id).await?;
    } else if let Some(person) = &session.person_id {
        let operator = store::server::get(&mut visit.read().await?, &format!("operator {person}")).await?;
        visit.role = if operator.is_some() { Role::Operator } else { Role::Visitor };
    } else if session.participant_id.is_some() && !bound_elsewhere && here.is_some() {
        visit.role = Role::Participant;
        visit.participant.clone_from(&session.participant_id);
    }
    Ok(())
}

async fn member(visit: &mut Visit, person: &str, dialogue: &str) -> Result<(), Problem> {
    let mut c = visit.read().await?;
    if let Some(member) = store::person::membership(&mut c, dialogue, person).await? {
        visit.role = Role::parse(&member.role).unwrap_or(Role::Visitor);
        if let Some(delegation) = &member.delegation_id {
            visit.participant = store::participant::of_delegation(&mut c, delegation).await?;
        }
        visit.delegation = member.delegation_id;
    } else if store::server::get(&mut c, &format!("operator {person}")).await?.is_some() {
        visit.role = Role::Operator;
    }
    Ok(())
}

/// A dialogue in preparation is the secretariat's alone; one for delegations is theirs, save what it publishes.
fn seen(convened: &Convened, role: Role, action: Action) -> Result<(), Problem> {
    let insider =
        role.runs() || role.of_delegation() || role.of_exchange() || matches!(role, Role::Rapporteur | Role::Auditor);
    if convened.dialogue.state == DialogueState::Preparing && !insider {
        return Err(Problem::not_found());
    }
    let published = matches!(
        action,
        Action::TakePublicRecord | Action::ReadPublished | Action::EnterHouse | Action::ReviewPractice
    );
    if convened.dialogue.participation == Participation::Delegations && !insider && !published {
        // Signing in opens the dialogue to those accredited; joining it is open to nobody.
        return Err(if action == Action::Join { Problem::forbidden() } else { Problem::sign_in() });
    }
    Ok(())
}

/// A form that another site sent with the visitor's cookie is refused. Browsers name the origin of every such
/// request (Fetch Standard, `Origin` and `Sec-Fetch-Site`); programs with a bearer token have no cookie to steal.
fn same_origin(parts: &Parts) -> Result<(), Problem> {
    let safe = matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS);
    if safe || parts.headers.contains_key(header::AUTHORIZATION) {
        return Ok(());
    }
    let text = |name: &str| parts.headers.get(name).and_then(|value| value.to_str().ok());
    let foreign_fetch = text("sec-fetch-site").is_some_and(|site| site != "same-origin" && site != "none");
    let foreign_origin = match (text("origin"), text("host")) {
        (Some(origin), Some(host)) => origin.split_once("://").map(|(_, name)| name) != Some(host),
        (Some(_), None) => true,
        (None, _) => false,
    };
    if foreign_fetch || foreign_origin { Err(Problem::forbidden()) } else { Ok(()) }
}

/// Sets the visitor's cookie. `Secure` where the server is reached by https.
pub fn keep_token(app: &App, response: &mut Response, token: &str, until: Moment, now: Moment) {
    let secure = if app.config.address.starts_with("https://") { "; Secure" } else { "" };
    let seconds = (until - now) / 1000;
    let text = format!("{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax; Max-Age={seconds}{secure}");
    if let Ok(value) = HeaderValue::from_str(&text) {
        response.headers_mut().append(header::SET_COOKIE, value);
    }
}
