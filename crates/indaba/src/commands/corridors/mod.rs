//! `indaba corridors`: what is known of migration between countries, and what a policy would change.

mod backtest;
mod levers;
mod pack;
mod run;
mod show;

use super::tell;
use crate::corridors::Table;
use anyhow::{Context, bail};
use corridors::Pack;
use corridors::records::{self, Files, Keep, Report};
use std::path::{Path, PathBuf};

/// Stocks, flows and what a policy would change
#[derive(Debug, clap::Args)]
pub struct Corridors {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    Run(run::Run),
    Backtest(backtest::Backtest),
    Levers(levers::Levers),
    Show(show::Show),
    Pack(pack::Pack),
}

impl Corridors {
    /// Does it.
    pub fn run(self) -> anyhow::Result<()> {
        match self.what {
            What::Run(run) => run.run(),
            What::Backtest(backtest) => backtest.run(),
            What::Levers(levers) => levers.run(),
            What::Show(show) => show.run(),
            What::Pack(pack) => pack.run(),
        }
    }
}

/// Which records to use.
#[derive(Debug, clap::Args)]
pub(super) struct Records {
    /// A folder of records, or a pack made from one (default: the pack that comes with the program)
    #[arg(long, value_name = "DIR")]
    records: Option<PathBuf>,
}

impl Records {
    /// The pack of these records, where some are named.
    pub(super) fn given(&self) -> anyhow::Result<Option<Pack>> {
        self.records.is_some().then(|| self.open(Keep::COMPACT)).transpose()
    }

    /// The pack, with a word on each series that is missing.
    pub(super) fn open(&self, keep: Keep) -> anyhow::Result<Pack> {
        let Some(path) = &self.records else { return Ok(Pack::embedded()?) };
        if path.is_file() {
            let bytes = std::fs::read(path).with_context(|| format!("{} can't be read", path.display()))?;
            return Pack::from_bytes(&bytes).with_context(|| path.display().to_string());
        }
        let (pack, report) = read(path, keep)?;
        for series in report.missing() {
            tell(&format!("without {}: {}", series.source().key, series.source().needed_for));
        }
        Ok(pack)
    }
}

/// Reads and checks a folder.
pub(super) fn read(folder: &Path, keep: Keep) -> anyhow::Result<(Pack, Report)> {
    if !folder.is_dir() {
        bail!("{} is no folder: is the path right?", folder.display());
    }
    let mut files = Files::new();
    for file in records::wanted() {
        let path = folder.join(file);
        if path.is_file() {
            let bytes = std::fs::read(&path).with_context(|| format!("{} can't be read", path.display()))?;
            files.insert(file.into(), bytes);
        }
    }
    Ok(records::read(&files, keep)?)
}

/// A person's own table of assumptions.
pub(super) fn table(file: &Path) -> anyhow::Result<Table> {
    let bytes = std::fs::read(file).with_context(|| format!("{} can't be read", file.display()))?;
    let text = String::from_utf8(bytes)
        .with_context(|| format!("{} is no UTF-8 text: save the table as CSV in UTF-8", file.display()))?;
    Table::parse(&text).with_context(|| file.display().to_string())
}

/// Which assumptions to use.
#[derive(Debug, clap::Args)]
pub(super) struct Assumed {
    /// An edited table of assumptions (the program's own: `/corridors/assumptions.csv` on any server)
    #[arg(long, value_name = "FILE")]
    assumptions: Option<PathBuf>,
}

impl Assumed {
    /// The table, with a word where it is an edited one.
    fn open(&self) -> anyhow::Result<Table> {
        let Some(file) = &self.assumptions else { return Ok(Table::standard()?) };
        let table = table(file)?;
        if table.edited {
            let (name, mark) = (file.display(), table.mark());
            tell(&format!("assumptions: the edited table {name} (SHA-256 {mark}…), not the program's own"));
        }
        Ok(table)
    }
}

/// A whole number with its thousands apart.
pub(super) fn grouped(value: f64) -> String {
    let digits = format!("{:.0}", value.abs());
    let mut text = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i) % 3 == 0 {
            text.push(' ');
        }
        text.push(digit);
    }
    if value <= -0.5 { format!("-{text}") } else { text }
}

/// A figure as long as it has to be.
pub(super) fn figure(value: f64) -> String {
    if value.abs() >= 100.0 || value == 0.0 { grouped(value) } else { format!("{value:.4}") }
}
