//! The bars, on the real records.

use crate::shared;
use corridors::records::{Files, Keep, read, wanted};
use corridors::{Backtest, Code, Pack, Series};
use std::sync::OnceLock;

fn files() -> Option<&'static Files> {
    static FILES: OnceLock<Option<Files>> = OnceLock::new();
    let read = || {
        let folder = shared::data()?.join("migration");
        let one = |file: &str| std::fs::read(folder.join(file)).ok().map(|bytes| (file.to_string(), bytes));
        Some(wanted().into_iter().filter_map(one).collect())
    };
    FILES.get_or_init(read).as_ref()
}

fn whole() -> Option<&'static Pack> {
    static WHOLE: OnceLock<Option<Pack>> = OnceLock::new();
    WHOLE.get_or_init(|| files().map(|f| read(f, Keep::ALL).unwrap().0)).as_ref()
}

#[test]
fn the_bars_of_the_backtest() {
    let Some(pack) = whole() else { return };
    let last = Backtest::new(pack, 2015).unwrap();
    assert_eq!(last.pairs, 39_800);
    assert!(last.learned_from.iter().all(|period| *period < 2015));
    let score = last.score.unwrap();
    assert!(score.mae <= 890.0 && score.r2 >= 0.75 && score.net_mae <= 138_000.0, "{score:?}");
    assert!((0.78..=0.90).contains(&last.covered.unwrap()), "{:?}", last.covered);
    let before = Backtest::new(pack, 2010).unwrap();
    assert!(before.score.unwrap().mae <= 1010.0, "{:?}", before.score);
    assert!((before.persistence.unwrap().mae - 1161.0).abs() < 1.0);
}

/// The rows of a file up to a year, by the column of its year.
fn cut(text: &str, column: &str, most: i32) -> String {
    let header = text.lines().next().unwrap_or("");
    let Some(place) = header.split(',').position(|name| name == column) else { return text.into() };
    let year = |line: &str| line.split(',').nth(place).and_then(|y| y.get(..4)?.parse::<i32>().ok());
    let kept = text.lines().skip(1).filter(|line| year(line).is_none_or(|y| y <= most));
    let lines: Vec<&str> = [header].into_iter().chain(kept).collect();
    lines.join("\n") + "\n"
}

#[test]
fn a_folder_that_ends_in_2015_gives_the_same_predictions() {
    let (Some(files), Some(pack)) = (files(), whole()) else { return };
    let shorter = files.iter().map(|(path, bytes)| {
        let text = String::from_utf8(bytes.clone()).unwrap();
        let text = cut(&cut(&cut(&text, "year", 2015), "period_start", 2010), "month", 2015);
        (path.clone(), text.into_bytes())
    });
    let (ended, _) = read(&shorter.collect(), Keep::ALL).unwrap();
    let (a, b) = (Backtest::new(&ended, 2015).unwrap(), Backtest::new(pack, 2015).unwrap());
    assert!(a.score.is_none() && b.score.is_some());
    assert_eq!(a.predictions, b.predictions);
}

#[test]
fn detections_and_deaths_are_those_of_the_producers() {
    let Some(files) = files() else { return };
    let (made, _) = read(files, Keep::COMPACT).unwrap();
    let sum = |rows: &[corridors::RouteYear], of: i32| -> u32 {
        rows.iter().filter(|(_, year, _)| *year == of).map(|(_, _, n)| n).sum()
    };
    // The whole of 2015 as the producer states it, also by nationality.
    assert_eq!(sum(&made.routes.detections, 2015), 1_822_102);
    let by_nationality = |code: Code| {
        let profile = made.country_profile(code)?;
        let (_, dated) = profile.detections.iter().find(|(s, _)| *s == Series::DetectionsEu)?;
        dated.iter().find(|(year, _)| *year == 2015).map(|(_, n)| *n)
    };
    let known: f64 = made.countries.iter().filter_map(|c| by_nationality(c.code)).sum();
    assert!(known > 1.2e6 && known <= 1_822_102.0, "{known}");
    assert_eq!(made.route_profiles()[0].name, "Central Mediterranean Route");
}

#[test]
fn schooling_of_who_left_and_who_came_is_that_of_the_records() {
    let Some(pack) = whole() else { return };
    let sums = pack.sums(Code::parse("PHL")).unwrap();
    let (with, without) = sums.schooling.unwrap();
    assert!(with > without, "most who left the Philippines have college education: {with} {without}");
    let sums = pack.sums(Code::parse("DEU")).unwrap();
    let (with, without) = sums.schooling_living.unwrap();
    assert!(with > 0.9e6 && with < without, "{with} {without}");
}

#[test]
fn the_embedded_pack_is_what_the_records_give() {
    let Some(files) = files() else { return };
    let (made, _) = read(files, Keep { open_only: true, ..Keep::COMPACT }).unwrap();
    assert!(made.to_bytes() == Pack::embedded().unwrap().to_bytes(), "make it again: indaba corridors pack --open");
}
