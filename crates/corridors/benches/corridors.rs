//! The table of bars: how fast, and how near. `cargo bench -p corridors`, or `-- speed` for the first part alone.
#![allow(clippy::print_stdout, reason = "a benchmark prints its figures")]

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
    let scenario = Scenario { moves: vec![Move::parse("visa=1@*-DEU@2026")?] };
    println!("| what | figure | bar |\n|---|---|---|");
    let point = fastest(15, || model.run(&scenario))?;
    println!("| point run, {} corridors, 30 years | {:.1} ms | 50 |", model.corridors(), point.as_secs_f64() * 1e3);
    let subjects: Vec<Subject> = Outcome::ALL.iter().map(|o| Subject::Outcome(*o, None)).collect();
    for (draws, bar) in [(40, 2.0), (200, 10.0)] {
        let took = fastest(1, || model.bands(&scenario, &subjects, draws, 1, 2))?;
        println!("| {draws} draws of baseline and scenario, two cores | {:.2} s | {bar} |", took.as_secs_f64());
    }
    if !std::env::args().any(|argument| argument == "speed") {
        nearness(&pack, model.assumptions());
    }
    Ok(())
}

fn nearness(pack: &Pack, assumptions: &Assumptions) {
    for period in [2010, 2015] {
        let Some(test) = Backtest::new(pack, period) else { continue };
        if let (Some(s), Some(p)) = (test.score, test.persistence) {
            let (mae, r2, net) = (s.mae, s.r2, s.net_mae);
            println!("| flows {period}: MAE, R², net MAE (persistence {:.0}) | {mae:.0}, {r2:.3}, {net:.0} | |", p.mae);
            println!("| flows {period}: 80 % band covers | {:.1} % | 78-90 |", 100.0 * test.covered.unwrap_or(0.0));
        }
    }
    for s in judge::stocks(pack, assumptions) {
        let (m, p, l) = (s.model, s.persistence, s.linear);
        println!("| stocks {}-{}: model, persistence, linear | {m:.0}, {p:.0}, {l:.0} | |", s.from, s.year);
    }
    for r in judge::remittances(pack) {
        println!("| remittances {}: matrices and indicators apart | {:.1} % | 11-16 |", r.year, r.differ);
    }
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
