//! The exchange's pages, one file for each noun. This one has the front page, and what the others share: who is
//! looking, and the facts of a card. Nothing here reads a sealed value; [`introductions`] alone does, after consent.

pub mod account;
pub mod behalf;
pub mod broker;
pub mod concepts;
pub mod country;
pub mod follow_up;
pub mod indicators;
pub mod introductions;
pub mod mine;
pub mod needs;
pub mod offers;
mod once;
pub mod partners;
pub mod places;
pub mod queue;
pub mod typed;

use super::attachment;
use super::page::{self, Page, Tab};
use super::secretariat::{Choice, Pager, Typed};
use super::{Answer, Problem, Visit};
use crate::access::{Action, allows};
use crate::countries;
use crate::exchange::profile::{Profile, moment};
use crate::exchange::steps::{NotTaken, is_shown_to};
use crate::exchange::tongues::TONGUES;
use crate::lang::L;
use crate::store::need::Need;
use crate::store::offer::Offer;
use crate::store::{self, Conn};
use crate::words::split;
use askama::Template;
use axum::extract::Query;
use axum::response::IntoResponse;

/// The broad fields of ISCED-F 2013.
pub const FIELDS: [&str; 11] = ["00", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10"];

/// A label with its value, and the language of the value.
#[derive(Debug)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What is so.
    pub value: String,
    /// BCP 47.
    pub lang: String,
    /// `ltr`, `rtl` or `auto`.
    pub dir: &'static str,
}

impl Fact {
    fn new(l: L, key: &str, value: String) -> Fact {
        Fact { label: l.t(key), value, lang: l.code().to_owned(), dir: l.dir() }
    }

    fn said(l: L, key: &str, value: &str, lang: &str) -> Fact {
        Fact { label: l.t(key), value: value.to_owned(), lang: lang.to_owned(), dir: l.dir_of(lang) }
    }
}

/// A need or an offer as a card: nothing that tells who stands behind it.
#[derive(Debug)]
pub struct Card {
    /// Id.
    pub id: String,
    /// Title of a need, handle of an offer.
    pub title: String,
    /// Language of the title.
    pub lang: String,
    /// Its direction.
    pub dir: &'static str,
    /// State in words; empty where there is nothing to say.
    pub state: String,
    /// The rest.
    pub facts: Vec<Fact>,
}

/// The account of the visitor.
pub fn person(visit: &Visit) -> Result<&str, Problem> {
    visit.session.as_ref().and_then(|s| s.person_id.as_deref()).ok_or_else(Problem::sign_in)
}

/// The country for whose authorities or institutions the visitor speaks; empty for nobody's.
pub async fn country_of(visit: &Visit, c: &mut Conn) -> Result<String, Problem> {
    let Some(delegation) = &visit.delegation else { return Ok(String::new()) };
    Ok(store::delegation::by_id(c, delegation).await?.map(|d| d.country).unwrap_or_default())
}

/// The address of one of these pages.
pub fn address(visit: &Visit, rest: &str) -> Result<String, Problem> {
    Ok(format!("/d/{}/exchange{rest}", visit.convened()?.dialogue.slug))
}

/// The card of a need. The institution is named nowhere on it.
pub fn need_card(visit: &Visit, need: &Need) -> Card {
    let (l, profile) = (visit.l, Profile::from_json(&need.profile));
    let mut facts = vec![
        Fact::new(l, "need-country", countries::name(l, &need.country)),
        Fact::new(
            l,
            "need-host-kind",
            if need.host_kind.is_empty() { String::new() } else { l.w("host", &need.host_kind) },
        ),
        Fact::new(l, "need-people", l.n(need.people)),
        Fact::new(l, "need-weeks", l.t2("need-work", "weeks", profile.weeks, "hours", profile.hours)),
    ];
    facts.extend(of_profile(visit, &profile));
    for (key, text) in
        [("need-terms", &need.terms), ("need-support", &need.support), ("need-counterpart", &need.counterpart)]
    {
        facts.push(Fact::said(l, key, text, &need.lang));
    }
    facts.push(Fact::said(l, "need-remains", &need.remains, &need.lang));
    facts.push(Fact::new(l, "need-endorsed", need.endorsed_by.clone()));
    facts.retain(|fact| !fact.value.is_empty());
    Card {
        id: need.id.clone(),
        title: need.title.clone(),
        lang: need.lang.clone(),
        dir: l.dir_of(&need.lang),
        state: need_state(visit, need),
        facts,
    }
}

