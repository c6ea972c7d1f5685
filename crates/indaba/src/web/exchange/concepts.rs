//! A skill or an occupation, named in words: what the words may mean, concepts of the server's own for what the vocabulary
//! lacks, and the broker's list of these. One is kept together with the need or the offer that names it, and suggested to
//! others only once a broker has listed it: named in an offer alone, it would tell of that offer.

use super::super::secretariat::{Choice, Typed};
use super::super::{Answer, Problem, Visit};
use super::typed::Troubles;
use super::{Page, Tab, address, country_of, page};
use crate::exchange::matching;
use crate::exchange::profile::SKILLS;
use crate::secret;
use crate::store::concept::Concept;
use crate::store::{self, Conn};
use askama::Template;
use axum::Form;

/// Characters of a label.
const WORDS: usize = 120;

/// A row of the form in which a concept is named in words.
#[derive(Debug)]
pub struct ConceptRow {
    /// `skill-1`, `occupation`.
    pub name: String,
    /// What was typed.
    pub typed: String,
    /// Level chosen.
    pub level: String,
    /// What was chosen before, and the words that it was chosen for.
    pub chosen: String,
    /// Those words.
    pub was: String,
    /// What it may mean; empty while that is clear.
    pub meanings: Vec<Choice>,
}

/// The row of a form with what was typed.
pub(super) fn row(visit: &Visit, typed: &Typed, name: &str, level: &str) -> ConceptRow {
    let words = typed.get(name);
    let chosen = typed.get(&format!("concept-{name}"));
    let open = !words.is_empty() && meaning(visit, typed, name).is_none();
    ConceptRow {
        name: name.to_owned(),
        typed: words.to_owned(),
        level: if level.is_empty() { String::new() } else { typed.get(level).to_owned() },
        chosen: chosen.to_owned(),
        was: typed.get(&format!("was-{name}")).to_owned(),
        meanings: if open { meanings(visit, words, chosen) } else { Vec::new() },
    }
}

/// What words may mean: concepts whose labels are near, and a concept of one's own below each of the nearest.
fn meanings(visit: &Visit, words: &str, chosen: &str) -> Vec<Choice> {
    let l = visit.l;
    let hits = matching::search(&visit.app, words, l.code(), 8);
    let near = hits.iter().map(|meant| {
        let label = l.t2("concept-of-kind", "label", &meant.label, "kind", l.w("concept-kind", meant.kind));
        Choice::new(l, meant.id.clone(), label, chosen)
    });
    let own = hits.iter().take(3).map(|meant| {
        let label = l.t2("concept-own", "words", words, "broader", &meant.label);
        Choice::new(l, format!("under:{}", meant.id), label, chosen)
    });
    near.chain(own).collect()
}

enum Meaning {
    Concept(String),
    /// Below this concept.
    Own(String),
}

/// What a row means: a concept, or a concept of one's own below one. None while it is not clear.
fn meaning(visit: &Visit, typed: &Typed, name: &str) -> Option<Meaning> {
    let words = typed.get(name);
    let vocabulary = visit.app.vocabulary();
    let chosen = typed.get(&format!("concept-{name}"));
    // A choice holds for the words it was offered for.
    if !chosen.is_empty() && typed.get(&format!("was-{name}")) == words {
        if let Some(broader) = chosen.strip_prefix("under:") {
            return matching::known(&vocabulary, broader).then(|| Meaning::Own(broader.to_owned()));
        }
        return matching::known(&vocabulary, chosen).then(|| Meaning::Concept(chosen.to_owned()));
    }
    matching::exactly(&visit.app, words, visit.l.code()).map(Meaning::Concept)
}

