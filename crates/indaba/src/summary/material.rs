//! What a summary is drafted from, read from the store.

use super::draft::section;
use super::{SCHEMA, Summary};
use crate::app::Convened;
use crate::decision::{Procedure, State, effective};
use crate::estimate::{Shown, figures};
use crate::lang::L;
use crate::live::landscape::Audience;
use crate::record::{Face, People, heard};
use crate::store::measure::Measure;
use crate::store::need::Need;
use crate::store::package::Package;
use crate::store::perspective::Perspective;
use crate::store::practice_place::Under;
use crate::store::question::Question;
use crate::store::summary::Evidence;
use crate::store::{self, Conn, Moment};
use crate::words::{Attribution, PerspectiveState, QuestionKind};
use landscape::Landscape;
use std::collections::{BTreeMap, HashSet};

/// What a section is drafted from.
#[derive(Debug)]
pub struct Material<'a> {
    /// The question.
    pub question: &'a Question,
    /// Questions that were added to its paragraph; on the paragraph's last guiding question only.
    pub added: Vec<&'a Question>,
    /// Published perspectives, off the record left out.
    pub perspectives: Vec<Perspective>,
    /// As the public may see it.
    pub landscape: Landscape,
    /// Names of blocs in words.
    pub blocs: BTreeMap<String, String>,
    /// Published practices under the question.
    pub practices: Vec<Under>,
    /// Numbers that were asked for on the question, as the public may see what was answered.
    pub estimates: Vec<Shown>,
    /// Open measures under the question.
    pub measures: Vec<Measure>,
    /// The working package, and where a decision on it stands.
    pub package: Option<(Package, Option<State>)>,
    /// Open needs of the exchange under the question.
    pub needs: Vec<Need>,
    /// Attached to the question.
    pub evidence: Vec<Evidence>,
    /// How many of those who responded came without an access code or accreditation, where that may be told.
    pub without_code: Option<u32>,
    /// Nothing is told about fewer participants.
    pub limit: u32,
    /// Where "some", "many" and "most" begin.
    pub thresholds: [f64; 3],
}

/// Drafts the summary from what was published: its figures will be, and beside the landscape they must not tell more.
pub async fn draft(c: &mut Conn, convened: &Convened, l: L, now: Moment) -> anyhow::Result<Summary> {
    let people = People::load(c, convened, l).await?;
    let counted = people.ids();
    let evidence = store::summary::evidence(c, &convened.dialogue.id).await?;
    let practices = store::practice_place::under(c, &convened.dialogue.id, "").await?;
    let estimates = figures(c, convened, "", Audience::Public).await?;
    let measures = store::measure::all(c, &convened.dialogue.id).await?;
    let package = package(c, convened, now).await?;
    let mut sections = Vec::new();
    for question in convened.questions.iter().filter(|q| q.state == "published") {
        let heard = heard(c, question, Face::Aggregates, &counted).await?;
        let limit = convened.settings.disclosure_public;
        let responded: HashSet<&str> = heard.responses.iter().map(|r| r.participant_id.as_str()).collect();
        let without = people.participants.iter().filter(|p| p.delegation_id.is_none() && p.code_id.is_none());
        let without = without.filter(|p| responded.contains(p.id.as_str())).count();
        let mut whole = heard.landscape(&people);
        whole.participants = None;
        let material = Material {
            question,
            added: added(convened, question),
            landscape: landscape::suppress(&whole, usize::try_from(limit)?),
            perspectives: heard.perspectives.into_iter().filter(told).collect(),
            blocs: people.names.clone(),
            practices: practices.iter().filter(|p| p.question_id == question.id).cloned().collect(),
            estimates: estimates.iter().filter(|e| e.estimate.question_id == question.id).cloned().collect(),
            measures: measures.iter().filter(|m| m.is_open() && m.question_id == question.id).cloned().collect(),
            package: package.clone(),
            needs: store::need::of_question(c, &question.id, now).await?,
            evidence: evidence.iter().filter(|e| e.question_id == question.id).cloned().collect(),
            without_code: tellable(without, responded.len(), usize::try_from(limit)?),
            limit,
            thresholds: convened.settings.thresholds,
        };
        sections.push(section(l, &material));
    }
    Ok(Summary { schema: SCHEMA.into(), lang: l.code().into(), drafted_at: now, sections })
}

/// The working package with the state of the last decision on it.
async fn package(c: &mut Conn, convened: &Convened, now: Moment) -> anyhow::Result<Option<(Package, Option<State>)>> {
    let id = &convened.dialogue.id;
    let Some(package) = store::package::all(c, id).await?.into_iter().next() else { return Ok(None) };
    let decisions = store::decision::all(c, id).await?;
    let last = decisions.iter().find(|d| d.package_id == package.id && d.procedure != Procedure::StrawPoll);
    Ok(Some((package, last.map(|d| effective(d.state, d.ends_at, now)))))
}

fn told(p: &Perspective) -> bool {
    p.state == PerspectiveState::Published && p.attribution != Attribution::OffTheRecord
}

/// A part of a whole, unless it or what is left of the whole is small.
fn tellable(part: usize, whole: usize, limit: usize) -> Option<u32> {
    let open = |n: usize| n == 0 || n >= limit;
    (part > 0 && open(part) && open(whole - part.min(whole))).then(|| u32::try_from(part).unwrap_or(u32::MAX))
}

fn added<'a>(convened: &'a Convened, question: &Question) -> Vec<&'a Question> {
    let here = || convened.questions.iter().filter(|q| q.state == "published" && q.paragraph == question.paragraph);
    let last = here().rfind(|q| q.kind == QuestionKind::Guiding);
    if last.is_none_or(|q| q.id != question.id) {
        return Vec::new();
    }
    here().filter(|q| q.kind == QuestionKind::Added).collect()
}
