//! Reading a problem: what does not make sense is refused with its place in the file.

use crate::problem::{MEASURES, Problem, Relation, SCORES, Tolerance};
use std::collections::{HashMap, HashSet};

/// Most that a cost, floor, budget, weight or tolerance may be: sums of them stay exact everywhere.
const LARGEST: i64 = 1_000_000;

/// Why a problem was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Not JSON, or not this layout.
    #[error("line {line}, column {column}: {what}")]
    Json {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong.
        what: String,
    },
    /// JSON of this layout that contradicts itself.
    #[error("{place}: {what}")]
    At {
        /// The place, such as `effects[3].party` (counted from 0).
        place: String,
        /// What is wrong, and what to do.
        what: String,
    },
}

fn at<T>(place: impl Into<String>, what: impl Into<String>) -> Result<T, ReadError> {
    Err(ReadError::At { place: place.into(), what: what.into() })
}

impl Problem {
    /// Reads `indaba/measures/1`, with or without a byte order mark, and checks it.
    pub fn read(json: &[u8]) -> Result<Problem, ReadError> {
        let json = json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json);
        let problem: Problem = serde_json::from_slice(json).map_err(|error| ReadError::Json {
            line: error.line(),
            column: error.column(),
            what: error.to_string().split(" at line ").next().unwrap_or_default().to_owned(),
        })?;
        problem.check()?;
        Ok(problem)
    }

    /// Whether it makes sense: ids known and given once, scores in range, nothing claimed twice, no contradiction.
    pub fn check(&self) -> Result<(), ReadError> {
        if self.schema != MEASURES {
            return at("schema", format!("\"{}\" is not known; write \"{MEASURES}\"", self.schema));
        }
        let known = Known::new(self)?;
        self.check_numbers()?;
        self.check_effects(&known)?;
        self.check_relations(&known)?;
        self.check_red_lines(&known)?;
        self.check_cycles(&known)
    }

    fn check_numbers(&self) -> Result<(), ReadError> {
        for (i, measure) in self.measures.iter().enumerate() {
            natural(&format!("measures[{i}].cost"), measure.cost)?;
        }
        for (i, party) in self.parties.iter().enumerate() {
            if party.weight.is_some_and(|w| w == 0 || i64::from(w) > LARGEST) {
                return at(format!("parties[{i}].weight"), format!("a weight is a whole number from 1 to {LARGEST}"));
            }
        }
        natural("budget", self.budget)?;
        match &self.tolerance {
            None => Ok(()),
            Some(tolerance) => self.check_tolerance(tolerance),
        }
    }

    /// Whether a tolerance fits the spheres.
    pub fn check_tolerance(&self, tolerance: &Tolerance) -> Result<(), ReadError> {
        match tolerance {
            Tolerance::One(all) => natural("tolerance", Some(*all)),
            Tolerance::List(list) if list.len() != self.spheres.len() => {
                let (found, wanted) = (list.len(), self.spheres.len());
                at(
                    "tolerance",
                    format!("{found} figures for {wanted} spheres; give one figure, or one for each sphere"),
                )
            }
            Tolerance::List(list) => {
                list.iter().enumerate().try_for_each(|(i, t)| natural(&format!("tolerance[{i}]"), Some(*t)))
            }
            Tolerance::Named(named) => named.iter().try_for_each(|(sphere, t)| {
                if !self.spheres.contains(sphere) {
                    return at(format!("tolerance.{sphere}"), "there is no such sphere");
                }
                natural(&format!("tolerance.{sphere}"), Some(*t))
            }),
        }
    }

    fn check_effects(&self, known: &Known<'_>) -> Result<(), ReadError> {
        let mut seen = HashMap::new();
        for (i, e) in self.effects.iter().enumerate() {
            let place = format!("effects[{i}]");
            known.measure(&format!("{place}.measure"), &e.measure)?;
            known.party(&format!("{place}.party"), &e.party)?;
            known.sphere(&format!("{place}.sphere"), &e.sphere)?;
            scores(&place, e.low, e.mode, e.high)?;
            let claim = (&e.measure, &e.party, &e.sphere, &e.by);
            if let Some(first) = seen.insert(claim, i) {
                return at(
                    place,
                    format!("the same measure, party, sphere and source stand in effects[{first}] already"),
                );
            }
        }
        Ok(())
    }

    fn check_relations(&self, known: &Known<'_>) -> Result<(), ReadError> {
        for (i, relation) in self.relations.iter().enumerate() {
            let place = format!("relations[{i}]");
            let measures = relation.measures();
            let mut once = HashSet::new();
            for (j, measure) in measures.iter().enumerate() {
                known.measure(&format!("{place}.measures[{j}]"), measure)?;
                if !once.insert(measure) {
                    return at(format!("{place}.measures[{j}]"), format!("\"{measure}\" is named twice"));
                }
            }
            let least = if matches!(relation, Relation::AtMost { .. }) { 1 } else { 2 };
            if measures.len() < least {
                return at(format!("{place}.measures"), format!("this relation needs at least {least} measures"));
            }
            match relation {
                Relation::AtMost { k, .. } => natural(&format!("{place}.k"), Some(*k))?,
                Relation::Synergy { effects, .. } => check_joint(&place, effects, known)?,
                Relation::Requires { .. } | Relation::Excludes { .. } => {}
            }
        }
        Ok(())
    }

    fn check_red_lines(&self, known: &Known<'_>) -> Result<(), ReadError> {
        for (i, line) in self.red_lines.iter().enumerate() {
            let place = format!("red_lines[{i}]");
            known.party(&format!("{place}.party"), &line.party)?;
            if let Some(sphere) = &line.sphere {
                known.sphere(&format!("{place}.sphere"), sphere)?;
            }
            if let Some(measure) = &line.measure {
                known.measure(&format!("{place}.measure"), measure)?;
                if line.sphere.is_some() || line.floor.is_some() {
                    return at(place, "a red line against a measure has neither sphere nor floor");
                }
            }
            if line.floor.is_some_and(|floor| floor.abs() > LARGEST) {
                return at(format!("{place}.floor"), format!("a floor lies between -{LARGEST} and {LARGEST}"));
            }
        }
        Ok(())
    }

    /// Measures that need each other round a circle are in together or not at all; nothing may then part them.
    fn check_cycles(&self, known: &Known<'_>) -> Result<(), ReadError> {
        let reach = Reach::new(self, known);
        for (i, relation) in self.relations.iter().enumerate() {
            let most = match relation {
                Relation::Excludes { .. } => 1,
                Relation::AtMost { k, .. } => *k,
                Relation::Requires { .. } | Relation::Synergy { .. } => continue,
            };
            let measures: Vec<usize> = relation.measures().iter().map(|m| known.measures[m.as_str()]).collect();
            for a in &measures {
                let circle = measures.iter().filter(|b| reach.both(*a, **b)).count() as i64;
                if circle > 1 && circle > most {
                    let name = &self.measures[*a].id;
                    return at(
                        format!("relations[{i}]"),
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

fn check_joint(place: &str, effects: &[crate::problem::Joint], known: &Known<'_>) -> Result<(), ReadError> {
    let mut seen = HashMap::new();
    for (j, e) in effects.iter().enumerate() {
        let place = format!("{place}.effects[{j}]");
        known.party(&format!("{place}.party"), &e.party)?;
        known.sphere(&format!("{place}.sphere"), &e.sphere)?;
        scores(&place, e.low, e.mode, e.high)?;
        if let Some(first) = seen.insert((&e.party, &e.sphere, &e.by), j) {
            return at(
                place,
                format!("the same party, sphere and source stand in effects[{first}] of this relation already"),
            );
        }
    }
    Ok(())
}

fn natural(place: &str, value: Option<i64>) -> Result<(), ReadError> {
    match value {
        Some(value) if !(0..=LARGEST).contains(&value) => {
            at(place, format!("{value} is not a whole number from 0 to {LARGEST}"))
        }
        _ => Ok(()),
    }
}

fn scores(place: &str, low: i64, mode: i64, high: i64) -> Result<(), ReadError> {
    for (name, value) in [("low", low), ("mode", mode), ("high", high)] {
        if !SCORES.contains(&value) {
            return at(format!("{place}.{name}"), format!("{value} is not a score from -3 to 3"));
        }
    }
    if low > mode {
        return at(format!("{place}.low"), format!("low ({low}) is above mode ({mode})"));
    }
    if mode > high {
        return at(format!("{place}.high"), format!("high ({high}) is below mode ({mode})"));
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
    pub fn new(problem: &'a Problem) -> Result<Self, ReadError> {
        Ok(Self {
            measures: index("measures", ".id", problem.measures.iter().map(|m| m.id.as_str()))?,
            parties: index("parties", ".id", problem.parties.iter().map(|p| p.id.as_str()))?,
            spheres: index("spheres", "", problem.spheres.iter().map(String::as_str))?,
        })
    }

    fn measure(&self, place: &str, id: &str) -> Result<(), ReadError> {
        known(&self.measures, place, id, "measure")
    }

    fn party(&self, place: &str, id: &str) -> Result<(), ReadError> {
        known(&self.parties, place, id, "party")
    }

    fn sphere(&self, place: &str, id: &str) -> Result<(), ReadError> {
        known(&self.spheres, place, id, "sphere")
    }
}

fn index<'a>(
    list: &str,
    field: &str,
    ids: impl Iterator<Item = &'a str>,
) -> Result<HashMap<&'a str, usize>, ReadError> {
    let mut found = HashMap::new();
    for (i, id) in ids.enumerate() {
        let place = format!("{list}[{i}]{field}");
        if id.is_empty() {
            return at(place, "it is empty; give it an id");
        }
        if let Some(first) = found.insert(id, i) {
            return at(place, format!("\"{id}\" stands in {list}[{first}] already"));
        }
    }
    Ok(found)
}

fn known(ids: &HashMap<&str, usize>, place: &str, id: &str, what: &str) -> Result<(), ReadError> {
    if ids.contains_key(id) { Ok(()) } else { at(place, format!("there is no {what} \"{id}\"")) }
}

/// Which measure needs which, also through others.
struct Reach(Vec<HashSet<usize>>);

impl Reach {
    fn new(problem: &Problem, known: &Known<'_>) -> Self {
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
}
