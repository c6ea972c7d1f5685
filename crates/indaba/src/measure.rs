//! Measures: what is asked of people about them, who says what they do, how they depend on each other.

use crate::store::measure::Measure;
use crate::store::perspective::{self, Perspective};
use crate::store::question::Question;
use crate::store::{self, Conn, Moment, Stored, measure};
use crate::words::{Attribution, EnteredBy, PerspectiveState, words};
use serde::{Deserialize, Serialize};

/// The spheres of a dialogue that has set none of its own (`words.md`).
pub const SPHERES: [&str; 7] = ["economic", "social", "trade", "labour", "cultural", "security", "development"];
/// Least and greatest effect.
pub const SCORES: std::ops::RangeInclusive<i64> = landing::problem::SCORES;

words! {
    /// Who says what a measure does.
    Origin, "origin of an effect" {
        /// The delegation itself.
        Own = "own",
        /// An expert whom the secretariat asked.
        Expert = "expert",
        /// Published work.
        Literature = "literature",
        /// A model.
        Model = "model",
    }
}

words! {
    /// How measures depend on each other.
    Kind, "relation of measures" {
        /// The first needs all the others.
        Requires = "requires",
        /// One of them at most.
        Excludes = "excludes",
        /// So many of them at most.
        AtMost = "at_most",
        /// Together they do more.
        Synergy = "synergy",
    }
}

/// What a synergy adds for one party in one sphere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Added {
    /// The delegation.
    pub delegation: String,
    /// The sphere.
    pub sphere: String,
    /// At worst.
    pub low: i64,
    /// Most likely.
    pub mode: i64,
    /// At best.
    pub high: i64,
}

/// Numbers of measures as they stand in a list of the store (`3;14`).
pub fn numbers(list: &str) -> Vec<i64> {
    crate::words::split(list).filter_map(|number| number.trim().parse().ok()).collect()
}

/// The list of the store from numbers, each once, in their order.
pub fn listed(numbers: &[i64]) -> String {
    let mut seen = std::collections::BTreeSet::new();
    let once = numbers.iter().filter(|n| seen.insert(**n)).map(ToString::to_string);
    once.collect::<Vec<_>>().join(";")
}

/// What is responded to, in the six languages: `#` stands for the number, `@` for the title. It is said in the language
/// of the measure and becomes part of the record, hence it is no text of the interface.
const SAID: [(&str, &str); 6] = [
    ("en", "Measure #, “@”: we could support it."),
    ("fr", "Mesure #, « @ » : nous pourrions la soutenir."),
    ("es", "Medida #, «@»: podríamos apoyarla."),
    ("ar", "التدبير #، «@»: يمكننا تأييده."),
    ("zh", "措施 #：“@”——我们可以支持。"),
    ("ru", "Мера #, «@»: мы могли бы её поддержать."),
];

/// What is responded to.
pub fn said(number: i64, title: &str, lang: &str) -> String {
    let (_, words) = SAID.iter().find(|(code, _)| *code == lang).unwrap_or(&SAID[0]);
    words.replace('#', &number.to_string()).replace('@', title)
}

/// What somebody proposes.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// What is done, in a line.
    pub title: String,
    /// What it consists of.
    pub detail: String,
    /// What it costs.
    pub cost: Option<i64>,
    /// Where it comes from.
    pub source: String,
    /// Language.
    pub lang: String,
    /// What may be said about its author.
    pub attribution: Attribution,
    /// The participant; none for the secretariat.
    pub author: Option<String>,
    /// Who typed it.
    pub entered_by: EnteredBy,
    /// Draft, pending or published, as for any perspective.
    pub state: PerspectiveState,
}

/// Puts a measure under its question: a perspective carries it, as one carries a practice.
pub async fn propose(c: &mut Conn, dialogue: &str, question: &Question, p: Proposal, now: Moment) -> Stored<Measure> {
    let number = measure::next_number(c, dialogue).await?;
    let carrier = Perspective {
        id: store::new_id(),
        question_id: question.id.clone(),
        number: perspective::next_number(c, &question.id).await?,
        paragraph: Some(question.paragraph.clone()),
        text: said(number, &p.title, &p.lang),
        lang: p.lang.clone(),
        state: p.state,
        attribution: p.attribution,
        author_id: p.author.clone(),
        on_behalf_of: None,
        entered_by: p.entered_by,
        statement_id: None,
        moderated: 0,
        meta: false,
        seed: false,
        created_at: now,
        changed_at: now,
    };
    perspective::insert(c, dialogue, &carrier).await?;
    let measure = Measure {
        id: store::new_id(),
        number,
        question_id: question.id.clone(),
        perspective_id: carrier.id,
        title: p.title,
        detail: p.detail,
        cost: p.cost,
        source: p.source,
        changed_at: now,
        state: p.state,
        attribution: p.attribution,
        author_id: p.author,
        lang: p.lang,
        entered_by: p.entered_by,
        created_at: now,
    };
    measure::insert(c, dialogue, &measure).await?;
    Ok(measure)
}
