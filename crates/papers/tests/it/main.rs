//! Papers in and reports out, through the public door.

// Tests may fail loudly and say what they skip; inputs are built for reading, not for speed.
#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    clippy::format_collect,
    clippy::needless_for_each,
    clippy::struct_field_names,
    clippy::semicolon_if_nothing_returned,
    clippy::format_push_string
)]

mod damaged;
mod hostile;
mod papers_in;
mod pdf_writer;
mod properties;
mod real;
mod reports;
mod word_writer;
