//! What a step of a decision leaves behind: the step in the record, and a notice for everybody. And silence that was
//! kept: no clock is needed to know that it was, but everybody is told.

use crate::decision::{State, Step};
use crate::store::decision::{Decision, RunOut, Taken};
use crate::store::notice::Notice;
use crate::store::{self, Conn, Db, Moment, Stored};

/// Writes a step down and tells everybody, in the transaction of the step.
pub async fn written(c: &mut Conn, dialogue: &str, d: &Decision, step: Step, at: Moment) -> Stored<()> {
    let taken = Taken { step: step.to_string(), state: d.state, measures: d.measures.clone(), ends_at: d.ends_at, at };
    store::decision::log(c, &d.id, &taken).await?;
    let notice = Notice { kind: "decision".to_owned(), detail: format!("{} {}", d.number, d.state), at };
    store::notice::insert(c, dialogue, &notice).await
}

/// Writes down where silence was kept until its deadline, as of that deadline; gives how often.
pub async fn kept(db: &Db, now: Moment) -> Stored<usize> {
    let over = store::decision::run_out(&mut db.read().await?, now).await?;
    let mut told = 0;
    for RunOut { dialogue_id, decision: d } in over {
        let after = Decision { state: State::Adopted, changed_at: now.max(d.changed_at + 1), ..d.clone() };
        let mut c = db.write().await?;
        // Another process may have been faster, or the Chair has extended it a moment ago.
        if store::decision::step(&mut c, &after, State::Silent, d.changed_at).await? == 1 {
            written(&mut c, &dialogue_id, &after, Step::Kept, d.ends_at.unwrap_or(now)).await?;
            c.commit().await?;
            told += 1;
        }
    }
    Ok(told)
}
