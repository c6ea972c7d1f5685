//! An account for whoever offers expertise: a name to sign in with and a password. No name, no address.

use super::super::sign_in::{self, PASSWORD};
use super::super::{Answer, Problem, Visit};
use super::{Page, Tab, Typed, address, page};
use crate::access::Role;
use crate::secret;
use crate::store;
use crate::store::person::{Member, Person};
use askama::Template;
use axum::Form;
use axum::http::StatusCode;

/// New accounts a minute from one network: a meeting of a diaspora association, not a machine.
const A_MINUTE: u32 = 60;

#[derive(Template)]
#[template(path = "exchange/account.html")]
struct Account {
    page: Page,
    home: String,
    error: String,
    typed: String,
}

/// `GET /d/{slug}/exchange/join`
pub async fn show(visit: Visit) -> Answer {
    form(&visit, StatusCode::OK, String::new(), String::new())
}

fn form(visit: &Visit, status: StatusCode, error: String, typed: String) -> Answer {
    let page = Page::new(visit, visit.l.t("exchange-account-title"), Tab::Exchange);
    page::show_as(status, &Account { page, home: address(visit, "")?, error, typed })
}

/// `POST /d/{slug}/exchange/join`
pub async fn make(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    match made(&visit, &typed).await? {
        Ok(person) => sign_in::start_session(&visit, &person, &address(&visit, "/offers/new")?).await,
        Err(error) => form(&visit, StatusCode::UNPROCESSABLE_ENTITY, error, typed.get("sign_in").to_owned()),
    }
}

/// Makes an account of what was typed: the person, or what is wrong in words.
pub(super) async fn made(visit: &Visit, typed: &Typed) -> Result<Result<String, String>, Problem> {
    let (sign_in, password) = (typed.get("sign_in").to_owned(), typed.get("password").to_owned());
    let wrong = |key: &str| Ok(Err(visit.l.t1(key, "n", PASSWORD)));
    if sign_in.is_empty() || sign_in.chars().count() > 80 {
        return wrong("invitation-empty");
    }
    if password.chars().count() < PASSWORD {
        return wrong("invitation-short");
    }
    let pace = format!("exchange account {}", visit.network);
    if visit.app.config.limits && !visit.app.pace.allow(&pace, A_MINUTE, visit.now) {
        return Err(Problem::too_many("problem-too-fast"));
    }
    if store::person::by_sign_in(&mut visit.read().await?, &sign_in).await?.is_some() {
        return wrong("invitation-taken");
    }
    Ok(Ok(create(visit, sign_in, password).await?))
}

async fn create(visit: &Visit, sign_in: String, password: String) -> Result<String, Problem> {
    let hashed = tokio::task::spawn_blocking(move || secret::hash_password(&password)).await;
    let person = Person {
        id: store::new_id(),
        // The name on the page of one's own account; who one is stands sealed in the offer.
        name: sign_in.clone(),
        sign_in,
        password: Some(hashed.map_err(|e| Problem::internal(&e))??),
        created_at: visit.now,
    };
    let member = Member { id: store::new_id(), delegation_id: None, role: Role::Expert.as_str().to_owned() };
    let mut c = visit.write().await?;
    store::person::insert(&mut c, &person).await?;
    store::person::insert_member(&mut c, &visit.convened()?.dialogue.id, &person.id, &member, visit.now).await?;
    c.commit().await?;
    Ok(person.id)
}
