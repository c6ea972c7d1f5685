//! What a need asks for and an offer has, in the terms that the matching compares.

use super::words::{Cefr, Mode};
use jiff::civil::Date;
use std::collections::HashSet;
use std::str::FromStr;

/// Skills that one form takes.
pub const SKILLS: usize = 8;
/// Languages that one form takes.
pub const LANGUAGES: usize = 5;

/// Codes, levels and times of a need or an offer. No name, no free text.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Profile {
    /// Concept of the vocabulary: an occupation.
    pub occupation: String,
    /// Skills with the level asked for or offered, 1 to 5.
    pub skills: Vec<Skill>,
    /// Field of education, ISCED-F 2013.
    pub field: String,
    /// Languages with their level.
    pub languages: Vec<Language>,
    /// Ways of working; for a need, any of them will do.
    pub mode: Vec<Mode>,
    /// First and last day, days since 1970-01-01.
    pub window: (i64, i64),
    /// Weeks of work that a need asks for.
    pub weeks: i64,
    /// Hours a week.
    pub hours: i64,
    /// A licence to practise is needed, or held ([`super::words::Licence`]); empty for none.
    pub licence: String,
}

/// A skill with its level.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// Concept of the vocabulary.
    pub concept: String,
    /// 1 (has seen it done) to 5 (teaches it).
    pub level: u8,
}

/// A language with its level.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// BCP 47.
    pub tag: String,
    /// Level.
    pub cefr: Cefr,
}

impl Profile {
    /// As it is kept.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// As it was kept; empty where it was erased.
    pub fn from_json(text: &str) -> Profile {
        let mut kept: Profile = serde_json::from_str(text).unwrap_or_default();
        // A concept that was removed stands there as its wider one, which may stand there already.
        let mut seen = HashSet::new();
        kept.skills.retain(|skill| seen.insert(skill.concept.clone()));
        kept
    }
}

/// Days since 1970-01-01 of a date typed as `2027-03-01`.
pub fn day(typed: &str) -> Option<i64> {
    let date = Date::from_str(typed.trim()).ok()?;
    let since = Date::constant(1970, 1, 1).until(date).ok()?;
    Some(i64::from(since.get_days()))
}

/// The date as forms take it.
pub fn date(day: i64) -> String {
    let days = jiff::Span::new().try_days(day);
    let date = days.ok().and_then(|days| Date::constant(1970, 1, 1).checked_add(days).ok());
    date.map_or_else(String::new, |date| date.to_string())
}

/// Midnight of a day, in milliseconds since 1970.
pub const fn moment(day: i64) -> i64 {
    day.saturating_mul(24 * 3_600_000)
}
