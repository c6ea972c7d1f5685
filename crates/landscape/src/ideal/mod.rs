//! Method `indaba`: ideal points with their uncertainty, groups only where they are stable.
#![allow(clippy::needless_range_loop, reason = "matrices are indexed as in the formulas")]

mod ahead;
mod along;
mod amend;
mod cells;
mod choose;
mod dense;
mod estimate;
mod expected;
mod few;
mod fit;
mod follow;
mod groups;
mod learn;
mod lists;
mod logit;
mod many;
mod map;
mod mixture;
mod order;
mod partition;
mod parts;
mod priors;
mod represent;
mod same;
mod slips;
mod space;
mod voices;

pub(crate) use self::estimate::Estimate;
use self::{along::Along, cells::Cells, groups::Dialogue, map::Map, order::Order};
use crate::{
    Group, Landscape, Majority, Method, Note, Options, Participant, SCHEMA, Statement, StatementResult, Votes,
    disclose, ground, ids,
    polis::{
        Columns, cluster, counts, holdings,
        represent::majority,
        sets::{Grouping, Sets, Units},
        spread,
        tally::proportion,
    },
};

/// Computes the landscape by method `indaba`. Never fails: too little input gives a small result and notes.
///
/// ```
/// use landscape::{indaba, Options, Statement, Value, Votes};
///
/// let mut votes = Votes::builder();
/// for (participant, value) in [("ana", Value::Agree), ("bo", Value::Disagree), ("cy", Value::Agree)] {
///     votes.response(participant, "1", value, 0);
/// }
/// let statements = [Statement::new("1", "Recognise qualifications from abroad.")];
/// let landscape = indaba(&votes.build(), &statements, &Options::default());
/// assert_eq!(landscape.statements[0].agree, Some(2));
/// assert!(!landscape.stable);
/// ```
pub fn indaba(votes: &Votes, statements: &[Statement], options: &Options) -> Landscape {
    Ideal::fit(votes, statements, options.threads).landscape(options)
}

/// The fitted model of a dialogue: what its landscape is made from, and what it expects of responses not given yet.
#[derive(Debug)]
pub struct Ideal<'a> {
    votes: &'a Votes,
    columns: Columns,
    estimate: Estimate,
}

impl<'a> Ideal<'a> {
    /// Fits the model to all responses.
    pub fn fit(votes: &'a Votes, statements: &[Statement], threads: usize) -> Self {
        let columns = Columns::new(votes, statements);
        let estimate = Estimate::new(votes, &columns.out, threads);
        Self { votes, columns, estimate }
    }

    /// Goes on from an earlier fit, which has the places of these participants and statements.
    pub(crate) fn go_on(votes: &'a Votes, statements: &[Statement], mut estimate: Estimate, threads: usize) -> Self {
        let columns = Columns::new(votes, statements);
        estimate.go_on(votes, &columns.out, threads);
        Self { votes, columns, estimate }
    }

    /// What a later fit can begin with.
    pub(crate) fn into_estimate(self) -> Estimate {
        self.estimate
    }

    /// The same, made ready for responses that come one at a time.
    pub(crate) fn into_standing(mut self, threads: usize) -> Estimate {
        self.estimate.stand(self.votes, &self.columns.out, threads);
        self.estimate
    }

    /// Number of dimensions in which participants differ, 1 to 3.
    pub fn dimensions(&self) -> usize {
        self.estimate.model.dims()
    }

    /// How likely each participant answers a statement with agree, pass or disagree, for pairs of participant and
    /// statement; of whoever takes a side, agree / (agree + disagree) are expected to agree. Of those who never responded,
    /// and of what nobody responded to, the mean is taken. Statements that are out are predicted too, though they shape
    /// nothing. The model is fitted for this purpose when it is asked, which takes about as long as the landscape.
    pub fn predict(&self, pairs: &[(String, String)], threads: usize) -> Vec<[f64; 3]> {
        let mut model = self.estimate.prediction(self.votes, &self.columns.out, threads);
        if self.columns.out.contains(&true) {
            let others: Vec<bool> = self.columns.out.iter().map(|out| !out).collect();
            model.add_items(&Cells::of(self.votes, &others), threads);
        }
        let place = |ids: &[String], id: &str| ids.binary_search_by(|known| ids::compare(known, id)).ok();
        let one = |(participant, statement): &(String, String)| {
            let participant = place(self.votes.participants(), participant);
            model.probabilities(participant, place(self.votes.statements(), statement))
        };
        pairs.iter().map(one).collect()
    }

