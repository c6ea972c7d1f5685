//! What was entered into the grid: which cells it changes, which of them somebody else changed meanwhile, and what can't
//! be taken. The form brings along what it was made from, so that a cell which its sender left alone is never written.

use super::super::super::secretariat::Typed;
use crate::landing_zone::Material;
use crate::lang::L;
use crate::measure::{Origin, SCORES};
use crate::store::Moment;
use crate::store::effect::Effect;
use crate::words::split;
use std::collections::{BTreeMap, HashMap};

/// A cell: number of the measure, place of the sphere.
pub type Place = (i64, usize);
/// Low, likely, high.
pub type Triple = [i64; 3];

/// A form as it was sent.
pub struct Entered {
    /// The spheres that the form had, in their order.
    spheres: Vec<String>,
    /// What the form was made from; a cell that was not assessed is not in it.
    seen: HashMap<Place, Triple>,
    /// Likely figures as typed, in the order of the page.
    typed: BTreeMap<Place, String>,
}

/// A cell that is written.
pub struct Change {
    pub place: Place,
    pub effect: Effect,
    /// False: what was said is taken back.
    pub said: bool,
    /// The range took the new likely figure in.
    pub widened: bool,
}

/// What is done with a cell.
enum Step {
    /// It is so already.
    Leave,
    TakeBack,
    /// The likely figure.
    Say(i64),
}

/// A cell that is not written, and why.
pub struct Trouble {
    /// None where its measure or sphere is no longer here.
    pub place: Option<Place>,
    why: Why,
}

enum Why {
    /// It is no score.
    Score,
    /// Somebody of the delegation says this meanwhile.
    Overtaken(Option<Triple>),
    /// The measure or the sphere is no longer here.
    Gone,
}

impl Trouble {
    /// In words, for the cell.
    pub fn text(&self, l: L) -> String {
        match self.why {
            Why::Score => l.t("effect-score"),
            Why::Overtaken(Some(now)) => l.t1("grid-overtaken", "now", l.likely(now)),
            Why::Overtaken(None) => l.t("grid-overtaken-none"),
            Why::Gone => String::new(),
        }
    }
}

/// The name of a cell's field.
pub fn name((measure, sphere): Place) -> String {
    format!("c{measure}.{sphere}")
}

/// The cell of a field.
pub fn place(name: &str) -> Option<Place> {
    let (measure, sphere) = name.strip_prefix('c')?.split_once('.')?;
    Some((measure.parse().ok()?, sphere.parse().ok()?))
}

/// A likely figure as typed.
pub fn score(text: &str) -> Option<i64> {
    text.replace('\u{2212}', "-").parse().ok().filter(|s| SCORES.contains(s))
}

/// What is said of a cell.
pub fn triple(e: &Effect) -> Triple {
    [e.low, e.mode, e.high]
}

/// What a form is made from, in one field: `c3.0=0:1:2;c3.4=1:1:1`.
pub fn seen(said: &HashMap<Place, &Effect>) -> String {
    let sorted: BTreeMap<&Place, &&Effect> = said.iter().collect();
    let one = |(place, e): (&Place, &&Effect)| {
        let [low, mode, high] = triple(e);
        format!("{}={low}:{mode}:{high}", name(*place))
    };
    sorted.into_iter().map(one).collect::<Vec<_>>().join(";")
}

fn seen_cell(text: &str) -> Option<(Place, Triple)> {
    let (cell, figures) = text.split_once('=')?;
    let figures: Vec<i64> = figures.split(':').filter_map(|n| n.parse().ok()).collect();
    Some((place(cell)?, figures.try_into().ok()?))
}

/// A likely figure put into what was said before: a certain one moves, a range takes it in.
fn around(before: Option<Triple>, mode: i64) -> (Triple, bool) {
    match before {
        Some([low, _, high]) if low < high => ([low.min(mode), mode, high.max(mode)], mode < low || mode > high),
        _ => ([mode; 3], false),
    }
}

impl Entered {
    /// Reads a form.
    pub fn read(typed: &Typed) -> Entered {
        let field = |(name, value): &(String, String)| Some((place(name)?, value.trim().to_owned()));
        Entered {
            spheres: split(typed.get("spheres")).map(str::to_owned).collect(),
            seen: split(typed.get("seen")).filter_map(seen_cell).collect(),
            typed: typed.0.iter().filter_map(field).collect(),
        }
    }

