//! Partners that are down, slow, lying or elsewhere; where a server connects to, and what leaves it.

use crate::exchange::Scene;
use crate::house::TestHouse;
use crate::partner_fake::{Fake, Manner};
use crate::partners::{add, deliver, introductions, pairs, partner, publish, told};
use indaba::partner::address::{Address, is_public};
use indaba::partner::client::Limits;
use indaba::partner::key::{PublicKey, ServerKey};
use indaba::partner::outbox::{self, Delivered, pause};
use indaba::store;
use indaba::store::partner::{Partner, Publication};
use std::time::Duration;

const FITS: &str = r#"{"count":5,"fitting":0,"step":5}"#;

/// A fake as the partner of a house.
async fn befriend(house: &TestHouse, fake: &Fake, name: &str) -> Partner {
    let partner = described(house, fake, name);
    add(house, &partner).await;
    partner
}

fn described(house: &TestHouse, fake: &Fake, name: &str) -> Partner {
    Partner {
        id: store::new_id(),
        dialogue_id: house.dialogue.clone(),
        name: name.to_owned(),
        address: fake.address.clone(),
        key: fake.key.public().to_string(),
        country: String::new(),
        private: true,
        state: "active".to_owned(),
        created_at: store::now(),
    }
}

async fn publication(house: &TestHouse, need: &str) -> Publication {
    let found = store::partner::publications(&mut house.app.db.read().await.unwrap(), need).await.unwrap();
    found.into_iter().next().expect("a publication")
}

#[tokio::test]
async fn a_partner_that_is_down_is_tried_again_ever_later_and_told_once() {
    for house in TestHouse::open().await {
        let scene = Scene::new(&house).await;
        let fake = Fake::start(Manner::Good(FITS.to_owned())).await;
        let partner = befriend(&house, &fake, "Fake").await;
        // A port that nobody listens on: it was free a moment ago.
        let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
        moved(&house, &partner.id, &format!("http://{closed}")).await;
        let need = scene.need(&[]).await;
        publish(&scene, &need, true).await;
        // The six pauses end now.
        let mut now = store::now() - (0..6).map(pause).sum::<i64>();
        for tries in 0..6 {
            let at = |now| outbox::deliver(&house.app, Limits::USUAL, now);
            assert_eq!(at(now).await.unwrap(), Delivered { told: 0, failed: 1 }, "try {tries}");
            let found = publication(&house, &need).await;
            assert_eq!((found.trouble.as_str(), found.next_at, found.fits), ("unreachable", now + pause(tries), None));
            assert_eq!(at(found.next_at - 1).await.unwrap(), told(0), "before its time");
            now = found.next_at;
        }
        assert!((0..40).all(|n| pause(n) <= pause(n + 1)) && pause(40) == 6 * 3_600_000);
        let page = scene.page(&format!("/needs/{need}/partners"), Some(&scene.broker)).await;
        assert!(page.contains("Not told yet: it can’t be reached"), "{page}");
        moved(&house, &partner.id, &fake.address).await;
        assert_eq!(deliver(&house).await, told(1));
        assert_eq!(deliver(&house).await, told(0));
        assert_eq!(fake.sent().len(), 1, "it was told more than once");
    }
}

#[tokio::test]
async fn an_answer_that_is_not_the_partners_own_is_not_believed() {
    let elsewhere = Fake::start(Manner::Good(FITS.to_owned())).await;
    for (manner, trouble) in [
        (Manner::Slow, "late"),
        (Manner::WrongDigest, "untrusted"),
        (Manner::WrongKey, "untrusted"),
        (Manner::OtherRequest, "untrusted"),
        (Manner::Stale, "untrusted"),
        (Manner::Unsigned, "untrusted"),
        (Manner::Oversized, "not-understood"),
        (Manner::Good("{}".to_owned()), "not-understood"),
        (Manner::Redirect(elsewhere.address.clone()), "redirected"),
        (Manner::Broken, "status"),
    ] {
        let house = TestHouse::open().await.remove(0);
        let scene = Scene::new(&house).await;
        let fake = Fake::start(manner.clone()).await;
        befriend(&house, &fake, "Fake").await;
        let need = scene.need(&[]).await;
        publish(&scene, &need, true).await;
        // Time enough for what answers, and none to wait for what does not.
        let time = if manner == Manner::Slow { Duration::from_millis(300) } else { Limits::USUAL.time };
        let limits = Limits { time, ..Limits::USUAL };
        let done = outbox::deliver(&house.app, limits, store::now()).await.unwrap();
        assert_eq!(done, Delivered { told: 0, failed: 1 }, "{manner:?}");
        let found = publication(&house, &need).await;
        assert_eq!((found.trouble.as_str(), found.fits), (trouble, None), "{manner:?}");
        assert_eq!(fake.sent().len(), 1, "{manner:?}");
    }
    assert_eq!(elsewhere.sent(), Vec::<String>::new(), "a redirect was followed");
}

