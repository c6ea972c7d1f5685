//! What handlers share: the store, what was read a moment ago, and the live parts.

use crate::exchange::matching::{self, Known};
use crate::keys::Keyring;
use crate::landing_zone::ahead;
use crate::live::{Live, Writer, publication};
use crate::partner::key::ServerKey;
use crate::partner::trust::{Trust, TrustError};
use crate::recent::{Recent, Turn};
use crate::secret;
use crate::store::dialogue::{Dialogue, Settings, Workshop};
use crate::store::perspective::Perspective;
use crate::store::question::{Progress, Question};
use crate::store::session::Session;
use crate::store::{self, Conn, Db, Moment, Stored, response};
use crate::words::DialogueState;
use ::corridors::Pack;
use ::exchange::Vocabulary;
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, RwLock};
use std::time::Duration;

/// How this server was started.
#[derive(Debug, Clone)]
pub struct Config {
    /// Rate limits and budgets; off for load runs on loopback.
    pub limits: bool,
    /// Sign-in shortcuts of the demo; on loopback only.
    pub shortcuts: bool,
    /// The address that links and QR codes carry, without a slash at the end.
    pub address: String,
    /// The keys that seal names and contacts of the exchange.
    pub keys: Arc<Keyring>,
    /// The key that signs what partner servers are told.
    pub server_key: Arc<ServerKey>,
    /// Whose certificates are believed when partner servers are spoken with.
    pub trust: Trust,
    /// The mail server that notices of decisions are sent with; none where they stand on pages alone.
    pub mail: Option<Arc<crate::mail::Mailer>>,
    /// The vocabulary that needs and offers are coded with, before the server's own concepts.
    pub vocabulary: Arc<Vocabulary>,
    /// The records of corridors; none where those that come with the program do.
    pub records: Option<Arc<Pack>>,
    /// The assumptions of the model of corridors; none where those that come with the program hold.
    pub assumptions: Option<Arc<crate::corridors::Table>>,
}

impl Config {
    /// On loopback, with keys and a vocabulary in memory: for tests and trials.
    pub fn for_trial() -> Result<Config, TrustError> {
        let mut seed = [0; 32];
        // A trial without random bytes signs with a fixed key: nothing that matters is signed with it.
        let _ = getrandom::fill(&mut seed);
        Ok(Config {
            server_key: Arc::new(ServerKey::of(seed)),
            trust: Trust::usual()?,
            mail: None,
            limits: true,
            shortcuts: false,
            address: String::new(),
            keys: Arc::new(Keyring::of(crate::keys::Key::new().into_iter().collect())),
            vocabulary: Arc::new(Vocabulary::own()),
            records: None,
            assumptions: None,
        })
    }
}

/// The program while it serves.
#[derive(Debug)]
pub struct App {
    /// The store.
    pub db: Db,
    /// How it was started.
    pub config: Config,
    /// Responses on their way to the disk.
    pub writer: Writer,
    /// Landscapes, and who watches them.
    pub live: Live,
    /// The model of corridors.
    pub corridors: crate::corridors::Corridors,
    /// Landing zones, and those that are being worked out.
    pub landing: crate::landing_zone::Rooms,
    /// How often somebody did something lately.
    pub pace: crate::pace::Pace,
    /// Wakes the delivery to partner servers before its time.
    pub letters: tokio::sync::Notify,
    /// Wakes the delivery of mail before its time.
    pub mail: tokio::sync::Notify,
    /// The server's key for hashes of network addresses.
    pub key: String,
    sessions: Recent<String, Session>,
    dialogues: Recent<String, Arc<Convened>>,
    boards: Recent<String, Arc<Board>>,
    places: Recent<String, String>,
    asked: Recent<String, String>,
    vocabulary: RwLock<Arc<Vocabulary>>,
    unlisted: RwLock<Arc<HashSet<String>>>,
    offers: Recent<String, Known>,
    progress: Recent<String, Arc<Vec<Progress>>>,
    published: Recent<String, ()>,
    looked: Recent<String, Grounds>,
}

