//! What a dialogue lacks for landing zones to say something, and what the reader can do about it.

use super::super::Visit;
use super::super::measures::party;
use super::super::secretariat::not_closed;
use super::{Audience, Reader};
use crate::access::{Action, allows};
use crate::landing_zone::layer::TOGETHER;
use crate::landing_zone::{Material, problem};
use crate::measure::Added;
use std::collections::BTreeSet;

/// What is missing, in a sentence.
pub(super) struct Missing {
    pub(super) text: String,
    /// Addresses with their words: the next step, for who may take it.
    pub(super) ways: Vec<(String, String)>,
    /// Without it a result says nothing.
    pub(super) whole: bool,
}

/// The first thing that is missing in the figures that this reader's result is made of.
pub(super) fn missing(visit: &Visit, slug: &str, m: &Material, reader: &Reader) -> Option<Missing> {
    let (l, problem) = (visit.l, problem::build(m, reader.audience).problem);
    let claims = || problem.effects.iter().map(|e| (&e.party, [e.low, e.mode, e.high]));
    let touched: BTreeSet<&String> = claims().filter(|(_, f)| *f != [0; 3]).map(|(party, _)| party).collect();
    let lacks = |key: &str, ways: Vec<(&str, &str)>| Missing {
        text: l.t1(key, "n", TOGETHER),
        ways: ways.into_iter().map(|(at, words)| (format!("/d/{slug}{at}"), l.t(words))).collect(),
        whole: true,
    };
    if m.measures.is_empty() {
        return Some(lacks("landing-no-measures", proposing(visit)));
    }
    if m.parties.is_empty() {
        let ways = vec![("/secretariat/delegations", "landing-way-delegations")];
        return Some(lacks("landing-no-parties", if manages(visit) { ways } else { Vec::new() }));
    }
    let said = claims().next().is_some();
    match (touched.len(), said || adds(m), reader.audience) {
        (0, false, Audience::Secretariat) => Some(lacks("landing-no-effects", assessing(visit, m))),
        (0, false, Audience::Shared) => Some(lacks("landing-no-effects-shared", assessing(visit, m))),
        (0, true, _) if !adds(m) => Some(lacks("landing-no-gains", assessing(visit, m))),
        (1, ..) if !adds(m) => Some(Missing { whole: false, ..lacks("landing-one-party", assessing(visit, m)) }),
        _ => None,
    }
}

/// A synergy adds something for somebody.
fn adds(m: &Material) -> bool {
    let added = |text: &str| serde_json::from_str::<Vec<Added>>(text).unwrap_or_default();
    m.relations.iter().any(|r| added(&r.effects).iter().any(|a| [a.low, a.mode, a.high] != [0; 3]))
}

fn manages(visit: &Visit) -> bool {
    allows(visit.role, Action::ManageMeasures) && not_closed(visit).is_ok()
}

fn proposing(visit: &Visit) -> Vec<(&'static str, &'static str)> {
    let may = visit.open().is_ok() && allows(visit.role, Action::ProposeMeasure);
    if may { vec![("/measures/new", "measure-new")] } else { Vec::new() }
}

/// A delegation says what measures do to itself, the secretariat enters what experts, the literature and models say.
fn assessing(visit: &Visit, m: &Material) -> Vec<(&'static str, &'static str)> {
    let own = party(visit, m).is_some() && visit.open().is_ok() && allows(visit.role, Action::AssessMeasures);
    if own {
        vec![("/measures/own/effects", "grid-open")]
    } else if manages(visit) {
        vec![("/measures", "landing-way-experts")]
    } else {
        Vec::new()
    }
}
