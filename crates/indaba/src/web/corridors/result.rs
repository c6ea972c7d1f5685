//! Baseline against scenario as pages show it: four standpoints side by side, each figure with its band or the word that
//! it is being worked out.

use super::super::{Problem, Visit};
use crate::corridors::answer::{MAIN, Row, STANDPOINTS, place};
use crate::corridors::figure::{difference, figure, rounded};
use crate::corridors::picture::{self, Line, Lines, Stroke};
use crate::corridors::{Answer, Asked, name};
use crate::lang::L;
use ::corridors::{Bands, Lever, Pack, Standpoint, Subject};
use std::sync::Arc;

/// The answer to a scenario.
#[derive(Debug)]
pub struct View {
    /// The canonical query.
    pub query: String,
    /// First and last year.
    pub span: (i32, i32),
    /// The moved levers in words.
    pub moved: Vec<String>,
    /// Levers outside of what was observed, in words.
    pub unseen: Vec<String>,
    /// One for each standpoint.
    pub groups: Vec<Group>,
    /// The assumptions that explain most over all.
    pub matter: Vec<String>,
    /// That there are none, where the bands are known.
    pub matter_none: String,
    /// Countries to which the levers led people.
    pub led_to: Vec<(String, String)>,
    /// The bands are there.
    pub banded: bool,
    /// The same with another school: words and query.
    pub schools: Vec<(String, String)>,
    /// That the server runs with an edited table of assumptions; empty where it does not.
    pub edited: String,
}

/// What a standpoint sees.
#[derive(Debug)]
pub struct Group {
    /// Whose.
    pub title: String,
    /// Where.
    pub place: String,
    /// Shown first.
    pub main: Vec<Card>,
    /// Shown on demand.
    pub more: Vec<Card>,
}

/// One outcome.
#[derive(Debug)]
pub struct Card {
    /// What it is.
    pub name: String,
    /// In the last year: baseline, scenario, difference.
    pub last: (String, String, String),
    /// The band of the difference (or of the baseline where nothing is moved) in words; empty while not known.
    pub band: String,
    /// Assumptions that explain its spread.
    pub because: String,
    /// The drawing.
    pub picture: String,
    /// Year, baseline, scenario, difference, band.
    pub rows: Vec<(String, [String; 5])>,
}

/// Works out an answer; its bands too where `wait` says so, or where they are known.
pub async fn view(visit: &Visit, asked: &Asked, wait: bool) -> Result<Result<View, crate::corridors::Wrong>, Problem> {
    let rooms = &visit.app.corridors;
    let pack = rooms.pack().await?;
    let answer = match rooms.answer(asked).await? {
        Ok(answer) => answer,
        Err(wrong) => return Ok(Err(wrong)),
    };
    let bands = match rooms.known_bands(asked) {
        None if wait && rooms.has_room() => Some(rooms.bands(asked, &answer).await?),
        known => known,
    };
    let edited = edited(visit).await?;
    Ok(Ok(View { edited, ..View::new(visit.l, &pack, asked, &answer, bands.as_deref()) }))
}

/// That the server runs with an edited table of assumptions, in words; empty where it does not.
pub async fn edited(visit: &Visit) -> Result<String, Problem> {
    let mark = visit.app.corridors.table().await?.edit();
    Ok(mark.map(|mark| visit.l.t1("corridors-edited", "mark", mark)).unwrap_or_default())
}

/// The bands of what is shown with them alone: a file, an attachment, a comparison.
pub async fn bands(visit: &Visit, asked: &Asked, answer: &Answer) -> Result<Arc<Bands>, Problem> {
    let rooms = &visit.app.corridors;
    match rooms.known_bands(asked) {
        Some(known) => Ok(known),
        None if rooms.has_room() => Ok(rooms.bands(asked, answer).await?),
        None => Err(Problem::too_many("corridors-busy")),
    }
}

