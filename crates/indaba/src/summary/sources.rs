//! A version beside its sources: references become what may be shown of them now.

use super::{Part, Sentence, Source, Summary};
use crate::app::Convened;
use crate::attribution::Labels;
use crate::lang::{Arg, L, Lang, dir_of};
use crate::store::perspective::Perspective;
use crate::store::summary::{Evidence, Version};
use crate::store::{self, Conn, Moment};
use crate::words::{Attribution, PerspectiveState};
use serde::Serialize;
use std::collections::{BTreeSet, HashMap};

/// A summary as it is shown: nothing in it says more than the attribution of each contribution allows today.
#[derive(Debug, Clone, Serialize)]
pub struct Shown {
    /// Always [`super::SCHEMA`].
    pub schema: &'static str,
    /// Slug of the dialogue.
    pub dialogue: String,
    /// Title of the dialogue and its language.
    pub title: String,
    /// Language of the title.
    pub title_lang: String,
    /// Language of the summary.
    pub lang: String,
    /// 0 for a draft that was not saved.
    pub version: i64,
    /// Moment of the figures.
    pub drafted_at: Moment,
    /// When it was published.
    pub published_at: Option<Moment>,
    /// Responses that were withdrawn after the moment of the figures.
    pub withdrawn_since: i64,
    /// Everything is simulated.
    pub simulated: bool,
    /// In the order of the paper.
    pub sections: Vec<ShownSection>,
    /// What stands behind the sentences, numbered from 1.
    pub sources: Vec<ShownSource>,
}

impl Shown {
    /// The sources with these numbers.
    pub fn behind<'a>(&'a self, numbers: &'a [usize]) -> impl Iterator<Item = &'a ShownSource> {
        numbers.iter().filter_map(|n| self.sources.get(n.checked_sub(1)?))
    }
}

/// What is said on one question.
#[derive(Debug, Clone, Serialize)]
pub struct ShownSection {
    /// Reference of the question.
    pub question: String,
    /// Title of its workshop, where a new one begins.
    pub workshop: Option<String>,
    /// In order.
    pub sentences: Vec<ShownSentence>,
}

/// A sentence beside its sources.
#[derive(Debug, Clone, Serialize)]
pub struct ShownSentence {
    /// Its id.
    pub id: String,
    /// What it tells of.
    pub part: Part,
    /// The first of its part in the section: a heading stands above it.
    pub first: bool,
    /// The sentence.
    pub text: String,
    /// Its language.
    pub lang: String,
    /// The contribution below it.
    pub quote: Option<Quote>,
    /// Numbers of its sources.
    pub sources: Vec<usize>,
    /// In the Chair's own words.
    pub own_words: bool,
    /// Changed by a person.
    pub edited: bool,
}

/// Words of a contribution in their own language, and what may be said of their author.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// The words.
    pub text: String,
    /// Their language.
    pub lang: String,
    /// Direction of the language.
    pub dir: &'static str,
    /// What may be shown of the author; empty where nothing may.
    pub author: String,
}

/// One source.
#[derive(Debug, Clone, Serialize)]
pub struct ShownSource {
    /// Its number.
    pub number: usize,
    /// What it is, in the language of the summary.
    pub words: String,
    /// Its own words.
    pub quote: Option<Quote>,
    /// Where it stands on the server.
    pub address: String,
    /// The reference itself.
    pub source: Source,
}

/// A saved version as it may be shown now.
pub async fn shown(c: &mut Conn, convened: &Convened, version: &Version) -> anyhow::Result<Shown> {
    let summary = Summary::of(version)?;
    let mut shown = shown_as(c, convened, &summary).await?;
    (shown.version, shown.published_at) = (version.version, version.published_at);
    Ok(shown)
}

/// Any summary as it may be shown now.
pub async fn shown_as(c: &mut Conn, convened: &Convened, summary: &Summary) -> anyhow::Result<Shown> {
    let l = L(Lang::parse(&summary.lang).unwrap_or(Lang::EN));
    let known = Known::load(c, convened, summary).await?;
    let d = &convened.dialogue;
    let mut writer = Writer { known: &known, l, numbers: HashMap::new(), sources: Vec::new(), workshop: String::new() };
    Ok(Shown {
        schema: super::SCHEMA,
        dialogue: d.slug.clone(),
        title: d.title.clone(),
        title_lang: d.lang.clone(),
        lang: summary.lang.clone(),
        version: 0,
        drafted_at: summary.drafted_at,
        published_at: None,
        withdrawn_since: store::summary::withdrawn_since(c, &d.id, summary.drafted_at).await?,
        simulated: d.simulated,
        sections: summary.sections.iter().map(|s| writer.section(s)).collect(),
        sources: writer.sources,
    })
}

