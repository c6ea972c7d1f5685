//! From what the store has to a problem of the crate `landing`.
//!
//! In the shared problem a delegation whose figures are confidential has no name, and its place follows from its figures
//! and its bloc alone. So whatever is worked out, shown or timed can't depend on which of two delegations of a bloc
//! holds which figures: the question that is solved does not know.

use super::Audience;
use super::asked::{Asked, Floor, Supposed};
use super::layer::{Confidential, Figures, Line, TOGETHER, usable};
use super::material::{Material, of_line};
use crate::measure::{Added, Kind, Origin, numbers};
use crate::store::effect::Effect;
use crate::store::measure::Relation;
use landing::Tolerance;
use landing::problem::{Effect as Claim, Joint, MEASURES, Measure, Party, Problem, RedLine, Relation as Linked};
use std::collections::BTreeMap;

/// A problem, and who stands behind its parties and red lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// The problem.
    pub problem: Problem,
    /// In the order of its parties.
    pub parties: Vec<Who>,
    /// In the order of its red lines.
    pub lines: Vec<Behind>,
}

/// The delegation behind a party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Who {
    /// Its id.
    pub delegation: String,
    /// What it gains is confidential.
    pub hidden: bool,
}

/// Where a red line comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behind {
    /// Its id in the store; none in an "as if", or where only its content is known.
    pub id: Option<String>,
    /// Whose it is.
    pub delegation: String,
    /// It is confidential.
    pub hidden: bool,
}

/// Everything as it stands, or what may go into results that others see.
pub fn build(m: &Material, audience: Audience) -> Built {
    let layer = match audience {
        Audience::Secretariat => Confidential::new(),
        Audience::Shared => usable(&m.layer),
    };
    let maker = Maker { m, audience, layer };
    maker.build()
}

struct Maker<'a> {
    m: &'a Material,
    audience: Audience,
    layer: Confidential,
}

/// A party on its way into the problem.
struct Seat {
    delegation: String,
    name: String,
    bloc: String,
    hidden: bool,
    claims: Vec<(String, String, i64, i64, i64, String)>,
    lines: Vec<(Line, Option<String>, bool)>,
}

