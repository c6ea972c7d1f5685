//! The crate through its public door.

mod conformance;
mod shared;
