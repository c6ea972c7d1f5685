//! What may be shown of a landscape, and how its map stays the way it was seen last: the same side up, the groups under
//! the same letters. The figures know nothing of that: they follow from the responses alone.

use super::landscape::Audience;
use crate::store::Moment;
use ::landscape::{Landscape, Members, Places, suppress};
use std::collections::HashMap;
use std::sync::{Arc, Mutex};

/// What a landscape was computed from.
#[derive(Debug, Clone, Copy, Default)]
pub struct Basis {
    /// When it was computed; for those who see what was published, when that was.
    pub at: Moment,
    /// How many responses it was computed from.
    pub responses: i64,
    /// How many of those who responded came without an access code or accreditation.
    pub without_code: i64,
}

/// A landscape with where it comes from.
#[derive(Debug)]
pub struct Computed {
    /// The whole of it: show it only through [`Computed::shown`].
    pub landscape: Landscape,
    /// What it was computed from.
    pub basis: Basis,
    /// For whom.
    audience: Audience,
    /// The way the map before this one faced, so that it does not jump under those who watch.
    facing: Places,
    /// What the group of each participant is called on the map, or was when there were several last.
    called: Members,
    /// What was shown of it already, by limit.
    shown: Mutex<HashMap<u32, Shown>>,
}

/// What may be shown of a landscape.
#[derive(Debug, Clone)]
pub struct Shown {
    /// As it is computed from the responses alone: what is downloaded and recorded.
    pub figures: Arc<Landscape>,
    /// The same, with the map turned the way it was seen last and its groups called as they were then.
    pub map: Arc<Landscape>,
}

impl Computed {
    /// A landscape for an audience, after the one that it was shown before.
    pub fn new(landscape: Landscape, audience: Audience, basis: Basis, before: Option<&Computed>) -> Computed {
        let facing = before.map(|before| before.landscape.places_facing(&before.facing)).unwrap_or_default();
        let known = before.map(|before| before.called.clone()).unwrap_or_default();
        let called =
            Some(landscape.clone().named(&known).members()).filter(|called| !called.is_empty()).unwrap_or(known);
        Computed { landscape, basis, audience, facing, called, shown: Mutex::default() }
    }

    /// How many responded.
    pub fn participants(&self) -> i64 {
        self.landscape.counts.participants.unwrap_or(0).into()
    }

    /// What may be shown at a disclosure limit; single participants to the secretariat alone. Made once for each.
    pub fn shown(&self, limit: u32) -> Shown {
        let known = self.shown.lock().ok().and_then(|shown| shown.get(&limit).cloned());
        known.unwrap_or_else(|| {
            let made = self.show(limit);
            if let Ok(mut shown) = self.shown.lock() {
                shown.insert(limit, made.clone());
            }
            made
        })
    }

    fn show(&self, limit: u32) -> Shown {
        let mut figures = suppress(&self.landscape, limit as usize);
        // Who is in which group is what names go by: participants are taken away afterwards.
        let mut map = figures.clone().named(&self.called).turned(self.landscape.against(&self.facing));
        if self.audience != Audience::Secretariat {
            (figures.participants, map.participants) = (None, None);
        }
        let figures = Arc::new(figures);
        let map = if map == *figures { Arc::clone(&figures) } else { Arc::new(map) };
        Shown { figures, map }
    }
}

impl Shown {
    /// Whether a group on the map has another letter than in the figures.
    pub fn is_renamed(&self) -> bool {
        let mut pairs = self.figures.groups.iter().zip(&self.map.groups);
        pairs.any(|(figures, map)| map.size.is_some() && figures.id != map.id)
    }
}
