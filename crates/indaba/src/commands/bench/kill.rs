//! `indaba bench kill`: the server is killed at random moments under load; every acknowledged response has to be in the
//! full record afterwards, once.

use super::super::check::troubles;
use super::super::{Place, say};
use super::Chance;
use super::client::{Asked, Client};
use super::server::{Scratch, Server, Subject, subject};
use crate::app;
use crate::record::{self, Face, Pack};
use crate::store;
use crate::words::Value;
use anyhow::{Context, bail, ensure};
use std::collections::HashMap;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

/// Kill the server at random moments under load, and compare
#[derive(Debug, clap::Args)]
pub struct Kill {
    /// How often
    #[arg(long, default_value_t = 100)]
    rounds: u64,
    /// Five rounds, for their figures in passing
    #[arg(long)]
    short: bool,
    /// How many clients
    #[arg(long, default_value_t = 50)]
    clients: u64,
    /// Seed of the responses and of the moments
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// A PostgreSQL server in place of the built-in store
    #[arg(long, value_name = "ADDRESS")]
    database: Option<String>,
}

/// What a response says: 1, 0 or -1, and whether it matters most.
type Said = (i64, bool);

/// One client's own log.
#[derive(Debug)]
struct Log {
    participant: String,
    token: String,
    chance: Chance,
    /// What it sent to each perspective, in order, and was acknowledged.
    acknowledged: HashMap<String, Vec<Said>>,
    /// Sent last, and not acknowledged: perspective, response and key. It is sent again after the restart.
    open: Option<(String, Said, String)>,
    sent: u64,
}

impl Kill {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        let scratch = Scratch::new()?;
        let place = Place { data: Some(scratch.path().to_owned()), database: self.database.clone() };
        let subject = subject(&place, 100).await?;
        let rounds = if self.short { 5 } else { self.rounds };
        let mut chance = Chance::new(self.seed);
        let mut logs = self.join_all(&place, &subject).await?;
        let mut slowest = Duration::ZERO;
        for round in 1..=rounds {
            let begun = Instant::now();
            let server = Server::start(&place).await?;
            answers(&server).await?;
            let ready = begun.elapsed();
            slowest = slowest.max(ready);
            logs = respond_until_killed(server, &subject, logs, 20 + chance.below(380)).await?;
            compare(&place, &subject, &logs, round).await?;
        }
        let acknowledged: usize = logs.iter().flat_map(|log| log.acknowledged.values()).map(Vec::len).sum();
        say(&format!("killed                     {rounds} times"));
        say(&format!("acknowledged responses     {acknowledged}"));
        say("lost                       0");
        say("doubled                    0");
        say("troubles found by check    0");
        say(&format!("ready again, at the latest {} ms", slowest.as_millis()));
        ensure!(slowest <= Duration::from_secs(2), "the server took longer than two seconds to be ready again");
        Ok(())
    }

    async fn join_all(&self, place: &Place, subject: &Subject) -> anyhow::Result<Vec<Log>> {
        let server = Server::start(place).await?;
        let mut client = Client::connect(server.address).await?;
        let path = format!("/api/v1/dialogues/{}/participants", subject.slug);
        let mut logs = Vec::new();
        for number in 0..self.clients {
            let joined = client.send(Asked { method: "POST", path: &path, body: "{}", ..Asked::default() }).await?;
            logs.push(Log {
                participant: joined.field("id")?,
                token: joined.field("token")?,
                chance: Chance::new(self.seed.wrapping_mul(7_919).wrapping_add(number)),
                acknowledged: HashMap::new(),
                open: None,
                sent: 0,
            });
        }
        server.kill().await?;
        Ok(logs)
    }
}

/// Ready is who answers from the store.
async fn answers(server: &Server) -> anyhow::Result<()> {
    let mut client = Client::connect(server.address).await?;
    let reply = client.send(Asked { path: "/api/v1/dialogues", ..Asked::default() }).await?;
    ensure!(reply.status.is_success(), "the server answered {} after its restart", reply.status);
    Ok(())
}

async fn respond_until_killed(
    server: Server,
    subject: &Subject,
    logs: Vec<Log>,
    after: u64,
) -> anyhow::Result<Vec<Log>> {
    let address = server.address;
    let running: Vec<_> =
        logs.into_iter().map(|log| tokio::spawn(respond(address, subject.perspectives.clone(), log))).collect();
    tokio::time::sleep(Duration::from_millis(after)).await;
    server.kill().await?;
    let mut logs = Vec::new();
    for client in running {
        logs.push(client.await??);
    }
    Ok(logs)
}

