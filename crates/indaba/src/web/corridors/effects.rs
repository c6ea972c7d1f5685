//! A scenario as effects of a measure: shown to everybody by standpoint and sphere, and taken over into a measure of the
//! dialogue by the secretariat, for the delegations that it names, after it has seen what would be entered.

use super::super::measures::{changed, material, measure_choices, sphere as sphere_name};
use super::super::page::{self, Page, Tab};
use super::super::secretariat::{Choice, Typed, not_closed};
use super::super::{Answer, Problem, Visit};
use super::scenarios::{Kept, everything, find, kept};
use super::{Attributed, refused, result};
use crate::access::{Action, allows};
use crate::attribution::Labels;
use crate::corridors::answer::STANDPOINTS;
use crate::corridors::effects::{self, Counts, Effect, STEPS};
use crate::corridors::figure::{difference, figure};
use crate::corridors::take::{self, Left, Plan};
use crate::corridors::{Asked, producers};
use crate::lang::L;
use crate::measure::Origin;
use crate::store;
use crate::store::delegation::Delegation;
use crate::store::measure::Measure;
use ::corridors::{Pack, Standpoint};
use askama::Template;
use axum::extract::{Form, Path, Query};
use axum::http::{StatusCode, header};
use axum::response::IntoResponse;

#[derive(Template)]
#[template(path = "corridors/effects.html")]
struct Effects {
    page: Page,
    slug: String,
    kept: Kept,
    rows: Vec<EffectRow>,
    steps: [String; 3],
    edited: String,
    take: Option<Take>,
    error: String,
    sources: Vec<Attributed>,
}

/// One effect in words.
struct EffectRow {
    party: String,
    sphere: String,
    outcome: String,
    counts: &'static str,
    change: [String; 3],
    scores: [String; 3],
}

/// The form that takes effects over.
struct Take {
    measures: Vec<Choice>,
    /// For each standpoint: whose it is, and the country that it looks from.
    places: Vec<String>,
    /// Delegations that stand for something, or whose country is meant; and all others.
    near: Vec<Stand>,
    far: Vec<Stand>,
    preview: Option<Preview>,
}

/// A delegation with the standpoints that it may be taken for.
struct Stand {
    id: String,
    name: String,
    lang: String,
    choices: Vec<Choice>,
}

/// What would be entered: the measure, the rows, what finds no place, and the pairs that the form sends again.
struct Preview {
    measure: String,
    lang: String,
    rows: Vec<(String, String, EffectRow)>,
    left: Vec<String>,
    sent: Vec<(String, String)>,
}

/// `GET /d/{slug}/scenarios/{scenario}/effects`: with a measure what would be entered.
pub async fn show(visit: Visit, Path((slug, number)): Path<(String, String)>, Query(typed): Query<Typed>) -> Answer {
    page::show(&shown(&visit, slug, &number, &typed, String::new()).await?)
}

async fn shown(visit: &Visit, slug: String, number: &str, typed: &Typed, error: String) -> Result<Effects, Problem> {
    let (scenario, asked) = find(visit, number).await?;
    let (l, pack) = (visit.l, visit.app.corridors.pack().await?);
    let labels = Labels::load(&mut visit.read().await?, visit.convened()?).await?;
    let found = worked_out(visit, &asked).await?;
    let manages = allows(visit.role, Action::ManageMeasures) && not_closed(visit).is_ok();
    Ok(Effects {
        take: if manages { Some(form(visit, &pack, &asked, &found, typed).await?) } else { None },
        rows: found.iter().map(|e| effect_row(l, e)).collect(),
        edited: result::edited(visit).await?,
        steps: STEPS.map(|step| figure(l, "%", step)),
        sources: everything(l, &pack),
        kept: kept(visit, &pack, &labels, scenario),
        page: Page::new(visit, l.t("effects-title"), Tab::Corridors),
        error,
        slug,
    })
}

async fn worked_out(visit: &Visit, asked: &Asked) -> Result<Vec<Effect>, Problem> {
    let rooms = &visit.app.corridors;
    let answer = rooms.answer(asked).await?.map_err(|wrong| refused(&wrong, visit.l))?;
    let bands = result::bands(visit, asked, &answer).await?;
    Ok(effects::effects(&answer, &bands))
}

