//! A paper opened through the page: what the form can't show of it is there afterwards too. The real program serves,
//! as it reads uploads by starting itself again.

use crate::house::Folder;
use indaba::commands::bench::client::{Asked, Client};
use indaba::web::open::printed::{self, Printed};
use papers::{Emphasis, EmphasisKind, Paper, Paragraph};
use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

const PAPER: &str = "# On permits

1. A permit lasts **one season**, no *longer*, in most ports.

2. Many ask for **two seasons**.

3. Delegations are invited to share their views on the following questions:

- How **long** should a permit last?

4. Three things help:

   - clear *forms*;
   - short ways.
";

/// A server of its own, ended with the test.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn program(folder: &Folder) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_indaba"));
    command.env("INDABA_DATA", folder.path()).env_remove("INDABA_LISTEN").stderr(Stdio::null());
    command
}

fn serve(folder: &Folder) -> (Server, std::net::SocketAddr) {
    let mut child =
        program(folder).args(["serve", "--listen", "127.0.0.1:0"]).stdout(Stdio::piped()).spawn().expect("a server");
    let told = BufReader::new(child.stdout.take().expect("its words"));
    let server = Server(child);
    let address = told
        .lines()
        .find_map(|line| line.ok()?.rsplit_once("http://").and_then(|(_, at)| at.trim_end_matches('/').parse().ok()));
    (server, address.expect("where it listens"))
}

/// What stands between two texts of a page, as a browser reads it.
fn between(page: &str, before: &str, after: &str) -> String {
    let (_, rest) = page.split_once(before).expect("the field");
    let (found, _) = rest.split_once(after).expect("its end");
    let marks = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    marks.iter().fold(found.to_owned(), |text, (written, meant)| text.replace(written, meant))
}

fn encoded(text: &str) -> String {
    text.bytes()
        .map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect()
}

fn post<'a>(path: &'a str, token: &'a str, media: &'a str, body: &'a str) -> Asked<'a> {
    Asked { method: "POST", path, token: Some(token), body, media, headers: &[] }
}

/// The words of a paragraph that are set off.
fn set_off(paragraph: &Paragraph) -> Vec<&str> {
    paragraph.emphasis.iter().map(|mark| &paragraph.text[mark.start..mark.end]).collect()
}

#[tokio::test]
async fn emphasis_and_lists_of_a_paper_come_through_the_form() {
    let folder = Folder::new();
    let (_server, address) = serve(&folder);
    let token = program(&folder).args(["token", "--role", "secretariat"]).output().expect("a token").stdout;
    let token = String::from_utf8(token).expect("a token").trim().to_owned();
    let mut client = Client::connect(address).await.unwrap();
    let body = format!(
        "--x\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"paper.md\"\r\n\r\n{PAPER}\r\n--x--\r\n"
    );
    let page = client.send(post("/open", &token, "multipart/form-data; boundary=x", &body)).await.unwrap().text();
    let printed = between(&page, "name=\"printed\" value=\"", "\"");
    let (_, outline) = page.split_once("<textarea id=\"outline\"").expect("the lines");
    let outline = between(outline, ">", "</textarea>");
    let known = papers::read(PAPER.as_bytes(), papers::Format::Markdown, &papers::Limits::default()).unwrap();
    assert_eq!(known.paragraphs().filter(|p| !p.emphasis.is_empty()).count(), 3, "the paper has something to lose");

    for (slug, corrected) in [
        ("as-it-is", outline.clone()),
        ("corrected", outline.replace("in most ports", "in many ports").replace("no longer", "not longer")),
    ] {
        assert!(slug == "as-it-is" || corrected != outline);
        let form = format!(
            "symbol=&title=On+permits&date=&lang=en&slug={slug}&outline={}&printed={}",
            encoded(&corrected),
            encoded(&printed)
        );
        let made =
            client.send(post("/open/confirm", &token, "application/x-www-form-urlencoded", &form)).await.unwrap();
        assert_eq!(made.status.as_u16(), 303, "{}", made.text());
        let path = format!("/api/v1/dialogues/{slug}/record.zip");
        let record = client.send(Asked { path: &path, token: Some(&token), ..Asked::default() }).await.unwrap();
        assert_eq!(record.status.as_u16(), 200, "{}", record.text());
        let mut zip = zip::ZipArchive::new(std::io::Cursor::new(record.body.to_vec())).unwrap();
        let mut json = String::new();
        zip.by_name("paper.json").unwrap().read_to_string(&mut json).unwrap();
        let paper = Paper::from_json(&json).unwrap();
        assert_eq!(paper.paragraphs().count(), known.paragraphs().count());
        for paragraph in paper.paragraphs() {
            let before = known.paragraph(&paragraph.number).unwrap();
            if slug == "as-it-is" || paragraph.number != "1" {
                assert_eq!(paragraph, before, "{slug}");
            } else {
                assert_eq!(set_off(paragraph), ["one season", "longer"]);
                assert!(paragraph.text.ends_with("not longer, in many ports."));
            }
        }
    }
}

