//! A question as a Polis export: brought in, and written out again with the same votes under the same ids.

use crate::app::Convened;
use crate::live::landscape as live;
use crate::store::participant::Participant;
use crate::store::perspective::Perspective;
use crate::store::question::Question;
use crate::store::record::Event;
use crate::store::response::Change;
use crate::store::{self, Conn, Moment, Stored};
use crate::words::{EnteredBy, PerspectiveState, Value};
use landscape::read::{Comment, Export};
use landscape::write::{About, PolisExport};
use landscape::{Labels, Options, Response, Statement, Superseded, Votes, polis};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Why an export was not brought in. Nothing of it is kept.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Perspectives have numbers.
    #[error("comments.csv: the comment-id \"{0}\" is not a whole number. Give every comment a number of its own.")]
    Number(String),
    /// Votes alone have nothing that can be read.
    #[error("comments.csv is missing or empty. It has to hold the text of each comment; put it beside votes.csv.")]
    NoComments,
    /// The question has such numbers already.
    #[error(
        "question {reference} has a perspective number {number} already, and the export brings another one. \
         Import into a question without perspectives, or give --offset {free} to add {free} to every comment-id."
    )]
    Taken {
        /// The question.
        reference: String,
        /// The first number that is taken.
        number: i64,
        /// From where on numbers are free.
        free: i64,
    },
    /// The store refused.
    #[error("the import could not be kept: {0}. Nothing of it was kept; try again.")]
    Store(#[from] sqlx::Error),
}

/// How an export comes in.
#[derive(Debug, Clone)]
pub struct Manner {
    /// Language of the comments; else guessed by their script, else the dialogue's.
    pub lang: Option<String>,
    /// Added to every comment-id.
    pub offset: i64,
    /// When.
    pub now: Moment,
}

/// What came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Imported {
    /// Perspectives.
    pub perspectives: usize,
    /// Participants.
    pub participants: usize,
    /// Counted responses.
    pub responses: usize,
    /// Responses that were followed by another one of the same participant: the history has them.
    pub superseded: usize,
}

/// Brings an export in as perspectives and responses of a question. The caller commits.
pub async fn bring_in(
    c: &mut Conn,
    convened: &Convened,
    question: &Question,
    export: &Export,
    manner: &Manner,
) -> Result<Imported, ImportError> {
    let mut perspectives = perspectives(convened, question, &export.comments, manner)?;
    free_numbers(c, question, &perspectives).await?;
    let participants = participants(export, manner.now);
    for participant in participants.values() {
        store::participant::insert(c, &convened.dialogue.id, participant).await?;
    }
    for (perspective, comment) in perspectives.iter_mut().zip(&export.comments) {
        perspective.author_id =
            comment.author.as_ref().and_then(|author| participants.get(author.as_str())).map(|p| p.id.clone());
        store::perspective::insert(c, &convened.dialogue.id, perspective).await?;
    }
    let changes = changes(convened, question, export, &participants, &perspectives);
    store::response::apply(c, &changes).await?;
    Ok(Imported {
        perspectives: perspectives.len(),
        participants: participants.len(),
        responses: export.votes.len(),
        superseded: changes.len() - export.votes.len(),
    })
}

fn perspectives(
    convened: &Convened,
    question: &Question,
    comments: &[Comment],
    manner: &Manner,
) -> Result<Vec<Perspective>, ImportError> {
    if comments.is_empty() {
        return Err(ImportError::NoComments);
    }
    let one = |comment: &Comment| {
        let id = &comment.statement.id;
        let number = id.parse::<i64>().ok().and_then(|n| n.checked_add(manner.offset));
        let number = number.ok_or_else(|| ImportError::Number(id.clone()))?;
        Ok(perspective(convened, question, comment, number, manner))
    };
    comments.iter().map(one).collect()
}

fn perspective(
    convened: &Convened,
    question: &Question,
    comment: &Comment,
    number: i64,
    manner: &Manner,
) -> Perspective {
    let Statement { text, moderated, is_meta, is_seed, .. } = &comment.statement;
    let guess = || script_language(text).unwrap_or(&convened.dialogue.lang).to_owned();
    Perspective {
        id: store::new_id(),
        question_id: question.id.clone(),
        number,
        paragraph: None,
        lang: manner.lang.clone().unwrap_or_else(guess),
        text: text.clone(),
        state: if *moderated < 0 { PerspectiveState::Refused } else { PerspectiveState::Published },
        attribution: convened.dialogue.attribution,
        author_id: None,
        on_behalf_of: None,
        entered_by: EnteredBy::Author,
        statement_id: None,
        moderated: i64::from(*moderated),
        meta: *is_meta,
        seed: *is_seed,
        created_at: comment.at.unwrap_or(manner.now),
        changed_at: manner.now,
    }
}

