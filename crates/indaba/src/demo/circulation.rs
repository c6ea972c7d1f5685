//! The demo's introductions, in every state, as table: which need, how far it came, how long ago it began, and what the
//! host said of it. Offers are chosen as the matching would: the first that fits, with its reasons.

use crate::exchange::matching::{Reason, reasons_between};
use crate::exchange::steps::{self, Taken};
use crate::introduction::{Actor, State, Step};
use crate::keys::Keyring;
use crate::store::introduction::Introduction;
use crate::store::need::Need;
use crate::store::offer::Offer;
use crate::store::outcome::FollowUp;
use crate::store::{self, Conn, Moment};
use ::exchange::Vocabulary;
use anyhow::Context;
use std::collections::HashSet;
use std::sync::Arc;

const DAY: Moment = 24 * 3_600_000;

/// What a host said: the month, in use, the counterpart learned.
type Said = (i64, &'static str, &'static str);

/// One introduction.
#[derive(Debug, Clone, Copy)]
pub struct Way {
    /// Which need, by its place in the file.
    need: usize,
    /// The person who worked for that need before comes for this one too.
    after: Option<usize>,
    steps: &'static [(Actor, Step)],
    /// Days since it was proposed.
    days: i64,
    said: &'static [Said],
}

const fn way(need: usize, steps: &'static [(Actor, Step)], days: i64) -> Way {
    Way { need, after: None, steps, days, said: &[] }
}

const fn done(need: usize, days: i64, said: &'static [Said]) -> Way {
    Way { need, after: None, steps: &COMPLETED, days, said }
}

const fn again(need: usize, after: usize, days: i64, said: &'static [Said]) -> Way {
    Way { need, after: Some(after), steps: &COMPLETED, days, said }
}

const SHOW: (Actor, Step) = (Actor::Broker, Step::Show);
const YES: (Actor, Step) = (Actor::Offer, Step::Yes);
const HOST_YES: (Actor, Step) = (Actor::Host, Step::Yes);
const START: (Actor, Step) = (Actor::Host, Step::Start);
const FINISH: (Actor, Step) = (Actor::Host, Step::Finish);
const EXCHANGED: [(Actor, Step); 3] = [SHOW, YES, HOST_YES];
const ENGAGED: [(Actor, Step); 4] = [SHOW, YES, HOST_YES, START];
const COMPLETED: [(Actor, Step); 5] = [SHOW, YES, HOST_YES, START, FINISH];

/// Whose account the expert of the sign-in shortcuts has.
const EXPERT: usize = 0;

/// Those of a person who is engaged twice come after the first.
static WAYS: [Way; 38] = [
    done(1, 420, &[(3, "yes", "partly"), (6, "yes", "yes"), (12, "yes", "yes")]),
    done(5, 400, &[(3, "partly", "yes"), (6, "yes", "yes"), (12, "yes", "yes")]),
    done(6, 230, &[(3, "yes", "yes"), (6, "yes", "yes")]),
    done(9, 210, &[(3, "yes", "partly"), (6, "partly", "partly")]),
    done(34, 200, &[(3, "unknown", "unknown"), (6, "unknown", "partly")]),
    done(10, 410, &[(3, "yes", "yes"), (6, "yes", "yes"), (12, "partly", "yes")]),
    again(15, 10, 220, &[(3, "yes", "yes"), (6, "yes", "yes")]),
    done(11, 380, &[(3, "yes", "yes"), (6, "yes", "yes"), (12, "yes", "yes")]),
    again(12, 11, 170, &[(3, "partly", "no")]),
    done(13, 330, &[(3, "yes", "yes"), (6, "yes", "yes")]),
    again(14, 13, 160, &[(3, "yes", "yes")]),
    done(16, 240, &[(3, "no", "unknown"), (6, "no", "no")]),
    done(17, 190, &[(3, "unknown", "no"), (6, "no", "no")]),
    done(2, 300, &[(3, "yes", "partly"), (6, "yes", "yes")]),
    done(20, 340, &[(3, "yes", "yes"), (6, "yes", "yes")]),
    again(23, 20, 150, &[(3, "yes", "partly")]),
    done(24, 140, &[(3, "unknown", "unknown")]),
    done(26, 320, &[(3, "yes", "yes"), (6, "partly", "yes")]),
    again(29, 26, 145, &[(3, "no", "unknown")]),
    done(31, 260, &[(3, "yes", "yes"), (6, "yes", "partly")]),
    // Of these the host has not said yet how it went.
    done(39, 125, &[]),
    way(3, &ENGAGED, 100),
    way(7, &ENGAGED, 60),
    way(27, &ENGAGED, 45),
    way(33, &ENGAGED, 20),
    way(30, &EXCHANGED, 9),
    way(25, &[SHOW, YES], 6),
    way(28, &[SHOW, YES], 4),
    way(0, &[SHOW], 3),
    way(22, &[SHOW], 2),
    way(18, &[], 2),
    way(19, &[], 2),
    way(21, &[], 1),
    way(35, &[SHOW], 21),
    way(36, &[SHOW, (Actor::Broker, Step::Dismiss)], 18),
    way(32, &[SHOW, (Actor::Offer, Step::No)], 30),
    way(37, &[SHOW, YES, HOST_YES, (Actor::Offer, Step::Withdraw)], 50),
    way(38, &[SHOW, YES, (Actor::Host, Step::No)], 40),
];