/// Where a need stands, in words.
pub fn need_state(visit: &Visit, need: &Need) -> String {
    let l = visit.l;
    match need.state.as_str() {
        "open" if need.met_at.is_some() => l.t("need-met"),
        "open" if need.expires_at <= visit.now => l.t("need-expired"),
        "open" if need.placed >= need.people => l.t("need-found"),
        "open" => l.t1("need-open-for", "time", page::distance(l, need.expires_at - visit.now)),
        state => l.w("need-state", state),
    }
}

/// The card of an offer, under its handle.
pub fn offer_card(visit: &Visit, offer: &Offer) -> Card {
    let (l, profile) = (visit.l, Profile::from_json(&offer.profile));
    let ties: Vec<String> = split(&offer.ties).map(|code| countries::name(l, code)).collect();
    let mut facts = vec![
        Fact::new(l, "card-residence", countries::name(l, &offer.residence)),
        Fact::new(l, "card-ties", l.list(&ties)),
        Fact::new(l, "offer-hours", l.t1("offer-work", "hours", profile.hours)),
    ];
    facts.extend(of_profile(visit, &profile));
    facts.push(Fact::said(l, "card-will-not", &offer.will_not, &offer.lang));
    if offer.entered_by != "self" {
        let by = l.w("behalf", &offer.entered_by);
        let key = if offer.person_id.is_some() { "card-entered-confirmed" } else { "card-entered-open" };
        facts.push(Fact::new(l, "card-entered", l.t1(key, "by", by)));
    }
    facts.retain(|fact| !fact.value.is_empty());
    Card {
        id: offer.id.clone(),
        title: handle(visit.l, offer),
        lang: "und".to_owned(),
        dir: "auto",
        state: offer_state(visit, offer),
        facts,
    }
}

/// What an offer is called: its handle. One that is erased has none.
pub fn handle(l: L, offer: &Offer) -> String {
    if offer.state == "erased" { l.w("offer-state", "erased") } else { offer.handle.clone() }
}

/// Where an offer stands, in words.
pub fn offer_state(visit: &Visit, offer: &Offer) -> String {
    let l = visit.l;
    match offer.state.as_str() {
        "active" if offer.renew_by <= visit.now => l.t("offer-expired"),
        "active" if offer.taken >= offer.capacity => l.t("offer-full"),
        "active" => l.t1("offer-renew-in", "time", page::distance(l, offer.renew_by - visit.now)),
        state => l.w("offer-state", state),
    }
}

fn of_profile(visit: &Visit, profile: &Profile) -> Vec<Fact> {
    let (l, vocabulary) = (visit.l, visit.app.vocabulary());
    let label = |concept: &str| crate::exchange::matching::label(&vocabulary, concept, l.code());
    let skill = |s: &crate::exchange::profile::Skill| {
        l.t2("profile-skill", "skill", label(&s.concept), "level", i64::from(s.level))
    };
    let language = |lang: &crate::exchange::profile::Language| format!("{} {}", tongue(&lang.tag), lang.cefr);
    let modes: Vec<String> = profile.mode.iter().map(|mode| l.w("mode", mode)).collect();
    let skills: Vec<String> = profile.skills.iter().map(skill).collect();
    let languages: Vec<String> = profile.languages.iter().map(language).collect();
    let (first, last) = profile.window;
    let window = l.t2("profile-between", "first", l.day(&moment(first)), "last", l.day(&moment(last)));
    let occupation = if profile.occupation.is_empty() { String::new() } else { label(&profile.occupation) };
    let field = if profile.field.is_empty() { String::new() } else { l.w("field", &profile.field) };
    let licence = if profile.licence.is_empty() { String::new() } else { l.w("licence", &profile.licence) };
    vec![
        Fact::new(l, "profile-occupation", occupation),
        Fact::new(l, "profile-skills", l.list(&skills)),
        Fact::new(l, "profile-field", field),
        Fact::new(l, "profile-languages", l.list(&languages)),
        Fact::new(l, "profile-mode", l.list(&modes)),
        Fact::new(l, "profile-window", if last > 0 { window } else { String::new() }),
        Fact::new(l, "profile-licence", licence),
    ]
}

/// The name of a language in itself; the tag where the table has none.
pub fn tongue(tag: &str) -> &str {
    TONGUES.iter().find(|(code, _)| *code == tag).map_or(tag, |(_, name)| name)
}

