//! Where the review of a version stands: at least one internal and two external reviewers without a conflict of
//! interest, and one more where they disagree.

use crate::store::practice::{Advice, Reviewer};
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

#[cfg(test)]
mod tests {
    use super::*;

    fn reviewer(id: &str, kind: ReviewerKind, conflict: Option<&str>, extra: bool) -> Reviewer {
        Reviewer {
            id: id.into(),
            practice_id: "p".into(),
            kind,
            extra,
            name: String::new(),
            organisation: String::new(),
            conflict: conflict.map(str::to_owned),
            assigned_at: 0,
        }
    }

    fn advice(reviewer: &str, verdict: Verdict, grade: &str) -> Advice {
        Advice { reviewer_id: reviewer.into(), version: 1, verdict, grade: grade.into(), reasons: String::new(), at: 0 }
    }

    fn three() -> Vec<Reviewer> {
        use ReviewerKind::{External, Internal};
        vec![
            reviewer("a", Internal, Some(""), false),
            reviewer("b", External, Some(""), false),
            reviewer("c", External, Some(""), false),
        ]
    }

    #[test]
    fn a_conflicted_reviewer_does_not_count() {
        let mut reviewers = three();
        reviewers[1].conflict = Some("my own programme".into());
        assert_eq!(standing(&reviewers, &[], 1), Standing::Needs { internal: 0, external: 1 });
        reviewers.push(reviewer("d", ReviewerKind::External, None, false));
        let all = ["a", "b", "c"].map(|id| advice(id, Verdict::Publish, "B"));
        assert_eq!(standing(&reviewers, &all, 1), Standing::Waiting { given: 2, of: 3 });
    }

    #[test]
    fn agreement_is_enough_and_disagreement_asks_for_one_more() {
        let mut reviewers = three();
        let agree = [("a", "B"), ("b", "C"), ("c", "A")].map(|(id, grade)| advice(id, Verdict::Publish, grade));
        let reached = Standing::Reached { verdict: Verdict::Publish, grade: Grade::B };
        assert_eq!(standing(&reviewers, &agree, 1), reached);
        let mut split = agree.to_vec();
        split[2].verdict = Verdict::Revise;
        assert_eq!(standing(&reviewers, &split, 1), Standing::Disagree);
        reviewers.push(reviewer("d", ReviewerKind::External, Some(""), true));
        assert_eq!(standing(&reviewers, &split, 1), Standing::Waiting { given: 3, of: 4 });
        split.push(advice("d", Verdict::Publish, "D"));
        assert_eq!(
            standing(&reviewers, &split, 1),
            Standing::Reached { verdict: Verdict::Publish, grade: Grade::C },
            "of two grades in the middle the weaker"
        );
        split[3].verdict = Verdict::Revise;
        assert_eq!(standing(&reviewers, &split, 1), Standing::Disagree, "two against two");
    }

    #[test]
    fn advice_on_an_earlier_version_is_not_advice_on_this_one() {
        let all = ["a", "b", "c"].map(|id| advice(id, Verdict::Publish, "B"));
        assert_eq!(standing(&three(), &all, 2), Standing::Waiting { given: 0, of: 3 });
    }
}
