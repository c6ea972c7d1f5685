//! One's own data: seen, taken along, erased (`record.md`).

use super::page::{self, Page, Tab};
use super::{Answer, Problem, Visit, guard};
use crate::exchange::contact::Contact;
use crate::introduction::{self, Seen};
use crate::practice::Record;
use crate::store;
use crate::store::introduction::Disclosure;
use crate::store::mail_address;
use crate::store::need::Need;
use crate::store::offer::Offer;
use crate::store::outcome::FollowUp;
use crate::store::outcome::OwnStep;
use crate::store::own::{Account, Answered, Place, Said};
use crate::words::Value;
use askama::Template;
use axum::extract::Form;
use axum::http::header;
use axum::response::IntoResponse;
use std::collections::HashMap;

/// All that the store has of somebody.
#[derive(Debug, Default, serde::Serialize)]
pub struct Own {
    /// The participant's pseudonym.
    pub participant: Option<String>,
    /// Its dialogue.
    pub dialogue: Option<Where>,
    /// The account.
    pub account: Option<Account>,
    /// Each place of the account.
    pub places: Vec<Place>,
    /// Counted responses.
    pub responses: Vec<Answered>,
    /// Perspectives.
    pub perspectives: Vec<Said>,
    /// Practices.
    pub practices: Vec<store::practice::Own>,
    /// Answers to estimates, in order.
    pub estimates: Vec<store::estimate::Own>,
    /// Addresses that notices are sent to.
    pub notices: Vec<Notices>,
    /// The part in the exchange.
    pub exchange: Circulating,
}

/// An address that notices of a dialogue's decisions are sent to.
#[derive(Debug, serde::Serialize)]
pub struct Notices {
    /// The dialogue.
    pub slug: String,
    /// The address; none where its key is not here.
    pub address: Option<String>,
    /// The language of notices.
    pub lang: String,
    /// When it was given.
    pub created_at: store::Moment,
    /// When it was confirmed; none: it gets no notices yet.
    pub confirmed_at: Option<store::Moment>,
}

/// The dialogue that a participant came to.
#[derive(Debug, serde::Serialize)]
pub struct Where {
    /// Title.
    pub title: String,
    /// Slug.
    pub slug: String,
}

/// Something of the exchange with the contact that was given for it.
#[derive(Debug, serde::Serialize)]
pub struct Reachable<T> {
    /// The offer or the need.
    #[serde(flatten)]
    pub of: T,
    /// None where its key is not here.
    pub contact: Option<Contact>,
}

/// What somebody has in the exchange, with the contacts that they gave.
#[derive(Debug, Default, serde::Serialize)]
pub struct Circulating {
    /// Offers with their contacts.
    pub offers: Vec<Reachable<Offer>>,
    /// Needs with their contacts.
    pub needs: Vec<Reachable<Need>>,
    /// Introductions, as the person is told of them.
    pub introductions: Vec<Introduced>,
    /// What was shown of the person.
    pub disclosed: Vec<Disclosure>,
}

/// An introduction as somebody with a side in it is told of it, with what that person did and said.
#[derive(Debug, serde::Serialize)]
pub struct Introduced {
    /// Id.
    pub id: String,
    /// `offer` or `host`.
    pub side: &'static str,
    /// Title of the need.
    pub need: String,
    /// Where it stands, as this side is told.
    pub told: &'static str,
    /// Steps of one's own, a consent with the version of its text.
    pub steps: Vec<OwnStep>,
    /// What one said as a host of how it went.
    pub follow_ups: Vec<FollowUp>,
}

/// Those that the person is told of. What the other side said stands in none of them.
async fn introduced(visit: &Visit, c: &mut store::Conn, person: &str) -> Result<Vec<Introduced>, Problem> {
    let mut told = Vec::new();
    for it in store::introduction::of_offerer(c, person).await? {
        let (answered, own_no) = (it.offer_yes_at.is_some(), it.declined_by == "offer");
        let seen = introduction::seen_by_offer(it.state, answered, own_no, it.due_at, visit.now);
        told.extend(seen.map(|seen| (it.id, "offer", seen)));
    }
    for it in store::introduction::of_host(c, person).await? {
        let (asked, own_no) = (it.offer_yes_at.is_some(), it.declined_by == "host");
        let seen = introduction::seen_by_host(it.state, asked, own_no, it.due_at, visit.now);
        told.extend(seen.map(|seen| (it.id, "host", seen)));
    }
    let mut titles: HashMap<String, String> = store::outcome::own_titles(c, person).await?.into_iter().collect();
    let mut steps: HashMap<String, Vec<OwnStep>> = HashMap::new();
    for step in store::outcome::own_steps(c, person).await? {
        steps.entry(step.introduction_id.clone()).or_default().push(step);
    }
    let mut said: HashMap<String, Vec<FollowUp>> = HashMap::new();
    for follow_up in store::outcome::own_follow_ups(c, person).await? {
        said.entry(follow_up.introduction_id.clone()).or_default().push(follow_up);
    }
    let of = |(id, side, seen): (String, &'static str, Seen)| Introduced {
        side,
        told: seen.as_str(),
        need: titles.remove(&id).unwrap_or_default(),
        steps: steps.remove(&id).unwrap_or_default(),
        follow_ups: if side == "host" { said.remove(&id).unwrap_or_default() } else { Vec::new() },
        id,
    };
    Ok(told.into_iter().map(of).collect())
}

