//! Notices by e-mail, against a mail server that listens on loopback and speaks SMTP: one that takes mail, refuses it,
//! asks to come back, keeps silent, or is not there.

use crate::zone::Zone;
use indaba::access::Role;
use indaba::app::Config;
use indaba::commands::bench::client::Asked;
use indaba::decision::State;
use indaba::mail::Mailer;
use indaba::mail::letter::{ASKED_DAYS, Link};
use indaba::mail::outbox::{Delivered, deliver};
use indaba::mail::server::Settings;
use indaba::partner::outbox::pause;
use indaba::store;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;
use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// How the mail server answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    Take,
    /// No such recipient.
    Refuse,
    /// Come back later.
    Later,
    /// No answer to the message.
    Hang,
}

/// A mail server.
struct Post {
    at: SocketAddr,
    manner: Arc<Mutex<Manner>>,
    taken: Arc<Mutex<Vec<String>>>,
}

impl Post {
    async fn open() -> Post {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let post = Post {
            at: listener.local_addr().expect("an address"),
            manner: Arc::new(Mutex::new(Manner::Take)),
            taken: Arc::default(),
        };
        let (manner, taken) = (Arc::clone(&post.manner), Arc::clone(&post.taken));
        tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                tokio::spawn(talk(line, Arc::clone(&manner), Arc::clone(&taken)));
            }
        });
        post
    }

    fn is(&self, manner: Manner) {
        *self.manner.lock().unwrap() = manner;
    }

    fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().clone()
    }

    fn mailer(&self) -> Mailer {
        mailer(self.at)
    }
}

fn mailer(at: SocketAddr) -> Mailer {
    let server = format!("smtp://{at}");
    let settings = Settings { server: &server, from: "Indaba <indaba@example.org>", ..Settings::default() };
    Mailer::new(settings, Duration::from_millis(700)).expect("a mailer")
}

