//! What may be shown of the answers to an estimate: nothing about fewer participants than the disclosure limit, and
//! nothing from which it could be computed.

use super::answered::Answered;
use super::spread::{Camps, Given, Spread, camps, counted};
use crate::app::Convened;
use crate::blocs;
use crate::live::landscape::Audience;
use crate::store::estimate::Estimate;
use crate::store::published_estimate::{self, Published};
use crate::store::{self, Conn, Stored};
use landscape::{Blocs, Options, Statement, Value, Votes};
use std::collections::{BTreeMap, HashMap};

/// Columns of the picture over the range of an estimate.
const COLUMNS: usize = 8;

/// An estimate with what may be shown of its answers.
#[derive(Debug, Clone)]
pub struct Shown {
    /// The estimate.
    pub estimate: Estimate,
    /// Those who answered, where that may be told.
    pub participants: Option<usize>,
    /// The spread of the answers that count.
    pub all: Option<Spread>,
    /// The spread of first answers, where enough have answered again.
    pub first: Option<Spread>,
    /// How many have answered again, where that may be told.
    pub again: Option<usize>,
    /// Two camps, where each has enough in it.
    pub camps: Option<Camps>,
    /// From, to, and best guesses between them, where that may be told.
    pub columns: Vec<(f64, f64, Option<i64>)>,
    /// Each declared bloc that answered.
    pub blocs: Vec<ShownBloc>,
    /// Reasons, each with its language, in an order that tells nothing.
    pub reasons: Vec<(String, String)>,
    /// Nothing is shown about fewer.
    pub limit: usize,
    /// As it stands, not as it was published.
    pub live: bool,
}

/// One bloc.
#[derive(Debug, Clone)]
pub struct ShownBloc {
    /// As [`blocs::Bloc::id`].
    pub id: String,
    /// Its spread, where that may be told.
    pub spread: Option<Spread>,
}

/// The estimates of a question (an empty id: of the whole dialogue) as an audience may be shown them: as they stand for
/// the secretariat, as they were published for everybody else.
pub async fn figures(c: &mut Conn, convened: &Convened, question: &str, whose: Audience) -> Stored<Vec<Shown>> {
    let limit = whose.limit(&convened.settings) as usize;
    figures_at(c, convened, question, whose, limit).await
}

/// The same at another limit than the audience's own.
pub async fn figures_at(
    c: &mut Conn,
    convened: &Convened,
    question: &str,
    whose: Audience,
    limit: usize,
) -> Stored<Vec<Shown>> {
    let estimates = store::estimate::of(c, &convened.dialogue.id, question).await?;
    if estimates.is_empty() {
        return Ok(Vec::new());
    }
    let declared = blocs::by_id(blocs::declared(c, &convened.dialogue.id).await?);
    let mut all = Vec::new();
    for estimate in estimates {
        let given = given(c, convened, &estimate, whose).await?;
        let live = whose == Audience::Secretariat;
        all.push(Shown { live, ..shown(&given, estimate, &declared, limit) });
    }
    Ok(all)
}

async fn given(c: &mut Conn, convened: &Convened, estimate: &Estimate, whose: Audience) -> Stored<Vec<Given>> {
    if whose == Audience::Secretariat {
        return Ok(counted(&store::estimate::answers(c, &convened.dialogue.id, &estimate.id).await?));
    }
    let published = published_estimate::of(c, &estimate.id).await?;
    let reasons: HashMap<String, (String, String)> = published_estimate::reasons(c, &estimate.id)
        .await?
        .into_iter()
        .map(|(answer, reason, lang)| (answer, (reason, lang)))
        .collect();
    let told = |row: &Published| {
        let text = if whose == Audience::Public { &row.in_public } else { &row.inside };
        Some(Answered::parse(text.as_deref()?)?.given(&row.participant_id, &reasons))
    };
    Ok(published.iter().filter_map(told).collect())
}

