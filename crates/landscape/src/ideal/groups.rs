//! Opinion groups, if there are any that would be there again.
//!
//! Three things are asked of groups. They explain the places better than one cloud does (information criterion). There
//! is a valley between any two: fewer participants stand between them than at either, surely. And two thirds of
//! the participants, drawn again and again, give the same groups. Otherwise there is one group: everybody.

use super::{
    dense::{cholesky, dot, inverse, times},
    mixture::{Evidence, Lens, Mixture, mixture},
    space::{Fitted, MOST, evidence},
};
use crate::{chance, ground, parallel};

/// Participants that the search looks at; more do not change what is found.
const SAMPLE: usize = 1000;
/// How often two thirds of them are drawn.
const DRAWS: usize = 20;
/// So many draws are looked at before it is asked whether it is worth to go on; a divisor of [`DRAWS`].
const AT_ONCE: usize = 4;
/// Agreement (adjusted Rand index) with which groups count as the same again, and how many draws may fall short of it.
const SAME: f64 = 0.8;
const MOST_OTHERS: usize = DRAWS / 5;
/// The valley holds at most this share of the valley and the lower peak together, surely.
const VALLEY: f64 = 0.42;
/// Fewer participants are no group.
const LEAST: usize = 5;

/// What was found.
pub(super) struct Found {
    /// For each participant the group that their answers make most likely; the largest group is 0.
    pub of: Vec<usize>,
    /// For each group, how much of it is there again in a draw (mean Jaccard index; Hennig 2007).
    pub stability: Vec<f64>,
    /// Whether there is more than one and they are stable.
    pub stable: bool,
}

/// Searches for groups among these participants (places in the model), and then puts everybody into one: were those who
/// answered little in none, a few of them would be what is left of a count when the groups are taken off, and the smallest
/// group would have to be hidden for their sake. `people` stand in an order that does not depend on their names, and so
/// do not the lots of all.
pub(super) fn search(model: &dyn Fitted, people: &[usize], lots: &[u64], threads: usize) -> Found {
    let evidence = |p: usize| evidence(&model.place(p));
    let sample = &people[..people.len().min(SAMPLE)];
    let points: Vec<Evidence> = sample.iter().map(|p| evidence(*p)).collect();
    let parts = parts(&points, model.dims());
    if parts.count < 2 {
        return Found::one(lots.len());
    }
    let own: Vec<usize> = points.iter().map(|e| parts.of(e)).collect();
    let again = |draw: usize| {
        let part: Vec<Evidence> = sample
            .iter()
            .zip(&points)
            .filter(|(p, _)| !chance::mix(lots[**p], draw as u64 + 1).is_multiple_of(3))
            .map(|(_, e)| *e)
            .collect();
        let again = self::parts(&part, model.dims());
        points.iter().map(|e| again.of(e)).collect::<Vec<usize>>()
    };
    let mut draws: Vec<Vec<usize>> = Vec::with_capacity(DRAWS);
    let mut others = 0;
    while draws.len() < DRAWS {
        let from = draws.len();
        draws.extend(parallel::blocks(AT_ONCE, threads, |k| again(from + k)));
        others += draws[from..].iter().filter(|again| adjusted_rand(&own, again) < SAME).count();
        if others > MOST_OTHERS {
            return Found::one(lots.len());
        }
    }
    let (of, rank) = by_size((0..lots.len()).map(|p| parts.of(&evidence(p))).collect(), parts.count);
    let mut stability = vec![0.0; parts.count];
    for (part, rank) in rank.iter().enumerate() {
        stability[*rank] = draws.iter().map(|again| jaccard(&own, again, part)).sum::<f64>() / DRAWS as f64;
    }
    Found { of, stability, stable: true }
}

/// A mixture whose components are gathered into groups.
struct Parts {
    mixture: Mixture,
    lens: Lens,
    /// Group of each component.
    group: Vec<usize>,
    count: usize,
}

impl Found {
    /// One group: everybody.
    fn one(participants: usize) -> Self {
        Self { of: vec![0; participants], stability: vec![1.0; participants.min(1)], stable: false }
    }
}

impl Parts {
    fn of(&self, evidence: &Evidence) -> usize {
        let mut sums = vec![0.0; self.count];
        self.lens.shares(evidence).iter().zip(&self.group).for_each(|(share, g)| sums[*g] += share);
        (0..self.count).fold(0, |best, g| if sums[g] > sums[best] { g } else { best })
    }
}

/// Components without a surely lower valley between them are one group (as in Hennig 2010).
fn parts(points: &[Evidence], dims: usize) -> Parts {
    let mixture = mixture(points, dims);
    let count = mixture.centres.len();
    let lens = mixture.lens();
    let mut parts = Parts { group: (0..count).collect(), count, mixture, lens };
    let places: Vec<[f64; MOST]> = points.iter().map(|e| parts.lens.place(e)).collect();
    while parts.count > 1 {
        let of: Vec<usize> = points.iter().map(|e| parts.of(e)).collect();
        let pairs = (0..parts.count).flat_map(|a| (0..a).map(move |b| (b, a)));
        let shallow =
            pairs.map(|(a, b)| (valley(&parts.mixture, &places, &of, a, b), a, b)).max_by(|x, y| x.0.total_cmp(&y.0));
        match shallow {
            Some((depth, a, b)) if depth >= VALLEY => parts.join(a, b),
            _ => break,
        }
    }
    parts
}

