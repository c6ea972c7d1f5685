//! Stocks and remittances against what was recorded.

use crate::assumptions::Assumptions;
use crate::model::{Model, Outcome, Span};
use crate::pack::Pack;
use crate::records::disagreement;
use crate::scenario::{Lever, Move, Scenario};
use crate::series::Series;
use serde::Serialize;

/// Stocks of all corridors of a run against those recorded: mean absolute errors, in people.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct StockScore {
    /// First year of the run.
    pub from: i32,
    /// The year that is scored.
    pub year: i32,
    /// Of the model.
    pub model: f64,
    /// Of the stock of the first year.
    pub persistence: f64,
    /// Of the line through the first year and five years before it.
    pub linear: f64,
}

/// How far producers of remittances are apart, and how a shock compares.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct RemittanceCheck {
    /// The year.
    pub year: i32,
    /// Matrices, summed by receiver, dollars.
    pub matrices: f64,
    /// Receipts in the development indicators, same countries.
    pub indicators: f64,
    /// Sum of differences over the sum of the indicators, per cent.
    pub differ: f64,
}

/// The world's receipts over a bad year, recorded and as the model has a fall of host incomes.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ShockCheck {
    /// The year of the fall.
    pub year: i32,
    /// Fall of the mean income at purchasing power in rich countries, per cent.
    pub income_fall: f64,
    /// Recorded change of receipts, per cent.
    pub recorded: f64,
    /// The model's change in the year of the fall, per cent, against the year without it.
    pub model: f64,
}

/// Scores stocks for every start and later year that the records have. Stocks of the revision a run starts from.
pub fn stocks(pack: &Pack, assumptions: &Assumptions) -> Vec<StockScore> {
    let series = [Series::Stock2024, Series::Stock2020].into_iter().find(|s| pack.has(*s));
    let Some(table) = series.and_then(|s| pack.bilateral(s)) else { return Vec::new() };
    let years = &table.years;
    let starts = years.iter().copied().filter(|y| (2000..=2015).contains(y) && years.contains(&(y - 5)));
    starts.flat_map(|from| from_year(pack, assumptions, series.unwrap_or(Series::Stock2024), from)).collect()
}

fn from_year(pack: &Pack, assumptions: &Assumptions, series: Series, from: i32) -> Vec<StockScore> {
    let Some(table) = pack.bilateral(series) else { return Vec::new() };
    let later: Vec<i32> = table.years.iter().copied().filter(|y| *y > from).collect();
    let Some(to) = later.last().copied() else { return Vec::new() };
    let Ok(model) = Model::new(pack, assumptions.clone(), Span { from, to }) else { return Vec::new() };
    let run = model.baseline();
    let rows: Vec<_> =
        pack.corridors.iter().enumerate().map(|(row, c)| (row, pack.code(c.origin), pack.code(c.dest))).collect();
    let score = |year: i32| {
        let (mut model, mut persistence, mut linear, mut count) = (0.0, 0.0, 0.0, 0.0_f64);
        for (row, o, d) in &rows {
            let Some(stock) = run.stock(*o, *d, year) else { continue };
            let at = |y| f64::from(table.at(*row, y));
            let (seen, start) = (at(year), at(from));
            let line = start + (start - at(from - 5)) * f64::from(year - from) / 5.0;
            model += (stock - seen).abs();
            persistence += (start - seen).abs();
            linear += (line.max(0.0) - seen).abs();
            count += 1.0;
        }
        let count = count.max(1.0);
        StockScore { from, year, model: model / count, persistence: persistence / count, linear: linear / count }
    };
    later.into_iter().map(score).collect()
}

/// Matrices against development indicators, for every year of the matrices.
pub fn remittances(pack: &Pack) -> Vec<RemittanceCheck> {
    let Some(table) = pack.bilateral(Series::Remittances) else { return Vec::new() };
    let one = |year: &i32| {
        let mut received = vec![0.0; pack.countries.len()];
        for (row, corridor) in pack.corridors.iter().enumerate() {
            received[usize::from(corridor.origin)] += pack.figure(Series::Remittances, row, *year);
        }
        let (mut matrices, mut indicators, mut apart) = (0.0, 0.0, 0.0);
        for (country, matrix) in received.into_iter().enumerate() {
            let Some(indicator) = pack.of_country(Series::Received, country as u16, *year) else { continue };
            matrices += matrix;
            indicators += indicator;
            apart += (matrix - indicator).abs();
        }
        let differ = if indicators > 0.0 { 100.0 * apart / indicators } else { 0.0 };
        RemittanceCheck { year: *year, matrices, indicators, differ }
    };
    table.years.iter().map(one).collect()
}

/// What the model makes of the falls of 2009 and 2020: the recorded fall of host incomes as the recession lever.
pub fn shocks(pack: &Pack, model: &Model) -> Vec<ShockCheck> {
    let sum = |series, year| -> f64 {
        (0..pack.countries.len()).filter_map(|c| pack.of_country(series, c as u16, year)).sum()
    };
    let one = |year: i32| {
        let recorded = change(sum(Series::Received, year - 1), sum(Series::Received, year))?;
        let rich = |y: i32| {
            let of = |c: usize| pack.of_country(Series::Income, c as u16, y).filter(|v| *v > 25_000.0);
            let all: Vec<f64> = (0..pack.countries.len())
                .filter_map(|c| {
                    of(c).filter(|_| pack.of_country(Series::Income, c as u16, year - 1).is_some_and(|v| v > 25_000.0))
                })
                .collect();
            all.iter().sum::<f64>() / all.len().max(1) as f64
        };
        let fall = (-change(rich(year - 1), rich(year))?).clamp(0.0, 25.0);
        let moved = Move::new(Lever::HostRecession, fall, crate::Pattern::ANY, None).ok()?;
        let run = model.run(&Scenario { moves: vec![moved] }).ok()?;
        let at = |p: &crate::Projection| p.figure(Outcome::Remittances, None, model.span().from);
        let change = change(at(&model.baseline())?, at(&run)?)?;
        Some(ShockCheck { year, income_fall: fall, recorded, model: change })
    };
    [2009, 2020].into_iter().filter_map(one).collect()
}

fn change(before: f64, after: f64) -> Option<f64> {
    (before > 0.0).then(|| 100.0 * (after / before - 1.0))
}

/// How far revisions of the same stocks are apart, per cent: older, newer, year.
pub fn revisions(pack: &Pack) -> Vec<(Series, Series, i32, f64)> {
    let pairs = [(Series::Stock2020, Series::Stock2024), (Series::Stock2019, Series::Stock2020)];
    let years = [2015, 2020];
    let all = pairs.into_iter().flat_map(|(a, b)| years.into_iter().map(move |y| (a, b, y)));
    all.filter_map(|(a, b, y)| Some((a, b, y, disagreement(pack, a, b, y)?))).collect()
}
