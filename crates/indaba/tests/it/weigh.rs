//! What a draft of the summary is weighed by.

use indaba::summary::weigh::{how_many, proposes};

#[test]
fn words_follow_the_thresholds() {
    let words = [0.1, 0.25, 0.5, 0.75, 1.0].map(|share| how_many(share, [0.25, 0.5, 0.75]));
    assert_eq!(words, ["few", "some", "many", "most", "most"]);
}

#[test]
fn a_proposal_is_told_by_its_words() {
    assert!(proposes("Courses should be free.", "en"));
    assert!(!proposes("Mustard is a plant.", "fr"));
    assert!(!proposes("Courses are free.", "en"));
    assert!(proposes("ينبغي أن تكون الدورات مجانية", "ar"));
}
