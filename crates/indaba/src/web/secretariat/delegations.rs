//! Accrediting delegations, one by one or from a file, and their first perspectives.

use super::spoken::{self, Spoken};
use super::{Choice, LISTED, Pager, Typed, address, done, languages, uploaded};
use crate::app::Convened;
use crate::countries;
use crate::delegations_csv::{self as csv, Known, NewDelegation, NewPerspective, Trouble};
use crate::lang::{L, Lang};
use crate::store::delegation::Delegation;
use crate::store::{self, Conn, Moment, Stored};
use crate::web::page::{self, Page, Tab};
use crate::web::{Answer, Problem, Visit};
use crate::words::{EnteredBy, Kind, PerspectiveState, Position, split};
use askama::Template;
use axum::Form;
use axum::extract::{Multipart, Query};
use axum::http::StatusCode;
use std::collections::{HashMap, HashSet};

#[derive(Template)]
#[template(path = "secretariat/delegations.html")]
struct Delegations {
    page: Page,
    slug: String,
    done: String,
    rows: Vec<Line>,
    total: usize,
    pager: Pager,
    typed: Typed,
    errors: Vec<String>,
    troubles: Vec<String>,
    kinds: Vec<Choice>,
    roles: Vec<Choice>,
    places: Vec<Choice>,
    languages: Vec<Choice>,
}

struct Line {
    name: String,
    lang: String,
    dir: &'static str,
    kind: String,
    country: String,
    roles: Vec<String>,
    groups: Vec<String>,
    observer: bool,
}

fn line(l: L, d: Delegation) -> Line {
    Line {
        kind: l.w("kind", d.kind),
        country: if d.country.is_empty() { String::new() } else { countries::name(l, &d.country) },
        roles: split(&d.roles).map(|role| l.w("position", role)).collect(),
        groups: split(&d.negotiating_groups).map(str::to_owned).collect(),
        observer: d.observer,
        dir: crate::lang::dir_of(&d.lang),
        name: d.name,
        lang: d.lang,
    }
}

/// `GET /d/{slug}/secretariat/delegations`
pub async fn show(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    list(&visit, StatusCode::OK, asked, Vec::new(), Vec::new()).await
}

async fn list(visit: &Visit, status: StatusCode, typed: Typed, errors: Vec<String>, troubles: Vec<String>) -> Answer {
    let convened = visit.convened()?;
    let l = visit.l;
    let all = store::delegation::all(&mut visit.read().await?, &convened.dialogue.id).await?;
    let total = all.len();
    let from = typed.from();
    let mut rows: Vec<Line> = all.into_iter().skip(from as usize).take(LISTED + 1).map(|d| line(l, d)).collect();
    let lang = if typed.get("lang").is_empty() { convened.dialogue.lang.as_str() } else { typed.get("lang") };
    page::show_as(
        status,
        &Delegations {
            slug: convened.dialogue.slug.clone(),
            done: done(l, &typed),
            pager: Pager::cut(&mut rows, from, &format!("{}?from=", address(visit, "/delegations")?)),
            rows,
            total,
            errors,
            troubles,
            kinds: Kind::ALL.iter().map(|k| Choice::new(l, k.as_str(), l.w("kind", k), typed.get("kind"))).collect(),
            roles: Position::ALL
                .iter()
                .map(|r| Choice {
                    chosen: typed.has("roles", r.as_str()),
                    ..Choice::new(l, r.as_str(), l.w("position", r), "")
                })
                .collect(),
            places: countries::all(l)
                .into_iter()
                .map(|(code, name)| Choice::new(l, code, name, typed.get("country")))
                .collect(),
            languages: languages(lang),
            typed,
            page: Page::new(visit, l.t("delegations-title"), Tab::Secretariat),
        },
    )
}

fn language_of(convened: &Convened) -> Lang {
    Lang::parse(&convened.dialogue.lang).unwrap_or(Lang::EN)
}

async fn taken(visit: &Visit) -> Result<HashSet<String>, Problem> {
    let all = store::delegation::all(&mut visit.read().await?, &visit.convened()?.dialogue.id).await?;
    Ok(all.into_iter().map(|d| d.name).collect())
}

/// `POST /d/{slug}/secretariat/delegations`: one by one. The same rules as for a file, by the same reader.
pub async fn add(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let convened = visit.convened()?;
    let roles = typed.all("roles").join(";");
    let cells = ["name", "kind", "country", "roles", "groups", "observer", "lang"];
    let row = cells.map(|name| quoted(if name == "roles" { &roles } else { typed.get(name) })).join(",");
    let file = format!("{}\n{row}\n", cells.join(","));
    match csv::delegations(file.as_bytes(), &taken(&visit).await?, language_of(convened)) {
        Ok(new) => accredit_all(&visit, new).await,
        Err(troubles) => {
            let errors = troubles.iter().map(|t| visit.l.t2(t.why, "found", &t.found, "allowed", &t.allowed)).collect();
            list(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, errors, Vec::new()).await
        }
    }
}

fn quoted(cell: &str) -> String {
    format!("\"{}\"", cell.replace('"', "\"\""))
}

