//! Every parameter as an assumption: low, central and high value, unit, evidence grade and source, in one table that a
//! person may read and edit; and schools, which are named sets of them.

use serde::Serialize;

/// The table that comes with the program.
pub static ASSUMPTIONS_CSV: &str = include_str!("assumptions.csv");
/// The schools that come with the program.
pub static SCHOOLS_CSV: &str = include_str!("schools.csv");

macro_rules! assumptions {
    ($($name:ident: $id:literal,)*) => {
        /// A parameter of the model; what it means stands in its row of the table.
        #[allow(missing_docs, reason = "each is documented by its row in assumptions.csv, which pages show")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Parameter { $($name,)* }

        impl Parameter {
            /// Every parameter, in the order of the table.
            pub const ALL: &'static [Parameter] = &[$(Parameter::$name,)*];

            /// Its name in tables and messages.
            pub fn id(self) -> &'static str {
                match self { $(Parameter::$name => $id,)* }
            }
        }
    };
}

assumptions! {
    PopulationElasticity: "population_elasticity", StockTrend: "stock_trend", StockWeight: "stock_weight", DestIncome: "dest_income",
    OriginIncome: "origin_income", OriginIncomeRich: "origin_income_rich", OriginIncomeAbove: "origin_income_above",
    IncomeTurn: "income_turn", Network: "network", NetworkCap: "network_cap", ConflictOutflow: "conflict_outflow",
    ConflictProtection: "conflict_protection", VisaInflow: "visa_inflow", VisaReturn: "visa_return", Pool: "pool",
    Deflection: "deflection", DeflectionDistance: "deflection_distance", SafeList: "safe_list",
    RejectedStay: "rejected_stay", RejectionIrregular: "rejection_irregular", RejectionApplications: "rejection_applications",
    VisaRejectionIrregular: "visa_rejection_irregular", VisaRejectionRegular: "visa_rejection_regular",
    ChannelsIrregular: "channels_irregular", ChannelsWithoutEnforcement: "channels_without_enforcement",
    ChannelsRegular: "channels_regular", EnforcementPrice: "enforcement_price",
    EnforcementIrregular: "enforcement_irregular", EnforcementDeaths: "enforcement_deaths",
    EnforcementReturn: "enforcement_return", DeathRisk: "death_risk", IrregularShare: "irregular_share",
    IrregularEntryShare: "irregular_entry_share", Exit0: "exit_0", Exit2: "exit_2", Exit5: "exit_5",
    Exit10: "exit_10", Exit20: "exit_20", CollegeReturn: "college_return", Mortality: "mortality",
    NaturalisationRate: "naturalisation_rate", NaturalisationWait: "naturalisation_wait", GapInitial: "gap_initial",
    GapHalfLife: "gap_half_life", GapFloor: "gap_floor", WaitingGap: "waiting_gap", WorkBan: "work_ban",
    Citizenship: "citizenship", CitizenshipShare: "citizenship_share", IntegrationEffect: "integration_effect",
    RemitOriginIncome: "remit_origin_income", RemitDestIncome: "remit_dest_income", RemitCost: "remit_cost",
    RemitPrice: "remit_price", RecessionYears: "recession_years", Poverty: "poverty",
    RemitMultiplier: "remit_multiplier", ImportLeakage: "import_leakage", ProductiveReturn: "productive_return",
    BrainGain: "brain_gain", BrainGainIncome: "brain_gain_income", CollegeShare: "college_share",
    CollegeNative: "college_native", ErrorShared: "error_shared",
}

/// The columns of the table, in their order.
const COLUMNS: &str = "id, low, central, high, unit, grade, checked, source";

/// How good the evidence is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Grade {
    /// Causal, well identified.
    A,
    /// One good study, or several that agree.
    B,
    /// Indirect or correlational.
    C,
    /// Assumed.
    D,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Assumption {
    /// Its name.
    pub id: String,
    /// Lowest value that the literature supports.
    pub low: f64,
    /// The value of a point run.
    pub central: f64,
    /// Highest value that the literature supports.
    pub high: f64,
    /// Unit.
    pub unit: String,
    /// Evidence grade.
    pub grade: Grade,
    /// Was the source looked up? `yes` (its abstract states the figure), `partly`, `code` (read in the authors' source),
    /// `own` (estimated here) or `no`.
    pub checked: String,
    /// Who says so.
    pub source: String,
}

/// A named set of assumptions that a body of literature stands for.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct School {
    /// Its name.
    pub name: String,
    /// What it is about; one school of a topic holds at a time, the first of the table by default.
    pub topic: String,
    /// The rows that it replaces: assumption, low, central, high, source.
    pub replaces: Vec<(String, f64, f64, f64, String)>,
}

/// All parameters with their ranges.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Assumptions {
    /// One for each [`Parameter`], in its order.
    pub rows: Vec<Assumption>,
    /// The schools that may replace some.
    pub schools: Vec<School>,
}

