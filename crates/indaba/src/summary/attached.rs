//! What a section says of what is attached to its question: practices, estimates, needs, evidence.

use super::draft::{LISTED, Weighed, Writer};
use super::{Part, Sentence, Source};
use crate::estimate::Shown;
use crate::lang::Arg;
use crate::store::measure::Measure;
use crate::store::need::Need;
use crate::store::practice_place::Under;
use crate::store::summary::Evidence;

impl Writer<'_> {
    /// How many there are, and those that most could be a common basis first.
    pub(super) fn practices(&self) -> Vec<Sentence> {
        let weighed = self.weighed();
        let of = |p: &Under| weighed.iter().find(|w| w.of.id == p.perspective_id);
        let mut practices: Vec<(&Under, Option<&Weighed<'_>>)> = self.m.practices.iter().map(|p| (p, of(p))).collect();
        practices.sort_by(|(_, a), (_, b)| b.map_or(-1.0, |w| w.low).total_cmp(&a.map_or(-1.0, |w| w.low)));
        let mut said = Vec::new();
        if practices.len() > 1 {
            let values = vec![("n", practices.len().value())];
            let mut all = self.sentence(Part::Practice, "all", "summary-practices", &values, None, None);
            all.sources = practices.iter().map(|(p, _)| self.practice(p)).collect();
            said.push(all);
        }
        said.extend(practices.into_iter().take(LISTED).map(|(p, w)| self.one_practice(p, w)));
        said
    }

    fn practice(&self, p: &Under) -> Source {
        Source::Practice { question: self.reference.to_owned(), number: p.number }
    }

    fn one_practice(&self, p: &Under, w: Option<&Weighed<'_>>) -> Sentence {
        let names = crate::words::split(&p.countries).map(|code| crate::countries::name(self.l, code));
        let mut values = vec![
            ("n", p.number.value()),
            ("countries", names.collect::<Vec<_>>().join(&self.l.t("practice-comma")).value()),
            ("grade", p.grade.value()),
            ("told", if w.is_some() { "yes" } else { "no" }.value()),
        ];
        values.extend(w.map(|w| self.values(w)).into_iter().flatten());
        let figure = w.map(|_| "counts");
        self.sentence(
            Part::Practice,
            &p.number.to_string(),
            "summary-practice",
            &values,
            Some(self.practice(p)),
            figure,
        )
    }

    pub(super) fn estimates(&self) -> Vec<Sentence> {
        let of = |e: &Shown| {
            let quote = Source::Estimate { question: self.reference.to_owned(), id: e.estimate.id.clone() };
            Sentence {
                id: format!("{}/{}/{}", self.reference, Part::Estimate.as_str(), e.estimate.id),
                part: Part::Estimate,
                text: crate::estimate::told(self.l, e).join(" "),
                lang: self.l.code().to_owned(),
                sources: vec![quote.clone()],
                quote: Some(quote),
                own_words: false,
                edited: false,
            }
        };
        self.m.estimates.iter().map(of).collect()
    }

    /// How many measures, and how many of them the working package has; where a decision on it stands.
    pub(super) fn measures(&self) -> Vec<Sentence> {
        let source = |m: &Measure| Source::Measure { question: self.reference.to_owned(), number: m.number };
        let values = vec![("n", self.m.measures.len().value())];
        let mut all = self.sentence(Part::Measure, "all", "summary-measures", &values, None, None);
        all.sources = self.m.measures.iter().map(source).collect();
        if all.sources.is_empty() {
            return Vec::new();
        }
        let mut said = vec![all];
        if let Some((package, state)) = &self.m.package {
            let inside = crate::measure::numbers(&package.measures);
            let here: Vec<&Measure> = self.m.measures.iter().filter(|m| inside.contains(&m.number)).collect();
            let state = state.map_or_else(|| "none".to_owned(), |s| s.to_string());
            let values = vec![("n", here.len().value()), ("state", self.l.w("summary-package", state).value())];
            let quote = Source::Package { question: self.reference.to_owned(), number: package.number };
            let id = format!("package-{}", package.number);
            let mut sentence = self.sentence(Part::Measure, &id, "summary-package", &values, Some(quote), None);
            sentence.sources.extend(here.into_iter().map(source));
            said.push(sentence);
        }
        said
    }

    /// One sentence for all: what is looked for stands in its sources.
    pub(super) fn needs(&self) -> Vec<Sentence> {
        let source = |need: &Need| Source::Need { question: self.reference.to_owned(), id: need.id.clone() };
        let values = vec![("n", self.m.needs.len().value())];
        let mut all = self.sentence(Part::Need, "all", "summary-needs", &values, None, None);
        all.sources = self.m.needs.iter().map(source).collect();
        if all.sources.is_empty() { Vec::new() } else { vec![all] }
    }

    pub(super) fn evidence(&self) -> Vec<Sentence> {
        let of = |e: &Evidence| {
            let values = vec![("source", e.source.value())];
            let key = if e.source.is_empty() { "summary-evidence-bare" } else { "summary-evidence" };
            let quote = Source::Evidence { question: self.reference.to_owned(), id: e.id.clone() };
            self.sentence(Part::Evidence, &e.id, key, &values, Some(quote), None)
        };
        self.m.evidence.iter().map(of).collect()
    }
}
