//! `indaba bench`: how much the program keeps, that it keeps it, how long its pages and its landscapes take. Every run
//! of a server starts one of its own.

pub mod client;
pub mod hidden;
mod kill;
mod landscape;
mod load;
mod pages;
pub mod rank_test;
mod server;
mod start;

/// Measure a server of its own, or a landscape
#[derive(Debug, clap::Args)]
pub struct Bench {
    #[command(subcommand)]
    run: Run,
}

#[derive(Debug, clap::Subcommand)]
enum Run {
    Load(load::Load),
    Kill(kill::Kill),
    Pages(pages::Pages),
    Start(start::Start),
    Landscape(landscape::Landscape),
    Hidden(hidden::Hidden),
}

impl Bench {
    /// Runs it.
    pub async fn run(self) -> anyhow::Result<()> {
        match self.run {
            Run::Load(load) => load.run().await,
            Run::Kill(kill) => kill.run().await,
            Run::Pages(pages) => pages.run().await,
            Run::Start(start) => start.run().await,
            Run::Landscape(landscape) => landscape.run(),
            Run::Hidden(hidden) => hidden.run().await,
        }
    }
}

/// Numbers that look random and are the same for the same seed (`SplitMix64`).
#[derive(Debug, Clone)]
pub struct Chance(u64);

impl Chance {
    /// From a seed.
    pub fn new(seed: u64) -> Chance {
        Chance(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `most`.
    pub fn below(&mut self, most: u64) -> u64 {
        self.next() % most.max(1)
    }
}
