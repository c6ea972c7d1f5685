//! The tables that a person reads and edits.

use corridors::{ASSUMPTIONS_CSV, AssumptionError, Assumptions, Grade, Lever, Parameter, levers};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;

#[test]
fn every_assumption_has_its_row_and_every_row_its_assumption() {
    let table = Assumptions::standard().unwrap();
    assert_eq!(table.rows.len(), ASSUMPTIONS_CSV.lines().count() - 1);
    for (row, parameter) in table.rows.iter().zip(Parameter::ALL) {
        assert_eq!(row.id, parameter.id());
        assert!(!row.source.is_empty() && !row.unit.is_empty());
        let assumed = row.source.to_lowercase().contains("assum");
        assert!(row.grade != Grade::A || !assumed, "{} is assumed and graded A", row.id);
        assert!(["yes", "partly", "code", "own", "no"].contains(&row.checked.as_str()), "{}", row.id);
    }
}

#[test]
fn every_lever_has_its_row() {
    let rows = levers();
    assert_eq!(rows.len(), Lever::ALL.len());
    for (row, lever) in rows.iter().zip(Lever::ALL) {
        assert_eq!(row.id, lever.id());
        assert!(row.low <= row.observed_low && row.observed_high <= row.high);
    }
}

#[test]
fn schools_name_assumptions_that_there_are() {
    let table = Assumptions::standard().unwrap();
    for school in &table.schools {
        let changed = table.with_school(&school.name).unwrap();
        for (id, low, central, high, _) in &school.replaces {
            assert!(low <= central && central <= high);
            assert!(changed.rows.iter().any(|r| r.id == *id && r.central == *central), "{id}");
        }
    }
    assert!(matches!(table.with_school("none"), Err(AssumptionError::School { .. })));
}

#[test]
fn an_edited_table_is_taken_and_a_broken_one_refused_with_its_line() {
    let edited = ASSUMPTIONS_CSV.replace("network,0.3,0.45,0.65", "network,0.3,0.5,0.65");
    assert_eq!(Assumptions::parse(&edited).unwrap().central().of(Parameter::Network), 0.5);
    let wrong = ASSUMPTIONS_CSV.replace("network,0.3,0.45,0.65", "network,0.3,0.9,0.65");
    assert!(matches!(Assumptions::parse(&wrong), Err(AssumptionError::Line { line, .. }) if line > 1));
    let short = ASSUMPTIONS_CSV.lines().filter(|l| !l.starts_with("network,")).collect::<Vec<_>>().join("\n");
    assert_eq!(Assumptions::parse(&short).unwrap_err(), AssumptionError::Missing("network"));
}

#[test]
fn a_table_that_a_spreadsheet_wrote_is_taken_and_one_that_is_none_told_what_to_do() {
    let marked = format!("\u{feff}{}", ASSUMPTIONS_CSV.replace('\n', "\r\n"));
    assert!(Assumptions::parse(&marked).unwrap().is_standard());
    let refused = |from: &str, to: &str| Assumptions::parse(&ASSUMPTIONS_CSV.replacen(from, to, 1)).unwrap_err();
    let row = "\nnetwork,0.3,0.45,0.65";
    let line = |message: &str| message.starts_with("line ") && message.contains("(network)");
    for (to, column, word) in [
        ("\nnetwork,0.3,\"0,45\",0.65", "column central", "is no number"),
        ("\nnetwork,0.3,0.9,0.65", "column central", "between low and high"),
        ("\nnetwork,-21,0.45,0.65", "column low", "-20 to 20"),
        ("\nnetwork,0.3,0.45,21", "column high", "-20 to 20"),
    ] {
        let message = refused(row, to).to_string();
        assert!(line(&message) && message.contains(column) && message.contains(word), "{message}");
    }
    assert!(refused(row, "\nnetworks,0.3,0.45,0.65").to_string().contains("no such assumption"));
    let twice = format!("{ASSUMPTIONS_CSV}network,0.3,0.45,0.65,elasticity,B,yes,somebody\n");
    assert!(Assumptions::parse(&twice).unwrap_err().to_string().contains("twice"));
    assert!(matches!(refused(row, "\nnetwork,0,3,0.45,0.65"), AssumptionError::Cells { line } if line > 1));
    assert_eq!(refused("id,low", "id;low"), AssumptionError::Header);
    assert_eq!(Assumptions::parse("").unwrap_err(), AssumptionError::Header);
}

#[test]
fn two_schools_of_a_topic_do_not_hold_at_once() {
    let table = Assumptions::standard().unwrap();
    let names = |list: &[&str]| list.iter().map(ToString::to_string).collect::<Vec<_>>();
    let both = table.with_schools(&names(&["hump", "losers", "decline"])).unwrap_err().to_string();
    assert!(both.contains("\"hump\" and \"decline\"") && both.contains("income"), "{both}");
    assert_eq!(table.with_schools(&names(&["hump", "hump"])), table.with_school("hump"));
    assert!(table.with_schools(&names(&["decline", "losers"])).is_ok());
}

#[test]
fn draws_stay_in_their_range_and_repeat() {
    let table = Assumptions::standard().unwrap();
    for draw in 0..50 {
        let values = table.draw(7, draw);
        assert_eq!(values, table.draw(7, draw));
        for (row, parameter) in table.rows.iter().zip(Parameter::ALL) {
            assert!((row.low..=row.high).contains(&values.of(*parameter)), "{}", row.id);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 3000, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default()
    })]

    /// Bytes that are others, stretches that are gone or stand twice, an end that is missing. The seed is fixed: the same
    /// tables each time.
    #[test]
    fn a_table_with_damage_is_taken_whole_or_refused_with_its_place(
        damages in prop::collection::vec((any::<Index>(), any::<u8>(), any::<u8>()), 1..4),
    ) {
        let mut file = ASSUMPTIONS_CSV.as_bytes().to_vec();
        for (place, kind, byte) in damages {
            if file.is_empty() {
                break;
            }
            let at = place.index(file.len());
            let end = (at + 1 + usize::from(byte)).min(file.len());
            match kind % 8 {
                0 => file.truncate(at),
                1 => drop(file.drain(at..end)),
                2 => drop(file.splice(at..at, file[at..end].to_vec())),
                3 => drop(file.splice(at..at, file[at..end].repeat(100))),
                4 => file[at] = b",\"\n\r-19e."[usize::from(byte) % 9],
                _ => file[at] = byte,
            }
        }
        match Assumptions::parse(&String::from_utf8_lossy(&file)) {
            Err(AssumptionError::Line { line, what, .. }) => prop_assert!(line > 0 && !what.is_empty()),
            Err(AssumptionError::Cells { line }) => prop_assert!(line > 0),
            // It says that the columns stand in line 1.
            Err(AssumptionError::Header) => {}
            Err(AssumptionError::Missing(id)) => prop_assert!(Parameter::ALL.iter().any(|p| p.id() == id)),
            Err(other) => prop_assert!(false, "{}", other),
            Ok(table) => {
                prop_assert_eq!(table.rows.len(), Parameter::ALL.len());
                for (row, parameter) in table.rows.iter().zip(Parameter::ALL) {
                    prop_assert!(row.low <= row.central && row.central <= row.high);
                    prop_assert!((row.low..=row.high).contains(&table.draw(7, 1).of(*parameter)), "{}", row.id);
                }
            }
        }
    }
}
