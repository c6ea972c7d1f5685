//! `indaba corridors show`: what the records say of a corridor, a country or routes, producers side by side.

use super::{Records, figure, grouped};
use crate::commands::{put, say};
use anyhow::{Context, bail};
use corridors::records::Keep;
use corridors::{Code, CorridorProfile, CountryProfile, Dated, Pack, Pattern, Series};
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
        line(&by("flow in five years", Series::Flow), &profile.flows);
        line(&by("flow of the opposite direction", Series::Flow), &profile.flows_back);
        line(&by("remittances, USD", Series::Remittances), &profile.remittances);
        line(&by("price of sending 200 USD, %", Series::Price), &profile.prices);
        line(&by("refugees", Series::Refugees), &profile.refugees);
        line(&by("asylum seekers", Series::AsylumSeekers), &profile.asylum_seekers);
        line(&by("asylum applications", Series::Applications), &profile.applications);
        line(&by("positive decisions", Series::Recognised), &profile.recognised);
        line(&by("negative decisions", Series::Rejected), &profile.rejected);
        if let Some((with, without)) = profile.schooling {
            say(&format!(
                "aged 25 and older, 2010 ({}): {} with college education, {} without",
                Series::College.source().producer,
                grouped(with),
                grouped(without)
            ));
        }
        if let Some(km) = profile.distance {
            say(&format!("distance, CEPII: {km:.0} km"));
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
        for (what, lists) in [("from elsewhere", &profile.sums.living), ("elsewhere", &profile.sums.away)] {
            for (series, dated) in lists {
                line(&by(what, *series), dated);
            }
        }
        line(&by("came in five years", Series::Flow), &profile.sums.arrivals);
        line(&by("left in five years", Series::Flow), &profile.sums.departures);
        line(&by("remittances received, USD", Series::Remittances), &profile.sums.received);
        line(&by("refugees there", Series::Refugees), &profile.sums.hosted);
        line(&by("refugees from there", Series::Refugees), &profile.sums.fled);
        line(&by("net migration in five years", Series::NetMigration), &profile.net.estimated);
        line(&by("net migration in five years", Series::Flow), &profile.net.flows);
        let projected = profile.net.projected.iter().filter(|(year, _)| year % 5 == 0);
        let projected: Vec<String> = projected
            .map(|(year, [low, mid, high])| format!("{year}: {} [{} to {}]", figure(*mid), figure(*low), figure(*high)))
            .collect();
        if !projected.is_empty() {
            say(&format!("{}: {}", by("net migration a year, projected", Series::ProjectedNet), projected.join(", ")));
        }
        let schooled = [("who left", profile.sums.schooling), ("who came", profile.sums.schooling_living)];
        for (whose, (with, without)) in schooled.into_iter().filter_map(|(name, people)| Some((name, people?))) {
            let name = by(&format!("those {whose}, aged 25 and older, 2010"), Series::College);
            say(&format!("{name}: {} with college education, {} without", grouped(with), grouped(without)));
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
        let newest = [Series::Stock2024, Series::Stock2020, Series::Stock2019].into_iter().find(|s| pack.has(*s));
        if let Some(series) = newest {
            say(&by("people", series));
        }
        for (o, d, people) in list {
            say(&format!("{o}-{d} {:>12}", grouped(people)));
        }
        Ok(())
    }
}

/// A name with whose figures it heads.
fn by(name: &str, series: Series) -> String {
    let source = series.source();
    format!("{name} ({} {})", source.producer, source.revision)
}

fn line(name: &str, dated: &[Dated]) {
    if !dated.is_empty() {
        let all: Vec<String> = dated.iter().map(|(year, v)| format!("{year}: {}", figure(*v))).collect();
        say(&format!("{name}: {}", all.join(", ")));
    }
}
