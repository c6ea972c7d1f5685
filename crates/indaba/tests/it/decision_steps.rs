//! The steps of a decision.

use indaba::decision::{Actor, HOUR, HOURS, State, Step, deadline, effective, extended, step};

#[test]
fn only_the_chair_adopts_and_only_without_objection() {
    for state in State::ALL.iter().copied() {
        for actor in Actor::ALL.iter().copied() {
            for taken in Step::ALL.iter().copied() {
                let Some(next) = step(state, actor, taken) else { continue };
                assert!(!state.is_over(), "{state} is over");
                let adopts = next == State::Adopted;
                assert!(!adopts || (state == State::Called && actor == Actor::Chair && taken == Step::Adopt));
                // A straw poll leads to nothing that binds.
                assert!(state != State::Polling || matches!(next, State::Polled | State::Dropped));
            }
        }
    }
}

#[test]
fn any_objection_breaks_silence_and_an_amendment_begins_it_anew() {
    assert_eq!(step(State::Silent, Actor::Delegation, Step::Object), Some(State::Broken));
    assert_eq!(step(State::Broken, Actor::Chair, Step::Adopt), None);
    assert_eq!(step(State::Broken, Actor::Delegation, Step::Lift), None, "broken silence is not mended");
    assert_eq!(step(State::Broken, Actor::Chair, Step::Amend), Some(State::Silent));
}

#[test]
fn silence_ends_by_its_clock_and_broken_silence_does_not() {
    assert_eq!(effective(State::Silent, Some(5), 4), State::Silent);
    assert_eq!(effective(State::Silent, Some(5), 5), State::Adopted);
    assert_eq!(effective(State::Broken, Some(5), 9), State::Broken);
}

#[test]
fn no_silence_is_shorter_than_three_days() {
    assert_eq!(deadline(HOURS - 1, 0), None);
    assert_eq!(deadline(HOURS, 0), Some(HOURS * HOUR));
    assert_eq!(extended(10, 0), None);
}
