//! Notices of decisions by e-mail, where the administrator names a mail server (`serve --smtp`). Nothing else is sent,
//! and nobody needs it: every notice stands on the dialogue's page too.
//!
//! An address gets notices once whoever reads its mail has said so ([`letter::ask`]).
//!
//! A notice and what has to be sent of it are written in one transaction ([`crate::store::mail::queue`]); the mail is
//! taken for one try before it is sent and marked when the server has taken it ([`outbox`]). So a server that is down
//! or a restart loses nothing, and no notice is sent twice, save where this server or the line ends between the mail
//! server's yes and the mark: SMTP has no way to ask whether a message was taken. Both copies have one `Message-ID`.

mod asking;
pub mod letter;
pub mod outbox;
pub mod server;

pub use server::Mailer;

use lettre::Address;

/// The longest address (RFC 5321, 4.5.3.1.3).
const LONGEST: usize = 254;

/// An address as typed, if mail can be sent there: ASCII alone, as not every server on the way takes more.
pub fn address(typed: &str) -> Option<Address> {
    let text = Some(typed.trim()).filter(|text| text.is_ascii() && text.len() <= LONGEST)?;
    text.parse().ok()
}

/// For what an address is sealed.
pub fn place(id: &str) -> String {
    format!("mail/{id}")
}
