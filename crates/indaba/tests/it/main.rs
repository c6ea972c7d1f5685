//! The program through its public door: HTTP against a real server, and the store on both engines.

// Tests may fail loudly and say what they skip.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, missing_docs)]
#![allow(clippy::match_same_arms, clippy::case_sensitive_file_extension_comparisons)]

mod access_matrix;
mod api;
mod budgets;
mod corrections;
mod corridors;
mod decision;
mod decision_steps;
mod deeds;
mod demo_model;
mod estimates;
mod evidence;
mod exchange;
mod exchange_behalf;
mod exchange_commands;
mod exchange_forms;
mod exchange_queue;
mod heard;
mod hidden;
mod house;
mod indicators;
mod introduction;
mod invariants;
mod keeping;
mod landing;
mod landing_zone;
mod landscape;
mod landscape_command;
mod landscape_since;
mod layer;
mod measure_lists;
mod measures;
mod open_paper;
mod paper_sheets;
mod partner_fake;
mod partners;
mod partners_apart;
mod partners_letters;
mod partners_tls;
mod practice_review;
mod practices;
mod publication;
mod question;
mod record;
mod sealed;
mod secretariat;
mod serials;
mod sight;
mod store;
mod summary;
mod take_over;
mod weigh;
mod zone;
