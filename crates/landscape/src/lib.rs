//! From responses to understanding: who answers alike, what everybody supports, what divides.
//!
//! Data in, data out: no file, clock, network or chance. The same responses and options give the same bytes, on any
//! number of threads and in any order of rows.

mod chance;
mod disclose;
mod facing;
mod ground;
mod ideal;
pub mod ids;
mod input;
mod landscape;
mod lineage;
mod live;
mod next;
mod note;
mod parallel;
mod picture;
mod polis;
pub mod read;
mod significance;
mod similar;
mod since;
mod svg;
mod votes;
pub mod write;

pub use crate::{
    disclose::{may_be_told, suppress},
    facing::Places,
    ideal::{Ideal, indaba},
    input::{Blocs, Labels, Options, Statement},
    landscape::{
        Band, Bloc, CommonGround, Counts, Direction, Divide, Ellipse, FIRST, Family, Group, Holding, Landscape,
        Majority, Method, NotShown, Participant, Representative, SCHEMA, Side, StatementResult,
    },
    lineage::{Fate, Lineage, Members},
    live::Live,
    next::{Candidate, next},
    note::Note,
    picture::{Dot, MOST_DOTS, MOST_ELLIPSES, MapGroup, MapPicture, Ring, Shape, picture, pictures},
    polis::polis,
    similar::{ALIKE, duplicates},
    since::{Shift, Since},
    svg::{svg, svg_with_ellipses},
    votes::{Response, Superseded, Value, Votes, VotesBuilder},
};

/// The example of the README is compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
