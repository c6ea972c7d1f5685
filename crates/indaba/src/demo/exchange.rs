//! The demo's exchange: 40 invented needs, 200 offers drawn around them, and introductions in every state. No name
//! belongs to anybody: people are called "Simulated person 17".
//!
//! **Offers.** Each is drawn from the line of work of one need, so that some fit and many do not: its occupation, two
//! thirds of its skills and one of another line, with levels from 2 to 5; French, English, Spanish or Arabic with a
//! level from B1; one to three ways of working; a window of 4 to 20 months; a tie to the need's country in half of the
//! cases, else to another. Every ninth is hidden from a country; some say what they will not do, rest, are not renewed,
//! or were typed by a focal point.

use super::circulation;
use super::model::chance::Chance;
use crate::exchange::contact::Contact;
use crate::exchange::profile::{Language, Profile, Skill};
use crate::exchange::words::{Cefr, Mode};
use crate::keys::Keyring;
use crate::partner::key::ServerKey;
use crate::store::need::Need;
use crate::store::offer::Offer;
use crate::store::partner::Partner;
use crate::store::person::{Member, Person};
use crate::store::{self, Conn, Moment};
use crate::words::QuestionKind;
use anyhow::Context;
use std::collections::HashSet;

const NEEDS: &str = include_str!("../../assets/demo/needs.csv");
/// Offers.
pub const OFFERS: usize = 200;
const DAY: Moment = 24 * 3_600_000;

#[derive(Debug, Clone, serde::Deserialize)]
struct Row {
    lang: String,
    title: String,
    country: String,
    host: String,
    occupation: String,
    skills: String,
    field: String,
    weeks: i64,
    people: i64,
    licence: String,
    terms: String,
    counterpart: String,
    remains: String,
}

impl Row {
    fn skills(&self) -> Vec<Skill> {
        let skill = |text: &str| {
            let (concept, level) = text.split_once(':')?;
            Some(Skill { concept: concept.to_owned(), level: level.parse().ok()? })
        };
        self.skills.split(';').filter_map(skill).collect()
    }
}

