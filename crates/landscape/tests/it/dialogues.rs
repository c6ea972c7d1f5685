//! Small dialogues of the project's own, and a strategy for random ones.

use landscape::{Blocs, Labels, Options, Statement, Value, Votes};
use proptest::prelude::*;

/// A response as (participant, statement, sign, time).
pub type Row = (String, String, i8, i64);

pub fn votes(rows: &[Row]) -> Votes {
    let mut votes = Votes::builder();
    for (participant, statement, sign, at) in rows {
        votes.response(participant, statement, Value::try_from(i64::from(*sign)).unwrap(), *at);
    }
    votes.build()
}

pub fn row(participant: impl ToString, statement: impl ToString, sign: i8) -> Row {
    (participant.to_string(), statement.to_string(), sign, 0)
}

pub fn statements(count: usize) -> Vec<Statement> {
    (0..count).map(|i| Statement::new(i.to_string(), format!("statement {i}"))).collect()
}

/// Two camps of 12 and 8 that differ on statements 0-4, agree on 5, and pass on some; 6 is taken out.
pub fn two_camps() -> (Vec<Row>, Vec<Statement>) {
    let mut rows = Vec::new();
    for p in 0..20 {
        let camp = if p < 12 { 1 } else { -1 };
        for s in 0..5 {
            let odd = (p * 5 + s) % 11 == 0;
            rows.push(row(p, s, if odd { 0 } else { camp }));
        }
        rows.push(row(p, 5, 1));
        rows.push(row(p, 6, if p % 2 == 0 { 1 } else { -1 }));
        if p % 3 > 0 {
            rows.push(row(p, 7, if p % 3 == 1 { 1 } else { -1 }));
        }
    }
    let mut statements = statements(8);
    statements[6].moderated = -1;
    (rows, statements)
}

/// The same as options: blocs that overlap, one of a single participant.
pub fn blocs() -> Blocs {
    let set = |of: std::ops::Range<usize>| of.map(|p| p.to_string()).collect();
    [("origin", set(0..6)), ("destination", set(6..20)), ("observer", set(3..4))]
        .map(|(name, members)| (name.to_string(), members))
        .into()
}

/// A random small dialogue with labels and blocs.
#[derive(Debug, Clone)]
pub struct Dialogue {
    pub rows: Vec<Row>,
    pub statements: Vec<Statement>,
    pub groups: Option<Labels>,
    pub blocs: Blocs,
}

impl Dialogue {
    pub fn options(&self) -> Options {
        Options { groups: self.groups.clone(), blocs: self.blocs.clone(), ..Options::default() }
    }
}

pub fn dialogue() -> impl Strategy<Value = Dialogue> {
    (1..30usize, 1..12usize).prop_flat_map(|(people, count)| {
        let cell = prop_oneof![2 => Just(None), 3 => Just(Some(1i8)), 2 => Just(Some(-1)), 1 => Just(Some(0))];
        let cells = prop::collection::vec(cell, people * count);
        let moderated = prop::collection::vec((-1i8..=1, prop::bool::weighted(0.1)), count);
        let labels = prop::option::of(prop::collection::vec(prop::option::of(0..4u8), people));
        let blocs = prop::collection::vec((0..4u8, 0..people), 0..people * 2);
        (cells, moderated, labels, blocs).prop_map(move |(cells, moderated, labels, blocs)| {
            let filled = cells.iter().enumerate().filter_map(|(i, sign)| Some((i, (*sign)?)));
            let mut statements = statements(count);
            for (statement, (verdict, is_meta)) in statements.iter_mut().zip(moderated) {
                (statement.moderated, statement.is_meta) = (verdict, is_meta);
            }
            let label = |(p, g): (usize, Option<u8>)| Some((p.to_string(), format!("g{}", g?)));
            let mut declared = Blocs::new();
            for (bloc, member) in blocs {
                declared.entry(format!("b{bloc}")).or_default().insert(member.to_string());
            }
            Dialogue {
                rows: filled.map(|(i, sign)| row(i / count, i % count, sign)).collect(),
                statements,
                groups: labels.map(|l| l.into_iter().enumerate().filter_map(label).collect()),
                blocs: declared,
            }
        })
    })
}
