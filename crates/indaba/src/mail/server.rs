//! The mail server: how it is named on the command line, and one message sent to it.

use super::letter;
use lettre::address::Envelope;
use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::client::{Certificate, Tls, TlsParameters};
use lettre::transport::smtp::extension::ClientId;
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::net::IpAddr;
use std::time::Duration;

/// How long a mail server may take for one message.
pub const USUAL: Duration = Duration::from_secs(60);

/// Why a mail server can't be used as it was named. Worded for whoever starts the program; no secret is in it.
#[derive(Debug, thiserror::Error)]
pub enum MailError {
    /// Not an address of a mail server.
    #[error(
        "--smtp has to read `smtps://HOST` (TLS from the first byte) or `smtp://HOST` (STARTTLS), with a port if need be"
    )]
    Server,
    /// An account within the address.
    #[error(
        "name the account with --smtp-user and keep its password in INDABA_SMTP_PASSWORD or --smtp-password-file, not in --smtp"
    )]
    Account,
    /// A password alone, or an account alone.
    #[error("an account needs both --smtp-user and a password (INDABA_SMTP_PASSWORD or --smtp-password-file)")]
    Half,
    /// Not an address to send from.
    #[error("--mail-from has to be an address, such as `Indaba <indaba@example.org>`")]
    From,
    /// The certificates, or TLS itself.
    #[error("TLS can't be set up for the mail server: {0}")]
    Tls(#[from] lettre::transport::smtp::Error),
}

/// What the administrator says of the mail server.
#[derive(Clone, Copy, Default)]
pub struct Settings<'a> {
    /// `smtps://mail.example.org` or `smtp://mail.example.org:587`.
    pub server: &'a str,
    /// `Indaba <indaba@example.org>`.
    pub from: &'a str,
    /// The account.
    pub user: Option<&'a str>,
    /// Its password.
    pub password: Option<&'a str>,
    /// Certificates of an authority of one's own, PEM.
    pub authority: Option<&'a [u8]>,
}

/// An address with the name that stands before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correspondent {
    /// The name; empty where there is none.
    pub name: String,
    /// The address.
    pub address: Address,
}

impl Correspondent {
    /// Reads `Indaba <indaba@example.org>`, or an address alone.
    pub fn parse(text: &str) -> Option<Correspondent> {
        let (name, address) = match text.trim().strip_suffix('>') {
            Some(rest) => rest.split_once('<')?,
            None => ("", text),
        };
        let name = name.trim().trim_matches('"');
        // What has a meaning of its own in a header is no part of a name here.
        let plain = !name.chars().any(|c| c.is_control() || "\"\\<>(),:;@[]".contains(c));
        Some(Correspondent { name: name.to_owned(), address: super::address(address)? }).filter(|_| plain)
    }

    /// As a header has it.
    pub fn written(&self) -> String {
        if self.name.is_empty() {
            return self.address.to_string();
        }
        format!("{} <{}>", letter::encoded(&self.name), self.address)
    }
}

/// A mail server that messages are sent to.
pub struct Mailer {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Correspondent,
    time: Duration,
}

/// Neither the account nor the password are ever printed.
impl std::fmt::Debug for Mailer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Mailer({})", self.from.address)
    }
}

/// Why a message was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotSent {
    /// The server refused it for good: the address does not exist, say.
    Refused,
    /// The server asked to come back, or is busy.
    Later,
    /// Nobody is there, or TLS or the account was refused.
    Unreachable,
    /// Not in time.
    Late,
}

impl NotSent {
    /// The end of its key in the locales (`mail-trouble-…`).
    pub const fn word(self) -> &'static str {
        match self {
            NotSent::Refused => "refused",
            NotSent::Later => "later",
            NotSent::Unreachable => "unreachable",
            NotSent::Late => "late",
        }
    }
}

impl Mailer {
    /// A mail server as it was named; nothing is sent yet. `time` bounds each message.
    pub fn new(s: Settings<'_>, time: Duration) -> Result<Mailer, MailError> {
        let (scheme, rest) = s.server.split_once("://").ok_or(MailError::Server)?;
        let rest = rest.trim_end_matches('/');
        if rest.contains('@') {
            return Err(MailError::Account);
        }
        let (host, port) = host_and_port(rest).ok_or(MailError::Server)?;
        let from = Correspondent::parse(s.from).ok_or(MailError::From)?;
        let (tls, usual) = match scheme {
            "smtps" => (Tls::Wrapper(parameters(host, s.authority)?), 465),
            // On this machine nobody is in between.
            "smtp" if is_here(host) => (Tls::None, 25),
            // Required, so that whoever is in between can't talk both out of it.
            "smtp" => (Tls::Required(parameters(host, s.authority)?), 587),
            _ => return Err(MailError::Server),
        };
        let builder = AsyncSmtpTransport::<Tokio1Executor>::builder_dangerous(host)
            .port(port.unwrap_or(usual))
            .tls(tls)
            .timeout(Some(time))
            .hello_name(ClientId::Domain(from.address.domain().to_owned()));
        let builder = match (s.user, s.password) {
            (Some(user), Some(password)) => builder.credentials(Credentials::new(user.to_owned(), password.to_owned())),
            (None, None) => builder,
            _ => return Err(MailError::Half),
        };
        Ok(Mailer { transport: builder.build(), from, time })
    }

    /// Whom messages are from.
    pub fn from(&self) -> &Correspondent {
        &self.from
    }

    /// Whether the server is there and lets this one in.
    pub async fn reach(&self) -> Result<(), NotSent> {
        match tokio::time::timeout(self.time, self.transport.test_connection()).await {
            Ok(Ok(true)) => Ok(()),
            Ok(Ok(false) | Err(_)) => Err(NotSent::Unreachable),
            Err(_) => Err(NotSent::Late),
        }
    }

    /// Sends one message, written as bytes.
    pub async fn send(&self, to: Address, message: &str) -> Result<(), NotSent> {
        let envelope = Envelope::new(Some(self.from.address.clone()), vec![to]).map_err(|_| NotSent::Refused)?;
        match tokio::time::timeout(self.time, self.transport.send_raw(&envelope, message.as_bytes())).await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(cause)) if cause.is_permanent() => Err(NotSent::Refused),
            Ok(Err(cause)) if cause.is_transient() => Err(NotSent::Later),
            Ok(Err(cause)) if cause.is_timeout() => Err(NotSent::Late),
            Ok(Err(_)) => Err(NotSent::Unreachable),
            Err(_) => Err(NotSent::Late),
        }
    }
}

fn parameters(host: &str, authority: Option<&[u8]>) -> Result<TlsParameters, MailError> {
    let mut builder = TlsParameters::builder(host.to_owned());
    if let Some(pem) = authority {
        builder = builder.add_root_certificate(Certificate::from_pem(pem)?);
    }
    Ok(builder.build()?)
}

/// A host and its port; an IPv6 address stands in brackets.
fn host_and_port(text: &str) -> Option<(&str, Option<u16>)> {
    let (host, port) = match text.rsplit_once(':') {
        Some((host, port)) if !port.ends_with(']') => (host, Some(port.parse().ok()?)),
        _ => (text, None),
    };
    let host = host.trim_start_matches('[').trim_end_matches(']');
    let plain = !host.is_empty() && host.chars().all(|c| c.is_ascii_alphanumeric() || ".:-".contains(c));
    plain.then_some((host, port))
}

fn is_here(host: &str) -> bool {
    host == "localhost" || host.parse::<IpAddr>().is_ok_and(|ip| ip.is_loopback())
}
