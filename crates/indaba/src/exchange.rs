//! The exchange as the program has it: what a need and an offer say of themselves, what of it is sealed, and how the
//! matching (crate `exchange`) is fed from the store. The way of an introduction is in [`crate::introduction`].

pub mod changes;
pub mod consent;
pub mod contact;
pub mod indicators;
pub mod matching;
pub mod profile;
pub mod steps;
pub mod tongues;
pub mod words;
