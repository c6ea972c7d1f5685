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

/// Where the review of a version stands. Of a reviewer with a declared conflict nothing counts.
pub fn standing(reviewers: &[Reviewer], advice: &[Advice], version: i64) -> Standing {
    let counted: Vec<&Reviewer> = reviewers.iter().filter(|r| !conflicted(r)).collect();
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

/// Declared a conflict of interest.
pub fn conflicted(reviewer: &Reviewer) -> bool {
    reviewer.conflict.as_ref().is_some_and(|text| !text.is_empty())
}

fn middle(given: &[&Advice]) -> Grade {
    let mut grades: Vec<Grade> = given.iter().filter_map(|a| a.grade.parse().ok()).collect();
    grades.sort_unstable();
    grades.get(grades.len() / 2).copied().unwrap_or(Grade::D)
}
