//! `indaba bench start`: how long a newcomer waits for the first page of the demo, and what it takes of the memory.

use super::super::{Place, say};
use super::client::{Asked, Client};
use super::server::{Scratch, Server};
use anyhow::ensure;
use std::time::{Duration, Instant};

/// Start the demo, and time its first page
#[derive(Debug, clap::Args)]
pub struct Start {}

impl Start {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        let scratch = Scratch::new()?;
        let place = Place { data: Some(scratch.path().to_owned()), database: None };
        let begun = Instant::now();
        let server = Server::run(&["demo"], &place).await?;
        let mut client = Client::connect(server.address).await?;
        let home = client.send(Asked::default()).await?;
        let took = begun.elapsed();
        ensure!(home.status.is_success(), "the first page was answered with {}", home.status);
        // Idle is who has answered once and has nothing left to do.
        tokio::time::sleep(Duration::from_secs(1)).await;
        let memory = server.memory_now();
        server.kill().await?;
        say(&format!("demo to first page         {} ms (bar: 2,000 ms)", took.as_millis()));
        let memory = memory.map_or("not known".to_owned(), |mb| format!("{mb} MB"));
        say(&format!("idle memory                {memory} (bar: 60 MB)"));
        Ok(())
    }
}
