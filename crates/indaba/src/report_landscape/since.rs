//! Two points in time beside each other: what has moved, as the page and the one-file report show it. Built from suppressed
//! landscapes alone, as [`View`](super::View) is.

use super::map::{Ellipses, MapView};
use super::view::{Show, no_map};
use super::{Figure, Said, Source, Texts};
use crate::lang::L;
use landscape::{Band, Direction, Fate, Landscape, Lineage, Shift, pictures};

/// Perspectives that a list names.
const LISTED: usize = 8;
/// Rows of the table of all.
const ROWS: usize = 60;

/// A point in time.
#[derive(Debug)]
pub struct Point<'a> {
    /// When, in words.
    pub label: String,
    /// What may be shown of the landscape.
    pub landscape: &'a Landscape,
    /// From how many responses; none where that may not be told.
    pub responses: Option<i64>,
    /// By how many participants.
    pub participants: Option<i64>,
}

/// A point in time as it is shown.
#[derive(Debug, Clone)]
pub struct PointView {
    /// Then, or now.
    pub name: String,
    /// When.
    pub label: String,
    /// The state in words.
    pub state: String,
    /// From how many responses; none where that may not be told.
    pub responses: Option<i64>,
    /// By how many participants.
    pub participants: Option<i64>,
    /// Its map; both have one scale and face the same way.
    pub map: Option<MapView>,
    /// Why there is none, where there is none.
    pub no_map: String,
}

/// Common ground on a perspective, then and now.
#[derive(Debug, Clone)]
pub struct Moved {
    /// Its words.
    pub said: Said,
    /// Then, and now; none where nothing may be shown.
    pub figures: [Option<Figure>; 2],
    /// What is otherwise, in words.
    pub verdict: String,
}

/// Perspectives to which the same happened.
#[derive(Debug, Clone)]
pub struct MovedList {
    /// What happened.
    pub title: String,
    /// The furthest first.
    pub lines: Vec<Moved>,
    /// Those left out for length.
    pub more: usize,
}

/// All that is shown of a comparison.
#[derive(Debug, Clone)]
pub struct SinceView {
    /// Then, and now.
    pub points: [PointView; 2],
    /// What became of the groups of then, and where those of now came from, in words; empty where it may not be told.
    pub groups: Vec<String>,
    /// Surely risen, surely fallen, come to common ground, left it; and what can't be compared, if there is any.
    pub lists: Vec<MovedList>,
    /// Every perspective, the furthest moved first.
    pub rows: Vec<Moved>,
    /// Rows left out for length.
    pub more: usize,
    /// What a reader has to know before the figures.
    pub notes: Vec<String>,
}

impl SinceView {
    /// Compares two points in time. A perspective without words is no longer shown anywhere, nor here.
    pub fn new(l: L, texts: &Texts, before: &Point<'_>, now: &Point<'_>, notes: Vec<String>) -> SinceView {
        let faced = before.landscape.clone().facing(&now.landscape.places_facing(&landscape::Places::new()));
        let before = Point { label: before.label.clone(), landscape: &faced, ..*before };
        let since = now.landscape.since(before.landscape);
        let shown: Vec<&Shift> = since.statements.iter().filter(|s| texts.contains_key(&s.statement)).collect();
        let line = |shift: &&Shift| moved(l, texts, shift);
        let list = |key: &str, of: &[&Shift]| MovedList {
            title: l.t(key),
            lines: of.iter().take(LISTED).map(line).collect(),
            more: of.len().saturating_sub(LISTED),
        };
        let kept = |key: &str, keep: fn(&Shift) -> bool| {
            list(key, &shown.iter().copied().filter(|shift| keep(shift)).collect::<Vec<_>>())
        };
        let mut maps = maps(l, &before, now).into_iter();
        let mut point = |name: &str, point: &Point<'_>| PointView {
            name: l.t(name),
            label: point.label.clone(),
            state: state(l, texts, point),
            responses: point.responses,
            participants: point.participants,
            map: maps.next().flatten(),
            no_map: no_map(l, point.landscape),
        };
        let mut lists = vec![
            kept("landscape-since-risen", |s| s.moved == Some(Direction::Agree)),
            kept("landscape-since-fallen", |s| s.moved == Some(Direction::Disagree)),
            kept("landscape-since-gained", |s| !is_ground(s.before) && is_ground(s.now)),
            kept("landscape-since-lost", |s| is_ground(s.before) && s.now.is_some() && !is_ground(s.now)),
        ];
        let apart: Vec<&Shift> = since.not_comparable.iter().filter(|s| texts.contains_key(&s.statement)).collect();
        if !apart.is_empty() {
            lists.push(list("landscape-since-not-comparable", &apart));
        }
        SinceView {
            points: [point("landscape-since-then", &before), point("landscape-since-now", now)],
            groups: lineages(l, &since.lineages),
            lists,
            rows: shown.iter().take(ROWS).map(line).collect(),
            more: shown.len().saturating_sub(ROWS),
            notes,
        }
    }

    /// Participants then, now, and how many more now; fewer are below 0.
    pub fn participants(&self) -> [Option<i64>; 3] {
        with_difference(self.points.each_ref().map(|point| point.participants))
    }

    /// Responses then, now, and how many more now.
    pub fn responses(&self) -> [Option<i64>; 3] {
        with_difference(self.points.each_ref().map(|point| point.responses))
    }
}

