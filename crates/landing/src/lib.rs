//! Landing zones: packages of measures that leave nobody worse off.
//!
//! Two floors. Below, [`engine`]: yes-or-no choices, whole-number rows and objectives, exact answers. Above, the
//! problem of the dialogue: measures with effects on parties and spheres, red lines, a tolerance; and what is asked
//! of it. Data in, data out: no file, clock, network or chance that is not an argument.

mod again;
mod case;
mod cells;
mod chance;
mod check;
mod claim;
pub mod engine;
mod explain;
mod few;
mod figure;
mod json;
mod ladder;
mod leximin;
mod lines;
mod note;
mod package;
mod price;
pub mod problem;
mod read;
mod result;
mod robust;
mod starts;
mod trade;

pub use crate::{
    again::Earlier,
    case::{Case, Without},
    cells::{Cells, Merged},
    claim::Claim,
    explain::{Conceded, Concession, Concessions, Entry, Why},
    ladder::{Ladder, Settings},
    note::{Note, Plain},
    package::{CellValue, Objective, Package, PartyGain, words},
    price::Price,
    problem::{Problem, Tolerance},
    read::ReadError,
    result::{Alternatives, LANDING, Landing},
    robust::{Robustness, Share},
    starts::Starts,
    trade::{Point, Step, core},
};

/// The example of the README is compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
