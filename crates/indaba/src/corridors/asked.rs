//! What a person asks the model: a corridor, years, levers, schools. Its text is the query of an address, so that a
//! scenario is a link.

use ::corridors::{
    AssumptionError, Assumptions, Code, Lever, ModelError, Move, MoveError, Pack, Pattern, Scenario, Series,
};
use std::fmt::Write;

/// A scenario that can be asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The corridors that the levers are moved on.
    pub pattern: Pattern,
    /// First year.
    pub from: i32,
    /// Last year.
    pub to: i32,
    /// From when the levers stand moved; none for the first year.
    pub since: Option<i32>,
    /// The moved levers in the order of the table.
    pub levers: Vec<(Lever, f64)>,
    /// Schools other than the first of their topic.
    pub schools: Vec<String>,
}

impl Default for Asked {
    fn default() -> Self {
        Asked { pattern: Pattern::ANY, from: 2020, to: 2050, since: None, levers: Vec::new(), schools: Vec::new() }
    }
}

/// Why what was typed can't be asked: a key of the locales with its values.
#[derive(Debug, Clone, PartialEq)]
pub struct Wrong {
    /// The key.
    pub key: &'static str,
    /// Its values.
    pub values: Vec<(&'static str, String)>,
    /// The lever whose value it is about.
    pub lever: Option<Lever>,
}

impl Wrong {
    fn new(key: &'static str, values: Vec<(&'static str, String)>) -> Wrong {
        Wrong { key, values, lever: None }
    }

    /// What the model says of a scenario.
    pub fn of_model(error: &ModelError) -> Wrong {
        match error {
            ModelError::Country(code) => Wrong::new("corridors-wrong-country", vec![("code", code.to_string())]),
            ModelError::Corridor(corridor) => {
                Wrong::new("corridors-wrong-nobody", vec![("corridor", corridor.clone())])
            }
            ModelError::Side { lever, side, .. } => {
                let key = if *side == "origin" { "corridors-wrong-origin" } else { "corridors-wrong-dest" };
                let named = Lever::ALL.iter().find(|l| l.id() == *lever).copied();
                Wrong { lever: named, ..Wrong::new(key, Vec::new()) }
            }
            ModelError::Year { from, to, .. } => years("corridors-wrong-since", *from, *to),
            _ => Wrong::new("corridors-wrong-years", vec![("least", "1".to_owned()), ("most", "60".to_owned())]),
        }
    }
}

fn years(key: &'static str, from: i32, to: i32) -> Wrong {
    Wrong::new(key, vec![("from", from.to_string()), ("to", to.to_string())])
}

/// The years that a run can start in.
pub fn starts(pack: &Pack) -> Vec<i32> {
    let table = [Series::Stock2024, Series::Stock2020].into_iter().find_map(|s| pack.bilateral(s));
    let years = table.map(|t| t.years.clone()).unwrap_or_default();
    years.into_iter().filter(|y| (2000..=2020).contains(y) && y % 5 == 0).collect()
}

