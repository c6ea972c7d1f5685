//! `indaba vocab`: the vocabulary that needs and offers are coded with.

mod import;
mod search;

/// Import and search the vocabulary of skills and occupations
#[derive(Debug, clap::Args)]
pub struct Vocab {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    Import(import::Import),
    Search(search::Search),
}

impl Vocab {
    /// Does it.
    pub fn run(self) -> anyhow::Result<()> {
        match self.what {
            What::Import(import) => import.run(),
            What::Search(search) => search.run(),
        }
    }
}
