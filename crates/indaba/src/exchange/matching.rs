//! How the matching is fed: needs and offers of the store in the terms of the crate `exchange`, and its reasons in the
//! reader's language.

use super::profile::Profile;
use super::words::Cefr;
use crate::app::App;
use crate::countries;
use crate::lang::L;
use crate::store::need::Need;
use crate::store::offer::Offer;
use crate::store::{self, Moment};
use crate::words::split;
use ::exchange::{
    self as crate_exchange, Because, Country, Index, Kind, Language, Mode, Obstacle, Row, Skill, Tag, Vocabulary,
    Window, assign,
};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Offers looked at for each need when all needs are assigned at once.
const DEPTH: usize = 50;
/// From this score on an offer fits well: half of all that is asked.
const WELL: f64 = 0.5;
/// An offer is not proposed further times while others that fit were proposed less.
const EXPOSED: i64 = 3;

/// An offer that fits, with its reasons.
#[derive(Debug, Clone)]
pub struct Ranked {
    /// Id of the offer.
    pub offer: String,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// A reason as it is kept with an introduction: codes, no words.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Reason {
    /// `skill`, `occupation`, `tie`.
    pub name: String,
    /// What is asked: a concept, or a country.
    pub asked: String,
    /// What is offered.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub offered: String,
    /// How the two stand to each other: `same`, `narrower`, `broader`, `group`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub relation: String,
    /// Levels asked and offered, of a skill.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub levels: Option<(u8, u8)>,
    /// Its part of the score, 0 to 1.
    pub value: f64,
}

/// The offers of a dialogue by their concepts, kept until one changes.
#[derive(Debug, Clone)]
pub struct Known {
    stamp: (i64, Moment),
    vocabulary: Arc<Vocabulary>,
    index: Arc<Index>,
}

/// The index of a dialogue's active offers with room.
async fn index(app: &App, dialogue: &str, now: Moment) -> anyhow::Result<Arc<Index>> {
    let vocabulary = app.vocabulary();
    let mut c = app.db.read().await?;
    let stamp = store::offer::stamp(&mut c, dialogue).await?;
    if let Some(known) = app.offers(dialogue)
        && known.stamp == stamp
        && Arc::ptr_eq(&known.vocabulary, &vocabulary)
    {
        return Ok(known.index);
    }
    let active = store::offer::active(&mut c, dialogue, now).await?;
    let words = Arc::clone(&vocabulary);
    let built = tokio::task::spawn_blocking(move || {
        let mut index = Index::new(Arc::clone(&words));
        for offer in active.iter().filter_map(|offer| offered(&words, offer)) {
            index.add(offer);
        }
        Arc::new(index)
    });
    let index = built.await?;
    app.keep_offers(dialogue, Known { stamp, vocabulary, index: Arc::clone(&index) });
    Ok(index)
}

fn offered(vocabulary: &Vocabulary, offer: &Offer) -> Option<crate_exchange::Offer> {
    Some(crate_exchange::Offer {
        id: offer.id.clone(),
        ties: countries_of(&offer.ties),
        capacity: u32::try_from(offer.capacity - offer.taken).unwrap_or(0),
        hidden_from: countries_of(&offer.hidden_from),
        profile: profile(vocabulary, &Profile::from_json(&offer.profile))?,
    })
}

/// A need as the matching takes it, for somebody who speaks for a country (empty: for none); none where the need's
/// country is no country of ISO 3166-1. What is hidden from whoever reads the answer, from the country that the need was
/// posted for, or from the partner server that it comes from, is put aside by the matching itself: it takes no place among those shown, and no time.
pub fn asked(vocabulary: &Vocabulary, need: &Need, reader: &str) -> Option<crate_exchange::Need> {
    let kept = Profile::from_json(&need.profile);
    Some(crate_exchange::Need {
        id: need.id.clone(),
        country: Country::parse(&need.country)?,
        readers: [&*need.partner_country, &*need.poster_country, reader]
            .into_iter()
            .filter_map(Country::parse)
            .collect(),
        people: u32::try_from(need.people - need.placed).unwrap_or(0),
        weeks: u32::try_from(kept.weeks).unwrap_or(0),
        profile: profile(vocabulary, &kept)?,
    })
}

fn countries_of(codes: &str) -> Vec<Country> {
    split(codes).filter_map(Country::parse).collect()
}