async fn accredit_all(visit: &Visit, new: Vec<NewDelegation>) -> Answer {
    let convened = visit.convened()?;
    let n = new.len();
    let mut c = visit.write().await?;
    for delegation in new {
        accredit(&mut c, &convened.dialogue.id, delegation, visit.now).await?;
    }
    c.commit().await?;
    visit.app.forget(&convened.dialogue.slug, None);
    page::go(&format!("{}?done=accredited&n={n}", address(visit, "/delegations")?))
}

/// Accredits a delegation, which makes it a participant too.
pub async fn accredit(c: &mut Conn, dialogue: &str, new: NewDelegation, now: Moment) -> Stored<String> {
    let delegation = Delegation {
        id: store::new_id(),
        name: new.name,
        kind: new.kind,
        country: new.country,
        roles: new.roles,
        negotiating_groups: new.groups,
        observer: new.observer,
        lang: new.lang.code().to_owned(),
        created_at: now,
    };
    store::delegation::insert(c, dialogue, &delegation).await?;
    spoken::author(c, dialogue, &delegation.id, now).await?;
    Ok(delegation.id)
}

fn worded(l: L, troubles: &[Trouble]) -> Vec<String> {
    troubles.iter().map(|trouble| trouble.words(l)).collect()
}

/// `POST /d/{slug}/secretariat/delegations/file`
pub async fn from_file(visit: Visit, form: Multipart) -> Answer {
    let (_, file) = uploaded(form).await?;
    let Some((_, bytes)) = file else { return no_file(&visit).await };
    match csv::delegations(&bytes, &taken(&visit).await?, language_of(visit.convened()?)) {
        Ok(new) => accredit_all(&visit, new).await,
        Err(troubles) => {
            let words = worded(visit.l, &troubles);
            list(&visit, StatusCode::UNPROCESSABLE_ENTITY, Typed::default(), Vec::new(), words).await
        }
    }
}

async fn no_file(visit: &Visit) -> Answer {
    let words = vec![visit.l.t("csv-no-file")];
    list(visit, StatusCode::UNPROCESSABLE_ENTITY, Typed::default(), Vec::new(), words).await
}

/// `POST /d/{slug}/secretariat/perspectives/file`
pub async fn perspectives_from_file(visit: Visit, form: Multipart) -> Answer {
    super::not_closed(&visit)?;
    let (_, file) = uploaded(form).await?;
    let Some((_, bytes)) = file else { return no_file(&visit).await };
    let (known, ids) = known(&visit).await?;
    match csv::perspectives(&bytes, &known, language_of(visit.convened()?)) {
        Ok(new) => publish_all(&visit, new, &ids).await,
        Err(troubles) => {
            let words = worded(visit.l, &troubles);
            list(&visit, StatusCode::UNPROCESSABLE_ENTITY, Typed::default(), Vec::new(), words).await
        }
    }
}

/// What a file of perspectives may refer to, and the id of each delegation by its name.
async fn known(visit: &Visit) -> Result<(Known, HashMap<String, String>), Problem> {
    let convened = visit.convened()?;
    let all = store::delegation::all(&mut visit.read().await?, &convened.dialogue.id).await?;
    let mut known = Known {
        paragraphs: convened.paper.paragraphs().map(|p| p.number.clone()).collect(),
        delegations: all.iter().map(|d| (d.name.clone(), d.negotiating_groups.clone())).collect(),
        ..Known::default()
    };
    for question in convened.questions.iter().filter(|q| q.state == "published") {
        known.questions.insert(question.reference.clone());
        let board = visit.app.board(&question.id).await?;
        known.said.extend(board.perspectives.iter().map(|p| (question.reference.clone(), p.text.clone())));
    }
    Ok((known, all.into_iter().map(|d| (d.name, d.id)).collect()))
}

async fn publish_all(visit: &Visit, new: Vec<NewPerspective>, ids: &HashMap<String, String>) -> Answer {
    let convened = visit.convened()?;
    let n = new.len();
    let mut touched = HashSet::new();
    let mut c = visit.write().await?;
    for said in new {
        let question = convened.question(&said.question).ok_or_else(Problem::not_found)?;
        let delegation = ids.get(&said.delegation).ok_or_else(Problem::not_found)?;
        let author = spoken::author(&mut c, &convened.dialogue.id, delegation, visit.now).await?;
        let rule = convened.dialogue.attribution;
        let spoken = Spoken {
            question: question.id.clone(),
            author,
            text: said.text,
            lang: said.lang.code().to_owned(),
            paragraph: said.paragraph,
            attribution: said.attribution.map_or(rule, |wish| wish.max(rule)),
            on_behalf_of: said.on_behalf_of,
            statement: None,
            state: PerspectiveState::Published,
            entered_by: EnteredBy::Secretariat,
        };
        spoken::keep(&mut c, &convened.dialogue.id, spoken, visit.now).await?;
        touched.insert(question.id.clone());
    }
    c.commit().await?;
    for question in &touched {
        super::changed(visit, question)?;
    }
    page::go(&format!("{}?done=perspectives&n={n}", address(visit, "/delegations")?))
}