/// Reads a row: the id of its concept. One of the server's own that is not kept yet has its id already.
pub(super) async fn read(visit: &Visit, typed: &Typed, name: &str, troubles: &mut Troubles) -> Result<String, Problem> {
    let words = typed.get(name);
    if words.is_empty() {
        return Ok(String::new());
    }
    if words.chars().count() > WORDS {
        troubles.add(name, visit.l.t1("trouble-long", "n", WORDS));
        return Ok(String::new());
    }
    match meaning(visit, typed, name) {
        Some(Meaning::Concept(id)) => return Ok(id),
        Some(Meaning::Own(_)) => return own_id(&mut visit.read().await?, words, visit.l.code()).await,
        None if meanings(visit, words, "").is_empty() => troubles.add(name, visit.l.t("trouble-concept-unknown")),
        None => troubles.add(name, visit.l.t("trouble-concept-choose")),
    }
    Ok(String::new())
}

/// The id of a concept of the server's own. It follows from the label, so that the same words name the same concept,
/// whoever types them and however often.
async fn own_id(c: &mut Conn, words: &str, lang: &str) -> Result<String, Problem> {
    let label = words.trim().to_lowercase();
    let kept = store::concept::of_lang(c, lang).await?;
    let kept = kept.into_iter().find(|(known, _)| known.to_lowercase() == label);
    Ok(kept.map_or_else(|| format!("own-{}", &secret::hash(&format!("{lang}\0{label}"))[..32]), |(_, id)| id))
}

/// Commits a need or an offer with the concepts of the server's own that its form names for the first time.
pub(super) async fn commit(visit: &Visit, mut c: Conn, typed: &Typed) -> Result<(), Problem> {
    let rows = std::iter::once("occupation".to_owned()).chain((1..=SKILLS).map(|n| format!("skill-{n}")));
    let mut own = false;
    for row in rows {
        if let Some(Meaning::Own(broader)) = meaning(visit, typed, &row) {
            let (label, lang) = (typed.get(&row).to_owned(), visit.l.code().to_owned());
            let id = own_id(&mut c, &label, &lang).await?;
            let concept = Concept { id, label, lang, broader, listed: false, created_at: visit.now };
            store::concept::insert(&mut c, &concept).await?;
            own = true;
        }
    }
    c.commit().await?;
    if own {
        visit.app.renew_concepts().await?;
    }
    Ok(())
}

#[derive(Template)]
#[template(path = "exchange/concepts.html")]
struct Concepts {
    page: Page,
    home: String,
    rows: Vec<Own>,
}

/// A concept of the server's own.
struct Own {
    id: String,
    label: String,
    lang: String,
    dir: &'static str,
    broader: String,
    listed: bool,
    at: String,
}

/// `GET /d/{slug}/exchange/concepts`
pub async fn show(visit: Visit) -> Answer {
    let (l, vocabulary) = (visit.l, visit.app.vocabulary());
    let mut c = visit.read().await?;
    let country = country_of(&visit, &mut c).await?;
    let shown = |k: &Concept| k.listed || country.is_empty();
    let own = |k: Concept| Own {
        dir: l.dir_of(&k.lang),
        broader: matching::label(&vocabulary, &k.broader, l.code()),
        at: l.day(&k.created_at),
        id: k.id,
        label: k.label,
        lang: k.lang,
        listed: k.listed,
    };
    page::show(&Concepts {
        home: address(&visit, "")?,
        // One that is not listed may tell of an offer that is hidden from a country: who speaks for one is not shown it.
        rows: store::concept::all(&mut c).await?.into_iter().filter(shown).map(own).collect(),
        page: Page::new(&visit, l.t("concepts-title"), Tab::Exchange),
    })
}

/// `POST /d/{slug}/exchange/concepts`: `to` is `list` or `remove`.
pub async fn change(visit: Visit, Form(typed): Form<Typed>) -> Answer {
    let mut c = visit.write().await?;
    let country = country_of(&visit, &mut c).await?;
    let all = store::concept::all(&mut c).await?;
    let concept = all.into_iter().find(|k| k.id == typed.get("concept") && (k.listed || country.is_empty()));
    let concept = concept.ok_or_else(Problem::not_found)?;
    match typed.get("to") {
        "list" => store::concept::list(&mut c, &concept.id).await?,
        "remove" => store::concept::remove(&mut c, &concept).await?,
        _ => return Err(Problem::bad("problem-form")),
    }
    c.commit().await?;
    visit.app.renew_concepts().await?;
    page::go(&address(&visit, "/concepts")?)
}
