//! What the report of landing zones shows, in one language and in reading order. Sentences and names of parties and
//! spheres have marks around what is in a language of its own ([`crate::lang::named`]).

use super::robust::Robust;
use crate::landing_zone::sight::Eyes;
use crate::lang::L;
use crate::lang::named::mark;
use crate::measure::SPHERES;
use crate::report_landscape::{Said, Texts};
use landing::{Case, Landing, Package};

/// A cell of the heat map.
pub struct Heat {
    /// What is gained.
    pub value: i64,
    /// Class of the colour.
    pub class: &'static str,
}

impl Heat {
    /// Between low and high the sign may change.
    pub fn is_unsure(&self) -> bool {
        self.class.ends_with("unsure")
    }
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
    pub total: Option<i64>,
    /// Parties better off, among those with a name.
    pub better: usize,
    /// What it costs.
    pub cost: i64,
    /// Its measures.
    pub measures: Vec<Said>,
    /// How sure, in words.
    pub status: String,
    /// Name of the party that gains least among those with a name, and its gain.
    pub least: Option<(String, i64)>,
}

/// Alternatives to the best package.
pub struct Others {
    /// How near they come to it.
    pub caption: String,
    /// Measures that all of them have.
    pub core: Vec<Said>,
    /// One row each.
    pub rows: Vec<Row>,
}

/// A measure among those that are in, borderline or out.
pub struct Included {
    /// The measure.
    pub said: Said,
    /// How often it is in what would be chosen when effects are drawn.
    pub share: Option<f64>,
}

/// A picture with its table.
pub struct Picture {
    /// What it shows.
    pub caption: String,
    /// The picture, as HTML.
    pub drawn: String,
    /// The names of its columns, and whether gains stand there, which have their sign.
    pub columns: Vec<(String, bool)>,
    /// Its rows: a name, and figures.
    pub rows: Vec<(String, Vec<i64>)>,
}

/// All that is shown.
pub struct View {
    /// The verdict in one line.
    pub verdict: String,
    /// What is plain before anything is searched, beside the verdict.
    pub plain: Vec<String>,
    /// Measures that can be in no package, and why.
    pub barred: Vec<String>,
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
    /// Alternatives side by side.
    pub alternatives: Option<Others>,
    /// Which measure is in which package: the names of packages and alternatives, and a row for each measure in any.
    pub matrix: (Vec<String>, Vec<(Said, Vec<bool>)>),
    /// Drawn trade-offs.
    pub frontiers: Vec<Picture>,
    /// What stands without, and what it gains.
    pub prices: Vec<(String, Option<i64>, String)>,
    /// Measures that are in, borderline and out.
    pub strip: [Vec<Included>; 3],
    /// Packages and alternatives that the strip is about.
    pub strip_of: usize,
    /// Tolerance, best total and how sure.
    pub curve: Vec<(i64, Option<i64>, String)>,
    /// Why a measure is not in: heading, and lines.
    pub why: Option<(String, String, Vec<String>)>,
    /// Where no package exists: claims that can't hold together, and who would have to concede what.
    pub stuck: Vec<String>,
    /// A party, what it would have to concede, and where.
    pub concessions: Vec<(String, i64, Vec<String>)>,
    /// Some parties or red lines have no name for this reader.
    pub veiled: bool,
    /// How the package fares when effects are drawn.
    pub robust: Option<Robust>,
    /// What was asked for and not computed in full, in words.
    pub unfinished: Option<String>,
}

impl View {
    /// Takes from a result what is shown to one reader.
    pub fn new(l: L, case: &Case<'_>, found: &Landing, eyes: &Eyes, texts: &Texts) -> Self {
        let show = Show { l, case, found, eyes, texts };
        let first = found.packages.iter().find(|p| p.choice.is_some());
        let choice = first.and_then(|p| p.choice.as_deref());
        Self {
            verdict: show.verdict(first),
            plain: show.plain(),
            barred: show.barred(),
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
            matrix: show.matrix(),
            frontiers: show.frontiers(),
            prices: show.prices(),
            strip: show.strip(),
            strip_of: show.shown().len(),
            curve: found.curve.iter().map(|s| (s.tolerance, show.sum(s.total), show.words(&s.status))).collect(),
            why: show.why(),
            stuck: show.claims(&found.contradiction),
            concessions: show.concessions(),
            veiled: !eyes.sees_all(),
            robust: show.robust(),
            unfinished: show.unfinished(),
        }
    }

    /// The rows of the heat map for any package, as one reader sees them.
    pub fn heat_of(
        l: L,
        case: &Case<'_>,
        found: &Landing,
        eyes: &Eyes,
        texts: &Texts,
        choice: &[bool],
    ) -> Vec<(String, Vec<HeatRow>)> {
        Show { l, case, found, eyes, texts }.heat(choice)
    }
}

/// A result, as one reader is told of it.
pub(super) struct Show<'a> {
    pub(super) l: L,
    pub(super) case: &'a Case<'a>,
    pub(super) found: &'a Landing,
    pub(super) eyes: &'a Eyes,
    /// Words of measures and parties, where the dialogue has them; else the problem's names are taken.
    pub(super) texts: &'a Texts,
}

