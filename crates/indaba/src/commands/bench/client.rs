//! A small HTTP client: one connection that is kept.

use anyhow::Context;
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{HeaderMap, Request, StatusCode, header};
use hyper_util::rt::TokioIo;
use std::net::SocketAddr;
use tokio::net::TcpStream;

/// A request.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// HTTP method.
    pub method: &'a str,
    /// Path and query.
    pub path: &'a str,
    /// Bearer token.
    pub token: Option<&'a str>,
    /// Body; none is sent when it is empty.
    pub body: &'a str,
    /// Media type of the body.
    pub media: &'a str,
    /// Further headers.
    pub headers: &'a [(&'a str, &'a str)],
}

impl Default for Asked<'_> {
    fn default() -> Self {
        Asked { method: "GET", path: "/", token: None, body: "", media: "application/json", headers: &[] }
    }
}

/// An answer.
#[derive(Debug)]
pub struct Reply {
    /// HTTP status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body.
    pub body: Bytes,
}

impl Reply {
    /// The body as text.
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// The body as JSON; null when it is none.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_default()
    }

    /// A string of the JSON body.
    pub fn field(&self, name: &str) -> anyhow::Result<String> {
        let found = self.json().get(name).and_then(|value| value.as_str().map(str::to_owned));
        found.with_context(|| format!("the answer ({}) has no `{name}`: {}", self.status, self.text()))
    }
}

/// A kept connection.
#[derive(Debug)]
pub struct Client {
    sender: SendRequest<Full<Bytes>>,
    host: String,
}

impl Client {
    /// Connects.
    pub async fn connect(address: SocketAddr) -> anyhow::Result<Client> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await?;
        tokio::spawn(connection);
        Ok(Client { sender, host: address.to_string() })
    }

    /// Sends a request and reads the whole answer.
    pub async fn send(&mut self, asked: Asked<'_>) -> anyhow::Result<Reply> {
        let mut request = Request::builder().method(asked.method).uri(asked.path).header(header::HOST, &self.host);
        if let Some(token) = asked.token {
            request = request.header(header::AUTHORIZATION, format!("Bearer {token}"));
        }
        if !asked.body.is_empty() {
            request = request.header(header::CONTENT_TYPE, asked.media);
        }
        for (name, value) in asked.headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Full::new(Bytes::from(asked.body.to_owned())))?;
        self.sender.ready().await?;
        let (parts, body) = self.sender.send_request(request).await?.into_parts();
        let body = body.collect().await?.to_bytes();
        Ok(Reply { status: parts.status, headers: parts.headers, body })
    }
}
