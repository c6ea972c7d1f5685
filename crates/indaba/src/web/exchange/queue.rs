//! The broker's queue: what waits for whom, what is shown of it together, and the needs that nobody was found for.

use super::super::secretariat::Choice;
use super::super::{Answer, Problem, Visit};
use super::introductions::{self, worded};
use super::{Page, Pager, Tab, Typed, address, country_of, handle, is_shown_to, page};
use crate::exchange::steps::{self, NotTaken, Taken};
use crate::introduction::{Actor, State, Step, effective, follow_up_due};
use crate::store::introduction::Introduction;
use crate::store::need::Need;
use crate::store::offer::Offer;
use crate::store::queue::Looked;
use crate::store::{self, Conn};
use askama::Template;
use axum::Form;
use axum::extract::Query;
use std::collections::HashMap;

/// What the list can be narrowed to, beside the states of an introduction: those whose host is to say how it went.
const FOLLOW_UP: &str = "follow_up";

#[derive(Template)]
#[template(path = "exchange/queue.html")]
struct Queue {
    page: Page,
    home: String,
    done: String,
    rows: Vec<Row>,
    /// One of them can be shown.
    showable: bool,
    pager: Pager,
    /// What the list can be narrowed to.
    states: Vec<Choice>,
    /// The need that it is narrowed to; empty for all.
    need: String,
    narrowed: bool,
    needs: Vec<Open>,
    needs_pager: Pager,
    overdue: i64,
}

/// An introduction in the queue.
struct Row {
    id: String,
    need: String,
    lang: String,
    dir: &'static str,
    offer: String,
    /// The partner server of its other side; empty where both are here.
    through: String,
    state: String,
    waits_for: String,
    due: String,
    /// It can be shown from here.
    proposed: bool,
    /// Why the two fit, of one that can be shown.
    reasons: Vec<String>,
}

/// A need that somebody can still be introduced to.
struct Open {
    id: String,
    title: String,
    lang: String,
    dir: &'static str,
    country: String,
    /// The partner server whose need it is; empty for this one's own.
    through: String,
    waiting: i64,
    under_way: i64,
    endorsed: bool,
}

/// `GET /d/{slug}/exchange/queue?state=&need=&from=&needs=`
pub async fn show(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    let dialogue = &visit.convened()?.dialogue.id;
    let home = address(&visit, "")?;
    let mut c = visit.write().await?;
    store::introduction::time_out(&mut c, dialogue, visit.now).await?;
    store::claim::forget(&mut c, dialogue, visit.now).await?;
    c.commit().await?;
    let mut c = visit.read().await?;
    let country = country_of(&visit, &mut c).await?;
    let states = states(&visit, asked.get("state"));
    let state = states.iter().find(|choice| choice.chosen).map_or("", |choice| choice.value.as_str());
    let need = Some(asked.get("need")).filter(|id| id.chars().all(|c| c.is_alphanumeric() || c == '-')).unwrap_or("");
    let looked = Looked { reader: &country, state, need, now: visit.now, from: asked.from() };
    let mut rows = store::queue::page(&mut c, dialogue, looked).await?;
    let pager = Pager::cut(&mut rows, asked.from(), &format!("{home}/queue?state={state}&need={need}&from="));
    let needs_from = asked.number("needs").filter(|from| (0..1_000_000).contains(from)).unwrap_or(0);
    let mut needs = store::need::open_page(&mut c, dialogue, &country, visit.now, needs_from).await?;
    let needs_pager = Pager::cut(&mut needs, needs_from, &format!("{home}/queue?needs="));
    let under_way = store::queue::under_way(&mut c, dialogue, &country).await?.into_iter().collect();
    let followed = followed(&mut c, dialogue).await?;
    let rows = rows_of(&visit, &mut c, &rows, &country, &followed).await?;
    page::show(&Queue {
        done: done(&visit, &asked),
        showable: rows.iter().any(|row| row.proposed),
        rows,
        need: need.to_owned(),
        narrowed: !(state.is_empty() && need.is_empty()),
        states,
        needs: open(&visit, &needs, &under_way, &names(&mut c, dialogue).await?),
        needs_pager,
        overdue: overdue(&visit, &mut c, &country, &followed).await?,
        pager,
        home,
        page: Page::new(&visit, visit.l.t("queue-title"), Tab::Exchange),
    })
}

