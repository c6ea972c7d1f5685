//! What of a need meets what of an offer.

use std::collections::BTreeMap;

use super::{Index, best};
use crate::{
    profile::{Need, Skill},
    reason::{Points, Reason, Relation},
    vocabulary::{ConceptId, Vocabulary},
};

/// How much of the whole goes to each part of a need. What a need does not state leaves its share to the others.
const SKILLS: f64 = 0.60;
const OCCUPATION: f64 = 0.25;
const TIE: f64 = 0.15;
/// What is left of a part at each step to a narrower concept, and to a wider one: who can do the narrower thing can
/// mostly do what was asked; who claims the wider one may have never done it.
const NARROWER: f64 = 0.8;
const BROADER: f64 = 0.5;
/// What another occupation of the same unit group is worth.
const GROUP: f64 = 0.4;
/// Further away than this, concepts are not related.
const STEPS: u8 = 3;

/// A part of a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// The skill at this place of the need's list.
    Skill(u32),
    Occupation,
    Tie,
}

/// One part of a need that an offer meets.
#[derive(Debug, Clone, Copy)]
pub(super) struct Hit {
    pub(super) slot: u32,
    pub(super) part: Part,
    pub(super) points: Points,
    pub(super) offered: ConceptId,
    relation: Relation,
    level: u8,
}

impl Hit {
    pub(super) fn reason(&self, need: &Need) -> Reason {
        let offered = self.offered;
        match self.part {
            Part::Skill(place) => {
                let asked = need.profile.skills.get(place as usize).copied();
                let asked = asked.unwrap_or(Skill { concept: offered, level: self.level });
                Reason::Skill {
                    asked: asked.concept,
                    offered,
                    relation: self.relation,
                    asked_level: asked.level,
                    offered_level: self.level,
                }
            }
            Part::Occupation => {
                let asked = need.profile.occupation.unwrap_or(offered);
                Reason::Occupation { asked, offered, relation: self.relation }
            }
            Part::Tie => Reason::Tie { country: need.country },
        }
    }
}

impl Index {
    /// Everything that visible offers meet of a need, by slot and part.
    pub(super) fn hits(&self, need: &Need) -> Vec<Hit> {
        let shares = Shares::of(need);
        let mut hits = Vec::new();
        self.skill_hits(need, shares.skills, &mut hits);
        self.occupation_hits(need, shares.occupation, &mut hits);
        let mut hits = best(hits);
        self.tie_hits(need, shares.tie, &mut hits);
        hits
    }

    /// Whether the offer in a slot may be seen by the need.
    fn shows(&self, slot: u32, need: &Need) -> bool {
        self.at(slot).is_some_and(|offer| offer.is_shown_to(need))
    }

    fn skill_hits(&self, need: &Need, share: f64, hits: &mut Vec<Hit>) {
        let asked = &need.profile.skills;
        let rarities: Vec<f64> = asked.iter().map(|skill| self.rarity(skill.concept)).collect();
        let all: f64 = rarities.iter().sum();
        for ((place, skill), rarity) in (0..).zip(asked).zip(&rarities) {
            let worth = share * rarity / all;
            for (concept, (relation, nearness)) in related(&self.vocabulary, skill.concept) {
                for (slot, level) in self.skills.get(concept.place()).into_iter().flatten() {
                    if self.shows(*slot, need) {
                        let able = (f64::from(*level) / f64::from(skill.level.max(1))).min(1.0);
                        hits.push(Hit {
                            slot: *slot,
                            part: Part::Skill(place),
                            points: Points::share(worth * nearness * able),
                            offered: concept,
                            relation,
                            level: *level,
                        });
                    }
                }
            }
        }
    }

    /// Inverse frequency among the offers that everybody may see, never 0.
    fn rarity(&self, concept: ConceptId) -> f64 {
        let with = self.open_skills.get(concept.place()).copied().unwrap_or(0);
        (1.0 + (self.open as f64 + 1.0) / (f64::from(with) + 1.0)).ln()
    }

    fn occupation_hits(&self, need: &Need, share: f64, hits: &mut Vec<Hit>) {
        let Some(asked) = need.profile.occupation else { return };
        let mut meet = |slot: u32, offered: ConceptId, relation: Relation, nearness: f64| {
            if self.shows(slot, need) {
                let points = Points::share(share * nearness);
                hits.push(Hit { slot, part: Part::Occupation, points, offered, relation, level: 0 });
            }
        };
        for (concept, (relation, nearness)) in related(&self.vocabulary, asked) {
            for slot in self.occupations.get(concept.place()).into_iter().flatten() {
                meet(*slot, concept, relation, nearness);
            }
        }
        let group = self.group(asked).and_then(|group| self.groups.get(&group));
        for slot in group.into_iter().flatten() {
            let offered = self.at(*slot).and_then(|offer| offer.profile.occupation);
            meet(*slot, offered.unwrap_or(asked), Relation::Group, GROUP);
        }
    }

    /// Ties alone are no reason to meet: they add to an offer that was found by a concept.
    fn tie_hits(&self, need: &Need, share: f64, hits: &mut Vec<Hit>) {
        let met: Vec<Hit> =
            hits.chunk_by(|a, b| a.slot == b.slot).filter_map(|of_one| of_one.first().copied()).collect();
        let tied = |hit: &Hit| self.at(hit.slot).is_some_and(|offer| offer.ties.contains(&need.country));
        let points = Points::share(share);
        hits.extend(met.into_iter().filter(tied).map(|hit| Hit { part: Part::Tie, points, ..hit }));
        hits.sort_unstable_by_key(|hit| (hit.slot, hit.part));
    }
}

/// What each part of a need is worth.
struct Shares {
    skills: f64,
    occupation: f64,
    tie: f64,
}

impl Shares {
    fn of(need: &Need) -> Self {
        let skills = if need.profile.skills.is_empty() { 0.0 } else { SKILLS };
        let occupation = if need.profile.occupation.is_some() { OCCUPATION } else { 0.0 };
        let all = skills + occupation + TIE;
        Self { skills: skills / all, occupation: occupation / all, tie: TIE / all }
    }
}

/// A concept with those above and below it, each with how it stands to the concept and what is left of a part.
fn related(vocabulary: &Vocabulary, asked: ConceptId) -> BTreeMap<ConceptId, (Relation, f64)> {
    let mut found = BTreeMap::from([(asked, (Relation::Same, 1.0))]);
    walk(
        vocabulary,
        asked,
        &mut found,
        |c| &c.narrower,
        |steps| (Relation::Narrower(steps), NARROWER.powi(steps.into())),
    );
    walk(vocabulary, asked, &mut found, |c| &c.broader, |steps| (Relation::Broader(steps), BROADER.powi(steps.into())));
    found
}

fn walk(
    vocabulary: &Vocabulary,
    from: ConceptId,
    found: &mut BTreeMap<ConceptId, (Relation, f64)>,
    next: impl Fn(&crate::Concept) -> &[ConceptId],
    worth: impl Fn(u8) -> (Relation, f64),
) {
    let mut edge = vec![from];
    for steps in 1..=STEPS {
        let reached: Vec<ConceptId> = edge
            .iter()
            .filter_map(|id| vocabulary.get(*id))
            .flat_map(|concept| next(concept).iter().copied())
            .collect();
        edge = reached;
        edge.retain(|id| !found.contains_key(id));
        edge.sort_unstable();
        edge.dedup();
        found.extend(edge.iter().map(|id| (*id, worth(steps))));
    }
}
