//! The field's words as types: each can only hold one of its values, and is written the same way in the store, in
//! files, in the API and in the keys of the locales (`attribution-by_category`).

use std::fmt;

/// A word that is not one of those allowed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{found}` is not a {what}: use one of {allowed}")]
pub struct UnknownWord {
    /// What was typed.
    pub found: String,
    /// What was asked for.
    pub what: &'static str,
    /// What may be typed.
    pub allowed: String,
}

/// A type for the words of a closed list. Other rooms of the program declare theirs with it too.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident, $what:literal { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$vdoc])* #[serde(rename = $text)] $variant),+ }

        impl $name {
            /// All values, in their order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];
            /// How it is written.
            pub const fn as_str(self) -> &'static str { match self { $($name::$variant => $text),+ } }
        }
        impl std::str::FromStr for $name {
            type Err = $crate::words::UnknownWord;
            fn from_str(text: &str) -> Result<Self, $crate::words::UnknownWord> {
                Self::ALL.iter().copied().find(|w| w.as_str() == text).ok_or_else(|| $crate::words::UnknownWord {
                    found: text.to_owned(),
                    what: $what,
                    allowed: Self::ALL.iter().map(|w| w.as_str()).collect::<Vec<_>>().join(", "),
                })
            }
        }
        impl TryFrom<String> for $name {
            type Error = $crate::words::UnknownWord;
            fn try_from(text: String) -> Result<Self, $crate::words::UnknownWord> { text.parse() }
        }
        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(self.as_str()) }
        }
    };
}
pub(crate) use words;

words! {
    /// What a delegation is.
    Kind, "kind of delegation" {
        /// A State.
        State = "state",
        /// An intergovernmental organisation.
        Intergovernmental = "intergovernmental",
        /// A city.
        City = "city",
        /// A civil society organisation.
        CivilSociety = "civil_society",
        /// A diaspora or migrant organisation.
        Diaspora = "diaspora",
        /// Employers.
        Employers = "employers",
        /// A trade union.
        Union = "union",
        /// Academia.
        Academia = "academia",
    }
}

words! {
    /// Where a delegation stands in migration; several at once are possible.
    Position, "role in migration" {
        /// A country of origin.
        Origin = "origin",
        /// A country of transit.
        Transit = "transit",
        /// A country of destination.
        Destination = "destination",
    }
}

words! {
    /// Who is told who said it. Ordered from least to most protection; an override may only go up.
    Attribution, "attribution" {
        /// By name.
        Named = "named",
        /// "A country of destination".
        ByCategory = "by_category",
        /// Chatham House Rule.
        Unattributed = "unattributed",
        /// Kept out of every page, summary and public record.
        OffTheRecord = "off_the_record",
    }
}

words! {
    /// Where a perspective stands on its way to the page.
    PerspectiveState, "state of a perspective" {
        /// Seen by its delegation alone.
        Draft = "draft",
        /// Approved by the head, not yet published.
        Cleared = "cleared",
        /// Waits for the moderators, where the dialogue moderates before publication.
        Pending = "pending",
        /// On the page.
        Published = "published",
        /// Taken back by its author.
        Withdrawn = "withdrawn",
        /// Taken off by the moderators.
        Refused = "refused",
        /// Erased by its author; the place is kept because others responded to it.
        Erased = "erased",
    }
}

words! {
    /// Who may take part without an account.
    Participation, "participation" {
        /// Delegations only.
        Delegations = "delegations",
        /// Everybody with an access code.
        Code = "code",
        /// Everybody.
        Open = "open",
    }
}

words! {
    /// When moderators look.
    Moderation, "moderation" {
        /// After publication.
        After = "after",
        /// Before publication.
        Before = "before",
    }
}

words! {
    /// The face of the record that the dialogue publishes (`record.md`).
    Face, "face of the record" {
        /// Counts by perspective, group and bloc.
        Aggregates = "aggregates",
        /// Each response under a new pseudonym.
        Rows = "rows",
    }
}

words! {
    /// Whether a dialogue takes contributions.
    DialogueState, "state of a dialogue" {
        /// Being prepared; only the secretariat sees it.
        Preparing = "preparing",
        /// Takes contributions.
        Open = "open",
        /// Readable; nothing can be changed.
        Closed = "closed",
    }
}

words! {
    /// Where a question comes from.
    QuestionKind, "kind of question" {
        /// From the paper.
        Guiding = "guiding",
        /// From a participant.
        Added = "added",
    }
}

words! {
    /// Who typed a contribution.
    EnteredBy, "way of entry" {
        /// Its author.
        Author = "self",
        /// The secretariat or a rapporteur, on the author's behalf.
        Secretariat = "secretariat",
    }
}

words! {
    /// A response to a perspective.
    Value, "response" {
        /// Supports it.
        Agree = "agree",
        /// Neither.
        Pass = "pass",
        /// Does not support it.
        Disagree = "disagree",
    }
}

impl Value {
    /// As the landscape counts: agree 1, pass 0, disagree -1.
    pub const fn number(self) -> i64 {
        match self {
            Value::Agree => 1,
            Value::Pass => 0,
            Value::Disagree => -1,
        }
    }

    /// The word for a stored number.
    pub const fn from_number(number: i64) -> Value {
        match number {
            1.. => Value::Agree,
            0 => Value::Pass,
            _ => Value::Disagree,
        }
    }
}

words! {
    /// Where a practice stands on its way to the page.
    PracticeState, "state of a practice" {
        /// Being written; seen by its author alone.
        Draft = "draft",
        /// With its reviewers.
        Review = "review",
        /// Sent back with reasons: its author may change it and submit it again.
        Returned = "returned",
        /// On the page.
        Published = "published",
        /// Not taken, with reasons.
        Declined = "declined",
        /// Taken back by its author.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// How good the evidence of a practice is, from the strongest to the weakest.
    Grade, "grade of evidence" {
        /// Compared with a group without the practice, by somebody independent.
        A = "A",
        /// Measured before and after, by somebody independent.
        B = "B",
        /// The practice's own figures.
        C = "C",
        /// Accounts of those involved.
        D = "D",
    }
}

words! {
    /// What a reviewer advises.
    Verdict, "verdict" {
        /// As it is.
        Publish = "publish",
        /// After changes.
        Revise = "revise",
        /// Not.
        Decline = "decline",
    }
}

words! {
    /// Where a reviewer stands.
    ReviewerKind, "kind of reviewer" {
        /// Of the convening organisation.
        Internal = "internal",
        /// From elsewhere.
        External = "external",
    }
}

/// Words kept in one cell, `;` between them.
pub fn join<W: fmt::Display>(words: &[W]) -> String {
    words.iter().map(ToString::to_string).collect::<Vec<_>>().join(";")
}

/// The parts of a `;` cell, trimmed, without empty ones.
pub fn split(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|part| !part.is_empty())
}
