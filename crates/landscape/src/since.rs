//! Two points in time of one question: what is otherwise than it was, and how surely.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::{Band, Bloc, Counts, Direction, Family, Group, Landscape, Lineage, StatementResult, disclose::Atoms};

/// What is otherwise than it was. Nothing stands here that the two landscapes do not show: suppress first.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Since {
    /// How much stands behind each, before and now; so too below.
    pub counts: [Counts; 2],
    /// Number of opinion groups.
    pub groups: [u32; 2],
    /// Whether they were shown to be stable.
    pub stable: [bool; 2],
    /// What became of each group of then, and where each of now came from; both empty where it may not be told.
    pub lineages: [Vec<Lineage>; 2],
    /// Statements that may stand in a list now or might then: those that surely moved, the furthest first; then the others,
    /// those whose best guess moved most first.
    pub statements: Vec<Shift>,
    /// Those of which other groups or blocs are hidden than then, by id: their bands are about others, and whether anybody
    /// moved cannot be said. They stand in no other list.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_comparable: Vec<Shift>,
}

/// Common ground on one statement, then and now.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Shift {
    /// Id of the statement.
    pub statement: String,
    /// None where there was no such statement, or where it may not be told.
    pub before: Option<Band>,
    /// None where there is no such statement any more, or where it may not be told.
    pub now: Option<Band>,
    /// Towards agreement or away from it, where the two bands have nothing in common.
    pub moved: Option<Direction>,
}

impl Landscape {
    /// What a comparison needs of it, a tenth of the size: without participants, axes, lists, and what each group and bloc
    /// holds on each statement.
    #[must_use]
    pub fn outline(&self) -> Self {
        let group = |group: &Group| Group { representative: Vec::new(), statements: Vec::new(), ..group.clone() };
        let bloc = |bloc: &Bloc| Bloc { statements: Vec::new(), ..bloc.clone() };
        Self {
            schema: self.schema.clone(),
            method: self.method,
            seed: self.seed,
            counts: self.counts,
            dimensions: self.dimensions,
            components: Vec::new(),
            statements: self.statements.clone(),
            participants: None,
            groups: self.groups.iter().map(group).collect(),
            blocs: self.blocs.iter().map(bloc).collect(),
            majority: Vec::new(),
            divides: Vec::new(),
            uncertain: Vec::new(),
            stable: self.stable,
            notes: self.notes.clone(),
            atoms: Atoms::default(),
        }
    }

    /// What is otherwise than in an earlier landscape of the same question. Two bands of 90 % that have nothing in common
    /// are more than chance; that most participants are the same makes it surer still.
    pub fn since(&self, before: &Self) -> Since {
        let mut bands: BTreeMap<&str, [Option<Band>; 2]> = BTreeMap::new();
        for (time, landscape) in [before, self].into_iter().enumerate() {
            for statement in landscape.statements.iter().filter(|s| !s.is_out()) {
                bands.entry(&statement.id).or_default()[time] = statement.common_ground.map(|ground| ground.band());
            }
        }
        let all = bands.into_iter().map(|(id, bands)| Shift::new(id, bands));
        let (mut statements, mut not_comparable): (Vec<Shift>, Vec<Shift>) =
            all.partition(|shift| is_comparable(before.statement(&shift.statement), self.statement(&shift.statement)));
        for shift in &mut not_comparable {
            shift.moved = None;
        }
        not_comparable.sort_by(|a, b| crate::ids::compare(&a.statement, &b.statement));
        statements
            .sort_by(|a, b| b.gap().total_cmp(&a.gap()).then_with(|| crate::ids::compare(&a.statement, &b.statement)));
        Since {
            counts: [before.counts, self.counts],
            groups: [before, self].map(|landscape| landscape.groups.len() as u32),
            stable: [before, self].map(|landscape| landscape.stable),
            lineages: self.lineages(before),
            statements,
            not_comparable,
        }
    }
}

/// Whether the same groups and blocs are hidden on a statement at both times. Groups may be called otherwise then.
fn is_comparable(before: Option<&StatementResult>, now: Option<&StatementResult>) -> bool {
    let hidden = |s: &StatementResult| {
        let (groups, blocs): (Vec<_>, Vec<_>) = s.not_shown.iter().cloned().partition(|u| u.family == Family::Groups);
        (groups.len(), blocs)
    };
    before.zip(now).is_none_or(|(before, now)| hidden(before) == hidden(now))
}

impl Shift {
    fn new(statement: &str, [before, now]: [Option<Band>; 2]) -> Self {
        let both = before.zip(now);
        let up = both.is_some_and(|(before, now)| now.low > before.high);
        let down = both.is_some_and(|(before, now)| now.high < before.low);
        let moved = if up { Some(Direction::Agree) } else { down.then_some(Direction::Disagree) };
        Self { statement: statement.into(), before, now, moved }
    }

    /// By what it is ranked: above 1 what surely moved.
    fn gap(&self) -> f64 {
        let Some((before, now)) = self.before.zip(self.now) else { return -1.0 };
        match self.moved {
            Some(Direction::Agree) => 1.0 + now.low - before.high,
            Some(Direction::Disagree) => 1.0 + before.low - now.high,
            None => (now.share - before.share).abs(),
        }
    }
}
