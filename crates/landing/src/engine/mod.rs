//! The lower floor: yes-or-no choices, integer rows with names, integer objectives, and exact answers.
//!
//! It knows no measure and no party. A [`Model`] holds columns (choices) and rows (what has to hold); a [`Goal`] says
//! what is best; [`maximise`] asks a [`Solver`] and believes nothing that it has not checked in integers.

mod anneal;
mod answer;
mod concave;
mod conflict;
mod frontier;
mod goal;
mod microlp;
mod model;
mod polish;
mod program;
mod pump;
mod search;
mod solver;
mod sweep;
mod watch;

#[cfg(feature = "highs")]
mod dual;
#[cfg(feature = "highs")]
mod highs;
pub(crate) use anneal::anneal;
pub use answer::{Answer, Status};
pub use concave::{Curve, Term};
pub use conflict::conflict;
pub use frontier::{Front, frontier, lexicographic};
pub use goal::{Goal, maximise};
pub use microlp::Microlp;
pub use model::{Broken, Choice, Linear, Model, Row};
pub use program::{Column, Program, Span};
pub use pump::{Pump, pump};
pub(crate) use search::trail;
pub use search::{Effort, Target, search};
#[cfg(feature = "highs")]
pub use solver::BySize;
pub use solver::{Ask, Corners, Found, Proof, Solver, solver};
pub use watch::{Progress, Watch};

#[cfg(feature = "highs")]
pub use highs::Highs;
