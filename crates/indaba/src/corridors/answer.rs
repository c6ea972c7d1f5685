//! What a run says to each of the four standpoints.

use super::Asked;
use ::corridors::{Banded, Bands, Code, Model, ModelError, Outcome, Place, Projection, Standpoint, Subject};

/// Baseline and scenario, as far as a page shows them.
#[derive(Debug)]
pub struct Answer {
    /// Every year.
    pub years: Vec<i32>,
    /// By standpoint, in the order of the outcomes.
    pub rows: Vec<Row>,
    /// Where people went because of the levers, in the last year, the largest first.
    pub led_to: Vec<(Code, f64)>,
}

/// One outcome of one place.
#[derive(Debug)]
pub struct Row {
    /// What is counted.
    pub outcome: Outcome,
    /// Where; none for the world.
    pub place: Place,
    /// By year.
    pub baseline: Vec<f64>,
    /// By year.
    pub scenario: Vec<f64>,
}

/// The four standpoints in their order.
pub const STANDPOINTS: [Standpoint; 4] =
    [Standpoint::Host, Standpoint::Origin, Standpoint::Neighbours, Standpoint::Migrants];

/// Countries named of those to which policies elsewhere led people.
const NAMED: usize = 5;

/// Outcomes that are shown first, with a picture.
pub const MAIN: [Outcome; 13] = [
    Outcome::Arrivals,
    Outcome::Immigrants,
    Outcome::Irregular,
    Outcome::EarningsGap,
    Outcome::Emigrants,
    Outcome::Returns,
    Outcome::Remittances,
    Outcome::CollegeHome,
    Outcome::Deflected,
    Outcome::IrregularEntries,
    Outcome::Deaths,
    Outcome::Earnings,
    Outcome::Secure,
];

/// The place from which a standpoint looks.
pub fn place(asked: &Asked, standpoint: Standpoint) -> Place {
    match standpoint {
        Standpoint::Host => asked.pattern.dest,
        Standpoint::Origin | Standpoint::Migrants => asked.pattern.origin,
        Standpoint::Neighbours => None,
    }
}

impl Answer {
    /// Runs a scenario.
    pub fn new(model: &Model, asked: &Asked) -> Result<Answer, ModelError> {
        let (baseline, moved) = (model.baseline(), model.run(&asked.scenario())?);
        let years: Vec<i32> = moved.years().collect();
        let row = |outcome: &Outcome| {
            let place = place(asked, outcome.standpoint());
            let series =
                |p: &Projection| years.iter().filter_map(|y| p.figure(*outcome, place, *y)).collect::<Vec<_>>();
            Row { outcome: *outcome, place, baseline: series(&baseline), scenario: series(&moved) }
        };
        let rows = Outcome::ALL.iter().map(row).collect();
        Ok(Answer { rows, led_to: led_to(&moved, asked.to), years })
    }

    /// What bands are asked for.
    pub fn subjects(&self) -> Vec<Subject> {
        self.rows.iter().map(|row| Subject::Outcome(row.outcome, row.place)).collect()
    }

    /// The row of an outcome.
    pub fn row(&self, outcome: Outcome) -> Option<&Row> {
        self.rows.iter().find(|row| row.outcome == outcome)
    }
}

fn led_to(moved: &Projection, year: i32) -> Vec<(Code, f64)> {
    let of = |code: &Code| Some((*code, moved.figure(Outcome::Deflected, Some(*code), year)?));
    let mut list: Vec<_> = moved.countries().iter().filter_map(of).filter(|(_, people)| *people >= 1.0).collect();
    list.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    list.truncate(NAMED);
    list
}

impl Row {
    /// Baseline and scenario of the last year.
    pub fn last(&self) -> (f64, f64) {
        (self.baseline.last().copied().unwrap_or(0.0), self.scenario.last().copied().unwrap_or(0.0))
    }

    /// Its bands, one for each year that has some.
    pub fn bands<'a>(&self, bands: &'a Bands) -> Vec<&'a Banded> {
        let subject = Subject::Outcome(self.outcome, self.place);
        bands.rows.iter().filter(|band| band.subject == subject).collect()
    }
}
