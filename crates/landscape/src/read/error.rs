//! What can be wrong with a file, said to the person who has to mend it.

use std::io;

/// Why a file was not read. Nothing of it is kept.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// The bytes did not come.
    #[error("{file} could not be read: {source}")]
    Io {
        /// Name of the file.
        file: String,
        /// What the system said.
        source: io::Error,
    },
    /// Nothing in it.
    #[error("{file} is empty. Give a CSV file whose first line names its columns.")]
    Empty {
        /// Name of the file.
        file: String,
    },
    /// A column is missing or has another name.
    #[error(
        "{file}, line 1: there is no column \"{column}\". The columns there are {found}. Rename the column in the file, or say which one to take."
    )]
    NoColumn {
        /// Name of the file.
        file: String,
        /// The column that is needed.
        column: String,
        /// The first columns that are there.
        found: String,
    },
    /// Two columns of the same name.
    #[error("{file}, line 1: the column \"{column}\" stands there twice. Remove or rename one of them.")]
    ColumnTwice {
        /// Name of the file.
        file: String,
        /// The name.
        column: String,
    },
    /// A cell does not hold what its column promises.
    #[error(
        "{file}, line {line}, column \"{column}\": \"{value}\" is not {expected}. Correct the cell, or check whether the column carries the right name."
    )]
    Cell {
        /// Name of the file.
        file: String,
        /// Line in the file, from 1.
        line: u64,
        /// Name of the column.
        column: String,
        /// What stands there, at most 60 characters of it.
        value: String,
        /// What should.
        expected: &'static str,
    },
    /// Too few or too many cells.
    #[error(
        "{file}, line {line}: {found} cells where the first line has {expected}. A text with a comma in it has to stand in quotes."
    )]
    Ragged {
        /// Name of the file.
        file: String,
        /// Line in the file, from 1.
        line: u64,
        /// Cells in the line.
        found: usize,
        /// Cells in the first line.
        expected: usize,
    },
    /// A response to a statement that the list of statements does not have.
    #[error(
        "{file}, line {line}, column \"{column}\": there is no statement \"{statement}\" in {list}. Check whether both files belong together."
    )]
    UnknownStatement {
        /// Name of the file.
        file: String,
        /// Line in the file, from 1.
        line: u64,
        /// Name of the column.
        column: String,
        /// The id.
        statement: String,
        /// File with the statements.
        list: String,
    },
    /// Two rows for one participant or statement.
    #[error(
        "{file}, line {line}, column \"{column}\": \"{id}\" has a row already, on line {first}. Keep one of the two."
    )]
    RowTwice {
        /// Name of the file.
        file: String,
        /// Line in the file, from 1.
        line: u64,
        /// Name of the column.
        column: String,
        /// The id.
        id: String,
        /// Line of the first one.
        first: u64,
    },
    /// Not UTF-8.
    #[error("{file}, line {line}, column \"{column}\": this is not UTF-8. Save the file as CSV in UTF-8.")]
    Encoding {
        /// Name of the file.
        file: String,
        /// Line in the file, from 1.
        line: u64,
        /// Name of the column, or its number.
        column: String,
    },
    /// A quote without its partner.
    #[error(
        "{file}, line {line}: a quote opens here that is not closed before the next comma or line end. Write a quote inside a text twice."
    )]
    Quote {
        /// Name of the file.
        file: String,
        /// Line on which the record begins, from 1.
        line: u64,
    },
    /// A record without end.
    #[error("{file}, line {line}: this record is longer than 64 MB. Is it a CSV file?")]
    TooLong {
        /// Name of the file.
        file: String,
        /// Line on which the record begins, from 1.
        line: u64,
    },
    /// Neither votes nor matrix.
    #[error("There is neither votes.csv nor participants-votes.csv. One of them has to hold the responses.")]
    NoResponses,
    /// A map of values that cannot be read.
    #[error(
        "\"{part}\" does not say what a value means. Write for example yes=agree,no=disagree,abstain=pass,absent=missing."
    )]
    Values {
        /// The part that was not understood.
        part: String,
    },
}
