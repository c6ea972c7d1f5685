//! The result: `indaba/landscape/1`.

use serde::{Deserialize, Serialize};

use crate::{disclose::Atoms, note::Note};

/// Name and version of the file format.
pub const SCHEMA: &str = "indaba/landscape/1";

/// So many statements of the common ground come first: it is told how surely each of them does.
pub const FIRST: usize = 5;

/// What the responses say. Every figure is finite; what may not be told, or does not exist, is `None` (`null`),
/// never 0. Order and bytes depend on the responses and options alone.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Landscape {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// How it was computed.
    pub method: Method,
    /// The seed that was given.
    pub seed: u64,
    /// How much stands behind it.
    pub counts: Counts,
    /// Dimensions in which the participants differ, 1 to 3; `None` where the method does not choose them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<u32>,
    /// Loadings of the two axes, in the order of `statements`; each axis has length 1 (0 where the responses have
    /// no such axis) and its largest loading is positive. `None` for a statement below the disclosure limit.
    pub components: Vec<Vec<Option<f64>>>,
    /// The statements with at least one response, by id.
    pub statements: Vec<StatementResult>,
    /// Everybody who responded, by id. Left out for the public and below the disclosure limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participants: Option<Vec<Participant>>,
    /// Opinion groups: by size where they were found, by label where they were given.
    pub groups: Vec<Group>,
    /// Declared blocs with at least one participant who responded, by name.
    pub blocs: Vec<Bloc>,
    /// What most participants agree or disagree with.
    pub majority: Vec<Majority>,
    /// Statements on which groups or blocs are opposed, the surest first.
    pub divides: Vec<Divide>,
    /// Statements that may be common ground or not: those first that the fewest further answers would settle.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uncertain: Vec<String>,
    /// Whether the groups were shown to be stable. `false` where it was not measured; a note says so then.
    pub stable: bool,
    /// What a reader has to know before the figures.
    pub notes: Vec<Note>,
    /// How many of each set of participants responded to what; needed to keep small sets from being computed.
    #[serde(skip)]
    pub(crate) atoms: Atoms,
}

/// Method of computation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// What users of Polis know, exactly.
    Polis,
    /// Ideal points with their uncertainty.
    Indaba,
}

/// How much stands behind a landscape.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Participants with at least one response.
    pub participants: Option<u32>,
    /// Statements with at least one response.
    pub statements: u32,
    /// Responses that count.
    pub responses: Option<u32>,
    /// Participants in an opinion group.
    pub clustered: Option<u32>,
}

/// One statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct StatementResult {
    /// Its id.
    pub id: String,
    /// How many agreed.
    pub agree: Option<u32>,
    /// How many disagreed.
    pub disagree: Option<u32>,
    /// How many passed.
    pub pass: Option<u32>,
    /// Mean response, agree = 1, disagree = −1; 0 for one that is out (moderated or meta).
    pub center: Option<f64>,
    /// Where a participant would stand who agreed with this statement and said nothing else.
    pub position: Option<[f64; 2]>,
    /// Standard errors of `position`; empty where the method has none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub se: Vec<f64>,
    /// Length of `position`: how much the statement tells participants apart.
    pub extremity: Option<f64>,
    /// Product over the groups of the smoothed share that agrees.
    pub group_aware_consensus: Option<f64>,
    /// How far it is common ground.
    pub common_ground: Option<CommonGround>,
    /// Groups and blocs of which it may not be told what they hold on this statement, though other figures of theirs are
    /// shown: common ground is that of the others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_shown: Vec<NotShown>,
    /// Support along the first axis of the map: the geometric mean of its lower bounds at five places from one end to
    /// the other, as if a quarter more answers than a statement usually has were against it. It needs no groups.
    /// Participants who answer alike beyond chance ([`crate::Note::SameAnswers`]) have no voice in it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub along: Option<f64>,
    /// Of the [`FIRST`] of the common ground, how many more voices leave it among them, whatever they answer, as long as
    /// the others stand where they stand on the map; `None` for all others. Those who answer alike beyond chance have no
    /// voice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub withstands: Option<u32>,
    /// How much is learnt from showing it next.
    pub priority: Option<f64>,
    /// −1 taken out, 0 not looked at, 1 accepted.
    pub moderated: i8,
    /// About the participants or the process rather than the matter.
    pub is_meta: bool,
}

impl StatementResult {
    /// Whether it stays out of the map and of every list.
    pub fn is_out(&self) -> bool {
        self.moderated < 0 || self.is_meta
    }
}

