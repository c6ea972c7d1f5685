//! What is recomputed when, and who is told.
//!
//! [`Writer`] brings responses to the disk: many share one commit, and none is acknowledged before it.
//! [`Live`] tells whoever watches a question that something on it has changed; [`landscape`] computes anew what
//! follows from it, [`shown`] keeps its map as it was seen, and [`earlier`] has what it was before; [`publication`] and [`estimates`] decide what of it may be shown.

pub mod earlier;
pub mod estimates;
pub mod landscape;
pub mod publication;
pub mod shown;
mod spacing;
mod tell;
mod write;

pub use tell::{Live, News};
pub use write::{NotKept, Writer};
