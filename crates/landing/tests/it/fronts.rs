//! Published fronts of knapsack problems: every point, none extra, two to four objectives.

use crate::shared;
use landing::engine::{Linear, Model, Row, Watch, frontier, solver};
use std::path::Path;

fn front(capacity: i64, weights: &[i64], values: &[Vec<i64>]) -> Vec<Vec<i64>> {
    let mut model = Model::new(weights.len());
    model.add_row(Row::at_most("capacity", Linear::new(weights.iter().copied().enumerate()), capacity));
    let objectives: Vec<Linear> = values.iter().map(|v| Linear::new(v.iter().copied().enumerate())).collect();
    let front = frontier(&model, &objectives, usize::MAX, 1_000_000, solver(), &Watch::idle());
    assert!(front.complete);
    front.points.into_iter().map(|(point, _)| point).collect()
}

fn numbers(text: &str) -> Vec<i64> {
    let signs = |c: char| !(c.is_ascii_digit() || c == '-');
    text.split(signs).filter_map(|word| word.parse().ok()).collect()
}

fn descending(mut points: Vec<Vec<i64>>) -> Vec<Vec<i64>> {
    points.sort_by(|a, b| b.cmp(a));
    points.dedup();
    points
}

/// n m, capacity, n lines of weight and m values, the number of points, the points.
fn mobkp(folder: &Path, name: &str) {
    let n = numbers(&std::fs::read_to_string(folder.join("mobkp").join(name)).unwrap());
    let (items, wide, capacity) = (n[0] as usize, n[1] as usize, n[2]);
    let row = |i: usize| &n[3 + i * (wide + 1)..3 + (i + 1) * (wide + 1)];
    let weights: Vec<i64> = (0..items).map(|i| row(i)[0]).collect();
    let values: Vec<Vec<i64>> = (1..=wide).map(|k| (0..items).map(|i| row(i)[k]).collect()).collect();
    let rest = &n[3 + items * (wide + 1)..];
    let text = std::fs::read_to_string(folder.join("mobkp").join(name)).unwrap();
    let points: Vec<Vec<i64>> = text
        .lines()
        .skip(3 + items)
        .take(rest[0] as usize)
        .map(|line| line.split_whitespace().take(wide).map(|word| word.parse().unwrap()).collect())
        .collect();
    assert_eq!(front(capacity, &weights, &values), descending(points), "{name}");
}

fn kirlik(folder: &Path, name: &str) {
    let read = |ending: &str| std::fs::read_to_string(folder.join("kirlik").join(format!("{name}{ending}"))).unwrap();
    let n = numbers(&read(".dat"));
    let (wide, items, capacity) = (n[0] as usize, n[1] as usize, n[2]);
    let row = |k: usize| n[3 + k * items..3 + (k + 1) * items].to_vec();
    let values: Vec<Vec<i64>> = (0..wide).map(row).collect();
    let text = read(".Y.txt");
    let points = text.lines().map(numbers).filter(|p| !p.is_empty());
    let points = points.map(|p| p.into_iter().map(|v| -v).collect()).collect();
    assert_eq!(front(capacity, &row(wide), &values), descending(points), "{name}");
}

/// The published fronts of two objectives; how many.
pub fn two(data: &Path) -> usize {
    let folder = data.join("frontiers");
    mobkp(&folder, "random_2D_25_1.in");
    mobkp(&folder, "random_2D_100_1.in");
    2
}

/// The one of voptlib.
pub fn voptlib(data: &Path) -> usize {
    let folder = data.join("frontiers/voptlib");
    let text = std::fs::read_to_string(folder.join("instances_1A_2KP50-11.dat")).unwrap();
    let plain: String = text.lines().filter(|line| !line.starts_with('#')).collect::<Vec<_>>().join("\n");
    let n = numbers(&plain);
    let row = |k: usize| n[3 + k * 50..3 + (k + 1) * 50].to_vec();
    let text = std::fs::read_to_string(folder.join("Y_2KP50-11.min")).unwrap();
    let points = text.lines().map(numbers).filter(|p| !p.is_empty()).collect();
    assert_eq!(front(n[153], &row(2), &[row(0), row(1)]), descending(points));
    1
}

/// Those of three objectives; how many.
pub fn three(data: &Path) -> usize {
    let folder = data.join("frontiers");
    mobkp(&folder, "random_3D_30_5.in");
    kirlik(&folder, "KP_p-3_n-10_ins-1");
    kirlik(&folder, "KP_p-3_n-20_ins-1");
    3
}

/// Those of four objectives; how many.
pub fn four(data: &Path) -> usize {
    let folder = data.join("frontiers");
    mobkp(&folder, "random_4D_20_1.in");
    kirlik(&folder, "KP_p-4_n-20_ins-1");
    2
}

#[test]
fn two_objectives() {
    let Some(data) = shared::data() else { return };
    assert_eq!(two(&data), 2);
}

#[test]
fn two_objectives_of_voptlib() {
    let Some(data) = shared::data() else { return };
    assert_eq!(voptlib(&data), 1);
}

#[test]
fn three_objectives() {
    let Some(data) = shared::data() else { return };
    assert_eq!(three(&data), 3);
}

#[test]
fn four_objectives() {
    let Some(data) = shared::data() else { return };
    assert_eq!(four(&data), 2);
}

/// Objectives that say the same twice change nothing, though the front of five is found in another way.
#[test]
fn five_objectives_of_which_two_repeat() {
    let mut chance = crate::brute::Chance::new(5);
    for _ in 0..20 {
        let mut figures = || (0..9).map(|_| 1 + chance.below(30) as i64).collect::<Vec<i64>>();
        let (weights, values) = (figures(), [figures(), figures(), figures()]);
        let three = front(70, &weights, &values);
        let five = front(70, &weights, &[values.as_slice(), &values[..2]].concat());
        assert_eq!(five.iter().map(|point| point[..3].to_vec()).collect::<Vec<_>>(), three);
    }
}
