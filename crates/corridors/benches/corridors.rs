//! The table of bars: how fast, and how near. `cargo bench -p corridors`, or `-- speed` for the first part alone. On the pack
//! that comes with the program; `indaba corridors backtest --records DIR` prints the same of a whole folder.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

use corridors::bars::{self, Bar};
use corridors::{Assumptions, Backtest, Model, Move, Outcome, Pack, Scenario, Span, Subject, judge};
use std::error::Error;
use std::time::{Duration, Instant};

fn main() -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let pack = Pack::embedded()?;
    println!("reading the pack: {} ms", start.elapsed().as_millis());
    let start = Instant::now();
    let model = Model::new(&pack, Assumptions::standard()?, Span::default())?;
    println!("making the model with its forecast: {} ms", start.elapsed().as_millis());
    println!("{}", bars::HEADER);
    for bar in speed(&model)? {
        println!("{bar}");
    }
    if !std::env::args().any(|argument| argument == "speed") {
        for bar in nearness(&pack, &model)? {
            println!("{bar}");
        }
    }
    Ok(())
}

fn speed(model: &Model) -> Result<Vec<Bar>, Box<dyn Error>> {
    let scenario = Scenario { moves: vec![Move::parse("visa=1@*-DEU@2026")?] };
    let point = fastest(15, || model.run(&scenario))?.as_secs_f64() * 1e3;
    let what = format!("point run, {} corridors, 30 years, one core (aim 20 ms)", model.corridors());
    let mut rows = vec![Bar::of(what, format!("{point:.1} ms"), "at most 50 ms", point <= 50.0)];
    let answer = fastest(5, || asked(model, &scenario))?.as_secs_f64() * 1e3;
    let what = "what a page asks for a moved lever: the run and every figure of the world";
    rows.push(Bar::of(what, format!("{answer:.1} ms"), "at most 150 ms", answer <= 150.0));
    let subjects: Vec<Subject> = Outcome::ALL.iter().map(|o| Subject::Outcome(*o, None)).collect();
    for (draws, bar) in [(40, 2.0), (200, 10.0)] {
        let took = fastest(1, || model.bands(&scenario, &subjects, draws, 1, 2))?.as_secs_f64();
        let what = format!("{draws} draws of baseline and scenario, two threads");
        rows.push(Bar::of(what, format!("{took:.2} s"), format!("at most {bar} s"), took <= bar));
    }
    Ok(rows)
}

/// A run with the figures of every year that a page shows.
fn asked(model: &Model, scenario: &Scenario) -> Result<f64, corridors::ModelError> {
    let (run, baseline) = (model.run(scenario)?, model.baseline());
    let of = |p: &corridors::Projection| {
        let each = Outcome::ALL.iter().flat_map(|o| p.years().filter_map(move |y| p.figure(*o, None, y)));
        each.sum::<f64>()
    };
    Ok(of(&run) - of(&baseline))
}

fn nearness(pack: &Pack, model: &Model) -> Result<Vec<Bar>, Box<dyn Error>> {
    let tests = bars::PERIODS.into_iter().filter_map(|period| Backtest::new(pack, period));
    let mut rows: Vec<Bar> = tests.flat_map(|test| bars::flows(&test)).collect();
    rows.extend(bars::stocks(&judge::stocks(pack, model.assumptions())));
    rows.extend(bars::remittances(&judge::remittances(pack), &judge::shocks(pack, model)));
    rows.extend(bars::invariants(pack)?);
    rows.extend(bars::known(pack));
    Ok(rows)
}

fn fastest<T, E>(times: usize, work: impl Fn() -> Result<T, E>) -> Result<Duration, E> {
    let mut best = Duration::MAX;
    for _ in 0..times {
        let start = Instant::now();
        work()?;
        best = best.min(start.elapsed());
    }
    Ok(best)
}
