//! Puts the demo into the store, in the caller's transaction.

use super::model::{self, Place, Point, Voice};
use super::{exchange, measures, practices, scenarios};
use crate::access::Role;
use crate::keys::Keyring;
use crate::opening::{self, Rules};
use crate::store::delegation::{self, Delegation};
use crate::store::participant::{self, Participant};
use crate::store::person::{self, Member, Person};
use crate::store::perspective::{self, Perspective};
use crate::store::response::{self, Change};
use crate::store::{self, Conn, Moment};
use crate::words::{Attribution, DialogueState, EnteredBy, Kind, PerspectiveState, Position, Value, split};
use anyhow::Context;
use papers::{Format, Limits, Paper};
use std::collections::HashMap;

const PAPER: &str = include_str!("../../assets/demo/paper.md");
const DELEGATIONS: &str = include_str!("../../assets/demo/delegations.csv");
const PERSPECTIVES: &str = include_str!("../../assets/demo/perspectives.csv");
const MODEL: &str = include_str!("../../assets/demo/model.csv");

/// Simulated participants without a delegation.
const PEOPLE: usize = 300;
/// The simulated responses came over this span before the demo was started.
pub(super) const SPAN: Moment = 6 * 3_600_000;

#[derive(Debug, serde::Deserialize)]
struct DelegationRow {
    name: String,
    kind: String,
    country: String,
    roles: String,
    groups: String,
    observer: String,
    lang: String,
}

#[derive(Debug, serde::Deserialize)]
struct PerspectiveRow {
    question: String,
    delegation: String,
    text: String,
    lang: String,
    paragraph: String,
    attribution: String,
    on_behalf_of: String,
}

#[derive(Debug, serde::Deserialize)]
struct ModelRow {
    question: String,
    row: usize,
    ease: f64,
    x: f64,
    y: f64,
}

pub(super) fn rows<T: serde::de::DeserializeOwned>(name: &str, text: &str) -> anyhow::Result<Vec<T>> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .with_context(|| format!("assets/demo/{name}"))
}

/// Makes the demo's dialogue. With another paper, its delegations are there and nothing was said yet.
pub async fn load(c: &mut Conn, keys: &Keyring, other: Option<&Paper>, seed: u64, now: Moment) -> anyhow::Result<()> {
    let own = papers::read(PAPER.as_bytes(), Format::Markdown, &Limits::default())?;
    let rules = Rules { state: DialogueState::Open, simulated: true, ..Rules::default() };
    let slug = opening::convene(c, other.unwrap_or(&own), None, &rules, now - SPAN).await?;
    let mut dialogue = store::dialogue::by_slug(c, &slug).await?.context("the demo's dialogue is gone")?;
    dialogue.closes_at = Some(now + 10 * 24 * 3_600_000);
    store::dialogue::update(c, &dialogue).await?;
    let delegations = accredit(c, &dialogue.id, now).await?;
    let people = shortcuts(c, &dialogue.id, &delegations, now).await?;
    if let (Some(host), Some(expert)) = (people.get(&Role::Host), people.get(&Role::Expert)) {
        exchange::load(c, keys, &dialogue.id, (host, expert), seed, now).await?;
    }
    if other.is_none() {
        let mut places = contribute(c, &dialogue.id, &delegations, now).await?;
        // After the others: each participant's chance is drawn in this order, so that their answers stay as they were.
        places.extend(practices::practices(c, &slug, &delegations, keys, now).await?);
        places.extend(measures::load(c, &dialogue.id, &delegations, seed, now).await?);
        practices::estimates(c, &dialogue.id, &delegations, seed, now).await?;
        scenarios::load(c, &slug, &dialogue.id, now).await?;
        respond(c, &dialogue.id, &delegations, &places, seed, now).await?;
    }
    Ok(())
}

/// A delegation and the participant that it is.
pub(super) struct Seat {
    pub(super) delegation: Delegation,
    pub(super) participant: String,
}

async fn accredit(c: &mut Conn, dialogue: &str, now: Moment) -> anyhow::Result<Vec<Seat>> {
    let mut seats = Vec::new();
    for row in rows::<DelegationRow>("delegations.csv", DELEGATIONS)? {
        let delegation = Delegation {
            id: store::new_id(),
            kind: row.kind.parse()?,
            name: row.name,
            country: row.country,
            roles: row.roles,
            negotiating_groups: row.groups,
            observer: row.observer == "yes",
            lang: row.lang,
            created_at: now - SPAN,
        };
        delegation::insert(c, dialogue, &delegation).await?;
        let participant = Participant::new("delegation", Some(&delegation.id), now - SPAN);
        participant::insert(c, dialogue, &participant).await?;
        seats.push(Seat { delegation, participant: participant.id });
    }
    Ok(seats)
}

