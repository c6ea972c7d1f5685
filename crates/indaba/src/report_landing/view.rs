//! What the report of landing zones shows, in one language and in reading order.

use super::draw;
use crate::lang::L;
use landing::engine::Status;
use landing::{Case, Claim, Concession, Landing, Package, Price};
use std::collections::BTreeMap;

/// A cell of the heat map.
pub struct Heat {
    /// What is gained.
    pub value: i64,
    /// Class of the colour.
    pub class: &'static str,
}

/// A party in the heat map.
pub struct HeatRow {
    /// Its name.
    pub party: String,
    /// One for each sphere.
    pub cells: Vec<Heat>,
}

/// A package in a table.
pub struct Row {
    /// By what it is the best, or its number among the alternatives.
    pub label: String,
    /// The package.
    pub package: Package,
    /// Names of its measures.
    pub measures: Vec<String>,
    /// How sure, in words.
    pub status: String,
    /// Name of the party that gains least, and its gain.
    pub least: String,
}

/// All that is shown.
pub struct View {
    /// The verdict in one line.
    pub verdict: String,
    /// The tolerance in words.
    pub tolerance: String,
    /// Spheres, and the parties by bloc.
    pub spheres: Vec<String>,
    /// Blocs with their parties.
    pub heat: Vec<(String, Vec<HeatRow>)>,
    /// Who gains what.
    pub bars: Option<String>,
    /// The best packages.
    pub packages: Vec<Row>,
    /// Alternatives side by side, and what they share.
    pub alternatives: Option<(String, Vec<Row>)>,
    /// Drawn trade-offs with their captions.
    pub frontiers: Vec<(String, String)>,
    /// What stands without, and what it gains.
    pub prices: Vec<(String, String)>,
    /// Measures that are in, borderline and out.
    pub strip: [Vec<String>; 3],
    /// Tolerance, best total and how sure.
    pub curve: Vec<(i64, String, String)>,
    /// Why a measure is not in: heading, and lines.
    pub why: Option<(String, String, Vec<String>)>,
    /// Where no package exists: claims that can't hold together, and who would have to concede what.
    pub stuck: Vec<String>,
    /// A party, what it would have to concede, and where.
    pub concessions: Vec<(String, i64, Vec<String>)>,
    /// How the package fares when effects are drawn.
    pub robust: Option<String>,
}

impl View {
    /// Takes from a result what is shown.
    pub fn new(l: L, case: &Case<'_>, found: &Landing) -> Self {
        let show = Show { l, case, found };
        let first = found.packages.iter().find(|p| p.choice.is_some());
        let choice = first.and_then(|p| p.choice.as_deref());
        Self {
            verdict: show.verdict(first),
            tolerance: show.tolerance(),
            spheres: case.problem().spheres.clone(),
            heat: choice.map(|choice| show.heat(choice)).unwrap_or_default(),
            bars: choice.map(|choice| draw::bars(&l.t("landing-bars"), &show.gains(choice))),
            packages: found
                .packages
                .iter()
                .map(|p| show.row(l.w("landing-objective", p.objective.name()), p))
                .collect(),
            alternatives: show.alternatives(),
            frontiers: show.frontiers(),
            prices: found.prices.iter().flatten().map(|price| show.price(price)).collect(),
            strip: show.strip(),
            curve: found.curve.iter().map(|s| (s.tolerance, show.maybe(s.total), show.words(&s.status))).collect(),
            why: show.why(),
            stuck: found.contradiction.iter().map(|claim| show.claim(claim)).collect(),
            concessions: show.concessions(),
            robust: found.robustness.as_ref().map(|r| {
                let share = (r.stands * 100.0).round();
                l.t2("landing-robust-text", "share", share, "draws", r.draws)
            }),
        }
    }
}

struct Show<'a> {
    l: L,
    case: &'a Case<'a>,
    found: &'a Landing,
}

