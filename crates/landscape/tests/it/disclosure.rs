//! Attacks on a suppressed landscape: what a reader can compute from what it shows.

use landscape::{Holding, Landscape, Options, indaba, may_be_told, picture, polis, suppress};
use proptest::prelude::*;

use crate::dialogues::{Dialogue, blocs, dialogue, row, statements, two_camps, votes};

fn responded(held: &Holding) -> Option<u32> {
    Some(held.agree? + held.disagree? + held.pass?)
}

fn total(landscape: &Landscape, s: usize) -> Option<u32> {
    let s = &landscape.statements[s];
    Some(s.agree? + s.disagree? + s.pass?)
}

/// Every figure of the whole landscape beside what is shown of it.
fn attack(whole: &Landscape, shown: &Landscape, k: u32) -> Result<(), TestCaseError> {
    let small = |n: u32| n > 0 && n < k;
    for s in 0..shown.statements.len() {
        let everybody = total(whole, s).unwrap();
        prop_assert_eq!(total(shown, s).is_none(), small(everybody));
        let groups = shown.groups.iter().map(|g| responded(&g.statements[s]));
        let blocs = shown.blocs.iter().map(|b| responded(&b.statements[s]));
        for cell in groups.clone().chain(blocs.clone()).flatten() {
            prop_assert!(!small(cell), "a count of {} is shown", cell);
            prop_assert!(!small(everybody - cell), "all but {} are shown", everybody - cell);
        }
        // Total minus all shown groups: those hidden and those in no group, never a few.
        if let Some(all) = total(shown, s) {
            let rest = all - groups.clone().flatten().sum::<u32>();
            prop_assert!(!small(rest), "{} are left over", rest);
        }
        // Figures over all groups exist only where all groups are shown and the rest is no secret.
        let statement = &shown.statements[s];
        if groups.clone().any(|cell| cell.is_none()) {
            prop_assert!(statement.priority.is_none() && statement.group_aware_consensus.is_none());
        }
        if statement.agree.is_none() {
            prop_assert!(statement.center.is_none() && statement.position.is_none() && statement.extremity.is_none());
            prop_assert!(shown.components.iter().all(|axis| axis[s].is_none()));
        }
    }
    sizes(shown, k)?;
    lists(shown)
}

fn sizes(shown: &Landscape, k: u32) -> Result<(), TestCaseError> {
    let known: u32 = shown.groups.iter().filter_map(|g| g.size).sum();
    prop_assert!(shown.groups.iter().filter_map(|g| g.size).all(|size| size >= k));
    prop_assert!(shown.blocs.iter().filter_map(|b| b.size).all(|size| size >= k));
    if let Some(all) = shown.counts.participants {
        prop_assert!(all == known || all - known >= k);
    }
    if shown.groups.iter().any(|g| g.size.is_none()) {
        prop_assert!(shown.counts.clustered.is_none());
    }
    // Nobody can be counted into a group of hidden size.
    for participant in shown.participants.iter().flatten() {
        let group = shown.groups.iter().find(|g| Some(&g.id) == participant.group.as_ref());
        prop_assert!(group.is_none_or(|g| g.size.is_some()));
    }
    Ok(())
}

/// No list tells what a table hides.
fn lists(shown: &Landscape) -> Result<(), TestCaseError> {
    for group in &shown.groups {
        for listed in &group.representative {
            let held = group.statements.iter().find(|h| h.statement == listed.statement).unwrap();
            prop_assert_eq!(held.agree, Some(listed.agree));
        }
    }
    for listed in &shown.majority {
        prop_assert!(shown.statement(&listed.statement).unwrap().agree.is_some());
    }
    let held = |name: &str, statement: &str| {
        let groups = shown.groups.iter().filter(|g| g.id == name).flat_map(|g| &g.statements);
        let blocs = shown.blocs.iter().filter(|b| b.name == name).flat_map(|b| &b.statements);
        groups.chain(blocs).any(|h| h.statement == statement && h.agree.is_some())
    };
    prop_assert!(shown.divides.iter().all(|d| held(&d.most.name, &d.statement) && held(&d.least.name, &d.statement)));
    Ok(())
}

