//! A share with its band: what bars and tables show.

use landscape::Holding;

/// A share with its band, ready for a bar 100 wide.
#[derive(Debug, Clone)]
pub struct Figure {
    /// Whose.
    pub label: String,
    /// Class of the colour; `soft` for blocs.
    pub class: String,
    /// Share between 0 and 1.
    pub share: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
    /// Agreed.
    pub agree: Option<u32>,
    /// Disagreed.
    pub disagree: Option<u32>,
    /// Passed.
    pub pass: Option<u32>,
}

impl Figure {
    /// Start of the band on the bar.
    pub fn start(&self) -> String {
        tenth(self.low * 100.0)
    }

    /// Length of the band on the bar.
    pub fn length(&self) -> String {
        tenth((self.high - self.low).max(0.0) * 100.0)
    }

    /// Place of the share on the bar; its mark is two wide.
    pub fn mark(&self) -> String {
        tenth((self.share * 100.0 - 1.0).clamp(0.0, 98.0))
    }
}

fn tenth(x: f64) -> String {
    format!("{:.1}", (x * 10.0).round() / 10.0)
}

/// The figure of a holding of which enough may be told.
pub(super) fn figure(label: String, class: &str, holding: &Holding) -> Option<Figure> {
    Some(Figure {
        label,
        class: class.to_owned(),
        share: holding.support?,
        low: holding.low?,
        high: holding.high?,
        agree: holding.agree,
        disagree: holding.disagree,
        pass: holding.pass,
    })
}
