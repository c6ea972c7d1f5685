//! Pictures: lines over years with a band, and the largest corridors as bands between two columns of countries.
//! Classes and presentation attributes only, so that a picture passes the strictest content-security policy; each stands
//! beside its table.

use std::fmt::Write;

/// Width of a drawing in its own units: text keeps a readable size on a phone.
const WIDTH: f64 = 360.0;

/// What a line is drawn like; lines are told apart by stroke, not by colour alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stroke {
    /// The one that it is about.
    Full,
    /// What it is compared with.
    Dotted,
    /// A third.
    Dashed,
}

/// One line.
#[derive(Debug)]
pub struct Line {
    /// Written in the legend.
    pub label: String,
    /// How it is drawn.
    pub stroke: Stroke,
    /// Year and value.
    pub points: Vec<(i32, f64)>,
}

/// Lines over years.
#[allow(missing_debug_implementations)]
pub struct Lines<'a> {
    /// Distinguishes it in the page.
    pub id: &'a str,
    /// What it shows.
    pub title: &'a str,
    /// What can be read from it.
    pub desc: &'a str,
    /// In the order in which they are drawn.
    pub lines: &'a [Line],
    /// Year, lower and upper end of a band.
    pub band: &'a [(i32, f64, f64)],
    /// How a value is written.
    pub value: &'a dyn Fn(f64) -> String,
}

/// Width of a drawing of lines: four of them stand side by side.
const NARROW: f64 = 240.0;
const TOP: f64 = 24.0;
const BOTTOM: f64 = 120.0;
const START: f64 = 6.0;
const END: f64 = 234.0;
/// Height of a line of the legend.
const LEGEND: f64 = 16.0;

struct Scale {
    years: (i32, i32),
    values: (f64, f64),
}

impl Scale {
    fn of(drawn: &Lines<'_>) -> Option<Scale> {
        let points = || drawn.lines.iter().flat_map(|line| line.points.iter().copied());
        let band = drawn.band.iter().flat_map(|(year, low, high)| [(*year, *low), (*year, *high)]);
        let all: Vec<(i32, f64)> = points().chain(band).collect();
        let years = (all.iter().map(|p| p.0).min()?, all.iter().map(|p| p.0).max()?);
        let most = all.iter().map(|p| p.1).fold(f64::MIN, f64::max);
        let least = all.iter().map(|p| p.1).fold(f64::MAX, f64::min);
        // From nothing where that leaves room to see anything: a cut axis exaggerates. It is cut only for a change that
        // can be read off, so that a steady figure is a line at the top and not a line without a scale.
        let seen = (drawn.value)(least) != (drawn.value)(most);
        let cut = seen && least > 0.0 && least > most * 0.8;
        // Where there is less than nothing the line of nothing is inside, and the lowest label has room below.
        let (least, most) = match (cut, least < 0.0) {
            (true, _) => (least - (most - least).max(most * 0.01), most),
            (false, true) => (least - (most.max(0.0) - least) * 0.2, most.max(0.0)),
            (false, false) => (0.0, most),
        };
        Some(Scale { years, values: (least, if most > least { most } else { least + 1.0 }) })
    }

    fn x(&self, year: i32) -> f64 {
        let span = f64::from((self.years.1 - self.years.0).max(1));
        START + f64::from(year - self.years.0) / span * (END - START)
    }

    fn y(&self, value: f64) -> f64 {
        BOTTOM - (value - self.values.0) / (self.values.1 - self.values.0) * (BOTTOM - TOP)
    }
}

