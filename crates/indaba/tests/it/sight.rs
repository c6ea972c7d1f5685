//! Who sees what of a result: for any parties and any reader.

use indaba::landing_zone::layer::LEAST;
use indaba::landing_zone::problem::{Behind, Built, Who};
use indaba::landing_zone::sight::{Eyes, Row};
use landing::problem::{MEASURES, Party, Problem};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn built(parties: &[(bool, u8)]) -> Built {
    let party = |(i, (hidden, bloc)): (usize, &(bool, u8))| Party {
        id: if *hidden { format!("h{i}") } else { format!("d{i}") },
        name: String::new(),
        bloc: Some(format!("b{bloc}")),
        weight: None,
    };
    Built {
        problem: Problem {
            schema: MEASURES.to_owned(),
            spheres: vec!["economic".to_owned()],
            parties: parties.iter().enumerate().map(party).collect(),
            measures: Vec::new(),
            effects: Vec::new(),
            relations: Vec::new(),
            budget: None,
            red_lines: Vec::new(),
            tolerance: None,
        },
        parties: parties
            .iter()
            .enumerate()
            .map(|(i, (hidden, _))| Who { delegation: format!("d{i}"), hidden: *hidden })
            .collect(),
        lines: Vec::<Behind>::new(),
    }
}

proptest! {
    /// Every sum is over none or enough that the reader does not know; sums are disjoint and are all, so that no
    /// combination of them and of the whole is about fewer.
    #[test]
    fn no_row_and_no_difference_is_about_fewer(
        parties in prop::collection::vec((any::<bool>(), 0..5_u8), 0..25),
        reader in prop::option::of(0..25_usize),
    ) {
        let built = built(&parties);
        let own = reader.filter(|r| *r < parties.len()).map(|r| format!("d{r}"));
        let eyes = Eyes::of(&built, own.as_deref());
        let mut seen = BTreeSet::new();
        for row in eyes.rows() {
            for p in row.parties() {
                prop_assert!(seen.insert(*p), "{p} stands in two rows");
            }
            match &row {
                Row::One(p) => {
                    let readers = own == Some(format!("d{p}"));
                    prop_assert!(!parties[*p].0 || readers);
                }
                Row::Together(_, together) => {
                    prop_assert!(together.iter().all(|p| !eyes.names(*p)));
                    prop_assert!(together.len() >= LEAST);
                }
            }
        }
        // What no row has must not follow from the whole.
        let missing = parties.len() - seen.len();
        prop_assert!(missing == 0 || !eyes.sums());
    }

    /// With figures of `layer::TOGETHER` delegations or none, sums are always shown.
    #[test]
    fn each_of_those_that_went_together_sees_sums(hidden in 4..12_usize, open in 0..5_usize, reader in 0..16_usize) {
        let parties: Vec<(bool, u8)> = (0..hidden + open).map(|i| (i < hidden, (i % 3) as u8)).collect();
        let built = built(&parties);
        let own = format!("d{reader}");
        prop_assert!(Eyes::of(&built, Some(&own)).sums());
        prop_assert!(Eyes::of(&built, None).sums());
    }
}
