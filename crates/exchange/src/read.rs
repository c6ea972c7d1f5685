//! Needs and offers (lists of JSON objects) and texts (lines of id, tab, text), checked one by one before anything
//! is taken.

use std::{borrow::Cow, collections::BTreeMap};

use serde::Deserialize;

use crate::day::Written;
use crate::{
    country::Country,
    profile::{Language, Mode, Modes, Need, Offer, Profile, Skill, Window},
    tag::Tag,
    vocabulary::{ConceptId, Vocabulary},
};

/// Why a list of needs or offers was not taken. Nothing of it is kept.
#[derive(Debug, thiserror::Error)]
pub enum InputError {
    /// No JSON, or another shape.
    #[error("{file}: {source}. Give a list of objects as the documentation describes them.")]
    Json {
        /// Name of the file.
        file: String,
        /// What is wrong, with line and column.
        source: serde_json::Error,
    },
    /// A line is not as it should be.
    #[error("{file}, line {line}: {wrong}.")]
    Line {
        /// Name of the file.
        file: String,
        /// Line in the file, from 1.
        line: usize,
        /// What is wrong, and what to write.
        wrong: String,
    },
    /// Something in an entry is wrong.
    #[error("{file}, entry {entry} (\"{id}\"), {place}: {wrong}.")]
    Entry {
        /// Name of the file.
        file: String,
        /// Which one, from 1.
        entry: usize,
        /// Its id as it stands there, at most 60 characters of it.
        id: String,
        /// Where in the entry.
        place: &'static str,
        /// What is wrong, and what to write.
        wrong: String,
    },
}

/// A line of a file of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text<'a> {
    /// Its id, without spaces.
    pub id: &'a str,
    /// The text.
    pub text: &'a str,
}

/// Reads lines of id, tab, text. Blank lines are left aside; an id stands once.
pub fn texts<'a>(file: &str, bytes: &'a [u8]) -> Result<Vec<Text<'a>>, InputError> {
    let wrong = |line: usize, wrong: String| InputError::Line { file: file.into(), line, wrong };
    let mut seen = BTreeMap::new();
    let mut texts = Vec::new();
    for (number, line) in (1..).zip(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).split(|b| *b == b'\n')) {
        let line = std::str::from_utf8(line)
            .map_err(|_| wrong(number, "this is not text in UTF-8".into()))?
            .trim_end_matches('\r');
        if line.trim().is_empty() {
            continue;
        }
        let (id, text) =
            line.split_once('\t').ok_or_else(|| wrong(number, "there is no tab; write id, tab, text".into()))?;
        if id.is_empty() || id.contains(char::is_whitespace) {
            return Err(wrong(number, format!("\"{}\" can't be an id; give one without spaces", short(id))));
        }
        if let Some(before) = seen.insert(id, number) {
            return Err(wrong(number, format!("the id \"{}\" stands in line {before} already", short(id))));
        }
        texts.push(Text { id, text });
    }
    Ok(texts)
}

#[derive(Deserialize)]
struct Entry<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    country: Option<Cow<'a, str>>,
    people: Option<i64>,
    weeks: Option<i64>,
    #[serde(default)]
    ties: Vec<Cow<'a, str>>,
    capacity: Option<i64>,
    #[serde(default)]
    hidden_from: Vec<Cow<'a, str>>,
    occupation: Option<Cow<'a, str>>,
    #[serde(default)]
    skills: Vec<SkillEntry<'a>>,
    #[serde(default)]
    languages: Vec<LanguageEntry<'a>>,
    #[serde(default)]
    mode: Vec<Cow<'a, str>>,
    window: Option<[Written; 2]>,
    #[serde(default)]
    licences: Vec<String>,
}

#[derive(Deserialize)]
struct SkillEntry<'a> {
    #[serde(borrow)]
    concept: Cow<'a, str>,
    level: i64,
}

#[derive(Deserialize)]
struct LanguageEntry<'a> {
    #[serde(borrow)]
    tag: Cow<'a, str>,
    #[serde(borrow)]
    cefr: Cow<'a, str>,
}

