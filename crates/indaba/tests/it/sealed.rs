//! Names and contacts at rest: whoever has the files of the database alone reads none, also after keys were changed, and
//! also where an earlier version of the program had kept them open.

use crate::exchange::{Scene, offer_form};
use crate::house::TestHouse;
use crate::practices::{CONTACT, REVIEWER, published};
use clap::Parser;
use indaba::access::Role;
use indaba::app::Config;
use indaba::commands::keys::Keys;
use indaba::commands::partner::Partners;
use indaba::keys::Keyring;
use indaba::practice::sealing::seal_all;
use indaba::store::{self, Db};
use std::path::Path;
use std::sync::Arc;

#[derive(Parser)]
enum Command {
    Keys(Keys),
    Partner(Partners),
}

async fn run(words: &[&str]) -> anyhow::Result<()> {
    match Command::try_parse_from(std::iter::once(&"indaba").chain(words))? {
        Command::Keys(command) => command.run().await,
        Command::Partner(command) => command.run().await,
    }
}

/// Whether a text stands in a file of the database, in the log of what was written last too.
fn on_disk(folder: &Path, text: &str) -> bool {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let database =
        files.filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().contains("indaba.db")));
    database
        .map(|path| std::fs::read(path).unwrap())
        .any(|bytes| bytes.windows(text.len()).any(|w| w == text.as_bytes()))
}

/// A server whose keys stand in its data directory.
async fn with_keys() -> TestHouse {
    let mut house = TestHouse::open().await.remove(0);
    let keys = Keyring::open(house.folder()).unwrap();
    keys.make().unwrap();
    house.restart_as(|config| Config { keys: Arc::new(keys), ..config }).await;
    house
}

#[tokio::test]
async fn no_contact_stands_in_the_files_of_the_database_before_and_after_a_change_of_keys() {
    let house = with_keys().await;
    let scene = Scene::new(&house).await;
    scene.need(&[]).await;
    scene.offer(&scene.expert, &[]).await;
    let (here, head) = published(&house).await;
    let folder = house.folder().to_str().unwrap().to_owned();
    assert!(on_disk(house.folder(), "Tested on site"), "what is open is not found either");
    for turn in ["before", "after"] {
        for secret in
            [CONTACT, REVIEWER, "Sealed Sam", "sam@home.example", "Responsible Robin", "Hospital of the Crossing"]
        {
            assert!(!on_disk(house.folder(), secret), "{secret} stands in the database {turn} the change");
        }
        assert!(house.get(&here, Some(&head)).await.text().contains(CONTACT), "{turn}");
        assert!(desk(&house, &here).await.contains(REVIEWER), "{turn}");
        if turn == "before" {
            let former = house.app.config.keys.keys()[0].name.clone();
            // The data directory is told before or after what is done.
            assert!(run(&["keys", "--data", &folder, "drop", &former]).await.is_err(), "it seals still");
            run(&["keys", "rotate", "--data", &folder]).await.unwrap();
            run(&["keys", "--data", &folder, "show"]).await.unwrap();
            run(&["keys", "drop", "--data", &folder, &former]).await.unwrap();
            assert!(!house.app.config.keys.export().is_empty());
        }
    }
    run(&["partner", "key", "--data", &folder]).await.unwrap();
    run(&["partner", "--data", &folder, "list"]).await.unwrap();
}

/// The secretariat's desk of a practice.
async fn desk(house: &TestHouse, here: &str) -> String {
    let secretariat = house.token(Role::Secretariat).await;
    house.get(&format!("{here}/review"), secretariat.as_deref()).await.text()
}

/// Puts contacts and reviewers of all practices as the first version kept them.
async fn unseal(db: &Db, keys: &Keyring, dialogue: &str) {
    use indaba::practice::Record;
    let mut c = db.write().await.unwrap();
    for p in store::practice::all(&mut c, dialogue).await.unwrap() {
        let open = |text: &str| Record::parse(text).opened(keys, &p.id).json();
        store::sealed::put_practice(&mut c, &p.id, &open(&p.content), &open(&p.shown)).await.unwrap();
        for v in store::practice::versions(&mut c, &p.id).await.unwrap() {
            store::sealed::put_version(&mut c, &p.id, v.version, &open(&v.content)).await.unwrap();
        }
    }
    c.commit().await.unwrap();
    let open = "UPDATE practice_reviewer SET sealed = '', name = $1, organisation = 'Institute'";
    match db {
        Db::Sqlite { write, .. } => drop(sqlx::query(open).bind(REVIEWER).execute(write).await.unwrap()),
        Db::Postgres(pool) => drop(sqlx::query(open).bind(REVIEWER).execute(pool).await.unwrap()),
    }
}

