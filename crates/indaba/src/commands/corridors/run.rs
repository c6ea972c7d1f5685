//! `indaba corridors run`: baseline against scenario, with bands.

use super::{Assumed, Records, figure};
use crate::commands::{put, say, tell};
use anyhow::bail;
use corridors::records::Keep;
use corridors::{Bands, Code, Model, Move, Outcome, Pack, Projection, Scenario, Span, Standpoint, Subject};
use std::path::PathBuf;

/// Project stocks, flows and money with levers moved, against the baseline
#[derive(Debug, clap::Args)]
pub(super) struct Run {
    #[command(flatten)]
    records: Records,
    /// First year: one for which there are stocks
    #[arg(long, value_name = "YEAR", default_value_t = 2020)]
    from: i32,
    /// Last year
    #[arg(long, value_name = "YEAR", default_value_t = 2050)]
    to: i32,
    /// Move a lever: LEVER=VALUE, on a corridor with @ORIGIN-DEST, from a year with @YEAR
    #[arg(long = "set", value_name = "LEVER=VALUE[@MEX-USA][@YEAR]")]
    set: Vec<String>,
    /// A school of thought in place of the standard assumptions (see `indaba corridors levers`)
    #[arg(long, value_name = "NAME")]
    school: Vec<String>,
    #[command(flatten)]
    assumed: Assumed,
    /// Draws for the bands; 0 for none
    #[arg(long, value_name = "N", default_value_t = 40)]
    draws: usize,
    /// The seed of the draws
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Threads to compute on (default: all); the result is the same for any number
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// Countries to show beside those that the levers name, such as MEX,USA
    #[arg(long, value_name = "CODES", value_delimiter = ',')]
    country: Vec<String>,
    /// Write the figures as JSON; `-` is standard output
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// More draws take minutes and change no digit that means anything.
const MOST_DRAWS: usize = 2000;

impl Run {
    pub(super) fn run(self) -> anyhow::Result<()> {
        let moves: Vec<Move> = self.set.iter().map(|text| Move::parse(text)).collect::<Result<_, _>>()?;
        let edited = self.assumed.open()?;
        let table = edited.assumptions.with_schools(&self.school)?;
        if self.draws > MOST_DRAWS {
            bail!("--draws takes at most {MOST_DRAWS}");
        }
        let scenario = Scenario { moves };
        let pack = self.records.open(Keep::COMPACT)?;
        let model = Model::new(&pack, table, Span { from: self.from, to: self.to })?;
        let moved = model.run(&scenario)?;
        for one in scenario.moves.iter().filter(|m| !m.is_observed()) {
            let row = one.lever.row();
            tell(&format!(
                "{}={} lies outside of what was ever observed ({} to {}): the result is an extrapolation",
                row.id, one.value, row.observed_low, row.observed_high
            ));
        }
        let places = self.places(&model, &scenario)?;
        let bands = self.bands(&model, &scenario, &places)?;
        if let Some(file) = &self.json {
            let mut all = self.report(&pack, &model, &moved, &places, bands.as_ref());
            all["assumptions_table"] = edited.told();
            put(file, &serde_json::to_vec_pretty(&all)?)?;
        }
        if self.json.as_deref().is_none_or(|f| f.as_os_str() != "-") {
            show(&model, &moved, &places, bands.as_ref());
            tell_sources(&pack);
        }
        Ok(())
    }

    /// The world, and the countries that are named.
    fn places(&self, model: &Model, scenario: &Scenario) -> anyhow::Result<Vec<Option<Code>>> {
        let mut list = vec![None];
        for text in &self.country {
            match Code::parse(text).filter(|code| model.countries().contains(code)) {
                Some(code) => list.push(Some(code)),
                None => bail!("there is no country \"{text}\" in these records: write ISO 3166 alpha-3, such as MEX"),
            }
        }
        list.extend(scenario.countries().into_iter().map(Some));
        list.sort_unstable();
        list.dedup();
        Ok(list)
    }

