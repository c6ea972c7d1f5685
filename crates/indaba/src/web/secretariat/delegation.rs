//! One delegation: described anew, or taken out of the dialogue with a reason. What its leaving does stands on the page
//! before it happens.

use super::delegations::{Fields, delegation_of, described};
use super::{Typed, address, changed_everywhere, delegation, done, moderation};
use crate::blocs;
use crate::store::delegation::Delegation;
use crate::store::departure::{self, Given};
use crate::store::{self, Conn};
use crate::web::page::{self, Page, Tab};
use crate::web::{Answer, Problem, Visit};
use crate::words::split;
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use std::collections::HashSet;

#[derive(Template)]
#[template(path = "secretariat/delegation.html")]
struct One {
    page: Page,
    slug: String,
    done: String,
    errors: Vec<String>,
    refused: String,
    fields: Fields,
    id: String,
    lang: String,
    reason: String,
    given: Given,
}

/// `GET /d/{slug}/secretariat/delegations/{id}`
pub async fn show(visit: Visit, Path((_, id)): Path<(String, String)>, Query(asked): Query<Typed>) -> Answer {
    let found = known(&visit, &id).await?;
    let kept = Typed([fields_of(&found), asked.0].concat());
    one(&visit, StatusCode::OK, &found, &kept, Vec::new(), String::new()).await
}

async fn known(visit: &Visit, id: &str) -> Result<Delegation, Problem> {
    delegation(visit, id).await?.ok_or_else(Problem::not_found)
}

/// What the form would send for a delegation as it stands.
fn fields_of(d: &Delegation) -> Vec<(String, String)> {
    let mut fields = vec![
        ("name", d.name.as_str()),
        ("kind", d.kind.as_str()),
        ("country", &d.country),
        ("groups", &d.negotiating_groups),
        ("lang", &d.lang),
        ("observer", if d.observer { "yes" } else { "" }),
    ];
    fields.extend(split(&d.roles).map(|role| ("roles", role)));
    fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

async fn one(
    visit: &Visit,
    status: StatusCode,
    d: &Delegation,
    typed: &Typed,
    errors: Vec<String>,
    refused: String,
) -> Answer {
    page::show_as(
        status,
        &One {
            slug: visit.convened()?.dialogue.slug.clone(),
            done: done(visit.l, typed),
            errors,
            refused,
            fields: Fields::new(visit.l, typed, &d.lang),
            id: d.id.clone(),
            lang: d.lang.clone(),
            reason: typed.get("reason").to_owned(),
            given: departure::given(&mut visit.read().await?, &d.id).await?,
            page: Page::new(visit, d.name.clone(), Tab::Secretariat),
        },
    )
}

/// `POST /d/{slug}/secretariat/delegations/{id}`: every field, by the rules of accrediting.
pub async fn describe(visit: Visit, Path((_, id)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let old = known(&visit, &id).await?;
    let dialogue = &visit.convened()?.dialogue.id;
    let again = |errors| one(&visit, StatusCode::UNPROCESSABLE_ENTITY, &old, &typed, errors, String::new());
    let new = match described(&visit, &typed, &others(&visit, &old).await?)? {
        Ok(new) => new.into_iter().next().ok_or_else(|| Problem::bad("problem-form"))?,
        Err(errors) => return again(errors).await,
    };
    let mut c = visit.write().await?;
    // A name that one who has left keeps would be two delegations in the record.
    if store::delegation::departed(&mut c, dialogue, &new.name).await?.is_some() {
        drop(c);
        return again(vec![visit.l.t1("delegation-name-taken", "found", &new.name)]).await;
    }
    let new = Delegation { created_at: old.created_at, ..delegation_of(old.id.clone(), new, visit.now) };
    // Once it is closed there is no later publication that a correction could wait for.
    if blocs::of(&new) != blocs::of(&old) && visit.open().is_ok() {
        blocs::hold(&mut c, dialogue, &old).await?;
    }
    store::delegation::update(&mut c, dialogue, &new, visit.now).await?;
    if new.observer != old.observer {
        store::invitation::follow_observer(&mut c, &new.id, new.observer, visit.now).await?;
    }
    c.commit().await?;
    changed_everywhere(&visit)?;
    page::go(&format!("{}?done=described", address(&visit, &format!("/delegations/{id}"))?))
}

/// Names of the other delegations.
async fn others(visit: &Visit, but: &Delegation) -> Result<HashSet<String>, Problem> {
    let all = store::delegation::all(&mut visit.read().await?, &visit.convened()?.dialogue.id).await?;
    Ok(all.into_iter().filter(|d| d.id != but.id).map(|d| d.name).collect())
}

/// `POST /d/{slug}/secretariat/delegations/{id}/remove`: with a reason. One that has given nothing is deleted; else what
/// it gave is withdrawn, or erased where that is asked for.
pub async fn remove(visit: Visit, Path((_, id)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let old = known(&visit, &id).await?;
    let reason: String = typed.get("reason").chars().take(500).collect();
    if reason.is_empty() {
        let kept = Typed(fields_of(&old));
        let why = visit.l.t("reason-needed");
        return one(&visit, StatusCode::UNPROCESSABLE_ENTITY, &old, &kept, Vec::new(), why).await;
    }
    let mut c = visit.write().await?;
    let ended = departure::end_access(&mut c, &id).await?;
    if !old.observer {
        blocs::hold(&mut c, &visit.convened()?.dialogue.id, &old).await?;
    }
    let done = leave(&visit, &mut c, &id, typed.get("erase") == "yes").await?;
    moderation::record(&visit, &mut c, "delegation", &id, done, reason).await?;
    c.commit().await?;
    for (token,) in ended {
        visit.app.forget_session(&token);
    }
    changed_everywhere(&visit)?;
    page::go(&format!("{}?done={done}", address(&visit, "/delegations")?))
}

/// Takes it out, and gives the word for how: also that of the decision in the record.
async fn leave(visit: &Visit, c: &mut Conn, id: &str, erase: bool) -> Result<&'static str, Problem> {
    Ok(if departure::given(c, id).await?.nothing() {
        departure::delete(c, id).await?;
        "deleted"
    } else if erase {
        departure::erase(c, id, visit.now).await?;
        "erased"
    } else {
        departure::withdraw(c, id, visit.now).await?;
        "departed"
    })
}
