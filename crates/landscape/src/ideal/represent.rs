//! What tells a group from the other participants, beyond chance.

use crate::{
    Direction, Representative,
    polis::tally::{Tally, proportion, proportion_test, two_proportions},
    significance::{above, discoveries},
};

const LISTED: usize = 5;

/// For each group the statements on which it differs most surely from all others in a group, at most five. A pass
/// takes no side; of all that is listed, at most 5 % are expected to be chance.
pub(super) fn representative(ids: &[(usize, &str)], groups: &[Vec<Tally>], all: &[Tally]) -> Vec<Vec<Representative>> {
    let seen: Vec<Vec<Seen>> =
        groups.iter().map(|own| ids.iter().map(|id| Seen::new(*id, own, all)).collect()).collect();
    let chances: Vec<f64> = seen.iter().flatten().map(|s| (2.0 * above(s.test)).min(1.0)).collect();
    let mut kept = discoveries(&chances).into_iter();
    let list = |seen: &Vec<Seen>| {
        let mut sure: Vec<&Seen> = seen.iter().filter(|_| kept.next() == Some(true)).collect();
        sure.sort_by(|a, b| b.test.total_cmp(&a.test));
        sure.truncate(LISTED);
        sure.sort_by_key(|s| s.direction == Direction::Disagree);
        sure.into_iter().map(Seen::written).collect()
    };
    seen.iter().map(list).collect()
}

struct Seen<'a> {
    id: &'a str,
    own: Tally,
    other: Tally,
    direction: Direction,
    test: f64,
}

impl<'a> Seen<'a> {
    fn new((place, id): (usize, &'a str), own: &[Tally], all: &[Tally]) -> Self {
        let (own, other) = (own[place], all[place].less(own[place]));
        let agree = two_proportions(own.agree, own.sides(), other.agree, other.sides());
        let disagree = two_proportions(own.disagree, own.sides(), other.disagree, other.sides());
        let direction = if agree > disagree { Direction::Agree } else { Direction::Disagree };
        // Nobody else took a side: nothing to differ from.
        let known = own.sides() > 0 && other.sides() > 0;
        Self { id, own, other, direction, test: if known { agree.max(disagree) } else { 0.0 } }
    }

    fn written(&self) -> Representative {
        let of = |tally: Tally| if self.direction == Direction::Agree { tally.agree } else { tally.disagree };
        let p = proportion(of(self.own), self.own.sides());
        Representative {
            statement: self.id.into(),
            direction: self.direction,
            agree: self.own.agree,
            disagree: self.own.disagree,
            votes: self.own.all(),
            p,
            p_test: proportion_test(of(self.own), self.own.sides()),
            repness: Some(p / proportion(of(self.other), self.other.sides())),
            repness_test: Some(self.test),
        }
    }
}
