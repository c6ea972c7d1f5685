//! The demo's stated model: the same seed, and a dialogue that looks like one.

use indaba::demo::model::{Answer, Place, Point, Voice, camps, simulate};
use indaba::words::{Kind, Position};
use landscape::{Options, Value, Votes, VotesBuilder, indaba};

const PEOPLE: usize = 300;

/// The rows of the demo's own file; a question's number is its place among the questions.
fn places() -> Vec<Place> {
    let mut questions: Vec<&str> = Vec::new();
    let rows = include_str!("../../assets/demo/model.csv").lines().skip(1);
    rows.map(|line| {
        let cells: Vec<&str> = line.split(',').collect();
        if questions.last() != Some(&cells[0]) {
            questions.push(cells[0]);
        }
        let number = |cell: usize| cells[cell].parse::<f64>().expect("a number");
        let toward = Point { x: number(3), y: number(4) };
        Place { question: questions.len() - 1, ease: number(2), toward, author: None }
    })
    .collect()
}

fn voice(kind: Kind, roles: &[Position]) -> Voice {
    Voice { kind, roles: roles.to_vec(), observer: false }
}

/// Mean answer of the chosen participants to a perspective.
fn support(answers: &[Answer], perspective: usize, of: impl Fn(usize) -> bool) -> f64 {
    let chosen = answers.iter().filter(|a| a.perspective == perspective && of(a.participant));
    let (n, sum) = chosen.fold((0.0, 0.0), |(n, sum), a| (n + 1.0, sum + f64::from(a.value)));
    sum / n
}

#[test]
fn the_same_seed_gives_the_same_answers_and_another_seed_others() {
    let places = places();
    assert_eq!(simulate(&places, &[], PEOPLE, 7), simulate(&places, &[], PEOPLE, 7));
    assert_ne!(simulate(&places, &[], PEOPLE, 7), simulate(&places, &[], PEOPLE, 8));
}

#[test]
fn one_delegation_more_changes_nobody_elses_answers() {
    let places = places();
    let state = voice(Kind::State, &[Position::Origin]);
    let alone = simulate(&places, &[], PEOPLE, 7);
    let together = simulate(&places, &[state], PEOPLE, 7);
    assert!(together.len() > alone.len());
    assert_eq!(together[..alone.len()], alone[..]);
}

#[test]
fn every_perspective_is_answered_by_many_and_the_median_person_answers_some_forty_percent() {
    let places = places();
    let answers = simulate(&places, &[], PEOPLE, 7);
    for perspective in 0..places.len() {
        let n = answers.iter().filter(|a| a.perspective == perspective).count();
        assert!(n >= 90, "perspective {perspective} has {n} answers");
    }
    let mut each: Vec<usize> = (0..PEOPLE).map(|p| answers.iter().filter(|a| a.participant == p).count()).collect();
    each.sort_unstable();
    let median = each[PEOPLE / 2] as f64 / places.len() as f64;
    assert!((0.33..0.47).contains(&median), "median share {median}");
    assert!(each[0] > 0 && each[PEOPLE - 1] > 2 * each[PEOPLE / 2]);
}

#[test]
fn camps_meet_on_some_perspectives_and_are_opposed_on_others() {
    let places = places();
    let answers = simulate(&places, &[], PEOPLE, 7);
    let camps = camps(PEOPLE, 7);
    let (mut common, mut opposed) = (0, 0);
    for perspective in 0..places.len() {
        let by_camp = [0, 1, 2].map(|c| support(&answers, perspective, |p| camps[p] == c));
        let low = by_camp.iter().copied().fold(f64::INFINITY, f64::min);
        let high = by_camp.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        common += usize::from(low > 0.4);
        opposed += usize::from(low < -0.3 && high > 0.3);
    }
    assert!(common >= 15 && opposed >= 30, "{common} in common, {opposed} opposed");
}

#[test]
fn some_questions_have_opinion_groups_and_some_have_none() {
    let places = places();
    let mut votes: Vec<VotesBuilder> = places.iter().map(|_| Votes::builder()).collect();
    for Answer { participant, perspective, value, .. } in simulate(&places, &[], PEOPLE, 1) {
        let value = Value::try_from(i64::from(value)).expect("an answer");
        votes[places[perspective].question].response(&participant.to_string(), &perspective.to_string(), value, 0);
    }
    let found = votes.into_iter().filter(|votes| !votes.is_empty());
    let groups: Vec<usize> = found.map(|votes| indaba(&votes.build(), &[], &Options::default()).groups.len()).collect();
    let several = groups.iter().filter(|groups| **groups > 1).count();
    assert!(several >= 4 && groups.len() - several >= 4, "{groups:?}");
}

#[test]
fn an_observer_answers_nothing_and_an_author_agrees_with_itself() {
    let place = Place { question: 0, ease: -9.0, toward: Point { x: 0.0, y: 0.0 }, author: Some(1) };
    let observer = Voice { observer: true, ..voice(Kind::Academia, &[]) };
    let answers = simulate(&[place; 40], &[observer, voice(Kind::City, &[])], 0, 7);
    assert!(!answers.is_empty());
    assert!(answers.iter().all(|a| a.participant == 1 && a.value == 1));
}
