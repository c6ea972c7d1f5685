//! An offer: the form, renewal, rest and withdrawal. Its page is its owner's alone.

use super::super::secretariat::{Choice, languages};
use super::super::{Answer, Problem, Visit};
use super::concepts;
use super::needs::{running, sealing};
use super::once::{self, Sent};
use super::places::{Places, places};
use super::typed::{self, Parts, Troubles};
use super::{Page, Tab, Typed, address, page, person};
use crate::countries;
use crate::exchange::changes;
use crate::exchange::profile::Profile;
use crate::secret;
use crate::store;
use crate::store::offer::Offer;
use crate::words::split;
use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;

/// An offer is shown for a year unless it is renewed.
pub(super) const YEAR: i64 = 365 * 24 * 3_600_000;
/// Where an offer is entered in somebody's name, within the exchange.
pub(super) const ON_BEHALF: &str = "/offers/on-behalf";
/// Offers of one account.
const OFFERS: usize = 10;

#[derive(Template)]
#[template(path = "exchange/offer_form.html")]
struct OfferForm {
    page: Page,
    home: String,
    to: String,
    /// Entered in somebody's name.
    on_behalf: bool,
    typed: Typed,
    troubles: Troubles,
    parts: Parts,
    regions: Vec<Choice>,
    ties: Places,
    hidden: Places,
    languages: Vec<Choice>,
}

/// `GET /d/{slug}/exchange/offers/new`
pub async fn new(visit: Visit) -> Answer {
    person(&visit)?;
    blank(&visit, "/offers")
}

/// An empty form.
pub(super) fn blank(visit: &Visit, to: &str) -> Answer {
    let mut typed = Typed::default();
    let once = secret::token()?;
    for (name, value) in [("lang", visit.l.code()), ("capacity", "1"), ("once", once.as_str())] {
        typed.0.push((name.to_owned(), value.to_owned()));
    }
    form(visit, StatusCode::OK, typed, Troubles::default(), to)
}

