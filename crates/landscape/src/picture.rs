//! The map of participants as plain geometry, ready to be drawn.

use std::collections::BTreeMap;

use crate::{Ellipse, Landscape, Note, chance, polis::REACH};

/// Most points that are drawn: with more, nobody sees more, and the page grows.
pub const MOST_DOTS: usize = 1500;
/// Most ellipses that are drawn around dots: with more, none can be told from its neighbours.
pub const MOST_ELLIPSES: usize = 60;
const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 420.0;
const MARGIN: f64 = 34.0;
/// A dot beside which the next one can be told from it.
const DOT_APART: f64 = 7.0;
/// Half the height of a ring on a line, where it would have none.
const LINE_RING: f64 = 24.0;

/// A map in a box of `width` × `height`, y downwards.
#[derive(Debug, Clone, PartialEq)]
pub struct MapPicture {
    /// Width of the box.
    pub width: f64,
    /// Height of the box.
    pub height: f64,
    /// Whether one axis tells all: then height means nothing, and keeps the dots apart.
    pub is_line: bool,
    /// Participants, by id; a sample where there are too many to draw.
    pub dots: Vec<Dot>,
    /// How many participants the dots are a sample of.
    pub of: usize,
    /// Groups that may be shown, in the order of the landscape.
    pub groups: Vec<MapGroup>,
}

impl MapPicture {
    /// The dots around which an ellipse is drawn where that is asked for: all, or a part spread over all ids.
    pub fn ellipses(&self) -> impl Iterator<Item = (&Dot, [f64; 2])> {
        let known = || self.dots.iter().filter_map(|dot| Some((dot, dot.reach?)));
        let step = known().count().div_ceil(MOST_ELLIPSES).max(1);
        known().step_by(step)
    }

    /// The median half axes of the ellipses in a group, or of all without one, as shares of the half width and height of
    /// the box; none where nobody's are known.
    pub fn typical_ellipse(&self, group: Option<usize>) -> Option<[f64; 2]> {
        let of = self.dots.iter().filter(|dot| group.is_none() || dot.group == group);
        let all: Vec<[f64; 2]> = of.filter_map(|dot| dot.reach).collect();
        let median = |axis: usize| {
            let mut sizes: Vec<f64> = all.iter().map(|reach| reach[axis]).collect();
            sizes.sort_by(f64::total_cmp);
            sizes.get(sizes.len() / 2).copied()
        };
        Some([median(0)? * 2.0 / self.width, median(1)? * 2.0 / self.height])
    }
}

/// One participant.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dot {
    /// From the left.
    pub x: f64,
    /// From above.
    pub y: f64,
    /// Place in `MapPicture::groups`.
    pub group: Option<usize>,
    /// Half axes, along those of the map, of the ellipse where the participant stands with 80 % certainty; none where the
    /// method does not know it.
    pub reach: Option<[f64; 2]>,
}

/// One group.
#[derive(Debug, Clone, PartialEq)]
pub struct MapGroup {
    /// Its id, written beside it.
    pub id: String,
    /// Number of participants.
    pub size: u32,
    /// That number as it is written beside the id: languages separate thousands differently.
    pub written: String,
    /// 1 to 5: the class `g1` to `g5` that gives the colour.
    pub colour: usize,
    /// How its participants are drawn, so that colour is not needed.
    pub shape: Shape,
    /// Where about 80 % of it stand.
    pub ring: Ring,
}

/// An ellipse in the box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ring {
    /// Its middle, from the left.
    pub x: f64,
    /// Its middle, from above.
    pub y: f64,
    /// Half axes.
    pub radii: [f64; 2],
    /// Degrees clockwise from the horizontal to the first half axis.
    pub turn: f64,
}

/// How a participant is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// Group A.
    Circle,
    /// Group B.
    Diamond,
    /// Group C.
    Square,
    /// Group D.
    Triangle,
    /// Group E.
    Cross,
}

const SHAPES: [Shape; 5] = [Shape::Circle, Shape::Diamond, Shape::Square, Shape::Triangle, Shape::Cross];

/// Lays the map out. None where the landscape shows neither participants nor groups. Only what the landscape shows is
/// drawn: suppress first.
pub fn picture(landscape: &Landscape) -> Option<MapPicture> {
    pictures(&[landscape]).pop().flatten()
}

/// Lays several maps out to one scale about one middle, so that what lies at one place of each is the same; face them the
/// same way first ([`Landscape::facing`]).
pub fn pictures(landscapes: &[&Landscape]) -> Vec<Option<MapPicture>> {
    let shown: Vec<Visible<'_>> = landscapes.iter().flat_map(|landscape| visible(landscape)).collect();
    let places =
        landscapes.iter().flat_map(|l| l.participants.iter().flatten()).map(|p| p.position).collect::<Vec<_>>();
    let frame = Frame::around(&places, &shown);
    landscapes.iter().map(|landscape| frame.as_ref().and_then(|frame| laid_out(landscape, frame))).collect()
}

/// Id, size, middle and ellipse of a group that may be shown.
type Visible<'a> = (&'a str, u32, [f64; 2], Ellipse);

fn visible(landscape: &Landscape) -> Vec<Visible<'_>> {
    landscape.groups.iter().filter_map(|g| Some((g.id.as_str(), g.size?, g.center?, g.ellipse?))).collect()
}

