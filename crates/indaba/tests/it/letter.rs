//! What a notice by e-mail says, in every script, and how a mail server is named.

use base64ct::{Base64, Encoding};
use indaba::mail::letter::{Link, Sender, write};
use indaba::mail::server::{Correspondent, MailError, Settings};
use indaba::mail::{Mailer, address};
use indaba::partner::key::ServerKey;
use indaba::store::mail::Due;
use indaba::words::Participation;
use std::time::Duration;

fn due(participation: Participation) -> Due {
    Due {
        notice_id: "n".to_owned(),
        address_id: "a".to_owned(),
        tries: 0,
        next_at: 0,
        sealed: String::new(),
        lang: "en".to_owned(),
        detail: "3 objected".to_owned(),
        at: 1_000,
        dialogue_id: "d".to_owned(),
        slug: "seasons".to_owned(),
        title: "Seasons".to_owned(),
        participation,
    }
}

#[test]
fn a_mail_from_a_dialogue_of_delegations_alone_does_not_tell_the_state() {
    let (key, from) = (ServerKey::of([7; 32]), Correspondent::parse("Indaba <indaba@example.org>").unwrap());
    let text = |participation, home| {
        let sender = Sender { from: &from, home, key: &key };
        write(sender, &due(participation), &address("head@example.org").unwrap(), 2_000)
    };
    let open = text(Participation::Open, "https://here.example");
    assert!(open.contains("Subject: Seasons: decision 3, objected to") && open.contains("One-Click"), "{open}");
    let closed = text(Participation::Delegations, "http://here.example");
    assert!(closed.contains("Subject: Seasons: decision 3 has changed") && !closed.contains("objected"), "{closed}");
    assert!(!closed.contains("One-Click"), "a mail program may only press it over https");
    assert_eq!(open, text(Participation::Open, "https://here.example"), "the same bytes, the same Message-ID");
    assert!(open.contains("From: Indaba <indaba@example.org>\r\n") && open.contains("Jan 1970 00:00:02"), "{open}");
    let token = Link::Stop.token(&key, "a");
    assert_eq!(Link::Stop.address(&key, &token), Some("a"));
    assert_eq!(Link::Confirm.address(&key, &token), None, "a link does one thing");
    assert_eq!(Link::Stop.address(&ServerKey::of([8; 32]), &token), None);
    assert_eq!(Link::Stop.address(&key, &token.replacen('a', "b", 1)), None);
}

#[test]
fn a_mail_in_another_script_comes_through_every_server() {
    let (key, from) = (ServerKey::of([7; 32]), Correspondent::parse("indaba@example.org").unwrap());
    let sender = Sender { from: &from, home: "https://here.example", key: &key };
    for lang in ["fr", "ar"] {
        let due =
            Due { lang: lang.to_owned(), title: "Élargir « la table » ".repeat(6), ..due(Participation::Open) };
        let message = write(sender, &due, &address("head@example.org").unwrap(), 2_000);
        assert!(
            message.is_ascii() && message.lines().all(|line| line.len() <= 78 || line.starts_with("List-")),
            "{message}"
        );
        let (head, body) = message.split_once("\r\n\r\n").unwrap();
        assert!(head.contains("Content-Transfer-Encoding: base64") && head.contains("Subject: =?utf-8?B?"), "{head}");
        let body = Base64::decode_vec(&body.replace("\r\n", "")).unwrap();
        let body = String::from_utf8(body).unwrap();
        assert!(
            body.contains(&format!("/d/seasons/decisions/3?lang={lang}")) && body.contains("/notices/stop/a."),
            "{body}"
        );
    }
}

#[test]
fn a_mail_server_is_named_without_secrets_and_never_in_the_clear() {
    let named = |server, user, password| {
        let settings = Settings { server, from: "indaba@example.org", user, password, authority: None };
        Mailer::new(settings, Duration::from_secs(1))
    };
    for good in ["smtps://mail.example.org", "smtp://mail.example.org:2525", "smtp://[::1]:25", "smtp://localhost"] {
        assert!(named(good, None, None).is_ok(), "{good}");
    }
    for wrong in
        ["mail.example.org", "https://mail.example.org", "smtp://", "smtp://mail.example.org:post", "smtp://a b"]
    {
        assert!(matches!(named(wrong, None, None), Err(MailError::Server)), "{wrong}");
    }
    assert!(matches!(named("smtp://me:secret@mail.example.org", None, None), Err(MailError::Account)));
    assert!(matches!(named("smtps://mail.example.org", Some("me"), None), Err(MailError::Half)));
    let mailer = named("smtps://mail.example.org", Some("me"), Some("secret")).unwrap();
    assert_eq!(format!("{mailer:?}"), "Mailer(indaba@example.org)");
    for wrong in ["", "nobody", "a@b@c", "é@example.org", "a b@example.org"] {
        assert!(address(wrong).is_none(), "{wrong}");
    }
}
