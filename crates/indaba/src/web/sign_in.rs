//! Sign-in, sign-out, invitation links, and the demo's shortcuts.
//!
//! Passkeys and OpenID Connect find their place beside [`enter`]: they end in [`start_session`] too.

use super::page::{self, Page, Tab};
use super::{Answer, Problem, Visit, guard};
use crate::secret;
use crate::store::person::{Invitation, Member, Person};
use crate::store::session::Session;
use crate::store::{self, Moment};
use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;

/// A sign-in lasts twelve hours: a conference day.
const SIGNED_IN: Moment = 12 * 3_600_000;
/// Passwords tried a minute for one name.
const TRIES_A_MINUTE: u32 = 10;
/// The shortest password taken (NIST SP 800-63B-4: length, no composition rules).
pub const PASSWORD: usize = 12;

#[derive(Template)]
#[template(path = "sign_in.html")]
struct SignIn {
    page: Page,
    error: String,
    typed: String,
}

#[derive(Template)]
#[template(path = "invitation.html")]
struct Accept {
    page: Page,
    role: String,
    delegation: String,
    error: String,
    typed: String,
    name: String,
}

/// What is typed at sign-in.
#[derive(Debug, serde::Deserialize)]
pub struct Credentials {
    sign_in: String,
    password: String,
}

/// What is typed when an invitation is taken up.
#[derive(Debug, serde::Deserialize)]
pub struct NewAccount {
    sign_in: String,
    name: String,
    password: String,
}

/// `GET /sign-in`
pub async fn show(visit: Visit) -> Answer {
    form(&visit, StatusCode::OK, String::new(), String::new())
}

fn form(visit: &Visit, status: StatusCode, error: String, typed: String) -> Answer {
    let page = Page::new(visit, visit.l.t("sign-in-title"), Tab::None);
    page::show_as(status, &SignIn { page, error, typed })
}

/// `POST /sign-in`
pub async fn enter(visit: Visit, Form(typed): Form<Credentials>) -> Answer {
    let name = typed.sign_in.trim();
    if visit.app.config.limits && !visit.app.pace.allow(&format!("sign-in {name}"), TRIES_A_MINUTE, visit.now) {
        return Err(Problem::too_many("problem-too-fast"));
    }
    let person = store::person::by_sign_in(&mut visit.read().await?, name).await?;
    let stored = person.as_ref().and_then(|p| p.password.clone());
    if !verified(typed.password, stored).await {
        return form(&visit, StatusCode::UNAUTHORIZED, visit.l.t("sign-in-wrong"), typed.sign_in);
    }
    let id = person.map(|p| p.id).ok_or_else(Problem::sign_in)?;
    start_session(&visit, &id, "/").await
}

/// An unknown name takes as long as a wrong password, so that names can't be told apart by time.
async fn verified(password: String, stored: Option<String>) -> bool {
    const NOBODY: &str = "$argon2id$v=19$m=19456,t=2,p=1$bm9ib2R5bm9ib2R5$6uKDnSHbeQxVWZ2QSC/AcKDp5sWfbjZ1xHKpRcXbZ1s";
    let known = stored.is_some();
    let hash = stored.unwrap_or_else(|| NOBODY.to_owned());
    let fits = tokio::task::spawn_blocking(move || secret::verify_password(&password, &hash)).await;
    known && fits.unwrap_or(false)
}

/// Begins a session with a new token; the one that the visitor came with ends.
pub async fn start_session(visit: &Visit, person: &str, address: &str) -> Answer {
    let token = secret::token()?;
    let expires_at = visit.now + SIGNED_IN;
    let session = Session {
        token_hash: secret::hash(&token),
        person_id: Some(person.to_owned()),
        participant_id: None,
        role: None,
        dialogue_id: None,
        expires_at,
    };
    let mut c = visit.write().await?;
    if let Some(old) = visit.session.as_ref().filter(|old| old.person_id.is_some()) {
        store::session::delete(&mut c, &old.token_hash).await?;
        visit.app.forget_session(&old.token_hash);
    }
    store::session::insert(&mut c, &session, visit.now).await?;
    c.commit().await?;
    let mut response = page::go(address)?;
    guard::keep_token(&visit.app, &mut response, &token, expires_at, visit.now);
    Ok(response)
}

/// `POST /sign-out`
pub async fn leave(visit: Visit) -> Answer {
    if let Some(session) = &visit.session {
        let mut c = visit.write().await?;
        store::session::delete(&mut c, &session.token_hash).await?;
        c.commit().await?;
        visit.app.forget_session(&session.token_hash);
    }
    let mut response = page::go("/")?;
    guard::keep_token(&visit.app, &mut response, "", visit.now, visit.now);
    Ok(response)
}

