//! Levers, and scenarios that move them.

use crate::code::{Code, Pattern};
use serde::Serialize;

/// The table of levers that comes with the program.
pub static LEVERS_CSV: &str = include_str!("levers.csv");

macro_rules! levers {
    ($($name:ident: $id:literal,)*) => {
        /// Something that a policy, or a shock, can move; what it means stands in its row of the table.
        #[allow(missing_docs, reason = "each is documented by its row in levers.csv, which pages show")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
        #[serde(rename_all = "snake_case")]
        pub enum Lever { $($name,)* }

        impl Lever {
            /// Every lever, in the order of the table.
            pub const ALL: &'static [Lever] = &[$(Lever::$name,)*];

            /// Its name in tables, commands and messages.
            pub fn id(self) -> &'static str {
                match self { $(Lever::$name => $id,)* }
            }
        }
    };
}

levers! {
    Visa: "visa", Quota: "quota", LawfulChannels: "lawful_channels", AsylumRejections: "asylum_rejections",
    VisaRejections: "visa_rejections", Enforcement: "enforcement", SafeList: "safe_list",
    Regularisation: "regularisation", ReturnSupport: "return_support", AsylumWait: "asylum_wait",
    WorkBan: "work_ban", Integration: "integration", NaturalisationWait: "naturalisation_wait",
    CollegeSelection: "college_selection", RemittanceCost: "remittance_cost", RemittanceStop: "remittance_stop",
    HostRecession: "host_recession", DestIncome: "dest_income", OriginIncome: "origin_income", Conflict: "conflict",
    ProductiveUse: "productive_use",
}

/// A row of the table of levers.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LeverRow {
    /// Its name.
    pub id: String,
    /// Unit of its value.
    pub unit: String,
    /// Least value that it takes.
    pub low: f64,
    /// Largest value that it takes.
    pub high: f64,
    /// Least value that was ever observed, as far as known.
    pub observed_low: f64,
    /// Largest value that was ever observed, as far as known.
    pub observed_high: f64,
    /// The value that changes nothing; none where today's value differs by corridor.
    pub neutral: Option<f64>,
    /// Who holds it: destination, origin, both, or a shock that nobody holds.
    pub holder: String,
    /// What its pattern selects: corridors, destinations or origins.
    pub acts_on: String,
    /// Evidence grade of what it does.
    pub grade: String,
    /// Who says so.
    pub source: String,
}

/// The table of levers.
pub fn levers() -> Vec<LeverRow> {
    let mut reader = csv::Reader::from_reader(LEVERS_CSV.as_bytes());
    let row = |record: csv::StringRecord| {
        let text = |i: usize| record.get(i).unwrap_or("").to_string();
        let figure = |i: usize| text(i).parse().unwrap_or(0.0);
        LeverRow {
            id: text(0),
            unit: text(1),
            low: figure(2),
            high: figure(3),
            observed_low: figure(4),
            observed_high: figure(5),
            neutral: text(6).parse().ok(),
            holder: text(7),
            acts_on: text(8),
            grade: text(9),
            source: text(10),
        }
    };
    reader.records().flatten().map(row).collect()
}

/// A lever moved on some corridors from some year.
#[derive(Debug, Clone, PartialEq)]
pub struct Move {
    /// The lever.
    pub lever: Lever,
    /// Its value, in the unit of its row, inside its range.
    pub value: f64,
    /// Where.
    pub pattern: Pattern,
    /// From which year; from the first where there is none.
    pub year: Option<i32>,
}

/// What a person typed for a lever and is wrong.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum MoveError {
    /// Not of the form.
    #[error("\"{0}\" is not LEVER=VALUE[@ORIGIN-DEST][@YEAR], such as visa=1@*-DEU@2026")]
    Form(String),
    /// No such lever.
    #[error("there is no lever \"{name}\": there are {known}")]
    Lever {
        /// As typed.
        name: String,
        /// The names that there are.
        known: String,
    },
    /// No number.
    #[error("\"{value}\" is no value for {lever}: a number is expected ({unit})")]
    Value {
        /// The lever.
        lever: &'static str,
        /// As typed.
        value: String,
        /// Its unit.
        unit: String,
    },
    /// Outside the range.
    #[error("{lever} = {value} is outside its range: it takes {low} to {high} ({unit})")]
    Range {
        /// The lever.
        lever: &'static str,
        /// As typed.
        value: f64,
        /// Least.
        low: f64,
        /// Largest.
        high: f64,
        /// Its unit.
        unit: String,
    },
    /// Neither a corridor nor a year.
    #[error("\"{0}\" is neither a corridor such as MEX-USA or *-DEU nor a year")]
    Place(String),
}

impl Move {
    /// Reads `LEVER=VALUE[@ORIGIN-DEST][@YEAR]`.
    pub fn parse(text: &str) -> Result<Move, MoveError> {
        let (name, rest) = text.split_once('=').ok_or_else(|| MoveError::Form(text.into()))?;
        let lever = lever_named(name.trim())?;
        let mut parts = rest.split('@');
        let value = parts.next().unwrap_or("").trim();
        let row = lever.row();
        let number = value.parse::<f64>().ok().filter(|v| v.is_finite());
        let value = number.ok_or_else(|| MoveError::Value {
            lever: lever.id(),
            value: value.into(),
            unit: row.unit.clone(),
        })?;
        let mut moved = Move::new(lever, value, Pattern::ANY, None)?;
        for part in parts {
            match (Pattern::parse(part), part.trim().parse::<i32>()) {
                (_, Ok(year)) => moved.year = Some(year),
                (Some(pattern), _) => moved.pattern = pattern,
                (None, Err(_)) => return Err(MoveError::Place(part.into())),
            }
        }
        Ok(moved)
    }

    /// A move whose value is inside the range of its lever.
    pub fn new(lever: Lever, value: f64, pattern: Pattern, year: Option<i32>) -> Result<Move, MoveError> {
        let row = lever.row();
        if !(row.low..=row.high).contains(&value) {
            return Err(MoveError::Range { lever: lever.id(), value, low: row.low, high: row.high, unit: row.unit });
        }
        Ok(Move { lever, value, pattern, year })
    }

    /// Was anything like it ever observed?
    pub fn is_observed(&self) -> bool {
        let row = self.lever.row();
        (row.observed_low..=row.observed_high).contains(&self.value)
    }

    /// Does it change nothing?
    pub fn is_neutral(&self) -> bool {
        self.lever.row().neutral == Some(self.value)
    }
}

impl Lever {
    /// Its row of the table.
    pub fn row(self) -> LeverRow {
        let mut rows = levers();
        rows.swap_remove(self as usize)
    }
}

fn lever_named(name: &str) -> Result<Lever, MoveError> {
    let found = Lever::ALL.iter().find(|lever| lever.id() == name).copied();
    found.ok_or_else(|| MoveError::Lever {
        name: name.into(),
        known: Lever::ALL.iter().map(|lever| lever.id()).collect::<Vec<_>>().join(", "),
    })
}

/// Years and moved levers. The baseline is the scenario with none moved.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scenario {
    /// The levers moved.
    pub moves: Vec<Move>,
}

impl Scenario {
    /// Countries that the moves name; empty where they speak of any.
    pub fn countries(&self) -> Vec<Code> {
        let sides = |m: &Move| [m.pattern.origin, m.pattern.dest];
        let mut list: Vec<Code> = self.moves.iter().flat_map(sides).flatten().collect();
        list.sort_unstable();
        list.dedup();
        list
    }
}
