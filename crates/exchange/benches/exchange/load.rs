//! A thousand needs and a hundred thousand offers, as the shared generator writes them.

use crate::{melo, row};
use exchange::{Index, Need, matches, read};
use std::fs;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

pub fn run(shared: &Path) {
    let folder = std::env::temp_dir().join(format!("indaba-exchange-{}", std::process::id()));
    let script = shared.join("tools/needs_offers.py");
    let made = Command::new("python3").arg(script).args(["1000", "100000", "1"]).arg(&folder).status();
    if !made.is_ok_and(|status| status.success()) {
        println!("1,000 needs and 100,000 offers: not measured, needs_offers.py can't be run");
        return;
    }
    let started = Instant::now();
    let vocabulary = Arc::new(melo::vocabulary(&shared.join("data/vocab")));
    let needs = read::needs("NEEDS.json", &fs::read(folder.join("NEEDS.json")).unwrap(), &vocabulary).unwrap();
    let offers = read::offers("OFFERS.json", &fs::read(folder.join("OFFERS.json")).unwrap(), &vocabulary).unwrap();
    let _ = fs::remove_dir_all(&folder);
    let mut index = Index::new(vocabulary);
    for offer in offers {
        index.add(offer);
    }
    let ready = started.elapsed();
    let found = matches::matches(&index, &needs, &matches::Options { threads: 2, ..matches::Options::default() });
    let json = found.to_json(&index);
    let all = started.elapsed();
    row("1,000 needs, 100,000 offers: reading, s", &format!("{:.2}", ready.as_secs_f64()), "-", true);
    row("  ranked, assigned and written as well, s", &format!("{:.2}", all.as_secs_f64()), "<= 20", all.as_secs() < 20);
    let peak = peak();
    row("  peak memory, MB", &format!("{peak:.0}"), "<= 1000", peak <= 1_000.0);
    row("  needs that get somebody; exposure Gini", &format!("{}; {:.3}", found.served, found.gini), "-", true);
    row("  matches.json, MB", &format!("{:.1}", json.len() as f64 / 1e6), "-", true);
    one(&index, &needs);
    hidden(&mut index, &needs);
}

fn one(index: &Index, needs: &[Need]) {
    let mut times: Vec<f64> = needs.iter().map(|need| time(index, need)).collect();
    times.sort_by(f64::total_cmp);
    let (median, most) = (times[times.len() / 2], times[times.len() - 1]);
    row(
        "one new need against 100,000 offers, ms (median; most)",
        &format!("{median:.2}; {most:.2}"),
        "<= 50",
        most <= 50.0,
    );
}

fn time(index: &Index, need: &Need) -> f64 {
    let started = Instant::now();
    std::hint::black_box(index.rank(need, 50));
    started.elapsed().as_secs_f64() * 1e3
}

/// The same need 2,000 times with and 2,000 times without an offer that fits it and is hidden from it, in turn.
fn hidden(index: &mut Index, needs: &[Need]) {
    let Some((need, best)) = needs.iter().find_map(|n| Some((n, index.rank(n, 1).matches.pop()?.offer))) else {
        return;
    };
    let mut offer = index.offer(&best).unwrap().clone();
    offer.id = "hidden".into();
    offer.hidden_from = vec![need.country];
    let (mut with, mut without) = (Vec::new(), Vec::new());
    for _ in 0..2_000 {
        index.add(offer.clone());
        time(index, need);
        with.push(time(index, need));
        index.remove("hidden");
        time(index, need);
        without.push(time(index, need));
    }
    let p = rank_test(&with, &without);
    row("time of a need with and without a hidden offer, p", &format!("{p:.3}"), "> .01", p > 0.01);
}

/// Two-sided p of the rank-sum test (Mann & Whitney 1947), by its normal approximation.
fn rank_test(a: &[f64], b: &[f64]) -> f64 {
    let mut all: Vec<(f64, bool)> = a.iter().map(|x| (*x, true)).chain(b.iter().map(|x| (*x, false))).collect();
    all.sort_by(|x, y| x.0.total_cmp(&y.0));
    let (mut ranks, mut place) = (0.0, 0);
    for same in all.chunk_by(|x, y| x.0.total_cmp(&y.0).is_eq()) {
        let middle = place as f64 + f64::midpoint(same.len() as f64, 1.0);
        ranks += middle * same.iter().filter(|(_, first)| *first).count() as f64;
        place += same.len();
    }
    let (n, m) = (a.len() as f64, b.len() as f64);
    let z = (ranks - n * (n + m + 1.0) / 2.0).abs() / (n * m * (n + m + 1.0) / 12.0).sqrt();
    // Complementary error function after Abramowitz & Stegun 7.1.26, good to seven digits.
    let x = z / std::f64::consts::SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * x);
    let poly = [1.061_405_429, -1.453_152_027, 1.421_413_741, -0.284_496_736, 0.254_829_592];
    poly.iter().fold(0.0, |sum, c| (sum + c) * t) * (-x * x).exp()
}

fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|kb| kb.split_whitespace().next()?.parse::<f64>().ok()).unwrap_or_default() / 1e3
}
