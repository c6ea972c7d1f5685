//! The exchange as a model: random deeds of brokers, hosts and people who offer, with edits, hiding, capacities, time
//! and erasure, against the real steps and the real store. Beside it stands a plain account of what was said yes to.
//! Each run is one transaction that is rolled back; a deed that is refused is rolled back to a savepoint, as a request is.

use crate::exchange_deeds::{Deed, deeds};
use crate::house::{PAPER, stores};
use indaba::exchange::changes;
use indaba::exchange::contact::Contact;
use indaba::exchange::profile::Profile;
use indaba::exchange::steps::{self, NotTaken, Table, Taken};
use indaba::introduction::{
    Actor, Seen, State, Step, effective, hidden, seen_by_host, seen_by_offer, steps_of_broker, steps_of_side,
};
use indaba::keys::{Key, Keyring};
use indaba::opening::{Rules, convene};
use indaba::store::introduction::Introduction;
use indaba::store::need::Need;
use indaba::store::offer::Offer;
use indaba::store::person::Person;
use indaba::store::{self, Conn};
use indaba::words::DialogueState;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestRng, TestRunner};
use std::collections::BTreeMap;

const DAY: i64 = 24 * 3_600_000;
/// Countries that needs stand in, that hosts speak for, and that offers are hidden from.
const COUNTRIES: [&str; 3] = ["404", "710", "288"];
pub const NEEDS: usize = 2;
pub const OFFERS: usize = 3;
const CASES: u32 = 400;

/// What was said yes to in an introduction, kept without regard to what the program thinks of it.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// The need as the person read it: its version.
    pub offer: Option<u32>,
    /// The card as the host read it: its version.
    pub host: Option<u32>,
    pub taken_back: bool,
    pub disclosed: bool,
    pub over: bool,
}

pub struct World<'a> {
    c: Conn,
    keys: &'a Keyring,
    dialogue: &'a str,
    needs: Vec<String>,
    offers: Vec<String>,
    hosts: Vec<String>,
    experts: Vec<String>,
    /// How often the text of each need, and the card of each offer, was changed.
    versions: BTreeMap<String, u32>,
    pub said: BTreeMap<String, Said>,
    pub now: i64,
}

async fn person(c: &mut Conn, now: i64) -> String {
    let id = store::new_id();
    let person =
        Person { id: id.clone(), sign_in: id.clone(), name: "Somebody".to_owned(), password: None, created_at: now };
    store::person::insert(c, &person).await.unwrap();
    id
}

fn contact(keys: &Keyring, place: &str, institution: &str) -> String {
    let contact = Contact {
        name: "Somebody".to_owned(),
        institution: institution.to_owned(),
        reach: "by post".to_owned(),
        ..Contact::default()
    };
    contact.seal(keys, place).unwrap()
}