/// Why a table is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AssumptionError {
    /// A row is missing.
    #[error("the table of assumptions has no row \"{0}\": start from the one that comes with the program")]
    Missing(&'static str),
    /// The first line does not name the columns.
    #[error(
        "line 1 of the table of assumptions has to name the columns {COLUMNS}, with commas between: start from the table \
         that comes with the program (`/corridors/assumptions.csv`)"
    )]
    Header,
    /// A line has more or fewer cells than there are columns.
    #[error(
        "line {line} of the table of assumptions does not have eight cells: put a text that has a comma into quotation \
         marks, and save the table as CSV with commas, in UTF-8"
    )]
    Cells {
        /// The line.
        line: u64,
    },
    /// A cell can't be taken.
    #[error("line {line}, column {column} of the table of assumptions ({row}): {what}")]
    Line {
        /// The line.
        line: u64,
        /// The column.
        column: &'static str,
        /// The row's name as written.
        row: String,
        /// What is wrong with it.
        what: String,
    },
    /// Two schools of one topic.
    #[error("\"{one}\" and \"{other}\" are schools of the same topic, {topic}: only one of them can hold, name one")]
    Topic {
        /// The one that was named first.
        one: String,
        /// The other.
        other: String,
        /// What both are about.
        topic: String,
    },
    /// There is no such school.
    #[error("there is no school \"{name}\": there are {known}")]
    School {
        /// As asked for.
        name: String,
        /// The names that there are.
        known: String,
    },
}

impl Assumptions {
    /// The table that comes with the program, without an edit.
    pub fn is_standard(&self) -> bool {
        Assumptions::standard().is_ok_and(|standard| standard == *self)
    }

    /// The table that comes with the program.
    pub fn standard() -> Result<Assumptions, AssumptionError> {
        Assumptions::parse(ASSUMPTIONS_CSV)
    }

    /// Reads an edited table: the columns and rows of the one that comes with the program.
    pub fn parse(text: &str) -> Result<Assumptions, AssumptionError> {
        // Spreadsheets put a mark of the encoding before the first name.
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let header = reader.headers().map_err(|_| AssumptionError::Header)?;
        if !header.iter().map(str::trim).eq(COLUMNS.split(", ")) {
            return Err(AssumptionError::Header);
        }
        let mut found: Vec<Assumption> = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|e| AssumptionError::Cells { line: line_of(&e) })?;
            let (row, line) = (row(&record)?, record.position().map_or(0, csv::Position::line));
            let named =
                |what: &str| AssumptionError::Line { line, column: "id", row: row.id.clone(), what: what.to_owned() };
            if !Parameter::ALL.iter().any(|p| p.id() == row.id) {
                return Err(named("the model has no such assumption: keep the names of the table that comes with it"));
            }
            if found.iter().any(|r| r.id == row.id) {
                return Err(named("this assumption stands in the table twice: leave one of them out"));
            }
            found.push(row);
        }
        let of = |p: &Parameter| {
            found.iter().find(|r: &&Assumption| r.id == p.id()).cloned().ok_or(AssumptionError::Missing(p.id()))
        };
        let rows = Parameter::ALL.iter().map(of).collect::<Result<_, _>>()?;
        Ok(Assumptions { rows, schools: schools() })
    }

    /// The same with a school's values in place.
    pub fn with_school(&self, name: &str) -> Result<Assumptions, AssumptionError> {
        let school = self.schools.iter().find(|s| s.name == name).ok_or_else(|| AssumptionError::School {
            name: name.into(),
            known: self.schools.iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join(", "),
        })?;
        let mut changed = self.clone();
        for (id, low, central, high, source) in &school.replaces {
            for row in changed.rows.iter_mut().filter(|r| r.id == *id) {
                (row.low, row.central, row.high) = (*low, *central, *high);
                row.source.clone_from(source);
            }
        }
        Ok(changed)
    }

    /// The same with the values of several schools in place, one of a topic at most.
    pub fn with_schools(&self, names: &[String]) -> Result<Assumptions, AssumptionError> {
        let topic = |name: &String| self.schools.iter().find(|s| s.name == *name).map(|s| &s.topic);
        let mut changed = self.clone();
        for (place, name) in names.iter().enumerate() {
            changed = changed.with_school(name)?;
            let before = names.iter().take(place).find(|other| *other != name && topic(other) == topic(name));
            if let Some(one) = before {
                let topic = topic(name).cloned().unwrap_or_default();
                return Err(AssumptionError::Topic { one: one.clone(), other: name.clone(), topic });
            }
        }
        Ok(changed)
    }

    /// The central values.
    pub fn central(&self) -> Values {
        Values(self.rows.iter().map(|r| r.central).collect())
    }

    /// One draw: each from a triangle over its range, with the mode at its central value.
    pub fn draw(&self, seed: u64, draw: u64) -> Values {
        let stream = crate::chance::mix(seed, draw);
        let one = |(i, row): (usize, &Assumption)| triangle(row, crate::chance::unit(stream, i as u64));
        Values(self.rows.iter().enumerate().map(one).collect())
    }
}

