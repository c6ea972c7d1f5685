//! What the records say of a corridor and of a country, producers side by side. No model here.

use crate::code::{Code, Pattern};
use crate::pack::Pack;
use crate::series::Series;
use crate::sums::Sums;
use serde::Serialize;
use std::collections::BTreeMap;

/// A figure with its year.
pub type Dated = (i32, f64);

/// A corridor as the records have it; a list is empty where they have nothing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CorridorProfile {
    /// Where people come from.
    pub origin: Code,
    /// Where they live.
    pub dest: Code,
    /// People by year, one list a revision, the newest first.
    pub stocks: Vec<(Series, Vec<Dated>)>,
    /// People in five years, by their first year.
    pub flows: Vec<Dated>,
    /// Flows of the opposite direction.
    pub flows_back: Vec<Dated>,
    /// Dollars a year.
    pub remittances: Vec<Dated>,
    /// Per cent of 200 dollars.
    pub prices: Vec<Dated>,
    /// Refugees, end of year.
    pub refugees: Vec<Dated>,
    /// Asylum seekers, end of year.
    pub asylum_seekers: Vec<Dated>,
    /// Asylum applications in the year.
    pub applications: Vec<Dated>,
    /// Positive decisions.
    pub recognised: Vec<Dated>,
    /// Negative decisions.
    pub rejected: Vec<Dated>,
    /// Emigrants of 25 and older: with college education, without.
    pub schooling: Option<(f64, f64)>,
    /// Kilometres, weighted by population.
    pub distance: Option<f64>,
    /// Share of pairs of people with a common language.
    pub language: Option<f64>,
}

/// A country as the records have it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CountryProfile {
    /// The country.
    pub code: Code,
    /// Figures of the country itself: population, income and so on, the latest five years of each series.
    pub figures: Vec<(Series, Vec<Dated>)>,
    /// Detections of its nationals at borders elsewhere, which are events: every year of each series.
    pub detections: Vec<(Series, Vec<Dated>)>,
    /// Largest stocks of people from elsewhere, with their year.
    pub from: Vec<(Code, f64)>,
    /// Largest stocks of its people elsewhere.
    pub to: Vec<(Code, f64)>,
    /// The year of these stocks.
    pub year: i32,
    /// Everybody from elsewhere, and everybody elsewhere.
    pub totals: (f64, f64),
    /// What its corridors add up to.
    pub sums: Sums,
    /// Its net migration, as producers of populations and of flows have it.
    pub net: NetMigration,
}

/// Who came less who left, of one country; a list is empty where the records have nothing.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct NetMigration {
    /// People in five years, by their first year, from estimates of the population.
    pub estimated: Vec<Dated>,
    /// The same from flows between countries.
    pub flows: Vec<Dated>,
    /// People a year as projected: year, lower end of the 80 % interval, middle, upper end.
    pub projected: Vec<(i32, [f64; 3])>,
}

/// A route as the records have it, under its producer's name; a list is empty where they have nothing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RouteProfile {
    /// As the producer names it, in English.
    pub name: String,
    /// Dead and missing people.
    pub deaths: Vec<Dated>,
    /// Detections, which are events.
    pub detections: Vec<Dated>,
}

/// Most corridors listed for a country.
const LISTED: usize = 15;
/// Counts of events at borders, by nationality.
const DETECTIONS: [Series; 2] = [Series::DetectionsEu, Series::EncountersUs];

impl Pack {
    /// A corridor; none where the records have nothing of it.
    pub fn corridor_profile(&self, origin: Code, dest: Code) -> Option<CorridorProfile> {
        let (o, d) = (self.country(origin)?, self.country(dest)?);
        let row = self.row(o, d)?;
        let dated = |series: Series, row: Option<usize>| -> Vec<Dated> {
            let (Some(table), Some(row)) = (self.bilateral(series), row) else { return Vec::new() };
            let scale = series.source().scale;
            let all = table.years.iter().zip(table.row(row)).filter(|(_, v)| **v > 0);
            all.map(|(year, v)| (*year, f64::from(*v) * scale)).collect()
        };
        let of = |series| dated(series, Some(row));
        let revisions = [Series::Stock2024, Series::Stock2020, Series::Stock2019];
        let one = |series| of(series).first().map(|(_, v)| *v);
        Some(CorridorProfile {
            origin: self.code(o),
            dest: self.code(d),
            stocks: revisions.into_iter().map(|s| (s, of(s))).collect(),
            flows: of(Series::Flow),
            flows_back: dated(Series::Flow, self.row(d, o)),
            remittances: of(Series::Remittances),
            prices: of(Series::Price),
            refugees: of(Series::Refugees),
            asylum_seekers: of(Series::AsylumSeekers),
            applications: of(Series::Applications),
            recognised: of(Series::Recognised),
            rejected: of(Series::Rejected),
            schooling: one(Series::College).zip(one(Series::NoCollege)),
            distance: self.distance(o, d),
            language: one(Series::Language),
        })
    }

