//! The form of what is asked of landing zones: as it was sent, and with a word at each field that was not understood.

use super::super::measures::{measure_choices, own::line_words, sphere, sphere_named};
use super::super::secretariat::{Choice, Typed};
use super::{Reader, name};
use crate::landing_zone::asked::{Floor, Refusal, Supposed, TOLERANCE};
use crate::landing_zone::{Asked, Audience, Material, sight};
use crate::lang::L;
use crate::lang::named::mark;
use crate::store;
use crate::store::red_line::RedLine;

/// The form as it stands.
pub(super) struct Controls {
    pub(super) tolerances: Vec<Choice>,
    /// Id, words, left out.
    pub(super) lines: Vec<(String, String, bool)>,
    /// Text, words.
    pub(super) added: Vec<(String, String)>,
    /// Parties whose red line may be supposed, where it is not one's own alone.
    pub(super) parties: Vec<Choice>,
    pub(super) places: Vec<Choice>,
    /// Measures to rule out, and to ask about.
    pub(super) against: Vec<Choice>,
    pub(super) measures: Vec<Choice>,
    pub(super) floor: String,
    /// Field, and what is said there.
    refused: Vec<(&'static str, String)>,
}

impl Controls {
    /// What is said first, for those who are not at the form: it stands below the result.
    pub(super) fn first(&self) -> Option<&str> {
        self.refused.first().map(|(_, text)| text.as_str())
    }

    /// What is said at a field; empty where nothing is.
    pub(super) fn at(&self, field: &str) -> &str {
        self.refused.iter().find(|(name, _)| *name == field).map_or("", |(_, text)| text)
    }
}

pub(super) fn controls(
    l: L,
    m: &Material,
    reader: &Reader,
    (asked, refused): (&Asked, &[Refusal]),
    typed: &Typed,
) -> Controls {
    let form = Form { l, m, reader, refused };
    let kept = if refused.is_empty() { &Typed::default() } else { typed };
    let tolerance = asked.tolerance.unwrap_or(m.rules.tolerance).to_string();
    let why = asked.why.map(store::measure::code).unwrap_or_default();
    Controls {
        tolerances: form
            .choices("tolerance", (0..=TOLERANCE).map(|t| Choice::new(l, t.to_string(), l.n(t), &tolerance))),
        lines: form.lines(asked),
        added: form.added(asked),
        parties: form.parties(kept.get("whose")),
        places: form.choices("where", form.places(kept.get("where"))),
        against: measure_choices(l, m, kept.get("where")),
        measures: form.choices("why", measure_choices(l, m, &why)),
        floor: kept.get("floor").to_owned(),
        refused: refused.iter().map(|r| (r.field, r.why.text(l))).collect(),
    }
}

struct Form<'a> {
    l: L,
    m: &'a Material,
    reader: &'a Reader,
    refused: &'a [Refusal],
}

impl Form<'_> {
    /// What stood in a field and was not understood.
    fn left(&self, field: &str) -> impl Iterator<Item = &str> {
        self.refused.iter().filter(move |r| r.field == field && !r.value.is_empty()).map(|r| r.value.as_str())
    }

    /// Choices with what was sent among them, also where it is none.
    fn choices(&self, field: &str, all: impl IntoIterator<Item = Choice>) -> Vec<Choice> {
        let strange = self.left(field).map(|value| Choice::new(self.l, value, value, value));
        let mut choices: Vec<Choice> = strange.take(1).collect();
        let settled = !choices.is_empty();
        choices.extend(all.into_iter().map(|c| Choice { chosen: c.chosen && !settled, ..c }));
        choices
    }

    fn places(&self, chosen: &str) -> Vec<Choice> {
        let mut places = vec![Choice::new(self.l, "total", self.l.t("line-where-total"), chosen)];
        places.extend(self.m.spheres.iter().map(|s| Choice::new(self.l, s.clone(), sphere(self.l, s), chosen)));
        places
    }

    /// The secretariat supposes for any party.
    fn parties(&self, chosen: &str) -> Vec<Choice> {
        let all = self.reader.audience == Audience::Secretariat;
        let party = |p: &crate::landing_zone::material::Party| Choice {
            lang: p.lang.clone(),
            dir: crate::lang::dir_of(&p.lang),
            ..Choice::new(self.l, p.id.clone(), p.name.clone(), chosen)
        };
        self.choices("whose", self.m.parties.iter().filter(|_| all).map(party))
    }

    /// Red lines that may be left out; one that may not and was sent stays as it was sent.
    fn lines(&self, asked: &Asked) -> Vec<(String, String, bool)> {
        let (all, own) = (self.reader.audience == Audience::Secretariat, self.reader.own.as_deref());
        let may =
            |line: &&RedLine| sight::may_drop(self.m, all, own, &line.id) && !self.who(&line.delegation_id).is_empty();
        let told = |line: &RedLine| {
            let words = line_words(self.l, self.m, line);
            (line.id.clone(), self.of(&line.delegation_id, words), asked.drop.contains(&line.id))
        };
        let mut lines: Vec<_> = self.m.lines.iter().filter(may).map(told).collect();
        lines.extend(self.left("drop").map(|id| (id.to_owned(), mark(id, ""), true)));
        lines
    }

    fn added(&self, asked: &Asked) -> Vec<(String, String)> {
        let words = |line: &Supposed| {
            let floor = floor_words(self.l, self.m, &line.floor);
            line.whose.as_ref().map_or_else(|| floor.clone(), |id| self.of(id, floor.clone()))
        };
        let mut added: Vec<_> = asked.add.iter().map(|line| (line.text(), words(line))).collect();
        added.extend(self.left("add").map(|text| (text.to_owned(), mark(text, ""))));
        added
    }

    fn of(&self, id: &str, line: String) -> String {
        self.l.t2("landing-line-of", "who", self.who(id), "line", line)
    }

    fn who(&self, id: &str) -> String {
        match self.m.parties.iter().find(|p| p.id == id) {
            Some(_) if self.reader.own.as_deref() == Some(id) => self.l.t("landing-own"),
            Some(p) => mark(&p.name, &p.lang),
            None => String::new(),
        }
    }
}

fn floor_words(l: L, m: &Material, floor: &Floor) -> String {
    match floor {
        Floor::Total(at) => l.t1("line-total", "floor", *at),
        Floor::Sphere(s, at) => l.t2("line-sphere", "sphere", sphere_named(l, s), "floor", *at),
        Floor::Against(n) => l.t1("line-measure", "measure", name(m, &store::measure::code(*n))),
    }
}
