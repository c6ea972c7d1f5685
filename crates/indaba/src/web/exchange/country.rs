//! The focal point of a country: its institutions' needs, and the offers with ties to it, as anonymous cards. An offer
//! that is hidden from the country is not among them and not counted.

use super::super::{Answer, Problem, Visit};
use super::{Card, Page, Pager, Tab, Typed, address, country_of, need_card, offer_card, page};
use crate::countries;
use crate::store;
use askama::Template;
use axum::extract::Query;

#[derive(Template)]
#[template(path = "exchange/country.html")]
struct Country {
    page: Page,
    home: String,
    country: String,
    needs: Vec<Card>,
    unendorsed: Vec<Card>,
    offers: Vec<Card>,
    pager: Pager,
}

/// `GET /d/{slug}/exchange/country`
pub async fn show(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    let dialogue = &visit.convened()?.dialogue.id;
    let home = address(&visit, "")?;
    let mut c = visit.read().await?;
    let code = country_of(&visit, &mut c).await?;
    if code.is_empty() {
        return Err(Problem::conflict("problem-no-country"));
    }
    let needs = store::need::page(&mut c, dialogue, &code, visit.now, 0).await?;
    let mut offers = store::offer::of_tie(&mut c, dialogue, &code, visit.now, asked.from()).await?;
    let pager = Pager::cut(&mut offers, asked.from(), &format!("{home}/country?from="));
    let (endorsed, unendorsed): (Vec<_>, Vec<_>) = needs.iter().partition(|need| !need.endorsed_by.is_empty());
    page::show(&Country {
        country: countries::name(visit.l, &code),
        needs: endorsed.into_iter().map(|need| need_card(&visit, need)).collect(),
        unendorsed: unendorsed.into_iter().map(|need| need_card(&visit, need)).collect(),
        offers: offers.iter().map(|offer| offer_card(&visit, offer)).collect(),
        pager,
        home,
        page: Page::new(&visit, visit.l.t("country-title"), Tab::Exchange),
    })
}
