//! What may be shown of an author. Everything that leaves the server about who said something passes here.

use crate::app::Convened;
use crate::lang::L;
use crate::store::delegation::Delegation;
use crate::store::perspective::Perspective;
use crate::store::{self, Conn, Stored};
use crate::words::{Attribution, Kind, Position, split};
use std::collections::HashMap;

/// A category of fewer delegations than this would single one out.
pub const SINGLES_OUT: usize = 3;

/// The stronger protection of a dialogue's rule and a contribution's own wish.
pub fn stronger(dialogue: Attribution, wish: Option<Attribution>) -> Attribution {
    wish.map_or(dialogue, |wish| wish.max(dialogue))
}

/// The delegations of a dialogue, as far as labels need them.
#[derive(Debug, Default)]
pub struct Labels {
    delegations: Vec<Delegation>,
    /// Place in `delegations` of each participant that is one; none for one that has left.
    speaks: HashMap<String, Option<usize>>,
}

impl Labels {
    /// Reads the delegations of a dialogue.
    pub async fn load(c: &mut Conn, convened: &Convened) -> Stored<Labels> {
        let delegations = store::delegation::all(c, &convened.dialogue.id).await?;
        let participants = store::participant::delegations(c, &convened.dialogue.id).await?;
        Ok(Labels::new(delegations, participants))
    }

    /// From delegations and `(participant, delegation)`.
    pub fn new(delegations: Vec<Delegation>, participants: Vec<(String, String)>) -> Labels {
        let places: HashMap<&str, usize> = delegations.iter().enumerate().map(|(i, d)| (d.id.as_str(), i)).collect();
        let speaks = participants
            .into_iter()
            .map(|(participant, delegation)| (participant, places.get(delegation.as_str()).copied()))
            .collect();
        Labels { delegations, speaks }
    }

    /// The delegation that a participant is.
    pub fn delegation(&self, participant: &str) -> Option<&Delegation> {
        self.delegations.get((*self.speaks.get(participant)?)?)
    }

    /// What may be shown of a perspective's author; empty where nothing may.
    pub fn author(&self, l: L, p: &Perspective) -> String {
        self.of(l, p.author_id.as_deref(), p.attribution)
    }

    /// What may be shown of a participant under an attribution; empty where nothing may.
    pub fn of(&self, l: L, participant: Option<&str>, attribution: Attribution) -> String {
        let Some(participant) = participant else { return String::new() };
        match (attribution, self.delegation(participant)) {
            (Attribution::Unattributed | Attribution::OffTheRecord, _) => String::new(),
            (Attribution::Named, Some(delegation)) => delegation.name.clone(),
            (Attribution::ByCategory, Some(delegation)) => l.t(&self.category(delegation)),
            (_, None) if self.speaks.contains_key(participant) => l.t("author-departed"),
            (Attribution::Named | Attribution::ByCategory, None) => l.t("author-participant"),
        }
    }

    /// The negotiating group in whose name a perspective is given, unless it would narrow down who gave it.
    pub fn group<'p>(&self, p: &'p Perspective) -> Option<&'p str> {
        let group = p.on_behalf_of.as_deref()?;
        let members = self.delegations.iter().filter(|d| split(&d.negotiating_groups).any(|g| g == group)).count();
        match p.attribution {
            Attribution::Named => Some(group),
            Attribution::ByCategory if members >= SINGLES_OUT => Some(group),
            _ => None,
        }
    }

    /// Key of the narrowest category that holds enough delegations: role, then kind, then "a delegation".
    fn category(&self, delegation: &Delegation) -> String {
        let of_kind = |d: &&Delegation| d.kind == delegation.kind;
        if delegation.kind == Kind::State {
            let role = split(&delegation.roles)
                .filter_map(|role| role.parse::<Position>().ok())
                .map(|role| (self.delegations.iter().filter(of_kind).filter(|d| has(d, role)).count(), role))
                .filter(|(count, _)| *count >= SINGLES_OUT)
                .max();
            if let Some((_, role)) = role {
                return format!("author-{role}");
            }
        }
        if self.delegations.iter().filter(of_kind).count() >= SINGLES_OUT {
            format!("author-{}", delegation.kind)
        } else {
            "author-delegation".to_owned()
        }
    }
}

fn has(delegation: &Delegation, role: Position) -> bool {
    split(&delegation.roles).any(|word| word == role.as_str())
}
