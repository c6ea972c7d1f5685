//! The model of corridors as pages ask it: one pack, models made when they are first asked for, answers kept for a while.
//! What is computed here runs off the threads that serve.

pub mod answer;
pub mod asked;
pub mod effects;
pub mod figure;
pub mod map;
pub mod picture;
pub mod table;
pub mod take;

pub use answer::{Answer, Row};
pub use asked::{Asked, Wrong};
pub use table::Table;

use ::corridors::judge::{RemittanceCheck, ShockCheck, StockScore};
use ::corridors::{Assumptions, Backtest, Bands, Code, Model, Pack, Series, Span, judge};
use anyhow::Context;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use tokio::sync::{OnceCell, Semaphore};
use tokio::task::spawn_blocking;

/// Draws of a first band: enough for its ends, few enough to wait for.
pub const DRAWS: usize = 40;
/// The seed of every band that a page shows: the command gives the same with `--seed 1`.
pub const SEED: u64 = 1;
/// Models take some ten megabytes each.
const MODELS: usize = 6;
const ANSWERS: usize = 200;
/// Sets of draws that wait for their turn; more are asked to come back.
const WAITING: usize = 24;

/// Degrees north and east of each country of the pack, where they are known.
pub type Places = Vec<Option<[f64; 2]>>;

/// Whose figures a pack holds: what stands wherever they are handed on.
pub fn sources(pack: &Pack) -> Vec<serde_json::Value> {
    let source = |s: &::corridors::Source| {
        serde_json::json!({
            "series": s.key, "producer": s.producer, "revision": s.revision, "licence": s.licence,
        })
    };
    ::corridors::SOURCES.iter().filter(|s| pack.has(s.series)).map(source).collect()
}

/// Whose figures a pack holds, each producer once: where a line has room for names alone.
pub fn producers(pack: &Pack) -> String {
    let mut names: Vec<&str> = Vec::new();
    for source in ::corridors::SOURCES.iter().filter(|s| pack.has(s.series)) {
        if !names.contains(&source.producer) {
            names.push(source.producer);
        }
    }
    names.join("; ")
}

/// Pack, models and answers of a server.
#[derive(Debug)]
pub struct Corridors {
    /// The pack that was given, or the program's own once it was asked for.
    pack: OnceCell<Arc<Pack>>,
    /// The table of assumptions that was given, or the program's own.
    table: OnceCell<Arc<Table>>,
    places: OnceCell<Arc<Places>>,
    models: Kept<(i32, i32, Vec<String>), Arc<Model>>,
    answers: Kept<String, Arc<Answer>>,
    bands: Kept<String, Arc<Bands>>,
    checks: OnceCell<Arc<Checks>>,
    /// One set of draws at a time: they take every core there is.
    drawing: Arc<Semaphore>,
    /// Who may wait for them.
    waiting: Semaphore,
}

impl Corridors {
    /// On a pack and a table of assumptions, or on those that come with the program.
    pub fn new(pack: Option<Arc<Pack>>, table: Option<Arc<Table>>) -> Self {
        Corridors {
            pack: OnceCell::new_with(pack),
            table: OnceCell::new_with(table),
            places: OnceCell::new(),
            models: Kept::new(MODELS),
            answers: Kept::new(ANSWERS),
            bands: Kept::new(ANSWERS),
            checks: OnceCell::new(),
            drawing: Arc::new(Semaphore::new(1)),
            waiting: Semaphore::new(WAITING),
        }
    }

    /// The pack.
    pub async fn pack(&self) -> anyhow::Result<Arc<Pack>> {
        let read = || async { Ok(Arc::new(spawn_blocking(Pack::embedded).await??)) };
        self.pack.get_or_try_init(read).await.cloned()
    }

    /// The table of assumptions.
    pub async fn table(&self) -> anyhow::Result<Arc<Table>> {
        let read = || async { Ok(Arc::new(Table::standard()?)) };
        self.table.get_or_try_init(read).await.cloned()
    }

    /// The assumptions that a scenario runs with: the table with the values of its schools in place.
    pub async fn assumptions(&self, asked: &Asked) -> anyhow::Result<Assumptions> {
        Ok(self.table().await?.assumptions.with_schools(&asked.schools)?)
    }

    /// Where the countries of the pack are, worked out once.
    pub async fn places(&self) -> anyhow::Result<Arc<Places>> {
        let pack = self.pack().await?;
        let find = || async { Ok(Arc::new(spawn_blocking(move || pack.places()).await?)) };
        self.places.get_or_try_init(find).await.cloned()
    }

    /// The model for a span and schools, made when it is first asked for.
    async fn model(&self, asked: &Asked) -> anyhow::Result<Arc<Model>> {
        let cell = self.models.get(&(asked.from, asked.to, asked.schools.clone()));
        let pack = self.pack().await?;
        let make = || async {
            let (table, span) = (self.assumptions(asked).await?, Span { from: asked.from, to: asked.to });
            Ok(Arc::new(spawn_blocking(move || Model::new(&pack, table, span)).await??))
        };
        cell.get_or_try_init(make).await.cloned()
    }

