//! The exchange through the public door: from a need to an outcome, who sees what, and many at the same moment.

use crate::house::TestHouse;
use indaba::access::Role;
use indaba::app;
use indaba::keys::{Key, KeyError, Keyring};
use indaba::lang::{L, Lang};
use indaba::words::Kind;
use indaba::{store, summary};

/// `name=value` pairs as a form sends them.
pub fn form(fields: &[(&str, &str)]) -> String {
    let escaped = |text: &str| -> String {
        text.bytes()
            .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
            .collect()
    };
    fields.iter().map(|(name, value)| format!("{}={}", escaped(name), escaped(value))).collect::<Vec<_>>().join("&")
}

const PROFILE: [(&str, &str); 9] = [
    ("occupation", "nurse"),
    ("skill-1", "nursing care"),
    ("level-1", "3"),
    ("language-1", "fr"),
    ("cefr-1", "B2"),
    ("mode", "visit"),
    ("first", "2027-03-01"),
    ("last", "2027-09-30"),
    ("hours", "20"),
];

pub fn need_form(changes: &[(&'static str, &'static str)]) -> String {
    let mut fields = vec![
        ("title", "Hygiene in two operating theatres"),
        ("terms", "Set up a routine and train three nurses."),
        ("lang", "en"),
        ("country", "404"),
        ("host_kind", "health"),
        ("people", "1"),
        ("counterpart", "The head nurse of the theatres."),
        ("remains", "A routine that is followed."),
        ("weeks", "6"),
        ("institution", "Hospital of the Crossing"),
        ("place", "Riverton"),
        ("name", "Responsible Robin"),
        ("reach", "robin@hospital.example"),
        ("months", "6"),
    ];
    fields.extend(PROFILE);
    merged(fields, changes)
}

pub fn offer_form(changes: &[(&'static str, &'static str)]) -> String {
    let mut fields = vec![
        ("residence", "155"),
        ("ties", "404"),
        ("capacity", "1"),
        ("lang", "en"),
        ("name", "Sealed Sam"),
        ("reach", "sam@home.example"),
        ("evidence", "A paper by Sealed Sam"),
        ("understood", "on"),
    ];
    fields.extend(PROFILE);
    merged(fields, changes)
}

fn merged(mut fields: Vec<(&'static str, &'static str)>, changes: &[(&'static str, &'static str)]) -> String {
    fields.retain(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    fields.extend(changes.iter().filter(|(_, value)| !value.is_empty()));
    form(&fields)
}

/// A need, an offer, and the three who deal with them.
pub struct Scene<'h> {
    pub house: &'h TestHouse,
    pub host: String,
    pub expert: String,
    pub broker: String,
}