/// Days after the proposal at which the steps of a way are taken.
const AFTER: [i64; 5] = [0, 2, 4, 8, 68];

/// How many days before now a need was posted that somebody was introduced to; none where nobody was.
pub fn posted(need: usize) -> Option<i64> {
    let waited = 10 + (need as i64 * 7) % 25;
    WAYS.iter().filter(|way| way.need == need).map(|way| way.days + waited).max()
}

/// An introduction that is to be made: its way, the offer by its place, and why the two fit.
pub struct Chosen {
    way: &'static Way,
    /// By its place.
    pub offer: usize,
    reasons: Vec<Reason>,
}

impl Chosen {
    /// How many days before now it began.
    pub const fn days(&self) -> i64 {
        self.way.days
    }
}

/// Chooses an offer for each way: of the need's line of work if one fits, else any, and each person once unless the table
/// says that it is the same.
pub fn choose(needs: &[Need], offers: &[Offer], now: Moment) -> Vec<Chosen> {
    let vocabulary = Arc::new(Vocabulary::own());
    let fit = |need: usize, offer: usize| reasons_between(&vocabulary, &needs[need], &offers[offer]);
    let mut taken: HashSet<usize> = HashSet::from([EXPERT]);
    let mut chosen: Vec<Chosen> = Vec::new();
    for way in &WAYS {
        let before = way.after.and_then(|need| chosen.iter().find(|c| c.way.need == need)).map(|c| c.offer);
        // Whoever comes again for another need has to fit both.
        let next = WAYS.iter().find(|other| other.after == Some(way.need)).map(|other| other.need);
        let fits = |offer: &usize| {
            let free = !taken.contains(offer) && offers[*offer].is_active(now);
            free && !fit(way.need, *offer).is_empty() && next.is_none_or(|next| !fit(next, *offer).is_empty())
        };
        let line = (0..offers.len()).filter(|n| n % needs.len() == way.need);
        let found =
            if way.need == EXPERT { Some(EXPERT) } else { before.or_else(|| line.chain(0..offers.len()).find(fits)) };
        let Some(offer) = found else { continue };
        taken.insert(offer);
        chosen.push(Chosen { way, offer, reasons: fit(way.need, offer) });
    }
    chosen
}

/// Makes them, step by step.
pub async fn load(
    c: &mut Conn,
    keys: &Keyring,
    dialogue: &str,
    needs: &[Need],
    offers: &[Offer],
    chosen: &[Chosen],
    now: Moment,
) -> anyhow::Result<()> {
    for Chosen { way, offer, reasons } in chosen {
        let since = now - way.days * DAY;
        let it = Introduction {
            id: store::new_id(),
            need_id: needs[way.need].id.clone(),
            offer_id: offers[*offer].id.clone(),
            state: State::Proposed,
            by_hand: reasons.is_empty(),
            reasons: serde_json::to_string(reasons)?,
            host_named: false,
            declined_by: String::new(),
            proposed_at: since,
            due_at: None,
            offer_yes_at: None,
            host_yes_at: None,
            started_at: None,
            finished_at: None,
            changed_at: since,
        };
        store::introduction::insert(c, dialogue, &it).await?;
        for ((actor, step), days) in way.steps.iter().zip(AFTER) {
            let table = steps::load(c, dialogue, &it.id, *actor).await?.context("the demo's introduction is gone")?;
            let taken = Taken { step: *step, host_named: false, consent: "1", at: since + days * DAY };
            steps::take(c, keys, &table, &taken).await?;
        }
        for said in way.said {
            follow_up(c, &it.id, *said, since).await?;
        }
    }
    Ok(())
}

async fn follow_up(
    c: &mut Conn,
    introduction: &str,
    (month, used, learned): Said,
    since: Moment,
) -> anyhow::Result<()> {
    let text = match used {
        "yes" => "It is done this way every week.",
        "partly" => "Part of it is kept up; the rest waits for staff.",
        _ => "",
    };
    let said = FollowUp {
        introduction_id: introduction.to_owned(),
        month,
        used: used.to_owned(),
        learned: learned.to_owned(),
        text: text.to_owned(),
        lang: "en".to_owned(),
        at: since + (AFTER[3] + month * 30 + 1) * DAY,
    };
    store::outcome::follow_up(c, &said).await?;
    Ok(())
}
