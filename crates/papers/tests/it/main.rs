//! Papers in and reports out, through the public door.

mod hostile;
mod papers_in;
mod pdf_writer;
mod properties;
mod real;
mod reports;
mod word_writer;
