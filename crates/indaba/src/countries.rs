//! Countries and regions of UN M49: names in the reader's language, and the large region that each belongs to.

use crate::lang::L;
use std::collections::HashMap;
use std::sync::LazyLock;

#[derive(Debug, serde::Deserialize)]
struct Place {
    code: String,
    en: String,
    fr: String,
    ar: String,
    region: String,
}

/// The five regions that the landscape forms blocs of: Africa, Oceania, Americas, Asia, Europe.
pub const REGIONS: [&str; 5] = ["002", "009", "019", "142", "150"];

static PLACES: LazyLock<HashMap<String, Place>> = LazyLock::new(|| {
    csv::Reader::from_reader(include_str!("../assets/countries/m49.csv").as_bytes())
        .deserialize()
        .filter_map(Result::ok)
        .map(|place: Place| (place.code.clone(), place))
        .collect()
});

/// Whether the standard has this code.
pub fn known(code: &str) -> bool {
    PLACES.contains_key(code)
}

/// Whether a code is that of a region: something lies in it.
pub fn is_region(code: &str) -> bool {
    PLACES.values().any(|place| place.region == code)
}

/// The name of a country or region; the code itself where the standard does not have it.
pub fn name(l: L, code: &str) -> String {
    let Some(place) = PLACES.get(code) else { return code.to_owned() };
    match l.code() {
        "fr" => &place.fr,
        "ar" => &place.ar,
        _ => &place.en,
    }
    .clone()
}

/// The region of [`REGIONS`] that a country lies in, or that a region's code is; none for the World.
pub fn region(code: &str) -> Option<&'static str> {
    let mut here = code;
    // No chain in the standard is longer than four; a loop in the file must not hang the program.
    for _ in 0..8 {
        if let Some(found) = REGIONS.into_iter().find(|region| *region == here) {
            return Some(found);
        }
        here = &PLACES.get(here)?.region;
    }
    None
}

/// `(code, name)` of all places, by name in the language.
pub fn all(l: L) -> Vec<(&'static str, String)> {
    let mut all: Vec<_> = PLACES.keys().map(|code| (code.as_str(), name(l, code))).collect();
    all.sort_by(|a, b| a.1.cmp(&b.1));
    all
}
