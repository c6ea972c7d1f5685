//! The only way out of this server: one signed request to one partner. Each address that its name stands for is looked
//! at before it is connected to, and what was looked at is what is connected to, so that a name that changes in between
//! leads nowhere else. No redirect is followed; time and size are bounded.

use super::address::{Address, NoAddress};
use super::key::{PublicKey, ServerKey};
use super::signature::{Request, SignatureError, Signed, check_answer, digest, sign_request};
use super::trust::Trust;
use crate::secret;
use crate::store::Moment;
use crate::store::partner::Partner;
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1::handshake;
use hyper::header;
use hyper_util::rt::TokioIo;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio_rustls::rustls::pki_types::ServerName;

/// How long a request may take, and how large its answer may be.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// From the look-up of the name to the last byte.
    pub time: Duration,
    /// Bytes of the answer.
    pub bytes: usize,
}

impl Limits {
    /// Those of a server that runs.
    pub const USUAL: Limits = Limits { time: Duration::from_secs(10), bytes: 64 * 1024 };
}

/// Why a partner could not be told or asked.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// Its address in the store.
    #[error(transparent)]
    Address(#[from] NoAddress),
    /// Its name stands for an address that is not spoken to.
    #[error("its name stands for {0}, which is not a public address and was not listed as private")]
    Refused(IpAddr),
    /// Nobody there.
    #[error("it can't be reached: {0}")]
    Unreachable(String),
    /// Its certificate is not one of those that are believed, or is another host's.
    #[error("its certificate can't be trusted: {0}")]
    Certificate(String),
    /// Not in time.
    #[error("it did not answer in time")]
    Late,
    /// It sent the request elsewhere.
    #[error("it sent the request to another address, which is not followed")]
    Redirected,
    /// It did not do what was asked.
    #[error("it answered with status {0}")]
    Status(u16),
    /// The answer is too large.
    #[error("its answer is larger than is read")]
    TooLarge,
    /// The answer is not its own.
    #[error("its answer can't be trusted: {0}")]
    Untrusted(#[from] SignatureError),
    /// The answer says nothing that is understood.
    #[error("its answer is not understood: {0}")]
    NotUnderstood(String),
    /// No random bytes.
    #[error(transparent)]
    Random(#[from] secret::SecretError),
}

impl SendError {
    /// The word under which a broker is told (`partner-trouble-…`).
    pub const fn word(&self) -> &'static str {
        match self {
            SendError::Address(_) | SendError::Refused(_) => "refused",
            SendError::Unreachable(_) | SendError::Random(_) => "unreachable",
            SendError::Late => "late",
            SendError::Redirected => "redirected",
            SendError::Status(_) => "status",
            SendError::TooLarge | SendError::NotUnderstood(_) => "not-understood",
            SendError::Untrusted(_) => "untrusted",
            SendError::Certificate(_) => "certificate",
        }
    }

    /// Whether a further request now would fail alike: nobody is there, or not in time.
    pub const fn is_down(&self) -> bool {
        matches!(
            self,
            SendError::Address(_)
                | SendError::Refused(_)
                | SendError::Unreachable(_)
                | SendError::Certificate(_)
                | SendError::Late
        )
    }
}

/// What is asked of a partner.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// `POST`.
    pub method: &'a str,
    /// `/partner/v1/needs`.
    pub path: &'a str,
    /// Body, JSON.
    pub body: &'a str,
    /// The answer has to be signed. The one that carries an identity never is.
    pub signed: bool,
}

/// With what a server goes out.
#[derive(Debug, Clone, Copy)]
pub struct Gear<'a> {
    /// The key that signs.
    pub key: &'a ServerKey,
    /// Whose certificates are believed.
    pub trust: &'a Trust,
    /// How much time and space.
    pub limits: Limits,
}

/// Sends a request and reads the whole answer.
pub async fn send(gear: Gear<'_>, to: &Partner, asked: &Asked<'_>, now: Moment) -> Result<Bytes, SendError> {
    tokio::time::timeout(gear.limits.time, exchange(gear, to, asked, now)).await.map_err(|_| SendError::Late)?
}

