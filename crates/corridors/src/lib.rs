//! Stocks, flows and levers of migration between countries: projections with bands, and what a policy would change.
//!
//! Data in, data out: no file, clock, network or global chance. The same pack, assumptions, scenario and seed give the
//! same figures on any number of threads. What the model is for, and what it must not be used for, is in MODEL.md.

#![allow(clippy::float_cmp, reason = "an unmoved lever is exactly 1, and nobody is exactly 0")]

mod assumptions;
mod backtest;
pub mod bars;
mod chance;
mod code;
mod draws;
mod forecast;
pub mod judge;
mod model;
mod pack;
mod places;
mod profile;
pub mod records;
mod scenario;
mod series;
mod sums;

pub use crate::{
    assumptions::{
        ASSUMPTIONS_CSV, Assumption, AssumptionError, Assumptions, Grade, Parameter, SCHOOLS_CSV, School, Values,
    },
    backtest::{Backtest, Prediction, Score, score},
    code::{Code, Corridor, Country, Pattern},
    draws::{Banded, Bands, Influence, Quantiles, Subject},
    forecast::{Band, Forecast, PERIOD, Weights},
    model::{Model, ModelError, Outcome, Place, Projection, Span, Standpoint},
    pack::{Bilateral, National, Pack, PackError, RouteYear, Routes},
    profile::{CorridorProfile, CountryProfile, Dated, NetMigration, RouteProfile},
    scenario::{LEVERS_CSV, Lever, LeverRow, Move, MoveError, Scenario, levers},
    series::{RouteSource, SOURCES, Series, Shape, Source},
    sums::Sums,
};

/// The example of the README is compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