/// One person for each role, for the sign-in shortcuts: their accounts. They have no password. The operator
/// belongs to the server.
async fn shortcuts(c: &mut Conn, dialogue: &str, seats: &[Seat], now: Moment) -> anyhow::Result<HashMap<Role, String>> {
    let mut people = HashMap::new();
    let speaking = seats.iter().find(|s| !s.delegation.observer).map(|s| s.delegation.id.clone());
    let observing = seats.iter().find(|s| s.delegation.observer).map(|s| s.delegation.id.clone());
    let roles = Role::ALL.into_iter().filter(|role| !matches!(role, Role::Visitor | Role::Participant));
    for role in roles {
        let sign_in = format!("demo-{}", role.as_str());
        let person = Person { id: store::new_id(), name: sign_in.clone(), sign_in, password: None, created_at: now };
        person::insert(c, &person).await?;
        if role == Role::Operator {
            store::server::set(c, &format!("operator {}", person.id), "yes").await?;
            continue;
        }
        let delegation_id = match role {
            Role::Observer => observing.clone(),
            Role::FocalPoint => Some(focal_point(c, dialogue, now).await?),
            role if role.of_delegation() => speaking.clone(),
            _ => None,
        };
        let member = Member { id: store::new_id(), delegation_id, role: role.as_str().to_owned() };
        person::insert_member(c, dialogue, &person.id, &member, now).await?;
        people.insert(role, person.id);
    }
    Ok(people)
}

/// An observer delegation with a country that some of the simulated needs stand in: the demo's other delegations are
/// invented and have regions.
async fn focal_point(c: &mut Conn, dialogue: &str, now: Moment) -> anyhow::Result<String> {
    let delegation = Delegation {
        id: store::new_id(),
        name: "Simulated focal point".to_owned(),
        kind: Kind::State,
        country: "288".to_owned(),
        roles: "origin".to_owned(),
        negotiating_groups: String::new(),
        observer: true,
        lang: "en".to_owned(),
        created_at: now - SPAN,
    };
    delegation::insert(c, dialogue, &delegation).await?;
    Ok(delegation.id)
}

/// A perspective in the store and in the model.
pub(super) struct Spot {
    pub(super) perspective: String,
    pub(super) question: String,
    pub(super) place: Place,
}

async fn contribute(c: &mut Conn, dialogue: &str, seats: &[Seat], now: Moment) -> anyhow::Result<Vec<Spot>> {
    let questions = store::question::all(c, dialogue).await?;
    let model: HashMap<(String, usize), ModelRow> =
        rows::<ModelRow>("model.csv", MODEL)?.into_iter().map(|row| ((row.question.clone(), row.row), row)).collect();
    let mut counted: HashMap<String, usize> = HashMap::new();
    let mut spots = Vec::new();
    for row in rows::<PerspectiveRow>("perspectives.csv", PERSPECTIVES)? {
        let at = questions.iter().position(|q| q.reference == row.question).context("assets/demo: unknown question")?;
        let author = seats
            .iter()
            .position(|s| s.delegation.name == row.delegation)
            .context("assets/demo: unknown delegation")?;
        let number = counted.entry(row.question.clone()).or_default();
        *number += 1;
        let spot = model.get(&(row.question.clone(), *number)).context("assets/demo/model.csv: a row is missing")?;
        let place =
            Place { question: at, ease: spot.ease, toward: Point { x: spot.x, y: spot.y }, author: Some(author) };
        let question = questions[at].id.clone();
        let perspective = published(row, &question, *number as i64, &seats[author].participant, now)?;
        perspective::insert(c, dialogue, &perspective).await?;
        spots.push(Spot { perspective: perspective.id, question, place });
    }
    Ok(spots)
}

fn published(
    row: PerspectiveRow,
    question: &str,
    number: i64,
    author: &str,
    now: Moment,
) -> anyhow::Result<Perspective> {
    let attribution = if row.attribution.is_empty() { Attribution::Named } else { row.attribution.parse()? };
    Ok(Perspective {
        id: store::new_id(),
        question_id: question.to_owned(),
        number,
        paragraph: Some(row.paragraph).filter(|p| !p.is_empty()),
        text: row.text,
        lang: row.lang,
        state: PerspectiveState::Published,
        attribution,
        author_id: Some(author.to_owned()),
        on_behalf_of: Some(row.on_behalf_of).filter(|group| !group.is_empty()),
        entered_by: EnteredBy::Author,
        statement_id: None,
        moderated: 0,
        meta: false,
        seed: false,
        created_at: now - SPAN,
        changed_at: now - SPAN,
    })
}

async fn respond(
    c: &mut Conn,
    dialogue: &str,
    seats: &[Seat],
    spots: &[Spot],
    seed: u64,
    now: Moment,
) -> anyhow::Result<()> {
    let mut voters = Vec::new();
    for _ in 0..PEOPLE {
        let person = Participant::new("person", None, now - SPAN);
        participant::insert(c, dialogue, &person).await?;
        voters.push(person.id);
    }
    voters.extend(seats.iter().map(|seat| seat.participant.clone()));
    let voices: Vec<Voice> = seats.iter().map(voice).collect();
    let places: Vec<Place> = spots.iter().map(|spot| spot.place).collect();
    let answers = model::simulate(&places, &voices, PEOPLE, seed);
    let step = SPAN / (answers.len() as Moment + 1);
    let changes: Vec<Change> = (1..)
        .zip(answers)
        .map(|(n, answer)| Change {
            participant: voters[answer.participant].clone(),
            perspective: spots[answer.perspective].perspective.clone(),
            question: spots[answer.perspective].question.clone(),
            value: Some(Value::from_number(i64::from(answer.value))),
            matters: answer.matters,
            attribution: Attribution::Named,
            entered_by: EnteredBy::Author,
            at: now - SPAN + n * step,
        })
        .collect();
    response::apply(c, &changes).await?;
    Ok(())
}

pub(super) fn voice(seat: &Seat) -> Voice {
    let roles: Vec<Position> = split(&seat.delegation.roles).filter_map(|role| role.parse().ok()).collect();
    Voice { kind: seat.delegation.kind, roles, observer: seat.delegation.observer }
}
