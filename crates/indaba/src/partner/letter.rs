//! What servers write to each other: objects after FEP-0837 (`Proposal` that publishes an `Intent`), with concepts as
//! ESCO addresses, languages as BCP 47, places as UN M49. No name, no contact, no account. Both directions are here, so
//! that what is written is what is read; everything read is checked, as another server may say anything.

mod concepts;
mod read;

use super::key::ServerKey;
use crate::exchange::profile::Profile;
use crate::store::Moment;
use crate::store::introduction::Introduction;
use crate::store::need::Need;
use crate::store::offer::Offer;
use crate::words::words;
use ::exchange::Vocabulary;
use concepts::abroad;
use serde::{Deserialize, Serialize};

/// Counts of offers are told in steps of so many: fewer are none, and what is told never differs by one person.
pub const STEP: i64 = 5;

words! {
    /// What a partner has been told of an introduction, or has to be.
    Told, "word of an introduction" {
        /// The person who offers said yes.
        Offered = "offered",
        /// The host said yes.
        HostYes = "host-yes",
        /// Both said yes: its contact is asked for.
        Contact = "contact",
        /// The work is done.
        Completed = "completed",
        /// It is over. Not why.
        Over = "over",
    }
}

/// A field of a letter that can't be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the field `{0}` is missing, too long, or has a value that is not known here")]
pub struct Unfit(pub &'static str);

/// A proposal (FEP-0837) with what the vocabularies of the exchange have no word for.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Proposal<T> {
    /// The vocabularies that its words are of.
    #[serde(rename = "@context")]
    pub context: serde_json::Value,
    /// `Proposal`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Its address on the server that it comes from.
    pub id: String,
    /// `request` of a need, `offer` of an offer.
    pub purpose: String,
    /// The server: never a person or an institution.
    pub attributed_to: String,
    /// Title of a need.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Terms of reference of a need.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub content: String,
    /// Until when it stands (RFC 3339).
    pub end_time: String,
    /// What is to be done.
    pub publishes: Intent,
    /// The rest.
    #[serde(rename = "indaba")]
    pub rest: T,
}

/// The service that is sought or offered.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Intent {
    /// `Intent`.
    #[serde(rename = "type")]
    pub kind: String,
    /// `deliverService`.
    pub action: String,
    /// The occupation, as an ESCO address.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub resource_conforms_to: String,
    /// How many people.
    pub resource_quantity: Quantity,
}

/// A quantity.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Quantity {
    /// `one`.
    pub has_unit: String,
    /// A whole number, as text (FEP-0837).
    pub has_numerical_value: String,
}

/// The rest of a need.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfNeed {
    /// Its id, on all servers.
    pub need: String,
    /// `open`, `withdrawn` or `erased`.
    pub state: String,
    /// UN M49.
    pub country: String,
    /// The country that whoever posted it speaks for, UN M49, where that is another: what is hidden from it stays hidden.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub poster_country: String,
    /// [`crate::exchange::words::HostKind`] as a word.
    pub host_kind: String,
    /// Language of the texts.
    pub lang: String,
    /// What the host gives.
    pub support: String,
    /// Who works beside the expert.
    pub counterpart: String,
    /// What should remain.
    pub remains: String,
    /// How many were found.
    pub placed: i64,
    /// Codes, levels and times.
    pub profile: Profile,
}

/// The rest of an offer: an anonymous card.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfOffer {
    /// Id of the introduction, on both servers.
    pub introduction: String,
    /// The need.
    pub need: String,
    /// A region of UN M49.
    pub residence: String,
    /// Countries of UN M49, `;` between.
    pub ties: String,
    /// What the person will not do.
    pub will_not: String,
    /// Language of the text.
    pub lang: String,
    /// Codes, levels and times.
    pub profile: Profile,
}

/// What a server answers for a need: how many offers fit and how many of them well, both rounded down to `step`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fits {
    /// Offers that fit.
    pub count: i64,
    /// Those that fit well.
    pub fitting: i64,
    /// What both are multiples of.
    pub step: i64,
}

