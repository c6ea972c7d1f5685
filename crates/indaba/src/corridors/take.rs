//! Effects of a scenario as effects of a measure of a dialogue: which delegation a standpoint stands for, which sphere of
//! the dialogue is meant, and what finds neither. Pure: what is shown before it is entered is what is entered.

use super::effects::Effect;
use super::{Asked, answer};
use crate::lang::{L, Lang};
use crate::store::delegation::Delegation;
use crate::words::Kind;
use ::corridors::{Pack, Standpoint};

/// Why an effect finds no place in the dialogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// The dialogue has no such sphere.
    Sphere,
    /// No delegation was chosen for the standpoint.
    Party,
    /// The levers of the scenario do not reach the outcome at all. That is no finding of "no effect".
    Silent,
}

/// One effect that would be entered.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// Id of the delegation.
    pub delegation: String,
    /// The sphere as the dialogue names it.
    pub sphere: String,
    /// What the model says.
    pub effect: Effect,
}

/// What would be entered, and what can't be.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    /// By delegation, in the order in which they were given.
    pub entries: Vec<Entry>,
    /// With the reason.
    pub left: Vec<(Effect, Left)>,
}

/// The UN M49 code of the country that a standpoint looks from; none for the world.
pub fn country(asked: &Asked, pack: &Pack, standpoint: Standpoint) -> Option<String> {
    let place = pack.country(answer::place(asked, standpoint)?)?;
    let m49 = pack.countries.get(usize::from(place))?.m49;
    (m49 > 0).then(|| format!("{m49:03}"))
}

/// The standpoint that a delegation takes where nobody says otherwise: a State that of its own country. Nobody is taken for
/// migrants or neighbours unasked, as no country speaks for them.
pub fn default(asked: &Asked, pack: &Pack, d: &Delegation) -> Option<Standpoint> {
    let of = |s: &Standpoint| country(asked, pack, *s).is_some_and(|m49| m49 == d.country);
    [Standpoint::Host, Standpoint::Origin].into_iter().filter(|_| d.kind == Kind::State).find(of)
}

/// The sphere of a dialogue that a word of the model means: by its code, or by its name in a language of the interface.
pub fn sphere<'a>(spheres: &'a [String], word: &str) -> Option<&'a String> {
    let same = |s: &String, name: &str| s.trim().to_lowercase() == name.to_lowercase();
    let named = |s: &&String| Lang::offered().any(|lang| same(s, &L(lang).w("sphere", word)));
    spheres.iter().find(|s| same(s, word)).or_else(|| spheres.iter().find(named))
}

/// An outcome that is the baseline's to the last bit in every draw.
fn is_silent(e: &Effect) -> bool {
    e.change.iter().all(|change| change.abs() == 0.0)
}

/// Each effect for each delegation of its standpoint.
pub fn plan(effects: &[Effect], spheres: &[String], stands: &[(String, Standpoint)]) -> Plan {
    let mut plan = Plan::default();
    for (delegation, standpoint) in stands {
        for effect in effects.iter().filter(|e| e.party == *standpoint && !is_silent(e)) {
            if let Some(sphere) = sphere(spheres, effect.sphere) {
                let (delegation, sphere) = (delegation.clone(), sphere.clone());
                plan.entries.push(Entry { delegation, sphere, effect: effect.clone() });
            }
        }
    }
    for effect in effects {
        if is_silent(effect) {
            plan.left.push((effect.clone(), Left::Silent));
        } else if sphere(spheres, effect.sphere).is_none() {
            plan.left.push((effect.clone(), Left::Sphere));
        } else if !stands.iter().any(|(_, s)| *s == effect.party) {
            plan.left.push((effect.clone(), Left::Party));
        }
    }
    plan
}
