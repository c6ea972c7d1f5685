//! Reading a problem: what does not make sense is refused with its place in the file.

use crate::figure::Figure;
use crate::json::{Fields, Node, Place};
use crate::problem::{Effect, Joint, Measure, Party, Problem, RedLine, Relation, Tolerance};

/// Why a problem was not read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Not JSON.
    #[error("line {line}, column {column}: {what}")]
    Json {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong.
        what: String,
    },
    /// JSON that is not of this layout, or contradicts itself.
    #[error("{place}: {what}")]
    At {
        /// The place, such as `effects[3].party` (counted from 0).
        place: String,
        /// What is wrong, and what to do.
        what: String,
    },
}

pub(crate) fn at<T>(place: &Place<'_>, what: impl Into<String>) -> Result<T, ReadError> {
    Err(ReadError::At { place: place.to_string(), what: what.into() })
}

impl Problem {
    /// Reads `indaba/measures/1`, with or without a byte order mark, and checks it.
    pub fn read(json: &[u8]) -> Result<Problem, ReadError> {
        let json = json.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(json);
        let node: Node<'_> = serde_json::from_slice(json).map_err(|error| ReadError::Json {
            line: error.line(),
            column: error.column(),
            what: format!("this is not JSON ({})", error.to_string().split(" at line ").next().unwrap_or_default()),
        })?;
        let problem = problem(&node)?;
        problem.check()?;
        Ok(problem)
    }
}

const PROBLEM: &[&str] =
    &["schema", "spheres", "parties", "measures", "effects", "relations", "budget", "red_lines", "tolerance"];

fn problem(node: &Node<'_>) -> Result<Problem, ReadError> {
    let f = node.fields(&Place::Top, PROBLEM)?;
    Ok(Problem {
        schema: f.text("schema")?,
        spheres: f.list("spheres", text)?,
        parties: f.list("parties", party)?,
        measures: f.list("measures", measure)?,
        effects: f.list_if_given("effects", effect)?,
        relations: f.list_if_given("relations", relation)?,
        budget: f.whole_if_given("budget", Figure::Budget)?,
        red_lines: f.list_if_given("red_lines", red_line)?,
        tolerance: f.read("tolerance", tolerance)?,
    })
}

fn text(node: &Node<'_>, place: &Place<'_>) -> Result<String, ReadError> {
    node.text(place)
}

fn party(node: &Node<'_>, place: &Place<'_>) -> Result<Party, ReadError> {
    let f = node.fields(place, &["id", "name", "bloc", "weight"])?;
    let weight = f.whole_if_given("weight", Figure::Weight)?;
    let weight = weight.map(|n| u32::try_from(n).or_else(|_| out_of_range(place, "weight", n))).transpose()?;
    Ok(Party { id: f.text("id")?, name: f.text("name")?, bloc: f.text_if_given("bloc")?, weight })
}

fn out_of_range(place: &Place<'_>, name: &str, value: i64) -> Result<u32, ReadError> {
    Figure::Weight.check(&Place::Field(place, name), value).map(|()| 1)
}

fn measure(node: &Node<'_>, place: &Place<'_>) -> Result<Measure, ReadError> {
    let f = node.fields(place, &["id", "name", "cost", "question", "source"])?;
    Ok(Measure {
        id: f.text("id")?,
        name: f.text("name")?,
        cost: f.whole_if_given("cost", Figure::Cost)?,
        question: f.text_if_given("question")?,
        source: f.text_if_given("source")?,
    })
}

fn effect(node: &Node<'_>, place: &Place<'_>) -> Result<Effect, ReadError> {
    let f = node.fields(place, &["measure", "party", "sphere", "low", "mode", "high", "by"])?;
    let [low, mode, high] = scores(&f)?;
    let (measure, party, sphere) = (f.text("measure")?, f.text("party")?, f.text("sphere")?);
    Ok(Effect { measure, party, sphere, low, mode, high, by: f.text_if_given("by")? })
}

fn joint(node: &Node<'_>, place: &Place<'_>) -> Result<Joint, ReadError> {
    let f = node.fields(place, &["party", "sphere", "low", "mode", "high", "by"])?;
    let [low, mode, high] = scores(&f)?;
    Ok(Joint { party: f.text("party")?, sphere: f.text("sphere")?, low, mode, high, by: f.text_if_given("by")? })
}

fn scores(f: &Fields<'_>) -> Result<[i64; 3], ReadError> {
    Ok([f.whole("low", Figure::Score)?, f.whole("mode", Figure::Score)?, f.whole("high", Figure::Score)?])
}

fn relation(node: &Node<'_>, place: &Place<'_>) -> Result<Relation, ReadError> {
    let kind = node.field("kind").map(|kind| kind.text(&Place::Field(place, "kind"))).transpose()?;
    let known: &[&str] = match kind.as_deref() {
        Some("requires" | "excludes") | None => &["kind", "measures"],
        Some("at_most") => &["kind", "measures", "k"],
        Some("synergy") => &["kind", "measures", "effects"],
        Some(other) => {
            let what = format!("\"{other}\" is not known; write requires, excludes, at_most or synergy");
            return at(&Place::Field(place, "kind"), what);
        }
    };
    let f = node.fields(place, known)?;
    let (kind, measures) = (f.text("kind")?, f.list("measures", text)?);
    Ok(match kind.as_str() {
        "requires" => Relation::Requires { measures },
        "excludes" => Relation::Excludes { measures },
        "at_most" => Relation::AtMost { measures, k: f.whole("k", Figure::Most)? },
        _ => Relation::Synergy { measures, effects: f.list("effects", joint)? },
    })
}

fn red_line(node: &Node<'_>, place: &Place<'_>) -> Result<RedLine, ReadError> {
    let f = node.fields(place, &["party", "sphere", "measure", "floor"])?;
    Ok(RedLine {
        party: f.text("party")?,
        sphere: f.text_if_given("sphere")?,
        measure: f.text_if_given("measure")?,
        floor: f.whole_if_given("floor", Figure::Floor)?,
    })
}

/// One for all spheres, one for each in their order, or by name.
fn tolerance(node: &Node<'_>, place: &Place<'_>) -> Result<Tolerance, ReadError> {
    match node {
        Node::List(_) => Ok(Tolerance::List(node.list(place, |node, place| node.whole(place, Figure::Tolerance))?)),
        Node::Object(_) => Ok(Tolerance::Named(node.named(place, |node, place| node.whole(place, Figure::Tolerance))?)),
        one => Ok(Tolerance::One(one.whole(place, Figure::Tolerance)?)),
    }
}