    /// A country; none where the records do not know it.
    pub fn country_profile(&self, code: Code) -> Option<CountryProfile> {
        let country = self.country(code)?;
        let latest = |series: Series| -> Vec<Dated> {
            let mut known = self.dated(series, country);
            known.retain(|(year, _)| *year <= 2030);
            known.split_off(known.len().saturating_sub(5))
        };
        let series = crate::series::SOURCES.iter().map(|s| s.series).filter(|s| !DETECTIONS.contains(s));
        let figures = series.map(|s| (s, latest(s))).filter(|(_, v)| !v.is_empty()).collect();
        let detections = DETECTIONS.map(|s| (s, self.dated(s, country))).into_iter();
        let revision = [Series::Stock2024, Series::Stock2020, Series::Stock2019].into_iter().find(|s| self.has(*s))?;
        let year = self.bilateral(revision)?.years.last().copied()?;
        let stock = |row: usize| self.figure(revision, row, year);
        let side = |here: fn(&crate::Corridor) -> u16, there: fn(&crate::Corridor) -> u16| {
            let rows = self.corridors.iter().enumerate().filter(move |(_, c)| here(c) == country);
            let mut list: Vec<(Code, f64)> = rows.map(|(row, c)| (self.code(there(c)), stock(row))).collect();
            list.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            let total = list.iter().map(|(_, v)| v).sum::<f64>();
            list.retain(|(_, v)| *v > 0.0);
            list.truncate(LISTED);
            (list, total)
        };
        let ((from, all_from), (to, all_to)) = (side(|c| c.dest, |c| c.origin), side(|c| c.origin, |c| c.dest));
        Some(CountryProfile {
            code: self.code(country),
            figures,
            detections: detections.filter(|(_, v)| !v.is_empty()).collect(),
            from,
            to,
            year,
            totals: (all_from, all_to),
            sums: self.sums(Some(code)).unwrap_or_default(),
            net: self.net(country),
        })
    }

    fn net(&self, country: u16) -> NetMigration {
        let sums = self.sums(Some(self.code(country))).unwrap_or_default();
        let at = |dated: &[Dated], year: i32| dated.iter().find(|(y, _)| *y == year).map(|(_, v)| *v);
        let mut periods: Vec<i32> = sums.arrivals.iter().chain(&sums.departures).map(|(year, _)| *year).collect();
        periods.sort_unstable();
        periods.dedup();
        let flow = |year: &i32| {
            let side = |dated: &[Dated]| at(dated, *year).unwrap_or(0.0);
            (*year, side(&sums.arrivals) - side(&sums.departures))
        };
        let yearly = self.dated(Series::NetMigration, country);
        // A sum with a year missing would be another period's.
        let five = |first: &i32| {
            let all: Option<Vec<f64>> = (*first..*first + crate::PERIOD).map(|year| at(&yearly, year)).collect();
            Some((*first, all?.iter().sum()))
        };
        let [low, mid, high] = [Series::ProjectedNetLow, Series::ProjectedNet, Series::ProjectedNetHigh]
            .map(|series| self.dated(series, country));
        let projected = |(year, mid): &Dated| Some((*year, [at(&low, *year)?, *mid, at(&high, *year)?]));
        NetMigration {
            estimated: periods.iter().filter_map(five).collect(),
            flows: periods.iter().map(flow).collect(),
            projected: mid.iter().filter_map(projected).collect(),
        }
    }

    /// Every figure of a country in a series.
    pub(crate) fn dated(&self, series: Series, country: u16) -> Vec<Dated> {
        let Some(table) = self.national(series) else { return Vec::new() };
        let scale = series.source().scale;
        let known = table.years.iter().zip(table.row(usize::from(country)));
        known.filter_map(|(year, v)| Some((*year, (*v)? as f64 * scale))).collect()
    }

    /// Routes, those with the most dead and missing people first, then those with the most detections.
    pub fn route_profiles(&self) -> Vec<RouteProfile> {
        let mut routes: BTreeMap<&str, RouteProfile> = BTreeMap::new();
        let empty = |name: &str| RouteProfile { name: name.to_owned(), deaths: Vec::new(), detections: Vec::new() };
        for (name, year, figure) in &self.routes.deaths {
            routes.entry(name).or_insert_with(|| empty(name)).deaths.push((*year, f64::from(*figure)));
        }
        for (name, year, figure) in &self.routes.detections {
            routes.entry(name).or_insert_with(|| empty(name)).detections.push((*year, f64::from(*figure)));
        }
        let sum = |dated: &[Dated]| dated.iter().map(|(_, v)| v).sum::<f64>();
        let mut list: Vec<RouteProfile> = routes.into_values().collect();
        let key = |r: &RouteProfile| (sum(&r.deaths), sum(&r.detections));
        list.sort_by(|a, b| {
            let (a, b) = (key(a), key(b));
            b.0.total_cmp(&a.0).then(b.1.total_cmp(&a.1))
        });
        list
    }

    /// The largest corridors of a pattern by their latest stock.
    pub fn largest(&self, pattern: Pattern, most: usize) -> Vec<(Code, Code, f64)> {
        let revision = [Series::Stock2024, Series::Stock2020, Series::Stock2019].into_iter().find(|s| self.has(*s));
        let Some(table) = revision.and_then(|s| self.bilateral(s)) else { return Vec::new() };
        let Some(year) = table.years.last().copied() else { return Vec::new() };
        let code = |i: u16| self.code(i);
        let fits = |side: Option<Code>, i: u16| side.is_none_or(|wanted| self.country(wanted) == Some(i));
        let rows = self.corridors.iter().enumerate();
        let rows = rows.filter(|(_, c)| fits(pattern.origin, c.origin) && fits(pattern.dest, c.dest));
        let mut list: Vec<(Code, Code, f64)> =
            rows.map(|(row, c)| (code(c.origin), code(c.dest), f64::from(table.at(row, year)))).collect();
        list.sort_by(|a, b| b.2.total_cmp(&a.2).then((a.0, a.1).cmp(&(b.0, b.1))));
        list.truncate(most);
        list
    }
}
