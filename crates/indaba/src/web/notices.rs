//! Notices by e-mail: where a member gives an address and takes it back, and the link in each mail that stops them.

use super::page::{self, Page, Tab};
use super::propose::language;
use super::secretariat::{Choice, Typed};
use super::{Answer, Problem, Visit};
use crate::lang::Lang;
use crate::mail;
use crate::mail::letter::Link;
use crate::store;
use crate::store::mail::Fate;
use crate::store::mail_address::{self, Given};
use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::StatusCode;

#[derive(Template)]
#[template(path = "notices.html")]
struct Room {
    page: Page,
    home: String,
    /// There is a mail server.
    sends: bool,
    /// The address as it was given; empty where its key is not here.
    given: Option<String>,
    /// It gets notices.
    confirmed: bool,
    /// Why the mail that asks was not sent.
    ask_trouble: String,
    fate: Fate,
    address: String,
    languages: Vec<Choice>,
    done: String,
    error: String,
}

/// Whose address it is: an account's. A token of the server's own machine has none.
fn person(visit: &Visit) -> Result<String, Problem> {
    let person = visit.session.as_ref().and_then(|session| session.person_id.clone());
    person.ok_or_else(|| Problem::conflict("mail-no-account"))
}

/// `GET /d/{slug}/notices`
pub async fn show(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let done = match typed.get("done") {
        word @ ("given" | "stopped") => visit.l.w("mail-done", word),
        _ => String::new(),
    };
    page::show(&room(&visit, &Typed::default(), done, String::new()).await?)
}

async fn room(visit: &Visit, typed: &Typed, done: String, error: String) -> Result<Room, Problem> {
    let convened = visit.convened()?;
    let mut c = visit.read().await?;
    let known = mail_address::of_member(&mut c, &convened.dialogue.id, &person(visit)?).await?;
    let keys = &visit.app.config.keys;
    let opened = |g: &Given| keys.read(&mail::place(&g.id), &g.sealed).unwrap_or_default();
    let fate = match &known {
        Some(given) => store::mail::fate(&mut c, &given.id).await?,
        None => Fate::default(),
    };
    let ask_trouble = match &known {
        Some(given) => mail_address::trouble(&mut c, &given.id).await?,
        None => String::new(),
    };
    let lang = known.as_ref().map_or(visit.l.code(), |g| g.lang.as_str());
    let lang = if typed.get("lang").is_empty() { lang } else { typed.get("lang") };
    Ok(Room {
        languages: Lang::offered().map(|l| choice(l, lang)).collect(),
        given: known.as_ref().map(opened),
        confirmed: known.as_ref().is_some_and(|g| g.confirmed_at.is_some()),
        ask_trouble,
        sends: visit.app.config.mail.is_some(),
        address: typed.get("address").to_owned(),
        fate,
        page: Page::new(visit, visit.l.t("mail-title"), Tab::Landing),
        home: format!("/d/{}", convened.dialogue.slug),
        done,
        error,
    })
}

fn choice(lang: Lang, chosen: &str) -> Choice {
    let row = lang.row();
    let (value, label, lang) = (row.code.to_owned(), row.name.to_owned(), row.code.to_owned());
    Choice { chosen: row.code == chosen, value, label, lang, dir: row.dir }
}

/// `POST /d/{slug}/notices`: gives an address (`give`), or takes it back.
pub async fn change(visit: Visit, Path(slug): Path<String>, Form(typed): Form<Typed>) -> Answer {
    let (person, dialogue) = (person(&visit)?, visit.convened()?.dialogue.id.clone());
    let mut c = visit.write().await?;
    if typed.get("act") != "give" {
        mail_address::withdraw(&mut c, &dialogue, &person).await?;
        c.commit().await?;
        return page::go(&format!("/d/{slug}/notices?done=stopped"));
    }
    match given(&visit, &typed) {
        Ok(given) => {
            mail_address::give(&mut c, &dialogue, &person, &given).await?;
            c.commit().await?;
            visit.app.mail.notify_one();
            page::go(&format!("/d/{slug}/notices?done=given"))
        }
        Err(problem) if problem.status.is_client_error() => {
            drop(c);
            let error = problem.text(visit.l);
            page::show_as(problem.status, &room(&visit, &typed, String::new(), error).await?)
        }
        Err(problem) => Err(problem),
    }
}

fn given(visit: &Visit, typed: &Typed) -> Result<Given, Problem> {
    if visit.app.config.mail.is_none() {
        return Err(Problem::conflict("mail-no-server"));
    }
    if typed.get("agree") != "on" {
        return Err(Problem::bad("mail-agree"));
    }
    let address = mail::address(typed.get("address")).ok_or_else(|| Problem::bad("mail-address"))?;
    let id = store::new_id();
    let sealed = visit.app.config.keys.seal(&mail::place(&id), address.as_ref());
    let sealed = sealed.map_err(|cause| Problem::internal(&cause))?;
    Ok(Given { id, sealed, lang: language(typed.get("lang"))?, created_at: visit.now, confirmed_at: None })
}

#[derive(Template)]
#[template(path = "notices_link.html")]
struct Linked {
    page: Page,
    link: Link,
    token: String,
    done: bool,
}

fn linked(visit: &Visit, link: Link, token: String, done: bool) -> Answer {
    page::show(&Linked { page: Page::new(visit, visit.l.t("mail-title"), Tab::None), link, token, done })
}

fn address(visit: &Visit, link: Link, token: &str) -> Result<String, Problem> {
    link.address(&visit.app.config.server_key, token).map(str::to_owned).ok_or_else(Problem::not_found)
}

/// The page that a link of a mail opens asks first, as programs that look at links must not do anything.
fn asked(visit: &Visit, link: Link, token: String) -> Answer {
    address(visit, link, &token)?;
    linked(visit, link, token, false)
}

async fn followed(visit: &Visit, link: Link, token: String) -> Answer {
    let address = address(visit, link, &token)?;
    let mut c = visit.write().await?;
    let found = match link {
        Link::Confirm => mail_address::confirm(&mut c, &address, visit.now).await?,
        Link::Stop => mail_address::stop(&mut c, &address).await?,
    };
    // What is gone is stopped.
    if found == 0 && link == Link::Confirm {
        return Err(Problem::of(StatusCode::GONE, "mail-gone"));
    }
    c.commit().await?;
    linked(visit, link, token, true)
}

/// `GET /notices/confirm/{token}`
pub async fn confirm(visit: Visit, Path(token): Path<String>) -> Answer {
    asked(&visit, Link::Confirm, token)
}

/// `POST /notices/confirm/{token}`: notices begin.
pub async fn confirmed(visit: Visit, Path(token): Path<String>) -> Answer {
    followed(&visit, Link::Confirm, token).await
}

/// `GET /notices/stop/{token}`
pub async fn stop(visit: Visit, Path(token): Path<String>) -> Answer {
    asked(&visit, Link::Stop, token)
}

/// `POST /notices/stop/{token}`: stops; also what a mail program sends for its reader (RFC 8058), hence no redirect.
pub async fn stopped(visit: Visit, Path(token): Path<String>) -> Answer {
    followed(&visit, Link::Stop, token).await
}