fn profile(vocabulary: &Vocabulary, kept: &Profile) -> Option<crate_exchange::Profile> {
    let skill = |s: &super::profile::Skill| Some(Skill { concept: vocabulary.find(&s.concept)?, level: s.level });
    let language =
        |lang: &super::profile::Language| Some(Language { tag: Tag::parse(&lang.tag)?, cefr: level(lang.cefr) });
    let day = |day: i64| i32::try_from(day).unwrap_or(0);
    let (first, last) = kept.window;
    Some(crate_exchange::Profile {
        occupation: vocabulary.find(&kept.occupation),
        skills: kept.skills.iter().filter_map(skill).collect(),
        languages: kept.languages.iter().filter_map(language).collect(),
        modes: kept.mode.iter().filter_map(|mode| Mode::parse(mode.as_str())).collect(),
        window: Window::new(day(first), day(last))?,
        licences: split(&kept.licence).map(str::to_owned).collect(),
    })
}

fn level(cefr: Cefr) -> crate_exchange::Cefr {
    match cefr {
        Cefr::A1 => crate_exchange::Cefr::A1,
        Cefr::A2 => crate_exchange::Cefr::A2,
        Cefr::B1 => crate_exchange::Cefr::B1,
        Cefr::B2 => crate_exchange::Cefr::B2,
        Cefr::C1 => crate_exchange::Cefr::C1,
        Cefr::C2 => crate_exchange::Cefr::C2,
    }
}

/// Who asks for matches: the dialogue, the country that the reader speaks for (empty: none), and when.
#[derive(Debug, Clone, Copy)]
pub struct Asking<'a> {
    /// Id of the dialogue.
    pub dialogue: &'a str,
    /// UN M49.
    pub reader: &'a str,
    /// When.
    pub now: Moment,
}

/// The offers that fit a need, the best first.
pub async fn ranked(app: &App, asking: Asking<'_>, need: &Need, most: usize) -> anyhow::Result<Vec<Ranked>> {
    let index = index(app, asking.dialogue, asking.now).await?;
    let Some(asked) = asked(index.vocabulary(), need, asking.reader) else { return Ok(Vec::new()) };
    Ok(tokio::task::spawn_blocking(move || {
        let found = index.rank(&asked, most).matches;
        found.into_iter().map(|m| Ranked { reasons: kept(&index, &m.reasons), offer: m.offer }).collect()
    })
    .await?)
}

/// How many offers fit a need, and how many of them well: what a partner server may be told. As in the public count, an
/// offer that is hidden from anybody is not among them.
pub async fn count_public(app: &App, dialogue: &str, need: &Need, now: Moment) -> anyhow::Result<(usize, usize)> {
    let index = index(app, dialogue, now).await?;
    let Some(asked) = asked(index.vocabulary(), need, "") else { return Ok((0, 0)) };
    Ok(tokio::task::spawn_blocking(move || {
        let found = index.rank(&asked, usize::MAX).matches;
        let public = |id: &str| index.offer(id).is_some_and(|offer| offer.hidden_from.is_empty());
        let public: Vec<_> = found.into_iter().filter(|m| public(&m.offer)).collect();
        (public.len(), public.iter().filter(|m| m.score.value() >= WELL).count())
    })
    .await?)
}

/// Why a partner's offer fits a need, found here: what another server says of it is not taken over.
pub fn reasons_between(vocabulary: &Arc<Vocabulary>, need: &Need, offer: &Offer) -> Vec<Reason> {
    let mut index = Index::new(Arc::clone(vocabulary));
    if let (Some(asked), Some(offer)) = (asked(vocabulary, need, ""), offered(vocabulary, offer)) {
        index.add(offer);
        let found = index.rank(&asked, 1).matches;
        return found.first().map(|m| kept(&index, &m.reasons)).unwrap_or_default();
    }
    Vec::new()
}

/// What keeps offers from a need that nobody fits: `(obstacle, how many)`, never about hidden ones.
pub async fn obstacles(app: &App, asking: Asking<'_>, need: &Need) -> anyhow::Result<Vec<(Obstacle, usize)>> {
    let index = index(app, asking.dialogue, asking.now).await?;
    let asked = asked(index.vocabulary(), need, asking.reader);
    Ok(asked.map(|asked| index.rank(&asked, 0).kept.into_iter().collect()).unwrap_or_default())
}

