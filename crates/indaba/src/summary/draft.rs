//! The sentences of a draft. Every figure in them is one that the public may see.

use super::material::Material;
use super::weigh::{band, how_many, proposes};
use super::{Part, Section, Sentence, Source};
use crate::lang::{Arg, L};
use crate::store::question::Question;
use fluent_bundle::FluentValue;
use landscape::{Divide, Family, Note, StatementResult};
use std::collections::HashSet;

/// The most sentences of one part; what is beyond stays on the landscape's page.
pub(super) const LISTED: usize = 5;

/// Drafts what is said on one question.
pub fn section(l: L, material: &Material<'_>) -> Section {
    let writer = Writer { l, m: material, reference: &material.question.reference };
    let mut sentences = vec![writer.asked()];
    sentences.extend(writer.heard());
    sentences.extend(writer.meet());
    sentences.extend(writer.differ());
    sentences.extend(writer.uncertain());
    sentences.extend(writer.added());
    sentences.extend(writer.proposed());
    sentences.extend(writer.practices());
    sentences.extend(writer.estimates());
    sentences.extend(writer.measures());
    sentences.extend(writer.needs());
    sentences.extend(writer.evidence());
    Section { question: writer.reference.to_owned(), sentences }
}

pub(super) type Values = Vec<(&'static str, FluentValue<'static>)>;

/// Writes the sentences of a section; those of what is attached to the question are in `attached`.
pub(super) struct Writer<'a> {
    pub(super) l: L,
    pub(super) m: &'a Material<'a>,
    pub(super) reference: &'a str,
}

