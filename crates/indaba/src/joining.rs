//! How one becomes a participant, and the budgets against stuffing: far above what a full hall behind one address
//! needs, far below what a machine would send.

use crate::app::{App, Convened};
use crate::idempotency::Once;
use crate::secret;
use crate::store::participant::Participant;
use crate::store::session::Session;
use crate::store::{self, Conn, Moment};
use crate::web::{Problem, Visit};
use crate::words::Participation;
use axum::http::StatusCode;

/// A participant's key is good for a year: longer than a dialogue.
pub const KEPT: Moment = 365 * 24 * 3_600_000;
/// Wrong codes a minute from one network, above which none is looked up.
const WRONG_CODES: u32 = 120;

/// Lets a newcomer in: `(participant, token)`. The token is shown once, or again to whoever repeats the request with
/// the same key.
pub async fn join(
    app: &App,
    convened: &Convened,
    code: Option<&str>,
    network: &str,
    once: Option<&Once>,
) -> Result<(String, String), Problem> {
    let now = store::now();
    let code = code.map(normal).filter(|code| !code.is_empty());
    if convened.dialogue.participation == Participation::Delegations {
        return Err(Problem::forbidden());
    }
    let mut c = app.db.write().await?;
    let code_id = if let Some(code) = &code {
        Some(admit_code(app, &mut c, convened, code, network, now).await?)
    } else {
        admit_network(app, &mut c, convened, network).await?;
        None
    };
    let id = store::new_id();
    let token = match once {
        Some(once) => app.config.server_key.token_for(&once.name()),
        None => secret::token()?,
    };
    if let Some(once) = once {
        once.keep(&mut c, StatusCode::CREATED, &id, now).await?;
    }
    store::participant::insert(&mut c, &convened.dialogue.id, &person(&id, code_id, network, now)).await?;
    store::session::insert(&mut c, &session(&id, &token, convened, now), now).await?;
    c.commit().await?;
    Ok((id, token))
}

/// The participant and the token that a request to join has got before. The store has the hash of the token alone: it
/// follows again from the request's key and from the server's, which stands outside the database.
pub async fn joined(app: &App, once: &Once, now: Moment) -> Result<Option<(String, String)>, Problem> {
    let Some(id) = once.kept(&mut app.db.read().await?).await? else { return Ok(None) };
    let token = app.config.server_key.token_for(&once.name());
    let good = app.session(&token, now).await?.is_some_and(|s| s.participant_id.as_ref() == Some(&id));
    if good { Ok(Some((id, token))) } else { Err(Problem::conflict("api-key-spent")) }
}

/// As printed: capitals, a dash in the middle, whatever was typed between.
fn normal(typed: &str) -> String {
    let letters: Vec<char> =
        typed.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
    if letters.len() == 8 {
        let (left, right) = letters.split_at(4);
        return format!("{}-{}", left.iter().collect::<String>(), right.iter().collect::<String>());
    }
    letters.into_iter().collect()
}

async fn admit_code(
    app: &App,
    c: &mut Conn,
    convened: &Convened,
    code: &str,
    network: &str,
    now: Moment,
) -> Result<String, Problem> {
    let found = store::code::by_code(c, &convened.dialogue.id, code).await?;
    let Some(found) = found.filter(|k| k.set_aside_at.is_none()) else {
        let pace = format!("wrong code {network}");
        let guessing = app.config.limits && !app.pace.allow(&pace, WRONG_CODES, now);
        return Err(if guessing {
            Problem::too_many("problem-too-fast")
        } else {
            Problem::bad("problem-code-unknown")
        });
    };
    if !store::code::use_once(c, &found.id).await? {
        return Err(Problem::conflict("problem-code-used"));
    }
    Ok(found.id)
}

