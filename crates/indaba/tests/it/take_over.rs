//! What of a scenario finds a place in a dialogue.

use corridors::{Outcome, Standpoint};
use indaba::corridors::effects::{Counts, Effect};
use indaba::corridors::take::{Left, plan, sphere};

fn effect(party: Standpoint, sphere: &'static str) -> Effect {
    let (outcome, counts) = (Outcome::Remittances, Counts::Rising);
    Effect { party, sphere, outcome, counts, change: [1.0, 2.0, 6.0], low: 1, mode: 1, high: 2 }
}

#[test]
fn spheres_are_found_by_code_and_by_name() {
    let own = ["Travail".to_owned(), "economic".to_owned(), "Housing".to_owned()];
    assert_eq!(sphere(&own, "labour"), Some(&own[0]));
    assert_eq!(sphere(&own, "economic"), Some(&own[1]));
    assert_eq!(sphere(&own, "security"), None);
}

#[test]
fn what_finds_no_place_is_named_with_its_reason() {
    let all = [effect(Standpoint::Origin, "economic"), effect(Standpoint::Origin, "social")];
    let silent = Effect { change: [0.0; 3], low: 0, mode: 0, high: 0, ..effect(Standpoint::Origin, "economic") };
    let all = [&all[..], &[effect(Standpoint::Host, "economic"), silent]].concat();
    let stands = [("a".to_owned(), Standpoint::Origin), ("b".to_owned(), Standpoint::Origin)];
    let plan = plan(&all, &["economic".to_owned()], &stands);
    assert_eq!(plan.entries.iter().map(|e| e.delegation.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    let left: Vec<_> = plan.left.iter().map(|(e, why)| (e.party, e.sphere, *why)).collect();
    let expected = [
        (Standpoint::Origin, "social", Left::Sphere),
        (Standpoint::Host, "economic", Left::Party),
        (Standpoint::Origin, "economic", Left::Silent),
    ];
    assert_eq!(left, expected);
}
