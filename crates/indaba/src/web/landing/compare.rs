//! Two packages side by side: what they share, what each has alone, and who gains what in each.

use super::super::measures::material;
use super::super::page::{self, Page, Tab};
use super::super::secretariat::{Choice, Typed};
use super::super::{Answer, Problem, Visit};
use super::choose::{choices, measures_of};
use super::{LONGER, PATIENCE, Reader, look, said};
use crate::landing_zone::solve::Solved;
use crate::landing_zone::{Asked, Look, Material};
use crate::lang::L;
use crate::lang::named::mark;
use crate::report_landing::view::{HeatRow, View};
use crate::report_landscape::Said;
use crate::store;
use crate::store::package::Package as Kept;
use ::landing::Case;
use askama::Template;
use axum::extract::{Path, Query};

#[derive(Template)]
#[template(path = "landing/compare.html")]
struct Compare {
    page: Page,
    l: L,
    home: String,
    then: String,
    told: Compared,
}

/// A party, and what each of the two packages gives it.
type Gains = (String, [i64; 2]);

/// Two packages, as far as the reader may see of them. The page and the API both show this.
#[derive(Default)]
pub(in crate::web) struct Compared {
    choices: [Vec<Choice>; 2],
    /// Both packages, once there are two to compare.
    pub(in crate::web) sides: Option<[Side; 2]>,
    /// Measures of both.
    pub(in crate::web) shared: Vec<Said>,
    /// Blocs with their parties, and what each package gives them.
    pub(in crate::web) blocs: Vec<(String, Vec<Gains>)>,
    /// How far the result is, in words; empty once it is there.
    pub(in crate::web) working: String,
    pending: bool,
    /// There are no two packages to choose from.
    few: bool,
}

/// One of the two.
pub(in crate::web) struct Side {
    /// Its name, marked with its language.
    pub(in crate::web) label: String,
    /// Measures that the other does not have.
    pub(in crate::web) only: Vec<Said>,
    /// The sum over all parties, where the reader may see it.
    pub(in crate::web) total: Option<i64>,
    /// What it costs.
    pub(in crate::web) cost: i64,
    /// Whether it breaks no rule and no red line.
    pub(in crate::web) stands: bool,
}

/// `GET /d/{slug}/landing/compare?a=total&b=p1`
pub async fn show(visit: Visit, Path(slug): Path<String>, Query(typed): Query<Typed>) -> Answer {
    let told = told(&visit, &typed).await?;
    let again = || format!("/d/{slug}/landing/compare?a={}&b={}&wait=1", key(typed.get("a")), key(typed.get("b")));
    page::show(&Compare {
        page: Page::new(&visit, visit.l.t("landing-compare"), Tab::Landing),
        l: visit.l,
        then: if told.pending { again() } else { String::new() },
        home: format!("/d/{slug}"),
        told,
    })
}

/// Compares the packages that `a` and `b` name: a key of the result, or `p` with the number of one that was kept.
pub(in crate::web) async fn told(visit: &Visit, typed: &Typed) -> Result<Compared, Problem> {
    let l = visit.l;
    let figures = material(visit).await?;
    let reader = Reader::of(visit, &figures);
    let patience = if typed.get("wait") == "1" { LONGER } else { PATIENCE };
    let seen = look(visit, &figures, &reader, &Asked::default(), patience).await?;
    let (solved, working) = super::words(l, &seen);
    let kept = store::package::all(&mut visit.read().await?, &visit.convened()?.dialogue.id).await?;
    let working = if figures.measures.is_empty() { l.t("landing-no-measures") } else { working };
    let mut told = Compared { working, pending: matches!(seen, Look::Working(..)), ..Compared::default() };
    let Some(solved) = solved else { return Ok(told) };
    let asked = pair(&choices(l, Some(&solved), &kept, ""), &kept, typed);
    let asked = asked.each_ref().map(String::as_str);
    told.choices = asked.map(|chosen| choices(l, Some(&solved), &kept, chosen));
    told.few = told.choices[0].len() < 2 && !told.pending;
    // A measure that was withdrawn since it was kept is in no figure of today.
    let there = |ids: Vec<String>| {
        let known = |id: &String| solved.built.problem.measures.iter().any(|m| m.id == *id);
        ids.into_iter().filter(known).collect::<Vec<_>>()
    };
    if let [Some(a), Some(b)] = asked.map(|key| measures_of(Some(&solved), &kept, key)) {
        fill(&mut told, l, &figures, &reader, &solved, asked, &[there(a), there(b)])?;
    }
    Ok(told)
}

/// What is compared. Where it is not said: the working package with the one of the largest total, else the first two.
fn pair(all: &[Choice], kept: &[Kept], typed: &Typed) -> [String; 2] {
    let said = ["a", "b"].map(|name| typed.get(name).to_owned());
    let working = kept.first().map(|p| format!("p{}", p.number));
    let usual = working.into_iter().chain(all.iter().map(|c| c.value.clone()));
    let free = |other: &str| usual.clone().find(|key| key != other).unwrap_or_default();
    let [a, b] = said;
    let a = if a.is_empty() { free(&b) } else { a };
    let b = if b.is_empty() { free(&a) } else { b };
    [a, b]
}

fn key(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).take(20).collect()
}

fn fill(
    made: &mut Compared,
    l: L,
    m: &Material,
    reader: &Reader,
    solved: &Solved,
    asked: [&str; 2],
    packages: &[Vec<String>; 2],
) -> Result<(), Problem> {
    let case = Case::new(&solved.built.problem, None).map_err(|error| Problem::internal(&error))?;
    let eyes = reader.eyes(solved);
    let texts = super::texts(m);
    let choice = packages.each_ref().map(|ids| case.choice(ids).unwrap_or_default());
    let side = |i: usize| {
        let only = packages[i].iter().filter(|id| !packages[1 - i].contains(id));
        let label = made.choices[i].iter().find(|c| c.value == asked[i]).map(|c| mark(&c.label, &c.lang));
        let total = case.total().at(&choice[i]);
        Side {
            label: label.unwrap_or_default(),
            only: only.map(|id| said(m, id)).collect(),
            total: eyes.sums().then_some(total),
            cost: case.cost().at(&choice[i]),
            // Whether it stands says of confidential limits no more than that there is one.
            stands: case.model().check(&choice[i]).is_ok(),
        }
    };
    made.shared = packages[0].iter().filter(|id| packages[1].contains(id)).map(|id| said(m, id)).collect();
    let [a, b] = choice.each_ref().map(|c| View::heat_of(l, &case, &solved.found, &eyes, &texts, c));
    let row = |(x, y): (HeatRow, HeatRow)| (x.party, [x.total, y.total]);
    let both = |((bloc, a), (_, b)): ((String, Vec<HeatRow>), (String, Vec<HeatRow>))| {
        (bloc, a.into_iter().zip(b).map(row).collect())
    };
    made.blocs = a.into_iter().zip(b).map(both).collect();
    made.sides = Some([side(0), side(1)]);
    Ok(())
}