impl View {
    fn new(l: L, pack: &Pack, asked: &Asked, answer: &Answer, bands: Option<&Bands>) -> View {
        let drawn = Drawn { l, pack, asked, answer, bands };
        let person = |code| name(l, pack, code);
        let matter = bands.map(|b| matter(l, b)).unwrap_or_default();
        View {
            query: asked.query(),
            span: (asked.from, asked.to),
            moved: moved(l, asked),
            unseen: asked.unseen().into_iter().map(|lever| unseen(l, lever)).collect(),
            groups: STANDPOINTS.into_iter().map(|point| drawn.group(point)).collect(),
            matter_none: matter_none(l, bands, &matter),
            matter,
            led_to: answer.led_to.iter().map(|(code, people)| (person(*code), l.n(rounded(*people)))).collect(),
            banded: bands.is_some(),
            schools: schools(l, asked),
            edited: String::new(),
        }
    }
}

/// "Visa requirement: introduced" as a line: lever, value, where, since when, who says what it does.
pub fn moved(l: L, asked: &Asked) -> Vec<String> {
    let line = |(lever, value): &(Lever, f64)| {
        let row = lever.row();
        let values = [
            ("lever", l.w("lever", &row.id).into()),
            ("value", l.n(*value).into()),
            ("unit", l.w("lever-unit", &row.id).into()),
            ("year", asked.since.unwrap_or(asked.from).to_string().into()),
            ("grade", row.grade.clone().into()),
            ("source", row.source.clone().into()),
        ];
        l.with("corridors-moved", &values)
    };
    asked.levers.iter().map(line).collect()
}

fn unseen(l: L, lever: Lever) -> String {
    let row = lever.row();
    let [low, high] = [row.observed_low, row.observed_high].map(|v| l.n(v));
    l.t3("corridors-unseen", "lever", l.w("lever", &row.id), "low", low, "high", high)
}

/// For each topic the school that does not hold now.
fn schools(l: L, asked: &Asked) -> Vec<(String, String)> {
    let Ok(table) = ::corridors::Assumptions::standard() else { return Vec::new() };
    let holds = |name: &str| asked.with_school(name).schools == asked.schools;
    let others = table.schools.iter().filter(|school| !holds(&school.name));
    others.map(|school| (l.w("school", &school.name), asked.with_school(&school.name).query())).collect()
}

/// The three assumptions with the largest rank correlations over the outcomes that are shown first.
fn matter(l: L, bands: &Bands) -> Vec<String> {
    let mut sums: Vec<(&'static str, f64)> = Vec::new();
    for (subject, influences) in &bands.influences {
        let Subject::Outcome(outcome, _) = subject else { continue };
        for one in influences.iter().filter(|_| MAIN.contains(outcome)) {
            match sums.iter_mut().find(|(name, _)| *name == one.assumption) {
                Some((_, sum)) => *sum += one.correlation.abs(),
                None => sums.push((one.assumption, one.correlation.abs())),
            }
        }
    }
    sums.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
    sums.into_iter().take(3).map(|(name, _)| l.w("assumption", name)).collect()
}

fn matter_none(l: L, bands: Option<&Bands>, matter: &[String]) -> String {
    let none = bands.filter(|_| matter.is_empty());
    none.map(|b| l.t1("corridors-matter-none", "n", b.draws)).unwrap_or_default()
}

struct Drawn<'a> {
    l: L,
    pack: &'a Pack,
    asked: &'a Asked,
    answer: &'a Answer,
    bands: Option<&'a Bands>,
}