/// What references are looked up in.
struct Known<'a> {
    convened: &'a Convened,
    labels: Labels,
    perspectives: HashMap<String, Perspective>,
    evidence: Vec<Evidence>,
    practices: Vec<store::practice_place::Under>,
    estimates: Vec<store::estimate::Estimate>,
    needs: Vec<store::need::Need>,
    measures: Vec<store::measure::Measure>,
    packages: Vec<store::package::Package>,
}

impl<'a> Known<'a> {
    async fn load(c: &mut Conn, convened: &'a Convened, summary: &Summary) -> anyhow::Result<Known<'a>> {
        let cited: BTreeSet<&str> = summary.sentences().flat_map(|s| &s.sources).map(Source::question).collect();
        let (mut perspectives, mut needs) = (HashMap::new(), Vec::new());
        for question in convened.questions.iter().filter(|q| cited.contains(q.reference.as_str())) {
            let all = store::perspective::of_question(c, &question.id).await?;
            perspectives.extend(all.into_iter().map(|p| (p.id.clone(), p)));
            needs.extend(store::need::of_question(c, &question.id, store::now()).await?);
        }
        let evidence = store::summary::evidence(c, &convened.dialogue.id).await?;
        let practices = store::practice_place::under(c, &convened.dialogue.id, "").await?;
        let estimates = store::estimate::of(c, &convened.dialogue.id, "").await?;
        let measures = store::measure::all(c, &convened.dialogue.id).await?;
        let packages = store::package::all(c, &convened.dialogue.id).await?;
        let labels = Labels::load(c, convened).await?;
        Ok(Known { convened, labels, perspectives, evidence, practices, estimates, needs, measures, packages })
    }

    fn quote(&self, l: L, source: &Source) -> Option<Quote> {
        match source {
            Source::Question { question } => {
                let found = self.convened.question(question)?;
                Some(quote(&found.text, &found.lang, String::new()))
            }
            Source::Perspective { id, .. } => Some(self.perspective(l, self.perspectives.get(id))),
            Source::Evidence { id, .. } => {
                let found = self.evidence.iter().find(|e| e.id == *id);
                Some(found.map_or_else(|| gone(l, "evidence"), |e| quote(&e.title, &e.lang, String::new())))
            }
            Source::Practice { number, .. } => {
                let found = self.practices.iter().find(|p| p.number == *number);
                Some(found.map_or_else(|| gone(l, "practice"), |p| self.practice(l, p)))
            }
            Source::Estimate { id, .. } => {
                let found = self.estimates.iter().find(|e| e.id == *id);
                Some(found.map_or_else(|| gone(l, "estimate"), |e| quote(&e.text, &e.lang, String::new())))
            }
            Source::Measure { number, .. } => {
                let found = self.measures.iter().find(|m| m.number == *number && m.is_open());
                let author = |m: &store::measure::Measure| self.labels.of(l, m.author_id.as_deref(), m.attribution);
                Some(found.map_or_else(|| gone(l, "measure"), |m| quote(&m.title, &m.lang, author(m))))
            }
            Source::Package { number, .. } => {
                let found = self.packages.iter().find(|p| p.number == *number);
                Some(found.map_or_else(|| gone(l, "measure"), |p| quote(&p.title, &p.lang, String::new())))
            }
            Source::Need { id, .. } => {
                let found = self.needs.iter().find(|n| n.id == *id);
                Some(found.map_or_else(|| gone(l, "need"), |n| quote(&n.title, &n.lang, String::new())))
            }
            Source::Figure { .. } => None,
        }
    }

    fn practice(&self, l: L, p: &store::practice_place::Under) -> Quote {
        quote(&p.title, &p.lang, self.labels.of(l, p.author_id.as_deref(), p.attribution))
    }

    /// A perspective's words, unless they were taken back, taken off or put off the record since.
    fn perspective(&self, l: L, p: Option<&Perspective>) -> Quote {
        match p {
            Some(p) if p.attribution == Attribution::OffTheRecord => gone(l, "withheld"),
            Some(p) if p.state == PerspectiveState::Published => quote(&p.text, &p.lang, self.labels.author(l, p)),
            Some(p) if p.state == PerspectiveState::Erased => gone(l, "erased"),
            Some(p) if p.state == PerspectiveState::Withdrawn => gone(l, "withdrawn"),
            _ => gone(l, "withheld"),
        }
    }

    fn number(&self, id: &str) -> i64 {
        self.perspectives.get(id).map_or(0, |p| p.number)
    }
}

fn quote(text: &str, lang: &str, author: String) -> Quote {
    Quote { text: text.to_owned(), lang: lang.to_owned(), dir: dir_of(lang), author }
}

fn gone(l: L, why: &str) -> Quote {
    quote(&l.w("summary-gone", why), l.code(), String::new())
}

struct Writer<'a> {
    known: &'a Known<'a>,
    l: L,
    numbers: HashMap<Source, usize>,
    sources: Vec<ShownSource>,
    workshop: String,
}

