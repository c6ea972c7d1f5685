//! A form that is sent twice, by a double click or because its answer was lost, makes one need or one offer. The form
//! carries a token, which is kept with the id of what it made.

use super::super::{Problem, Visit};
use super::Typed;
use super::typed::Troubles;
use crate::idempotency::{Once, Outcome};
use crate::secret;
use crate::store::Conn;
use axum::http::StatusCode;

/// Characters of a token that is taken.
const LONGEST: usize = 200;

/// What came of a form.
pub(super) enum Sent {
    /// It is sent for the first time.
    Now,
    /// It was sent before, and made what has this id.
    Before(String),
    /// It was sent before with something else in it.
    Otherwise,
}

/// Claims the token of a form for what it makes, in the transaction in which that is made.
pub(super) async fn claim(
    visit: &Visit,
    c: &mut Conn,
    person: &str,
    typed: &Typed,
    made: &str,
) -> Result<Sent, Problem> {
    let key = typed.get("once");
    if key.is_empty() || key.len() > LONGEST {
        return Ok(Sent::Now);
    }
    let all: Vec<String> = typed.0.iter().map(|(name, value)| format!("{name}\0{value}\0")).collect();
    let once = Once { actor: person.to_owned(), key: key.to_owned(), request: secret::hash(&all.concat()) };
    Ok(match once.claim(c, StatusCode::SEE_OTHER, made, visit.now).await? {
        Outcome::Done => Sent::Now,
        Outcome::Repeated => Sent::Before(once.kept(c).await?.unwrap_or_default()),
        Outcome::Other => Sent::Otherwise,
    })
}

/// The form once more, with a new token: whoever sends it now wants a second one.
pub(super) fn again(visit: &Visit, mut typed: Typed) -> Result<(Typed, Troubles), Problem> {
    typed.0.retain(|(name, _)| name != "once");
    typed.0.push(("once".to_owned(), secret::token()?));
    let mut troubles = Troubles::default();
    troubles.add("form", visit.l.t("trouble-sent-before"));
    Ok((typed, troubles))
}