impl Drawn<'_> {
    fn group(&self, point: Standpoint) -> Group {
        let l = self.l;
        let word = word(point);
        let place = place(self.asked, point);
        let rows = || self.answer.rows.iter().filter(|row| row.outcome.standpoint() == point);
        let cards =
            |main: bool| rows().filter(|row| MAIN.contains(&row.outcome) == main).map(|row| self.card(row)).collect();
        Group {
            title: l.w("standpoint", word),
            place: place.map_or_else(|| l.t("corridors-world"), |code| name(l, self.pack, code)),
            main: cards(true),
            more: cards(false),
        }
    }

    fn card(&self, row: &Row) -> Card {
        let (l, unit) = (self.l, row.outcome.unit());
        let (before, after) = row.last();
        let shown = |v: f64| figure(l, unit, v);
        let bands = self.bands.map(|bands| row.bands(bands)).unwrap_or_default();
        let band = |b: &::corridors::Banded| {
            let (q, write): (_, &dyn Fn(f64) -> String) = if self.asked.levers.is_empty() {
                (b.baseline, &shown)
            } else {
                (b.difference, &|v| difference(l, unit, v))
            };
            l.t3("corridors-band", "low", write(q.low), "high", write(q.high), "mid", write(q.mid))
        };
        let name = l.w("outcome", row.outcome.id());
        Card {
            last: (shown(before), shown(after), difference(l, unit, after - before)),
            band: bands.last().map(|b| band(b)).unwrap_or_default(),
            because: self.because(row),
            picture: self.picture(row, &name, &bands),
            rows: self.rows(row, &bands, &band),
            name,
        }
    }

    fn because(&self, row: &Row) -> String {
        let subject = Subject::Outcome(row.outcome, row.place);
        let found = self.bands.and_then(|b| b.influences.iter().find(|(s, _)| *s == subject));
        let named = found.iter().flat_map(|(_, list)| list);
        let names: Vec<String> = named.map(|i| self.l.w("assumption", i.assumption)).collect();
        self.l.list(&names)
    }

    fn rows(
        &self,
        row: &Row,
        bands: &[&::corridors::Banded],
        words: &dyn Fn(&::corridors::Banded) -> String,
    ) -> Vec<(String, [String; 5])> {
        let (l, unit, years) = (self.l, row.outcome.unit(), &self.answer.years);
        let last = years.len().saturating_sub(1);
        let each = years.iter().enumerate().filter(|(place, _)| place % 5 == 0 || *place == last);
        each.filter_map(|(place, year)| {
            let (before, after) = (*row.baseline.get(place)?, *row.scenario.get(place)?);
            let band = bands.iter().find(|b| b.year == *year);
            let cells = [
                figure(l, unit, before),
                figure(l, unit, after),
                difference(l, unit, after - before),
                band.map_or_else(|| l.t("corridors-band-soon"), |b| words(b)),
                String::new(),
            ];
            Some((year.to_string(), cells))
        })
        .collect()
    }

    fn picture(&self, row: &Row, title: &str, bands: &[&::corridors::Banded]) -> String {
        let (l, unit) = (self.l, row.outcome.unit());
        let points = |series: &[f64]| self.answer.years.iter().copied().zip(series.iter().copied()).collect::<Vec<_>>();
        let baseline = Line { label: l.t("corridors-baseline"), stroke: Stroke::Dotted, points: points(&row.baseline) };
        let scenario = Line { label: l.t("corridors-scenario"), stroke: Stroke::Full, points: points(&row.scenario) };
        let lines = if self.asked.levers.is_empty() { vec![baseline] } else { vec![baseline, scenario] };
        let band: Vec<(i32, f64, f64)> = bands.iter().map(|b| (b.year, b.scenario.low, b.scenario.high)).collect();
        let (before, after) = row.last();
        let desc = l.t2("corridors-trend-desc", "before", figure(l, unit, before), "after", figure(l, unit, after));
        let value = |v: f64| figure(l, unit, v);
        picture::lines(&Lines { id: row.outcome.id(), title, desc: &desc, lines: &lines, band: &band, value: &value })
    }
}

/// The word of a standpoint in the locales.
pub fn word(point: Standpoint) -> &'static str {
    match point {
        Standpoint::Host => "host",
        Standpoint::Origin => "origin",
        Standpoint::Neighbours => "neighbours",
        Standpoint::Migrants => "migrants",
    }
}

/// The outcome that a short line tells of a scenario: of those that are shown first the one that changes most, measured
/// by its baseline. A line on what stays as it is would say nothing.
pub fn headline(answer: &Answer) -> Option<&Row> {
    let share = |row: &&Row| {
        let (before, after) = row.last();
        if before.abs() > 0.0 { ((after - before) / before).abs() } else { 0.0 }
    };
    let first = answer.row(MAIN[0]);
    MAIN.iter().filter_map(|outcome| answer.row(*outcome)).fold(first, |best, row| match best {
        Some(known) if share(&row) <= share(&known) => best,
        _ => Some(row),
    })
}
