//! `indaba bench pages`: how long each page takes in a large dialogue, and what it weighs on the wire.

use super::super::{Place, say};
use super::Chance;
use super::client::{Asked, Client, Reply};
use super::server::{Scratch, Server, Subject, subject};
use crate::access::Role;
use crate::app::{self, Convened};
use crate::secret;
use crate::store::delegation::Delegation;
use crate::store::participant::Participant;
use crate::store::response::{self, Change};
use crate::store::session::Session;
use crate::store::{self, Conn, Moment};
use crate::words::{Attribution, EnteredBy, Kind, Value};
use anyhow::{Context, ensure};
use std::time::{Duration, Instant};

/// Perspectives of the dialogue, all under one question: nothing is harder.
const PERSPECTIVES: i64 = 2_000;
/// Responses to them.
const RESPONSES: u64 = 50_000;
/// Participants without a delegation, and delegations.
const PEOPLE: u64 = 1_000;
const DELEGATIONS: u64 = 60;
/// Between two requests: a run is longer than anything is remembered, so that reading anew is among them.
const PAUSE: Duration = Duration::from_millis(60);

/// Bars: median in milliseconds, and bytes of a first view with style and script.
const MEDIAN: f64 = 20.0;
const WEIGHT: usize = 60_000;

/// Time and weigh each page of a dialogue with 2,000 perspectives and 50,000 responses
#[derive(Debug, clap::Args)]
pub struct Pages {
    /// Fewer requests, for their figures in passing
    #[arg(long)]
    short: bool,
    /// Seed of the responses
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// A PostgreSQL server in place of the built-in store
    #[arg(long, value_name = "ADDRESS")]
    database: Option<String>,
}

/// Who asks.
#[derive(Debug)]
struct Keys {
    secretariat: String,
    participant: String,
}

/// A page and who looks at it.
struct Page<'a> {
    name: &'static str,
    path: String,
    token: Option<&'a str>,
}

impl Pages {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        let scratch = Scratch::new()?;
        let place = Place { data: Some(scratch.path().to_owned()), database: self.database.clone() };
        let subject = subject(&place, PERSPECTIVES).await?;
        let keys = fill(&place, &subject, self.seed).await?;
        let requests = if self.short { 12 } else { 60 };
        say(&format!(
            "{PERSPECTIVES} perspectives, {RESPONSES} responses; bars: median {MEDIAN} ms, first view {WEIGHT} bytes"
        ));
        say("page                       cold ms   median ms   longest ms   bytes   first view");
        for page in pages(&subject.slug, &keys) {
            let seen = look(&place, &page, requests).await.with_context(|| page.path.clone())?;
            say(&seen.line(page.name));
        }
        Ok(())
    }
}

fn pages<'a>(slug: &str, keys: &'a Keys) -> Vec<Page<'a>> {
    let (nobody, someone, desk) = (None, Some(keys.participant.as_str()), Some(keys.secretariat.as_str()));
    let at = |name, path: &str, token| Page { name, path: format!("/d/{slug}{path}"), token };
    vec![
        Page { name: "home", path: "/".to_owned(), token: nobody },
        at("dialogue", "", nobody),
        at("question", "/q/1.1", nobody),
        at("question, as participant", "/q/1.1", someone),
        at("landscape", "/q/1.1/landscape", nobody),
        at("landscape, secretariat", "/q/1.1/landscape", desk),
        at("summary", "/summary", nobody),
        at("hall", "/q/1.1/hall", nobody),
        at("secretariat", "/secretariat", desk),
        at("moderation", "/secretariat/moderation", desk),
        at("delegations", "/secretariat/delegations", desk),
        at("my responses", "/q/1.1/responses", someone),
    ]
}

/// What was seen of a page.
struct Seen {
    cold: f64,
    /// Sorted, in milliseconds.
    warm: Vec<f64>,
    bytes: usize,
    first_view: usize,
}

impl Seen {
    fn line(&self, name: &str) -> String {
        let median = self.warm.get(self.warm.len() / 2).copied().unwrap_or(0.0);
        let longest = self.warm.last().copied().unwrap_or(0.0);
        let over = if median > MEDIAN || self.first_view > WEIGHT { "   above the bar" } else { "" };
        let (cold, bytes, first) = (self.cold, self.bytes, self.first_view);
        format!("{name:<26} {cold:>7.1} {median:>11.1} {longest:>12.1} {bytes:>7} {first:>12}{over}")
    }
}

/// Each page meets a server that has just started and knows nothing yet.
async fn look(place: &Place, page: &Page<'_>, requests: usize) -> anyhow::Result<Seen> {
    let server = Server::start(place).await?;
    let mut client = Client::connect(server.address).await?;
    let (cold, mut reply) = timed(&mut client, page).await?;
    // A landscape that is still being computed comes later; what is weighed is the page that has it.
    while reply.headers.contains_key("refresh") {
        tokio::time::sleep(PAUSE).await;
        reply = timed(&mut client, page).await?.1;
    }
    let mut warm = Vec::new();
    for _ in 0..requests {
        tokio::time::sleep(PAUSE).await;
        let (took, again) = timed(&mut client, page).await?;
        warm.push(took);
        reply = again;
    }
    warm.sort_by(f64::total_cmp);
    let bytes = reply.body.len();
    let first_view = bytes + assets(&mut client).await?;
    server.kill().await?;
    Ok(Seen { cold, warm, bytes, first_view })
}

