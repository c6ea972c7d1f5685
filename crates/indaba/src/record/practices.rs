//! Practices and estimates in the record.

use super::pack::{Pack, Table};
use super::{Face, time};
use crate::app::Convened;
use crate::attribution::Labels;
use crate::estimate::{Answered, Shown, ShownBloc, Spread, counted, figures, figures_at};
use crate::live::landscape::Audience;
use crate::practice::file::{self, Going, Row};
use crate::store::{self, Conn, published_estimate};
use crate::web::practices::named;

/// `practices.csv` and `practices.json`: what is published; in the full face also what waits and what was not taken.
/// No contact and no reviewer is in any of them.
pub async fn practices(
    c: &mut Conn,
    pack: &mut Pack,
    convened: &Convened,
    face: Face,
    labels: &Labels,
) -> anyhow::Result<()> {
    let going = if face == Face::Full { Going::Kept } else { Going::Public };
    let rows = file::rows(c, &convened.dialogue.id, going, |p| named(labels, p)).await?;
    let mut table = Table::begin(pack, "practices.csv", &file::columns())?;
    table.any(rows.iter().map(file::cells_of))?;
    table.end()?;
    pack.file("practices.json", file::json(&rows)?.as_bytes())?;
    carried(c, pack, convened, &rows).await
}

/// `practice_perspectives.csv`: which perspective carries which practice.
async fn carried(c: &mut Conn, pack: &mut Pack, convened: &Convened, rows: &[Row]) -> anyhow::Result<()> {
    let under = store::practice_place::under(c, &convened.dialogue.id, "").await?;
    let there = |number: i64| rows.iter().any(|row| row.number == number.to_string());
    let mut table = Table::begin(pack, "practice_perspectives.csv", &["practice", "question", "perspective"])?;
    table.rows(under.into_iter().filter(|u| there(u.number)).filter_map(|u| {
        let question = convened.question_by_id(&u.question_id)?;
        Some([u.number.to_string(), question.reference.clone(), u.perspective_id])
    }))?;
    table.end()?;
    Ok(())
}

/// `estimates.csv`: the spread of everybody and of each bloc, an empty cell where it is suppressed. Where the face has
/// rows, `estimate_answers.csv` has each answer in its order.
pub async fn estimates(
    c: &mut Conn,
    pack: &mut Pack,
    convened: &Convened,
    face: Face,
    pseudonym: &(dyn Fn(&str) -> String + Sync),
) -> anyhow::Result<()> {
    const HEADER: [&str; 16] = [
        "question", "estimate", "text", "lang", "unit", "least", "most", "state", "by", "name", "answers", "low", "q1",
        "median", "q3", "high",
    ];
    // Those who see every row are told every sum; the public is not.
    let shown = match face {
        Face::Full => figures_at(c, convened, "", Audience::Secretariat, 1).await?,
        Face::Rows | Face::Aggregates => figures(c, convened, "", Audience::Public).await?,
    };
    let mut table = Table::begin(pack, "estimates.csv", &HEADER)?;
    for figures in &shown {
        table.any(lines(convened, figures))?;
    }
    table.end()?;
    if face == Face::Full {
        published(c, pack, convened, pseudonym, &shown).await?;
    }
    if face != Face::Aggregates {
        answers(c, pack, convened, face, pseudonym, &shown).await?;
    }
    Ok(())
}

