//! What has to hold in the model of the exchange after each deed.

use crate::exchange_model::{NEEDS, OFFERS, World};
use indaba::exchange::steps::Table;
use indaba::introduction::{Actor, State, effective, shows_card};
use indaba::store::introduction::Introduction;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

impl World<'_> {
    /// All of it.
    pub async fn holds(&mut self) -> Result<(), TestCaseError> {
        let all = self.all().await;
        self.counts(&all).await?;
        for it in &all {
            let table = self.table(&it.id, Actor::Host).await;
            self.consents(&table)?;
            self.hides(&table)?;
        }
        let mut live: Vec<(&str, &str)> = all
            .iter()
            .filter(|it| !effective(it.state, it.due_at, self.now).is_over())
            .map(|it| (it.need_id.as_str(), it.offer_id.as_str()))
            .collect();
        let n = live.len();
        live.sort_unstable();
        live.dedup();
        prop_assert_eq!(live.len(), n, "two at once for the same two");
        Ok(())
    }

    /// What is disclosed was agreed to by both, as it stood when it was.
    fn consents(&mut self, table: &Table) -> Result<(), TestCaseError> {
        let (need, card) = (self.version(&table.need.id), self.version(&table.offer.id));
        let state = effective(table.it.state, table.it.due_at, self.now);
        let told = self.told(table);
        let said = self.said.entry(table.it.id.clone()).or_default();
        if state.discloses() {
            prop_assert!(!said.taken_back, "{} after a consent was taken back", state);
            if !said.disclosed {
                prop_assert_eq!(said.offer, Some(need), "the person said yes to another need");
                prop_assert_eq!(said.host, Some(card), "the host said yes to another card");
                said.disclosed = true;
            }
            prop_assert!(table.need.person_id.is_some() && table.offer.person_id.is_some(), "somebody was erased");
        }
        prop_assert!(told.is_none() || said.offer.is_some(), "the host hears of somebody who said nothing");
        if state == State::WithHost {
            prop_assert_eq!(said.offer, Some(need), "the host is asked about a yes to another need");
        }
        prop_assert!(table.it.declined_by.is_empty() || state.is_over());
        prop_assert!(!said.over || state.is_over(), "{} after it was over", state);
        said.over = state.is_over();
        Ok(())
    }

    /// Nothing waits, and no card is shown, where the offer is hidden; nothing waits on what is not there.
    fn hides(&self, table: &Table) -> Result<(), TestCaseError> {
        let (need, offer) = (&table.need, &table.offer);
        let apart = offer
            .hidden_from
            .split(';')
            .any(|from| !from.is_empty() && (from == need.country || from == need.poster_country));
        let state = effective(table.it.state, table.it.due_at, self.now);
        let waits = state.waits() || matches!(state, State::Proposed | State::Confirming);
        prop_assert!(!(apart && waits), "{} although it is hidden", state);
        if let Some(seen) = self.told(table) {
            prop_assert!(!apart || !shows_card(seen) || state.discloses(), "{} shows a hidden card", seen);
        }
        let there = need.state == "open" && offer.state == "active";
        prop_assert!(
            there || !waits,
            "{} on a need that is {} and an offer that is {}",
            state,
            need.state,
            offer.state
        );
        Ok(())
    }

    /// The counts of places are what the introductions say.
    async fn counts(&mut self, all: &[Introduction]) -> Result<(), TestCaseError> {
        for n in 0..NEEDS {
            let need = self.need(n).await;
            let holds = |it: &&Introduction| {
                it.need_id == need.id
                    && (matches!(it.state, State::Confirming | State::Exchanged | State::Engaged | State::Completed)
                        || (it.state == State::Revoked && it.started_at.is_some()))
            };
            prop_assert_eq!(need.placed, all.iter().filter(holds).count() as i64, "places of a need");
            prop_assert!(need.placed <= need.people);
        }
        for o in 0..OFFERS {
            let offer = self.offer(o).await;
            let holds = |it: &&Introduction| it.offer_id == offer.id && it.state.holds_capacity();
            prop_assert_eq!(offer.taken, all.iter().filter(holds).count() as i64, "engagements of an offer");
            prop_assert!(offer.taken <= offer.capacity);
        }
        Ok(())
    }
}
