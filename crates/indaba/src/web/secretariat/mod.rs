//! The secretariat's pages, one file for each noun. This one has the overview, and what the others share.

pub mod codes;
pub mod delegation;
pub mod delegations;
pub mod entry;
pub mod members;
pub mod moderation;
pub mod printout;
pub mod responses;
pub mod serial;
pub mod settings;
pub mod sheets;
pub mod spoken;
pub mod statements;

use super::page::{self, Page, Tab, state_words};
use super::{Answer, Problem, Visit};
use crate::access::{Action, allows};
use crate::lang::{L, LANGUAGES, dir_of};
use crate::store::{self, health::Health};
use crate::words::{Attribution, DialogueState};
use askama::Template;
use axum::extract::Multipart;

/// What a list shows on one page.
pub const LISTED: usize = 100;

/// What was typed into a form, or asked for in an address: pairs in their order, names may come twice.
#[derive(Debug, Clone, Default, serde::Deserialize)]
#[serde(transparent)]
pub struct Typed(pub Vec<(String, String)>);

impl Typed {
    /// The first value with a name, trimmed; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, value)| value.trim())
    }

    /// Whether a box with this name and value was ticked.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.0.iter().any(|(n, v)| n == name && v == value)
    }

    /// All values with a name.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(n, _)| n == name).map(|(_, v)| v.trim()).collect()
    }

    /// A whole number.
    pub fn number(&self, name: &str) -> Option<i64> {
        self.get(name).parse().ok()
    }

    /// Where a list begins.
    pub fn from(&self) -> i64 {
        self.number("from").filter(|from| (0..1_000_000).contains(from)).unwrap_or(0)
    }
}

/// Where pages stand that the secretariat and delegations share.
pub fn tab(visit: &Visit) -> Tab {
    if visit.delegation.is_some() { Tab::Delegation } else { Tab::Secretariat }
}

/// The pages before and after one of a list.
#[derive(Debug, Default)]
pub struct Pager {
    /// Address of the page before.
    pub earlier: Option<String>,
    /// Address of the page after.
    pub later: Option<String>,
}

impl Pager {
    /// Cuts a list that was read one longer than a page. `address` ends before the number.
    pub fn cut<T>(rows: &mut Vec<T>, from: i64, address: &str) -> Pager {
        let more = rows.len() > LISTED;
        rows.truncate(LISTED);
        let step = LISTED as i64;
        Pager {
            earlier: (from > 0).then(|| format!("{address}{}", (from - step).max(0))),
            later: more.then(|| format!("{address}{}", from + step)),
        }
    }
}

/// Something to choose from: value, label, chosen.
#[derive(Debug)]
pub struct Choice {
    /// What the form sends.
    pub value: String,
    /// What is read.
    pub label: String,
    /// Language of the label.
    pub lang: String,
    /// Direction of the label.
    pub dir: &'static str,
    /// Chosen already.
    pub chosen: bool,
}

impl Choice {
    /// One entry in the language of the page.
    pub fn new(l: L, value: impl Into<String>, label: impl Into<String>, chosen: &str) -> Choice {
        let value = value.into();
        Choice { chosen: value == chosen, value, label: label.into(), lang: l.code().to_owned(), dir: l.dir() }
    }
}

/// The six languages.
pub fn languages(chosen: &str) -> Vec<Choice> {
    let entry = |row: &crate::lang::Language| Choice {
        value: row.code.to_owned(),
        label: row.name.to_owned(),
        lang: row.code.to_owned(),
        dir: row.dir,
        chosen: row.code == chosen,
    };
    LANGUAGES.iter().map(entry).collect()
}

/// Attributions with at least the dialogue's protection.
pub fn attributions(visit: &Visit, chosen: &str) -> Result<Vec<Choice>, Problem> {
    let rule = visit.convened()?.dialogue.attribution;
    let chosen = if chosen.is_empty() { rule.as_str() } else { chosen };
    let strong = Attribution::ALL.iter().filter(|a| **a >= rule);
    Ok(strong.map(|a| Choice::new(visit.l, a.as_str(), visit.l.w("attribution", a), chosen)).collect())
}

/// The published questions, by reference.
pub fn questions(visit: &Visit, chosen: &str) -> Result<Vec<Choice>, Problem> {
    let published = visit.convened()?.questions.iter().filter(|q| q.state == "published");
    let entry = |q: &store::question::Question| Choice {
        value: q.reference.clone(),
        label: format!("{} {}", q.reference, shortened(&q.text, 90)),
        lang: q.lang.clone(),
        dir: dir_of(&q.lang),
        chosen: q.reference == chosen,
    };
    Ok(published.map(entry).collect())
}

/// The beginning of a text, with an ellipsis where it was cut.
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(most).collect();
    short.push('…');
    short
}