/// One conversation (RFC 5321).
async fn talk(line: TcpStream, manner: Arc<Mutex<Manner>>, taken: Arc<Mutex<Vec<String>>>) -> std::io::Result<()> {
    let (read, mut out) = line.into_split();
    let mut lines = BufReader::new(read).lines();
    out.write_all(b"220 post.example.org\r\n").await?;
    while let Some(said) = lines.next_line().await? {
        let now = *manner.lock().unwrap();
        let answer = match said.to_ascii_uppercase().split([' ', ':']).next().unwrap_or_default() {
            "EHLO" => "250-post.example.org\r\n250 8BITMIME\r\n",
            "RCPT" if now == Manner::Refuse => "550 no such person\r\n",
            "RCPT" if now == Manner::Later => "451 come back\r\n",
            "DATA" => {
                out.write_all(b"354 go on\r\n").await?;
                let mut message = String::new();
                while let Some(text) = lines.next_line().await?.filter(|text| text != ".") {
                    message += &text;
                    message += "\n";
                }
                if now == Manner::Hang {
                    // The line stays open until the other side has enough of it.
                    let _ = lines.next_line().await;
                    return Ok(());
                }
                taken.lock().unwrap().push(message);
                "250 taken\r\n"
            }
            "QUIT" => {
                out.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => "250 ok\r\n",
        };
        out.write_all(answer.as_bytes()).await?;
    }
    Ok(())
}

/// Zones with a kept package behind a server that knows a mail server.
async fn kept(post: &Post) -> Vec<Zone> {
    let mut zones = Zone::open().await;
    for zone in &mut zones {
        zone.result("/landing", Some(&zone.chair)).await;
        zone.ok("/landing/keep", &zone.chair, "title=First+reading&package=total").await;
        with(zone, post.mailer()).await;
    }
    zones
}

/// The same server started anew, with its keys, and with a mail server.
async fn with(zone: &mut Zone, mailer: Mailer) {
    let before = &zone.house.app.config;
    let (keys, server_key) = (Arc::clone(&before.keys), Arc::clone(&before.server_key));
    let mail = Some(Arc::new(mailer));
    zone.house.restart_as(|config| Config { mail, keys, server_key, ..config }).await;
}

/// Gives an address that is still to be confirmed.
async fn types(zone: &Zone, n: usize) {
    let body = format!("act=give&address=head{n}%40example.org&lang=en&agree=on");
    zone.ok("/notices", &zone.delegations[n].1, &body).await;
}

/// Gives an address, and confirms it before it is asked.
async fn gives(zone: &Zone, n: usize) {
    types(zone, n).await;
    let mut c = zone.house.app.db.read().await.unwrap();
    let asked = store::mail_address::to_ask(&mut c, store::now(), 9).await.unwrap();
    drop(c);
    let token = Link::Confirm.token(&zone.house.app.config.server_key, &asked.last().unwrap().id);
    assert_eq!(zone.house.form(&format!("/notices/confirm/{token}"), None, "").await.status, 200);
}

/// The page of notices of a head of delegation.
async fn notices(zone: &Zone, n: usize) -> String {
    zone.page("/notices", Some(&zone.delegations[n].1)).await
}

/// The path of a link in a mail.
fn path(mail: &str, word: &str) -> String {
    let from = mail.find(&format!("/notices/{word}/")).unwrap();
    mail[from..].split_whitespace().next().unwrap().trim_end_matches('>').to_owned()
}

fn done(sent: usize, failed: usize) -> Delivered {
    Delivered { sent, failed }
}

#[tokio::test]
async fn a_decision_is_mailed_once_to_who_asked_for_it() {
    let post = Post::open().await;
    for mut zone in kept(&post).await {
        let (_, head) = zone.delegations[0].clone();
        let wrong =
            zone.house.form(&zone.at("/notices"), Some(&head), "act=give&address=nobody&lang=en&agree=on").await;
        assert!(wrong.status == 422 && wrong.text().contains("value=\"nobody\""), "{}", wrong.text());
        assert_eq!(
            zone.sent("/notices", &head, "act=give&address=a%40example.org&lang=en").await,
            422,
            "without a yes"
        );
        assert_eq!(zone.house.get(&zone.at("/notices"), None).await.status, 401);
        gives(&zone, 0).await;
        assert!(zone.page("/notices", Some(&head)).await.contains("head0@example.org"));
        zone.ok("/decisions", &zone.chair, "package=1&procedure=silence").await;
        let now = store::now();
        let before = post.taken().len();
        assert_eq!(deliver(&zone.house.app, now).await.unwrap(), done(1, 0));
        assert_eq!(deliver(&zone.house.app, now + 90_000_000).await.unwrap(), done(0, 0));
        with(&mut zone, post.mailer()).await;
        assert_eq!(deliver(&zone.house.app, now + 90_000_000).await.unwrap(), done(0, 0), "nor after a restart");
        let all = post.taken();
        assert_eq!(all.len() - before, 1);
        let mail = &all[before];
        for part in
            ["To: head0@example.org", "Message-ID: <", "List-Unsubscribe: <http://", "Auto-Submitted: auto-generated"]
        {
            assert!(mail.contains(part), "{part}: {mail}");
        }
        assert!(mail.contains(&format!("/d/{}/decisions/1?lang", zone.house.slug)), "{mail}");
        assert!(mail.contains("silence is running"), "everybody may read this dialogue: {mail}");
        assert!(
            !mail.contains("First reading") && !mail.contains("Candidate") && !mail.contains("Delegation No"),
            "{mail}"
        );
        let mut c = zone.house.app.db.read().await.unwrap();
        let sealed = store::sealed::all(&mut c).await.unwrap();
        assert!(sealed.iter().any(|(place, value)| place.starts_with("mail/") && !value.contains("example")));
    }
}

#[tokio::test]
async fn an_address_gets_notices_once_its_reader_has_confirmed_it() {
    let post = Post::open().await;
    for zone in kept(&post).await {
        let app = &zone.house.app;
        types(&zone, 0).await;
        types(&zone, 1).await;
        zone.ok("/decisions", &zone.chair, "package=1&procedure=silence").await;
        let (now, before) = (store::now(), post.taken().len());
        assert_eq!(deliver(app, now).await.unwrap(), done(2, 0), "both are asked, and nothing is told");
        assert_eq!(deliver(app, now + pause(20)).await.unwrap(), done(0, 0), "once");
        let asked = post.taken()[before..].iter().find(|mail| mail.contains("To: head0@")).unwrap().clone();
        assert!(asked.contains("Subject: Is this your address?") && !asked.contains(&zone.house.slug), "{asked}");
        assert!(notices(&zone, 0).await.contains("To be confirmed"));
        let link = path(&asked, "confirm");
        assert_eq!(zone.house.get(&link, None).await.status, 200, "looking at the link confirms nothing");
        assert!(notices(&zone, 0).await.contains("To be confirmed"));
        assert_eq!(zone.house.form(&link, None, "").await.status, 200);
        assert_eq!(zone.house.form(&link, None, "").await.status, 200, "a second time is no harm");
        assert!(notices(&zone, 0).await.contains("Notices go to"));
        zone.ok("/decisions/1/step", &zone.chair, "step=drop").await;
        assert_eq!(deliver(app, store::now()).await.unwrap(), done(1, 0), "the confirmed one alone");
        assert!(post.taken().last().unwrap().contains("To: head0@"));
        // Who does not answer is forgotten, and the link with it.
        let late = store::now() + (ASKED_DAYS + 1) * 24 * 3_600_000;
        let other = post.taken()[before..].iter().find(|mail| mail.contains("To: head1@")).unwrap().clone();
        deliver(app, late).await.unwrap();
        assert_eq!(zone.house.form(&path(&other, "confirm"), None, "").await.status, 410);
        assert!(!notices(&zone, 1).await.contains("head1@"));
        assert!(notices(&zone, 0).await.contains("head0@"));
    }
}

#[tokio::test]
async fn a_mail_that_asks_is_tried_again_and_a_refusal_is_told() {
    let post = Post::open().await;
    for zone in kept(&post).await {
        let app = &zone.house.app;
        types(&zone, 0).await;
        post.is(Manner::Later);
        let now = store::now();
        assert_eq!(deliver(app, now).await.unwrap(), done(0, 1));
        assert_eq!(deliver(app, now + pause(0) - 1).await.unwrap(), done(0, 0), "not before its time");
        post.is(Manner::Refuse);
        assert_eq!(deliver(app, now + pause(0)).await.unwrap(), done(0, 1));
        post.is(Manner::Take);
        assert_eq!(deliver(app, now + pause(9)).await.unwrap(), done(0, 0), "not after a refusal");
        let page = notices(&zone, 0).await;
        assert!(page.contains("Is the address right?"), "{page}");
    }
}

#[tokio::test]
async fn a_mail_server_that_is_down_or_silent_or_busy_loses_nothing() {
    let post = Post::open().await;
    for mut zone in kept(&post).await {
        gives(&zone, 0).await;
        gives(&zone, 1).await;
        let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
        with(&mut zone, mailer(nobody)).await;
        zone.ok("/decisions", &zone.chair, "package=1&procedure=consensus").await;
        let mut now = store::now();
        assert_eq!(deliver(&zone.house.app, now).await.unwrap(), done(0, 2));
        assert_eq!(deliver(&zone.house.app, now + pause(0) - 1).await.unwrap(), done(0, 0), "not before its time");
        assert!(notices(&zone, 0).await.contains("be reached"));
        with(&mut zone, post.mailer()).await;
        let before = post.taken().len();
        for (tries, manner) in [(0, Manner::Hang), (1, Manner::Later)] {
            now += pause(tries);
            post.is(manner);
            let failed = deliver(&zone.house.app, now).await.unwrap();
            assert_eq!(failed.sent, 0, "{manner:?}");
            assert!(failed.failed > 0, "{manner:?}");
        }
        post.is(Manner::Take);
        assert_eq!(deliver(&zone.house.app, now + pause(9)).await.unwrap(), done(2, 0));
        assert_eq!(post.taken().len() - before, 2);
        assert_eq!(deliver(&zone.house.app, now + pause(20)).await.unwrap(), done(0, 0));
        // Who is refused for good is not asked again, and is told.
        post.is(Manner::Refuse);
        zone.ok("/decisions/1/step", &zone.chair, "step=drop").await;
        let now = store::now();
        assert_eq!(deliver(&zone.house.app, now).await.unwrap(), done(0, 2));
        assert_eq!(deliver(&zone.house.app, now + pause(20)).await.unwrap(), done(0, 0));
        assert!(notices(&zone, 1).await.contains("refused the last one"));
        post.is(Manner::Take);
    }
}

#[tokio::test]
async fn the_link_of_a_mail_stops_it_and_nobody_else_can() {
    let post = Post::open().await;
    for zone in kept(&post).await {
        gives(&zone, 0).await;
        gives(&zone, 1).await;
        zone.ok("/decisions", &zone.chair, "package=1&procedure=consensus").await;
        let before = post.taken().len();
        assert_eq!(deliver(&zone.house.app, store::now()).await.unwrap(), done(2, 0));
        let mail = post.taken()[before..].iter().find(|mail| mail.contains("head0@")).unwrap().clone();
        let path = path(&mail, "stop");
        let path = path.as_str();
        let forged = format!("{}0", &path[..path.len() - 1]);
        let forged = if forged == path { format!("{}1", &path[..path.len() - 1]) } else { forged };
        assert_eq!(zone.house.form(&forged, None, "List-Unsubscribe=One-Click").await.status, 404);
        assert_eq!(zone.house.get(path, None).await.status, 200, "looking at the link stops nothing");
        assert!(notices(&zone, 0).await.contains("head0@example.org"));
        assert_eq!(zone.house.form(path, None, "List-Unsubscribe=One-Click").await.status, 200);
        assert!(!notices(&zone, 0).await.contains("head0@example.org"));
        zone.ok("/decisions/1/step", &zone.chair, "step=adopt").await;
        assert_eq!(deliver(&zone.house.app, store::now()).await.unwrap(), done(1, 0), "the other one still gets it");
        zone.ok("/notices", &zone.delegations[1].1, "act=stop").await;
        zone.ok("/decisions", &zone.chair, "package=1&procedure=consensus").await;
        assert_eq!(deliver(&zone.house.app, store::now()).await.unwrap(), done(0, 0));
    }
}

#[tokio::test]
async fn an_address_is_among_ones_own_data_and_goes_with_them() {
    let post = Post::open().await;
    for zone in kept(&post).await {
        gives(&zone, 0).await;
        gives(&zone, 1).await;
        let (_, head) = &zone.delegations[0];
        let own = zone.house.get("/api/v1/me", Some(head)).await.json();
        assert_eq!(
            (&own["notices"][0]["address"], &own["notices"][0]["slug"]),
            (&"head0@example.org".into(), &zone.house.slug.as_str().into())
        );
        zone.ok("/decisions", &zone.chair, "package=1&procedure=consensus").await;
        let erased = zone
            .house
            .send(Asked { method: "DELETE", path: "/api/v1/me", token: Some(head), ..Asked::default() })
            .await;
        assert_eq!(erased.status, 204, "{}", erased.text());
        let before = post.taken().len();
        assert_eq!(deliver(&zone.house.app, store::now()).await.unwrap(), done(1, 0), "what waited for it is gone");
        assert!(post.taken()[before].contains("head1@"));
        // A delegation that leaves takes its members' addresses along.
        let mut c = zone.house.app.db.write().await.unwrap();
        store::departure::end_access(&mut c, &zone.delegations[1].0).await.unwrap();
        c.commit().await.unwrap();
        let left = store::sealed::all(&mut zone.house.app.db.read().await.unwrap()).await.unwrap();
        assert!(!left.iter().any(|(place, _)| place.starts_with("mail/")), "{left:?}");
        let operator = zone.house.token(Role::Operator).await.unwrap();
        assert_eq!(zone.house.get(&zone.at("/notices"), Some(&operator)).await.status, 409, "a token has no account");
    }
}

#[tokio::test]
async fn silence_that_was_kept_is_told_to_everybody_once() {
    let post = Post::open().await;
    for zone in kept(&post).await {
        zone.ok("/decisions", &zone.chair, "package=1&procedure=silence").await;
        gives(&zone, 0).await;
        let app = &zone.house.app;
        assert_eq!(indaba::settling::kept(&app.db, store::now()).await.unwrap(), 0, "it still runs");
        let later = store::now() + 73 * 3_600_000;
        assert_eq!(indaba::settling::kept(&app.db, later).await.unwrap(), 1);
        assert_eq!(indaba::settling::kept(&app.db, later).await.unwrap(), 0);
        let mut c = app.db.read().await.unwrap();
        let d = store::decision::by_number(&mut c, &zone.house.dialogue, 1).await.unwrap().unwrap();
        let steps = store::decision::steps(&mut c, &d.id).await.unwrap();
        assert_eq!((d.state, steps.last().unwrap().at), (State::Adopted, d.ends_at.unwrap()), "as of its deadline");
        assert_eq!(deliver(app, later).await.unwrap(), done(1, 0));
        assert!(post.taken().last().unwrap().contains("adopted"));
        assert!(zone.page("/decisions/1", None).await.contains("silence kept"));
    }
}
