//! Everything that somebody of a country can ask, sent to two servers in turn.

use super::super::Chance;
use super::super::client::{Asked, Client};
use super::super::rank_test::median;
use super::fill::{Filled, READER, token};
use crate::access::Role;
use crate::partner::client::{self, Gear, Limits};
use crate::partner::key::ServerKey;
use crate::partner::trust::Trust;
use crate::store;
use crate::store::partner::Partner;
use anyhow::ensure;
use hyper::StatusCode;
use hyper::body::Bytes;
use std::net::SocketAddr;
use std::time::Instant;

/// Requests before those that are timed: caches are filled as on a server that has run for a while.
const WARM: usize = 5;

/// One kind of request.
#[derive(Debug, Clone)]
pub struct Look {
    /// Its name.
    pub name: &'static str,
    way: Way,
}

impl Look {
    /// Whether something is written: its time is that of the disk.
    pub fn writes(&self) -> bool {
        matches!(self.way, Way::Partner { .. })
    }
}

#[derive(Debug, Clone)]
enum Way {
    Get { path: String, role: Option<Role> },
    Post { path: String, role: Role, body: String },
    Partner { letter: String },
}

/// What can be asked: pages, counts, search, matches, one offer, and a partner server's question.
pub fn looks(f: &Filled) -> Vec<Look> {
    let at = |rest: &str| format!("/d/{}/exchange{rest}", f.slug);
    let get = |name, rest: &str, role| Look { name, way: Way::Get { path: at(rest), role } };
    let matches = |need: &str| format!("/needs/{need}/matches");
    let (here, there) = (matches(f.needs[0]), matches(f.needs[1]));
    let by_hand = Way::Post { path: at(&there), role: Role::Broker, body: format!("handle={}", f.handle) };
    vec![
        get("front page with its count", "", None),
        get("search by country", &format!("?country={READER}"), None),
        get("offers with ties", "/country", Some(Role::FocalPoint)),
        get("matches of an own need", &here, Some(Role::Broker)),
        get("matches of another need", &there, Some(Role::Broker)),
        get("the broker's queue", "/queue", Some(Role::Broker)),
        get("page of one offer", &format!("/offers/{}/edit", f.offer), Some(Role::Expert)),
        Look { name: "an offer by its handle", way: by_hand },
        Look { name: "a partner's count", way: Way::Partner { letter: f.letter.clone() } },
    ]
}

/// One of the two servers.
#[derive(Debug)]
pub struct Side {
    client: Client,
    partner: Partner,
    key: ServerKey,
    trust: Trust,
}

impl Side {
    /// Connects.
    pub async fn connect(address: SocketAddr, filled: &Filled) -> anyhow::Result<Side> {
        let partner = Partner {
            id: String::new(),
            dialogue_id: String::new(),
            name: String::new(),
            address: format!("http://{address}"),
            key: String::new(),
            country: String::new(),
            private: true,
            state: String::new(),
            created_at: 0,
        };
        Ok(Side {
            client: Client::connect(address).await?,
            partner,
            key: ServerKey::of(filled.partner),
            trust: Trust::usual()?,
        })
    }

    /// Asks; gives what was answered and after how many microseconds.
    async fn ask(&mut self, look: &Look) -> anyhow::Result<(StatusCode, Bytes, f64)> {
        let begun = Instant::now();
        let (status, body) = match &look.way {
            Way::Get { path, role } => {
                let token = role.map(token);
                let asked = Asked { path, token: token.as_deref(), ..Asked::default() };
                let reply = self.client.send(asked).await?;
                (reply.status, reply.body)
            }
            Way::Post { path, role, body } => {
                let (token, media) = (token(*role), "application/x-www-form-urlencoded");
                let asked = Asked { method: "POST", path, token: Some(&token), body, media, ..Asked::default() };
                let reply = self.client.send(asked).await?;
                (reply.status, reply.body)
            }
            Way::Partner { letter } => {
                // Whose answer it is was not asked for: its signature differs each time.
                let asked = client::Asked { method: "POST", path: "/partner/v1/needs", body: letter, signed: false };
                let gear = Gear { key: &self.key, trust: &self.trust, limits: Limits::USUAL };
                let body = client::send(gear, &self.partner, &asked, store::now()).await?;
                (StatusCode::OK, body)
            }
        };
        Ok((status, body, begun.elapsed().as_secs_f64() * 1e6))
    }
}

/// Response times in microseconds; those of one pair stand at the same place.
#[derive(Debug, Clone, Default)]
pub struct Times {
    /// Of the server without hidden offers.
    pub without: Vec<f64>,
    /// Of the one with them.
    pub with: Vec<f64>,
}

impl Times {
    /// Adds further pairs.
    pub fn add(&mut self, more: Times) {
        self.without.extend(more.without);
        self.with.extend(more.with);
    }

    /// By how much the second server was slower: the median of the differences of pairs.
    pub fn apart(&self) -> f64 {
        median(&self.with.iter().zip(&self.without).map(|(with, without)| with - without).collect::<Vec<_>>())
    }
}

/// Asks both servers in pairs, now the one first, now the other; `sides` without and with hidden offers. Answers that
/// are not the same are an error.
pub async fn compare(sides: &mut [Side; 2], look: &Look, pairs: usize, chance: &mut Chance) -> anyhow::Result<Times> {
    let mut times = Times::default();
    for n in 0..WARM + pairs {
        let first = chance.below(2) as usize;
        let one = sides[first].ask(look).await?;
        let other = sides[1 - first].ask(look).await?;
        ensure!((one.0, &one.1) == (other.0, &other.1), "{}: the two servers answer differently", look.name);
        let (without, with) = if first == 0 { (one.2, other.2) } else { (other.2, one.2) };
        if n >= WARM {
            times.without.push(without);
            times.with.push(with);
        }
    }
    Ok(times)
}
