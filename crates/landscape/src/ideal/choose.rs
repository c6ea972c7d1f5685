//! How many dimensions: those with which the model says best what it was not shown.

use super::{
    cells::Cells,
    priors::Purpose,
    space::{self, Fitted, MOST},
};
use crate::{chance, parallel};

/// Responses from which a participant can spare some.
const ENOUGH: usize = 7;
/// Each response is held out once: the responses are dealt into so many parts by lot.
const FOLDS: usize = 5;

/// More responses than this tell no more about the number of dimensions: a sample of participants does.
const SAMPLE: usize = 75_000;
/// So many standard errors behind the best, a number of dimensions is surely worse.
const SURE: f64 = 2.0;

/// The chosen number of dimensions, and what was fitted to choose it.
pub(super) struct Chosen {
    pub dims: usize,
    /// With so many dimensions, fitted without the first part: a good place to begin. None where there is too little.
    pub model: Option<Box<dyn Fitted>>,
    /// The participants that it was fitted to.
    pub people: Vec<usize>,
}

/// 1, 2 or 3: the fewest dimensions whose likelihood of held-out responses is not surely below that of the best (as in
/// Hastie, Tibshirani & Friedman, The Elements of Statistical Learning, 7.10, with two standard errors instead of one).
/// Participants and their lots come in an order that does not depend on their names.
pub(super) fn dimensions(cells: &Cells, lots: &[u64], axes: &[Vec<f64>], threads: usize) -> Chosen {
    let people = sample(cells);
    let cells = cells.of_participants(&people);
    let part = |p: usize, cell: u32| chance::mix(lots[people[p]], u64::from(cell / 3)) as usize % FOLDS;
    if cells.len() == 0 {
        return Chosen { dims: 1, model: None, people };
    }
    let fitted = parallel::blocks(FOLDS * MOST, threads, |task| {
        let (fold, dims) = (task / MOST, task % MOST + 1);
        let shown = cells.only(|p, cell| part(p, cell) != fold);
        let mut model = space::start(dims, &shown, axes, Purpose::Map);
        model.settle(&shown, 1, true);
        let scores = score(model.as_ref(), &cells.only(|p, cell| part(p, cell) == fold));
        (model, scores)
    });
    let mut scores = vec![vec![0.0; cells.participants()]; MOST];
    let mut models = Vec::new();
    for (task, (model, found)) in fitted.into_iter().enumerate() {
        scores[task % MOST].iter_mut().zip(found).for_each(|(sum, score)| *sum += score);
        if task < MOST {
            models.push(model);
        }
    }
    let behind = behind(&scores);
    let dims = behind.iter().position(|behind| *behind <= SURE).map_or(1, |place| place + 1);
    Chosen { dims, model: Some(models.swap_remove(dims - 1)), people }
}

/// Participants with enough responses, the first in order where there are many.
fn sample(cells: &Cells) -> Vec<usize> {
    let mut total = 0;
    let able = (0..cells.participants()).filter(|p| cells.row(*p).len() >= ENOUGH);
    able.take_while(|p| {
        total += cells.row(*p).len();
        total <= SAMPLE
    })
    .collect()
}

/// Log-likelihood of the hidden responses, by participant.
fn score(model: &dyn Fitted, hidden: &Cells) -> Vec<f64> {
    let one = |p: usize, cell: &u32| model.chance(p, *cell).max(1e-12).ln();
    (0..hidden.participants()).map(|p| hidden.row(p).iter().map(|cell| one(p, cell)).sum()).collect()
}

/// How many standard errors, over participants, each is behind the best.
fn behind(scores: &[Vec<f64>]) -> Vec<f64> {
    let total = |score: &Vec<f64>| score.iter().sum::<f64>();
    let Some(best) = scores.iter().max_by(|a, b| total(a).total_cmp(&total(b))) else { return Vec::new() };
    let one = |score: &Vec<f64>| {
        let differences = || best.iter().zip(score).map(|(b, s)| b - s);
        differences().sum::<f64>() / differences().map(|d| d * d).sum::<f64>().sqrt().max(f64::MIN_POSITIVE)
    };
    scores.iter().map(one).collect()
}
