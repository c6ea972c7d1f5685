//! A small house for tests: a store on each engine, the real router on a loopback port, and one open dialogue.

use indaba::access::Role;
use indaba::app::{App, Config};
use indaba::commands::bench::client::{Asked, Client, Reply};
use indaba::opening::{Rules, convene};
use indaba::secret;
use indaba::store::delegation::Delegation;
use indaba::store::participant::Participant;
use indaba::store::person::{Member, Person};
use indaba::store::perspective::Perspective;
use indaba::store::response::Change;
use indaba::store::session::Session;
use indaba::store::{self, Db};
use indaba::web::router;
use indaba::words::{Attribution, DialogueState, EnteredBy, Kind, PerspectiveState, Value};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The paper of every test: two workshops, three questions.
pub const PAPER: &str = "\
**TEST/PAPER/1**

**Original: English**
**2 March 2026**

# Seasons, skills and return: a paper for tests

1. People move with the seasons. This paragraph sets out the subject.

## Skills

2. Skills are learned in one place and used in another.

3. Delegations are invited to share their views on the following questions:

- Which skills should be recognised first?
- Who should pay for their recognition?

## Return

4. Some return after a season, others after a lifetime.

5. Delegations are invited to share their views on the following questions:

- What makes a return last?
";

/// A temporary folder that goes away with the test.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Folder {
        let path = std::env::temp_dir().join(format!("indaba-test-{}", store::new_id()));
        std::fs::create_dir_all(&path).expect("a temporary folder");
        Folder(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// A store of its own on each engine: SQLite always, PostgreSQL where `INDABA_TEST_POSTGRES` names a server.
pub async fn stores() -> Vec<(Db, Folder)> {
    let folder = Folder::new();
    let file = folder.path().join("indaba.db");
    let mut stores = vec![(Db::open(file.to_str().expect("a readable path")).await.expect("SQLite"), folder)];
    match std::env::var("INDABA_TEST_POSTGRES") {
        Ok(address) => {
            stores.push((Db::open(&fresh_database(&address).await).await.expect("PostgreSQL"), Folder::new()));
        }
        Err(_) => println!("PostgreSQL: not tested, INDABA_TEST_POSTGRES is not set (bin/with-postgres sets it)"),
    }
    stores
}

/// A new database on the server that an address names.
async fn fresh_database(address: &str) -> String {
    use sqlx::{Connection, Executor};
    let name = format!("indaba_{}", store::new_id().replace('-', ""));
    let mut server = sqlx::PgConnection::connect(address).await.expect("the PostgreSQL server");
    server.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.expect("a new database");
    let (server, _) = address.rsplit_once('/').expect("an address with a database");
    format!("{server}/{name}")
}

/// One server with one dialogue.
pub struct TestHouse {
    /// What its handlers share.
    pub app: Arc<App>,
    /// Where it listens.
    pub address: SocketAddr,
    /// The dialogue's slug: `test-paper-1`.
    pub slug: String,
    /// The dialogue's id.
    pub dialogue: String,
    /// The ids of its three questions, in order.
    pub questions: Vec<String>,
    folder: Folder,
}

async fn served(db: Db, limits: bool) -> (Arc<App>, SocketAddr) {
    served_as(db, limits, |config| config).await
}

/// A server whose administrator changed something of how it was started.
pub async fn served_as(db: Db, limits: bool, change: impl FnOnce(Config) -> Config) -> (Arc<App>, SocketAddr) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let address = listener.local_addr().expect("an address");
    let own = format!("http://{address}");
    let trial = Config::for_trial().expect("a trial");
    let config = Config { limits, address: own, vocabulary: words(), ..trial };
    let app = App::start(db, change(config)).await.expect("an app");
    let service = router::router(Arc::clone(&app)).into_make_service_with_connect_info::<SocketAddr>();
    tokio::spawn(async move { axum::serve(listener, service).await });
    (app, address)
}

impl TestHouse {
    /// A house on each engine, with an open dialogue in which everybody may take part.
    pub async fn open() -> Vec<TestHouse> {
        TestHouse::with(&Rules { state: DialogueState::Open, ..Rules::default() }, false).await
    }

    /// Houses whose dialogue has other rules, with limits on or off.
    pub async fn with(rules: &Rules, limits: bool) -> Vec<TestHouse> {
        let mut houses = Vec::new();
        for (db, folder) in stores().await {
            houses.push(TestHouse::on(db, folder, rules, limits).await);
        }
        houses
    }

