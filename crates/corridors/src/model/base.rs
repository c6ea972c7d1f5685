//! What a projection starts from: taken from the pack once, the same for every draw.

use crate::code::Code;
use crate::forecast::{Forecast, PERIOD};
use crate::pack::Pack;
use crate::series::Series;

/// No corridor of the opposite direction.
pub(crate) const NOWHERE: u32 = u32::MAX;
/// From this income on a destination counts as rich for [`crate::Parameter::OriginIncomeRich`], USD PPP.
pub(crate) const RICH: f64 = 25_000.0;
/// An origin is much poorer than a destination below this ratio of incomes; irregular status is assumed there.
const POORER: f64 = 0.5;
/// Rates of a country that the records do not know: about the world's.
const WORLD_RATES: (f64, f64) = (0.018, 0.008);

/// Years that a model runs over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// First year: one for which the records have stocks.
    pub from: i32,
    /// Last year.
    pub to: i32,
}

impl Default for Span {
    fn default() -> Self {
        Self { from: 2020, to: 2050 }
    }
}

impl Span {
    /// The longest run: further ahead nothing is claimed.
    pub const LONGEST: i32 = 60;
}

/// Why a model can't be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ModelError {
    /// No flows.
    #[error("there are no flows in these records ({0}), and every projection needs them")]
    NoFlows(&'static str),
    /// No stocks in the first year.
    #[error("a run can't start in {from}: stocks and flows are known for {known}")]
    Start {
        /// The year asked for.
        from: i32,
        /// The years that there are.
        known: String,
    },
    /// The last year is before the first, or too far.
    #[error("a run ends after it starts and at most {} years later, not in {to}", Span::LONGEST)]
    End {
        /// The year asked for.
        to: i32,
    },
    /// A country that the records do not know.
    #[error(
        "there is no country {0} in these records: a corridor is written ORIGIN-DEST in ISO 3166 alpha-3, such as MEX-USA"
    )]
    Country(Code),
    /// A corridor without figures.
    #[error("the records have nobody on {0}")]
    Corridor(String),
    /// A lever of countries that names the wrong side.
    #[error("{lever} acts on the {side} country: write it as {example}")]
    Side {
        /// The lever.
        lever: &'static str,
        /// Which side.
        side: &'static str,
        /// How to write it.
        example: &'static str,
    },
    /// A move that would begin outside of the run.
    #[error("{lever} would move in {year}, and the run goes from {from} to {to}")]
    Year {
        /// The lever.
        lever: &'static str,
        /// The year asked for.
        year: i32,
        /// First year of the run.
        from: i32,
        /// Last year of the run.
        to: i32,
    },
}

/// Everything a run reads.
#[derive(Debug, Clone)]
pub(crate) struct Base {
    pub(crate) span: Span,
    pub(crate) codes: Vec<Code>,
    /// Corridors by origin, then destination: places in `codes`.
    pub(crate) ends: Vec<(u16, u16)>,
    /// First corridor of each origin; one more at the end.
    pub(crate) first: Vec<usize>,
    pub(crate) opposite: Vec<u32>,
    /// People a year.
    pub(crate) flow: Vec<f64>,
    /// Spread of the logarithm of the flow's error.
    pub(crate) spread: Vec<f64>,
    pub(crate) stock: Vec<f64>,
    /// Change of the stock a year over the five years before; none where the earlier stock is unknown.
    pub(crate) growth: Vec<Option<f64>>,
    /// Flows of the last four periods, the latest first.
    pub(crate) past: Vec<[f64; 4]>,
    pub(crate) protection: Vec<f64>,
    /// Share of those who leave and seek protection.
    pub(crate) seeking: Vec<f64>,
    pub(crate) rejected: Vec<f64>,
    pub(crate) from_poorer: Vec<bool>,
    pub(crate) college: Vec<Option<f64>>,
    pub(crate) remittances: Vec<f64>,
    pub(crate) price: Vec<Option<f64>>,
    pub(crate) income: Vec<f64>,
    pub(crate) gdp: Vec<f64>,
    pub(crate) population: Vec<f64>,
    /// Year by year, then country by country.
    pub(crate) births: Vec<f64>,
    pub(crate) deaths: Vec<f64>,
    /// Kilometres, country by country; 0 where unknown.
    pub(crate) distance: Vec<f64>,
}

