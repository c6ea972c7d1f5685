//! What a reader asks of the landing zones: all of it stands in the address, and nothing is stored. What can't be
//! understood, or may not be asked, is refused with a word on it; nothing of it is dropped in silence.

use super::material::Material;
use super::sight;
use crate::store::measure::code;
use crate::web::Problem;
use crate::web::secretariat::{Typed, entry::encoded};

/// The largest tolerance that is asked for.
pub const TOLERANCE: i64 = 12;
/// Red lines that one "as if" leaves out or adds at most.
const MOST: usize = 12;
/// Floors are between minus and plus this.
const FLOOR: i64 = 200;

/// A floor that is only supposed, or a measure that is ruled out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Floor {
    /// In all.
    Total(i64),
    /// In a sphere.
    Sphere(String, i64),
    /// Without this measure, by number.
    Against(i64),
}

impl Floor {
    /// As it is written in an address: `economic:-1`, `total:5`, `against:m7`.
    fn parse(text: &str, m: &Material) -> Option<Floor> {
        let (what, at) = text.rsplit_once(':')?;
        if what == "against" {
            let number: i64 = at.strip_prefix('m')?.parse().ok()?;
            return m.numbered(number).map(|m| Floor::Against(m.number));
        }
        Floor::in_place(what, floor(at)?, m)
    }

    fn in_place(place: &str, at: i64, m: &Material) -> Option<Floor> {
        match place {
            "total" => Some(Floor::Total(at)),
            sphere => m.spheres.iter().any(|s| s == sphere).then(|| Floor::Sphere(sphere.to_owned(), at)),
        }
    }

    fn text(&self) -> String {
        match self {
            Floor::Total(at) => format!("total:{at}"),
            Floor::Sphere(sphere, at) => format!("{sphere}:{at}"),
            Floor::Against(number) => format!("against:{}", code(*number)),
        }
    }
}

fn floor(text: &str) -> Option<i64> {
    text.parse().ok().filter(|at| (-FLOOR..=FLOOR).contains(at))
}

/// A red line that is only supposed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supposed {
    /// Id of the delegation whose it would be; none: the reader's own.
    pub whose: Option<String>,
    /// What it would say.
    pub floor: Floor,
}

impl Supposed {
    /// As it is written in an address: a floor, for another party after its id and `~`.
    fn parse(text: &str, m: &Material) -> Option<Supposed> {
        let (whose, said) = match text.split_once('~') {
            Some((id, said)) if m.parties.iter().any(|p| p.id == id) => (Some(id.to_owned()), said),
            _ => (None, text),
        };
        Floor::parse(said, m).map(|floor| Supposed { whose, floor })
    }

    /// The same text.
    pub fn text(&self) -> String {
        let floor = self.floor.text();
        self.whose.as_ref().map_or_else(|| floor.clone(), |id| format!("{id}~{floor}"))
    }
}

/// Who asks.
#[derive(Debug, Clone, Copy)]
pub struct Asker<'a> {
    /// Sees and supposes everything.
    pub secretariat: bool,
    /// The asker's own party.
    pub own: Option<&'a str>,
}

/// A part of a question that is not answered, and why.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// The parameter, and the field of the form.
    pub field: &'static str,
    /// What stands in it.
    pub value: String,
    /// Why.
    pub why: Problem,
}

impl Refusal {
    fn new(field: &'static str, value: &str, key: &'static str) -> Refusal {
        let why = Problem::bad(key).with("value", value).with("most", MOST).with("floor", FLOOR);
        Refusal { field, value: value.to_owned(), why: why.with("tolerance", TOLERANCE) }
    }
}

/// All of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Another tolerance than the dialogue's.
    pub tolerance: Option<i64>,
    /// Ids of red lines that are left out.
    pub drop: Vec<String>,
    /// Red lines that are added.
    pub add: Vec<Supposed>,
    /// Number of the measure that is asked about.
    pub why: Option<i64>,
}

impl Asked {
    /// Reads an address, and says what of it is not answered.
    pub fn parse(typed: &Typed, m: &Material, who: Asker<'_>) -> (Asked, Vec<Refusal>) {
        let mut reading = Reading { typed, m, who, refused: Vec::new() };
        let asked = Asked {
            tolerance: reading.tolerance().filter(|t| *t != m.rules.tolerance),
            drop: reading.drop(),
            add: reading.add(),
            why: reading.why(),
        };
        (asked, reading.refused)
    }

    /// One text for the same question.
    pub fn query(&self) -> String {
        let mut pairs = Vec::new();
        pairs.extend(self.tolerance.map(|t| format!("tolerance={t}")));
        pairs.extend(self.drop.iter().map(|id| format!("drop={}", encoded(id))));
        pairs.extend(self.add.iter().map(|line| format!("add={}", encoded(&line.text()))));
        pairs.extend(self.why.map(|n| format!("why={}", code(n))));
        pairs.join("&")
    }