/// What a publication follows from; while it is the same there is nothing new to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Grounds {
    stamp: response::Stamp,
    state: DialogueState,
    limits: [u32; 2],
}

/// A dialogue with what every page of it needs.
#[derive(Debug)]
pub struct Convened {
    /// The dialogue.
    pub dialogue: Dialogue,
    /// Its limits.
    pub settings: Settings,
    /// Its paper.
    pub paper: papers::Paper,
    /// Its workshops, in order.
    pub workshops: Vec<Workshop>,
    /// Its questions in any state, in order.
    pub questions: Vec<Question>,
}

impl Convened {
    /// The published question with a reference (`10.1`).
    pub fn question(&self, reference: &str) -> Option<&Question> {
        self.questions.iter().find(|q| q.reference == reference && q.state == "published")
    }

    /// A question by its id, in any state.
    pub fn question_by_id(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|q| q.id == id)
    }

    /// A workshop by its id.
    pub fn workshop(&self, id: &str) -> Option<&Workshop> {
        self.workshops.iter().find(|w| w.id == id)
    }

    /// The wording of a paragraph.
    pub fn paragraph(&self, number: &str) -> Option<&papers::Paragraph> {
        self.paper.paragraph(number)
    }
}

/// The perspectives of a question, with how often each was responded to.
#[derive(Debug)]
pub struct Board {
    /// In any state, by number.
    pub perspectives: Vec<Perspective>,
    /// Counted responses of each, in the same order.
    pub responses: Vec<i64>,
}

impl App {
    /// Starts the live parts on an open store.
    pub async fn start(db: Db, config: Config) -> anyhow::Result<Arc<App>> {
        let key = server_key(&db).await?;
        let (vocabulary, unlisted) = vocabulary(&db, &config).await?;
        let live = Live::default();
        let app = Arc::new(App {
            writer: Writer::start(db.clone(), live.clone()),
            landing: crate::landing_zone::Rooms::new(live.clone()),
            live,
            corridors: crate::corridors::Corridors::new(config.records.clone(), config.assumptions.clone()),
            pace: crate::pace::Pace::default(),
            letters: tokio::sync::Notify::new(),
            mail: tokio::sync::Notify::new(),
            db,
            config,
            key,
            sessions: Recent::new(Duration::from_secs(5), 50_000),
            dialogues: Recent::new(Duration::from_secs(1), 1_000),
            boards: Recent::new(Duration::from_secs(1), 1_000),
            // Counting all responses of a dialogue is its dearest query, and a number two seconds old is good enough.
            progress: Recent::new(Duration::from_secs(2), 1_000),
            // A question never moves to another dialogue.
            places: Recent::new(Duration::from_secs(3_600), 100_000),
            // Nor does a perspective move to another question.
            asked: Recent::new(Duration::from_secs(3_600), 100_000),
            published: Recent::new(Duration::from_secs(1), 1_000),
            looked: Recent::new(Duration::from_secs(3_600), 1_000),
            vocabulary: RwLock::new(Arc::new(vocabulary)),
            unlisted: RwLock::new(Arc::new(unlisted)),
            // Kept by its stamp; the time only bounds how long an expired offer stays in it.
            offers: Recent::new(Duration::from_secs(60), 100),
        });
        tokio::spawn(ahead::run(Arc::downgrade(&app), Arc::clone(&app.landing.due)));
        Ok(app)
    }

    /// The session behind a token.
    pub async fn session(&self, token: &str, now: Moment) -> Stored<Option<Session>> {
        let hash = secret::hash(token);
        if let Some(session) = self.sessions.get(&hash) {
            return Ok(Some(session).filter(|s| s.expires_at > now));
        }
        let found = store::session::by_token(&mut self.db.read().await?, &hash, now).await?;
        if let Some(session) = &found {
            self.sessions.put(hash, session.clone());
        }
        Ok(found)
    }