impl<'h> Scene<'h> {
    pub async fn new(house: &'h TestHouse) -> Scene<'h> {
        Scene {
            house,
            host: house.somebody(Role::Host, None).await,
            expert: house.somebody(Role::Expert, None).await,
            broker: house.somebody(Role::Broker, None).await,
        }
    }

    pub fn at(&self, rest: &str) -> String {
        format!("/d/{}/exchange{rest}", self.house.slug)
    }

    pub async fn post(&self, rest: &str, token: &str, body: &str) -> u16 {
        let reply = self.house.form(&self.at(rest), Some(token), body).await;
        reply.status.as_u16()
    }

    pub async fn page(&self, rest: &str, token: Option<&str>) -> String {
        let reply = self.house.get(&self.at(rest), token).await;
        assert_eq!(reply.status.as_u16(), 200, "{rest}");
        reply.text()
    }

    pub async fn need(&self, changes: &[(&'static str, &'static str)]) -> String {
        assert_eq!(self.post("/needs", &self.host, &need_form(changes)).await, 303, "the need was not taken");
        let mut c = self.house.app.db.read().await.unwrap();
        let all = store::need::open(&mut c, &self.house.dialogue, store::now()).await.unwrap();
        all.last().expect("a need").id.clone()
    }

    pub async fn offer(&self, token: &str, changes: &[(&'static str, &'static str)]) -> store::offer::Offer {
        assert_eq!(self.post("/offers", token, &offer_form(changes)).await, 303, "the offer was not taken");
        let mut c = self.house.app.db.read().await.unwrap();
        let mut all = store::offer::active(&mut c, &self.house.dialogue, store::now()).await.unwrap();
        all.sort_by_key(|offer| offer.created_at);
        all.pop().expect("an offer")
    }

    /// Puts an offer into the queue for a need and shows it: the introduction's id.
    pub async fn shown(&self, need: &str, offer: &str) -> String {
        self.shown_again(need, offer, "").await
    }

    /// The same after an earlier introduction of the two.
    pub async fn shown_again(&self, need: &str, offer: &str, earlier: &str) -> String {
        let body = form(&[("offer", offer)]);
        assert_eq!(self.post(&format!("/needs/{need}/matches"), &self.broker, &body).await, 303);
        let mut c = self.house.app.db.read().await.unwrap();
        let queue = store::introduction::page(&mut c, &self.house.dialogue, "", 0).await.unwrap();
        let new = |it: &&store::introduction::Introduction| {
            it.need_id == need && it.offer_id == offer && it.id != earlier && !it.state.is_over()
        };
        let id = queue.iter().find(new).expect("in the queue").id.clone();
        drop(c);
        assert_eq!(self.step(&id, &self.broker, "show").await, 303);
        id
    }

    /// Takes a step as its page offers it: a yes is to what the page showed.
    pub async fn step(&self, id: &str, token: &str, step: &str) -> u16 {
        let read = if step == "yes" { self.read(id, token).await } else { String::new() };
        self.post(&format!("/introductions/{id}"), token, &form(&[("step", step), ("read", &read)])).await
    }

    /// What the page of an introduction asks about; empty where it asks nothing.
    pub async fn read(&self, id: &str, token: &str) -> String {
        let page = self.house.get(&self.at(&format!("/introductions/{id}")), Some(token)).await.text();
        let asked = page.split_once("name=\"read\" value=\"").and_then(|(_, rest)| rest.split_once('"'));
        asked.map(|(read, _)| read.to_owned()).unwrap_or_default()
    }
}

#[tokio::test]
async fn from_a_need_to_its_outcome() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let need = scene.need(&[]).await;
        let offer = scene.offer(&scene.expert, &[]).await;
        let matches = scene.page(&format!("/needs/{need}/matches"), Some(&scene.broker)).await;
        assert!(matches.contains("nursing care") && matches.contains(&offer.handle), "{matches}");
        assert!(!matches.contains("Sealed Sam") && !matches.contains("Hospital of the Crossing"));
        let id = scene.shown(&need, &offer.id).await;
        let at = format!("/introductions/{id}");
        // The host is asked after the offer said yes, and reads no name before saying yes too.
        assert_eq!(scene.house.get(&scene.at(&at), Some(&scene.host)).await.status.as_u16(), 404);
        assert_eq!(scene.step(&id, &scene.host, "yes").await, 404);
        assert_eq!(scene.step(&id, &scene.expert, "yes").await, 303);
        let card = scene.page(&at, Some(&scene.host)).await;
        assert!(card.contains(&offer.handle) && !card.contains("Sealed Sam") && !card.contains("sam@home"));
        assert!(!scene.page(&at, Some(&scene.expert)).await.contains("Hospital of the Crossing"));
        assert_eq!(scene.step(&id, &scene.host, "yes").await, 303);
        assert!(scene.page(&at, Some(&scene.host)).await.contains("sam@home.example"));
        assert!(scene.page(&at, Some(&scene.expert)).await.contains("Hospital of the Crossing"));
        let broker = scene.page(&at, Some(&scene.broker)).await;
        assert!(!broker.contains("Sealed Sam") && !broker.contains("Responsible Robin"), "the broker reads no contact");
        assert!(scene.page("/mine", Some(&scene.expert)).await.contains("Shown to a host"));
        assert_eq!(scene.step(&id, &scene.host, "start").await, 303);
        assert_eq!(scene.step(&id, &scene.host, "finish").await, 303);
        let early = form(&[("month", "3"), ("used", "yes"), ("learned", "partly")]);
        assert_eq!(scene.post(&format!("{at}/follow-up"), &scene.host, &early).await, 409);
        let mut c = house.app.db.read().await.unwrap();
        let need = store::need::by_id(&mut c, &house.dialogue, &need).await.unwrap().unwrap();
        let offer = store::offer::by_id(&mut c, &house.dialogue, &offer.id).await.unwrap().unwrap();
        assert!(need.met_at.is_some() && need.placed == 1 && offer.taken == 0, "{need:?} {offer:?}");
    }
}

