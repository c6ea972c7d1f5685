//! A practice: a documented experience with its evidence. One table of fields says what it has; the form, the files, the
//! page, the search and the differences between versions all go by that table.

pub mod carry;
pub mod file;
mod record;
pub mod review;
pub mod sealing;

pub use record::{Missing, Record, Wrong};

/// Results that a practice can name.
pub const RESULTS: usize = 3;
/// The longest line and the longest text, in characters.
pub const LINE: usize = 200;
/// The longest text of several lines.
pub const TEXT: usize = 4_000;

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holds {
    /// One line.
    Line,
    /// Several lines.
    Text,
    /// UN M49 codes.
    Countries,
    /// One of these words, which have their names in the locales after the field's.
    One(&'static [&'static str]),
    /// Some of these words.
    Some(&'static [&'static str]),
    /// Number of a workshop.
    Workshop,
    /// References of questions.
    Questions,
    /// Numbers of paragraphs.
    Paragraphs,
    /// `2019` or `2019-04`.
    Month,
    /// One of the six languages.
    Lang,
    /// Some of the six languages.
    Langs,
}

impl Holds {
    /// Holds several values, `;` between.
    pub const fn is_list(self) -> bool {
        matches!(self, Holds::Countries | Holds::Some(_) | Holds::Questions | Holds::Paragraphs | Holds::Langs)
    }
}

/// One field.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name in forms, files and (after `practice-field-`) in the locales.
    pub name: &'static str,
    /// What it holds.
    pub holds: Holds,
    /// Needed before it can be submitted.
    pub needed: bool,
}

/// A group of fields under one heading (`practice-part-…`).
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
}

const fn needed(name: &'static str, holds: Holds) -> Field {
    Field { name, holds, needed: true }
}
const fn free(name: &'static str, holds: Holds) -> Field {
    Field { name, holds, needed: false }
}

/// Objectives of the Global Compact for Safe, Orderly and Regular Migration (A/RES/73/195).
const OBJECTIVES: [&str; 23] = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19", "20",
    "21", "22", "23",
];
const LEVELS: [&str; 4] = ["local", "regional", "national", "international"];
const STATUSES: [&str; 3] = ["running", "ended", "paused"];
const SIDES: [&str; 3] = ["newcomers", "host", "origin"];
const GRADES: [&str; 4] = ["A", "B", "C", "D"];

/// Every field there is, in the order of the form.
pub const PARTS: [Part; 7] = [
    Part {
        name: "subject",
        fields: &[
            needed("title", Holds::Line),
            needed("lang", Holds::Lang),
            needed("countries", Holds::Countries),
            needed("level", Holds::One(&LEVELS)),
            needed("workshop", Holds::Workshop),
            needed("questions", Holds::Questions),
            free("paragraphs", Holds::Paragraphs),
            free("objectives", Holds::Some(&OBJECTIVES)),
        ],
    },
    Part {
        name: "time",
        fields: &[
            needed("begun", Holds::Month),
            free("ended", Holds::Month),
            needed("status", Holds::One(&STATUSES)),
            free("young", Holds::Line),
        ],
    },
    Part { name: "why", fields: &[needed("problem", Holds::Text), needed("assumption", Holds::Text)] },
    Part {
        name: "action",
        fields: &[
            needed("action", Holds::Text),
            needed("sides", Holds::Some(&SIDES)),
            needed("target", Holds::Line),
            free("reach", Holds::Line),
            needed("cost", Holds::Line),
            free("funder", Holds::Line),
        ],
    },
    Part {
        name: "results",
        fields: &[
            needed("result1_indicator", Holds::Line),
            free("result1_baseline", Holds::Line),
            needed("result1_value", Holds::Line),
            needed("result1_method", Holds::Line),
            needed("result1_grade", Holds::One(&GRADES)),
            free("result2_indicator", Holds::Line),
            free("result2_baseline", Holds::Line),
            free("result2_value", Holds::Line),
            free("result2_method", Holds::Line),
            free("result2_grade", Holds::One(&GRADES)),
            free("result3_indicator", Holds::Line),
            free("result3_baseline", Holds::Line),
            free("result3_value", Holds::Line),
            free("result3_method", Holds::Line),
            free("result3_grade", Holds::One(&GRADES)),
        ],
    },
    Part {
        name: "lessons",
        fields: &[
            needed("side_effects", Holds::Text),
            needed("conditions", Holds::Text),
            needed("rights", Holds::Text),
            free("evaluation", Holds::Text),
        ],
    },
    Part { name: "contact", fields: &[needed("contact", Holds::Line), needed("languages", Holds::Langs)] },
];

/// Every field, in order.
pub fn fields() -> impl Iterator<Item = &'static Field> {
    PARTS.iter().flat_map(|part| part.fields)
}

/// The field with a name.
pub fn field(name: &str) -> Option<&'static Field> {
    fields().find(|field| field.name == name)
}

/// The name of a field without the number of a result: `result2_value` is a `result_value`.
pub fn label(name: &str) -> String {
    match name.strip_prefix("result").and_then(|rest| rest.split_once('_')) {
        Some((_, rest)) => format!("result_{rest}"),
        None => name.to_owned(),
    }
}

/// The month of a moment, as [`Record::missing`] takes it.
pub fn month(now: crate::store::Moment) -> String {
    record::month(now)
}
