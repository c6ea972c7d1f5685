//! `indaba landing`: from measures, effects and red lines to packages that leave nobody worse off.

use super::{Place, landing_watch::Clock, language, put, say, tell};
use crate::landing_zone::{Audience, Material, problem};
use crate::lang::L;
use crate::report_landing as report;
use anyhow::{Context, bail};
use landing::engine::{Progress, Status, solver};
use landing::{
    Alternatives, Case, Ladder, Landing as Found, Note, Objective, Package, Plain, Problem, Settings, Starts, Step,
    Tolerance, core,
};
use std::cell::RefCell;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

/// Find packages of measures that leave nobody worse off
#[derive(Debug, clap::Args)]
pub struct Landing {
    /// The problem: a file in the layout indaba/measures/1; `-` is standard input
    #[arg(required_unless_present = "dialogue", conflicts_with = "dialogue")]
    problem: Option<PathBuf>,
    /// Take the problem from a dialogue of the store, with all its confidential figures
    #[arg(long, value_name = "SLUG")]
    dialogue: Option<String>,
    #[command(flatten)]
    place: Place,
    /// What a package is the best by: total, count, nash, maxmin or all
    #[arg(long, default_value = "all", value_parser = ["total", "count", "nash", "maxmin", "all"])]
    objective: String,
    /// How far a party may fall below zero in a sphere, in place of the file's figure
    #[arg(long, value_name = "N")]
    tolerance: Option<i64>,
    /// Time for the whole command
    #[arg(long, value_name = "SECONDS")]
    limit: Option<f64>,
    /// Also find so many packages that are nearly as good and as different as possible
    #[arg(long, value_name = "N")]
    alternatives: Option<usize>,
    /// Also trade the total off against the party, the cost and the sphere that fare worst
    #[arg(long)]
    frontier: bool,
    /// Also draw the effects so often between low and high
    #[arg(long, value_name = "N")]
    draws: Option<u32>,
    /// Also say why this measure is not in
    #[arg(long, value_name = "MEASURE")]
    why: Option<String>,
    /// Levels of leximin above the least gain, for maxmin
    #[arg(long, value_name = "N", default_value_t = 0)]
    levels: u32,
    /// Seed of all chances
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Objectives solved at the same time (default: all processors); the packages are the same for any number
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// Write the figures as JSON; `-` is standard output
    #[arg(long, value_name = "FILE")]
    json: Option<PathBuf>,
    /// Write a report as one HTML file; `-` is standard output
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// Language of the report
    #[arg(long, default_value = "en")]
    lang: String,
}

/// Share of the best total that an alternative may miss.
const NEARLY: f64 = 0.05;
/// Tolerances up to this one are always on the curve; larger ones only until a package exists.
const CURVE: i64 = 3;
/// Measures that can't be in which are named while it runs.
const BARRED: usize = 5;
/// The largest tolerance that is tried.
const LAST: i64 = 12;

impl Landing {
    /// Solves and writes it.
    pub async fn run(self) -> anyhow::Result<()> {
        let lang = language(&self.lang)?;
        let limit = match self.limit {
            Some(limit) if !limit.is_finite() || limit <= 0.0 => bail!("--limit is a number of seconds above 0"),
            limit => limit.map(|limit| Duration::try_from_secs_f64(limit).unwrap_or(Duration::MAX)),
        };
        if self.json.is_some() && self.json == self.html {
            bail!("--json and --html name the same file: give each its own");
        }
        let clock = Arc::new(Clock::new(limit));
        let stopped = Arc::clone(&clock);
        tokio::spawn(async move {
            if tokio::signal::ctrl_c().await.is_ok() {
                tell("stopping: the best so far is kept");
                stopped.stop();
            }
        });
        let (name, problem) = match &self.dialogue {
            Some(slug) => (slug.clone(), self.stored(slug).await?),
            None => self.given()?,
        };
        tokio::task::spawn_blocking(move || self.work(L(lang), &clock, name, &problem)).await?
    }

    /// The problem of a dialogue as it stands.
    async fn stored(&self, slug: &str) -> anyhow::Result<Problem> {
        let db = self.place.open_existing().await?;
        let mut c = db.snapshot().await?;
        let convened =
            crate::app::convened(&mut c, slug).await?.with_context(|| format!("there is no dialogue {slug}"))?;
        let material = Material::load(&mut c, &convened).await?;
        Ok(problem::build(&material, Audience::Secretariat).problem)
    }

    /// The problem of a file, with the file's name.
    fn given(&self) -> anyhow::Result<(String, Problem)> {
        let file = self.problem.as_deref().unwrap_or_else(|| std::path::Path::new("-"));
        let name = file.display().to_string();
        let problem = Problem::read(&bytes(file)?).with_context(|| name.clone())?;
        Ok((name, problem))
    }

