//! What a mail says: which decision of which dialogue changed, where to look, how to stop. It goes through other
//! people's servers in the open, hence it has no word of what was proposed or said, nor who said it; in a dialogue that
//! is for delegations alone not even the state.

use super::server::Correspondent;
use crate::lang::named::plain;
use crate::lang::{L, Lang};
use crate::partner::key::ServerKey;
use crate::secret;
use crate::store::Moment;
use crate::store::mail::Due;
use crate::store::mail_address::Ask;
use crate::words::Participation;
use base64ct::{Base64, Encoding};
use lettre::Address;

/// An address that is not confirmed is deleted after so many days.
pub const ASKED_DAYS: i64 = 7;

/// What every mail of this server has.
#[derive(Debug, Clone, Copy)]
pub struct Sender<'a> {
    /// Whom it is from.
    pub from: &'a Correspondent,
    /// The address that links carry, without a slash at the end.
    pub home: &'a str,
    /// The key that makes links to confirm and to stop.
    pub key: &'a ServerKey,
}

/// What the holder of a link may do with an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Link {
    /// Have notices sent to it.
    Confirm,
    /// Have no more of them, and the address deleted.
    Stop,
}

impl Link {
    /// Its word in addresses of pages.
    fn word(self) -> &'static str {
        match self {
            Link::Confirm => "confirm",
            Link::Stop => "stop",
        }
    }

    /// The link's part for an address: it follows from the server's key, so that nothing is kept of it.
    pub fn token(self, key: &ServerKey, address: &str) -> String {
        format!("{address}.{}", key.token_for(&format!("{} notices {address}", self.word())))
    }

    /// The id of the address that a link is for, if the link is this server's own.
    pub fn address<'t>(self, key: &ServerKey, token: &'t str) -> Option<&'t str> {
        let (address, _) = token.split_once('.')?;
        // Hashes are compared, so that the time it takes tells nothing of the token.
        let own = secret::hash(&self.token(key, address)) == secret::hash(token);
        own.then_some(address)
    }

    fn url(self, sender: Sender<'_>, address: &str) -> String {
        format!("{}/notices/{}/{}", sender.home, self.word(), self.token(sender.key, address))
    }
}

/// What one mail says.
struct Letter<'a> {
    lang: L,
    to: &'a Address,
    /// What its `Message-ID` begins with.
    id: String,
    subject: String,
    body: String,
    stop: String,
}

fn language(code: &str) -> L {
    L(Lang::parse(code).filter(|lang| lang.row().offered).unwrap_or(Lang::EN))
}

/// The mail of a notice (RFC 5322 and 2045), as bytes with lines that end in CRLF.
pub fn write(sender: Sender<'_>, due: &Due, to: &Address, now: Moment) -> String {
    let l = language(&due.lang);
    let stop = Link::Stop.url(sender, &due.address_id);
    let id = format!("{}.{}", due.notice_id, due.address_id);
    let body = body(l, sender.home, due, &stop);
    message(sender, &Letter { lang: l, to, id, subject: subject(l, due), body, stop }, now)
}

/// The mail that asks whether an address is right. It may reach a stranger, hence it names no dialogue.
pub fn ask(sender: Sender<'_>, asked: &Ask, to: &Address, now: Moment) -> String {
    let l = language(&asked.lang);
    let stop = Link::Stop.url(sender, &asked.id);
    let lines = [
        l.t1("mail-ask", "server", sender.home),
        String::new(),
        l.t("mail-ask-yes"),
        Link::Confirm.url(sender, &asked.id),
        String::new(),
        l.t1("mail-ask-no", "days", ASKED_DAYS),
        stop.clone(),
        String::new(),
    ];
    let (id, subject) = (format!("ask.{}", asked.id), l.t("mail-ask-subject"));
    message(sender, &Letter { lang: l, to, id, subject, body: lines.join("\n"), stop }, now)
}

