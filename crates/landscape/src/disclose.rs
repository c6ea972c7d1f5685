//! Disclosure: nothing about fewer than k participants, and nothing from which it could be computed.
//!
//! The unit is the count of a set on a statement (agree, disagree, pass of a group, a bloc or everybody): it is about
//! those of the set who responded. A set in which 1..k responded is hidden, and then as many others as it takes until
//! no small count is a difference or any other combination of what is shown. Sizes are protected the same way.

mod linear;

use std::collections::BTreeMap;

use crate::{Holding, Landscape, Note, StatementResult, ground};

/// How many of each smallest set of participants (same group, same blocs) responded to each statement.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Atoms(Vec<Atom>);

#[derive(Debug, Clone, PartialEq)]
struct Atom {
    group: Option<usize>,
    blocs: Vec<usize>,
    size: u32,
    responded: Vec<u32>,
}

impl Atoms {
    pub(crate) fn new(atoms: impl Iterator<Item = (Option<usize>, Vec<usize>, u32, Vec<u32>)>) -> Self {
        Self(atoms.map(|(group, blocs, size, responded)| Atom { group, blocs, size, responded }).collect())
    }
}

/// The same landscape with nothing about fewer than `k` participants: hidden figures are `None`, lists leave hidden
/// statements out, common ground and divides are taken again from what is shown. Participants stay (they leave with
/// `Options::public`), but those of a group whose size is hidden have no group, and nothing says who of them answers
/// alike; below `k` participants there are none.
///
/// Of a landscape that was read back from JSON it is not known who stands in several blocs; there, all blocs are
/// hidden.
pub fn suppress(landscape: &Landscape, k: usize) -> Landscape {
    let limit = u32::try_from(k).unwrap_or(u32::MAX);
    if limit <= 1 {
        return landscape.clone();
    }
    let mut shown = landscape.clone();
    let guard = Guard::new(landscape, limit);
    hide_sizes(&mut shown, &guard);
    for statement in 0..shown.statements.len() {
        let view = guard.view(|atom| atom.responded.get(statement).copied().unwrap_or(0));
        hide_statement(&mut shown, statement, &view);
    }
    hide_lists(&mut shown);
    ground::fill(&mut shown);
    note(&mut shown, limit);
    shown
}

/// Whether a result that is published again may take these changes in. Whoever compares it with the last one reads, of
/// each set that is shown, the sum of what changed in it: that sum has to be nobody's or that of at least `k`
/// participants, in everybody, in each bloc, and in whatever can be computed from these.
///
/// `changed` has, for each participant who now answers the statement otherwise than was published, the places of the
/// blocs to which it belongs, of the `blocs` that were shown.
pub fn may_be_told(changed: &[Vec<usize>], blocs: usize, k: usize) -> bool {
    let limit = u32::try_from(k).unwrap_or(u32::MAX);
    let mut sizes: BTreeMap<&[usize], u32> = BTreeMap::new();
    for of in changed {
        *sizes.entry(of.as_slice()).or_default() += 1;
    }
    let units = (0..blocs).map(|bloc| sizes.keys().map(|of| of.contains(&bloc)).collect()).collect();
    let hidden = linear::hide(sizes.into_values().collect(), units, 0, limit);
    !hidden.everybody && !hidden.units.contains(&true)
}

/// Which counts may be shown: of one statement, or of the sizes.
struct View {
    everybody: bool,
    /// All in a group together; figures over all groups depend on it.
    clustered: bool,
    groups: Vec<bool>,
    blocs: Vec<bool>,
}

struct Guard {
    atoms: Vec<Atom>,
    groups: usize,
    blocs: usize,
    limit: u32,
}

impl Guard {
    fn new(landscape: &Landscape, limit: u32) -> Self {
        let (groups, blocs) = (landscape.groups.len(), landscape.blocs.len());
        let atoms = match &landscape.atoms.0 {
            none if none.is_empty() => atoms_of_groups(landscape),
            atoms => atoms.clone(),
        };
        Self { atoms, groups, blocs, limit }
    }