    fn work(&self, l: L, clock: &Clock, name: String, problem: &Problem) -> anyhow::Result<()> {
        if let Some(measure) = self.why.as_ref().filter(|id| !problem.measures.iter().any(|m| m.id == **id)) {
            bail!("{name} has no measure \"{measure}\"");
        }
        let tolerance = self.tolerance.map(Tolerance::One);
        let case = Case::new(problem, tolerance.as_ref()).with_context(|| name)?;
        let found = self.solve(&case, clock);
        self.write(l, &case, &found)
    }

    fn objectives(&self) -> Vec<Objective> {
        Objective::parse(&self.objective).map_or_else(|| Objective::ALL.to_vec(), |objective| vec![objective])
    }

    fn settings(&self) -> Settings {
        let threads = self.threads.unwrap_or_else(crate::cores::all).max(1);
        Settings { seed: self.seed, threads, levels: self.levels, ..Settings::default() }
    }

    fn solve(&self, case: &Case<'_>, clock: &Clock) -> Found {
        let mut found = Found::new(case.tolerance());
        found.notes = case.notes();
        told(&found.notes);
        found.packages = self.packages(case, clock);
        let total = found.packages.iter().find(|p| p.objective == Objective::Total).cloned();
        let best = total.as_ref().and_then(|p| p.total);
        let ruled_out = found.notes.iter().any(|note| note.plain.rules_out());
        // Of another objective alone, alternatives and draws are those of its package.
        let first = total.as_ref().or_else(|| found.packages.iter().find(|p| p.choice.is_some()));
        let choice = first.and_then(|p| p.choice.clone());
        let late = RefCell::new(Vec::new());
        let part =
            |share: f64| Part { late: &late, clock, deadline: clock.share(share), case, settings: self.settings() };
        found.why = self.why.as_ref().and_then(|measure| part(0.4).ask(|ladder| ladder.why(measure, best)));
        // Where there is none, from which tolerance on there is one comes before who stands in the way: it takes a second.
        if let Some(package) = total.as_ref().filter(|p| p.proof == Status::None && !ruled_out) {
            found.curve = part(0.6).named("curve", |ladder| curve(&ladder, package, clock));
        }
        if found.packages.iter().any(|p| p.proof == Status::None) && !case.problem().measures.is_empty() {
            found.contradiction = part(0.4).ask(|ladder| ladder.contradiction());
            found.concessions = part(0.4).ask(|ladder| ladder.least_concessions());
        }
        if let Some(choice) = &choice {
            found.robustness =
                self.draws.map(|draws| part(0.3).named("robustness", |ladder| ladder.robustness(choice, draws)));
            found.robustness = found.robustness.take().filter(|drawn| drawn.draws > 0);
            found.alternatives = self.alternatives.map(|count| {
                let count = count.clamp(1, 100);
                let packages = part(0.4).named("alternatives", |ladder| ladder.alternatives(choice, count, NEARLY));
                Alternatives { within: NEARLY, core: core(&packages), packages }
            });
        }
        found.frontier = self.frontier.then(|| part(0.5).named("frontier", |ladder| ladder.frontiers()));
        if let Some(package) = &total {
            let lines = !case.problem().red_lines.is_empty();
            found.prices = lines.then(|| part(0.5).named("prices", |ladder| ladder.prices(package)));
            if found.curve.is_empty() && !ruled_out {
                found.curve = part(1.0).named("curve", |ladder| curve(&ladder, package, clock));
            }
        }
        for name in late.take() {
            tell(&format!("{name}: the time was over before it was computed in full"));
            found.unfinished.push(name);
        }
        found
    }

    /// How much of the time the packages get: less, where more was asked for.
    fn main_share(&self) -> f64 {
        let more = self.alternatives.is_some() || self.draws.is_some() || self.frontier || self.why.is_some();
        if more { 0.6 } else { 0.9 }
    }

    /// One package for each objective, as many at a time as there are threads; each gets its share of the time left.
    fn packages(&self, case: &Case<'_>, clock: &Clock) -> Vec<Package> {
        let objectives = self.objectives();
        let settings = self.settings();
        let threads = settings.threads.clamp(1, objectives.len());
        let starts = {
            let deadline = clock.share(0.2);
            let (stop, quiet) = (|| clock.past(deadline), |_: Progress| ());
            let left = || clock.left(deadline);
            let watch = landing::engine::Watch::new(&stop, &quiet).until(&left);
            Ladder { case, settings, solver: solver(), watch }.starts(false)
        };
        let next = AtomicUsize::new(0);
        let work = || {
            let mut done = Vec::new();
            loop {
                let i = next.fetch_add(1, Ordering::Relaxed);
                let Some(objective) = objectives.get(i) else { return done };
                let rounds = (objectives.len() - i).div_ceil(threads);
                done.push((i, one(case, settings, *objective, &starts, clock, self.main_share() / rounds as f64)));
            }
        };
        let mut packages: Vec<(usize, Package)> = std::thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|_| scope.spawn(work)).collect();
            let mut done = work();
            for other in others {
                done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            }
            done
        });
        packages.sort_by_key(|(i, _)| *i);
        packages.into_iter().map(|(_, package)| package).collect()
    }

    fn write(&self, l: L, case: &Case<'_>, found: &Found) -> anyhow::Result<()> {
        let json = found.to_json() + "\n";
        if let Some(file) = &self.json {
            put(file, json.as_bytes())?;
        }
        if let Some(file) = &self.html {
            put(file, report::html(l, case, found)?.as_bytes())?;
        }
        if self.json.is_none() && self.html.is_none() {
            say(json.trim_end());
        }
        Ok(())
    }
}

