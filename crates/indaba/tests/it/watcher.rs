//! A dialogue in which everything that can be seen of responses is looked at and compared with what was seen before.

use crate::house::TestHouse;
use indaba::access::Role;
use indaba::blocs;
use indaba::store::code::AccessCode;
use indaba::store::participant::Participant;
use indaba::store::publication::{self, Published};
use indaba::store::response::{self, Vote};
use indaba::store::{self, Conn};
use indaba::words::{Kind, Value};
use landscape::{Holding, Landscape};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;

/// A dialogue that is watched.
pub struct Watched {
    pub house: TestHouse,
    pub perspectives: Vec<String>,
    /// 24 delegations, then 36 people, the last four of them by one code.
    pub participants: Vec<String>,
    pub code: String,
    /// Somebody of the public and somebody of a delegation, who have answered everything.
    pub person: (String, String),
    pub head: (String, String),
    blocs: BTreeMap<String, BTreeSet<String>>,
}

pub async fn watched(mut house: TestHouse) -> Watched {
    let mut perspectives = Vec::new();
    for text in ["Nurses first.", "Builders first."] {
        perspectives.push(house.perspective(0, text).await);
    }
    let mut participants = Vec::new();
    let mut head = (String::new(), String::new());
    for i in 0..24 {
        let (kind, roles) = (if i % 6 == 0 { Kind::City } else { Kind::State }, ["origin", "destination"][i % 2]);
        let delegation = house.delegation(&format!("Land {i}"), kind, roles).await;
        let mut c = house.app.db.read().await.unwrap();
        participants.push(store::participant::of_delegation(&mut c, &delegation).await.unwrap().unwrap());
        if i == 0 {
            head = (participants[0].clone(), house.member(Role::Head, Some(&delegation)).await);
        }
    }
    let mut person = (String::new(), String::new());
    for _ in 0..32 {
        person = house.participant().await;
        participants.push(person.0.clone());
    }
    let code = by_code(&house, &mut participants).await;
    let declared = blocs::declared(&mut house.app.db.read().await.unwrap(), &house.dialogue).await.unwrap();
    let mut members: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (who, of) in declared {
        for bloc in of {
            members.entry(bloc.id()).or_default().insert(who.clone());
        }
    }
    house.restart().await;
    Watched { house, perspectives, participants, code, person, head, blocs: members }
}

async fn by_code(house: &TestHouse, participants: &mut Vec<String>) -> String {
    let code = AccessCode {
        id: store::new_id(),
        code: "ABCD-EFGH".to_owned(),
        label: String::new(),
        uses_max: 4,
        uses: 4,
        created_at: 1,
        set_aside_at: None,
        set_aside_reason: None,
    };
    let mut c = house.app.db.write().await.unwrap();
    store::code::insert(&mut c, &house.dialogue, &code).await.unwrap();
    for _ in 0..4 {
        let code_id = Some(code.id.clone());
        let participant = Participant { code_id, ..Participant::new("person", None, 1) };
        store::participant::insert(&mut c, &house.dialogue, &participant).await.unwrap();
        participants.push(participant.id);
    }
    c.commit().await.unwrap();
    code.id
}

/// Agree, pass and disagree of a set on a perspective.
pub type Cells = BTreeMap<(String, String), [u32; 3]>;

/// Everything that somebody can see of the responses.
#[derive(Debug, Default, PartialEq)]
pub struct Sight {
    pub cells: Cells,
    /// What else there is, by name: compared byte by byte.
    pub pages: BTreeMap<String, String>,
}

impl Watched {
    pub async fn write(&self, what: impl AsyncFnOnce(&mut Conn)) {
        let mut c = self.house.app.db.write().await.unwrap();
        what(&mut c).await;
        c.commit().await.unwrap();
    }

    pub async fn respond(&self, who: &str, what: &str, value: Option<Value>) {
        let change = self.house.change(who, what, value);
        self.write(async |c| response::apply(c, &[change]).await.unwrap()).await;
    }

    /// Looks at a server that was started a moment ago.
    pub async fn look(&mut self, inside: bool) -> Sight {
        self.house.restart().await;
        let token = if inside { Some(self.head.1.as_str()) } else { None };
        let at = format!("/d/{}/q/3.1", self.house.slug);
        let mut sight = Sight::default();
        let json = self.house.get(&format!("{at}/landscape.json"), token).await.text();
        sight.cells = cells(&json);
        let api = format!("/api/v1/questions/{}/landscape", self.house.questions[0]);
        let mut told = self.house.get(&api, token).await.json();
        told.as_object_mut().unwrap().remove("participants_without_code").expect("how many came without a code");
        assert_eq!(told, serde_json::from_str::<serde_json::Value>(&json).unwrap());
        sight.pages.insert("json".to_owned(), json);
        for page in ["landscape", "landscape.html", "landscape/since"] {
            let text = self.house.get(&format!("{at}/{page}"), token).await.text();
            // How many have answered is no secret; it is said while nothing else is.
            let text = text.lines().filter(|line| !line.contains("answered so far")).collect();
            sight.pages.insert(page.to_owned(), text);
        }
        let hall = self.house.get(&format!("{at}/hall"), token).await.text();
        sight.pages.insert("hall".to_owned(), hall.rsplit_once("<div class=\"cols\">").unwrap().1.to_owned());
        for (n, perspective) in self.perspectives.iter().enumerate() {
            let token = if inside { &self.head.1 } else { &self.person.1 };
            let page = self.house.get(&format!("{at}?answered={perspective}"), Some(token)).await.text();
            sight.pages.insert(format!("tally {n}"), tally(&page));
        }
        let zip = self.house.get(&format!("/d/{}/record.zip", self.house.slug), token).await;
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(zip.body)).unwrap();
        for name in ["counts.csv", "landscape/3.1.json"] {
            let mut text = String::new();
            zip.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            sight.pages.insert(name.to_owned(), text);
        }
        sight
    }

    pub async fn published(&self) -> Vec<Published> {
        publication::of_question(&mut self.house.app.db.read().await.unwrap(), &self.house.questions[0]).await.unwrap()
    }

    pub async fn live(&self) -> Vec<Vote> {
        response::votes(&mut self.house.app.db.read().await.unwrap(), &self.house.questions[0]).await.unwrap()
    }
}

