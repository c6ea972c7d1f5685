//! Whether a problem makes sense: ids known and given once, figures in range, nothing claimed twice, no contradiction.

use crate::figure::Figure;
use crate::json::Place;
use crate::problem::{Joint, MEASURES, Problem, Relation, Tolerance};
use crate::read::{ReadError, at};
use std::collections::{HashMap, HashSet};

impl Problem {
    /// Whether it makes sense. What [`Problem::read`] has read does.
    pub fn check(&self) -> Result<(), ReadError> {
        self.known().map(|_| ())
    }

    /// The same; its ids with their places.
    pub(crate) fn known(&self) -> Result<Known<'_>, ReadError> {
        if self.schema != MEASURES {
            return at(&field("schema"), format!("\"{}\" is not known; write \"{MEASURES}\"", self.schema));
        }
        let known = Known::new(self)?;
        self.check_figures()?;
        self.check_effects(&known)?;
        self.check_relations(&known)?;
        self.check_red_lines(&known)?;
        self.check_cycles(&known)?;
        Ok(known)
    }

    fn check_figures(&self) -> Result<(), ReadError> {
        for (i, measure) in self.measures.iter().enumerate() {
            Figure::Cost.check_if_given(&Place::Field(&Place::Item(&field("measures"), i), "cost"), measure.cost)?;
        }
        for (i, party) in self.parties.iter().enumerate() {
            let place = Place::Item(&field("parties"), i);
            Figure::Weight.check_if_given(&Place::Field(&place, "weight"), party.weight.map(i64::from))?;
        }
        Figure::Budget.check_if_given(&field("budget"), self.budget)?;
        self.tolerance.as_ref().map_or(Ok(()), |tolerance| self.check_tolerance(tolerance))
    }

    /// Whether a tolerance fits the spheres.
    pub fn check_tolerance(&self, tolerance: &Tolerance) -> Result<(), ReadError> {
        let place = field("tolerance");
        match tolerance {
            Tolerance::One(all) => Figure::Tolerance.check(&place, *all),
            Tolerance::List(list) if list.len() != self.spheres.len() => {
                let (found, wanted) = (list.len(), self.spheres.len());
                at(&place, format!("{found} figures for {wanted} spheres; give one figure, or one for each sphere"))
            }
            Tolerance::List(list) => {
                let mut each = list.iter().enumerate();
                each.try_for_each(|(i, t)| Figure::Tolerance.check(&Place::Item(&place, i), *t))
            }
            Tolerance::Named(named) => named.iter().try_for_each(|(sphere, t)| {
                let place = Place::Field(&place, sphere);
                if !self.spheres.contains(sphere) {
                    return at(&place, "there is no such sphere");
                }
                Figure::Tolerance.check(&place, *t)
            }),
        }
    }

    fn check_effects(&self, known: &Known<'_>) -> Result<(), ReadError> {
        let mut seen = HashMap::with_capacity(self.effects.len());
        for (i, e) in self.effects.iter().enumerate() {
            let place = &Place::Item(&Place::Field(&Place::Top, "effects"), i);
            let measure = known.measure(&Place::Field(place, "measure"), &e.measure)?;
            let (party, sphere) = known.cell(place, &e.party, &e.sphere)?;
            scores(place, e.low, e.mode, e.high)?;
            if let Some(first) = seen.insert((measure, party, sphere, e.by.as_deref()), i) {
                let what = "the same measure, party, sphere and source stand in";
                return at(place, format!("{what} effects[{first}] already"));
            }
        }
        Ok(())
    }

    fn check_relations(&self, known: &Known<'_>) -> Result<(), ReadError> {
        for (i, relation) in self.relations.iter().enumerate() {
            let place = &Place::Item(&Place::Field(&Place::Top, "relations"), i);
            let (own, measures) = (&Place::Field(place, "measures"), relation.measures());
            let mut once = HashSet::new();
            for (j, measure) in measures.iter().enumerate() {
                known.measure(&Place::Item(own, j), measure)?;
                if !once.insert(measure) {
                    return at(&Place::Item(own, j), format!("\"{measure}\" is named twice"));
                }
            }
            let least = if matches!(relation, Relation::AtMost { .. }) { 1 } else { 2 };
            if measures.len() < least {
                return at(own, format!("this relation needs at least {least} measures"));
            }
            match relation {
                Relation::AtMost { k, .. } => Figure::Most.check(&Place::Field(place, "k"), *k)?,
                Relation::Synergy { effects, .. } => check_joint(place, effects, known)?,
                Relation::Requires { .. } | Relation::Excludes { .. } => {}
            }
        }
        Ok(())
    }

    fn check_red_lines(&self, known: &Known<'_>) -> Result<(), ReadError> {
        for (i, line) in self.red_lines.iter().enumerate() {
            let place = &Place::Item(&Place::Field(&Place::Top, "red_lines"), i);
            known.party(&Place::Field(place, "party"), &line.party)?;
            if let Some(sphere) = &line.sphere {
                known.sphere(&Place::Field(place, "sphere"), sphere)?;
            }
            if let Some(measure) = &line.measure {
                known.measure(&Place::Field(place, "measure"), measure)?;
                if line.sphere.is_some() || line.floor.is_some() {
                    return at(place, "a red line against a measure has neither sphere nor floor");
                }
            }
            Figure::Floor.check_if_given(&Place::Field(place, "floor"), line.floor)?;
        }
        Ok(())
    }

    /// Measures that need each other round a circle are in together or not at all; nothing may then part them.
    fn check_cycles(&self, known: &Known<'_>) -> Result<(), ReadError> {
        let reach = Reach::new(self, known);
        for (i, relation) in self.relations.iter().enumerate() {
            let Some(most) = relation.most() else { continue };
            let measures: Vec<usize> = relation.measures().iter().map(|m| known.measures[m.as_str()]).collect();
            for a in &measures {
                let circle = measures.iter().filter(|b| reach.both(*a, **b)).count() as i64;
                if circle > 1 && circle > most {
                    let name = &self.measures[*a].id;
                    return at(
                        &Place::Item(&field("relations"), i),
                        format!(
                            "it parts measures that need each other round a circle (\"{name}\" among them): none of them could ever be in. Remove this relation or open the circle"
                        ),
                    );
                }
            }
        }
        Ok(())
    }
}

