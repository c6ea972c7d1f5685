//! What others answered to the perspective that somebody just answered.

use super::question::open_to_all;
use super::{Problem, Visit, page};
use crate::app::Board;
use crate::live::landscape::Audience;
use crate::store::perspective::Perspective;
use crate::store::question::Question;
use crate::store::response::Response;
use crate::store::{self, Conn};
use crate::words::Value;

/// What was answered to one perspective, as far as the disclosure limit allows.
pub struct Tally {
    /// Its words.
    pub text: String,
    /// Their language.
    pub lang: String,
    /// What the visitor answered.
    pub mine: Value,
    /// Each answer, how many gave it where that may be told, and their share.
    pub rows: Vec<(Value, Option<i64>, f64)>,
    /// How many answered, as far as that may be told.
    pub have: i64,
    /// The disclosure limit.
    pub limit: i64,
    /// Some counts may be told.
    pub shown: bool,
}

/// The tally of the perspective that was just answered, if it was.
pub async fn of(
    visit: &Visit,
    c: &mut Conn,
    question: &Question,
    board: &Board,
    mine: &[Response],
    answered: &str,
) -> Result<Option<Tally>, Problem> {
    let own = mine.iter().find(|r| r.perspective_id == answered);
    let about = board.perspectives.iter().zip(&board.responses).find(|(p, _)| p.id == answered && open_to_all(p));
    let (Some(own), Some((about, given))) = (own, about) else { return Ok(None) };
    let counts = published(visit, c, question, about).await?;
    let limit = i64::from(visit.disclosure());
    let of = |value: Value| counts.iter().find(|(n, _)| *n == value.number()).map_or(0, |(_, n)| *n);
    let whole = [of(Value::Agree), of(Value::Pass), of(Value::Disagree)];
    let have = whole.iter().sum::<i64>();
    let cells = disclosed(whole, limit);
    let share = |n: i64| page::share(n, have);
    Ok(Some(Tally {
        text: about.text.clone(),
        lang: about.lang.clone(),
        mine: Value::from_number(own.value),
        rows: Value::ALL.iter().zip(cells).map(|(v, n)| (*v, n, n.map_or(0.0, share))).collect(),
        shown: cells.iter().any(Option::is_some),
        // Nothing is published below the limit; how many answered is no secret.
        have: if have == 0 { (*given).clamp(1, limit) } else { have },
        limit,
    }))
}

/// The responses to a perspective as they were published: what came since would be read from the difference.
async fn published(
    visit: &Visit,
    c: &mut Conn,
    question: &Question,
    about: &Perspective,
) -> Result<Vec<(i64, i64)>, Problem> {
    visit.app.publish(visit.convened()?, question).await?;
    Ok(match visit.audience() {
        Audience::Public => store::publication::tally_in_public(c, &question.id, &about.id).await?,
        Audience::Inside | Audience::Secretariat => {
            store::publication::tally_inside(c, &question.id, &about.id).await?
        }
    })
}

/// Small cells are hidden, and with them the next smallest, as the total is known: what is hidden together is none or
/// at least the limit, so that subtraction gives nothing away.
pub fn disclosed(counts: [i64; 3], limit: i64) -> [Option<i64>; 3] {
    let mut order = [0usize, 1, 2];
    order.sort_by_key(|i| counts.get(*i).copied().unwrap_or(0));
    let mut cells = counts.map(Some);
    let (mut hidden, mut sum) = (0, 0);
    // Zero counts as small once something is hidden: else "nobody" would be told beside "hidden".
    let any_small = counts.iter().any(|n| (1..limit).contains(n)) || counts.iter().sum::<i64>() < limit;
    for i in order {
        let n = counts.get(i).copied().unwrap_or(0);
        if any_small
            && (n < limit || hidden < 2 || sum < limit)
            && let Some(cell) = cells.get_mut(i)
        {
            *cell = None;
            hidden += 1;
            sum += n;
        }
    }
    cells
}
