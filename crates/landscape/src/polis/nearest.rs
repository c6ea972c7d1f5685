//! The nearest centre of each of many points, again and again while the centres move.
//!
//! How far any other centre is at least is kept of each point; while its own is nearer, no other is looked at (Hamerly
//! 2010), and only those about its own can come nearer. Where that is not enough, a centre more than twice as far from the
//! present one as the point is cannot be nearer (Elkan 2003). The answer is that of looking at all.

use super::cluster::{Point, squared};
use crate::parallel;

/// Points of one block of work.
const BLOCK: usize = 4096;
/// Bounds are believed with so much to spare, in which all rounding is lost.
const SPARE: f64 = 1e-9;

/// What is known of a point.
#[derive(Debug, Clone, Copy)]
struct Near {
    of: usize,
    /// How far its centre is.
    own: f64,
    /// How far any other is at least.
    others: f64,
}

/// Points with their nearest centres.
pub(super) struct Nearest<'a> {
    points: &'a [Point],
    near: Vec<Near>,
    centres: Vec<Point>,
    /// For each centre all centres with their squared distance from it, the nearest first.
    around: Vec<Vec<(f64, usize)>>,
    threads: usize,
}

impl<'a> Nearest<'a> {
    pub(super) fn new(points: &'a [Point], threads: usize) -> Self {
        let near = vec![Near { of: 0, own: 0.0, others: 0.0 }; points.len()];
        Self { points, near, centres: Vec::new(), around: Vec::new(), threads }
    }

    /// The place of the nearest centre of each point, of equal ones the first.
    pub(super) fn of(&self) -> impl Iterator<Item = usize> + '_ {
        self.near.iter().map(|near| near.of)
    }

    /// The centres are here now.
    pub(super) fn follow(&mut self, centres: &[Point]) {
        let known = self.centres.len() == centres.len();
        let moved: Vec<f64> = self.centres.iter().zip(centres).map(|(a, b)| squared(*a, *b).sqrt()).collect();
        self.look_around(centres);
        let furthest = if known { self.furthest_about(&moved) } else { Vec::new() };
        let blocks = self.points.len().div_ceil(BLOCK);
        let found = parallel::blocks(blocks, self.threads, |i| {
            let range = i * BLOCK..self.points.len().min((i + 1) * BLOCK);
            let one = |(point, near): (&Point, &Near)| {
                if known {
                    let (own, others) = (squared(*point, centres[near.of]).sqrt(), near.others - furthest[near.of]);
                    if own < others * (1.0 - SPARE) {
                        return Near { of: near.of, own, others };
                    }
                }
                closest(*point, near.of, centres, &self.around)
            };
            self.points[range.clone()].iter().zip(&self.near[range]).map(one).collect::<Vec<_>>()
        });
        self.near = found.concat();
    }

    /// How far the furthest of those centres went that can matter to the points of each: any other is, where it is now,
    /// further from all of these points than what they were known to be from others.
    fn furthest_about(&self, moved: &[f64]) -> Vec<f64> {
        let mut reach = vec![0.0_f64; moved.len()];
        for near in &self.near {
            reach[near.of] = reach[near.of].max(near.own + near.others);
        }
        let furthest = |(centre, reach): (usize, &f64)| {
            // The point is no further from its centre than before and the centre's own way.
            let reach = (reach + moved[centre]) * (1.0 + SPARE);
            let about = self.around[centre].iter().take_while(|(apart, _)| apart.sqrt() <= reach);
            about.map(|(_, other)| moved[*other]).fold(0.0, f64::max)
        };
        reach.iter().enumerate().map(furthest).collect()
    }

    fn look_around(&mut self, centres: &[Point]) {
        if self.centres.len() != centres.len() {
            self.around = vec![(0..centres.len()).map(|i| (0.0, i)).collect(); centres.len()];
        }
        for (centre, around) in centres.iter().zip(&mut self.around) {
            for (apart, other) in around.iter_mut() {
                *apart = squared(*centre, centres[*other]);
            }
            sort_again(around);
        }
        self.centres = centres.to_vec();
    }
}

/// Sorts what is nearly sorted: each goes down to where it belongs.
fn sort_again(around: &mut [(f64, usize)]) {
    for i in 1..around.len() {
        let mut place = i;
        while place > 0 && around[place].0 < around[place - 1].0 {
            around.swap(place, place - 1);
            place -= 1;
        }
    }
}

fn closest(point: Point, guess: usize, centres: &[Point], around: &[Vec<(f64, usize)>]) -> Near {
    let guess = guess.min(centres.len() - 1);
    let from_guess = squared(point, centres[guess]);
    let reach = 4.0 * from_guess * (1.0 + SPARE);
    let (mut best, mut second) = ((f64::INFINITY, 0), f64::INFINITY);
    let mut others = f64::INFINITY;
    for (apart, i) in &around[guess] {
        if *apart > reach {
            // All that are left are at least as far from the guess, hence so far from the point.
            others = apart.sqrt() - from_guess.sqrt();
            break;
        }
        let d = squared(point, centres[*i]);
        if d < best.0 || (d <= best.0 && *i < best.1) {
            (second, best) = (best.0, (d, *i));
        } else {
            second = second.min(d);
        }
    }
    Near { of: best.1, own: best.0.sqrt(), others: others.min(second.sqrt()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn while_centres_move_the_answer_is_that_of_measuring_everything() {
        let unit = |i: usize, of: u64| crate::chance::unit(i as u64, of) * 2.0 - 1.0;
        let mut points: Vec<Point> = (0..6000).map(|i| [unit(i, 1), unit(i, 2)]).collect();
        // As far from several centres.
        points.extend([[0.0, 0.0], [0.5, 0.5]]);
        let mut centres: Vec<Point> = (0..40).map(|i| [unit(i, 3), unit(i, 4)]).collect();
        centres.extend([[0.5, 0.0], [0.0, 0.5], [0.5, 0.0]]);
        let mut nearest = Nearest::new(&points, 2);
        for round in 0..30 {
            nearest.follow(&centres);
            for (point, of) in points.iter().zip(nearest.of()) {
                let least = centres.iter().map(|c| squared(*point, *c)).fold(f64::INFINITY, f64::min);
                assert_eq!(Some(of), centres.iter().position(|c| squared(*point, *c) <= least));
            }
            if round % 10 == 9 {
                centres.remove(3);
            }
            for (i, centre) in centres.iter_mut().enumerate() {
                centre[0] += unit(i, 10 + round) * 0.2 / (1 + round * round) as f64;
            }
        }
    }
}
