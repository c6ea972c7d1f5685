//! Indicators of circulation, for whoever answers for a programme.

use super::super::{Answer, Visit};
use super::{Page, Tab, address, page};
use crate::countries;
use crate::exchange::indicators::{Counts, Engagement, Indicators, Row, indicators};
use crate::exchange::profile::Profile;
use crate::lang::L;
use crate::store;
use crate::store::introduction::Circulated;
use askama::Template;
use std::collections::BTreeMap;

const DAY: i64 = 24 * 3_600_000;

/// Name, needs met, days.
type Cells = (String, String, String);

#[derive(Template)]
#[template(path = "exchange/indicators.html")]
struct IndicatorsPage {
    page: Page,
    home: String,
    limit: i64,
    facts: Vec<(String, String)>,
    tables: Vec<(String, Vec<Cells>)>,
}

/// `GET /d/{slug}/exchange/indicators`
pub async fn show(visit: Visit) -> Answer {
    let convened = visit.convened()?;
    let (dialogue, limit) = (&convened.dialogue.id, i64::from(convened.settings.disclosure_inside));
    let mut c = visit.read().await?;
    let engagements: Vec<Engagement> =
        store::introduction::circulated(&mut c, dialogue).await?.into_iter().map(engagement).collect();
    // They come in the order of their months: of an engagement that was asked about three times the last word counts.
    let said: BTreeMap<String, (String, String)> = store::outcome::follow_ups(&mut c, dialogue)
        .await?
        .into_iter()
        .map(|f| (f.introduction_id, (f.used, f.learned)))
        .collect();
    let shown: std::collections::HashMap<String, i64> =
        store::introduction::exposures(&mut c, dialogue).await?.into_iter().collect();
    let active = store::offer::active(&mut c, dialogue, visit.now).await?;
    let counts = Counts {
        posted: store::need::count(&mut c, dialogue).await?,
        outcomes: said.into_values().collect(),
        exposures: active
            .iter()
            .filter(|offer| offer.hidden_from.is_empty())
            .map(|offer| shown.get(&offer.id).copied().unwrap_or(0))
            .collect(),
    };
    let found = indicators(&engagements, &counts, limit);
    let l = visit.l;
    page::show(&IndicatorsPage {
        home: address(&visit, "")?,
        limit,
        facts: facts(l, &found),
        tables: vec![
            (l.t("indicator-by-field"), rows(l, &found.fields, |code| field(l, code))),
            (l.t("indicator-by-region"), rows(l, &found.regions, |code| countries::name(l, code))),
        ],
        page: Page::new(&visit, l.t("indicators-title"), Tab::Exchange),
    })
}

fn engagement(row: Circulated) -> Engagement {
    Engagement {
        need: row.need_id,
        offer: row.offer_id,
        field: Profile::from_json(&row.profile).field,
        region: countries::region(&row.country).unwrap_or_default().to_owned(),
        days: (row.started_at.unwrap_or(row.posted_at) - row.posted_at) / DAY,
        met: row.met_at.is_some(),
    }
}

fn field(l: L, code: &str) -> String {
    if code.is_empty() { l.t("field-none") } else { l.w("field", code) }
}

fn facts(l: L, found: &Indicators) -> Vec<(String, String)> {
    let number = |n: Option<i64>| n.map_or_else(|| l.t("indicator-protected"), |n| l.n(n));
    let exposure = found.exposure.map_or_else(|| l.t("indicator-protected"), |gini| l.n((gini * 100.0).round()));
    vec![
        (l.t("indicator-posted"), number(found.posted)),
        (l.t("indicator-met"), number(found.met)),
        (l.t("indicator-days"), number(found.days)),
        (l.t("indicator-engagements"), number(found.engagements)),
        (l.t("indicator-repeated"), number(found.repeated)),
        (l.t("indicator-heard"), number(found.heard)),
        (l.t("indicator-used"), number(found.used)),
        (l.t("indicator-trained"), number(found.trained)),
        (l.t("indicator-exposure"), exposure),
    ]
}

fn rows(l: L, rows: &[Row], name: impl Fn(&str) -> String) -> Vec<Cells> {
    let number = |n: Option<i64>| n.map_or_else(|| l.t("indicator-protected"), |n| l.n(n));
    rows.iter().map(|row| (name(&row.code), number(row.met), number(row.days))).collect()
}
