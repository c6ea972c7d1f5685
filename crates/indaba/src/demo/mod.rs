//! The demo: the project's own paper, 24 invented delegations, 300 simulated participants.
//!
//! Everything is marked as simulated. The model behind the responses is stated in [`model`].

mod circulation;
mod exchange;
mod load;
mod measures;
pub mod model;
mod practices;
pub mod scenarios;

pub use load::load;
