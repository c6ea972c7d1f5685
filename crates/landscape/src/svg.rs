//! The map as SVG: classes and presentation attributes only, so that it passes the strictest content-security policy.

use std::fmt::Write;

use crate::{MapGroup, MapPicture, Shape, chance};

/// Draws the map. `title` and `desc` are read out in its place; they are escaped here. Classes: `map`, `dots`, `ring`,
/// `name`, and for the colour `g1`..`g5` (`g0` without a group), to be given as CSS `color`.
pub fn svg(picture: &MapPicture, title: &str, desc: &str) -> String {
    drawn(picture, "", title, desc)
}

/// The same with an ellipse around each of [`MapPicture::ellipses`], all in one element of the class `reach`.
pub fn svg_with_ellipses(picture: &MapPicture, title: &str, desc: &str) -> String {
    let groups = (0..picture.groups.len()).map(Some).chain([None]);
    let all: String = groups.map(|group| ellipses(picture, group)).collect();
    drawn(picture, &format!("<g class=\"reach\">{all}</g>"), title, desc)
}

fn drawn(picture: &MapPicture, ellipses: &str, title: &str, desc: &str) -> String {
    let id = format!("map-{:x}", chance::of_text(title, 0) & 0xff_ffff);
    let mut out = format!(
        "<svg class=\"map\" viewBox=\"0 0 {} {}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\
         <title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
        tenth(picture.width),
        tenth(picture.height),
        escaped(title),
        escaped(desc),
    );
    out += &dots(picture, None, Shape::Circle, "g0");
    for (place, group) in picture.groups.iter().enumerate() {
        out += &dots(picture, Some(place), group.shape, &format!("g{}", group.colour));
    }
    out += ellipses;
    picture.groups.iter().for_each(|group| out += &ring(group));
    picture.groups.iter().for_each(|group| out += &name(group, picture));
    out + "</svg>"
}

/// All participants of a group in one path: a third of the bytes of as many elements.
fn dots(picture: &MapPicture, group: Option<usize>, shape: Shape, class: &str) -> String {
    let mut path = String::new();
    for dot in picture.dots.iter().filter(|dot| dot.group == group) {
        let (x, y, outline) = match shape {
            Shape::Circle => (dot.x - 3.0, dot.y, "a3 3 0 1 0 6 0 3 3 0 1 0-6 0"),
            Shape::Diamond => (dot.x, dot.y - 4.0, "l4 4-4 4-4-4z"),
            Shape::Square => (dot.x - 3.0, dot.y - 3.0, "h6v6h-6z"),
            Shape::Triangle => (dot.x, dot.y - 4.0, "l4 7h-8z"),
            Shape::Cross => (dot.x - 1.0, dot.y - 4.0, "h2v3h3v2h-3v3h-2v-3h-3v-2h3z"),
        };
        // Writing to a String cannot fail.
        let _ = write!(path, "M{} {}{outline}", tenth(x), tenth(y));
    }
    if path.is_empty() {
        return path;
    }
    format!("<path class=\"dots {class}\" fill=\"currentColor\" fill-opacity=\".55\" d=\"{path}\"/>")
}

fn ellipses(picture: &MapPicture, group: Option<usize>) -> String {
    let mut path = String::new();
    for (dot, reach) in picture.ellipses().filter(|(dot, _)| dot.group == group) {
        // One that is known for sure, or has one axis only, is still seen.
        let [rx, ry] = reach.map(|half| half.max(4.0));
        let ([x, y], [rx, ry, width]) = ([dot.x - rx, dot.y].map(tenth), [rx, ry, rx * 2.0].map(tenth));
        // Writing to a String cannot fail.
        let _ = write!(path, "M{x} {y}a{rx} {ry} 0 1 0 {width} 0 {rx} {ry} 0 1 0-{width} 0");
    }
    if path.is_empty() {
        return path;
    }
    let colour = group.and_then(|place| picture.groups.get(place)).map_or(0, |group| group.colour);
    format!("<path class=\"g{colour}\" fill=\"none\" stroke=\"currentColor\" stroke-opacity=\".5\" d=\"{path}\"/>")
}

fn ring(group: &MapGroup) -> String {
    let ring = &group.ring;
    let [x, y, rx, ry, turn] = [ring.x, ring.y, ring.radii[0], ring.radii[1], ring.turn].map(tenth);
    format!(
        "<ellipse class=\"ring g{}\" cx=\"{x}\" cy=\"{y}\" rx=\"{rx}\" ry=\"{ry}\" transform=\"rotate({turn} {x} {y})\" \
         fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/>",
        group.colour
    )
}

/// Letter and size above the ring.
fn name(group: &MapGroup, picture: &MapPicture) -> String {
    let (ring, (sin, cos)) = (&group.ring, group.ring.turn.to_radians().sin_cos());
    let above = (ring.radii[0] * sin).hypot(ring.radii[1] * cos);
    let x = ring.x.clamp(40.0, picture.width - 40.0);
    let y = (ring.y - above - 7.0).clamp(18.0, picture.height - 8.0);
    format!(
        "<text class=\"name g{}\" x=\"{}\" y=\"{}\" text-anchor=\"middle\" font-weight=\"700\" fill=\"currentColor\">{} \
         \u{b7} {}</text>",
        group.colour,
        tenth(x),
        tenth(y),
        escaped(&group.id),
        escaped(&group.written)
    )
}

/// One decimal is a tenth of a pixel; no minus before 0, no `.0`.
fn tenth(x: f64) -> String {
    let rounded = (x * 10.0).round() / 10.0;
    format!("{}", if rounded == 0.0 { 0.0 } else { rounded })
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out += "&amp;",
            '<' => out += "&lt;",
            '>' => out += "&gt;",
            '"' => out += "&quot;",
            '\'' => out += "&#39;",
            // XML has no way to write these.
            c if c.is_control() && !c.is_ascii_whitespace() => {}
            c => out.push(c),
        }
    }
    out
}