    /// Baseline and scenario at the central values.
    pub async fn answer(&self, asked: &Asked) -> anyhow::Result<Result<Arc<Answer>, Wrong>> {
        let model = self.model(asked).await?;
        let scenario = asked.scenario();
        if let Err(error) = model.check(&scenario) {
            return Ok(Err(Wrong::of_model(&error)));
        }
        let cell = self.answers.get(&asked.query());
        let asked = asked.clone();
        let run = || async { Ok(Arc::new(spawn_blocking(move || Answer::new(&model, &asked)).await??)) };
        cell.get_or_try_init(run).await.cloned().map(Ok)
    }

    /// The bands of a scenario that was answered, where they are known already.
    pub fn known_bands(&self, asked: &Asked) -> Option<Arc<Bands>> {
        self.bands.get(&asked.query()).get().cloned()
    }

    /// Is there a place to wait for bands?
    pub fn has_room(&self) -> bool {
        self.waiting.available_permits() > 0
    }

    /// The bands, worked out where they are not known: some seconds.
    pub async fn bands(&self, asked: &Asked, answer: &Answer) -> anyhow::Result<Arc<Bands>> {
        let cell = self.bands.get(&asked.query());
        let (model, subjects, scenario) = (self.model(asked).await?, answer.subjects(), asked.scenario());
        let draw = || async {
            let _place = self.waiting.try_acquire().context("too many wait for bands")?;
            let turn = Arc::clone(&self.drawing).acquire_owned().await?;
            let threads = crate::cores::all();
            let drawn = spawn_blocking(move || {
                // Held until the draws are done, also where nobody waits for them any more.
                let _turn = turn;
                model.bands(&scenario, &subjects, DRAWS, SEED, threads)
            });
            Ok(Arc::new(drawn.await??))
        };
        cell.get_or_try_init(draw).await.cloned()
    }

    /// What the checks of the model give, where they were worked out already.
    pub fn known_checks(&self) -> Option<Arc<Checks>> {
        self.checks.get().cloned()
    }

    /// How the model does against what was recorded; some seconds, once.
    pub async fn checks(&self) -> anyhow::Result<Arc<Checks>> {
        let (pack, table) = (self.pack().await?, self.table().await?);
        let check = || async {
            let turn = Arc::clone(&self.drawing).acquire_owned().await?;
            let checked = spawn_blocking(move || {
                let _turn = turn;
                Checks::new(&pack, &table.assumptions)
            });
            Ok(Arc::new(checked.await??))
        };
        self.checks.get_or_try_init(check).await.cloned()
    }
}

/// The model against what was recorded.
#[derive(Debug)]
pub struct Checks {
    /// Flows of past periods, the latest first.
    pub flows: Vec<Backtest>,
    /// Stocks by start and year.
    pub stocks: Vec<StockScore>,
    /// Producers of remittances beside each other.
    pub remittances: Vec<RemittanceCheck>,
    /// The falls of 2009 and 2020.
    pub shocks: Vec<ShockCheck>,
    /// How far revisions of the same stocks are apart, per cent: older, newer, year.
    pub revisions: Vec<(Series, Series, i32, f64)>,
}

impl Checks {
    fn new(pack: &Pack, table: &Assumptions) -> anyhow::Result<Checks> {
        let model = Model::new(pack, table.clone(), Span::default())?;
        Ok(Checks {
            flows: [2015, 2010, 2005].into_iter().filter_map(|period| Backtest::new(pack, period)).collect(),
            stocks: judge::stocks(pack, table),
            remittances: judge::remittances(pack),
            shocks: judge::shocks(pack, &model),
            revisions: judge::revisions(pack),
        })
    }
}

/// The name of a country in the reader's language; its code where UN M49 has none.
pub fn name(l: crate::lang::L, pack: &Pack, code: Code) -> String {
    let known = pack.country(code).map(|place| pack.countries[usize::from(place)].m49).filter(|m49| *m49 > 0);
    let m49 = known.map(|m49| format!("{m49:03}")).filter(|m49| crate::countries::known(m49));
    m49.map_or_else(|| producers_name(l, code), |m49| crate::countries::name(l, &m49))
}

/// Areas that producers write and UN M49 has not.
fn producers_name(l: crate::lang::L, code: Code) -> String {
    let key = format!("country-{code}");
    Some(l.t(&key)).filter(|name| *name != key).unwrap_or_else(|| code.to_string())
}

/// The last used of a kind, each worked out once however many ask at a time.
#[derive(Debug)]
struct Kept<K, V> {
    entries: Mutex<VecDeque<(K, Arc<OnceCell<V>>)>>,
    most: usize,
}

impl<K: PartialEq + Clone, V> Kept<K, V> {
    fn new(most: usize) -> Self {
        Kept { entries: Mutex::default(), most }
    }

    fn get(&self, key: &K) -> Arc<OnceCell<V>> {
        let Ok(mut entries) = self.entries.lock() else { return Arc::default() };
        let found = entries.iter().position(|(known, _)| known == key).and_then(|at| entries.remove(at));
        let entry = found.unwrap_or_else(|| (key.clone(), Arc::default()));
        let cell = Arc::clone(&entry.1);
        entries.push_front(entry);
        entries.truncate(self.most);
        cell
    }
}