/// A field of the file itself.
fn field(name: &str) -> Place<'_> {
    Place::Field(&Place::Top, name)
}

fn check_joint(place: &Place<'_>, effects: &[Joint], known: &Known<'_>) -> Result<(), ReadError> {
    let mut seen = HashMap::new();
    for (j, e) in effects.iter().enumerate() {
        let place = &Place::Item(&Place::Field(place, "effects"), j);
        let (party, sphere) = known.cell(place, &e.party, &e.sphere)?;
        scores(place, e.low, e.mode, e.high)?;
        if let Some(first) = seen.insert((party, sphere, e.by.as_deref()), j) {
            return at(
                place,
                format!("the same party, sphere and source stand in effects[{first}] of this relation already"),
            );
        }
    }
    Ok(())
}

fn scores(place: &Place<'_>, low: i64, mode: i64, high: i64) -> Result<(), ReadError> {
    for (name, value) in [("low", low), ("mode", mode), ("high", high)] {
        Figure::Score.check(&Place::Field(place, name), value)?;
    }
    if low > mode {
        return at(&Place::Field(place, "low"), format!("low ({low}) is above mode ({mode})"));
    }
    if mode > high {
        return at(&Place::Field(place, "high"), format!("high ({high}) is below mode ({mode})"));
    }
    Ok(())
}

/// Ids and their places.
pub(crate) struct Known<'a> {
    pub measures: HashMap<&'a str, usize>,
    pub parties: HashMap<&'a str, usize>,
    pub spheres: HashMap<&'a str, usize>,
}

impl<'a> Known<'a> {
    fn new(problem: &'a Problem) -> Result<Self, ReadError> {
        Ok(Self {
            measures: index("measures", Some("id"), problem.measures.iter().map(|m| m.id.as_str()))?,
            parties: index("parties", Some("id"), problem.parties.iter().map(|p| p.id.as_str()))?,
            spheres: index("spheres", None, problem.spheres.iter().map(String::as_str))?,
        })
    }

    fn measure(&self, place: &Place<'_>, id: &str) -> Result<usize, ReadError> {
        known(&self.measures, place, id, "measure")
    }

    fn party(&self, place: &Place<'_>, id: &str) -> Result<usize, ReadError> {
        known(&self.parties, place, id, "party")
    }

    fn sphere(&self, place: &Place<'_>, id: &str) -> Result<usize, ReadError> {
        known(&self.spheres, place, id, "sphere")
    }

    /// A party and a sphere that an effect speaks of.
    fn cell(&self, place: &Place<'_>, party: &str, sphere: &str) -> Result<(usize, usize), ReadError> {
        Ok((self.party(&Place::Field(place, "party"), party)?, self.sphere(&Place::Field(place, "sphere"), sphere)?))
    }
}

fn index<'a>(
    list: &str,
    name: Option<&str>,
    ids: impl Iterator<Item = &'a str>,
) -> Result<HashMap<&'a str, usize>, ReadError> {
    let mut found = HashMap::new();
    for (i, id) in ids.enumerate() {
        let item = &Place::Item(&Place::Field(&Place::Top, list), i);
        let place = name.map_or(*item, |name| Place::Field(item, name));
        if id.is_empty() {
            return at(&place, "it is empty; give it an id");
        }
        if let Some(first) = found.insert(id, i) {
            return at(&place, format!("\"{id}\" stands in {list}[{first}] already"));
        }
    }
    Ok(found)
}

fn known(ids: &HashMap<&str, usize>, place: &Place<'_>, id: &str, what: &str) -> Result<usize, ReadError> {
    ids.get(id).copied().map_or_else(|| at(place, format!("there is no {what} \"{id}\"")), Ok)
}

/// Which measure needs which, also through others.
pub(crate) struct Reach(Vec<HashSet<usize>>);

impl Reach {
    pub fn new(problem: &Problem, known: &Known<'_>) -> Self {
        let mut needs = vec![Vec::new(); problem.measures.len()];
        for relation in &problem.relations {
            if let Relation::Requires { measures } = relation {
                let places: Vec<usize> = measures.iter().map(|m| known.measures[m.as_str()]).collect();
                if let Some((first, others)) = places.split_first() {
                    needs[*first].extend_from_slice(others);
                }
            }
        }
        let from = |start: usize| {
            let (mut found, mut open) = (HashSet::new(), vec![start]);
            while let Some(measure) = open.pop() {
                for next in &needs[measure] {
                    if found.insert(*next) {
                        open.push(*next);
                    }
                }
            }
            found
        };
        Self((0..needs.len()).map(from).collect())
    }

    fn both(&self, a: usize, b: usize) -> bool {
        a == b || (self.0[a].contains(&b) && self.0[b].contains(&a))
    }

    /// What a measure needs, itself included, in the order of the file.
    pub fn with(&self, measure: usize) -> Vec<usize> {
        let mut all: Vec<usize> = self.0[measure].iter().copied().chain([measure]).collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}