/// A value for each parameter.
#[derive(Debug, Clone, PartialEq)]
pub struct Values(Vec<f64>);

impl Values {
    /// The value of a parameter.
    pub fn of(&self, parameter: Parameter) -> f64 {
        self.0[parameter as usize]
    }
}

fn triangle(row: &Assumption, u: f64) -> f64 {
    let (low, mode, high) = (row.low, row.central, row.high);
    let width = high - low;
    if width <= 0.0 {
        return mode;
    }
    let at = (mode - low) / width;
    if u < at { low + (u * width * (mode - low)).sqrt() } else { high - ((1.0 - u) * width * (high - mode)).sqrt() }
}

fn line_of(error: &csv::Error) -> u64 {
    error.position().map_or(0, csv::Position::line)
}

fn row(record: &csv::StringRecord) -> Result<Assumption, AssumptionError> {
    let line = record.position().map_or(0, csv::Position::line);
    let text = |i: usize| record.get(i).unwrap_or("").trim().to_string();
    let wrong = |column, what: &str| AssumptionError::Line { line, column, row: text(0), what: what.to_owned() };
    let figure = |i: usize, column: &'static str| {
        let number = text(i).parse::<f64>().ok().filter(|v| v.is_finite());
        number
            .ok_or_else(|| wrong(column, &format!("\"{}\" is no number: write it with a point, such as 0.45", text(i))))
    };
    let (low, central, high) = (figure(1, "low")?, figure(2, "central")?, figure(3, "high")?);
    if !(low <= central && central <= high) {
        return Err(wrong("central", "the central value lies between low and high"));
    }
    let (least, most) = standard_bounds(&text(0));
    let bounds = format!("the model can compute with {least} to {most} only");
    if low < least {
        return Err(wrong("low", &bounds));
    }
    if high > most {
        return Err(wrong("high", &bounds));
    }
    let grade = match text(5).as_str() {
        "A" => Grade::A,
        "B" => Grade::B,
        "C" => Grade::C,
        "D" => Grade::D,
        _ => return Err(wrong("grade", "the grade is A, B, C or D")),
    };
    if !CHECKED.contains(&text(6).as_str()) {
        return Err(wrong("checked", &format!("write one of {}", CHECKED.join(", "))));
    }
    Ok(Assumption { id: text(0), low, central, high, unit: text(4), grade, checked: text(6), source: text(7) })
}

/// What the column `checked` may say.
const CHECKED: [&str; 5] = ["yes", "partly", "code", "own", "no"];

/// Least and largest value that keeps people from being made or lost; wide for plain elasticities.
fn standard_bounds(id: &str) -> (f64, f64) {
    match id {
        "exit_0" | "exit_2" | "exit_5" | "exit_10" | "exit_20" => (0.0, 0.5),
        "stock_trend"
        | "stock_weight"
        | "deflection"
        | "pool"
        | "irregular_share"
        | "irregular_entry_share"
        | "death_risk"
        | "naturalisation_rate"
        | "gap_initial"
        | "gap_floor"
        | "college_share"
        | "college_native"
        | "error_shared"
        | "import_leakage"
        | "conflict_protection"
        | "citizenship_share"
        | "integration_effect"
        | "work_ban"
        | "channels_regular"
        | "rejected_stay" => (0.0, 1.0),
        "gap_half_life" | "recession_years" | "naturalisation_wait" => (0.5, 100.0),
        "income_turn" | "brain_gain_income" => (100.0, 1e6),
        "citizenship" => (0.0, 1e5),
        "safe_list" => (-0.95, 0.0),
        "mortality" | "college_return" | "visa_return" | "network_cap" | "conflict_outflow" => (0.0, 10.0),
        "visa_inflow" => (0.05, 1.0),
        "remit_price" => (0.0, 50.0),
        _ => (-20.0, 20.0),
    }
}

fn schools() -> Vec<School> {
    let mut reader = csv::Reader::from_reader(SCHOOLS_CSV.as_bytes());
    let mut list: Vec<School> = Vec::new();
    for record in reader.records().flatten() {
        let text = |i: usize| record.get(i).unwrap_or("").to_string();
        let figure = |i: usize| text(i).parse().unwrap_or(0.0);
        let replaced = (text(2), figure(3), figure(4), figure(5), text(6));
        match list.iter_mut().find(|s| s.name == text(0)) {
            Some(school) => school.replaces.push(replaced),
            None => list.push(School { name: text(0), topic: text(1), replaces: vec![replaced] }),
        }
    }
    list
}
