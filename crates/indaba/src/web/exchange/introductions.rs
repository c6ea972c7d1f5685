//! An introduction as each side sees it, the consent, and the steps. The only place where a sealed contact is read for
//! the other side, and only in a state that discloses.

use super::super::{Answer, Problem, Visit};
use super::follow_up::{self, Report};
use super::{Card, Page, Tab, Typed, address, country_of, is_shown_to, need_card, offer_card, page, person};
use crate::access::{Action, allows};
use crate::exchange::contact::Contact;
use crate::exchange::matching::{Reason, reasons};
use crate::exchange::steps::{self, Table, Taken};
use crate::exchange::{changes, consent};
use crate::introduction::{self, Actor, Reach, Seen, State, Step, effective};
use crate::store::{self, Conn};
use askama::Template;
use axum::Form;
use axum::extract::Path;

/// The version of the consent texts in the locales: raise it with every change of their meaning.
pub const CONSENT: &str = "2";

#[derive(Template)]
#[template(path = "exchange/introduction.html")]
struct IntroductionPage {
    page: Page,
    home: String,
    id: String,
    actor: Actor,
    told: String,
    due: String,
    need: Card,
    /// None of the other side where it is over for the host, whatever ended it.
    offer: Option<Card>,
    /// What a yes is said to, as it stands now: it comes back with the answer.
    read: String,
    reasons: Vec<String>,
    /// The institution's name, where the broker shows it before consent.
    host_name: String,
    /// What would be shown of the visitor.
    own_fields: Vec<String>,
    /// What was shown of the other side.
    contact: Vec<(String, String)>,
    unreadable: bool,
    /// Both said yes, and the other server has not given the contact yet.
    coming: bool,
    /// The steps that are offered, with their names.
    steps: Vec<(Step, String)>,
    /// The institution's name may be shown to the person who offers.
    names_host: bool,
    /// Through which partner server it goes; empty where both sides are here.
    through: String,
    consents: bool,
    log: Vec<(String, String)>,
    report: Option<Report>,
}

/// Loads it for a visitor who has a side in it; for anybody else it is not there.
pub(super) async fn table(visit: &Visit, c: &mut Conn, id: &str) -> Result<Table, Problem> {
    let dialogue = &visit.convened()?.dialogue.id;
    let mut table = steps::load(c, dialogue, id, Actor::Broker).await?.ok_or_else(Problem::not_found)?;
    let (need, offer) = (&table.need, &table.offer);
    let person = person(visit)?;
    table.actor = if offer.person_id.as_deref() == Some(person) {
        Actor::Offer
    } else if need.person_id.as_deref() == Some(person) {
        table.reader = country_of(visit, c).await?;
        Actor::Host
    } else if allows(visit.role, Action::Broker) && is_shown_to(offer, &country_of(visit, c).await?) {
        Actor::Broker
    } else {
        return Err(Problem::not_found());
    };
    Ok(table)
}

/// What the visitor is told and offered.
struct Told {
    text: String,
    steps: Vec<Step>,
    /// The time to answer counts for this visitor.
    waits: bool,
    /// The card of the offer is shown.
    card: bool,
}

/// None where the introduction is not there for this side.
fn told(visit: &Visit, table: &Table) -> Option<Told> {
    let (it, l, actor) = (&table.it, visit.l, table.actor);
    let (answered, own_no) = (it.offer_yes_at.is_some(), it.declined_by == actor.as_str());
    let seen = match actor {
        Actor::Broker | Actor::Partner => {
            let state = effective(it.state, it.due_at, visit.now);
            let (text, steps) = (l.w("introduction", state), introduction::steps_of_broker(state));
            return Some(Told { text, steps, waits: state.waits(), card: true });
        }
        Actor::Offer => introduction::seen_by_offer(it.state, answered, own_no, it.due_at, visit.now)?,
        Actor::Host => {
            let seen = introduction::seen_by_host(it.state, answered, own_no, it.due_at, visit.now)?;
            if table.may_meet() { seen } else { introduction::hidden(seen) }
        }
    };
    Some(Told {
        text: l.w("told", seen),
        steps: introduction::steps_of_side(seen, actor).to_vec(),
        waits: matches!(seen, Seen::Asks | Seen::Waits),
        card: actor != Actor::Host || introduction::shows_card(seen),
    })
}