    /// Forgets a session that was ended, at once.
    pub fn forget_session(&self, token_hash: &str) {
        self.sessions.forget(token_hash);
    }

    /// The dialogue at an address, at most a second old.
    pub async fn dialogue(&self, slug: &str) -> anyhow::Result<Option<Arc<Convened>>> {
        if let Some(found) = self.dialogues.get(slug) {
            return Ok(Some(found));
        }
        let turn = match self.dialogues.turn(slug).await {
            Turn::Mine(turn) => turn,
            Turn::Known(found) => return Ok(Some(found)),
        };
        let Some(read) = convened(&mut self.db.read().await?, slug).await? else { return Ok(None) };
        let read = Arc::new(read);
        self.dialogues.put(slug.to_owned(), Arc::clone(&read));
        drop(turn);
        Ok(Some(read))
    }

    /// The address of the dialogue that holds a question.
    pub async fn slug_of_question(&self, question: &str) -> Stored<Option<String>> {
        self.slug_of(question, true).await
    }

    /// The address of the dialogue that holds a perspective.
    pub async fn slug_of_perspective(&self, perspective: &str) -> Stored<Option<String>> {
        self.slug_of(perspective, false).await
    }

    async fn slug_of(&self, id: &str, question: bool) -> Stored<Option<String>> {
        if let Some(slug) = self.places.get(id) {
            return Ok(Some(slug));
        }
        let mut c = self.db.read().await?;
        let found = if question {
            store::dialogue::slug_of_question(&mut c, id).await?
        } else {
            store::dialogue::slug_of_perspective(&mut c, id).await?
        };
        if let Some(slug) = &found {
            self.places.put(id.to_owned(), slug.clone());
        }
        Ok(found)
    }

    /// The question that a perspective stands under.
    pub async fn question_of(&self, perspective: &str) -> Stored<Option<String>> {
        if let Some(question) = self.asked.get(perspective) {
            return Ok(Some(question));
        }
        let found = store::perspective::by_id(&mut self.db.read().await?, perspective).await?.map(|p| p.question_id);
        if let Some(question) = &found {
            self.asked.put(perspective.to_owned(), question.clone());
        }
        Ok(found)
    }

    /// How far each question of a dialogue is, at most two seconds old.
    pub async fn progress(&self, dialogue: &str) -> Stored<Arc<Vec<Progress>>> {
        if let Some(found) = self.progress.get(dialogue) {
            return Ok(found);
        }
        let read = Arc::new(store::question::progress(&mut self.db.read().await?, dialogue).await?);
        self.progress.put(dialogue.to_owned(), Arc::clone(&read));
        Ok(read)
    }

    /// The perspectives of a question, at most a second old.
    pub async fn board(&self, question: &str) -> Stored<Arc<Board>> {
        if let Some(found) = self.boards.get(question) {
            return Ok(found);
        }
        let turn = match self.boards.turn(question).await {
            Turn::Mine(turn) => turn,
            Turn::Known(found) => return Ok(found),
        };
        let read = Arc::new(board(&mut self.db.read().await?, question).await?);
        self.boards.put(question.to_owned(), Arc::clone(&read));
        drop(turn);
        Ok(read)
    }

    /// Publishes what may be told now of a question; looked after at most once a second.
    pub async fn publish(&self, convened: &Convened, question: &Question) -> Stored<()> {
        if self.published.get(&question.id).is_some() {
            return Ok(());
        }
        let Turn::Mine(turn) = self.published.turn(&question.id).await else { return Ok(()) };
        let now = store::now();
        let grounds = Grounds {
            stamp: response::stamp(&mut self.db.read().await?, &convened.dialogue.id, &question.id).await?,
            state: convened.dialogue.state_at(now),
            limits: [convened.settings.disclosure_inside, convened.settings.disclosure_public],
        };
        if self.looked.get(&question.id).as_ref() != Some(&grounds) {
            publication::renew(&self.db, convened, question, now).await?;
            self.looked.put(question.id.clone(), grounds);
        }
        self.published.put(question.id.clone(), ());
        drop(turn);
        Ok(())
    }