    fn bands(&self, model: &Model, scenario: &Scenario, places: &[Option<Code>]) -> anyhow::Result<Option<Bands>> {
        if self.draws == 0 {
            return Ok(None);
        }
        let of = |place: &Option<Code>| Outcome::ALL.iter().map(|o| Subject::Outcome(*o, *place)).collect::<Vec<_>>();
        let mut subjects: Vec<Subject> = places.iter().flat_map(of).collect();
        for one in &scenario.moves {
            if let (Some(o), Some(d)) = (one.pattern.origin, one.pattern.dest) {
                subjects.extend([Subject::Stock(o, d), Subject::Flow(o, d)]);
            }
        }
        let threads = self.threads.unwrap_or_else(crate::cores::all).max(1);
        Ok(Some(model.bands(scenario, &subjects, self.draws, self.seed, threads)?))
    }

    fn report(
        &self,
        pack: &Pack,
        model: &Model,
        moved: &Projection,
        places: &[Option<Code>],
        bands: Option<&Bands>,
    ) -> serde_json::Value {
        let baseline = model.baseline();
        let series =
            |p: &Projection, o: Outcome, place| p.years().filter_map(|y| p.figure(o, place, y)).collect::<Vec<_>>();
        let row = |(place, o): (Option<Code>, Outcome)| {
            serde_json::json!({
                "place": place, "outcome": o, "unit": o.unit(), "standpoint": o.standpoint(),
                "baseline": series(&baseline, o, place), "scenario": series(moved, o, place),
            })
        };
        let all = places.iter().flat_map(|place| Outcome::ALL.iter().map(move |o| (*place, *o)));
        serde_json::json!({
            "schema": "indaba/corridors-run/1",
            "from": self.from, "to": self.to, "set": self.set, "schools": self.school, "seed": self.seed,
            "years": moved.years().collect::<Vec<_>>(),
            "outcomes": all.map(row).collect::<Vec<_>>(),
            "bands": bands,
            "assumptions": model.assumptions().rows,
            "sources": crate::corridors::sources(pack),
        })
    }
}

fn show(model: &Model, moved: &Projection, places: &[Option<Code>], bands: Option<&Bands>) {
    let (baseline, to) = (model.baseline(), model.span().to);
    for place in places {
        say(&format!("{} in {to}", place.map_or_else(|| "World".to_string(), |code| code.to_string())));
        for point in [Standpoint::Host, Standpoint::Origin, Standpoint::Neighbours, Standpoint::Migrants] {
            say(&format!("  {}", standpoint(point)));
            for outcome in Outcome::ALL.iter().filter(|o| o.standpoint() == point) {
                let at = |p: &Projection| p.figure(*outcome, *place, to).unwrap_or(0.0);
                let (before, after) = (at(&baseline), at(moved));
                let subject = Subject::Outcome(*outcome, *place);
                let band = bands.and_then(|b| b.rows.iter().find(|r| r.subject == subject && r.year == to));
                let difference = band.map_or_else(String::new, |b| {
                    format!(
                        "  difference {} [{} to {}]",
                        figure(after - before),
                        figure(b.difference.low),
                        figure(b.difference.high)
                    )
                });
                let range = band.map_or_else(String::new, |b| {
                    format!(" [{} to {}]", figure(b.baseline.low), figure(b.baseline.high))
                });
                say(&format!("    {:20} {}{range}{difference}  {}", outcome.id(), figure(before), outcome.unit()));
            }
        }
    }
    let Some(bands) = bands else { return };
    say("What explains most of the spread (rank correlation over draws):");
    let few = [Outcome::Immigrants, Outcome::Emigrants, Outcome::Remittances, Outcome::IrregularEntries];
    for (subject, influences) in &bands.influences {
        let Subject::Outcome(outcome, None) = subject else { continue };
        if few.contains(outcome) {
            let named: Vec<String> =
                influences.iter().map(|i| format!("{} {:+.2}", i.assumption, i.correlation)).collect();
            let named =
                if named.is_empty() { "nothing that stands out of chance".to_owned() } else { named.join(", ") };
            say(&format!("  {:20} {named}", outcome.id()));
        }
    }
}

/// Whose figures the run rests on, each producer once.
fn tell_sources(pack: &Pack) {
    let mut producers: Vec<&str> =
        corridors::SOURCES.iter().filter(|s| pack.has(s.series)).map(|s| s.producer).collect();
    producers.dedup();
    say(&format!("Figures of: {}", producers.join("; ")));
}

fn standpoint(point: Standpoint) -> &'static str {
    match point {
        Standpoint::Host => "as a host",
        Standpoint::Origin => "as an origin",
        Standpoint::Neighbours => "as a neighbour of others' policies",
        Standpoint::Migrants => "for the people who come from here",
    }
}
