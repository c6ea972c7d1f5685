//! Who sees what of a result. The rules of `landing.md`, in one place:
//!
//! 1. The secretariat sees everything.
//! 2. A party's row (its gains, its share in an explanation) has its name for itself and, where its figures are public,
//!    for everybody.
//! 3. All other rows are shown summed over at least [`LEAST`] parties that the reader does not know. The sums that one
//!    reader is shown are disjoint and together are all, so that no difference of them is about fewer.
//! 4. A red line has its owner's name for its owner, and for everybody once it is published. Else it is "a confidential
//!    limit", without sphere, measure or floor, and however many there are they are one.
//! 5. Least gains are told of parties that have their names only: the least of all would be one party's figure.
//! 6. "As if" leaves out one's own and published red lines ([`may_drop`]), and adds one's own ([`may_add`]).
//! 7. The price of a bloc's red lines is told where those of at least [`LEAST`] unknown delegations are in it, or none;
//!    a smallest coalition names its members, hence only where all of them are named.
//!
//! What a result was before and after somebody changed a figure is the matter of [`super::layer`].

use super::layer::LEAST;
use super::material::Material;
use super::problem::Built;
use landing::problem::Problem;
use landing::{Claim, Price};
use std::collections::{BTreeMap, BTreeSet};

/// What one reader may be shown of a problem's results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Eyes {
    everything: bool,
    /// The reader's own party.
    own: Option<usize>,
    /// For each party: its row has its name.
    named: Vec<bool>,
    /// For each party: it is the reader's, or says exactly what the reader's says.
    mine: Vec<bool>,
    /// For each red line: it has its owner's name.
    lines: Vec<bool>,
    /// For each red line: who set it, as a place among all who did.
    owners: Vec<usize>,
    blocs: Vec<String>,
}

/// A row of a table of parties.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// One party by its name.
    One(usize),
    /// Parties of a bloc, or (without one) of several, only together.
    Together(Option<String>, Vec<usize>),
}

impl Row {
    /// The parties in it.
    pub fn parties(&self) -> &[usize] {
        match self {
            Row::One(p) => std::slice::from_ref(p),
            Row::Together(_, parties) => parties,
        }
    }
}

impl Eyes {
    /// Sees everything.
    pub fn everything(problem: &Problem) -> Eyes {
        let parties = problem.parties.len();
        Eyes {
            everything: true,
            own: None,
            named: vec![true; parties],
            mine: vec![false; parties],
            lines: vec![true; problem.red_lines.len()],
            owners: (0..problem.red_lines.len()).collect(),
            blocs: blocs(problem),
        }
    }

    /// Sees what a delegation sees, or somebody of none.
    pub fn of(built: &Built, own: Option<&str>) -> Eyes {
        let place = own.and_then(|id| built.place(id));
        let content = |p: usize| content(&built.problem, p);
        let own_content = place.map(content);
        let mine: Vec<bool> = (0..built.parties.len())
            .map(|p| Some(p) == place || (built.parties[p].hidden && own_content == Some(content(p))))
            .collect();
        let owners: BTreeSet<&str> = built.lines.iter().map(|l| l.delegation.as_str()).collect();
        let owner = |id: &str| owners.iter().position(|o| *o == id).unwrap_or(0);
        let line = |(line, red): (&super::problem::Behind, &landing::problem::RedLine)| {
            let by_mine = built.problem.parties.iter().position(|p| p.id == red.party).is_some_and(|p| mine[p]);
            !line.hidden || Some(line.delegation.as_str()) == own || by_mine
        };
        Eyes {
            everything: false,
            own: place,
            named: built.parties.iter().enumerate().map(|(p, who)| !who.hidden || Some(p) == place).collect(),
            lines: built.lines.iter().zip(&built.problem.red_lines).map(line).collect(),
            owners: built.lines.iter().map(|l| owner(&l.delegation)).collect(),
            blocs: blocs(&built.problem),
            mine,
        }
    }

    /// Whether nothing is hidden from the reader, by rank or because all is public.
    pub fn sees_all(&self) -> bool {
        self.everything || (self.named.iter().all(|n| *n) && self.lines.iter().all(|n| *n))
    }

    /// Whether every party's row has its name.
    pub fn sees_rows(&self) -> bool {
        self.everything || self.named.iter().all(|n| *n)
    }

    /// The reader's own party.
    pub fn own(&self) -> Option<usize> {
        self.own
    }

    /// Whether a party's row has its name.
    pub fn names(&self, party: usize) -> bool {
        self.everything || self.named.get(party) == Some(&true)
    }

    /// Whether sums over all parties may be shown: unknown ones are none or enough.
    pub fn sums(&self) -> bool {
        let unknown = (0..self.named.len()).filter(|p| !self.names(*p)).count();
        unknown == 0 || unknown >= LEAST
    }

