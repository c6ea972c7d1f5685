//! `indaba corridors backtest`: the forecast on past periods, knowing only what was known, and the table of bars.

use super::{Assumed, Records, grouped};
use crate::commands::{put, say, tell};
use anyhow::{Context, bail};
use corridors::bars::{self, Bar};
use corridors::records::Keep;
use corridors::{Assumptions, Model, Pack, Span, judge};
use std::fmt::Write as _;
use std::path::PathBuf;

/// Forecast a past period from what was known before it, and score it
#[derive(Debug, clap::Args)]
pub(super) struct Backtest {
    #[command(flatten)]
    records: Records,
    /// The first of the five years
    #[arg(long, value_name = "YEAR", default_value_t = 2015)]
    period: i32,
    /// Write the scores as JSON; `-` is standard output
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Write every ordered pair as CSV: origin, dest, predicted, q10, q90 (people in five years); `-` is standard output
    #[arg(long, value_name = "FILE")]
    predictions: Option<PathBuf>,
    /// Only the flows: leave out the checks of stocks, remittances and invariants
    #[arg(long)]
    flows: bool,
    #[command(flatten)]
    assumed: Assumed,
}

impl Backtest {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let dash = |file: &Option<PathBuf>| file.as_deref().is_some_and(|f| f.as_os_str() == "-");
        if dash(&self.json) && dash(&self.predictions) {
            bail!("--json and --predictions can't both be written to standard output: name a file for one of them");
        }
        let table = self.assumed.open()?;
        let pack = self.records.open(Keep::ALL)?;
        let words = || {
            format!(
                "there are no flows of a period that ended by {} in these records, so nothing can be forecast",
                self.period
            )
        };
        let backtest = corridors::Backtest::new(&pack, self.period).with_context(words)?;
        let line = if dash(&self.json) || dash(&self.predictions) { tell } else { say };
        if let Some(file) = &self.predictions {
            put(file, csv(&backtest).as_bytes())?;
        }
        line(&format!(
            "flows {}-{}, {} ordered pairs of {} countries; weights learned from the periods {:?}",
            self.period,
            self.period + corridors::PERIOD,
            backtest.pairs,
            backtest.countries,
            backtest.learned_from
        ));
        match (&backtest.score, &backtest.persistence) {
            (Some(score), Some(before)) => {
                let row = |name: &str, s: &corridors::Score| {
                    line(&format!("  {name:12} MAE {:.0}  R2 {:.3}  net migration MAE {:.0}", s.mae, s.r2, s.net_mae));
                };
                row("forecast", score);
                row("persistence", before);
                let covered = 100.0 * backtest.covered.unwrap_or(0.0);
                line(&format!("  80 % band covers {covered:.1} % of the pairs with a predicted flow above 10"));
            }
            _ => line("  the records do not have the flows of this period: it is forecast, and can't be scored"),
        }
        let rest = if self.flows { None } else { Some(Rest::new(&pack, &table.assumptions)) };
        if let Some(rest) = &rest {
            rest.tell(line);
        }
        let bars = bars_of(&pack, &backtest, rest.as_ref());
        line(bars::HEADER);
        for bar in &bars {
            line(&bar.to_string());
        }
        if !self.flows {
            line("Speed needs a clock and an idle machine: cargo bench -p corridors");
        }
        if let Some(file) = &self.json {
            let all = serde_json::json!({
                "schema": "indaba/corridors-backtest/1",
                "flows": backtest,
                "bars": bars,
                "assumptions_table": table.told(),
                "stocks": rest.as_ref().map(|r| &r.stocks),
                "remittances": rest.as_ref().map(|r| &r.remittances),
                "shocks": rest.as_ref().map(|r| &r.shocks),
                "revisions": rest.as_ref().map(|r| &r.revisions),
            });
            put(file, &serde_json::to_vec_pretty(&all)?)?;
        }
        Ok(())
    }
}

/// Every bar that needs no clock: of the period that was asked for and the others that have bars, where the records have
/// them, then of the rest.
fn bars_of(pack: &Pack, asked: &corridors::Backtest, rest: Option<&Rest>) -> Vec<Bar> {
    let others = bars::PERIODS.into_iter().filter(|period| *period != asked.period);
    let others: Vec<_> = others.filter_map(|period| corridors::Backtest::new(pack, period)).collect();
    let mut rows = bars::flows(asked);
    rows.extend(others.iter().flat_map(bars::flows));
    if let Some(rest) = rest {
        rows.extend(bars::stocks(&rest.stocks));
        rows.extend(bars::remittances(&rest.remittances, &rest.shocks));
        match bars::invariants(pack) {
            Ok(held) => rows.extend(held),
            Err(error) => tell(&format!("the invariants can't be tried on these records: {error}")),
        }
        rows.extend(bars::known(pack));
    }
    rows
}

/// Stocks, remittances and revisions.
struct Rest {
    stocks: Vec<judge::StockScore>,
    remittances: Vec<judge::RemittanceCheck>,
    shocks: Vec<judge::ShockCheck>,
    revisions: Vec<(corridors::Series, corridors::Series, i32, f64)>,
}

impl Rest {
    fn new(pack: &Pack, table: &Assumptions) -> Rest {
        let model = Model::new(pack, table.clone(), Span::default());
        Rest {
            stocks: judge::stocks(pack, table),
            remittances: judge::remittances(pack),
            shocks: model.map_or_else(|_| Vec::new(), |m| judge::shocks(pack, &m)),
            revisions: judge::revisions(pack),
        }
    }

    fn tell(&self, line: fn(&str)) {
        line("stocks, mean absolute error in people: model, persistence, linear");
        for s in &self.stocks {
            let best = if s.model <= s.persistence && s.model <= s.linear { "" } else { "  NOT better than both" };
            line(&format!("  {}-{}: {:.0}, {:.0}, {:.0}{best}", s.from, s.year, s.model, s.persistence, s.linear));
        }
        for r in &self.remittances {
            let (matrices, indicators) = (grouped(r.matrices / 1e6), grouped(r.indicators / 1e6));
            line(&format!(
                "remittances {}: matrices {matrices} m USD, indicators {indicators} m USD, {:.1} % apart",
                r.year, r.differ
            ));
        }
        for s in &self.shocks {
            line(&format!(
                "receipts {}: recorded {:+.1} %, model {:+.1} % for incomes in rich countries {:.1} % lower",
                s.year, s.recorded, s.model, s.income_fall
            ));
        }
        for (older, newer, year, differ) in &self.revisions {
            line(&format!("{} and {} differ by {differ:.1} % in {year}", older.source().key, newer.source().key));
        }
    }
}

fn csv(backtest: &corridors::Backtest) -> String {
    let mut text = String::from("origin,dest,predicted,q10,q90\n");
    for p in &backtest.predictions {
        let _ = writeln!(text, "{},{},{:.3},{:.3},{:.3}", p.origin, p.dest, p.predicted, p.q10, p.q90);
    }
    text
}
