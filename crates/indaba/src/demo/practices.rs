//! The demo's practices and estimates. Everything in them is invented, and the text of each review says so.

use super::load::{SPAN, Seat, Spot, rows, voice};
use super::model::estimates::{Asked, simulate};
use super::model::{Place, Point, Voice};
use crate::app::{self, Convened};
use crate::keys::Keyring;
use crate::practice::file::{self, Came};
use crate::practice::sealing::Named;
use crate::store::estimate::{self, Answer, Estimate};
use crate::store::reviewer::{self, Advice, Reviewer};
use crate::store::{self, Conn, Moment};
use crate::store::{practice, practice_place};
use crate::words::{EnteredBy, ReviewerKind, Verdict};
use anyhow::{Context, bail};
use std::collections::HashMap;

const PRACTICES: &str = include_str!("../../assets/demo/practices.csv");
const MODEL: &str = include_str!("../../assets/demo/practices_model.csv");

#[derive(Debug, serde::Deserialize)]
struct ModelRow {
    number: i64,
    ease: f64,
    x: f64,
    y: f64,
}

/// Puts the practices into the store, as a file of them is brought in; gives the perspectives that carry them.
pub(super) async fn practices(
    c: &mut Conn,
    slug: &str,
    seats: &[Seat],
    keys: &Keyring,
    now: Moment,
) -> anyhow::Result<Vec<Spot>> {
    let convened = app::convened(c, slug).await?.context("the demo's dialogue is gone")?;
    let names: Vec<String> = seats.iter().map(|s| s.delegation.name.clone()).collect();
    let read = match file::read(&convened, &names, PRACTICES.as_bytes()) {
        Ok(rows) => rows,
        Err(troubles) => bail!("assets/demo/practices.csv: {:?}", troubles.first()),
    };
    let authors: HashMap<String, String> =
        seats.iter().map(|s| (s.delegation.name.clone(), s.participant.clone())).collect();
    let came = Came { authors: &authors, entered_by: EnteredBy::Author, at: now - SPAN };
    file::keep(c, &convened, keys, &read, &came).await?;
    review(c, &convened, keys, now).await?;
    spots(c, &convened, seats).await
}

/// A reviewer: of which kind, what was declared, what was advised.
type Turn<'a> = (ReviewerKind, Option<&'a str>, Option<Verdict>);

/// Reviewers of the practice that waits and of the one that was sent back.
async fn review(c: &mut Conn, convened: &Convened, keys: &Keyring, now: Moment) -> anyhow::Result<()> {
    use ReviewerKind::{External, Internal};
    for p in practice::all(c, &convened.dialogue.id).await? {
        let verdicts: &[Turn] = match p.state.as_str() {
            "review" => &[
                (Internal, Some(""), Some(Verdict::Publish)),
                (External, Some("Simulated: advises the city that submitted it"), None),
                (External, None, None),
            ],
            "returned" => &[
                (Internal, Some(""), Some(Verdict::Revise)),
                (External, Some(""), Some(Verdict::Revise)),
                (External, Some(""), Some(Verdict::Revise)),
            ],
            _ => continue,
        };
        for (n, turn) in (1..).zip(verdicts) {
            asked(c, keys, &p.id, (n, *turn), now).await?;
        }
    }
    Ok(())
}

