//! Which confidential figures go into results that others see, and when: only those of several delegations, and only
//! together, so that nobody reads one delegation's from what a result was before and after.

use super::material::Material;
use crate::store::effect::{self, Layer};
use crate::store::{Conn, Moment, Stored};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A sum is shown over at least so many delegations whose figures the reader does not know (`landing.md`).
pub const LEAST: usize = 3;
/// Hence so many that each of them still sees the sum of enough others.
pub const TOGETHER: usize = LEAST + 1;

/// What a delegation says that a measure does to it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Own {
    /// Id of the measure.
    pub measure: String,
    /// The sphere.
    pub sphere: String,
    /// At worst.
    pub low: i64,
    /// Most likely.
    pub mode: i64,
    /// At best.
    pub high: i64,
}

/// A red line without whose it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Line {
    /// The sphere, if it is about one.
    pub sphere: Option<String>,
    /// Id of the measure, if it is against one.
    pub measure: Option<String>,
    /// The floor.
    pub floor: Option<i64>,
}

/// What a delegation keeps confidential.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct Figures {
    /// Its own effects, sorted.
    #[serde(default)]
    pub effects: Vec<Own>,
    /// Its red lines, sorted.
    #[serde(default)]
    pub lines: Vec<Line>,
}

impl Figures {
    /// Nothing is confidential.
    pub fn is_empty(&self) -> bool {
        self.effects.is_empty() && self.lines.is_empty()
    }
}

/// Confidential figures by delegation. Who has none is not in it.
pub type Confidential = BTreeMap<String, Figures>;

/// The layer without what its owners have published since: that is told by themselves.
pub fn disclosed(layer: &Confidential, published: &BTreeSet<String>, lines: &BTreeSet<(String, Line)>) -> Confidential {
    let kept = layer.iter().map(|(delegation, figures)| {
        let effects = if published.contains(delegation) { Vec::new() } else { figures.effects.clone() };
        let still = |line: &&Line| !lines.contains(&(delegation.clone(), (*line).clone()));
        let lines = figures.lines.iter().filter(still).cloned().collect();
        (delegation.clone(), Figures { effects, lines })
    });
    kept.filter(|(_, figures)| !figures.is_empty()).collect()
}

/// The layer after what has changed goes into it, where enough delegations have changed theirs. Effects and red lines
/// each for themselves: one who changed effects must not go with three who changed red lines.
pub fn forward(live: &Confidential, layer: &Confidential) -> Confidential {
    let none = Figures::default();
    let who: BTreeSet<&String> = live.keys().chain(layer.keys()).collect();
    let figures = |from: &Confidential, id: &String| from.get(id).unwrap_or(&none).clone();
    let differs = |part: fn(&Figures) -> String| {
        let changed = who.iter().filter(|id| part(&figures(live, id)) != part(&figures(layer, id))).count();
        changed >= TOGETHER
    };
    let effects = differs(|f| format!("{:?}", f.effects));
    let lines = differs(|f| format!("{:?}", f.lines));
    let one = |id: &&String| {
        let (new, old) = (figures(live, id), figures(layer, id));
        let figures = Figures {
            effects: if effects { new.effects } else { old.effects },
            lines: if lines { new.lines } else { old.lines },
        };
        ((*id).clone(), figures)
    };
    who.iter().map(one).filter(|(_, figures)| !figures.is_empty()).collect()
}

/// What of the layer is used: effects, and red lines, where enough delegations have some.
pub fn usable(layer: &Confidential) -> Confidential {
    let effects = layer.values().filter(|f| !f.effects.is_empty()).count() >= TOGETHER;
    let lines = layer.values().filter(|f| !f.lines.is_empty()).count() >= TOGETHER;
    let one = |(id, figures): (&String, &Figures)| {
        let mut used = Figures::default();
        if effects {
            used.effects.clone_from(&figures.effects);
        }
        if lines {
            used.lines.clone_from(&figures.lines);
        }
        (id.clone(), used)
    };
    layer.iter().map(one).filter(|(_, figures)| !figures.is_empty()).collect()
}

/// Writes a layer in place of the one that was read.
pub async fn keep(c: &mut Conn, dialogue: &str, read: &Material, layer: &Confidential, now: Moment) -> Stored<()> {
    for gone in read.layer.keys().filter(|id| !layer.contains_key(*id)) {
        effect::drop_layer(c, dialogue, gone).await?;
    }
    for (id, figures) in layer.iter().filter(|(id, figures)| read.layer.get(*id) != Some(figures)) {
        let bloc = read.bloc(id);
        put(c, dialogue, id, &bloc, figures, now).await?;
    }
    Ok(())
}

/// Writes one delegation's part of it.
pub async fn put(c: &mut Conn, dialogue: &str, id: &str, bloc: &str, figures: &Figures, now: Moment) -> Stored<()> {
    let figures = serde_json::to_string(figures).unwrap_or_default();
    let row = Layer { delegation_id: id.to_owned(), bloc: bloc.to_owned(), figures, at: now };
    effect::put_layer(c, dialogue, &row).await
}
