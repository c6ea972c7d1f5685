//! Readers: the files of a Polis export, any long CSV, and lists of groups and blocs. Each file is read once, as it
//! streams; nothing is kept of a file with an error in it.

mod error;
mod long;
mod members;
mod plain;
mod polis_export;
mod scan;
mod table;

pub use self::{
    error::ReadError,
    long::{LongColumns, Meaning, ValueMap, long, long_with_superseded},
    members::{blocs, labels, pairs},
    polis_export::{
        Comment, Export, Known, PolisFiles, comments, matrix, polis_export, summary, votes, votes_with_superseded,
    },
};
