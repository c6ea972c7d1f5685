//! Times, rules and limits of a dialogue. Everybody is told what changed; attribution and the published face change
//! toward more protection only.

use super::{Choice, Typed, address, done};
use crate::lang::L;
use crate::store::dialogue::{Dialogue, Settings};
use crate::store::notice::Notice;
use crate::store::{self, Moment};
use crate::web::page::{self, Page, Tab};
use crate::web::{Answer, Visit};
use crate::words::{Attribution, DialogueState, Face, Moderation, Participation};
use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;

#[derive(Template)]
#[template(path = "secretariat/settings.html")]
struct SettingsForm {
    page: Page,
    slug: String,
    done: String,
    error: String,
    opens_at: String,
    closes_at: String,
    states: Vec<Choice>,
    participations: Vec<Choice>,
    moderations: Vec<Choice>,
    attributions: Vec<Choice>,
    faces: Vec<Choice>,
    numbers: Vec<(&'static str, String)>,
    contact: String,
    notices: Vec<(String, Moment)>,
}

/// A moment as a form holds it (`2026-11-24T09:00`, UTC); empty for none.
fn typed_moment(moment: Option<Moment>) -> String {
    let text = moment.and_then(|at| jiff::Timestamp::from_millisecond(at).ok()).map(|at| at.to_string());
    text.and_then(|text| text.get(..16).map(str::to_owned)).unwrap_or_default()
}

/// The moment that was typed, none for an empty field; the error is the key of the reason.
fn read_moment(typed: &str) -> Result<Option<Moment>, &'static str> {
    if typed.is_empty() {
        return Ok(None);
    }
    let text = if typed.len() == 16 { format!("{typed}:00Z") } else { format!("{}Z", typed.trim_end_matches('Z')) };
    text.parse::<jiff::Timestamp>().map(|at| Some(at.as_millisecond())).map_err(|_| "settings-moment")
}

/// `GET /d/{slug}/secretariat/settings`
pub async fn show(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    form(&visit, StatusCode::OK, &asked, String::new()).await
}

/// The fields that hold numbers, as they are kept.
fn numbers(s: &Settings) -> Vec<(&'static str, String)> {
    let [some, many, most] = s.thresholds.map(|share| (share * 100.0).round().to_string());
    vec![
        ("network_participants", s.network_participants.to_string()),
        ("network_responses", s.network_responses.to_string()),
        ("code_responses", s.code_responses.to_string()),
        ("disclosure_inside", s.disclosure_inside.to_string()),
        ("disclosure_public", s.disclosure_public.to_string()),
        ("threshold_some", some),
        ("threshold_many", many),
        ("threshold_most", most),
    ]
}

async fn form(visit: &Visit, status: StatusCode, typed: &Typed, error: String) -> Answer {
    let convened = visit.convened()?;
    let (d, l) = (&convened.dialogue, visit.l);
    let or = |name: &str, kept: String| if error.is_empty() { kept } else { typed.get(name).to_owned() };
    let choices = |name: &str, prefix: &str, words: Vec<&'static str>, kept: &str| -> Vec<Choice> {
        let chosen = or(name, kept.to_owned());
        words.into_iter().map(|word| Choice::new(l, word, l.w(prefix, word), &chosen)).collect()
    };
    let notices = store::notice::recent(&mut visit.read().await?, &d.id, 0).await?;
    let numbers = numbers(&convened.settings);
    page::show_as(
        status,
        &SettingsForm {
            slug: d.slug.clone(),
            done: done(l, typed),
            opens_at: or("opens_at", typed_moment(d.opens_at)),
            closes_at: or("closes_at", typed_moment(d.closes_at)),
            states: choices("state", "set-state", states(d), d.state.as_str()),
            participations: choices(
                "participation",
                "participation",
                Participation::ALL.iter().map(|w| w.as_str()).collect(),
                d.participation.as_str(),
            ),
            moderations: choices(
                "moderation",
                "moderation",
                Moderation::ALL.iter().map(|w| w.as_str()).collect(),
                d.moderation.as_str(),
            ),
            attributions: choices(
                "attribution",
                "attribution",
                Attribution::ALL.iter().filter(|w| **w >= d.attribution).map(|w| w.as_str()).collect(),
                d.attribution.as_str(),
            ),
            faces: choices("face", "face", faces(d), d.face.as_str()),
            numbers: numbers.into_iter().map(|(name, kept)| (name, or(name, kept))).collect(),
            contact: or("contact", convened.settings.contact.clone()),
            notices: notices.iter().map(|n| (words(l, n), n.at)).collect(),
            error,
            page: Page::new(visit, l.t("settings-title"), Tab::Secretariat),
        },
    )
}

/// A dialogue that was open is never again in preparation: what was said stays readable.
fn states(d: &Dialogue) -> Vec<&'static str> {
    let all =
        DialogueState::ALL.iter().filter(|s| **s != DialogueState::Preparing || d.state == DialogueState::Preparing);
    all.map(|s| s.as_str()).collect()
}

/// Which face of the record is published is set when the dialogue opens; then it only changes toward more protection.
fn faces(d: &Dialogue) -> Vec<&'static str> {
    match d.face {
        Face::Aggregates if d.state != DialogueState::Preparing => vec!["aggregates"],
        _ => vec!["rows", "aggregates"],
    }
}

