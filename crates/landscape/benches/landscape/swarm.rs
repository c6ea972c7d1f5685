//! Coordinated participants: how far they move the common ground, whether what is said to withstand them does, and whether
//! they are noted.

use landscape::{
    FIRST, Ideal, Landscape, Options, Statement, Value, Votes, indaba,
    read::{PolisFiles, polis_export},
};
use std::{fs::File, path::Path};

use crate::{
    invented::{Chance, Kind, copied, invented},
    row,
};

const SHARES: [usize; 6] = [1, 2, 5, 10, 20, 30];

/// What the coordinated ones answer, to every statement unless said otherwise.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Shape {
    /// All the same: against those that were first, for those that were last, a pass on all else.
    Same,
    /// Against those that were first, and nothing else.
    First,
    /// Against those that were first and for the last one, and nothing else.
    Few,
    /// Against the very first one, and nothing else.
    One,
    /// By one list, against those that were first and for those that were last, of which each leaves out a fifth by lot.
    Part,
    /// The same, where each answers those that were first and last, and half of all else.
    Half,
    /// The same, to everything, but one answer in ten is another.
    Slips,
    /// All agree with everything.
    Agree,
    /// All agree with one statement and pass on all else.
    Target,
    /// Two lists that are opposed on all else.
    Split,
    /// Against the first, for the last, all else by lot: nobody answers the same as another.
    Varied,
}

const SHAPES: [(Shape, u64); 11] = [
    (Shape::Same, 1),
    (Shape::Agree, 1),
    (Shape::Target, 2),
    (Shape::Split, 1),
    (Shape::First, 1),
    (Shape::Few, 1),
    (Shape::One, 1),
    (Shape::Part, 2),
    (Shape::Half, 2),
    (Shape::Slips, 2),
    (Shape::Varied, 2),
];

/// A dialogue before anybody coordinates.
struct Dialogue {
    votes: Votes,
    statements: Vec<Statement>,
    before: Landscape,
}

impl Dialogue {
    fn new(votes: Votes, statements: Vec<Statement>) -> Self {
        let before = computed(&votes, &statements);
        Self { votes, statements, before }
    }

    /// Participants who are noted though nobody was added.
    fn noted(&self) -> Vec<String> {
        let ideal = Ideal::fit(&self.votes, &self.statements, 2);
        ideal.same_answers().concat().into_iter().map(str::to_owned).collect()
    }
}

/// In how many dialogues in which nobody agreed on anything some are noted.
fn false_alarms() {
    const RUNS: u64 = 100;
    let plain = [Kind::Alike, Kind::Cloud(1), Kind::Cloud(2), Kind::Camps(2), Kind::Camps(3)].map(|kind| (kind, true));
    let minorities = [0.8, 0.9, 0.95, 0.97, 0.99].map(|certain| (Kind::Minority(certain), certain <= 0.9));
    for (kind, has_bar) in plain.into_iter().chain(minorities) {
        let is_noted = |seed: u64| {
            let (votes, _) = invented(kind, [60, 150, 300][(seed % 3) as usize], 40, seed);
            !Ideal::fit(&votes, &[], 2).same_answers().is_empty()
        };
        let alarms = (1..=RUNS).filter(|seed| is_noted(*seed)).count();
        let what = format!("{kind:?}, nobody coordinated: dialogues in which some are noted");
        row(&what, &format!("{alarms} of {RUNS}"), if has_bar { "1" } else { "" }, !has_bar || alarms <= 1);
    }
}

pub fn run(shared: &Path) {
    let invented: Vec<Dialogue> =
        (1..=5).map(|seed| Dialogue::new(invented(Kind::Cloud(2), 400, 30, seed).0, vec![])).collect();
    tell("5 invented dialogues", &invented);
    false_alarms();
    let records = shared.join("data/polis");
    let mut folders: Vec<_> =
        std::fs::read_dir(&records).into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    folders.sort();
    let real: Vec<Dialogue> = folders.iter().filter_map(|folder| read(folder)).collect();
    if real.is_empty() {
        println!("not measured: no records at {} (INDABA_SHARED)", records.display());
    } else {
        tell(&format!("{} real records", real.len()), &real);
        let warned = real.iter().filter(|dialogue| !dialogue.noted().is_empty()).count();
        row("real records in which some are noted", &format!("{warned} of {}", real.len()), "", true);
        halves(&real);
    }
}

