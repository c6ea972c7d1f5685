//! What a yes is said to: the need and the card as they stand, each as a digest. A yes that was said to something else
//! does not hold. The institution's name is not in it, as it could be guessed from a digest: a change of it is found
//! where its contact can be read ([`super::changes`]).

use super::steps::Table;
use crate::introduction::{Actor, Reach};
use crate::secret;
use crate::store::need::Need;
use crate::store::offer::Offer;
use crate::store::{self, Conn, Stored};

/// A need as the person who offers reads it. How many are sought and how long it is shown is not part of it.
pub fn of_need(need: &Need) -> String {
    digest(&[
        &need.title,
        &need.terms,
        &need.lang,
        &need.country,
        &need.host_kind,
        &need.profile,
        &need.support,
        &need.counterpart,
        &need.remains,
    ])
}

/// A card as the host reads it.
pub fn of_offer(offer: &Offer) -> String {
    digest(&[&offer.residence, &offer.ties, &offer.profile, &offer.will_not, &offer.lang])
}

/// What a page asks about, which comes back with the answer: both sides as they stood, and the question itself, which is
/// another one when it is asked again.
pub fn on_page(table: &Table) -> String {
    let due = table.it.due_at.unwrap_or_default().to_string();
    digest(&[&of_need(&table.need), &of_offer(&table.offer), &due])
}

/// Whether what the person who offers said yes to still stands. A yes of before digests were kept, and one that was said
/// on another server, is held to by what ends when something is changed.
pub(super) async fn holds(c: &mut Conn, table: &Table) -> Stored<bool> {
    let said = match (table.actor, table.reach()) {
        (Actor::Host, Reach::Here) | (Actor::Partner, Reach::NeedAbroad) => {
            store::consent::last_yes(c, &table.it.id).await?
        }
        _ => None,
    };
    let Some((need, offer)) = said.filter(|(need, _)| !need.is_empty()) else { return Ok(true) };
    // The host here reads the card as it is now; a partner's host read the one that was sent with the yes.
    Ok(need == of_need(&table.need) && (table.actor == Actor::Host || offer == of_offer(&table.offer)))
}

fn digest(parts: &[&str]) -> String {
    // Lengths keep apart what stands in one field and what in the next.
    let all: Vec<String> = parts.iter().map(|part| format!("{}:{part}", part.len())).collect();
    secret::hash(&all.concat())
}