/// A notice in words.
pub fn words(l: L, n: &Notice) -> String {
    let moment = || n.detail.parse::<Moment>().ok().map(|at| l.at(&at));
    match n.kind.as_str() {
        "opens_at" | "closes_at" => match moment() {
            Some(at) => l.t1(&format!("notice-{}", n.kind), "at", at),
            None => l.t(&format!("notice-{}-none", n.kind)),
        },
        "budget" | "package" => l.t1(&format!("notice-{}", n.kind), "n", n.detail.parse::<i64>().unwrap_or_default()),
        "decision" => {
            let (number, state) = n.detail.split_once(' ').unwrap_or((&n.detail, ""));
            l.t2(
                "notice-decision",
                "n",
                number.parse::<i64>().unwrap_or_default(),
                "state",
                l.w("decision-state", state),
            )
        }
        kind => l.t(&format!("notice-{kind}-{}", n.detail)),
    }
}

/// `POST /d/{slug}/secretariat/settings`
pub async fn change(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let convened = visit.convened()?;
    let (old, limits) = (&convened.dialogue, &convened.settings);
    let (new, settings) = match wanted(old, limits, &typed, visit.now) {
        Ok(new) => new,
        Err(reason) => return form(&visit, StatusCode::UNPROCESSABLE_ENTITY, &typed, visit.l.t(reason)).await,
    };
    let mut c = visit.write().await?;
    store::dialogue::update(&mut c, &new).await?;
    if old.state_at(visit.now) == DialogueState::Closed && new.state_at(visit.now) == DialogueState::Open {
        store::publication::reopen(&mut c, &new.id).await?;
    }
    for weaker in Attribution::ALL.iter().filter(|a| **a >= old.attribution && **a < new.attribution) {
        store::moderation::protect(&mut c, &new.id, weaker.as_str(), new.attribution.as_str()).await?;
    }
    for notice in notices(old, limits, &new, &settings, visit.now) {
        store::notice::insert(&mut c, &new.id, &notice).await?;
    }
    c.commit().await?;
    for question in &convened.questions {
        visit.app.forget(&old.slug, Some(&question.id));
    }
    page::go(&format!("{}?done=settings", address(&visit, "/settings")?))
}

/// The dialogue as it is wanted; the error is the key of the reason why it can't be.
fn wanted(old: &Dialogue, limits: &Settings, typed: &Typed, now: Moment) -> Result<(Dialogue, Settings), &'static str> {
    let word = "settings-word";
    let settings = limits_wanted(limits, typed)?;
    let new = Dialogue {
        state: typed.get("state").parse().map_err(|_| word)?,
        opens_at: read_moment(typed.get("opens_at"))?,
        closes_at: read_moment(typed.get("closes_at"))?,
        participation: typed.get("participation").parse().map_err(|_| word)?,
        attribution: typed.get("attribution").parse().map_err(|_| word)?,
        moderation: typed.get("moderation").parse().map_err(|_| word)?,
        face: typed.get("face").parse().map_err(|_| word)?,
        settings: serde_json::to_string(&settings).map_err(|_| word)?,
        ..old.clone()
    };
    if new.attribution < old.attribution {
        return Err("settings-attribution-weaker");
    }
    let was_open = old.state != DialogueState::Preparing;
    if was_open && old.face == Face::Aggregates && new.face == Face::Rows {
        return Err("settings-face-weaker");
    }
    if was_open && new.state == DialogueState::Preparing {
        return Err("settings-not-back");
    }
    if new.opens_at.zip(new.closes_at).is_some_and(|(opens, closes)| closes <= opens) {
        return Err("settings-order");
    }
    // A closing time in the past closes at once; that is said by closing, not by a slip in a date.
    let past = new.closes_at != old.closes_at && new.closes_at.is_some_and(|at| at <= now);
    if past && new.state == DialogueState::Open {
        return Err("settings-past");
    }
    Ok((new, settings))
}

fn limits_wanted(old: &Settings, typed: &Typed) -> Result<Settings, &'static str> {
    let number = |name: &str| typed.get(name).parse::<u32>().map_err(|_| "settings-number");
    let share =
        |name: &str| typed.get(name).replace(',', ".").parse::<f64>().map(|n| n / 100.0).map_err(|_| "settings-number");
    let new = Settings {
        disclosure_inside: number("disclosure_inside")?,
        disclosure_public: number("disclosure_public")?,
        network_participants: number("network_participants")?,
        network_responses: number("network_responses")?,
        code_responses: number("code_responses")?,
        thresholds: [share("threshold_some")?, share("threshold_many")?, share("threshold_most")?],
        contact: typed.get("contact").chars().take(300).collect(),
    };
    let [some, many, most] = new.thresholds;
    if !(0.0 < some && some < many && many < most && most <= 1.0) {
        return Err("settings-thresholds");
    }
    if new.disclosure_inside < old.disclosure_inside || new.disclosure_public < old.disclosure_public {
        return Err("settings-disclosure");
    }
    Ok(new)
}

/// What everybody is told of a change.
fn notices(old: &Dialogue, limits: &Settings, new: &Dialogue, settings: &Settings, now: Moment) -> Vec<Notice> {
    let moment = |at: Option<Moment>| at.map(|at| at.to_string()).unwrap_or_default();
    let budget = |s: &Settings| s.network_participants.to_string();
    let facts = [
        ("opens_at", moment(old.opens_at), moment(new.opens_at)),
        ("closes_at", moment(old.closes_at), moment(new.closes_at)),
        ("state", old.state.to_string(), new.state.to_string()),
        ("participation", old.participation.to_string(), new.participation.to_string()),
        ("moderation", old.moderation.to_string(), new.moderation.to_string()),
        ("attribution", old.attribution.to_string(), new.attribution.to_string()),
        ("face", old.face.to_string(), new.face.to_string()),
        ("budget", budget(limits), budget(settings)),
    ];
    let changed = facts.into_iter().filter(|(_, before, after)| before != after);
    changed.map(|(kind, _, detail)| Notice { kind: kind.to_owned(), detail, at: now }).collect()
}
