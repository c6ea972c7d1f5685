//! The watcher: looks at everything after every single response, compares, and learns nothing about few.

use crate::house::TestHouse;
use crate::watcher::{Watched, Watcher, shown, watched};
use indaba::access::Role;
use indaba::opening::Rules;
use indaba::store::publication::Published;
use indaba::store::{self, Conn};
use indaba::words::{DialogueState, Value};
use landscape::Landscape;
use std::collections::BTreeSet;

/// The disclosure limits in public and inside.
const PUBLIC: usize = 10;
const INSIDE: usize = 5;

/// Everybody answers everything once, in an order that mixes them; some change and some withdraw on the way.
fn story(people: usize) -> Vec<(usize, usize, Option<Value>)> {
    let all = people * 2;
    let mut events = Vec::new();
    for n in 0..all {
        let at = n * 101 % all;
        let (who, what) = (at % people, at / people);
        let value = Value::ALL[(who + what * who) % 3];
        events.push((who, what, Some(value)));
        if n % 9 == 5 {
            events.push((who, what, if n % 2 == 0 { None } else { Some(Value::ALL[(who + 1) % 3]) }));
        }
    }
    events
}

#[tokio::test]
async fn a_watcher_who_looks_after_every_response_learns_nothing_about_few() {
    for house in TestHouse::open().await {
        let mut watched = watched(house).await;
        let mut watchers = [Watcher::new(false, PUBLIC), Watcher::new(true, INSIDE)];
        for perspective in watched.perspectives.clone() {
            watched.respond(&watched.person.0, &perspective, Some(Value::Pass)).await;
            watched.respond(&watched.head.0, &perspective, Some(Value::Pass)).await;
        }
        let events = story(watched.participants.len());
        for (n, (who, what, value)) in events.iter().enumerate() {
            let (who, what) = (watched.participants[*who].clone(), watched.perspectives[*what].clone());
            // Who reads the tally has to have answered.
            let reads = who == watched.person.0 || who == watched.head.0;
            watched.respond(&who, &what, value.or(reads.then_some(Value::Pass))).await;
            look(&mut watched, &mut watchers, &format!("response {n}")).await;
            if n == events.len() / 2 {
                moderate(&mut watched, &mut watchers).await;
            }
        }
        for watcher in &watchers {
            assert!(watcher.renewals >= 6, "results were renewed {} times only", watcher.renewals);
            assert!(watcher.last.keys().any(|(unit, _)| !unit.is_empty()), "no bloc was ever shown");
        }
        let (live, public) = (watched.live().await, shown(&watched.published().await, false));
        assert!(public.len() < live.len(), "the last few wait");
    }
}

async fn look(watched: &mut Watched, watchers: &mut [Watcher; 2], what: &str) {
    for watcher in watchers {
        let sight = watched.look(watcher.inside).await;
        let published = watched.published().await;
        watcher.compare(watched, sight, &published, what);
    }
}

/// A perspective is taken off, a code is set aside, somebody erases what they gave: none of it gives away a response.
async fn moderate(watched: &mut Watched, watchers: &mut [Watcher; 2]) {
    let (dialogue, taken_off) = (watched.house.dialogue.clone(), watched.perspectives[1].clone());
    let refuse = async |c: &mut Conn| {
        store::moderation::set_perspective(c, &dialogue, &taken_off, "refused", -1, store::now()).await.unwrap();
    };
    watched.write(refuse).await;
    look_at_figures(watched, watchers, "a perspective taken off").await;
    let code = watched.code.clone();
    let set_aside = async |c: &mut Conn| {
        assert_eq!(store::code::set_aside(c, &dialogue, &code, "stuffing", 1).await.unwrap(), 1);
    };
    watched.write(set_aside).await;
    look(watched, watchers, "a code set aside").await;
    let somebody = watched.participants[30].clone();
    let names = |published: &[Published]| published.iter().map(|p| p.participant_id.clone()).collect::<BTreeSet<_>>();
    let before = names(&watched.published().await);
    watched.write(async |c| store::own::erase_participant(c, &somebody, 1).await.unwrap()).await;
    let after = names(&watched.published().await);
    assert!(before.contains(&somebody) && !after.contains(&somebody), "the name stays in what was published");
    let nobody = after.difference(&before).next().unwrap();
    for watcher in watchers.iter_mut() {
        watcher.rename(&somebody, nobody);
    }
    look_at_figures(watched, watchers, "somebody erased").await;
}

