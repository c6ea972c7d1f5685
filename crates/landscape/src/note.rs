//! What a reader has to know before the figures: a code and its figures, so that the program can say it in every
//! language.

use serde::{Deserialize, Serialize};

/// One remark. In JSON: `{"code": "few_participants", "clustered": 3, "wanted": 15}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Note {
    /// Nobody responded yet.
    NoResponses,
    /// So few participants that groups mean little.
    FewParticipants {
        /// Participants in a group.
        clustered: u32,
        /// From how many on the method is at ease.
        wanted: u32,
    },
    /// All participants answered alike as far as they answered the same: there is no map.
    NoVariation,
    /// Answers differ, but they are too few, or too much by lot, to tell who stands near whom: there is no map.
    TooFewToTell,
    /// One axis explains all differences; the second one is 0.
    OneAxis,
    /// All participants stand at one place, so there is one group.
    OneGroup,
    /// No groups that would be there again: participants differ by degrees, or too little is known.
    NoStableGroups,
    /// Sets of participants answered alike beyond chance, the same to the last one or by one list of which each left
    /// something out or on which they slipped: perhaps one person or an agreed list.
    SameAnswers {
        /// How many sets.
        sets: u32,
        /// How many participants are in them.
        participants: u32,
    },
    /// The groups are labels that were given, not found.
    GroupsGiven {
        /// Participants with a label.
        labelled: u32,
    },
    /// Labels for participants who did not respond were left aside.
    LabelsUnknown {
        /// How many.
        participants: u32,
    },
    /// Members of blocs who did not respond were left aside.
    BlocMembersSilent {
        /// How many.
        participants: u32,
    },
    /// The method does not measure whether the groups are stable.
    StabilityNotMeasured,
    /// Something is not shown because it is about too few participants.
    Suppressed {
        /// The disclosure limit.
        limit: u32,
        /// Groups of which nothing is shown.
        groups: u32,
        /// Blocs of which nothing is shown.
        blocs: u32,
        /// Statements of which nothing is shown.
        statements: u32,
        /// Single counts that are not shown, those of hidden groups and blocs included.
        cells: u32,
    },
}
