//! tmp
pub mod engine;
