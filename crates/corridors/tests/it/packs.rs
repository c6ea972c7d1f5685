//! Packs and records.

use crate::{code, pack};
use corridors::records::{Files, Keep, Note, read};
use corridors::{Backtest, Pack, PackError, Pattern, SOURCES, Series};
use proptest::prelude::*;
use std::fmt::Write as _;

#[test]
fn the_embedded_pack_is_small_open_and_attributed() {
    assert!(pack().to_bytes().len() <= 3_000_000);
    for source in SOURCES.iter().filter(|s| pack().has(s.series)) {
        assert!(source.open && !source.licence.is_empty() && !source.producer.is_empty(), "{}", source.key);
    }
    assert!(pack().routes.sources().is_empty());
}

#[test]
fn well_known_figures() {
    let profile = pack().corridor_profile(code("MEX"), code("USA")).unwrap();
    let newest = &profile.stocks[0].1;
    let at_2020 = newest.iter().find(|(year, _)| *year == 2020).unwrap().1;
    assert!((at_2020 / 11.18e6 - 1.0).abs() < 0.001, "{at_2020}");
    let world = pack().bilateral(Series::Stock2024).unwrap().total(2024) as f64;
    assert!((world / 304.0e6 - 1.0).abs() < 0.005, "{world}");
    let matrix = pack().bilateral(Series::Remittances).unwrap().total(2021) as f64 * 1000.0;
    assert!((matrix / 781.1e9 - 1.0).abs() < 0.005, "{matrix}");
    assert_eq!(pack().largest(Pattern::ANY, 1)[0].0, code("MEX"));
}

#[test]
fn sums_are_those_of_the_producers() {
    let world = pack().sums(None).unwrap();
    let (newest, dated) = &world.living[0];
    assert_eq!((*newest, dated.last().map(|(year, _)| *year)), (Series::Stock2024, Some(2024)));
    assert!((dated.last().unwrap().1 / 304.0e6 - 1.0).abs() < 0.005);
    assert!(world.away.is_empty() && world.departures.is_empty());
    let mexico = pack().sums(Some(code("MEX"))).unwrap();
    let profile = pack().country_profile(code("MEX")).unwrap();
    assert_eq!(mexico.living[0].1.last().unwrap().1, profile.totals.0);
    assert_eq!(mexico.away[0].1.last().unwrap().1, profile.totals.1);
    // Matrix and balance of payments are of one size, and not the same.
    let at = |dated: &[(i32, f64)]| dated.iter().find(|(year, _)| *year == 2021).unwrap().1;
    let share = at(&mexico.received) / at(&mexico.received_recorded);
    assert!((0.7..1.3).contains(&share) && share != 1.0, "{share}");
    assert!(pack().sums(Some(code("XYZ"))).is_none());
}

#[test]
fn net_migration_of_two_producers_and_its_projection() {
    let net = pack().country_profile(code("DEU")).unwrap().net;
    let periods: Vec<i32> = net.flows.iter().map(|(year, _)| *year).collect();
    assert_eq!(periods, [1990, 1995, 2000, 2005, 2010, 2015]);
    assert_eq!(net.estimated.iter().map(|(year, _)| *year).collect::<Vec<_>>(), periods);
    assert!(net.estimated[5].1 > 1e6 && net.flows[5].1 > 1e6, "{net:?}");
    assert_eq!((net.projected.first().unwrap().0, net.projected.last().unwrap().0), (2024, 2060));
    assert!(net.projected.iter().all(|(_, [low, mid, high])| low <= mid && mid <= high));
    let of = |c: &corridors::Country| {
        let net = pack().country_profile(c.code)?.net;
        net.flows.iter().find(|(year, _)| *year == 2015).map(|(_, people)| *people)
    };
    let all: f64 = pack().countries.iter().filter_map(of).sum();
    assert!(all.abs() < 1.0, "what one country loses another gains: {all}");
}

#[test]
fn a_pack_read_and_written_is_the_same() {
    let bytes = pack().to_bytes();
    assert_eq!(Pack::from_bytes(&bytes).unwrap().to_bytes(), bytes);
}

#[test]
fn what_is_no_pack_is_said() {
    assert_eq!(Pack::from_bytes(b"country,year\n").unwrap_err(), PackError::NotAPack);
    let mut other = pack().to_bytes();
    other[b"INDABA-CORRIDORS\n".len()] = 99;
    assert_eq!(Pack::from_bytes(&other).unwrap_err(), PackError::Version { found: 99, expected: 2 });
    let bytes = pack().to_bytes();
    assert_eq!(Pack::from_bytes(&bytes[..bytes.len() / 2]).unwrap_err(), PackError::Damaged);
}

fn files(list: &[(&str, &str)]) -> Files {
    list.iter().map(|(path, text)| ((*path).to_string(), text.as_bytes().to_vec())).collect()
}

const COUNTRIES: (&str, &str) = ("countries.csv", "iso3,m49\nAAA,1\nBBB,2\nCCC,3\n");
const FLOWS: &str = "abel_cohen_flows/flows_od_5y_1990_2020.csv";