    async fn on(db: Db, folder: Folder, rules: &Rules, limits: bool) -> TestHouse {
        let paper =
            papers::read(PAPER.as_bytes(), papers::Format::Markdown, &papers::Limits::default()).expect("a paper");
        let mut c = db.write().await.expect("a writer");
        let slug = convene(&mut c, &paper, None, rules, store::now()).await.expect("a dialogue");
        c.commit().await.expect("a commit");
        let (app, address) = served(db, limits).await;
        let convened = app.dialogue(&slug).await.expect("a read").expect("the dialogue");
        let questions = convened.questions.iter().map(|q| q.id.clone()).collect();
        TestHouse { app, address, dialogue: convened.dialogue.id.clone(), slug, questions, folder }
    }

    /// The same store behind a server that has just started: what the last one remembered is gone.
    pub async fn restart(&mut self) {
        (self.app, self.address) = served(self.app.db.clone(), self.app.config.limits).await;
    }

    /// The same, started otherwise.
    pub async fn restart_as(&mut self, change: impl FnOnce(Config) -> Config) {
        (self.app, self.address) = served_as(self.app.db.clone(), self.app.config.limits, change).await;
    }

    /// Its data directory (of the built-in store).
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// Sends one request on a connection of its own.
    pub async fn send(&self, asked: Asked<'_>) -> Reply {
        Client::connect(self.address).await.expect("a connection").send(asked).await.expect("an answer")
    }

    /// `GET`, as the bearer of a token (none: a visitor). A page that says that it is still being computed, and asks to be
    /// fetched anew (`refresh`), is fetched anew, as a browser does: on a busy machine the first one comes before the figures.
    pub async fn get(&self, path: &str, token: Option<&str>) -> Reply {
        loop {
            let reply = self.send(Asked { path, token, ..Asked::default() }).await;
            if !reply.headers.contains_key("refresh") {
                return reply;
            }
        }
    }

    /// A request with a JSON body.
    pub async fn json(&self, method: &str, path: &str, token: Option<&str>, body: &str) -> Reply {
        self.send(Asked { method, path, token, body, media: "application/json", ..Asked::default() }).await
    }

    /// `POST` of a form.
    pub async fn form(&self, path: &str, token: Option<&str>, body: &str) -> Reply {
        let media = "application/x-www-form-urlencoded";
        self.send(Asked { method: "POST", path, token, body, media, ..Asked::default() }).await
    }

    /// A token with which one is in a role in this dialogue; none for a visitor.
    pub async fn token(&self, role: Role) -> Option<String> {
        match role {
            Role::Visitor => None,
            Role::Participant => Some(self.participant().await.1),
            Role::Rapporteur | Role::Auditor | Role::Secretariat => Some(
                self.session(|s| {
                    s.role = Some(role.as_str().to_owned());
                    s.dialogue_id = Some(self.dialogue.clone());
                })
                .await,
            ),
            // A secretariat's token without a dialogue is the operator's (`indaba token`).
            Role::Operator => Some(self.session(|s| s.role = Some(Role::Secretariat.as_str().to_owned())).await),
            Role::Observer | Role::Adviser | Role::Delegate | Role::Head | Role::FocalPoint => {
                Some(self.member(role, None).await)
            }
            Role::Expert | Role::Host | Role::Broker => Some(self.somebody(role, None).await),
        }
    }

    /// A new participant of the open consultation: id and token.
    pub async fn participant(&self) -> (String, String) {
        let id = self.insert_participant(None).await;
        let token = self
            .session(|s| {
                s.participant_id = Some(id.clone());
                s.dialogue_id = Some(self.dialogue.clone());
            })
            .await;
        (id, token)
    }

    /// A new delegation of a kind with roles (`origin;transit`): its id.
    pub async fn delegation(&self, name: &str, kind: Kind, roles: &str) -> String {
        self.delegation_of(name, kind, roles, "").await
    }

    /// The same, of a country (UN M49).
    pub async fn delegation_of(&self, name: &str, kind: Kind, roles: &str, country: &str) -> String {
        let delegation = Delegation {
            id: store::new_id(),
            name: name.to_owned(),
            kind,
            country: country.to_owned(),
            roles: roles.to_owned(),
            negotiating_groups: String::new(),
            observer: false,
            lang: "en".to_owned(),
            created_at: store::now(),
        };
        let mut c = self.app.db.write().await.expect("a writer");
        store::delegation::insert(&mut c, &self.dialogue, &delegation).await.expect("a delegation");
        c.commit().await.expect("a commit");
        self.insert_participant(Some(&delegation.id)).await;
        delegation.id
    }