impl<'a> World<'a> {
    async fn new(mut c: Conn, keys: &'a Keyring, dialogue: &'a str) -> World<'a> {
        let now = 1_800_000_000_000;
        let (mut needs, mut offers, mut hosts, mut experts) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for (n, country) in COUNTRIES.iter().take(NEEDS).enumerate() {
            let (id, host) = (store::new_id(), person(&mut c, now).await);
            let need = Need {
                id: id.clone(),
                question_id: None,
                person_id: Some(host.clone()),
                country: (*country).to_owned(),
                host_kind: "health".to_owned(),
                endorsed_by: String::new(),
                title: "A need".to_owned(),
                terms: "Terms 0".to_owned(),
                lang: "en".to_owned(),
                profile: Profile::default().to_json(),
                support: String::new(),
                counterpart: String::new(),
                remains: String::new(),
                people: 1 + n as i64,
                placed: 0,
                state: "open".to_owned(),
                sealed: contact(keys, &format!("need/{id}"), "Hospital 0"),
                created_at: now,
                changed_at: now,
                expires_at: now + 90 * DAY,
                met_at: None,
                partner_id: None,
                partner_country: String::new(),
                // The second host speaks for the third country.
                poster_country: if n == 0 { String::new() } else { COUNTRIES[2].to_owned() },
            };
            store::need::insert(&mut c, dialogue, &need).await.unwrap();
            needs.push(id);
            hosts.push(host);
        }
        for n in 0..OFFERS {
            let (id, expert) = (store::new_id(), person(&mut c, now).await);
            let offer = Offer {
                id: id.clone(),
                person_id: Some(expert.clone()),
                handle: id.clone(),
                residence: "155".to_owned(),
                ties: "404".to_owned(),
                hidden_from: String::new(),
                profile: Profile::default().to_json(),
                will_not: String::new(),
                lang: "en".to_owned(),
                capacity: 1 + (n as i64) % 2,
                taken: 0,
                state: "active".to_owned(),
                sealed: contact(keys, &format!("offer/{id}"), ""),
                entered_by: "self".to_owned(),
                created_at: now,
                changed_at: now,
                renew_by: now + 120 * DAY,
                partner_id: None,
            };
            store::offer::insert(&mut c, dialogue, &offer).await.unwrap();
            offers.push(id);
            experts.push(expert);
        }
        let (versions, said) = (BTreeMap::new(), BTreeMap::new());
        World { c, keys, dialogue, needs, offers, hosts, experts, versions, said, now }
    }

    async fn sql(&mut self, sql: &'static str) {
        let Conn::SqliteWrite(t) = &mut self.c else { panic!("the model runs on SQLite") };
        sqlx::query(sql).execute(&mut **t).await.unwrap();
    }

    pub async fn need(&mut self, n: usize) -> Need {
        store::need::by_id(&mut self.c, self.dialogue, &self.needs[n]).await.unwrap().unwrap()
    }

    pub async fn offer(&mut self, n: usize) -> Offer {
        store::offer::by_id(&mut self.c, self.dialogue, &self.offers[n]).await.unwrap().unwrap()
    }

    pub fn version(&self, id: &str) -> u32 {
        self.versions.get(id).copied().unwrap_or(0)
    }

    pub async fn all(&mut self) -> Vec<Introduction> {
        let mut all = store::introduction::page(&mut self.c, self.dialogue, "", 0).await.unwrap();
        all.sort_by(|a, b| b.id.cmp(&a.id));
        all
    }

    pub async fn table(&mut self, it: &str, actor: Actor) -> Table {
        let mut table = steps::load(&mut self.c, self.dialogue, it, actor).await.unwrap().unwrap();
        if actor == Actor::Host {
            table.reader.clone_from(&table.need.poster_country);
        }
        table
    }

    /// What a side is told, as its pages tell it.
    pub fn told(&self, table: &Table) -> Option<Seen> {
        let (it, now) = (&table.it, self.now);
        let own_no = it.declined_by == table.actor.as_str();
        match table.actor {
            Actor::Offer => seen_by_offer(it.state, it.offer_yes_at.is_some(), own_no, it.due_at, now),
            Actor::Host => {
                let seen = seen_by_host(it.state, it.offer_yes_at.is_some(), own_no, it.due_at, now)?;
                Some(if table.may_meet() { seen } else { hidden(seen) })
            }
            Actor::Broker | Actor::Partner => None,
        }
    }

    async fn step(&mut self, n: usize, actor: Actor, wanted: Step) {
        let all = self.all().await;
        if all.is_empty() {
            return;
        }
        let table = self.table(&all[n % all.len()].id, actor).await;
        // Who was erased has no page.
        let there = match actor {
            Actor::Offer => table.offer.person_id.is_some(),
            Actor::Host => table.need.person_id.is_some(),
            Actor::Broker | Actor::Partner => true,
        };
        let offered = match self.told(&table) {
            _ if actor == Actor::Broker => steps_of_broker(effective(table.it.state, table.it.due_at, self.now)),
            Some(seen) if there => steps_of_side(seen, actor).to_vec(),
            _ => Vec::new(),
        };
        if !offered.contains(&wanted) {
            return;
        }
        let taken = Taken { step: wanted, host_named: false, consent: "2", at: self.now };
        self.sql("SAVEPOINT deed").await;
        match steps::take(&mut self.c, self.keys, &table, &taken).await {
            Ok(_) => {
                let (need, card) = (self.version(&table.need.id), self.version(&table.offer.id));
                let said = self.said.entry(table.it.id.clone()).or_default();
                match (actor, wanted) {
                    (Actor::Offer, Step::Yes) => said.offer = Some(need),
                    (Actor::Host, Step::Yes) => said.host = Some(card),
                    (_, Step::No | Step::Withdraw) => said.taken_back = true,
                    _ => {}
                }
            }
            Err(NotTaken::Over | NotTaken::Faster | NotTaken::Closed) => self.sql("ROLLBACK TO deed").await,
            Err(error) => panic!("{error}"),
        }
        self.sql("RELEASE deed").await;
    }

    async fn propose(&mut self, n: usize, o: usize) {
        let (need, offer) = (self.need(n).await, self.offer(o).await);
        // As the broker's page does: open, with room, not hidden.
        if !need.is_open(self.now)
            || !offer.is_active(self.now)
            || offer.taken >= offer.capacity
            || !steps::may_meet(&offer, &need)
        {
            return;
        }
        let it = Introduction {
            id: store::new_id(),
            need_id: need.id,
            offer_id: offer.id,
            state: State::Proposed,
            by_hand: true,
            reasons: "[]".to_owned(),
            host_named: false,
            declined_by: String::new(),
            proposed_at: self.now,
            due_at: None,
            offer_yes_at: None,
            host_yes_at: None,
            started_at: None,
            finished_at: None,
            changed_at: self.now,
        };
        store::introduction::insert(&mut self.c, self.dialogue, &it).await.unwrap();
    }

    async fn change_need(&mut self, n: usize, read: bool, change: impl FnOnce(Need, &Keyring) -> Need) {
        let before = self.need(n).await;
        if before.person_id.is_none() {
            return;
        }
        let need = Need { changed_at: self.now, ..change(before.clone(), self.keys) };
        let done = changes::need(&mut self.c, self.keys, &before, &need, before.changed_at).await.unwrap();
        assert!(done || need.people < before.placed, "nobody was faster");
        if done && read {
            *self.versions.entry(need.id).or_default() += 1;
        }
    }

    async fn change_offer(&mut self, n: usize, read: bool, change: impl FnOnce(Offer) -> Offer) {
        let before = self.offer(n).await;
        if before.person_id.is_none() {
            return;
        }
        let offer = Offer { changed_at: self.now, ..change(before.clone()) };
        let done = changes::offer(&mut self.c, &offer, before.changed_at).await.unwrap();
        assert!(done || offer.capacity < before.taken, "nobody was faster");
        if done && read {
            *self.versions.entry(offer.id).or_default() += 1;
        }
    }

    async fn erase(&mut self, person: &str) {
        store::introduction::end_of_person(&mut self.c, person, self.now).await.unwrap();
        // As a request would, but for rows that nothing refers to: the model keeps them, to go on looking.
        self.sql("SAVEPOINT deed").await;
        store::offer::erase_of_person(&mut self.c, person, self.now).await.unwrap();
        store::need::erase_of_person(&mut self.c, person, self.now).await.unwrap();
        if self.gone().await {
            self.sql("ROLLBACK TO deed").await;
        }
        self.sql("RELEASE deed").await;
    }

    /// A row is no longer there.
    async fn gone(&mut self) -> bool {
        for id in &self.needs {
            if store::need::by_id(&mut self.c, self.dialogue, id).await.unwrap().is_none() {
                return true;
            }
        }
        for id in &self.offers {
            if store::offer::by_id(&mut self.c, self.dialogue, id).await.unwrap().is_none() {
                return true;
            }
        }
        false
    }

    async fn take(&mut self, deed: Deed) {
        match deed {
            Deed::Propose(n, o) => self.propose(n, o).await,
            Deed::Step(n, actor, step) => self.step(n, actor, step).await,
            Deed::NeedTerms(n) => {
                let terms = format!("Terms {}", self.version(&self.needs[n]) + 1);
                self.change_need(n, true, |need, _| Need { terms, ..need }).await;
            }
            Deed::NeedHost(n) => {
                let name = format!("Hospital {}", self.version(&self.needs[n]) + 1);
                let change = |need: Need, keys: &Keyring| Need {
                    sealed: contact(keys, &format!("need/{}", need.id), &name),
                    ..need
                };
                self.change_need(n, true, change).await;
            }
            Deed::NeedCountry(n, country) => {
                let changes = self.need(n).await.country != COUNTRIES[country];
                self.change_need(n, changes, |need, _| Need { country: COUNTRIES[country].to_owned(), ..need }).await;
            }
            Deed::NeedPeople(n, people) => self.change_need(n, false, |need, _| Need { people, ..need }).await,
            Deed::WithdrawNeed(n) => {
                let need = self.need(n).await;
                if need.person_id.is_some() {
                    assert!(changes::withdraw_need(&mut self.c, &need, self.now).await.unwrap());
                }
            }
            Deed::OfferCard(o) => {
                let will_not = format!("Nothing {}", self.version(&self.offers[o]) + 1);
                self.change_offer(o, true, |offer| Offer { will_not, ..offer }).await;
            }
            Deed::Hide(o, bits) => {
                let from: Vec<&str> =
                    (0..COUNTRIES.len()).filter(|n| (bits >> *n) & 1 == 1).map(|n| COUNTRIES[n]).collect();
                self.change_offer(o, false, |offer| Offer { hidden_from: from.join(";"), ..offer }).await;
            }
            Deed::Capacity(o, capacity) => self.change_offer(o, false, |offer| Offer { capacity, ..offer }).await,
            Deed::Rest(o) => self.change_offer(o, false, |offer| Offer { state: "paused".to_owned(), ..offer }).await,
            Deed::GoOn(o) => self.change_offer(o, false, |offer| Offer { state: "active".to_owned(), ..offer }).await,
            Deed::EraseHost(n) => self.erase(&self.hosts[n].clone()).await,
            Deed::EraseExpert(o) => self.erase(&self.experts[o].clone()).await,
            Deed::Days(days) => self.now += days * DAY,
        }
    }
}

