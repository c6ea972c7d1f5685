//! `indaba corridors levers`: what can be moved, by whom, in which range, on which evidence; schools and assumptions.

use super::Records;
use crate::commands::{put, say, tell};
use anyhow::Context;
use std::path::PathBuf;

/// List levers, schools and assumptions
#[derive(Debug, clap::Args)]
pub(super) struct Levers {
    /// Also list every assumption with its range and source
    #[arg(long)]
    assumptions: bool,
    #[command(flatten)]
    records: Records,
    /// Write all as JSON; `-` is standard output
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

impl Levers {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let (levers, table) = (corridors::levers(), corridors::Assumptions::standard()?);
        // Levers are the program's; what records lack is what a run on them would have to do without.
        if let Some(pack) = self.records.given()? {
            for source in corridors::SOURCES.iter().filter(|source| !pack.has(source.series)) {
                tell(&format!("these records lack {}: {}", source.key, source.needed_for));
            }
        }
        if let Some(file) = &self.json {
            let all = serde_json::json!({
                "schema": "indaba/corridors-levers/1",
                "levers": levers,
                "schools": table.schools,
                "assumptions": table.rows,
            });
            return put(file, &serde_json::to_vec_pretty(&all).context("the levers can't be written as JSON")?);
        }
        for row in levers {
            let range = format!("{} to {}", row.low, row.high);
            let seen = format!("seen {} to {}", row.observed_low, row.observed_high);
            say(&format!(
                "{:20} {range:14} {seen:18} {:11} {}  {} ({})",
                row.id, row.holder, row.grade, row.unit, row.source
            ));
        }
        say("");
        for school in &table.schools {
            let source = school.replaces.first().map_or("", |r| r.4.as_str());
            say(&format!("--school {:14} {:10} {source}", school.name, school.topic));
        }
        if self.assumptions {
            say("");
            for row in &table.rows {
                let range = format!("{} ({} to {})", row.central, row.low, row.high);
                say(&format!(
                    "{:28} {range:24} {:?} checked: {:7} {}; {}",
                    row.id, row.grade, row.checked, row.unit, row.source
                ));
            }
        }
        Ok(())
    }
}
