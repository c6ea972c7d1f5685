//! Stocks, flows and levers of migration between countries: projections with bands, and what a policy would change.
//!
//! Data in, data out: no file, clock, network or global chance. The same pack, assumptions, scenario and seed give the
//! same figures on any number of threads. What the model is for, and what it must not be used for, is in MODEL.md.

mod backtest;
mod code;
mod forecast;
mod pack;
pub mod records;
mod series;

pub use crate::{
    backtest::{Backtest, Prediction, Score, score},
    code::{Code, Corridor, Country, Pattern},
    forecast::{Band, Forecast, PERIOD, Weights},
    pack::{Bilateral, National, Pack, PackError, Routes},
    series::{SOURCES, Series, Shape, Source},
};
