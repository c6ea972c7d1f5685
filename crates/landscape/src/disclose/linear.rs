//! Which counts to hide so that no small one can be computed from the others.
//!
//! Every count is a sum over atoms (participants in the same group and the same blocs who responded). What a reader
//! can compute is what the shown sums span. No small unit, difference, rest or atom may lie in that span.

/// What has to be hidden.
pub(super) struct Hidden {
    pub everybody: bool,
    pub units: Vec<bool>,
}

/// Up to this many atoms, pairs of them are guarded too: the work grows with the third power.
const FEW: usize = 24;
/// Up to this many shown units, whatever their sums and differences single out is guarded: their number is tripled by
/// each unit.
const FEW_UNITS: u32 = 6;

struct Table {
    /// Responses of each atom, all above 0.
    weights: Vec<u32>,
    /// Groups, then blocs: which atoms belong to each.
    units: Vec<Vec<bool>>,
    groups: usize,
    limit: u32,
    hidden: Vec<bool>,
}

/// Decides for atoms with these weights. The first `groups` of the units are disjoint.
pub(super) fn hide(weights: Vec<u32>, units: Vec<Vec<bool>>, groups: usize, limit: u32) -> Hidden {
    let all: u32 = weights.iter().sum();
    if all < limit {
        return Hidden { everybody: all > 0, units: vec![all > 0; units.len()] };
    }
    let mut table = Table { hidden: vec![false; units.len()], weights, units, groups, limit };
    table.hidden = (0..table.units.len()).map(|u| table.small(table.weight(u))).collect();
    while let Some(next) = table.danger() {
        table.hidden[next] = true;
    }
    Hidden { everybody: false, units: table.hidden }
}

impl Table {
    fn small(&self, weight: u32) -> bool {
        weight > 0 && weight < self.limit
    }

    fn sum(&self, belongs: impl Fn(usize) -> bool) -> u32 {
        self.weights.iter().enumerate().filter(|(atom, _)| belongs(*atom)).map(|(_, w)| w).sum()
    }

    fn weight(&self, unit: usize) -> u32 {
        self.sum(|atom| self.units[unit][atom])
    }