impl Maker<'_> {
    fn build(&self) -> Built {
        let seats = self.seats();
        let ids: BTreeMap<&str, String> =
            seats.iter().enumerate().map(|(i, s)| (s.delegation.as_str(), id(i, s))).collect();
        let mut built = Built { problem: self.empty(), parties: Vec::new(), lines: Vec::new() };
        for seat in &seats {
            let party = ids[seat.delegation.as_str()].clone();
            built.problem.parties.push(Party {
                id: party.clone(),
                name: seat.name.clone(),
                bloc: Some(seat.bloc.clone()).filter(|b| !b.is_empty()),
                weight: None,
            });
            built.parties.push(Who { delegation: seat.delegation.clone(), hidden: seat.hidden });
            for (measure, sphere, low, mode, high, by) in &seat.claims {
                built.problem.effects.push(Claim {
                    measure: measure.clone(),
                    party: party.clone(),
                    sphere: sphere.clone(),
                    low: *low,
                    mode: *mode,
                    high: *high,
                    by: Some(by.clone()),
                });
            }
            for (line, id, hidden) in &seat.lines {
                let behind = Behind { id: id.clone(), delegation: seat.delegation.clone(), hidden: *hidden };
                self.push_line(&mut built, &party, line, behind);
            }
        }
        built.problem.relations = self.m.relations.iter().filter_map(|r| self.relation(r, &ids)).collect();
        built
    }

    fn empty(&self) -> Problem {
        let measure = |m: &crate::store::measure::Measure| Measure {
            id: m.code(),
            name: m.title.clone(),
            cost: m.cost,
            question: None,
            source: None,
        };
        Problem {
            schema: MEASURES.to_owned(),
            spheres: self.m.spheres.clone(),
            parties: Vec::new(),
            measures: self.m.measures.iter().map(measure).collect(),
            effects: Vec::new(),
            relations: Vec::new(),
            budget: self.m.rules.budget,
            red_lines: Vec::new(),
            tolerance: Some(Tolerance::One(self.m.rules.tolerance)),
        }
    }

    /// Parties under their names first, then the nameless in the order of what they hold.
    fn seats(&self) -> Vec<Seat> {
        let mut seats: Vec<Seat> = self.m.parties.iter().map(|p| self.seat(&p.id, &p.name)).collect();
        let left = self.layer.keys().filter(|id| !self.m.parties.iter().any(|p| p.id == **id));
        seats.extend(left.filter(|id| !self.layer[*id].effects.is_empty()).map(|id| self.seat(id, "")));
        let key =
            |s: &Seat| (s.bloc.clone(), s.claims.clone(), s.lines.iter().map(|l| l.0.clone()).collect::<Vec<_>>());
        seats.sort_by(|a, b| {
            a.hidden.cmp(&b.hidden).then_with(|| if a.hidden { key(a).cmp(&key(b)) } else { std::cmp::Ordering::Equal })
        });
        seats
    }

    fn seat(&self, id: &str, name: &str) -> Seat {
        let none = Figures::default();
        let figures = self.layer.get(id).unwrap_or(&none);
        let hidden = !figures.effects.is_empty();
        let mut claims: Vec<_> = self
            .m
            .effects
            .iter()
            .filter(|e| e.delegation_id == id && self.open(e))
            .collect::<Vec<_>>()
            .into_iter()
            .filter_map(|e| self.claim(&e.measure_id, &e.sphere, (e.low, e.mode, e.high), &by(e)))
            .collect();
        claims.extend(
            figures
                .effects
                .iter()
                .filter_map(|o| self.claim(&o.measure, &o.sphere, (o.low, o.mode, o.high), Origin::Own.as_str())),
        );
        claims.sort();
        Seat {
            delegation: id.to_owned(),
            name: if hidden { String::new() } else { name.to_owned() },
            bloc: self.m.bloc(id),
            hidden,
            claims,
            lines: self.lines(id, figures),
        }
    }

    /// A claim that needs no layer: said by others, published, or all of them for the secretariat.
    fn open(&self, e: &Effect) -> bool {
        self.audience == Audience::Secretariat || e.origin != Origin::Own || self.m.published.contains(&e.delegation_id)
    }

    fn claim(
        &self,
        measure: &str,
        sphere: &str,
        (low, mode, high): (i64, i64, i64),
        by: &str,
    ) -> Option<(String, String, i64, i64, i64, String)> {
        let known = self.m.spheres.iter().any(|s| s == sphere);
        let code = self.m.measure(measure)?.code();
        known.then(|| (code, sphere.to_owned(), low, mode, high, by.to_owned()))
    }

    fn lines(&self, id: &str, figures: &Figures) -> Vec<(Line, Option<String>, bool)> {
        let all = self.audience == Audience::Secretariat;
        let own = self.m.lines.iter().filter(|l| l.delegation_id == id && (all || l.published));
        let mut lines: Vec<_> = own.map(|l| (of_line(l), Some(l.id.clone()), false)).collect();
        lines.extend(figures.lines.iter().map(|l| (l.clone(), None, true)));
        lines
    }

    /// Adds a red line, unless its sphere or measure is no longer there.
    fn push_line(&self, built: &mut Built, party: &str, line: &Line, behind: Behind) {
        let measure = line.measure.as_ref().map(|id| self.m.measure(id).map(crate::store::measure::Measure::code));
        let lost = measure == Some(None) || line.sphere.as_ref().is_some_and(|s| !self.m.spheres.contains(s));
        if lost {
            return;
        }
        let measure = measure.flatten();
        built.problem.red_lines.push(RedLine {
            party: party.to_owned(),
            sphere: line.sphere.clone().filter(|_| measure.is_none()),
            floor: if measure.is_some() { None } else { line.floor },
            measure,
        });
        built.lines.push(behind);
    }

    fn relation(&self, r: &Relation, ids: &BTreeMap<&str, String>) -> Option<Linked> {
        let kind: Kind = r.kind.parse().ok()?;
        let asked = numbers(&r.measures);
        let there: Vec<String> = asked.iter().filter_map(|n| Some(self.m.numbered(*n)?.code())).collect();
        let first_gone = asked.first().is_none_or(|n| self.m.numbered(*n).is_none());
        let whole = there.len() == asked.len();
        match kind {
            Kind::Requires => (!first_gone && there.len() > 1).then_some(Linked::Requires { measures: there }),
            Kind::Excludes => (there.len() > 1).then_some(Linked::Excludes { measures: there }),
            Kind::AtMost => (!there.is_empty()).then(|| Linked::AtMost { measures: there, k: r.k.unwrap_or(1) }),
            Kind::Synergy => {
                (whole && there.len() > 1).then(|| Linked::Synergy { measures: there, effects: self.added(r, ids) })
            }
        }
    }

    fn added(&self, r: &Relation, ids: &BTreeMap<&str, String>) -> Vec<Joint> {
        let added: Vec<Added> = serde_json::from_str(&r.effects).unwrap_or_default();
        let joint = |a: Added| {
            let party = ids.get(a.delegation.as_str())?.clone();
            let known = self.m.spheres.contains(&a.sphere);
            known.then_some(Joint { party, sphere: a.sphere, low: a.low, mode: a.mode, high: a.high, by: None })
        };
        let mut all: Vec<Joint> = added.into_iter().filter_map(joint).collect();
        all.sort_by(|a, b| (&a.party, &a.sphere).cmp(&(&b.party, &b.sphere)));
        all
    }
}

