//! All needs at once: who is assigned, who else is shown, who stays without and why.

use std::{cmp::Reverse, collections::BTreeMap};

use serde::Serialize;

use crate::{
    assign::{Edge, assign},
    index::{Index, Obstacle, Ranking},
    parallel,
    profile::Need,
    reason::{Match, Points},
};

/// The name of the format.
pub const SCHEMA: &str = "indaba/matches/1";

/// Limits of [`matches()`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// How many of the offers that fit a need are considered for it, the best first.
    pub candidates: usize,
    /// How many offers are shown for a need, those assigned to it included.
    pub shown: usize,
    /// To how many needs an offer is shown, besides those that it is assigned to.
    pub exposure: usize,
    /// Threads to compute on; the result is the same for any number.
    pub threads: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { candidates: 200, shown: 10, exposure: 3, threads: 1 }
    }
}

/// Why a need gets fewer people than it seeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Nobody offers any of what it asks for.
    Nobody,
    /// Some do, and this keeps most of them.
    Kept(Obstacle),
    /// All who fit are assigned to it, and they are too few.
    Few,
    /// Those who fit are assigned to other needs.
    Taken,
}

impl Why {
    /// The name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Nobody => "nobody",
            Self::Kept(obstacle) => obstacle.name(),
            Self::Few => "few",
            Self::Taken => "taken",
        }
    }
}

/// An offer shown for a need.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Id of the need.
    pub need: String,
    /// The offer, its score and why.
    pub fit: Match,
    /// Whether it is assigned.
    pub assigned: bool,
}

/// The result of [`matches()`].
#[derive(Debug, Clone, PartialEq)]
pub struct Matches {
    /// For each need, in the order given, the offers shown for it: those assigned first, then by score.
    pub shown: Vec<Shown>,
    /// Needs that get fewer people than they seek, in the order given.
    pub unmet: Vec<(String, Why)>,
    /// How unevenly offers are shown: Gini of the number of needs that each is shown to, over the offers that were
    /// considered for at least one need. 0 is all alike.
    pub gini: f64,
    /// How many needs get somebody.
    pub served: usize,
    /// Of these, the score of the worst best person.
    pub worst: Points,
}

/// Ranks, assigns and explains. Needs have different ids.
pub fn matches(index: &Index, needs: &[Need], options: &Options) -> Matches {
    let rankings = parallel::each(needs.len(), options.threads, |n| index.rank(&needs[n], options.candidates));
    let mut offers: BTreeMap<&str, u32> = rankings.iter().flat_map(|r| &r.matches).map(|m| (&*m.offer, 0)).collect();
    offers.values_mut().zip(0..).for_each(|(place, next)| *place = next);
    let capacities: Vec<u32> = offers.keys().map(|id| index.offer(id).map_or(0, |offer| offer.capacity)).collect();
    // Ties between assignments fall by the order of ids, not by the order in which needs came.
    let mut order: Vec<usize> = (0..needs.len()).collect();
    order.sort_by(|a, b| needs[*a].id.cmp(&needs[*b].id));
    let edges = edges(&rankings, &order, &offers);
    let people: Vec<u32> = order.iter().map(|n| needs[*n].people).collect();
    let assignment = assign(&people, &capacities, &edges);
    let mut lists = Lists::new(&rankings, &offers);
    for edge in &assignment.taken {
        lists.assign(order[edge.need as usize], edge.offer);
    }
    lists.fill(&order, options);
    let (served, worst) = (assignment.served, assignment.worst);
    let gini = gini(lists.exposure.clone());
    let unmet = needs.iter().zip(&rankings).zip(&lists.assigned).filter_map(|((need, ranking), assigned)| {
        let missing = assigned.len() < need.people as usize;
        missing.then(|| (need.id.clone(), why(ranking, assigned.len())))
    });
    Matches { unmet: unmet.collect(), shown: lists.shown(needs), gini, served, worst }
}

fn edges(rankings: &[Ranking], order: &[usize], offers: &BTreeMap<&str, u32>) -> Vec<Edge> {
    let of = |(need, n): (u32, &usize)| {
        let found = rankings[*n].matches.iter();
        found.map(move |m| Edge { need, offer: offers[&*m.offer], points: m.score }).collect::<Vec<_>>()
    };
    (0..).zip(order).flat_map(of).collect()
}

fn why(ranking: &Ranking, assigned: usize) -> Why {
    if ranking.fitting > assigned {
        return Why::Taken;
    }
    if assigned > 0 {
        return Why::Few;
    }
    let most = ranking.kept.iter().max_by_key(|(obstacle, count)| (**count, Reverse(**obstacle)));
    most.map_or(Why::Nobody, |(obstacle, _)| Why::Kept(*obstacle))
}