/// A share with its 90 % band, all in 0..=1 and `low` ≤ `share` ≤ `high`.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// Best guess; `score` in older files.
    #[serde(alias = "score")]
    pub share: f64,
    /// Lower bound.
    pub low: f64,
    /// Upper bound.
    pub high: f64,
}

/// The least support among the opinion groups and declared blocs with its 90 % band, and by what it is ranked.
/// Of those that are shown; where more are hidden than shown, its lower bound is 0.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(from = "WrittenGround")]
pub struct CommonGround {
    /// What common ground is ranked by, the highest first: support along the map ([`StatementResult::along`]), or the
    /// least lower bound of the declared blocs where that is less; where there is no support along the map, `low`.
    pub score: f64,
    /// Best guess of the share that agrees, `low` ≤ `share` ≤ `high`.
    pub share: f64,
    /// Lower bound of the share.
    pub low: f64,
    /// Upper bound of the share.
    pub high: f64,
}

impl CommonGround {
    /// The share and its bounds.
    pub fn band(&self) -> Band {
        Band { share: self.share, low: self.low, high: self.high }
    }
}

/// Common ground as it may stand in a file.
#[derive(Deserialize)]
struct WrittenGround {
    score: f64,
    /// Not in older files, whose score is the share.
    share: Option<f64>,
    low: f64,
    high: f64,
}

impl From<WrittenGround> for CommonGround {
    fn from(WrittenGround { score, share, low, high }: WrittenGround) -> Self {
        Self { score, share: share.unwrap_or(score), low, high }
    }
}

/// One participant.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Participant {
    /// The id.
    pub id: String,
    /// Number of responses.
    pub votes: u32,
    /// Place on the map.
    pub position: [f64; 2],
    /// Standard errors of `position`; empty where the method has none.
    pub se: Vec<f64>,
    /// Id of the opinion group.
    pub group: Option<String>,
    /// Which set of those who answer alike beyond chance, counted from 1; left out by any disclosure limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alike: Option<u32>,
}

/// An opinion group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// A, B, C by size, or the label that was given.
    pub id: String,
    /// Number of participants.
    pub size: Option<u32>,
    /// Between 0 and 1; `None` where the method does not measure it.
    pub stability: Option<f64>,
    /// Mean position of its participants.
    pub center: Option<[f64; 2]>,
    /// The part of the map where about 80 % of it stand.
    pub ellipse: Option<Ellipse>,
    /// What tells it from the others, at most five.
    pub representative: Vec<Representative>,
    /// What it holds on each statement, in the order of `Landscape::statements`.
    pub statements: Vec<Holding>,
}

/// An ellipse around the center of a group, from the covariance of its positions: it holds 80 % of a normal
/// distribution.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Ellipse {
    /// Larger and smaller half axis, in units of the map.
    pub radii: [f64; 2],
    /// From the first axis of the map to the larger half axis, in radians, −π/2..=π/2.
    pub angle: f64,
}

/// A declared bloc.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Bloc {
    /// Its name.
    pub name: String,
    /// Participants of it who responded.
    pub size: Option<u32>,
    /// What it holds on each statement, in the order of `Landscape::statements`.
    pub statements: Vec<Holding>,
}

/// What a group or bloc holds on a statement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Holding {
    /// Id of the statement.
    pub statement: String,
    /// How many of it agreed.
    pub agree: Option<u32>,
    /// How many of it disagreed.
    pub disagree: Option<u32>,
    /// How many of it passed.
    pub pass: Option<u32>,
    /// Share that agrees of those who took a side, smoothed; a pass is no disagreement.
    pub support: Option<f64>,
    /// Lower bound of the 90 % band of `support`.
    pub low: Option<f64>,
    /// Upper bound of the 90 % band of `support`.
    pub high: Option<f64>,
    /// What it holds, where that is more than chance (false discoveries at most 5 % of all that is marked so); `None`
    /// too where the method does not test it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub holds: Option<Direction>,
}

/// Which way a statement stands for a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// It agrees.
    Agree,
    /// It disagrees.
    Disagree,
}