impl Parts {
    fn join(&mut self, a: usize, b: usize) {
        for group in &mut self.group {
            *group = if *group == b { a } else { *group - usize::from(*group > b) };
        }
        self.count -= 1;
    }
}

/// Upper bound of the share that the emptiest place between two groups has, of it and the lower of the two peaks: one
/// half where there is no valley, 0 where nobody stands there.
fn valley(mixture: &Mixture, places: &[[f64; MOST]], of: &[usize], a: usize, b: usize) -> f64 {
    let own = |group: usize| places.iter().zip(of).filter(move |(_, g)| **g == group).map(|(p, _)| p);
    if own(a).count() < LEAST || own(b).count() < LEAST {
        return 1.0;
    }
    let [from, to] = [a, b].map(|group| {
        let n = own(group).count() as f64;
        std::array::from_fn::<f64, MOST, _>(|k| own(group).map(|p| p[k]).sum::<f64>() / n)
    });
    let apart: [f64; MOST] = std::array::from_fn(|k| to[k] - from[k]);
    // The direction that tells the two apart best (Fisher 1936).
    let axis = times(&inverse(&cholesky(&mixture.spread)), &apart);
    let project = |group: usize| {
        let mut line: Vec<f64> = own(group).map(|p| dot(&axis, p)).collect();
        line.sort_by(f64::total_cmp);
        line
    };
    let (left, right) = (project(a), project(b));
    let (low, high) = (left[left.len() / 2], right[right.len() / 2]);
    let width = (high - low) / 4.0;
    if width <= 0.0 {
        return 1.0;
    }
    let near = |middle: f64| left.iter().chain(&right).filter(|x| (**x - middle).abs() <= width / 2.0).count();
    let peak = near(low).min(near(high));
    let lowest = (0..=4).map(|i| near(low + width * (1.0 + f64::from(i) / 2.0))).min().unwrap_or(peak);
    ground::support_bounds(lowest, peak).1
}

/// Groups renamed by size, the largest first, and the new name of each old one.
fn by_size(of: Vec<usize>, count: usize) -> (Vec<usize>, Vec<usize>) {
    let mut sizes = vec![0usize; count];
    for g in &of {
        sizes[*g] += 1;
    }
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|g| std::cmp::Reverse(sizes[*g]));
    let mut rank = vec![0; count];
    order.iter().enumerate().for_each(|(r, g)| rank[*g] = r);
    (of.into_iter().map(|g| rank[g]).collect(), rank)
}

/// How much two groupings agree beyond chance: 1 the same, 0 as by lot (Hubert & Arabie 1985).
pub(crate) fn adjusted_rand(a: &[usize], b: &[usize]) -> f64 {
    let size = |of: &[usize]| of.iter().max().map_or(0, |m| m + 1);
    let (rows, columns) = (size(a), size(b));
    let mut table = vec![0u64; rows * columns];
    a.iter().zip(b).for_each(|(a, b)| table[a * columns + b] += 1);
    let pairs = |n: u64| (n * n.saturating_sub(1)) as f64 / 2.0;
    let row = |r: usize| table[r * columns..(r + 1) * columns].iter().sum::<u64>();
    let column = |c: usize| (0..rows).map(|r| table[r * columns + c]).sum::<u64>();
    let both: f64 = table.iter().map(|n| pairs(*n)).sum();
    let first: f64 = (0..rows).map(|r| pairs(row(r))).sum();
    let second: f64 = (0..columns).map(|c| pairs(column(c))).sum();
    let expected = first * second / pairs(a.len() as u64).max(1.0);
    let most = f64::midpoint(first, second);
    if most - expected <= 0.0 { 1.0 } else { (both - expected) / (most - expected) }
}

/// Overlap of a group with the most similar group of another grouping.
fn jaccard(own: &[usize], again: &[usize], group: usize) -> f64 {
    let count = again.iter().max().map_or(0, |m| m + 1);
    let mut both = vec![0usize; count];
    let mut sizes = vec![0usize; count];
    let mut size = 0;
    for (a, b) in own.iter().zip(again) {
        sizes[*b] += 1;
        both[*b] += usize::from(*a == group);
        size += usize::from(*a == group);
    }
    (0..count).map(|g| both[g] as f64 / (size + sizes[g] - both[g]).max(1) as f64).fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rand_index_is_one_for_the_same_and_none_for_one_group() {
        let a = [0, 0, 1, 1, 2, 2];
        assert!((adjusted_rand(&a, &[2, 2, 0, 0, 1, 1]) - 1.0).abs() < 1e-12);
        assert!(adjusted_rand(&a, &[0; 6]).abs() < 1e-12);
    }
}