fn laid_out(landscape: &Landscape, frame: &Frame) -> Option<MapPicture> {
    let everybody = landscape.participants.as_deref().unwrap_or_default();
    let visible = visible(landscape);
    let no_map = landscape.notes.iter().any(|note| matches!(note, Note::NoVariation | Note::TooFewToTell));
    if no_map || everybody.is_empty() && visible.is_empty() {
        return None;
    }
    let drawn = sample(everybody.iter().map(|p| p.id.as_str()), landscape.seed);
    let place_of = |group: &Option<String>| visible.iter().position(|(id, ..)| Some(*id) == group.as_deref());
    let dot = |i: usize| {
        let [x, y] = frame.place(everybody[i].position);
        let reach = frame.reach(&everybody[i].se);
        Dot { x, y, group: place_of(&everybody[i].group), reach }
    };
    let mut picture = MapPicture {
        width: WIDTH,
        height: frame.height,
        is_line: landscape.notes.contains(&Note::OneAxis),
        dots: drawn.into_iter().map(dot).collect(),
        of: everybody.len(),
        groups: visible.iter().enumerate().map(|(i, group)| frame.group(i, group)).collect(),
    };
    if picture.is_line {
        stack(&mut picture.dots, frame.height);
        picture.groups.iter_mut().for_each(|group| group.ring.radii[1] = group.ring.radii[1].max(LINE_RING));
    }
    Some(picture)
}

/// On a line, those who would lie on each other stand above and below it in turn, as in a dot plot.
fn stack(dots: &mut [Dot], height: f64) {
    let mut columns: BTreeMap<i64, Vec<&mut Dot>> = BTreeMap::new();
    for dot in dots {
        columns.entry((dot.x / DOT_APART).floor() as i64).or_default().push(dot);
    }
    let highest = columns.values().map(Vec::len).max().unwrap_or(0);
    let apart = ((height - 2.0 * MARGIN) / highest.max(1) as f64).min(DOT_APART);
    for column in columns.into_values() {
        for (place, dot) in column.into_iter().enumerate() {
            let level = place.div_ceil(2) as f64;
            dot.y += if place.is_multiple_of(2) { level * apart } else { -level * apart };
        }
    }
}

/// Which participants are drawn: all, or as many as fit, by a number that depends on id and seed alone.
fn sample<'a>(ids: impl Iterator<Item = &'a str>, seed: u64) -> Vec<usize> {
    let mut lots: Vec<(u64, usize)> = ids.enumerate().map(|(i, id)| (chance::of_text(id, seed), i)).collect();
    if lots.len() > MOST_DOTS {
        lots.select_nth_unstable(MOST_DOTS);
        lots.truncate(MOST_DOTS);
    }
    let mut drawn: Vec<usize> = lots.into_iter().map(|(_, i)| i).collect();
    drawn.sort_unstable();
    drawn
}

/// From units of the map to the box; one scale for both axes, so that distances stay true.
struct Frame {
    middle: [f64; 2],
    scale: f64,
    /// Of the box: half as high where everything lies on or near one line.
    height: f64,
}

impl Frame {
    fn around(places: &[[f64; 2]], groups: &[Visible<'_>]) -> Option<Self> {
        let ranges = [0, 1].map(|k| {
            let reach =
                groups.iter().flat_map(|(_, _, center, e)| [center[k] - extent(e)[k], center[k] + extent(e)[k]]);
            let all = bulk(places.iter().map(|p| p[k])).into_iter().chain(reach);
            all.fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), x| (low.min(x), high.max(x)))
        });
        let middle = ranges.map(|(low, high)| f64::midpoint(low, high));
        let span = ranges.map(|(low, high)| (high - low).max(1e-9));
        let room = [WIDTH - 2.0 * MARGIN, HEIGHT - 2.0 * MARGIN];
        let scale = (room[0] / span[0]).min(room[1] / span[1]);
        // Where all stand at one place, any scale will do.
        let scale = if span[0].max(span[1]) < 1e-6 { 1.0 } else { scale };
        let height = if span[1] * scale + 2.0 * MARGIN < HEIGHT / 2.0 { HEIGHT / 2.0 } else { HEIGHT };
        middle.iter().all(|x| x.is_finite()).then_some(Self { middle, scale, height })
    }

    /// From standard errors to the half axes of an ellipse.
    fn reach(&self, se: &[f64]) -> Option<[f64; 2]> {
        let [x, y] = *se else { return None };
        Some([x, y].map(|se| se * REACH.sqrt() * self.scale))
    }

    /// A point; the few far outside stand on the margin.
    fn place(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let x = WIDTH / 2.0 + (x - self.middle[0]) * self.scale;
        let y = self.height / 2.0 - (y - self.middle[1]) * self.scale;
        [x.clamp(MARGIN / 2.0, WIDTH - MARGIN / 2.0), y.clamp(MARGIN / 2.0, self.height - MARGIN / 2.0)]
    }

    fn group(&self, i: usize, (id, size, center, ellipse): &Visible<'_>) -> MapGroup {
        let [x, y] = self.place(*center);
        let radii = ellipse.radii.map(|r| (r * self.scale).max(6.0));
        MapGroup {
            id: (*id).into(),
            size: *size,
            written: size.to_string(),
            colour: i % SHAPES.len() + 1,
            shape: SHAPES[i % SHAPES.len()],
            ring: Ring { x, y, radii, turn: -ellipse.angle.to_degrees() },
        }
    }
}

/// From the 1st to the 99th percentile: one participant with a single response must not shrink all others.
fn bulk(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    let cut = values.len() / 100;
    let low = values.get(cut).copied();
    low.into_iter().chain(values.iter().rev().nth(cut).copied()).collect()
}

/// How far an ellipse reaches along the axes of the map.
fn extent(ellipse: &Ellipse) -> [f64; 2] {
    let ([a, b], (sin, cos)) = (ellipse.radii, ellipse.angle.sin_cos());
    [(a * cos).hypot(b * sin), (a * sin).hypot(b * cos)]
}