/// A statement that tells a group from the other participants.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Representative {
    /// Id of the statement.
    pub statement: String,
    /// The direction in which the group differs most.
    pub direction: Direction,
    /// How many of the group agreed.
    pub agree: u32,
    /// How many of the group disagreed.
    pub disagree: u32,
    /// How many of the group responded, passes included.
    pub votes: u32,
    /// Smoothed share of the group in that direction.
    pub p: f64,
    /// One-proportion test of `p` against one half (a standard normal score).
    pub p_test: f64,
    /// `p` over the same share of all other clustered participants.
    pub repness: Option<f64>,
    /// Two-proportion test of the same (a standard normal score).
    pub repness_test: Option<f64>,
}

/// A statement that most participants answer alike.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Majority {
    /// Id of the statement.
    pub statement: String,
    /// What most answered.
    pub direction: Direction,
    /// How many agreed.
    pub agree: u32,
    /// How many disagreed.
    pub disagree: u32,
    /// How many responded, passes included.
    pub votes: u32,
    /// Smoothed share in that direction.
    pub p: f64,
    /// One-proportion test of `p` against one half (a standard normal score).
    pub p_test: f64,
}

/// Between whom a divide stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Opinion groups.
    Groups,
    /// Declared blocs.
    Blocs,
}

/// A group or bloc of which a figure may not be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotShown {
    /// Which of both it is.
    pub family: Family,
    /// Id of the group or name of the bloc.
    pub name: String,
}

/// One side of a divide.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Side {
    /// Id of the group or name of the bloc.
    pub name: String,
    /// Its support.
    pub support: Band,
}

/// A statement on which two groups or two blocs are opposed: the whole band of one lies above one half, that of the
/// other below.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Divide {
    /// Id of the statement.
    pub statement: String,
    /// Whether the sides are groups or blocs.
    pub between: Family,
    /// The side with the most support.
    pub most: Side,
    /// The side with the least.
    pub least: Side,
    /// From the upper bound of the least to the lower bound of the most: what is sure of the distance.
    pub gap: f64,
}

impl Landscape {
    /// The landscape as JSON, two spaces deep, with a newline at its end.
    pub fn to_json(&self) -> String {
        // Cannot fail: no map with keys other than text, no number that JSON lacks.
        let mut json = serde_json::to_string_pretty(self).unwrap_or_default();
        json.push('\n');
        json
    }

    /// Reads what [`Self::to_json`] wrote.
    pub fn from_json(json: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(json)
    }

    /// Common ground, the surest first: what no group, bloc or part of the map is against, as far as is known. By
    /// [`CommonGround::score`].
    pub fn common_ground(&self) -> Vec<&StatementResult> {
        self.ranked().into_iter().map(|(_, place)| &self.statements[place]).collect()
    }

    /// Of the [`FIRST`] of the common ground, those that stay there by [`StatementResult::withstands`] when so many more participants, as a share of
    /// all with them (0..1), answer as they have agreed; None where it may not be told or the method does not say it.
    pub fn surely_first(&self, share: f64) -> Option<Vec<&StatementResult>> {
        let more = f64::from(self.counts.participants?) * share / (1.0 - share).max(f64::MIN_POSITIVE);
        let first = self.common_ground().into_iter().take(FIRST);
        let marked: Vec<(u32, &StatementResult)> = first.filter_map(|s| Some((s.withstands?, s))).collect();
        let sure = marked.iter().filter(|(withstands, _)| f64::from(*withstands) >= more.floor()).map(|(_, s)| *s);
        (!marked.is_empty()).then(|| sure.collect())
    }

    /// What ranks each statement, and its place, the highest first.
    pub(crate) fn ranked(&self) -> Vec<(f64, usize)> {
        let shown = self.statements.iter().enumerate().filter(|(_, s)| !s.is_out());
        let mut found: Vec<(f64, usize)> =
            shown.filter_map(|(place, s)| Some((s.common_ground?.score, place))).collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        found
    }

    /// The least lower bound of support among the declared blocs of which it is shown; 1 without any bloc of which
    /// something is known, and 0 where it is shown of none of these.
    pub(crate) fn least_of_blocs(&self, place: usize) -> f64 {
        let known = self.blocs.iter().filter(|bloc| bloc.statements.iter().any(|held| held.low.is_some()));
        let held: Vec<Option<f64>> = known.filter_map(|bloc| Some(bloc.statements.get(place)?.low)).collect();
        held.iter().flatten().copied().reduce(f64::min).unwrap_or(if held.is_empty() { 1.0 } else { 0.0 })
    }

    /// The result for one statement.
    pub fn statement(&self, id: &str) -> Option<&StatementResult> {
        let place = self.statements.binary_search_by(|s| crate::ids::compare(&s.id, id)).ok()?;
        self.statements.get(place)
    }
}
