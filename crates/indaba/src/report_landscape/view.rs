//! What is shown of a landscape, in one language. Built from a suppressed landscape alone: what that hides can't be
//! shown by accident.

pub use super::figure::Figure;
use super::figure::figure;
use super::map::{Ellipses, MapView};
use super::mark::colours;
use crate::blocs;
use crate::lang::{L, dir_of};
use crate::store::Moment;
use landscape::{Direction, FIRST, Group, Landscape, Method, Note, Representative, StatementResult};
use std::collections::HashMap;

/// The share of all participants, as in the words of `landscape-ground-firm`, that might push what they want.
const PUSHED: f64 = 0.05;
/// Statements in common ground, and divides, that a page lists.
const LISTED: usize = 8;
/// Rows of the table of blocs: a page stays small; the files hold everything.
const ROWS: usize = 60;

/// The words of a statement.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// Its number, as people name it.
    pub number: String,
    /// Its words.
    pub text: String,
    /// Their language; empty where it is not known.
    pub lang: String,
}

impl Said {
    /// Direction of the words.
    pub fn dir(&self) -> &'static str {
        dir_of(&self.lang)
    }
}

/// Words of statements by their id in the landscape.
pub type Texts = HashMap<String, Said>;

/// Where a landscape comes from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Source {
    /// When it was computed; none where the file alone decides.
    pub at: Option<Moment>,
    /// From how many responses.
    pub responses: i64,
    /// By how many participants.
    pub participants: i64,
    /// How many have answered by now, those counted whose responses are not published yet.
    pub answered: i64,
    /// How many of them came without a code; none where that is unknown.
    pub without_code: Option<i64>,
    /// The disclosure limit.
    pub limit: u32,
    /// It was published, and is renewed when this many more have responded; none where it is as it stands.
    pub renewed_after: Option<u32>,
}

/// A statement with what groups and blocs hold on it.
#[derive(Debug, Clone)]
pub struct GroundLine {
    /// Its words.
    pub said: Said,
    /// One for each group and bloc that may be shown.
    pub figures: Vec<Figure>,
    /// Groups and blocs whose figure on it is not shown: the common ground is that of the others.
    pub hidden: usize,
}

/// Statements in their order.
#[derive(Debug, Clone, Default)]
pub struct Lines {
    /// The first.
    pub lines: Vec<GroundLine>,
    /// Those left out for length.
    pub more: usize,
}

/// A statement that tells a group from the others.
#[derive(Debug, Clone)]
pub struct GroupLine {
    /// Its words.
    pub said: Said,
    /// Whether the group agrees with it.
    pub agrees: bool,
    /// How many answered so.
    pub so: u32,
    /// Of how many.
    pub votes: u32,
}

/// A group, described by its own representative statements.
#[derive(Debug, Clone)]
pub struct GroupView {
    /// Letter or label.
    pub id: String,
    /// Class of its colour.
    pub class: String,
    /// Participants.
    pub size: u32,
    /// Between 0 and 1 where it was measured.
    pub stability: Option<f64>,
    /// What tells it from the others.
    pub lines: Vec<GroupLine>,
}

/// Support by declared bloc.
#[derive(Debug, Clone, Default)]
pub struct BlocTable {
    /// `(label, size)` of each column.
    pub columns: Vec<(String, u32)>,
    /// Words of the statement, and the share in each column where it may be shown.
    pub rows: Vec<(Said, Vec<Option<f64>>)>,
    /// Rows left out for length.
    pub more: usize,
}

/// What most participants answer alike.
#[derive(Debug, Clone)]
pub struct MajorityLine {
    /// Its words.
    pub said: Said,
    /// Whether most agree.
    pub agrees: bool,
    /// How many answered so.
    pub so: u32,
    /// Of how many.
    pub votes: u32,
}

