//! The map: an order of the participants that stands alone, and beside it what the order leaves out.

use super::{
    dense::{dot, eigen, times, transposed},
    space::{Fitted, MOST, Place, Spread, seen_through},
};

/// Positions with standard errors, in logits.
pub(super) struct Map {
    /// Participants.
    pub people: Vec<[f64; 2]>,
    pub people_se: Vec<[f64; 2]>,
    /// How much a statement sorts participants along each axis.
    pub items: Vec<[f64; 2]>,
    pub items_se: Vec<[f64; 2]>,
}

impl Map {
    /// x from the one-dimensional model: the best single order. y is what the other model knows besides. `people` are
    /// the participants in the order in which sums are made.
    pub(super) fn of(order: &dyn Fitted, model: &dyn Fitted, people: &[usize], seen: &[bool]) -> Self {
        let mut map = Self {
            people: vec![[0.0; 2]; people.len()],
            people_se: vec![[0.0; 2]; people.len()],
            items: vec![[0.0; 2]; seen.len()],
            items_se: vec![[0.0; 2]; seen.len()],
        };
        map.first(order, seen);
        if model.dims() > 1 {
            map.second(model, people, seen);
        }
        map
    }

    fn first(&mut self, order: &dyn Fitted, seen: &[bool]) {
        let slopes: Vec<([f64; MOST], Spread)> = (0..seen.len()).map(|s| order.slope(s)).collect();
        let shown = || slopes.iter().zip(seen).filter(|(_, seen)| **seen).map(|((a, _), _)| a[0]);
        let n = shown().count().max(1) as f64;
        let sign = upright(shown());
        let scale = sign * (shown().map(|a| a * a).sum::<f64>() / n).sqrt().max(1e-9);
        for (p, (at, se)) in self.people.iter_mut().zip(&mut self.people_se).enumerate() {
            let place = order.place(p);
            at[0] = place.at[0] * scale + 0.0;
            se[0] = place.cov[0][0].max(0.0).sqrt() * scale.abs();
        }
        for (s, (a, cov)) in slopes.iter().enumerate().filter(|(s, _)| seen[*s]) {
            self.items[s][0] = a[0] / scale * scale.abs() + 0.0;
            self.items_se[s][0] = cov[0][0].max(0.0).sqrt();
        }
    }

    fn second(&mut self, model: &dyn Fitted, people: &[usize], seen: &[bool]) {
        let places: Vec<Place> = (0..self.people.len()).map(|p| model.place(p)).collect();
        let rest = self.left_over(&places, people);
        let spread = spread(people.iter().map(|p| rest[*p]));
        let axis = strongest(&spread, &lengths(model, seen));
        let variance = dot(&axis, &times(&spread, &axis));
        if variance < 1e-12 {
            return;
        }
        let along = times(&spread, &axis).map(|x| x / variance);
        let slope = |s: usize| dot(&model.slope(s).0, &along);
        let sign = upright((0..seen.len()).filter(|s| seen[*s]).map(slope));
        for (p, place) in places.iter().enumerate() {
            self.people[p][1] = sign * dot(&axis, &rest[p]) + 0.0;
            self.people_se[p][1] = dot(&axis, &times(&place.cov, &axis)).max(0.0).sqrt();
        }
        for s in (0..seen.len()).filter(|s| seen[*s]) {
            self.items[s][1] = sign * slope(s) + 0.0;
            self.items_se[s][1] = dot(&along, &times(&model.slope(s).1, &along)).max(0.0).sqrt();
        }
    }

    /// Places less what the order says of them (least squares).
    fn left_over(&self, places: &[Place], people: &[usize]) -> Vec<[f64; MOST]> {
        let n = places.len().max(1) as f64;
        let sum = |of: &dyn Fn(usize) -> f64| people.iter().map(|p| of(*p)).sum::<f64>();
        let x_mean = sum(&|p| self.people[p][0]) / n;
        let away = |p: usize| self.people[p][0] - x_mean;
        let mean: [f64; MOST] = std::array::from_fn(|k| sum(&|p| places[p].at[k]) / n);
        let variance = sum(&|p| away(p).powi(2)).max(1e-12);
        let share: [f64; MOST] = std::array::from_fn(|k| sum(&|p| places[p].at[k] * away(p)) / variance);
        let rest = |(place, x): (&Place, &[f64; 2])| {
            std::array::from_fn(|k| place.at[k] - mean[k] - share[k] * (x[0] - x_mean))
        };
        places.iter().zip(&self.people).map(rest).collect()
    }
}

/// 1 or −1, so that the value of largest size becomes positive.
fn upright(values: impl Iterator<Item = f64>) -> f64 {
    let largest = values.fold(0.0_f64, |best, x| if x.abs() > best.abs() * (1.0 + 1e-9) { x } else { best });
    if largest < 0.0 { -1.0 } else { 1.0 }
}

fn spread(points: impl ExactSizeIterator<Item = [f64; MOST]>) -> Spread {
    let n = points.len().max(1) as f64;
    let mut sums = [[0.0; MOST]; MOST];
    for point in points {
        for (i, row) in sums.iter_mut().enumerate() {
            row.iter_mut().zip(&point).for_each(|(sum, x)| *sum += point[i] * x);
        }
    }
    sums.map(|row| row.map(|sum| sum / n))
}

/// The matrix that turns places into logits: the square root of the mean square of the slopes.
fn lengths(model: &dyn Fitted, seen: &[bool]) -> Spread {
    let slopes: Vec<[f64; MOST]> = (0..seen.len()).filter(|s| seen[*s]).map(|s| model.slope(s).0).collect();
    let (values, vectors) = eigen(&spread(slopes.into_iter()));
    let scaled: Spread = std::array::from_fn(|i| vectors[i].map(|x| x * values[i].max(0.0).sqrt()));
    super::dense::product(&transposed(&vectors), &scaled)
}

/// The direction in which the participants differ most, measured in logits.
fn strongest(spread: &Spread, lengths: &Spread) -> [f64; MOST] {
    let (_, vectors) = eigen(&seen_through(lengths, spread));
    times(lengths, &vectors[0])
}