/// What is shown for each need.
struct Lists<'a> {
    rankings: &'a [Ranking],
    offers: &'a BTreeMap<&'a str, u32>,
    /// For each need the places of offers assigned, and of those shown besides.
    assigned: Vec<Vec<u32>>,
    besides: Vec<Vec<u32>>,
    /// To how many needs each offer is shown.
    exposure: Vec<usize>,
}

impl<'a> Lists<'a> {
    fn new(rankings: &'a [Ranking], offers: &'a BTreeMap<&'a str, u32>) -> Self {
        let none = vec![Vec::new(); rankings.len()];
        Self { rankings, offers, assigned: none.clone(), besides: none, exposure: vec![0; offers.len()] }
    }

    fn assign(&mut self, need: usize, offer: u32) {
        self.assigned[need].push(offer);
        self.exposure[offer as usize] += 1;
    }

    /// Needs choose in turn, in each round one offer: the best that is not yet shown to too many.
    fn fill(&mut self, order: &[usize], options: &Options) {
        let mut next = vec![0; self.rankings.len()];
        let mut open: Vec<usize> = order.to_vec();
        while !open.is_empty() {
            open.retain(|n| self.choose(*n, &mut next[*n], options));
        }
    }

    /// Whether the need may choose again.
    fn choose(&mut self, need: usize, next: &mut usize, options: &Options) -> bool {
        if self.assigned[need].len() + self.besides[need].len() >= options.shown {
            return false;
        }
        while let Some(candidate) = self.rankings[need].matches.get(*next) {
            *next += 1;
            let offer = self.offers[&*candidate.offer];
            let free = self.exposure[offer as usize] < options.exposure;
            if free && !self.assigned[need].contains(&offer) {
                self.besides[need].push(offer);
                self.exposure[offer as usize] += 1;
                return true;
            }
        }
        false
    }

    fn shown(&self, needs: &[Need]) -> Vec<Shown> {
        let mut all = Vec::new();
        for (n, need) in needs.iter().enumerate() {
            for (assigned, list) in [(true, &self.assigned[n]), (false, &self.besides[n])] {
                let listed = self.rankings[n].matches.iter().filter(|m| list.contains(&self.offers[&*m.offer]));
                all.extend(listed.map(|fit| Shown { need: need.id.clone(), fit: fit.clone(), assigned }));
            }
        }
        all
    }
}

/// Gini coefficient, 0 where nothing is shown.
fn gini(mut shown: Vec<usize>) -> f64 {
    shown.sort_unstable();
    let (count, all) = (shown.len() as f64, shown.iter().sum::<usize>() as f64);
    if all == 0.0 {
        return 0.0;
    }
    let weighted: f64 = (1..).zip(&shown).map(|(i, x)| f64::from(i) * *x as f64).sum();
    (2.0 * weighted / (count * all) - (count + 1.0) / count).max(0.0)
}

#[derive(Serialize)]
struct File<'a> {
    schema: &'a str,
    matches: Vec<MatchEntry<'a>>,
    unmet: Vec<UnmetEntry<'a>>,
    exposure: ExposureEntry,
}

#[derive(Serialize)]
struct MatchEntry<'a> {
    need: &'a str,
    offer: &'a str,
    score: Points,
    reasons: Vec<ReasonEntry<'a>>,
    assigned: bool,
}

#[derive(Serialize)]
struct ReasonEntry<'a> {
    name: &'a str,
    value: Points,
    #[serde(skip_serializing_if = "Option::is_none")]
    asked: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    offered: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    relation: Option<&'a str>,
}

#[derive(Serialize)]
struct UnmetEntry<'a> {
    need: &'a str,
    why: &'a str,
}

#[derive(Serialize)]
struct ExposureEntry {
    gini: f64,
}

impl Matches {
    /// Writes `indaba/matches/1`. A reason that is about a concept names it as asked and as offered.
    pub fn to_json(&self, index: &Index) -> String {
        let file = File {
            schema: SCHEMA,
            matches: self.shown.iter().map(|shown| entry(shown, index)).collect(),
            unmet: self.unmet.iter().map(|(need, why)| UnmetEntry { need, why: why.name() }).collect(),
            exposure: ExposureEntry { gini: (self.gini * 1e6).round() / 1e6 },
        };
        serde_json::to_string(&file).unwrap_or_default()
    }
}

fn entry<'a>(shown: &'a Shown, index: &'a Index) -> MatchEntry<'a> {
    let id = |concept| index.vocabulary().get(concept).map(|concept| &*concept.id);
    let reasons = shown.fit.reasons.iter().map(|because| {
        let told = because.reason.concepts();
        ReasonEntry {
            name: because.reason.name(),
            value: because.points,
            asked: told.and_then(|(asked, _, _)| id(asked)),
            offered: told.and_then(|(_, offered, _)| id(offered)),
            relation: told.map(|(_, _, relation)| relation.name()),
        }
    });
    MatchEntry {
        need: &shown.need,
        offer: &shown.fit.offer,
        score: shown.fit.score,
        reasons: reasons.collect(),
        assigned: shown.assigned,
    }
}