    /// Participants who answer alike more often than chance has it, in sets of three and more: the same to the last one,
    /// or by one list, but for slips and what each leaves out. Perhaps several accounts of one person, or an agreed list. For
    /// moderators: all they answered is counted, but they neither draw the map nor order the common ground.
    pub fn same_answers(&self) -> Vec<Vec<&'a str>> {
        let named = |p: &usize| self.votes.participants()[*p].as_str();
        self.estimate.alike.iter().map(|set| set.iter().map(named).collect()).collect()
    }

    /// The landscape of these responses.
    pub fn landscape(&self, options: &Options) -> Landscape {
        let (votes, columns) = (self.votes, &self.columns);
        let seen: Vec<bool> = columns.out.iter().map(|out| !out).collect();
        let model = self.estimate.model.as_ref();
        let order = Order::of(votes);
        let map = Map::of(self.estimate.order.as_ref(), model, &order.places, &seen);
        let mut notes = notes(votes, &columns.out, &map, model.dims());
        let alike = &self.estimate.alike;
        notes.extend(voices::note(alike));
        let silent = voices::silent(alike, votes.participants().len());
        let mut found = None;
        let units = Units::new(votes, options, &mut notes, |notes| {
            let out = &columns.out;
            let dialogue = Dialogue { votes, out, model, order: &order, silent: &silent, threads: options.threads };
            let (grouping, groups) = groups_of(&dialogue, notes);
            found = Some(groups);
            grouping
        });
        let sets = Sets::count(votes, &units);
        let along = Along::of(votes, &order.places, &columns.out, &map.people, &silent);
        let gains = learn::gains(model, &order.places, &seen, options.threads);
        let mut landscape = Landscape {
            schema: SCHEMA.into(),
            method: Method::Indaba,
            seed: options.seed,
            counts: counts(votes, &units),
            dimensions: Some(model.dims() as u32),
            components: components(&map),
            statements: self.statements(&map, &sets, &gains, &along),
            participants: Some(participants(votes, &map, &units, &numbers(alike, &order))),
            groups: groups(votes, columns, &order, &map, &units, &sets, found.as_ref()),
            blocs: units.blocs(votes, &sets),
            majority: majority_of(votes, columns, &sets),
            divides: Vec::new(),
            uncertain: Vec::new(),
            stable: found.is_some_and(|found| found.stable),
            notes,
            atoms: sets.atoms,
        };
        ground::fill(&mut landscape);
        along.mark_first(&mut landscape);
        if options.min_group > 1 || options.public {
            landscape = disclose::suppress(&landscape, options.min_group);
        }
        if options.public {
            landscape.participants = None;
        }
        landscape
    }

    fn statements(&self, map: &Map, sets: &Sets, gains: &[f64], along: &Along) -> Vec<StatementResult> {
        let columns = &self.columns;
        let one = |(c, id): (usize, &String)| {
            let all = sets.everybody[c];
            let [x, y] = map.items[c];
            StatementResult {
                id: id.clone(),
                agree: Some(all.agree),
                disagree: Some(all.disagree),
                pass: Some(all.pass),
                center: Some(columns.mean[c]),
                position: Some([x, y]),
                se: map.items_se[c].to_vec(),
                extremity: Some(x.hypot(y)),
                group_aware_consensus: sets
                    .groups
                    .iter()
                    .map(|g| proportion(g[c].agree, g[c].all()))
                    .reduce(|a, b| a * b),
                common_ground: None,
                not_shown: Vec::new(),
                along: (!columns.out[c]).then(|| along.support(c)),
                withstands: None,
                priority: Some(gains[c]),
                moderated: columns.moderated[c],
                is_meta: columns.is_meta[c],
            }
        };
        self.votes.statements().iter().enumerate().map(one).collect()
    }
}

