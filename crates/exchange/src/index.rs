//! Offers by concept: the answer to a need looks only at offers that share a concept with it.

mod hits;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use self::hits::{Hit, Part};
use crate::{
    profile::{Need, Offer},
    reason::{Because, Match, Points},
    vocabulary::{ConceptId, Vocabulary},
};

/// Why an offer that shares a concept with a need can't take it. In the order in which they are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Obstacle {
    /// No language of the need's at its level.
    Language,
    /// No mode in common.
    Mode,
    /// The windows share too few days.
    Window,
    /// A licence is missing.
    Licence,
    /// It takes no need at present.
    Capacity,
}

impl Obstacle {
    /// The first thing that keeps an offer from a need; none where it could take it. Whether the need may see the
    /// offer at all is another question, and the first one: see [`Offer::is_shown_to`].
    pub fn between(need: &Need, offer: &Offer) -> Option<Self> {
        let (asked, had) = (&need.profile, &offer.profile);
        let speaks = |l: &crate::Language| had.languages.iter().any(|h| l.tag.is_met_by(&h.tag) && h.cefr >= l.cefr);
        let checks = [
            (asked.languages.iter().all(speaks), Self::Language),
            (asked.modes.meet(had.modes), Self::Mode),
            (asked.window.shared(had.window) >= i64::from(need.weeks) * 7, Self::Window),
            (asked.licences.iter().all(|licence| had.licences.contains(licence)), Self::Licence),
            (offer.capacity > 0, Self::Capacity),
        ];
        checks.into_iter().find_map(|(passed, obstacle)| (!passed).then_some(obstacle))
    }

    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Language => "language",
            Self::Mode => "mode",
            Self::Window => "window",
            Self::Licence => "licence",
            Self::Capacity => "capacity",
        }
    }
}

impl Offer {
    /// Whether needs of this country must never meet the offer.
    pub fn is_hidden_from(&self, country: crate::Country) -> bool {
        self.hidden_from.contains(&country)
    }

    /// Whether a need may meet the offer, and whoever reads the answer may see it.
    pub fn is_shown_to(&self, need: &Need) -> bool {
        !self.is_hidden_from(need.country) && need.readers.iter().all(|reader| !self.is_hidden_from(*reader))
    }
}

/// What an index says of a need.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ranking {
    /// Offers that fit, the best first, those of equal score by their ids.
    pub matches: Vec<Match>,
    /// How many fit, also beyond the limit.
    pub fitting: usize,
    /// How many share a concept and can't take it, by what keeps them. Offers hidden from the need are in no count.
    pub kept: BTreeMap<Obstacle, usize>,
}

/// Offers, found by their concepts.
#[derive(Debug, Clone)]
pub struct Index {
    vocabulary: Arc<Vocabulary>,
    slots: Vec<Option<Offer>>,
    free: BTreeSet<u32>,
    places: BTreeMap<String, u32>,
    /// For each concept: slots of the offers with that skill, and its level.
    skills: Vec<Vec<(u32, u8)>>,
    /// For each concept: slots of the offers of that occupation.
    occupations: Vec<Vec<u32>>,
    /// For each unit group of ISCO-08: slots of the offers of its occupations.
    groups: BTreeMap<Box<str>, Vec<u32>>,
    /// Number of offers that are hidden from nobody, in all and by skill: how rare a skill is must not tell of others.
    open: usize,
    open_skills: Vec<u32>,
}

impl Index {
    /// Without offers.
    pub fn new(vocabulary: Arc<Vocabulary>) -> Self {
        let concepts = vocabulary.len();
        Self {
            vocabulary,
            slots: Vec::new(),
            free: BTreeSet::new(),
            places: BTreeMap::new(),
            skills: vec![Vec::new(); concepts],
            occupations: vec![Vec::new(); concepts],
            groups: BTreeMap::new(),
            open: 0,
            open_skills: vec![0; concepts],
        }
    }

    /// The vocabulary that its offers are coded with.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// Number of offers.
    pub fn len(&self) -> usize {
        self.places.len()
    }

    /// Whether there is no offer.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// An offer by its id.
    pub fn offer(&self, id: &str) -> Option<&Offer> {
        self.places.get(id).and_then(|slot| self.at(*slot))
    }

    fn at(&self, slot: u32) -> Option<&Offer> {
        self.slots.get(slot as usize).and_then(Option::as_ref)
    }

