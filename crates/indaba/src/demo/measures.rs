//! The demo's measures, effects, red lines, working package and silence procedure. Everything in them is invented.

use super::load::{SPAN, Seat, Spot, rows, voice};
use super::model::measures::{effects, tilts};
use super::model::{Place, Point, Voice};
use crate::decision::{HOURS, Procedure, State, Step, deadline};
use crate::measure::{Kind, Origin, Proposal, listed, propose};
use crate::store::decision::{self, Decision, Taken};
use crate::store::effect::{self, Effect};
use crate::store::measure::{self, Measure, Relation, Rules};
use crate::store::package::{self, Package};
use crate::store::red_line::{self, RedLine};
use crate::store::{self, Conn, Moment};
use crate::words::{Attribution, EnteredBy, PerspectiveState};
use anyhow::Context;

const MEASURES: &str = include_str!("../../assets/demo/measures.csv");

#[derive(Debug, serde::Deserialize)]
struct Row {
    question: String,
    cost: i64,
    title: String,
    spread: i64,
    effects: String,
}

/// Delegations that keep their figures confidential; the others publish theirs.
const CONFIDENTIAL: [&str; 8] =
    ["Arkenia", "Aubrécie", "Rimalia", "Kelwara", "Sulavera", "Temirdala", "San Aurelio", "City of Porto Lume"];

/// Delegation, sphere (`total` for all, `m3` for a measure), floor, published.
const LINES: [(&str, &str, i64, bool); 13] = [
    ("Arkenia", "m27", 0, false),
    ("Arkenia", "security", 1, false),
    ("Aubrécie", "m19", 0, false),
    ("Rimalia", "economic", 0, false),
    ("Kelwara", "development", 2, false),
    ("Sulavera", "m31", 0, false),
    ("Temirdala", "m21", 0, false),
    ("San Aurelio", "total", 3, false),
    ("Castrella", "m20", 0, true),
    ("Ozerania", "security", 1, true),
    ("Confederation of Care and Construction Workers", "labour", 2, true),
    ("Alliance of Employers for Fair Recruitment", "m17", 0, true),
    ("Harbour Legal Aid Network", "m7", 0, true),
];

/// Relations of measures, by number.
const RELATIONS: [(Kind, &[i64], Option<i64>); 5] = [
    (Kind::Excludes, &[27, 29], None),
    (Kind::Excludes, &[15, 25], None),
    (Kind::Requires, &[14, 4], None),
    (Kind::Requires, &[24, 26], None),
    (Kind::AtMost, &[19, 20, 21], Some(2)),
];

/// The most that a package may cost.
const BUDGET: i64 = 45;

/// The working package that the demo's secretariat has kept.
const WORKING: [i64; 13] = [2, 4, 10, 12, 22, 28, 30, 33, 34, 35, 36, 37, 40];

/// Puts them into the store; gives the perspectives that carry the measures.
pub(super) async fn load(
    c: &mut Conn,
    dialogue: &str,
    seats: &[Seat],
    seed: u64,
    now: Moment,
) -> anyhow::Result<Vec<Spot>> {
    let questions = store::question::all(c, dialogue).await?;
    let voices: Vec<Voice> = seats.iter().map(voice).collect();
    let (mut spots, mut made) = (Vec::new(), Vec::new());
    for (place, row) in rows::<Row>("measures.csv", MEASURES)?.into_iter().enumerate() {
        let at = questions.iter().position(|q| q.reference == row.question).context("assets/demo: unknown question")?;
        let tilts = tilts(&row.effects).context("assets/demo/measures.csv: effects can't be read")?;
        let proposal = Proposal {
            title: row.title,
            detail: String::new(),
            cost: Some(row.cost),
            source: "Simulated measure".to_owned(),
            lang: "en".to_owned(),
            attribution: Attribution::Named,
            author: None,
            entered_by: EnteredBy::Secretariat,
            state: PerspectiveState::Published,
        };
        let measure = propose(c, dialogue, &questions[at], proposal, now - SPAN).await?;
        for (seat, sphere, [low, mode, high]) in effects(&tilts, row.spread, &voices, seed) {
            let said = Effect {
                measure_id: measure.id.clone(),
                delegation_id: seats[seat].delegation.id.clone(),
                sphere: tilts[sphere].sphere.clone(),
                origin: Origin::Own,
                said_by: String::new(),
                low,
                mode,
                high,
                reason: String::new(),
                lang: "en".to_owned(),
                evidence: String::new(),
                at: now - SPAN,
            };
            effect::put(c, dialogue, &said).await?;
            // Where assessors are apart, the page shows it.
            if place % 8 == 0 && sphere == 0 && seat % 5 == 1 {
                effect::put(c, dialogue, &other(&said)).await?;
            }
        }
        let n = tilts.len().max(1) as f64;
        let mean = |of: &dyn Fn(&super::model::measures::Tilt) -> f64| tilts.iter().map(of).sum::<f64>() / n;
        let place = Place {
            question: at,
            ease: mean(&|t| t.base),
            toward: Point { x: mean(&|t| t.along[0]), y: mean(&|t| t.along[1]) },
            author: None,
        };
        spots.push(Spot { perspective: measure.perspective_id.clone(), question: measure.question_id.clone(), place });
        made.push(measure);
    }
    let rules = Rules { budget: Some(BUDGET), ..Rules::default() };
    measure::set_rules(c, dialogue, &rules).await?;
    figures(c, dialogue, seats, &made, now).await?;
    decided(c, dialogue, now).await?;
    Ok(spots)
}