impl Show<'_> {
    pub(super) fn sphere(&self, name: &str) -> String {
        if SPHERES.contains(&name) { self.l.w("sphere", name) } else { mark(name, "") }
    }

    fn tolerance(&self) -> String {
        let each = self.case.tolerance();
        let same = each.windows(2).all(|pair| pair[0] == pair[1]);
        let text = match each.first() {
            Some(0) if same => return self.l.t("landing-tolerance-none"),
            Some(first) if same => first.to_string(),
            _ => {
                let named =
                    self.case.problem().spheres.iter().zip(each).map(|(s, t)| format!("{}: {t}", self.sphere(s)));
                named.collect::<Vec<_>>().join(", ")
            }
        };
        self.l.t1("landing-tolerance", "tolerance", text)
    }

    /// A sum over all parties, as far as it may be told.
    fn sum(&self, value: Option<i64>) -> Option<i64> {
        value.filter(|_| self.eyes.sums())
    }

    /// The status of the file in the reader's language. How near a bound is tells of a party's figure where the
    /// objective is one, hence only where every party has its name.
    pub(super) fn words(&self, status: &str) -> String {
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

    pub(super) fn measure(&self, id: &str) -> String {
        self.texts.get(id).map_or_else(|| self.own_name(id), |said| mark(&said.text, &said.lang))
    }

    /// The name that the problem itself has.
    fn own_name(&self, id: &str) -> String {
        let measures = &self.case.problem().measures;
        measures.iter().find(|m| m.id == id).map_or_else(|| id.to_owned(), |m| m.name.clone())
    }

    fn said(&self, id: &str) -> Said {
        let named = || Said { number: id.to_owned(), text: self.own_name(id), lang: String::new() };
        self.texts.get(id).cloned().unwrap_or_else(named)
    }

    /// The name of a party by its place, with its language where that is known.
    pub(super) fn party_name(&self, place: usize) -> String {
        let party = &self.case.problem().parties[place];
        let known = self.texts.get(&party.id).filter(|_| !party.name.is_empty());
        known.map_or_else(|| party.name.clone(), |said| mark(&party.name, &said.lang))
    }

    /// The name of a party; one without a name that is spoken of is the reader's own.
    pub(super) fn party(&self, id: &str) -> String {
        let place = self.case.problem().parties.iter().position(|p| p.id == id);
        let name = place.map_or_else(|| id.to_owned(), |p| self.party_name(p));
        if name.is_empty() || (place.is_some() && place == self.eyes.own()) { self.l.t("landing-own") } else { name }
    }

    fn row(&self, label: String, key: String, package: &Package) -> Row {
        let choice = package.choice.as_deref();
        let touched = self.case.touched().into_iter().filter(|p| self.eyes.names(*p));
        let least = choice.and_then(|choice| touched.map(|p| (self.case.gains()[p].at(choice), p)).min());
        let least = least.map(|(gain, p)| (self.party(&self.case.problem().parties[p].id), gain));
        Row {
            label,
            key,
            found: choice.is_some(),
            total: self.sum(package.total),
            better: self.gains(package).iter().filter(|g| **g > 0).count(),
            cost: package.cost.unwrap_or(0),
            measures: package.measures.iter().map(|id| self.said(id)).collect(),
            status: self.words(&package.status),
            least,
        }
    }

    fn alternatives(&self) -> Option<Others> {
        let found = self.found.alternatives.as_ref()?;
        let row = |(i, p): (usize, &Package)| self.row(self.l.n(i + 1), format!("a{}", i + 1), p);
        Some(Others {
            caption: self.l.t1("landing-alternatives-caption", "share", found.within * 100.0),
            core: found.core.iter().map(|id| self.said(id)).collect(),
            rows: found.packages.iter().enumerate().map(row).collect(),
        })
    }

    fn matrix(&self) -> (Vec<String>, Vec<(Said, Vec<bool>)>) {
        let name = |p: &Package| self.l.w("landing-objective", p.objective.name());
        let others = self.found.alternatives.iter().flat_map(|a| &a.packages).enumerate();
        let others = others.map(|(i, p)| (self.l.t1("landing-alternative", "n", i + 1), p));
        let all = self.found.packages.iter().map(|p| (name(p), p)).chain(others);
        let all: Vec<(String, &Package)> = all.filter(|(_, p)| p.choice.is_some()).collect();
        let row = |id: &String| (self.said(id), all.iter().map(|(_, p)| p.measures.contains(id)).collect::<Vec<_>>());
        let measures = self.case.problem().measures.iter().map(|m| row(&m.id));
        let rows = measures.filter(|(_, places)| places.contains(&true)).collect();
        (all.into_iter().map(|(name, _)| name).collect(), rows)
    }

    /// Packages and alternatives that there are.
    fn shown(&self) -> Vec<&Package> {
        let others = self.found.alternatives.iter().flat_map(|a| &a.packages);
        self.found.packages.iter().chain(others).filter(|p| p.choice.is_some()).collect()
    }

    /// Measures that every shown package has, that some have, and that none has.
    fn strip(&self) -> [Vec<Included>; 3] {
        let shown = self.shown();
        let mut strip = [Vec::new(), Vec::new(), Vec::new()];
        for measure in &self.case.problem().measures {
            let count = shown.iter().filter(|p| p.measures.contains(&measure.id)).count();
            let place = if count == 0 { 2 } else { usize::from(count < shown.len()) };
            strip[place].push(Included { said: self.said(&measure.id), share: self.share_of(&measure.id) });
        }
        strip
    }
}
