//! How many dimensions: those with which the model says best what it was not shown.

use super::{
    cells::Cells,
    space::{self, Fitted},
};
use crate::{Votes, chance};

/// Responses from which a participant can spare some.
const ENOUGH: usize = 7;
/// One response in ten is held out.
const HELD: u64 = 10;
/// More responses than this tell no more about the number of dimensions: a sample of participants does.
const SAMPLE: usize = 150_000;

/// The chosen number of dimensions, with the model that was fitted to choose it: a good place to begin.
pub(super) struct Chosen {
    pub dims: usize,
    pub model: Option<Box<dyn Fitted>>,
    /// The participants that it was fitted to.
    pub people: Vec<usize>,
}

/// 1, 2 or 3: the fewest dimensions whose likelihood of held-out responses is within one standard error of the best
/// (Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 7.10).
pub(super) fn dimensions(votes: &Votes, cells: &Cells, axes: &[Vec<f64>], threads: usize) -> Chosen {
    let lot = |ids: &[String]| ids.iter().map(|id| chance::of_text(id, 0)).collect::<Vec<u64>>();
    let (people, items) = (lot(votes.participants()), lot(votes.statements()));
    let places = sample(cells, &people);
    let held = |p: usize, cell: u32| chance::mix(people[places[p]], items[(cell / 3) as usize]).is_multiple_of(HELD);
    let cells = cells.of_participants(&places);
    let (shown, hidden) = (cells.only(|p, cell| !held(p, cell)), cells.only(held));
    if hidden.len() == 0 {
        return Chosen { dims: 1, model: None, people: Vec::new() };
    }
    let mut models: Vec<Box<dyn Fitted>> =
        (1..=space::MOST).map(|dims| space::start(dims, &shown, axes, false)).collect();
    for model in &mut models {
        model.settle(&shown, threads, true);
    }
    let scores: Vec<Vec<f64>> = models.iter().map(|model| score(model.as_ref(), &hidden)).collect();
    let dims = fewest(&scores);
    Chosen { dims, model: Some(models.swap_remove(dims - 1)), people: places }
}

/// Participants with enough responses, by lot where there are many.
fn sample(cells: &Cells, lots: &[u64]) -> Vec<usize> {
    let mut able: Vec<usize> = (0..cells.participants()).filter(|p| cells.row(*p).len() >= ENOUGH).collect();
    if cells.len() > SAMPLE {
        able.sort_by_key(|p| (lots[*p], *p));
        let mut total = 0;
        able.retain(|p| {
            total += cells.row(*p).len();
            total <= SAMPLE
        });
        able.sort_unstable();
    }
    able
}

/// Log-likelihood of the hidden responses, by participant.
fn score(model: &dyn Fitted, hidden: &Cells) -> Vec<f64> {
    let one = |p: usize, cell: &u32| {
        let [agree, pass, disagree] = model.probabilities(Some(p), Some((cell / 3) as usize));
        [disagree, pass, agree][(cell % 3) as usize].max(1e-12).ln()
    };
    (0..hidden.participants()).map(|p| hidden.row(p).iter().map(|cell| one(p, cell)).sum()).collect()
}

fn fewest(scores: &[Vec<f64>]) -> usize {
    let total = |score: &Vec<f64>| score.iter().sum::<f64>();
    let Some(best) = scores.iter().max_by(|a, b| total(a).total_cmp(&total(b))) else { return 1 };
    let near = |score: &Vec<f64>| {
        let differences = || best.iter().zip(score).map(|(b, s)| b - s);
        let error = differences().map(|d| d * d).sum::<f64>().sqrt();
        differences().sum::<f64>() <= error
    };
    scores.iter().position(near).map_or(1, |place| place + 1)
}
