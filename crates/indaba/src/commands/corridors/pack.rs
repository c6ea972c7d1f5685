//! `indaba corridors pack`: from a folder of records to the compact pack, with everything that was dropped.

use super::read;
use crate::commands::{put, say, tell};
use corridors::SOURCES;
use corridors::records::Keep;
use std::path::PathBuf;

/// Check a folder of records and write the compact pack
#[derive(Debug, clap::Args)]
pub(super) struct Pack {
    /// The folder of records
    #[arg(long, value_name = "DIR")]
    records: PathBuf,
    /// The pack to write; `-` is standard output
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// Only series whose licence lets them be handed on
    #[arg(long)]
    open: bool,
}

impl Pack {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let (pack, report) = read(&self.records, Keep { open_only: self.open, ..Keep::COMPACT })?;
        let line = if self.out.as_os_str() == "-" { tell } else { say };
        for note in &report.notes {
            line(&note.to_string());
        }
        for source in SOURCES.iter().filter(|source| pack.has(source.series)) {
            line(&format!("{}: {}, {}, {}", source.key, source.producer, source.revision, source.licence));
        }
        for source in pack.routes.sources() {
            line(&format!("{}: {}, {}, {}", source.key, source.producer, source.revision, source.licence));
        }
        let bytes = pack.to_bytes();
        put(&self.out, &bytes)?;
        let (countries, corridors) = (pack.countries.len(), pack.corridors.len());
        line(&format!("{countries} countries, {corridors} corridors, {} bytes", super::grouped(bytes.len() as f64)));
        Ok(())
    }
}