/// What is wrong with an entry, and where.
type Wrong = (&'static str, String);

/// Reads needs. Codes are looked up in the vocabulary; `file` is the name to use in messages.
pub fn needs(file: &str, bytes: &[u8], vocabulary: &Vocabulary) -> Result<Vec<Need>, InputError> {
    list(file, bytes, |entry| {
        let code = entry.country.as_deref().ok_or_else(|| missing("country", "\"KEN\""))?;
        Ok(Need {
            id: entry.id.to_string(),
            country: country("country", code)?,
            readers: Vec::new(),
            people: number("people", entry.people, 1, 1_000)?,
            weeks: number("weeks", entry.weeks, 1, 520)?,
            profile: profile(entry, vocabulary)?,
        })
    })
}

/// Reads offers, as [`needs`] does.
pub fn offers(file: &str, bytes: &[u8], vocabulary: &Vocabulary) -> Result<Vec<Offer>, InputError> {
    list(file, bytes, |entry| {
        Ok(Offer {
            id: entry.id.to_string(),
            ties: countries("ties", &entry.ties)?,
            capacity: number("capacity", entry.capacity, 0, 1_000)?,
            hidden_from: countries("hidden_from", &entry.hidden_from)?,
            profile: profile(entry, vocabulary)?,
        })
    })
}

fn list<T>(file: &str, bytes: &[u8], raise: impl Fn(&Entry) -> Result<T, Wrong>) -> Result<Vec<T>, InputError> {
    let entries: Vec<Entry> =
        serde_json::from_slice(bytes).map_err(|source| InputError::Json { file: file.into(), source })?;
    let mut seen = BTreeMap::new();
    let mut raised = Vec::with_capacity(entries.len());
    for (number, entry) in (1..).zip(&entries) {
        let one = check_id(entry, seen.insert(&*entry.id, number)).and_then(|()| raise(entry));
        let located =
            |(place, wrong)| InputError::Entry { file: file.into(), entry: number, id: short(&entry.id), place, wrong };
        raised.push(one.map_err(located)?);
    }
    Ok(raised)
}

fn check_id(entry: &Entry, before: Option<usize>) -> Result<(), Wrong> {
    if entry.id.trim().is_empty() {
        return Err(("id", "it is empty; give each entry an id of its own".into()));
    }
    match before {
        Some(other) => Err(("id", format!("entry {other} has the same id; give each entry one of its own"))),
        None => Ok(()),
    }
}

fn profile(entry: &Entry, vocabulary: &Vocabulary) -> Result<Profile, Wrong> {
    let occupation = entry.occupation.as_deref().map(|id| concept("occupation", id, vocabulary)).transpose()?;
    let modes = entry.mode.iter().map(|name| mode(name)).collect::<Result<Modes, _>>()?;
    if modes.is_empty() {
        return Err(missing("mode", "at least one of remote, visit, mixed, return"));
    }
    Ok(Profile {
        occupation,
        skills: skills(entry, vocabulary)?,
        languages: entry.languages.iter().map(language).collect::<Result<_, _>>()?,
        modes,
        window: window(entry.window.as_ref())?,
        licences: entry.licences.clone(),
    })
}

/// Each skill once, at the highest level that is given for it.
fn skills(entry: &Entry, vocabulary: &Vocabulary) -> Result<Vec<Skill>, Wrong> {
    let mut skills: Vec<Skill> = Vec::with_capacity(entry.skills.len());
    for given in &entry.skills {
        let concept = concept("skills", &given.concept, vocabulary)?;
        let level = number("skills", Some(given.level), 1, 5)? as u8;
        match skills.iter_mut().find(|skill| skill.concept == concept) {
            Some(skill) => skill.level = skill.level.max(level),
            None => skills.push(Skill { concept, level }),
        }
    }
    Ok(skills)
}

fn concept(place: &'static str, id: &str, vocabulary: &Vocabulary) -> Result<ConceptId, Wrong> {
    let unknown = || (place, format!("\"{}\" is not in the vocabulary; import the one it comes from", short(id)));
    vocabulary.find(id).ok_or_else(unknown)
}

fn language(entry: &LanguageEntry) -> Result<Language, Wrong> {
    let tag = Tag::parse(&entry.tag)
        .ok_or_else(|| ("languages", format!("\"{}\" is no language tag; write one like \"fr\"", short(&entry.tag))))?;
    let cefr = entry.cefr.parse().map_err(|()| {
        ("languages", format!("\"{}\" is no level; write A1, A2, B1, B2, C1 or C2", short(&entry.cefr)))
    })?;
    Ok(Language { tag, cefr })
}

fn mode(name: &str) -> Result<Mode, Wrong> {
    Mode::parse(name).ok_or_else(|| ("mode", format!("\"{}\" is not one of remote, visit, mixed, return", short(name))))
}

fn window(days: Option<&[Written; 2]>) -> Result<Window, Wrong> {
    let [first, last] = days.ok_or_else(|| missing("window", "[first day, last day]"))?;
    let day = |written: &Written| {
        let wrong =
            || ("window", format!("\"{written}\" is no day; write a whole number or a date such as 2027-03-01"));
        written.day().ok_or_else(wrong)
    };
    Window::new(day(first)?, day(last)?)
        .ok_or_else(|| ("window", format!("the last day, {last}, comes before the first, {first}")))
}

fn countries(place: &'static str, codes: &[Cow<str>]) -> Result<Vec<Country>, Wrong> {
    codes.iter().map(|code| country(place, code)).collect()
}

fn country(place: &'static str, code: &str) -> Result<Country, Wrong> {
    let unknown = || {
        (
            place,
            format!("\"{}\" is no country; write the three letters of ISO 3166 or the number of UN M49", short(code)),
        )
    };
    Country::parse(code).ok_or_else(unknown)
}

fn number(place: &'static str, given: Option<i64>, least: u32, most: u32) -> Result<u32, Wrong> {
    let given = given.ok_or_else(|| missing(place, "a whole number"))?;
    let within = u32::try_from(given).ok().filter(|n| (least..=most).contains(n));
    within.ok_or_else(|| (place, format!("{given} is not a whole number from {least} to {most}")))
}

fn missing(place: &'static str, expected: &str) -> Wrong {
    (place, format!("it is missing; give {expected}"))
}

fn short(text: &str) -> String {
    text.chars().take(60).collect()
}