/// `GET /d/{slug}/exchange/introductions/{id}`
pub async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let mut c = visit.read().await?;
    let table = table(&visit, &mut c, &id).await?;
    let told = told(&visit, &table).ok_or_else(Problem::not_found)?;
    let steps = told.steps;
    let (it, l) = (&table.it, visit.l);
    let state = effective(it.state, it.due_at, visit.now);
    let given = store::partner::contact(&mut c, &it.id).await?;
    let (contact, unreadable) = other_side(&visit, &table, state, &given);
    let logged = store::introduction::steps(&mut c, &it.id).await?;
    let report = follow_up::report(&visit, &mut c, &table).await?;
    page::show(&IntroductionPage {
        home: address(&visit, "")?,
        id: it.id.clone(),
        due: if told.waits { it.due_at.map_or_else(String::new, |due| l.day(&due)) } else { String::new() },
        need: need_card(&visit, &table.need),
        offer: told.card.then(|| offer_card(&visit, &table.offer)),
        read: consent::on_page(&table),
        reasons: if told.card { worded(&visit, &it.reasons) } else { Vec::new() },
        host_name: named_host(&visit, &table),
        own_fields: own_fields(&visit, &table),
        consents: steps.contains(&Step::Yes),
        names_host: steps.contains(&Step::Show) && table.reach() == Reach::Here,
        through: through(&visit, &mut c, &table).await?,
        log: log_lines(&visit, &table, logged),
        actor: table.actor,
        told: told.text,
        contact: contact.map(|contact| said(&visit, &contact)).unwrap_or_default(),
        unreadable,
        coming: state.discloses() && table.reach() != Reach::Here && given.is_empty(),
        steps: steps.into_iter().map(|step| (step, step_name(&visit, &table, "step", step.as_str()))).collect(),
        report,
        page: Page::new(&visit, l.t("introduction-title"), Tab::Exchange),
    })
}

/// The partner server of the other side, in words.
async fn through(visit: &Visit, c: &mut Conn, table: &Table) -> Result<String, Problem> {
    let Some(id) = table.offer.partner_id.as_ref().or(table.need.partner_id.as_ref()) else { return Ok(String::new()) };
    let partner = store::partner::by_id(c, id).await?;
    Ok(partner.map_or_else(String::new, |p| visit.l.t2("introduction-through", "name", p.name, "address", p.address)))
}

/// The name of a step. An offer that came from a partner is shown to the host: the person has said yes.
fn step_name(visit: &Visit, table: &Table, key: &str, step: &str) -> String {
    let to_host = step == Step::Show.as_str() && table.reach() == Reach::OfferAbroad;
    visit.l.w(key, if to_host { "show-host" } else { step })
}

/// Why the two fit, in the reader's language.
pub(super) fn worded(visit: &Visit, kept: &str) -> Vec<String> {
    let reasons: Vec<Reason> = serde_json::from_str(kept).unwrap_or_default();
    reasons_in_words(visit, &reasons)
}

/// The same for reasons that were just worked out.
pub(super) fn reasons_in_words(visit: &Visit, found: &[Reason]) -> Vec<String> {
    reasons(visit.l, &visit.app.vocabulary(), found)
}

/// Each side reads its own steps and the broker's; a step of the other side would tell what it said. That the need was
/// changed everybody reads. The broker reads no no of either side, and where one was said no yes either, as it would tell
/// whose no it was.
fn log_lines(visit: &Visit, table: &Table, logged: Vec<(String, String, String, i64)>) -> Vec<(String, String)> {
    let l = visit.l;
    let refused = table.it.state == State::NotTaken || !table.it.declined_by.is_empty();
    let read = |actor: &str, step: &str| match table.actor {
        _ if step == changes::CHANGED || actor == table.actor.as_str() => true,
        Actor::Broker => !(matches!(step, "no" | "withdraw") || (refused && step == "yes")),
        _ => actor == Actor::Broker.as_str(),
    };
    let line = |(actor, step, consent, at): (String, String, String, i64)| {
        let side = l.w("actor", actor);
        let what = step_name(visit, table, "step-done", &step);
        let text = if consent.is_empty() {
            l.t2("log-line", "side", side, "what", what)
        } else {
            l.t3("log-line-consent", "side", side, "what", what, "version", consent)
        };
        (text, l.at(&at))
    };
    logged.into_iter().filter(|(actor, step, ..)| read(actor, step)).map(line).collect()
}