#[tokio::test]
async fn names_that_an_earlier_version_kept_open_are_sealed_and_leave_no_trace() {
    for house in TestHouse::open().await {
        let (here, head) = published(&house).await;
        let keys = &house.app.config.keys;
        unseal(&house.app.db, keys, &house.dialogue).await;
        let sqlite = matches!(house.app.db, Db::Sqlite { .. });
        assert!(!sqlite || (on_disk(house.folder(), CONTACT) && on_disk(house.folder(), REVIEWER)));
        assert_eq!(seal_all(&house.app.db, &Keyring::default()).await.unwrap(), 0, "without a key nothing is lost");
        assert_eq!(seal_all(&house.app.db, keys).await.unwrap(), 5, "the practice, its version, three reviewers");
        assert_eq!(seal_all(&house.app.db, keys).await.unwrap(), 0);
        for name in [CONTACT, REVIEWER] {
            assert!(!sqlite || !on_disk(house.folder(), name), "{name} stands in an unused part of the file");
        }
        assert!(desk(&house, &here).await.contains(REVIEWER));
        assert!(house.get(&here, Some(&head)).await.text().contains(CONTACT));
        assert_eq!(keys.unread(&house.app.db).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn where_the_key_is_lost_a_practice_is_whole_but_for_its_contact_and_who_reviewed_it() {
    for mut house in TestHouse::open().await {
        let (here, head) = published(&house).await;
        house.restart_as(|config| Config { keys: Arc::default(), ..config }).await;
        let page = house.get(&here, Some(&head)).await;
        assert_eq!(page.status, 200);
        assert!(page.text().contains("Tested on site") && !page.text().contains(CONTACT));
        assert!(house.app.config.keys.unread(&house.app.db).await.unwrap() > 0);
        let desk = desk(&house, &here).await;
        assert!(desk.contains("The key that seals who this is") && !desk.contains(REVIEWER), "{desk}");
        // A new one with a contact can't be kept, and says so; nothing is kept open instead.
        let secretariat = house.token(Role::Secretariat).await;
        let new = format!("/d/{}/practices/new", house.slug);
        let body = "title=Another&contact=office%40example.invalid";
        let refused = house.form(&new, secretariat.as_deref(), body).await;
        assert_eq!(refused.status, 500);
        assert!(refused.text().contains("The key that seals names and contacts"), "{}", refused.text());
        assert_eq!(house.form(&new, secretariat.as_deref(), "title=Another").await.status, 303);
    }
}

#[tokio::test]
async fn where_the_keys_are_lost_for_good_a_new_one_seals_and_owners_give_again_what_the_old_ones_held() {
    let mut house = with_keys().await;
    let scene = Scene::new(&house).await;
    let (offer, expert) = (scene.offer(&scene.expert, &[]).await, scene.expert.clone());
    let (host, broker) = (scene.host.clone(), scene.broker.clone());
    let folder = house.folder().to_str().unwrap().to_owned();
    std::fs::remove_file(house.folder().join("keys")).unwrap();
    house.restart_as(|config| Config { keys: Arc::default(), ..config }).await;
    let scene = Scene { house: &house, host, expert, broker };
    let again = offer_form(&[("name", "Sealed Anew")]);
    let edit = format!("/offers/{}/edit", offer.id);
    assert_eq!(scene.post(&edit, &scene.expert, &again).await, 500, "there is nothing to seal with");
    let refused = run(&["keys", "rotate", "--data", &folder]).await.unwrap_err().to_string();
    assert!(refused.contains("--without-lost"), "{refused}");
    run(&["keys", "rotate", "--without-lost", "--data", &folder]).await.unwrap();
    let (host, expert, broker) = (scene.host, scene.expert, scene.broker);
    let keys = Arc::new(Keyring::open(house.folder()).unwrap());
    house.restart_as(|config| Config { keys, ..config }).await;
    let scene = Scene { house: &house, host, expert, broker };
    assert_eq!(house.app.config.keys.unread(&house.app.db).await.unwrap(), 1, "it is kept, should the key come back");
    let page = scene.page(&edit, Some(&scene.expert)).await;
    assert!(
        page.contains("nursing care") && !page.contains("Sealed Sam") && page.contains("give name and contact again")
    );
    assert_eq!(scene.post(&edit, &scene.expert, &again).await, 303);
    assert!(scene.page(&edit, Some(&scene.expert)).await.contains("Sealed Anew"));
    assert_eq!(house.app.config.keys.unread(&house.app.db).await.unwrap(), 0);
}
