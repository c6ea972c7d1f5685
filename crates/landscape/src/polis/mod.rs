//! Method `polis`: the figures that users of Polis know, checked against production output.

pub(crate) mod cluster;
mod nearest;
pub(crate) mod pca;
pub(crate) mod represent;
pub(crate) mod sets;
pub(crate) mod tally;
mod tridiagonal;

use std::collections::HashMap;

use self::{
    pca::Matrix,
    sets::{Sets, Units},
    tally::{Tally, priority, proportion},
};
use crate::{
    Counts, Ellipse, Group, Holding, Landscape, Method, Note, Options, Participant, SCHEMA, Statement, StatementResult,
    Votes, disclose, ground,
};

/// Computes the landscape by method `polis`. Statements that nobody responded to do not appear; statements that are
/// not in `statements` count as not looked at. Never fails: too little input gives a small result and notes.
///
/// ```
/// use landscape::{polis, Options, Statement, Value, Votes};
///
/// let mut votes = Votes::builder();
/// for (participant, value) in [("ana", Value::Agree), ("bo", Value::Disagree), ("cy", Value::Agree)] {
///     votes.response(participant, "1", value, 0);
/// }
/// let statements = [Statement::new("1", "Recognise qualifications from abroad.")];
/// let landscape = polis(&votes.build(), &statements, &Options::default());
/// assert_eq!(landscape.statements[0].agree, Some(2));
/// ```
pub fn polis(votes: &Votes, statements: &[Statement], options: &Options) -> Landscape {
    let columns = Columns::new(votes, statements);
    let matrix = Matrix::new(votes, &columns.mean, &columns.out, options.threads);
    let axes = matrix.axes();
    let positions = positions(votes, &columns, &matrix, &axes);
    let mut notes = notes(votes, &axes);
    let units = Units::new(votes, options, &mut notes, |notes| sets::found(votes, &positions, options.threads, notes));
    let sets = Sets::count(votes, &units);
    let mut landscape = Landscape {
        schema: SCHEMA.into(),
        method: Method::Polis,
        seed: options.seed,
        counts: counts(votes, &units),
        dimensions: None,
        components: axes.iter().map(|axis| axis.iter().copied().map(Some).collect()).collect(),
        statements: columns.results(votes, &axes, &sets),
        participants: Some(participants(votes, &positions, &units)),
        groups: groups(votes, &columns, &positions, &units, &sets),
        blocs: units.blocs(votes, &sets),
        majority: represent::majority(columns.listed(votes).map(|(c, id)| (id, sets.everybody[c]))),
        divides: Vec::new(),
        uncertain: Vec::new(),
        stable: false,
        notes,
        atoms: sets.atoms,
    };
    ground::fill(&mut landscape);
    if options.min_group > 1 || options.public {
        landscape = disclose::suppress(&landscape, options.min_group);
    }
    if options.public {
        landscape.participants = None;
    }
    landscape
}

/// The statements with a response, as columns of the matrix.
#[derive(Debug)]
pub(crate) struct Columns {
    pub mean: Vec<f64>,
    pub out: Vec<bool>,
    pub moderated: Vec<i8>,
    pub is_meta: Vec<bool>,
}

impl Columns {
    pub(crate) fn new(votes: &Votes, statements: &[Statement]) -> Self {
        let known: HashMap<&str, &Statement> = statements.iter().map(|s| (s.id.as_str(), s)).collect();
        let of = |id: &String| known.get(id.as_str()).copied();
        let ids = votes.statements();
        let out: Vec<bool> = ids.iter().map(|id| of(id).is_some_and(Statement::is_out)).collect();
        Self {
            mean: means(votes, &out),
            out,
            moderated: ids.iter().map(|id| of(id).map_or(0, |s| s.moderated.signum())).collect(),
            is_meta: ids.iter().map(|id| of(id).is_some_and(|s| s.is_meta)).collect(),
        }
    }

    /// Place and id of the statements that may stand in a list.
    pub(crate) fn listed<'a>(&'a self, votes: &'a Votes) -> impl Iterator<Item = (usize, &'a str)> + Clone {
        votes.statements().iter().enumerate().filter(|(c, _)| !self.out[*c]).map(|(c, id)| (c, id.as_str()))
    }

    fn results(&self, votes: &Votes, axes: &[Vec<f64>; 2], sets: &Sets) -> Vec<StatementResult> {
        let root = (self.mean.len() as f64).sqrt();
        let one = |(c, id): (usize, &String)| {
            let position = [0, 1].map(|k| root * (1.0 - self.mean[c]) * axes[k][c] + 0.0);
            let extremity = position[0].hypot(position[1]);
            let all = sets.everybody[c];
            StatementResult {
                id: id.clone(),
                agree: Some(all.agree),
                disagree: Some(all.disagree),
                pass: Some(all.pass),
                center: Some(self.mean[c]),
                position: Some(position),
                se: Vec::new(),
                extremity: Some(extremity),
                group_aware_consensus: sets
                    .groups
                    .iter()
                    .map(|g| proportion(g[c].agree, g[c].all()))
                    .reduce(|a, b| a * b),
                common_ground: None,
                not_shown: Vec::new(),
                along: None,
                withstands: None,
                priority: Some(priority(sets.clustered[c], extremity, self.is_meta[c])),
                moderated: self.moderated[c],
                is_meta: self.is_meta[c],
            }
        };
        votes.statements().iter().enumerate().map(one).collect()
    }
}

