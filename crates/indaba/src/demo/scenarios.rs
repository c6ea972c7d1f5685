//! Two scenarios that the demo's secretariat has kept, attached to the questions that they speak to. They are answers of
//! the real model; what is invented is that somebody asked.

use crate::corridors::Asked;
use crate::store::attachment::{self, Attachment};
use crate::store::scenario::{self, Scenario};
use crate::store::{self, Conn, Moment};
use crate::words::{Attribution, PerspectiveState};
use ::corridors::Pack;
use anyhow::Context;

/// A scenario of the demo.
#[derive(Debug)]
pub struct Kept {
    /// Its title.
    pub title: &'static str,
    /// What is asked.
    pub query: &'static str,
    /// The question that it is attached to.
    question: usize,
    /// What the model says to it, as attaching it on its page would write it. Worked out beforehand, as bands take seconds
    /// and the demo must be there at once; a test works it out anew.
    pub source: &'static str,
}

/// All of them.
pub const KEPT: [Kept; 2] = [
    Kept {
        title: "Half as many lawful channels again to one destination",
        query: "dest=DEU&from=2020&to=2030&lawful_channels=50",
        question: 0,
        source: include_str!("../../assets/demo/scenario-1.txt"),
    },
    Kept {
        title: "Sending money home for three per cent",
        query: "origin=MEX&dest=USA&from=2020&to=2030&remittance_cost=3",
        question: 0,
        source: include_str!("../../assets/demo/scenario-2.txt"),
    },
];

/// Keeps and attaches them.
pub(super) async fn load(c: &mut Conn, slug: &str, dialogue: &str, now: Moment) -> anyhow::Result<()> {
    let pack = Pack::embedded()?;
    let questions = store::question::all(c, dialogue).await?;
    for Kept { title, query, question, source } in KEPT {
        let asked = Asked::parse(query, &pack).map_err(|wrong| anyhow::anyhow!("{}", wrong.key))?;
        let question = questions.get(question).context("assets/demo: no question")?;
        let kept = Scenario {
            id: store::new_id(),
            number: scenario::next_number(c, dialogue).await?,
            title: title.to_owned(),
            lang: "en".to_owned(),
            query: asked.query(),
            attribution: Attribution::Named,
            author_id: None,
            created_at: now,
        };
        scenario::insert(c, dialogue, &kept).await?;
        let attached = Attachment {
            id: store::new_id(),
            question_id: question.id.clone(),
            kind: "scenario".to_owned(),
            title: kept.title.clone(),
            lang: kept.lang.clone(),
            source: source.trim_end().to_owned(),
            url: Some(format!("/d/{slug}/scenarios/{}", kept.number)),
            media_type: None,
            state: PerspectiveState::Published.as_str().to_owned(),
            attribution: Attribution::Named,
            author_id: None,
            created_at: now,
        };
        attachment::insert(c, dialogue, &attached, None).await?;
    }
    Ok(())
}
