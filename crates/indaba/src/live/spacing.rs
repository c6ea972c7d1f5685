//! When something that participants gave may be shown: together with that of enough others. Responses and estimates are
//! published by this one rule ([`super::publication`], [`super::estimates`]).
//!
//! What was given stands in three stages: as it is now, as delegations are shown it, as everybody is. It is brought
//! forward a column at a time, and a column is what people compare: the responses to one perspective, the answers to one
//! estimate.

use crate::blocs::Bloc;
use ::landscape::may_be_told;
use std::collections::{BTreeMap, HashMap};

/// What else may be published than what the limit allows.
#[derive(Debug, Clone, Copy)]
pub(super) struct Due {
    /// Nothing is taken any more now.
    pub closing: bool,
    /// The closing publication was made already.
    pub closed: bool,
}

/// What one participant gave in its three stages; none where there is nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Cell<T> {
    pub now: Option<T>,
    pub inside: Option<T>,
    pub public: Option<T>,
}

impl<T> Default for Cell<T> {
    fn default() -> Cell<T> {
        Cell { now: None, inside: None, public: None }
    }
}

/// What was given to one thing, by participant.
pub(super) type Column<'a, T> = BTreeMap<&'a str, Cell<T>>;

/// The blocs of participants.
pub(super) type Blocs<'a> = HashMap<&'a str, &'a [Bloc]>;

/// Brings a column forward as far as that may be told at the limits inside and in public. The public is shown what was
/// published inside, so that nobody who sees both can compare two moments. Gives whether closing brought forward, inside and
/// in public, what else would have had to wait.
pub(super) fn bring_forward<T: Clone + PartialEq>(
    column: &mut Column<'_, T>,
    blocs: &Blocs<'_>,
    (inside, public): (u32, u32),
    due: Due,
) -> [bool; 2] {
    let hurried_inside = stage(column, blocs, inside, due, |cell| (cell.now.clone(), &mut cell.inside));
    let in_public = stage(column, blocs, public.max(inside), due, |cell| (cell.inside.clone(), &mut cell.public));
    [hurried_inside, in_public]
}

/// Brings a column from one stage to the next as far as that may be told: whole, or those alone who stand in no bloc
/// that is shown, or not yet. Gives whether more than that was brought forward because of closing.
fn stage<T: PartialEq>(
    column: &mut Column<'_, T>,
    blocs: &Blocs<'_>,
    limit: u32,
    due: Due,
    step: impl Fn(&mut Cell<T>) -> (Option<T>, &mut Option<T>),
) -> bool {
    let changed: Vec<&str> = column
        .iter_mut()
        .filter_map(|(who, cell)| {
            let (from, to) = step(cell);
            (from != *to).then_some(*who)
        })
        .collect();
    if changed.is_empty() {
        return false;
    }
    let shown = shown_blocs(column, blocs, limit, &step);
    let of = |who: &&str| -> Vec<usize> {
        blocs.get(who).into_iter().copied().flatten().filter_map(|bloc| shown.get(bloc).copied()).collect()
    };
    let sets: Vec<Vec<usize>> = changed.iter().map(of).collect();
    let whole = may_be_told(&sets, shown.len(), limit as usize);
    let free = sets.iter().filter(|of| of.is_empty()).count() >= limit as usize;
    let mut hurried = false;
    for (who, set) in changed.iter().zip(&sets) {
        let Some(cell) = column.get_mut(who) else { continue };
        let (from, to) = step(cell);
        // A result that leaves out who answered last would be no result: closing publishes all. What is taken away
        // from a closed dialogue waits for its number as before.
        let at_close = due.closing && (!due.closed || from.is_some());
        let allowed = whole || (free && set.is_empty());
        if allowed || at_close {
            hurried |= !allowed;
            *to = from;
        }
    }
    hurried
}

/// The blocs of which something may have been shown: those of whose members enough were published. Each has its place.
fn shown_blocs<'b, T>(
    column: &mut Column<'_, T>,
    blocs: &Blocs<'b>,
    limit: u32,
    step: &impl Fn(&mut Cell<T>) -> (Option<T>, &mut Option<T>),
) -> HashMap<&'b Bloc, usize> {
    let mut sizes: BTreeMap<&Bloc, u32> = BTreeMap::new();
    for (who, cell) in column.iter_mut() {
        if step(cell).1.is_some() {
            blocs.get(who).into_iter().copied().flatten().for_each(|bloc| *sizes.entry(bloc).or_default() += 1);
        }
    }
    let shown = sizes.into_iter().filter(|(_, size)| *size >= limit);
    shown.enumerate().map(|(place, (bloc, _))| (bloc, place)).collect()
}
