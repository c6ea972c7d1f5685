//! Two packages side by side: what they share, what each has alone, and who gains what in each.

use super::super::measures::material;
use super::super::page::{self, Page, Tab};
use super::super::secretariat::{Choice, Typed};
use super::super::{Answer, Problem, Visit};
use super::{LONGER, PATIENCE, Reader, codes, keys, look, pick, said};
use crate::landing_zone::solve::Solved;
use crate::landing_zone::{Asked, Look, Material};
use crate::lang::L;
use crate::lang::named::mark;
use crate::report_landing::view::{HeatRow, View};
use crate::report_landscape::Said;
use crate::store;
use ::landing::Case;
use askama::Template;
use axum::extract::{Path, Query};

#[derive(Template)]
#[template(path = "landing/compare.html")]
struct Compare {
    page: Page,
    l: L,
    home: String,
    choices: [Vec<Choice>; 2],
    sides: Option<[Side; 2]>,
    shared: Vec<Said>,
    rows: Vec<(String, String, [i64; 2])>,
    working: String,
    then: String,
}

struct Side {
    label: String,
    only: Vec<Said>,
    total: String,
    cost: i64,
    stands: bool,
}

/// `GET /d/{slug}/landing/compare?a=total&b=p1`
pub async fn show(visit: Visit, Path(slug): Path<String>, Query(typed): Query<Typed>) -> Answer {
    let l = visit.l;
    let figures = material(&visit).await?;
    let reader = Reader::of(&visit, &figures);
    let patience = if typed.get("wait") == "1" { LONGER } else { PATIENCE };
    let seen = look(&visit, &figures, &reader, &Asked::default(), patience).await?;
    let (solved, working) = super::words(l, &seen);
    let kept = store::package::all(&mut visit.read().await?, &visit.convened()?.dialogue.id).await?;
    let mut made = Compare {
        page: Page::new(&visit, l.t("landing-compare"), Tab::Landing),
        l,
        choices: [Vec::new(), Vec::new()],
        sides: None,
        shared: Vec::new(),
        rows: Vec::new(),
        then: if matches!(seen, Look::Working(..)) {
            format!("/d/{slug}/landing/compare?a={}&b={}&wait=1", key(typed.get("a")), key(typed.get("b")))
        } else {
            String::new()
        },
        working,
        home: format!("/d/{slug}"),
    };
    let Some(solved) = solved else { return page::show(&made) };
    let asked = [typed.get("a"), typed.get("b")];
    made.choices = asked.map(|chosen| choices(l, &solved, &kept, chosen));
    let packages = asked.map(|key| measures_of(&solved, &kept, key));
    if let [Some(a), Some(b)] = &packages {
        fill(&mut made, &figures, &reader, &solved, asked, [a, b])?;
    }
    page::show(&made)
}

fn key(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).take(20).collect()
}

fn choices(l: L, solved: &Solved, kept: &[store::package::Package], chosen: &str) -> Vec<Choice> {
    let mut all = keys(l, solved);
    for c in &mut all {
        c.chosen = c.value == chosen;
    }
    all.extend(kept.iter().map(|p| super::kept_choice(l, p, chosen)));
    all
}

fn measures_of(solved: &Solved, kept: &[store::package::Package], key: &str) -> Option<Vec<String>> {
    if let Some(number) = key.strip_prefix('p').and_then(|n| n.parse::<i64>().ok()) {
        let there = |id: &String| solved.built.problem.measures.iter().any(|m| m.id == *id);
        return kept
            .iter()
            .find(|p| p.number == number)
            .map(|p| codes(&p.measures).into_iter().filter(there).collect());
    }
    pick(solved, key).map(|p| p.measures.clone())
}

fn fill(
    made: &mut Compare,
    m: &Material,
    reader: &Reader,
    solved: &Solved,
    asked: [&str; 2],
    packages: [&Vec<String>; 2],
) -> Result<(), Problem> {
    let l = made.l;
    let case = Case::new(&solved.built.problem, None).map_err(|error| Problem::internal(&error))?;
    let eyes = reader.eyes(solved);
    let texts = super::texts(m);
    let choice = packages.map(|ids| case.choice(ids).unwrap_or_default());
    let side = |i: usize| {
        let only = packages[i].iter().filter(|id| !packages[1 - i].contains(id));
        let label = made.choices[i].iter().find(|c| c.value == asked[i]).map(|c| mark(&c.label, &c.lang));
        let total = case.total().at(&choice[i]);
        Side {
            label: label.unwrap_or_default(),
            only: only.map(|id| said(m, id)).collect(),
            total: if eyes.sums() { l.n(total) } else { l.t("landing-nothing") },
            cost: case.cost().at(&choice[i]),
            // Whether it stands says of confidential limits no more than that there is one.
            stands: case.model().check(&choice[i]).is_ok(),
        }
    };
    made.shared = packages[0].iter().filter(|id| packages[1].contains(id)).map(|id| said(m, id)).collect();
    let heat = choice.each_ref().map(|c| View::heat_of(l, &case, &solved.found, &eyes, &texts, c));
    let flat = |rows: &[(String, Vec<HeatRow>)]| {
        rows.iter()
            .flat_map(|(bloc, rows)| rows.iter().map(move |r| (bloc.clone(), r.party.clone(), r.total)))
            .collect::<Vec<_>>()
    };
    let (a, b) = (flat(&heat[0]), flat(&heat[1]));
    made.rows = a.into_iter().zip(b).map(|((bloc, who, x), (_, _, y))| (bloc, who, [x, y])).collect();
    made.sides = Some([side(0), side(1)]);
    Ok(())
}
