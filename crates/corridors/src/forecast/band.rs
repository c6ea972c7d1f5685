//! How far forecasts of a size were off: the 10 % and 90 % quantiles of seen over predicted on earlier periods.

/// A handful of people more or less is no error of a forecast.
const PEOPLE: f64 = 5.0;
/// Classes to a power of ten.
const FINE: f64 = 2.0;
/// The largest class: ten million and more.
const CLASSES: usize = 15;
/// Fewer errors than this say nothing of their own; the class below speaks for them.
const FEW: usize = 40;
/// Where nothing is known: a third to three times.
const UNKNOWN: (f64, f64) = (1.0 / 3.0, 3.0);

/// Lower and upper factor by size of the predicted flow.
#[derive(Debug, Clone, PartialEq)]
pub struct Band {
    factors: [(f64, f64); CLASSES],
}

impl Default for Band {
    fn default() -> Self {
        Self { factors: [UNKNOWN; CLASSES] }
    }
}

impl Band {
    /// From forecasts of earlier periods and what was then seen.
    pub(super) fn learn<'a>(judged: impl Iterator<Item = (Vec<f64>, &'a [f64])>) -> Band {
        let mut errors = vec![Vec::new(); CLASSES];
        for (predicted, seen) in judged {
            for (p, y) in predicted.iter().zip(seen).filter(|(p, y)| **p > 0.0 || **y > 0.0) {
                errors[class(*p)].push((y + PEOPLE) / (p + PEOPLE));
            }
        }
        let mut band = Band::default();
        let mut last = UNKNOWN;
        for (factors, errors) in band.factors.iter_mut().zip(&mut errors) {
            if errors.len() >= FEW {
                errors.sort_unstable_by(f64::total_cmp);
                let at = |share: f64| errors[((errors.len() - 1) as f64 * share).round() as usize];
                last = (at(0.1).min(1.0), at(0.9).max(1.0));
            }
            *factors = last;
        }
        band
    }

    /// The 80 % band of a predicted flow, in people.
    pub fn of(&self, predicted: f64) -> (f64, f64) {
        let (low, high) = self.factors[class(predicted)];
        let at = |factor: f64| ((predicted + PEOPLE) * factor - PEOPLE).max(0.0);
        (at(low).min(predicted), at(high).max(predicted))
    }

    /// The standard deviation of the logarithm that has the same band.
    pub fn spread(&self, predicted: f64) -> f64 {
        let (low, high) = self.factors[class(predicted)];
        (high / low.max(1e-3)).ln() / (2.0 * 1.281_551_6)
    }
}

fn class(predicted: f64) -> usize {
    let place = (predicted + 1.0).log10() * FINE;
    (place.max(0.0) as usize).min(CLASSES - 1)
}