async fn admit_network(app: &App, c: &mut Conn, convened: &Convened, network: &str) -> Result<(), Problem> {
    if convened.dialogue.participation == Participation::Code {
        return Err(code_needed());
    }
    if !app.config.limits {
        return Ok(());
    }
    let came = store::participant::from_network(c, &convened.dialogue.id, network).await?;
    if came >= i64::from(convened.settings.network_participants) {
        return Err(Problem::too_many("problem-network-full"));
    }
    Ok(())
}

/// The dialogue lets newcomers in by code alone.
pub fn code_needed() -> Problem {
    Problem { key: "problem-code-needed", ..Problem::forbidden() }
}

fn person(id: &str, code_id: Option<String>, network: &str, now: Moment) -> Participant {
    Participant {
        id: id.to_owned(),
        kind: "person".to_owned(),
        delegation_id: None,
        code_id,
        network: Some(network.to_owned()),
        origin: None,
        joined_at: now,
    }
}

fn session(participant: &str, token: &str, convened: &Convened, now: Moment) -> Session {
    Session {
        token_hash: secret::hash(token),
        person_id: None,
        participant_id: Some(participant.to_owned()),
        role: None,
        dialogue_id: Some(convened.dialogue.id.clone()),
        expires_at: now + KEPT,
    }
}

/// Whoever contributes: the participant, and the token of one who has just become it.
#[derive(Debug)]
pub struct Speaker {
    /// The participant.
    pub participant: String,
    /// To be kept by the visitor.
    pub token: Option<String>,
}

/// The participant as whom a visitor contributes; a stranger becomes one where the dialogue is open.
pub async fn speaker(visit: &Visit, code: Option<&str>) -> Result<Speaker, Problem> {
    if let Some(participant) = &visit.participant {
        return Ok(Speaker { participant: participant.clone(), token: None });
    }
    if let Some(delegation) = &visit.delegation {
        return Ok(Speaker { participant: of_delegation(visit, delegation).await?, token: None });
    }
    let (participant, token) = join(&visit.app, visit.convened()?, code, &visit.network, None).await?;
    Ok(Speaker { participant, token: Some(token) })
}

/// The delegation's participant, made when it is missing.
async fn of_delegation(visit: &Visit, delegation: &str) -> Result<String, Problem> {
    let mut c = visit.write().await?;
    if let Some(found) = store::participant::of_delegation(&mut c, delegation).await? {
        return Ok(found);
    }
    let id = store::new_id();
    let made = Participant {
        kind: "delegation".to_owned(),
        delegation_id: Some(delegation.to_owned()),
        network: None,
        ..person(&id, None, "", visit.now)
    };
    store::participant::insert(&mut c, &visit.convened()?.dialogue.id, &made).await?;
    c.commit().await?;
    Ok(id)
}

/// Spends one response of the budget of a participant's code or network.
pub async fn spend(visit: &Visit, participant: &str) -> Result<(), Problem> {
    if !visit.app.config.limits || visit.delegation.is_some() {
        return Ok(());
    }
    let convened = visit.convened()?;
    let mut c = visit.read().await?;
    let Some((network, code)) = store::participant::way_in(&mut c, participant).await? else { return Ok(()) };
    let (budget, most, key) = match (&code, &network) {
        (Some(code), _) => (format!("code {code}"), convened.settings.code_responses, "problem-code-full"),
        (None, Some(network)) => {
            let budget = format!("network {} {network}", convened.dialogue.id);
            (budget, convened.settings.network_responses, "problem-network-full")
        }
        (None, None) => return Ok(()),
    };
    let most = i64::from(most);
    let left = if let Some(left) = visit.app.pace.spend(&budget, most, visit.now) {
        left
    } else {
        let counted = match (&code, &network) {
            (Some(code), _) => store::response::from_code(&mut c, code).await?,
            (None, network) => {
                let network = network.as_deref().unwrap_or_default();
                store::response::from_network(&mut c, &convened.dialogue.id, network).await?
            }
        };
        let left = counted < most;
        visit.app.pace.counted(&budget, counted + i64::from(left), visit.now);
        left
    };
    if left { Ok(()) } else { Err(Problem::too_many(key)) }
}