impl Base {
    pub(crate) fn new(pack: &Pack, span: Span) -> Result<Base, ModelError> {
        let stocks = start(pack, span)?;
        if !(span.from + 1..=span.from + Span::LONGEST).contains(&span.to) {
            return Err(ModelError::End { to: span.to });
        }
        let period = span.from - span.from.rem_euclid(PERIOD);
        let before = pack.bilateral(stocks).and_then(|t| t.years.iter().copied().rfind(|y| *y <= span.from - 4));
        let forecast = Forecast::new(pack, period).unwrap_or_else(|| Forecast::as_seen(pack, period));
        let mut base = Base::countries(pack, span);
        let n = base.codes.len();
        let mut place = vec![usize::MAX; pack.countries.len()];
        pack.flow_countries.iter().enumerate().for_each(|(i, c)| place[usize::from(*c)] = i);
        for (row, corridor) in pack.corridors.iter().enumerate() {
            let (o, d) = (place[usize::from(corridor.origin)], place[usize::from(corridor.dest)]);
            if o >= n || d >= n {
                continue;
            }
            let predicted = forecast.predicted[o * n + d];
            let stock = pack.figure(stocks, row, span.from);
            if predicted > 0.0 || stock > 0.0 {
                base.ends.push((o as u16, d as u16));
                base.flow.push(predicted / f64::from(PERIOD));
                base.spread.push(forecast.band.spread(predicted).min(1.0));
                base.stock.push(stock);
                let change = |y: i32| (stock - pack.figure(stocks, row, y)) / f64::from(span.from - y);
                base.growth.push(before.map(change));
                base.corridor(pack, row, period);
            }
        }
        base.first = (0..=n).map(|o| base.ends.partition_point(|(a, _)| usize::from(*a) < o)).collect();
        let opposite = |(o, d): &(u16, u16)| base.ends.binary_search(&(*d, *o)).map_or(NOWHERE, |i| i as u32);
        base.opposite = base.ends.iter().map(opposite).collect();
        Ok(base)
    }

    fn countries(pack: &Pack, span: Span) -> Base {
        let places = &pack.flow_countries;
        let n = places.len();
        let latest = |series, c: u16| pack.latest_of(series, c, span.from).map_or(0.0, |(_, v)| v);
        let (mut births, mut deaths) = (Vec::new(), Vec::new());
        for year in span.from..=span.to {
            for country in places {
                let (b, d) = rates(pack, *country, year);
                births.push(b);
                deaths.push(d);
            }
        }
        let km = |k: usize| pack.distance(places[k / n], places[k % n]).unwrap_or(0.0);
        Base {
            span,
            codes: places.iter().map(|c| pack.code(*c)).collect(),
            income: places.iter().map(|c| latest(Series::Income, *c)).collect(),
            gdp: places.iter().map(|c| latest(Series::Gdp, *c)).collect(),
            population: places.iter().map(|c| population(pack, *c, span.from)).collect(),
            births,
            deaths,
            distance: (0..n * n).map(km).collect(),
            ends: Vec::new(),
            first: Vec::new(),
            opposite: Vec::new(),
            flow: Vec::new(),
            spread: Vec::new(),
            stock: Vec::new(),
            growth: Vec::new(),
            past: Vec::new(),
            protection: Vec::new(),
            seeking: Vec::new(),
            rejected: Vec::new(),
            from_poorer: Vec::new(),
            college: Vec::new(),
            remittances: Vec::new(),
            price: Vec::new(),
        }
    }

