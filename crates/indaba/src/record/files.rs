//! The files of a record, one function each.

use super::heard::{self, Heard, People};
use super::pack::{Pack, Table};
use super::{Face, landing, practices, scenarios, time};
use crate::app::Convened;
use crate::attribution::Labels;
use crate::lang::L;
use crate::store::perspective::Perspective;
use crate::store::question::Question;
use crate::store::{self, Conn};
use crate::words::{Attribution, PerspectiveState, Value};
use landscape::write::{About, polis};
use landscape::{Holding, Landscape};
use serde_json::json;
use std::collections::{BTreeMap, BTreeSet, HashSet};

/// What all files need.
pub struct Writer<'a> {
    convened: &'a Convened,
    face: Face,
    l: L,
    people: People,
    labels: Labels,
    key: &'a str,
    /// Participants that count, by their ids in the store.
    counted: BTreeSet<String>,
    /// Landscapes by reference, as this face holds them.
    landscapes: BTreeMap<String, Landscape>,
    /// Ids of perspectives that this face holds.
    there: HashSet<String>,
}

impl<'a> Writer<'a> {
    /// Reads what all files need.
    pub async fn load(
        c: &mut Conn,
        convened: &'a Convened,
        face: Face,
        key: &'a str,
        l: L,
    ) -> anyhow::Result<Writer<'a>> {
        let people = People::load(c, convened, l).await?;
        let counted = people.ids();
        let people = match face {
            Face::Rows => people.published(&|id| heard::pseudonym(key, convened, id), limit(convened)),
            Face::Full | Face::Aggregates => people,
        };
        let labels = Labels::load(c, convened).await?;
        Ok(Writer {
            convened,
            face,
            l,
            people,
            labels,
            key,
            counted,
            landscapes: BTreeMap::new(),
            there: HashSet::new(),
        })
    }

    /// Writes every file but the manifest.
    pub async fn write(&mut self, c: &mut Conn, pack: &mut Pack) -> anyhow::Result<()> {
        pack.file("paper.json", self.convened.paper.to_json().as_bytes())?;
        pack.file("dialogue.json", self.dialogue(c).await?.as_bytes())?;
        self.perspectives(c, pack).await?;
        if self.face == Face::Aggregates {
            self.counts(c, pack).await?;
        } else {
            self.responses(c, pack).await?;
            self.participants(pack)?;
        }
        if self.face == Face::Full {
            self.history(c, pack).await?;
            self.published(c, pack).await?;
        }
        self.moderation(c, pack).await?;
        practices::practices(c, pack, self.convened, self.face, &self.labels).await?;
        scenarios::scenarios(c, pack, self.convened, self.face, &self.labels).await?;
        landing::landing(c, pack, self.convened, self.face, &self.labels, self.key).await?;
        let pseudonym = |id: &str| match self.face {
            Face::Rows => heard::pseudonym(self.key, self.convened, id),
            Face::Full | Face::Aggregates => id.to_owned(),
        };
        practices::estimates(c, pack, self.convened, self.face, &pseudonym).await?;
        for question in self.questions() {
            self.question(c, pack, question).await?;
        }
        self.summary(c, pack).await
    }

    fn questions(&self) -> impl Iterator<Item = &'a Question> + use<'a> {
        self.convened.questions.iter().filter(|q| q.state == "published")
    }

    async fn heard(&self, c: &mut Conn, question: &Question) -> anyhow::Result<Heard> {
        let heard = heard::heard(c, question, self.face, &self.counted).await?;
        Ok(match self.face {
            Face::Rows => heard.renamed(&|id| heard::pseudonym(self.key, self.convened, id)),
            Face::Full | Face::Aggregates => heard,
        })
    }

    /// The landscape as this face may hold it.
    fn landscape(&self, heard: &Heard) -> Landscape {
        let mut landscape = heard.landscape(&self.people);
        if self.face == Face::Aggregates {
            landscape.participants = None;
            landscape = landscape::suppress(&landscape, limit(self.convened));
        }
        landscape
    }

    async fn dialogue(&self, c: &mut Conn) -> anyhow::Result<String> {
        let d = &self.convened.dialogue;
        let delegations = store::delegation::all(c, &d.id).await?;
        // Where the dialogue hides names, the list of those accredited beside the blocs of those who responded would
        // tell them.
        let listed = match d.attribution {
            Attribution::Named => json!(
                delegations
                    .iter()
                    .map(|d| json!({"name": d.name, "kind": d.kind, "observer": d.observer}))
                    .collect::<Vec<_>>()
            ),
            _ => json!(delegations.len()),
        };
        let value = json!({
            "slug": d.slug, "title": d.title, "lang": d.lang, "simulated": d.simulated,
            "opens_at": d.opens_at.map(time), "closes_at": d.closes_at.map(time),
            "rules": {"participation": d.participation, "attribution": d.attribution, "moderation": d.moderation,
                "face": d.face, "settings": self.convened.settings},
            "workshops": self.convened.workshops.iter().map(|w| self.workshop(w)).collect::<Vec<_>>(),
            "delegations": listed,
        });
        Ok(format!("{}\n", serde_json::to_string_pretty(&value)?))
    }

    fn workshop(&self, workshop: &store::dialogue::Workshop) -> serde_json::Value {
        let questions: Vec<_> = self
            .questions()
            .filter(|q| q.workshop_id == workshop.id)
            .map(|q| json!({"id": q.id, "ref": q.reference, "paragraph": q.paragraph, "text": q.text, "lang": q.lang, "kind": q.kind}))
            .collect();
        json!({"number": workshop.number, "title": workshop.title, "questions": questions})
    }

    async fn perspectives(&mut self, c: &mut Conn, pack: &mut Pack) -> anyhow::Result<()> {
        // The columns after `created_at` are what the landscape needs to be computed again.
        const HEADER: [&str; 15] = [
            "id",
            "question",
            "paragraph",
            "text",
            "lang",
            "state",
            "attribution",
            "author",
            "on_behalf_of",
            "entered_by",
            "created_at",
            "number",
            "moderated",
            "is_meta",
            "is_seed",
        ];
        let mut table = Table::begin(pack, "perspectives.csv", &HEADER)?;
        for question in self.questions() {
            let heard = heard::heard(c, question, self.face, &self.counted).await?;
            self.there.extend(heard.perspectives.iter().map(|p| p.id.clone()));
            table.rows(heard.perspectives.iter().map(|p| self.perspective(question, p)))?;
        }
        table.end()?;
        Ok(())
    }

    fn perspective(&self, question: &Question, p: &Perspective) -> [String; 15] {
        let hidden = matches!(p.attribution, Attribution::Unattributed | Attribution::OffTheRecord);
        let author = if hidden { String::new() } else { self.labels.author(self.l, p) };
        let group = self.labels.group(p).unwrap_or_default().to_owned();
        // Taken back or taken off: the public reads that it was, not what it said.
        let gone =
            p.state == PerspectiveState::Erased || (self.face != Face::Full && p.state != PerspectiveState::Published);
        let text = if gone { String::new() } else { p.text.clone() };
        [
            p.id.clone(),
            question.reference.clone(),
            p.paragraph.clone().unwrap_or_default(),
            text,
            p.lang.clone(),
            p.state.to_string(),
            p.attribution.to_string(),
            author,
            group,
            p.entered_by.to_string(),
            time(p.created_at),
            p.number.to_string(),
            p.moderated.to_string(),
            p.meta.to_string(),
            p.seed.to_string(),
        ]
    }

    async fn responses(&self, c: &mut Conn, pack: &mut Pack) -> anyhow::Result<()> {
        const HEADER: [&str; 7] = ["question", "perspective", "participant", "value", "matters", "entered_by", "at"];
        let mut table = Table::begin(pack, "responses.csv", &HEADER)?;
        for question in self.questions() {
            let heard = self.heard(c, question).await?;
            table.rows(heard.responses.iter().map(|r| {
                [
                    question.reference.clone(),
                    r.perspective_id.clone(),
                    r.participant_id.clone(),
                    Value::from_number(r.value).to_string(),
                    flag(r.matters),
                    r.entered_by.clone(),
                    time(r.at),
                ]
            }))?;
        }
        table.end()?;
        Ok(())
    }

    fn participants(&self, pack: &mut Pack) -> anyhow::Result<()> {
        const HEADER: [&str; 5] = ["participant", "kind", "blocs", "joined_at", "way_in"];
        let mut table = Table::begin(pack, "participants.csv", &HEADER)?;
        table.rows(self.people.participants.iter().map(|p| {
            let blocs = self.people.blocs.get(&p.id).map(|of| of.iter().cloned().collect::<Vec<_>>().join(";"));
            // Accredited, let in by an access code, or neither: what stuffing would come through.
            // In a public face it would point at the few who came another way than the rest.
            let way_in = match (&p.delegation_id, &p.code_id) {
                _ if self.face != Face::Full => "",
                (Some(_), _) => "accredited",
                (None, Some(_)) => "code",
                (None, None) => "none",
            };
            [p.id.clone(), p.kind.clone(), blocs.unwrap_or_default(), time(p.joined_at), way_in.to_owned()]
        }))?;
        // Who left after something was published: what was shown can't be computed again without their blocs.
        if self.face == Face::Full {
            let here = self.people.ids();
            let gone = self.people.blocs.iter().filter(|(id, _)| !here.contains(*id)).collect::<BTreeMap<_, _>>();
            table.rows(gone.into_iter().map(|(id, of)| {
                let blocs = of.iter().cloned().collect::<Vec<_>>().join(";");
                [id.clone(), "left".to_owned(), blocs, String::new(), "accredited".to_owned()]
            }))?;
        }
        table.end()?;
        Ok(())
    }

    async fn history(&self, c: &mut Conn, pack: &mut Pack) -> anyhow::Result<()> {
        const HEADER: [&str; 7] = ["question", "perspective", "participant", "value", "matters", "entered_by", "at"];
        let mut table = Table::begin(pack, "history.csv", &HEADER)?;
        for question in self.questions() {
            let events = store::record::history(c, &question.id).await?;
            table.rows(events.into_iter().map(|e| {
                let value = e.value.map_or_else(|| "withdrawn".to_owned(), |v| Value::from_number(v).to_string());
                [
                    question.reference.clone(),
                    e.perspective_id,
                    e.participant_id,
                    value,
                    flag(e.matters),
                    e.entered_by,
                    time(e.at),
                ]
            }))?;
        }
        table.end()?;
        Ok(())
    }

    /// What was published of each response, so that what everybody was shown can be computed again too.
    async fn published(&self, c: &mut Conn, pack: &mut Pack) -> anyhow::Result<()> {
        const HEADER: [&str; 5] = ["question", "perspective", "participant", "inside", "public"];
        let mut table = Table::begin(pack, "published.csv", &HEADER)?;
        let word = |value: Option<i64>| value.map_or_else(String::new, |v| Value::from_number(v).to_string());
        for question in self.questions() {
            let rows = store::publication::of_question(c, &question.id).await?;
            table.rows(rows.into_iter().map(|row| {
                let (inside, public) = (word(row.inside), word(row.in_public));
                [question.reference.clone(), row.perspective_id, row.participant_id, inside, public]
            }))?;
        }
        table.end()?;
        Ok(())
    }

    /// The counts of the landscape, which hides small ones together with those that would tell them.
    async fn counts(&mut self, c: &mut Conn, pack: &mut Pack) -> anyhow::Result<()> {
        const HEADER: [&str; 7] = ["question", "perspective", "by", "name", "agree", "disagree", "pass"];
        let mut table = Table::begin(pack, "counts.csv", &HEADER)?;
        for question in self.questions() {
            let heard = self.heard(c, question).await?;
            let landscape = self.landscape(&heard);
            table.rows(counts(question, &landscape))?;
            self.landscapes.insert(question.reference.clone(), landscape);
        }
        table.end()?;
        Ok(())
    }

    async fn moderation(&self, c: &mut Conn, pack: &mut Pack) -> anyhow::Result<()> {
        let decisions = store::record::decisions(c, &self.convened.dialogue.id).await?;
        // Which delegation left would tell whose the withdrawn perspectives are; of a practice the public reads what was
        // published, not what was sent back.
        let told = |d: &store::record::Decision| match d.object_kind.as_str() {
            _ if self.face == Face::Full => true,
            "perspective" => self.there.contains(&d.object_id),
            kind => !matches!(kind, "delegation" | "practice"),
        };
        let mut table = Table::begin(pack, "moderation.csv", &["at", "object", "decision", "reason"])?;
        table.rows(
            decisions
                .into_iter()
                .filter(told)
                .map(|d| [time(d.at), format!("{}:{}", d.object_kind, d.object_id), d.decision, d.reason]),
        )?;
        table.end()?;
        Ok(())
    }

    async fn question(&self, c: &mut Conn, pack: &mut Pack, question: &Question) -> anyhow::Result<()> {
        let reference = &question.reference;
        let name = format!("landscape/{reference}.json");
        if let Some(landscape) = self.landscapes.get(reference) {
            pack.file(&name, landscape.to_json().as_bytes())?;
            return Ok(());
        }
        let heard = self.heard(c, question).await?;
        let landscape = self.landscape(&heard);
        pack.file(&name, landscape.to_json().as_bytes())?;
        let labels = landscape.participants.iter().flatten().filter_map(|p| Some((p.id.clone(), p.group.clone()?)));
        let about = About { topic: question.text.clone(), ..About::default() };
        let mut comments = heard.comments();
        if self.face != Face::Full {
            comments.iter_mut().filter(|c| c.statement.moderated < 0).for_each(|c| c.statement.text.clear());
        }
        // The history belongs to the full face alone.
        let before = if self.face == Face::Full { heard.answered_before(c, question).await? } else { Vec::new() };
        let (votes, superseded) = heard.polis_votes(&before);
        let export = polis(&votes, &superseded, &comments, &labels.collect::<BTreeMap<_, _>>(), &about);
        let files = [
            ("comments.csv", export.comments),
            ("votes.csv", export.votes),
            ("participants-votes.csv", export.participants_votes),
            ("summary.csv", export.summary),
        ];
        for (name, text) in files {
            pack.file(&format!("polis/{reference}/{name}"), text.as_bytes())?;
        }
        Ok(())
    }

    /// The published summary; in the full face the newest one where none is published.
    async fn summary(&self, c: &mut Conn, pack: &mut Pack) -> anyhow::Result<()> {
        let dialogue = &self.convened.dialogue.id;
        let published = store::summary::published(c, dialogue).await?;
        let version = match (published, self.face) {
            (None, Face::Full) => store::summary::latest(c, dialogue).await?,
            (found, _) => found,
        };
        let Some(version) = version else { return Ok(()) };
        let shown = crate::summary::shown(c, self.convened, &version).await?;
        for format in crate::summary::Format::ALL {
            let bytes = crate::summary::render(&shown, *format)?;
            pack.file(&format!("summary/summary.{}", format.as_str()), &bytes)?;
        }
        Ok(())
    }
}

/// Nothing is published about fewer participants than this.
fn limit(convened: &Convened) -> usize {
    usize::try_from(convened.settings.disclosure_public).unwrap_or(usize::MAX)
}

fn flag(on: bool) -> String {
    u8::from(on).to_string()
}

fn cell(count: Option<u32>) -> String {
    count.map(|n| n.to_string()).unwrap_or_default()
}

fn counts(question: &Question, landscape: &Landscape) -> Vec<[String; 7]> {
    let reference = &question.reference;
    let held = |by: &str, name: &str, h: &Holding| {
        [reference.clone(), h.statement.clone(), by.into(), name.into(), cell(h.agree), cell(h.disagree), cell(h.pass)]
    };
    let all = landscape.statements.iter().map(|s| {
        [reference.clone(), s.id.clone(), "all".into(), String::new(), cell(s.agree), cell(s.disagree), cell(s.pass)]
    });
    let groups = landscape.groups.iter().flat_map(|g| g.statements.iter().map(|h| held("group", &g.id, h)));
    let blocs = landscape.blocs.iter().flat_map(|b| b.statements.iter().map(|h| held("bloc", &b.name, h)));
    all.chain(groups).chain(blocs).collect()
}
