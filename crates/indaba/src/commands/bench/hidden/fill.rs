//! A dialogue with needs, offers and those who look at them. Everything but what is hidden has the same ids on every
//! server that is filled so.

use crate::access::Role;
use crate::exchange::profile::{Language, Profile, Skill};
use crate::exchange::words::{Cefr, Mode};
use crate::partner::key::ServerKey;
use crate::partner::letter;
use crate::secret;
use crate::store::delegation::Delegation;
use crate::store::dialogue::Dialogue;
use crate::store::need::Need;
use crate::store::offer::Offer;
use crate::store::partner::Partner;
use crate::store::person::{Member, Person};
use crate::store::session::Session;
use crate::store::{self, Conn, Moment};
use crate::words::Kind;
use exchange::{Kind as Concept, Vocabulary};

/// The country that the hidden offers are hidden from, and for which the readers speak.
pub const READER: &str = "404";
/// Another, whose need may meet them.
const OTHER: &str = "710";
const DAY: Moment = 24 * 3_600_000;

/// What is asked about.
#[derive(Debug, Clone)]
pub struct Filled {
    /// The dialogue's slug.
    pub slug: String,
    /// The handle that one hidden offer has where there is any, and no offer elsewhere.
    pub handle: &'static str,
    /// Its id.
    pub offer: &'static str,
    /// A need of the readers' country, and one of another country.
    pub needs: [&'static str; 2],
    /// The key of a partner server.
    pub partner: [u8; 32],
    /// What the partner tells: a need of the readers' country.
    pub letter: String,
}

/// Fills a dialogue: so many offers that everybody may see, and so many that are hidden from [`READER`].
pub async fn fill(
    c: &mut Conn,
    dialogue: &Dialogue,
    vocabulary: &Vocabulary,
    (offers, hidden): (usize, usize),
    now: Moment,
) -> anyhow::Result<Filled> {
    let concepts = concepts(vocabulary);
    let filled = Filled {
        slug: dialogue.slug.clone(),
        handle: "HIDD-EN00",
        offer: "offer-0000-hidden",
        needs: ["need-of-readers", "need-of-others"],
        partner: [7; 32],
        letter: String::new(),
    };
    for (id, country) in filled.needs.into_iter().zip([READER, OTHER]) {
        store::need::insert(c, &dialogue.id, &need(id, country, &concepts, now)).await?;
    }
    for n in 0..offers {
        let offer = offer(format!("offer-{n:04}"), format!("OFFE-{n:04}"), "", n, &concepts, now);
        store::offer::insert(c, &dialogue.id, &offer).await?;
    }
    for n in 0..hidden {
        // Before and among the others in any order: what is hidden would be shown first.
        let (id, handle) = (format!("offer-{n:04}-hidden"), format!("HIDD-EN{n:02}"));
        store::offer::insert(c, &dialogue.id, &offer(id, handle, READER, n, &concepts, now)).await?;
    }
    readers(c, dialogue, now).await?;
    store::partner::put(c, &partner(dialogue, filled.partner, now)).await?;
    let told = need("00000000-0000-7000-8000-000000000404", READER, &concepts, now);
    let letter = letter::body(&letter::of_need(vocabulary, "http://partner.example", &told, true));
    Ok(Filled { letter, ..filled })
}

/// The first skills of a vocabulary.
fn concepts(vocabulary: &Vocabulary) -> Vec<String> {
    let skills =
        vocabulary.concepts().map(|(_, concept)| concept).filter(|concept| matches!(concept.kind, Concept::Skill));
    skills.take(5).map(|concept| concept.id.to_string()).collect()
}

fn profile(n: usize, concepts: &[String], weeks: i64, now: Moment) -> Profile {
    let skill = |at: usize| concepts.get(at % concepts.len().max(1)).cloned().unwrap_or_default();
    let level = 3 + (n % 3) as u8;
    let skills = [skill(n), skill(n + 1)].map(|concept| Skill { concept, level });
    Profile {
        skills: skills.to_vec(),
        languages: vec![Language { tag: "fr".to_owned(), cefr: Cefr::B2 }],
        mode: vec![Mode::Visit],
        window: (now / DAY + 30, now / DAY + 300),
        weeks,
        hours: 20,
        ..Profile::default()
    }
}

fn need(id: &str, country: &str, concepts: &[String], now: Moment) -> Need {
    Need {
        id: id.to_owned(),
        question_id: None,
        person_id: None,
        country: country.to_owned(),
        host_kind: "health".to_owned(),
        endorsed_by: String::new(),
        title: "A need of the bench".to_owned(),
        terms: "What the bench asks for.".to_owned(),
        lang: "en".to_owned(),
        profile: profile(0, concepts, 6, now).to_json(),
        support: String::new(),
        counterpart: "A counterpart.".to_owned(),
        remains: "A routine.".to_owned(),
        people: 1,
        placed: 0,
        state: "open".to_owned(),
        sealed: String::new(),
        created_at: now,
        changed_at: now,
        expires_at: now + 180 * DAY,
        met_at: None,
        partner_id: None,
        partner_country: String::new(),
        poster_country: String::new(),
    }
}

fn offer(id: String, handle: String, hidden_from: &str, n: usize, concepts: &[String], now: Moment) -> Offer {
    Offer {
        id,
        person_id: None,
        handle,
        residence: "155".to_owned(),
        ties: format!("{READER};{OTHER}"),
        hidden_from: hidden_from.to_owned(),
        profile: profile(n, concepts, 0, now).to_json(),
        will_not: String::new(),
        lang: "en".to_owned(),
        capacity: 1,
        taken: 0,
        state: "active".to_owned(),
        sealed: String::new(),
        entered_by: "self".to_owned(),
        created_at: now,
        changed_at: now,
        renew_by: now + 365 * DAY,
        partner_id: None,
    }
}

fn partner(dialogue: &Dialogue, key: [u8; 32], now: Moment) -> Partner {
    Partner {
        id: "partner-of-the-bench".to_owned(),
        dialogue_id: dialogue.id.clone(),
        name: "Partner of the bench".to_owned(),
        address: "https://partner.example".to_owned(),
        key: ServerKey::of(key).public().to_string(),
        country: READER.to_owned(),
        private: false,
        state: "active".to_owned(),
        created_at: now,
    }
}

/// The token under which somebody in a role asks.
pub(super) fn token(role: Role) -> String {
    format!("bench-{}", role.as_str())
}

/// A delegation of the readers' country, with a focal point, a broker and somebody who offers.
async fn readers(c: &mut Conn, dialogue: &Dialogue, now: Moment) -> anyhow::Result<()> {
    let delegation = Delegation {
        id: "delegation-of-readers".to_owned(),
        name: "Delegation of the readers".to_owned(),
        kind: Kind::State,
        country: READER.to_owned(),
        roles: "origin".to_owned(),
        negotiating_groups: String::new(),
        observer: false,
        lang: "en".to_owned(),
        created_at: now,
    };
    store::delegation::insert(c, &dialogue.id, &delegation).await?;
    for role in [Role::FocalPoint, Role::Broker, Role::Expert] {
        let (id, word) = (format!("person-{}", role.as_str()), role.as_str().to_owned());
        let person =
            Person { id: id.clone(), sign_in: id.clone(), name: word.clone(), password: None, created_at: now };
        let member = Member { id: format!("member-{word}"), delegation_id: Some(delegation.id.clone()), role: word };
        store::person::insert(c, &person).await?;
        store::person::insert_member(c, &dialogue.id, &person.id, &member, now).await?;
        let session = Session {
            token_hash: secret::hash(&token(role)),
            person_id: Some(id),
            participant_id: None,
            role: None,
            dialogue_id: None,
            expires_at: now + DAY,
        };
        store::session::insert(c, &session, now).await?;
    }
    Ok(())
}
