//! Opinion groups at two points in time: which of them are the same, by who is in them.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Landscape, Note};

/// Group of each participant who is in one, by id; empty where there are no several groups.
pub type Members = BTreeMap<String, String>;

/// A group that holds less of another, a part of it as a fraction of one, is not named with it.
const PART: usize = 4;

/// What became of a group, or where it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lineage {
    /// Id of the group, at its time.
    pub group: String,
    /// The group that it is at the other time: where at least half of those stayed who were in it and still are in one.
    pub same: Option<String>,
    /// Groups of the other time that hold at least a quarter of it, the largest part first; `same` may be one of them.
    pub parts: Vec<String>,
    /// The same in a word.
    pub fate: Fate,
}

/// What happened to a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// It is there at both times.
    Same,
    /// Then: it is in several groups now. Now: it came from one group that goes on elsewhere.
    Split,
    /// Then: it went into another group. Now: it came from several.
    Merged,
    /// It is made of people who were in no group.
    New,
    /// Nobody of it is in a group any more.
    Gone,
}

impl Landscape {
    /// Who is in which group, as far as it is told.
    pub fn members(&self) -> Members {
        if self.groups.len() < 2 {
            return Members::new();
        }
        let people = self.participants.iter().flatten();
        people.filter_map(|p| Some((p.id.clone(), p.group.clone()?))).collect()
    }

    /// The same landscape, each group that it found called as before where at least half of its members stayed, the others
    /// by the first letters that were not in use. No figure changes; labels that were given stay.
    #[must_use]
    pub fn named(mut self, before: &Members) -> Self {
        let given = self.notes.iter().any(|note| matches!(note, Note::GroupsGiven { .. }));
        if given || before.is_empty() || self.groups.len() < 2 {
            return self;
        }
        let names = self.names(before);
        let renamed = |id: &mut String| names.get(id).into_iter().for_each(|name| id.clone_from(name));
        self.participants.iter_mut().flatten().filter_map(|p| p.group.as_mut()).for_each(renamed);
        self.divides.iter_mut().filter(|d| d.between == crate::Family::Groups).for_each(|divide| {
            renamed(&mut divide.most.name);
            renamed(&mut divide.least.name);
        });
        let hidden = self.statements.iter_mut().flat_map(|s| &mut s.not_shown);
        hidden.filter(|unit| unit.family == crate::Family::Groups).for_each(|unit| renamed(&mut unit.name));
        self.groups.iter_mut().for_each(|group| renamed(&mut group.id));
        self
    }

    /// What each group is called now, by its id.
    fn names(&self, before: &Members) -> BTreeMap<String, String> {
        let overlap = Overlap::of(before, &self.members());
        let mut names: BTreeMap<String, String> = overlap
            .same()
            .into_iter()
            .map(|(then, now)| (overlap.now[now].clone(), overlap.then[then].clone()))
            .collect();
        let mut letters = (b'A'..=b'Z').map(|letter| char::from(letter).to_string());
        for group in &self.groups {
            if !names.contains_key(&group.id) {
                let free = letters.find(|letter| !overlap.then.contains(letter));
                names.insert(group.id.clone(), free.unwrap_or_else(|| group.id.clone()));
            }
        }
        names
    }

    /// What became of the groups of an earlier landscape, and where those of this one came from. Both empty where one of
    /// them does not tell who is in which group.
    pub(crate) fn lineages(&self, before: &Self) -> [Vec<Lineage>; 2] {
        if self.participants.is_none() || before.participants.is_none() {
            return [Vec::new(), Vec::new()];
        }
        let overlap = Overlap::of(&before.members(), &self.members());
        let same = overlap.same();
        let named = |names: &[String], place: Option<usize>| place.map(|place| names[place].clone());
        let then = |b: usize| {
            let now = named(&overlap.now, same.iter().find(|(then, _)| *then == b).map(|(_, now)| *now));
            Lineage::new(
                &overlap.then[b],
                now,
                parts(&overlap.shared[b], &overlap.now),
                [Fate::Gone, Fate::Merged, Fate::Split],
            )
        };
        let now = |n: usize| {
            let then = named(&overlap.then, same.iter().find(|(_, now)| *now == n).map(|(then, _)| *then));
            let column: Vec<usize> = overlap.shared.iter().map(|row| row[n]).collect();
            Lineage::new(&overlap.now[n], then, parts(&column, &overlap.then), [Fate::New, Fate::Split, Fate::Merged])
        };
        [(0..overlap.then.len()).map(then).collect(), (0..overlap.now.len()).map(now).collect()]
    }
}

impl Lineage {
    /// `fates` of one that has no part in the other time, of one that is a part of another there, and of one with several.
    fn new(group: &str, same: Option<String>, parts: Vec<String>, [none, part, several]: [Fate; 3]) -> Self {
        let fate = match (parts.len(), &same) {
            (0, _) => none,
            (1, None) => part,
            (1, Some(_)) => Fate::Same,
            _ => several,
        };
        Self { group: group.to_owned(), same, parts, fate }
    }
}

/// How many are in a group then and in a group now.
struct Overlap {
    then: Vec<String>,
    now: Vec<String>,
    shared: Vec<Vec<usize>>,
}

impl Overlap {
    fn of(before: &Members, members: &Members) -> Self {
        let [then, now] = [before, members].map(|members| {
            let mut names: Vec<String> = members.values().cloned().collect();
            names.sort_by(|a, b| crate::ids::compare(a, b));
            names.dedup();
            names
        });
        let mut shared = vec![vec![0; now.len()]; then.len()];
        for (id, group) in before {
            let place = |names: &[String], name: &str| names.binary_search_by(|n| crate::ids::compare(n, name)).ok();
            let stands = members.get(id).and_then(|group| place(&now, group));
            if let Some((then, now)) = place(&then, group).zip(stands) {
                shared[then][now] += 1;
            }
        }
        Self { then, now, shared }
    }

    /// Places of those that are the same, then and now: where at least half of a group is now; of several that are in one
    /// now, the one that brought most. Of equal ones the first by id.
    fn same(&self) -> Vec<(usize, usize)> {
        let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
        for (then, row) in self.shared.iter().enumerate() {
            let most = (0..row.len()).rev().max_by_key(|now| row[*now]);
            pairs.extend(
                most.filter(|now| row[*now] > 0 && 2 * row[*now] >= row.iter().sum()).map(|now| (then, now, row[now])),
            );
        }
        let brings_most = |(then, now, n): &(usize, usize, usize)| {
            !pairs.iter().any(|(other, at, more)| at == now && (more > n || more == n && other < then))
        };
        pairs.iter().filter(|pair| brings_most(pair)).map(|(then, now, _)| (*then, *now)).collect()
    }
}

/// Names of those that hold at least a quarter of these, the largest part first.
fn parts(counts: &[usize], names: &[String]) -> Vec<String> {
    let all: usize = counts.iter().sum();
    let mut parts: Vec<usize> = (0..counts.len()).filter(|i| counts[*i] > 0 && PART * counts[*i] >= all).collect();
    parts.sort_by_key(|i| std::cmp::Reverse(counts[*i]));
    parts.into_iter().map(|i| names[i].clone()).collect()
}
