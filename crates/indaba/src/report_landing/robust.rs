//! How a package fares when effects are drawn: how often it still stands, how often a party or a sphere falls below the
//! status quo, and how often each measure is in what would be chosen then. A party's figure is its own: it is told where
//! the party has its name for the reader, a sphere's where sums over all parties may be told.

use super::view::Show;
use landing::Robustness;

/// Robustness, as far as a reader is told of it.
pub struct Robust {
    /// How often the package stands, in words.
    pub text: String,
    /// Parties that ever fall below, the most frequent first: name, and share of the draws.
    pub parties: Vec<(String, f64)>,
    /// Parties with a name that never do.
    pub never: usize,
    /// Their share of the draws: 0.
    pub none: f64,
    /// All spheres in their order.
    pub spheres: Vec<(String, f64)>,
}

impl Show<'_> {
    /// None where nothing was drawn.
    pub(super) fn robust(&self) -> Option<Robust> {
        let drawn = self.drawn()?;
        let share = (drawn.stands * 100.0).round();
        let named = drawn.parties_below.iter().enumerate().filter(|(p, _)| self.eyes.names(*p));
        let (mut parties, never): (Vec<_>, Vec<_>) =
            named.map(|(_, below)| (self.party(&below.of), below.share)).partition(|(_, share)| *share > 0.0);
        parties.sort_by(|a, b| b.1.total_cmp(&a.1));
        let spheres = drawn.spheres_below.iter().filter(|_| self.eyes.sums());
        Some(Robust {
            text: self.l.t2("landing-robust-text", "share", share, "draws", drawn.draws),
            parties,
            never: never.len(),
            none: 0.0,
            spheres: spheres.map(|below| (self.sphere(&below.of), below.share)).collect(),
        })
    }

    /// How often a measure is in what would be chosen in a draw.
    pub(super) fn share_of(&self, measure: &str) -> Option<f64> {
        self.drawn()?.measures.iter().find(|share| share.of == measure).map(|share| share.share)
    }

    fn drawn(&self) -> Option<&Robustness> {
        self.found.robustness.as_ref().filter(|drawn| drawn.draws > 0)
    }
}
