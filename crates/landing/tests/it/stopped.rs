//! Whenever a search is stopped, what it says of its answer is true.

use landing::engine::{Goal, Highs, Linear, Status, Watch, maximise};
use std::time::Instant;

#[test]
fn only_the_best_is_called_optimal_whenever_time_is_over() {
    for seed in 0..3 {
        let (model, worth, start) = crate::pump::planted(seed, 60, 40);
        let goal = Goal::Linear(Linear::sum([&worth]));
        let idle = Watch::idle();
        let best = maximise(&model, &goal, None, (0.0, 20_000), &Highs, &idle);
        for moment in 0..25 {
            let (began, most) = (Instant::now(), f64::from(moment) * 0.004);
            let left = || most - began.elapsed().as_secs_f64();
            let (stop, quiet) = (|| left() <= 0.0, |_| ());
            let watch = Watch::new(&stop, &quiet).until(&left);
            let answer = maximise(&model, &goal, Some(&start), (0.0, 20_000), &Highs, &watch);
            assert!(answer.value >= worth.at(&start) as f64, "seed {seed}: the start is lost");
            assert!(answer.bound + 1e-6 >= best.value, "seed {seed}: {answer:?} although {} exists", best.value);
            if answer.status == Status::Optimal {
                assert!((answer.value - best.value).abs() < 1e-6, "seed {seed}: {answer:?} beside {best:?}");
            }
        }
    }
}
