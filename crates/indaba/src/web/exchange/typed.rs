//! What is typed into the forms of a need and an offer, read into what is kept. A form that can't be taken comes back
//! with everything typed and a sentence for each trouble.

use super::super::secretariat::{Choice, Typed};
use super::super::{Problem, Visit};
use super::FIELDS;
use super::concepts::{self, ConceptRow};
use crate::countries;
use crate::exchange::contact::Contact;
use crate::exchange::matching;
use crate::exchange::profile::{LANGUAGES, Language, Profile, SKILLS, Skill, day};
use crate::exchange::tongues::TONGUES;
use crate::exchange::words::{Cefr, Licence, Mode};
use crate::lang::L;
use crate::store;

/// Characters of a line, and of a text.
const LINE: usize = 200;
const TEXT: usize = 4_000;

/// What a form showed and what was made of it: troubles by field, in the reader's language.
#[derive(Debug, Default)]
pub struct Troubles(pub Vec<(String, String)>);

impl Troubles {
    /// Notes one.
    pub fn add(&mut self, field: impl Into<String>, text: String) {
        self.0.push((field.into(), text));
    }

    /// Forgets what is only missing, save one field: a draft may be unfinished, and holds nothing that is wrong.
    pub fn leave_what_is_empty(&mut self, typed: &Typed, but: &str) {
        self.0.retain(|(field, _)| field == but || !typed.get(field).is_empty());
    }

    /// The trouble of a field; empty where there is none.
    pub fn of(&self, field: &str) -> &str {
        self.0.iter().find(|(name, _)| name == field).map_or("", |(_, text)| text)
    }
}

/// A row with a language and its level.
#[derive(Debug)]
pub struct LanguageRow {
    /// `1`, `2`, …
    pub n: usize,
    /// `language-1`.
    pub name: String,
    /// Languages to choose from.
    pub tongues: Vec<Choice>,
    /// Levels to choose from.
    pub levels: Vec<Choice>,
}

/// What both forms choose from.
#[derive(Debug)]
pub struct Parts {
    /// Occupation.
    pub occupation: ConceptRow,
    /// Skills.
    pub skills: Vec<ConceptRow>,
    /// A row beyond [`Parts::SHOWN`] is in use.
    pub more: bool,
    /// Languages.
    pub languages: Vec<LanguageRow>,
    /// A row beyond [`Parts::TONGUES`] is in use.
    pub more_languages: bool,
    /// Ways of working.
    pub modes: Vec<Choice>,
    /// Fields of education.
    pub fields: Vec<Choice>,
    /// Licences to practise.
    pub licences: Vec<Choice>,
}

impl Parts {
    /// Rows of skills that are shown at once; most need no more, and a phone's page is short.
    pub const SHOWN: usize = 3;
    /// Rows of languages that are shown at once.
    pub const TONGUES: usize = 2;
}

/// The rows of a form with what was typed.
pub fn parts(visit: &Visit, typed: &Typed) -> Parts {
    let l = visit.l;
    let skills = 1..=SKILLS;
    Parts {
        occupation: concepts::row(visit, typed, "occupation", ""),
        skills: skills.map(|n| concepts::row(visit, typed, &format!("skill-{n}"), &format!("level-{n}"))).collect(),
        more: (Parts::SHOWN + 1..=SKILLS).any(|n| !typed.get(&format!("skill-{n}")).is_empty()),
        languages: (1..=LANGUAGES).map(|n| language_row(l, typed, n)).collect(),
        more_languages: (Parts::TONGUES + 1..=LANGUAGES).any(|n| !typed.get(&format!("language-{n}")).is_empty()),
        modes: Mode::ALL.iter().map(|mode| box_of(l, typed, "mode", mode.as_str(), l.w("mode", mode))).collect(),
        fields: FIELDS.iter().map(|code| Choice::new(l, *code, l.w("field", code), typed.get("field"))).collect(),
        licences: Licence::ALL
            .iter()
            .map(|k| Choice::new(l, k.as_str(), l.w("licence", k), typed.get("licence")))
            .collect(),
    }
}

fn box_of(l: L, typed: &Typed, name: &str, value: &str, label: String) -> Choice {
    Choice { chosen: typed.has(name, value), ..Choice::new(l, value, label, "") }
}

