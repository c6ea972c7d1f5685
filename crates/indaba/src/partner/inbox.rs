//! What a partner says, taken. The signature was checked before ([`crate::web::guard`]); what is said is checked here.
//! Everything can be said twice with one effect, as a partner that got no answer says it again.

use super::letter::{Ended, Fits, OfNeed, OfOffer, Proposal, STEP, Stands, Told, Unfit};
use crate::app::App;
use crate::exchange::changes;
use crate::exchange::contact::Contact;
use crate::exchange::matching;
use crate::exchange::steps::{self, NotTaken, Table, Taken};
use crate::introduction::{Actor, Reach, State, Step, effective};
use crate::keys::KeyError;
use crate::secret::{self, SecretError};
use crate::store::introduction::Introduction;
use crate::store::offer::Offer;
use crate::store::partner::Partner;
use crate::store::{self, Conn, Moment};

/// Open needs of one partner.
const NEEDS: i64 = 2_000;
/// Needs that one partner may tell in a minute: what can be learned from counts by asking often is bounded with it.
const A_MINUTE: u32 = 60;
/// Introductions of one partner that wait for one need.
const WAITING: i64 = 20;

/// Why something was not taken; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Refused {
    /// A field.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// Not there, or not this partner's. Both are answered alike.
    #[error("there is no such thing for this partner")]
    Gone,
    /// There, and not yet to be had.
    #[error("not yet")]
    NotYet,
    /// More than is taken.
    #[error("this partner has said too much at once")]
    Full,
    /// A contact can't be read.
    #[error(transparent)]
    Sealed(#[from] KeyError),
    /// No random bytes.
    #[error(transparent)]
    Random(#[from] SecretError),
    /// The store.
    #[error(transparent)]
    Store(#[from] sqlx::Error),
    /// The matching.
    #[error(transparent)]
    Matching(#[from] anyhow::Error),
}

impl Stands {
    /// It is kept, and waits.
    pub fn held() -> Stands {
        Stands { state: "held".to_owned() }
    }

    /// Both said yes.
    pub fn exchanged() -> Stands {
        Stands { state: "exchanged".to_owned() }
    }

    /// It is over.
    pub fn over() -> Stands {
        Stands { state: "over".to_owned() }
    }
}

/// A need of a partner: how many offers fit, and nothing of whose they are. Only offers that are hidden from nobody are
/// counted, as on the public page: a partner that named one country after the other would find the others otherwise.
pub async fn need(app: &App, partner: &Partner, letter: &Proposal<OfNeed>, now: Moment) -> Result<Fits, Refused> {
    let need = letter.read(partner, now)?;
    if app.config.limits && !app.pace.allow(&format!("needs of {}", partner.id), A_MINUTE, now) {
        return Err(Refused::Full);
    }
    let open = need.state == "open";
    let mut c = app.db.write().await?;
    match store::need::by_id(&mut c, &partner.dialogue_id, &need.id).await? {
        Some(known) if known.partner_id.as_ref() != Some(&partner.id) => return Err(Refused::Gone),
        Some(known) => changes::need_of_partner(&mut c, &known, &need).await?,
        None if !open => {}
        None if store::need::count_of_partner(&mut c, &partner.id, now).await? >= NEEDS => return Err(Refused::Full),
        None => store::need::insert(&mut c, &partner.dialogue_id, &need).await?,
    }
    if !open {
        store::introduction::close_unanswered(&mut c, &need.id, now).await?;
    }
    c.commit().await?;
    if !open {
        return Ok(Fits { count: 0, fitting: 0, step: STEP });
    }
    let (fits, well) = matching::count_public(app, &partner.dialogue_id, &need, now).await?;
    Ok(Fits { count: rounded(fits), fitting: rounded(well), step: STEP })
}

/// A count as it is told.
fn rounded(n: usize) -> i64 {
    let n = i64::try_from(n).unwrap_or(0);
    n - n % STEP
}

/// An offer of a partner, to which the person said yes: an anonymous card for the broker here.
pub async fn offer(app: &App, partner: &Partner, letter: &Proposal<OfOffer>, now: Moment) -> Result<Stands, Refused> {
    let (offer, due) = letter.read(partner, secret::code()?, now)?;
    let (id, need) = (&letter.rest.introduction, &letter.rest.need);
    let mut c = app.db.write().await?;
    if let Some(table) = table(&mut c, partner, id).await? {
        let over = effective(table.it.state, table.it.due_at, now).is_over();
        return Ok(if over { Stands::over() } else { Stands::held() });
    }
    let found = store::need::by_id(&mut c, &partner.dialogue_id, need).await?;
    let found = found.filter(|need| need.partner_id.is_none() && need.is_open(now));
    // A need that is not there, not open or not published to this partner: all are over for it.
    let Some(need) = found else { return Ok(Stands::over()) };
    if due <= now || !store::partner::is_published(&mut c, &need.id, &partner.id).await? {
        return Ok(Stands::over());
    }
    if store::partner::waiting_for_need(&mut c, &need.id, &partner.id).await? >= WAITING {
        return Err(Refused::Full);
    }
    store::offer::insert(&mut c, &partner.dialogue_id, &offer).await?;
    let reasons = matching::reasons_between(&app.vocabulary(), &need, &offer);
    let it = Introduction {
        id: id.clone(),
        need_id: need.id,
        offer_id: offer.id,
        state: State::Proposed,
        by_hand: reasons.is_empty(),
        reasons: serde_json::to_string(&reasons).unwrap_or_default(),
        host_named: false,
        declined_by: String::new(),
        proposed_at: now,
        due_at: Some(due),
        offer_yes_at: Some(now),
        host_yes_at: None,
        started_at: None,
        finished_at: None,
        changed_at: now,
    };
    if !store::introduction::insert(&mut c, &partner.dialogue_id, &it).await? {
        return Err(Refused::Gone);
    }
    store::partner::tie(&mut c, id, &partner.id).await?;
    c.commit().await?;
    Ok(Stands::held())
}

/// An introduction with this partner, with the partner as the one who acts.
async fn table(c: &mut Conn, partner: &Partner, id: &str) -> Result<Option<Table>, sqlx::Error> {
    let Some(dialogue) = store::partner::dialogue_of(c, id, &partner.id).await? else { return Ok(None) };
    steps::load(c, &dialogue, id, Actor::Partner).await
}

/// The host said yes on its own server: whether the person's yes still stands.
pub async fn host_yes(app: &App, partner: &Partner, id: &str, now: Moment) -> Result<Stands, Refused> {
    let mut c = app.db.write().await?;
    let table = table(&mut c, partner, id).await?.ok_or(Refused::Gone)?;
    if table.reach() != Reach::NeedAbroad {
        return Err(Refused::Gone);
    }
    if table.it.state.discloses() {
        return Ok(Stands::exchanged());
    }
    match steps::take(&mut c, &app.config.keys, &table, &step(Step::Yes, now)).await {
        Ok(_) => c.commit().await?,
        Err(NotTaken::Over | NotTaken::Faster | NotTaken::Closed) => {
            drop(c);
            end(app, partner, id, Told::Over, now).await?;
            return Ok(Stands::over());
        }
        Err(NotTaken::Sealed(cause)) => return Err(cause.into()),
        Err(NotTaken::Store(cause)) => return Err(cause.into()),
    }
    Ok(Stands::exchanged())
}

/// A step that the partner takes. The consent text was read on its server, which keeps its version.
pub(super) const fn step(step: Step, at: Moment) -> Taken {
    Taken { step, host_named: false, consent: "", at }
}

/// The contact of this server's side, after both consents and while they stand.
pub async fn contact(app: &App, partner: &Partner, id: &str, now: Moment) -> Result<Contact, Refused> {
    let table = table(&mut app.db.read().await?, partner, id).await?.ok_or(Refused::Gone)?;
    let state = effective(table.it.state, table.it.due_at, now);
    if !state.discloses() {
        return Err(if state.is_over() { Refused::Gone } else { Refused::NotYet });
    }
    Ok(match table.reach() {
        Reach::OfferAbroad => of_need(app, &table)?,
        Reach::NeedAbroad => of_offer(app, &table.offer)?,
        Reach::Here => return Err(Refused::Gone),
    })
}

fn of_need(app: &App, table: &Table) -> Result<Contact, KeyError> {
    Contact::read(&app.config.keys, &format!("need/{}", table.need.id), &table.need.sealed)
}

fn of_offer(app: &App, offer: &Offer) -> Result<Contact, KeyError> {
    Contact::read(&app.config.keys, &format!("offer/{}", offer.id), &offer.sealed)
}

/// The partner's side has ended it, or finished the work.
pub async fn ended(app: &App, partner: &Partner, id: &str, ended: Ended, now: Moment) -> Result<Stands, Refused> {
    if !matches!(ended.how, Told::Completed | Told::Over) {
        return Err(Unfit("how").into());
    }
    end(app, partner, id, ended.how, now).await?;
    Ok(Stands { state: ended.how.to_string() })
}

/// Brings this server's half to the end that the partner told, and remembers that the partner knows.
pub(super) async fn end(app: &App, partner: &Partner, id: &str, how: Told, now: Moment) -> Result<(), Refused> {
    let mut c = app.db.write().await?;
    let mut at = table(&mut c, partner, id).await?.ok_or(Refused::Gone)?;
    // Each step leads on; the longest way is from the exchange to the end of the work.
    while let Some(wanted) = next(effective(at.it.state, at.it.due_at, now), how) {
        match steps::take(&mut c, &app.config.keys, &at, &step(wanted, now)).await {
            Ok(_) => at = table(&mut c, partner, id).await?.ok_or(Refused::Gone)?,
            Err(NotTaken::Store(cause)) => return Err(cause.into()),
            Err(NotTaken::Sealed(cause)) => return Err(cause.into()),
            Err(NotTaken::Over | NotTaken::Faster | NotTaken::Closed) => break,
        }
    }
    store::partner::introduction_told(&mut c, id, how.as_str()).await?;
    Ok(c.commit().await?)
}

fn next(state: State, how: Told) -> Option<Step> {
    match (how, state) {
        (Told::Completed, State::Exchanged) => Some(Step::Start),
        (Told::Completed, State::Engaged) => Some(Step::Finish),
        (Told::Over, state) if state.discloses() => Some(Step::Withdraw),
        (Told::Over, state) if !state.is_over() => Some(Step::Dismiss),
        _ => None,
    }
}
