//! Access codes: made, printed as sheets, and set aside with a reason.

use super::{Pager, Typed, address, changed_everywhere, done, moderation};
use crate::qr;
use crate::secret;
use crate::store::code::{AccessCode, Batch};
use crate::store::health::Health;
use crate::store::{self, Conn};
use crate::web::page::{self, Page, Tab};
use crate::web::{Answer, Problem, Visit};
use askama::Template;
use axum::Form;
use axum::extract::Query;
use axum::http::StatusCode;

/// Codes made at once at most.
const AT_ONCE: i64 = 1_000;
/// Participants that one code lets in at most.
const USES: i64 = 10_000;
/// Codes on one printed page.
const ON_A_SHEET: i64 = 12;

#[derive(Template)]
#[template(path = "secretariat/codes.html")]
struct Codes {
    page: Page,
    slug: String,
    done: String,
    error: String,
    typed: Typed,
    batches: Vec<Batch>,
    codes: Vec<AccessCode>,
    health: Health,
    network_participants: u32,
    pager: Pager,
}

#[derive(Template)]
#[template(path = "secretariat/code_sheet.html")]
struct Sheet {
    page: Page,
    codes: Vec<(String, String)>,
    join: String,
    pager: Pager,
}

/// `GET /d/{slug}/secretariat/codes`
pub async fn show(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    list(&visit, StatusCode::OK, asked, String::new()).await
}

async fn list(visit: &Visit, status: StatusCode, typed: Typed, error: String) -> Answer {
    let convened = visit.convened()?;
    let from = typed.from();
    let mut c = visit.read().await?;
    let mut codes = store::code::page(&mut c, &convened.dialogue.id, 101, from).await?;
    page::show_as(
        status,
        &Codes {
            slug: convened.dialogue.slug.clone(),
            done: done(visit.l, &typed),
            error,
            pager: Pager::cut(&mut codes, from, &format!("{}?from=", address(visit, "/codes")?)),
            batches: store::code::batches(&mut c, &convened.dialogue.id).await?,
            codes,
            health: store::health::of(&mut c, &convened.dialogue.id).await?,
            network_participants: convened.settings.network_participants,
            typed,
            page: Page::new(visit, visit.l.t("codes-title"), Tab::Secretariat),
        },
    )
}

/// `POST /d/{slug}/secretariat/codes`
pub async fn make(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let wanted = (typed.number("count"), typed.number("uses"));
    let (Some(count @ 1..=AT_ONCE), Some(uses @ 1..=USES)) = wanted else {
        let error = visit.l.t2("codes-numbers", "count", AT_ONCE, "uses", USES);
        return list(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, error).await;
    };
    let label: String = typed.get("label").chars().take(120).collect();
    let mut c = visit.write().await?;
    for _ in 0..count {
        insert(&visit, &mut c, &label, uses).await?;
    }
    c.commit().await?;
    page::go(&format!("{}/sheet?made={}", address(&visit, "/codes")?, visit.now))
}

async fn insert(visit: &Visit, c: &mut Conn, label: &str, uses_max: i64) -> Result<(), Problem> {
    let dialogue = &visit.convened()?.dialogue.id;
    let mut code = secret::code()?;
    while store::code::by_code(c, dialogue, &code).await?.is_some() {
        code = secret::code()?;
    }
    let made = AccessCode {
        id: store::new_id(),
        code,
        label: label.to_owned(),
        uses_max,
        uses: 0,
        created_at: visit.now,
        set_aside_at: None,
        set_aside_reason: None,
    };
    Ok(store::code::insert(c, dialogue, &made).await?)
}

/// `GET /d/{slug}/secretariat/codes/sheet?made=…`: the codes of one making, to print and cut.
pub async fn sheet(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    let convened = visit.convened()?;
    let (made, from) = (asked.number("made").ok_or_else(Problem::not_found)?, asked.from());
    let mut c = visit.read().await?;
    let mut codes = store::code::made_at(&mut c, &convened.dialogue.id, made, 10 * ON_A_SHEET + 1, from).await?;
    let step = 10 * ON_A_SHEET;
    let more = codes.len() as i64 > step;
    codes.truncate(step as usize);
    let here = format!("{}/sheet?made={made}&from=", address(&visit, "/codes")?);
    let join = format!("{}/d/{}/join", visit.app.config.address, convened.dialogue.slug);
    let label = visit.l.t("qr-code");
    page::show(&Sheet {
        codes: codes.iter().map(|k| (k.code.clone(), qr::svg(&format!("{join}?code={}", k.code), &label))).collect(),
        join,
        pager: Pager {
            earlier: (from > 0).then(|| format!("{here}{}", (from - step).max(0))),
            later: more.then(|| format!("{here}{}", from + step)),
        },
        page: Page::new(&visit, visit.l.t("code-sheet-title"), Tab::Secretariat),
    })
}

/// `POST /d/{slug}/secretariat/codes/set-aside`: those who came with a code, or with any code of a sheet, no longer
/// count in any result.
pub async fn set_aside(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    decide(&visit, typed, "set_aside").await
}

/// `POST /d/{slug}/secretariat/codes/take-in`: they count again.
pub async fn take_in(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    decide(&visit, typed, "restore").await
}

/// One decision about one code (`code`) or about all that were made together (`made`).
async fn decide(visit: &Visit, typed: Typed, decision: &str) -> Answer {
    let dialogue = &visit.convened()?.dialogue.id;
    let reason: String = typed.get("reason").chars().take(500).collect();
    if reason.is_empty() {
        return list(visit, StatusCode::UNPROCESSABLE_ENTITY, typed, visit.l.t("reason-needed")).await;
    }
    let (code, made, now) = (typed.get("code"), typed.number("made"), visit.now);
    let mut c = visit.write().await?;
    let touched = match (decision, made) {
        ("set_aside", None) => store::code::set_aside(&mut c, dialogue, code, &reason, now).await?,
        ("set_aside", Some(made)) => store::code::set_batch_aside(&mut c, dialogue, made, &reason, now).await?,
        (_, None) => store::code::take_in(&mut c, dialogue, code).await?,
        (_, Some(made)) => store::code::take_batch_in(&mut c, dialogue, made).await?,
    };
    if touched == 0 {
        return Err(Problem::conflict("problem-code-gone"));
    }
    let (kind, id) = made.map_or(("code", code.to_owned()), |made| ("codes", made.to_string()));
    moderation::record(visit, &mut c, kind, &id, decision, reason).await?;
    c.commit().await?;
    changed_everywhere(visit)?;
    let done = if decision == "set_aside" { "set-aside" } else { "taken-in" };
    page::go(&format!("{}?done={done}&n={touched}", address(visit, "/codes")?))
}
