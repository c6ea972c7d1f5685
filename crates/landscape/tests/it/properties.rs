//! What holds for every dialogue.

use landscape::{Landscape, Options, picture, polis, svg};
use proptest::prelude::*;
use serde_json::Value as Json;

use crate::dialogues::{Dialogue, Row, dialogue, row, statements, votes};

fn compute(dialogue: &Dialogue, options: Options) -> Landscape {
    polis(&votes(&dialogue.rows), &dialogue.statements, &options)
}

/// JSON writes a number that is none as null; what is null has to be an allowed one.
fn nulls(json: &Json, path: &str, found: &mut Vec<String>) {
    match json {
        Json::Null => found.push(path.into()),
        Json::Array(list) => list.iter().for_each(|x| nulls(x, path, found)),
        Json::Object(map) => map.iter().for_each(|(key, x)| nulls(x, &format!("{path}/{key}"), found)),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn the_order_of_rows_and_the_threads_change_no_byte(d in dialogue(), turn in 0..200usize) {
        let mut shuffled = d.clone();
        if !shuffled.rows.is_empty() {
            let places = shuffled.rows.len();
            shuffled.rows.rotate_left(turn % places);
            shuffled.rows.reverse();
        }
        let one = compute(&d, d.options()).to_json();
        let two = compute(&shuffled, Options { threads: 2, ..d.options() }).to_json();
        prop_assert_eq!(one, two);
    }

    #[test]
    fn every_figure_is_finite_and_in_its_bounds(d in dialogue()) {
        let landscape = compute(&d, d.options());
        let json: Json = serde_json::from_str(&landscape.to_json()).unwrap();
        let mut found = Vec::new();
        nulls(&json, "", &mut found);
        let allowed = ["/groups/stability", "/participants/group", "/statements/group_aware_consensus"];
        let stray: Vec<_> = found.iter().filter(|path| !allowed.contains(&path.as_str())).collect();
        prop_assert!(stray.is_empty(), "{:?}", stray);
        for statement in &landscape.statements {
            let ground = statement.common_ground.unwrap();
            prop_assert!((0.0..=1.0).contains(&ground.score) && 0.0 <= ground.low && ground.high <= 1.0);
            prop_assert!(ground.low <= ground.share && ground.share <= ground.high);
            prop_assert!(statement.center.unwrap().abs() <= 1.0);
            prop_assert!(statement.group_aware_consensus.is_none_or(|c| (0.0..=1.0).contains(&c)));
        }
        for axis in &landscape.components {
            let square: f64 = axis.iter().flatten().map(|x| x * x).sum();
            prop_assert!(square == 0.0 || (square - 1.0).abs() < 1e-9);
        }
        prop_assert!(landscape.groups.iter().all(|g| g.representative.len() <= 5));
    }

    #[test]
    fn groups_part_those_who_are_clustered(d in dialogue()) {
        let landscape = compute(&d, Options { groups: None, ..d.options() });
        let sizes: u32 = landscape.groups.iter().map(|g| g.size.unwrap()).sum();
        prop_assert_eq!(Some(sizes), landscape.counts.clustered);
        prop_assert!(landscape.groups.is_sorted_by(|a, b| a.size >= b.size));
    }

    #[test]
    fn the_map_stays_in_its_box_and_has_no_style(d in dialogue()) {
        let landscape = compute(&d, d.options());
        if let Some(map) = picture(&landscape) {
            prop_assert!(map.dots.iter().all(|p| (0.0..=map.width).contains(&p.x) && (0.0..=map.height).contains(&p.y)));
            let drawn = svg(&map, "a <b> & \"c\"", "d");
            prop_assert!(drawn.contains("a &lt;b&gt; &amp; &quot;c&quot;"));
            prop_assert!(!drawn.contains("style") && !drawn.contains("NaN") && !drawn.contains("inf"));
        }
    }
}

/// Large enough for several blocks of work in each step.
#[test]
fn a_large_dialogue_gives_the_same_bytes_on_any_number_of_threads() {
    let answer = |p: usize, s: usize| match (p * 7919 + s * 104_729 + p * s * 31) % 11 {
        0 => 0,
        1..=3 => -1,
        _ if p.is_multiple_of(3) == s.is_multiple_of(2) => -1,
        _ => 1,
    };
    let mut rows: Vec<_> = (0..5000).flat_map(|p| (0..40).map(move |s| row(p, s, answer(p, s)))).collect();
    let with = |rows: &[Row], threads| {
        polis(&votes(rows), &statements(40), &Options { threads, ..Options::default() }).to_json()
    };
    let one = with(&rows, 1);
    assert!(one == with(&rows, 2) && one == with(&rows, 3));
    rows.reverse();
    assert!(one == with(&rows, 2));
}

/// The axes against a dense eigensolver that shares nothing with ours: Jacobi rotations.
mod oracle {
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(96))]

        #[test]
        fn the_axes_explain_as_much_as_any_two_can(d in dialogue()) {
            let store = votes(&d.rows);
            let landscape = polis(&store, &d.statements, &d.options());
            let columns = landscape.statements.len();
            let mut gram = vec![vec![0.0; columns]; columns];
            for p in 0..store.participants().len() {
                let mut row = vec![0.0; columns];
                for r in store.responses(p).filter(|r| !landscape.statements[r.statement].is_out()) {
                    row[r.statement] = f64::from(r.value.sign()) - landscape.statements[r.statement].center.unwrap();
                }
                for i in 0..columns {
                    for j in 0..columns {
                        gram[i][j] += row[i] * row[j];
                    }
                }
            }
            let explained = |axis: &Vec<Option<f64>>| -> f64 {
                let v: Vec<f64> = axis.iter().map(|x| x.unwrap()).collect();
                (0..columns).map(|i| (0..columns).map(|j| v[i] * gram[i][j] * v[j]).sum::<f64>()).sum()
            };
            let ours: Vec<f64> = landscape.components.iter().map(explained).collect();
            let best = jacobi(gram.clone());
            for (k, value) in ours.iter().enumerate() {
                let expected = best.get(k).copied().unwrap_or(0.0);
                prop_assert!((value - expected).abs() < 1e-8 * (1.0 + expected), "{} for {}", value, expected);
            }
        }
    }

    /// Eigenvalues, the largest first.
    fn jacobi(mut a: Vec<Vec<f64>>) -> Vec<f64> {
        let n = a.len();
        for _ in 0..60 {
            for (p, q) in (0..n).flat_map(|p| (p + 1..n).map(move |q| (p, q))) {
                if a[p][q].abs() < 1e-15 {
                    continue;
                }
                let (sin, cos) = (0.5 * (2.0 * a[p][q]).atan2(a[q][q] - a[p][p])).sin_cos();
                for row in &mut a {
                    (row[p], row[q]) = (cos * row[p] - sin * row[q], sin * row[p] + cos * row[q]);
                }
                let (above, below) = a.split_at_mut(q);
                for (x, y) in above[p].iter_mut().zip(&mut below[0]) {
                    (*x, *y) = (cos * *x - sin * *y, sin * *x + cos * *y);
                }
            }
        }
        let mut values: Vec<f64> = (0..n).map(|i| a[i][i]).collect();
        values.sort_by(|x, y| y.total_cmp(x));
        values
    }
}