fn kept(index: &Index, reasons: &[Because]) -> Vec<Reason> {
    let id = |concept| index.vocabulary().get(concept).map_or_else(String::new, |c| c.id.to_string());
    let reason = |because: &Because| {
        let (name, value) = (because.reason.name().to_owned(), because.points.value());
        let plain =
            Reason { name, asked: String::new(), offered: String::new(), relation: String::new(), levels: None, value };
        match because.reason {
            crate_exchange::Reason::Skill { asked, offered, relation, asked_level, offered_level } => Reason {
                asked: id(asked),
                offered: id(offered),
                relation: relation.name().to_owned(),
                levels: Some((asked_level, offered_level)),
                ..plain
            },
            crate_exchange::Reason::Occupation { asked, offered, relation } => {
                Reason { asked: id(asked), offered: id(offered), relation: relation.name().to_owned(), ..plain }
            }
            crate_exchange::Reason::Tie { country } => Reason { asked: country.m49().to_owned(), ..plain },
        }
    };
    reasons.iter().map(reason).collect()
}

/// Proposals for all open needs at once: within capacities, the worst-served need first, and not always the same few.
/// For each need at most `each` offers, none that was brought together with it before.
pub async fn assigned(app: &App, asking: Asking<'_>, each: usize) -> anyhow::Result<Vec<(Need, Ranked)>> {
    let (dialogue, now) = (asking.dialogue, asking.now);
    let index = index(app, dialogue, now).await?;
    let mut c = app.db.read().await?;
    let mut needs = store::need::open(&mut c, dialogue, now).await?;
    let together: HashSet<(String, String)> = store::introduction::pairs(&mut c, dialogue).await?.into_iter().collect();
    let under_way: HashSet<String> =
        store::introduction::needs_under_way(&mut c, dialogue, now).await?.into_iter().map(|(id,)| id).collect();
    needs.retain(|need| !under_way.contains(&need.id));
    let exposures: HashMap<String, i64> = store::introduction::exposures(&mut c, dialogue).await?.into_iter().collect();
    drop(c);
    let reader = asking.reader.to_owned();
    let work = move || {
        let asked: Vec<_> = needs.iter().map(|need| asked(index.vocabulary(), need, &reader)).collect();
        proposals(&index, &needs, &asked, &together, &exposures, each)
    };
    Ok(tokio::task::spawn_blocking(work).await?)
}

fn proposals(
    index: &Index,
    needs: &[Need],
    asked: &[Option<crate_exchange::Need>],
    together: &HashSet<(String, String)>,
    exposures: &HashMap<String, i64>,
    each: usize,
) -> Vec<(Need, Ranked)> {
    let (mut offers, mut places): (Vec<String>, HashMap<String, u32>) = (Vec::new(), HashMap::new());
    let (mut edges, mut reasons) = (Vec::new(), HashMap::new());
    for ((n, need), asked) in (0..).zip(needs).zip(asked) {
        let Some(asked) = asked else { continue };
        for found in index.rank(asked, DEPTH).matches {
            if together.contains(&(need.id.clone(), found.offer.clone())) {
                continue;
            }
            let offer = *places.entry(found.offer.clone()).or_insert_with(|| {
                offers.push(found.offer.clone());
                (offers.len() - 1) as u32
            });
            edges.push(assign::Edge { need: n, offer, points: found.score });
            reasons.insert((n, offer), kept(index, &found.reasons));
        }
    }
    let people: Vec<u32> = needs.iter().map(|need| ((need.people - need.placed) as u32).max(1) * each as u32).collect();
    let shown = |offer: &String| exposures.get(offer).copied().unwrap_or(0);
    let room = |offer: &String| {
        // A little more room than engagements, as many introductions come to nothing; less for those shown often.
        let capacity = i64::from(index.offer(offer).map_or(0, |o| o.capacity)) + 1;
        (capacity - shown(offer) / EXPOSED).max(0) as u32
    };
    let capacities: Vec<u32> = offers.iter().map(room).collect();
    let taken = assign::assign(&people, &capacities, &edges).taken;
    let proposal = |edge: assign::Edge| {
        let reasons = reasons.remove(&(edge.need, edge.offer)).unwrap_or_default();
        let need = needs[edge.need as usize].clone();
        (need, Ranked { offer: offers[edge.offer as usize].clone(), reasons })
    };
    taken.into_iter().map(proposal).collect()
}

