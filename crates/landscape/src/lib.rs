//! From responses to understanding: who answers alike, what everybody supports, what divides.
//!
//! Data in, data out: no file, clock, network or chance. The same responses and options give the same bytes, on any
//! number of threads and in any order of rows.

mod chance;
mod disclose;
mod ground;
pub mod ids;
mod input;
mod landscape;
mod note;
mod parallel;
mod polis;
pub mod read;
mod votes;

pub use crate::{
    disclose::suppress,
    input::{Blocs, Labels, Options, Statement},
    landscape::{
        Band, Bloc, Counts, Direction, Divide, Family, Group, Holding, Landscape, Majority, Method,
        Participant, Representative, SCHEMA, Side, StatementResult,
    },
    note::Note,
    polis::polis,
    votes::{Response, Value, Votes, VotesBuilder},
};
