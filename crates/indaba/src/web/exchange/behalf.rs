//! An offer that a focal point, a broker or the secretariat types for somebody who asked for it. Nothing of it is shown
//! or matched until that person has confirmed it, through a link that is given to them; then it is theirs alone.

use super::super::sign_in;
use super::super::{Answer, Problem, Visit};
use super::concepts;
use super::offers::{self, fresh, read};
use super::typed::Troubles;
use super::{Card, Page, Tab, Typed, account, address, offer_card, page};
use crate::access::{Action, Role, allows};
use crate::countries;
use crate::exchange::contact::Contact;
use crate::secret;
use crate::store;
use crate::store::offer::Offer;
use crate::words::split;
use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;

/// Who did not confirm within 30 days is taken not to want it.
const OPEN: i64 = 30 * 24 * 3_600_000;

#[derive(Template)]
#[template(path = "exchange/behalf.html")]
struct Entered {
    page: Page,
    home: String,
    handle: String,
    /// Shown once.
    link: String,
}

#[derive(Template)]
#[template(path = "exchange/confirm.html")]
struct Confirm {
    page: Page,
    home: String,
    here: String,
    /// None once it was refused.
    offer: Option<Card>,
    entered_by: String,
    hidden: String,
    contact: Vec<(String, String)>,
    /// The visitor has an account that can hold it.
    account: bool,
    error: String,
    typed: String,
}

/// `GET /d/{slug}/exchange/offers/on-behalf`
pub async fn new(visit: Visit) -> Answer {
    offers::blank(&visit, offers::ON_BEHALF)
}

/// `POST /d/{slug}/exchange/offers/on-behalf`
pub async fn post(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    super::needs::running(&visit)?;
    let mut troubles = Troubles::default();
    let offer = read(&visit, &typed, fresh(&visit, None)?, &mut troubles).await?;
    if typed.get("understood") != "on" {
        troubles.add("understood", visit.l.t("trouble-behalf"));
    }
    if !troubles.0.is_empty() {
        return offers::form(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, troubles, offers::ON_BEHALF);
    }
    let entered_by = if visit.role.runs() { Role::Secretariat } else { visit.role }.as_str().to_owned();
    let offer = Offer { state: "unconfirmed".to_owned(), entered_by, renew_by: visit.now + OPEN, ..offer };
    let token = secret::token()?;
    let mut c = visit.write().await?;
    store::offer::insert(&mut c, &visit.convened()?.dialogue.id, &offer).await?;
    store::claim::put(&mut c, &offer.id, &secret::hash(&token)).await?;
    concepts::commit(&visit, c, &typed).await?;
    let link = format!("{}{}", visit.app.config.address, address(&visit, &format!("/confirm/{token}"))?);
    let page = Page::new(&visit, visit.l.t("behalf-done-title"), Tab::Exchange);
    page::show(&Entered { page, home: address(&visit, "")?, handle: offer.handle, link })
}

async fn behind(visit: &Visit, token: &str) -> Result<Offer, Problem> {
    let (dialogue, hash) = (&visit.convened()?.dialogue.id, secret::hash(token));
    let found = store::claim::behind(&mut visit.read().await?, dialogue, &hash, visit.now).await?;
    found.ok_or_else(Problem::not_found)
}

/// The account of a visitor who may offer.
fn own_account(visit: &Visit) -> Option<String> {
    let person = visit.session.as_ref().and_then(|session| session.person_id.clone());
    person.filter(|_| allows(visit.role, Action::PostOffer))
}

/// `GET /d/{slug}/exchange/confirm/{token}`
pub async fn show(visit: Visit, Path((_, token)): Path<(String, String)>) -> Answer {
    let offer = behind(&visit, &token).await?;
    page::show(&confirm(&visit, &token, Some(&offer), String::new(), String::new())?)
}

fn confirm(
    visit: &Visit,
    token: &str,
    offer: Option<&Offer>,
    error: String,
    typed: String,
) -> Result<Confirm, Problem> {
    let l = visit.l;
    let contact = offer
        .and_then(|offer| Contact::read(&visit.app.config.keys, &format!("offer/{}", offer.id), &offer.sealed).ok());
    let hidden: Vec<String> =
        offer.map(|o| split(&o.hidden_from).map(|code| countries::name(l, code)).collect()).unwrap_or_default();
    Ok(Confirm {
        home: address(visit, "")?,
        here: address(visit, &format!("/confirm/{token}"))?,
        entered_by: offer.map_or_else(String::new, |offer| l.w("behalf", &offer.entered_by)),
        hidden: l.list(&hidden),
        contact: contact.map(|contact| super::introductions::said(visit, &contact)).unwrap_or_default(),
        offer: offer.map(|offer| offer_card(visit, offer)),
        account: own_account(visit).is_some(),
        error,
        typed,
        page: Page::new(visit, l.t("confirm-title"), Tab::Exchange),
    })
}

/// `POST /d/{slug}/exchange/confirm/{token}`: `to` is `confirm` or `refuse`.
pub async fn answer(visit: Visit, Path((_, token)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let offer = behind(&visit, &token).await?;
    if typed.get("to") == "refuse" {
        let mut c = visit.write().await?;
        store::claim::refuse(&mut c, &offer.id).await?;
        c.commit().await?;
        return page::show(&confirm(&visit, &token, None, String::new(), String::new())?);
    }
    let known = own_account(&visit);
    let person = match &known {
        Some(person) => person.clone(),
        None => match account::made(&visit, &typed).await? {
            Ok(person) => person,
            Err(error) => {
                let sign_in = typed.get("sign_in").to_owned();
                let again = confirm(&visit, &token, Some(&offer), error, sign_in)?;
                return page::show_as(StatusCode::UNPROCESSABLE_ENTITY, &again);
            }
        },
    };
    let mut c = visit.write().await?;
    if !store::claim::confirm(&mut c, &offer.id, &person, visit.now, visit.now + offers::YEAR).await? {
        return Err(Problem::not_found());
    }
    c.commit().await?;
    let mine = address(&visit, "/mine?done=offer-posted")?;
    if known.is_some() { page::go(&mine) } else { sign_in::start_session(&visit, &person, &mine).await }
}
