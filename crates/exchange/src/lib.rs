//! Needs of expertise and offers of it: who fits, why, and who goes where.
//!
//! Data in, data out: no file, clock, network or chance. The same needs, offers and vocabulary give the same bytes, on
//! any number of threads and in any order of offers.

pub mod assign;
mod country;
mod day;
mod index;
pub mod matches;
mod meanings;
mod names;
mod parallel;
mod profile;
mod ranker;

pub mod read;
mod reason;
mod tag;
mod text;
mod vocabulary;

pub use crate::{
    country::Country,
    index::{Index, Obstacle, Ranking},
    profile::{Language, Mode, Modes, Need, Offer, Profile, Skill, Window},
    ranker::{Clue, Ranked, Ranker},
    read::{InputError, Text},
    reason::{Because, Match, Points, Reason, Relation},
    tag::{Cefr, Tag},
    vocabulary::{Concept, ConceptError, ConceptId, Found, Kind, Label, ReadError, Row, Vocabulary},
};

/// The example of the README is compiled and run with the tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