async fn found(visit: &Visit, token: &str) -> Result<(Invitation, String), Problem> {
    let mut c = visit.read().await?;
    let invitation = store::person::invitation(&mut c, &secret::hash(token)).await?;
    let invitation = invitation
        .filter(|i| i.used_at.is_none() && i.expires_at > visit.now)
        .ok_or_else(|| Problem::conflict("problem-invitation"))?;
    let delegation = match &invitation.delegation_id {
        Some(id) => store::delegation::by_id(&mut c, id).await?.map(|d| d.name).unwrap_or_default(),
        None => String::new(),
    };
    Ok((invitation, delegation))
}

/// `GET /invitation/{token}`
pub async fn invitation(visit: Visit, Path(token): Path<String>) -> Answer {
    let (invitation, delegation) = found(&visit, &token).await?;
    let name = invitation.label.clone();
    invite_form(&visit, StatusCode::OK, &invitation, delegation, String::new(), (String::new(), name))
}

fn invite_form(
    visit: &Visit,
    status: StatusCode,
    invitation: &Invitation,
    delegation: String,
    error: String,
    (typed, name): (String, String),
) -> Answer {
    let page = Page::new(visit, visit.l.t("invitation-title"), Tab::None);
    let role = visit.l.w("role", &invitation.role);
    page::show_as(status, &Accept { page, role, delegation, error, typed, name })
}

/// `POST /invitation/{token}`
pub async fn accept(visit: Visit, Path(token): Path<String>, Form(typed): Form<NewAccount>) -> Answer {
    let (invitation, delegation) = found(&visit, &token).await?;
    let again = |key: &str| {
        let error = visit.l.t1(key, "n", PASSWORD);
        let typed = (typed.sign_in.clone(), typed.name.clone());
        invite_form(&visit, StatusCode::UNPROCESSABLE_ENTITY, &invitation, delegation.clone(), error, typed)
    };
    if typed.sign_in.trim().is_empty() || typed.name.trim().is_empty() {
        return again("invitation-empty");
    }
    if typed.password.chars().count() < PASSWORD {
        return again("invitation-short");
    }
    let taken = store::person::by_sign_in(&mut visit.read().await?, typed.sign_in.trim()).await?.is_some();
    if taken {
        return again("invitation-taken");
    }
    let (person, address) = create(&visit, &invitation, &typed).await?;
    start_session(&visit, &person, &address).await
}

async fn create(visit: &Visit, invitation: &Invitation, typed: &NewAccount) -> Result<(String, String), Problem> {
    let password = typed.password.clone();
    let hashed = tokio::task::spawn_blocking(move || secret::hash_password(&password)).await;
    let person = Person {
        id: store::new_id(),
        sign_in: typed.sign_in.trim().to_owned(),
        name: typed.name.trim().to_owned(),
        password: Some(hashed.map_err(|e| Problem::internal(&e))??),
        created_at: visit.now,
    };
    let mut c = visit.write().await?;
    if !store::person::use_invitation(&mut c, &invitation.token_hash, visit.now).await? {
        return Err(Problem::conflict("problem-invitation"));
    }
    store::person::insert(&mut c, &person).await?;
    let address = if let Some(dialogue) = &invitation.dialogue_id {
        let delegation_id = invitation.delegation_id.clone();
        let member = Member { id: store::new_id(), delegation_id, role: invitation.role.clone() };
        store::person::insert_member(&mut c, dialogue, &person.id, &member, visit.now).await?;
        let slug = store::dialogue::slug_of(&mut c, dialogue).await?;
        slug.map_or_else(|| "/".to_owned(), |slug| format!("/d/{slug}"))
    } else {
        store::server::set(&mut c, &format!("operator {}", person.id), "yes").await?;
        "/".to_owned()
    };
    c.commit().await?;
    Ok((person.id, address))
}

/// `GET /demo/as/{role}`: signs in as the demo's person of a role. Only where the server offers shortcuts.
pub async fn shortcut(visit: Visit, Path(role): Path<String>) -> Answer {
    if !visit.app.config.shortcuts {
        return Err(Problem::not_found());
    }
    let person = store::person::by_sign_in(&mut visit.read().await?, &format!("demo-{role}")).await?;
    let person = person.ok_or_else(Problem::not_found)?;
    start_session(&visit, &person.id, "/").await
}
