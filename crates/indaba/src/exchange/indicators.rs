//! Indicators of circulation: what came of the exchange. Pure. A number about fewer than the limit is not shown, nor one
//! from which it could be worked out: a part of a shown whole, or a cell of a table whose rest would tell it.

use std::collections::{BTreeMap, HashMap};

/// One engagement that began.
#[derive(Debug, Clone)]
pub struct Engagement {
    /// The need.
    pub need: String,
    /// The offer.
    pub offer: String,
    /// Broad field of ISCED-F; empty where none was named.
    pub field: String,
    /// Region of UN M49.
    pub region: String,
    /// Days from the posting of the need until this work began.
    pub days: i64,
    /// The need is met: the work is done for everybody sought.
    pub met: bool,
}

/// A row: a field or a region with its needs met and the median of days until the work began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Code.
    pub code: String,
    /// Needs met; none where the number is protected.
    pub met: Option<i64>,
    /// Median days until the work for them began; none where protected or unknown.
    pub days: Option<i64>,
}

/// All of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicators {
    /// Needs posted.
    pub posted: Option<i64>,
    /// Needs met: the work is done for everybody sought.
    pub met: Option<i64>,
    /// Median days until the work for them began, for everybody sought.
    pub days: Option<i64>,
    /// Engagements begun.
    pub engagements: Option<i64>,
    /// People who were engaged more than once.
    pub repeated: Option<i64>,
    /// Of the engagements heard of: the counterpart learned, fully or in part, as the host said last.
    pub trained: Option<i64>,
    /// Of the engagements heard of: what was done is in use, as the host said last.
    pub used: Option<i64>,
    /// Engagements of which the host said how it went, once or oftener.
    pub heard: Option<i64>,
    /// Gini coefficient of how often offers were shown: 0 all alike, 1 always the same one.
    pub exposure: Option<f64>,
    /// By broad field.
    pub fields: Vec<Row>,
    /// By region.
    pub regions: Vec<Row>,
}

/// What the indicators are computed from, beside the engagements.
#[derive(Debug, Clone, Default)]
pub struct Counts {
    /// Needs posted.
    pub posted: i64,
    /// `(used, learned)` of each engagement that a host spoke of, in words, as it was said last.
    pub outcomes: Vec<(String, String)>,
    /// How often each active offer was shown.
    pub exposures: Vec<i64>,
}

/// Works them out; nothing is told about fewer than `limit`.
pub fn indicators(engagements: &[Engagement], counts: &Counts, limit: i64) -> Indicators {
    let enough = |n: i64| Some(n).filter(|n| *n == 0 || *n >= limit);
    let met = met_once(engagements);
    let heard = counts.outcomes.len() as i64;
    // Of those heard of, neither a few nor all but a few.
    let said = |wanted: &dyn Fn(&(String, String)) -> bool| {
        let n = counts.outcomes.iter().filter(|outcome| wanted(outcome)).count() as i64;
        enough(n).filter(|n| enough(heard - n).is_some())
    };
    let came_true = |word: &str| matches!(word, "yes" | "partly");
    let mut times: HashMap<&str, i64> = HashMap::new();
    for engagement in engagements {
        *times.entry(engagement.offer.as_str()).or_default() += 1;
    }
    Indicators {
        posted: enough(counts.posted),
        met: enough(met.len() as i64),
        days: median(met.values().map(|e| e.days).collect(), limit),
        engagements: enough(engagements.len() as i64),
        repeated: enough(times.values().filter(|n| **n > 1).count() as i64),
        trained: said(&|(_, learned)| came_true(learned)),
        used: said(&|(used, _)| came_true(used)),
        heard: enough(heard),
        exposure: (counts.exposures.len() as i64 >= limit).then(|| gini(&counts.exposures)),
        fields: rows(&met, |e| &e.field, limit),
        regions: rows(&met, |e| &e.region, limit),
    }
}

/// The last engagement that began of each need that was met: with it everybody sought was there.
fn met_once(engagements: &[Engagement]) -> BTreeMap<&str, &Engagement> {
    let mut last: BTreeMap<&str, &Engagement> = BTreeMap::new();
    for engagement in engagements.iter().filter(|e| e.met) {
        let kept = last.entry(engagement.need.as_str()).or_insert(engagement);
        if engagement.days > kept.days {
            *kept = engagement;
        }
    }
    last
}

fn rows(met: &BTreeMap<&str, &Engagement>, by: impl Fn(&Engagement) -> &String, limit: i64) -> Vec<Row> {
    let mut cells: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
    for engagement in met.values() {
        cells.entry(by(engagement)).or_default().push(engagement.days);
    }
    let counts: Vec<i64> = cells.values().map(|days| days.len() as i64).collect();
    let shown = shown(&counts, limit);
    // Where even the bare list of cells with the total would tell what they are, there is no table.
    if gives_away(&counts, &shown, limit) {
        return Vec::new();
    }
    cells
        .into_iter()
        .zip(shown)
        .map(|((code, days), shown)| Row {
            code: code.to_owned(),
            met: Some(days.len() as i64).filter(|_| shown),
            days: median(days, limit).filter(|_| shown),
        })
        .collect()
}

/// Which cells of a table may be shown beside their sum. Those below the limit are not; and as the sum less what is
/// shown is the sum of what is not, the smallest of the others goes too until that rest is no number about fewer than the
/// limit and fixes none of its cells.
fn shown(counts: &[i64], limit: i64) -> Vec<bool> {
    let mut shown: Vec<bool> = counts.iter().map(|n| *n >= limit).collect();
    while gives_away(counts, &shown, limit) {
        let others = (0..counts.len()).filter(|n| shown[*n]);
        let Some(smallest) = others.min_by_key(|n| counts[*n]) else { break };
        shown[smallest] = false;
    }
    shown
}

/// Whether the rest tells a cell of its own. A reader knows that each cell has one at least, and of those below the limit
/// that they are: at either end of what is possible all of them are known.
fn gives_away(counts: &[i64], shown: &[bool], limit: i64) -> bool {
    let rest: Vec<i64> = counts.iter().zip(shown).filter(|(_, shown)| !**shown).map(|(n, _)| *n).collect();
    let (cells, sum) = (rest.len() as i64, rest.iter().sum::<i64>());
    let all_small = rest.iter().all(|n| *n < limit);
    cells > 0 && (cells == 1 || sum < limit || sum == cells || (all_small && sum == cells * (limit - 1)))
}

/// The lower median, of at least `limit` values.
fn median(mut values: Vec<i64>, limit: i64) -> Option<i64> {
    values.sort_unstable();
    let enough = !values.is_empty() && values.len() as i64 >= limit;
    enough.then(|| values[(values.len() - 1) / 2])
}

/// Gini coefficient of counts: 0 where all are alike or there are none.
pub fn gini(counts: &[i64]) -> f64 {
    let mut sorted: Vec<f64> = counts.iter().map(|n| *n as f64).collect();
    sorted.sort_by(f64::total_cmp);
    let (n, sum) = (sorted.len() as f64, sorted.iter().sum::<f64>());
    if sum == 0.0 {
        return 0.0;
    }
    let weighted: f64 = (1..).zip(&sorted).map(|(rank, value)| f64::from(rank) * value).sum();
    2.0 * weighted / (n * sum) - (n + 1.0) / n
}