/// All that is shown.
#[derive(Debug, Clone)]
pub struct View {
    /// The state in words.
    pub state: String,
    /// Where it comes from.
    pub source: Source,
    /// The map, where there is one.
    pub map: Option<MapView>,
    /// Why there is none, where there is none.
    pub no_map: String,
    /// Groups that may be shown.
    pub groups: Vec<GroupView>,
    /// Perspectives that every group and bloc shown supports, in their order along the map.
    pub ground: Lines,
    /// What they are, in words.
    pub ground_lead: String,
    /// How many declared blocs are not among those shown, in words; none where all are.
    pub left_out: Option<String>,
    /// How many of the first would stay the first if some were there to push others, in words; empty where it is not known.
    pub firm: String,
    /// Perspectives on which groups or blocs are opposed.
    pub divides: Lines,
    /// Why there are none, where there are none.
    pub no_divides: String,
    /// Perspectives that may be common ground, and may not.
    pub uncertain: Lines,
    /// Support by declared bloc.
    pub blocs: BlocTable,
    /// What most answer alike.
    pub majority: Vec<MajorityLine>,
    /// What a reader has to know before the figures.
    pub notes: Vec<String>,
    /// Whether the groups are stable, where it was measured.
    pub stability: Option<String>,
    /// How all this was computed.
    pub method: String,
}

impl View {
    /// Takes from a landscape, which is suppressed already, what is shown.
    pub fn new(l: L, landscape: &Landscape, texts: &Texts, source: Source, ellipses: Ellipses) -> View {
        let show = Show { l, landscape, texts };
        View {
            state: show.state(source),
            source,
            map: MapView::new(l, landscape, ellipses),
            no_map: no_map(l, landscape),
            groups: show.groups(),
            firm: show.firm(),
            ground: show.ground(),
            ground_lead: l.t(if show.is_undivided() { "landscape-ground-lead-all" } else { "landscape-ground-lead" }),
            left_out: show.left_out(),
            divides: show.divides(),
            no_divides: l.t(if show.is_undivided() { "landscape-divides-nobody" } else { "landscape-divides-none" }),
            uncertain: show.uncertain(),
            blocs: show.blocs(),
            majority: show.majority(),
            notes: landscape.notes.iter().filter_map(|note| note_words(l, note)).collect(),
            stability: show.stability(source.participants),
            method: l.t(match landscape.method {
                Method::Indaba => "landscape-method-indaba",
                Method::Polis => "landscape-method-polis",
            }),
        }
    }
}

/// Of dialogues with fewer participants in which groups were found, some had others once a tenth of the participants was
/// missing (`crates/landscape/DESIGN.md`); with so many and more, none had.
const FEW: i64 = 400;

/// A landscape on its way to a page.
pub(super) struct Show<'a> {
    pub(super) l: L,
    pub(super) landscape: &'a Landscape,
    pub(super) texts: &'a Texts,
}