/// The delegations of the dialogue, by name. An empty first entry asks to choose.
pub async fn delegation_choices(visit: &Visit, chosen: &str, observers: bool) -> Result<Vec<Choice>, Problem> {
    let all = store::delegation::all(&mut visit.read().await?, &visit.convened()?.dialogue.id).await?;
    let kept = all.into_iter().filter(|d| observers || !d.observer);
    Ok(kept
        .map(|d| Choice { chosen: d.id == chosen, value: d.id, label: d.name, dir: dir_of(&d.lang), lang: d.lang })
        .collect())
}

/// A delegation of this dialogue.
pub async fn delegation(visit: &Visit, id: &str) -> Result<Option<store::delegation::Delegation>, Problem> {
    let all = store::delegation::all(&mut visit.read().await?, &visit.convened()?.dialogue.id).await?;
    Ok(all.into_iter().find(|d| d.id == id))
}

/// The address of one of these pages.
pub fn address(visit: &Visit, rest: &str) -> Result<String, Problem> {
    Ok(format!("/d/{}/secretariat{rest}", visit.convened()?.dialogue.slug))
}

/// Refuses where the dialogue is closed. The secretariat works in one that is being prepared too.
pub fn not_closed(visit: &Visit) -> Result<(), Problem> {
    match visit.convened()?.dialogue.state_at(visit.now) {
        DialogueState::Closed => Err(Problem::conflict("problem-closed")),
        _ => Ok(()),
    }
}

/// What was done, said on the next page: `?done=sheets&n=3&again=1`.
pub fn done(l: L, asked: &Typed) -> String {
    const SAID: [&str; 20] = [
        "accredited",
        "described",
        "deleted",
        "departed",
        "erased",
        "role",
        "removed",
        "taken-in",
        "perspectives",
        "withdrawn",
        "set-aside",
        "decided",
        "seen",
        "entered",
        "corrected",
        "taken-back",
        "answers",
        "sheets",
        "marked",
        "settings",
    ];
    match SAID.iter().find(|word| **word == asked.get("done")) {
        Some(word) => {
            let (n, again) = (asked.number("n").unwrap_or(1), asked.number("again").unwrap_or(0));
            l.t2(&format!("done-{word}"), "n", n, "again", again)
        }
        None => String::new(),
    }
}

/// The fields and the file of a form with an upload.
pub async fn uploaded(mut form: Multipart) -> Result<(Typed, Option<(String, Vec<u8>)>), Problem> {
    let (mut typed, mut file) = (Typed::default(), None);
    while let Some(field) = form.next_field().await.map_err(|_| Problem::bad("problem-upload"))? {
        let name = field.name().unwrap_or("").to_owned();
        let file_name = field.file_name().map(str::to_owned);
        let bytes = field.bytes().await.map_err(|_| Problem::too_large("problem-upload-large"))?;
        match file_name {
            Some(file_name) if !bytes.is_empty() => file = Some((file_name, bytes.to_vec())),
            Some(_) => {}
            None => typed.0.push((name, String::from_utf8_lossy(&bytes).into_owned())),
        }
    }
    Ok((typed, file))
}

/// Forgets and tells what changed under a question.
pub fn changed(visit: &Visit, question: &str) -> Result<(), Problem> {
    visit.app.forget(&visit.convened()?.dialogue.slug, Some(question));
    visit.app.live.tell(question, crate::live::News::Perspectives);
    Ok(())
}

/// Forgets and tells what changed for all questions at once: who counts, and under which description.
pub fn changed_everywhere(visit: &Visit) -> Result<(), Problem> {
    let convened = visit.convened()?;
    for question in &convened.questions {
        visit.app.forget(&convened.dialogue.slug, Some(&question.id));
        visit.app.live.tell(&question.id, crate::live::News::Perspectives);
        visit.app.live.tell(&question.id, crate::live::News::Responses);
    }
    Ok(())
}

#[derive(Template)]
#[template(path = "secretariat/overview.html")]
struct Overview {
    page: Page,
    slug: String,
    state: String,
    health: Health,
    waiting: usize,
    silent: Vec<String>,
    without_link: usize,
    manages: bool,
    questions: Vec<Choice>,
}

/// `GET /d/{slug}/secretariat`
pub async fn overview(visit: Visit) -> Answer {
    let convened = visit.convened()?;
    let id = &convened.dialogue.id;
    let mut c = visit.read().await?;
    page::show(&Overview {
        slug: convened.dialogue.slug.clone(),
        state: state_words(visit.l, &convened.dialogue, visit.now),
        health: store::health::of(&mut c, id).await?,
        waiting: store::moderation::waiting(&mut c, id).await?,
        silent: store::health::silent(&mut c, id).await?.into_iter().map(|(name,)| name).collect(),
        without_link: store::invitation::without_link(&mut c, id, visit.now).await?.len(),
        manages: allows(visit.role, Action::ManageDialogue),
        questions: questions(&visit, "")?,
        page: Page::new(&visit, visit.l.t("secretariat-title"), Tab::Secretariat),
    })
}