/// What an invented panel of experts says instead.
fn other(own: &Effect) -> Effect {
    let mode = if own.mode > 0 { own.mode - 1 } else { own.mode + 1 };
    Effect {
        origin: Origin::Expert,
        said_by: "Simulated panel".to_owned(),
        low: (mode - 1).max(-3),
        mode,
        high: (mode + 1).min(3),
        reason: "Simulated reason: the first years are weighed otherwise.".to_owned(),
        ..own.clone()
    }
}

async fn figures(c: &mut Conn, dialogue: &str, seats: &[Seat], made: &[Measure], now: Moment) -> anyhow::Result<()> {
    for seat in seats.iter().filter(|s| !s.delegation.observer) {
        let open = !CONFIDENTIAL.contains(&seat.delegation.name.as_str());
        effect::publish(c, dialogue, &seat.delegation.id, open, now - SPAN).await?;
    }
    for (n, (name, place, floor, published)) in (0..).zip(LINES) {
        let seat = seats.iter().find(|s| s.delegation.name == name).context("assets/demo: unknown delegation")?;
        let number = place.strip_prefix('m').and_then(|n| n.parse::<i64>().ok());
        let measure = number.and_then(|n| made.iter().find(|m| m.number == n));
        let line = RedLine {
            id: store::new_id(),
            delegation_id: seat.delegation.id.clone(),
            sphere: (measure.is_none() && place != "total").then(|| place.to_owned()),
            measure_id: measure.map(|m| m.id.clone()),
            floor: measure.is_none().then_some(floor),
            published,
            created_at: now - SPAN + n,
        };
        red_line::insert(c, dialogue, &line).await?;
    }
    for (n, (kind, measures, k)) in (0..).zip(RELATIONS) {
        let relation = Relation {
            id: store::new_id(),
            kind: kind.as_str().to_owned(),
            measures: listed(measures),
            k,
            effects: "[]".to_owned(),
            source: String::new(),
            created_at: now - SPAN + n,
        };
        measure::relate(c, dialogue, &relation).await?;
    }
    Ok(())
}

/// A working package, and silence on it that runs.
async fn decided(c: &mut Conn, dialogue: &str, now: Moment) -> anyhow::Result<()> {
    let kept = Package {
        id: store::new_id(),
        number: package::next_number(c, dialogue).await?,
        title: "Simulated package for the first reading".to_owned(),
        lang: "en".to_owned(),
        measures: listed(&WORKING),
        basis: "package=count".to_owned(),
        created_at: now - SPAN / 2,
    };
    package::insert(c, dialogue, &kept).await?;
    let decision = Decision {
        id: store::new_id(),
        number: decision::next_number(c, dialogue).await?,
        package_id: kept.id,
        procedure: Procedure::Silence,
        state: State::Silent,
        measures: kept.measures,
        ends_at: deadline(HOURS, now - SPAN / 3),
        created_at: now - SPAN / 3,
        changed_at: now - SPAN / 3,
    };
    decision::insert(c, dialogue, &decision).await?;
    let opened = Taken {
        step: Step::Open.to_string(),
        state: decision.state,
        measures: decision.measures,
        ends_at: decision.ends_at,
        at: decision.created_at,
    };
    decision::log(c, &decision.id, &opened).await?;
    Ok(())
}
