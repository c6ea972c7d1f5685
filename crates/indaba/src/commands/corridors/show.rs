//! `indaba corridors show`: what the records say of a corridor, a country or routes, producers side by side.

use super::{Records, figure, grouped};
use crate::commands::{put, say};
use anyhow::{Context, bail};
use corridors::records::Keep;
use corridors::{Code, CorridorProfile, CountryProfile, Dated, Pack, Pattern};
use std::path::PathBuf;

/// Show a corridor (MEX-USA), a country (MEX), the largest corridors of a pattern (*-DEU) or routes (routes)
#[derive(Debug, clap::Args)]
pub(super) struct Show {
    /// ORIGIN-DEST in ISO 3166 alpha-3, `*` for any; one country; or `routes`
    what: String,
    #[command(flatten)]
    records: Records,
    /// Write the figures as JSON; `-` is standard output
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
}

/// Corridors listed for a pattern.
const LISTED: usize = 25;

impl Show {
    pub(super) fn run(self) -> anyhow::Result<()> {
        if self.what == "routes" {
            return self.routes(&self.records.open(Keep::COMPACT)?);
        }
        if let Some(code) = Code::parse(&self.what) {
            let pack = self.records.open(Keep::COMPACT)?;
            let profile =
                pack.country_profile(code).with_context(|| format!("there is no country {code} in these records"))?;
            return self.country(&profile);
        }
        let words = || {
            format!("\"{}\" is no corridor: write ORIGIN-DEST in ISO 3166 alpha-3, such as MEX-USA or *-DEU", self.what)
        };
        let pattern = Pattern::parse(&self.what).with_context(words)?;
        let pack = self.records.open(Keep::COMPACT)?;
        if let Some(code) = pack.unknown(pattern).first() {
            bail!("there is no country {code} in these records");
        }
        match (pattern.origin, pattern.dest) {
            (Some(origin), Some(dest)) => {
                let profile = pack.corridor_profile(origin, dest);
                self.corridor(&profile.with_context(|| format!("the records have nobody on {pattern}"))?)
            }
            _ => self.largest(&pack, pattern),
        }
    }

    fn corridor(&self, profile: &CorridorProfile) -> anyhow::Result<()> {
        if let Some(file) = &self.json {
            return put(file, &serde_json::to_vec_pretty(profile)?);
        }
        say(&format!("{}-{}", profile.origin, profile.dest));
        for (series, stock) in &profile.stocks {
            let source = series.source();
            line(&format!("stock, {} {}", source.producer, source.revision), stock);
        }
        line("flow in five years", &profile.flows);
        line("flow of the opposite direction", &profile.flows_back);
        line("remittances, USD", &profile.remittances);
        line("price of sending 200 USD, %", &profile.prices);
        line("refugees", &profile.refugees);
        line("asylum seekers", &profile.asylum_seekers);
        line("asylum applications", &profile.applications);
        line("positive decisions", &profile.recognised);
        line("negative decisions", &profile.rejected);
        if let Some((with, without)) = profile.schooling {
            say(&format!(
                "aged 25 and older, 2010: {} with college education, {} without",
                grouped(with),
                grouped(without)
            ));
        }
        if let Some(km) = profile.distance {
            say(&format!("distance: {km:.0} km"));
        }
        Ok(())
    }

    fn country(&self, profile: &CountryProfile) -> anyhow::Result<()> {
        if let Some(file) = &self.json {
            return put(file, &serde_json::to_vec_pretty(profile)?);
        }
        say(&format!("{}", profile.code));
        for (series, dated) in &profile.figures {
            let source = series.source();
            line(&format!("{}, {} ({} {})", source.key, source.unit, source.producer, source.revision), dated);
        }
        for (series, dated) in &profile.detections {
            let source = series.source();
            line(&format!("{}, {} ({} {})", source.key, source.unit, source.producer, source.revision), dated);
        }
        let (from, to) = profile.totals;
        say(&format!("from elsewhere, {}: {}", profile.year, grouped(from)));
        profile.from.iter().for_each(|(code, people)| say(&format!("  {code} {}", grouped(*people))));
        say(&format!("elsewhere, {}: {}", profile.year, grouped(to)));
        profile.to.iter().for_each(|(code, people)| say(&format!("  {code} {}", grouped(*people))));
        Ok(())
    }

    fn routes(&self, pack: &Pack) -> anyhow::Result<()> {
        let list = pack.route_profiles();
        if list.is_empty() {
            bail!(
                "there are no figures of routes here: the program's own pack has none, as their licences are \
                 unverified; name a folder that has them with --records DIR"
            );
        }
        if let Some(file) = &self.json {
            return put(file, &serde_json::to_vec_pretty(&list)?);
        }
        for source in pack.routes.sources() {
            say(&format!("{}: {} {}", source.key, source.producer, source.revision));
        }
        for route in &list {
            say(&route.name);
            line("  dead and missing", &route.deaths);
            line("  detections", &route.detections);
        }
        Ok(())
    }

    fn largest(&self, pack: &Pack, pattern: Pattern) -> anyhow::Result<()> {
        let list = pack.largest(pattern, LISTED);
        if let Some(file) = &self.json {
            return put(file, &serde_json::to_vec_pretty(&list)?);
        }
        if list.is_empty() {
            bail!("the records have nobody on {pattern}");
        }
        for (o, d, people) in list {
            say(&format!("{o}-{d} {:>12}", grouped(people)));
        }
        Ok(())
    }
}

fn line(name: &str, dated: &[Dated]) {
    if !dated.is_empty() {
        let all: Vec<String> = dated.iter().map(|(year, v)| format!("{year}: {}", figure(*v))).collect();
        say(&format!("{name}: {}", all.join(", ")));
    }
}