/// Reasons in the reader's language, the weightiest first.
pub fn reasons(l: L, vocabulary: &Vocabulary, found: &[Reason]) -> Vec<String> {
    let mut found: Vec<&Reason> = found.iter().collect();
    found.sort_by(|a, b| b.value.total_cmp(&a.value));
    found.into_iter().map(|reason| in_words(l, vocabulary, reason)).collect()
}

fn in_words(l: L, vocabulary: &Vocabulary, reason: &Reason) -> String {
    if reason.name == "tie" {
        return l.t1("reason-tie", "country", countries::name(l, &reason.asked));
    }
    let (asked, offered) = (label(vocabulary, &reason.asked, l.code()), label(vocabulary, &reason.offered, l.code()));
    let said = l.t2(&format!("reason-{}-{}", reason.name, reason.relation), "asked", asked, "offered", offered);
    match reason.levels {
        Some((asked, offered)) => {
            l.t3("reason-levels", "said", said, "asked", i64::from(asked), "offered", i64::from(offered))
        }
        None => said,
    }
}

/// What a concept is called in a language; the id of one that is not in the vocabulary.
pub fn label(vocabulary: &Vocabulary, id: &str, lang: &str) -> String {
    let concept = vocabulary.find(id).and_then(|found| vocabulary.get(found));
    concept.map_or(id, |concept| concept.name(lang)).to_owned()
}

/// Whether the vocabulary has a concept.
pub fn known(vocabulary: &Vocabulary, id: &str) -> bool {
    vocabulary.find(id).is_some()
}

/// A concept that words may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meant {
    /// Id of the concept.
    pub id: String,
    /// The label that is near the words.
    pub label: String,
    /// `skill` or `occupation`: some labels name one of each.
    pub kind: &'static str,
}

/// Concepts near some words: in the reader's language first, then in any; those of the server's own that are not listed
/// are left out.
pub fn search(app: &App, words: &str, lang: &str, most: usize) -> Vec<Meant> {
    let (vocabulary, unlisted) = (app.vocabulary(), app.unlisted());
    let mut found: Vec<Meant> = Vec::new();
    for lang in [Some(lang), None] {
        // As many more as are left out: what is not listed takes nobody's place.
        for hit in vocabulary.search(words, lang, most + unlisted.len()) {
            let Some(concept) = vocabulary.get(hit.concept) else { continue };
            let kind = match concept.kind {
                Kind::Skill => "skill",
                Kind::Occupation => "occupation",
                _ => continue,
            };
            let known = found.iter().any(|meant| *meant.id == *concept.id) || unlisted.contains(&*concept.id);
            if found.len() < most && !known {
                found.push(Meant { id: concept.id.to_string(), label: hit.label.text.to_string(), kind });
            }
        }
    }
    found
}

/// The concept that words name exactly, in the reader's language or else in any, if it is one alone; as in [`search`]
/// what is not listed is left out.
pub fn exactly(app: &App, words: &str, lang: &str) -> Option<String> {
    let (vocabulary, unlisted) = (app.vocabulary(), app.unlisted());
    let wanted = words.trim().to_lowercase();
    let named = |lang: Option<&str>| {
        let hits = vocabulary.search(words, lang, 3 + unlisted.len());
        let listed = |hit: &crate_exchange::Found<'_>| {
            vocabulary.get(hit.concept).is_some_and(|concept| !unlisted.contains(&*concept.id))
        };
        let mut same = hits.into_iter().filter(|hit| hit.label.text.to_lowercase() == wanted).filter(listed);
        let first = same.next()?;
        let alone = same.next().is_none();
        vocabulary.get(first.concept).filter(|_| alone).map(|concept| concept.id.to_string())
    };
    named(Some(lang)).or_else(|| named(None))
}

/// A concept of the server's own, below a concept of the vocabulary.
pub fn add_own(vocabulary: &mut Vocabulary, own: &store::concept::Concept) -> Result<(), crate_exchange::ConceptError> {
    let broader = vocabulary.find(&own.broader).and_then(|id| vocabulary.get(id));
    let kind = broader.map_or(Kind::Skill, |broader| broader.kind);
    let tag = Tag::parse(&own.lang).or_else(|| Tag::parse("en"));
    let labels: Vec<(Tag, &str)> = tag.into_iter().map(|tag| (tag, own.label.as_str())).collect();
    let row = Row { id: &own.id, kind, isco: None, broader: &[own.broader.as_str()], labels: &labels };
    vocabulary.add(&row).map(|_| ())
}