fn effect_row(l: L, e: &Effect) -> EffectRow {
    EffectRow {
        party: l.w("standpoint", result::word(e.party)),
        sphere: l.w("corridors-sphere", e.sphere),
        outcome: l.w("outcome", e.outcome.id()),
        counts: if e.counts == Counts::Rising { "effects-rising" } else { "effects-falling" },
        // Of the baseline: per cent, not points.
        change: e.change.map(|c| if c > 0.0 { format!("+{}", figure(l, "%", c)) } else { figure(l, "%", c) }),
        scores: [e.low, e.mode, e.high].map(|s| difference(l, "", f64::from(s))),
    }
}

/// The delegations that may be party to a measure.
async fn delegations(visit: &Visit) -> Result<Vec<Delegation>, Problem> {
    let all = store::delegation::all(&mut visit.read().await?, &visit.convened()?.dialogue.id).await?;
    Ok(all.into_iter().filter(|d| !d.observer).collect())
}

async fn form(visit: &Visit, pack: &Pack, asked: &Asked, found: &[Effect], typed: &Typed) -> Result<Take, Problem> {
    let (l, figures, all) = (visit.l, material(visit).await?, delegations(visit).await?);
    let stands = stands(asked, pack, &all, typed);
    let countries: Vec<_> = STANDPOINTS.iter().map(|s| take::country(asked, pack, *s)).collect();
    let place = |(s, m49): (&Standpoint, &Option<String>)| {
        let place = m49.as_ref().map_or_else(|| l.t("corridors-world"), |m49| crate::countries::name(l, m49));
        l.t2("effects-looks-from", "standpoint", l.w("standpoint", result::word(*s)), "place", place)
    };
    let near = |d: &&Delegation| {
        stands.iter().any(|(id, _)| *id == d.id) || countries.iter().flatten().any(|m49| *m49 == d.country)
    };
    let (near, far): (Vec<&Delegation>, Vec<&Delegation>) = all.iter().partition(near);
    let stand = |d: &Delegation| stand(l, d, stands.iter().find(|(id, _)| *id == d.id).map(|(_, s)| *s));
    let measure = typed.get("measure");
    let chosen = figures.measures.iter().find(|m| m.code() == measure);
    let plan = take::plan(found, &figures.spheres, &stands);
    Ok(Take {
        measures: measure_choices(l, &figures, measure),
        places: STANDPOINTS.iter().zip(&countries).map(place).collect(),
        preview: chosen.map(|m| preview(l, m, &plan, &all, &stands)),
        near: near.into_iter().map(stand).collect(),
        far: far.into_iter().map(stand).collect(),
    })
}

/// Which delegation takes which standpoint: as chosen, or by its country where nothing was chosen yet.
fn stands(asked: &Asked, pack: &Pack, all: &[Delegation], typed: &Typed) -> Vec<(String, Standpoint)> {
    let chosen = |d: &Delegation| match typed.get("measure") {
        "" => take::default(asked, pack, d),
        _ => STANDPOINTS.into_iter().find(|s| result::word(*s) == typed.get(&format!("stands-{}", d.id))),
    };
    all.iter().filter_map(|d| Some((d.id.clone(), chosen(d)?))).collect()
}

fn stand(l: L, d: &Delegation, chosen: Option<Standpoint>) -> Stand {
    let chosen = chosen.map(result::word).unwrap_or_default();
    let words = STANDPOINTS.map(result::word);
    let choices = words.map(|word| Choice::new(l, word, l.w("standpoint", word), chosen));
    let nobody = Choice::new(l, "", l.t("effects-stands-for-none"), chosen);
    Stand {
        id: d.id.clone(),
        name: d.name.clone(),
        lang: d.lang.clone(),
        choices: std::iter::once(nobody).chain(choices).collect(),
    }
}

fn preview(l: L, m: &Measure, plan: &Plan, all: &[Delegation], stands: &[(String, Standpoint)]) -> Preview {
    let party =
        |id: &str| all.iter().find(|d| d.id == id).map(|d| (d.name.clone(), d.lang.clone())).unwrap_or_default();
    let row = |e: &take::Entry| {
        let (name, lang) = party(&e.delegation);
        (name, lang, EffectRow { sphere: sphere_name(l, &e.sphere), ..effect_row(l, &e.effect) })
    };
    let left = |(e, why): &(Effect, Left)| {
        let key = match why {
            Left::Sphere => "effects-left-sphere",
            Left::Party => "effects-left-party",
            Left::Silent => "effects-left-silent",
        };
        let row = effect_row(l, e);
        l.t3(key, "standpoint", row.party, "sphere", row.sphere, "outcome", row.outcome)
    };
    let sent = stands.iter().map(|(id, s)| (format!("stands-{id}"), result::word(*s).to_owned()));
    Preview {
        measure: format!("{} {}", m.number, m.title),
        lang: m.lang.clone(),
        rows: plan.entries.iter().map(row).collect(),
        left: plan.left.iter().map(left).collect(),
        sent: std::iter::once(("measure".to_owned(), m.code())).chain(sent).collect(),
    }
}

