//! What a partner says, as a server takes or refuses it: signed, read strictly, said twice.

use crate::exchange::Scene;
use crate::house::TestHouse;
use crate::partners::{deliver, introductions, pairs, publish, told};
use indaba::commands::bench::client::{Asked, Reply};
use indaba::partner::key::ServerKey;
use indaba::partner::letter;
use indaba::partner::signature::{Request, Signed, sign_request};
use indaba::store;

/// What is sent to a server as a partner, and how it can be wrong.
struct Letter<'a> {
    method: &'a str,
    path: &'a str,
    body: &'a str,
    authority: String,
    at: i64,
    nonce: &'a str,
}

impl<'a> Letter<'a> {
    fn to(house: &TestHouse, path: &'a str, body: &'a str, nonce: &'a str) -> Letter<'a> {
        Letter { method: "POST", path, body, authority: house.address.to_string(), at: store::now(), nonce }
    }

    fn signed(&self, key: &ServerKey) -> Signed {
        let body = self.body.as_bytes();
        let request = Request { method: self.method, authority: &self.authority, path: self.path, body };
        sign_request(key, &request, self.nonce, self.at)
    }

    async fn send(&self, house: &TestHouse, signed: &Signed) -> Reply {
        let headers = [
            ("content-digest", signed.digest.as_str()),
            ("signature-input", signed.input.as_str()),
            ("signature", signed.signature.as_str()),
        ];
        let (method, path, body) = (self.method, self.path, self.body);
        house.send(Asked { method, path, body, headers: &headers, ..Asked::default() }).await
    }
}

/// A need as a partner tells it.
async fn told_need(home: &Scene<'_>) -> String {
    let need = home.need(&[]).await;
    let mut c = home.house.app.db.read().await.unwrap();
    let need = store::need::by_id(&mut c, &home.house.dialogue, &need).await.unwrap().unwrap();
    letter::body(&letter::of_need(&home.house.app.vocabulary(), "https://partner.example", &need, true))
}

#[tokio::test]
async fn what_is_not_signed_as_it_has_to_be_is_refused() {
    for (here, there) in pairs().await {
        let body = told_need(&Scene::new(&here).await).await;
        let key = &here.app.config.server_key;
        let good = || Letter::to(&there, "/partner/v1/needs", &body, "0000000000000001");
        let first = good().signed(key);
        assert_eq!(good().send(&there, &first).await.status.as_u16(), 200);
        let replayed = good().send(&there, &first).await;
        assert_eq!(replayed.status.as_u16(), 401);
        assert!(replayed.text().contains("taken before"), "{}", replayed.text());
        // What is refused takes no nonce: each would be taken if it were not for its fault.
        let unused = || Letter { nonce: "0000000000000009", ..good() };
        let other = ServerKey::new().unwrap();
        let at = store::now();
        for (case, letter, signed) in [
            ("another key", good(), unused().signed(&other)),
            ("another server", good(), Letter { authority: "partner.example".to_owned(), ..unused() }.signed(key)),
            ("another path", good(), Letter { path: "/partner/v1/offers", ..unused() }.signed(key)),
            ("another method", good(), Letter { method: "GET", ..unused() }.signed(key)),
            ("another body", good(), Letter { body: "{}", ..unused() }.signed(key)),
            ("too old", good(), Letter { at: at - 301_000, nonce: "0000000000000002", ..good() }.signed(key)),
            ("from the future", good(), Letter { at: at + 301_000, nonce: "0000000000000003", ..good() }.signed(key)),
            ("a short nonce", good(), Letter { nonce: "1", ..good() }.signed(key)),
        ] {
            assert_eq!(letter.send(&there, &signed).await.status.as_u16(), 401, "{case}");
        }
        let fresh = |nonce| Letter { nonce, ..good() }.signed(key);
        let digest = Signed { digest: indaba::partner::signature::digest(b"{}"), ..fresh("0000000000000004") };
        assert_eq!(good().send(&there, &digest).await.status.as_u16(), 401, "another digest");
        let input = fresh("0000000000000005");
        let less = Signed { input: input.input.replace(" \"content-digest\"", ""), ..input };
        assert_eq!(good().send(&there, &less).await.status.as_u16(), 401, "fewer components");
        let query = Letter { path: "/partner/v1/needs?a=b", ..good() };
        assert_eq!(query.send(&there, &fresh("0000000000000006")).await.status.as_u16(), 401, "a query");
        assert_eq!(there.json("POST", "/partner/v1/needs", None, &body).await.status.as_u16(), 401, "no signature");
        // A signature opens nothing but the addresses for partners.
        let queue = format!("/d/{}/exchange/queue", there.slug);
        let letter = Letter { method: "GET", path: &queue, body: "", ..unused() };
        assert_eq!(letter.send(&there, &letter.signed(key)).await.status.as_u16(), 401);
        // Nor any more once the partner was removed.
        let mut c = there.app.db.write().await.unwrap();
        let id = store::partner::by_key(&mut c, &key.public().to_string()).await.unwrap().unwrap().id;
        store::partner::remove(&mut c, &id, store::now()).await.unwrap();
        c.commit().await.unwrap();
        assert_eq!(good().send(&there, &fresh("0000000000000007")).await.status.as_u16(), 401, "removed");
    }
}

#[tokio::test]
async fn a_letter_is_read_strictly_and_changes_nothing_of_others() {
    for (here, there) in pairs().await {
        let (home, away) = (Scene::new(&here).await, Scene::new(&there).await);
        let body = told_need(&home).await;
        let key = &here.app.config.server_key;
        let own = away.need(&[]).await;
        let id =
            serde_json::from_str::<serde_json::Value>(&body).unwrap()["indaba"]["need"].as_str().unwrap().to_owned();
        let mut n = 0;
        for (from, to, status) in [
            (r#""country":"404""#, r#""country":"999""#.to_owned(), 422),
            (r#""state":"open""#, r#""state":"met""#.to_owned(), 422),
            (r#""hasNumericalValue":"1""#, r#""hasNumericalValue":"0""#.to_owned(), 422),
            (r#""level":3"#, r#""level":9"#.to_owned(), 422),
            (r#""purpose":"request""#, r#""purpose":"offer""#.to_owned(), 422),
            ("Set up a routine", "x".repeat(4_001), 422),
            ("Set up a routine", "x".repeat(140_000), 413),
            (r#""placed":0"#, r#""placed":0,"name":"Robin""#.to_owned(), 422),
            (&id, "not-an-id".to_owned(), 422),
            (&id, own.clone(), 404),
        ] {
            assert!(body.contains(from), "{from} is not in {body}");
            n += 1;
            let (changed, nonce) = (body.replace(from, &to), format!("{n:016}"));
            let letter = Letter::to(&there, "/partner/v1/needs", &changed, &nonce);
            let reply = letter.send(&there, &letter.signed(key)).await;
            assert_eq!(reply.status.as_u16(), status, "{from}: {}", reply.text());
        }
        let mut c = there.app.db.read().await.unwrap();
        let open = store::need::open(&mut c, &there.dialogue, store::now()).await.unwrap();
        assert_eq!(open.iter().map(|need| need.id.as_str()).collect::<Vec<_>>(), [own.as_str()]);
        // Introductions that are nobody's or somebody else's are answered alike.
        for path in ["host-yes", "ended", "contact"] {
            let path = format!("/partner/v1/introductions/{own}/{path}");
            let method = if path.ends_with("contact") { "GET" } else { "POST" };
            let body = if path.ends_with("ended") { r#"{"how":"over"}"# } else { "" };
            let nonce = format!("{}", path.len() + 10_000_000_000_000_000);
            let letter = Letter { method, ..Letter::to(&there, &path, body, &nonce) };
            assert_eq!(letter.send(&there, &letter.signed(key)).await.status.as_u16(), 404, "{path}");
        }
    }
}

#[tokio::test]
async fn an_answer_that_was_lost_is_asked_for_again_with_one_effect() {
    for (here, there) in pairs().await {
        let (home, away) = (Scene::new(&here).await, Scene::new(&there).await);
        let (need, offer) = (home.need(&[]).await, away.offer(&away.expert, &[]).await.id);
        publish(&home, &need, true).await;
        deliver(&here).await;
        let id = away.shown(&need, &offer).await;
        assert_eq!(away.step(&id, &away.expert, "yes").await, 303);
        // The other side takes it twice, as if the first answer had been lost on its way.
        for _ in 0..2 {
            assert_eq!(deliver(&there).await, told(1));
            let mut c = there.app.db.write().await.unwrap();
            store::partner::introduction_told(&mut c, &id, "").await.unwrap();
            c.commit().await.unwrap();
        }
        assert_eq!(introductions(&here).await.len(), 1);
        for (token, step) in [(&home.broker, "show"), (&home.host, "yes")] {
            assert_eq!(home.step(&id, token, step).await, 303);
        }
        let path = format!("/partner/v1/introductions/{id}/host-yes");
        for nonce in ["0000000000000001", "0000000000000002"] {
            let letter = Letter::to(&there, &path, "{}", nonce);
            let reply = letter.send(&there, &letter.signed(&here.app.config.server_key)).await;
            assert_eq!(reply.text(), r#"{"state":"exchanged"}"#);
        }
        let mut c = there.app.db.read().await.unwrap();
        assert_eq!(store::offer::by_id(&mut c, &there.dialogue, &offer).await.unwrap().unwrap().taken, 1);
        // The contact is not given before this server's half has the yes too.
        let path = format!("/partner/v1/introductions/{id}/contact");
        let letter = Letter { method: "GET", ..Letter::to(&here, &path, "", "0000000000000003") };
        assert_eq!(letter.send(&here, &letter.signed(&there.app.config.server_key)).await.status.as_u16(), 409);
        assert_eq!(deliver(&here).await.failed, 0);
        let letter = Letter { nonce: "0000000000000004", ..letter };
        let reply = letter.send(&here, &letter.signed(&there.app.config.server_key)).await;
        assert!(reply.text().contains("Responsible Robin"), "{}", reply.text());
        assert!(reply.headers.get("signature").is_none(), "an identity was signed");
    }
}
