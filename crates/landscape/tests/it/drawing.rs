//! The map.

use landscape::{
    MOST_ELLIPSES, Note, Options, Shape, indaba, picture, pictures, polis, suppress, svg, svg_with_ellipses,
};

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
    assert!(plain.typical_ellipse(None).is_none() && svg_with_ellipses(&plain, "Map", "").contains("reach\"></g>"));

    // On request, and of the sizes that are told.
    assert!(!svg(&map, "Map", "").contains("reach"));
    let drawn = svg_with_ellipses(&map, "Map", "");
    let ellipses = drawn.split_once("class=\"reach\">").and_then(|(_, rest)| rest.split_once("</g>")).unwrap().0;
    assert_eq!(ellipses.matches('M').count(), map.ellipses().count());
    assert_eq!(map.ellipses().count(), map.dots.len());
    let [across, up] = map.typical_ellipse(None).unwrap();
    assert!(across > 0.0 && across < 1.0 && (0.0..1.0).contains(&up), "{across} {up}");
}

#[test]
fn without_participants_there_are_no_ellipses() {
    let (rows, statements) = two_camps();
    let mut shown = suppress(&polis(&votes(&rows), &statements, &Options::default()), 5);
    shown.participants = None;
    let map = picture(&shown).unwrap();
    assert!(map.dots.is_empty() && map.ellipses().next().is_none());
}

#[test]
fn two_maps_have_one_scale() {
    let (rows, statements) = two_camps();
    let now = polis(&votes(&rows), &statements, &Options::default());
    let mut wider = now.clone();
    for place in wider.participants.iter_mut().flatten() {
        place.position = place.position.map(|x| x * 2.0);
    }
    let maps = pictures(&[&now, &wider]);
    let across = |map: &landscape::MapPicture| {
        let xs = || map.dots.iter().map(|dot| dot.x);
        xs().fold(f64::NEG_INFINITY, f64::max) - xs().fold(f64::INFINITY, f64::min)
    };
    let [narrow, wide] = [0, 1].map(|n| across(maps[n].as_ref().unwrap()));
    assert!((wide / narrow - 2.0).abs() < 0.05, "{narrow} {wide}");
    assert_eq!(pictures(&[&now]), [picture(&now)]);

    // On one line nothing is left empty above and below it.
    let mut flat = now.clone();
    flat.participants.iter_mut().flatten().for_each(|p| p.position[1] = 0.0);
    flat.groups.clear();
    let map = picture(&flat).unwrap();
    assert!(map.height < map.width / 2.0 && map.dots.iter().all(|dot| (dot.y - map.height / 2.0).abs() < 1e-9));
}

#[test]
fn on_a_line_nobody_stands_on_another() {
    let (rows, statements) = two_camps();
    let mut line = polis(&votes(&rows), &statements, &Options::default());
    let half = line.participants.as_ref().unwrap().len() / 2;
    let places = line.participants.iter_mut().flatten().enumerate();
    places.for_each(|(i, p)| p.position = [if i < half { -1.0 } else { i as f64 / 40.0 }, 0.0]);
    line.groups.iter_mut().for_each(|g| g.ellipse.as_mut().unwrap().radii[1] = 0.0);
    line.notes.push(Note::OneAxis);
    let map = picture(&line).unwrap();
    assert!(map.is_line && map.groups.iter().all(|g| g.ring.radii[1] >= 20.0));
    let apart = |a: &landscape::Dot, b: &landscape::Dot| (a.x - b.x).hypot(a.y - b.y);
    let pairs = map.dots.iter().enumerate().flat_map(|(i, a)| map.dots[..i].iter().map(move |b| apart(a, b)));
    assert!(pairs.fold(f64::INFINITY, f64::min) > 3.0, "{:?}", map.dots);
    assert!(map.dots.iter().all(|dot| dot.y > 0.0 && dot.y < map.height));
    // Who stands where on the line is as before.
    line.notes.pop();
    let flat = picture(&line).unwrap();
    assert!(!flat.is_line && flat.dots.iter().zip(&map.dots).all(|(a, b)| (a.x - b.x).abs() < 1e-12));
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

    let known = picture(&indaba(&votes(&rows), &statements(12), &Options::default())).unwrap();
    let ellipses = known.ellipses().count();
    assert!(ellipses > MOST_ELLIPSES / 2 && ellipses <= MOST_ELLIPSES, "{ellipses} of {}", known.dots.len());
}
