//! What was heard on a question: the perspectives and responses of a face, and the landscape that they give.

use super::Face;
use crate::app::Convened;
use crate::blocs::Bloc;
use crate::lang::L;
use crate::polis_layout::answered_before;
use crate::secret;
use crate::store::participant::Participant;
use crate::store::perspective::Perspective;
use crate::store::question::Question;
use crate::store::record::Event;
use crate::store::response::Response;
use crate::store::{self, Conn, Stored};
use crate::words::{Attribution, PerspectiveState};
use landscape::read::Comment;
use landscape::{Blocs, Landscape, Options, Statement, Superseded, Value, Votes};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Those who count in a dialogue, with their declared blocs.
#[derive(Debug, Default)]
pub struct People {
    /// In the order of their coming.
    pub participants: Vec<Participant>,
    /// The ids of each one's blocs, sorted.
    pub blocs: HashMap<String, BTreeSet<String>>,
    /// The names of blocs in words, by id.
    pub names: BTreeMap<String, String>,
}

impl People {
    /// Reads them.
    pub async fn load(c: &mut Conn, convened: &Convened, l: L) -> Stored<People> {
        let observers: HashSet<String> = store::delegation::all(c, &convened.dialogue.id)
            .await?
            .into_iter()
            .filter(|d| d.observer)
            .map(|d| d.id)
            .collect();
        let mut participants = store::participant::counted(c, &convened.dialogue.id).await?;
        participants.retain(|p| p.delegation_id.as_ref().is_none_or(|id| !observers.contains(id)));
        let declared = crate::blocs::declared(c, &convened.dialogue.id).await?;
        let mut names = BTreeMap::new();
        let mut blocs = HashMap::new();
        for (participant, of) in declared {
            names.extend(of.iter().map(|bloc| (bloc.id(), bloc.label(l))));
            blocs.insert(participant, of.iter().map(Bloc::id).collect());
        }
        Ok(People { participants, blocs, names })
    }

    /// The ids of those who count.
    pub fn ids(&self) -> BTreeSet<String> {
        self.participants.iter().map(|p| p.id.clone()).collect()
    }

    /// The same people as the public is told of: new pseudonyms, and blocs only where at least `k` share the same
    /// set of them, because a delegation's blocs together may name it.
    #[must_use]
    pub fn published(&self, pseudonym: &dyn Fn(&str) -> String, k: usize) -> People {
        let none = BTreeSet::new();
        let of = |p: &Participant| self.blocs.get(&p.id).unwrap_or(&none);
        let mut sharing: HashMap<&BTreeSet<String>, usize> = HashMap::new();
        for p in &self.participants {
            *sharing.entry(of(p)).or_default() += 1;
        }
        let told = |p: &&Participant| sharing.get(of(p)).is_some_and(|n| *n >= k);
        let blocs = self.participants.iter().filter(told).map(|p| (pseudonym(&p.id), of(p).clone())).collect();
        let mut participants: Vec<Participant> =
            self.participants.iter().map(|p| Participant { id: pseudonym(&p.id), ..p.clone() }).collect();
        participants.sort_by(|a, b| a.id.cmp(&b.id));
        People { participants, blocs, names: self.names.clone() }
    }

    fn as_blocs(&self) -> Blocs {
        let mut all = Blocs::new();
        for (participant, of) in &self.blocs {
            for bloc in of {
                all.entry(bloc.clone()).or_default().insert(participant.clone());
            }
        }
        all
    }
}

/// The pseudonym of a participant in a publication. The same publication gives the same one; another dialogue, or
/// the same one closed at another time, gives others that nobody can join with these.
pub fn pseudonym(key: &str, convened: &Convened, participant: &str) -> String {
    let d = &convened.dialogue;
    secret::keyed(key, &format!("record\0{}\0{}\0{participant}", d.id, d.closes_at.unwrap_or(0)))
}

/// One question as a face holds it.
#[derive(Debug)]
pub struct Heard {
    /// Those that were published once, by number.
    pub perspectives: Vec<Perspective>,
    /// Counted responses to them, by participant and perspective.
    pub responses: Vec<Response>,
}

/// Reads what was heard on a question from those who count; for counts, what was published of it. Nothing that was off
/// the record is in a public face.
pub async fn heard(c: &mut Conn, question: &Question, face: Face, counted: &BTreeSet<String>) -> Stored<Heard> {
    let perspectives: Vec<Perspective> = store::perspective::of_question(c, &question.id)
        .await?
        .into_iter()
        .filter(|p| once_published(p.state))
        .filter(|p| face == Face::Full || p.attribution != Attribution::OffTheRecord)
        .collect();
    let there: BTreeSet<&str> = perspectives.iter().map(|p| p.id.as_str()).collect();
    let mut responses = match face {
        // What counts then stands in them: who left since is taken out when that may be told.
        Face::Aggregates => published(c, question).await?,
        Face::Full | Face::Rows => store::response::of_question(c, &question.id).await?,
    };
    responses.retain(|r| there.contains(r.perspective_id.as_str()));
    responses.retain(|r| face == Face::Aggregates || counted.contains(&r.participant_id));
    // In counts nobody can be told apart, and they agree with those on the page.
    if face == Face::Rows {
        responses.retain(|r| r.attribution != Attribution::OffTheRecord.as_str());
    }
    Ok(Heard { perspectives, responses })
}