fn language_row(l: L, typed: &Typed, n: usize) -> LanguageRow {
    let (tag, cefr) = (typed.get(&format!("language-{n}")), typed.get(&format!("cefr-{n}")));
    let tongue = |(code, name): &(&str, &str)| Choice {
        value: (*code).to_owned(),
        label: (*name).to_owned(),
        lang: (*code).to_owned(),
        dir: "auto",
        chosen: *code == tag,
    };
    LanguageRow {
        n,
        name: format!("language-{n}"),
        tongues: TONGUES.iter().map(tongue).collect(),
        levels: Cefr::ALL.iter().map(|level| Choice::new(l, level.as_str(), level.as_str(), cefr)).collect(),
    }
}

/// Reads the profile; `weeks` for a need. Concepts of one's own are kept with the form, by `concepts::commit`.
pub async fn profile(visit: &Visit, typed: &Typed, need: bool, troubles: &mut Troubles) -> Result<Profile, Problem> {
    let l = visit.l;
    let mut profile = Profile {
        occupation: concepts::read(visit, typed, "occupation", troubles).await?,
        field: FIELDS.iter().find(|code| **code == typed.get("field")).map_or(String::new(), |c| (*c).to_owned()),
        languages: languages(l, typed, troubles),
        mode: Mode::ALL.iter().copied().filter(|mode| typed.has("mode", mode.as_str())).collect(),
        window: window(l, typed, troubles),
        weeks: if need { number(l, typed, "weeks", 1..=104, troubles) } else { 0 },
        hours: number(l, typed, "hours", 1..=60, troubles),
        licence: typed.get("licence").parse::<Licence>().map_or_else(|_| String::new(), |found| found.to_string()),
        skills: Vec::new(),
    };
    for n in 1..=SKILLS {
        let name = format!("skill-{n}");
        let concept = concepts::read(visit, typed, &name, troubles).await?;
        let level = typed.number(&format!("level-{n}")).and_then(|level| u8::try_from(level).ok());
        if concept.is_empty() {
            continue;
        }
        match level.filter(|level| (1..=5).contains(level)) {
            Some(level) if profile.skills.iter().all(|s| s.concept != concept) => {
                profile.skills.push(Skill { concept, level });
            }
            Some(_) => {}
            None => troubles.add(name, l.t("trouble-level")),
        }
    }
    if profile.skills.is_empty() && typed.get("skill-1").is_empty() {
        troubles.add("skill-1", l.t("trouble-no-skill"));
    }
    if profile.mode.is_empty() {
        troubles.add("mode", l.t("trouble-no-mode"));
    }
    let (first, last) = profile.window;
    if need && last >= first && last - first + 1 < profile.weeks * 7 {
        troubles.add("last", l.t1("trouble-window-short", "weeks", profile.weeks));
    }
    Ok(profile)
}

fn languages(l: L, typed: &Typed, troubles: &mut Troubles) -> Vec<Language> {
    let mut found: Vec<Language> = Vec::new();
    for n in 1..=LANGUAGES {
        let (tag, level) = (typed.get(&format!("language-{n}")), typed.get(&format!("cefr-{n}")));
        if tag.is_empty() {
            continue;
        }
        match (TONGUES.iter().any(|(code, _)| *code == tag), level.parse::<Cefr>()) {
            (true, Ok(cefr)) if found.iter().all(|f| f.tag != tag) => {
                found.push(Language { tag: tag.to_owned(), cefr });
            }
            (true, Ok(_)) => {}
            _ => troubles.add(format!("language-{n}"), l.t("trouble-language")),
        }
    }
    if found.is_empty() {
        troubles.add("language-1", l.t("trouble-no-language"));
    }
    found
}

fn window(l: L, typed: &Typed, troubles: &mut Troubles) -> (i64, i64) {
    match (day(typed.get("first")), day(typed.get("last"))) {
        (Some(first), Some(last)) if first <= last => (first, last),
        (Some(_), Some(_)) => {
            troubles.add("last", l.t("trouble-window"));
            (0, 0)
        }
        _ => {
            troubles.add("first", l.t("trouble-dates"));
            (0, 0)
        }
    }
}

/// A whole number within bounds.
pub fn number(l: L, typed: &Typed, name: &str, bounds: std::ops::RangeInclusive<i64>, troubles: &mut Troubles) -> i64 {
    let found = typed.number(name).filter(|n| bounds.contains(n));
    found.unwrap_or_else(|| {
        troubles.add(name, l.t2("trouble-number", "low", *bounds.start(), "high", *bounds.end()));
        *bounds.start()
    })
}

/// A line of text.
pub fn line(l: L, typed: &Typed, name: &str, needed: bool, troubles: &mut Troubles) -> String {
    text_of(l, typed, name, needed, LINE, troubles)
}

