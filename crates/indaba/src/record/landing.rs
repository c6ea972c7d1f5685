//! Measures, effects, red lines, packages and decisions in the record. The full face has everything, and the problems
//! that results were worked out from; the public one what is published, and the problem of that.

use super::pack::{Pack, Table};
use super::{Face, heard, time};
use crate::app::Convened;
use crate::attribution::Labels;
use crate::landing_zone::{Audience, Material, problem};
use crate::lang::{L, Lang};
use crate::measure::Origin;
use crate::store::measure::Measure;
use crate::store::{self, Conn};
use crate::words::Attribution;
use landing::problem::{Problem, Relation};
use std::collections::{BTreeMap, BTreeSet};

/// What all of these files need.
struct Desk<'a> {
    convened: &'a Convened,
    face: Face,
    labels: &'a Labels,
    m: Material,
    all: Vec<Measure>,
    /// How a delegation is called in the record.
    called: BTreeMap<String, String>,
}

/// Writes them.
pub async fn landing(
    c: &mut Conn,
    pack: &mut Pack,
    convened: &Convened,
    face: Face,
    labels: &Labels,
    key: &str,
) -> anyhow::Result<()> {
    let m = Material::load(c, convened).await?;
    let all = store::measure::all(c, &convened.dialogue.id).await?;
    let participants = store::participant::delegations(c, &convened.dialogue.id).await?;
    let pseudonym = |id: &String| match face {
        Face::Full => {
            let participant = participants.iter().find(|(_, delegation)| delegation == id);
            participant.map_or_else(|| id.clone(), |(participant, _)| participant.clone())
        }
        Face::Rows | Face::Aggregates => heard::pseudonym(key, convened, id),
    };
    let named = face != Face::Full && convened.dialogue.attribution == Attribution::Named;
    let known = m.parties.iter().map(|p| (p.id.clone(), if named { p.name.clone() } else { pseudonym(&p.id) }));
    let mut called: BTreeMap<String, String> = known.collect();
    for e in &m.effects {
        called.entry(e.delegation_id.clone()).or_insert_with(|| pseudonym(&e.delegation_id));
    }
    let desk = Desk { convened, face, labels, m, all, called };
    desk.measures(pack)?;
    desk.relations(pack)?;
    desk.effects(pack)?;
    desk.lines(pack)?;
    desk.problems(pack)?;
    desk.packages(c, pack).await?;
    desk.decisions(c, pack).await
}

