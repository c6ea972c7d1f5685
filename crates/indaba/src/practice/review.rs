//! Where the review of a version stands: at least one internal and two external reviewers without a conflict of
//! interest, and one more where they disagree.

use crate::store::reviewer::{Advice, Reviewer};
use crate::words::{Grade, ReviewerKind, Verdict};

/// Internal reviewers that are needed.
pub const INTERNAL: usize = 1;
/// External reviewers that are needed.
pub const EXTERNAL: usize = 2;

/// Where a review stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// So many internal and external reviewers are still to be asked. One with a conflict does not count.
    Needs {
        /// Internal.
        internal: usize,
        /// External.
        external: usize,
    },
    /// So many of the verdicts are there.
    Waiting {
        /// Given.
        given: usize,
        /// Asked for.
        of: usize,
    },
    /// The verdicts differ, and none has more than half: one more reviewer is needed.
    Disagree,
    /// All agree, or with an extra reviewer more than half do.
    Reached {
        /// The verdict.
        verdict: Verdict,
        /// The grade in the middle; of two in the middle the weaker.
        grade: Grade,
    },
}

/// Where the review of a version stands. Of a reviewer with a declared conflict, or who was let go, nothing counts.
pub fn standing(reviewers: &[Reviewer], advice: &[Advice], version: i64) -> Standing {
    let counted: Vec<&Reviewer> = reviewers.iter().filter(|r| counts(r)).collect();
    let of = |kind| counted.iter().filter(|r| r.kind == kind).count();
    let (internal, external) = (of(ReviewerKind::Internal), of(ReviewerKind::External));
    if internal < INTERNAL || external < EXTERNAL {
        return Standing::Needs {
            internal: INTERNAL.saturating_sub(internal),
            external: EXTERNAL.saturating_sub(external),
        };
    }
    let given: Vec<&Advice> =
        advice.iter().filter(|a| a.version == version && counted.iter().any(|r| r.id == a.reviewer_id)).collect();
    if given.len() < counted.len() {
        return Standing::Waiting { given: given.len(), of: counted.len() };
    }
    let votes = |verdict: Verdict| given.iter().filter(|a| a.verdict == verdict).count();
    let extra = counted.iter().any(|r| r.extra);
    let carried = |n: usize| n == given.len() || (extra && 2 * n > given.len());
    match Verdict::ALL.iter().copied().find(|verdict| carried(votes(*verdict))) {
        Some(verdict) => Standing::Reached { verdict, grade: middle(&given) },
        None => Standing::Disagree,
    }
}

/// Whether a reviewer is waited for and heard: no conflict of interest, and not let go.
pub fn counts(reviewer: &Reviewer) -> bool {
    !conflicted(reviewer) && reviewer.released_at.is_none()
}

/// How many of each kind have reviewed, as it is kept and carried in files: `internal=1;external=2`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panel {
    /// Internal.
    pub internal: usize,
    /// External.
    pub external: usize,
}

impl Panel {
    /// Of those who count.
    pub fn of(reviewers: &[Reviewer]) -> Panel {
        let of = |kind| reviewers.iter().filter(|r| r.kind == kind && counts(r)).count();
        Panel { internal: of(ReviewerKind::Internal), external: of(ReviewerKind::External) }
    }

    /// What is kept of it; none for a text from a file, which says in its own words where it was reviewed.
    pub fn parse(kept: &str) -> Option<Panel> {
        let (internal, external) = kept.strip_prefix("internal=")?.split_once(";external=")?;
        Some(Panel { internal: internal.parse().ok()?, external: external.parse().ok()? })
    }
}

impl std::fmt::Display for Panel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "internal={};external={}", self.internal, self.external)
    }
}

/// Declared a conflict of interest.
pub fn conflicted(reviewer: &Reviewer) -> bool {
    reviewer.conflict.as_ref().is_some_and(|text| !text.is_empty())
}

fn middle(given: &[&Advice]) -> Grade {
    let mut grades: Vec<Grade> = given.iter().filter_map(|a| a.grade.parse().ok()).collect();
    grades.sort_unstable();
    grades.get(grades.len() / 2).copied().unwrap_or(Grade::D)
}
