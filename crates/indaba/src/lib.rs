//! Indaba: a policy dialogue from a background paper to a Chair's summary, in one program.
//!
//! `main.rs` reads the command line; `commands/` has one file for each subcommand; `store/` keeps, `web/` shows,
//! `access` decides who may, `live` recomputes and tells. ARCHITECTURE.md is the map.

pub mod access;
pub mod app;
pub mod attribution;
pub mod blocs;
pub mod commands;
pub mod cores;
pub mod corridors;
pub mod countries;
pub mod decision;
pub mod delegations_csv;
pub mod demo;
pub mod estimate;
pub mod exchange;
pub mod idempotency;
pub mod introduction;
pub mod joining;
pub mod keys;
pub mod landing_zone;
pub mod lang;
pub mod live;
pub mod mail;
pub mod measure;
pub mod opening;
pub mod pace;
pub mod partner;
pub mod polis_layout;
pub mod practice;
pub mod qr;
mod recent;
pub mod record;
pub mod report_landing;
pub mod report_landscape;
pub mod secret;
pub mod settling;
pub mod store;
pub mod summary;
pub mod vocabulary;
pub mod web;
pub mod words;