async fn asked(
    c: &mut Conn,
    keys: &Keyring,
    practice: &str,
    (n, (kind, conflict, verdict)): (usize, Turn<'_>),
    now: Moment,
) -> anyhow::Result<()> {
    let id = store::new_id();
    let named = Named { name: format!("Simulated reviewer {n}"), organisation: "An invented institute".to_owned() };
    let reviewer = Reviewer {
        sealed: named.sealed(keys, &id)?,
        id,
        practice_id: practice.to_owned(),
        kind,
        extra: false,
        conflict: conflict.map(str::to_owned),
        assigned_at: now - SPAN,
        released_at: None,
    };
    // Nobody holds the token behind this hash: the demo's reviewers have no link.
    reviewer::insert(c, &crate::secret::hash(&reviewer.id), &reviewer).await?;
    if let Some(verdict) = verdict {
        let advice = Advice {
            reviewer_id: reviewer.id,
            version: 1,
            verdict,
            grade: "C".to_owned(),
            reasons: "Simulated reasons: say how many accounts were closed again, and who counted.".to_owned(),
            at: now - SPAN / 2,
        };
        reviewer::advise(c, &advice).await?;
    }
    Ok(())
}

/// The perspectives that carry practices, with their place in the model of opinion.
async fn spots(c: &mut Conn, convened: &Convened, seats: &[Seat]) -> anyhow::Result<Vec<Spot>> {
    let model: HashMap<i64, ModelRow> =
        rows::<ModelRow>("practices_model.csv", MODEL)?.into_iter().map(|row| (row.number, row)).collect();
    let under = practice_place::under(c, &convened.dialogue.id, "").await?;
    let spot = |u: practice_place::Under| {
        let row = model.get(&u.number)?;
        let place = Place {
            question: convened.questions.iter().position(|q| q.id == u.question_id)?,
            ease: row.ease,
            toward: Point { x: row.x, y: row.y },
            author: seats.iter().position(|s| Some(&s.participant) == u.author_id.as_ref()),
        };
        Some(Spot { perspective: u.perspective_id, question: u.question_id, place })
    };
    under.into_iter().map(|u| spot(u).context("assets/demo/practices_model.csv: a row is missing")).collect()
}

/// Question, wording, unit, and what the model knows.
const ESTIMATES: [(&str, &str, &str, Asked); 2] = [
    (
        "10.1",
        "Within how many months after arrival should a newcomer have been offered a place on a language course?",
        "months",
        Asked { middle: 5.0, apart: 0.0, scale: 2.0, range: (0.0, 24.0) },
    ),
    (
        "15.5",
        "After how many years of stay in an irregular situation could a way to a regular status begin?",
        "years",
        Asked { middle: 8.5, apart: 4.0, scale: 1.0, range: (0.0, 20.0) },
    ),
];

/// Reasons for low and for high numbers; whoever has an even number gives one.
const REASONS: [[&str; 2]; 2] = [
    [
        "Simulated reason: what is learned in the first months is used at once.",
        "Simulated reason: places are few, and those who work need a time that fits.",
    ],
    [
        "Simulated reason: children who grew up here know no other place.",
        "Simulated reason: a term that is too short makes promises that the next year cannot keep.",
    ],
];

/// Puts the estimates into the store, with the answers of the delegations.
pub(super) async fn estimates(
    c: &mut Conn,
    dialogue: &str,
    seats: &[Seat],
    seed: u64,
    now: Moment,
) -> anyhow::Result<()> {
    let questions = store::question::all(c, dialogue).await?;
    let voices: Vec<Voice> = seats.iter().map(voice).collect();
    for (place, (reference, text, unit, asked)) in ESTIMATES.into_iter().enumerate() {
        let question = questions.iter().find(|q| q.reference == reference).context("assets/demo: unknown question")?;
        let estimate = Estimate {
            id: store::new_id(),
            question_id: question.id.clone(),
            number: estimate::next_number(c, &question.id).await?,
            text: text.to_owned(),
            lang: "en".to_owned(),
            unit: unit.to_owned(),
            least: asked.range.0,
            most: asked.range.1,
            state: "open".to_owned(),
            created_at: now - SPAN,
        };
        estimate::insert(c, dialogue, &estimate).await?;
        let answers = simulate(&asked, &voices, seed.wrapping_add(place as u64));
        let step = SPAN / (answers.len() as Moment + 1);
        for (n, (delegation, [low, best, high])) in (1..).zip(answers) {
            let reason = REASONS[place][usize::from(best > asked.middle)];
            let answer = Answer {
                id: store::new_id(),
                estimate_id: estimate.id.clone(),
                participant_id: seats[delegation].participant.clone(),
                low: Some(low),
                best: Some(best),
                high: Some(high),
                reason: if delegation.is_multiple_of(2) { reason.to_owned() } else { String::new() },
                lang: "en".to_owned(),
                attribution: "named".to_owned(),
                at: now - SPAN + n * step,
            };
            estimate::answer(c, &answer).await?;
        }
    }
    Ok(())
}