/// Puts it into the store. `host` and `expert` are the accounts of the sign-in shortcuts.
pub async fn load(
    c: &mut Conn,
    keys: &Keyring,
    dialogue: &str,
    (host, expert): (&str, &str),
    seed: u64,
    now: Moment,
) -> anyhow::Result<()> {
    // The needs of education and health stand on the page of the paper's last question, which is on networks.
    let guiding = store::question::all(c, dialogue).await?;
    let question = guiding.iter().rfind(|q| q.kind == QuestionKind::Guiding).map(|q| q.id.clone());
    let rows: Vec<Row> = csv::Reader::from_reader(NEEDS.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .context("assets/demo/needs.csv")?;
    let mut needs = Vec::new();
    for (n, row) in rows.iter().enumerate() {
        let question_id = question.clone().filter(|_| ["01", "09"].contains(&row.field.as_str()));
        let need = Need { question_id, ..need(keys, n, row, host, now)? };
        store::need::insert(c, dialogue, &need).await?;
        needs.push(need);
    }
    let mut offers = Vec::new();
    for n in 0..OFFERS {
        let person = if n == 0 { expert.to_owned() } else { somebody(c, dialogue, n, now).await? };
        let mut chance = Chance::new(seed, 10_000 + n);
        offers.push(offer(keys, n, &rows, person, &mut chance, now)?);
    }
    let chosen = circulation::choose(&needs, &offers, now);
    for introduced in &chosen {
        // Nobody was introduced before they offered anything.
        let offer = &mut offers[introduced.offer];
        offer.created_at = offer.created_at.min(now - (introduced.days() + 10) * DAY);
    }
    for offer in &offers {
        store::offer::insert(c, dialogue, offer).await?;
    }
    partner(c, dialogue, now).await?;
    circulation::load(c, keys, dialogue, &needs, &offers, &chosen, now).await
}

fn need(keys: &Keyring, n: usize, row: &Row, host: &str, now: Moment) -> anyhow::Result<Need> {
    let id = store::new_id();
    let languages = if row.lang == "fr" { [("fr", Cefr::B2)] } else { [("en", Cefr::B1)] };
    let contact = Contact {
        name: format!("Simulated person {}", 1_000 + n),
        institution: format!("Simulated institution {}", n + 1),
        place: "Simulated town".to_owned(),
        reach: "simulated@example.org".to_owned(),
        evidence: String::new(),
    };
    let today = now / DAY;
    let profile = Profile {
        occupation: row.occupation.clone(),
        skills: row.skills().into_iter().map(|s| Skill { level: s.level - 1, ..s }).collect(),
        field: row.field.clone(),
        languages: languages.map(|(tag, cefr)| Language { tag: tag.to_owned(), cefr }).to_vec(),
        mode: if n.is_multiple_of(3) { vec![Mode::Remote, Mode::Mixed] } else { vec![Mode::Visit, Mode::Mixed] },
        window: (today + 30, today + 300),
        weeks: row.weeks,
        hours: 20,
        licence: row.licence.clone(),
    };
    let waited = circulation::posted(n).unwrap_or(60 - n as Moment);
    let created_at = now - waited * DAY;
    Ok(Need {
        sealed: contact.seal(keys, &format!("need/{id}"))?,
        id,
        question_id: None,
        person_id: Some(host.to_owned()),
        country: row.country.clone(),
        host_kind: row.host.clone(),
        endorsed_by: if n.is_multiple_of(4) { String::new() } else { "Simulated ministry".to_owned() },
        title: row.title.clone(),
        terms: row.terms.clone(),
        lang: row.lang.clone(),
        profile: profile.to_json(),
        support: String::new(),
        counterpart: row.counterpart.clone(),
        remains: row.remains.clone(),
        people: row.people,
        placed: 0,
        state: "open".to_owned(),
        created_at,
        changed_at: created_at,
        expires_at: now + 150 * DAY,
        met_at: None,
        partner_id: None,
        partner_country: String::new(),
        poster_country: String::new(),
    })
}

async fn somebody(c: &mut Conn, dialogue: &str, n: usize, now: Moment) -> anyhow::Result<String> {
    let name = format!("Simulated person {n}");
    let person =
        Person { id: store::new_id(), sign_in: format!("demo-expert-{n}"), name, password: None, created_at: now };
    store::person::insert(c, &person).await?;
    let member = Member { id: store::new_id(), delegation_id: None, role: "expert".to_owned() };
    store::person::insert_member(c, dialogue, &person.id, &member, now).await?;
    Ok(person.id)
}

fn offer(
    keys: &Keyring,
    n: usize,
    rows: &[Row],
    person: String,
    chance: &mut Chance,
    now: Moment,
) -> anyhow::Result<Offer> {
    let line = &rows[n % rows.len()];
    let other = &rows[chance.below(rows.len())];
    let id = store::new_id();
    let contact = Contact {
        name: format!("Simulated person {n}"),
        reach: "simulated@example.org".to_owned(),
        evidence: "A simulated certificate".to_owned(),
        ..Contact::default()
    };
    let tie = if chance.uniform() < 0.5 { line } else { other };
    let created_at = now - (1 + chance.below(90) as Moment) * DAY;
    Ok(Offer {
        sealed: contact.seal(keys, &format!("offer/{id}"))?,
        id,
        person_id: Some(person),
        handle: format!("DEMO-{:04}", n + 1),
        residence: ["154", "155", "021", "145", "053"][chance.below(5)].to_owned(),
        ties: tie.country.clone(),
        hidden_from: hidden_from(n, rows, tie),
        profile: drawn(line, other, chance, now).to_json(),
        will_not: if n % 7 == 3 { WILL_NOT[n / 7 % WILL_NOT.len()] } else { "" }.to_owned(),
        lang: "en".to_owned(),
        capacity: 1 + chance.below(2) as i64,
        taken: 0,
        state: if n % 37 == 9 { "paused" } else { "active" }.to_owned(),
        // Typed by a focal point, and confirmed by the person.
        entered_by: if n % 31 == 7 { "focal_point" } else { "self" }.to_owned(),
        created_at,
        changed_at: created_at,
        renew_by: if n % 23 == 5 { now - 4 * DAY } else { now + (20 + chance.below(340) as Moment) * DAY },
        partner_id: None,
    })
}

/// Every ninth offer is hidden from one country, never from that of its ties.
fn hidden_from(n: usize, rows: &[Row], tie: &Row) -> String {
    let country = &rows[(n * 7 + 3) % rows.len()].country;
    if n % 9 == 4 && *country != tie.country { country.clone() } else { String::new() }
}

/// What some of them will not do.
const WILL_NOT: [&str; 4] = [
    "No work at weekends.",
    "I train and advise; I do not sign for the work of others.",
    "No travel outside the capital.",
    "No interviews, and no pictures of the work.",
];

fn drawn(line: &Row, other: &Row, chance: &mut Chance, now: Moment) -> Profile {
    let mut skills: Vec<Skill> = line.skills().into_iter().filter(|_| chance.uniform() < 0.67).collect();
    skills.extend(other.skills().into_iter().take(1));
    let mut seen = HashSet::new();
    skills.retain(|skill| seen.insert(skill.concept.clone()));
    for skill in &mut skills {
        skill.level = 2 + chance.below(4) as u8;
    }
    let levels = [Cefr::B1, Cefr::B2, Cefr::C1, Cefr::C2];
    let mut languages = Vec::new();
    for (tag, share) in [("en", 0.8), ("fr", 0.5), ("es", 0.25), ("ar", 0.25)] {
        if chance.uniform() < share {
            languages.push(Language { tag: tag.to_owned(), cefr: levels[chance.below(4)] });
        }
    }
    let first = now / DAY + chance.below(60) as i64;
    Profile {
        occupation: line.occupation.clone(),
        skills,
        field: line.field.clone(),
        languages,
        mode: Mode::ALL.iter().copied().filter(|_| chance.uniform() < 0.6).collect(),
        window: (first, first + 120 + chance.below(480) as i64),
        weeks: 0,
        hours: 5 + 5 * chance.below(7) as i64,
        licence: line.licence.clone(),
    }
}

/// A partner server that is nowhere: `.invalid` is the name of nothing (RFC 2606).
async fn partner(c: &mut Conn, dialogue: &str, now: Moment) -> anyhow::Result<()> {
    let partner = Partner {
        id: store::new_id(),
        dialogue_id: dialogue.to_owned(),
        name: "Simulated partner server".to_owned(),
        address: "https://partner.invalid".to_owned(),
        key: ServerKey::of([7; 32]).public().to_string(),
        country: String::new(),
        private: false,
        state: "active".to_owned(),
        created_at: now,
    };
    Ok(store::partner::put(c, &partner).await?)
}
