//! Blocs: declared categories of delegations, by role, region, kind and negotiating group.

use crate::countries;
use crate::lang::L;
use crate::store::{self, Conn, Stored, delegation::Delegation};
use crate::words;
use std::collections::{BTreeMap, HashMap};

/// What a bloc is declared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dimension {
    /// Origin, transit, destination.
    Role,
    /// One of the five large regions of UN M49.
    Region,
    /// State, city, union ...
    Kind,
    /// Negotiating group.
    Group,
}

impl Dimension {
    const ALL: [(Dimension, &'static str); 4] = [
        (Dimension::Role, "role"),
        (Dimension::Region, "region"),
        (Dimension::Kind, "kind"),
        (Dimension::Group, "group"),
    ];

    /// How it is written.
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(dimension, _)| *dimension == self).map_or("", |(_, word)| word)
    }
}

/// A declared category.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Bloc {
    /// What it is declared by.
    pub dimension: Dimension,
    /// The word of the role or kind, the code of the region, or the name of the group.
    pub name: String,
}

impl Bloc {
    /// A bloc by dimension and name.
    pub fn new(dimension: Dimension, name: impl Into<String>) -> Bloc {
        Bloc { dimension, name: name.into() }
    }

    /// As it stands in files: `role:origin`.
    pub fn id(&self) -> String {
        format!("{}:{}", self.dimension.as_str(), self.name)
    }

    /// The bloc that an id names.
    pub fn parse(id: &str) -> Option<Bloc> {
        let (word, name) = id.split_once(':')?;
        let (dimension, _) = Dimension::ALL.into_iter().find(|(_, known)| *known == word)?;
        Some(Bloc::new(dimension, name))
    }

    /// As a person reads it.
    pub fn label(&self, l: L) -> String {
        match self.dimension {
            Dimension::Role => l.w("bloc-role", &self.name),
            Dimension::Kind => l.w("bloc-kind", &self.name),
            Dimension::Region => countries::name(l, &self.name),
            Dimension::Group => self.name.clone(),
        }
    }
}

/// The label of a bloc's id; the id itself where a file brought its own names.
pub fn label_of(l: L, id: &str) -> String {
    Bloc::parse(id).map_or_else(|| id.to_owned(), |bloc| bloc.label(l))
}

/// The blocs that a delegation stands in.
pub fn of(d: &Delegation) -> Vec<Bloc> {
    let roles = words::split(&d.roles).map(|role| Bloc::new(Dimension::Role, role));
    let region = countries::region(&d.country).map(|code| Bloc::new(Dimension::Region, code));
    let kind = Bloc::new(Dimension::Kind, d.kind.as_str());
    let groups = words::split(&d.negotiating_groups).map(|group| Bloc::new(Dimension::Group, group));
    roles.chain(region).chain([kind]).chain(groups).collect()
}

/// The blocs of every participant that is a delegation, as they are shown. Observers are left out: their responses are
/// not counted.
pub async fn declared(c: &mut Conn, dialogue: &str) -> Stored<Vec<(String, Vec<Bloc>)>> {
    let delegations: HashMap<String, Delegation> =
        store::delegation::all(c, dialogue).await?.into_iter().map(|d| (d.id.clone(), d)).collect();
    let participants = store::participant::counted(c, dialogue).await?;
    let blocs = participants.into_iter().filter_map(|p| {
        let delegation = delegations.get(p.delegation_id.as_deref()?).filter(|d| !d.observer)?;
        Some((p.id, of(delegation)))
    });
    let mut all: BTreeMap<String, Vec<Bloc>> = blocs.collect();
    for (participant, held) in store::publication::held_blocs(c, dialogue).await? {
        all.insert(participant, words::split(&held).filter_map(Bloc::parse).collect());
    }
    Ok(all.into_iter().collect())
}

/// Who is in each bloc, by its id.
pub fn by_id(declared: Vec<(String, Vec<Bloc>)>) -> landscape::Blocs {
    let mut members = landscape::Blocs::new();
    for (participant, blocs) in declared {
        for bloc in blocs {
            members.entry(bloc.id()).or_default().insert(participant.clone());
        }
    }
    members
}

/// Keeps the published responses of a delegation, which is about to be described anew or to leave, in the blocs in
/// which they were shown, until the dialogue closes: one that went from bloc to bloc alone would tell its responses by
/// the difference.
pub async fn hold(c: &mut Conn, dialogue: &str, delegation: &Delegation) -> Stored<()> {
    let ids: Vec<String> = of(delegation).iter().map(Bloc::id).collect();
    store::publication::hold_blocs(c, dialogue, &delegation.id, &ids.join(";")).await
}