    /// What the sender changed a cell of the page to. Where the sender left it alone, what others say now counts.
    pub fn at(&self, m: &Material, (measure, sphere): Place) -> Option<&str> {
        let then = self.spheres.iter().position(|s| *s == m.spheres[sphere])?;
        let text = self.typed.get(&(measure, then))?;
        self.touched((measure, then), text).then_some(text)
    }

    /// Whether the sender changed a cell of the form.
    fn touched(&self, place: Place, text: &str) -> bool {
        match self.seen.get(&place) {
            Some([_, mode, _]) => score(text) != Some(*mode),
            None => !text.is_empty(),
        }
    }

    /// A cell of the form as a cell of the page; none where its measure or sphere is gone.
    fn now(&self, m: &Material, (measure, sphere): Place) -> Option<Place> {
        let name = self.spheres.get(sphere)?;
        m.numbered(measure)?;
        m.spheres.iter().position(|s| s == name).map(|sphere| (measure, sphere))
    }

    /// What the sender changed of cells that are no longer here: measure, sphere, what was typed.
    pub fn gone(&self, m: &Material) -> Vec<(i64, String, String)> {
        let lost =
            self.typed.iter().filter(|(place, text)| self.touched(**place, text) && self.now(m, **place).is_none());
        let told = |(place, text): (&Place, &String)| {
            (place.0, self.spheres.get(place.1).cloned().unwrap_or_default(), text.clone())
        };
        lost.map(told).collect()
    }

    /// The cells to write, or why nothing is written.
    pub fn changes(
        &self,
        m: &Material,
        delegation: &str,
        said: &HashMap<Place, &Effect>,
        (at, lang): (Moment, &str),
    ) -> Result<Vec<Change>, Vec<Trouble>> {
        let (mut changes, mut troubles) = (Vec::new(), Vec::new());
        for (then, text) in self.typed.iter().filter(|(place, text)| self.touched(**place, text)) {
            let Some(place) = self.now(m, *then) else {
                troubles.push(Trouble { place: None, why: Why::Gone });
                continue;
            };
            let current = said.get(&place).copied();
            match self.judge(*then, text, current) {
                Err(why) => troubles.push(Trouble { place: Some(place), why }),
                Ok(Step::Leave) => {}
                Ok(step) => changes.push(change(m, place, delegation, (current, &step), (at, lang))),
            }
        }
        if troubles.is_empty() { Ok(changes) } else { Err(troubles) }
    }

    /// What is done with a cell that the sender changed.
    fn judge(&self, then: Place, text: &str, current: Option<&Effect>) -> Result<Step, Why> {
        let step = if text.is_empty() { Step::TakeBack } else { Step::Say(score(text).ok_or(Why::Score)?) };
        let now = current.map(triple);
        let there = match (&step, now) {
            (Step::Say(likely), Some([_, mode, _])) => *likely == mode,
            (Step::TakeBack, None) => true,
            _ => false,
        };
        if there {
            return Ok(Step::Leave);
        }
        if now == self.seen.get(&then).copied() { Ok(step) } else { Err(Why::Overtaken(now)) }
    }
}

fn change(
    m: &Material,
    place: Place,
    delegation: &str,
    (current, step): (Option<&Effect>, &Step),
    (at, lang): (Moment, &str),
) -> Change {
    let new = || Effect {
        measure_id: m.numbered(place.0).map(|x| x.id.clone()).unwrap_or_default(),
        delegation_id: delegation.to_owned(),
        sphere: m.spheres[place.1].clone(),
        origin: Origin::Own,
        said_by: String::new(),
        low: 0,
        mode: 0,
        high: 0,
        reason: String::new(),
        lang: lang.to_owned(),
        evidence: String::new(),
        at,
    };
    let before = current.map(triple);
    let (figures, widened) = match step {
        Step::Say(likely) => around(before, *likely),
        Step::TakeBack | Step::Leave => (before.unwrap_or_default(), false),
    };
    let [low, mode, high] = figures;
    let effect = Effect { low, mode, high, at, ..current.cloned().unwrap_or_else(new) };
    Change { place, effect, said: matches!(step, Step::Say(_)), widened }
}
