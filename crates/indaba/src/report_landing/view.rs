//! What the report of landing zones shows, in one language and in reading order.

use super::draw;
use crate::blocs;
use crate::landing_zone::sight::{Eyes, Row as Seen};
use crate::lang::L;
use crate::measure::SPHERES;
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

/// A party in the heat map, or several together.
pub struct HeatRow {
    /// Its name.
    pub party: String,
    /// The reader's own.
    pub own: bool,
    /// One for each sphere.
    pub cells: Vec<Heat>,
    /// In all.
    pub total: i64,
}

/// A package in a table.
pub struct Row {
    /// By what it is the best, or its number among the alternatives.
    pub label: String,
    /// Its key in an address: the objective, or `a` and its number.
    pub key: String,
    /// There is one.
    pub found: bool,
    /// Gain in all, as far as it may be told.
    pub total: String,
    /// Parties better off, among those with a name.
    pub better: String,
    /// What it costs.
    pub cost: i64,
    /// Names of its measures.
    pub measures: Vec<String>,
    /// How sure, in words.
    pub status: String,
    /// Name of the party that gains least among those with a name, and its gain.
    pub least: String,
}

/// A picture with its table.
pub struct Picture {
    /// What it shows.
    pub caption: String,
    /// SVG.
    pub svg: String,
    /// The names of its columns.
    pub columns: Vec<String>,
    /// Its rows: a name, and figures.
    pub rows: Vec<(String, Vec<String>)>,
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
    pub bars: Option<Picture>,
    /// The best packages.
    pub packages: Vec<Row>,
    /// Alternatives side by side, and what they share.
    pub alternatives: Option<(String, Vec<Row>)>,
    /// Drawn trade-offs.
    pub frontiers: Vec<Picture>,
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
    /// Some parties or red lines have no name for this reader.
    pub veiled: bool,
    /// How the package fares when effects are drawn.
    pub robust: Option<String>,
}

impl View {
    /// Takes from a result what is shown to one reader.
    pub fn new(l: L, case: &Case<'_>, found: &Landing, eyes: &Eyes) -> Self {
        let show = Show { l, case, found, eyes };
        let first = found.packages.iter().find(|p| p.choice.is_some());
        let choice = first.and_then(|p| p.choice.as_deref());
        Self {
            verdict: show.verdict(first),
            tolerance: show.tolerance(),
            spheres: case.problem().spheres.iter().map(|s| show.sphere(s)).collect(),
            heat: choice.map(|choice| show.heat(choice)).unwrap_or_default(),
            bars: choice.map(|choice| show.bars(choice)),
            packages: found
                .packages
                .iter()
                .map(|p| show.row(l.w("landing-objective", p.objective.name()), p.objective.name().to_owned(), p))
                .collect(),
            alternatives: show.alternatives(),
            frontiers: show.frontiers(),
            prices: show.prices(),
            strip: show.strip(),
            curve: found.curve.iter().map(|s| (s.tolerance, show.sum(s.total), show.words(&s.status))).collect(),
            why: show.why(),
            stuck: show.claims(&found.contradiction),
            concessions: show.concessions(),
            veiled: !eyes.sees_all(),
            robust: found.robustness.as_ref().map(|r| {
                let share = (r.stands * 100.0).round();
                l.t2("landing-robust-text", "share", share, "draws", r.draws)
            }),
        }
    }

    /// The rows of the heat map for any package, as one reader sees them.
    pub fn heat_of(
        l: L,
        case: &Case<'_>,
        found: &Landing,
        eyes: &Eyes,
        choice: &[bool],
    ) -> Vec<(String, Vec<HeatRow>)> {
        Show { l, case, found, eyes }.heat(choice)
    }
}

struct Show<'a> {
    l: L,
    case: &'a Case<'a>,
    found: &'a Landing,
    eyes: &'a Eyes,
}