    fn size(&self, unit: usize) -> u32 {
        let belongs = |a: &&Atom| match unit.checked_sub(self.groups) {
            None => a.group == Some(unit),
            Some(bloc) => a.blocs.contains(&bloc),
        };
        self.atoms.iter().filter(belongs).map(|a| a.size).sum()
    }

    fn view(&self, count: impl Fn(&Atom) -> u32) -> View {
        let counted: Vec<(&Atom, u32)> = self.atoms.iter().map(|a| (a, count(a))).filter(|(_, n)| *n > 0).collect();
        let sets = |belongs: &dyn Fn(&Atom) -> bool| counted.iter().map(|(a, _)| belongs(a)).collect::<Vec<bool>>();
        let groups = (0..self.groups).map(|g| sets(&|a| a.group == Some(g)));
        let blocs = (0..self.blocs).map(|b| sets(&|a| a.blocs.contains(&b)));
        let units: Vec<Vec<bool>> = groups.chain(blocs).collect();
        let weights = counted.iter().map(|(_, n)| *n).collect();
        let mut hidden = linear::hide(weights, units, self.groups, self.limit);
        // Of a set below the limit, or of unknown members, not even silence is told.
        hidden.units.iter_mut().enumerate().for_each(|(unit, hidden)| *hidden |= self.size(unit) < self.limit);
        let rest: u32 = counted.iter().filter(|(a, _)| a.group.is_none()).map(|(_, n)| n).sum();
        let (groups, blocs) = hidden.units.split_at(self.groups);
        View {
            everybody: !hidden.everybody,
            clustered: !hidden.everybody && !groups.contains(&true) && (rest == 0 || rest >= self.limit),
            groups: groups.iter().map(|hidden| !hidden).collect(),
            blocs: blocs.iter().map(|hidden| !hidden).collect(),
        }
    }
}

/// Groups and the rest, from the counts that are shown: as much as a landscape from JSON tells.
fn atoms_of_groups(landscape: &Landscape) -> Vec<Atom> {
    let responded = |held: &[Holding]| held.iter().map(answers).collect::<Vec<u32>>();
    let mut atoms: Vec<Atom> = landscape
        .groups
        .iter()
        .enumerate()
        .map(|(g, group)| Atom {
            group: Some(g),
            blocs: Vec::new(),
            size: group.size.unwrap_or(0),
            responded: responded(&group.statements),
        })
        .collect();
    let rest = |s: usize, all: u32| all.saturating_sub(atoms.iter().filter_map(|a| a.responded.get(s)).sum());
    let left = landscape
        .statements
        .iter()
        .enumerate()
        .map(|(s, total)| rest(s, [total.agree, total.disagree, total.pass].into_iter().flatten().sum()));
    let responded = left.collect();
    let size = landscape.counts.participants.unwrap_or(0).saturating_sub(atoms.iter().map(|a| a.size).sum());
    atoms.push(Atom { group: None, blocs: Vec::new(), size, responded });
    atoms
}

fn answers(held: &Holding) -> u32 {
    [held.agree, held.disagree, held.pass].into_iter().flatten().sum()
}

fn hide_sizes(shown: &mut Landscape, guard: &Guard) {
    let view = guard.view(|atom| atom.size);
    if !view.everybody {
        (shown.counts.participants, shown.counts.responses, shown.participants) = (None, None, None);
    }
    if !view.clustered {
        shown.counts.clustered = None;
    }
    let mut nameless = Vec::new();
    for (group, visible) in shown.groups.iter_mut().zip(&view.groups) {
        if !visible {
            // The mean of a group and of all the others would give that of a small one.
            (group.size, group.center, group.ellipse) = (None, None, None);
            nameless.push(group.id.clone());
        }
    }
    for (bloc, visible) in shown.blocs.iter_mut().zip(&view.blocs) {
        bloc.size = bloc.size.filter(|_| *visible);
    }
    for participant in shown.participants.iter_mut().flatten() {
        participant.group = participant.group.take().filter(|g| !nameless.contains(g));
        participant.alike = None;
    }
}

