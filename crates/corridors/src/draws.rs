//! How sure a projection is: the same draws of all assumptions, and of the forecast's errors, for baseline and scenario,
//! so that their difference has a band of its own.

use crate::assumptions::{Parameter, Values};
use crate::chance::{mix, normal};
use crate::code::Code;
use crate::model::{Base, Model, ModelError, Outcome, Place, Trace};
use crate::scenario::Scenario;
use serde::Serialize;
use std::thread;

/// Something whose band is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// An outcome of a country, or of the world.
    Outcome(Outcome, Place),
    /// The people of a corridor.
    Stock(Code, Code),
    /// Who goes along a corridor in a year.
    Flow(Code, Code),
}

/// The 10 %, 50 % and 90 % quantiles over draws.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct Quantiles {
    /// 10 %.
    pub low: f64,
    /// 50 %.
    pub mid: f64,
    /// 90 %.
    pub high: f64,
}

/// The band of a subject in a year.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Banded {
    /// What it is about.
    pub subject: Subject,
    /// The year.
    pub year: i32,
    /// With no lever moved.
    pub baseline: Quantiles,
    /// With the scenario's levers moved.
    pub scenario: Quantiles,
    /// Scenario less baseline, draw by draw.
    pub difference: Quantiles,
}

/// An assumption and how much it moves a result.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Influence {
    /// The assumption.
    pub assumption: &'static str,
    /// Rank correlation with the result over draws (Spearman), -1..1.
    pub correlation: f64,
}

/// Bands, and what explains them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Bands {
    /// Number of draws.
    pub draws: usize,
    /// The seed that gives them again.
    pub seed: u64,
    /// By subject, then year.
    pub rows: Vec<Banded>,
    /// For each subject, the three assumptions that explain most of the spread in the last year: of the difference,
    /// or of the baseline where no lever is moved. Fewer, or none, where fewer stand out of chance.
    pub influences: Vec<(Subject, Vec<Influence>)>,
}

/// Assumptions named for each result.
const NAMED: usize = 3;
/// What chance alone gives is no influence. In standard errors of a rank correlation (1/√(draws − 1)): beyond this lies
/// the largest of some sixty without any influence in one case of twenty (Bonferroni: two-sided, .05/60).
const BY_CHANCE: f64 = 3.3;

impl Model {
    /// Runs baseline and scenario with the same draws. Years are the first, every fifth and the last. The same seed
    /// gives the same bands on any number of threads. Subjects that the model does not know are left out.
    pub fn bands(
        &self,
        scenario: &Scenario,
        subjects: &[Subject],
        draws: usize,
        seed: u64,
        threads: usize,
    ) -> Result<Bands, ModelError> {
        let span = self.base.span;
        let years: Vec<i32> = (span.from..=span.to).filter(|y| (y - span.from) % 5 == 0 || *y == span.to).collect();
        let subjects: Vec<Subject> = subjects.iter().copied().filter(|s| self.knows(*s)).collect();
        let cells: Vec<(Subject, usize)> =
            subjects.iter().flat_map(|s| years.iter().map(|y| (*s, (y - span.from) as usize))).collect();
        let drawn = self.drawn(scenario, &cells, draws.max(1), seed, threads)?;
        let rows = cells.iter().enumerate().map(|(k, (subject, year))| {
            let of = |f: fn(&(f64, f64)) -> f64| quantiles(drawn.iter().map(|d| f(&d.1[k])).collect());
            let (baseline, moved) = (of(|p| p.0), of(|p| p.1));
            let year = span.from + *year as i32;
            Banded { subject: *subject, year, baseline, scenario: moved, difference: of(|p| p.1 - p.0) }
        });
        let rows = rows.collect();
        let influences = subjects.iter().enumerate().map(|(s, subject)| {
            let last = (s + 1) * years.len() - 1;
            (*subject, influences(&drawn, last))
        });
        Ok(Bands { draws: drawn.len(), seed, rows, influences: influences.collect() })
    }

    fn knows(&self, subject: Subject) -> bool {
        match subject {
            Subject::Outcome(_, place) => self.place(place).is_some(),
            Subject::Stock(o, d) | Subject::Flow(o, d) => self.corridor(o, d).is_some(),
        }
    }

    fn corridor(&self, origin: Code, dest: Code) -> Option<usize> {
        let end = |code| self.place(Some(code)).map(|i| i as u16);
        self.base.ends.binary_search(&(end(origin)?, end(dest)?)).ok()
    }

    fn read(&self, trace: &Trace, subject: Subject, year: usize) -> f64 {
        let at = |of: &[f64], o, d| self.corridor(o, d).map_or(0.0, |c| of[year * trace.corridors + c]);
        match subject {
            Subject::Outcome(outcome, place) => self.place(place).map_or(0.0, |i| trace.at(outcome, year, i)),
            Subject::Stock(o, d) => at(&trace.stock, o, d),
            Subject::Flow(o, d) => at(&trace.flow, o, d),
        }
    }