    /// Nothing else than the result as it stands.
    pub fn is_plain(&self) -> bool {
        *self == Asked::default()
    }

    /// Without the question about a measure.
    #[must_use]
    pub fn without_why(&self) -> Asked {
        Asked { why: None, ..self.clone() }
    }
}

/// An address on its way to a question.
struct Reading<'a> {
    typed: &'a Typed,
    m: &'a Material,
    who: Asker<'a>,
    refused: Vec<Refusal>,
}

impl Reading<'_> {
    fn refuse(&mut self, field: &'static str, value: &str, key: &'static str) {
        self.refused.push(Refusal::new(field, value, key));
    }

    /// What a field holds once it is read; refused where it holds something else.
    fn read<T>(&mut self, field: &'static str, key: &'static str, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let typed = self.typed.get(field).to_owned();
        let value = Some(typed.as_str()).filter(|text| !text.is_empty())?;
        let found = read(value);
        if found.is_none() {
            self.refuse(field, value, key);
        }
        found
    }

    fn tolerance(&mut self) -> Option<i64> {
        let whole = |text: &str| text.parse().ok().filter(|t| (0..=TOLERANCE).contains(t));
        self.read("tolerance", "landing-asked-tolerance", whole)
    }

    fn why(&mut self) -> Option<i64> {
        let m = self.m;
        let known = |text: &str| {
            let number: i64 = text.strip_prefix('m').unwrap_or(text).parse().ok()?;
            m.numbered(number).map(|measure| measure.number)
        };
        self.read("why", "landing-asked-why", known)
    }

    /// One sentence for a line that is not there and for one that may not be left out: which it is would tell.
    fn drop(&mut self) -> Vec<String> {
        let mut ids = Vec::new();
        for id in self.typed.all("drop").into_iter().filter(|id| !id.is_empty()) {
            if sight::may_drop(self.m, self.who.secretariat, self.who.own, id) {
                ids.push(id.to_owned());
            } else {
                self.refuse("drop", id, "landing-asked-drop");
            }
        }
        ids.sort();
        ids.dedup();
        self.few("drop", ids)
    }

    fn add(&mut self) -> Vec<Supposed> {
        let mut lines = Vec::new();
        for text in self.typed.all("add").into_iter().filter(|text| !text.is_empty()) {
            match Supposed::parse(text, self.m).map(|line| self.whose(line)) {
                Some(Some(line)) => lines.push(line),
                Some(None) => self.refuse("add", text, "landing-asked-add-party"),
                None => self.refuse("add", text, "landing-asked-add"),
            }
        }
        lines.extend(self.own_fields());
        lines.sort_by_key(Supposed::text);
        lines.dedup();
        self.few("add", lines)
    }

    /// The line under the name that it has; none where the asker may not suppose it.
    fn whose(&self, line: Supposed) -> Option<Supposed> {
        let whose = line.whose.filter(|id| Some(id.as_str()) != self.who.own);
        sight::may_add(self.who.secretariat, self.who.own, whose.as_deref()).then_some(Supposed { whose, ..line })
    }

    /// No more than one "as if" takes.
    fn few<T>(&mut self, field: &'static str, all: Vec<T>) -> Vec<T> {
        if all.len() > MOST {
            self.refuse(field, "", "landing-asked-many");
            return Vec::new();
        }
        all
    }

    /// The form's own fields: whose, a sphere or `total` with a floor, or a measure.
    fn own_fields(&mut self) -> Option<Supposed> {
        let (m, typed) = (self.m, self.typed);
        let whose =
            self.read("whose", "landing-asked-whose", |id| m.parties.iter().find(|p| p.id == id).map(|p| p.id.clone()));
        let place = typed.get("where");
        if place.is_empty() {
            let lone = typed.get("floor");
            if !lone.is_empty() {
                self.refuse("where", "", "landing-asked-where");
            }
            return None;
        }
        let against = Floor::parse(&format!("against:{place}"), m);
        let at = match (&against, typed.get("floor")) {
            (Some(_), _) | (None, "") => Some(0),
            _ => self.read("floor", "landing-asked-floor", floor),
        };
        let known = against.or_else(|| Floor::in_place(place, at.unwrap_or(0), m));
        if known.is_none() {
            self.refuse("where", place, "landing-asked-where");
        }
        let floor = known.filter(|_| at.is_some())?;
        let line = self.whose(Supposed { whose, floor });
        if line.is_none() {
            let key = if self.who.secretariat { "landing-asked-whose" } else { "landing-asked-add-party" };
            self.refuse(if self.who.secretariat { "whose" } else { "where" }, "", key);
        }
        line
    }
}
