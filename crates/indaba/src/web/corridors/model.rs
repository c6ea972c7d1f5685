//! What the model assumes, what it is for, and where it fails.

use super::super::page::{self, Page, Tab};
use super::super::secretariat::Typed;
use super::super::{Answer, Visit};
use super::{Attributed, attributed, result};
use crate::corridors::Checks;
use crate::corridors::figure::figure;
use crate::lang::L;
use ::corridors::{Assumptions, SOURCES, Score, Series};
use askama::Template;
use axum::extract::Query;
use axum::http::header;
use axum::response::IntoResponse;

#[derive(Template)]
#[template(path = "corridors/assumptions.html")]
struct Register {
    page: Page,
    rows: Vec<::corridors::Assumption>,
    schools: Vec<::corridors::School>,
    edited: String,
    command: &'static str,
}

/// How an edited table is run with.
const COMMAND: &str = "indaba corridors run --assumptions FILE";

/// `GET /corridors/assumptions`
pub async fn assumptions(visit: Visit) -> Answer {
    let Assumptions { rows, schools } = visit.app.corridors.table().await?.assumptions.clone();
    page::show(&Register {
        rows,
        schools,
        edited: result::edited(&visit).await?,
        command: COMMAND,
        page: Page::new(&visit, visit.l.t("assumptions-title"), Tab::Corridors),
    })
}

/// `GET /corridors/assumptions.csv`: the table as the model reads it, for a person to edit and give to `--assumptions`.
pub async fn assumptions_csv(visit: Visit) -> Answer {
    let table = visit.app.corridors.table().await?;
    let head = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"assumptions.csv\""),
    ];
    Ok((head, table.csv.clone()).into_response())
}

#[derive(Template)]
#[template(path = "corridors/model.html")]
struct Card {
    page: Page,
    checks: Option<Figures>,
    sources: Vec<Attributed>,
}

/// What was worked out, in words and tables.
struct Figures {
    flows: Vec<[String; 6]>,
    stocks: Vec<([String; 4], &'static str)>,
    remittances: Vec<[String; 4]>,
    shocks: Vec<[String; 4]>,
    revisions: Vec<[String; 4]>,
}

/// `GET /corridors/model`: with `figures=1` it waits until they are worked out.
pub async fn card(visit: Visit, Query(typed): Query<Typed>) -> Answer {
    let rooms = &visit.app.corridors;
    let pack = rooms.pack().await?;
    let checks = match rooms.known_checks() {
        None if typed.get("figures") == "1" => Some(rooms.checks().await?),
        known => known,
    };
    let used: Vec<Series> = SOURCES.iter().map(|s| s.series).collect();
    page::show(&Card {
        checks: checks.map(|c| figures(visit.l, &c)),
        sources: attributed(visit.l, &pack, &used),
        page: Page::new(&visit, visit.l.t("model-title"), Tab::Corridors),
    })
}

fn figures(l: L, checks: &Checks) -> Figures {
    let n = |v: f64| l.n(v.round());
    let percent = |v: f64| figure(l, "%", v);
    let mut flows = Vec::new();
    for test in &checks.flows {
        let years = format!("{}–{}", test.period, test.period + ::corridors::PERIOD);
        let mut row = |name: &str, score: Option<Score>, covered: Option<f64>| {
            if let Some(s) = score {
                let within = covered.map_or_else(|| "–".to_owned(), |c| percent(c * 100.0));
                flows.push([years.clone(), l.t(name), n(s.mae), percent(s.r2 * 100.0), n(s.net_mae), within]);
            }
        };
        row("model-of-model", test.score, test.covered);
        row("model-of-persistence", test.persistence, None);
    }
    let best = |s: &::corridors::judge::StockScore| {
        if s.model <= s.persistence && s.model <= s.linear { "model-best" } else { "model-not-best" }
    };
    let stock = |s: &::corridors::judge::StockScore| {
        ([format!("{}–{}", s.from, s.year), n(s.model), n(s.persistence), n(s.linear)], best(s))
    };
    let money = |v: f64| figure(l, "USD", v);
    Figures {
        flows,
        stocks: checks.stocks.iter().map(stock).collect(),
        remittances: checks
            .remittances
            .iter()
            .map(|r| [r.year.to_string(), money(r.matrices), money(r.indicators), percent(r.differ)])
            .collect(),
        shocks: checks
            .shocks
            .iter()
            .map(|s| [s.year.to_string(), percent(s.income_fall), percent(s.recorded), percent(s.model)])
            .collect(),
        revisions: checks
            .revisions
            .iter()
            .map(|(older, newer, year, differ)| {
                let name = |s: &Series| s.source().revision.to_owned();
                [year.to_string(), name(older), name(newer), percent(*differ)]
            })
            .collect(),
    }
}