/// What may be shown of some answers. What was off the record leaves no trace.
pub fn shown(given: &[Given], estimate: Estimate, declared: &Blocs, limit: usize) -> Shown {
    let given: Vec<&Given> = given.iter().filter(|g| !g.off_the_record).collect();
    let now: Vec<[f64; 3]> = given.iter().map(|g| g.now).collect();
    let told = told(&given, declared, limit);
    let all = Spread::of(&now).filter(|_| told.everybody);
    let again = given.iter().filter(|g| g.times > 1).count();
    let enough = |n: usize| n >= limit;
    let may_compare = all.is_some() && enough(again);
    let first: Vec<[f64; 3]> = given.iter().map(|g| g.first).collect();
    Shown {
        participants: told.everybody.then_some(now.len()),
        all,
        first: Spread::of(&first).filter(|_| may_compare),
        again: Some(again).filter(|n| may_compare && (*n == now.len() || enough(now.len() - n))),
        camps: camps(&now).filter(|c| all.is_some() && enough(c.below.0) && enough(c.above.0)),
        columns: if all.is_some() { columns(&estimate, &now, limit) } else { Vec::new() },
        blocs: spreads(&given, declared, &told),
        reasons: if all.is_some() { reasons(&given) } else { Vec::new() },
        estimate,
        limit,
        live: false,
    }
}

/// Which sets may be told of.
struct Told {
    everybody: bool,
    /// Blocs that answered, and whether they may be told of.
    blocs: BTreeMap<String, bool>,
}

/// The landscape's own guard decides: to have answered is to have agreed to one statement. It hides a small set and
/// then as many others as it takes until no combination of what is shown gives a small one.
fn told(given: &[&Given], declared: &Blocs, limit: usize) -> Told {
    let mut votes = Votes::builder();
    for one in given {
        votes.response(&one.participant, "answered", Value::Agree, 0);
    }
    let options = Options { blocs: declared.clone(), ..Options::default() };
    let landscape = landscape::polis(&votes.build(), &[Statement::new("answered", "")], &options);
    let shown = landscape::suppress(&landscape, limit);
    let counted = |agree: Option<u32>| agree.is_some_and(|n| n as usize >= limit.max(1));
    Told {
        everybody: given.len() >= limit.max(1) && shown.statements.first().is_some_and(|s| counted(s.agree)),
        blocs: shown
            .blocs
            .iter()
            .map(|b| (b.name.clone(), b.statements.first().is_some_and(|h| counted(h.agree))))
            .collect(),
    }
}

fn spreads(given: &[&Given], declared: &Blocs, told: &Told) -> Vec<ShownBloc> {
    let spread = |id: &String, members: &std::collections::BTreeSet<String>| {
        let answers: Vec<[f64; 3]> = given.iter().filter(|g| members.contains(&g.participant)).map(|g| g.now).collect();
        let told = told.everybody && told.blocs.get(id) == Some(&true);
        ShownBloc { id: id.clone(), spread: Spread::of(&answers).filter(|_| told) }
    };
    declared.iter().map(|(id, members)| spread(id, members)).collect()
}

fn columns(estimate: &Estimate, answers: &[[f64; 3]], limit: usize) -> Vec<(f64, f64, Option<i64>)> {
    let width = (estimate.most - estimate.least) / COLUMNS as f64;
    let mut counts = [0_i64; COLUMNS];
    for [_, best, _] in answers {
        let place = ((best - estimate.least) / width).floor().clamp(0.0, COLUMNS as f64 - 1.0);
        counts[place as usize] += 1;
    }
    let edge = |i: usize| estimate.least + width * i as f64;
    let cells = disclosed(&counts, i64::try_from(limit).unwrap_or(i64::MAX));
    // A picture of which most is hidden misleads.
    if 2 * cells.iter().filter(|n| n.is_none()).count() > COLUMNS {
        return Vec::new();
    }
    cells.into_iter().enumerate().map(|(i, n)| (edge(i), edge(i + 1), n)).collect()
}

/// Small columns are hidden, and with them the next smallest, as the total is known: what is hidden together is none or
/// at least the limit.
fn disclosed(counts: &[i64], limit: i64) -> Vec<Option<i64>> {
    let mut cells: Vec<Option<i64>> = counts.iter().copied().map(Some).collect();
    if !counts.iter().any(|n| (1..limit).contains(n)) {
        return cells;
    }
    let mut order: Vec<usize> = (0..counts.len()).collect();
    order.sort_by_key(|i| counts[*i]);
    let (mut hidden, mut sum) = (0, 0);
    for i in order {
        if counts[i] < limit || hidden < 2 || sum < limit {
            (cells[i], hidden, sum) = (None, hidden + 1, sum + counts[i]);
        }
    }
    cells
}

/// By their words: neither who gave a reason nor when can be told from its place.
fn reasons(given: &[&Given]) -> Vec<(String, String)> {
    let filled = given.iter().filter(|g| !g.reason.is_empty());
    let mut reasons: Vec<(String, String)> = filled.map(|g| (g.reason.clone(), g.lang.clone())).collect();
    reasons.sort();
    reasons.dedup();
    reasons
}