/// What is plain before anything is searched. Of measures that can't be in some are named, all stand in the figures.
fn told(notes: &[Note]) {
    let (barred, others): (Vec<&Note>, Vec<&Note>) =
        notes.iter().partition(|note| matches!(note.plain, Plain::Barred { .. }));
    others.iter().chain(barred.iter().take(BARRED)).for_each(|note| tell(&note.text));
    if barred.len() > BARRED {
        tell(&format!("so it is of {} more measures: --json and --html name all", barred.len() - BARRED));
    }
}

fn bytes(file: &std::path::Path) -> anyhow::Result<Vec<u8>> {
    if file.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut std::io::stdin().lock(), &mut bytes)?;
        return Ok(bytes);
    }
    std::fs::read(file).with_context(|| format!("{} can't be read: is the path right?", file.display()))
}

/// A part of the answer, with its share of the time.
struct Part<'a> {
    clock: &'a Clock,
    deadline: Option<std::time::Instant>,
    case: &'a Case<'a>,
    settings: Settings,
    /// Parts that were still at work when their time was over.
    late: &'a RefCell<Vec<&'static str>>,
}

impl Part<'_> {
    fn named<T>(&self, name: &'static str, what: impl FnOnce(Ladder<'_>) -> T) -> T {
        let found = self.ask(what);
        if self.clock.past(self.deadline) {
            self.late.borrow_mut().push(name);
        }
        found
    }

    fn ask<T>(&self, what: impl FnOnce(Ladder<'_>) -> T) -> T {
        let (clock, deadline) = (self.clock, self.deadline);
        let (stop, quiet) = (|| clock.past(deadline), |_: Progress| ());
        let left = || clock.left(deadline);
        let watch = landing::engine::Watch::new(&stop, &quiet).until(&left);
        what(Ladder { case: self.case, settings: self.settings, solver: solver(), watch })
    }
}

/// One objective with its progress and its share of the time.
fn one(
    case: &Case<'_>,
    settings: Settings,
    objective: Objective,
    starts: &Starts,
    clock: &Clock,
    share: f64,
) -> Package {
    let (began, deadline) = (clock.now(), clock.share(share));
    let stop = || clock.past(deadline);
    let progress = |progress: Progress| clock.tell(objective.name(), progress);
    let left = || clock.left(deadline);
    let watch = landing::engine::Watch::new(&stop, &progress).until(&left);
    let mut package = Ladder { case, settings, solver: solver(), watch }.best(objective, starts);
    let seconds = clock.now().saturating_sub(began).as_secs_f64();
    let said =
        package.value.map_or_else(|| package.status.clone(), |value| format!("{} ({})", figure(value), package.status));
    tell(&format!("{}: {said}, {seconds:.1} s", objective.name()));
    package.seconds = Some((seconds * 1000.0).round() / 1000.0);
    package
}

/// A figure as short as it can be.
pub(super) fn figure(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value:.0}") } else { format!("{value:.3}") }
}

/// Best totals from tolerance 0 on; the one that was solved already is not solved again. Where no package exists, what
/// is asked first is from which tolerance on there is one.
fn curve(ladder: &Ladder<'_>, total: &Package, clock: &Clock) -> Vec<Step> {
    let own = ladder.case.tolerance();
    let mut steps: Vec<Step> = Vec::new();
    for tolerance in 0..=LAST {
        let exists = steps.iter().any(|step| step.total.is_some()) || total.proof != Status::None;
        if ((tolerance > CURVE || total.proof == Status::None) && exists) || clock.ended() {
            break;
        }
        let deadline = clock.share(1.0 / (CURVE - tolerance + 1).max(1) as f64);
        let (stop, quiet) = (|| clock.past(deadline), |_: Progress| ());
        let left = || clock.left(deadline);
        let watch = landing::engine::Watch::new(&stop, &quiet).until(&left);
        let step = if own.iter().all(|t| *t == tolerance) {
            Step::of(tolerance, total)
        } else if total.proof == Status::None {
            Ladder { watch, ..*ladder }.glance(tolerance)
        } else {
            Ladder { watch, ..*ladder }.step(tolerance)
        };
        steps.push(step);
    }
    steps
}
