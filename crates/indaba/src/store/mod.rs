//! Everything that is kept. One file per noun, and the only place with SQL.
//!
//! Each function takes a [`Conn`] first: a connection to read ([`Db::read`]) or a transaction to write
//! ([`Db::write`]); a write that is not committed is rolled back when it is dropped.

mod db;
#[macro_use]
mod statement;

pub mod attachment;
pub mod claim;
pub mod code;
pub mod concept;
pub mod consent;
pub mod decision;
pub mod delegation;
pub mod departure;
pub mod dialogue;
pub mod effect;
pub mod estimate;
pub mod health;
pub mod idempotency;
pub mod introduction;
pub mod invitation;
pub mod keep;
pub mod mail;
pub mod mail_address;
pub mod measure;
pub mod moderation;
pub mod need;
pub mod notice;
pub mod offer;
pub mod outcome;
pub mod own;
pub mod package;
pub mod participant;
pub mod partner;
pub mod person;
pub mod perspective;
pub mod practice;
pub mod practice_place;
pub mod prepared;
pub mod publication;
pub mod published_estimate;
pub mod published_landscape;
pub mod question;
pub mod queue;
pub mod record;
pub mod red_line;
pub mod report;
pub mod response;
pub mod reviewer;
pub mod scenario;
pub mod sealed;
pub mod server;
pub mod session;
pub mod summary;
pub mod translation;

pub(crate) use db::Raw;
pub use db::{Conn, Db, OpenError};

/// What a query gives or fails with. Its text goes to the log, never to a visitor.
pub type Stored<T> = Result<T, sqlx::Error>;

/// A new id: UUID v7, so that ids sort by the time of their making.
pub fn new_id() -> String {
    uuid::Uuid::now_v7().to_string()
}

/// Milliseconds since 1970 UTC.
pub type Moment = i64;

/// The clock of the program's edge: everything below takes a [`Moment`] as argument.
pub fn now() -> Moment {
    jiff::Timestamp::now().as_millisecond()
}
