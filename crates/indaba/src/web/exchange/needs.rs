//! A need: its page, the form in which a host posts or changes it, its withdrawal.

use super::super::secretariat::{Choice, languages, questions};
use super::super::{Answer, Problem, Visit};
use super::concepts;
use super::follow_up::{CameOfIt, came_of_it};
use super::once::{self, Sent};
use super::typed::{self, Parts, Troubles};
use super::{Card, May, Page, Tab, Typed, address, country_of, need_card, page, person};
use crate::access::{Action, allows};
use crate::countries;
use crate::exchange::changes;
use crate::exchange::profile::Profile;
use crate::exchange::words::HostKind;
use crate::keys::Keyring;
use crate::secret;
use crate::store;
use crate::store::need::Need;
use crate::words::DialogueState;
use askama::Template;
use axum::Form;
use axum::extract::Path;
use axum::http::StatusCode;

/// Months that a need is shown, if not said otherwise, and at most.
const MONTHS: i64 = 6;
const MOST_MONTHS: i64 = 12;
const MONTH: i64 = 30 * 24 * 3_600_000;

#[derive(Template)]
#[template(path = "exchange/need.html")]
struct NeedPage {
    page: Page,
    home: String,
    card: Card,
    question: String,
    /// What hosts said of how it went.
    came: CameOfIt,
    own: bool,
    open: bool,
    broker: bool,
    /// This server's own, which can be published to partner servers.
    publish: bool,
    endorse: bool,
    /// Vouched for, and the visitor's country can end that.
    endorsed: bool,
    may: May,
}

#[derive(Template)]
#[template(path = "exchange/need_form.html")]
struct NeedForm {
    page: Page,
    home: String,
    /// Where the form goes.
    to: String,
    typed: Typed,
    troubles: Troubles,
    parts: Parts,
    countries: Vec<Choice>,
    kinds: Vec<Choice>,
    languages: Vec<Choice>,
    questions: Vec<Choice>,
}

/// A need that the visitor may see: open to everybody, else its host's and the broker's. A partner's is the broker's.
pub(super) async fn need(visit: &Visit, id: &str) -> Result<Need, Problem> {
    let mut c = visit.read().await?;
    let found = store::need::by_id(&mut c, &visit.convened()?.dialogue.id, id).await?.ok_or_else(Problem::not_found)?;
    let public = found.state == "open" && found.partner_id.is_none();
    // A draft is its host's alone.
    let broker = allows(visit.role, Action::Broker) && found.state != "draft";
    let seen = public || is_own(visit, &found) || broker;
    if seen { Ok(found) } else { Err(Problem::not_found()) }
}

fn is_own(visit: &Visit, need: &Need) -> bool {
    need.person_id.is_some() && visit.session.as_ref().is_some_and(|s| s.person_id == need.person_id)
}

/// `GET /d/{slug}/exchange/needs/{id}`
pub async fn show(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let need = need(&visit, &id).await?;
    let mut c = visit.read().await?;
    let country = country_of(&visit, &mut c).await?;
    let convened = visit.convened()?;
    let question = need.question_id.as_deref().and_then(|id| convened.question_by_id(id));
    let of_country = allows(visit.role, Action::SpeakForCountry) && country == need.country;
    page::show(&NeedPage {
        home: address(&visit, "")?,
        card: need_card(&visit, &need),
        question: question.map(|q| q.reference.clone()).unwrap_or_default(),
        came: came_of_it(&visit, &mut c, &need, is_own(&visit, &need)).await?,
        own: is_own(&visit, &need),
        open: need.is_open(visit.now),
        broker: allows(visit.role, Action::Broker),
        publish: need.partner_id.is_none(),
        endorse: need.endorsed_by.is_empty() && of_country,
        endorsed: !need.endorsed_by.is_empty() && of_country,
        may: May::of(&visit),
        page: Page::new(&visit, need.title.clone(), Tab::Exchange),
    })
}

