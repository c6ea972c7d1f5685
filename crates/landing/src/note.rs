//! What is plain from the problem before anything is searched: that there is nothing to choose from, that nothing counts,
//! that measures can't be in whatever the effects are, that a floor is out of reach.

use crate::case::Case;
use crate::claim::Claim;
use serde::Serialize;
use std::fmt;

/// A plain finding, as the file has it: the finding, and the same in a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Note {
    /// The finding.
    #[serde(flatten)]
    pub plain: Plain,
    /// What is so and what to do, in English.
    pub text: String,
}

/// A plain finding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Plain {
    /// There is no measure.
    NoMeasures,
    /// There is no party.
    NoParties,
    /// There is no sphere.
    NoSpheres,
    /// No effect is other than 0.
    NoEffects,
    /// A measure can't be in, whatever the effects are.
    Barred {
        /// The measure.
        measure: String,
        /// What else would have to be in.
        needs: Vec<String>,
        /// What stands against it, or against that.
        claim: Claim,
    },
    /// All measures are barred.
    AllBarred,
    /// A red line asks for more than all measures that can be in could give.
    OutOfReach {
        /// The red line.
        claim: Claim,
        /// The most that they could give.
        most: i64,
    },
}

impl Plain {
    /// Whether it alone says that no package exists, at any tolerance.
    pub fn rules_out(&self) -> bool {
        matches!(self, Plain::NoMeasures | Plain::AllBarred | Plain::OutOfReach { .. })
    }
}

impl fmt::Display for Plain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Plain::NoMeasures => f.write_str("there is no measure, so there is no package: add the measures to choose from"),
            Plain::NoParties => f.write_str("there is no party, so no effect counts and every package is as good: add the parties whose effects count"),
            Plain::NoSpheres => f.write_str("there is no sphere, so no effect counts and every package is as good: add the spheres in which effects are counted"),
            Plain::NoEffects => f.write_str("no measure has an effect other than 0, so that every package leaves everybody as they are: add what each measure does to whom"),
            Plain::Barred { measure, needs, claim } if needs.is_empty() => {
                write!(f, "{measure} can be in no package: {claim}")
            }
            Plain::Barred { measure, needs, claim } => {
                write!(f, "{measure} can be in no package, because it needs {}: {claim}", needs.join(", "))
            }
            Plain::AllBarred => f.write_str("no measure can be in any package, whatever the effects and the tolerance are: change a red line, a relation or the budget"),
            Plain::OutOfReach { claim, most } => {
                write!(f, "{claim}: all measures together give {most} at most. Lower this floor, or add measures or effects")
            }
        }
    }
}

impl Case<'_> {
    /// What is plain from the problem. Empty for most problems.
    pub fn notes(&self) -> Vec<Note> {
        let problem = self.problem();
        let barred: Vec<Option<Claim>> = (0..problem.measures.len()).map(|measure| self.barred(measure)).collect();
        let mut found = Vec::new();
        let mut say = |is_so: bool, plain: Plain| found.extend(is_so.then_some(plain));
        say(barred.is_empty(), Plain::NoMeasures);
        say(problem.parties.is_empty(), Plain::NoParties);
        say(problem.spheres.is_empty(), Plain::NoSpheres);
        let counts = !problem.parties.is_empty() && !problem.spheres.is_empty() && !barred.is_empty();
        say(counts && self.touched().is_empty(), Plain::NoEffects);
        say(!barred.is_empty() && barred.iter().all(Option::is_some), Plain::AllBarred);
        found.extend(self.out_of_reach(&barred));
        found.extend(barred.into_iter().enumerate().filter_map(|(m, claim)| Some(self.said(m, claim?))));
        found.into_iter().map(|plain| Note { text: plain.to_string(), plain }).collect()
    }

    fn said(&self, measure: usize, claim: Claim) -> Plain {
        let id = |m: &usize| self.problem().measures[*m].id.clone();
        let needs = self.links().needs[measure].iter().filter(|m| **m != measure).map(id).collect();
        Plain::Barred { measure: id(&measure), needs, claim }
    }

    /// What keeps a measure out whatever the effects are. The measure with all that it needs is the smallest package that
    /// has it and obeys what is required, and all other such rows only limit what is in: if it breaks none of them, nothing
    /// bars the measure.
    fn barred(&self, measure: usize) -> Option<Claim> {
        let mut choice = vec![false; self.model().columns()];
        self.links().needs[measure].iter().for_each(|m| choice[*m] = true);
        let choice = self.cells().complete(&choice);
        let limits = |claim: &Claim| match claim {
            Claim::RedLine { measure, .. } => measure.is_some(),
            Claim::Relation { .. } | Claim::Budget { .. } => true,
            _ => false,
        };
        let rows = self.model().rows().iter().zip(self.claims());
        let mut broken = rows.filter(|(row, claim)| limits(claim) && !row.holds(&choice));
        broken.next().map(|(_, claim)| claim.clone())
    }

    /// Red lines with a floor above all that the measures which can be in could give.
    fn out_of_reach(&self, barred: &[Option<Claim>]) -> Vec<Plain> {
        let usable = self.cells().complete(&barred.iter().map(Option::is_none).collect::<Vec<bool>>());
        let most = |terms: &[(usize, i64)]| terms.iter().filter(|(c, _)| usable[*c]).map(|(_, a)| (*a).max(0)).sum();
        let rows = self.model().rows().iter().zip(self.claims());
        let floors = rows.filter(|(_, claim)| matches!(claim, Claim::RedLine { measure: None, .. }));
        floors
            .map(|(row, claim)| (row.low, claim, most(row.function.terms())))
            .filter(|(low, _, most)| low.is_some_and(|low| *most < low))
            .map(|(_, claim, most)| Plain::OutOfReach { claim: claim.clone(), most })
            .collect()
    }
}