#[tokio::test]
async fn a_slow_partner_holds_up_nobody_else() {
    let house = TestHouse::open().await.remove(0);
    let scene = Scene::new(&house).await;
    let (slow, good) = (Fake::start(Manner::Slow).await, Fake::start(Manner::Good(FITS.to_owned())).await);
    for (fake, name) in [(&slow, "Slow"), (&good, "Good")] {
        befriend(&house, fake, name).await;
    }
    for _ in 0..3 {
        let need = scene.need(&[]).await;
        publish(&scene, &need, true).await;
    }
    let limits = Limits { time: Duration::from_secs(3), ..Limits::USUAL };
    let done = outbox::deliver(&house.app, limits, store::now()).await.unwrap();
    assert_eq!(done, Delivered { told: 3, failed: 1 }, "a partner that is down is asked once a turn");
}

#[tokio::test]
async fn a_host_that_was_not_listed_as_private_is_not_connected_to() {
    let house = TestHouse::open().await.remove(0);
    let scene = Scene::new(&house).await;
    let fake = Fake::start(Manner::Good(FITS.to_owned())).await;
    let https = fake.address.replace("http://", "https://");
    let named = fake.address.replace("127.0.0.1", "localhost");
    for (n, address) in [fake.address.clone(), https, named].into_iter().enumerate() {
        let key = ServerKey::new().unwrap().public().to_string();
        let partner = Partner { address, key, private: false, ..described(&house, &fake, &format!("{n}")) };
        add(&house, &partner).await;
    }
    let need = scene.need(&[]).await;
    publish(&scene, &need, true).await;
    assert_eq!(deliver(&house).await, Delivered { told: 0, failed: 3 });
    for found in store::partner::publications(&mut house.app.db.read().await.unwrap(), &need).await.unwrap() {
        assert_eq!(found.trouble, "refused");
    }
    assert_eq!(fake.sent(), Vec::<String>::new());
}

#[test]
fn only_public_addresses_are_spoken_to() {
    for special in [
        "0.0.0.0",
        "10.0.0.1",
        "100.64.0.1",
        "127.0.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.1",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::a00:1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:a00:1::1",
        "3fff::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "5f00::1",
    ] {
        assert!(!is_public(special.parse().unwrap()), "{special}");
    }
    for public in
        ["1.1.1.1", "93.184.216.34", "100.63.0.1", "172.32.0.1", "2606:2800:220:1::1", "2a00::1", "2001:200::1"]
    {
        assert!(is_public(public.parse().unwrap()), "{public}");
    }
    let at = |text: &str| Address::parse(text).unwrap();
    let (https, http) = (at("https://partner.example"), at("http://partner.example"));
    for (address, to, private, may) in [
        (&https, "1.1.1.1", false, true),
        (&http, "1.1.1.1", false, false),
        (&http, "1.1.1.1", true, false),
        (&https, "10.0.0.1", false, false),
        (&https, "10.0.0.1", true, true),
        (&https, "::ffff:10.0.0.1", false, false),
        (&https, "169.254.169.254", true, false),
        (&https, "fe80::1", true, false),
        (&http, "10.0.0.1", true, false),
        (&http, "127.0.0.1", true, true),
        (&http, "127.0.0.1", false, false),
    ] {
        assert_eq!(address.may_connect(to.parse().unwrap(), private), may, "{address} {to} {private}");
    }
}

#[test]
fn an_address_is_a_scheme_a_host_and_a_port() {
    for (text, said, authority) in [
        ("https://Partner.Example", "https://partner.example", "partner.example"),
        ("https://partner.example:443/", "https://partner.example", "partner.example"),
        ("https://partner.example:8443", "https://partner.example:8443", "partner.example:8443"),
        ("http://127.0.0.1:80", "http://127.0.0.1", "127.0.0.1"),
        ("http://[::1]:8000", "http://[::1]:8000", "[::1]:8000"),
    ] {
        let address = Address::parse(text).unwrap();
        assert_eq!((address.to_string().as_str(), address.authority().as_str()), (said, authority), "{text}");
    }
    for text in [
        "",
        "partner.example",
        "ftp://partner.example",
        "https://",
        "https://a@b",
        "https://a/b",
        "https://a?b",
        "https://a:99999",
        "https://a:",
        "/partner",
    ] {
        assert!(Address::parse(text).is_err(), "{text}");
    }
    assert_eq!(PublicKey::parse(&"A".repeat(43)), None);
    assert_eq!(PublicKey::parse("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="), None, "a key of low order fits many");
}

