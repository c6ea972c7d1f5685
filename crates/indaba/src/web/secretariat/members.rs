//! Members and their links. The secretariat invites anybody; a head invites members of the own delegation.

use super::{Choice, Pager, Typed, delegation, delegation_choices, done, tab};
use crate::access::Role;
use crate::qr;
use crate::secret;
use crate::store::invitation::{Seat, Waiting};
use crate::store::person::Invitation;
use crate::store::{self, Conn, Moment};
use crate::web::page::{self, Page};
use crate::web::{Answer, Problem, Visit};
use askama::Template;
use axum::Form;
use axum::extract::{Path, Query};
use axum::http::StatusCode;

/// A link is good for four weeks.
const GOOD: Moment = 28 * 24 * 3_600_000;

#[derive(Template)]
#[template(path = "secretariat/members.html")]
struct Members {
    page: Page,
    slug: String,
    done: String,
    error: String,
    typed: Typed,
    runs: bool,
    delegations: Vec<Choice>,
    roles: Vec<Choice>,
    members: Vec<(Seat, Vec<Choice>)>,
    waiting: Vec<Waiting>,
    without_link: usize,
    pager: Pager,
    days: i64,
}

#[derive(Template)]
#[template(path = "secretariat/links.html")]
struct Links {
    page: Page,
    slug: String,
    links: Vec<Link>,
    days: i64,
}

struct Link {
    delegation: String,
    role: String,
    label: String,
    address: String,
    qr: String,
}

/// The delegation that a visitor may invite into; empty for the secretariat, which may invite into all.
fn own(visit: &Visit) -> Result<String, Problem> {
    if visit.role.runs() { Ok(String::new()) } else { visit.delegation.clone().ok_or_else(Problem::forbidden) }
}

/// `GET /d/{slug}/members`
pub async fn show(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    list(&visit, StatusCode::OK, asked, String::new()).await
}

async fn list(visit: &Visit, status: StatusCode, typed: Typed, error: String) -> Answer {
    let convened = visit.convened()?;
    let (id, own, from) = (&convened.dialogue.id, own(visit)?, typed.from());
    let mut c = visit.read().await?;
    let mut members = store::invitation::members(&mut c, id, &own, from).await?;
    let mut waiting = store::invitation::waiting(&mut c, id, &own, visit.now, from).await?;
    let address = format!("/d/{}/members?from=", convened.dialogue.slug);
    let cut = Pager::cut(&mut members, from, &address);
    let pager = Pager { later: Pager::cut(&mut waiting, from, &address).later.or(cut.later), earlier: cut.earlier };
    let without_link =
        if visit.role.runs() { store::invitation::without_link(&mut c, id, visit.now).await?.len() } else { 0 };
    drop(c);
    page::show_as(
        status,
        &Members {
            slug: convened.dialogue.slug.clone(),
            done: done(visit.l, &typed),
            error,
            runs: visit.role.runs(),
            delegations: delegation_choices(visit, typed.get("delegation"), true).await?,
            roles: roles(visit, typed.get("role")),
            typed,
            members: members.into_iter().map(|m| (fitting(visit, &m), m)).map(|(roles, m)| (m, roles)).collect(),
            waiting,
            without_link,
            pager,
            days: GOOD / 86_400_000,
            page: Page::new(visit, visit.l.t("members-title"), tab(visit)),
        },
    )
}

fn roles(visit: &Visit, chosen: &str) -> Vec<Choice> {
    let all = [
        "head",
        "delegate",
        "adviser",
        "observer",
        "focal_point",
        "host",
        "expert",
        "broker",
        "rapporteur",
        "auditor",
        "secretariat",
    ];
    let offered = if visit.role.runs() { &all[..] } else { &all[..4] };
    offered.iter().map(|role| Choice::new(visit.l, *role, visit.l.w("role", role), chosen)).collect()
}

/// The roles that a place may be given: an observer's members observe, and nobody changes between a delegation and the
/// secretariat.
const fn roles_of(seat: &Seat) -> &'static [&'static str] {
    match (&seat.delegation_id, seat.observer) {
        (Some(_), true) => &["observer"],
        (Some(_), false) => &["head", "delegate", "adviser"],
        (None, _) => &["rapporteur", "auditor", "secretariat"],
    }
}

fn fitting(visit: &Visit, seat: &Seat) -> Vec<Choice> {
    roles_of(seat).iter().map(|role| Choice::new(visit.l, *role, visit.l.w("role", role), &seat.role)).collect()
}

