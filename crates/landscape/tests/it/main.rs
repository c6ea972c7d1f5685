//! The crate through its public door.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::needless_pass_by_value, reason = "literals are handed over as they are")]
#![allow(clippy::print_stdout, reason = "a skipped test says so")]

mod again;
mod alike;
mod behaviour;
mod conformance;
mod damaged;
mod dialogues;
mod disclosure;
mod drawing;
mod files;
mod groups;
mod ideal;
mod invented;
mod live;
mod properties;
mod quality;
mod renamed;
mod shared;
mod since;
