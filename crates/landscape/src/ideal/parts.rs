//! A mixture seen as groups: its components, where a valley lies between any two.

use super::{
    dense::{cholesky, dot, inverse, times},
    mixture::{Evidence, Lens, Mixture, mixture},
    space::MOST,
};
use crate::ground;

/// Fewer participants are no group.
const LEAST: usize = 5;

/// What is asked of groups before it is asked whether they would be there again.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bar {
    /// What a free number costs, in halves of log n (Schwarz 1978: 1).
    pub price: f64,
    /// The valley holds less than this share of the valley and the lower peak together, surely.
    pub valley: f64,
}

/// A mixture whose components are gathered into groups.
pub(super) struct Parts {
    mixture: Mixture,
    lens: Lens,
    /// Group of each component.
    group: Vec<usize>,
    pub count: usize,
}

impl Parts {
    pub(super) fn of(&self, evidence: &Evidence) -> usize {
        let mut sums = vec![0.0; self.count];
        self.lens.shares(evidence).iter().zip(&self.group).for_each(|(share, g)| sums[*g] += share);
        (0..self.count).fold(0, |best, g| if sums[g] > sums[best] { g } else { best })
    }

    fn join(&mut self, a: usize, b: usize) {
        for group in &mut self.group {
            *group = if *group == b { a } else { *group - usize::from(*group > b) };
        }
        self.count -= 1;
    }
}

/// Components without a surely lower valley between them are one group (as in Hennig 2010).
pub(super) fn parts(points: &[Evidence], dims: usize, bar: Bar) -> Parts {
    let mixture = mixture(points, dims, bar.price);
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
            Some((depth, a, b)) if depth >= bar.valley => parts.join(a, b),
            _ => break,
        }
    }
    parts
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