fn done(visit: &Visit, asked: &Typed) -> String {
    let l = visit.l;
    let number = |name: &str| asked.number(name).unwrap_or(0);
    match asked.get("done") {
        "proposed" => l.t1("exchange-done-proposed", "n", number("n")),
        "shown" if number("n") < number("of") => l.t2("exchange-done-shown-some", "n", number("n"), "of", number("of")),
        "shown" => l.t1("exchange-done-shown", "n", number("n")),
        word @ ("show" | "show-host" | "dismiss" | "start" | "finish") => l.w("exchange-done", word),
        _ => String::new(),
    }
}

/// States that the list can be narrowed to.
fn states(visit: &Visit, chosen: &str) -> Vec<Choice> {
    let l = visit.l;
    let mut all = vec![Choice::new(l, FOLLOW_UP, l.t("queue-follow-ups"), chosen)];
    all.extend(State::ALL.iter().map(|state| Choice::new(l, state.as_str(), l.w("introduction", state), chosen)));
    all
}

async fn rows_of(
    visit: &Visit,
    c: &mut Conn,
    rows: &[Introduction],
    country: &str,
    followed: &HashMap<String, Vec<i64>>,
) -> Result<Vec<Row>, Problem> {
    let dialogue = &visit.convened()?.dialogue.id;
    let needs: HashMap<String, Need> =
        store::need::of_queue(c, dialogue).await?.into_iter().map(|n| (n.id.clone(), n)).collect();
    let offers: HashMap<String, Offer> =
        store::offer::of_queue(c, dialogue).await?.into_iter().map(|o| (o.id.clone(), o)).collect();
    let partners = names(c, dialogue).await?;
    let row = |it: &Introduction| {
        let (need, offer) = (needs.get(&it.need_id)?, offers.get(&it.offer_id)?);
        let through = through(visit, &partners, offer.partner_id.as_ref().or(need.partner_id.as_ref()));
        let said = followed.get(&it.id).map_or(&[][..], Vec::as_slice);
        let asked = asked_of_host(visit, it, need, said);
        is_shown_to(offer, country).then(|| Row { through, ..row(visit, it, need, offer, asked) })
    };
    Ok(rows.iter().filter_map(row).collect())
}

/// The month after which the host is to say how it went, where that is due and its server is this one.
pub(super) fn asked_of_host(visit: &Visit, it: &Introduction, need: &Need, said: &[i64]) -> Option<i64> {
    let at_work = matches!(it.state, State::Engaged | State::Completed) && need.partner_id.is_none();
    follow_up_due(it.started_at, said, visit.now).filter(|_| at_work)
}

/// The partners of a dialogue, by their ids.
async fn names(c: &mut Conn, dialogue: &str) -> Result<HashMap<String, String>, Problem> {
    let partners = store::partner::of_dialogue(c, dialogue).await?;
    Ok(partners.into_iter().map(|partner| (partner.id, partner.name)).collect())
}

/// Through which partner server something comes, in words; empty for what is here.
fn through(visit: &Visit, partners: &HashMap<String, String>, id: Option<&String>) -> String {
    let name = id.and_then(|id| partners.get(id));
    name.map_or_else(String::new, |name| visit.l.t1("partner-through", "name", name))
}

