//! Prepared statements: a delegation brings its text or file, and marks the perspectives in it.

use super::entry::{encoded, question_of};
use super::spoken::{self, Spoken, protection, wording};
use super::{
    Choice, LISTED, Pager, Typed, attributions, changed, delegation_choices, done, languages, questions, tab, uploaded,
};
use crate::access::Role;
use crate::lang::{L, Lang};
use crate::opening;
use crate::store;
use crate::store::prepared::Statement;
use crate::web::page::{self, Page};
use crate::web::{Answer, Problem, Visit};
use crate::words::{EnteredBy, Moderation, PerspectiveState};
use askama::Template;
use axum::Form;
use axum::extract::{Multipart, Path, Query};
use axum::http::StatusCode;

/// Passages kept of one statement.
const PASSAGES: usize = 2_000;

#[derive(Template)]
#[template(path = "secretariat/statements.html")]
struct Statements {
    page: Page,
    slug: String,
    error: String,
    typed: Typed,
    for_others: bool,
    delegations: Vec<Choice>,
    attributions: Vec<Choice>,
    languages: Vec<Choice>,
    rows: Vec<Statement>,
    pager: Pager,
}

/// Brings statements for any delegation.
fn for_others(visit: &Visit) -> bool {
    visit.role.runs() || visit.role == Role::Rapporteur
}

/// The delegation whose statements a visitor sees; empty for those who see all.
fn own(visit: &Visit) -> Result<String, Problem> {
    if for_others(visit) { Ok(String::new()) } else { visit.delegation.clone().ok_or_else(Problem::forbidden) }
}

/// `GET /d/{slug}/statements`
pub async fn show(visit: Visit, Query(asked): Query<Typed>) -> Answer {
    list(&visit, StatusCode::OK, asked, String::new()).await
}

async fn list(visit: &Visit, status: StatusCode, typed: Typed, error: String) -> Answer {
    let convened = visit.convened()?;
    let from = typed.from();
    let mut rows = store::prepared::all(&mut visit.read().await?, &convened.dialogue.id, &own(visit)?, from).await?;
    let lang = if typed.get("lang").is_empty() { visit.l.code() } else { typed.get("lang") };
    page::show_as(
        status,
        &Statements {
            slug: convened.dialogue.slug.clone(),
            error,
            for_others: for_others(visit),
            delegations: delegation_choices(visit, typed.get("delegation"), true).await?,
            attributions: attributions(visit, typed.get("attribution"))?,
            languages: languages(lang),
            pager: Pager::cut(&mut rows, from, &format!("/d/{}/statements?from=", convened.dialogue.slug)),
            rows,
            typed,
            page: Page::new(visit, visit.l.t("statements-title"), tab(visit)),
        },
    )
}

/// `POST /d/{slug}/statements`
pub async fn bring(visit: Visit, form: Multipart) -> Answer {
    let convened = visit.open()?;
    let (typed, file) = uploaded(form).await?;
    let own = own(&visit)?;
    let whose = if own.is_empty() { typed.get("delegation").to_owned() } else { own };
    let again = |typed: Typed, text: String| list(&visit, StatusCode::UNPROCESSABLE_ENTITY, typed, text);
    let Some(delegation) = super::delegation(&visit, &whose).await? else {
        return again(typed, visit.l.t("entry-delegation")).await;
    };
    let passages = match passages(visit.l, typed.get("text"), file).await {
        Ok(passages) if passages.is_empty() => return again(typed, visit.l.t("statement-empty")).await,
        Ok(passages) => passages,
        Err(reason) => {
            let text = visit.l.t1("statement-refused", "reason", reason);
            return again(typed, text).await;
        }
    };
    let title: String = typed.get("title").chars().take(200).collect();
    let statement = Statement {
        id: store::new_id(),
        title: if title.is_empty() { super::shortened(&passages[0], 80) } else { title },
        delegation: delegation.name,
        delegation_id: delegation.id,
        lang: Lang::parse(typed.get("lang")).unwrap_or(visit.l.0).code().to_owned(),
        passages: serde_json::to_string(&passages).unwrap_or_default(),
        attribution: protection(convened.dialogue.attribution, typed.get("attribution")),
        created_at: visit.now,
    };
    let mut c = visit.write().await?;
    store::prepared::insert(&mut c, &convened.dialogue.id, &statement).await?;
    c.commit().await?;
    page::go(&format!("/d/{}/statements/{}", convened.dialogue.slug, statement.id))
}