#[tokio::test]
async fn a_consent_taken_back_ends_what_may_be_read() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let (need, offer) = (scene.need(&[]).await, scene.offer(&scene.expert, &[]).await);
        let id = scene.shown(&need, &offer.id).await;
        for token in [&scene.expert, &scene.host] {
            assert_eq!(scene.step(&id, token, "yes").await, 303);
        }
        assert_eq!(scene.step(&id, &scene.expert, "withdraw").await, 303);
        let page = scene.page(&format!("/introductions/{id}"), Some(&scene.host)).await;
        assert!(!page.contains("sam@home.example") && page.contains("No longer open"), "{page}");
        let mut c = house.app.db.read().await.unwrap();
        let need = store::need::by_id(&mut c, &house.dialogue, &need).await.unwrap().unwrap();
        assert_eq!((need.placed, need.is_open(store::now())), (0, true));
    }
}

#[tokio::test]
async fn of_twenty_at_the_same_moment_one_wins() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let offer = scene.offer(&scene.expert, &[]).await;
        let mut introductions = Vec::new();
        for _ in 0..20 {
            let need = scene.need(&[]).await;
            let id = scene.shown(&need, &offer.id).await;
            assert_eq!(scene.step(&id, &scene.expert, "yes").await, 303);
            introductions.push(id);
        }
        let all = introductions.iter().map(|id| scene.step(id, &scene.host, "yes"));
        let answers = futures(all).await;
        assert_eq!(answers.iter().filter(|status| **status == 303).count(), 1, "{answers:?}");
        assert_eq!(answers.iter().filter(|status| **status == 409).count(), 19, "{answers:?}");
        let mut c = house.app.db.read().await.unwrap();
        let kept = store::offer::by_id(&mut c, &house.dialogue, &offer.id).await.unwrap().unwrap();
        assert_eq!(kept.taken, 1);
        let exchanged = store::introduction::page(&mut c, &house.dialogue, "", 0).await.unwrap();
        assert_eq!(exchanged.iter().filter(|it| it.state.discloses()).count(), 1);
    }
}

/// Runs them at once on one task each would need ownership; polled together is enough to have all under way.
async fn futures<F: Future<Output = u16>>(all: impl Iterator<Item = F>) -> Vec<u16> {
    let mut all: Vec<_> = all.map(|one| (Box::pin(one), None)).collect();
    std::future::poll_fn(|cx| {
        for (one, done) in all.iter_mut().filter(|(_, done)| done.is_none()) {
            if let std::task::Poll::Ready(status) = one.as_mut().poll(cx) {
                *done = Some(status);
            }
        }
        if all.iter().all(|(_, done)| done.is_some()) { std::task::Poll::Ready(()) } else { std::task::Poll::Pending }
    })
    .await;
    all.into_iter().filter_map(|(_, done)| done).collect()
}

#[tokio::test]
async fn of_two_brokers_at_once_one_wins() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let (need, offer) = (scene.need(&[]).await, scene.offer(&scene.expert, &[]).await);
        let other = house.somebody(Role::Broker, None).await;
        let body = form(&[("offer", &offer.id)]);
        let at = format!("/needs/{need}/matches");
        futures([&scene.broker, &other].into_iter().map(|token| scene.post(&at, token, &body))).await;
        let mut c = house.app.db.read().await.unwrap();
        let queue = store::introduction::page(&mut c, &house.dialogue, "", 0).await.unwrap();
        assert_eq!(queue.len(), 1, "the same two were brought together twice");
        drop(c);
        let id = queue[0].id.clone();
        let answers = futures([&scene.broker, &other].into_iter().map(|token| scene.step(&id, token, "show"))).await;
        let mut sorted = answers.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, [303, 409], "{answers:?}");
    }
}

#[tokio::test]
async fn an_offer_hidden_from_a_country_is_nowhere_for_it() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let need = scene.need(&[]).await;
        let before = scene.page("", None).await;
        let hidden = scene.offer(&scene.expert, &[("hidden_from", "404")]).await;
        // The public page, which the country can read too, counts it as little as the country's own.
        assert_eq!(before, scene.page("", None).await);
        let country = house.delegation_of("Country of the need", Kind::State, "origin", "404").await;
        let focal = house.member(Role::FocalPoint, Some(&country)).await;
        let page = scene.page("/country", Some(&focal)).await;
        assert!(!page.contains(&hidden.handle), "{page}");
        let of_country = house.somebody(Role::Broker, Some(country.clone())).await;
        for token in [&scene.broker, &of_country] {
            let matches = scene.page(&format!("/needs/{need}/matches"), Some(token)).await;
            assert!(!matches.contains(&hidden.handle), "a need of the country never meets it");
        }
        let by_hand = form(&[("handle", &hidden.handle)]);
        let reply = house.form(&scene.at(&format!("/needs/{need}/matches")), Some(&scene.broker), &by_hand).await;
        assert!(reply.status.as_u16() == 200 && reply.text().contains("No offer with this handle"), "{}", reply.text());
        let unknown = form(&[("handle", "XXXX-XXXX")]);
        let nobody = house.form(&scene.at(&format!("/needs/{need}/matches")), Some(&scene.broker), &unknown).await;
        assert_eq!(reply.body, nobody.body, "a hidden offer is answered for like one that is not there");
    }
}