fn whole(dialogue: &Dialogue) -> Landscape {
    polis(&votes(&dialogue.rows), &dialogue.statements, &dialogue.options())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn nothing_small_is_shown_or_left_over(d in dialogue(), k in 2..11u32) {
        let whole = whole(&d);
        attack(&whole, &suppress(&whole, k as usize), k)?;
    }

    #[test]
    fn a_landscape_from_json_is_guarded_too(d in dialogue(), k in 2..11u32) {
        let whole = Landscape::from_json(&whole(&d).to_json()).unwrap();
        let shown = suppress(&whole, k as usize);
        attack(&whole, &shown, k)?;
        prop_assert!(shown.blocs.iter().flat_map(|b| &b.statements).all(|h| h.agree.is_none()));
    }

    #[test]
    fn limits_add_up_and_options_do_the_same(d in dialogue(), k in 2..8usize) {
        let whole = whole(&d);
        let twice = suppress(&suppress(&whole, k), k + 3);
        attack(&whole, &twice, k as u32 + 3)?;
        let options = Options { min_group: k, ..d.options() };
        let direct = polis(&votes(&d.rows), &d.statements, &options);
        prop_assert_eq!(direct.to_json(), suppress(&whole, k).to_json());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    /// The reader knows who stands where and adds and subtracts every combination of what is shown.
    #[test]
    fn no_sum_of_shown_counts_singles_out_a_group_a_bloc_or_a_difference(d in dialogue(), k in 2..7usize) {
        let whole = whole(&d);
        let shown = suppress(&whole, k);
        for s in 0..shown.statements.len() {
            let (sets, known) = members(&d, &whole, &shown, s);
            let wanted = secrets(&sets, k);
            for found in combinations(&known) {
                prop_assert!(!wanted.contains(&found), "{:?} of statement {}", found, s);
            }
        }
    }
}

/// Who responded to a statement in each unit (and in all), and the same of the units that are shown.
fn members(d: &Dialogue, whole: &Landscape, shown: &Landscape, s: usize) -> (Vec<Vec<i8>>, Vec<Vec<i8>>) {
    let who: Vec<&String> = d.rows.iter().filter(|r| r.1 == whole.statements[s].id).map(|r| &r.0).collect();
    let group = |p: &String| whole.participants.iter().flatten().find(|x| x.id == *p).unwrap().group.clone();
    let groups: Vec<Option<String>> = who.iter().map(|p| group(p)).collect();
    let of_group = |id: &String| groups.iter().map(|g| i8::from(g.as_ref() == Some(id))).collect();
    let of_bloc = |name: &String| who.iter().map(|p| i8::from(d.blocs[name].contains(*p))).collect();
    let mut all: Vec<(bool, Vec<i8>)> = vec![(total(shown, s).is_some(), vec![1; who.len()])];
    all.extend(shown.groups.iter().map(|g| (g.statements[s].agree.is_some(), of_group(&g.id))));
    all.extend(shown.blocs.iter().map(|b| (b.statements[s].agree.is_some(), of_bloc(&b.name))));
    let known = all.iter().filter(|(visible, _)| *visible).map(|(_, set)| set.clone()).collect();
    (all.into_iter().map(|(_, set)| set).collect(), known)
}

/// Units and differences of nested units that are about 1..k participants.
fn secrets(sets: &[Vec<i8>], k: usize) -> Vec<Vec<i8>> {
    let size = |set: &Vec<i8>| set.iter().map(|x| *x as usize).sum::<usize>();
    let difference = |a: &Vec<i8>, b: &Vec<i8>| a.iter().zip(b).map(|(a, b)| a - b).collect::<Vec<i8>>();
    let pairs = sets.iter().flat_map(|a| sets.iter().map(move |b| difference(a, b)));
    let nested = pairs.filter(|set| set.iter().all(|x| *x >= 0));
    sets.iter().cloned().chain(nested).filter(|set| (1..k).contains(&size(set))).collect()
}

/// All sums with coefficients −1, 0 and 1.
fn combinations(known: &[Vec<i8>]) -> Vec<Vec<i8>> {
    let start = vec![vec![0; known.first().map_or(0, Vec::len)]];
    known.iter().fold(start, |sums, set| {
        let shifted = |sign: i8| {
            let sums = sums.iter();
            sums.map(move |sum| sum.iter().zip(set).map(|(a, b)| a + sign * b).collect::<Vec<i8>>())
        };
        let mut next: Vec<Vec<i8>> = [-1, 0, 1].into_iter().flat_map(shifted).collect();
        next.sort_unstable();
        next.dedup();
        next
    })
}

#[test]
fn the_public_sees_no_participants() {
    let (rows, statements) = two_camps();
    let options = Options { public: true, min_group: 3, blocs: blocs(), ..Options::default() };
    let shown = polis(&votes(&rows), &statements, &options);
    assert!(shown.participants.is_none() && !shown.to_json().contains("\"participants\": ["));
    let map = picture(&shown).unwrap();
    assert!(map.dots.is_empty() && map.groups.len() == 2);
}

#[test]
fn a_bloc_of_one_is_hidden_whole_and_the_rest_stays() {
    let (rows, statements) = two_camps();
    let options = Options { min_group: 5, blocs: blocs(), ..Options::default() };
    let shown = polis(&votes(&rows), &statements, &options);
    let of = |name: &str| shown.blocs.iter().find(|b| b.name == name).unwrap();
    assert!(of("observer").statements.iter().all(|h| h.agree.is_none() && h.support.is_none()));
    assert_eq!(of("destination").size, Some(14));
    assert_eq!(shown.groups[0].size, Some(12));
    // The hidden bloc does not weigh on common ground: statement 5 is supported by all.
    assert!(shown.statement("5").unwrap().common_ground.unwrap().low > 0.6);
}

#[test]
fn a_change_is_told_when_it_is_nobodys_or_that_of_enough_in_every_set_that_is_shown() {
    let of = |sets: &[(usize, &[usize])]| -> Vec<Vec<usize>> {
        sets.iter().flat_map(|(n, blocs)| std::iter::repeat_n(blocs.to_vec(), *n)).collect()
    };
    let told = |sets: &[(usize, &[usize])], blocs| may_be_told(&of(sets), blocs, 5);
    assert!(told(&[], 2), "nothing changed");
    assert!(!told(&[(4, &[])], 0) && told(&[(5, &[])], 0));
    assert!(!told(&[(5, &[]), (1, &[0])], 1), "one of the bloc");
    assert!(!told(&[(5, &[0]), (1, &[])], 1), "all but the bloc are one");
    assert!(told(&[(5, &[0]), (5, &[1])], 2));
    assert!(!told(&[(5, &[0]), (1, &[0, 1]), (5, &[1])], 2), "one is in both, and the sum of both exceeds everybody");
}

/// Three blocs of twelve and twelve without one, who all agree; so many of each bloc answered statement 1.
fn three_blocs(answered: [usize; 3]) -> Landscape {
    let answers = |p: usize| p >= 36 || p % 12 < answered[p / 12];
    let rows: Vec<_> =
        (0..48).flat_map(|p| (0..3).filter(move |s| *s != 1 || answers(p)).map(move |s| row(p, s, 1))).collect();
    let set = |of: std::ops::Range<usize>| of.map(|p| p.to_string()).collect();
    let blocs = [("a", set(0..12)), ("b", set(12..24)), ("c", set(24..36))].map(|(n, m)| (n.to_string(), m)).into();
    indaba(&votes(&rows), &statements(3), &Options { min_group: 5, blocs, ..Options::default() })
}

#[test]
fn a_figure_that_is_hidden_is_neither_for_nor_against() {
    let shown = three_blocs([12, 12, 3]);
    let held = shown.statement("1").unwrap();
    let hidden: Vec<&str> = held.not_shown.iter().map(|unit| unit.name.as_str()).collect();
    assert_eq!(hidden, ["c"]);
    assert!(held.common_ground.unwrap().low > 0.5 && shown.uncertain.is_empty());
    assert!(shown.common_ground().iter().any(|s| s.id == "1"));
    assert!(shown.statement("0").unwrap().not_shown.is_empty());
    assert_eq!(shown.outline().statements[1].not_shown, held.not_shown);
}

#[test]
fn where_more_is_hidden_than_shown_nothing_is_sure() {
    let shown = three_blocs([3, 3, 3]);
    let held = shown.statement("1").unwrap();
    assert_eq!(held.not_shown.len(), 3);
    assert!(held.common_ground.unwrap().low < 0.5 && shown.uncertain == ["1"]);
}

#[test]
fn nobody_moved_where_a_figure_is_hidden_now() {
    let (before, now) = (three_blocs([12, 12, 12]), three_blocs([12, 12, 3]));
    for (earlier, later) in [(&before, &now), (&now, &before)] {
        let since = later.since(earlier);
        assert!(since.statements.iter().all(|s| s.statement != "1" && s.moved.is_none()));
        assert_eq!(since.not_comparable.iter().map(|s| s.statement.as_str()).collect::<Vec<_>>(), ["1"]);
    }
    assert!(now.since(&now).not_comparable.is_empty());
}
