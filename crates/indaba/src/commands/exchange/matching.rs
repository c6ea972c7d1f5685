//! `indaba exchange match`: needs and offers from files.

use super::{With, bytes};
use crate::commands::{put, say};
use exchange::matches::{Matches, Options, matches};
use exchange::{Index, read};
use std::path::PathBuf;
use std::sync::Arc;

/// Rank, explain and assign offers to needs
#[derive(Debug, clap::Args)]
pub struct Match {
    /// A list of needs (JSON)
    needs: PathBuf,
    /// A list of offers (JSON)
    offers: PathBuf,
    /// Write the matches as JSON; `-` is standard output
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    #[command(flatten)]
    with: With,
}

impl Match {
    /// Matches and writes.
    pub fn run(self) -> anyhow::Result<()> {
        let vocabulary = Arc::new(self.with.vocabulary()?);
        let needs = read::needs(&self.needs.display().to_string(), &bytes(&self.needs)?, &vocabulary)?;
        let offers = read::offers(&self.offers.display().to_string(), &bytes(&self.offers)?, &vocabulary)?;
        let mut index = Index::new(vocabulary);
        for offer in offers {
            index.add(offer);
        }
        let found = matches(&index, &needs, &Options { threads: self.with.threads(), ..Options::default() });
        if let Some(file) = &self.json {
            return put(file, format!("{}\n", found.to_json(&index)).as_bytes());
        }
        table(&index, &found);
        Ok(())
    }
}

/// For people: a block for each need.
fn table(index: &Index, found: &Matches) {
    for of_one in found.shown.chunk_by(|a, b| a.need == b.need) {
        say(&of_one[0].need);
        for shown in of_one {
            let name = |concept| index.vocabulary().get(concept).map_or("", |c| c.name("en"));
            let reasons = shown.fit.reasons.iter().map(|because| {
                let about = because
                    .reason
                    .concepts()
                    .map(|(_, offered, relation)| format!(" {} ({})", name(offered), relation.name()));
                format!("{}{} {}", because.reason.name(), about.unwrap_or_default(), because.points)
            });
            let mark = if shown.assigned { "assigned" } else { "        " };
            say(&format!(
                "  {mark}  {}  {}  {}",
                shown.fit.score,
                shown.fit.offer,
                reasons.collect::<Vec<_>>().join("; ")
            ));
        }
    }
    for (need, why) in &found.unmet {
        say(&format!("{need}: too few people ({})", why.name()));
    }
    say(&format!("{} needs get somebody; exposure Gini {:.3}", found.served, found.gini));
}