/// `POST /d/{slug}/scenarios/{scenario}/effects`: enters what the preview showed, in place of what this scenario gave the
/// measure before.
pub async fn take(visit: Visit, Path((slug, number)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    not_closed(&visit)?;
    let (scenario, asked) = find(&visit, &number).await?;
    let (pack, figures, all) = (visit.app.corridors.pack().await?, material(&visit).await?, delegations(&visit).await?);
    let chosen = figures.measures.iter().find(|m| m.code() == typed.get("measure"));
    let plan = match chosen {
        Some(_) => {
            let found = worked_out(&visit, &asked).await?;
            take::plan(&found, &figures.spheres, &stands(&asked, &pack, &all, &typed))
        }
        None => Plan::default(),
    };
    let Some(m) = chosen.filter(|_| !plan.entries.is_empty()) else {
        let key = if chosen.is_none() { "effects-take-measure" } else { "effects-take-nothing" };
        let form = shown(&visit, slug, &number, &typed, visit.l.t(key)).await?;
        return page::show_as(StatusCode::UNPROCESSABLE_ENTITY, &form);
    };
    let evidence = format!("/d/{slug}/scenarios/{}/effects", scenario.number);
    let dialogue = &visit.convened()?.dialogue.id;
    let mut c = visit.write().await?;
    store::effect::clear_modelled(&mut c, &m.id, &evidence).await?;
    for entry in &plan.entries {
        let effect = store::effect::Effect {
            measure_id: m.id.clone(),
            delegation_id: entry.delegation.clone(),
            sphere: entry.sphere.clone(),
            origin: Origin::Model,
            said_by: visit.l.t1("effects-said-by", "n", scenario.number),
            low: i64::from(entry.effect.low),
            mode: i64::from(entry.effect.mode),
            high: i64::from(entry.effect.high),
            reason: reason(visit.l, scenario.number, &asked, &entry.effect, &producers(&pack)),
            lang: visit.l.code().to_owned(),
            evidence: evidence.clone(),
            at: visit.now,
        };
        store::effect::put(&mut c, dialogue, &effect).await?;
    }
    c.commit().await?;
    changed(&visit)?;
    page::go(&format!("/d/{slug}/measures/{}?done=taken-over", m.number))
}

/// Scenario, outcome with its band, rule and producers. It names the scenario by number: its title is its author's, who may
/// be off the record or take it away.
fn reason(l: L, number: i64, asked: &Asked, e: &Effect, producers: &str) -> String {
    let row = effect_row(l, e);
    let [low, mid, high] = row.change;
    let [one, two, three] = STEPS.map(|step| figure(l, "%", step));
    let values = [
        ("n", number.into()),
        ("year", asked.to.to_string().into()),
        ("standpoint", row.party.into()),
        ("outcome", row.outcome.into()),
        ("band", l.t3("corridors-band", "low", low, "high", high, "mid", mid).into()),
        ("counts", l.t(row.counts).into()),
        ("one", one.into()),
        ("two", two.into()),
        ("three", three.into()),
        ("producers", producers.to_owned().into()),
    ];
    l.with("effects-reason", &values)
}

/// `GET /d/{slug}/scenarios/{scenario}/effects.json`
pub async fn json(visit: Visit, Path((_, number)): Path<(String, String)>) -> Answer {
    let (scenario, asked) = find(&visit, &number).await?;
    let found = worked_out(&visit, &asked).await?;
    let (pack, table) = (visit.app.corridors.pack().await?, visit.app.corridors.table().await?);
    let all = serde_json::json!({
        "schema": "indaba/corridors-effects/1",
        "made_by": "model",
        "scenario": scenario.number, "title": scenario.title, "query": scenario.query, "year": asked.to,
        "draws": crate::corridors::DRAWS, "seed": crate::corridors::SEED,
        "rule": {"steps_percent_of_baseline": STEPS, "scores": [1, 2, 3]},
        "effects": found,
        "assumptions_table": table.told(),
        "sources": crate::corridors::sources(&pack),
    });
    let body = serde_json::to_string_pretty(&all).map_err(|error| Problem::internal(&error))?;
    Ok(([(header::CONTENT_TYPE, "application/json")], body).into_response())
}