#[test]
fn what_is_dropped_is_told_with_its_reason() {
    let flows = "period_start,origin,dest,flow\n1990,AAA,BBB,500\n1990,AAA,QQQ,7\n1990,AAA,AAA,3\n1990,BBB,AAA,-4\n1990,BBB,CCC,9\n1990,,BBB,6\n";
    let (made, report) = read(&files(&[COUNTRIES, (FLOWS, flows)]), Keep::COMPACT).unwrap();
    assert_eq!(made.corridors.len(), 1);
    let told = |f: fn(&Note) -> bool| report.notes.iter().any(f);
    assert!(told(|n| matches!(n, Note::UnknownCodes { rows: 2, .. })));
    assert!(told(|n| matches!(n, Note::Dropped { what: "a negative figure", rows: 1, .. })));
    assert!(told(|n| matches!(n, Note::Below { kept: 1, dropped: 1, .. })));
    assert!(report.missing().contains(&Series::Stock2024));
    let text = report.notes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(text.contains("not in the folder"), "{text}");
    assert!(
        text.contains(&format!("2 rows of {FLOWS} dropped: an empty cell where a code has to be (first in line 7)"))
    );
    assert!(text.contains("no country has the code \"QQQ\" (first in line 3)"), "{text}");
}

#[test]
fn routes_are_summed_by_year_and_kept() {
    let flows = "period_start,origin,dest,flow\n1990,AAA,BBB,500\n";
    let deaths =
        "year,route,dead\n2020,North,5\n2021,North,7\n2021,South,30\n2021,,4\n2021,South,many\n2021,South,-1\n";
    let events = "month,route,type,nat,n\n2021-01,North,Sea,AAA,10\n2021-02,North,Land,BBB,11\n2021-02,East,Land,BBB,90\n2025-01,North,Sea,AAA,9\n";
    let named = [
        COUNTRIES,
        (FLOWS, flows),
        ("irregular/missing_migrants_year_route.csv", deaths),
        ("irregular/frontex_detections_monthly.csv", events),
    ];
    let (made, report) = read(&files(&named), Keep::COMPACT).unwrap();
    assert!(report.notes.iter().any(|n| matches!(n, Note::DroppedRoutes { rows: 3, .. })));
    let read_again = Pack::from_bytes(&made.to_bytes()).unwrap();
    let routes = read_again.route_profiles();
    let shown: Vec<_> =
        routes.iter().map(|r| (r.name.as_str(), r.deaths.as_slice(), r.detections.as_slice())).collect();
    let north = ("North", &[(2020, 5.0), (2021, 7.0)][..], &[(2021, 21.0)][..]);
    assert_eq!(shown, [("South", &[(2021, 30.0)][..], &[][..]), north, ("East", &[][..], &[(2021, 90.0)][..])]);
    assert_eq!(read_again.country_profile(code("BBB")).map(|p| p.detections.len()), None, "no stock, no profile");
    let (open, _) = read(&files(&named), Keep { open_only: true, ..Keep::COMPACT }).unwrap();
    assert!(open.routes.sources().is_empty() && read_again.routes.sources().len() == 2);
}

#[test]
fn no_records_at_all_are_an_error_that_says_what_is_missing() {
    assert!(read(&Files::new(), Keep::ALL).unwrap_err().to_string().contains("abel_cohen_flows"));
}

#[test]
fn with_flows_alone_the_backtest_still_predicts() {
    let mut flows = String::from("period_start,origin,dest,flow\n");
    for year in [1990, 1995, 2000, 2005] {
        let _ = writeln!(flows, "{year},AAA,BBB,{}\n{year},BBB,CCC,40", year / 2);
    }
    let (made, _) = read(&files(&[COUNTRIES, (FLOWS, &flows)]), Keep::ALL).unwrap();
    let unseen = Backtest::new(&made, 2010).unwrap();
    assert_eq!((unseen.pairs, unseen.predictions.len()), (6, 6));
    assert!(unseen.score.is_none() && unseen.predictions.iter().all(|p| p.q10 <= p.predicted && p.predicted <= p.q90));
    assert!(Backtest::new(&made, 2005).unwrap().score.is_some());
    assert!(Backtest::new(&made, 1990).is_none());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn damaged_packs_never_panic(at in 0_usize..2000, byte: u8) {
        let flows = "period_start,origin,dest,flow\n1990,AAA,BBB,500\n1995,BBB,AAA,300\n";
        let (made, _) = read(&files(&[COUNTRIES, (FLOWS, flows)]), Keep::ALL).unwrap();
        let mut bytes = made.to_bytes();
        let at = at % bytes.len();
        bytes[at] = byte;
        let _ = Pack::from_bytes(&bytes);
        let _ = Pack::from_bytes(&bytes[..at]);
    }

    #[test]
    fn any_text_is_read_without_panic(text in "(period_start|origin|dest|flow|,|\n|\"|AAA|BBB|1990|-?[0-9]{1,4}|NaN|inf){0,60}") {
        let text = format!("period_start,origin,dest,flow\n{text}");
        let _ = read(&files(&[COUNTRIES, (FLOWS, &text)]), Keep::ALL);
    }
}

/// Rough middles of where people live, from any atlas.
const ATLAS: [(&str, f64, f64); 10] = [
    ("GBR", 52.8, -1.8),
    ("DEU", 51.0, 9.8),
    ("MEX", 21.0, -101.0),
    ("BRA", -18.0, -45.0),
    ("PHL", 13.0, 122.0),
    ("AUS", -34.0, 146.0),
    ("NGA", 9.0, 7.0),
    ("EGY", 30.0, 31.0),
    ("CHN", 33.0, 114.0),
    ("SWE", 59.0, 15.5),
];

#[test]
fn distances_tell_where_countries_are() {
    let places = pack().places();
    for (country, north, east) in ATLAS {
        let at = places[usize::from(pack().country(code(country)).unwrap())].unwrap();
        assert!((at[0] - north).abs() < 3.0 && (at[1] - east).abs() < 4.0, "{country} at {at:?}");
    }
    assert!(places.iter().flatten().count() > 200);
    assert!(Pack::default().places().is_empty());
}
