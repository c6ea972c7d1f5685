//! The crate through its public door.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::needless_pass_by_value, reason = "literals are handed over as they are")]
#![allow(clippy::print_stdout, reason = "a skipped test says so")]

mod again;
mod asked;
mod brute;
mod fronts;
mod negotiation;
mod notes;
mod oracle;
mod prices;
#[cfg(feature = "highs")]
mod pump;
mod reading;
mod shared;
mod small;
#[cfg(feature = "highs")]
mod stopped;