/// A paragraph with a list and three words that are set off.
const TEXT: &str = "Seasons are short:\n• one for corn;\n• été for wine.";

fn kept(typed: &str) -> (String, Vec<String>) {
    let marks = ["Seasons", "corn", "été"].map(|word| {
        let start = TEXT.find(word).unwrap();
        Emphasis { start, end: start + word.len(), kind: EmphasisKind::Bold }
    });
    let paragraph = Paragraph { number: "3".into(), text: TEXT.into(), emphasis: marks.to_vec() };
    let paper = Paper { preamble: vec![paragraph], ..Paper::default() };
    let read = Printed::read(&printed::field(&paper)).paragraph("3", typed);
    let words = read.emphasis.iter().map(|mark| read.text[mark.start..mark.end].to_owned()).collect();
    (read.text, words)
}

#[test]
fn what_was_not_changed_keeps_what_it_has_in_print() {
    let shown = "Seasons are short: • one for corn; • été for wine.";
    let all = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    assert_eq!(kept(shown), (TEXT.to_owned(), all(&["Seasons", "corn", "été"])));
    let longer = shown.replace("are short", "are very short");
    assert_eq!(kept(&longer), (TEXT.replace("are short", "are very short"), all(&["Seasons", "corn", "été"])));
    let other = shown.replace("corn", "cork");
    assert_eq!(kept(&other), (TEXT.replace("corn", "cork"), all(&["Seasons", "été"])));
    let twice = shown.replace("short", "long").replace("wine", "wheat");
    assert_eq!(kept(&twice).1, all(&["Seasons", "corn", "été"]), "between two changes");
    assert_eq!(kept(&twice.replace("corn", "corncob")).1, all(&["Seasons", "été"]), "not within a word");
    assert_eq!(kept(&twice.replace("long", "long, for corn")).1, all(&["Seasons", "été"]), "not where it is twice");
    assert_eq!(kept("Years."), ("Years.".to_owned(), all(&[])));
    assert_eq!(kept(&shown.replace("Seasons", "Seasons, seasons")).1, all(&["Seasons", "corn", "été"]));
    assert_eq!(kept("").1, all(&[]));
}

#[test]
fn a_field_that_somebody_changed_gives_nothing_that_is_not_in_the_text() {
    for field in ["", "no list", "[{\"number\":\"3\",\"text\":\"ab\"}]"] {
        assert!(Printed::read(field).paragraph("3", "été").emphasis.is_empty());
    }
    let field = r#"[{"number":"3","text":"été","emphasis":[{"start":1,"end":2,"kind":"bold"},
        {"start":2,"end":900,"kind":"bold"},{"start":4,"end":2,"kind":"italic"},
        {"start":18446744073709551615,"end":18446744073709551615,"kind":"bold"}]}]"#;
    assert!(Printed::read(field).paragraph("3", "été").emphasis.is_empty());
    assert!(Printed::read(field).paragraph("3", "l'été").emphasis.is_empty());
}
