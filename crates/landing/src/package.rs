//! A package, and what the file `indaba/landing/1` says of it.

use crate::case::Case;
use crate::engine::{Answer, Choice, Status};
use serde::Serialize;

/// What a package is the best by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Objective {
    /// Most gain, summed over parties and spheres.
    Total,
    /// Most parties strictly better off.
    Count,
    /// Most Σ weight · ln(1 + gain / best possible gain): what each gains, in shares of what it could.
    Nash,
    /// The least gain among the parties that any effect touches, as large as can be.
    Maxmin,
}

impl Objective {
    /// All four, in the order in which they are solved.
    pub const ALL: [Objective; 4] = [Objective::Total, Objective::Count, Objective::Nash, Objective::Maxmin];

    /// The objective with this name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|objective| objective.name() == name)
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Objective::Total => "total",
            Objective::Count => "count",
            Objective::Nash => "nash",
            Objective::Maxmin => "maxmin",
        }
    }
}

/// A party's gain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PartyGain {
    /// The party.
    pub party: String,
    /// What it gains.
    pub gain: i64,
}

/// A party's gain in a sphere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellValue {
    /// The party.
    pub party: String,
    /// The sphere.
    pub sphere: String,
    /// What it gains there.
    pub value: i64,
}

/// A package and how sure it is that nothing is better. One that could not be found has no measures and no figures: a 0
/// would read like one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Package {
    /// By what it is the best.
    pub objective: Objective,
    /// Its measures, in the order of the file.
    pub measures: Vec<String>,
    /// Value of the objective.
    pub value: Option<f64>,
    /// Gain summed over parties and spheres.
    pub total: Option<i64>,
    /// What it costs.
    pub cost: Option<i64>,
    /// Parties with a gain above zero.
    pub better: Option<usize>,
    /// Parties with a gain of zero.
    pub equal: Option<usize>,
    /// Parties with a gain below zero: none in a landing zone.
    pub worse: Option<usize>,
    /// The party that gains least (the first of equals).
    pub worst_party: Option<PartyGain>,
    /// The cell that gains least.
    pub worst_cell: Option<CellValue>,
    /// No package has a larger value; none if nothing is known.
    pub bound: Option<f64>,
    /// `optimal`, `within x % of the bound`, `none exists` or `none found in the time given`.
    pub status: String,
    /// Time it took, filled in by who has a clock.
    pub seconds: Option<f64>,
    /// The choice behind it, synergies included.
    #[serde(skip)]
    pub choice: Option<Choice>,
    /// The status as a value.
    #[serde(skip)]
    pub proof: Status,
}

impl Package {
    pub(crate) fn new(case: &Case<'_>, objective: Objective, answer: &Answer) -> Self {
        let choice = answer.choice.as_ref();
        let gains: Option<Vec<i64>> = choice.map(|choice| case.gains().iter().map(|gain| gain.at(choice)).collect());
        let gains = gains.as_ref();
        let of = |sign: fn(&&i64) -> bool| gains.map(|gains| gains.iter().filter(sign).count());
        Self {
            objective,
            measures: choice.map(|choice| case.ids(choice)).unwrap_or_default(),
            // A sum of nothing is 0, not −0.
            value: choice.map(|_| answer.value + 0.0),
            total: gains.map(|gains| gains.iter().sum()),
            cost: choice.map(|choice| case.cost().at(choice)),
            better: of(|gain| **gain > 0),
            equal: of(|gain| **gain == 0),
            worse: of(|gain| **gain < 0),
            worst_party: gains.and_then(|gains| worst_party(case, gains)),
            worst_cell: choice.and_then(|choice| worst_cell(case, choice)),
            bound: answer.bound.is_finite().then_some(answer.bound),
            status: words(answer),
            seconds: None,
            choice: answer.choice.clone(),
            proof: answer.status,
        }
    }
}

fn worst_party(case: &Case<'_>, gains: &[i64]) -> Option<PartyGain> {
    let touched = case.touched();
    let least = touched.into_iter().min_by_key(|p| gains[*p])?;
    Some(PartyGain { party: case.problem().parties[least].id.clone(), gain: gains[least] })
}

fn worst_cell(case: &Case<'_>, choice: &[bool]) -> Option<CellValue> {
    let problem = case.problem();
    let places = (0..problem.parties.len()).flat_map(|p| (0..problem.spheres.len()).map(move |s| (p, s)));
    let (p, s) = places.min_by_key(|(p, s)| case.cell(*p, *s).at(choice))?;
    let (party, sphere) = (problem.parties[p].id.clone(), problem.spheres[s].clone());
    Some(CellValue { party, sphere, value: case.cell(p, s).at(choice) })
}

/// The status in the words of the file.
pub fn words(answer: &Answer) -> String {
    match (answer.status, answer.gap()) {
        (Status::Optimal, _) => "optimal".to_owned(),
        (Status::Within, Some(gap)) => format!("within {} % of the bound", (gap * 1000.0).ceil() / 10.0),
        (Status::Within, None) => "found, bound not known".to_owned(),
        (Status::None, _) => "none exists".to_owned(),
        (Status::NotFound, _) => "none found in the time given".to_owned(),
    }
}