#[tokio::test]
async fn nothing_that_tells_who_somebody_is_leaves_before_both_said_yes() {
    for (here, there) in pairs().await {
        let (home, away) = (Scene::new(&here).await, Scene::new(&there).await);
        // The fake takes the place of each server in turn, and keeps what it is sent.
        let held = Fake::start(Manner::Good(r#"{"state":"held"}"#.to_owned())).await;
        let fits = Fake::start(Manner::Good(FITS.to_owned())).await;
        befriend(&here, &fits, "Fake").await;
        let need = home.need(&[]).await;
        publish(&home, &need, true).await;
        assert_eq!(deliver(&here).await, told(2));
        let offer = away.offer(&away.expert, &[("hidden_from", "710")]).await;
        let id = away.shown(&need, &offer.id).await;
        // From here on the second server takes the fake for the first.
        let mut c = there.app.db.write().await.unwrap();
        let known = store::partner::all(&mut c).await.unwrap().remove(0);
        c.commit().await.unwrap();
        let fake = Partner { key: held.key.public().to_string(), address: held.address.clone(), ..known.clone() };
        replace(&there, &known, &fake).await;
        assert_eq!(away.step(&id, &away.expert, "yes").await, 303);
        assert_eq!(deliver(&there).await, told(1));
        let people = {
            let mut c = there.app.db.read().await.unwrap();
            let offer = store::offer::by_id(&mut c, &there.dialogue, &offer.id).await.unwrap().unwrap();
            let mut c = here.app.db.read().await.unwrap();
            let need = store::need::by_id(&mut c, &here.dialogue, &need).await.unwrap().unwrap();
            [offer.person_id.unwrap(), need.person_id.unwrap()]
        };
        let sent: Vec<String> = fits.sent().into_iter().chain(held.sent()).collect();
        assert_eq!(sent.len(), 2);
        assert!(
            sent[0].contains("Hygiene in two operating theatres") && sent[1].contains("urn:indaba:concept:nursing")
        );
        let secrets = [
            "Hospital of the Crossing",
            "Riverton",
            "Responsible Robin",
            "robin@",
            "Sealed Sam",
            "sam@home",
            "A paper by",
            "hidden_from",
            "\"710\"",
            &offer.handle,
            &offer.id,
            &people[0],
            &people[1],
        ];
        for (letter, secret) in sent.iter().flat_map(|letter| secrets.iter().map(move |secret| (letter, secret))) {
            assert!(!letter.contains(secret), "{secret} left: {letter}");
        }
        assert!(introductions(&there).await.iter().all(|it| !it.state.discloses()));
    }
}

/// Puts another server in the place of a partner, under the same id.
async fn replace(house: &TestHouse, known: &Partner, new: &Partner) {
    add(house, &Partner { key: new.key.clone(), ..known.clone() }).await;
    moved(house, &known.id, &new.address).await;
}

/// A partner is known by its address; no command moves it.
async fn moved(house: &TestHouse, id: &str, address: &str) {
    match &house.app.db {
        store::Db::Sqlite { write, .. } => {
            sqlx::query("UPDATE partner SET address = $2 WHERE id = $1")
                .bind(id)
                .bind(address)
                .execute(write)
                .await
                .unwrap();
        }
        store::Db::Postgres(pool) => {
            sqlx::query("UPDATE partner SET address = $2 WHERE id = $1")
                .bind(id)
                .bind(address)
                .execute(pool)
                .await
                .unwrap();
        }
    }
}

#[tokio::test]
async fn a_partner_of_another_server_is_added_listed_and_removed_by_the_command() {
    use clap::Parser;
    #[derive(Parser)]
    struct Command {
        #[command(flatten)]
        partner: indaba::commands::partner::Partners,
    }
    let houses = TestHouse::open().await;
    let (house, folder) = (&houses[0], houses[0].folder().to_str().unwrap());
    let run = async |words: &[&str]| {
        let all = ["indaba"].iter().chain(&["--data", folder]).chain(words).copied().collect::<Vec<_>>();
        Command::try_parse_from(all)?.partner.run().await
    };
    let key = ServerKey::new().unwrap().public().to_string();
    let add = ["add", "https://partner.example", &key, "--name", "Partner", "--dialogue", &house.slug];
    run(&["key"]).await.unwrap();
    let mode = std::os::unix::fs::PermissionsExt::mode(
        &std::fs::metadata(house.folder().join("server-key")).unwrap().permissions(),
    );
    assert_eq!(mode & 0o777, 0o600);
    run(&add).await.unwrap();
    run(&add).await.unwrap();
    run(&["list"]).await.unwrap();
    let own = ServerKey::open(house.folder()).unwrap().public().to_string();
    for (wrong, at) in [
        ("https://other.example/path", 1),
        ("http://partner.example", 1),
        ("no-key", 2),
        (own.as_str(), 2),
        ("no-such-dialogue", 6),
    ] {
        let mut words = add;
        words[at] = wrong;
        assert!(run(&words).await.is_err(), "{wrong}");
    }
    assert!(run(&["add", "https://other.example", &key, "--name", "Other", "--dialogue", &house.slug]).await.is_err());
    let all = store::partner::all(&mut house.app.db.read().await.unwrap()).await.unwrap();
    assert_eq!(all.iter().map(|p| (p.name.as_str(), p.state.as_str())).collect::<Vec<_>>(), [("Partner", "active")]);
    run(&["remove", "Partner"]).await.unwrap();
    assert!(run(&["remove", "Partner"]).await.is_err());
    let partner = partner(house, house, "");
    assert_ne!(partner.key, key);
    assert!(
        store::partner::of_dialogue(&mut house.app.db.read().await.unwrap(), &house.dialogue).await.unwrap().is_empty()
    );
}
