//! The text of a practice: a value for each field, checked when it comes in.

use super::{Field, Holds, LINE, TEXT, field, fields};
use crate::app::Convened;
use crate::countries;
use crate::lang::{L, Lang};
use crate::store::practice::Index;
use crate::words::split;
use std::collections::BTreeMap;

/// The values of a practice by the names of its fields; empty ones are left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(transparent)]
pub struct Record(pub(super) BTreeMap<String, String>);

/// A value that its field can't hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wrong {
    /// The field.
    pub field: &'static str,
    /// Key of the reason in the locales.
    pub why: &'static str,
    /// What was found.
    pub found: String,
    /// What would be taken.
    pub allowed: String,
}

/// A field that is still needed: its name, and the key of the reason.
pub type Missing = (&'static str, &'static str);

impl Record {
    /// Reads values by field; the rest is not looked at. Wrong ones are named, and the good ones kept.
    pub fn read<'a>(convened: &Convened, value: impl Fn(&'static Field) -> Option<&'a str>) -> (Record, Vec<Wrong>) {
        let (mut record, mut wrong) = (Record::default(), Vec::new());
        for field in fields() {
            let cell = clean(field.holds, value(field).unwrap_or_default());
            match check(convened, field, &cell) {
                _ if cell.is_empty() => {}
                Ok(()) => {
                    record.0.insert(field.name.to_owned(), cell);
                }
                Err(found) => wrong.push(found),
            }
        }
        (record, wrong)
    }

    /// From the store.
    pub fn parse(json: &str) -> Record {
        serde_json::from_str(json).unwrap_or_default()
    }

    /// For the store.
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// The value of a field; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.get(name).map_or("", String::as_str)
    }

    /// The values of a field that holds several.
    pub fn list(&self, name: &str) -> impl Iterator<Item = &str> {
        split(self.get(name))
    }

    /// Its language.
    pub fn lang(&self) -> &str {
        if self.get("lang").is_empty() { "en" } else { self.get("lang") }
    }

    /// What is missing before it can be submitted, as of a month (`2026-11`).
    pub fn missing(&self, month: &str) -> Vec<Missing> {
        let empty = fields().filter(|f| f.needed && self.get(f.name).is_empty());
        let mut missing: Vec<Missing> = empty.map(|f| (f.name, "practice-needed")).collect();
        if self.get("status") == "ended" && self.get("ended").is_empty() {
            missing.push(("ended", "practice-needed-ended"));
        }
        if self.is_young(month) && self.get("young").is_empty() {
            missing.push(("young", "practice-needed-young"));
        }
        let order = |name: &str| fields().position(|f| f.name == name);
        missing.sort_by_key(|(name, _)| order(name));
        missing
    }

    /// Ran for less than a year: until its end, or until a month.
    fn is_young(&self, month: &str) -> bool {
        let months = |text: &str, within: i64| -> Option<i64> {
            let (year, month) = text.split_once('-').unwrap_or((text, ""));
            Some(year.parse::<i64>().ok()? * 12 + month.parse::<i64>().unwrap_or(within))
        };
        let end = if self.get("ended").is_empty() { month } else { self.get("ended") };
        // A year without its month counts in the practice's favour: from January, or to December.
        match (months(self.get("begun"), 1), months(end, 12)) {
            (Some(begun), Some(end)) => end - begun < 12,
            _ => false,
        }
    }

    /// What lists and filters look at.
    pub fn index(&self, grade: &str) -> Index {
        let countries: String = self.list("countries").flat_map(|code| [code, ";"]).collect();
        let names =
            Lang::offered().flat_map(|lang| self.list("countries").map(move |code| countries::name(L(lang), code)));
        let texts = fields().filter(|f| matches!(f.holds, Holds::Line | Holds::Text) && f.name != "contact");
        let words: Vec<String> = texts.map(|f| self.get(f.name).to_owned()).chain(names).collect();
        Index {
            title: self.get("title").to_owned(),
            lang: self.lang().to_owned(),
            workshop: self.get("workshop").parse().unwrap_or(0),
            countries: if countries.is_empty() { String::new() } else { format!(";{countries}") },
            grade: grade.to_owned(),
            body: words.join("\n").to_lowercase(),
        }
    }

    /// `(field, value here, value there)` of every field that differs.
    pub fn differences(&self, other: &Record) -> Vec<(&'static str, String, String)> {
        let differ = fields().filter(|f| self.get(f.name) != other.get(f.name));
        differ.map(|f| (f.name, self.get(f.name).to_owned(), other.get(f.name).to_owned())).collect()
    }
}