/// The passages of a typed text or a file, each short enough to be a perspective where its sentences allow it.
async fn passages(l: L, text: &str, file: Option<(String, Vec<u8>)>) -> Result<Vec<String>, String> {
    let paragraphs = match file {
        Some((name, bytes)) => {
            opening::passages_in_child(&name, bytes).await.map_err(|error| l.w("refused", error.kind()))?
        }
        None => text.lines().map(str::to_owned).collect(),
    };
    let cut = paragraphs.iter().flat_map(|paragraph| cut(paragraph)).take(PASSAGES);
    Ok(cut.collect())
}

/// A paragraph in pieces of whole sentences of at most a perspective's length; a longer sentence stays whole and is
/// shortened by the person who marks it.
fn cut(paragraph: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for sentence in paragraph.split_inclusive(['.', '!', '?', '。', '؟']) {
        match pieces.last_mut() {
            Some(piece) if fits(piece, sentence) => piece.push_str(sentence),
            _ => pieces.push(sentence.to_owned()),
        }
    }
    pieces.iter().map(|p| p.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|p| !p.is_empty()).collect()
}

/// Whether a sentence joins the piece before it. A full stop inside a number or an abbreviation ends nothing.
fn fits(piece: &str, sentence: &str) -> bool {
    let inside = !sentence.starts_with(char::is_whitespace);
    inside || piece.chars().count() + sentence.chars().count() <= crate::delegations_csv::LONGEST
}

#[derive(Template)]
#[template(path = "secretariat/statement.html")]
struct Marking {
    page: Page,
    slug: String,
    done: String,
    errors: Vec<String>,
    statement: Statement,
    marked: Vec<(String, String)>,
    questions: Vec<Choice>,
    attributions: Vec<Choice>,
    passages: Vec<Passage>,
    from: i64,
    pager: Pager,
}

struct Passage {
    at: usize,
    text: String,
    ticked: bool,
}

async fn found(visit: &Visit, id: &str) -> Result<Statement, Problem> {
    let own = own(visit)?;
    let found = store::prepared::by_id(&mut visit.read().await?, &visit.convened()?.dialogue.id, id).await?;
    found.filter(|s| own.is_empty() || s.delegation_id == own).ok_or_else(Problem::not_found)
}

/// `GET /d/{slug}/statements/{id}`
pub async fn read(visit: Visit, Path((_, id)): Path<(String, String)>, Query(asked): Query<Typed>) -> Answer {
    let statement = found(&visit, &id).await?;
    marking(&visit, StatusCode::OK, statement, &asked, Vec::new()).await
}