    /// The vocabulary with the server's own concepts.
    pub fn vocabulary(&self) -> Arc<Vocabulary> {
        self.vocabulary.read().map_or_else(|_| Arc::clone(&self.config.vocabulary), |known| Arc::clone(&known))
    }

    /// Ids of the server's own concepts that nobody is suggested: no broker has listed them.
    pub fn unlisted(&self) -> Arc<HashSet<String>> {
        self.unlisted.read().map_or_else(|_| Arc::default(), |known| Arc::clone(&known))
    }

    /// Reads the server's own concepts anew: call it after every change to them.
    pub async fn renew_concepts(&self) -> anyhow::Result<()> {
        let (words, hidden) = vocabulary(&self.db, &self.config).await?;
        if let (Ok(mut vocabulary), Ok(mut unlisted)) = (self.vocabulary.write(), self.unlisted.write()) {
            *vocabulary = Arc::new(words);
            *unlisted = Arc::new(hidden);
        }
        Ok(())
    }

    /// The offers of a dialogue by their concepts, as they were kept last.
    pub fn offers(&self, dialogue: &str) -> Option<Known> {
        self.offers.get(dialogue)
    }

    /// Keeps them.
    pub fn keep_offers(&self, dialogue: &str, known: Known) {
        self.offers.put(dialogue.to_owned(), known);
    }

    /// Reads anew what was just changed: call it after every change to a dialogue, its questions or perspectives.
    pub fn forget(&self, slug: &str, question: Option<&str>) {
        self.dialogues.forget(slug);
        self.landing.due.changed(slug);
        if let Some(question) = question {
            self.boards.forget(question);
        }
    }
}

/// The vocabulary with the server's own concepts, and which of them are not listed; one whose wider concept is no longer
/// there is left out.
async fn vocabulary(db: &Db, config: &Config) -> anyhow::Result<(Vocabulary, HashSet<String>)> {
    let mut vocabulary = Vocabulary::clone(&config.vocabulary);
    let mut unlisted = HashSet::new();
    for own in store::concept::all(&mut db.read().await?).await? {
        if matching::add_own(&mut vocabulary, &own).is_ok() && !own.listed {
            unlisted.insert(own.id);
        }
    }
    Ok((vocabulary, unlisted))
}

/// The server's key for keyed hashes, made when it is first needed.
pub async fn server_key(db: &Db) -> anyhow::Result<String> {
    let known = store::server::get(&mut db.read().await?, "key").await?;
    if let Some(key) = known {
        return Ok(key);
    }
    let key = secret::token()?;
    let mut c = db.write().await?;
    store::server::set(&mut c, "key", &key).await?;
    c.commit().await?;
    Ok(key)
}

/// Reads a dialogue with what every page of it needs.
pub async fn convened(c: &mut Conn, slug: &str) -> anyhow::Result<Option<Convened>> {
    let Some(dialogue) = store::dialogue::by_slug(c, slug).await? else { return Ok(None) };
    let paper = store::dialogue::paper(c, &dialogue.id).await?.unwrap_or_default();
    Ok(Some(Convened {
        settings: dialogue.limits(),
        paper: papers::Paper::from_json(&paper)?,
        workshops: store::dialogue::workshops(c, &dialogue.id).await?,
        questions: store::question::all(c, &dialogue.id).await?,
        dialogue,
    }))
}

async fn board(c: &mut Conn, question: &str) -> Stored<Board> {
    let perspectives = store::perspective::of_question(c, question).await?;
    let mut counts: HashMap<String, i64> = store::response::counts(c, question).await?.into_iter().collect();
    for (perspective, n) in store::response::set_aside(c, question).await? {
        counts.entry(perspective).and_modify(|all| *all -= n);
    }
    let responses = perspectives.iter().map(|p| counts.get(&p.id).copied().unwrap_or(0)).collect();
    Ok(Board { perspectives, responses })
}
