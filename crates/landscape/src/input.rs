//! What stands beside the responses: the statements, labels of groups from elsewhere, and declared blocs.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

/// A statement that participants respond to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its id, as the responses name it.
    pub id: String,
    /// What it says.
    pub text: String,
    /// −1 taken out by a moderator, 0 not looked at, 1 accepted.
    pub moderated: i8,
    /// About the participants or the process rather than the matter ("I live in a border region").
    pub is_meta: bool,
    /// Put there by those who convened, before anybody else wrote.
    pub is_seed: bool,
}

impl Statement {
    /// A statement that nobody has looked at.
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        Self { id: id.into(), text: text.into(), ..Self::default() }
    }

    /// Whether it stays out of the map and of every list (its own counts are kept).
    pub fn is_out(&self) -> bool {
        self.moderated < 0 || self.is_meta
    }
}

/// Opinion groups found elsewhere: participant → group.
pub type Labels = BTreeMap<String, String>;

/// Declared blocs: name → its participants. A participant may stand in several.
pub type Blocs = BTreeMap<String, BTreeSet<String>>;

/// How a landscape is computed and what of it may be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// Labels to use instead of searching for groups. None, or an empty map: search.
    pub groups: Option<Labels>,
    /// Declared blocs.
    pub blocs: Blocs,
    /// Nothing is written about fewer participants than this; 0 and 1 write everything.
    pub min_group: usize,
    /// As the public sees it: no participants.
    pub public: bool,
    /// Kept in the result. Method `polis` needs no chance.
    pub seed: u64,
    /// Threads to compute on; the result is the same for any number.
    pub threads: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { groups: None, blocs: Blocs::new(), min_group: 1, public: false, seed: 1, threads: 1 }
    }
}