async fn circulating(visit: &Visit, c: &mut store::Conn, person: &str) -> Result<Circulating, Problem> {
    let keys = &visit.app.config.keys;
    let contact = |place: String, sealed: &str| Contact::read(keys, &place, sealed).ok();
    let offers = store::offer::of_person(c, person).await?;
    let needs = store::need::of_person(c, person).await?;
    Ok(Circulating {
        offers: offers
            .into_iter()
            .map(|o| Reachable { contact: contact(format!("offer/{}", o.id), &o.sealed), of: o })
            .collect(),
        needs: needs
            .into_iter()
            .map(|n| Reachable { contact: contact(format!("need/{}", n.id), &n.sealed), of: n })
            .collect(),
        introductions: introduced(visit, c, person).await?,
        disclosed: store::introduction::disclosed(c, person).await?,
    })
}

/// Reads it. The page and the API use it.
pub async fn own(visit: &Visit) -> Result<Own, Problem> {
    let session = visit.session.as_ref().ok_or_else(Problem::sign_in)?;
    let mut c = visit.read().await?;
    let mut own = Own { participant: session.participant_id.clone(), ..Own::default() };
    if let Some(participant) = &session.participant_id {
        own.dialogue =
            store::own::dialogue_of(&mut c, participant).await?.map(|(title, slug, _)| Where { title, slug });
        own.responses = store::own::responses(&mut c, participant).await?;
        own.perspectives = store::own::perspectives(&mut c, participant).await?;
        own.practices = store::practice::own(&mut c, participant).await?;
        for p in &mut own.practices {
            p.content = Record::parse(&p.content).opened(&visit.app.config.keys, &p.id).json();
        }
        own.estimates = store::estimate::own(&mut c, participant).await?;
    }
    if let Some(person) = &session.person_id {
        own.account = store::own::account(&mut c, person).await?;
        own.places = store::own::places(&mut c, person).await?;
        let keys = &visit.app.config.keys;
        let opened = |mail_address::Own { slug, given }| Notices {
            address: keys.read(&crate::mail::place(&given.id), &given.sealed).ok(),
            slug,
            lang: given.lang,
            created_at: given.created_at,
            confirmed_at: given.confirmed_at,
        };
        own.notices = mail_address::own(&mut c, person).await?.into_iter().map(opened).collect();
        own.exchange = circulating(visit, &mut c, person).await?;
    }
    Ok(own)
}

/// Erases it, and ends every session. The page and the API use it.
pub async fn erase(visit: &Visit) -> Result<(), Problem> {
    let session = visit.session.as_ref().ok_or_else(Problem::sign_in)?;
    let mut c = visit.write().await?;
    let mut slug = None;
    if let Some(participant) = &session.participant_id {
        slug = store::own::dialogue_of(&mut c, participant).await?.map(|(_, slug, _)| slug);
        store::own::erase_participant(&mut c, participant, visit.now).await?;
    }
    if let Some(person) = &session.person_id {
        store::outcome::erase_follow_ups(&mut c, person).await?;
        store::introduction::end_of_person(&mut c, person, visit.now).await?;
        store::offer::erase_of_person(&mut c, person, visit.now).await?;
        store::need::erase_of_person(&mut c, person, visit.now).await?;
        store::own::erase_person(&mut c, person).await?;
    }
    // A token of the server's own machine belongs to nobody; it ends all the same.
    store::session::delete(&mut c, &session.token_hash).await?;
    c.commit().await?;
    visit.app.forget_session(&session.token_hash);
    if let Some(slug) = slug {
        let questions = visit.app.dialogue(&slug).await?.map(|d| d.questions.clone()).unwrap_or_default();
        for question in &questions {
            visit.app.forget(&slug, Some(&question.id));
        }
    }
    Ok(())
}

#[derive(Template)]
#[template(path = "me.html")]
struct Me {
    page: Page,
    own: Own,
    error: String,
}

/// `GET /me`
pub async fn show(visit: Visit) -> Answer {
    let own = own(&visit).await?;
    page::show(&Me { page: Page::new(&visit, visit.l.t("me-title"), Tab::None), own, error: String::new() })
}

/// `GET /me/data.json`
pub async fn data(visit: Visit) -> Answer {
    let own = own(&visit).await?;
    let text = serde_json::to_string_pretty(&own).map_err(|e| Problem::internal(&e))?;
    let headers = [
        (header::CONTENT_TYPE, "application/json"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"my-data.json\""),
    ];
    Ok((headers, text).into_response())
}

/// The box that has to be ticked.
#[derive(Debug, serde::Deserialize)]
pub struct Sure {
    #[serde(default)]
    sure: String,
}

/// `POST /me/erase`
pub async fn erase_all(visit: Visit, Form(form): Form<Sure>) -> Answer {
    if form.sure != "on" {
        let own = own(&visit).await?;
        let error = visit.l.t("me-erase-unsure");
        let me = Me { page: Page::new(&visit, visit.l.t("me-title"), Tab::None), own, error };
        return page::show_as(axum::http::StatusCode::UNPROCESSABLE_ENTITY, &me);
    }
    erase(&visit).await?;
    let mut response = page::go("/?done=erased")?;
    guard::keep_token(&visit.app, &mut response, "", visit.now, visit.now);
    Ok(response)
}

/// The word of a stored response.
fn word(value: &i64) -> Value {
    Value::from_number(*value)
}