async fn look_at_figures(watched: &mut Watched, watchers: &mut [Watcher; 2], what: &str) {
    for watcher in watchers {
        let sight = watched.look(watcher.inside).await;
        let published = watched.published().await;
        watcher.compare_figures(watched, sight, &published, what);
    }
}

async fn set_state(watched: &Watched, state: DialogueState) {
    let secretariat = watched.house.token(Role::Secretariat).await;
    let body = format!(
        "state={}&opens_at=&closes_at=&participation=open&moderation=after&attribution=named&face=aggregates\
         &network_participants=1000&network_responses=200000&code_responses=200000&disclosure_inside=5\
         &disclosure_public=10&threshold_some=25&threshold_many=50&threshold_most=75&contact=",
        state.as_str()
    );
    let path = format!("/d/{}/secretariat/settings", watched.house.slug);
    let reply = watched.house.form(&path, secretariat.as_deref(), &body).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
}

#[tokio::test]
async fn closing_publishes_everything_once_and_reopening_spaces_again() {
    for house in TestHouse::open().await {
        let mut watched = watched(house).await;
        let first = watched.perspectives[0].clone();
        for who in watched.participants.clone().iter().take(13) {
            watched.respond(who, &first, Some(Value::Agree)).await;
        }
        assert_eq!(watched.look(false).await.cells[&(String::new(), first.clone())], [13, 0, 0]);
        watched.respond(&watched.participants[13], &first, Some(Value::Disagree)).await;
        watched.respond(&watched.participants[0], &first, None).await;
        assert_eq!(watched.look(false).await.cells[&(String::new(), first.clone())], [13, 0, 0]);
        let secretariat = watched.house.token(Role::Secretariat).await;
        let json = format!("/d/{}/q/3.1/landscape.json", watched.house.slug);
        let live = Landscape::from_json(&watched.house.get(&json, secretariat.as_deref()).await.text()).unwrap();
        assert_eq!((live.statements[0].agree, live.statements[0].disagree), (Some(12), Some(1)), "as it stands");

        set_state(&watched, DialogueState::Closed).await;
        assert_eq!(watched.look(false).await.cells[&(String::new(), first.clone())], [12, 0, 1]);
        let gone = watched.participants[1].clone();
        watched.write(async |c| store::own::erase_participant(c, &gone, 1).await.unwrap()).await;
        assert_eq!(watched.look(false).await.cells[&(String::new(), first.clone())], [12, 0, 1], "one left since");

        set_state(&watched, DialogueState::Open).await;
        watched.respond(&watched.participants[14], &first, Some(Value::Disagree)).await;
        assert_eq!(watched.look(false).await.cells[&(String::new(), first.clone())], [12, 0, 1], "spaced again");
        set_state(&watched, DialogueState::Closed).await;
        assert_eq!(watched.look(false).await.cells[&(String::new(), first.clone())], [11, 0, 2]);
    }
}