/// Mean response of each column, 0 for those that are out. Sums of whole numbers, hence exact in any order.
fn means(votes: &Votes, out: &[bool]) -> Vec<f64> {
    let mut sums = vec![(0i64, 0u32); out.len()];
    for p in 0..votes.participants().len() {
        for cell in votes.cells(p) {
            let sum = &mut sums[(cell / 3) as usize];
            sum.0 += i64::from(cell % 3) - 1;
            sum.1 += 1;
        }
    }
    sums.iter()
        .zip(out)
        .map(|((sum, n), out)| if *out || *n == 0 { 0.0 } else { *sum as f64 / f64::from(*n) })
        .collect()
}

/// Where the participants stand: few responses would pull towards the middle, hence the factor.
fn positions(votes: &Votes, columns: &Columns, matrix: &Matrix, axes: &[Vec<f64>; 2]) -> Vec<[f64; 2]> {
    let zeroed = columns.out.iter().filter(|out| **out).count();
    let [x, y] = axes.each_ref().map(|axis| matrix.scores(axis));
    let place = |p: usize| {
        let own = votes.cells(p).iter().filter(|cell| !columns.out[(**cell / 3) as usize]).count();
        let factor = (columns.out.len() as f64 / (own + zeroed).max(1) as f64).sqrt();
        [factor * x[p], factor * y[p]]
    };
    (0..votes.participants().len()).map(place).collect()
}

pub(crate) fn counts(votes: &Votes, units: &Units) -> Counts {
    Counts {
        participants: Some(votes.participants().len() as u32),
        statements: votes.statements().len() as u32,
        responses: Some(votes.len() as u32),
        clustered: Some(units.group_of.iter().flatten().count() as u32),
    }
}

fn participants(votes: &Votes, positions: &[[f64; 2]], units: &Units) -> Vec<Participant> {
    let one = |(p, id): (usize, &String)| Participant {
        id: id.clone(),
        votes: votes.count(p) as u32,
        position: positions[p],
        se: Vec::new(),
        group: units.group_of[p].map(|g| units.group_ids[g].clone()),
        alike: None,
    };
    votes.participants().iter().enumerate().map(one).collect()
}

fn groups(votes: &Votes, columns: &Columns, positions: &[[f64; 2]], units: &Units, sets: &Sets) -> Vec<Group> {
    let one = |(g, id): (usize, &String)| {
        let own = &sets.groups[g];
        let members = positions.iter().zip(&units.group_of).filter(|(_, of)| **of == Some(g));
        let places: Vec<[f64; 2]> = members.map(|(position, _)| *position).collect();
        let (center, ellipse) = spread(&places);
        Group {
            id: id.clone(),
            size: Some(places.len() as u32),
            stability: None,
            center: Some(center),
            ellipse: Some(ellipse),
            representative: represent::representative(
                columns.listed(votes).map(|(c, id)| (id, own[c], sets.clustered[c].less(own[c]))),
            ),
            statements: holdings(votes, own),
        }
    };
    units.group_ids.iter().enumerate().map(one).collect()
}

/// The square of how many standard deviations an ellipse reaches that holds 80 % of a normal distribution: −2 ln(1 − 0.8),
/// the 80 % point of χ² with two degrees of freedom.
pub(crate) const REACH: f64 = 3.218_875_824_868_201;

/// Where points lie: their mean, and the ellipse of their covariance that holds 80 % of a normal distribution.
pub(crate) fn spread(points: &[[f64; 2]]) -> ([f64; 2], Ellipse) {
    let n = points.len().max(1) as f64;
    let mean = |of: &dyn Fn(&[f64; 2]) -> f64| points.iter().map(of).sum::<f64>() / n;
    let center = [mean(&|p| p[0]), mean(&|p| p[1])];
    let away = |p: &[f64; 2]| [p[0] - center[0], p[1] - center[1]];
    let xx = mean(&|p| away(p)[0].powi(2));
    let yy = mean(&|p| away(p)[1].powi(2));
    let xy = mean(&|p| away(p)[0] * away(p)[1]);
    let (middle, half) = (f64::midpoint(xx, yy), ((xx - yy) / 2.0).hypot(xy));
    let radii = [middle + half, middle - half].map(|variance| (variance.max(0.0) * REACH).sqrt());
    (center, Ellipse { radii, angle: (2.0 * xy).atan2(xx - yy) / 2.0 })
}

pub(crate) fn holdings(votes: &Votes, tallies: &[Tally]) -> Vec<Holding> {
    let one = |(id, tally): (&String, &Tally)| {
        let band = ground::support(tally.agree, tally.disagree);
        Holding {
            statement: id.clone(),
            agree: Some(tally.agree),
            disagree: Some(tally.disagree),
            pass: Some(tally.pass),
            support: Some(band.share),
            low: Some(band.low),
            high: Some(band.high),
            holds: None,
        }
    };
    votes.statements().iter().zip(tallies).map(one).collect()
}

fn notes(votes: &Votes, axes: &[Vec<f64>; 2]) -> Vec<Note> {
    if votes.is_empty() {
        return vec![Note::NoResponses];
    }
    let flat = |axis: &Vec<f64>| axis.iter().all(|x| *x == 0.0);
    let mut notes = vec![Note::StabilityNotMeasured];
    match axes.each_ref().map(flat) {
        [true, _] => notes.push(Note::NoVariation),
        [false, true] => notes.push(Note::OneAxis),
        _ => {}
    }
    notes
}
