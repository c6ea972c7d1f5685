//! A long CSV: one response on each line, columns by name, values by a map.

use std::{collections::BTreeMap, io::Read};

use super::{ReadError, table::Table};
use crate::{Superseded, Value, Votes};

/// Which columns to take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LongColumns {
    /// Who responded.
    pub participant: String,
    /// To what.
    pub statement: String,
    /// With what.
    pub vote: String,
    /// When, as a whole number; without it the later line counts.
    pub time: Option<String>,
}

impl Default for LongColumns {
    fn default() -> Self {
        Self { participant: "participant".into(), statement: "statement".into(), vote: "vote".into(), time: None }
    }
}

/// What a value in the file stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A response.
    Response(Value),
    /// No response: the line is passed over.
    Missing,
}

/// What the values in the file stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueMap(BTreeMap<String, Meaning>);

impl Default for ValueMap {
    /// agree, disagree, pass; 1, −1, 0; an empty cell is missing.
    fn default() -> Self {
        let plain = [("agree", Value::Agree), ("disagree", Value::Disagree), ("pass", Value::Pass)];
        let signs = [("1", Value::Agree), ("-1", Value::Disagree), ("0", Value::Pass)];
        let responses = plain.into_iter().chain(signs).map(|(word, v)| (word.to_string(), Meaning::Response(v)));
        Self(responses.chain([(String::new(), Meaning::Missing)]).collect())
    }
}

impl ValueMap {
    /// Reads `yes=agree,no=disagree,abstain=pass,absent=missing`. Only these values may stand in the file then.
    ///
    /// ```
    /// use landscape::read::ValueMap;
    /// assert!(ValueMap::parse("yes=agree,no=disagree,abstain=pass").is_ok());
    /// assert!(ValueMap::parse("yes").is_err());
    /// ```
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        let part = |part: &str| {
            let (value, means) = part.rsplit_once('=')?;
            Some((value.trim().to_string(), meaning(means.trim())?))
        };
        let pairs = text.split(',').map(|p| part(p).ok_or_else(|| ReadError::Values { part: p.into() }));
        pairs.collect::<Result<_, _>>().map(Self)
    }
}

fn meaning(word: &str) -> Option<Meaning> {
    Some(match word {
        "agree" => Meaning::Response(Value::Agree),
        "disagree" => Meaning::Response(Value::Disagree),
        "pass" => Meaning::Response(Value::Pass),
        "missing" => Meaning::Missing,
        _ => return None,
    })
}

/// Reads responses from a long CSV. `file` is its name in messages.
pub fn long(file: &str, source: impl Read, columns: &LongColumns, values: &ValueMap) -> Result<Votes, ReadError> {
    long_with_superseded(file, source, columns, values).map(|(votes, _)| votes)
}

/// The same with the responses that were followed by another one of the same participant to the same statement.
pub fn long_with_superseded(
    file: &str,
    source: impl Read,
    columns: &LongColumns,
    values: &ValueMap,
) -> Result<(Votes, Vec<Superseded>), ReadError> {
    let mut table = Table::open(file, source)?;
    let [participant, statement, vote] =
        [&columns.participant, &columns.statement, &columns.vote].map(|name| table.column(name));
    let (participant, statement, vote) = (participant?, statement?, vote?);
    let time = columns.time.as_ref().map(|name| table.column(name)).transpose()?;
    let mut votes = Votes::builder();
    while table.next()? {
        let meaning = values.0.get(table.text(vote)?.trim()).copied();
        match meaning.ok_or_else(|| table.wrong(vote, "one of the values that stand for agree, disagree or pass"))? {
            Meaning::Missing => {}
            Meaning::Response(value) => {
                let at = time.map_or(Ok(0), |t| table.whole(t, "a time as a whole number"))?;
                votes.response(&table.id(participant)?, &table.id(statement)?, value, at);
            }
        }
    }
    Ok(votes.build_with_superseded())
}
