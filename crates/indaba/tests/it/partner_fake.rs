//! A partner server that misbehaves on purpose, and keeps every byte that it was sent.

use indaba::partner::key::ServerKey;
use indaba::partner::signature::{Signed, sign_answer};
use indaba::store;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// How it answers.
#[derive(Debug, Clone, PartialEq)]
pub enum Manner {
    /// As it should, with this body.
    Good(String),
    /// It keeps the connection and says nothing.
    Slow,
    /// The body is another than was signed.
    WrongDigest,
    /// Signed with a key that is not its own.
    WrongKey,
    /// Signed as the answer to another request.
    OtherRequest,
    /// An answer from long ago.
    Stale,
    /// No signature at all.
    Unsigned,
    /// Larger than is read.
    Oversized,
    /// Elsewhere.
    Redirect(String),
    /// Not now.
    Broken,
}

/// One that runs.
pub struct Fake {
    pub address: String,
    pub key: Arc<ServerKey>,
    sent: Arc<Mutex<Vec<String>>>,
}

const FITS: &str = r#"{"count":5,"fitting":0,"step":5}"#;

impl Fake {
    pub async fn start(manner: Manner) -> Fake {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = format!("http://{}", listener.local_addr().unwrap());
        let key = Arc::new(ServerKey::new().unwrap());
        let sent = Arc::new(Mutex::new(Vec::new()));
        let fake = Fake { address, key: Arc::clone(&key), sent: Arc::clone(&sent) };
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                tokio::spawn(serve(stream, manner.clone(), Arc::clone(&key), Arc::clone(&sent)));
            }
        });
        fake
    }

    /// Every request that it got, whole.
    pub fn sent(&self) -> Vec<String> {
        self.sent.lock().unwrap().clone()
    }
}

async fn serve(mut stream: TcpStream, manner: Manner, key: Arc<ServerKey>, sent: Arc<Mutex<Vec<String>>>) {
    let request = read(&mut stream).await;
    sent.lock().unwrap().push(request.clone());
    if manner == Manner::Slow {
        std::future::pending::<()>().await;
    }
    let asked = header(&request, "signature");
    let _ = stream.write_all(&answer(&manner, &key, &asked)).await;
    let _ = stream.shutdown().await;
}

async fn read(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut part = [0; 4096];
    loop {
        let n = stream.read(&mut part).await.unwrap_or(0);
        bytes.extend_from_slice(&part[..n]);
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n") {
            let length: usize = header(head, "content-length").parse().unwrap_or(0);
            if body.len() >= length {
                return text;
            }
        }
        if n == 0 {
            return text;
        }
    }
}

fn header(request: &str, name: &str) -> String {
    let lines = request.lines().filter_map(|line| line.split_once(": "));
    let mut found = lines.filter(|(key, _)| key.eq_ignore_ascii_case(name));
    found.next().map(|(_, value)| value.to_owned()).unwrap_or_default()
}

fn answer(manner: &Manner, key: &ServerKey, asked: &str) -> Vec<u8> {
    let now = store::now();
    let sign = |key: &ServerKey, body: &str, asked: &str, at| {
        sign_answer(key, 200, body.as_bytes(), asked, "0123456789abcdef", at)
    };
    match manner {
        Manner::Good(body) => written(200, body, Some(&sign(key, body, asked, now)), ""),
        Manner::WrongDigest => {
            written(200, r#"{"count":95,"fitting":0,"step":5}"#, Some(&sign(key, FITS, asked, now)), "")
        }
        Manner::WrongKey => {
            let other = ServerKey::new().unwrap();
            written(200, FITS, Some(&sign(&other, FITS, asked, now)), "")
        }
        Manner::OtherRequest => written(200, FITS, Some(&sign(key, FITS, "indaba=:AAAA:", now)), ""),
        Manner::Stale => written(200, FITS, Some(&sign(key, FITS, asked, now - 301_000)), ""),
        Manner::Unsigned => written(200, FITS, None, ""),
        Manner::Oversized => {
            let body = format!("{FITS}{}", " ".repeat(64 * 1024));
            written(200, &body, Some(&sign(key, &body, asked, now)), "")
        }
        Manner::Redirect(to) => written(307, "", None, &format!("location: {to}/partner/v1/needs\r\n")),
        Manner::Broken | Manner::Slow => written(503, "", None, ""),
    }
}

fn written(status: u16, body: &str, signed: Option<&Signed>, more: &str) -> Vec<u8> {
    let signed = signed.map_or_else(String::new, |s| {
        format!("content-digest: {}\r\nsignature-input: {}\r\nsignature: {}\r\n", s.digest, s.input, s.signature)
    });
    let length = body.len();
    format!("HTTP/1.1 {status} X\r\ncontent-length: {length}\r\nconnection: close\r\n{signed}{more}\r\n{body}")
        .into_bytes()
}
