//! Several whole-number objectives: one after the other, and all trade-offs between them.

use super::sweep::sweep;
use super::{Answer, Choice, Goal, Linear, Model, Row, Solver, Status, Watch, maximise};

/// A front: the points that no choice improves in one objective without losing in another.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Front {
    /// Values of the objectives and a choice that has them, in falling order of the values.
    pub points: Vec<(Vec<i64>, Choice)>,
    /// Whether these are all points: proved.
    pub complete: bool,
}

/// The best choice by the first objective, among those the best by the second, and so on.
pub fn lexicographic(
    model: &Model,
    goals: &[Goal],
    start: Option<&Choice>,
    work: u64,
    solver: &dyn Solver,
    watch: &Watch<'_>,
) -> Vec<Answer> {
    let mut model = model.clone();
    let mut answers: Vec<Answer> = Vec::new();
    for goal in goals {
        let before = answers.last().and_then(|answer| answer.choice.clone()).or_else(|| start.cloned());
        let answer = maximise(&model, goal, before.as_ref(), (0.0, work), solver, watch);
        let Some(choice) = answer.choice.clone() else {
            answers.push(answer);
            break;
        };
        keep(&mut model, goal, &choice);
        answers.push(answer);
    }
    answers
}

/// Rows that hold what a choice reached.
fn keep(model: &mut Model, goal: &Goal, choice: &Choice) {
    let reached = goal.at(choice) as i64;
    match goal {
        Goal::Linear(function) => {
            model.add_row(Row::at_least("what came before", function.clone(), reached));
        }
        Goal::Least(functions) => functions.iter().for_each(|function| {
            model.add_row(Row::at_least("what came before", function.clone(), reached));
        }),
        Goal::Curves(_) => {}
    }
}

/// All points of the front of two or more objectives, by ε-constraints in whole-number steps.
///
/// A box of the space of values is asked for the largest sum of the objectives in it: that point is on the front,
/// because whatever is better would lie in the box with a larger sum. The box is then cut at the point, and a part
/// that lies in another is dropped; a box in which nothing is found is done. `most` ends it after so many points.
///
/// Of five objectives or more a point leaves too many boxes; there all choices are looked at, one after the other, as far
/// as `work` steps reach.
pub fn frontier(
    model: &Model,
    objectives: &[Linear],
    most: usize,
    work: u64,
    solver: &dyn Solver,
    watch: &Watch<'_>,
) -> Front {
    if objectives.len() > MOST_BOXED {
        return sweep(model, objectives, most, work, watch);
    }
    let sum = Goal::Linear(Linear::sum(objectives));
    let mut front = Front { points: Vec::new(), complete: true };
    let mut boxes = vec![objectives.iter().map(|f| f.span().0).collect::<Vec<i64>>()];
    while let Some(low) = boxes.pop() {
        if watch.stops() || front.points.len() >= most {
            front.complete = false;
            break;
        }
        let mut inside = model.clone();
        for (function, low) in objectives.iter().zip(&low) {
            inside.add_row(Row::at_least("a step of the frontier", function.clone(), *low));
        }
        let answer = maximise(&inside, &sum, None, (0.0, work), solver, &watch.quiet());
        front.complete &= matches!(answer.status, Status::Optimal | Status::None);
        let Some(choice) = answer.choice else { continue };
        let point: Vec<i64> = objectives.iter().map(|f| f.at(&choice)).collect();
        boxes.push(low);
        boxes = cut(&boxes, &point);
        front.points.push((point, choice));
    }
    front.points.sort_by(|a, b| b.0.cmp(&a.0));
    front
}

/// Most objectives for which the space of values is cut into boxes.
const MOST_BOXED: usize = 4;

/// Takes out of every box what is at most a point in all objectives.
fn cut(boxes: &[Vec<i64>], point: &[i64]) -> Vec<Vec<i64>> {
    let holds = |low: &[i64]| low.iter().zip(point).all(|(l, p)| l <= p);
    let (mut kept, mut parts) = (Vec::new(), Vec::new());
    for low in boxes {
        if !holds(low) {
            kept.push(low.clone());
            continue;
        }
        for (i, p) in point.iter().enumerate() {
            let mut part = low.clone();
            part[i] = p.saturating_add(1);
            parts.push(part);
        }
    }
    parts.sort();
    parts.dedup();
    let inside = |a: &[i64], b: &[i64]| a.iter().zip(b).all(|(a, b)| a >= b);
    for part in &parts {
        let elsewhere = kept.iter().chain(parts.iter().filter(|other| *other != part)).any(|b| inside(part, b));
        if !elsewhere {
            kept.push(part.clone());
        }
    }
    kept
}
