//! What everybody but the secretariat is shown of the responses, and when it is renewed.
//!
//! Whoever looks before and after one response could read it from the difference of two results. Hence results are
//! shown as they were *published*, and what is told of a perspective is published again only when at least as many
//! participants answer it otherwise than the disclosure limit says, in every set that is shown; and when the dialogue
//! closes. Delegations are shown what may be told inside. The public is shown what may be told of *that*, so that
//! nobody who sees both can compare two moments.

use super::landscape::is_counted;
use crate::app::Convened;
use crate::blocs::Bloc;
use crate::store::publication::{Published, Standing};
use crate::store::question::Question;
use crate::store::response::Vote;
use crate::store::{self, Conn, Db, Moment, Stored};
use crate::words::DialogueState;
use ::landscape::may_be_told;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Somebody else may publish the same question at once; then what is due is worked out again, this often at most.
const TRIES: usize = 3;

/// Publishes what may be told now of a question.
pub async fn renew(db: &Db, convened: &Convened, question: &Question, now: Moment) -> Stored<()> {
    for _ in 0..TRIES {
        if tried(db, convened, question, now).await? {
            break;
        }
    }
    Ok(())
}

/// False when somebody else published meanwhile.
async fn tried(db: &Db, convened: &Convened, question: &Question, now: Moment) -> Stored<bool> {
    let mut c = db.snapshot().await?;
    let standing = store::publication::standing(&mut c, &question.id).await?;
    let closing = convened.dialogue.state_at(now) == DialogueState::Closed;
    let rows = due(&mut c, convened, question, Due { closing, closed: standing.closed }).await?;
    drop(c);
    let closed = closing || standing.closed;
    if rows.is_empty() && closed == standing.closed {
        return Ok(true);
    }
    let mut c = db.write().await?;
    if !store::publication::advance(&mut c, &question.id, &next(&standing, &rows, closed, now)).await? {
        return Ok(false);
    }
    let rows: Vec<Published> = rows.into_iter().map(|row| row.to).collect();
    store::publication::keep(&mut c, &question.id, &rows).await?;
    if closing {
        store::publication::release_blocs(&mut c, &convened.dialogue.id).await?;
    }
    c.commit().await?;
    Ok(true)
}

/// Publishes what may be told now of every question of a dialogue.
pub async fn renew_all(db: &Db, convened: &Convened, now: Moment) -> Stored<()> {
    for question in &convened.questions {
        renew(db, convened, question, now).await?;
    }
    Ok(())
}

fn next(standing: &Standing, rows: &[Change], closed: bool, now: Moment) -> Standing {
    let inside = rows.iter().any(|row| row.from.0 != row.to.inside);
    let public = rows.iter().any(|row| row.from.1 != row.to.in_public);
    Standing {
        version: standing.version + 1,
        inside_at: if inside { now } else { standing.inside_at },
        public_at: if public { now } else { standing.public_at },
        closed,
    }
}

/// A response that is published otherwise from now on.
struct Change {
    /// As it was shown inside and in public.
    from: (Option<i64>, Option<i64>),
    to: Published,
}

/// What else may be published than what the limit allows.
#[derive(Debug, Clone, Copy)]
struct Due {
    /// The dialogue takes no responses now.
    closing: bool,
    /// Its closing publication was made already.
    closed: bool,
}

/// One response in its three stages.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Cell {
    now: Option<i64>,
    inside: Option<i64>,
    public: Option<i64>,
    without_code: bool,
}

/// The responses to one perspective, by participant.
type Column<'a> = BTreeMap<&'a str, Cell>;