    /// For each draw its values and the pairs of baseline and scenario of every cell.
    #[allow(clippy::type_complexity, reason = "the pair is taken apart at once")]
    fn drawn(
        &self,
        scenario: &Scenario,
        cells: &[(Subject, usize)],
        draws: usize,
        seed: u64,
        threads: usize,
    ) -> Result<Vec<(Values, Vec<(f64, f64)>)>, ModelError> {
        let (none, phases) = (self.phases(&Scenario::default())?, self.phases(scenario)?);
        let share = |from: usize, threads: usize| {
            let (mut baseline, mut moved) = (Trace::new(&self.base), Trace::new(&self.base));
            let one = |draw: usize| {
                let values = self.assumptions.draw(seed, draw as u64);
                let errors = errors(&self.base, &values, mix(seed ^ 0x5eed, draw as u64));
                self.baseline_into(&values, &none, Some(&errors), &mut baseline);
                self.scenario_into(&values, &phases, Some(&errors), &baseline, &mut moved);
                let pair = |(s, y): &(Subject, usize)| (self.read(&baseline, *s, *y), self.read(&moved, *s, *y));
                (draw, values, cells.iter().map(pair).collect::<Vec<_>>())
            };
            (from..draws).step_by(threads).map(one).collect::<Vec<_>>()
        };
        let threads = threads.clamp(1, draws);
        let mut done = thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|from| scope.spawn(move || share(from, threads))).collect();
            let mut done = share(0, threads);
            for other in others {
                done.extend(other.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
            }
            done
        });
        done.sort_unstable_by_key(|d| d.0);
        Ok(done.into_iter().map(|(_, values, pairs)| (values, pairs)).collect())
    }
}

/// Factors on the forecast of each corridor: partly common to an origin, partly to a destination, partly its own; with
/// mean 1, so that the sum of many corridors stays where the forecast has it.
fn errors(base: &Base, values: &Values, stream: u64) -> Vec<f64> {
    let shared = values.of(Parameter::ErrorShared);
    let (common, own) = ((shared / 2.0).sqrt(), (1.0 - shared).sqrt());
    let n = base.codes.len() as u64;
    let of = |k: u64| normal(stream, k);
    let origins: Vec<f64> = (0..n).map(of).collect();
    let dests: Vec<f64> = (n..2 * n).map(of).collect();
    let one = |(c, (o, d)): (usize, &(u16, u16))| {
        let z = common * (origins[usize::from(*o)] + dests[usize::from(*d)]) + own * of(2 * n + c as u64);
        let spread = base.spread[c];
        (spread * z - 0.5 * spread * spread).exp()
    };
    base.ends.iter().enumerate().map(one).collect()
}

fn quantiles(mut values: Vec<f64>) -> Quantiles {
    values.sort_unstable_by(f64::total_cmp);
    let at = |share: f64| {
        let place = share * (values.len() - 1) as f64;
        let (low, part) = (place.floor() as usize, place.fract());
        let next = values[(low + 1).min(values.len() - 1)];
        values[low] + part * (next - values[low])
    };
    Quantiles { low: at(0.1), mid: at(0.5), high: at(0.9) }
}

fn influences(drawn: &[(Values, Vec<(f64, f64)>)], cell: usize) -> Vec<Influence> {
    let difference: Vec<f64> = drawn.iter().map(|d| d.1[cell].1 - d.1[cell].0).collect();
    let moved = difference.iter().any(|d| *d != 0.0);
    let result = ranks(&if moved { difference } else { drawn.iter().map(|d| d.1[cell].0).collect() });
    let of = |p: &Parameter| {
        let values: Vec<f64> = drawn.iter().map(|d| d.0.of(*p)).collect();
        Influence { assumption: p.id(), correlation: correlation(&ranks(&values), &result) }
    };
    let mut list: Vec<Influence> = Parameter::ALL.iter().map(of).collect();
    list.sort_by(|a, b| b.correlation.abs().total_cmp(&a.correlation.abs()));
    let chance = BY_CHANCE / (drawn.len().saturating_sub(1).max(1) as f64).sqrt();
    list.retain(|i| i.correlation.abs() > chance.min(0.99));
    list.truncate(NAMED);
    list
}

/// Ranks; equal values share the mean of theirs.
fn ranks(values: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_unstable_by(|a, b| values[*a].total_cmp(&values[*b]));
    let mut ranks = vec![0.0; values.len()];
    for run in order.chunk_by(|a, b| values[*a] == values[*b]) {
        let first = order.iter().position(|k| *k == run[0]).unwrap_or(0);
        for k in run {
            ranks[*k] = first as f64 + (run.len() - 1) as f64 / 2.0;
        }
    }
    ranks
}

fn correlation(a: &[f64], b: &[f64]) -> f64 {
    let mean = |v: &[f64]| v.iter().sum::<f64>() / v.len().max(1) as f64;
    let (ma, mb) = (mean(a), mean(b));
    let sum = |f: &dyn Fn(usize) -> f64| (0..a.len()).map(f).sum::<f64>();
    let (va, vb) = (sum(&|i| (a[i] - ma).powi(2)), sum(&|i| (b[i] - mb).powi(2)));
    let both = sum(&|i| (a[i] - ma) * (b[i] - mb));
    if va > 0.0 && vb > 0.0 { both / (va * vb).sqrt() } else { 0.0 }
}
