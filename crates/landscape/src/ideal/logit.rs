//! How likely an answer is: P(agree), P(pass), P(disagree) ∝ e^η, e^ζ, e^−η.
//!
//! The partial credit model (Masters 1982; Muraki 1992): the three answers are in order, the pass between the others,
//! and among those who took a side it is the plain logit of 2η. It is an exponential family, so that score and
//! curvature are an answer less its mean and its variance, and the whole costs one exponential.

/// Answers of one participant in the order of their cells, and what the model makes of them.
#[derive(Debug, Default)]
pub(super) struct Looks {
    /// In: η. Out: curvature in η, the variance of the answer.
    pub eta: Vec<f64>,
    /// In: e^ζ. Out: slope in ζ.
    pub pass: Vec<f64>,
    /// In: the answer, −1, 0 or 1. Out: slope in η, the answer less its mean.
    pub answer: Vec<f64>,
}

impl Looks {
    /// Room for this many cells.
    pub(super) fn resize(&mut self, cells: usize) {
        self.eta.resize(cells, 0.0);
        self.pass.resize(cells, 0.0);
        self.answer.resize(cells, 0.0);
    }

    #[inline]
    pub(super) fn set(&mut self, cell: usize, eta: f64, pass: f64, answer: f64) {
        self.eta[cell] = eta;
        self.pass[cell] = pass;
        self.answer[cell] = answer;
    }

    /// From what stands in to what stands out.
    pub(super) fn look(&mut self) {
        let n = self.eta.len();
        let (eta, pass, answer) = (&mut self.eta[..n], &mut self.pass[..n], &mut self.answer[..n]);
        // By place, on slices of one length: the compiler then computes several cells at once.
        for i in 0..n {
            let [agree, passes, disagree] = shares(eta[i], pass[i]);
            let mean = agree - disagree;
            pass[i] = (1.0 - answer[i] * answer[i]) - passes;
            answer[i] -= mean;
            eta[i] = agree + disagree - mean * mean;
        }
    }

    /// Slope in η, curvature in η and slope in ζ of one cell, after [`Self::look`].
    #[inline]
    pub(super) fn out(&self, cell: usize) -> (f64, f64, f64) {
        (self.answer[cell], self.eta[cell], self.pass[cell])
    }
}

/// Shares of agree, pass and disagree.
#[inline]
pub(super) fn shares(eta: f64, pass: f64) -> [f64; 3] {
    // All three times e^η: one division instead of two.
    let odds = exp(eta);
    let (agree, pass) = (odds * odds, pass * odds);
    let one = 1.0 / (agree + pass + 1.0);
    [agree * one, pass * one, one]
}

/// e^x for −30 ≤ x ≤ 30 (beyond, that of the nearer end), within 1e-11. Ours, because it is the same on every machine
/// and because the compiler can compute several at once.
#[inline]
pub(super) fn exp(x: f64) -> f64 {
    const TAYLOR: [f64; 10] = [
        1.0 / 362_880.0,
        1.0 / 40_320.0,
        1.0 / 5_040.0,
        1.0 / 720.0,
        1.0 / 120.0,
        1.0 / 24.0,
        1.0 / 6.0,
        0.5,
        1.0,
        1.0,
    ];
    // Adding this number leaves the nearest whole number in the low bits.
    const WHOLE: f64 = 6_755_399_441_055_744.0;
    let x = if x > -30.0 { x } else { -30.0 };
    let x = if x < 30.0 { x } else { 30.0 };
    let shifted = x * std::f64::consts::LOG2_E + WHOLE;
    let rest = x - (shifted - WHOLE) * std::f64::consts::LN_2;
    let power = TAYLOR.iter().fold(0.0, |sum, c| sum * rest + c);
    f64::from_bits((shifted.to_bits() << 52).wrapping_add(power.to_bits()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_exponential_is_that_of_the_library() {
        for i in -3000..=3000 {
            let x = f64::from(i) / 100.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 1e-10, "{x}");
        }
        assert_eq!((exp(-1e9), exp(1e9), exp(f64::NAN)), (exp(-30.0), exp(30.0), exp(-30.0)));
    }

    #[test]
    fn slopes_and_curvature_are_those_of_the_likelihood() {
        let likelihood = |answer: i8, eta: f64, zeta: f64| {
            let [agree, pass, disagree] = shares(eta, zeta.exp());
            [disagree, pass, agree][(answer + 1) as usize].ln()
        };
        let (h, eta, zeta) = (1e-4, 0.7_f64, -0.4_f64);
        for answer in [-1i8, 0, 1] {
            let mut looks = Looks::default();
            looks.resize(1);
            looks.set(0, eta, zeta.exp(), f64::from(answer));
            looks.look();
            let (slope, curve, pass) = looks.out(0);
            let [low, mid, high] = [eta - h, eta, eta + h].map(|x| likelihood(answer, x, zeta));
            assert!(((high - low) / (2.0 * h) - slope).abs() < 1e-5);
            assert!(((2.0 * mid - high - low) / (h * h) - curve).abs() < 1e-3);
            let sideways = (likelihood(answer, eta, zeta + h) - likelihood(answer, eta, zeta - h)) / (2.0 * h);
            assert!((sideways - pass).abs() < 1e-5);
        }
    }
}