fn lines(convened: &Convened, f: &Shown) -> Vec<Vec<String>> {
    let e = &f.estimate;
    let question = convened.question_by_id(&e.question_id).map_or("", |q| q.reference.as_str());
    let head = [question, &e.number.to_string(), &e.text, &e.lang, &e.unit].map(str::to_owned);
    let range = [e.least.to_string(), e.most.to_string(), e.state.clone()];
    let line = |by: &str, name: &str, spread: Option<&Spread>| {
        let cells = spread.map(|s| [s.n as f64, s.low, s.q1, s.median, s.q3, s.high].map(|x| x.to_string()));
        let who = [by.to_owned(), name.to_owned()];
        head.iter().chain(&range).chain(&who).cloned().chain(cells.unwrap_or_default()).collect::<Vec<String>>()
    };
    let mut all = vec![line("all", "", f.all.as_ref()), line("first", "", f.first.as_ref())];
    all.extend(f.blocs.iter().map(|b: &ShownBloc| line("bloc", &b.id, b.spread.as_ref())));
    all
}

/// `estimates_published.csv`: what was published of each answer, so that what everybody was shown can be computed again.
async fn published(
    c: &mut Conn,
    pack: &mut Pack,
    convened: &Convened,
    pseudonym: &(dyn Fn(&str) -> String + Sync),
    shown: &[Shown],
) -> anyhow::Result<()> {
    const HEADER: [&str; 11] = [
        "question",
        "estimate",
        "participant",
        "shown",
        "times",
        "low",
        "best",
        "high",
        "first_low",
        "first_best",
        "first_high",
    ];
    let mut rows = Vec::new();
    for f in shown {
        let question = convened.question_by_id(&f.estimate.question_id).map_or("", |q| q.reference.as_str());
        for row in published_estimate::of(c, &f.estimate.id).await? {
            for (to, text) in [("inside", &row.inside), ("public", &row.in_public)] {
                let Some(a) = text.as_deref().and_then(Answered::parse) else { continue };
                let head = [question, &f.estimate.number.to_string(), &pseudonym(&row.participant_id), to];
                let numbers = a.now.iter().chain(&a.first).map(ToString::to_string);
                let head = head.into_iter().map(str::to_owned).chain([a.times.to_string()]);
                rows.push(head.chain(numbers).collect::<Vec<String>>());
            }
        }
    }
    rows.sort();
    let mut table = Table::begin(pack, "estimates_published.csv", &HEADER)?;
    table.any(rows)?;
    table.end()?;
    Ok(())
}

async fn answers(
    c: &mut Conn,
    pack: &mut Pack,
    convened: &Convened,
    face: Face,
    pseudonym: &(dyn Fn(&str) -> String + Sync),
    shown: &[Shown],
) -> anyhow::Result<()> {
    const HEADER: [&str; 9] = ["question", "estimate", "participant", "low", "best", "high", "counts", "reason", "at"];
    let given = store::estimate::answers(c, &convened.dialogue.id, "").await?;
    let mut rows = Vec::new();
    for f in shown {
        let question = convened.question_by_id(&f.estimate.question_id).map_or("", |q| q.reference.as_str());
        let here: Vec<_> = given.iter().filter(|a| a.estimate_id == f.estimate.id).collect();
        let last = counted(here.iter().copied());
        // In public nothing that was off the record, and beside a pseudonym nothing that somebody wrote.
        let hidden = |who: &str| face != Face::Full && last.iter().any(|g| g.participant == who && g.off_the_record);
        for (place, a) in here.iter().enumerate().filter(|(_, a)| !hidden(&a.participant_id)) {
            let counts = a.best.is_some() && !here[place + 1..].iter().any(|b| b.participant_id == a.participant_id);
            let number = |x: Option<f64>| x.map(|x| x.to_string()).unwrap_or_default();
            rows.push([
                question.to_owned(),
                f.estimate.number.to_string(),
                pseudonym(&a.participant_id),
                number(a.low),
                number(a.best),
                number(a.high),
                u8::from(counts).to_string(),
                if face == Face::Full { a.reason.clone() } else { String::new() },
                time(a.at),
            ]);
        }
    }
    // Under new pseudonyms the order of the old ones would tell who is who.
    rows.sort();
    let mut table = Table::begin(pack, "estimate_answers.csv", &HEADER)?;
    table.rows(rows)?;
    table.end()?;
    Ok(())
}
