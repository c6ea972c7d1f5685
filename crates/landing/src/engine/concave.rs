//! Concave functions of whole-number gains. Between neighbouring integers a chord is exact, so the upper hull of such a
//! function is made of chords, and only those that the solution needs are ever added.

use super::Linear;

/// A concave function on the whole numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Curve {
    /// `weight · ln(1 + gain / best)`: Nash welfare measured from the status quo.
    Nash {
        /// Weight of the party.
        weight: f64,
        /// The most it could gain.
        best: f64,
    },
    /// `ln(gain)` for gains of at least 1: the sum is largest where the product is.
    Log,
}

impl Curve {
    /// Its value; −∞ where it is not defined.
    pub fn at(self, gain: i64) -> f64 {
        match self {
            Curve::Nash { weight, best } => {
                let share = 1.0 + gain as f64 / best;
                if share > 0.0 { weight * share.ln() } else { f64::NEG_INFINITY }
            }
            Curve::Log => {
                if gain > 0 {
                    (gain as f64).ln()
                } else {
                    f64::NEG_INFINITY
                }
            }
        }
    }

    /// Smallest gain at which it is defined.
    pub fn floor(self) -> i64 {
        match self {
            Curve::Nash { best, .. } => (-best).floor() as i64 + 1,
            Curve::Log => 1,
        }
    }

    /// The chord from `gain` to `gain + 1` as `(slope, height at 0)`: nowhere on the integers below the curve.
    pub fn chord(self, gain: i64) -> (f64, f64) {
        let gain = gain.max(self.floor());
        let slope = self.at(gain.saturating_add(1)) - self.at(gain);
        (slope, self.at(gain) - slope * gain as f64)
    }
}

/// One summand: a curve of a gain.
#[derive(Debug, Clone, PartialEq)]
pub struct Term {
    /// The gain.
    pub gain: Linear,
    /// The curve.
    pub curve: Curve,
}

impl Term {
    /// Its value for a choice.
    pub fn at(&self, choice: &[bool]) -> f64 {
        self.curve.at(self.gain.at(choice))
    }
}