/// Closing publishes also what fewer than the limit answered last; set beside what was shown before, it would tell what.
#[tokio::test]
async fn what_closing_hurried_is_not_set_beside_what_was_shown_before() {
    for house in TestHouse::open().await {
        let mut watched = watched(house).await;
        let people: Vec<String> = watched.participants[24..].to_vec();
        for (n, perspective) in watched.perspectives.clone().iter().enumerate() {
            for who in people.iter().take(24) {
                watched.respond(who, perspective, Some(Value::ALL[2 * n])).await;
            }
        }
        let before = watched.look(false).await;
        assert!(before.pages["landscape/since"].contains("There is nothing earlier yet"));
        // All change their answer to the first perspective, one to the second.
        let (first, second) = (watched.perspectives[0].clone(), watched.perspectives[1].clone());
        for who in people.iter().take(24) {
            watched.respond(who, &first, Some(Value::Disagree)).await;
        }
        watched.respond(&people[0], &second, Some(Value::Agree)).await;
        let compared = watched.look(false).await.pages["landscape/since"].clone();
        assert!(row(&compared, "Builders first.").contains("not surely moved"), "as it was: {compared}");
        assert!(!compared.contains("When the dialogue closed"));

        set_state(&watched, DialogueState::Closed).await;
        let closed = watched.look(false).await;
        assert_ne!(closed.cells[&(String::new(), second.clone())], before.cells[&(String::new(), second)]);
        let compared = &closed.pages["landscape/since"];
        assert!(row(compared, "Builders first.").contains("not shown then"), "{compared}");
        assert!(row(compared, "Nurses first.").contains("surely fallen"), "{compared}");
        assert!(compared.contains("When the dialogue closed, answers of fewer than 10 participants"));
    }
}

/// What the table of all perspectives says of one.
fn row<'p>(page: &'p str, text: &str) -> &'p str {
    let table = page.rsplit_once("All comparable perspectives").expect("the table").1;
    table.split_once(text).and_then(|(_, rest)| rest.split_once("</tr>")).map_or("", |(row, _)| row)
}

#[tokio::test]
async fn a_delegation_that_is_described_anew_or_erased_stays_in_its_blocs_until_closing() {
    for house in TestHouse::open().await {
        let mut watched = watched(house).await;
        let first = watched.perspectives[0].clone();
        for (n, who) in watched.participants.clone().iter().take(24).enumerate() {
            watched.respond(who, &first, Some(Value::ALL[n % 3])).await;
        }
        let before = watched.look(true).await.cells;
        assert!(before.keys().any(|(bloc, _)| bloc == "role:origin"), "no bloc is shown");
        let secretariat = watched.house.token(Role::Secretariat).await;
        let mut c = watched.house.app.db.read().await.unwrap();
        let all = store::delegation::all(&mut c, &watched.house.dialogue).await.unwrap();
        drop(c);
        let (moved, gone) = (&all[2], &all[3]);
        let at = |id: &str| format!("/d/{}/secretariat/delegations/{id}", watched.house.slug);
        let other = if moved.roles == "origin" { "destination" } else { "origin" };
        let body = format!("name={}&kind=state&country={}&roles={other}&lang=en", moved.name, moved.country);
        assert_eq!(watched.house.form(&at(&moved.id), secretariat.as_deref(), &body).await.status.as_u16(), 303);
        let leave = format!("{}/remove", at(&gone.id));
        let reply = watched.house.form(&leave, secretariat.as_deref(), "reason=It+asked+for+it&erase=yes").await;
        assert_eq!(reply.status.as_u16(), 303);
        assert_eq!(watched.look(true).await.cells, before, "a delegation went from bloc to bloc alone");
        set_state(&watched, DialogueState::Closed).await;
        assert_ne!(watched.look(true).await.cells, before, "closing shows it");
    }
}

#[tokio::test]
async fn only_who_runs_the_dialogue_sees_single_participants_and_what_is_new() {
    let rules = Rules { state: DialogueState::Open, ..Rules::default() };
    for house in TestHouse::with(&rules, false).await {
        let watched = watched(house).await;
        for who in &watched.participants {
            watched.respond(who, &watched.perspectives[0], Some(Value::Agree)).await;
        }
        let json = format!("/d/{}/q/3.1/landscape.json", watched.house.slug);
        for role in Role::ALL {
            let token = watched.house.token(role).await;
            let text = watched.house.get(&json, token.as_deref()).await.text();
            let seen = Landscape::from_json(&text).unwrap();
            assert_eq!(seen.participants.is_some(), role.runs(), "{}", role.as_str());
        }
    }
}
