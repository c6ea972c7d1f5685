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
    fields: Fields,
    errors: Vec<String>,
    troubles: Vec<String>,
}

/// The fields that describe a delegation, as they stand in a form.
pub struct Fields {
    /// Name.
    pub name: String,
    /// Negotiating groups, `;` between.
    pub groups: String,
    /// Its responses are not counted.
    pub observer: bool,
    /// Kinds to choose from.
    pub kinds: Vec<Choice>,
    /// Roles, any of them.
    pub roles: Vec<Choice>,
    /// Countries and regions to choose from.
    pub places: Vec<Choice>,
    /// Languages to choose from.
    pub languages: Vec<Choice>,
}

impl Fields {
    /// With what was typed; `lang` where no language was.
    pub fn new(l: L, typed: &Typed, lang: &str) -> Fields {
        let lang = if typed.get("lang").is_empty() { lang } else { typed.get("lang") };
        let role = |r: &Position| Choice {
            chosen: typed.has("roles", r.as_str()),
            ..Choice::new(l, r.as_str(), l.w("position", r), "")
        };
        let places = countries::all(l).into_iter();
        Fields {
            name: typed.get("name").to_owned(),
            groups: typed.get("groups").to_owned(),
            observer: typed.get("observer") == "yes",
            kinds: Kind::ALL.iter().map(|k| Choice::new(l, k.as_str(), l.w("kind", k), typed.get("kind"))).collect(),
            roles: Position::ALL.iter().map(role).collect(),
            places: places.map(|(code, name)| Choice::new(l, code, name, typed.get("country"))).collect(),
            languages: languages(lang),
        }
    }
}

struct Line {
    id: String,
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
        id: d.id,
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
            fields: Fields::new(l, &typed, &convened.dialogue.lang),
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
    match described(&visit, &typed, &taken(&visit).await?)? {
        Ok(new) => accredit_all(&visit, new).await,
        Err(errors) => list(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, errors, Vec::new()).await,
    }
}

/// One delegation as the form describes it, read by the reader of files; or what is wrong with it.
pub fn described(
    visit: &Visit,
    typed: &Typed,
    taken: &HashSet<String>,
) -> Result<Result<Vec<NewDelegation>, Vec<String>>, Problem> {
    let roles = typed.all("roles").join(";");
    let row = csv::DELEGATION_COLUMNS.map(|name| quoted(if name == "roles" { &roles } else { typed.get(name) }));
    let file = format!("{}\n{}\n", csv::DELEGATION_COLUMNS.join(","), row.join(","));
    let words = |t: &Trouble| match t.why {
        "csv-name-taken" => visit.l.t1("delegation-name-taken", "found", &t.found),
        why => visit.l.t2(why, "found", &t.found, "allowed", &t.allowed),
    };
    let read = csv::delegations(file.as_bytes(), taken, language_of(visit.convened()?));
    Ok(read.map_err(|troubles| troubles.iter().map(words).collect()))
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

/// Accredits a delegation, which makes it a participant too. One that had left under the same name comes back.
pub async fn accredit(c: &mut Conn, dialogue: &str, new: NewDelegation, now: Moment) -> Stored<String> {
    let departed = store::delegation::departed(c, dialogue, &new.name).await?;
    let back = departed.is_some();
    let delegation = delegation_of(departed.unwrap_or_else(store::new_id), new, now);
    if back {
        store::delegation::update(c, dialogue, &delegation, now).await?;
    } else {
        store::delegation::insert(c, dialogue, &delegation).await?;
    }
    spoken::author(c, dialogue, &delegation.id, now).await?;
    Ok(delegation.id)
}

/// A delegation as the store keeps it.
pub fn delegation_of(id: String, new: NewDelegation, now: Moment) -> Delegation {
    Delegation {
        id,
        name: new.name,
        kind: new.kind,
        country: new.country,
        roles: new.roles,
        negotiating_groups: new.groups,
        observer: new.observer,
        lang: new.lang.code().to_owned(),
        created_at: now,
    }
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
