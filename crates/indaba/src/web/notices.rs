//! Notices by e-mail: where a member gives an address and takes it back, and the link in each mail that stops them.

use super::page::{self, Page, Tab};
use super::propose::language;
use super::secretariat::{Choice, Typed};
use super::{Answer, Problem, Visit};
use crate::lang::Lang;
use crate::mail::{self, letter};
use crate::store;
use crate::store::mail::{Fate, Given};
use askama::Template;
use axum::extract::{Form, Path, Query};

#[derive(Template)]
#[template(path = "notices.html")]
struct Room {
    page: Page,
    home: String,
    /// There is a mail server.
    sends: bool,
    /// The address as it was given; empty where its key is not here.
    given: Option<String>,
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
    let known = store::mail::of_member(&mut c, &convened.dialogue.id, &person(visit)?).await?;
    let keys = &visit.app.config.keys;
    let opened = |g: &Given| keys.read(&mail::place(&g.id), &g.sealed).unwrap_or_default();
    let fate = match &known {
        Some(given) => store::mail::fate(&mut c, &given.id).await?,
        None => Fate::default(),
    };
    let lang = known.as_ref().map_or(visit.l.code(), |g| g.lang.as_str());
    let lang = if typed.get("lang").is_empty() { lang } else { typed.get("lang") };
    Ok(Room {
        languages: Lang::offered().map(|l| choice(l, lang)).collect(),
        given: known.as_ref().map(opened),
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
        store::mail::withdraw(&mut c, &dialogue, &person).await?;
        c.commit().await?;
        return page::go(&format!("/d/{slug}/notices?done=stopped"));
    }
    match given(&visit, &typed) {
        Ok(given) => {
            store::mail::give(&mut c, &dialogue, &person, &given).await?;
            c.commit().await?;
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
    Ok(Given { id, sealed, lang: language(typed.get("lang"))?, created_at: visit.now })
}

#[derive(Template)]
#[template(path = "notices_stop.html")]
struct Stop {
    page: Page,
    token: String,
    done: bool,
}

/// `GET /notices/stop/{token}`: asks first, as programs that look at links must not stop anything.
pub async fn stop(visit: Visit, Path(token): Path<String>) -> Answer {
    letter::stopped(&visit.app.config.server_key, &token).ok_or_else(Problem::not_found)?;
    page::show(&Stop { page: Page::new(&visit, visit.l.t("mail-title"), Tab::None), token, done: false })
}

/// `POST /notices/stop/{token}`: stops; also what a mail program sends for its reader (RFC 8058), hence no redirect.
pub async fn stopped(visit: Visit, Path(token): Path<String>) -> Answer {
    let address = letter::stopped(&visit.app.config.server_key, &token).ok_or_else(Problem::not_found)?;
    let mut c = visit.write().await?;
    store::mail::stop(&mut c, address).await?;
    c.commit().await?;
    page::show(&Stop { page: Page::new(&visit, visit.l.t("mail-title"), Tab::None), token, done: true })
}