const GZIP: [(&str, &str); 1] = [("accept-encoding", "gzip")];

async fn timed(client: &mut Client, page: &Page<'_>) -> anyhow::Result<(f64, Reply)> {
    let asked = Asked { path: &page.path, token: page.token, headers: &GZIP, ..Asked::default() };
    let begun = Instant::now();
    let reply = client.send(asked).await?;
    let took = begun.elapsed().as_secs_f64() * 1_000.0;
    ensure!(reply.status.is_success(), "answered with {}", reply.status);
    Ok((took, reply))
}

/// What a page brings with it at the first view.
async fn assets(client: &mut Client) -> anyhow::Result<usize> {
    let home = client.send(Asked::default()).await?.text();
    let mut bytes = 0;
    for path in home.split('"').filter(|part| part.starts_with("/assets/")) {
        bytes += client.send(Asked { path, headers: &GZIP, ..Asked::default() }).await?.body.len();
    }
    Ok(bytes)
}

/// People and delegations who respond.
async fn fill(place: &Place, subject: &Subject, seed: u64) -> anyhow::Result<Keys> {
    let db = place.open().await?;
    let mut c = db.write().await?;
    let now = store::now();
    let convened = app::convened(&mut c, &subject.slug).await?.context("the dialogue was not kept")?;
    let dialogue = &convened.dialogue.id;
    let mut participants = Vec::new();
    for number in 0..PEOPLE + DELEGATIONS {
        let delegation = match number.checked_sub(PEOPLE) {
            Some(number) => Some(delegation(&mut c, dialogue, number, now).await?),
            None => None,
        };
        participants.push(participant(&mut c, dialogue, delegation, now).await?);
    }
    response::apply(&mut c, &responses(&convened, subject, &participants, seed)?).await?;
    let keys = Keys {
        secretariat: key(&mut c, dialogue, Some(Role::Secretariat), None, now).await?,
        participant: key(&mut c, dialogue, None, participants.first(), now).await?,
    };
    c.commit().await?;
    db.close().await;
    Ok(keys)
}

async fn delegation(c: &mut Conn, dialogue: &str, number: u64, now: Moment) -> anyhow::Result<String> {
    let roles = ["origin", "transit", "destination"];
    let delegation = Delegation {
        id: store::new_id(),
        name: format!("Delegation {number} of the bench"),
        kind: if number.is_multiple_of(6) { Kind::City } else { Kind::State },
        country: String::new(),
        roles: roles.get(number as usize % 3).copied().unwrap_or_default().to_owned(),
        negotiating_groups: String::new(),
        observer: false,
        lang: "en".to_owned(),
        created_at: now,
    };
    store::delegation::insert(c, dialogue, &delegation).await?;
    Ok(delegation.id)
}

async fn participant(c: &mut Conn, dialogue: &str, delegation: Option<String>, now: Moment) -> anyhow::Result<String> {
    let participant = Participant {
        id: store::new_id(),
        kind: if delegation.is_some() { "delegation" } else { "person" }.to_owned(),
        delegation_id: delegation,
        code_id: None,
        network: None,
        origin: None,
        joined_at: now,
    };
    store::participant::insert(c, dialogue, &participant).await?;
    Ok(participant.id)
}

/// Two camps, so that there are groups to draw. Everybody answers about as many; the pairs are all different.
fn responses(
    convened: &Convened,
    subject: &Subject,
    participants: &[String],
    seed: u64,
) -> anyhow::Result<Vec<Change>> {
    let question = convened.questions.first().context("the bench's paper has no question")?;
    let (people, perspectives) = (participants.len() as u64, subject.perspectives.len() as u64);
    let mut chance = Chance::new(seed);
    let mut one = |n: u64| {
        // A step that shares no factor with the number of perspectives visits each once before any again.
        let (who, round) = (n % people, n / people);
        let what = (who * 37 + round * 43) % perspectives;
        let for_camp = if (who + what) % 2 == 0 { Value::Agree } else { Value::Disagree };
        let value = match chance.below(10) {
            0 => Value::Pass,
            1 | 2 => Value::Agree,
            _ => for_camp,
        };
        Change {
            participant: participants[who as usize].clone(),
            perspective: subject.perspectives[what as usize].clone(),
            question: question.id.clone(),
            value: Some(value),
            matters: chance.below(20) == 0,
            attribution: Attribution::Named,
            entered_by: EnteredBy::Author,
            at: store::now(),
        }
    };
    Ok((0..RESPONSES).map(&mut one).collect())
}

async fn key(
    c: &mut Conn,
    dialogue: &str,
    role: Option<Role>,
    participant: Option<&String>,
    now: Moment,
) -> anyhow::Result<String> {
    let token = secret::token()?;
    let session = Session {
        token_hash: secret::hash(&token),
        person_id: None,
        participant_id: participant.cloned(),
        role: role.map(|role| role.as_str().to_owned()),
        dialogue_id: Some(dialogue.to_owned()),
        expires_at: now + 3_600_000,
    };
    store::session::insert(c, &session, now).await?;
    Ok(token)
}