/// The responses as everybody was shown them last.
async fn published(c: &mut Conn, question: &Question) -> Stored<Vec<Response>> {
    let rows = store::publication::of_question(c, &question.id).await?;
    let shown = rows.into_iter().filter_map(|row| {
        Some(Response {
            value: row.in_public?,
            participant_id: row.participant_id,
            perspective_id: row.perspective_id,
            matters: false,
            attribution: String::new(),
            entered_by: String::new(),
            at: 0,
        })
    });
    Ok(shown.collect())
}

/// Drafts and what still waits for its moderators are nobody else's.
fn once_published(state: PerspectiveState) -> bool {
    use PerspectiveState::{Erased, Published, Refused, Withdrawn};
    matches!(state, Published | Withdrawn | Refused | Erased)
}

impl Heard {
    /// The same with other names for the participants.
    #[must_use]
    pub fn renamed(mut self, pseudonym: &dyn Fn(&str) -> String) -> Heard {
        for r in &mut self.responses {
            r.participant_id = pseudonym(&r.participant_id);
        }
        self.responses
            .sort_by(|a, b| (&a.participant_id, &a.perspective_id).cmp(&(&b.participant_id, &b.perspective_id)));
        self
    }

    /// The responses as a Polis export takes them, with what was answered before beside what counts: a perspective is
    /// named by its number within the question.
    pub fn polis_votes(&self, before: &[Event]) -> (Votes, Vec<Superseded>) {
        let numbers: HashMap<&str, String> =
            self.perspectives.iter().map(|p| (p.id.as_str(), p.number.to_string())).collect();
        let before = before.iter().filter_map(|e| Some((&e.participant_id, &e.perspective_id, e.value?, e.at)));
        let counted = self.responses.iter().map(|r| (&r.participant_id, &r.perspective_id, r.value, r.at));
        let mut votes = Votes::builder();
        for (participant, perspective, given, at) in before.chain(counted) {
            if let Some(number) = numbers.get(perspective.as_str()) {
                votes.response(participant, number, value(given), at);
            }
        }
        votes.build_with_superseded()
    }

    /// What the history has behind these responses.
    pub async fn answered_before(&self, c: &mut Conn, question: &Question) -> Stored<Vec<Event>> {
        let history = store::record::history(c, &question.id).await?;
        let counted =
            self.responses.iter().map(|r| (r.participant_id.as_str(), r.perspective_id.as_str(), r.value, r.at));
        Ok(answered_before(history, counted))
    }

    fn votes<'n>(&'n self, name: impl Fn(&'n str) -> Option<&'n str>) -> Votes {
        let mut votes = Votes::builder();
        for r in &self.responses {
            if let Some(statement) = name(&r.perspective_id) {
                votes.response(&r.participant_id, statement, value(r.value), r.at);
            }
        }
        votes.build()
    }

    /// The perspectives as a Polis export takes them. No author: beside the responses a pseudonym would tie what
    /// somebody wrote to everything that they answered.
    pub fn comments(&self) -> Vec<Comment> {
        let comment = |p: &Perspective| {
            let statement = Statement { id: p.number.to_string(), ..statement(p) };
            Comment { statement, author: None, at: Some(p.created_at) }
        };
        self.perspectives.iter().map(comment).collect()
    }

    /// The landscape of these responses; what was off the record leaves no trace in it.
    pub fn landscape(&self, people: &People) -> Landscape {
        let counted = || self.perspectives.iter().filter(|p| p.attribution != Attribution::OffTheRecord);
        let there: BTreeSet<&str> = counted().map(|p| p.id.as_str()).collect();
        let statements: Vec<Statement> = counted().map(statement).collect();
        let options = Options { blocs: people.as_blocs(), threads: crate::cores::all(), ..Options::default() };
        landscape::indaba(&self.votes(|id| there.get(id).copied()), &statements, &options)
    }

    /// The perspective that a landscape names.
    pub fn perspective(&self, id: &str) -> Option<&Perspective> {
        self.perspectives.iter().find(|p| p.id == id)
    }
}

/// What was refused, withdrawn or erased counts as taken out.
fn statement(p: &Perspective) -> Statement {
    let out = p.state != PerspectiveState::Published;
    let moderated = if out { -1 } else { i8::try_from(p.moderated.clamp(-1, 1)).unwrap_or(0) };
    let text = if p.state == PerspectiveState::Erased { String::new() } else { p.text.clone() };
    Statement { id: p.id.clone(), text, moderated, is_meta: p.meta, is_seed: p.seed }
}

fn value(number: i64) -> Value {
    match number {
        1.. => Value::Agree,
        0 => Value::Pass,
        _ => Value::Disagree,
    }
}
