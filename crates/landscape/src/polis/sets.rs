//! Sets of participants whose answers are counted: everybody, opinion groups, declared blocs.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    cluster::{self, WANTED},
    holdings,
    tally::Tally,
};
use crate::{Bloc, Blocs, Labels, Note, Options, Votes, disclose::Atoms, ids};

/// Who belongs to what.
pub(crate) struct Units {
    pub group_ids: Vec<String>,
    /// For each participant.
    pub group_of: Vec<Option<usize>>,
    bloc_names: Vec<String>,
    /// For each participant, ascending.
    blocs_of: Vec<Vec<usize>>,
}

impl Units {
    /// Takes the labels that were given, or finds groups.
    pub(crate) fn new(
        votes: &Votes,
        options: &Options,
        notes: &mut Vec<Note>,
        find: impl FnOnce(&mut Vec<Note>) -> Grouping,
    ) -> Self {
        let labels = options.groups.as_ref().filter(|labels| !labels.is_empty());
        let (group_ids, group_of) = match labels {
            Some(labels) => given(votes, labels, notes),
            None => find(notes),
        };
        let (bloc_names, blocs_of) = declared(votes, &options.blocs, notes);
        Self { group_ids, group_of, bloc_names, blocs_of }
    }

    pub(crate) fn blocs(&self, votes: &Votes, sets: &Sets) -> Vec<Bloc> {
        let mut sizes = vec![0; self.bloc_names.len()];
        self.blocs_of.iter().flatten().for_each(|b| sizes[*b] += 1);
        let named = self.bloc_names.iter().zip(sizes).zip(&sets.blocs);
        named
            .map(|((name, size), own)| Bloc { name: name.clone(), size: Some(size), statements: holdings(votes, own) })
            .collect()
    }
}

/// Ids of the groups, and for each participant the place of theirs.
pub(crate) type Grouping = (Vec<String>, Vec<Option<usize>>);

fn given(votes: &Votes, labels: &Labels, notes: &mut Vec<Note>) -> Grouping {
    let label = |id: &String| labels.get(id);
    let mut names: Vec<&String> = votes.participants().iter().filter_map(label).collect();
    let labelled = names.len();
    names.sort_by(|a, b| ids::compare(a, b));
    names.dedup();
    let place: BTreeMap<&String, usize> = names.iter().enumerate().map(|(i, name)| (*name, i)).collect();
    let of = votes.participants().iter().map(|id| label(id).and_then(|l| place.get(l).copied())).collect();
    notes.push(Note::GroupsGiven { labelled: labelled as u32 });
    if labels.len() > labelled {
        notes.push(Note::LabelsUnknown { participants: (labels.len() - labelled) as u32 });
    }
    (names.into_iter().cloned().collect(), of)
}

pub(super) fn found(votes: &Votes, positions: &[[f64; 2]], threads: usize, notes: &mut Vec<Note>) -> Grouping {
    let chosen = cluster::clustered(votes);
    let points: Vec<[f64; 2]> = chosen.iter().map(|p| positions[*p]).collect();
    let groups = cluster::groups(&points, threads);
    let count = groups.iter().max().map_or(0, |m| m + 1);
    if !chosen.is_empty() && chosen.len() < WANTED {
        notes.push(Note::FewParticipants { clustered: chosen.len() as u32, wanted: WANTED as u32 });
    }
    if count == 1 {
        notes.push(Note::OneGroup);
    }
    let mut of = vec![None; votes.participants().len()];
    chosen.iter().zip(groups).for_each(|(p, g)| of[*p] = Some(g));
    // At most five groups: A to E.
    ((0..count as u8).map(|g| char::from(b'A' + g).to_string()).collect(), of)
}

fn declared(votes: &Votes, blocs: &Blocs, notes: &mut Vec<Note>) -> (Vec<String>, Vec<Vec<usize>>) {
    let mut of = vec![Vec::new(); votes.participants().len()];
    let mut names: Vec<String> = Vec::new();
    let mut silent = BTreeSet::new();
    for (name, members) in blocs {
        let places: Vec<usize> = members.iter().filter_map(|m| place_of(votes, m)).collect();
        silent.extend(members.iter().filter(|m| place_of(votes, m).is_none()));
        if !places.is_empty() {
            for p in places {
                of[p].push(names.len());
            }
            names.push(name.clone());
        }
    }
    if !silent.is_empty() {
        notes.push(Note::BlocMembersSilent { participants: silent.len() as u32 });
    }
    (names, of)
}

fn place_of(votes: &Votes, id: &str) -> Option<usize> {
    votes.participants().binary_search_by(|p| ids::compare(p, id)).ok()
}

/// Group and blocs of a participant.
type Key<'a> = (Option<usize>, &'a [usize]);

/// What the sets answered, by column.
pub(crate) struct Sets {
    pub everybody: Vec<Tally>,
    /// All who are in a group.
    pub clustered: Vec<Tally>,
    pub groups: Vec<Vec<Tally>>,
    pub blocs: Vec<Vec<Tally>>,
    pub atoms: Atoms,
}

impl Sets {
    /// Counts each response once, for the atom of its participant; sets are sums of atoms.
    pub(crate) fn count(votes: &Votes, units: &Units) -> Self {
        let mut number: BTreeMap<Key, usize> = BTreeMap::new();
        let mut sizes: Vec<u32> = Vec::new();
        let mut cells: Vec<Vec<u32>> = Vec::new();
        for p in 0..votes.participants().len() {
            let key = (units.group_of[p], units.blocs_of[p].as_slice());
            let atom = *number.entry(key).or_insert(sizes.len());
            if atom == sizes.len() {
                sizes.push(0);
                cells.push(vec![0; 3 * votes.statements().len()]);
            }
            sizes[atom] += 1;
            votes.cells(p).iter().for_each(|cell| cells[atom][*cell as usize] += 1);
        }
        let tallies: Vec<Vec<Tally>> = cells.iter().map(|c| tally(c)).collect();
        let sum = |belongs: &dyn Fn(&Key) -> bool| {
            let parts = number.iter().filter(|(key, _)| belongs(key)).map(|(_, atom)| &tallies[*atom]);
            total(parts, votes.statements().len())
        };
        Self {
            everybody: sum(&|_| true),
            clustered: sum(&|(group, _)| group.is_some()),
            groups: (0..units.group_ids.len()).map(|g| sum(&|(group, _)| *group == Some(g))).collect(),
            blocs: (0..units.bloc_names.len()).map(|b| sum(&|(_, blocs)| blocs.contains(&b))).collect(),
            atoms: Atoms::new(number.iter().map(|((group, blocs), atom)| {
                (*group, blocs.to_vec(), sizes[*atom], tallies[*atom].iter().map(|t| t.all()).collect())
            })),
        }
    }
}

fn tally(cells: &[u32]) -> Vec<Tally> {
    cells.chunks_exact(3).map(|c| Tally { disagree: c[0], pass: c[1], agree: c[2] }).collect()
}

fn total<'a>(parts: impl Iterator<Item = &'a Vec<Tally>>, columns: usize) -> Vec<Tally> {
    parts.fold(vec![Tally::default(); columns], |mut sum, part| {
        sum.iter_mut().zip(part).for_each(|(s, p)| *s = s.plus(*p));
        sum
    })
}