/// Needs as the question's page lists what is attached. The institution is named nowhere.
pub fn attached(visit: &Visit, needs: &[Need]) -> Vec<attachment::Shown> {
    let (l, slug) = (visit.l, visit.dialogue.as_ref().map(|c| c.dialogue.slug.clone()).unwrap_or_default());
    let shown = |need: &Need| attachment::Shown {
        kind: "need".to_owned(),
        title: need.title.clone(),
        lang: need.lang.clone(),
        source: countries::name(l, &need.country),
        address: format!("/d/{slug}/exchange/needs/{}", need.id),
        author: l.w("host", &need.host_kind),
        at: need.created_at,
        ..attachment::Shown::default()
    };
    needs.iter().map(shown).collect()
}

/// What a visitor may do here.
pub struct May {
    offer: bool,
    need: bool,
    own: bool,
    broker: bool,
    country: bool,
    indicators: bool,
    join: bool,
    behalf: bool,
}

impl May {
    fn of(visit: &Visit) -> May {
        let may = |action| allows(visit.role, action);
        let account = visit.session.as_ref().is_some_and(|s| s.person_id.is_some());
        May {
            offer: account && may(Action::PostOffer),
            need: account && may(Action::PostNeed),
            own: account && may(Action::OwnExchange),
            broker: may(Action::Broker),
            country: account && may(Action::SpeakForCountry),
            indicators: may(Action::ReadIndicators),
            join: !account && may(Action::JoinExchange),
            behalf: may(Action::OfferOnBehalf),
        }
    }
}

#[derive(Template)]
#[template(path = "exchange/front.html")]
struct Front {
    page: Page,
    home: String,
    may: May,
    offers: i64,
    few: bool,
    /// That time runs out for offers of one's own.
    renewal: String,
    /// How an institution comes in; empty for whoever is in.
    institution: String,
    needs: Vec<Card>,
    countries: Vec<Choice>,
    pager: Pager,
}

/// Public counts below this are not given: "fewer than".
const FEW: i64 = 5;

/// `GET /d/{slug}/exchange`
pub async fn front(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    let id = &visit.convened()?.dialogue.id;
    let home = address(&visit, "")?;
    let (country, from) = (asked.get("country"), asked.from());
    let mut c = visit.read().await?;
    let offers = store::offer::count_public(&mut c, id, visit.now).await?;
    let mut needs = store::need::page(&mut c, id, country, visit.now, from).await?;
    let pager = Pager::cut(&mut needs, from, &format!("{home}?country={country}&from="));
    let there = store::need::countries(&mut c, id, visit.now).await?;
    let own = match person(&visit) {
        Ok(person) => store::offer::of_person(&mut c, person).await?,
        Err(_) => Vec::new(),
    };
    let l = visit.l;
    let choice = |code: &String| Choice::new(l, code.clone(), countries::name(l, code), country);
    page::show(&Front {
        may: May::of(&visit),
        offers,
        few: offers < FEW,
        renewal: mine::renewal(l, &own, visit.now),
        institution: if May::of(&visit).join {
            institution(l, &visit.convened()?.settings.contact)
        } else {
            String::new()
        },
        needs: needs.iter().map(|need| need_card(&visit, need)).collect(),
        countries: there.iter().map(|(code,)| choice(code)).collect(),
        pager,
        home,
        page: Page::new(&visit, l.t("exchange-title"), Tab::Exchange),
    })
}

/// An institution comes in by a link of the secretariat: a need speaks in its name.
fn institution(l: L, contact: &str) -> String {
    if contact.is_empty() { l.t("exchange-institution") } else { l.t1("exchange-institution-ask", "contact", contact) }
}

/// `GET /d/{slug}/exchange/vocabulary?q=`: what words may mean, each with its kind, for whoever types with a script.
pub async fn words(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    let found = crate::exchange::matching::search(&visit.app, asked.get("q"), visit.l.code(), 12);
    let labels: Vec<_> = found.into_iter().map(|m| (m.label, visit.l.w("concept-kind", m.kind))).collect();
    Ok(axum::Json(labels).into_response())
}

impl From<NotTaken> for Problem {
    fn from(error: NotTaken) -> Problem {
        match error {
            NotTaken::Over => Problem::conflict("problem-introduction-over"),
            NotTaken::Closed => Problem::conflict("problem-introduction-closed"),
            NotTaken::Faster => Problem::conflict("problem-introduction-faster"),
            NotTaken::Sealed(cause) => needs::sealing(&cause),
            NotTaken::Store(cause) => cause.into(),
        }
    }
}
