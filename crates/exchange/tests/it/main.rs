//! The crate through its public door.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::print_stdout, reason = "a skipped test says so")]

mod assignment;
mod files;
mod matching;
mod ranking;
mod shared;