#[test]
fn no_order_of_deeds_discloses_hides_or_counts_wrongly() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let (db, _folder) = runtime.block_on(stores()).remove(0);
    let keys = Keyring::of(vec![Key::new().unwrap()]);
    let dialogue = runtime.block_on(async {
        let paper = papers::read(PAPER.as_bytes(), papers::Format::Markdown, &papers::Limits::default()).unwrap();
        let mut c = db.write().await.unwrap();
        let rules = Rules { state: DialogueState::Open, ..Rules::default() };
        let slug = convene(&mut c, &paper, None, &rules, store::now()).await.unwrap();
        c.commit().await.unwrap();
        let mut c = db.read().await.unwrap();
        indaba::app::convened(&mut c, &slug).await.unwrap().unwrap().dialogue.id.clone()
    });
    let config = Config { failure_persistence: None, ..Config::with_cases(CASES) };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let disclosed = std::cell::Cell::new(0_usize);
    let run = |deeds: Vec<Deed>| {
        runtime.block_on(async {
            let mut world = World::new(db.write().await.unwrap(), &keys, &dialogue).await;
            for deed in deeds {
                world.take(deed).await;
                world.holds().await.map_err(|error| TestCaseError::fail(format!("after {deed:?}: {error}")))?;
            }
            disclosed.set(disclosed.get() + world.said.values().filter(|said| said.disclosed).count());
            // Dropped without a commit: the next run finds an empty exchange.
            Ok::<(), TestCaseError>(())
        })
    };
    runner.run(&deeds(), run).unwrap_or_else(|error| panic!("{error}"));
    assert!(disclosed.get() > CASES as usize / 25, "the runs do not get far: {}", disclosed.get());
}
