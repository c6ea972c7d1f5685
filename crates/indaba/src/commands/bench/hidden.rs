//! `indaba bench hidden`: whether the time of an answer tells of an offer that is hidden from whoever asks. Two servers
//! with the same dialogue, the second with hidden offers beside the others; the same requests go to both in turn, and a
//! rank test looks whether one of them tends to be slower. Each pair of answers has to be the same byte by byte too.

mod fill;
mod look;

pub use fill::{Filled, READER, fill};
pub use look::{Look, Side, Times, compare, looks};

use super::super::{Place, say};
use super::Chance;
use super::rank_test::{mann_whitney, median};
use super::server::{Scratch, Server, subject_at};
use crate::store;
use anyhow::Context;
use exchange::Vocabulary;

/// Offers that everybody may see.
const OFFERS: usize = 200;
/// Each run of requests meets servers that were started anew: where things lie in the memory of a process is drawn
/// again, so that it doesn't pass for a difference between the servers.
const RUNS: usize = 8;
/// The bar: the rank test gives more than this.
const BAR: f64 = 0.01;

/// Compare response times with and without offers that are hidden from the one who asks
#[derive(Debug, clap::Args)]
pub struct Hidden {
    /// Requests of each kind to each of the two servers
    #[arg(long, default_value_t = 2_000)]
    requests: usize,
    /// Hidden offers on the second server, beside the 200 that are on both
    #[arg(long, default_value_t = 1)]
    hidden: usize,
    /// Seed of the order of requests
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl Hidden {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        let vocabulary = Vocabulary::own();
        let (folders, now) = ([Scratch::in_memory()?, Scratch::in_memory()?], store::now());
        let mut filled = None;
        for (scratch, hidden) in folders.iter().zip([0, self.hidden]) {
            filled = Some(made(&place(scratch), &vocabulary, hidden, now).await?);
        }
        let filled = filled.context("no server")?;
        let mut chance = Chance::new(self.seed);
        let mut all: Vec<(Look, Times)> = looks(&filled).into_iter().map(|look| (look, Times::default())).collect();
        for run in 0..RUNS {
            let servers = [Server::start(&place(&folders[0])).await?, Server::start(&place(&folders[1])).await?];
            let mut sides =
                [Side::connect(servers[0].address, &filled).await?, Side::connect(servers[1].address, &filled).await?];
            let requests = self.requests / RUNS + usize::from(run < self.requests % RUNS);
            for (look, times) in &mut all {
                times.add(compare(&mut sides, look, requests, &mut chance).await?);
            }
            for server in servers {
                server.kill().await?;
            }
        }
        self.tell(&all);
        Ok(())
    }

    fn tell(&self, all: &[(Look, Times)]) {
        let (hidden, requests) = (self.hidden, self.requests);
        say(&format!("{OFFERS} offers, and {hidden} more that is hidden; {requests} requests to each; bar: p > {BAR}"));
        say("request                     without µs    with µs   difference µs        p");
        for (look, times) in all {
            let p = mann_whitney(&times.without, &times.with);
            let (without, with) = (median(&times.without), median(&times.with));
            let over = if p > BAR { "" } else { "   below the bar" };
            let (name, apart) = (look.name, times.apart());
            say(&format!("{name:<27} {without:>10.0} {with:>10.0} {apart:>15.1} {p:>8.3}{over}"));
        }
    }
}

fn place(scratch: &Scratch) -> Place {
    Place { data: Some(scratch.path().to_owned()), database: None }
}

async fn made(place: &Place, vocabulary: &Vocabulary, hidden: usize, now: store::Moment) -> anyhow::Result<Filled> {
    let subject = subject_at(place, 1, "bench-hidden").await?;
    let db = place.open().await?;
    let mut c = db.write().await?;
    let convened = crate::app::convened(&mut c, &subject.slug).await?.context("the dialogue was not kept")?;
    let filled = fill(&mut c, &convened.dialogue, vocabulary, (OFFERS, hidden), now).await?;
    c.commit().await?;
    db.close().await;
    Ok(filled)
}
