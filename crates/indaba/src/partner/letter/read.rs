//! Letters that are read: everything is checked, as another server may say anything.

use super::concepts::here;
use super::{OfNeed, OfOffer, Proposal, Unfit};
use crate::countries;
use crate::exchange::words::HostKind;
use crate::store::Moment;
use crate::store::need::Need;
use crate::store::offer::Offer;
use crate::store::partner::Partner;
use ::exchange::Tag;

/// A need is shown for so long at most.
const LONGEST: Moment = 366 * 24 * 3_600_000;
/// Characters of a line, and of a text.
const LINE: usize = 200;
const TEXT: usize = 4_000;

impl Proposal<OfNeed> {
    /// The need of a partner as it is kept here.
    pub fn read(&self, partner: &Partner, now: Moment) -> Result<Need, Unfit> {
        if self.kind != "Proposal" || self.purpose != "request" {
            return Err(Unfit("purpose"));
        }
        let rest = &self.rest;
        let people = self.publishes.resource_quantity.has_numerical_value.parse().ok();
        let state = Some(rest.state.as_str()).filter(|state| matches!(*state, "open" | "withdrawn" | "erased"));
        let state = state.ok_or(Unfit("state"))?.to_owned();
        let erased = state == "erased";
        Ok(Need {
            id: id(&rest.need, "need")?,
            question_id: None,
            person_id: None,
            country: country(&rest.country).ok_or(Unfit("country"))?,
            host_kind: rest.host_kind.parse::<HostKind>().map_err(|_| Unfit("host_kind"))?.to_string(),
            endorsed_by: String::new(),
            title: text(&self.name, LINE, !erased, "name")?,
            terms: text(&self.content, TEXT, !erased, "content")?,
            lang: lang(&rest.lang)?,
            profile: here(&rest.profile)?.to_json(),
            support: text(&rest.support, TEXT, false, "support")?,
            counterpart: text(&rest.counterpart, TEXT, false, "counterpart")?,
            remains: text(&rest.remains, TEXT, false, "remains")?,
            people: people.filter(|n| (1..=50).contains(n)).ok_or(Unfit("resourceQuantity"))?,
            placed: Some(rest.placed).filter(|n| (0..=50).contains(n)).ok_or(Unfit("placed"))?,
            state,
            sealed: String::new(),
            created_at: now,
            changed_at: now,
            expires_at: moment(&self.end_time)?.min(now + LONGEST),
            met_at: None,
            partner_id: Some(partner.id.clone()),
            partner_country: partner.country.clone(),
            poster_country: match rest.poster_country.as_str() {
                "" => String::new(),
                code => country(code).ok_or(Unfit("poster_country"))?,
            },
        })
    }
}

impl Proposal<OfOffer> {
    /// The anonymous card of a partner as it is kept here, under a handle of this server's own, and until when an answer
    /// is awaited.
    pub fn read(&self, partner: &Partner, handle: String, now: Moment) -> Result<(Offer, Moment), Unfit> {
        if self.kind != "Proposal" || self.purpose != "offer" {
            return Err(Unfit("purpose"));
        }
        let rest = &self.rest;
        let ties: Option<Vec<String>> = crate::words::split(&rest.ties).map(country).collect();
        let ties = ties.filter(|ties| ties.len() <= 50).ok_or(Unfit("ties"))?;
        let residence = Some(rest.residence.clone()).filter(|code| countries::known(code)).ok_or(Unfit("residence"))?;
        id(&rest.introduction, "introduction")?;
        let due = moment(&self.end_time)?;
        let offer = Offer {
            id: crate::store::new_id(),
            person_id: None,
            handle,
            residence,
            ties: ties.join(";"),
            hidden_from: String::new(),
            profile: here(&rest.profile)?.to_json(),
            will_not: text(&rest.will_not, TEXT, false, "will_not")?,
            lang: lang(&rest.lang)?,
            capacity: 1,
            taken: 0,
            // Takes no part in the matching: it was matched where it comes from.
            state: "abroad".to_owned(),
            sealed: String::new(),
            entered_by: "self".to_owned(),
            created_at: now,
            changed_at: now,
            renew_by: due,
            partner_id: Some(partner.id.clone()),
        };
        Ok((offer, due))
    }
}

fn id(text: &str, field: &'static str) -> Result<String, Unfit> {
    uuid::Uuid::try_parse(text).map(|id| id.to_string()).map_err(|_| Unfit(field))
}

fn country(code: &str) -> Option<String> {
    Some(code).filter(|code| countries::known(code) && !countries::is_region(code)).map(str::to_owned)
}

fn lang(tag: &str) -> Result<String, Unfit> {
    Some(tag).filter(|tag| tag.len() <= 35 && Tag::parse(tag).is_some()).map(str::to_owned).ok_or(Unfit("lang"))
}

fn text(text: &str, most: usize, needed: bool, field: &'static str) -> Result<String, Unfit> {
    let fits = text.chars().count() <= most && !(needed && text.trim().is_empty());
    if fits { Ok(text.to_owned()) } else { Err(Unfit(field)) }
}

fn moment(text: &str) -> Result<Moment, Unfit> {
    text.parse::<jiff::Timestamp>().map(jiff::Timestamp::as_millisecond).map_err(|_| Unfit("endTime"))
}