impl Show<'_> {
    fn said(&self, statement: &str) -> Said {
        let unknown = || Said { number: statement.to_owned(), text: statement.to_owned(), lang: String::new() };
        self.texts.get(statement).cloned().unwrap_or_else(unknown)
    }

    /// Whether the groups would be found again; none where that was not measured or there is one.
    fn stability(&self, participants: i64) -> Option<String> {
        let unmeasured = self.landscape.notes.contains(&Note::StabilityNotMeasured);
        if unmeasured || self.is_one() {
            return None;
        }
        Some(match (self.landscape.stable, participants < FEW) {
            (false, _) => self.l.t("landscape-not-stable"),
            (true, true) => self.l.t1("landscape-stable-few", "n", FEW),
            (true, false) => self.l.t("landscape-stable"),
        })
    }

    /// No groups were found: what is counted of one is everybody's.
    pub(super) fn is_one(&self) -> bool {
        self.landscape.method == Method::Indaba && self.landscape.groups.len() < 2
    }

    /// Neither groups nor blocs: there is nobody to be apart from anybody.
    fn is_undivided(&self) -> bool {
        self.is_one() && self.landscape.blocs.is_empty()
    }

    /// Blocs of which nothing is shown: common ground is not theirs.
    fn left_out(&self) -> Option<String> {
        let blocs = &self.landscape.blocs;
        let hidden = blocs.iter().filter(|b| b.statements.iter().all(|held| held.agree.is_none())).count();
        // Before anybody has answered there is nothing to be left out of.
        (hidden > 0 && !self.landscape.statements.is_empty())
            .then(|| self.l.t2("landscape-left-out", "n", hidden, "of", blocs.len()))
    }

    pub(super) fn group_name(&self, id: &str) -> String {
        if self.is_one() { self.l.t("landscape-everybody") } else { self.l.t1("landscape-group", "id", id) }
    }

    /// Groups that may be shown, with their colour and size.
    pub(super) fn shown_groups(&self) -> impl Iterator<Item = (usize, &Group, u32)> {
        let shown: Vec<(&Group, u32)> = self.landscape.groups.iter().filter_map(|g| Some((g, g.size?))).collect();
        let ids: Vec<&str> = shown.iter().map(|(g, _)| g.id.as_str()).collect();
        colours(&ids).into_iter().zip(shown).map(|(colour, (g, size))| (colour, g, size))
    }

    /// "not enough responses for groups yet: 5 of 12", or how many groups there are.
    pub(super) fn state(&self, source: Source) -> String {
        let wanted = self.landscape.notes.iter().find_map(|note| match note {
            Note::FewParticipants { wanted, .. } => Some(i64::from(*wanted)),
            _ => None,
        });
        let groups = self.shown_groups().count();
        match (source.participants, groups, wanted) {
            (0, ..) if source.answered == 0 => self.l.t("landscape-state-none"),
            (0, ..) => self.l.t2("landscape-state-waiting", "n", source.answered, "k", source.limit),
            (n, _, Some(wanted)) if n < wanted.max(source.limit.into()) => {
                self.l.t2("landscape-state-few", "n", n, "of", wanted.max(source.limit.into()))
            }
            (n, 0, _) if n < source.limit.into() => self.l.t2("landscape-state-few", "n", n, "of", source.limit),
            (n, 1, _) if self.is_one() => self.l.t1("landscape-state-one", "n", n),
            (_, 0, _) => self.l.t("landscape-state-no-groups"),
            (n, groups, _) => self.l.t2("landscape-state-groups", "groups", groups, "n", n),
        }
    }

    fn groups(&self) -> Vec<GroupView> {
        let several = self.shown_groups().filter(|_| !self.is_one());
        several
            .map(|(colour, g, size)| GroupView {
                id: g.id.clone(),
                class: format!("g{colour}"),
                size,
                stability: g.stability,
                lines: g.representative.iter().map(|r| self.group_line(r)).collect(),
            })
            .collect()
    }

    fn group_line(&self, r: &Representative) -> GroupLine {
        let agrees = r.direction == Direction::Agree;
        GroupLine {
            said: self.said(&r.statement),
            agrees,
            so: if agrees { r.agree } else { r.disagree },
            votes: r.votes,
        }
    }

    /// What each group and bloc that may be shown holds on the statement at a place.
    fn figures(&self, place: usize) -> Vec<Figure> {
        let groups = self.shown_groups().filter_map(|(colour, g, _)| {
            figure(self.group_name(&g.id), &format!("g{colour}"), g.statements.get(place)?)
        });
        let blocs = self
            .landscape
            .blocs
            .iter()
            .filter_map(|b| figure(blocs::label_of(self.l, &b.name), "soft", b.statements.get(place)?));
        groups.chain(blocs).collect()
    }

    fn line(&self, place: usize, statement: &StatementResult) -> GroundLine {
        GroundLine { said: self.said(&statement.id), figures: self.figures(place), hidden: statement.not_shown.len() }
    }

    /// Supported by all: the lower bound of the least support lies above one half.
    fn ground(&self) -> Lines {
        let sure = |s: &&StatementResult| s.common_ground.is_some_and(|band| band.low > 0.5);
        let found = self.landscape.common_ground();
        self.lines(found.into_iter().filter(sure).map(|s| s.id.as_str()))
    }

    /// How much of what comes first is safe from a few who answer alike.
    fn firm(&self) -> String {
        let first = self.landscape.common_ground().len().min(FIRST);
        let sure = self.landscape.surely_first(PUSHED);
        sure.map_or_else(String::new, |sure| self.l.t2("landscape-ground-firm", "n", sure.len(), "of", first))
    }

    /// Perhaps supported by all: more responses would tell.
    fn uncertain(&self) -> Lines {
        self.lines(self.landscape.uncertain.iter().map(String::as_str))
    }

    fn lines<'s>(&self, mut ids: impl Iterator<Item = &'s str>) -> Lines {
        let place = |id: &str| self.landscape.statements.iter().position(|s| s.id == id);
        let line = |place: usize| Some(self.line(place, self.landscape.statements.get(place)?));
        let lines = ids.by_ref().take(LISTED).filter_map(|id| place(id).and_then(line)).collect();
        Lines { lines, more: ids.count() }
    }

    fn divides(&self) -> Lines {
        let mut seen: Vec<&str> = Vec::new();
        for divide in &self.landscape.divides {
            if !seen.contains(&divide.statement.as_str()) {
                seen.push(&divide.statement);
            }
        }
        self.lines(seen.into_iter())
    }

    fn blocs(&self) -> BlocTable {
        let shown: Vec<(&landscape::Bloc, u32)> =
            self.landscape.blocs.iter().filter_map(|b| Some((b, b.size?))).collect();
        if shown.is_empty() {
            return BlocTable::default();
        }
        let mut places: Vec<(usize, &StatementResult)> =
            self.landscape.statements.iter().enumerate().filter(|(_, s)| !s.is_out()).collect();
        places.sort_by_key(|(_, s)| std::cmp::Reverse(answers(s)));
        let row = |place: usize, s: &StatementResult| {
            let shares: Vec<Option<f64>> =
                shown.iter().map(|(b, _)| b.statements.get(place).and_then(|h| h.support)).collect();
            (self.said(&s.id), shares)
        };
        // Those with the most answers, as people number them.
        let mut rows: Vec<_> = places.iter().take(ROWS).map(|(place, s)| row(*place, s)).collect();
        rows.sort_by_key(|(said, _)| said.number.parse().unwrap_or(u64::MAX));
        BlocTable {
            columns: shown.iter().map(|(b, size)| (blocs::label_of(self.l, &b.name), *size)).collect(),
            rows,
            more: places.len().saturating_sub(ROWS),
        }
    }

    fn majority(&self) -> Vec<MajorityLine> {
        let line = |m: &landscape::Majority| {
            let agrees = m.direction == Direction::Agree;
            MajorityLine {
                said: self.said(&m.statement),
                agrees,
                so: if agrees { m.agree } else { m.disagree },
                votes: m.votes,
            }
        };
        self.landscape.majority.iter().map(line).collect()
    }
}