type Spans = BTreeMap<(usize, usize), (i64, i64, i64)>;

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
        let gains = self.gains(package);
        let values = [
            ("measures", package.measures.len().into()),
            ("better", gains.iter().filter(|g| **g > 0).count().into()),
            ("equal", gains.iter().filter(|g| **g == 0).count().into()),
            ("parties", gains.len().into()),
            ("total", package.total.into()),
        ];
        let key = match (self.eyes.sees_rows(), self.eyes.sums()) {
            (true, _) => "landing-verdict-found",
            (false, true) => "landing-verdict-shared",
            (false, false) => "landing-verdict-veiled",
        };
        self.l.with(key, &values)
    }

    /// Gains of the parties that have a name for this reader.
    fn gains(&self, package: &Package) -> Vec<i64> {
        let choice = package.choice.as_deref().unwrap_or_default();
        let named = self.case.gains().iter().enumerate().filter(|(p, _)| self.eyes.names(*p));
        named.map(|(_, gain)| gain.at(choice)).collect()
    }

    fn sphere(&self, name: &str) -> String {
        if SPHERES.contains(&name) { self.l.w("sphere", name) } else { name.to_owned() }
    }

    fn tolerance(&self) -> String {
        let each = self.case.tolerance();
        let same = each.windows(2).all(|pair| pair[0] == pair[1]);
        let text = match each.first() {
            Some(first) if same => first.to_string(),
            _ => {
                let named =
                    self.case.problem().spheres.iter().zip(each).map(|(s, t)| format!("{}: {t}", self.sphere(s)));
                named.collect::<Vec<_>>().join(", ")
            }
        };
        self.l.t1("landing-tolerance", "tolerance", text)
    }

    fn maybe(&self, value: Option<i64>) -> String {
        value.map_or_else(|| self.l.t("landing-nothing"), |value| self.l.n(value))
    }

    /// A sum over all parties, as far as it may be told.
    fn sum(&self, value: Option<i64>) -> String {
        self.maybe(value.filter(|_| self.eyes.sums()))
    }

    /// The status of the file in the reader's language. How near a bound is tells of a party's figure where the
    /// objective is one, hence only where every party has its name.
    fn words(&self, status: &str) -> String {
        match status {
            other if other.starts_with("within ") && !self.eyes.sees_rows() => self.l.t("landing-status-found"),
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

    /// The name of a party; one without a name that is spoken of is the reader's own.
    fn party(&self, id: &str) -> String {
        let place = self.case.problem().parties.iter().position(|p| p.id == id);
        let name = place.map_or_else(|| id.to_owned(), |p| self.case.problem().parties[p].name.clone());
        if name.is_empty() || (place.is_some() && place == self.eyes.own()) { self.l.t("landing-own") } else { name }
    }

    fn row(&self, label: String, key: String, package: &Package) -> Row {
        let choice = package.choice.as_deref();
        let touched = self.case.touched().into_iter().filter(|p| self.eyes.names(*p));
        let least = choice.and_then(|choice| touched.map(|p| (self.case.gains()[p].at(choice), p)).min());
        let least =
            least.map(|(gain, p)| format!("{} ({})", self.party(&self.case.problem().parties[p].id), self.l.n(gain)));
        let better = self.gains(package).iter().filter(|g| **g > 0).count();
        Row {
            label,
            key,
            found: choice.is_some(),
            total: self.sum(choice.map(|_| package.total)),
            better: self.l.n(better),
            cost: package.cost,
            measures: package.measures.iter().map(|id| self.measure(id)).collect(),
            status: self.words(&package.status),
            least: least.unwrap_or_else(|| self.l.t("landing-nothing")),
        }
    }

    /// Low, likely and high gain of every party in every sphere.
    fn spans(&self, choice: &[bool]) -> Spans {
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
        let mut blocs: Vec<(String, Vec<HeatRow>)> = Vec::new();
        for seen in self.eyes.rows() {
            let cell = |s: usize| add(seen.parties().iter().filter_map(|p| spans.get(&(*p, s))));
            let cells: Vec<(i64, i64, i64)> = (0..self.case.problem().spheres.len()).map(cell).collect();
            let row = HeatRow {
                party: self.who(&seen),
                own: matches!(seen, Seen::One(p) if Some(p) == self.eyes.own()),
                total: cells.iter().map(|c| c.1).sum(),
                cells: cells.into_iter().map(heat).collect(),
            };
            let bloc = self.bloc(&seen);
            match blocs.last_mut().filter(|(last, _)| *last == bloc) {
                Some((_, rows)) => rows.push(row),
                None => blocs.push((bloc, vec![row])),
            }
        }
        blocs
    }

    /// Who stands in a row.
    fn who(&self, seen: &Seen) -> String {
        match seen {
            Seen::One(p) if Some(*p) == self.eyes.own() => self.l.t("landing-own"),
            Seen::One(p) => self.case.problem().parties[*p].name.clone(),
            Seen::Together(_, parties) => self.l.t1("landing-together", "n", parties.len()),
        }
    }

    fn bloc(&self, seen: &Seen) -> String {
        match seen {
            Seen::One(p) => self.case.problem().parties[*p].bloc.as_deref().map(|b| blocs::label_of(self.l, b)),
            Seen::Together(Some(bloc), _) => Some(blocs::label_of(self.l, bloc)),
            Seen::Together(None, _) => Some(self.l.t("landing-others")),
        }
        .unwrap_or_default()
    }

    fn bars(&self, choice: &[bool]) -> Picture {
        let spans = self.spans(choice);
        let spheres = self.case.problem().spheres.len();
        let bar = |seen: &Seen| {
            let own = seen.parties().iter().flat_map(|p| (0..spheres).map(move |s| (*p, s)));
            let (low, value, high) = add(own.filter_map(|cell| spans.get(&cell)));
            let label = match seen {
                Seen::One(_) => self.who(seen),
                Seen::Together(..) => format!("{} ({})", self.bloc(seen), seen.parties().len()),
            };
            draw::Bar { label, low, value, high }
        };
        let mut bars: Vec<draw::Bar> = self.eyes.rows().iter().map(bar).collect();
        bars.sort_by_key(|bar| std::cmp::Reverse(bar.value));
        let caption = self.l.t("landing-bars-caption");
        Picture {
            svg: draw::bars(&self.l.t("landing-bars"), &caption, &|n| self.l.n(n), &bars),
            caption,
            columns: ["landing-low", "landing-likely", "landing-high"].map(|key| self.l.t(key)).to_vec(),
            rows: bars.into_iter().map(|b| (b.label, [b.low, b.value, b.high].map(|n| self.l.n(n)).to_vec())).collect(),
        }
    }

    fn alternatives(&self) -> Option<(String, Vec<Row>)> {
        let found = self.found.alternatives.as_ref()?;
        let core: Vec<String> = found.core.iter().map(|id| self.measure(id)).collect();
        let core = if core.is_empty() { self.l.t("landing-alternatives-nothing") } else { self.l.list(&core) };
        let caption = self.l.t2("landing-alternatives-caption", "share", found.within * 100.0, "core", core);
        let row = |(i, p): (usize, &Package)| self.row(self.l.n(i + 1), format!("a{}", i + 1), p);
        Some((caption, found.packages.iter().enumerate().map(row).collect()))
    }

    /// Trade-offs; the least gain of a party is told where every party has a name.
    fn frontiers(&self) -> Vec<Picture> {
        let points = self.found.frontier.as_deref().unwrap_or_default();
        let picture = |against: &str| {
            let told = self.eyes.sums() && (self.eyes.sees_rows() || against != "worst_party");
            let own: Vec<_> = points.iter().filter(|p| told && p.against == against).collect();
            let caption = self.l.w("landing-frontier", against);
            let quo = self.l.t("landing-frontier-status-quo");
            let places: Vec<(i64, i64)> = own.iter().map(|p| (p.value, p.total)).collect();
            let axes = (self.l.w("landing-axis", against), self.l.t("landing-total"));
            (!own.is_empty()).then(|| Picture {
                svg: draw::frontier(&caption, &quo, (&axes.0, &axes.1), &places),
                columns: vec![axes.1.clone(), axes.0.clone(), self.l.t("landing-measures")],
                rows: own
                    .iter()
                    .enumerate()
                    .map(|(i, p)| {
                        (self.l.n(i + 1), vec![self.l.n(p.total), self.l.n(p.value), self.l.n(p.measures.len())])
                    })
                    .collect(),
                caption,
            })
        };
        ["worst_party", "cost", "worst_sphere"].into_iter().filter_map(picture).collect()
    }

    fn prices(&self) -> Vec<(String, String)> {
        let problem = self.case.problem();
        let shown = self.found.prices.iter().flatten().filter(|price| self.eyes.shows_price(problem, price));
        shown.map(|price| self.price(price)).collect()
    }

    fn price(&self, price: &Price) -> (String, String) {
        let parties = self.l.list(&price.parties.iter().map(|id| self.party(id)).collect::<Vec<_>>());
        let who = price.bloc.as_deref().map_or(parties, |bloc| blocs::label_of(self.l, bloc));
        let line = price.red_lines.first().filter(|_| price.kind == "red_line").map(|i| self.line(*i));
        let what = line.unwrap_or_else(|| self.l.t1(&format!("landing-price-{}", price.kind), "who", who));
        (what, self.maybe(price.price.or(price.total)))
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
            (Some(_), _) if !self.eyes.sums() => self.l.t("landing-why-possible"),
            (Some(0), _) => self.l.t("landing-why-nothing-lost"),
            (Some(lost), _) => self.l.t1("landing-why-lost", "lost", lost),
            (None, false) => self.l.t("landing-why-impossible"),
            (None, true) => self.words(&why.status),
        };
        Some((heading, text, self.claims(&why.claims)))
    }

    /// Of those who have a name.
    fn concessions(&self) -> Vec<(String, i64, Vec<String>)> {
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
    fn claims(&self, claims: &[Claim]) -> Vec<String> {
        let problem = self.case.problem();
        let named = claims.iter().filter(|c| self.eyes.names_claim(problem, c));
        let mut told: Vec<String> = named.map(|c| self.claim(c)).collect();
        if claims.iter().any(|c| !self.eyes.names_claim(problem, c)) {
            told.push(self.l.t("landing-claim-confidential"));
        }
        told
    }

    /// What has to hold and who says so, in the reader's language.
    fn claim(&self, claim: &Claim) -> String {
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
                self.l.t1("landing-claim-relation", "measures", self.l.list(&names))
            }
            Claim::Budget { budget } => self.l.t1("landing-claim-budget", "budget", *budget),
            Claim::Asked { measure } => self.measure(measure),
        }
    }
}

/// Low, likely and high, summed.
fn add<'a>(spans: impl Iterator<Item = &'a (i64, i64, i64)>) -> (i64, i64, i64) {
    spans.fold((0, 0, 0), |sum, s| (sum.0 + s.0, sum.1 + s.1, sum.2 + s.2))
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
