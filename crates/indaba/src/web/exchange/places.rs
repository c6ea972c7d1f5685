//! Countries to tick, folded by region. A list of all of them from which several are chosen with a key held down loses
//! what was chosen at one click without it, and whom an offer is hidden from must not be lost.

use super::super::secretariat::{Choice, Typed};
use crate::countries;
use crate::lang::L;

/// The countries of a form's field.
#[derive(Debug)]
pub struct Places {
    /// The field.
    pub name: &'static str,
    /// Those ticked when the form was made: they stand first, in sight.
    pub chosen: Vec<Choice>,
    /// The others, by region, each with its name.
    pub regions: Vec<(String, Vec<Choice>)>,
}

/// The countries of a field with what was typed.
pub fn places(l: L, typed: &Typed, name: &'static str) -> Places {
    let countries = countries::all(l).into_iter().filter(|(code, _)| !countries::is_region(code));
    let (mut chosen, mut regions) = (Vec::new(), Vec::new());
    for region in countries::REGIONS {
        regions.push((region, Vec::new()));
    }
    for (code, label) in countries {
        let choice = Choice { chosen: typed.has(name, code), ..Choice::new(l, code, label, "") };
        if choice.chosen {
            chosen.push(choice);
        } else if let Some((_, all)) = regions.iter_mut().find(|(region, _)| countries::region(code) == Some(*region)) {
            all.push(choice);
        }
    }
    let regions = regions.into_iter().map(|(region, all)| (countries::name(l, region), all)).collect();
    Places { name, chosen, regions }
}