impl Writer<'_> {
    /// A sentence; its id tells what it is about, so that two drafts can be compared.
    pub(super) fn sentence(
        &self,
        part: Part,
        about: &str,
        key: &str,
        values: &Values,
        quote: Option<Source>,
        figure: Option<&str>,
    ) -> Sentence {
        let figure = figure.map(|name| Source::figure(self.reference, name));
        Sentence {
            id: format!("{}/{}/{about}", self.reference, part.as_str()),
            part,
            text: self.l.with(key, values),
            lang: self.l.code().to_owned(),
            sources: quote.iter().cloned().chain(figure).collect(),
            quote,
            own_words: false,
            edited: false,
        }
    }

    fn perspective(&self, id: &str) -> Option<Source> {
        let found = self.m.perspectives.iter().find(|p| p.id == id)?;
        Some(Source::Perspective { question: self.reference.to_owned(), id: found.id.clone() })
    }

    fn asked(&self) -> Sentence {
        let values = vec![("ref", self.reference.value()), ("paragraph", self.m.question.paragraph.value())];
        let quote = Source::Question { question: self.reference.to_owned() };
        self.sentence(Part::Asked, "question", "summary-asked", &values, Some(quote), None)
    }

    fn heard(&self) -> Vec<Sentence> {
        let counts = &self.m.landscape.counts;
        let mut values = vec![("perspectives", self.m.perspectives.len().value())];
        let (key, responses) = match (counts.participants, counts.responses) {
            (Some(0), _) => ("summary-heard-nobody", 0),
            (Some(participants), Some(responses)) => {
                values.extend([
                    ("participants", participants.value()),
                    ("participants-shown", self.l.n(participants).value()),
                ]);
                ("summary-heard", responses)
            }
            (Some(participants), None) => {
                values.extend([
                    ("participants", participants.value()),
                    ("participants-shown", self.l.n(participants).value()),
                ]);
                ("summary-heard-participants", 0)
            }
            (None, _) => ("summary-heard-few", 0),
        };
        values.extend([
            ("responses", responses.value()),
            ("responses-shown", self.l.n(responses).value()),
            ("limit", self.m.limit.value()),
        ]);
        let mut said = vec![self.sentence(Part::Asked, "counts", key, &values, None, Some("counts"))];
        if let Some(n) = self.m.without_code {
            let values = vec![("n", n.value()), ("shown", self.l.n(n).value())];
            said.push(self.sentence(
                Part::Asked,
                "without-code",
                "summary-without-code",
                &values,
                None,
                Some("counts"),
            ));
        }
        said
    }

    /// Statements with figures, those taken out left aside.
    pub(super) fn weighed(&self) -> Vec<Weighed<'_>> {
        let shown = self.m.landscape.statements.iter().filter(|s| !s.is_out());
        shown.filter_map(Weighed::of).collect()
    }

    pub(super) fn values(&self, w: &Weighed<'_>) -> Values {
        let word = how_many(w.share(), self.m.thresholds);
        vec![
            ("word", word.value()),
            ("agree", self.l.n(w.agree).value()),
            ("disagree", self.l.n(w.disagree).value()),
            ("sides", self.l.n(w.agree + w.disagree).value()),
            ("low", self.l.pct(&w.low).value()),
            ("high", self.l.pct(&w.high).value()),
        ]
    }

    fn meet(&self) -> Vec<Sentence> {
        let mut ground: Vec<Weighed<'_>> = self.weighed().into_iter().filter(Weighed::is_common_ground).collect();
        ground.sort_by(|a, b| b.low.total_cmp(&a.low));
        if ground.is_empty() && self.m.landscape.counts.participants.is_some_and(|n| n > 0) {
            return vec![self.sentence(
                Part::Meet,
                "none",
                "summary-meet-none",
                &Vec::new(),
                None,
                Some("common_ground"),
            )];
        }
        let more = ground.len().saturating_sub(LISTED);
        let mut said: Vec<Sentence> = ground
            .iter()
            .take(LISTED)
            .filter_map(|w| {
                let quote = self.perspective(&w.of.id)?;
                Some(self.sentence(
                    Part::Meet,
                    &w.of.id,
                    "summary-meet",
                    &self.values(w),
                    Some(quote),
                    Some("common_ground"),
                ))
            })
            .collect();
        if more > 0 {
            let values = vec![("n", more.value())];
            said.push(self.sentence(Part::Meet, "more", "summary-meet-more", &values, None, Some("common_ground")));
        }
        said
    }

    fn differ(&self) -> Vec<Sentence> {
        let divides = self.m.landscape.divides.iter().take(LISTED);
        divides.filter_map(|d| self.divide(d)).collect()
    }

    fn divide(&self, d: &Divide) -> Option<Sentence> {
        let (key, family) = match d.between {
            Family::Groups => ("summary-differ-groups", "groups"),
            Family::Blocs => ("summary-differ-blocs", "blocs"),
        };
        let name = |id: &str| {
            self.m.blocs.get(id).filter(|_| d.between == Family::Blocs).cloned().unwrap_or_else(|| id.to_owned())
        };
        let values = vec![
            ("most", name(&d.most.name).value()),
            ("least", name(&d.least.name).value()),
            ("most-share", self.l.pct(&d.most.support.share).value()),
            ("least-share", self.l.pct(&d.least.support.share).value()),
        ];
        let quote = self.perspective(&d.statement)?;
        Some(self.sentence(
            Part::Differ,
            &format!("{}-{family}", d.statement),
            key,
            &values,
            Some(quote),
            Some("divide"),
        ))
    }

    fn uncertain(&self) -> Vec<Sentence> {
        let mut open: Vec<Weighed<'_>> = self.weighed().into_iter().filter(|w| w.low < 0.5 && w.high > 0.5).collect();
        open.sort_by_key(|w| std::cmp::Reverse(w.agree + w.disagree));
        let mut said: Vec<Sentence> = open
            .iter()
            .take(LISTED)
            .filter_map(|w| {
                let quote = self.perspective(&w.of.id)?;
                Some(self.sentence(
                    Part::Uncertain,
                    &w.of.id,
                    "summary-uncertain",
                    &self.values(w),
                    Some(quote),
                    Some("counts"),
                ))
            })
            .collect();
        said.extend(self.unanswered());
        said.extend(self.m.landscape.notes.iter().filter_map(|note| self.note(note)));
        said
    }

    fn unanswered(&self) -> Option<Sentence> {
        let shown: HashSet<&str> = self.weighed().iter().map(|w| w.of.id.as_str()).collect();
        let n = self.m.perspectives.iter().filter(|p| !p.meta && !shown.contains(p.id.as_str())).count();
        let values = vec![("n", n.value()), ("limit", self.m.limit.value())];
        (n > 0).then(|| {
            self.sentence(Part::Uncertain, "unanswered", "summary-uncertain-unanswered", &values, None, Some("counts"))
        })
    }

    fn note(&self, note: &Note) -> Option<Sentence> {
        let (key, values) = match note {
            Note::FewParticipants { clustered, wanted } if *clustered >= self.m.limit => {
                ("few_participants", vec![("n", clustered.value()), ("wanted", wanted.value())])
            }
            Note::OneGroup => ("one_group", Vec::new()),
            Note::NoStableGroups => ("no_stable_groups", Vec::new()),
            Note::StabilityNotMeasured if self.m.landscape.groups.len() > 1 => ("stability_not_measured", Vec::new()),
            Note::Suppressed { limit, .. } => ("suppressed", vec![("limit", limit.value())]),
            _ => return None,
        };
        Some(self.sentence(Part::Uncertain, key, &format!("summary-uncertain-{key}"), &values, None, Some("notes")))
    }

    fn added(&self) -> Vec<Sentence> {
        let of = |q: &&Question| {
            let values = vec![("ref", q.reference.value()), ("paragraph", q.paragraph.value())];
            let quote = Source::Question { question: q.reference.clone() };
            self.sentence(Part::Added, &q.reference, "summary-added", &values, Some(quote), None)
        };
        self.m.added.iter().map(of).collect()
    }

    fn proposed(&self) -> Vec<Sentence> {
        let worded = |id: &str| self.m.perspectives.iter().any(|p| p.id == id && proposes(&p.text, &p.lang));
        let mut supported: Vec<Weighed<'_>> =
            self.weighed().into_iter().filter(|w| w.share() >= self.m.thresholds[1] && worded(&w.of.id)).collect();
        supported.sort_by(|a, b| b.low.total_cmp(&a.low));
        supported
            .iter()
            .take(LISTED)
            .filter_map(|w| {
                let quote = self.perspective(&w.of.id)?;
                Some(self.sentence(
                    Part::Proposed,
                    &w.of.id,
                    "summary-proposed",
                    &self.values(w),
                    Some(quote),
                    Some("counts"),
                ))
            })
            .collect()
    }
}

/// A statement with the figures that may be told.
pub(super) struct Weighed<'a> {
    pub(super) of: &'a StatementResult,
    agree: u32,
    disagree: u32,
    pub(super) low: f64,
    high: f64,
}

impl<'a> Weighed<'a> {
    fn of(of: &'a StatementResult) -> Option<Weighed<'a>> {
        let (agree, disagree) = (of.agree?, of.disagree?);
        let (low, high) = band(agree, disagree);
        (agree + disagree > 0).then_some(Weighed { of, agree, disagree, low, high })
    }

    fn share(&self) -> f64 {
        f64::from(self.agree) / f64::from(self.agree + self.disagree)
    }

    /// More agree than disagree with 90 % certainty, and in no group or bloc that is shown do more disagree. A group
    /// of which nothing may be told stands at one half and decides nothing.
    fn is_common_ground(&self) -> bool {
        self.low > 0.5 && self.of.common_ground.is_some_and(|ground| ground.share >= 0.5)
    }
}
