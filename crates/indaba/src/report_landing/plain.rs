//! What is plain before anything is searched: that there is nothing to choose from, that nothing counts, that measures can
//! be in no package, that a floor is out of reach. It follows from all figures and red lines; hence who does not see all of
//! them is told of it only where the problem itself is empty.

use super::view::Show;
use landing::{Claim, Package, Plain};

impl Show<'_> {
    /// The findings that this reader is told of.
    pub(super) fn notes(&self) -> impl Iterator<Item = &Plain> {
        let open = |plain: &&Plain| matches!(plain, Plain::NoMeasures | Plain::NoParties | Plain::NoSpheres);
        let all = self.eyes.sees_all();
        self.found.notes.iter().map(|note| &note.plain).filter(move |plain| all || open(plain))
    }

    /// The verdict where nothing can be chosen or nothing counts.
    pub(super) fn empty(&self, first: Option<&Package>) -> Option<String> {
        let key = |plain: &Plain| match plain {
            Plain::NoMeasures => Some("landing-plain-no-measures"),
            Plain::NoParties => Some("landing-plain-no-parties"),
            Plain::NoSpheres => Some("landing-plain-no-spheres"),
            Plain::NoEffects if first.is_some() => Some("landing-plain-no-effects"),
            _ => None,
        };
        self.notes().find_map(key).map(|key| self.l.t(key))
    }

    /// The findings that stand beside the verdict.
    pub(super) fn plain(&self) -> Vec<String> {
        let said = |plain: &Plain| match plain {
            Plain::AllBarred => Some(self.l.t("landing-plain-all-barred")),
            Plain::OutOfReach { claim, most } => {
                Some(self.l.t2("landing-plain-out-of-reach", "claim", self.claim(claim), "most", *most))
            }
            _ => None,
        };
        self.notes().filter_map(said).collect()
    }

    /// Measures that can be in no package, with the reason.
    pub(super) fn barred(&self) -> Vec<String> {
        let said = |plain: &Plain| match plain {
            Plain::Barred { measure, needs, claim } => Some(self.barred_by(measure, needs, claim)),
            _ => None,
        };
        self.notes().filter_map(said).collect()
    }

    fn barred_by(&self, measure: &str, needs: &[String], claim: &Claim) -> String {
        let (measure, claim) = (self.measure(measure), self.claim(claim));
        if needs.is_empty() {
            return self.l.t2("landing-plain-barred", "measure", measure, "claim", claim);
        }
        let needs = self.l.titles(&needs.iter().map(|id| self.measure(id)).collect::<Vec<_>>());
        self.l.t3("landing-plain-barred-needs", "measure", measure, "needs", needs, "claim", claim)
    }
}
