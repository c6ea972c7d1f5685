//! Pictures: lines over years with a band, and the largest corridors as bands between two columns of countries. There are
//! no coordinates in the pack, hence no map. Classes and presentation attributes only, so that a picture passes the
//! strictest content-security policy; each stands beside its table.

use std::fmt::Write;

/// Width of a drawing in its own units: text keeps a readable size on a phone.
const WIDTH: f64 = 360.0;

/// What a line is drawn like; lines are told apart by stroke, end mark and letter, not by colour alone.
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
    /// Written at its end.
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

const TOP: f64 = 24.0;
const BOTTOM: f64 = 140.0;
const START: f64 = 8.0;
const END: f64 = 352.0;

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
        // From nothing where that leaves room to see anything: a cut axis exaggerates.
        let least =
            if least > 0.0 && least > most * 0.8 { least - (most - least).max(most * 0.01) } else { least.min(0.0) };
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
    let mut out = opening(drawn.id, 164.0, drawn.title, drawn.desc, "trend");
    if drawn.band.len() > 1 {
        let upper = drawn.band.iter().map(|(year, _, high)| (*year, *high));
        let lower = drawn.band.iter().rev().map(|(year, low, _)| (*year, *low));
        let outline = path(&scale, upper.chain(lower));
        let _ = write!(out, "<path class=\"g0\" d=\"{outline}z\" fill=\"currentColor\" fill-opacity=\".16\"/>");
    }
    let (bottom, low) = (scale.y(scale.values.0), (drawn.value)(scale.values.0));
    let _ = write!(
        out,
        "<path class=\"g0\" d=\"M{START} {bottom}H{END}\" stroke=\"currentColor\"/>{}{}{}{}",
        text(START, bottom + 17.0, "start", &scale.years.0.to_string()),
        text(END, bottom + 17.0, "end", &scale.years.1.to_string()),
        text(START, 13.0, "start", &(drawn.value)(scale.values.1)),
        text(WIDTH / 2.0, bottom + 17.0, "middle", &low),
    );
    let mut taken: Vec<f64> = Vec::new();
    for line in drawn.lines.iter().filter(|line| !line.points.is_empty()) {
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
        let (last, value) = line.points[line.points.len() - 1];
        let mut at = (scale.y(value) - 6.0).clamp(12.0, BOTTOM - 4.0);
        // Labels of lines that meet stand above each other.
        while let Some(near) = taken.iter().find(|y| (**y - at).abs() < 13.0) {
            at = if *near > 30.0 { near - 13.0 } else { near + 26.0 };
            if taken.len() > 4 {
                break;
            }
        }
        taken.push(at);
        let (x, anchor) = if scale.x(last) > 200.0 { (scale.x(last), "end") } else { (scale.x(last), "start") };
        let _ = write!(out, "<g class=\"{class}\">{}</g>", colored(x, at, anchor, &line.label));
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
    let names = left.len().max(right.len()) as f64;
    let height = 18.0 * names + 120.0;
    let mut out = opening(id, height, title, desc, "flows");
    let unit = |names: usize| (height - GAP * names as f64) / total;
    let scale = unit(left.len()).min(unit(right.len()));
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

/// Where each begins. A thin band gets the height of its name.
fn stack(column: &[(String, f64)], scale: f64, height: f64) -> Vec<f64> {
    let need: f64 = column.iter().map(|(_, v)| (v * scale).max(12.0)).sum();
    let gap = ((height - need) / column.len().max(1) as f64).clamp(0.5, GAP * 3.0);
    let mut y = gap / 2.0;
    let mut places = Vec::new();
    for (_, value) in column {
        places.push(y);
        y += (value * scale).max(12.0) + gap;
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
fn short(name: &str) -> String {
    const MOST: usize = 19;
    let bare = name.split(" (").next().unwrap_or(name);
    if bare.chars().count() <= MOST { bare.to_owned() } else { bare.chars().take(MOST - 1).chain(['…']).collect() }
}

fn opening(id: &str, height: f64, title: &str, desc: &str, class: &str) -> String {
    format!(
        "<svg class=\"map {class}\" viewBox=\"0 0 {WIDTH} {height:.0}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\">\
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

fn colored(x: f64, y: f64, anchor: &str, words: &str) -> String {
    format!(
        "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"12\" font-weight=\"600\" text-anchor=\"{anchor}\" \
         fill=\"currentColor\">{}</text>",
        escaped(words)
    )
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