fn answers(s: &StatementResult) -> u32 {
    [s.agree, s.disagree, s.pass].into_iter().flatten().sum()
}

/// Why a landscape has no map: nobody stands anywhere, or what would be drawn points at somebody.
pub(super) fn no_map(l: L, landscape: &Landscape) -> String {
    let flat = |note: &&Note| matches!(note, Note::NoVariation | Note::TooFewToTell);
    let why = landscape.notes.iter().find(flat).and_then(|note| note_words(l, note));
    why.unwrap_or_else(|| l.t("landscape-no-map"))
}

/// A note in words. What the state already says is left out.
fn note_words(l: L, note: &Note) -> Option<String> {
    Some(match note {
        Note::NoResponses | Note::FewParticipants { .. } | Note::BlocMembersSilent { .. } => return None,
        Note::NoVariation => l.t("landscape-note-no-variation"),
        Note::TooFewToTell => l.t("landscape-note-too-few-to-tell"),
        Note::OneAxis => l.t("landscape-note-one-axis"),
        Note::OneGroup => l.t("landscape-note-one-group"),
        Note::NoStableGroups => l.t("landscape-note-no-stable-groups"),
        Note::SameAnswers { participants, .. } => l.t1("landscape-note-same-answers", "n", *participants),
        Note::GroupsGiven { labelled } => l.t1("landscape-note-groups-given", "n", *labelled),
        Note::LabelsUnknown { participants } => l.t1("landscape-note-labels-unknown", "n", *participants),
        // Who has not responded is told by the dialogue's own pages.
        Note::StabilityNotMeasured => l.t("landscape-note-stability"),
        Note::Suppressed { limit, .. } => l.t1("landscape-note-suppressed", "k", *limit),
    })
}