/// A text of some paragraphs.
pub fn text(l: L, typed: &Typed, name: &str, needed: bool, troubles: &mut Troubles) -> String {
    text_of(l, typed, name, needed, TEXT, troubles)
}

fn text_of(l: L, typed: &Typed, name: &str, needed: bool, most: usize, troubles: &mut Troubles) -> String {
    let text = typed.get(name);
    if needed && text.is_empty() {
        troubles.add(name, l.t("trouble-empty"));
    } else if text.chars().count() > most {
        troubles.add(name, l.t1("trouble-long", "n", most));
    }
    text.to_owned()
}

/// A place of UN M49.
pub fn place(l: L, typed: &Typed, name: &str, troubles: &mut Troubles) -> String {
    let code = typed.get(name);
    if !countries::known(code) || (name == "country" && countries::is_region(code)) {
        troubles.add(name, l.t("trouble-country"));
    }
    code.to_owned()
}

/// Countries of UN M49, `;` between. A region is none: the matching and every page compare countries, and an offer that
/// is hidden from a region would be hidden from nobody.
pub fn places(l: L, typed: &Typed, name: &str, troubles: &mut Troubles) -> String {
    let mut codes: Vec<&str> = typed.all(name).into_iter().filter(|code| !code.is_empty()).collect();
    codes.sort_unstable();
    codes.dedup();
    if codes.iter().any(|code| !countries::known(code) || countries::is_region(code)) {
        troubles.add(name, l.t("trouble-only-countries"));
    }
    codes.join(";")
}

/// Who stands behind it; for a need, the institution too.
pub fn contact(l: L, typed: &Typed, need: bool, troubles: &mut Troubles) -> Contact {
    Contact {
        name: line(l, typed, "name", true, troubles),
        institution: if need { line(l, typed, "institution", true, troubles) } else { String::new() },
        place: if need { line(l, typed, "place", true, troubles) } else { String::new() },
        reach: line(l, typed, "reach", true, troubles),
        evidence: if need { String::new() } else { text(l, typed, "evidence", false, troubles) },
    }
}

/// The fields of a form from what is kept, for a form that changes it.
pub fn of_profile(visit: &Visit, profile: &Profile, typed: &mut Typed) {
    let mut put = |name: String, value: String| typed.0.push((name, value));
    let vocabulary = visit.app.vocabulary();
    let concept = |put: &mut dyn FnMut(String, String), name: String, id: &str| {
        let label = matching::label(&vocabulary, id, visit.l.code());
        put(format!("was-{name}"), label.clone());
        put(format!("concept-{name}"), id.to_owned());
        put(name, label);
    };
    if !profile.occupation.is_empty() {
        concept(&mut put, "occupation".to_owned(), &profile.occupation);
    }
    for (n, skill) in (1..).zip(&profile.skills) {
        concept(&mut put, format!("skill-{n}"), &skill.concept);
        put(format!("level-{n}"), skill.level.to_string());
    }
    for (n, language) in (1..).zip(&profile.languages) {
        put(format!("language-{n}"), language.tag.clone());
        put(format!("cefr-{n}"), language.cefr.to_string());
    }
    for mode in &profile.mode {
        put("mode".to_owned(), mode.to_string());
    }
    let (first, last) = profile.window;
    put("first".to_owned(), crate::exchange::profile::date(first));
    put("last".to_owned(), crate::exchange::profile::date(last));
    put("weeks".to_owned(), profile.weeks.to_string());
    put("hours".to_owned(), profile.hours.to_string());
    put("field".to_owned(), profile.field.clone());
    put("licence".to_owned(), profile.licence.clone());
}

/// The fields of a contact that is sealed, for a form that changes it; where its key is not here, they are asked for
/// again.
pub fn of_sealed(visit: &Visit, place: &str, sealed: &str, typed: &mut Typed) -> Troubles {
    let mut troubles = Troubles::default();
    match Contact::read(&visit.app.config.keys, place, sealed) {
        Ok(contact) => {
            typed.0.extend(contact.filled().into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())));
        }
        Err(_) => troubles.add("name", visit.l.t("trouble-sealed")),
    }
    troubles
}

/// A question of the dialogue on whose page a need stands; none where none was chosen.
pub fn question(visit: &Visit, typed: &Typed, troubles: &mut Troubles) -> Result<Option<String>, Problem> {
    let reference = typed.get("question");
    if reference.is_empty() {
        return Ok(None);
    }
    let found = visit.convened()?.question(reference).map(|q: &store::question::Question| q.id.clone());
    if found.is_none() {
        troubles.add("question", visit.l.t("trouble-question"));
    }
    Ok(found)
}