/// The language that a script stands for, so that a text is read out in a fitting voice.
fn script_language(text: &str) -> Option<&'static str> {
    let most = |in_script: fn(char) -> bool| {
        text.chars().filter(|ch| in_script(*ch)).count() * 3 > text.chars().filter(|ch| ch.is_alphabetic()).count()
    };
    if text.is_ascii() {
        None
    } else if most(|ch| ('\u{4e00}'..='\u{9fff}').contains(&ch)) {
        Some("zh")
    } else if most(|ch| ('\u{600}'..='\u{6ff}').contains(&ch)) {
        Some("ar")
    } else if most(|ch| ('\u{400}'..='\u{4ff}').contains(&ch)) {
        Some("ru")
    } else {
        None
    }
}

async fn free_numbers(c: &mut Conn, question: &Question, coming: &[Perspective]) -> Result<(), ImportError> {
    let there = store::perspective::of_question(c, &question.id).await?;
    let taken: HashSet<i64> = there.iter().map(|p| p.number).collect();
    match coming.iter().map(|p| p.number).find(|number| taken.contains(number)) {
        None => Ok(()),
        Some(number) => Err(ImportError::Taken {
            reference: question.reference.clone(),
            number,
            free: taken.iter().max().map_or(0, |most| most + 1),
        }),
    }
}

/// Everybody who responded, in the order of the votes, then everybody who only wrote. Ids grow in that order, so that
/// the landscape, which walks by id, is the same as that of the export.
fn participants(export: &Export, now: Moment) -> HashMap<&str, Participant> {
    let mut found = HashMap::new();
    let authors = export.comments.iter().filter_map(|comment| comment.author.as_deref());
    for origin in export.votes.participants().iter().map(String::as_str).chain(authors) {
        found.entry(origin).or_insert_with(|| Participant {
            id: store::new_id(),
            kind: "person".to_owned(),
            delegation_id: None,
            code_id: None,
            network: None,
            origin: Some(origin.to_owned()),
            joined_at: now,
        });
    }
    found
}

/// Every vote; those that were followed by another one come first, so that the last of each pair is the one that counts.
fn changes(
    convened: &Convened,
    question: &Question,
    export: &Export,
    participants: &HashMap<&str, Participant>,
    perspectives: &[Perspective],
) -> Vec<Change> {
    let (voters, comments) = (export.votes.participants(), export.votes.statements());
    let by_comment: HashMap<&str, &str> =
        export.comments.iter().zip(perspectives).map(|(c, p)| (c.statement.id.as_str(), p.id.as_str())).collect();
    let change = |voter: usize, response: Response| {
        let participant = participants.get(voters.get(voter)?.as_str())?;
        let perspective = by_comment.get(comments.get(response.statement)?.as_str())?;
        Some(Change {
            participant: participant.id.clone(),
            perspective: (*perspective).to_owned(),
            question: question.id.clone(),
            value: Some(Value::from_number(i64::from(response.value.sign()))),
            matters: false,
            attribution: convened.dialogue.attribution,
            entered_by: EnteredBy::Author,
            at: response.at,
        })
    };
    let before = export.superseded.iter().filter_map(|s| change(s.participant, s.response));
    let counted = (0..voters.len()).flat_map(|voter| export.votes.responses(voter).map(move |r| (voter, r)));
    before.chain(counted.filter_map(|(voter, r)| change(voter, r))).collect()
}

/// `(participant, perspective, value, at)` of a response that counts.
pub type Counted<'a> = (&'a str, &'a str, i64, Moment);

/// What the history has behind responses that count: what the same participant answered before, since the last
/// withdrawal. What was taken back is in no export.
pub fn answered_before<'a>(history: Vec<Event>, counted: impl Iterator<Item = Counted<'a>>) -> Vec<Event> {
    let mut since: HashMap<(String, String), Vec<Event>> = HashMap::new();
    for event in history {
        let of = since.entry((event.participant_id.clone(), event.perspective_id.clone())).or_default();
        if event.value.is_some() { of.push(event) } else { of.clear() }
    }
    since.retain(|_, of| of.len() > 1);
    let mut before = Vec::new();
    for (participant, perspective, value, at) in counted {
        let Some(mut of) = since.remove(&(participant.to_owned(), perspective.to_owned())) else { continue };
        // Where a clock went back: nothing that would count in its place when the export is read again.
        let last = of.iter().rposition(|event| event.at == at && event.value == Some(value));
        of.truncate(last.unwrap_or(0));
        before.extend(of);
    }
    before
}