/// The table of what was answered; how many answered before there is one is no secret.
fn tally(page: &str) -> String {
    let table = page.split_once("<table class=\"tally\">").and_then(|(_, rest)| rest.split_once("</table>"));
    // Which of the answers is the reader's own is marked.
    table.map_or_else(String::new, |(table, _)| table.replace("<small class=\"soft\">yours</small>", ""))
}

fn cells(json: &str) -> Cells {
    let landscape = Landscape::from_json(json).unwrap();
    assert!(landscape.participants.is_none(), "single participants are shown");
    let all = landscape.statements.iter().map(|s| (String::new(), s.id.clone(), s.agree, s.pass, s.disagree));
    let held = |name: &str, h: &Holding| (name.to_owned(), h.statement.clone(), h.agree, h.pass, h.disagree);
    let blocs = landscape.blocs.iter().flat_map(|b| b.statements.iter().map(|h| held(&b.name, h)).collect::<Vec<_>>());
    let shown = all.chain(blocs).filter_map(|(of, what, a, p, d)| Some(((of, what), [a?, p?, d?])));
    shown.collect()
}

/// What was published, by perspective and participant.
pub type Shown = BTreeMap<(String, String), i64>;

pub fn shown(published: &[Published], inside: bool) -> Shown {
    let value = |p: &Published| if inside { p.inside } else { p.in_public };
    published.iter().filter_map(|p| Some(((p.perspective_id.clone(), p.participant_id.clone()), value(p)?))).collect()
}

/// What a watcher remembers: of each cell its last figures, and what stood behind them.
pub struct Watcher {
    pub inside: bool,
    limit: usize,
    pub last: BTreeMap<(String, String), ([u32; 3], Shown)>,
    sight: Sight,
    behind: Shown,
    pub renewals: usize,
}

impl Watcher {
    pub fn new(inside: bool, limit: usize) -> Watcher {
        let (last, sight, behind) = Default::default();
        Watcher { inside, limit, last, sight, behind, renewals: 0 }
    }

    /// Compares everything with everything seen before.
    pub fn compare(&mut self, watched: &Watched, sight: Sight, published: &[Published], what: &str) {
        let behind = shown(published, self.inside);
        if behind == self.behind {
            let other =
                sight.pages.iter().filter(|(name, text)| self.sight.pages.get(*name).is_some_and(|t| t != *text));
            let other: Vec<&String> = other.map(|(name, _)| name).collect();
            assert!(other.is_empty(), "{what}: nothing was published, and {other:?} changed");
        } else {
            self.renewals += 1;
        }
        for ((unit, perspective), figures) in &sight.cells {
            let key = (unit.clone(), perspective.clone());
            if let Some((before, stood)) = self.last.get(&key)
                && before != figures
            {
                let counts = |(_, who): &(String, String)| unit.is_empty() || watched.blocs[unit].contains(who);
                let of = |all: &Shown, who: &(String, String)| all.get(who).copied();
                let about: BTreeSet<&(String, String)> = stood
                    .keys()
                    .chain(behind.keys())
                    .filter(|key| key.0 == *perspective && counts(key) && of(stood, key) != of(&behind, key))
                    .collect();
                let (unit, n) = (if unit.is_empty() { "everybody" } else { unit }, about.len());
                assert!(n >= self.limit, "{what}: {unit} on {perspective} tells of {n}: {before:?} to {figures:?}");
            }
            self.last.insert(key, (*figures, behind.clone()));
        }
        (self.sight, self.behind) = (sight, behind);
    }

    /// Something other than responses changed what is shown, such as the words of a perspective: only figures are
    /// compared with those before.
    pub fn compare_figures(&mut self, watched: &Watched, sight: Sight, published: &[Published], what: &str) {
        self.sight.pages.clone_from(&sight.pages);
        self.compare(watched, sight, published, what);
    }

    pub fn rename(&mut self, from: &str, to: &str) {
        for stood in self.last.values_mut().map(|(_, stood)| stood).chain([&mut self.behind]) {
            let renamed = |who: String| if who == from { to.to_owned() } else { who };
            *stood = std::mem::take(stood).into_iter().map(|((what, who), n)| ((what, renamed(who)), n)).collect();
        }
    }
}