async fn exchange(gear: Gear<'_>, to: &Partner, asked: &Asked<'_>, now: Moment) -> Result<Bytes, SendError> {
    let limits = &gear.limits;
    let address = Address::parse(&to.address)?;
    let authority = address.authority();
    let signing =
        Request { method: asked.method, authority: &authority, path: asked.path, body: asked.body.as_bytes() };
    let signed = sign_request(gear.key, &signing, &secret::token()?, now);
    let request = request(asked, &authority, &signed).map_err(|e| SendError::Unreachable(e.to_string()))?;
    let stream = connect(&address, to.private).await?;
    let answer = if address.https {
        let name = ServerName::try_from(address.host.clone()).map_err(|e| SendError::Unreachable(e.to_string()))?;
        let stream = gear.trust.connector().connect(name, stream).await.map_err(not_secured)?;
        over(stream, request, limits).await?
    } else {
        over(stream, request, limits).await?
    };
    trusted(answer, to, asked, &signed.signature, now)
}

fn request(
    asked: &Asked<'_>,
    authority: &str,
    signed: &Signed,
) -> Result<hyper::Request<Full<Bytes>>, hyper::http::Error> {
    hyper::Request::builder()
        .method(asked.method)
        .uri(asked.path)
        .header(header::HOST, authority)
        .header(header::CONTENT_TYPE, "application/json")
        .header(header::CONNECTION, "close")
        .header("content-digest", &signed.digest)
        .header("signature-input", &signed.input)
        .header("signature", &signed.signature)
        .body(Full::new(Bytes::from(asked.body.to_owned())))
}

impl From<std::io::Error> for SendError {
    fn from(cause: std::io::Error) -> SendError {
        SendError::Unreachable(cause.to_string())
    }
}

/// Why no TLS came about: what speaks against the certificate, or that the line broke.
fn not_secured(cause: std::io::Error) -> SendError {
    use tokio_rustls::rustls::Error;
    match cause.get_ref().and_then(|inner| inner.downcast_ref::<Error>()) {
        Some(Error::InvalidCertificate(why)) => SendError::Certificate(why.to_string()),
        _ => cause.into(),
    }
}

/// Connects to an address that was looked at. One among several that is not allowed is enough to refuse the name.
async fn connect(address: &Address, private: bool) -> Result<TcpStream, SendError> {
    let found = tokio::net::lookup_host((address.host.as_str(), address.port)).await?;
    let found: Vec<SocketAddr> = found.collect();
    if let Some(refused) = found.iter().find(|found| !address.may_connect(found.ip(), private)) {
        return Err(SendError::Refused(refused.ip()));
    }
    Ok(TcpStream::connect(&found[..]).await?)
}

type Answer = (hyper::http::response::Parts, Bytes);

/// Sends the request over a stream. Nothing is spawned: whoever drops it has ended it.
async fn over<S: AsyncRead + AsyncWrite + Unpin>(
    stream: S,
    request: hyper::Request<Full<Bytes>>,
    limits: &Limits,
) -> Result<Answer, SendError> {
    let broken = |e: hyper::Error| SendError::Unreachable(e.to_string());
    let (mut sender, connection) = handshake(TokioIo::new(stream)).await.map_err(broken)?;
    let mut answer = std::pin::pin!(async move {
        let (parts, body) = sender.send_request(request).await.map_err(broken)?.into_parts();
        let body = Limited::new(body, limits.bytes).collect().await.map_err(|e| {
            if e.is::<LengthLimitError>() { SendError::TooLarge } else { SendError::Unreachable(e.to_string()) }
        })?;
        Ok((parts, body.to_bytes()))
    });
    tokio::select! {
        biased;
        done = &mut answer => done,
        // The other side has closed: what it sent before is still to be read.
        _ = connection => answer.await,
    }
}

/// The body of an answer that is the partner's own, to this very request.
fn trusted(answer: Answer, to: &Partner, asked: &Asked<'_>, request: &str, now: Moment) -> Result<Bytes, SendError> {
    let (parts, body) = answer;
    match parts.status.as_u16() {
        200 => {}
        300..400 => return Err(SendError::Redirected),
        status => return Err(SendError::Status(status)),
    }
    if asked.signed {
        let key = PublicKey::parse(&to.key).ok_or(SignatureError::Wrong)?;
        check_answer(&Signed::of(&parts.headers)?, 200, &body, request, &key, now)?;
    } else if parts.headers.get("content-digest").and_then(|v| v.to_str().ok()) != Some(digest(&body).as_str()) {
        return Err(SignatureError::Digest.into());
    }
    Ok(body)
}