impl Desk<'_> {
    fn who(&self, delegation: &str) -> String {
        self.called.get(delegation).cloned().unwrap_or_default()
    }

    fn number(&self, id: &str) -> String {
        self.all.iter().find(|m| m.id == id).map(|m| m.number.to_string()).unwrap_or_default()
    }

    /// What is off the record or not on the page is in the full face alone.
    fn told(&self, m: &Measure) -> bool {
        self.face == Face::Full || m.is_open()
    }

    fn measures(&self, pack: &mut Pack) -> anyhow::Result<()> {
        const HEADER: [&str; 12] = [
            "measure",
            "question",
            "perspective",
            "title",
            "detail",
            "lang",
            "cost",
            "source",
            "state",
            "author",
            "proposed_at",
            "changed_at",
        ];
        let mut table = Table::begin(pack, "measures.csv", &HEADER)?;
        table.rows(self.all.iter().filter(|m| self.told(m)).map(|m| {
            let question = self.convened.question_by_id(&m.question_id).map_or("", |q| q.reference.as_str());
            [
                m.number.to_string(),
                question.to_owned(),
                m.perspective_id.clone(),
                m.title.clone(),
                m.detail.clone(),
                m.lang.clone(),
                m.cost.map(|c| c.to_string()).unwrap_or_default(),
                m.source.clone(),
                m.state.to_string(),
                self.labels.of(L(Lang::EN), m.author_id.as_deref(), m.attribution),
                time(m.created_at),
                time(m.changed_at),
            ]
        }))?;
        table.end()?;
        Ok(())
    }

    fn relations(&self, pack: &mut Pack) -> anyhow::Result<()> {
        let mut table = Table::begin(pack, "measure_relations.csv", &["kind", "measures", "k", "source", "at"])?;
        table.rows(self.m.relations.iter().map(|r| {
            let k = r.k.map(|k| k.to_string()).unwrap_or_default();
            [r.kind.clone(), r.measures.clone(), k, r.source.clone(), time(r.created_at)]
        }))?;
        table.end()?;
        Ok(())
    }

    fn effects(&self, pack: &mut Pack) -> anyhow::Result<()> {
        const HEADER: [&str; 13] = [
            "measure",
            "party",
            "sphere",
            "origin",
            "said_by",
            "low",
            "mode",
            "high",
            "reason",
            "lang",
            "evidence",
            "published",
            "at",
        ];
        let shown = |e: &store::effect::Effect| e.origin != Origin::Own || self.m.published.contains(&e.delegation_id);
        let open: BTreeSet<&str> = self.all.iter().filter(|m| self.told(m)).map(|m| m.id.as_str()).collect();
        let told =
            |e: &&store::effect::Effect| open.contains(e.measure_id.as_str()) && (self.face == Face::Full || shown(e));
        let mut table = Table::begin(pack, "effects.csv", &HEADER)?;
        table.rows(self.m.effects.iter().filter(told).map(|e| {
            [
                self.number(&e.measure_id),
                self.who(&e.delegation_id),
                e.sphere.clone(),
                e.origin.to_string(),
                e.said_by.clone(),
                e.low.to_string(),
                e.mode.to_string(),
                e.high.to_string(),
                e.reason.clone(),
                e.lang.clone(),
                e.evidence.clone(),
                u8::from(shown(e)).to_string(),
                time(e.at),
            ]
        }))?;
        table.end()?;
        Ok(())
    }

    fn lines(&self, pack: &mut Pack) -> anyhow::Result<()> {
        const HEADER: [&str; 6] = ["party", "sphere", "measure", "floor", "published", "at"];
        let told = self.m.lines.iter().filter(|l| self.face == Face::Full || l.published);
        let mut table = Table::begin(pack, "red_lines.csv", &HEADER)?;
        table.rows(told.map(|l| {
            [
                self.who(&l.delegation_id),
                l.sphere.clone().unwrap_or_default(),
                l.measure_id.as_ref().map(|id| self.number(id)).unwrap_or_default(),
                l.floor.map(|f| f.to_string()).unwrap_or_default(),
                u8::from(l.published).to_string(),
                time(l.created_at),
            ]
        }))?;
        table.end()?;
        Ok(())
    }

    /// `landing/measures.json`: what `indaba landing` reads. In the full face it has everything, and
    /// `landing/shared.json` beside it is what everybody else's results were worked out from.
    fn problems(&self, pack: &mut Pack) -> anyhow::Result<()> {
        if self.m.measures.is_empty() {
            return Ok(());
        }
        let mut public = self.m.clone();
        if self.face == Face::Full {
            self.problem(pack, "landing/measures.json", problem::build(&self.m, Audience::Secretariat))?;
            return self.problem(pack, "landing/shared.json", problem::build(&self.m, Audience::Shared));
        }
        public.layer.clear();
        self.problem(pack, "landing/measures.json", problem::build(&public, Audience::Shared))
    }

    fn problem(&self, pack: &mut Pack, name: &str, built: problem::Built) -> anyhow::Result<()> {
        let mut text = serde_json::to_string_pretty(&renamed(built.problem, &self.called))?;
        text.push('\n');
        pack.file(name, text.as_bytes())?;
        Ok(())
    }

    async fn packages(&self, c: &mut Conn, pack: &mut Pack) -> anyhow::Result<()> {
        let all = store::package::all(c, &self.convened.dialogue.id).await?;
        let mut table = Table::begin(pack, "packages.csv", &["package", "title", "lang", "measures", "basis", "at"])?;
        table.rows(
            all.into_iter()
                .rev()
                .map(|p| [p.number.to_string(), p.title, p.lang, p.measures, self.basis(&p.basis), time(p.created_at)]),
        )?;
        table.end()?;
        Ok(())
    }

    /// What a package was kept from; the ids of red lines that were left out tell nobody anything.
    fn basis(&self, basis: &str) -> String {
        let kept = basis.split('&').filter(|pair| self.face == Face::Full || !names_a_line(pair));
        kept.collect::<Vec<_>>().join("&")
    }

    async fn decisions(&self, c: &mut Conn, pack: &mut Pack) -> anyhow::Result<()> {
        let id = &self.convened.dialogue.id;
        let packages = store::package::all(c, id).await?;
        let (mut rows, mut steps, mut voices) = (Vec::new(), Vec::new(), Vec::new());
        for d in store::decision::all(c, id).await?.into_iter().rev() {
            let number = d.number.to_string();
            let package = packages.iter().find(|p| p.id == d.package_id).map(|p| p.number.to_string());
            for s in store::decision::steps(c, &d.id).await? {
                let ends = s.ends_at.map(time).unwrap_or_default();
                steps.push([number.clone(), s.step, s.state.to_string(), s.measures, ends, time(s.at)]);
            }
            for v in store::decision::voices(c, &d.id).await? {
                // Answers to a straw poll are responses; objections and explanations are said to everybody.
                let public = v.kind != "answer" || v.says == "object";
                if self.face == Face::Full || (public && !v.kind.starts_with("answer until")) {
                    voices.push([
                        number.clone(),
                        self.who(&v.delegation_id),
                        v.kind,
                        v.says,
                        v.reason,
                        v.lang,
                        time(v.at),
                    ]);
                }
            }
            let ends = d.ends_at.map(time).unwrap_or_default();
            rows.push([
                number,
                package.unwrap_or_default(),
                d.procedure.to_string(),
                d.state.to_string(),
                d.measures,
                ends,
                time(d.created_at),
            ]);
        }
        let header = ["decision", "package", "procedure", "state", "measures", "ends_at", "opened_at"];
        let mut table = Table::begin(pack, "decisions.csv", &header)?;
        table.rows(rows)?;
        table.end()?;
        let header = ["decision", "step", "state", "measures", "ends_at", "at"];
        let mut table = Table::begin(pack, "decision_steps.csv", &header)?;
        table.rows(steps)?;
        table.end()?;
        let header = ["decision", "party", "kind", "says", "reason", "lang", "at"];
        let mut table = Table::begin(pack, "decision_voices.csv", &header)?;
        table.rows(voices)?;
        table.end()?;
        Ok(())
    }
}

/// The problem with its parties called as the record calls them. Their order stays: results depend on it.
fn renamed(mut problem: Problem, called: &BTreeMap<String, String>) -> Problem {
    let name = |id: &mut String| {
        if let Some(other) = called.get(id.as_str()) {
            id.clone_from(other);
        }
    };
    for party in &mut problem.parties {
        name(&mut party.id);
        party.name.clone_from(&party.id);
    }
    problem.effects.iter_mut().for_each(|e| name(&mut e.party));
    problem.red_lines.iter_mut().for_each(|l| name(&mut l.party));
    for relation in &mut problem.relations {
        if let Relation::Synergy { effects, .. } = relation {
            for effect in effects {
                name(&mut effect.party);
            }
        }
    }
    problem
}

/// Whether a part of what was asked names somebody's red line.
fn names_a_line(pair: &str) -> bool {
    ["drop=", "add="].iter().any(|name| pair.starts_with(name))
}
