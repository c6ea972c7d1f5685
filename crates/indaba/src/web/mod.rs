//! The pages and the API. `router` is the whole route table; there is one file for each noun.

pub mod api;
pub mod asset;
pub mod guard;
pub mod page;
pub mod problem;
pub mod router;
pub mod visit;

pub mod attachment;
pub mod corridors;
pub mod decisions;
pub mod dialogue;
pub mod drafts;
pub mod estimates;
pub mod events;
pub mod exchange;
pub mod hall;
pub mod help;
pub mod home;
pub mod join;
pub mod landing;
pub mod landscape;
pub mod landscape_since;
pub mod me;
pub mod measures;
pub mod notices;
pub mod open;
pub mod partner;
pub mod practices;
pub mod propose;
pub mod question;
pub mod record;
pub mod report;
pub mod respond;
pub mod secretariat;
pub mod sign_in;
pub mod summary;
pub mod tally;
pub mod translation;

pub use page::Page;
pub use problem::Problem;
pub use visit::Visit;

/// What a handler gives: a page or a problem.
pub type Answer = Result<axum::response::Response, Problem>;
