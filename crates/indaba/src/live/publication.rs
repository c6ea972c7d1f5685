//! What everybody but the secretariat is shown of the responses, and when it is renewed.
//!
//! Whoever looks before and after one response could read it from the difference of two results. Hence results are
//! shown as they were *published*, and what is told of a perspective is published again only when at least as many
//! participants answer it otherwise than the disclosure limit says, in every set that is shown; and when the dialogue
//! closes. Delegations are shown what may be told inside. The public is shown what may be told of *that*, so that
//! nobody who sees both can compare two moments.

use super::estimates;
use super::landscape::{Audience, is_counted};
use super::spacing::{Blocs, Cell, Column, Due, bring_forward};
use crate::app::Convened;
use crate::store::publication::{Published, Standing};
use crate::store::question::Question;
use crate::store::response::Vote;
use crate::store::{self, Conn, Db, Moment, Stored};
use crate::words::DialogueState;
use std::collections::{BTreeMap, HashSet};

/// Somebody else may publish the same question at once; then what is due is worked out again, this often at most.
pub(super) const TRIES: usize = 3;

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
    let (rows, hurried) = due(&mut c, convened, question, Due { closing, closed: standing.closed }).await?;
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
    for (audience, perspective) in hurried {
        store::published_landscape::hurry(&mut c, &question.id, audience.as_str(), &perspective, now).await?;
    }
    if closing {
        store::published_landscape::hurry_all_with_blocs(&mut c, &convened.dialogue.id, now).await?;
        store::publication::release_blocs(&mut c, &convened.dialogue.id).await?;
    }
    c.commit().await?;
    Ok(true)
}

/// Publishes what may be told now of every question of a dialogue, and of its estimates.
pub async fn renew_all(db: &Db, convened: &Convened, now: Moment) -> Stored<()> {
    for question in &convened.questions {
        renew(db, convened, question, now).await?;
    }
    estimates::renew(db, convened, "", now).await?;
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

/// Perspectives of which closing publishes what would have had to wait, with whom that is shown to.
type Hurried = Vec<(Audience, String)>;

async fn due(c: &mut Conn, convened: &Convened, question: &Question, due: Due) -> Stored<(Vec<Change>, Hurried)> {
    let perspectives = store::perspective::of_question(c, &question.id).await?;
    let votes = store::response::votes(c, &question.id).await?;
    let published = store::publication::of_question(c, &question.id).await?;
    let blocs = crate::blocs::declared(c, &convened.dialogue.id).await?;
    let blocs: Blocs<'_> = blocs.iter().map(|(who, of)| (who.as_str(), of.as_slice())).collect();
    let counted: HashSet<&str> = perspectives.iter().filter(|p| is_counted(p)).map(|p| p.id.as_str()).collect();
    let limits = (convened.settings.disclosure_inside, convened.settings.disclosure_public);
    let without_code: HashSet<&str> =
        votes.iter().filter(|v| v.without_code).map(|v| v.participant_id.as_str()).collect();
    let (mut changes, mut hurried) = (Vec::new(), Vec::new());
    for (perspective, mut column) in columns(&votes, &published) {
        if !counted.contains(perspective) {
            continue;
        }
        let before = column.clone();
        let few = bring_forward(&mut column, &blocs, limits, due);
        let audiences = [Audience::Inside, Audience::Public].into_iter().zip(few).filter(|(_, few)| *few);
        hurried.extend(audiences.map(|(audience, _)| (audience, perspective.to_owned())));
        changes.extend(column.iter().filter(|(who, cell)| before.get(*who) != Some(cell)).map(|(who, cell)| Change {
            from: before.get(who).map_or((None, None), |cell| (cell.inside, cell.public)),
            to: Published {
                participant_id: (*who).to_owned(),
                perspective_id: perspective.to_owned(),
                inside: cell.inside,
                in_public: cell.public,
                without_code: without_code.contains(who),
            },
        }));
    }
    Ok((changes, hurried))
}

fn columns<'a>(votes: &'a [Vote], published: &'a [Published]) -> BTreeMap<&'a str, Column<'a, i64>> {
    let mut columns: BTreeMap<&str, Column<'_, i64>> = BTreeMap::new();
    for row in published {
        let cell = Cell { inside: row.inside, public: row.in_public, now: None };
        columns.entry(&row.perspective_id).or_default().insert(&row.participant_id, cell);
    }
    for vote in votes {
        let cell = columns.entry(&vote.perspective_id).or_default().entry(&vote.participant_id).or_default();
        cell.now = Some(vote.value.signum());
    }
    columns
}