    /// The token of a new member in a role, of a delegation (none: one of its own).
    pub async fn member(&self, role: Role, delegation: Option<&str>) -> String {
        let id = match delegation {
            Some(id) => id.to_owned(),
            None => self.delegation(&format!("Delegation {}", store::new_id()), Kind::State, "origin").await,
        };
        self.somebody(role, Some(id)).await
    }

    /// The token of a new account in a role, with or without a delegation.
    pub async fn somebody(&self, role: Role, delegation: Option<String>) -> String {
        let person = Person {
            id: store::new_id(),
            sign_in: store::new_id(),
            name: "Somebody".to_owned(),
            password: None,
            created_at: store::now(),
        };
        let member = Member { id: store::new_id(), delegation_id: delegation, role: role.as_str().to_owned() };
        let mut c = self.app.db.write().await.expect("a writer");
        store::person::insert(&mut c, &person).await.expect("a person");
        store::person::insert_member(&mut c, &self.dialogue, &person.id, &member, store::now())
            .await
            .expect("a member");
        c.commit().await.expect("a commit");
        self.session(|s| s.person_id = Some(person.id.clone())).await
    }

    /// A published perspective without author under a question (0, 1, 2): its id.
    pub async fn perspective(&self, question: usize, text: &str) -> String {
        let mut c = self.app.db.write().await.expect("a writer");
        let now = store::now();
        let perspective = Perspective {
            id: store::new_id(),
            question_id: self.questions[question].clone(),
            number: store::perspective::next_number(&mut c, &self.questions[question]).await.expect("a number"),
            paragraph: None,
            text: text.to_owned(),
            lang: "en".to_owned(),
            state: PerspectiveState::Published,
            attribution: Attribution::Named,
            author_id: None,
            on_behalf_of: None,
            entered_by: EnteredBy::Author,
            statement_id: None,
            moderated: 0,
            meta: false,
            seed: true,
            created_at: now,
            changed_at: now,
        };
        store::perspective::insert(&mut c, &self.dialogue, &perspective).await.expect("a perspective");
        c.commit().await.expect("a commit");
        self.app.forget(&self.slug, Some(&self.questions[question]));
        perspective.id
    }

    /// A response under the first question, or that it was taken back.
    pub fn change(&self, participant: &str, perspective: &str, value: Option<Value>) -> Change {
        Change {
            participant: participant.to_owned(),
            perspective: perspective.to_owned(),
            question: self.questions[0].clone(),
            value,
            matters: false,
            attribution: Attribution::Named,
            entered_by: EnteredBy::Author,
            at: store::now(),
        }
    }

    async fn insert_participant(&self, delegation: Option<&str>) -> String {
        let kind = if delegation.is_some() { "delegation" } else { "person" };
        let participant = Participant::new(kind, delegation, store::now());
        let mut c = self.app.db.write().await.expect("a writer");
        store::participant::insert(&mut c, &self.dialogue, &participant).await.expect("a participant");
        c.commit().await.expect("a commit");
        participant.id
    }

    async fn session(&self, fill: impl FnOnce(&mut Session)) -> String {
        let token = secret::token().expect("random bytes");
        let now = store::now();
        let mut session = Session {
            token_hash: secret::hash(&token),
            person_id: None,
            participant_id: None,
            role: None,
            dialogue_id: None,
            expires_at: now + 3_600_000,
        };
        fill(&mut session);
        let mut c = self.app.db.write().await.expect("a writer");
        store::session::insert(&mut c, &session, now).await.expect("a session");
        c.commit().await.expect("a commit");
        token
    }
}

/// A vocabulary of three concepts, so that a test names what it means.
fn words() -> Arc<exchange::Vocabulary> {
    let mut vocabulary = exchange::Vocabulary::new();
    let english = || exchange::Tag::parse("en").expect("a language");
    for (id, kind, broader, label) in [
        ("nursing", exchange::Kind::Skill, &[][..], "nursing care"),
        ("theatre-nursing", exchange::Kind::Skill, &["nursing"][..], "operating theatre nursing"),
        ("hygiene", exchange::Kind::Skill, &[][..], "hospital hygiene"),
        ("nurse", exchange::Kind::Occupation, &[][..], "nurse"),
    ] {
        let row = exchange::Row { id, kind, isco: None, broader, labels: &[(english(), label)] };
        vocabulary.add(&row).expect("a concept");
    }
    Arc::new(vocabulary)
}