    /// The rows of a table of parties, by bloc.
    pub fn rows(&self) -> Vec<Row> {
        let mut blocs: BTreeMap<&str, (Vec<usize>, Vec<usize>)> = BTreeMap::new();
        for (p, bloc) in self.blocs.iter().enumerate() {
            let (named, unknown) = blocs.entry(bloc).or_default();
            if self.names(p) { named.push(p) } else { unknown.push(p) }
        }
        let mut together: Vec<(Option<String>, Vec<usize>)> = Vec::new();
        let mut pool: Vec<usize> = Vec::new();
        for (bloc, (_, unknown)) in &blocs {
            match unknown.len() {
                0 => {}
                n if n >= LEAST => together.push((Some((*bloc).to_owned()), unknown.clone())),
                _ => pool.extend(unknown),
            }
        }
        // What is left over may be too few: the smallest sums go to it until it is enough.
        together.sort_by_key(|(bloc, parties)| (std::cmp::Reverse(parties.len()), bloc.clone()));
        while !pool.is_empty() && pool.len() < LEAST {
            let Some((_, parties)) = together.pop() else { break };
            pool.extend(parties);
        }
        let mut rows = Vec::new();
        for (bloc, (named, _)) in &blocs {
            rows.extend(named.iter().map(|p| Row::One(*p)));
            let sum = together.iter().find(|(b, _)| b.as_deref() == Some(*bloc));
            rows.extend(sum.map(|(b, parties)| Row::Together(b.clone(), parties.clone())));
        }
        if pool.len() >= LEAST {
            pool.sort_unstable();
            rows.push(Row::Together(None, pool));
        }
        rows
    }

    /// Whether an explanation may name a claim.
    pub fn names_claim(&self, problem: &Problem, claim: &Claim) -> bool {
        if self.everything {
            return true;
        }
        match claim {
            Claim::RedLine { red_line, .. } => self.lines.get(*red_line) == Some(&true),
            other => other
                .party()
                .and_then(|id| problem.parties.iter().position(|p| p.id == id))
                .is_none_or(|p| self.named.get(p) == Some(&true) || self.mine.get(p) == Some(&true)),
        }
    }

    /// The reader's own party stands behind a claim.
    pub fn is_mine(&self, problem: &Problem, claim: &Claim) -> bool {
        let place = claim.party().and_then(|id| problem.parties.iter().position(|p| p.id == id));
        place.is_some_and(|p| Some(p) == self.own || self.mine.get(p) == Some(&true))
    }

    /// Whether a price may be shown.
    pub fn shows_price(&self, problem: &Problem, price: &Price) -> bool {
        if self.everything {
            return true;
        }
        let unknown: BTreeSet<usize> =
            price.red_lines.iter().filter(|i| self.lines.get(**i) != Some(&true)).map(|i| self.owners[*i]).collect();
        match price.kind {
            "bloc" => self.sums() && (unknown.is_empty() || unknown.len() >= LEAST),
            "red_line" => self.sums() && unknown.is_empty(),
            // Whether a coalition is shown tells who is in it, unless nobody is hidden.
            _ => self.sees_all() && problem.parties.len() == self.named.len(),
        }
    }
}

fn blocs(problem: &Problem) -> Vec<String> {
    problem.parties.iter().map(|p| p.bloc.clone().unwrap_or_default()).collect()
}

type Said<'a> =
    (Option<&'a str>, Vec<(&'a str, &'a str, i64, i64, i64)>, Vec<(Option<&'a str>, Option<&'a str>, Option<i64>)>);

/// All that a party claims, without who it is.
fn content(problem: &Problem, party: usize) -> Said<'_> {
    let id = &problem.parties[party].id;
    let effects = problem.effects.iter().filter(|e| e.party == *id);
    let lines = problem.red_lines.iter().filter(|l| l.party == *id);
    (
        problem.parties[party].bloc.as_deref(),
        effects.map(|e| (e.measure.as_str(), e.sphere.as_str(), e.low, e.mode, e.high)).collect(),
        lines.map(|l| (l.sphere.as_deref(), l.measure.as_deref(), l.floor)).collect(),
    )
}

/// Whether a reader may ask what would be without a red line.
pub fn may_drop(m: &Material, secretariat: bool, own: Option<&str>, id: &str) -> bool {
    let line = m.lines.iter().find(|l| l.id == id);
    line.is_some_and(|l| secretariat || l.published || Some(l.delegation_id.as_str()) == own)
}

/// Whether a reader may suppose a red line, one's own or (with an id) another party's.
pub fn may_add(secretariat: bool, own: Option<&str>, whose: Option<&str>) -> bool {
    if secretariat { whose.or(own).is_some() } else { whose.is_none() && own.is_some() }
}
