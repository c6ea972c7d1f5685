//! Where a review stands: who counts, what agreement is, and when one more reviewer is needed.

use indaba::practice::review::{Standing, standing};
use indaba::store::reviewer::{Advice, Reviewer};
use indaba::words::{Grade, ReviewerKind, Verdict};

fn reviewer(id: &str, kind: ReviewerKind, conflict: Option<&str>, extra: bool) -> Reviewer {
    Reviewer {
        id: id.into(),
        practice_id: "p".into(),
        kind,
        extra,
        sealed: String::new(),
        conflict: conflict.map(str::to_owned),
        assigned_at: 0,
        released_at: None,
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