/// Draws lines; nothing where there are no points.
pub fn lines(drawn: &Lines<'_>) -> String {
    let Some(scale) = Scale::of(drawn) else { return String::new() };
    let shown: Vec<&Line> = drawn.lines.iter().filter(|line| !line.points.is_empty()).collect();
    let height = BOTTOM + 24.0 + LEGEND * shown.len() as f64;
    let mut out = opening(drawn.id, (NARROW, height), drawn.title, drawn.desc, "trend");
    if drawn.band.len() > 1 {
        let upper = drawn.band.iter().map(|(year, _, high)| (*year, *high));
        let lower = drawn.band.iter().rev().map(|(year, low, _)| (*year, *low));
        let outline = path(&scale, upper.chain(lower));
        let _ = write!(out, "<path class=\"g0\" d=\"{outline}z\" fill=\"currentColor\" fill-opacity=\".16\"/>");
    }
    let (bottom, low) = (BOTTOM, (drawn.value)(scale.values.0));
    let _ = write!(
        out,
        "<path class=\"g0\" d=\"M{START} {bottom}H{END}\" stroke=\"currentColor\"/>{}{}{}{}",
        text(START, bottom + 17.0, "start", &scale.years.0.to_string()),
        text(END, bottom + 17.0, "end", &scale.years.1.to_string()),
        text(START, 13.0, "start", &(drawn.value)(scale.values.1)),
        if scale.values.0 == 0.0 { String::new() } else { text(START, bottom - 4.0, "start", &low) },
    );
    if scale.values.0 < 0.0 {
        let y = scale.y(0.0);
        let _ = write!(
            out,
            "<path class=\"g0\" d=\"M{START} {y:.1}H{END}\" stroke=\"currentColor\" stroke-opacity=\".4\"/>"
        );
    }
    for (place, line) in shown.iter().enumerate() {
        let (class, dash) = match line.stroke {
            Stroke::Full => ("g1", ""),
            Stroke::Dotted => ("g0", " stroke-dasharray=\"2 4\""),
            Stroke::Dashed => ("g2", " stroke-dasharray=\"8 4\""),
        };
        let along = path(&scale, line.points.iter().copied());
        let _ = write!(
            out,
            "<path class=\"{class}\" d=\"{along}\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"{dash}/>"
        );
        let y = BOTTOM + 34.0 + LEGEND * place as f64;
        let _ = write!(
            out,
            "<path class=\"{class}\" d=\"M{START} {}h24\" stroke=\"currentColor\" stroke-width=\"2\"{dash}/>{}",
            y - 4.0,
            text(START + 30.0, y, "start", &line.label)
        );
    }
    out + "</svg>"
}

fn path(scale: &Scale, points: impl Iterator<Item = (i32, f64)>) -> String {
    let mut out = String::new();
    for (place, (year, value)) in points.enumerate() {
        let _ = write!(out, "{}{:.1} {:.1}", if place == 0 { 'M' } else { 'L' }, scale.x(year), scale.y(value));
    }
    out
}

/// A band from one country to another: names and people.
pub type Flow = (String, String, f64);

/// Gap between two countries of a column.
const GAP: f64 = 6.0;
/// Where the columns stand.
const COLUMNS: (f64, f64) = (122.0, 238.0);

/// Draws corridors as bands from origins on the left to destinations on the right; widths are shares of the sum.
pub fn flows(id: &str, title: &str, desc: &str, flows: &[Flow]) -> String {
    let total: f64 = flows.iter().map(|f| f.2).sum();
    if total <= 0.0 {
        return String::new();
    }
    let (left, right) = (column(flows, |f| &f.0), column(flows, |f| &f.1));
    let height = 18.0 * left.len().max(right.len()) as f64 + 120.0;
    let mut out = opening(id, (WIDTH, height), title, desc, "flows");
    let scale = fitting(&left, height, total).min(fitting(&right, height, total));
    let (from, to) = (stack(&left, scale, height), stack(&right, scale, height));
    let (mut used_from, mut used_to) = (vec![0.0; left.len()], vec![0.0; right.len()]);
    for flow in flows {
        let place = |column: &[(String, f64)], name: &str| column.iter().position(|(n, _)| n == name).unwrap_or(0);
        let (a, b) = (place(&left, &flow.0), place(&right, &flow.1));
        let thick = flow.2 * scale;
        let (y0, y1) = (from[a] + used_from[a], to[b] + used_to[b]);
        (used_from[a], used_to[b]) = (used_from[a] + thick, used_to[b] + thick);
        let (x0, x1, middle) = (COLUMNS.0 + 5.0, COLUMNS.1 - 5.0, f64::midpoint(COLUMNS.0, COLUMNS.1));
        let _ = write!(
            out,
            "<path class=\"g1\" d=\"M{x0} {y0:.1}C{middle} {y0:.1} {middle} {y1:.1} {x1} {y1:.1}V{:.1}C{middle} {:.1} \
             {middle} {:.1} {x0} {:.1}z\" fill=\"currentColor\" fill-opacity=\".35\"/>",
            y1 + thick,
            y1 + thick,
            y0 + thick,
            y0 + thick
        );
    }
    names_of(&mut out, &left, &from, scale, true);
    names_of(&mut out, &right, &to, scale, false);
    out + "</svg>"
}