fn hide_statement(shown: &mut Landscape, place: usize, view: &View) {
    let statement = &mut shown.statements[place];
    if !view.everybody {
        (statement.agree, statement.disagree, statement.pass) = (None, None, None);
        (statement.center, statement.position, statement.extremity) = (None, None, None);
        statement.se.clear();
        shown.components.iter_mut().filter_map(|axis| axis.get_mut(place)).for_each(|x| *x = None);
    }
    // Both are computed from the counts of all groups.
    if !view.clustered {
        (statement.group_aware_consensus, statement.priority) = (None, None);
        (statement.along, statement.withstands) = (None, None);
    }
    let id = &statement.id;
    for (group, visible) in shown.groups.iter_mut().zip(&view.groups) {
        group.representative.retain(|r| *visible || r.statement != *id);
        for r in group.representative.iter_mut().filter(|r| !view.clustered && r.statement == *id) {
            (r.repness, r.repness_test) = (None, None);
        }
    }
    let groups = shown.groups.iter_mut().map(|g| &mut g.statements).zip(&view.groups);
    let blocs = shown.blocs.iter_mut().map(|b| &mut b.statements).zip(&view.blocs);
    for (held, _) in groups.chain(blocs).filter(|(_, visible)| !**visible) {
        if let Some(held) = held.get_mut(place) {
            (held.agree, held.disagree, held.pass) = (None, None, None);
            (held.support, held.low, held.high, held.holds) = (None, None, None, None);
        }
    }
}

fn hide_lists(shown: &mut Landscape) {
    // All responses less those of the shown statements would be those of the hidden ones.
    if shown.statements.iter().any(|s| s.agree.is_none()) {
        shown.counts.responses = None;
    }
    let visible = |id: &str| shown.statement(id).is_some_and(|s| s.agree.is_some());
    let keep: Vec<bool> = shown.majority.iter().map(|m| visible(&m.statement)).collect();
    let mut keep = keep.into_iter();
    shown.majority.retain(|_| keep.next().unwrap_or(false));
}

fn note(shown: &mut Landscape, limit: u32) {
    let hidden = |held: &[Holding]| held.iter().filter(|h| h.agree.is_none()).count();
    let whole = |held: &[Holding]| u32::from(!held.is_empty() && hidden(held) == held.len());
    let units = || shown.groups.iter().map(|g| &g.statements).chain(shown.blocs.iter().map(|b| &b.statements));
    let cells: usize = units().map(|held| hidden(held)).sum();
    let groups = shown.groups.iter().map(|g| whole(&g.statements)).sum();
    let blocs = shown.blocs.iter().map(|b| whole(&b.statements)).sum();
    let statements = shown.statements.iter().filter(|s| s.agree.is_none()).count() as u32;
    let sizes = shown.groups.iter().any(|g| g.size.is_none()) || shown.blocs.iter().any(|b| b.size.is_none());
    let few = |n: &Note| matches!(n, Note::SameAnswers { participants, .. } if *participants < limit);
    shown.notes.retain(|n| !matches!(n, Note::Suppressed { .. }) && !few(n));
    let told = |s: &StatementResult| s.along.is_some() || s.is_out();
    if cells > 0 || !shown.statements.iter().all(told) {
        // It would be about what is hidden too, and the order is another one.
        shown.statements.iter_mut().for_each(|s| s.withstands = None);
    }
    if cells > 0 || statements > 0 || sizes || shown.counts.participants.is_none() {
        shown.notes.push(Note::Suppressed { limit, groups, blocs, statements, cells: cells as u32 });
    }
}
