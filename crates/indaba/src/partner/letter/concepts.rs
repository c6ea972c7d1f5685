//! Concepts as servers name them to each other: addresses of ESCO, or names that both may have.

use super::Unfit;
use crate::exchange::profile::{LANGUAGES, Profile, SKILLS};
use crate::exchange::words::Licence;
use ::exchange::{Kind, Tag, Vocabulary};

/// Where ESCO has its concepts.
const ESCO: [(Kind, &str); 2] =
    [(Kind::Occupation, "http://data.europa.eu/esco/occupation/"), (Kind::Skill, "http://data.europa.eu/esco/skill/")];
/// A concept of another vocabulary that both servers may have.
const OTHER: &str = "urn:indaba:concept:";

/// A profile with the addresses of its concepts in place of their ids.
pub(super) fn abroad(vocabulary: &Vocabulary, profile: &Profile) -> Profile {
    let mut profile = profile.clone();
    profile.occupation = address_of(vocabulary, &profile.occupation);
    for skill in &mut profile.skills {
        skill.concept = address_of(vocabulary, &skill.concept);
    }
    profile
}

/// The address of a concept; of one of this server's own that of the wider one, which others may know.
fn address_of(vocabulary: &Vocabulary, id: &str) -> String {
    let mut concept = vocabulary.find(id).and_then(|found| vocabulary.get(found));
    for _ in 0..8 {
        let own = concept.filter(|concept| concept.id.starts_with("own-"));
        let Some(own) = own else { break };
        concept = own.broader.first().and_then(|wider| vocabulary.get(*wider));
    }
    let Some(concept) = concept else { return String::new() };
    let place = ESCO.iter().find(|(kind, _)| *kind == concept.kind && uuid::Uuid::try_parse(&concept.id).is_ok());
    format!("{}{}", place.map_or(OTHER, |(_, place)| place), concept.id)
}

/// A profile that was read, checked, with ids in place of addresses. Concepts that are not known here stay: they match
/// nothing, and the card names them.
pub(super) fn here(profile: &Profile) -> Result<Profile, Unfit> {
    let mut profile = profile.clone();
    profile.occupation = concept(&profile.occupation)?;
    for skill in &mut profile.skills {
        skill.concept = concept(&skill.concept)?;
    }
    let (first, last) = profile.window;
    let days = -1_000_000..1_000_000;
    let good = profile.skills.len() <= SKILLS
        && profile.skills.iter().all(|skill| (1..=5).contains(&skill.level))
        && profile.languages.len() <= LANGUAGES
        && profile.languages.iter().all(|l| l.tag.len() <= 35 && Tag::parse(&l.tag).is_some())
        && profile.mode.len() <= 4
        && days.contains(&first)
        && days.contains(&last)
        && first <= last
        && (0..=104).contains(&profile.weeks)
        && (0..=168).contains(&profile.hours)
        && (profile.licence.is_empty() || profile.licence.parse::<Licence>().is_ok())
        && profile.field.len() <= 4
        && profile.field.bytes().all(|b| b.is_ascii_digit());
    if good { Ok(profile) } else { Err(Unfit("profile")) }
}

fn concept(address: &str) -> Result<String, Unfit> {
    if address.is_empty() {
        return Ok(String::new());
    }
    let places = ESCO.iter().map(|(_, place)| *place).chain([OTHER]);
    let id = places.into_iter().find_map(|place| address.strip_prefix(place));
    let good = |id: &&str| (1..=200).contains(&id.len()) && !id.contains(char::is_whitespace);
    id.filter(good).map(str::to_owned).ok_or(Unfit("profile"))
}