impl Writer<'_> {
    fn section(&mut self, section: &super::Section) -> ShownSection {
        let mut last = None;
        let sentences = section.sentences.iter().map(|s| {
            let first = last.replace(s.part) != Some(s.part);
            self.sentence(s, first)
        });
        let sentences = sentences.collect();
        ShownSection { question: section.question.clone(), workshop: self.new_workshop(&section.question), sentences }
    }

    fn new_workshop(&mut self, question: &str) -> Option<String> {
        let convened = self.known.convened;
        let workshop = convened.workshop(&convened.question(question)?.workshop_id)?;
        let new = workshop.id != self.workshop;
        self.workshop.clone_from(&workshop.id);
        new.then(|| workshop.title.clone())
    }

    fn sentence(&mut self, s: &Sentence, first: bool) -> ShownSentence {
        ShownSentence {
            id: s.id.clone(),
            part: s.part,
            first,
            text: s.text.clone(),
            lang: s.lang.clone(),
            quote: s.quote.as_ref().and_then(|source| self.known.quote(self.l, source)),
            sources: s.sources.iter().map(|source| self.number(source)).collect(),
            own_words: s.own_words,
            edited: s.edited,
        }
    }

    fn number(&mut self, source: &Source) -> usize {
        if let Some(number) = self.numbers.get(source) {
            return *number;
        }
        let number = self.sources.len() + 1;
        self.numbers.insert(source.clone(), number);
        self.sources.push(ShownSource {
            number,
            words: self.words(source),
            quote: self.known.quote(self.l, source),
            address: self.address(source),
            source: source.clone(),
        });
        number
    }

    fn words(&self, source: &Source) -> String {
        match source {
            Source::Question { question } => self.l.t1("summary-source-question", "ref", question),
            Source::Perspective { question, id } => {
                let number = self.known.number(id);
                self.l.with("summary-source-perspective", &[("ref", question.value()), ("number", number.value())])
            }
            Source::Figure { question, figure } => self.l.t1(&format!("summary-source-{figure}"), "ref", question),
            Source::Evidence { question, .. } => self.l.t1("summary-source-evidence", "ref", question),
            Source::Practice { question, .. } => self.l.t1("summary-source-practice", "ref", question),
            Source::Estimate { question, .. } => self.l.t1("summary-source-estimate", "ref", question),
            Source::Measure { question, .. } => self.l.t1("summary-source-measure", "ref", question),
            Source::Package { number, .. } => self.l.t1("summary-source-package", "n", *number),
            Source::Need { question, .. } => self.l.t1("summary-source-need", "ref", question),
        }
    }

    fn address(&self, source: &Source) -> String {
        let slug = &self.known.convened.dialogue.slug;
        let question = source.question();
        match source {
            Source::Figure { .. } | Source::Perspective { .. } => format!("/d/{slug}/q/{question}/landscape"),
            Source::Practice { number, .. } => format!("/d/{slug}/practices/{number}"),
            Source::Estimate { id, .. } => format!("/d/{slug}/q/{question}/estimates#e-{id}"),
            Source::Measure { number, .. } => format!("/d/{slug}/measures/{number}"),
            Source::Package { .. } => format!("/d/{slug}/landing#packages"),
            Source::Need { id, .. } => format!("/d/{slug}/exchange/needs/{id}"),
            Source::Question { .. } | Source::Evidence { .. } => format!("/d/{slug}/q/{question}"),
        }
    }
}
