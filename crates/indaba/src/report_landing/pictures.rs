//! Pictures of a package, each with its table: who gains what in which sphere, and what is traded for what.

use super::draw;
use super::view::{Heat, HeatRow, Picture, Show};
use crate::blocs;
use crate::landing_zone::sight::Row as Seen;
use std::collections::BTreeMap;

type Spans = BTreeMap<(usize, usize), (i64, i64, i64)>;

impl Show<'_> {
    /// Low, likely and high gain of every party in every sphere.
    fn spans(&self, choice: &[bool]) -> Spans {
        let mut spans = BTreeMap::new();
        for effects in self.case.cells().units().iter().zip(choice).filter_map(|(effects, yes)| yes.then_some(effects))
        {
            for e in effects {
                let span = spans.entry((e.party, e.sphere)).or_insert((0, 0, 0));
                *span = (span.0 + e.low, span.1 + e.mode, span.2 + e.high);
            }
        }
        spans
    }

    pub(super) fn heat(&self, choice: &[bool]) -> Vec<(String, Vec<HeatRow>)> {
        let spans = self.spans(choice);
        let mut blocs: Vec<(String, Vec<HeatRow>)> = Vec::new();
        for seen in self.eyes.rows() {
            let cell = |s: usize| add(seen.parties().iter().filter_map(|p| spans.get(&(*p, s))));
            let cells: Vec<(i64, i64, i64)> = (0..self.case.problem().spheres.len()).map(cell).collect();
            let row = HeatRow {
                party: self.who(&seen),
                own: matches!(seen, Seen::One(p) if Some(p) == self.eyes.own()),
                total: cells.iter().map(|c| c.1).sum(),
                cells: cells.into_iter().map(heat).collect(),
            };
            let bloc = self.bloc(&seen);
            match blocs.last_mut().filter(|(last, _)| *last == bloc) {
                Some((_, rows)) => rows.push(row),
                None => blocs.push((bloc, vec![row])),
            }
        }
        blocs
    }

    /// Who stands in a row.
    fn who(&self, seen: &Seen) -> String {
        match seen {
            Seen::One(p) if Some(*p) == self.eyes.own() => self.l.t("landing-own"),
            Seen::One(p) => self.party_name(*p),
            Seen::Together(_, parties) => self.l.t1("landing-together", "n", parties.len()),
        }
    }

    fn bloc(&self, seen: &Seen) -> String {
        match seen {
            Seen::One(p) => self.case.problem().parties[*p].bloc.as_deref().map(|b| blocs::label_of(self.l, b)),
            Seen::Together(Some(bloc), _) => Some(blocs::label_of(self.l, bloc)),
            Seen::Together(None, _) => Some(self.l.t("landing-others")),
        }
        .unwrap_or_default()
    }

    pub(super) fn bars(&self, choice: &[bool]) -> Picture {
        let spans = self.spans(choice);
        let spheres = self.case.problem().spheres.len();
        let bar = |seen: &Seen| {
            let own = seen.parties().iter().flat_map(|p| (0..spheres).map(move |s| (*p, s)));
            let (low, value, high) = add(own.filter_map(|cell| spans.get(&cell)));
            let label = match seen {
                Seen::One(_) => self.who(seen),
                Seen::Together(..) => format!("{} ({})", self.bloc(seen), seen.parties().len()),
            };
            draw::Bar { label, low, value, high }
        };
        let mut bars: Vec<draw::Bar> = self.eyes.rows().iter().map(bar).collect();
        bars.sort_by_key(|bar| std::cmp::Reverse(bar.value));
        let caption = self.l.t("landing-bars-caption");
        Picture {
            drawn: draw::bars(&self.l.t("landing-bars"), &caption, &|n| self.l.signed(n), &bars),
            caption,
            columns: ["landing-low", "landing-likely", "landing-high"].map(|key| (self.l.t(key), true)).to_vec(),
            rows: bars.into_iter().map(|b| (b.label, vec![b.low, b.value, b.high])).collect(),
        }
    }

    /// Trade-offs; the least gain of a party is told where every party has a name.
    pub(super) fn frontiers(&self) -> Vec<Picture> {
        let points = self.found.frontier.as_deref().unwrap_or_default();
        let picture = |against: &str| {
            let told = self.eyes.sums() && (self.eyes.sees_rows() || against != "worst_party");
            let own: Vec<_> = points.iter().filter(|p| told && p.against == against).collect();
            let caption = self.l.w("landing-frontier", against);
            let quo = self.l.t("landing-frontier-status-quo");
            let places: Vec<(i64, i64)> = own.iter().map(|p| (p.value, p.total)).collect();
            let axes = (self.l.w("landing-axis", against), self.l.t("landing-total"));
            let gains = against != "cost";
            let up = |n: i64| self.l.signed(n);
            let across = |n: i64| if gains { self.l.signed(n) } else { self.l.n(n) };
            (!own.is_empty()).then(|| Picture {
                drawn: draw::frontier(&caption, &quo, (&axes.0, &axes.1), (&across, &up), &places),
                columns: vec![(axes.1, true), (axes.0, gains), (self.l.t("landing-measures"), false)],
                rows: own
                    .iter()
                    .enumerate()
                    .map(|(i, p)| (self.l.n(i + 1), vec![p.total, p.value, count(p.measures.len())]))
                    .collect(),
                caption,
            })
        };
        ["worst_party", "cost", "worst_sphere"].into_iter().filter_map(picture).collect()
    }
}

fn count(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}

/// Low, likely and high, summed.
fn add<'a>(spans: impl Iterator<Item = &'a (i64, i64, i64)>) -> (i64, i64, i64) {
    spans.fold((0, 0, 0), |sum, s| (sum.0 + s.0, sum.1 + s.1, sum.2 + s.2))
}

fn heat((low, value, high): (i64, i64, i64)) -> Heat {
    let unsure = (value < 0 || low < 0) && high >= 0;
    let class = match (value.signum(), unsure) {
        (1, false) => "up",
        (1, true) => "up unsure",
        (0, false) => "level",
        (0, true) => "level unsure",
        (_, false) => "down",
        (_, true) => "down unsure",
    };
    Heat { value, class }
}
