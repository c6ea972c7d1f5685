//! Scenarios in the record: the text of each is all that it takes to compute it again.

use super::pack::{Pack, Table};
use super::{Face, time};
use crate::app::Convened;
use crate::attribution::Labels;
use crate::lang::{L, Lang};
use crate::store::{self, Conn};
use crate::words::Attribution;

/// `scenarios.csv`: what is off the record is in the full face alone.
pub async fn scenarios(
    c: &mut Conn,
    pack: &mut Pack,
    convened: &Convened,
    face: Face,
    labels: &Labels,
) -> anyhow::Result<()> {
    let all = store::scenario::all(c, &convened.dialogue.id).await?;
    let told = all.into_iter().filter(|s| face == Face::Full || s.attribution != Attribution::OffTheRecord);
    let mut table = Table::begin(pack, "scenarios.csv", &["scenario", "title", "lang", "query", "author", "at"])?;
    table.rows(told.map(|s| {
        let author = labels.of(L(Lang::EN), s.author_id.as_deref(), s.attribution);
        [s.number.to_string(), s.title, s.lang, s.query, author, time(s.created_at)]
    }))?;
    table.end()?;
    Ok(())
}