impl Show<'_> {
    fn verdict(&self, first: Option<&Package>) -> String {
        let Some(package) = first else {
            let none = self.found.packages.iter().any(|p| p.proof == Status::None);
            if !none {
                return self.l.t("landing-verdict-unknown");
            }
            let least = self.found.curve.iter().find(|step| step.total.is_some());
            let least = least.map(|step| self.l.t1("landing-verdict-least", "tolerance", step.tolerance));
            return [self.l.t("landing-verdict-none"), least.unwrap_or_default()].join(" ").trim().to_owned();
        };
        let parties = package.better + package.equal + package.worse;
        let values = [
            ("measures", package.measures.len().into()),
            ("better", package.better.into()),
            ("equal", package.equal.into()),
            ("parties", parties.into()),
            ("total", package.total.into()),
        ];
        self.l.with("landing-verdict-found", &values)
    }

    fn tolerance(&self) -> String {
        let each = self.case.tolerance();
        let same = each.windows(2).all(|pair| pair[0] == pair[1]);
        let text = match each.first() {
            Some(first) if same => first.to_string(),
            _ => {
                let named = self.case.problem().spheres.iter().zip(each).map(|(s, t)| format!("{s}: {t}"));
                named.collect::<Vec<_>>().join(", ")
            }
        };
        self.l.t1("landing-tolerance", "tolerance", text)
    }

    fn maybe(&self, value: Option<i64>) -> String {
        value.map_or_else(|| self.l.t("landing-nothing"), |value| self.l.n(value))
    }

    /// The status of the file in the reader's language.
    fn words(&self, status: &str) -> String {
        match status {
            "optimal" => self.l.t("landing-status-optimal"),
            "none exists" => self.l.t("landing-status-none"),
            "none found in the time given" => self.l.t("landing-status-not-found"),
            other => match other.strip_prefix("within ").and_then(|rest| rest.split(' ').next()) {
                Some(gap) => self.l.t1("landing-status-within", "gap", gap.to_owned()),
                None => self.l.t("landing-status-found"),
            },
        }
    }

    fn measure(&self, id: &str) -> String {
        let measures = &self.case.problem().measures;
        measures.iter().find(|m| m.id == id).map_or_else(|| id.to_owned(), |m| m.name.clone())
    }

    fn party(&self, id: &str) -> String {
        let parties = &self.case.problem().parties;
        parties.iter().find(|p| p.id == id).map_or_else(|| id.to_owned(), |p| p.name.clone())
    }

    fn row(&self, label: String, package: &Package) -> Row {
        let least = package.worst_party.as_ref().map(|w| format!("{} ({})", self.party(&w.party), w.gain));
        Row {
            label,
            measures: package.measures.iter().map(|id| self.measure(id)).collect(),
            status: self.words(&package.status),
            least: least.unwrap_or_else(|| self.l.t("landing-nothing")),
            package: package.clone(),
        }
    }

    /// Low, likely and high gain of every party in every sphere.
    fn spans(&self, choice: &[bool]) -> BTreeMap<(usize, usize), (i64, i64, i64)> {
        let mut spans = BTreeMap::new();
        for effects in self.case.cells().units().iter().zip(choice).filter_map(|(effects, yes)| yes.then_some(effects))
        {
            for e in effects {
                let span = spans.entry((e.party, e.sphere)).or_insert((0, 0, 0));
                *span = (span.0 + e.low, span.1 + e.mode, span.2 + e.high);
            }
        }
        spans
    }

    fn heat(&self, choice: &[bool]) -> Vec<(String, Vec<HeatRow>)> {
        let spans = self.spans(choice);
        let mut blocs: BTreeMap<String, Vec<HeatRow>> = BTreeMap::new();
        for (p, party) in self.case.problem().parties.iter().enumerate() {
            let cell = |s: usize| heat(spans.get(&(p, s)).copied().unwrap_or_default());
            let cells = (0..self.case.problem().spheres.len()).map(cell).collect();
            let bloc = party.bloc.clone().unwrap_or_default();
            blocs.entry(bloc).or_default().push(HeatRow { party: party.name.clone(), cells });
        }
        blocs.into_iter().collect()
    }

    fn gains(&self, choice: &[bool]) -> Vec<draw::Bar> {
        let spans = self.spans(choice);
        let bar = |(p, party): (usize, &landing::problem::Party)| {
            let own = (0..self.case.problem().spheres.len()).filter_map(|s| spans.get(&(p, s)));
            let (low, value, high) = own.fold((0, 0, 0), |sum, s| (sum.0 + s.0, sum.1 + s.1, sum.2 + s.2));
            draw::Bar { label: party.name.clone(), low, value, high }
        };
        let mut bars: Vec<draw::Bar> = self.case.problem().parties.iter().enumerate().map(bar).collect();
        bars.sort_by_key(|bar| std::cmp::Reverse(bar.value));
        bars
    }

    fn alternatives(&self) -> Option<(String, Vec<Row>)> {
        let found = self.found.alternatives.as_ref()?;
        let core: Vec<String> = found.core.iter().map(|id| self.measure(id)).collect();
        let core = if core.is_empty() { self.l.t("landing-alternatives-nothing") } else { self.l.list(&core) };
        let caption = self.l.t2("landing-alternatives-caption", "share", found.within * 100.0, "core", core);
        let rows = found.packages.iter().enumerate().map(|(i, p)| self.row((i + 1).to_string(), p)).collect();
        Some((caption, rows))
    }

    fn frontiers(&self) -> Vec<(String, String)> {
        let points = self.found.frontier.as_deref().unwrap_or_default();
        let picture = |against: &str| {
            let own: Vec<(i64, i64)> =
                points.iter().filter(|p| p.against == against).map(|p| (p.value, p.total)).collect();
            let caption = self.l.w("landing-frontier", against);
            let quo = self.l.t("landing-frontier-status-quo");
            (!own.is_empty()).then(|| (caption.clone(), draw::frontier(&caption, &quo, &own)))
        };
        ["worst_party", "cost", "worst_sphere"].into_iter().filter_map(picture).collect()
    }

    fn price(&self, price: &Price) -> (String, String) {
        let parties = self.l.list(&price.parties.iter().map(|id| self.party(id)).collect::<Vec<_>>());
        let who = price.bloc.clone().unwrap_or(parties);
        (self.l.t1(&format!("landing-price-{}", price.kind), "who", who), self.maybe(price.price.or(price.total)))
    }

    /// Measures that every shown package has, that some have, and that none has.
    fn strip(&self) -> [Vec<String>; 3] {
        let others = self.found.alternatives.iter().flat_map(|a| &a.packages);
        let shown: Vec<&Package> = self.found.packages.iter().chain(others).filter(|p| p.choice.is_some()).collect();
        let mut strip = [Vec::new(), Vec::new(), Vec::new()];
        for measure in &self.case.problem().measures {
            let count = shown.iter().filter(|p| p.measures.contains(&measure.id)).count();
            let place = if count == 0 { 2 } else { usize::from(count < shown.len()) };
            strip[place].push(measure.name.clone());
        }
        strip
    }

    fn why(&self) -> Option<(String, String, Vec<String>)> {
        let why = self.found.why.as_ref()?;
        let heading = self.l.t1("landing-why", "measure", self.measure(&why.measure));
        let text = match (why.lost, why.claims.is_empty()) {
            (Some(lost), _) => self.l.t1("landing-why-lost", "lost", lost),
            (None, false) => self.l.t("landing-why-impossible"),
            (None, true) => self.words(&why.status),
        };
        Some((heading, text, why.claims.iter().map(|claim| self.claim(claim)).collect()))
    }

    fn concessions(&self) -> Vec<(String, i64, Vec<String>)> {
        let parties = self.found.concessions.iter().flat_map(|found| &found.parties);
        let row = |party: &Concession| {
            let claims = party.claims.iter().map(|conceded| self.claim(&conceded.claim)).collect();
            (self.party(&party.party), party.points, claims)
        };
        parties.map(row).collect()
    }

    /// What has to hold and who says so, in the reader's language.
    fn claim(&self, claim: &Claim) -> String {
        match claim {
            Claim::SomeMeasure => self.l.t("landing-claim-some"),
            Claim::Party { party } => self.l.t1("landing-claim-party", "who", self.party(party)),
            Claim::Sphere { sphere } => self.l.t1("landing-claim-sphere", "sphere", sphere.clone()),
            Claim::Cell { party, sphere, floor } => {
                let (who, sphere) = (self.party(party), sphere.clone());
                self.l.t3("landing-claim-cell", "who", who, "sphere", sphere, "floor", *floor)
            }
            Claim::RedLine { party, sphere, measure, floor, .. } => {
                let (who, floor) = (self.party(party), floor.unwrap_or(0));
                match (measure, sphere) {
                    (Some(m), _) => self.l.t2("landing-claim-red-line-measure", "who", who, "measure", self.measure(m)),
                    (None, Some(s)) => {
                        self.l.t3("landing-claim-red-line-sphere", "who", who, "sphere", s.clone(), "floor", floor)
                    }
                    (None, None) => self.l.t2("landing-claim-red-line", "who", who, "floor", floor),
                }
            }
            Claim::Relation { measures, .. } => {
                let names: Vec<String> = measures.iter().map(|id| self.measure(id)).collect();
                self.l.t1("landing-claim-relation", "measures", self.l.list(&names))
            }
            Claim::Budget { budget } => self.l.t1("landing-claim-budget", "budget", *budget),
            Claim::Asked { measure } => self.measure(measure),
        }
    }
}

fn heat((low, value, high): (i64, i64, i64)) -> Heat {
    let unsure = (value < 0 || low < 0) && high >= 0;
    let class = match (value.signum(), unsure) {
        (1, false) => "up",
        (1, true) => "up unsure",
        (0, false) => "level",
        (0, true) => "level unsure",
        (_, false) => "down",
        (_, true) => "down unsure",
    };
    Heat { value, class }
}
