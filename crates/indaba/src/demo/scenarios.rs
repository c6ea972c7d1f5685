//! Two scenarios that the demo's secretariat has kept, attached to the questions that they speak to. They are answers of
//! the real model; what is invented is that somebody asked.

use crate::corridors::Asked;
use crate::lang::{L, Lang};
use crate::store::attachment::{self, Attachment};
use crate::store::scenario::{self, Scenario};
use crate::store::{self, Conn, Moment};
use crate::words::{Attribution, PerspectiveState};
use ::corridors::Pack;
use anyhow::Context;

/// Title and query of each, and the question that it is attached to.
const KEPT: [(&str, &str, usize); 2] = [
    ("Half as many lawful channels again to one destination", "dest=DEU&from=2020&to=2030&lawful_channels=50", 0),
    ("Sending money home for three per cent", "origin=MEX&dest=USA&from=2020&to=2030&remittance_cost=3", 0),
];

/// Keeps and attaches them.
pub(super) async fn load(c: &mut Conn, slug: &str, dialogue: &str, now: Moment) -> anyhow::Result<()> {
    let pack = Pack::embedded()?;
    let questions = store::question::all(c, dialogue).await?;
    for (title, query, place) in KEPT {
        let asked = Asked::parse(query, &pack).map_err(|wrong| anyhow::anyhow!("{}", wrong.key))?;
        let question = questions.get(place).context("assets/demo: no question")?;
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
            // The demo must be there at once; the scenario's page works out figures and bands.
            source: L(Lang::EN).t("scenario-source-bare"),
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