/// What a server answers for an introduction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stands {
    /// `held`, `exchanged` or `over`.
    pub state: String,
}

/// How an introduction ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ended {
    /// [`Told::Completed`] or [`Told::Over`].
    pub how: Told,
}

fn context() -> serde_json::Value {
    serde_json::json!(["https://www.w3.org/ns/activitystreams", {
        "vf": "https://w3id.org/valueflows/ont/vf#",
        "om2": "http://www.ontology-of-units-of-measure.org/resource/om-2/",
        "Proposal": "vf:Proposal", "Intent": "vf:Intent", "publishes": "vf:publishes", "purpose": "vf:purpose",
        "action": "vf:action", "resourceConformsTo": "vf:resourceConformsTo", "resourceQuantity": "vf:resourceQuantity",
        "hasUnit": "om2:hasUnit", "hasNumericalValue": "om2:hasNumericalValue",
    }])
}

fn proposal<T>(id: String, purpose: &str, address: &str, until: Moment, publishes: Intent, rest: T) -> Proposal<T> {
    Proposal {
        context: context(),
        kind: "Proposal".to_owned(),
        id,
        purpose: purpose.to_owned(),
        attributed_to: address.to_owned(),
        name: String::new(),
        content: String::new(),
        end_time: jiff::Timestamp::from_millisecond(until).unwrap_or_default().to_string(),
        publishes,
        rest,
    }
}

fn intent(profile: &Profile, people: i64) -> Intent {
    Intent {
        kind: "Intent".to_owned(),
        action: "deliverService".to_owned(),
        resource_conforms_to: profile.occupation.clone(),
        resource_quantity: Quantity { has_unit: "one".to_owned(), has_numerical_value: people.to_string() },
    }
}

/// A need as a partner reads it. One that is erased says nothing but that.
pub fn of_need(vocabulary: &Vocabulary, address: &str, need: &Need, published: bool) -> Proposal<OfNeed> {
    let profile = abroad(vocabulary, &Profile::from_json(&need.profile));
    let state = match need.state.as_str() {
        "open" if published => "open",
        "erased" => "erased",
        _ => "withdrawn",
    };
    let rest = OfNeed {
        need: need.id.clone(),
        state: state.to_owned(),
        country: need.country.clone(),
        poster_country: if need.poster_country == need.country { String::new() } else { need.poster_country.clone() },
        host_kind: need.host_kind.clone(),
        lang: need.lang.clone(),
        support: need.support.clone(),
        counterpart: need.counterpart.clone(),
        remains: need.remains.clone(),
        placed: need.placed,
        profile: profile.clone(),
    };
    let id = format!("{address}/partner/v1/needs/{}", need.id);
    Proposal {
        name: need.title.clone(),
        content: need.terms.clone(),
        ..proposal(id, "request", address, need.expires_at, intent(&profile, need.people), rest)
    }
}

/// An offer as a partner reads it, to whose need the person said yes.
pub fn of_offer(vocabulary: &Vocabulary, address: &str, it: &Introduction, offer: &Offer) -> Proposal<OfOffer> {
    let profile = abroad(vocabulary, &Profile::from_json(&offer.profile));
    let rest = OfOffer {
        introduction: it.id.clone(),
        need: it.need_id.clone(),
        residence: offer.residence.clone(),
        ties: offer.ties.clone(),
        will_not: offer.will_not.clone(),
        lang: offer.lang.clone(),
        profile: profile.clone(),
    };
    let id = format!("{address}/partner/v1/introductions/{}", it.id);
    proposal(id, "offer", address, it.due_at.unwrap_or(it.changed_at), intent(&profile, 1), rest)
}

/// A letter as it goes over the wire.
pub fn body<T: Serialize>(letter: &T) -> String {
    serde_json::to_string(letter).unwrap_or_default()
}

/// The address that this server writes under.
pub fn own_address(configured: &str) -> String {
    super::address::Address::parse(configured).map_or_else(|_| configured.to_owned(), |address| address.to_string())
}

/// What an administrator hands to another: name of the key, and the key.
pub fn card(key: &ServerKey, address: &str) -> String {
    format!("{address} {}", key.public())
}
