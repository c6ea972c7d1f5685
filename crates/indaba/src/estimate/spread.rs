//! What answers look like together: median, quartiles, and whether they fall into two camps.

use crate::store::estimate::Answer;
use std::collections::BTreeMap;

/// A participant's first answer, before others' were shown, and its last.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// Who answered.
    pub participant: String,
    /// Low, best, high at first.
    pub first: [f64; 3],
    /// Low, best, high now.
    pub now: [f64; 3],
    /// How often it answered.
    pub times: usize,
    /// Why, as said with the last answer.
    pub reason: String,
    /// Language of the reason.
    pub lang: String,
    /// Kept out of every page and public file.
    pub off_the_record: bool,
}

/// The answers that count, by participant. One that was taken back does not, and what came before it is forgotten.
pub fn counted<'a>(answers: impl IntoIterator<Item = &'a Answer>) -> Vec<Given> {
    let mut given: BTreeMap<&str, Given> = BTreeMap::new();
    for answer in answers {
        let (Some(low), Some(best), Some(high)) = (answer.low, answer.best, answer.high) else {
            given.remove(answer.participant_id.as_str());
            continue;
        };
        let now = [low, best, high];
        let known = given.entry(&answer.participant_id).or_insert_with(|| Given {
            participant: answer.participant_id.clone(),
            first: now,
            now,
            times: 0,
            reason: String::new(),
            lang: String::new(),
            off_the_record: false,
        });
        (known.now, known.times) = (now, known.times + 1);
        known.reason.clone_from(&answer.reason);
        known.lang.clone_from(&answer.lang);
        known.off_the_record = answer.attribution == "off_the_record";
    }
    given.into_values().collect()
}

/// The spread of best guesses, with the middle of what was thought lowest and highest.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Spread {
    /// Answers.
    pub n: usize,
    /// Median of the lowest.
    pub low: f64,
    /// Lower quartile of the best guesses.
    pub q1: f64,
    /// Median of the best guesses.
    pub median: f64,
    /// Upper quartile of the best guesses.
    pub q3: f64,
    /// Median of the highest.
    pub high: f64,
}

impl Spread {
    /// Of some answers; none of no answer.
    pub fn of(answers: &[[f64; 3]]) -> Option<Spread> {
        let sorted = |place: usize| {
            let mut column: Vec<f64> = answers.iter().map(|a| a[place]).filter(|x| x.is_finite()).collect();
            column.sort_by(f64::total_cmp);
            column
        };
        let (low, best, high) = (sorted(0), sorted(1), sorted(2));
        Some(Spread {
            n: answers.len(),
            low: quantile(&low, 0.5)?,
            q1: quantile(&best, 0.25)?,
            median: quantile(&best, 0.5)?,
            q3: quantile(&best, 0.75)?,
            high: quantile(&high, 0.5)?,
        })
    }

    /// Width of the middle half.
    pub fn width(&self) -> f64 {
        self.q3 - self.q1
    }
}

/// Between the two nearest values in proportion (type 7 of Hyndman and Fan 1996).
fn quantile(sorted: &[f64], at: f64) -> Option<f64> {
    let place = at * (sorted.len().checked_sub(1)? as f64);
    let (below, above) = (sorted[place.floor() as usize], sorted[place.ceil() as usize]);
    Some(below + (above - below) * place.fract())
}

/// Two camps: the answers below and above a valley between them.
#[derive(Debug, Clone, Copy, PartialEq, serde::Serialize)]
pub struct Camps {
    /// Where the fewest stand between them.
    pub valley: f64,
    /// Answers below, and their median.
    pub below: (usize, f64),
    /// Answers above, and their median.
    pub above: (usize, f64),
}

/// At least this share of the answers stands on each side.
const SIDE: f64 = 0.2;
/// The valley is at most this part of the lower of the two peaks.
const VALLEY: f64 = 0.5;
/// Part of Silverman's bandwidth: his whole one hides what this one is to find.
const BANDWIDTH: f64 = 0.8;
/// Points at which the density is taken.
const GRID: usize = 201;