fn row(visit: &Visit, it: &Introduction, need: &Need, offer: &Offer, asked: Option<i64>) -> Row {
    let l = visit.l;
    let state = effective(it.state, it.due_at, visit.now);
    let waits_for = match (asked, state) {
        (Some(month), _) => l.t1("queue-follow-up", "n", month),
        (None, State::Proposed) => l.w("actor", "broker"),
        (None, State::WithOffer) => l.w("actor", "offer"),
        (None, State::WithHost | State::Exchanged | State::Engaged) => l.w("actor", "host"),
        (None, State::Confirming) => l.w("actor", "partner"),
        (None, _) => String::new(),
    };
    let proposed = state == State::Proposed;
    Row {
        id: it.id.clone(),
        need: need.title.clone(),
        dir: l.dir_of(&need.lang),
        lang: need.lang.clone(),
        offer: handle(l, offer),
        through: String::new(),
        state: l.w("introduction", state),
        waits_for,
        due: it.due_at.filter(|_| state.waits()).map_or_else(String::new, |due| l.day(&due)),
        proposed,
        reasons: if proposed { worded(visit, &it.reasons) } else { Vec::new() },
    }
}

fn open(
    visit: &Visit,
    needs: &[Need],
    under_way: &HashMap<String, i64>,
    partners: &HashMap<String, String>,
) -> Vec<Open> {
    let l = visit.l;
    let entry = |need: &Need| Open {
        id: need.id.clone(),
        title: need.title.clone(),
        dir: l.dir_of(&need.lang),
        lang: need.lang.clone(),
        country: crate::countries::name(l, &need.country),
        through: through(visit, partners, need.partner_id.as_ref()),
        waiting: (visit.now - need.created_at) / (24 * 3_600_000),
        under_way: under_way.get(&need.id).copied().unwrap_or(0),
        endorsed: !need.endorsed_by.is_empty(),
    };
    needs.iter().map(entry).collect()
}

/// The months that were answered, by introduction.
async fn followed(c: &mut Conn, dialogue: &str) -> Result<HashMap<String, Vec<i64>>, Problem> {
    let mut said: HashMap<String, Vec<i64>> = HashMap::new();
    for follow_up in store::outcome::follow_ups(c, dialogue).await? {
        said.entry(follow_up.introduction_id).or_default().push(follow_up.month);
    }
    Ok(said)
}

/// Follow-ups that are due and not answered.
async fn overdue(
    visit: &Visit,
    c: &mut Conn,
    country: &str,
    followed: &HashMap<String, Vec<i64>>,
) -> Result<i64, Problem> {
    let begun = store::introduction::begun(c, &visit.convened()?.dialogue.id, country).await?;
    let due = |(id, at): &&(String, i64)| {
        follow_up_due(Some(*at), followed.get(id).map_or(&[][..], Vec::as_slice), visit.now).is_some()
    };
    Ok(begun.iter().filter(due).count() as i64)
}

/// `POST /d/{slug}/exchange/queue/show`: shows those chosen to the people who offer, or to the host where the offer came
/// from a partner. One that has moved on meanwhile is left as it is, and counted.
pub async fn show_chosen(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let chosen = typed.all("introduction");
    let mut c = visit.write().await?;
    let mut n = 0;
    for id in &chosen {
        let table = introductions::table(&visit, &mut c, id).await?;
        // Of an introduction of one's own one is a side, not the broker.
        if table.actor != Actor::Broker {
            continue;
        }
        let taken = Taken { step: Step::Show, host_named: false, consent: introductions::CONSENT, at: visit.now };
        match steps::take(&mut c, &visit.app.config.keys, &table, &taken).await {
            Ok(_) => n += 1,
            Err(error @ (NotTaken::Sealed(_) | NotTaken::Store(_))) => return Err(error.into()),
            // It has moved on, or the two no longer fit: nothing was changed of it.
            Err(_) => {}
        }
    }
    c.commit().await?;
    visit.app.letters.notify_one();
    page::go(&address(&visit, &format!("/queue?done=shown&n={n}&of={}", chosen.len()))?)
}