    fn shown(&self) -> impl Iterator<Item = usize> + Clone + '_ {
        (0..self.units.len()).filter(|u| !self.hidden[*u] && self.weight(*u) > 0)
    }

    /// The smallest of these: the least is lost by hiding it; of equal ones the last.
    fn smallest(&self, units: impl Iterator<Item = usize>) -> Option<usize> {
        units.min_by_key(|u| (self.weight(*u), usize::MAX - u))
    }

    /// A shown count that gives something small away.
    fn danger(&self) -> Option<usize> {
        self.nested().or_else(|| self.left_over()).or_else(|| self.spanned()).or_else(|| self.combined())
    }

    /// A shown set inside another (or in everybody) that leaves a small rest.
    fn nested(&self) -> Option<usize> {
        let everybody = vec![true; self.weights.len()];
        let outer = || self.shown().map(|u| &self.units[u]).chain([&everybody]);
        self.smallest(self.shown().filter(|inner| {
            outer().any(|outer| {
                let inner = &self.units[*inner];
                let inside = inner.iter().zip(outer).all(|(i, o)| !i || *o);
                inside && self.small(self.sum(|atom| outer[atom] && !inner[atom]))
            })
        }))
    }

    /// All shown groups, or shown blocs that share nobody, which together leave a small rest of everybody.
    fn left_over(&self) -> Option<usize> {
        let families = [self.disjoint(0..self.groups), self.disjoint(self.groups..self.units.len())];
        families.into_iter().find_map(|family| {
            let rest = self.sum(|atom| !family.iter().any(|u| self.units[*u][atom]));
            self.smallest(family.into_iter().filter(|_| self.small(rest)))
        })
    }

    /// Shown units of a range, taken in order as long as they share nobody.
    fn disjoint(&self, range: std::ops::Range<usize>) -> Vec<usize> {
        let mut family: Vec<usize> = Vec::new();
        for unit in self.shown().filter(|u| range.contains(u)) {
            let shares = |other: &usize| self.units[*other].iter().zip(&self.units[unit]).any(|(a, b)| *a && *b);
            if !family.iter().any(shares) {
                family.push(unit);
            }
        }
        family
    }

    /// A shown set that, together with the others, gives a small one away: the smallest without which it would not.
    fn spanned(&self) -> Option<usize> {
        let span = self.span_without(None);
        let target = self.targets().into_iter().find(|set| span.contains(set))?;
        let needed = self.shown().filter(|u| !self.span_without(Some(*u)).contains(&target));
        self.smallest(needed).or_else(|| self.smallest(self.shown()))
    }

    /// A shown set of a small sum in which each set counts once, for or against, or not at all: the smallest of those
    /// that count. What is singled out may be any part of the participants, not only what has a name.
    fn combined(&self) -> Option<usize> {
        let shown: Vec<usize> = self.shown().collect();
        let units = shown.len() as u32;
        if units > FEW_UNITS || self.weights.iter().all(|weight| *weight >= self.limit) {
            return None;
        }
        let sign = |code: u32, place: u32| (code / 3u32.pow(place) % 3) as i8 - 1;
        let single = |code: &u32| {
            let everybody = sign(*code, units);
            let sum = |atom: usize| {
                shown.iter().zip(0..).map(|(u, place)| sign(*code, place) * i8::from(self.units[*u][atom])).sum::<i8>()
            };
            let sums: Vec<i8> = (0..self.weights.len()).map(|atom| everybody + sum(atom)).collect();
            sums.iter().all(|x| matches!(x, 0 | 1)) && self.small(self.sum(|atom| sums[atom] == 1))
        };
        let code = (0..3u32.pow(units + 1)).find(single)?;
        self.smallest(shown.iter().zip(0..).filter(|(_, place)| sign(code, *place) != 0).map(|(u, _)| *u))
    }

    fn span_without(&self, left_out: Option<usize>) -> Span {
        let everybody = vec![true; self.weights.len()];
        let shown = self.shown().filter(|u| Some(*u) != left_out);
        Span::of(shown.map(|u| &self.units[u]).chain([&everybody]))
    }

    /// Small sets that must not be known: units, what one unit leaves of another or of everybody, those in no group
    /// or in no bloc, and single atoms or, as long as they are few, pairs of these.
    fn targets(&self) -> Vec<Vec<bool>> {
        let atoms = self.weights.len();
        let everybody = vec![true; atoms];
        let outer = || self.units.iter().chain([&everybody]);
        let less = |a: &Vec<bool>, b: &Vec<bool>| a.iter().zip(b).map(|(a, b)| *a && !b).collect::<Vec<bool>>();
        let inside = |a: &Vec<bool>, b: &Vec<bool>| a.iter().zip(b).all(|(a, b)| !a || *b);
        let nested = self
            .units
            .iter()
            .flat_map(|inner| outer().filter(move |outer| inside(inner, outer)).map(move |outer| less(outer, inner)));
        let rests = [0..self.groups, self.groups..self.units.len()]
            .map(|range| (0..atoms).map(|a| !self.units[range.clone()].iter().any(|u| u[a])).collect());
        let reach = if atoms <= FEW { atoms } else { 1 };
        let pairs = (0..atoms).flat_map(|a| (a..atoms.min(a + reach)).map(move |b| (a, b)));
        let pairs = pairs.map(|(a, b)| (0..atoms).map(|atom| atom == a || atom == b).collect());
        let all = self.units.iter().cloned().chain(nested).chain(rests).chain(pairs);
        all.filter(|set: &Vec<bool>| self.small(self.sum(|atom| set[atom]))).collect()
    }
}

/// Row echelon form over the integers modulo 2^31 − 1: exact, and a combination with small whole coefficients is one
/// there too.
struct Span(Vec<(usize, Vec<u64>)>);

const PRIME: u64 = (1 << 31) - 1;

impl Span {
    fn of<'a>(sets: impl Iterator<Item = &'a Vec<bool>>) -> Self {
        let mut span = Self(Vec::new());
        for set in sets {
            let row = span.reduced(set);
            if let Some(pivot) = row.iter().position(|x| *x != 0) {
                let inverse = power(row[pivot], PRIME - 2);
                span.0.push((pivot, row.iter().map(|x| x * inverse % PRIME).collect()));
            }
        }
        span
    }

    fn contains(&self, set: &[bool]) -> bool {
        self.reduced(set).iter().all(|x| *x == 0)
    }

    fn reduced(&self, set: &[bool]) -> Vec<u64> {
        let mut row: Vec<u64> = set.iter().map(|b| u64::from(*b)).collect();
        for (pivot, base) in &self.0 {
            let factor = PRIME - row[*pivot];
            row.iter_mut().zip(base).for_each(|(x, b)| *x = (*x + factor * b) % PRIME);
        }
        row
    }
}

fn power(mut base: u64, mut exponent: u64) -> u64 {
    let mut result = 1;
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = result * base % PRIME;
        }
        base = base * base % PRIME;
        exponent >>= 1;
    }
    result
}