    /// Adds an offer, or puts it in the place of the one with the same id. Costs as much as its concepts are many.
    pub fn add(&mut self, offer: Offer) {
        self.remove(&offer.id);
        let slot = self.free.pop_first().unwrap_or(self.slots.len() as u32);
        for skill in &offer.profile.skills {
            if let Some(list) = self.skills.get_mut(skill.concept.place()) {
                list.push((slot, skill.level));
            }
        }
        if let Some(occupation) = offer.profile.occupation {
            if let Some(list) = self.occupations.get_mut(occupation.place()) {
                list.push(slot);
            }
            if let Some(group) = self.group(occupation) {
                self.groups.entry(group).or_default().push(slot);
            }
        }
        self.count(&offer, 1);
        self.places.insert(offer.id.clone(), slot);
        if slot as usize == self.slots.len() {
            self.slots.push(Some(offer));
        } else {
            self.slots[slot as usize] = Some(offer);
        }
    }

    /// Takes an offer out. Costs as much as its concepts are frequent.
    pub fn remove(&mut self, id: &str) -> Option<Offer> {
        let slot = self.places.remove(id)?;
        let offer = self.slots[slot as usize].take()?;
        for skill in &offer.profile.skills {
            if let Some(list) = self.skills.get_mut(skill.concept.place()) {
                list.retain(|(other, _)| *other != slot);
            }
        }
        if let Some(occupation) = offer.profile.occupation {
            if let Some(list) = self.occupations.get_mut(occupation.place()) {
                list.retain(|other| *other != slot);
            }
            if let Some(list) = self.group(occupation).and_then(|group| self.groups.get_mut(&group)) {
                list.retain(|other| *other != slot);
            }
        }
        self.count(&offer, -1);
        self.free.insert(slot);
        Some(offer)
    }

    fn group(&self, occupation: ConceptId) -> Option<Box<str>> {
        self.vocabulary.get(occupation)?.unit_group().map(Into::into)
    }

    fn count(&mut self, offer: &Offer, by: i32) {
        if !offer.hidden_from.is_empty() {
            return;
        }
        self.open = self.open.saturating_add_signed(by as isize);
        for skill in &offer.profile.skills {
            if let Some(count) = self.open_skills.get_mut(skill.concept.place()) {
                *count = count.saturating_add_signed(by);
            }
        }
    }

    /// The offers that fit a need, with reasons; at most `limit`. An offer that is hidden from the need's country or
    /// from a reader's is put aside before anything is computed from it.
    pub fn rank(&self, need: &Need, limit: usize) -> Ranking {
        let hits = self.hits(need);
        let mut kept = BTreeMap::new();
        let mut fitting: Vec<(Points, &Offer, &[Hit])> = Vec::new();
        for of_one in hits.chunk_by(|a, b| a.slot == b.slot) {
            let Some(offer) = of_one.first().and_then(|hit| self.at(hit.slot)) else { continue };
            match Obstacle::between(need, offer) {
                Some(obstacle) => *kept.entry(obstacle).or_default() += 1,
                None => fitting.push((of_one.iter().map(|hit| hit.points).sum(), offer, of_one)),
            }
        }
        let order = |a: &(Points, &Offer, _), b: &(Points, &Offer, _)| b.0.cmp(&a.0).then_with(|| a.1.id.cmp(&b.1.id));
        let count = fitting.len();
        if limit < count && limit > 0 {
            fitting.select_nth_unstable_by(limit - 1, order);
        }
        fitting.truncate(limit);
        fitting.sort_unstable_by(order);
        let told = |(score, offer, hits): (Points, &Offer, &[Hit])| Match {
            offer: offer.id.clone(),
            score,
            reasons: hits.iter().map(|hit| Because { reason: hit.reason(need), points: hit.points }).collect(),
        };
        Ranking { matches: fitting.into_iter().map(told).collect(), fitting: count, kept }
    }

    /// How many offers fit a need and how well the best does: all that a partner server is told.
    pub fn count_fitting(&self, need: &Need) -> (usize, Option<Points>) {
        let ranking = self.rank(need, 1);
        (ranking.fitting, ranking.matches.first().map(|best| best.score))
    }
}

/// Keeps the best hit of each part of an offer.
fn best(mut hits: Vec<Hit>) -> Vec<Hit> {
    hits.sort_unstable_by_key(|hit| (hit.slot, hit.part, std::cmp::Reverse(hit.points), hit.offered));
    hits.dedup_by_key(|hit| (hit.slot, hit.part));
    hits.retain(|hit| hit.points > Points(0) || hit.part == Part::Tie);
    hits
}
