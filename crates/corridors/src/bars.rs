//! The table of bars: what the model has to reach, what it reaches, and whether that is enough. What needs a clock is
//! measured by the benchmark; everything else is worked out here, so that the command and the benchmark print the same.

use crate::assumptions::{AssumptionError, Assumptions};
use crate::backtest::Backtest;
use crate::code::Code;
use crate::judge::{RemittanceCheck, ShockCheck, StockScore};
use crate::model::{Model, ModelError, Outcome, Projection, Span};
use crate::pack::Pack;
use crate::scenario::{Move, Scenario};
use crate::series::Series;
use serde::Serialize;
use std::fmt;

/// One row.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bar {
    /// What is measured.
    pub what: String,
    /// The figure.
    pub figure: String,
    /// What it has to be.
    pub bar: String,
    /// Is it? None where the figure is shown as it is.
    pub met: Option<bool>,
}

impl Bar {
    /// A row that is met or not.
    pub fn of(what: impl Into<String>, figure: impl Into<String>, bar: impl Into<String>, met: bool) -> Bar {
        Bar { what: what.into(), figure: figure.into(), bar: bar.into(), met: Some(met) }
    }

    /// A figure that is shown as it is.
    pub fn shown(what: impl Into<String>, figure: impl Into<String>) -> Bar {
        Bar { what: what.into(), figure: figure.into(), bar: "shown as it is".into(), met: None }
    }
}

/// The names of the columns, for tables in text.
pub const HEADER: &str = "| what | figure | bar | met |\n|---|---|---|---|";

impl fmt::Display for Bar {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let met = match self.met {
            Some(true) => "met",
            Some(false) => "MISSED",
            None => "",
        };
        write!(f, "| {} | {} | {} | {met} |", self.what, self.figure, self.bar)
    }
}

/// What stops the invariants from being tried.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum BarError {
    /// The model can't be made from these records.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// The tables that come with the program are damaged.
    #[error(transparent)]
    Table(#[from] AssumptionError),
}

/// The periods whose forecast has bars.
pub const PERIODS: [i32; 2] = [2015, 2010];

/// A forecast of a past period; empty where it could not be scored, or has no bars.
pub fn flows(test: &Backtest) -> Vec<Bar> {
    let (Some(score), Some(before), Some(covered)) = (test.score, test.persistence, test.covered) else {
        return Vec::new();
    };
    let last = test.period + crate::PERIOD;
    let name = |what: &str| format!("flows {}-{last}: {what}", test.period);
    let mae = |most: f64| {
        let what = name(&format!("MAE (persistence {:.0})", before.mae));
        Bar::of(what, format!("{:.0}", score.mae), format!("at most {most:.0}"), score.mae <= most)
    };
    let covered = 100.0 * covered;
    let within = (78.0..=90.0).contains(&covered);
    let band = Bar::of(name("80 % band covers"), format!("{covered:.1} %"), "78 to 90 %", within);
    match test.period {
        2015 => {
            let aim = score.mae <= 820.0 && score.r2 >= 0.8 && score.net_mae <= 125_000.0;
            let all = format!("{:.0} / {:.3} / {:.0}", score.mae, score.r2, score.net_mae);
            let net = format!("net-migration MAE (persistence {:.0})", before.net_mae);
            vec![
                mae(890.0),
                Bar::of(
                    name(&format!("R2 (persistence {:.3})", before.r2)),
                    format!("{:.3}", score.r2),
                    "at least .75",
                    score.r2 >= 0.75,
                ),
                Bar::of(name(&net), format!("{:.0}", score.net_mae), "at most 138000", score.net_mae <= 138_000.0),
                band,
                Bar::of(name("aim"), all, "820 / .80 / 125000", aim),
            ]
        }
        2010 => vec![mae(1010.0), band],
        _ => Vec::new(),
    }
}