fn message(sender: Sender<'_>, letter: &Letter<'_>, now: Moment) -> String {
    let mut lines = vec![
        format!("From: {}", sender.from.written()),
        format!("To: {}", letter.to),
        format!("Subject: {}", encoded(&letter.subject)),
        format!("Date: {}", date(now)),
        format!("Message-ID: <{}@{}>", letter.id, sender.from.address.domain()),
        "Auto-Submitted: auto-generated".to_owned(),
        format!("Content-Language: {}", letter.lang.code()),
        format!("List-Unsubscribe: <{}>", letter.stop),
    ];
    if sender.home.starts_with("https://") {
        // RFC 8058: mail programs offer a button of their own, over https alone.
        lines.push("List-Unsubscribe-Post: List-Unsubscribe=One-Click".to_owned());
    }
    let (encoding, text) = transferred(&letter.body);
    lines.push("MIME-Version: 1.0".to_owned());
    lines.push("Content-Type: text/plain; charset=utf-8".to_owned());
    lines.push(format!("Content-Transfer-Encoding: {encoding}"));
    lines.push(String::new());
    lines.push(text);
    lines.join("\r\n")
}

fn date(now: Moment) -> String {
    let stamp = jiff::Timestamp::from_millisecond(now).unwrap_or_default();
    jiff::fmt::rfc2822::DateTimePrinter::new().timestamp_to_string(&stamp).unwrap_or_default()
}

/// Bytes of text in one encoded word: with what stands around them they are at most 75 characters (RFC 2047, 2).
const WORD: usize = 42;
/// Characters in a line of Base64 (RFC 2045, 6.8).
const LINE: usize = 76;

/// A text of a header: as it is where every server understands it, else in encoded words.
pub(super) fn encoded(text: &str) -> String {
    let plain = text.chars().all(|c| c.is_ascii_graphic() || c == ' ');
    if plain && text.len() <= 900 && !text.contains("=?") {
        return text.to_owned();
    }
    let mut words: Vec<String> = vec![String::new()];
    for c in text.chars().filter(|c| !c.is_control()) {
        let full = words.last().is_none_or(|word| word.len() + c.len_utf8() > WORD);
        if full {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(c);
        }
    }
    let word = |word: &String| format!("=?utf-8?B?{}?=", Base64::encode_string(word.as_bytes()));
    words.iter().map(word).collect::<Vec<_>>().join("\r\n ")
}

/// A body with its encoding: lines of ASCII as they are, everything else in Base64.
fn transferred(text: &str) -> (&'static str, String) {
    if text.is_ascii() && text.lines().all(|line| line.len() <= 900) {
        return ("7bit", text.replace('\n', "\r\n"));
    }
    let all = Base64::encode_string(text.replace('\n', "\r\n").as_bytes());
    let mut lines = String::with_capacity(all.len() + all.len() / 36 + 2);
    for (i, c) in all.chars().enumerate() {
        if i > 0 && i % LINE == 0 {
            lines.push_str("\r\n");
        }
        lines.push(c);
    }
    ("base64", lines + "\r\n")
}

/// The number of the decision and the word of its state.
fn told(due: &Due) -> (i64, &str) {
    let (number, state) = due.detail.split_once(' ').unwrap_or((&due.detail, ""));
    (number.parse().unwrap_or_default(), state)
}

fn is_open(due: &Due) -> bool {
    due.participation != Participation::Delegations
}

fn subject(l: L, due: &Due) -> String {
    let (number, state) = told(due);
    let text = if is_open(due) {
        l.t3("mail-subject-state", "title", &due.title, "n", number, "state", l.w("decision-state", state))
    } else {
        l.t2("mail-subject", "title", &due.title, "n", number)
    };
    plain(&text)
}

fn body(l: L, home: &str, due: &Due, stop: &str) -> String {
    let (number, state) = told(due);
    let at = l.at(&due.at);
    let what = if is_open(due) {
        l.t3("mail-state", "n", number, "state", l.w("decision-state", state), "at", at)
    } else {
        l.t2("mail-changed", "n", number, "at", at)
    };
    let link = format!("{home}/d/{}/decisions/{number}?lang={}", due.slug, l.code());
    [
        l.t1("mail-dialogue", "title", &due.title),
        what,
        String::new(),
        link,
        String::new(),
        l.t("mail-why"),
        l.t("mail-stop"),
        stop.to_owned(),
        String::new(),
    ]
    .join("\n")
}
