//! Which delegation, paragraph and question has no trace in the summary.

use super::{Part, Source, Summary};
use crate::app::Convened;
use crate::attribution::Labels;
use crate::store::perspective::Perspective;
use crate::store::{self, Conn};
use crate::words::{Attribution, PerspectiveState};
use std::collections::BTreeSet;

/// What has a trace and what has none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage {
    /// `(name, named perspectives, those cited)` of each delegation. A contribution that is not given by name is
    /// counted for nobody: that it is cited would tell who gave it.
    pub delegations: Vec<(String, usize, usize)>,
    /// `(number, perspectives anchored to it, those cited)` of each paragraph that anything hangs on.
    pub paragraphs: Vec<(String, usize, usize)>,
    /// `(reference, perspectives, those cited, sentences beyond the question itself)`.
    pub questions: Vec<(String, usize, usize, usize)>,
}

/// Looks through what was said for its trace in a summary.
pub async fn coverage(c: &mut Conn, convened: &Convened, summary: &Summary) -> anyhow::Result<Coverage> {
    let cited: BTreeSet<&str> = summary.sentences().flat_map(|s| &s.sources).filter_map(cited_perspective).collect();
    let mut said: Vec<Perspective> = Vec::new();
    let mut questions = Vec::new();
    for question in convened.questions.iter().filter(|q| q.state == "published") {
        let mut here = store::perspective::of_question(c, &question.id).await?;
        here.retain(|p| p.state == PerspectiveState::Published && p.attribution != Attribution::OffTheRecord);
        let written = summary.sections.iter().filter(|s| s.question == question.reference);
        let sentences = written.flat_map(|s| &s.sentences).filter(|s| s.part != Part::Asked).count();
        questions.push((question.reference.clone(), here.len(), count(&here, &cited), sentences));
        said.append(&mut here);
    }
    let labels = Labels::load(c, convened).await?;
    let all = store::delegation::all(c, &convened.dialogue.id).await?;
    let delegations = all.into_iter().map(|d| {
        let own = of(&said, |p| {
            let author = p.author_id.as_deref().and_then(|id| labels.delegation(id));
            p.attribution == Attribution::Named && author.is_some_and(|a| a.id == d.id)
        });
        (d.name, own.len(), count(own, &cited))
    });
    Ok(Coverage { delegations: delegations.collect(), paragraphs: paragraphs(convened, &said, &cited), questions })
}

fn paragraphs(convened: &Convened, said: &[Perspective], cited: &BTreeSet<&str>) -> Vec<(String, usize, usize)> {
    // Silent ones too: that nobody spoke on a paragraph is what a coverage view is asked.
    let all = convened.paper.paragraphs().map(|paragraph| {
        let here = of(said, |p| p.paragraph.as_deref() == Some(paragraph.number.as_str()));
        (paragraph.number.clone(), here.len(), count(here, cited))
    });
    all.collect()
}

fn cited_perspective(source: &Source) -> Option<&str> {
    match source {
        Source::Perspective { id, .. } => Some(id),
        _ => None,
    }
}

fn of(said: &[Perspective], keep: impl Fn(&Perspective) -> bool) -> Vec<&Perspective> {
    said.iter().filter(|p| keep(p)).collect()
}

fn count<'p>(said: impl IntoIterator<Item = &'p Perspective>, cited: &BTreeSet<&str>) -> usize {
    said.into_iter().filter(|p| cited.contains(p.id.as_str())).count()
}