/// Names of one side with their sums, in the order of their first band.
fn column(flows: &[Flow], side: fn(&Flow) -> &String) -> Vec<(String, f64)> {
    let mut list: Vec<(String, f64)> = Vec::new();
    for flow in flows {
        match list.iter_mut().find(|(name, _)| name == side(flow)) {
            Some((_, sum)) => *sum += flow.2,
            None => list.push((side(flow).clone(), flow.2)),
        }
    }
    list
}

/// Least height of a country: that of its name.
const NAME: f64 = 12.0;

/// The largest height of a person at which a column fits, names and gaps included.
fn fitting(column: &[(String, f64)], height: f64, total: f64) -> f64 {
    let need = |scale: f64| column.iter().map(|(_, v)| (v * scale).max(NAME) + GAP).sum::<f64>();
    let mut scale = height / total;
    // Names alone take 18 of each place, so that some scale fits; each step takes a twentieth.
    for _ in 0..200 {
        if need(scale) <= height {
            break;
        }
        scale *= 0.95;
    }
    scale
}

/// Where each begins. A thin band gets the height of its name.
fn stack(column: &[(String, f64)], scale: f64, height: f64) -> Vec<f64> {
    let need: f64 = column.iter().map(|(_, v)| (v * scale).max(NAME)).sum();
    let gap = ((height - need) / column.len().max(1) as f64).clamp(0.5, GAP * 3.0);
    let mut y = gap / 2.0;
    let mut places = Vec::new();
    for (_, value) in column {
        places.push(y);
        y += (value * scale).max(NAME) + gap;
    }
    places
}

fn names_of(out: &mut String, column: &[(String, f64)], places: &[f64], scale: f64, left: bool) {
    for ((name, value), y) in column.iter().zip(places) {
        let thick = (value * scale).max(1.0);
        let (bar, x, anchor) =
            if left { (COLUMNS.0, COLUMNS.0 - 4.0, "end") } else { (COLUMNS.1 - 5.0, COLUMNS.1 + 4.0, "start") };
        let _ = write!(
            out,
            "<rect class=\"g1\" x=\"{bar}\" y=\"{y:.1}\" width=\"5\" height=\"{thick:.1}\" fill=\"currentColor\"/>{}",
            text(x, y + (thick / 2.0).max(6.0) + 4.0, anchor, &short(name))
        );
    }
}

/// As much of a name as the margin holds; the table has it whole.
pub(super) fn short(name: &str) -> String {
    const MOST: usize = 17;
    let bare = name.split(" (").next().unwrap_or(name);
    if bare.chars().count() <= MOST { bare.to_owned() } else { bare.chars().take(MOST - 1).chain(['…']).collect() }
}

pub(super) fn opening(id: &str, (width, height): (f64, f64), title: &str, desc: &str, class: &str) -> String {
    format!(
        "<svg class=\"map {class}\" viewBox=\"0 0 {width} {height:.0}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\
         <title id=\"{id}-t\">{}</title><desc id=\"{id}-d\">{}</desc>",
        escaped(title),
        escaped(desc)
    )
}

fn text(x: f64, y: f64, anchor: &str, words: &str) -> String {
    format!(
        "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"12\" text-anchor=\"{anchor}\" class=\"label\">{}</text>",
        escaped(words)
    )
}

pub(super) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
