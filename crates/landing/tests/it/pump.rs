//! Choices that lie alone: what the pump finds, and the corners that it asks for.

use crate::brute::Chance;
use landing::engine::{
    Ask, Choice, Goal, Highs, Linear, Microlp, Model, Program, Pump, Row, Solver, Span, Status, Watch, maximise, pump,
    solver,
};

fn factor(chance: &mut Chance) -> i64 {
    chance.below(7) as i64 - 3
}

/// Columns, rows `function ≥ 0`, and what is to be gained.
fn instance(seed: u64, columns: usize, rows: usize) -> (Model, Linear) {
    let mut chance = Chance::new(seed);
    let mut model = Model::new(columns);
    for _ in 0..rows {
        let function = Linear::new((0..columns).map(|column| (column, factor(&mut chance))));
        model.add_row(Row::at_least("floor", function, 0));
    }
    let worth = Linear::new((0..columns).map(|column| (column, 1 + chance.below(4) as i64)));
    (model, worth)
}

/// The same, its rows lifted until this choice obeys them, most of them with nothing to spare.
pub(crate) fn planted(seed: u64, columns: usize, rows: usize) -> (Model, Linear, Choice) {
    let (wild, worth) = instance(seed, columns, rows);
    let mut chance = Chance::new(!seed);
    let choice: Choice = (0..columns).map(|_| chance.below(3) == 0).collect();
    let mut model = Model::new(columns);
    for row in wild.rows() {
        let short = row.function.at(&choice).min(0);
        let lifted = choice.iter().position(|yes| *yes).map(|column| (column, -short));
        let function = Linear::new(row.function.terms().iter().copied().chain(lifted));
        model.add_row(Row::at_least("floor", function, 0));
    }
    (model, worth, choice)
}

fn effort(threads: usize) -> Pump {
    Pump { tries: 8, corners: 200, seed: 1, threads }
}

fn pumped(model: &Model, worth: &Linear, known: i64, threads: usize) -> Option<Choice> {
    pump(model, worth, known, effort(threads), (solver(), &Watch::idle()))
}

/// The most that any choice gains which obeys the rows.
fn most(model: &Model, worth: &Linear) -> Option<i64> {
    let choices = (0_u32..1 << model.columns())
        .map(|bits| (0..model.columns()).map(|column| bits >> column & 1 == 1).collect::<Choice>());
    choices.filter(|choice| model.check(choice).is_ok()).map(|choice| worth.at(&choice)).max()
}

#[test]
fn what_it_finds_obeys_the_rows_and_is_worth_more_than_what_was_known() {
    let mut found = 0;
    for seed in 0..60 {
        let (model, worth) = instance(seed, 10, 4);
        let best = most(&model, &worth).unwrap_or(0);
        let half = best / 2;
        let choice = pumped(&model, &worth, half, 1);
        if let Some(choice) = &choice {
            assert!(model.check(choice).is_ok() && worth.at(choice) > half, "seed {seed}: {choice:?}");
            found += 1;
        }
        assert_eq!(pumped(&model, &worth, best, 1), None, "seed {seed}: nothing is worth more than {best}");
    }
    assert!(found >= 50, "of 60 easy instances only {found} were found");
}

/// A choice that obeys the rows beside this one and the empty one, by the exact search.
fn others(model: &Model, choice: &[bool]) -> Option<Choice> {
    let sign = |yes: bool| if yes { -1 } else { 1 };
    let apart = Linear::new(choice.iter().enumerate().map(|(column, yes)| (column, sign(*yes))));
    let many = choice.iter().filter(|yes| **yes).count() as i64;
    let any = Linear::new((0..choice.len()).map(|column| (column, 1)));
    let model =
        model.with(Row::at_least("another one", apart, 1 - many)).with(Row::at_least("not the empty one", any, 1));
    let answer = maximise(&model, &Goal::Linear(Linear::default()), None, (0.0, 1_000_000), solver(), &Watch::idle());
    assert!(answer.status == Status::None || answer.choice.is_some(), "the exact search ends");
    answer.choice
}

#[test]
fn a_choice_that_lies_alone_is_found_by_any_number_of_threads() {
    let mut found = 0;
    for seed in 0..6 {
        let (model, worth, choice) = planted(seed, 40, 200);
        let one = pumped(&model, &worth, 0, 1);
        assert_eq!(one, pumped(&model, &worth, 0, 3), "seed {seed}");
        assert!(others(&model, &choice).is_none(), "seed {seed}: {choice:?} is not the only one");
        found += usize::from(one == Some(choice));
    }
    assert_eq!(found, 6);
}

#[test]
fn it_ends_when_it_is_told_to() {
    let (model, worth, _) = planted(1, 40, 200);
    let (stop, quiet) = (|| true, |_| ());
    let watch = Watch::new(&stop, &quiet);
    assert_eq!(pump(&model, &worth, 0, effort(2), (solver(), &watch)), None);
}

#[test]
fn without_a_solver_that_goes_on_it_finds_nothing() {
    let (model, worth, _) = planted(1, 12, 20);
    assert_eq!(pump(&model, &worth, 0, effort(1), (&Microlp, &Watch::idle())), None);
}

/// What the columns are worth at best, from nothing.
fn from_nothing(program: &Program, worths: &[f64]) -> f64 {
    let mut program = program.relaxed();
    program.columns.iter_mut().zip(worths).for_each(|(column, worth)| column.worth = *worth);
    let ask = Ask {
        start: None,
        slack: 0.0,
        enough: 0.0,
        presolve: true,
        lean: false,
        tight: false,
        work: 100_000,
        watch: Watch::idle(),
    };
    Highs.maximise(&program, &ask).bound
}

#[test]
fn corners_that_go_on_from_each_other_are_worth_what_they_are_from_nothing() {
    for seed in 0..20 {
        let (model, worth, choice) = planted(seed, 12, 20);
        let mut program = Program::of(&model);
        // Columns need not begin at 0, and rows may have two ends.
        program.columns[0].low = -1.5;
        program.columns[1].high = 2.5;
        let terms = worth.terms().iter().map(|(column, factor)| (*column, *factor as f64)).collect();
        let gained = worth.at(&choice) as f64;
        program.rows.push(Span { terms, low: gained - 4.0, high: gained + 4.0 });
        let mut corners = Highs.corners(&program).unwrap();
        let mut chance = Chance::new(seed);
        for _ in 0..8 {
            let worths: Vec<f64> = (0..12).map(|_| factor(&mut chance) as f64).collect();
            let corner = corners.corner(&worths).unwrap();
            let value: f64 = corner.iter().zip(&worths).map(|(x, worth)| x * worth).sum();
            let best = from_nothing(&program, &worths);
            assert!((value - best).abs() < 1e-6, "seed {seed}: {value} instead of {best}");
            for (x, column) in corner.iter().zip(&program.columns) {
                assert!((column.low - 1e-6..=column.high + 1e-6).contains(x));
            }
            for row in &program.rows {
                let sum: f64 = row.terms.iter().map(|(c, a)| corner[*c] * a).sum();
                assert!((row.low - 1e-6..=row.high + 1e-6).contains(&sum));
            }
        }
    }
}

#[test]
fn where_the_rows_allow_nothing_there_is_no_corner() {
    let mut program = Program::of(&Model::new(2));
    program.rows.push(Span { terms: vec![(0, 1.0), (1, 1.0)], low: 3.0, high: f64::INFINITY });
    let mut corners = Highs.corners(&program).unwrap();
    assert_eq!(corners.corner(&[1.0, 1.0]), None);
    assert_eq!(corners.corner(&[-1.0, 1.0]), None);
}
