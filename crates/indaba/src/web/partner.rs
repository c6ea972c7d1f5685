//! What partner servers are answered. No visitor and no role comes here: a partner is known by the signature of each
//! message, with the key that the administrator entered. Every answer is signed but the one that carries an identity.

use super::{Answer, Problem, Visit};
use crate::partner::inbox::{self, Refused};
use crate::partner::key::PublicKey;
use crate::partner::letter::{Ended, OfNeed, OfOffer, Proposal};
use crate::partner::signature::{self, GOOD, Request, SignatureError, Signed};
use crate::secret;
use crate::store;
use crate::store::partner::Partner;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequestParts, Path};
use axum::http::request::Parts;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// The largest message: a need with four texts in a script of three bytes a letter.
const BODY: usize = 128 * 1024;

/// The partner that a request comes from.
#[derive(Debug, Clone)]
pub struct Caller {
    partner: Partner,
    /// The request's signature: the answer is bound to it.
    signature: String,
}

impl<S: Sync> FromRequestParts<S> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Caller, Problem> {
        parts.extensions.get::<Caller>().cloned().ok_or_else(Problem::not_found)
    }
}

/// Whether a request claims to come from a partner.
pub fn is_signed(parts: &Parts) -> bool {
    parts.headers.contains_key("signature")
}

/// Lets a partner's request in: signed with a key that is listed, for this very server, lately, and for the first time.
pub async fn admit(visit: &Visit, parts: &mut Parts, body: Body) -> Result<Bytes, Problem> {
    let body = axum::body::to_bytes(body, BODY).await.map_err(|_| too_large())?;
    let signed = Signed::of(&parts.headers).map_err(unsigned)?;
    let keyid = signature::said(&signed).map_err(unsigned)?.keyid;
    let found = store::partner::by_key(&mut visit.read().await?, &keyid).await?;
    let known = found.and_then(|partner| PublicKey::parse(&partner.key).map(|key| (partner, key)));
    let (partner, key) = known.ok_or_else(|| unsigned(SignatureError::Wrong))?;
    let own = crate::partner::address::Address::parse(&visit.app.config.address).map_err(|e| Problem::internal(&e))?;
    if parts.uri.query().is_some() {
        return Err(unsigned(SignatureError::Form));
    }
    // The authority is this server's own address, not what the request says: a message to another server is not for it.
    let (method, authority, path) = (parts.method.as_str(), own.authority(), parts.uri.path());
    let request = Request { method, authority: &authority, path, body: &body };
    let said = signature::check_request(&signed, &request, &key, visit.now).map_err(unsigned)?;
    let mut c = visit.write().await?;
    // As long as its time would be good; a clock may be ahead by as much.
    let forget_at = said.created.saturating_add(2 * GOOD).saturating_mul(1000);
    if !store::partner::take_nonce(&mut c, &partner.id, &said.nonce, forget_at, visit.now).await? {
        return Err(Problem::of(StatusCode::UNAUTHORIZED, "problem-partner-replay"));
    }
    c.commit().await?;
    parts.extensions.insert(Caller { partner, signature: signed.signature });
    Ok(body)
}

fn unsigned(cause: SignatureError) -> Problem {
    Problem::of(StatusCode::UNAUTHORIZED, "problem-partner-signature").with("detail", cause.to_string())
}

fn too_large() -> Problem {
    Problem::too_large("api-too-large").with("n", BODY)
}

/// `POST /partner/v1/needs`
pub async fn need(visit: Visit, caller: Caller, body: Bytes) -> Answer {
    let letter: Proposal<OfNeed> = read(&body)?;
    let fits = inbox::need(&visit.app, &caller.partner, &letter, visit.now).await?;
    signed(&visit, &caller, &fits)
}

/// `POST /partner/v1/offers`
pub async fn offer(visit: Visit, caller: Caller, body: Bytes) -> Answer {
    let letter: Proposal<OfOffer> = read(&body)?;
    let stands = inbox::offer(&visit.app, &caller.partner, &letter, visit.now).await?;
    signed(&visit, &caller, &stands)
}

/// `POST /partner/v1/introductions/{id}/host-yes`
pub async fn host_yes(visit: Visit, caller: Caller, Path(id): Path<String>) -> Answer {
    let stands = inbox::host_yes(&visit.app, &caller.partner, &id, visit.now).await?;
    visit.app.letters.notify_one();
    signed(&visit, &caller, &stands)
}

/// `GET /partner/v1/introductions/{id}/contact`: never signed, so that nobody can prove to others who it was.
pub async fn contact(visit: Visit, caller: Caller, Path(id): Path<String>) -> Answer {
    let contact = inbox::contact(&visit.app, &caller.partner, &id, visit.now).await?;
    let body = written(&contact)?;
    let digest = signature::digest(&body);
    let mut response = json(body);
    put(&mut response, "content-digest", &digest)?;
    Ok(response)
}

/// `POST /partner/v1/introductions/{id}/ended`
pub async fn ended(visit: Visit, caller: Caller, Path(id): Path<String>, body: Bytes) -> Answer {
    let how: Ended = read(&body)?;
    let stands = inbox::ended(&visit.app, &caller.partner, &id, how, visit.now).await?;
    signed(&visit, &caller, &stands)
}

fn read<T: DeserializeOwned>(body: &Bytes) -> Result<T, Problem> {
    serde_json::from_slice(body).map_err(|error| Problem::bad("api-json").with("detail", error.to_string()))
}

fn written<T: Serialize>(value: &T) -> Result<Vec<u8>, Problem> {
    serde_json::to_vec(value).map_err(|error| Problem::internal(&error))
}

fn json(body: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], body).into_response()
}

fn put(response: &mut Response, name: &'static str, value: &str) -> Result<(), Problem> {
    let value = HeaderValue::from_str(value).map_err(|error| Problem::internal(&error))?;
    response.headers_mut().insert(name, value);
    Ok(())
}

fn signed<T: Serialize>(visit: &Visit, caller: &Caller, value: &T) -> Answer {
    let body = written(value)?;
    let (key, nonce) = (&visit.app.config.server_key, secret::token()?);
    let signed = signature::sign_answer(key, 200, &body, &caller.signature, &nonce, visit.now);
    let mut response = json(body);
    put(&mut response, "content-digest", &signed.digest)?;
    put(&mut response, "signature-input", &signed.input)?;
    put(&mut response, "signature", &signed.signature)?;
    Ok(response)
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Problem {
        match refused {
            Refused::Unfit(field) => Problem::bad("problem-partner-field").with("field", field.0),
            Refused::Gone => Problem::not_found(),
            Refused::NotYet => Problem::conflict("problem-partner-not-yet"),
            Refused::Full => Problem::too_many("api-too-fast"),
            Refused::Sealed(cause) => Problem { key: "problem-keys", ..Problem::internal(&cause) },
            Refused::Random(cause) => cause.into(),
            Refused::Store(cause) => cause.into(),
            Refused::Matching(cause) => cause.into(),
        }
    }
}