/// A question under the ids that an export has: perspectives by number, participants by the name that they had in
/// the file they came from, else by their pseudonym.
#[derive(Debug, Default)]
pub struct Outgoing {
    /// Who said what.
    pub votes: Votes,
    /// What they said before.
    pub superseded: Vec<Superseded>,
    /// To what.
    pub comments: Vec<Comment>,
}

impl Outgoing {
    /// The statements alone.
    pub fn statements(&self) -> Vec<Statement> {
        self.comments.iter().map(|c| c.statement.clone()).collect()
    }

    /// The four files, with the groups of the landscape as `group-id`, counted from 0 as Polis does.
    pub fn files(&self, about: &About) -> PolisExport {
        let landscape = polis(&self.votes, &self.statements(), &Options::default());
        let place: BTreeMap<&str, usize> =
            landscape.groups.iter().enumerate().map(|(i, g)| (g.id.as_str(), i)).collect();
        let labels: Labels = landscape
            .participants
            .iter()
            .flatten()
            .filter_map(|p| Some((p.id.clone(), place.get(p.group.as_deref()?)?.to_string())))
            .collect();
        landscape::write::polis(&self.votes, &self.superseded, &self.comments, &labels, about)
    }
}

/// Reads a question as it is written out.
pub async fn outgoing(c: &mut Conn, dialogue: &str, question: &str) -> Stored<Outgoing> {
    let material = live::material(c, dialogue, question).await?;
    let origins = origins(c, dialogue, &material.votes).await?;
    let perspectives = store::perspective::of_question(c, question).await?;
    let shown: Vec<&Perspective> = perspectives.iter().filter(|p| live::is_counted(p)).collect();
    let numbers: HashMap<&str, String> = shown.iter().map(|p| (p.id.as_str(), p.number.to_string())).collect();
    let before = answered_before(store::record::history(c, question).await?, counted(&material.votes));
    let (votes, superseded) = renamed(&material.votes, &before, &origins, &numbers);
    Ok(Outgoing { votes, superseded, comments: shown.iter().map(|p| comment(p, &origins)).collect() })
}

/// The names in the file of those who came from one. A name that two have is no name.
async fn origins(c: &mut Conn, dialogue: &str, votes: &Votes) -> Stored<HashMap<String, String>> {
    let here: HashSet<&str> = votes.participants().iter().map(String::as_str).collect();
    let all = store::participant::counted(c, dialogue).await?;
    let mut seen = HashMap::new();
    let voting = all.iter().filter(|p| here.contains(p.id.as_str()));
    voting.filter_map(|p| p.origin.as_ref()).for_each(|origin| *seen.entry(origin.clone()).or_insert(0) += 1);
    let named = all.into_iter().filter_map(|p| {
        let origin = p.origin?;
        (seen.get(&origin).copied().unwrap_or(0) < 2).then_some((p.id, origin))
    });
    Ok(named.collect())
}

fn counted(votes: &Votes) -> impl Iterator<Item = Counted<'_>> {
    votes.participants().iter().enumerate().flat_map(|(place, participant)| {
        votes.responses(place).filter_map(|r| {
            let perspective = votes.statements().get(r.statement)?;
            Some((participant.as_str(), perspective.as_str(), i64::from(r.value.sign()), r.at))
        })
    })
}

fn renamed(
    votes: &Votes,
    before: &[Event],
    origins: &HashMap<String, String>,
    numbers: &HashMap<&str, String>,
) -> (Votes, Vec<Superseded>) {
    let before =
        before.iter().filter_map(|e| Some((e.participant_id.as_str(), e.perspective_id.as_str(), e.value?, e.at)));
    let mut out = Votes::builder();
    for (participant, perspective, value, at) in before.chain(counted(votes)) {
        if let (Some(number), Ok(value)) = (numbers.get(perspective), landscape::Value::try_from(value)) {
            out.response(origins.get(participant).map_or(participant, String::as_str), number, value, at);
        }
    }
    out.build_with_superseded()
}

/// Only who came from an export is named as an author again: the pseudonym of anybody else would tie what they wrote
/// to how they responded.
fn comment(p: &Perspective, origins: &HashMap<String, String>) -> Comment {
    let erased = p.state == PerspectiveState::Erased;
    let statement = Statement { id: p.number.to_string(), ..live::statement(p) };
    Comment {
        statement: if erased { Statement { text: String::new(), ..statement } } else { statement },
        author: p.author_id.as_ref().and_then(|id| origins.get(id)).cloned(),
        at: Some(p.created_at),
    }
}