/// Whether the answers fall into two camps, so that no middle stands for them.
///
/// Each answer is a normal density at its best guess, as wide as a triangle over its own range together with a share of
/// Silverman's bandwidth (1986, 3.31). There are two camps where the sum has a valley at most `VALLEY` as high as the
/// lower of the peaks beside it, with at least `SIDE` of the answers on each side. Those whose range reaches into the
/// valley fill it: who thinks the middle possible is in no camp. Hartigan's dip test was not taken: it finds two camps
/// wherever people prefer round numbers.
pub fn camps(answers: &[[f64; 3]]) -> Option<Camps> {
    let mut sorted: Vec<[f64; 3]> = answers.iter().filter(|a| a.iter().all(|x| x.is_finite())).copied().collect();
    // The same sum in the same order, whoever answered first.
    sorted.sort_by(|a, b| a[1].total_cmp(&b[1]).then(a[0].total_cmp(&b[0])).then(a[2].total_cmp(&b[2])));
    let best: Vec<f64> = sorted.iter().map(|a| a[1]).collect();
    let widths = widths(&sorted, bandwidth(&best)?);
    let (from, to) = (*best.first()?, *best.last()?);
    let at = |i: usize| from + (to - from) * i as f64 / (GRID - 1) as f64;
    let density: Vec<f64> = (0..GRID).map(|i| density(&best, &widths, at(i))).collect();
    let rising = peaks(density.iter());
    let mut falling = peaks(density.iter().rev());
    falling.reverse();
    let deep = (1..GRID - 1).filter(|i| density[*i] <= VALLEY * rising[*i].min(falling[*i]));
    let sides = deep.filter_map(|i| {
        let below = best.partition_point(|x| *x <= at(i));
        let least = SIDE * best.len() as f64;
        (below as f64 >= least && (best.len() - below) as f64 >= least).then_some((i, below))
    });
    let (valley, below) = sides.min_by(|a, b| density[a.0].total_cmp(&density[b.0]))?;
    Some(Camps {
        valley: at(valley),
        below: (below, quantile(&best[..below], 0.5)?),
        above: (best.len() - below, quantile(&best[below..], 0.5)?),
    })
}

fn bandwidth(best: &[f64]) -> Option<f64> {
    let n = best.len() as f64;
    let mean = best.iter().sum::<f64>() / n;
    let sd = (best.iter().map(|x| (x - mean) * (x - mean)).sum::<f64>() / (n - 1.0).max(1.0)).sqrt();
    let half = (quantile(best, 0.75)? - quantile(best, 0.25)?) / 1.34;
    let spread = if half > 0.0 { sd.min(half) } else { sd };
    (spread > 0.0).then(|| BANDWIDTH * 0.9 * spread * n.powf(-0.2))
}

/// The standard deviation of each answer's density.
fn widths(answers: &[[f64; 3]], bandwidth: f64) -> Vec<f64> {
    let triangle = |[a, b, c]: &[f64; 3]| (a * a + b * b + c * c - a * b - a * c - b * c) / 18.0;
    answers.iter().map(|answer| (bandwidth * bandwidth + triangle(answer).max(0.0)).sqrt()).collect()
}

fn density(best: &[f64], widths: &[f64], at: f64) -> f64 {
    let one = |(x, width): (&f64, &f64)| (-0.5 * ((at - x) / width).powi(2)).exp() / width;
    best.iter().zip(widths).map(one).sum()
}

/// The highest so far at each point.
fn peaks<'a>(density: impl Iterator<Item = &'a f64>) -> Vec<f64> {
    density
        .scan(0.0_f64, |top, d| {
            *top = top.max(*d);
            Some(*top)
        })
        .collect()
}