pub(super) fn form(visit: &Visit, status: StatusCode, typed: Typed, troubles: Troubles, to: &str) -> Answer {
    let l = visit.l;
    let region = |(code, label): (&'static str, String)| Choice::new(l, code, label, typed.get("residence"));
    page::show_as(
        status,
        &OfferForm {
            home: address(visit, "")?,
            to: address(visit, to)?,
            on_behalf: to == ON_BEHALF,
            parts: typed::parts(visit, &typed),
            // Coarse on purpose: where somebody lives is a region, not a town.
            regions: countries::all(l).into_iter().filter(|(code, _)| countries::is_region(code)).map(region).collect(),
            ties: places(l, &typed, "ties"),
            hidden: places(l, &typed, "hidden_from"),
            languages: languages(typed.get("lang")),
            typed,
            troubles,
            page: Page::new(
                visit,
                l.t(if to == ON_BEHALF { "behalf-title" } else { "offer-form-title" }),
                Tab::Exchange,
            ),
        },
    )
}

/// What was typed, with what is wrong with it.
pub(super) async fn read(
    visit: &Visit,
    typed: &Typed,
    before: Offer,
    troubles: &mut Troubles,
) -> Result<Offer, Problem> {
    let l = visit.l;
    let contact = typed::contact(l, typed, false, troubles);
    let residence = typed::place(l, typed, "residence", troubles);
    let ties = typed::places(l, typed, "ties", troubles);
    if ties.is_empty() {
        troubles.add("ties", l.t("trouble-no-tie"));
    }
    let lang = crate::lang::Lang::parse(typed.get("lang")).unwrap_or(l.0).code().to_owned();
    Ok(Offer {
        residence,
        ties,
        hidden_from: typed::places(l, typed, "hidden_from", troubles),
        profile: typed::profile(visit, typed, false, troubles).await?.to_json(),
        will_not: typed::text(l, typed, "will_not", false, troubles),
        lang,
        capacity: typed::number(l, typed, "capacity", 1..=5, troubles),
        sealed: contact.seal(&visit.app.config.keys, &format!("offer/{}", before.id)).map_err(|e| sealing(&e))?,
        changed_at: visit.now,
        renew_by: visit.now + YEAR,
        ..before
    })
}

/// A new offer of an account; of none while it is not confirmed.
pub(super) fn fresh(visit: &Visit, person: Option<&str>) -> Result<Offer, Problem> {
    Ok(Offer {
        id: store::new_id(),
        person_id: person.map(str::to_owned),
        // Says nothing of the person, and can be said on the telephone.
        handle: secret::code()?,
        residence: String::new(),
        ties: String::new(),
        hidden_from: String::new(),
        profile: String::new(),
        will_not: String::new(),
        lang: String::new(),
        capacity: 1,
        taken: 0,
        state: "active".to_owned(),
        sealed: String::new(),
        entered_by: "self".to_owned(),
        created_at: visit.now,
        changed_at: visit.now,
        renew_by: visit.now + YEAR,
        partner_id: None,
    })
}

/// `POST /d/{slug}/exchange/offers`
pub async fn post(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let person = person(&visit)?.to_owned();
    running(&visit)?;
    let mut troubles = Troubles::default();
    let offer = read(&visit, &typed, fresh(&visit, Some(&person))?, &mut troubles).await?;
    if typed.get("understood") != "on" {
        troubles.add("understood", visit.l.t("trouble-understood"));
    }
    if !troubles.0.is_empty() {
        return form(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, troubles, "/offers");
    }
    let mut c = visit.write().await?;
    let kept = store::offer::of_person(&mut c, &person).await?.len();
    match once::claim(&visit, &mut c, &person, &typed, &offer.id).await? {
        Sent::Now if kept >= OFFERS => {
            drop(c);
            troubles.add("form", visit.l.t1("trouble-offers", "n", OFFERS));
            return form(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, troubles, "/offers");
        }
        Sent::Now => {}
        Sent::Before(_) => return page::go(&address(&visit, "/mine?done=offer-posted")?),
        Sent::Otherwise => {
            drop(c);
            let (typed, troubles) = once::again(&visit, typed)?;
            return form(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, troubles, "/offers");
        }
    }
    store::offer::insert(&mut c, &visit.convened()?.dialogue.id, &offer).await?;
    concepts::commit(&visit, c, &typed).await?;
    page::go(&address(&visit, "/mine?done=offer-posted")?)
}

/// The visitor's own offer.
async fn own(visit: &Visit, id: &str) -> Result<Offer, Problem> {
    let person = person(visit)?;
    let dialogue = &visit.convened()?.dialogue.id;
    // Somebody else's offer is not there, whether or not it is.
    let found = store::offer::own(&mut visit.read().await?, dialogue, id, person).await?;
    found.filter(|o| o.state != "erased").ok_or_else(Problem::not_found)
}

/// `GET /d/{slug}/exchange/offers/{id}/edit`
pub async fn edit(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let offer = own(&visit, &id).await?;
    let mut typed = Typed::default();
    typed::of_profile(&visit, &Profile::from_json(&offer.profile), &mut typed);
    let place = format!("offer/{}", offer.id);
    let troubles = typed::of_sealed(&visit, &place, &offer.sealed, &mut typed);
    for (name, codes) in [("ties", &offer.ties), ("hidden_from", &offer.hidden_from)] {
        typed.0.extend(split(codes).map(|code| (name.to_owned(), code.to_owned())));
    }
    for (name, value) in [
        ("residence", offer.residence.clone()),
        ("will_not", offer.will_not.clone()),
        ("lang", offer.lang.clone()),
        ("capacity", offer.capacity.to_string()),
        ("seen", offer.changed_at.to_string()),
    ] {
        typed.0.push((name.to_owned(), value));
    }
    form(&visit, StatusCode::OK, typed, troubles, &format!("/offers/{id}/edit"))
}

/// `POST /d/{slug}/exchange/offers/{id}/edit`
pub async fn change(visit: Visit, Path((_, id)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let before = own(&visit, &id).await?;
    let seen = typed.number("seen").unwrap_or(before.changed_at);
    let mut troubles = Troubles::default();
    let offer = read(&visit, &typed, before, &mut troubles).await?;
    if offer.capacity < offer.taken {
        troubles.add("capacity", visit.l.t1("trouble-taken", "n", offer.taken));
    }
    let mut c = visit.write().await?;
    if troubles.0.is_empty() && !changes::offer(&mut c, &offer, seen).await? {
        troubles.add("form", visit.l.t("trouble-offer-overtaken"));
    }
    if !troubles.0.is_empty() {
        drop(c);
        return form(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, troubles, &format!("/offers/{id}/edit"));
    }
    concepts::commit(&visit, c, &typed).await?;
    visit.app.letters.notify_one();
    page::go(&address(&visit, "/mine?done=offer-changed")?)
}

/// `POST /d/{slug}/exchange/offers/{id}/state`: renew, rest, go on, take back.
pub async fn state(visit: Visit, Path((_, id)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let before = own(&visit, &id).await?;
    let (state, renew_by) = match typed.get("to") {
        "renew" | "go-on" => ("active", visit.now + YEAR),
        "rest" => ("paused", before.renew_by),
        "withdraw" => ("withdrawn", before.renew_by),
        _ => return Err(Problem::bad("problem-form")),
    };
    let seen = before.changed_at;
    let offer = Offer { state: state.to_owned(), renew_by, changed_at: visit.now, ..before };
    let mut c = visit.write().await?;
    if !changes::offer(&mut c, &offer, seen).await? {
        return Err(Problem::conflict("problem-overtaken"));
    }
    c.commit().await?;
    visit.app.letters.notify_one();
    page::go(&address(&visit, &format!("/mine?done=offer-{state}"))?)
}
