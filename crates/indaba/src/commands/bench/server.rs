//! A server process of the bench's own, on a dialogue made for it.

use super::super::Place;
use crate::opening::{Rules, convene};
use crate::store::perspective::Perspective;
use crate::store::{self, Conn};
use crate::words::{Attribution, DialogueState, EnteredBy, PerspectiveState};
use anyhow::{Context, bail};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::process::{Child, ChildStdout, Command};

/// A folder that is removed at the end.
#[derive(Debug)]
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes one.
    pub fn new() -> anyhow::Result<Scratch> {
        let path = std::env::temp_dir().join(format!("indaba-bench-{}", store::new_id()));
        std::fs::create_dir_all(&path).with_context(|| format!("{} can't be made", path.display()))?;
        Ok(Scratch(path))
    }

    /// Makes one in memory where the system has a folder there, so that the disk is not measured too.
    pub fn in_memory() -> anyhow::Result<Scratch> {
        let path = Path::new("/dev/shm").join(format!("indaba-bench-{}", store::new_id()));
        if std::fs::create_dir(&path).is_ok() { Ok(Scratch(path)) } else { Scratch::new() }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The dialogue of a run.
#[derive(Debug, Clone)]
pub struct Subject {
    /// Its slug.
    pub slug: String,
    /// Its perspectives' ids.
    pub perspectives: Vec<String>,
}

const PAPER: &str = "# A dialogue of the bench\n\n1. Participants are invited to respond to the following question:\n\n- \
                     What is heard when many speak at once?\n";

/// Makes a dialogue with perspectives in the store.
pub async fn subject(place: &Place, perspectives: i64) -> anyhow::Result<Subject> {
    subject_at(place, perspectives, &format!("bench-{}", store::new_id())).await
}

/// The same, at a place in addresses that is chosen.
pub async fn subject_at(place: &Place, perspectives: i64, slug: &str) -> anyhow::Result<Subject> {
    let paper = papers::read(PAPER.as_bytes(), papers::Format::Markdown, &papers::Limits::default())?;
    let db = place.open().await?;
    let mut c = db.write().await?;
    let rules = Rules { state: DialogueState::Open, simulated: true, ..Rules::default() };
    convene(&mut c, &paper, Some(slug), &rules, store::now()).await?;
    let convened = crate::app::convened(&mut c, slug).await?.context("the dialogue was not kept")?;
    let question = convened.questions.first().context("the bench's paper has no question")?;
    let mut ids = Vec::new();
    for number in 0..perspectives {
        ids.push(perspective(&mut c, &convened.dialogue.id, &question.id, number).await?);
    }
    c.commit().await?;
    db.close().await;
    Ok(Subject { slug: slug.to_owned(), perspectives: ids })
}

async fn perspective(c: &mut Conn, dialogue: &str, question: &str, number: i64) -> anyhow::Result<String> {
    let now = store::now();
    let perspective = Perspective {
        id: store::new_id(),
        question_id: question.to_owned(),
        number,
        paragraph: None,
        text: format!("Perspective {number} of the bench."),
        lang: "en".to_owned(),
        state: PerspectiveState::Published,
        attribution: Attribution::Named,
        author_id: None,
        on_behalf_of: None,
        entered_by: EnteredBy::Author,
        statement_id: None,
        moderated: 0,
        meta: false,
        seed: true,
        created_at: now,
        changed_at: now,
    };
    store::perspective::insert(c, dialogue, &perspective).await?;
    Ok(perspective.id)
}

/// A running server.
#[derive(Debug)]
pub struct Server {
    process: Child,
    /// Held, so that the server can go on writing to it.
    _lines: tokio::io::Lines<BufReader<ChildStdout>>,
    /// Where it listens.
    pub address: SocketAddr,
}

impl Server {
    /// Starts this program as a server and waits until it is ready.
    pub async fn start(place: &Place) -> anyhow::Result<Server> {
        Server::run(&["serve", "--limits", "off"], place).await
    }

    /// Starts a subcommand of this program that serves, on a free port.
    pub async fn run(subcommand: &[&str], place: &Place) -> anyhow::Result<Server> {
        let mut command = Command::new(std::env::current_exe()?);
        command.args(subcommand).args(["--listen", "127.0.0.1:0"]);
        command.arg("--data").arg(place.folder()?);
        if let Some(database) = &place.database {
            command.env("INDABA_DATABASE", database);
        }
        let mut process = command.stdout(Stdio::piped()).kill_on_drop(true).spawn()?;
        let mut lines = BufReader::new(process.stdout.take().context("no output")?).lines();
        let Some(line) = lines.next_line().await? else { bail!("the server did not start") };
        let address = line.rsplit_once("http://").and_then(|(_, rest)| rest.trim_end_matches('/').parse().ok());
        let address = address.with_context(|| format!("the server said `{line}` where its address was expected"))?;
        Ok(Server { process, _lines: lines, address })
    }

    /// Kills it as a power cut would: no signal handler runs.
    pub async fn kill(mut self) -> anyhow::Result<()> {
        self.process.kill().await?;
        Ok(())
    }

    /// The most memory that it has had, in megabytes; none where the system does not say.
    pub fn memory(&self) -> Option<u64> {
        self.status("VmHWM:")
    }

    /// The memory that it has now, in megabytes; none where the system does not say.
    pub fn memory_now(&self) -> Option<u64> {
        self.status("VmRSS:")
    }

    fn status(&self, name: &str) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()?)).ok()?;
        let line = status.lines().find(|line| line.starts_with(name))?;
        Some(line.split_whitespace().nth(1)?.parse::<u64>().ok()? / 1024)
    }
}
