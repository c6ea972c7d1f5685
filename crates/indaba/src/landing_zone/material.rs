//! What a dialogue has of measures, effects and red lines, as the store holds it.

use super::layer::{Confidential, Figures, Line, Own, disclosed, forward};
use crate::app::Convened;
use crate::blocs::{Bloc, Dimension};
use crate::measure::Origin;
use crate::store::delegation::Delegation;
use crate::store::effect::Effect;
use crate::store::measure::{Measure, Relation, Rules};
use crate::store::red_line::RedLine;
use crate::store::{self, Conn, Moment};
use crate::words::{Kind, split};
use std::collections::{BTreeMap, BTreeSet};

/// A delegation whose effects count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Party {
    /// Id of the delegation.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Language of the name.
    pub lang: String,
    /// The bloc under which it is shown: a State by its role, others by their kind.
    pub bloc: String,
}

/// All of it.
#[derive(Debug, Clone, Default)]
pub struct Material {
    /// Spheres, tolerance, budget.
    pub rules: Rules,
    /// Spheres, in order.
    pub spheres: Vec<String>,
    /// Measures that are on the page, by number.
    pub measures: Vec<Measure>,
    /// How they depend on each other.
    pub relations: Vec<Relation>,
    /// Parties by name; observers are none.
    pub parties: Vec<Party>,
    /// Every claim, confidential ones too.
    pub effects: Vec<Effect>,
    /// Every red line, confidential ones too.
    pub lines: Vec<RedLine>,
    /// Delegations that show their own effects.
    pub published: BTreeSet<String>,
    /// Confidential figures as they last went into shared results.
    pub layer: Confidential,
    /// The blocs in which they stood then.
    pub blocs: BTreeMap<String, String>,
    /// When figures last went into it.
    pub layer_at: Option<Moment>,
}

impl Material {
    /// Reads it.
    pub async fn load(c: &mut Conn, convened: &Convened) -> anyhow::Result<Material> {
        let id = &convened.dialogue.id;
        let rules = store::measure::rules(c, id).await?;
        let delegations = store::delegation::all(c, id).await?;
        let layer = store::effect::layer(c, id).await?;
        let figures = |text: &str| serde_json::from_str::<Figures>(text);
        Ok(Material {
            spheres: split(&rules.spheres).map(str::to_owned).collect(),
            measures: store::measure::all(c, id).await?.into_iter().filter(Measure::is_open).collect(),
            relations: store::measure::relations(c, id).await?,
            parties: delegations.into_iter().filter(|d| !d.observer).map(party).collect(),
            effects: store::effect::all(c, id).await?,
            lines: store::red_line::all(c, id).await?,
            published: store::effect::published(c, id).await?.into_iter().map(|(id,)| id).collect(),
            layer_at: layer.iter().map(|l| l.at).max(),
            blocs: layer.iter().map(|l| (l.delegation_id.clone(), l.bloc.clone())).collect(),
            layer: layer
                .into_iter()
                .map(|l| Ok((l.delegation_id, figures(&l.figures)?)))
                .collect::<Result<_, serde_json::Error>>()?,
            rules,
        })
    }

    /// What each party keeps confidential now.
    pub fn confidential(&self) -> Confidential {
        let mut all = Confidential::new();
        let is_party = |id: &str| self.parties.iter().any(|p| p.id == id);
        for e in self.effects.iter().filter(|e| e.origin == Origin::Own && !self.published.contains(&e.delegation_id)) {
            all.entry(e.delegation_id.clone()).or_default().effects.push(own(e));
        }
        for line in self.lines.iter().filter(|l| !l.published) {
            all.entry(line.delegation_id.clone()).or_default().lines.push(of_line(line));
        }
        for figures in all.values_mut() {
            figures.effects.sort();
            figures.lines.sort();
        }
        all.retain(|id, _| is_party(id));
        all
    }

    /// The layer as it should be now; none where it is so.
    pub fn forward(&self) -> Option<Confidential> {
        let open: BTreeSet<(String, Line)> =
            self.lines.iter().filter(|l| l.published).map(|l| (l.delegation_id.clone(), of_line(l))).collect();
        let next = forward(&self.confidential(), &disclosed(&self.layer, &self.published, &open));
        (next != self.layer).then_some(next)
    }

    /// The bloc of a delegation: as it is, or as it was when its figures went into the layer.
    pub fn bloc(&self, id: &str) -> String {
        let now = self.parties.iter().find(|p| p.id == id).map(|p| p.bloc.clone());
        now.or_else(|| self.blocs.get(id).cloned()).unwrap_or_default()
    }

    /// The measure with an id.
    pub fn measure(&self, id: &str) -> Option<&Measure> {
        self.measures.iter().find(|m| m.id == id)
    }

    /// The measure with a number.
    pub fn numbered(&self, number: i64) -> Option<&Measure> {
        self.measures.iter().find(|m| m.number == number)
    }
}

/// A delegation's own claim.
pub fn own(e: &Effect) -> Own {
    Own { measure: e.measure_id.clone(), sphere: e.sphere.clone(), low: e.low, mode: e.mode, high: e.high }
}

/// A red line without whose it is.
pub fn of_line(l: &RedLine) -> Line {
    Line { sphere: l.sphere.clone(), measure: l.measure_id.clone(), floor: l.floor }
}

fn party(d: Delegation) -> Party {
    let bloc = bloc(&d);
    Party { id: d.id, name: d.name, lang: d.lang, bloc }
}

/// One bloc for each, so that sums by bloc have no party twice: a State stands by its first role, from origin on.
pub fn bloc(d: &Delegation) -> String {
    let has = |role: &str| split(&d.roles).any(|r| r == role);
    let role = ["origin", "transit", "destination"].into_iter().find(|role| has(role));
    match role {
        Some(role) if d.kind == Kind::State => Bloc::new(Dimension::Role, role).id(),
        _ => Bloc::new(Dimension::Kind, d.kind.as_str()).id(),
    }
}