/// Responds until the connection breaks. What was left open at the last kill goes first, with its old key.
async fn respond(address: SocketAddr, perspectives: Vec<String>, mut log: Log) -> anyhow::Result<Log> {
    let Ok(mut client) = Client::connect(address).await else { return Ok(log) };
    loop {
        let (perspective, said, key) = log.open.take().unwrap_or_else(|| log.choose(&perspectives));
        log.open = Some((perspective.clone(), said, key.clone()));
        let path = format!("/api/v1/perspectives/{perspective}/response");
        let body = serde_json::json!({ "value": Value::from_number(said.0), "matters": said.1 }).to_string();
        let headers = [("idempotency-key", key.as_str())];
        let asked = Asked {
            method: "PUT",
            path: &path,
            token: Some(&log.token),
            body: &body,
            headers: &headers,
            ..Asked::default()
        };
        let Ok(reply) = client.send(asked).await else { return Ok(log) };
        if !reply.status.is_success() {
            bail!("the server answered {}: {}", reply.status, reply.text());
        }
        log.acknowledged.entry(perspective).or_default().push(said);
        log.open = None;
    }
}

impl Log {
    fn choose(&mut self, perspectives: &[String]) -> (String, Said, String) {
        let perspective = perspectives[self.chance.below(perspectives.len() as u64) as usize].clone();
        let said = (self.chance.below(3) as i64 - 1, self.chance.below(5) == 0);
        self.sent += 1;
        (perspective, said, format!("{}-{}", self.participant, self.sent))
    }

    /// What the history of a perspective may be: what was acknowledged, and the open one or not.
    fn explains(&self, perspective: &str, kept: &[Said]) -> bool {
        let acknowledged = self.acknowledged.get(perspective).map_or(&[][..], Vec::as_slice);
        match kept.strip_prefix(acknowledged) {
            Some([]) => true,
            Some([last]) => self.open.as_ref().is_some_and(|(open, said, _)| open == perspective && said == last),
            _ => false,
        }
    }

    /// Whether the record has what this client was promised.
    fn agrees(
        &self,
        kept: &HashMap<Whose, Vec<Said>>,
        counted: &HashMap<Whose, Said>,
        round: u64,
    ) -> anyhow::Result<()> {
        let open = self.open.as_ref().map(|(perspective, _, _)| perspective);
        for perspective in self.acknowledged.keys().chain(open) {
            let place = (self.participant.clone(), perspective.clone());
            let history = kept.get(&place).map_or(&[][..], Vec::as_slice);
            ensure!(
                self.explains(perspective, history) && history.last() == counted.get(&place),
                "round {round}: {place:?}: acknowledged {:?}, open {:?}, in the history {history:?}, counted {:?}",
                self.acknowledged.get(perspective),
                self.open,
                counted.get(&place)
            );
        }
        Ok(())
    }
}

/// The full record against the clients' own logs.
async fn compare(place: &Place, subject: &Subject, logs: &[Log], round: u64) -> anyhow::Result<()> {
    let db = place.open().await?;
    let wrong = troubles(&db).await?;
    ensure!(wrong.is_empty(), "round {round}: check found {}", wrong.join("; "));
    let key = app::server_key(&db).await?;
    let mut c = db.snapshot().await?;
    let convened = app::convened(&mut c, &subject.slug).await?.context("the dialogue is gone")?;
    let (_, zip) = record::write(&mut c, &convened, Face::Full, &key, store::now(), Pack::zip()).await?;
    drop(c);
    db.close().await;
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip))?;
    let mut kept: HashMap<Whose, Vec<Said>> = HashMap::new();
    for row in rows(&mut zip, "history.csv")? {
        kept.entry(row.place()).or_default().push(row.said());
    }
    let mut counted: HashMap<Whose, Said> = HashMap::new();
    for row in rows(&mut zip, "responses.csv")? {
        let doubled = counted.insert(row.place(), row.said());
        ensure!(doubled.is_none(), "round {round}: {:?} is counted twice", row.place());
    }
    logs.iter().try_for_each(|log| log.agrees(&kept, &counted, round))
}

/// Whose response to what: participant and perspective.
type Whose = (String, String);

/// A row of `responses.csv` or `history.csv`.
#[derive(Debug, serde::Deserialize)]
struct Row {
    perspective: String,
    participant: String,
    value: String,
    matters: u8,
}

impl Row {
    fn place(&self) -> Whose {
        (self.participant.clone(), self.perspective.clone())
    }

    /// What was withdrawn is no response that a client of this run has sent.
    fn said(&self) -> Said {
        (self.value.parse().map_or(9, Value::number), self.matters == 1)
    }
}

fn rows(zip: &mut zip::ZipArchive<std::io::Cursor<Vec<u8>>>, name: &str) -> anyhow::Result<Vec<Row>> {
    let file = zip.by_name(name).with_context(|| format!("the record has no {name}"))?;
    csv::Reader::from_reader(file).deserialize().collect::<Result<_, _>>().with_context(|| name.to_owned())
}
