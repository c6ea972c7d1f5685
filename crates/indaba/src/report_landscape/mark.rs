//! The colour of a group and the shape of its dots: both go with its letter, which stays with the group.

use landscape::Shape;

const SHAPES: [Shape; 5] = [Shape::Circle, Shape::Diamond, Shape::Square, Shape::Triangle, Shape::Cross];

/// The colour of each group by its id, 1 to 5 as the classes `g1` to `g5`: A has the first, B the second, and so on; a
/// label that is no letter goes by its place. What another has already is taken by none while there are others.
pub(super) fn colours(ids: &[&str]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..ids.len()).collect();
    order.sort_by_key(|place| letter(ids[*place]).unwrap_or(usize::MAX));
    let mut colours = vec![0; ids.len()];
    for place in order {
        let wanted = letter(ids[place]).unwrap_or(place) % SHAPES.len() + 1;
        let mut free = [wanted].into_iter().chain(1..=SHAPES.len()).filter(|colour| !colours.contains(colour));
        colours[place] = free.next().unwrap_or(wanted);
    }
    colours
}

/// The shape that goes with a colour.
pub(super) fn shape(colour: usize) -> Shape {
    SHAPES[(colour + SHAPES.len() - 1) % SHAPES.len()]
}

/// The place of a letter in the alphabet.
fn letter(id: &str) -> Option<usize> {
    match id.as_bytes() {
        [letter @ b'A'..=b'Z'] => Some(usize::from(letter - b'A')),
        _ => None,
    }
}