/// Stocks from 2000 on: better than persistence and the line in every period, or the row says where not.
pub fn stocks(scores: &[StockScore]) -> Vec<Bar> {
    let one = |s: &StockScore| {
        let best = s.model <= s.persistence && s.model <= s.linear;
        let figure = format!("{:.0} ({:.0}, {:.0})", s.model, s.persistence, s.linear);
        let what = format!("stocks {}-{}: mean absolute error (persistence, line)", s.from, s.year);
        Bar::of(what, figure, "below both", best)
    };
    scores.iter().map(one).collect()
}

/// Producers of remittances against each other, and the model over bad years.
pub fn remittances(checks: &[RemittanceCheck], shocks: &[ShockCheck]) -> Vec<Bar> {
    let apart = |r: &RemittanceCheck| {
        let what = format!("remittances {}: matrices and indicators apart", r.year);
        Bar::of(what, format!("{:.1} %", r.differ), "11 to 16 %", (10.5..16.5).contains(&r.differ))
    };
    let shock = |s: &ShockCheck| {
        let what = format!("receipts of the world, {}-{}: recorded, model", s.year - 1, s.year);
        Bar::shown(what, format!("{:+.1} %, {:+.1} %", s.recorded, s.model))
    };
    checks.iter().map(apart).chain(shocks.iter().map(shock)).collect()
}

/// Figures that a reader knows, within half a per cent: a pack leaves out the smallest corridors, and what producers write
/// under no country.
pub fn known(pack: &Pack) -> Vec<Bar> {
    let code = |text: &str| Code::parse(text).and_then(|code| pack.country(code));
    let stock = || Some(pack.figure(Series::Stock2024, pack.row(code("MEX")?, code("USA")?)?, 2020));
    let total = |series: Series, year: i32| {
        let table = pack.bilateral(series)?;
        table.column(year)?;
        Some(table.total(year) as f64 * series.source().scale)
    };
    let rows = [
        ("Mexico to United States, people, 2020, revision 2024", stock(), 11.18e6, 1e6, "m"),
        ("people who live outside of where they were born, 2024", total(Series::Stock2024, 2024), 304.0e6, 1e6, "m"),
        ("remittance matrix, USD, 2021", total(Series::Remittances, 2021), 781.1e9, 1e9, "bn"),
    ];
    let one = |(what, found, bar, unit, name): (&str, Option<f64>, f64, f64, &str)| {
        let found = found.filter(|v| *v > 0.0)?;
        let met = (found / bar - 1.0).abs() < 0.005;
        let written = |v: f64| format!("{:.2} {name}", v / unit);
        Some(Bar::of(what, written(found), format!("{} within 0.5 %", written(bar)), met))
    };
    rows.into_iter().filter_map(one).collect()
}

/// A move, an outcome and its place (`*` for the world), and the sign of the change that its source states.
const SIGNS: [(&str, Outcome, &str, f64); 24] = [
    ("visa=1@*-DEU", Outcome::Arrivals, "DEU", -1.0),
    ("visa=1@*-DEU", Outcome::Leavers, "DEU", -1.0),
    ("visa=1@*-DEU", Outcome::Deflected, "FRA", 1.0),
    ("quota=50000@*-DEU", Outcome::Arrivals, "DEU", 1.0),
    ("lawful_channels=50@*-USA", Outcome::IrregularEntries, "*", -1.0),
    ("asylum_rejections=10@*-DEU", Outcome::IrregularEntries, "*", 1.0),
    ("visa_rejections=10@*-DEU", Outcome::IrregularEntries, "*", 1.0),
    ("safe_list=1@*-DEU", Outcome::Protection, "DEU", -1.0),
    ("enforcement=3@*-USA", Outcome::SmugglingPrice, "MEX", 1.0),
    ("enforcement=3@*-USA", Outcome::IrregularEntries, "MEX", -1.0),
    ("enforcement=3@*-USA", Outcome::Leavers, "USA", -1.0),
    ("regularisation=5@*-USA", Outcome::Irregular, "USA", -1.0),
    ("return_support=50@*-DEU", Outcome::Returns, "TUR", 1.0),
    ("asylum_wait=12@*-DEU", Outcome::EarningsGap, "DEU", 1.0),
    ("work_ban=1@*-DEU", Outcome::EarningsGap, "DEU", 1.0),
    ("integration=1@*-DEU", Outcome::EarningsGap, "DEU", -1.0),
    ("naturalisation_wait=3@*-DEU", Outcome::Naturalised, "DEU", 1.0),
    ("remittance_cost=3", Outcome::Remittances, "*", 1.0),
    ("productive_use=20", Outcome::ProductiveReturn, "MEX", 1.0),
    ("college_selection=20@PHL-*", Outcome::CollegeAbroad, "PHL", 1.0),
    ("dest_income=20@*-DEU", Outcome::Arrivals, "DEU", 1.0),
    ("origin_income=50@SEN-*", Outcome::Departures, "SEN", 1.0),
    ("origin_income=50@POL-*", Outcome::Departures, "POL", -1.0),
    ("conflict=1@SDN-*", Outcome::Departures, "SDN", 1.0),
];

