//! The verdict, in whole sentences.

use super::view::Show;
use landing::engine::Status;
use landing::{Package, Plain};

impl Show<'_> {
    pub(super) fn verdict(&self, first: Option<&Package>) -> String {
        if let Some(empty) = self.empty(first) {
            return empty;
        }
        let Some(package) = first else { return self.no_package() };
        let (gains, below) = (self.gains(package), self.below(package));
        let values = [
            ("measures", package.measures.len().into()),
            ("better", gains.iter().filter(|g| **g > 0).count().into()),
            ("equal", gains.iter().filter(|g| **g == 0).count().into()),
            ("parties", gains.len().into()),
            ("total", package.total.unwrap_or(0).into()),
            ("cells", below.len().into()),
            ("most", below.iter().max().copied().unwrap_or(0).into()),
        ];
        self.l.with(self.verdict_key(!below.is_empty()), &values)
    }

    /// Where all rows are seen, the cells tell whether anybody is worse off somewhere; where some are not, the tolerance
    /// tells that somebody may be.
    fn verdict_key(&self, below: bool) -> &'static str {
        let tolerant = self.case.tolerance().iter().any(|t| *t > 0);
        match (self.eyes.sees_rows(), self.eyes.sums()) {
            (true, _) if below => "landing-verdict-found-below",
            (true, _) => "landing-verdict-found",
            (false, true) if tolerant => "landing-verdict-shared-below",
            (false, true) => "landing-verdict-shared",
            (false, false) if tolerant => "landing-verdict-veiled-below",
            (false, false) => "landing-verdict-veiled",
        }
    }

    fn no_package(&self) -> String {
        if self.notes().any(Plain::rules_out) {
            return self.l.t("landing-verdict-never");
        }
        let none = self.found.packages.iter().any(|p| p.proof == Status::None);
        if !none {
            return self.l.t("landing-verdict-unknown");
        }
        let least = self.found.curve.iter().find(|step| step.total.is_some());
        let least = least.map(|step| self.l.t1("landing-verdict-least", "tolerance", step.tolerance));
        [self.l.t("landing-verdict-none"), least.unwrap_or_default()].join(" ").trim().to_owned()
    }

    /// Gains of the parties that have a name for this reader.
    pub(super) fn gains(&self, package: &Package) -> Vec<i64> {
        let choice = package.choice.as_deref().unwrap_or_default();
        let named = self.case.gains().iter().enumerate().filter(|(p, _)| self.eyes.names(*p));
        named.map(|(_, gain)| gain.at(choice)).collect()
    }

    /// How far each cell below the status quo is below it, of the parties that have a name for this reader.
    fn below(&self, package: &Package) -> Vec<i64> {
        let choice = package.choice.as_deref().unwrap_or_default();
        let spheres = self.case.problem().spheres.len();
        let named = (0..self.case.gains().len()).filter(|p| self.eyes.names(*p));
        let cells = named.flat_map(|p| (0..spheres).map(move |s| self.case.cell(p, s).at(choice)));
        cells.filter(|value| *value < 0).map(|value| -value).collect()
    }
}