/// The slopes on each axis as a direction of length 1.
fn components(map: &Map) -> Vec<Vec<Option<f64>>> {
    let axis = |k: usize| {
        let length = map.items.iter().map(|s| s[k] * s[k]).sum::<f64>().sqrt();
        let share = if length > 0.0 { 1.0 / length } else { 0.0 };
        map.items.iter().map(|s| Some(s[k] * share)).collect()
    };
    vec![axis(0), axis(1)]
}

/// For each participant the number of their set of those who answer alike: sets are counted in the order of the answers,
/// whatever anybody is called.
fn numbers(alike: &[Vec<usize>], order: &Order) -> Vec<Option<u32>> {
    let mut set_of = vec![None; order.places.len()];
    for (set, members) in alike.iter().enumerate() {
        for p in members {
            set_of[*p] = Some(set);
        }
    }
    let mut number_of = vec![None; alike.len()];
    let met = order.places.iter().filter_map(|p| set_of[*p]);
    let mut next = 1..;
    for set in met {
        if number_of[set].is_none() {
            number_of[set] = next.next();
        }
    }
    set_of.into_iter().map(|set| number_of[set?]).collect()
}

fn participants(votes: &Votes, map: &Map, units: &Units, alike: &[Option<u32>]) -> Vec<Participant> {
    let one = |(p, id): (usize, &String)| Participant {
        id: id.clone(),
        votes: votes.count(p) as u32,
        position: map.people[p],
        se: map.people_se[p].to_vec(),
        group: units.group_of[p].map(|g| units.group_ids[g].clone()),
        alike: alike[p],
    };
    votes.participants().iter().enumerate().map(one).collect()
}

fn groups_of(dialogue: &Dialogue, notes: &mut Vec<Note>) -> (Grouping, groups::Found) {
    let votes = dialogue.votes;
    let enough = cluster::OWN_RESPONSES.min(votes.statements().len());
    let chosen = dialogue.order.most_active(votes, enough, cluster::WANTED);
    let found = groups::search(dialogue, &chosen);
    if !chosen.is_empty() && chosen.len() < cluster::WANTED {
        notes.push(Note::FewParticipants { clustered: chosen.len() as u32, wanted: cluster::WANTED as u32 });
    }
    if !found.stable && !chosen.is_empty() {
        notes.push(Note::NoStableGroups);
    }
    let of = found.of.iter().copied().map(Some).collect();
    let names = (0..found.stability.len() as u8).map(|g| char::from(b'A' + g).to_string()).collect();
    ((names, of), found)
}

fn groups(
    votes: &Votes,
    columns: &Columns,
    order: &Order,
    map: &Map,
    units: &Units,
    sets: &Sets,
    found: Option<&groups::Found>,
) -> Vec<Group> {
    let listed: Vec<(usize, &str)> = columns.listed(votes).collect();
    let mut representative = represent::representative(&listed, &sets.groups, &sets.clustered).into_iter();
    let one = |(g, id): (usize, &String)| {
        let members = order.places.iter().filter(|p| units.group_of[**p] == Some(g));
        let places: Vec<[f64; 2]> = members.map(|p| map.people[*p]).collect();
        let (center, ellipse) = spread(&places);
        Group {
            id: id.clone(),
            size: Some(places.len() as u32),
            stability: found.filter(|found| found.stable).map(|found| found.stability[g]),
            center: Some(center),
            ellipse: Some(ellipse),
            representative: representative.next().unwrap_or_default(),
            statements: holdings(votes, &sets.groups[g]),
        }
    };
    units.group_ids.iter().enumerate().map(one).collect()
}

fn majority_of(votes: &Votes, columns: &Columns, sets: &Sets) -> Vec<Majority> {
    majority(columns.listed(votes).map(|(c, id)| (id, sets.everybody[c])))
}

fn notes(votes: &Votes, out: &[bool], map: &Map, dims: usize) -> Vec<Note> {
    if votes.is_empty() {
        return vec![Note::NoResponses];
    }
    let reach = map.people.iter().map(|p| p[0].abs()).fold(0.0, f64::max);
    if reach < 0.05 {
        vec![if Cells::of(votes, out).vary() { Note::TooFewToTell } else { Note::NoVariation }]
    } else if dims == 1 {
        vec![Note::OneAxis]
    } else {
        Vec::new()
    }
}