/// The contact of the other side, in a state that discloses. `given`: what its server gave, where that is another.
fn other_side(visit: &Visit, table: &Table, state: State, given: &str) -> (Option<Contact>, bool) {
    if !state.discloses() {
        return (None, false);
    }
    let (place, sealed) = match table.actor {
        // The broker brings two together and reads the contacts of neither.
        Actor::Broker | Actor::Partner => return (None, false),
        _ if table.reach() != Reach::Here && given.is_empty() => return (None, false),
        _ if table.reach() != Reach::Here => (format!("introduction/{}", table.it.id), given),
        Actor::Offer => (format!("need/{}", table.need.id), table.need.sealed.as_str()),
        Actor::Host => (format!("offer/{}", table.offer.id), table.offer.sealed.as_str()),
    };
    let read = Contact::read(&visit.app.config.keys, &place, sealed);
    let lost = read.is_err();
    (read.ok(), lost)
}

/// The fields of a contact with their labels.
pub(super) fn said(visit: &Visit, contact: &Contact) -> Vec<(String, String)> {
    // The form asks its reader how to reach you; here the other side reads it.
    let label = |field| visit.l.w("contact", if field == "reach" { "reached" } else { field });
    contact.filled().into_iter().map(|(field, text)| (label(field), text.to_owned())).collect()
}

fn own_contact(visit: &Visit, table: &Table) -> Option<Contact> {
    let (place, sealed) = match table.actor {
        Actor::Offer => (format!("offer/{}", table.offer.id), &table.offer.sealed),
        Actor::Host => (format!("need/{}", table.need.id), &table.need.sealed),
        Actor::Broker | Actor::Partner => return None,
    };
    Contact::read(&visit.app.config.keys, &place, sealed).ok()
}

fn own_fields(visit: &Visit, table: &Table) -> Vec<String> {
    let fields = own_contact(visit, table).map(|contact| contact.fields()).unwrap_or_default();
    fields.iter().map(|field| visit.l.w("contact", field)).collect()
}

fn named_host(visit: &Visit, table: &Table) -> String {
    if !table.it.host_named || table.actor != Actor::Offer {
        return String::new();
    }
    let place = format!("need/{}", table.need.id);
    Contact::read(&visit.app.config.keys, &place, &table.need.sealed).map(|c| c.institution).unwrap_or_default()
}

/// `POST /d/{slug}/exchange/introductions/{id}`: takes a step. One transaction: of two at the same moment one wins.
pub async fn take(visit: Visit, Path((_, id)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let wanted: Step = typed.get("step").parse().map_err(|_| Problem::bad("problem-form"))?;
    let mut c = visit.write().await?;
    let table = table(&visit, &mut c, &id).await?;
    let offered = told(&visit, &table).ok_or_else(Problem::not_found)?.steps;
    if !offered.contains(&wanted) {
        return Err(Problem::conflict("problem-introduction-over"));
    }
    // A yes is to what was on the page.
    if wanted == Step::Yes && typed.get("read") != consent::on_page(&table) {
        return Err(Problem::conflict("problem-introduction-changed"));
    }
    let taken = Taken { step: wanted, host_named: typed.get("host_named") == "on", consent: CONSENT, at: visit.now };
    let next = steps::take(&mut c, &visit.app.config.keys, &table, &taken).await?;
    c.commit().await?;
    visit.app.letters.notify_one();
    let done = if table.actor == Actor::Broker { "/queue?done=" } else { "/mine?done=" };
    let shown_to_host = wanted == Step::Show && table.reach() == Reach::OfferAbroad;
    let done = format!("{done}{}", if shown_to_host { "show-host" } else { wanted.as_str() });
    let there = if next.discloses() { format!("/introductions/{id}") } else { done };
    page::go(&address(&visit, &there)?)
}