impl Asked {
    /// Reads the pairs of a query or form. Empty values are as if they were not there.
    pub fn read(pairs: &[(String, String)], pack: &Pack) -> Result<Asked, Wrong> {
        let get = |name: &str| pairs.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.trim());
        let pattern = Pattern { origin: country(get("origin"), pack)?, dest: country(get("dest"), pack)? };
        if let (Some(origin), Some(dest)) = (pattern.origin, pattern.dest)
            && origin == dest
        {
            return Err(Wrong::new("corridors-wrong-same", vec![("code", origin.to_string())]));
        }
        let mut asked = Asked { pattern, ..Asked::default() };
        let starts = starts(pack);
        let (first, last) = (starts.first().copied().unwrap_or(2020), starts.last().copied().unwrap_or(2020));
        asked.from = year(get("from"), asked.from, "corridors-wrong-from", first, last)?;
        if !starts.contains(&asked.from) {
            return Err(years("corridors-wrong-from", first, last));
        }
        let furthest = (asked.from + 60).min(2060);
        asked.to = year(get("to"), asked.to.min(furthest), "corridors-wrong-to", asked.from + 1, furthest)?;
        let since = year(get("since"), asked.from, "corridors-wrong-since", asked.from, asked.to)?;
        asked.since = Some(since).filter(|year| *year != asked.from);
        for lever in Lever::ALL {
            asked.levers.extend(value(*lever, get(lever.id()))?.map(|value| (*lever, value)));
        }
        asked.schools = schools(pairs)?;
        Ok(asked)
    }

    /// Reads a query that [`Asked::query`] wrote, or that a person changed.
    pub fn parse(query: &str, pack: &Pack) -> Result<Asked, Wrong> {
        let pair = |pair: &str| {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            (name.to_owned(), value.replace("%2D", "-").replace("%2E", "."))
        };
        let pairs: Vec<_> = query.split('&').filter(|p| !p.is_empty()).map(pair).collect();
        Asked::read(&pairs, pack)
    }

    /// The canonical query: the same scenario has the same text.
    pub fn query(&self) -> String {
        let mut out = String::new();
        let code = |code: Option<Code>| code.map(|c| c.to_string()).unwrap_or_default();
        // Writing to a String cannot fail.
        let _ = write!(out, "origin={}&dest={}", code(self.pattern.origin), code(self.pattern.dest));
        let _ = write!(out, "&from={}&to={}", self.from, self.to);
        if let Some(since) = self.since {
            let _ = write!(out, "&since={since}");
        }
        for (lever, value) in &self.levers {
            let _ = write!(out, "&{}={value}", lever.id());
        }
        for school in &self.schools {
            let _ = write!(out, "&school={school}");
        }
        out
    }

    /// As the model takes it.
    pub fn scenario(&self) -> Scenario {
        let one = |(lever, value): &(Lever, f64)| Move {
            lever: *lever,
            value: *value,
            pattern: self.pattern,
            year: self.since,
        };
        Scenario { moves: self.levers.iter().map(one).collect() }
    }

    /// What the command takes after `--set`.
    pub fn sets(&self) -> Vec<String> {
        let since = self.since.map(|y| format!("@{y}")).unwrap_or_default();
        self.levers.iter().map(|(lever, value)| format!("{}={value}@{}{since}", lever.id(), self.pattern)).collect()
    }

    /// The same with another school of its topic.
    #[must_use]
    pub fn with_school(&self, name: &str) -> Asked {
        let Ok(table) = Assumptions::standard() else { return self.clone() };
        let topic = |name: &str| table.schools.iter().find(|s| s.name == name).map(|s| s.topic.clone());
        let wanted = topic(name);
        let mut other = self.clone();
        other.schools.retain(|school| topic(school) != wanted);
        let first = table.schools.iter().find(|s| Some(&s.topic) == wanted.as_ref()).is_some_and(|s| s.name == name);
        if !first {
            other.schools.push(name.to_owned());
            other.schools.sort();
        }
        other
    }

    /// The levers that stand outside of what was ever observed.
    pub fn unseen(&self) -> Vec<Lever> {
        let seen = |one: &Move| one.is_observed();
        self.scenario().moves.iter().filter(|one| !seen(one)).map(|one| one.lever).collect()
    }
}

fn country(typed: &str, pack: &Pack) -> Result<Option<Code>, Wrong> {
    if typed.is_empty() || typed == "*" {
        return Ok(None);
    }
    let found = Code::parse(typed).and_then(|code| pack.country(code)).map(|place| pack.code(place));
    found.map(Some).ok_or_else(|| Wrong::new("corridors-wrong-country", vec![("code", typed.to_owned())]))
}

fn year(typed: &str, otherwise: i32, key: &'static str, from: i32, to: i32) -> Result<i32, Wrong> {
    if typed.is_empty() {
        return Ok(otherwise);
    }
    typed.parse().ok().filter(|year| (from..=to).contains(year)).ok_or_else(|| years(key, from, to))
}

/// A lever's value as a person types it; none where it stands as it is today.
fn value(lever: Lever, typed: &str) -> Result<Option<f64>, Wrong> {
    if typed.is_empty() {
        return Ok(None);
    }
    // As pages write numbers, so people do: with spaces between thousands, a comma, a minus sign.
    let plain = typed.replace(char::is_whitespace, "").replace(',', ".").replace('\u{2212}', "-");
    let number = plain.parse::<f64>().ok().filter(|v| v.is_finite());
    let row = lever.row();
    let wrong = |key| Wrong {
        lever: Some(lever),
        ..Wrong::new(
            key,
            vec![("value", typed.to_owned()), ("low", row.low.to_string()), ("high", row.high.to_string())],
        )
    };
    let number = number.ok_or_else(|| wrong("corridors-wrong-number"))?;
    match Move::new(lever, number, Pattern::ANY, None) {
        Ok(one) => Ok(Some(number).filter(|_| !one.is_neutral())),
        Err(MoveError::Range { .. } | _) => Err(wrong("corridors-wrong-range")),
    }
}

fn schools(pairs: &[(String, String)]) -> Result<Vec<String>, Wrong> {
    let Ok(table) = Assumptions::standard() else { return Ok(Vec::new()) };
    let mut named = Vec::new();
    for (_, name) in pairs.iter().filter(|(name, value)| name == "school" && !value.is_empty()) {
        if !table.schools.iter().any(|s| s.name == *name) {
            return Err(Wrong::new("corridors-wrong-school", vec![("name", name.clone())]));
        }
        named.push(name.clone());
    }
    if let Err(AssumptionError::Topic { one, other, .. }) = table.with_schools(&named) {
        return Err(Wrong::new("corridors-wrong-schools", vec![("one", one), ("other", other)]));
    }
    Ok(named.iter().fold(Asked::default(), |asked, name| asked.with_school(name)).schools)
}
