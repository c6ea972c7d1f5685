//! A dialogue in which something was said: 24 delegations in two camps, perspectives of every attribution.

use crate::house::{Folder, PAPER, stores};
use indaba::app::{self, App, Config, Convened};
use indaba::opening::{Rules, convene};
use indaba::store::delegation::Delegation;
use indaba::store::participant::Participant;
use indaba::store::perspective::Perspective;
use indaba::store::response::{self, Change};
use indaba::store::{self, Conn};
use indaba::words::{Attribution, DialogueState, EnteredBy, Kind, PerspectiveState, Value};
use std::sync::Arc;

/// The disclosure limit in public.
pub const K: u32 = 10;

/// The store with what was said in it.
pub struct Hall {
    pub app: Arc<App>,
    pub slug: String,
    /// The participants' ids.
    pub participants: Vec<String>,
    /// The id of a perspective given by name, by Arkenia.
    pub named: String,
    _folder: Folder,
}

impl Hall {
    /// The dialogue as it is now.
    pub async fn convened(&self) -> Convened {
        app::convened(&mut self.app.db.read().await.unwrap(), &self.slug).await.unwrap().unwrap()
    }
}

/// One on each engine.
pub async fn hall() -> Vec<Hall> {
    let mut halls = Vec::new();
    for (db, folder) in stores().await {
        let paper = papers::read(PAPER.as_bytes(), papers::Format::Markdown, &papers::Limits::default()).unwrap();
        let mut c = db.write().await.unwrap();
        let rules = Rules { state: DialogueState::Open, ..Rules::default() };
        let slug = convene(&mut c, &paper, None, &rules, 1).await.unwrap();
        let convened = app::convened(&mut c, &slug).await.unwrap().unwrap();
        let participants = delegations(&mut c, &convened.dialogue.id).await;
        let perspectives = perspectives(&mut c, &convened, &participants).await;
        respond(&mut c, &convened, &participants, &perspectives).await;
        c.commit().await.unwrap();
        let config = Config { limits: false, shortcuts: false, address: String::new(), ..Config::for_trial().unwrap() };
        let app = App::start(db, config).await.unwrap();
        halls.push(Hall { app, slug, participants, named: perspectives[0].clone(), _folder: folder });
    }
    halls
}

async fn delegations(c: &mut Conn, dialogue: &str) -> Vec<String> {
    let mut participants = Vec::new();
    for i in 0..24usize {
        let delegation = Delegation {
            id: store::new_id(),
            name: if i == 0 { "Arkenia".to_owned() } else { format!("Land {i}") },
            kind: if i < 19 { Kind::State } else { Kind::City },
            country: String::new(),
            roles: if i % 2 == 0 { "origin" } else { "destination" }.to_owned(),
            negotiating_groups: String::new(),
            observer: false,
            lang: "en".to_owned(),
            created_at: 2,
        };
        store::delegation::insert(c, dialogue, &delegation).await.unwrap();
        let participant = Participant::new("delegation", Some(&delegation.id), 2);
        store::participant::insert(c, dialogue, &participant).await.unwrap();
        participants.push(participant.id);
    }
    participants
}

async fn perspectives(c: &mut Conn, convened: &Convened, authors: &[String]) -> Vec<String> {
    let said = [
        ("Skills of nurses should be recognised first.", Attribution::Named),
        ("Employers profit and should pay.", Attribution::ByCategory),
        ("Each country recognises for itself.", Attribution::Unattributed),
        ("A pilot with four trades is enough.", Attribution::Named),
        ("This is off the record said.", Attribution::OffTheRecord),
        ("Nobody knows what it costs.", Attribution::Named),
    ];
    let mut ids = Vec::new();
    for (i, (text, attribution)) in said.into_iter().enumerate() {
        let perspective = Perspective {
            id: store::new_id(),
            question_id: convened.questions[0].id.clone(),
            number: i64::try_from(i).unwrap(),
            paragraph: (i == 0).then(|| "2".to_owned()),
            text: text.to_owned(),
            lang: "en".to_owned(),
            state: PerspectiveState::Published,
            attribution,
            author_id: Some(authors[i].clone()),
            on_behalf_of: None,
            entered_by: EnteredBy::Author,
            statement_id: None,
            moderated: 0,
            meta: false,
            seed: false,
            created_at: 3,
            changed_at: 3,
        };
        store::perspective::insert(c, &convened.dialogue.id, &perspective).await.unwrap();
        ids.push(perspective.id);
    }
    ids
}

/// Origin agrees with the second and third, destination does not; everybody agrees with the first; only some answer
/// the last.
async fn respond(c: &mut Conn, convened: &Convened, participants: &[String], perspectives: &[String]) {
    let mut changes = Vec::new();
    for (i, participant) in participants.iter().enumerate() {
        for (j, perspective) in perspectives.iter().enumerate() {
            let value = match j {
                0 => Value::Agree,
                1 | 2 if i % 2 == 0 => Value::Agree,
                1 | 2 => Value::Disagree,
                3 if i % 5 == 0 => Value::Pass,
                3 => Value::Agree,
                _ if i < 4 => Value::Agree,
                _ => continue,
            };
            changes.push(Change {
                participant: participant.clone(),
                perspective: perspective.clone(),
                question: convened.questions[0].id.clone(),
                value: Some(value),
                matters: false,
                attribution: Attribution::Named,
                entered_by: EnteredBy::Author,
                at: 4,
            });
        }
    }
    response::apply(c, &changes).await.unwrap();
}
