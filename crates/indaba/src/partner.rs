//! Between servers: a need is published to partner servers that the administrator named, matched there, and introduced
//! through the brokers of both. Identities travel only after both sides consented, and never in a signed message.
//!
//! ```text
//! the need's server                                   the offer's server
//! POST needs ───────────── need, no identity ───────▶ {count, fitting}, rounded down
//!                                                     broker proposes, the person says yes
//! offers ◀──────────────── anonymous card ─────────── POST offers
//! broker shows it, the host says yes
//! POST introductions/ID/host-yes ───────────────────▶ the person's consent still stands: {exchanged}
//! GET introductions/ID/contact ◀────── unsigned ────▶ GET introductions/ID/contact
//! POST introductions/ID/ended ◀────────────────────▶  POST introductions/ID/ended
//! ```
//! `signature` and `address` are pure; `client` is the only way out, `inbox` takes what comes in, `outbox` tells.

pub mod address;
pub mod client;
pub mod inbox;
pub mod key;
pub mod letter;
pub mod outbox;
pub mod signature;
pub mod trust;
