//! What a reader asks of the landing zones: all of it stands in the address, and nothing is stored.

use super::material::Material;
use crate::web::secretariat::Typed;

/// The largest tolerance that is asked for.
pub const TOLERANCE: i64 = 12;
/// Red lines that one "as if" leaves out or adds at most.
const MOST: usize = 12;
/// Floors are between minus and plus this.
const FLOOR: i64 = 200;

/// A red line that is only supposed.
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
        let at: i64 = at.parse().ok().filter(|at| (-FLOOR..=FLOOR).contains(at))?;
        match what {
            "total" => Some(Floor::Total(at)),
            sphere => m.spheres.iter().any(|s| s == sphere).then(|| Floor::Sphere(sphere.to_owned(), at)),
        }
    }

    /// The same text.
    pub fn text(&self) -> String {
        match self {
            Floor::Total(at) => format!("total:{at}"),
            Floor::Sphere(sphere, at) => format!("{sphere}:{at}"),
            Floor::Against(number) => format!("against:m{number}"),
        }
    }
}

/// All of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Another tolerance than the dialogue's.
    pub tolerance: Option<i64>,
    /// Ids of red lines that are left out.
    pub drop: Vec<String>,
    /// Red lines that are added for one's own delegation.
    pub add: Vec<Floor>,
    /// Number of the measure that is asked about.
    pub why: Option<i64>,
}

impl Asked {
    /// Reads an address; what makes no sense in it is left out.
    pub fn parse(typed: &Typed, m: &Material) -> Asked {
        let tolerance = typed.number("tolerance").filter(|t| (0..=TOLERANCE).contains(t));
        let mut drop: Vec<String> =
            typed.all("drop").into_iter().filter(|id| !id.is_empty()).map(str::to_owned).collect();
        drop.sort();
        drop.dedup();
        drop.truncate(MOST);
        let mut add: Vec<Floor> = typed.all("add").into_iter().filter_map(|text| Floor::parse(text, m)).collect();
        add.extend(own_fields(typed, m));
        add.sort_by_key(Floor::text);
        add.dedup();
        add.truncate(MOST);
        let why = typed.get("why").trim_start_matches('m').parse().ok().filter(|n| m.numbered(*n).is_some());
        Asked { tolerance: tolerance.filter(|t| *t != m.rules.tolerance), drop, add, why }
    }

    /// One text for the same question.
    pub fn query(&self) -> String {
        let mut pairs = Vec::new();
        pairs.extend(self.tolerance.map(|t| format!("tolerance={t}")));
        pairs.extend(self.drop.iter().map(|id| format!("drop={}", encoded(id))));
        pairs.extend(self.add.iter().map(|floor| format!("add={}", encoded(&floor.text()))));
        pairs.extend(self.why.map(|n| format!("why=m{n}")));
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

/// The form's own fields: a sphere or `total` with a floor, or a measure.
fn own_fields(typed: &Typed, m: &Material) -> Option<Floor> {
    match (typed.get("where"), typed.get("floor")) {
        ("", _) => None,
        (place, _) if place.starts_with('m') && place[1..].parse::<i64>().is_ok() => {
            Floor::parse(&format!("against:{place}"), m)
        }
        (place, floor) => Floor::parse(&format!("{place}:{}", if floor.is_empty() { "0" } else { floor }), m),
    }
}

fn encoded(text: &str) -> String {
    crate::web::secretariat::entry::encoded(text)
}
