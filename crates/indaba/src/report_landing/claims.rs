//! What has to hold, in words: prices, reasons, concessions; nothing that a reader may not be told.

use super::view::Show;
use crate::blocs;
use landing::{Claim, Concession, Price};

impl Show<'_> {
    /// The largest first.
    pub(super) fn prices(&self) -> Vec<(String, Option<i64>, String)> {
        let problem = self.case.problem();
        let shown = self.found.prices.iter().flatten().filter(|price| self.eyes.shows_price(problem, price));
        let mut prices: Vec<_> = shown.map(|price| self.price(price)).collect();
        prices.sort_by_key(|(_, price, _)| std::cmp::Reverse(*price));
        prices
    }

    /// Of what, how much, how sure.
    fn price(&self, price: &Price) -> (String, Option<i64>, String) {
        let parties = self.l.list(&price.parties.iter().map(|id| self.party(id)).collect::<Vec<_>>());
        let who = price.bloc.as_deref().map_or(parties, |bloc| blocs::label_of(self.l, bloc));
        let line = price.red_lines.first().filter(|_| price.kind == "red_line").map(|i| self.line(*i));
        let what = line.unwrap_or_else(|| self.l.t1(&format!("landing-price-{}", price.kind), "who", who));
        (what, price.price.or(price.total), self.words(&price.status))
    }

    /// A red line by its place.
    fn line(&self, place: usize) -> String {
        let line = &self.case.problem().red_lines[place];
        self.claim(&Claim::RedLine {
            red_line: place,
            party: line.party.clone(),
            sphere: line.sphere.clone(),
            measure: line.measure.clone(),
            floor: line.floor,
        })
    }

    pub(super) fn why(&self) -> Option<(String, String, Vec<String>)> {
        let why = self.found.why.as_ref()?;
        let heading = self.l.t1("landing-why", "measure", self.measure(&why.measure));
        let first = self.found.packages.iter().find(|p| p.choice.is_some());
        let text = match (why.lost, why.claims.is_empty()) {
            _ if first.is_some_and(|p| p.measures.contains(&why.measure)) => self.l.t("landing-why-in"),
            (Some(_), _) if !self.eyes.sums() => self.l.t("landing-why-possible"),
            (Some(0), _) => self.l.t("landing-why-nothing-lost"),
            (Some(lost), _) => self.l.t1("landing-why-lost", "lost", lost),
            (None, false) => self.l.t("landing-why-impossible"),
            (None, true) => self.words(&why.status),
        };
        Some((heading, text, self.claims(&why.claims)))
    }

    /// What was asked for and the time did not suffice for.
    pub(super) fn unfinished(&self) -> Option<String> {
        let parts: Vec<String> = self.found.unfinished.iter().map(|part| self.l.w("landing-part", part)).collect();
        (!parts.is_empty()).then(|| self.l.t1("landing-unfinished", "parts", self.l.list(&parts)))
    }

    /// Of those who have a name.
    pub(super) fn concessions(&self) -> Vec<(String, i64, Vec<String>)> {
        let parties = self.found.concessions.iter().flat_map(|found| &found.parties);
        let place = |id: &str| self.case.problem().parties.iter().position(|p| p.id == id);
        let row = |party: &Concession| {
            let named = place(&party.party).is_some_and(|p| self.eyes.names(p));
            let told: Vec<_> =
                party.claims.iter().filter(|c| self.eyes.names_claim(self.case.problem(), &c.claim)).collect();
            let points = told.iter().map(|c| c.points).sum();
            let claims = told.iter().map(|c| self.claim(&c.claim)).collect();
            (named && !told.is_empty()).then(|| (self.party(&party.party), points, claims))
        };
        parties.filter_map(row).collect()
    }

    /// Claims in words. Those that may not be named are one, however many there are.
    pub(super) fn claims(&self, claims: &[Claim]) -> Vec<String> {
        let problem = self.case.problem();
        let named = claims.iter().filter(|c| self.eyes.names_claim(problem, c));
        let mut told: Vec<String> = named.map(|c| self.claim(c)).collect();
        if claims.iter().any(|c| !self.eyes.names_claim(problem, c)) {
            told.push(self.l.t("landing-claim-confidential"));
        }
        told
    }

    /// What has to hold and who says so, in the reader's language.
    pub(super) fn claim(&self, claim: &Claim) -> String {
        match claim {
            Claim::SomeMeasure => self.l.t("landing-claim-some"),
            Claim::Party { party } => self.l.t1("landing-claim-party", "who", self.party(party)),
            Claim::Sphere { sphere } => self.l.t1("landing-claim-sphere", "sphere", self.sphere(sphere)),
            Claim::Cell { party, sphere, floor } => {
                let (who, sphere) = (self.party(party), self.sphere(sphere));
                self.l.t3("landing-claim-cell", "who", who, "sphere", sphere, "floor", *floor)
            }
            Claim::RedLine { party, sphere, measure, floor, .. } => {
                let (who, floor) = (self.party(party), floor.unwrap_or(0));
                match (measure, sphere) {
                    (Some(m), _) => self.l.t2("landing-claim-red-line-measure", "who", who, "measure", self.measure(m)),
                    (None, Some(s)) => {
                        self.l.t3("landing-claim-red-line-sphere", "who", who, "sphere", self.sphere(s), "floor", floor)
                    }
                    (None, None) => self.l.t2("landing-claim-red-line", "who", who, "floor", floor),
                }
            }
            Claim::Relation { measures, .. } => {
                let names: Vec<String> = measures.iter().map(|id| self.measure(id)).collect();
                self.l.t1("landing-claim-relation", "measures", self.l.titles(&names))
            }
            Claim::Budget { budget } => self.l.t1("landing-claim-budget", "budget", *budget),
            Claim::Asked { measure } => self.measure(measure),
        }
    }
}