#[tokio::test]
async fn what_is_wrong_in_a_form_is_named_and_what_was_typed_comes_back() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        for (changes, said) in [
            (&[("last", "2026-01-01")][..], "The last day comes before the first."),
            (&[("last", "2027-03-20")][..], "fewer than 6 weeks"),
            (&[("country", "999")][..], "Choose a country or region"),
            (&[("skill-1", "theatre")][..], "This may mean several things"),
            (&[("skill-1", "zzz")][..], "Nothing like it is in the vocabulary"),
            (&[("people", "0")][..], "A whole number from 1 to 50."),
            (&[("language-1", "xx")][..], "Choose both the language and its level."),
        ] {
            let reply = house.form(&scene.at("/needs"), Some(&scene.host), &need_form(changes)).await;
            assert_eq!(reply.status.as_u16(), 422, "{changes:?}");
            assert!(reply.text().contains(said), "{changes:?}: {}", reply.text());
            assert!(reply.text().contains("Set up a routine and train three nurses."), "the text is gone");
        }
        let mut c = house.app.db.read().await.unwrap();
        assert_eq!(store::need::count(&mut c, &house.dialogue).await.unwrap(), 0, "something was kept");
    }
}

#[tokio::test]
async fn names_and_contacts_are_sealed_in_the_store_and_erased_with_the_account() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let offer = scene.offer(&scene.expert, &[]).await;
        assert!(!offer.sealed.contains("Sam") && offer.sealed.contains('.'), "{}", offer.sealed);
        let data = house.get("/me/data.json", Some(&scene.expert)).await.text();
        assert!(data.contains("Sealed Sam"), "one's own data has one's own name: {data}");
        assert_eq!(house.form("/me/erase", Some(&scene.expert), "sure=on").await.status.as_u16(), 303);
        let mut c = house.app.db.read().await.unwrap();
        assert!(store::offer::by_id(&mut c, &house.dialogue, &offer.id).await.unwrap().is_none());
    }
}

#[test]
fn a_sealed_value_opens_with_its_key_in_its_place_alone() {
    let keys = Keyring::of(vec![Key::new().unwrap()]);
    let sealed = keys.seal("offer/1", "Sealed Sam").unwrap();
    assert_eq!(keys.read("offer/1", &sealed).unwrap(), "Sealed Sam");
    assert!(matches!(keys.read("offer/2", &sealed), Err(KeyError::Damaged)), "it was moved to another row");
    let other = Keyring::of(vec![Key::new().unwrap()]);
    assert!(matches!(other.read("offer/1", &sealed), Err(KeyError::Missing(_))));
    assert!(matches!(Keyring::default().seal("offer/1", "x"), Err(KeyError::None)));
    let copied = Keyring::default();
    copied.import(&keys.export()).unwrap();
    assert_eq!(copied.read("offer/1", &sealed).unwrap(), "Sealed Sam");
    for n in 0..sealed.len() {
        assert!(keys.read("offer/1", &sealed[..n]).is_err(), "cut at {n} it was read");
    }
    assert!(matches!(copied.import("short\n"), Err(KeyError::Line { line: 1 })));
}

#[tokio::test]
async fn an_open_need_stands_in_the_summarys_sources_and_a_withdrawn_one_is_not_named() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let need = scene.need(&[("question", "3.1")]).await;
        let mut c = house.app.db.read().await.unwrap();
        let convened = app::convened(&mut c, &house.slug).await.unwrap().unwrap();
        let drafted = summary::draft(&mut c, &convened, L(Lang::EN), store::now()).await.unwrap();
        let named = |shown: &summary::Shown| {
            let source = shown.sources.iter().find(|s| s.address.ends_with(&need)).expect("a source");
            source.quote.clone().expect("its words").text
        };
        let shown = summary::shown_as(&mut c, &convened, &drafted).await.unwrap();
        assert_eq!(named(&shown), "Hygiene in two operating theatres");
        drop(c);
        assert_eq!(scene.post(&format!("/needs/{need}/withdraw"), &scene.host, "").await, 303);
        let mut c = house.app.db.read().await.unwrap();
        let shown = summary::shown_as(&mut c, &convened, &drafted).await.unwrap();
        assert_eq!(named(&shown), "[no longer looked for]");
    }
}
