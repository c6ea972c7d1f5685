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
    /// `ln(gain − from)` for gains above `from`, what is had without an agreement: the sum is largest where the product
    /// is.
    Log {
        /// The disagreement point.
        from: i64,
    },
    /// `min(0, gain − low)`: what is missing to a floor, to be kept small.
    Short {
        /// The floor.
        low: i64,
    },
}

impl Curve {
    /// Its value; −∞ where it is not defined.
    pub fn at(self, gain: i64) -> f64 {
        match self {
            Curve::Nash { weight, best } => {
                let share = 1.0 + gain as f64 / best;
                if share > 0.0 { weight * share.ln() } else { f64::NEG_INFINITY }
            }
            Curve::Log { from } if gain > from => (gain.saturating_sub(from) as f64).ln(),
            Curve::Log { .. } => f64::NEG_INFINITY,
            Curve::Short { low } => gain.saturating_sub(low).min(0) as f64,
        }
    }

    /// Smallest gain at which it is defined.
    pub fn floor(self) -> i64 {
        match self {
            Curve::Nash { best, .. } => (-best).floor() as i64 + 1,
            Curve::Log { from } => from.saturating_add(1),
            Curve::Short { .. } => i64::MIN / 4,
        }
    }

    /// Where a chord is worth having from the beginning, between the least and the greatest gain.
    pub(super) fn bend(self, low: i64, high: i64) -> i64 {
        match self {
            Curve::Short { low: floor } => floor.clamp(low, high),
            Curve::Nash { .. } | Curve::Log { .. } => low + (high - low) / 4,
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
