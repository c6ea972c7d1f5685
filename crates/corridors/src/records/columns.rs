//! Which columns of which file make a series.

/// What to do with a second figure for the same place and year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Several {
    /// It is an error of the file: the first stays.
    First,
    /// Months or routes: add.
    Sum,
    /// Quarters: take the mean.
    Mean,
}

/// Columns of a file; a series by country leaves `dest` empty.
pub(super) struct Columns {
    pub(super) origin: &'static str,
    pub(super) dest: &'static str,
    pub(super) year: &'static str,
    pub(super) value: &'static str,
    /// From the figure of the file to the whole number of the pack.
    pub(super) factor: f64,
    pub(super) several: Several,
    /// Negative figures make sense.
    pub(super) signed: bool,
    pub(super) first_year: i32,
    /// The records reach into a year that is not over.
    pub(super) last_year: i32,
}

/// The last year of records that reach into one that is not over.
pub(super) const LAST_YEAR: i32 = 2024;

const NONE: Columns = Columns {
    origin: "origin",
    dest: "dest",
    year: "year",
    value: "total",
    factor: 1.0,
    several: Several::First,
    signed: false,
    first_year: 1985,
    last_year: 2060,
};

const fn stock(value: &'static str) -> Columns {
    Columns { value, ..NONE }
}

const fn unhcr(value: &'static str) -> Columns {
    Columns { dest: "asylum", value, last_year: LAST_YEAR, ..NONE }
}

const fn national(value: &'static str, factor: f64) -> Columns {
    Columns { origin: "iso3", dest: "", value, factor, ..NONE }
}

const fn signed(value: &'static str, factor: f64) -> Columns {
    Columns { signed: true, ..national(value, factor) }
}

const fn monthly(first_year: i32) -> Columns {
    let by_country = national("n", 1.0);
    Columns { origin: "nat", year: "month", several: Several::Sum, first_year, last_year: LAST_YEAR, ..by_country }
}

const fn remittances(year: &'static str, value: &'static str, several: Several) -> Columns {
    Columns { origin: "receiver", dest: "sender", year, value, factor: 1000.0, several, ..NONE }
}

/// In the order of [`crate::Series`].
pub(super) const COLUMNS: &[Columns] = &[
    stock("total"),
    stock("total"),
    stock("total"),
    Columns { year: "period_start", value: "flow", ..NONE },
    remittances("year", "usd_m", Several::First),
    remittances("quarter", "cost_pct_of_200usd", Several::Mean),
    unhcr("refugees"),
    unhcr("asylum_seekers"),
    unhcr("applied"),
    unhcr("recognized"),
    unhcr("rejected"),
    Columns { year: "", value: "college_25plus", ..NONE },
    Columns { year: "", value: "low_skill_25plus", ..NONE },
    Columns { year: "", value: "common_spoken_lang", factor: 1000.0, ..NONE },
    national("pop", 1.0),
    national("gdp", 1e-3),
    national("income", 100.0),
    national("remin", 1e-3),
    national("remout", 1e-3),
    national("unem", 1000.0),
    national("births", 1000.0),
    national("deaths", 1000.0),
    signed("mig", 1000.0),
    national("pop", 1000.0),
    national("births", 1000.0),
    national("deaths", 1000.0),
    signed("mig", 1000.0),
    signed("mig_80l", 1000.0),
    signed("mig_80u", 1000.0),
    monthly(2009),
    monthly(2018),
];