/// Single spaces in a line, line ends of one kind in a text, no control characters.
fn clean(holds: Holds, cell: &str) -> String {
    if holds == Holds::Text {
        let lines =
            cell.lines().map(|line| line.split(|c: char| c.is_control()).collect::<String>().trim_end().to_owned());
        return lines.collect::<Vec<_>>().join("\n").trim().to_owned();
    }
    if holds.is_list() {
        return split(cell).collect::<Vec<_>>().join(";");
    }
    let plain: String = cell.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn check(convened: &Convened, field: &'static Field, cell: &str) -> Result<(), Wrong> {
    let wrong = |why, found: &str, allowed: String| {
        Err(Wrong { field: field.name, why, found: found.chars().take(80).collect(), allowed })
    };
    let stray = |known: &dyn Fn(&str) -> bool| split(cell).find(|part| !known(part));
    let among = |allowed: Vec<String>| match stray(&|part| allowed.iter().any(|word| word == part)) {
        Some(found) => wrong("practice-wrong-word", found, allowed.join(", ")),
        None => Ok(()),
    };
    let long = |most: usize| match cell.chars().count() {
        n if n > most => wrong("practice-wrong-long", &n.to_string(), most.to_string()),
        _ => Ok(()),
    };
    match field.holds {
        Holds::Line => long(LINE),
        Holds::Text => long(TEXT),
        Holds::Countries => match stray(&countries::known) {
            Some(found) => wrong("practice-wrong-country", found, String::new()),
            None => Ok(()),
        },
        Holds::One(words) if !words.contains(&cell) => wrong("practice-wrong-word", cell, words.join(", ")),
        Holds::Some(words) => among(words.iter().map(|word| (*word).to_owned()).collect()),
        Holds::Workshop => among(convened.workshops.iter().map(|w| w.number.to_string()).collect()),
        Holds::Questions => {
            let published = convened.questions.iter().filter(|q| q.state == "published");
            among(published.map(|q| q.reference.clone()).collect())
        }
        Holds::Paragraphs => match stray(&|number| convened.paragraph(number).is_some()) {
            Some(found) => wrong("practice-wrong-paragraph", found, String::new()),
            None => Ok(()),
        },
        Holds::Month if !is_month(cell) => wrong("practice-wrong-month", cell, String::new()),
        Holds::One(_) | Holds::Month => Ok(()),
        Holds::Lang | Holds::Langs => among(Lang::all().map(|lang| lang.code().to_owned()).collect()),
    }
}

/// `2019` or `2019-04`.
fn is_month(cell: &str) -> bool {
    let digits = |text: &str, n: usize| text.len() == n && text.bytes().all(|b| b.is_ascii_digit());
    match cell.split_once('-') {
        None => digits(cell, 4),
        Some((year, month)) => {
            digits(year, 4) && digits(month, 2) && month.parse().is_ok_and(|n: u8| (1..=12).contains(&n))
        }
    }
}

/// The month of a moment, as [`Record::missing`] takes it.
pub(super) fn month(now: crate::store::Moment) -> String {
    crate::record::time(now).chars().take(7).collect()
}

/// Whether a name is that of a field.
pub(super) fn known(name: &str) -> bool {
    field(name).is_some()
}