/// Moves that change only the years that they are made in.
const PASSING: [(&str, Outcome, &str, f64); 2] = [
    ("remittance_stop=50@*-USA@2030", Outcome::Remittances, "MEX", -1.0),
    ("host_recession=10@*-USA@2030", Outcome::Remittances, "MEX", -1.0),
];

/// What holds whatever is moved, tried on these records with the standard table.
pub fn invariants(pack: &Pack) -> Result<Vec<Bar>, BarError> {
    let model = Model::new(pack, Assumptions::standard()?, Span { from: 2020, to: 2032 })?;
    let baseline = model.baseline();
    let unmoved = model.run(&Scenario::default())? == baseline;
    let signs = || SIGNS.iter().map(|row| (2032, row)).chain(PASSING.iter().map(|row| (2030, row)));
    let (mut wrong, mut lost, mut net) = (Vec::new(), 0.0_f64, 0.0_f64);
    for (year, (text, outcome, place, sign)) in signs() {
        let Ok(one) = Move::parse(text) else { continue };
        let run = model.run(&Scenario { moves: vec![one] })?;
        let at = |p: &Projection| p.figure(*outcome, Code::parse(place), year).unwrap_or(0.0);
        if (at(&run) - at(&baseline)) * sign <= 0.0 {
            wrong.push(format!("{text} ({} of {place})", outcome.id()));
        }
        let (l, n) = conserved(&run);
        (lost, net) = (lost.max(l), net.max(n));
    }
    let (l, n) = conserved(&baseline);
    let (lost, net) = (lost.max(l), net.max(n));
    let count = SIGNS.len() + PASSING.len();
    let figure = match wrong.as_slice() {
        [] => format!("{count} of {count}"),
        some => format!("{} of {count}, not {}", count - some.len(), some.join(", ")),
    };
    let same = if unmoved { "the same bits" } else { "another run" };
    Ok(vec![
        Bar::of("no lever moved", same, "the baseline, bit for bit", unmoved),
        Bar::of("people conserved (largest share lost in any year)", format!("{lost:.0e}"), "below 1e-6", lost < 1e-6),
        Bar::of("net migration of the world (largest, people)", format!("{net:.0e}"), "0 (below 1e-3)", net < 1e-3),
        Bar::of("levers that move what their source says, in its direction", figure, "all", wrong.is_empty()),
    ])
}

/// The largest share of people lost or made between two years, and the largest net migration of the world.
fn conserved(run: &Projection) -> (f64, f64) {
    let of = |outcome, year| run.figure(outcome, None, year).unwrap_or(0.0);
    let years: Vec<i32> = run.years().collect();
    let lost = years.windows(2).filter_map(|pair| {
        let [before, now] = pair else { return None };
        let stock: f64 = run.stocks(*now).map(|(_, _, people)| people).sum();
        Some((stock - of(Outcome::Immigrants, *before)).abs() / stock.max(1.0))
    });
    let lost = lost.fold(0.0_f64, f64::max);
    (lost, years.iter().map(|year| of(Outcome::NetMigration, *year).abs()).fold(0.0, f64::max))
}
