//! What has moved in a landscape since an earlier moment: who may compare with what, and what is shown of it.

use crate::house::TestHouse;
use indaba::access::Role;
use indaba::store::published_landscape as kept;
use indaba::store::response::{self, Change};
use indaba::store::{self, Moment};
use indaba::words::Value;
use landscape::Landscape;

/// Thirty people, and three perspectives that all but the first of which they agree with.
struct Told {
    house: TestHouse,
    people: Vec<String>,
    perspectives: Vec<String>,
}

async fn told(house: TestHouse) -> Told {
    let (mut people, mut perspectives) = (Vec::new(), Vec::new());
    for text in ["Nurses first.", "Builders first.", "Fees last."] {
        perspectives.push(house.perspective(0, text).await);
    }
    for _ in 0..30 {
        people.push(house.participant().await.0);
    }
    let told = Told { house, people, perspectives };
    for (n, value) in [Value::Disagree, Value::Agree, Value::Agree].into_iter().enumerate() {
        told.answer(n, 0..30, value, 1_000_000).await;
    }
    told
}

impl Told {
    async fn answer(&self, perspective: usize, who: std::ops::Range<usize>, value: Value, at: Moment) {
        let perspective = &self.perspectives[perspective];
        let change = |participant: &String| Change { at, ..self.house.change(participant, perspective, Some(value)) };
        let changes: Vec<Change> = self.people[who].iter().map(change).collect();
        let mut c = self.house.app.db.write().await.unwrap();
        response::apply(&mut c, &changes).await.unwrap();
        c.commit().await.unwrap();
    }

    /// Looks with a server that was started a moment ago, as pages may be a second behind.
    async fn look(&mut self, page: &str, role: Role) -> String {
        self.house.restart().await;
        let token = self.house.token(role).await;
        self.house.get(&format!("/d/{}/q/3.1/{page}", self.house.slug), token.as_deref()).await.text()
    }

    async fn published(&self, audience: &str, limit: i64) -> Vec<Moment> {
        let mut c = self.house.app.db.read().await.unwrap();
        kept::moments(&mut c, &self.house.questions[0], audience, limit).await.unwrap()
    }
}

/// What stands on the page between two headings.
fn between<'p>(page: &'p str, from: &str, to: &str) -> &'p str {
    page.split_once(from).and_then(|(_, rest)| rest.split_once(to)).expect("both headings").0
}

#[tokio::test]
async fn everybody_compares_with_what_was_published_and_with_no_other_moment() {
    for house in TestHouse::open().await {
        let mut told = told(house).await;
        let shown = told.look("landscape.json", Role::Visitor).await;
        assert!(told.look("landscape/since", Role::Visitor).await.contains("There is nothing earlier yet"));
        // Nine of thirty are fewer than the limit of ten: nothing is published, and nothing is kept.
        told.answer(0, 0..9, Value::Agree, 2_000_000).await;
        assert_eq!(told.look("landscape.json", Role::Visitor).await, shown);
        let first = told.published("public", 10).await;
        assert_eq!((first.len(), told.published("public", 11).await.len()), (1, 0), "no higher limit was kept to");
        told.answer(0, 9..28, Value::Agree, 3_000_000).await;
        assert_ne!(told.look("landscape.json", Role::Visitor).await, shown);

        let page = told.look("landscape/since", Role::Visitor).await;
        assert!(between(&page, "Surely risen", "Surely fallen").contains("Nurses first."), "{page}");
        assert!(between(&page, "New in common ground", "No longer").contains("Nurses first."));
        assert!(!between(&page, "Surely fallen", "All comparable perspectives").contains("Builders first."));
        assert_eq!(page.matches("<option").count(), 1, "the one before what is shown now");
        assert_eq!(page.matches("<svg class=\"map\"").count(), page.matches("class=\"ring").count(), "a ring on each");
        assert!(!page.contains("class=\"dots"), "no participant is drawn");
        // Another moment leads to the publication before it, else to the first.
        let asked = told.look("landscape/since?at=1970-01-01T00:40", Role::Visitor).await;
        assert!(!between(&asked, "<select", "</select>").contains("1970"));
        assert!(between(&asked, "Surely risen", "Surely fallen").contains("Nurses first."));

        // What is kept is what was shown.
        let mut c = told.house.app.db.read().await.unwrap();
        let before = kept::at(&mut c, &told.house.questions[0], "public", first[0]).await.unwrap().unwrap();
        assert_eq!(before.outline, Landscape::from_json(&shown).unwrap().outline().to_json());
        assert_eq!((before.responses, before.participants, before.disclosure), (90, 30, 10));
    }
}

#[tokio::test]
async fn the_secretariat_compares_with_how_it_stood_at_any_moment() {
    for house in TestHouse::open().await {
        let mut told = told(house).await;
        told.answer(0, 0..9, Value::Agree, 2_000_000).await;
        told.answer(0, 9..28, Value::Agree, 3_000_000).await;
        // 1,200 seconds after the beginning of 1970 all disagreed, 2,400 seconds after it nine agreed.
        for (time, share) in [("00:20", "3%"), ("00:40", "31%")] {
            let page = told.look(&format!("landscape/since?at=1970-01-01T{time}"), Role::Secretariat).await;
            let risen = between(&page, "Surely risen", "Surely fallen");
            assert!(risen.contains("Nurses first.") && risen.contains(share), "{time}: {risen}");
            assert!(page.contains(&format!("value=\"1970-01-01T{time}\"")), "{time}: the moment stays in its field");
            let maps = page.split_once("Surely risen").unwrap().0;
            assert!(!maps.contains("<figure") && maps.contains("there is no map"), "{time}: {maps}");
        }
        let page = told.look("landscape/since", Role::Secretariat).await;
        assert!(page.contains("type=\"datetime-local\""), "{page}");
        let wrong = told.house.get(&format!("/d/{}/q/3.1/landscape/since?at=soon", told.house.slug), None).await;
        assert!(wrong.status.is_client_error() && wrong.text().contains("That is no date and time."));
        assert!(told.published("inside", 5).await.is_empty(), "the secretariat publishes nothing by looking");
    }
}

#[tokio::test]
async fn so_many_publications_are_kept_and_the_first_and_last_of_them() {
    for house in TestHouse::open().await {
        let mut told = told(house).await;
        told.look("landscape.json", Role::Visitor).await;
        let first = told.published("public", 10).await;
        for n in 0..26 {
            let value = if n % 2 == 0 { Value::Agree } else { Value::Disagree };
            told.answer(0, 0..30, value, 2_000_000 + n).await;
            told.look("landscape.json", Role::Visitor).await;
        }
        let all = told.published("public", 10).await;
        assert_eq!((all.len(), all.first()), (24, first.first()));
        let mut c = told.house.app.db.read().await.unwrap();
        let standing = store::publication::standing(&mut c, &told.house.questions[0]).await.unwrap();
        assert_eq!(all.last(), Some(&standing.public_at));
    }
}