async fn due(c: &mut Conn, convened: &Convened, question: &Question, due: Due) -> Stored<Vec<Change>> {
    let perspectives = store::perspective::of_question(c, &question.id).await?;
    let votes = store::response::votes(c, &question.id).await?;
    let published = store::publication::of_question(c, &question.id).await?;
    let blocs = crate::blocs::declared(c, &convened.dialogue.id).await?;
    let blocs: HashMap<&str, &[Bloc]> = blocs.iter().map(|(who, of)| (who.as_str(), of.as_slice())).collect();
    let counted: HashSet<&str> = perspectives.iter().filter(|p| is_counted(p)).map(|p| p.id.as_str()).collect();
    let (inside, public) = (convened.settings.disclosure_inside, convened.settings.disclosure_public);
    let mut changes = Vec::new();
    for (perspective, mut column) in columns(&votes, &published) {
        if !counted.contains(perspective) {
            continue;
        }
        let before = column.clone();
        stage(&mut column, &blocs, inside, due, |cell| (cell.now, &mut cell.inside));
        stage(&mut column, &blocs, public.max(inside), due, |cell| (cell.inside, &mut cell.public));
        changes.extend(column.iter().filter(|(who, cell)| before.get(*who) != Some(cell)).map(|(who, cell)| Change {
            from: before.get(who).map_or((None, None), |cell| (cell.inside, cell.public)),
            to: Published {
                participant_id: (*who).to_owned(),
                perspective_id: perspective.to_owned(),
                inside: cell.inside,
                in_public: cell.public,
                without_code: cell.without_code,
            },
        }));
    }
    Ok(changes)
}

fn columns<'a>(votes: &'a [Vote], published: &'a [Published]) -> BTreeMap<&'a str, Column<'a>> {
    let mut columns: BTreeMap<&str, Column<'_>> = BTreeMap::new();
    for row in published {
        let cell = Cell { inside: row.inside, public: row.in_public, now: None, without_code: row.without_code };
        columns.entry(&row.perspective_id).or_default().insert(&row.participant_id, cell);
    }
    for vote in votes {
        let cell = columns.entry(&vote.perspective_id).or_default().entry(&vote.participant_id).or_default();
        (cell.now, cell.without_code) = (Some(vote.value.signum()), vote.without_code);
    }
    columns
}

/// Brings a column from one stage to the next as far as that may be told: whole, or those alone who stand in no bloc
/// that is shown, or not yet.
fn stage(
    column: &mut Column<'_>,
    blocs: &HashMap<&str, &[Bloc]>,
    limit: u32,
    due: Due,
    step: impl Fn(&mut Cell) -> (Option<i64>, &mut Option<i64>),
) {
    let changed: Vec<&str> = column
        .iter_mut()
        .filter_map(|(who, cell)| {
            let (from, to) = step(cell);
            (from != *to).then_some(*who)
        })
        .collect();
    if changed.is_empty() {
        return;
    }
    let shown = shown_blocs(column, blocs, limit, &step);
    let of = |who: &&str| -> Vec<usize> {
        blocs.get(who).into_iter().copied().flatten().filter_map(|bloc| shown.get(bloc).copied()).collect()
    };
    let sets: Vec<Vec<usize>> = changed.iter().map(of).collect();
    let whole = may_be_told(&sets, shown.len(), limit as usize);
    let free = sets.iter().filter(|of| of.is_empty()).count() >= limit as usize;
    for (who, set) in changed.iter().zip(&sets) {
        let Some(cell) = column.get_mut(who) else { continue };
        let (from, to) = step(cell);
        // A result that leaves out who answered last would be no result: closing publishes all. What is taken away
        // from a closed dialogue waits for its number as before.
        let at_close = due.closing && (!due.closed || from.is_some());
        if whole || at_close || (free && set.is_empty()) {
            *to = from;
        }
    }
}

/// The blocs of which something may have been shown: those of whose members enough were published. Each has its place.
fn shown_blocs<'b>(
    column: &mut Column<'_>,
    blocs: &HashMap<&str, &'b [Bloc]>,
    limit: u32,
    step: &impl Fn(&mut Cell) -> (Option<i64>, &mut Option<i64>),
) -> HashMap<&'b Bloc, usize> {
    let mut sizes: BTreeMap<&Bloc, u32> = BTreeMap::new();
    for (who, cell) in column.iter_mut() {
        if step(cell).1.is_some() {
            blocs.get(who).into_iter().copied().flatten().for_each(|bloc| *sizes.entry(bloc).or_default() += 1);
        }
    }
    let shown = sizes.into_iter().filter(|(_, size)| *size >= limit);
    shown.enumerate().map(|(place, (bloc, _))| (bloc, place)).collect()
}
