//! The map.

use landscape::{Options, Shape, indaba, picture, polis, svg};

use crate::dialogues::{row, statements, two_camps, votes};

#[test]
fn the_map_is_drawn_like_this() {
    let (rows, statements) = two_camps();
    let map = picture(&polis(&votes(&rows), &statements, &Options::default())).unwrap();
    assert_eq!((map.dots.len(), map.of), (20, 20));
    assert_eq!(
        map.groups.iter().map(|g| (g.shape, g.colour)).collect::<Vec<_>>(),
        [(Shape::Circle, 1), (Shape::Diamond, 2)]
    );
    let drawn = svg(&map, "Map", "Two groups");
    for part in ["role=\"img\"", "<title id=", "class=\"dots g1\"", "class=\"ring g2\"", ">A \u{b7} 12</text>"] {
        assert!(drawn.contains(part), "{part} is not in {drawn}");
    }
    assert_eq!(drawn, svg(&map, "Map", "Two groups"));
}

#[test]
fn how_surely_each_stands_there_is_told_where_the_method_knows() {
    let (rows, statements) = two_camps();
    let options = Options::default();
    let landscape = indaba(&votes(&rows), &statements, &options);
    let map = picture(&landscape).unwrap();
    assert!(map.dots.iter().all(|dot| dot.reach.is_some_and(|[x, y]| x > 0.0 && y >= 0.0)));
    // One scale for the map and for what is drawn about a dot.
    let se: Vec<f64> = landscape.participants.iter().flatten().map(|p| p.se[0]).collect();
    let scales: Vec<f64> = map.dots.iter().zip(&se).map(|(dot, se)| dot.reach.unwrap()[0] / se).collect();
    assert!(scales.iter().all(|scale| (scale / scales[0] - 1.0).abs() < 1e-9));
    let plain = picture(&polis(&votes(&rows), &statements, &options)).unwrap();
    assert!(plain.dots.iter().all(|dot| dot.reach.is_none()));
}

#[test]
fn a_hall_of_thousands_fits_on_a_page() {
    let answer = |p: usize, s: usize| match (p * 7919 + s * 104_729 + p * s) % 10 {
        0 => 0,
        1..=3 => -1,
        _ if p.is_multiple_of(3) == s.is_multiple_of(2) => -1,
        _ => 1,
    };
    let rows: Vec<_> = (0..4000).flat_map(|p| (0..12).map(move |s| row(p, s, answer(p, s)))).collect();
    let map = picture(&polis(&votes(&rows), &statements(12), &Options::default())).unwrap();
    assert_eq!((map.dots.len(), map.of), (1500, 4000));
    let drawn = svg(&map, "Map", "");
    assert!(drawn.len() < 60_000, "{} bytes", drawn.len());
}