fn read(folder: &Path) -> Option<Dialogue> {
    let [mut comments, mut votes, mut matrix] =
        ["comments.csv", "votes.csv", "participants-votes.csv"].map(|name| File::open(folder.join(name)).ok());
    let in_rows = votes.is_some();
    let files = PolisFiles {
        comments: comments.as_mut().map(|f| f as &mut dyn std::io::Read),
        votes: votes.as_mut().map(|f| f as &mut dyn std::io::Read),
        matrix: matrix.as_mut().filter(|_| !in_rows).map(|f| f as &mut dyn std::io::Read),
    };
    let export = polis_export(files).ok()?;
    Some(Dialogue::new(export.votes.clone(), export.statements()))
}

fn computed(votes: &Votes, statements: &[Statement]) -> Landscape {
    indaba(votes, statements, &Options { threads: 2, ..Options::default() })
}

fn first(landscape: &Landscape) -> Vec<&str> {
    landscape.common_ground().into_iter().take(FIRST).map(|s| s.id.as_str()).collect()
}

/// Those that would be first by the lower bound of their support.
fn first_by_low(landscape: &Landscape) -> Vec<&str> {
    let shown = landscape.statements.iter().filter(|s| !s.is_out());
    let mut found: Vec<(f64, &str)> = shown.filter_map(|s| Some((s.common_ground?.low, s.id.as_str()))).collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    found.into_iter().take(FIRST).map(|(_, id)| id).collect()
}

fn tell(whose: &str, dialogues: &[Dialogue]) {
    for (shape, seeds) in SHAPES {
        for share in SHARES {
            let runs = dialogues.iter().flat_map(|dialogue| (1..=seeds).map(move |seed| (dialogue, seed)));
            let outcomes: Vec<Outcome> = runs.map(|(dialogue, seed)| outcome(dialogue, share, shape, seed)).collect();
            tell_one(&format!("{shape:?}, {share} % ({whose}): "), share <= 5, &outcomes);
        }
    }
}

fn tell_one(who: &str, has_bar: bool, outcomes: &[Outcome]) {
    let mean = |of: fn(&Outcome) -> usize| outcomes.iter().map(of).sum::<usize>() as f64 / outcomes.len() as f64;
    let (kept, least) = (mean(|o| o.kept), outcomes.iter().map(|o| o.kept).min().unwrap_or(FIRST));
    let bar = if has_bar { "5; 5" } else { "" };
    let what = |what: &str| format!("{who}{what}");
    row(&what("of the first stay; least"), &format!("{kept:.2}; {least}"), bar, bar.is_empty() || least == FIRST);
    row(&what("of the first by the lower bound stay"), &format!("{:.2}", mean(|o| o.kept_by_low)), "", true);
    let lost = outcomes.iter().map(|o| o.lost).sum::<usize>();
    row(&what("surely stay, mean"), &format!("{:.2}", mean(|o| o.sure)), "", true);
    row(&what("of these did not"), &lost.to_string(), "0", lost == 0);
    row(&what("per cent noted; others"), &format!("{:.0}; {:.1}", mean(|o| o.noted), mean(|o| o.others)), "", true);
}

struct Outcome {
    kept: usize,
    /// Of those that would be first by the lower bound of their support.
    kept_by_low: usize,
    /// Of the first, those that were said to withstand so many voices, and those of them that did not stay.
    sure: usize,
    lost: usize,
    /// Per cent of the coordinated ones.
    noted: usize,
    others: usize,
}

