//! Signed HTTP messages (RFC 9421) with Ed25519, over a digest of the body (RFC 9530). One form is written and one is
//! read: label `indaba`, the components below in this order, each parameter once. Pure.

use super::key::{PublicKey, ServerKey};
use crate::store::Moment;
use base64ct::{Base64, Encoding};
use sha2::{Digest, Sha256};

/// How far the clocks of two servers may differ, and how long a message is good, in seconds.
pub const GOOD: i64 = 300;
/// What a request's signature covers.
const OF_REQUEST: &str = r#"("@method" "@authority" "@path" "content-digest")"#;
/// What an answer's signature covers: also the signature of the request that it answers.
const OF_ANSWER: &str = r#"("@status" "content-digest" "signature";req;key="indaba")"#;
/// Marks what the signature is for, so that one made for something else is not taken.
const TAG: &str = "indaba-partner";

/// Why a signed message is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// A header is missing.
    #[error("the message is not signed")]
    Missing,
    /// Not as it is written here.
    #[error("the signature covers other parts of the message than are asked for, or is not readable")]
    Form,
    /// The body is not what the digest says.
    #[error("the body has another digest than its header says")]
    Digest,
    /// Too old, or from the future.
    #[error("the message is {GOOD} seconds or more away from this server's time: set both clocks")]
    Stale,
    /// Another key signed, or something was changed.
    #[error("the signature is not that of the partner's key")]
    Wrong,
}

/// The three headers of a signed message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// `Content-Digest`.
    pub digest: String,
    /// `Signature-Input`.
    pub input: String,
    /// `Signature`.
    pub signature: String,
}

impl Signed {
    /// From the headers of a message.
    pub fn of(headers: &hyper::HeaderMap) -> Result<Signed, SignatureError> {
        let one = |name: &str| {
            let mut all = headers.get_all(name).iter();
            let first = all.next().and_then(|value| value.to_str().ok());
            first.filter(|_| all.next().is_none()).map(str::to_owned).ok_or(SignatureError::Missing)
        };
        Ok(Signed { digest: one("content-digest")?, input: one("signature-input")?, signature: one("signature")? })
    }
}

/// A request as its signature covers it.
#[derive(Debug, Clone, Copy)]
pub struct Request<'a> {
    /// `POST`.
    pub method: &'a str,
    /// Host and port of the server that is asked, as [`super::address::Address::authority`] has them.
    pub authority: &'a str,
    /// Path, without a query.
    pub path: &'a str,
    /// Body.
    pub body: &'a [u8],
}

/// What a signature says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// When it was made, in seconds since 1970.
    pub created: i64,
    /// Used once.
    pub nonce: String,
    /// The public key that it was made with.
    pub keyid: String,
}

/// `Content-Digest` of a body.
pub fn digest(body: &[u8]) -> String {
    format!("sha-256=:{}:", Base64::encode_string(&Sha256::digest(body)))
}

/// Signs a request.
pub fn sign_request(key: &ServerKey, request: &Request<'_>, nonce: &str, now: Moment) -> Signed {
    let digest = digest(request.body);
    let params = params(OF_REQUEST, key, nonce, now);
    sign(key, &base_of_request(request, &digest, &params), digest, &params)
}

/// Signs an answer to a request that was signed.
pub fn sign_answer(key: &ServerKey, status: u16, body: &[u8], asked: &str, nonce: &str, now: Moment) -> Signed {
    let digest = digest(body);
    let params = params(OF_ANSWER, key, nonce, now);
    sign(key, &base_of_answer(status, &digest, asked, &params), digest, &params)
}

fn sign(key: &ServerKey, base: &str, digest: String, params: &str) -> Signed {
    let signature = format!("indaba=:{}:", key.sign(base.as_bytes()));
    Signed { digest, input: format!("indaba={params}"), signature }
}

fn params(covered: &str, key: &ServerKey, nonce: &str, now: Moment) -> String {
    let created = now.div_euclid(1000);
    format!(r#"{covered};created={created};nonce="{nonce}";keyid="{}";alg="ed25519";tag="{TAG}""#, key.public())
}

fn base_of_request(r: &Request<'_>, digest: &str, params: &str) -> String {
    format!(
        "\"@method\": {}\n\"@authority\": {}\n\"@path\": {}\n\"content-digest\": {digest}\n\"@signature-params\": {params}",
        r.method, r.authority, r.path
    )
}

fn base_of_answer(status: u16, digest: &str, asked: &str, params: &str) -> String {
    let asked = asked.strip_prefix("indaba=").unwrap_or(asked);
    format!(
        "\"@status\": {status}\n\"content-digest\": {digest}\n\"signature\";req;key=\"indaba\": {asked}\n\
         \"@signature-params\": {params}"
    )
}

/// What the signature of a request says of itself, before it is known to be good: whose key has to be looked up.
pub fn said(signed: &Signed) -> Result<Said, SignatureError> {
    read(&signed.input, OF_REQUEST).ok_or(SignatureError::Form)
}

fn read(input: &str, covered: &str) -> Option<Said> {
    let rest = input.strip_prefix("indaba=")?.strip_prefix(covered)?.strip_prefix(";created=")?;
    let (created, rest) = rest.split_once(r#";nonce=""#)?;
    let (nonce, rest) = rest.split_once(r#"";keyid=""#)?;
    let (keyid, rest) = rest.split_once(r#"";alg="ed25519";tag=""#)?;
    let plain = |text: &str| text.bytes().all(|b| b.is_ascii_alphanumeric() || b"+/=".contains(&b));
    let good = rest.strip_suffix('"')? == TAG && plain(nonce) && (16..=64).contains(&nonce.len()) && plain(keyid);
    good.then(|| Some(Said { created: created.parse().ok()?, nonce: nonce.to_owned(), keyid: keyid.to_owned() }))?
}

/// Whether a request was signed with a key, lately, as it is.
pub fn check_request(
    signed: &Signed,
    request: &Request<'_>,
    key: &PublicKey,
    now: Moment,
) -> Result<Said, SignatureError> {
    let said = said(signed)?;
    let base = base_of_request(request, &signed.digest, params_of(signed));
    check(signed, &said, &base, request.body, key, now)?;
    Ok(said)
}

/// Whether an answer was signed with a key, lately, as it is, and for this request.
pub fn check_answer(
    signed: &Signed,
    status: u16,
    body: &[u8],
    asked: &str,
    key: &PublicKey,
    now: Moment,
) -> Result<(), SignatureError> {
    let said = read(&signed.input, OF_ANSWER).ok_or(SignatureError::Form)?;
    let base = base_of_answer(status, &signed.digest, asked, params_of(signed));
    check(signed, &said, &base, body, key, now)
}

fn params_of(signed: &Signed) -> &str {
    signed.input.strip_prefix("indaba=").unwrap_or_default()
}

fn check(
    signed: &Signed,
    said: &Said,
    base: &str,
    body: &[u8],
    key: &PublicKey,
    now: Moment,
) -> Result<(), SignatureError> {
    if (now.div_euclid(1000)).saturating_sub(said.created).saturating_abs() >= GOOD {
        return Err(SignatureError::Stale);
    }
    let signature = signed.signature.strip_prefix("indaba=:").and_then(|rest| rest.strip_suffix(':'));
    let signature = signature.ok_or(SignatureError::Form)?;
    if said.keyid != key.to_string() || !key.has_signed(base.as_bytes(), signature) {
        return Err(SignatureError::Wrong);
    }
    // The digest is covered by the signature: after it, it is the signer's word.
    if digest(body) == signed.digest { Ok(()) } else { Err(SignatureError::Digest) }
}
