//! The result: `indaba/landscape/1`.

mod sets;

use serde::{Deserialize, Serialize};

pub use self::sets::*;
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