    /// What is known of one corridor beside flow and stock.
    fn corridor(&mut self, pack: &Pack, row: usize, period: i32) {
        let (o, d) = self.ends[self.ends.len() - 1];
        let from = self.span.from;
        let past = [1, 2, 3, 4].map(|k| pack.figure(Series::Flow, row, period - k * PERIOD));
        let sum =
            |series, years: std::ops::RangeInclusive<i32>| years.map(|y| pack.figure(series, row, y)).sum::<f64>();
        let protected = |year| pack.figure(Series::Refugees, row, year) + pack.figure(Series::AsylumSeekers, row, year);
        let applied = sum(Series::Applications, from - 4..=from);
        let fled = (protected(from) - protected(from - PERIOD)).max(0.0);
        let (yes, no) = (sum(Series::Recognised, from - 4..=from), sum(Series::Rejected, from - 4..=from));
        let (yo, yd) = (self.income[usize::from(o)], self.income[usize::from(d)]);
        self.protection.push(protected(from));
        self.seeking.push(if past[0] > 0.0 { (applied.max(fled) / past[0]).min(0.9) } else { 0.0 });
        self.rejected.push(if yes + no > 0.0 { no / (yes + no) } else { 0.5 });
        self.from_poorer.push(yo > 0.0 && yd > 0.0 && yo < POORER * yd);
        self.past.push(past);
        self.college.push(college(pack, row));
        self.remittances.push(nearest(pack, row, from));
        let price = pack.bilateral(Series::Price).and_then(|t| t.latest(row, from));
        self.price.push(price.map(|(_, v)| f64::from(v) * Series::Price.source().scale));
    }
}

/// The stocks that have the first year.
fn start(pack: &Pack, span: Span) -> Result<Series, ModelError> {
    let flows = pack.bilateral(Series::Flow).ok_or(ModelError::NoFlows(Series::Flow.source().file))?;
    let revisions = [Series::Stock2024, Series::Stock2020, Series::Stock2019];
    let has = |series: &Series| pack.bilateral(*series).is_some_and(|t| t.column(span.from).is_some());
    let known_flows = flows.years.first().is_some_and(|first| *first <= span.from);
    let found = revisions.into_iter().find(has).filter(|_| known_flows);
    found.ok_or_else(|| {
        let years = revisions.iter().filter_map(|s| pack.bilateral(*s)).flat_map(|t| t.years.iter().copied());
        let mut years: Vec<i32> = years.filter(|y| flows.years.first().is_some_and(|first| first <= y)).collect();
        years.sort_unstable();
        years.dedup();
        let known = years.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
        ModelError::Start { from: span.from, known }
    })
}

fn population(pack: &Pack, country: u16, year: i32) -> f64 {
    let known = pack.latest_of(Series::Population, country, year).map(|(_, v)| v);
    known.or_else(|| pack.of_country(Series::ProjectedPopulation, country, year)).unwrap_or(0.0)
}

/// Births and deaths a head in a year.
fn rates(pack: &Pack, country: u16, year: i32) -> (f64, f64) {
    let per_head = |of: Series, heads: Series, year| {
        let heads = pack.of_country(heads, country, year).filter(|p| *p > 0.0)?;
        Some(pack.of_country(of, country, year)? / heads)
    };
    let seen = |of| per_head(of, Series::Population, year);
    let projected = |of, year| per_head(of, Series::ProjectedPopulation, year);
    let last = pack.national(Series::ProjectedPopulation).and_then(|t| t.years.last().copied()).unwrap_or(year);
    let at = |a, b| seen(a).or_else(|| projected(b, year.min(last))).map(|r: f64| r.clamp(0.0, 0.2));
    let births = at(Series::Births, Series::ProjectedBirths).unwrap_or(WORLD_RATES.0);
    (births, at(Series::Deaths, Series::ProjectedDeaths).unwrap_or(WORLD_RATES.1))
}

fn college(pack: &Pack, row: usize) -> Option<f64> {
    let with = pack.bilateral(Series::College)?.latest(row, i32::MAX).map_or(0, |(_, v)| v);
    let without = pack.bilateral(Series::NoCollege)?.latest(row, i32::MAX).map_or(0, |(_, v)| v);
    (with + without >= 100).then(|| f64::from(with) / f64::from(with + without))
}

/// The remittance matrix nearest to a year, in dollars.
fn nearest(pack: &Pack, row: usize, year: i32) -> f64 {
    let Some(table) = pack.bilateral(Series::Remittances) else { return 0.0 };
    let nearest = table.years.iter().copied().min_by_key(|y| ((y - year).abs(), *y));
    nearest.map_or(0.0, |y| pack.figure(Series::Remittances, row, y))
}
