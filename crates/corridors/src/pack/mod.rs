//! The compact pack: countries, corridors and their figures, each series with producer, revision and licence.

mod bytes;
mod table;

pub use table::{Bilateral, National};

use crate::code::{Code, Corridor, Country, Pattern};
use crate::series::{ROUTE_DEATHS, ROUTE_DETECTIONS, RouteSource, Series, Shape};
use std::collections::BTreeMap;

/// The pack that comes with the program: open licences only. Made by `indaba corridors pack --open`.
static EMBEDDED: &[u8] = include_bytes!("../../data/corridors.pack");

/// Route as the producer names it, year, figure; by route, then year.
pub type RouteYear = (String, i32, u32);

/// What is counted on routes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Routes {
    /// Dead and missing people.
    pub deaths: Vec<RouteYear>,
    /// Detections, which are events.
    pub detections: Vec<RouteYear>,
}

impl Routes {
    /// Whose figures there are.
    pub fn sources(&self) -> Vec<&'static RouteSource> {
        let all = [(&self.deaths, &ROUTE_DEATHS), (&self.detections, &ROUTE_DETECTIONS)];
        all.into_iter().filter(|(rows, _)| !rows.is_empty()).map(|(_, source)| source).collect()
    }
}

/// What a model and a profile read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pack {
    /// Countries and areas, by code.
    pub countries: Vec<Country>,
    /// Corridors with any figure above the threshold, by origin and destination.
    pub corridors: Vec<Corridor>,
    /// The least stock or flow that a corridor had to reach once.
    pub threshold: u32,
    /// The countries that the flows speak of; 200 in full records.
    pub flow_countries: Vec<u16>,
    /// Codes that a file writes otherwise than the pack: as written, place of the country.
    pub written: Vec<(Code, u16)>,
    pub(crate) bilateral: BTreeMap<u8, Bilateral>,
    pub(crate) national: BTreeMap<u8, National>,
    /// Distances weighted by population, in units of 10 km; country by country; 0 where unknown.
    pub(crate) distances: Vec<u16>,
    /// Deaths and detections on routes, where the records have them.
    pub routes: Routes,
}

/// Why bytes are not a pack.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackError {
    /// Some other file.
    #[error("this is not a pack of corridors: make one with `indaba corridors pack --records DIR --out FILE`")]
    NotAPack,
    /// From another version of the program.
    #[error(
        "this pack has version {found}, and this program reads version {expected}: make it again from the records \
         with `indaba corridors pack`"
    )]
    Version {
        /// The version of the file.
        found: u64,
        /// The version that this program reads.
        expected: u64,
    },
    /// Cut off or changed.
    #[error("this pack is damaged or cut off: copy it again, or make it again with `indaba corridors pack`")]
    Damaged,
}

impl Pack {
    /// The pack that comes with the program.
    pub fn embedded() -> Result<Pack, PackError> {
        Pack::from_bytes(EMBEDDED)
    }

    /// Reads a pack.
    pub fn from_bytes(bytes: &[u8]) -> Result<Pack, PackError> {
        bytes::decode(bytes)
    }

    /// Writes it; the same pack gives the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        bytes::encode(self)
    }

    /// The place of a country.
    pub fn country(&self, code: Code) -> Option<u16> {
        let written = || self.written.iter().find(|(c, _)| *c == code).map(|(_, place)| *place);
        self.countries.binary_search_by_key(&code, |c| c.code).ok().map(|i| i as u16).or_else(written)
    }

    /// The code of a country at its place.
    pub fn code(&self, country: u16) -> Code {
        self.countries[usize::from(country)].code
    }

    /// The code that the file of flows writes.
    pub fn flow_code(&self, country: u16) -> Code {
        let written = self.written.iter().find(|(_, place)| *place == country);
        written.map_or_else(|| self.code(country), |(code, _)| *code)
    }

    /// The row of a corridor.
    pub fn row(&self, origin: u16, dest: u16) -> Option<usize> {
        self.corridors.binary_search(&Corridor { origin, dest }).ok()
    }

    /// A series by corridor, if the pack has it.
    pub fn bilateral(&self, series: Series) -> Option<&Bilateral> {
        self.bilateral.get(&(series as u8))
    }

    /// A series by country, if the pack has it.
    pub fn national(&self, series: Series) -> Option<&National> {
        self.national.get(&(series as u8))
    }

    /// Is there anything of this series?
    pub fn has(&self, series: Series) -> bool {
        match series.source().shape {
            Shape::Bilateral => self.bilateral(series).is_some(),
            Shape::National => self.national(series).is_some(),
        }
    }

    /// A figure of a corridor in the unit of its series; 0 where there is none.
    pub fn figure(&self, series: Series, row: usize, year: i32) -> f64 {
        self.bilateral(series).map_or(0.0, |t| f64::from(t.at(row, year)) * series.source().scale)
    }

    /// A figure of a country in the unit of its series.
    pub fn of_country(&self, series: Series, country: u16, year: i32) -> Option<f64> {
        let value = self.national(series)?.at(usize::from(country), year)?;
        Some(value as f64 * series.source().scale)
    }

    /// The latest figure of a country at or before a year.
    pub fn latest_of(&self, series: Series, country: u16, year: i32) -> Option<(i32, f64)> {
        let (year, value) = self.national(series)?.latest(usize::from(country), year)?;
        Some((year, value as f64 * series.source().scale))
    }

    /// Kilometres between two countries, weighted by population.
    pub fn distance(&self, a: u16, b: u16) -> Option<f64> {
        let tens = *self.distances.get(usize::from(a) * self.countries.len() + usize::from(b))?;
        (tens > 0).then(|| f64::from(tens) * 10.0)
    }

    /// Do the words name a corridor of this pack's countries? The countries that it does not know.
    pub fn unknown(&self, pattern: Pattern) -> Vec<Code> {
        [pattern.origin, pattern.dest].into_iter().flatten().filter(|code| self.country(*code).is_none()).collect()
    }
}
