//! `indaba bench load`: clients that respond without pause, from one address.

use super::super::{Place, say};
use super::Chance;
use super::client::{Asked, Client};
use super::server::{Scratch, Server, Subject, subject};
use anyhow::bail;
use std::io::Write;
use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

/// Respond with many clients at once and without pause
#[derive(Debug, clap::Args)]
pub struct Load {
    /// How many clients
    #[arg(long, default_value_t = 200)]
    clients: u64,
    /// For how long
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// A run of three seconds, for its figures in passing
    #[arg(long)]
    short: bool,
    /// Seed of the responses
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// A PostgreSQL server in place of the built-in store
    #[arg(long, value_name = "ADDRESS")]
    database: Option<String>,
}

/// What one client saw.
#[derive(Debug, Default)]
struct Seen {
    microseconds: Vec<u32>,
    refused: u64,
    failed: u64,
}

impl Load {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        let scratch = Scratch::new()?;
        let place = Place { data: Some(scratch.path().to_owned()), database: self.database.clone() };
        let commits = single_commits(scratch.path())?;
        let subject = subject(&place, 100).await?;
        let server = Server::start(&place).await?;
        let seconds = if self.short { 3 } else { self.seconds };
        let clients = self.arrive(server.address, &subject).await?;
        let begun = Instant::now();
        let seen = respond_all(clients, begun + Duration::from_secs(seconds)).await;
        let took = begun.elapsed().as_secs_f64();
        self.report(&seen, took, commits, server.memory());
        server.kill().await?;
        if seen.failed > 0 || seen.microseconds.is_empty() {
            bail!("{} answers were 5xx or did not come", seen.failed);
        }
        Ok(())
    }

    /// All clients join before the clock starts.
    async fn arrive(&self, address: SocketAddr, subject: &Subject) -> anyhow::Result<Vec<Responding>> {
        let mut arrived = Vec::new();
        for number in 0..self.clients {
            let mut client = Client::connect(address).await?;
            let path = format!("/api/v1/dialogues/{}/participants", subject.slug);
            let joined = client.send(Asked { method: "POST", path: &path, body: "{}", ..Asked::default() }).await?;
            let paths = subject.perspectives.iter().map(|id| format!("/api/v1/perspectives/{id}/response")).collect();
            let chance = Chance::new(self.seed.wrapping_mul(1_000_003).wrapping_add(number));
            arrived.push(Responding { client, token: joined.field("token")?, paths, chance });
        }
        Ok(arrived)
    }

    fn report(&self, seen: &Seen, took: f64, commits: u64, memory: Option<u64>) {
        let mut sorted = seen.microseconds.clone();
        sorted.sort_unstable();
        let at = |share: f64| {
            let place = ((sorted.len() as f64 * share) as usize).min(sorted.len().saturating_sub(1));
            sorted.get(place).map_or(0.0, |us| f64::from(*us) / 1000.0)
        };
        say(&format!("clients                    {}", self.clients));
        say(&format!("durable responses a second {:.0}", sorted.len() as f64 / took));
        say(&format!("p50                        {:.1} ms", at(0.5)));
        say(&format!("p99                        {:.1} ms", at(0.99)));
        say(&format!("refused (4xx)              {}", seen.refused));
        say(&format!("failed (5xx or no answer)  {}", seen.failed));
        say(&format!("server's memory, at most   {}", memory.map_or("not known".to_owned(), |mb| format!("{mb} MB"))));
        say(&format!("the disk's single commits  {commits} a second"));
    }
}

struct Responding {
    client: Client,
    token: String,
    paths: Vec<String>,
    chance: Chance,
}

async fn respond_all(clients: Vec<Responding>, until: Instant) -> Seen {
    let running: Vec<_> = clients.into_iter().map(|client| tokio::spawn(respond(client, until))).collect();
    let mut all = Seen::default();
    for client in running {
        match client.await {
            Ok(seen) => {
                all.microseconds.extend(seen.microseconds);
                all.refused += seen.refused;
                all.failed += seen.failed;
            }
            Err(_) => all.failed += 1,
        }
    }
    all
}

const BODIES: [&str; 4] = [
    r#"{"value":"agree","matters":false}"#,
    r#"{"value":"disagree","matters":false}"#,
    r#"{"value":"pass","matters":false}"#,
    r#"{"value":"agree","matters":true}"#,
];

async fn respond(mut who: Responding, until: Instant) -> Seen {
    let mut seen = Seen::default();
    while Instant::now() < until {
        let path = &who.paths[who.chance.below(who.paths.len() as u64) as usize];
        let body = BODIES[who.chance.below(4) as usize];
        let asked = Asked { method: "PUT", path, token: Some(&who.token), body, ..Asked::default() };
        let begun = Instant::now();
        match who.client.send(asked).await {
            Ok(reply) if reply.status.is_success() => {
                seen.microseconds.push(u32::try_from(begun.elapsed().as_micros()).unwrap_or(u32::MAX));
            }
            Ok(reply) if reply.status.is_client_error() => seen.refused += 1,
            Ok(_) => seen.failed += 1,
            Err(_) => {
                seen.failed += 1;
                return seen;
            }
        }
    }
    seen
}

/// What the disk itself does: small writes, each brought to the disk alone.
fn single_commits(folder: &Path) -> anyhow::Result<u64> {
    let mut file = std::fs::File::create(folder.join("single-commits"))?;
    let begun = Instant::now();
    let mut commits = 0;
    while begun.elapsed() < Duration::from_secs(1) {
        file.write_all(&[7; 4096])?;
        file.sync_data()?;
        commits += 1;
    }
    Ok(commits)
}
