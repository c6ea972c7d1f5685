//! Opinion groups, if there are any that would be there again.
//!
//! Three things are asked of groups. They explain the places better than one cloud does (information criterion). There
//! is a valley between any two: fewer participants stand between them than at either, surely. And some of the
//! participants, drawn again and again, give the same groups: of many, whose statements are well known, by their places
//! ([`many`]); of few with everything done anew ([`few`]). Otherwise there is one group: everybody.

use super::{few, many, order::Order, space::Fitted};
use crate::Votes;

/// From so many participants on a tenth more or less moves no statement much.
const MANY: usize = 688;

/// Where groups are sought.
pub(super) struct Dialogue<'a> {
    pub votes: &'a Votes,
    /// Statements that are out.
    pub out: &'a [bool],
    pub model: &'a dyn Fitted,
    pub order: &'a Order,
    /// For each participant whether they have no voice.
    pub silent: &'a [bool],
    pub threads: usize,
}

/// What was found.
pub(super) struct Found {
    /// For each participant the group that their answers make most likely; the largest group is 0.
    pub of: Vec<usize>,
    /// For each group, how much of it is there again in a draw that gives groups (mean Jaccard index; Hennig 2007).
    pub stability: Vec<f64>,
    /// Whether there is more than one and they are stable.
    pub stable: bool,
}

/// Searches for groups among these participants (places in the model), and then puts everybody into one: were those who
/// answered little in none, a few of them would be what is left of a count when the groups are taken off, and the smallest
/// group would have to be hidden for their sake. `people` stand in an order that does not depend on their names, and so
/// do not the lots of all.
pub(super) fn search(dialogue: &Dialogue, people: &[usize]) -> Found {
    let found = if people.len() < MANY { few::search(dialogue, people) } else { many::search(dialogue, people) };
    found.unwrap_or_else(|| Found::one(dialogue.votes.participants().len()))
}

impl Found {
    /// One group: everybody.
    fn one(participants: usize) -> Self {
        Self { of: vec![0; participants], stability: vec![1.0; participants.min(1)], stable: false }
    }
}