fn outcome(Dialogue { votes, statements, before }: &Dialogue, share: usize, shape: Shape, seed: u64) -> Outcome {
    let coordinated = (votes.participants().len() * share / (100 - share)).max(1);
    let all = with_swarm(votes, before, coordinated, shape, seed);
    let ideal = Ideal::fit(&all, statements, 2);
    let noted: Vec<&str> = ideal.same_answers().concat();
    let (right, others): (Vec<&str>, Vec<&str>) = noted.iter().partition(|id| id.starts_with("swarm"));
    let after = ideal.landscape(&Options { threads: 2, ..Options::default() });
    let by_low = first_by_low(&after);
    let kept_by_low = first_by_low(before).iter().filter(|id| by_low.contains(id)).count();
    let after = first(&after);
    // Those who are noted have no voice.
    let voices = coordinated - right.len();
    let sure = |id: &&&str| before.statement(id).and_then(|s| s.withstands).is_some_and(|n| n as usize >= voices);
    let (stay, go): (Vec<&str>, Vec<&str>) = first(before).into_iter().partition(|id| after.contains(id));
    let lost = go.iter().filter(sure).count();
    Outcome {
        kept: stay.len(),
        kept_by_low,
        sure: lost + stay.iter().filter(sure).count(),
        lost,
        noted: 100 * right.len() / coordinated,
        others: others.len(),
    }
}

fn with_swarm(votes: &Votes, before: &Landscape, coordinated: usize, shape: Shape, seed: u64) -> Votes {
    let ranked = before.common_ground();
    let mut all = copied(votes, |_| true);
    let mut chance = Chance::new(seed);
    let target = FIRST + (chance.unit() * ranked.len().saturating_sub(FIRST) as f64) as usize;
    let list: Vec<Value> = ranked.iter().map(|_| lot(&mut chance, &[Value::Agree, Value::Disagree])).collect();
    for swarm in 0..coordinated {
        for (place, statement) in ranked.iter().enumerate() {
            let (first, last) = (place < FIRST, place + FIRST >= ranked.len());
            let leaves_out = match shape {
                Shape::First => !first,
                Shape::Few => !first && place + 1 < ranked.len(),
                Shape::One => place > 0,
                Shape::Part => chance.unit() < 0.2,
                Shape::Half => !first && !last && chance.unit() < 0.5,
                _ => false,
            };
            let value = match shape {
                Shape::Slips if chance.unit() < 0.1 => lot(&mut chance, &[Value::Agree, Value::Pass, Value::Disagree]),
                Shape::Agree => Value::Agree,
                Shape::Target if place == target => Value::Agree,
                Shape::Target => Value::Pass,
                _ if first => Value::Disagree,
                _ if last => Value::Agree,
                Shape::Split => [Value::Agree, Value::Disagree][swarm % 2],
                Shape::Part | Shape::Half | Shape::Slips => list[place],
                Shape::Varied => lot(&mut chance, &[Value::Agree, Value::Pass, Value::Disagree]),
                _ => Value::Pass,
            };
            if !leaves_out {
                all.response(&format!("swarm{swarm}"), &statement.id, value, 0);
            }
        }
    }
    all.build()
}

fn lot(chance: &mut Chance, values: &[Value]) -> Value {
    values[(chance.unit() * values.len() as f64) as usize]
}

/// What a robust order costs: whether two halves of the participants have the same first, and how far those that one half
/// has first are supported in the other.
fn halves(real: &[Dialogue]) {
    let (mut same, mut support, mut runs) = (0, 0.0, 0);
    for (dialogue, seed) in real.iter().flat_map(|dialogue| (1..=4).map(move |seed| (dialogue, seed))) {
        let mut chance = Chance::new(seed);
        let lots: Vec<bool> = dialogue.votes.participants().iter().map(|_| chance.unit() < 0.5).collect();
        let [a, b] = [true, false]
            .map(|half| computed(&copied(&dialogue.votes, |p| lots[p] == half).build(), &dialogue.statements));
        same += first(&a).iter().filter(|id| first(&b).contains(id)).count();
        for (one, other) in [(&a, &b), (&b, &a)] {
            let counted = first(one).into_iter().filter_map(|id| other.statement(id));
            let shares = counted.filter_map(|s| Some((f64::from(s.agree?), f64::from(s.disagree?))));
            support += shares.map(|(agree, disagree)| (agree + 1.0) / (agree + disagree + 2.0)).sum::<f64>();
        }
        runs += 1;
    }
    let runs = f64::from(runs);
    row(
        "two halves of the participants: of the first the same",
        &format!("{:.2}", f64::from(same as u32) / runs),
        "",
        true,
    );
    let shown = support / (runs * 2.0 * FIRST as f64);
    row("support in one half of the first of the other", &format!("{shown:.4}"), "", true);
}
