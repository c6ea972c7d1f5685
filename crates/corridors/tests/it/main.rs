//! The crate through its public door.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::print_stdout, reason = "a skipped test says so")]
#![allow(clippy::float_cmp, reason = "the baseline is the same to the last bit")]

mod bars;
mod invariants;
mod levers;
mod packs;
mod real;
mod shared;
mod tables;

use corridors::{Assumptions, Code, Model, Move, Outcome, Pack, Projection, Scenario, Span};
use std::sync::OnceLock;

/// The embedded pack, read once.
fn pack() -> &'static Pack {
    static PACK: OnceLock<Pack> = OnceLock::new();
    PACK.get_or_init(|| Pack::embedded().unwrap())
}

/// The standard model to 2035, made once.
fn model() -> &'static Model {
    static MODEL: OnceLock<Model> = OnceLock::new();
    MODEL.get_or_init(|| Model::new(pack(), Assumptions::standard().unwrap(), Span { from: 2020, to: 2035 }).unwrap())
}

fn code(text: &str) -> Code {
    Code::parse(text).unwrap()
}

fn scenario(moves: &[&str]) -> Scenario {
    Scenario { moves: moves.iter().map(|text| Move::parse(text).unwrap()).collect() }
}

/// Scenario less baseline in a year.
fn change(run: &Projection, outcome: Outcome, place: &str, year: i32) -> f64 {
    let place = (place != "*").then(|| code(place));
    let at = |p: &Projection| p.figure(outcome, place, year).unwrap();
    at(run) - at(&model().baseline())
}