/// Each group of now with where it came from, and those of then that are in none of their own any more.
fn lineages(l: L, [then, now]: &[Vec<Lineage>; 2]) -> Vec<String> {
    let names = |ids: &[String]| l.list(&ids.iter().map(|id| l.t1("landscape-group", "id", id)).collect::<Vec<_>>());
    let told = |key: &str, lineage: &Lineage| {
        l.t2(key, "group", l.t1("landscape-group", "id", &lineage.group), "others", names(&lineage.parts))
    };
    let came = now.iter().map(|lineage| match lineage.fate {
        Fate::Same => told("landscape-since-group-same", lineage),
        Fate::Split => told("landscape-since-group-split", lineage),
        Fate::Merged => told("landscape-since-group-merged", lineage),
        Fate::New | Fate::Gone => told("landscape-since-group-new", lineage),
    });
    let left = then.iter().filter(|lineage| lineage.same.is_none()).map(|lineage| match lineage.fate {
        Fate::Gone | Fate::New => told("landscape-since-group-gone", lineage),
        Fate::Same | Fate::Split | Fate::Merged => told("landscape-since-group-went", lineage),
    });
    came.chain(left).collect()
}

fn with_difference([before, now]: [Option<i64>; 2]) -> [Option<i64>; 3] {
    [before, now, before.zip(now).map(|(before, now)| now - before)]
}

fn maps(l: L, before: &Point<'_>, now: &Point<'_>) -> Vec<Option<MapView>> {
    let points = [(before, "landscape-since-map-then"), (now, "landscape-since-map-now")];
    let drawn = pictures(&points.map(|(point, _)| point.landscape));
    let map = |(picture, (point, title)): (Option<landscape::MapPicture>, (&Point<'_>, &str))| {
        MapView::of(l, point.landscape, picture?, &l.t(title), Ellipses::None)
    };
    drawn.into_iter().zip(points).map(map).collect()
}

fn state(l: L, texts: &Texts, point: &Point<'_>) -> String {
    let Some((participants, responses)) = point.participants.zip(point.responses) else {
        return l.t("landscape-hidden");
    };
    let source = Source { responses, participants, answered: participants, ..Source::default() };
    Show { l, landscape: point.landscape, texts }.state(source)
}

/// Supported by all: the lower bound of the least support lies above one half.
fn is_ground(band: Option<Band>) -> bool {
    band.is_some_and(|band| band.low > 0.5)
}

fn moved(l: L, texts: &Texts, shift: &Shift) -> Moved {
    let times = [(shift.before, "landscape-since-then", "soft"), (shift.now, "landscape-since-now", "")];
    let figure = |(band, name, class): (Option<Band>, &str, &str)| {
        let band = band?;
        Some(Figure {
            label: l.t(name),
            class: class.to_owned(),
            share: band.share,
            low: band.low,
            high: band.high,
            agree: None,
            disagree: None,
            pass: None,
        })
    };
    Moved {
        said: texts.get(&shift.statement).cloned().unwrap_or_default(),
        figures: times.map(figure),
        verdict: l.t(match (shift.moved, shift.before, shift.now) {
            (Some(Direction::Agree), ..) => "landscape-since-is-risen",
            (Some(Direction::Disagree), ..) => "landscape-since-is-fallen",
            (None, Some(_), Some(_)) => "landscape-since-is-unsure",
            (None, None, _) => "landscape-since-is-new",
            (None, Some(_), None) => "landscape-since-is-gone",
        }),
    }
}
