//! What everybody but the secretariat is shown of the answers to estimates, and when it is renewed: as responses are
//! ([`super::publication`]). An estimate's answers are one column. Closing the estimate publishes all of them, as closing
//! the dialogue does.

use super::publication::TRIES;
use super::spacing::{Blocs, Cell, Column, Due, bring_forward};
use crate::app::Convened;
use crate::blocs::{self, Bloc};
use crate::estimate::{Answered, answered};
use crate::store::estimate::Estimate;
use crate::store::published_estimate::{self, Published, Standing};
use crate::store::{self, Db, Moment, Stored};
use crate::words::DialogueState;

/// Publishes what may be told now of the estimates of a question (an empty id: of the whole dialogue).
pub async fn renew(db: &Db, convened: &Convened, question: &str, now: Moment) -> Stored<()> {
    let estimates = store::estimate::of(&mut db.read().await?, &convened.dialogue.id, question).await?;
    if estimates.is_empty() {
        return Ok(());
    }
    let blocs = blocs::declared(&mut db.read().await?, &convened.dialogue.id).await?;
    for estimate in &estimates {
        for _ in 0..TRIES {
            if tried(db, convened, estimate, &blocs, now).await? {
                break;
            }
        }
    }
    Ok(())
}

/// False when somebody else published meanwhile.
async fn tried(
    db: &Db,
    convened: &Convened,
    estimate: &Estimate,
    blocs: &[(String, Vec<Bloc>)],
    now: Moment,
) -> Stored<bool> {
    let mut c = db.snapshot().await?;
    let standing = published_estimate::standing(&mut c, &estimate.id).await?;
    let answers = store::estimate::answers(&mut c, &convened.dialogue.id, &estimate.id).await?;
    let published = published_estimate::of(&mut c, &estimate.id).await?;
    drop(c);
    let closing = convened.dialogue.state_at(now) == DialogueState::Closed || estimate.state == "closed";
    let rows = due(convened, &answered(&answers), &published, blocs, Due { closing, closed: standing.closed });
    // One that takes answers again will have another closing publication.
    if rows.is_empty() && closing == standing.closed {
        return Ok(true);
    }
    let mut c = db.write().await?;
    let next = Standing { version: standing.version + 1, closed: closing };
    if !published_estimate::advance(&mut c, &estimate.id, &next).await? {
        return Ok(false);
    }
    published_estimate::keep(&mut c, &estimate.id, &rows).await?;
    c.commit().await?;
    Ok(true)
}

/// What is published otherwise from now on.
fn due(
    convened: &Convened,
    now: &[(String, Answered)],
    published: &[Published],
    blocs: &[(String, Vec<Bloc>)],
    due: Due,
) -> Vec<Published> {
    let blocs: Blocs<'_> = blocs.iter().map(|(who, of)| (who.as_str(), of.as_slice())).collect();
    let limits = (convened.settings.disclosure_inside, convened.settings.disclosure_public);
    let mut column: Column<'_, Answered> = Column::new();
    for row in published {
        let read = |text: &Option<String>| text.as_deref().and_then(Answered::parse);
        let cell = Cell { now: None, inside: read(&row.inside), public: read(&row.in_public) };
        column.insert(&row.participant_id, cell);
    }
    for (who, answer) in now {
        column.entry(who).or_default().now = Some(answer.clone());
    }
    let before = column.clone();
    bring_forward(&mut column, &blocs, limits, due);
    let changed = column.iter().filter(|(who, cell)| before.get(*who) != Some(cell));
    let row = |(who, cell): (&&str, &Cell<Answered>)| Published {
        participant_id: (*who).to_owned(),
        inside: cell.inside.as_ref().map(Answered::json),
        in_public: cell.public.as_ref().map(Answered::json),
    };
    changed.map(row).collect()
}
