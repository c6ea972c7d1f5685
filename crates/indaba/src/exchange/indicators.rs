//! Indicators of circulation: what came of the exchange. Pure. A cell about fewer people than the limit is empty, and
//! so is a second one where the first could be worked out from the sum.

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
    /// Days from the posting of the need until it was met; none while it is not.
    pub days: Option<i64>,
}

/// A row: a field or a region with its needs met and the median of days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Code.
    pub code: String,
    /// Needs met; none where the number is protected.
    pub met: Option<i64>,
    /// Median days to meet them; none where protected or unknown.
    pub days: Option<i64>,
}

/// All of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Indicators {
    /// Needs posted.
    pub posted: Option<i64>,
    /// Needs met.
    pub met: Option<i64>,
    /// Median days until they were.
    pub days: Option<i64>,
    /// Engagements begun.
    pub engagements: Option<i64>,
    /// People who were engaged more than once.
    pub repeated: Option<i64>,
    /// Follow-ups that say that the counterpart learned, fully or in part.
    pub trained: Option<i64>,
    /// Follow-ups that say that the work is in use.
    pub used: Option<i64>,
    /// Follow-ups heard.
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
    /// `(used, learned)` of each follow-up, in words.
    pub follow_ups: Vec<(String, String)>,
    /// How often each active offer was shown.
    pub exposures: Vec<i64>,
}

/// Works them out; nothing is told about fewer than `limit`.
pub fn indicators(engagements: &[Engagement], counts: &Counts, limit: i64) -> Indicators {
    let enough = |n: i64| Some(n).filter(|n| *n == 0 || *n >= limit);
    let met = met_once(engagements);
    let said = |wanted: &dyn Fn(&(String, String)) -> bool| {
        enough(counts.follow_ups.iter().filter(|f| wanted(f)).count() as i64)
    };
    let came_true = |word: &str| matches!(word, "yes" | "partly");
    let mut times: HashMap<&str, i64> = HashMap::new();
    for engagement in engagements {
        *times.entry(engagement.offer.as_str()).or_default() += 1;
    }
    Indicators {
        posted: enough(counts.posted),
        met: enough(met.len() as i64),
        days: median(met.values().filter_map(|e| e.days).collect(), limit),
        engagements: enough(engagements.len() as i64),
        repeated: enough(times.values().filter(|n| **n > 1).count() as i64),
        trained: said(&|(_, learned)| came_true(learned)),
        used: said(&|(used, _)| came_true(used)),
        heard: enough(counts.follow_ups.len() as i64),
        exposure: (counts.exposures.len() as i64 >= limit).then(|| gini(&counts.exposures)),
        fields: rows(&met, |e| &e.field, limit),
        regions: rows(&met, |e| &e.region, limit),
    }
}

/// One engagement for each need that was met.
fn met_once(engagements: &[Engagement]) -> BTreeMap<&str, &Engagement> {
    engagements.iter().filter(|e| e.days.is_some()).map(|e| (e.need.as_str(), e)).collect()
}

fn rows(met: &BTreeMap<&str, &Engagement>, by: impl Fn(&Engagement) -> &String, limit: i64) -> Vec<Row> {
    let mut cells: BTreeMap<&str, Vec<i64>> = BTreeMap::new();
    for engagement in met.values() {
        cells.entry(by(engagement)).or_default().extend(engagement.days);
    }
    let mut rows: Vec<Row> = cells
        .into_iter()
        .map(|(code, days)| Row {
            code: code.to_owned(),
            met: Some(days.len() as i64).filter(|n| *n >= limit),
            days: median(days, limit),
        })
        .collect();
    protect_the_rest(&mut rows);
    rows
}

/// With one empty cell the total gives it away: the smallest of the others is emptied too.
fn protect_the_rest(rows: &mut [Row]) {
    if rows.iter().filter(|row| row.met.is_none()).count() == 1
        && let Some(smallest) = rows.iter_mut().filter(|row| row.met.is_some()).min_by_key(|row| row.met)
    {
        (smallest.met, smallest.days) = (None, None);
    }
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
