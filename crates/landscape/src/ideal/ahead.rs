//! From a slow iteration to a fast one: Anderson acceleration (Walker & Ni 2011).
//!
//! The last few steps say how the next ones will go on; the combination of them that would have moved least is taken.
//! The fixed point stays the same.

use super::dense::{backward, cholesky, forward};

/// Steps that are remembered.
const MEMORY: usize = 6;
/// A step so much longer than the one before means that the prediction was no good: forget it.
const ASTRAY: f64 = 1.5;

/// The memory of an iteration x → g(x).
#[derive(Debug, Default)]
pub(super) struct Ahead {
    /// Differences of successive residuals g(x) − x and of successive images g(x), the latest last.
    differences: Vec<(Vec<f64>, Vec<f64>)>,
    last: Option<(Vec<f64>, Vec<f64>)>,
}

impl Ahead {
    /// Where to go on from, instead of g(x).
    pub(super) fn next(&mut self, x: &[f64], image: Vec<f64>) -> Vec<f64> {
        let residual = less(&image, x);
        if let Some((before, image_before)) = self.last.take() {
            if length(&residual) > ASTRAY * length(&before) {
                self.differences.clear();
            } else {
                self.differences.push((less(&residual, &before), less(&image, &image_before)));
            }
        }
        if self.differences.len() > MEMORY {
            self.differences.remove(0);
        }
        let weights = self.weights(&residual);
        let mut next = image.clone();
        for (weight, (_, moved)) in weights.iter().zip(&self.differences) {
            next.iter_mut().zip(moved).for_each(|(x, m)| *x -= weight * m);
        }
        self.last = Some((residual, image));
        next
    }

    /// The combination of residual differences that is nearest to the residual (least squares, slightly regularised).
    fn weights(&self, residual: &[f64]) -> [f64; MEMORY] {
        let differences: Vec<&Vec<f64>> = self.differences.iter().map(|(d, _)| d).collect();
        let largest = differences.iter().map(|d| inner(d, d)).fold(0.0, f64::max);
        if largest <= 0.0 {
            return [0.0; MEMORY];
        }
        let mut square = super::dense::identity::<MEMORY>();
        let mut along = [0.0; MEMORY];
        for (i, a) in differences.iter().enumerate() {
            along[i] = inner(a, residual) / largest;
            for (j, b) in differences.iter().enumerate().take(i + 1) {
                square[i][j] = inner(a, b) / largest;
            }
            square[i][i] += 1e-10;
        }
        let factor = cholesky(&square);
        backward(&factor, &forward(&factor, &along))
    }
}

fn less(a: &[f64], b: &[f64]) -> Vec<f64> {
    a.iter().zip(b).map(|(x, y)| x - y).collect()
}

fn inner(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(x, y)| x * y).sum()
}

fn length(a: &[f64]) -> f64 {
    inner(a, a).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_linear_iteration_ends_soon() {
        // x → A·x + b with eigenvalues up to 0.99: alone it would need 2,000 steps.
        let rates = [0.99, 0.9, 0.5, -0.3];
        let image = |x: &[f64]| x.iter().zip(rates).map(|(x, r)| r * x + 1.0 - r).collect::<Vec<f64>>();
        let (mut x, mut ahead) = (vec![0.0; 4], Ahead::default());
        for _ in 0..20 {
            x = ahead.next(&x, image(&x));
        }
        assert!(x.iter().all(|x| (x - 1.0).abs() < 1e-6), "{x:?}");
    }
}