/// `POST /d/{slug}/members/{id}`: another role, or no longer a member. The last head stays, unless the secretariat does
/// it: then a link for a new head is shown.
pub async fn change(visit: Visit, Path((slug, id)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    let dialogue = &visit.convened()?.dialogue.id;
    let own = own(&visit)?;
    let mut c = visit.write().await?;
    let seat = store::invitation::seat(&mut c, dialogue, &own, &id).await?.ok_or_else(Problem::not_found)?;
    let role = if typed.get("act") == "remove" { None } else { Some(typed.get("role")) };
    if role.is_some_and(|role| !roles_of(&seat).contains(&role)) {
        drop(c);
        return list(&visit, StatusCode::UNPROCESSABLE_ENTITY, Typed::default(), visit.l.t("members-role")).await;
    }
    let last = role != Some(seat.role.as_str()) && store::invitation::others(&mut c, dialogue, &seat).await? == 0;
    let link = match Role::parse(&seat.role) {
        Some(Role::Head) if last && visit.role.runs() => Some(head_link(&visit, &mut c, &seat).await?),
        Some(Role::Head | Role::Secretariat) if last => {
            drop(c);
            let why = visit.l.w("members-last", &seat.role);
            return list(&visit, StatusCode::CONFLICT, Typed::default(), why).await;
        }
        _ => None,
    };
    let ended = match role {
        Some(role) => store::invitation::set_role(&mut c, &seat.id, role).await.map(|_| Vec::new())?,
        None => store::invitation::remove(&mut c, &seat).await?,
    };
    c.commit().await?;
    for (token,) in ended {
        visit.app.forget_session(&token);
    }
    let oneself = visit.session.as_ref().is_some_and(|s| s.person_id.as_ref() == Some(&seat.person_id));
    match link {
        Some(link) => show_links(&visit, vec![link]),
        None if oneself => page::go(&format!("/d/{slug}")),
        None => page::go(&format!("/d/{slug}/members?done={}", if role.is_some() { "role" } else { "removed" })),
    }
}

async fn head_link(visit: &Visit, c: &mut Conn, seat: &Seat) -> Result<Link, Problem> {
    let to = seat.delegation_id.clone().zip(seat.delegation.clone());
    make(visit, c, to, Role::Head.as_str(), String::new()).await
}

/// `POST /d/{slug}/members`: one link, shown once.
pub async fn invite(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let own = own(&visit)?;
    let wanted = if own.is_empty() { typed.get("delegation").to_owned() } else { own };
    let role = typed.get("role").to_owned();
    let found = delegation(&visit, &wanted).await?;
    if let Some(reason) = refused(&role, found.as_ref(), visit.role.runs()) {
        return list(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, visit.l.t(reason)).await;
    }
    let of_delegation = !matches!(role.as_str(), "rapporteur" | "auditor" | "secretariat" | "expert");
    let to = found.filter(|_| of_delegation).map(|d| (d.id, d.name));
    let label = typed.get("label").chars().take(120).collect::<String>();
    let mut c = visit.write().await?;
    let link = make(&visit, &mut c, to, &role, label).await?;
    c.commit().await?;
    show_links(&visit, vec![link])
}

/// Why a link into this role can't be made: the key of the reason.
fn refused(role: &str, delegation: Option<&store::delegation::Delegation>, runs: bool) -> Option<&'static str> {
    match (role, delegation) {
        ("rapporteur" | "auditor" | "secretariat" | "broker" | "host" | "expert", _) | ("focal_point", Some(_)) => {
            (!runs).then_some("members-role")
        }
        ("head" | "delegate" | "adviser" | "observer" | "focal_point", None) => Some("members-delegation"),
        ("head" | "delegate" | "adviser", Some(d)) => d.observer.then_some("members-observer-delegation"),
        ("observer", Some(d)) => (!d.observer).then_some("members-not-observer"),
        _ => Some("members-role"),
    }
}

/// Makes a link, in the caller's transaction. The store keeps a hash of it.
async fn make(
    visit: &Visit,
    c: &mut Conn,
    to: Option<(String, String)>,
    role: &str,
    label: String,
) -> Result<Link, Problem> {
    let token = secret::token()?;
    let (delegation_id, delegation) = to.unzip();
    let invitation = Invitation {
        token_hash: secret::hash(&token),
        dialogue_id: Some(visit.convened()?.dialogue.id.clone()),
        delegation_id,
        role: role.to_owned(),
        label: label.clone(),
        expires_at: visit.now + GOOD,
        used_at: None,
    };
    store::person::insert_invitation(c, &invitation, visit.now).await?;
    let address = format!("{}/invitation/{token}", visit.app.config.address);
    let qr = qr::svg(&address, &visit.l.t("qr-link"));
    Ok(Link { delegation: delegation.unwrap_or_default(), role: visit.l.w("role", role), label, address, qr })
}

fn show_links(visit: &Visit, links: Vec<Link>) -> Answer {
    page::show(&Links {
        slug: visit.convened()?.dialogue.slug.clone(),
        links,
        days: GOOD / 86_400_000,
        page: Page::new(visit, visit.l.t("links-title"), tab(visit)),
    })
}

/// `POST /d/{slug}/secretariat/members/heads`: a link for every delegation that has neither a member nor a link.
pub async fn invite_heads(visit: Visit) -> Answer {
    let mut c = visit.write().await?;
    let without = store::invitation::without_link(&mut c, &visit.convened()?.dialogue.id, visit.now).await?;
    let mut links = Vec::new();
    for (id, name, observer) in without {
        let role = if observer { "observer" } else { "head" };
        links.push(make(&visit, &mut c, Some((id, name)), role, String::new()).await?);
    }
    c.commit().await?;
    show_links(&visit, links)
}

/// `POST /d/{slug}/members/withdraw`: a link that waits is no longer good.
pub async fn withdraw(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let convened = visit.convened()?;
    let own = own(&visit)?;
    let mut c = visit.write().await?;
    let n = store::invitation::withdraw(&mut c, &convened.dialogue.id, &own, typed.get("link"), visit.now).await?;
    c.commit().await?;
    page::go(&format!("/d/{}/members?done=withdrawn&n={n}", convened.dialogue.slug))
}