/// `GET /d/{slug}/exchange/needs/new`
pub async fn new(visit: Visit) -> Answer {
    person(&visit)?;
    let mut typed = Typed::default();
    let country = country_of(&visit, &mut visit.read().await?).await?;
    let once = secret::token()?;
    for (name, value) in
        [("lang", visit.l.code()), ("country", country.as_str()), ("people", "1"), ("once", once.as_str())]
    {
        typed.0.push((name.to_owned(), value.to_owned()));
    }
    form(&visit, StatusCode::OK, typed, Troubles::default(), "/needs")
}

fn form(visit: &Visit, status: StatusCode, typed: Typed, troubles: Troubles, to: &str) -> Answer {
    let l = visit.l;
    let country = |(code, name): (&'static str, String)| Choice::new(l, code, name, typed.get("country"));
    let kind = |kind: &HostKind| Choice::new(l, kind.as_str(), l.w("host", kind), typed.get("host_kind"));
    page::show_as(
        status,
        &NeedForm {
            home: address(visit, "")?,
            to: address(visit, to)?,
            parts: typed::parts(visit, &typed),
            countries: countries::all(l)
                .into_iter()
                .filter(|(code, _)| !countries::is_region(code))
                .map(country)
                .collect(),
            kinds: HostKind::ALL.iter().map(kind).collect(),
            languages: languages(typed.get("lang")),
            questions: questions(visit, typed.get("question"))?,
            typed,
            troubles,
            page: Page::new(visit, l.t("need-form-title"), Tab::Exchange),
        },
    )
}

/// Reads the form into a need; what is not typed comes from `before`.
async fn read(visit: &Visit, typed: &Typed, before: Need, troubles: &mut Troubles) -> Result<Need, Problem> {
    let l = visit.l;
    let contact = typed::contact(l, typed, true, troubles);
    let months = typed::number(l, typed, "months", 1..=MOST_MONTHS, troubles);
    let kind = typed.get("host_kind").parse::<HostKind>();
    if kind.is_err() {
        troubles.add("host_kind", l.t("trouble-choose"));
    }
    let lang = crate::lang::Lang::parse(typed.get("lang")).unwrap_or(l.0).code().to_owned();
    let state = state_after(typed, &before);
    let need = Need {
        state,
        question_id: typed::question(visit, typed, troubles)?,
        country: typed::place(l, typed, "country", troubles),
        host_kind: kind.map_or_else(|_| String::new(), |kind| kind.to_string()),
        title: typed::line(l, typed, "title", true, troubles),
        terms: typed::text(l, typed, "terms", true, troubles),
        lang,
        profile: typed::profile(visit, typed, true, troubles).await?.to_json(),
        support: typed::text(l, typed, "support", false, troubles),
        counterpart: typed::text(l, typed, "counterpart", true, troubles),
        remains: typed::text(l, typed, "remains", true, troubles),
        people: typed::number(l, typed, "people", 1..=50, troubles),
        sealed: contact.seal(&visit.app.config.keys, &format!("need/{}", before.id)).map_err(|e| sealing(&e))?,
        changed_at: visit.now,
        expires_at: visit.now + months * MONTH,
        ..before
    };
    if need.state == "draft" {
        troubles.leave_what_is_empty(typed, "title");
    }
    if need.people < need.placed {
        troubles.add("people", l.t1("trouble-placed", "n", need.placed));
    }
    Ok(need)
}

/// What a form makes of a need: a draft where that is asked for and nobody has seen it yet; else it is posted, also one
/// that was taken back.
fn state_after(typed: &Typed, before: &Need) -> String {
    let unseen = before.state == "draft" || before.sealed.is_empty();
    match before.state.as_str() {
        _ if unseen && typed.get("act") == "draft" => "draft".to_owned(),
        "draft" | "withdrawn" => "open".to_owned(),
        state => state.to_owned(),
    }
}

/// A missing key is the operator's to put back: nothing was kept.
pub(crate) fn sealing(error: &crate::keys::KeyError) -> Problem {
    Problem { key: "problem-keys", ..Problem::internal(error) }
}

fn fresh(visit: &Visit, person: &str) -> Need {
    Need {
        id: store::new_id(),
        question_id: None,
        person_id: Some(person.to_owned()),
        country: String::new(),
        host_kind: String::new(),
        endorsed_by: String::new(),
        title: String::new(),
        terms: String::new(),
        lang: String::new(),
        profile: String::new(),
        support: String::new(),
        counterpart: String::new(),
        remains: String::new(),
        people: 1,
        placed: 0,
        state: "open".to_owned(),
        sealed: String::new(),
        created_at: visit.now,
        changed_at: visit.now,
        expires_at: visit.now + MONTHS * MONTH,
        met_at: None,
        partner_id: None,
        partner_country: String::new(),
        poster_country: String::new(),
    }
}

/// `POST /d/{slug}/exchange/needs`
pub async fn post(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let person = person(&visit)?.to_owned();
    running(&visit)?;
    let mut troubles = Troubles::default();
    let need = read(&visit, &typed, fresh(&visit, &person), &mut troubles).await?;
    if !troubles.0.is_empty() {
        return form(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, troubles, "/needs");
    }
    let mut c = visit.write().await?;
    let need = posted_for(&visit, &mut c, need).await?;
    match once::claim(&visit, &mut c, &person, &typed, &need.id).await? {
        Sent::Now => {}
        Sent::Before(id) => return page::go(&address(&visit, &format!("/needs/{id}"))?),
        Sent::Otherwise => {
            drop(c);
            let (typed, troubles) = once::again(&visit, typed)?;
            return form(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, troubles, "/needs");
        }
    }
    store::need::insert(&mut c, &visit.convened()?.dialogue.id, &need).await?;
    concepts::commit(&visit, c, &typed).await?;
    page::go(&address(&visit, &format!("/needs/{}", need.id))?)
}

/// A need with the country that whoever posts it speaks for. A focal point vouches by posting for an institution of its
/// own country; another is vouched for afterwards.
async fn posted_for(visit: &Visit, c: &mut store::Conn, need: Need) -> Result<Need, Problem> {
    let poster_country = country_of(visit, c).await?;
    let vouches = allows(visit.role, Action::SpeakForCountry) && poster_country == need.country;
    let endorsed_by = if vouches { delegation_name(visit, c).await? } else { need.endorsed_by };
    Ok(Need { endorsed_by, poster_country, ..need })
}

/// The exchange goes on after the dialogue has closed; it begins when the dialogue opens.
pub(super) fn running(visit: &Visit) -> Result<(), Problem> {
    match visit.convened()?.dialogue.state_at(visit.now) {
        DialogueState::Preparing => Err(Problem::conflict("problem-not-open-yet")),
        DialogueState::Open | DialogueState::Closed => Ok(()),
    }
}

async fn delegation_name(visit: &Visit, c: &mut store::Conn) -> Result<String, Problem> {
    let Some(id) = &visit.delegation else { return Ok(String::new()) };
    Ok(store::delegation::by_id(c, id).await?.map(|d| d.name).unwrap_or_default())
}

/// The visitor's own need.
async fn own(visit: &Visit, id: &str) -> Result<Need, Problem> {
    let need = need(visit, id).await?;
    if is_own(visit, &need) && need.state != "erased" { Ok(need) } else { Err(Problem::forbidden()) }
}

/// `GET /d/{slug}/exchange/needs/{id}/edit`
pub async fn edit(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let need = own(&visit, &id).await?;
    let mut typed = Typed::default();
    typed::of_profile(&visit, &Profile::from_json(&need.profile), &mut typed);
    let place = format!("need/{}", need.id);
    let troubles = typed::of_sealed(&visit, &place, &need.sealed, &mut typed);
    let question = need.question_id.as_deref().and_then(|id| visit.convened().ok()?.question_by_id(id));
    let months = ((need.expires_at - visit.now) / MONTH).clamp(1, MOST_MONTHS).to_string();
    for (name, value) in [
        ("title", need.title.clone()),
        ("terms", need.terms.clone()),
        ("lang", need.lang.clone()),
        ("country", need.country.clone()),
        ("host_kind", need.host_kind.clone()),
        ("support", need.support.clone()),
        ("counterpart", need.counterpart.clone()),
        ("remains", need.remains.clone()),
        ("people", need.people.to_string()),
        ("months", months),
        ("question", question.map(|q| q.reference.clone()).unwrap_or_default()),
        ("seen", need.changed_at.to_string()),
        ("state", need.state.clone()),
    ] {
        typed.0.push((name.to_owned(), value));
    }
    form(&visit, StatusCode::OK, typed, troubles, &format!("/needs/{id}/edit"))
}

/// `POST /d/{slug}/exchange/needs/{id}/edit`
pub async fn change(visit: Visit, Path((_, id)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let before = own(&visit, &id).await?;
    let (drafted, seen) = (before.state == "draft", typed.number("seen").unwrap_or(before.changed_at));
    let mut troubles = Troubles::default();
    let need = read(&visit, &typed, before.clone(), &mut troubles).await?;
    let keys = &visit.app.config.keys;
    let need = Need { endorsed_by: still_endorsed(keys, &before, &need), ..need };
    let mut c = visit.write().await?;
    let need = posted_for(&visit, &mut c, need).await?;
    if troubles.0.is_empty() && !changes::need(&mut c, keys, &before, &need, seen).await? {
        troubles.add("form", visit.l.t("trouble-overtaken"));
    }
    if !troubles.0.is_empty() {
        drop(c);
        return form(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, troubles, &format!("/needs/{id}/edit"));
    }
    if drafted && need.state == "open" {
        store::need::posted(&mut c, &need.id, visit.now).await?;
    }
    concepts::commit(&visit, c, &typed).await?;
    visit.app.letters.notify_one();
    page::go(&address(&visit, &format!("/needs/{id}"))?)
}

/// Who vouches for a need after it was changed: nobody, where it is another country, kind or institution.
fn still_endorsed(keys: &Keyring, before: &Need, need: &Need) -> String {
    let same = before.country == need.country
        && before.host_kind == need.host_kind
        && changes::is_same_host(keys, before, need);
    if same { before.endorsed_by.clone() } else { String::new() }
}

/// `POST /d/{slug}/exchange/needs/{id}/withdraw`: what still waits for an answer ends with it.
pub async fn withdraw(visit: Visit, Path((_, id)): Path<(String, String)>) -> Answer {
    let before = own(&visit, &id).await?;
    let mut c = visit.write().await?;
    if !changes::withdraw_need(&mut c, &before, visit.now).await? {
        return Err(Problem::conflict("problem-overtaken"));
    }
    c.commit().await?;
    page::go(&address(&visit, "/mine?done=need-withdrawn")?)
}

/// `POST /d/{slug}/exchange/needs/{id}/endorse`: the focal point of the country vouches for the institution, or (`to` is
/// `end`) no longer does.
pub async fn endorse(visit: Visit, Path((_, id)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let need = need(&visit, &id).await?;
    let mut c = visit.write().await?;
    if country_of(&visit, &mut c).await? != need.country {
        return Err(Problem::forbidden());
    }
    let ends = typed.get("to") == "end";
    let name = if ends { String::new() } else { delegation_name(&visit, &mut c).await? };
    store::need::endorse(&mut c, &visit.convened()?.dialogue.id, &need.id, &name, visit.now).await?;
    c.commit().await?;
    page::go(&address(&visit, &format!("/needs/{id}"))?)
}
