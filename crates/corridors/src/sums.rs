//! What the corridors of a country, or of the world, add up to, as the records have them.

use crate::code::{Code, Corridor};
use crate::pack::Pack;
use crate::profile::Dated;
use crate::series::Series;
use serde::Serialize;

/// Sums over corridors by year; a list is empty where the records have nothing, and what leads away from a place is
/// empty for the world.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Sums {
    /// People born elsewhere who live there, one list a revision, the newest first.
    pub living: Vec<(Series, Vec<Dated>)>,
    /// People born there who live elsewhere, likewise.
    pub away: Vec<(Series, Vec<Dated>)>,
    /// Who came in five years, by their first year.
    pub arrivals: Vec<Dated>,
    /// Who left in five years.
    pub departures: Vec<Dated>,
    /// Dollars received, as the matrices have them.
    pub received: Vec<Dated>,
    /// Dollars received, as the balance of payments has them.
    pub received_recorded: Vec<Dated>,
    /// Per cent of 200 dollars that sending there costs: mean over the corridors that have a price.
    pub price: Vec<Dated>,
    /// Refugees there, end of year.
    pub hosted: Vec<Dated>,
    /// Refugees from there.
    pub fled: Vec<Dated>,
    /// People of 25 and older who live elsewhere: with college education, without.
    pub schooling: Option<(f64, f64)>,
    /// People of 25 and older from elsewhere who live there, likewise; nobody for the world.
    pub schooling_living: Option<(f64, f64)>,
}

const REVISIONS: [Series; 3] = [Series::Stock2024, Series::Stock2020, Series::Stock2019];

impl Pack {
    /// The sums of a country, or of the world; none where the records do not know the country.
    pub fn sums(&self, country: Option<Code>) -> Option<Sums> {
        let place = match country {
            Some(code) => Some(self.country(code)?),
            None => None,
        };
        let here = |c: &Corridor| place.is_none_or(|place| c.dest == place);
        let from = |c: &Corridor| place == Some(c.origin);
        let home = |c: &Corridor| place.is_none_or(|place| c.origin == place);
        let revisions = |wanted: &dyn Fn(&Corridor) -> bool| {
            let all = REVISIONS.map(|series| (series, self.total(series, wanted)));
            all.into_iter().filter(|(_, dated)| !dated.is_empty()).collect()
        };
        let there = |c: &Corridor| place == Some(c.dest);
        let of = |series, wanted: &dyn Fn(&Corridor) -> bool| self.total(series, wanted).first().map(|(_, v)| *v);
        let schooling =
            |wanted: &dyn Fn(&Corridor) -> bool| of(Series::College, wanted).zip(of(Series::NoCollege, wanted));
        Some(Sums {
            living: revisions(&here),
            away: revisions(&from),
            arrivals: self.total(Series::Flow, &here),
            departures: self.total(Series::Flow, &from),
            received: self.total(Series::Remittances, &home),
            received_recorded: self.recorded(Series::Received, place),
            price: self.mean(Series::Price, &home),
            hosted: self.total(Series::Refugees, &here),
            fled: self.total(Series::Refugees, &from),
            schooling: schooling(&home),
            schooling_living: schooling(&there),
        })
    }

    /// Sum over some corridors, by year.
    fn total(&self, series: Series, wanted: &dyn Fn(&Corridor) -> bool) -> Vec<Dated> {
        self.added(series, wanted).into_iter().map(|(year, sum, _)| (year, sum)).collect()
    }

    /// Mean over those of some corridors that have a figure.
    fn mean(&self, series: Series, wanted: &dyn Fn(&Corridor) -> bool) -> Vec<Dated> {
        self.added(series, wanted).into_iter().map(|(year, sum, n)| (year, sum / f64::from(n))).collect()
    }

    /// Year, sum and number of figures.
    fn added(&self, series: Series, wanted: &dyn Fn(&Corridor) -> bool) -> Vec<(i32, f64, u32)> {
        let Some(table) = self.bilateral(series) else { return Vec::new() };
        let mut sums: Vec<(i32, f64, u32)> = table.years.iter().map(|year| (*year, 0.0, 0)).collect();
        for (row, _) in self.corridors.iter().enumerate().filter(|(_, corridor)| wanted(corridor)) {
            for (sum, value) in sums.iter_mut().zip(table.row(row)).filter(|(_, value)| **value > 0) {
                sum.1 += f64::from(*value) * series.source().scale;
                sum.2 += 1;
            }
        }
        sums.retain(|(_, _, n)| *n > 0);
        sums
    }

    /// A country's own figures, or their sum over all countries.
    fn recorded(&self, series: Series, place: Option<u16>) -> Vec<Dated> {
        let Some(place) = place else {
            let all = (0..self.countries.len() as u16).flat_map(|country| self.dated(series, country));
            let mut sums = std::collections::BTreeMap::new();
            for (year, value) in all {
                *sums.entry(year).or_insert(0.0) += value;
            }
            return sums.into_iter().collect();
        };
        self.dated(series, place)
    }
}