async fn marking(visit: &Visit, status: StatusCode, s: Statement, typed: &Typed, errors: Vec<String>) -> Answer {
    let convened = visit.convened()?;
    let all: Vec<String> = serde_json::from_str(&s.passages).unwrap_or_default();
    let from = typed.from();
    let passage = |(at, text): (usize, String)| {
        let typed_text = typed.get(&format!("text-{at}"));
        Passage {
            at,
            ticked: !typed.get(&format!("mark-{at}")).is_empty(),
            text: if typed_text.is_empty() { text } else { typed_text.to_owned() },
        }
    };
    let mut passages: Vec<_> = all.into_iter().enumerate().skip(from as usize).take(LISTED + 1).map(passage).collect();
    let chosen = if typed.get("attribution").is_empty() { s.attribution.as_str() } else { typed.get("attribution") };
    page::show_as(
        status,
        &Marking {
            slug: convened.dialogue.slug.clone(),
            done: done(visit.l, typed),
            errors,
            marked: store::prepared::marked(&mut visit.read().await?, &s.id).await?,
            questions: questions(visit, typed.get("question"))?,
            attributions: attributions(visit, chosen)?,
            pager: Pager::cut(&mut passages, from, &format!("/d/{}/statements/{}?from=", convened.dialogue.slug, s.id)),
            passages,
            from,
            statement: s,
            page: Page::new(visit, visit.l.t("statement-title"), tab(visit)),
        },
    )
}

/// `POST /d/{slug}/statements/{id}`: the ticked passages become perspectives under the chosen question; all or none.
pub async fn mark(visit: Visit, Path((slug, id)): Path<(String, String)>, Form(typed): Form<Typed>) -> Answer {
    visit.open()?;
    let statement = found(&visit, &id).await?;
    let question = question_of(&visit, &typed)?.id.clone();
    let (texts, errors) = ticked(&visit, &typed, &question).await?;
    if !errors.is_empty() {
        return marking(&visit, StatusCode::UNPROCESSABLE_ENTITY, statement, &typed, errors).await;
    }
    let n = texts.len();
    keep(&visit, &statement, &question, texts, &typed).await?;
    changed(&visit, &question)?;
    let (reference, from) = (encoded(typed.get("question")), typed.from());
    page::go(&format!("/d/{slug}/statements/{id}?done=marked&n={n}&question={reference}&from={from}"))
}

/// The wordings that were ticked, and what is wrong with them.
async fn ticked(visit: &Visit, typed: &Typed, question: &str) -> Result<(Vec<String>, Vec<String>), Problem> {
    let board = visit.app.board(question).await?;
    let (mut texts, mut errors): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let marks = typed.0.iter().filter_map(|(name, _)| name.strip_prefix("mark-")?.parse::<usize>().ok());
    for at in marks.take(LISTED) {
        let said = |text: &String| texts.contains(text) || board.perspectives.iter().any(|p| p.text == *text);
        match wording(typed.get(&format!("text-{at}"))) {
            Ok(text) if said(&text) => errors.push(visit.l.t1("statement-said", "n", at + 1)),
            Ok(text) => texts.push(text),
            Err(reason) => errors.push(visit.l.t2("statement-passage", "n", at + 1, "why", visit.l.t(reason))),
        }
    }
    if texts.is_empty() && errors.is_empty() {
        errors.push(visit.l.t("statement-none"));
    }
    Ok((texts, errors))
}

async fn keep(visit: &Visit, s: &Statement, question: &str, texts: Vec<String>, typed: &Typed) -> Result<(), Problem> {
    let convened = visit.convened()?;
    let dialogue = &convened.dialogue;
    let state = match visit.role {
        Role::Adviser => PerspectiveState::Draft,
        _ if for_others(visit) || dialogue.moderation == Moderation::After => PerspectiveState::Published,
        _ => PerspectiveState::Pending,
    };
    let mut c = visit.write().await?;
    let author = spoken::author(&mut c, &dialogue.id, &s.delegation_id, visit.now).await?;
    for text in texts {
        let spoken = Spoken {
            question: question.to_owned(),
            author: author.clone(),
            text,
            lang: s.lang.clone(),
            paragraph: None,
            attribution: protection(s.attribution, typed.get("attribution")).max(dialogue.attribution),
            on_behalf_of: None,
            statement: Some(s.id.clone()),
            state,
            entered_by: if for_others(visit) { EnteredBy::Secretariat } else { EnteredBy::Author },
        };
        spoken::keep(&mut c, &dialogue.id, spoken, visit.now).await?;
    }
    Ok(c.commit().await?)
}