fn id(place: usize, seat: &Seat) -> String {
    if seat.hidden { format!("h{place}") } else { seat.delegation.clone() }
}

fn by(e: &Effect) -> String {
    if e.said_by.is_empty() { e.origin.to_string() } else { format!("{}: {}", e.origin, e.said_by) }
}

impl Built {
    /// The place of a delegation's party.
    pub fn place(&self, delegation: &str) -> Option<usize> {
        self.parties.iter().position(|who| who.delegation == delegation)
    }

    /// Whether every reader may be told sums over all parties: those who have no name are none, or enough also for one of
    /// themselves.
    pub fn sums(&self) -> bool {
        let hidden = self.parties.iter().filter(|who| who.hidden).count();
        hidden == 0 || hidden >= TOGETHER
    }

    /// The same with another tolerance, red lines left out, and red lines added. What a reader may leave out and add was
    /// decided before ([`super::sight::may_drop`], [`super::sight::may_add`]).
    #[must_use]
    pub fn as_if(&self, m: &Material, asked: &Asked, own: Option<&str>) -> Built {
        let mut built = self.clone();
        if let Some(tolerance) = asked.tolerance {
            built.problem.tolerance = Some(Tolerance::One(tolerance));
        }
        let out: Vec<usize> = asked.drop.iter().filter_map(|id| self.line(m, id)).collect();
        let mut place = 0;
        built.problem.red_lines.retain(|_| {
            place += 1;
            !out.contains(&(place - 1))
        });
        place = 0;
        built.lines.retain(|_| {
            place += 1;
            !out.contains(&(place - 1))
        });
        for line in &asked.add {
            built.suppose(line, own);
        }
        built
    }

    /// Adds a red line, where its party is there.
    fn suppose(&mut self, line: &Supposed, own: Option<&str>) {
        let Some(delegation) = line.whose.as_deref().or(own) else { return };
        let Some(party) = self.place(delegation).map(|place| self.problem.parties[place].id.clone()) else { return };
        let (sphere, measure, floor) = match &line.floor {
            Floor::Total(at) => (None, None, Some(*at)),
            Floor::Sphere(sphere, at) => (Some(sphere.clone()), None, Some(*at)),
            Floor::Against(number) => (None, Some(crate::store::measure::code(*number)), None),
        };
        self.problem.red_lines.push(RedLine { party, sphere, measure, floor });
        self.lines.push(Behind { id: None, delegation: delegation.to_owned(), hidden: false });
    }

    /// The place of a red line of the store. One's own that is confidential is found by what it says.
    fn line(&self, m: &Material, id: &str) -> Option<usize> {
        if let Some(place) = self.lines.iter().position(|l| l.id.as_deref() == Some(id)) {
            return Some(place);
        }
        let line = m.lines.iter().find(|l| l.id == id)?;
        let measure = line.measure_id.as_ref().and_then(|id| Some(m.measure(id)?.code()));
        self.lines.iter().zip(&self.problem.red_lines).position(|(behind, red)| {
            behind.delegation == line.delegation_id
                && behind.id.is_none()
                && red.measure == measure
                && (measure.is_some() || (red.sphere == line.sphere && red.floor == line.floor))
        })
    }
}
