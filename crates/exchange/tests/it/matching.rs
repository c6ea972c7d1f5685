//! Needs against offers: what keeps the two apart, what they are ranked by, and that a hidden offer shows nowhere.

use std::sync::{Arc, LazyLock};

use exchange::{
    Cefr, Country, Index, Language, Mode, Modes, Need, Obstacle, Offer, Points, Profile, Skill, Tag, Vocabulary,
    Window,
    matches::{Options, Why, matches},
};
use proptest::{collection::vec, prelude::*};

const SKILLS: [&str; 6] =
    ["nursing-care", "intensive-care", "wound-care", "irrigation", "drip-irrigation", "agriculture"];
/// Read once: it is asked for thousands of times.
static OWN: LazyLock<Arc<Vocabulary>> = LazyLock::new(|| Arc::new(Vocabulary::own()));
const LANDS: [&str; 3] = ["KEN", "FRA", "TUN"];

fn profile(skills: &[(usize, u8)], occupation: usize, cefr: Cefr, mode: usize, first: i32, days: i32) -> Profile {
    let own = &*OWN;
    let skill = |(place, level): &(usize, u8)| Skill { concept: own.find(SKILLS[*place]).unwrap(), level: *level };
    let mut skills: Vec<Skill> = skills.iter().map(skill).collect();
    skills.sort_by_key(|skill| skill.concept);
    skills.dedup_by_key(|skill| skill.concept);
    Profile {
        occupation: own.find(["nurse", "agronomist", "farm-adviser"][occupation]),
        skills,
        languages: vec![Language { tag: Tag::parse("fr").unwrap(), cefr }],
        modes: [Mode::ALL[mode]].into_iter().collect::<Modes>(),
        window: Window::new(first, first + days).unwrap(),
        licences: Vec::new(),
    }
}

fn any_profile() -> impl Strategy<Value = Profile> {
    let cefr = prop_oneof![Just(Cefr::A2), Just(Cefr::B2), Just(Cefr::C1)];
    (vec((0..6usize, 1..6u8), 0..4), 0..3usize, cefr, 0..2usize, 0..20i32, 5..60i32)
        .prop_map(|(skills, job, cefr, mode, first, days)| profile(&skills, job, cefr, mode, first, days))
}

fn land(place: usize) -> Country {
    Country::parse(LANDS[place]).unwrap()
}

fn need() -> impl Strategy<Value = Need> {
    (0..3usize, 1..3u32, 1..5u32, any_profile()).prop_map(|(country, people, weeks, profile)| Need {
        id: String::new(),
        country: land(country),
        readers: Vec::new(),
        people,
        weeks,
        profile,
    })
}

fn offer() -> impl Strategy<Value = Offer> {
    (vec(0..3usize, 0..3), 0..3u32, vec(0..3usize, 0..2), any_profile()).prop_map(
        |(ties, capacity, hidden, profile)| Offer {
            id: String::new(),
            ties: ties.into_iter().map(land).collect(),
            capacity,
            hidden_from: hidden.into_iter().map(land).collect(),
            profile,
        },
    )
}

fn numbered(mut needs: Vec<Need>, mut offers: Vec<Offer>) -> (Vec<Need>, Vec<Offer>) {
    needs.iter_mut().enumerate().for_each(|(i, need)| need.id = format!("n{i}"));
    offers.iter_mut().enumerate().for_each(|(i, offer)| offer.id = format!("o{i}"));
    (needs, offers)
}

fn index(offers: impl IntoIterator<Item = Offer>) -> Index {
    let mut index = Index::new(OWN.clone());
    offers.into_iter().for_each(|offer| index.add(offer));
    index
}

fn fitting() -> (Need, Offer) {
    let profile = profile(&[(0, 3)], 0, Cefr::B2, 0, 0, 20);
    let need =
        Need { id: "n".into(), country: land(0), readers: Vec::new(), people: 1, weeks: 3, profile: profile.clone() };
    (need, Offer { id: "o".into(), ties: Vec::new(), capacity: 1, hidden_from: Vec::new(), profile })
}

#[test]
fn each_constraint_keeps_apart() {
    let (need, offer) = fitting();
    assert_eq!(Obstacle::between(&need, &offer), None);
    let with = |change: fn(&mut Need, &mut Offer)| {
        let (mut need, mut offer) = fitting();
        change(&mut need, &mut offer);
        Obstacle::between(&need, &offer)
    };
    assert_eq!(with(|_, o| o.profile.languages[0].cefr = Cefr::B1), Some(Obstacle::Language));
    assert_eq!(with(|_, o| o.profile.modes = Modes::default()), Some(Obstacle::Mode));
    assert_eq!(with(|n, _| n.weeks = 4), Some(Obstacle::Window));
    assert_eq!(with(|n, _| n.profile.licences.push("driving".into())), Some(Obstacle::Licence));
    assert_eq!(with(|_, o| o.capacity = 0), Some(Obstacle::Capacity));
}

#[test]
fn a_narrower_skill_is_worth_more_than_a_wider_one_and_the_same_most() {
    let (mut need, offer) = fitting();
    need.profile.occupation = None;
    let of = |id: &str, skill| Offer {
        id: id.into(),
        profile: profile(&[(skill, 5)], 1, Cefr::C1, 0, 0, 20),
        ..offer.clone()
    };
    need.profile.skills = profile(&[(3, 3)], 0, Cefr::B2, 0, 0, 20).skills;
    let found = index([of("wider", 5), of("narrower", 4), of("same", 3), of("other", 0)]).rank(&need, 9);
    assert_eq!(found.matches.iter().map(|m| &*m.offer).collect::<Vec<_>>(), ["same", "narrower", "wider"]);
}

#[test]
fn who_stays_without_is_told_why() {
    let (need, offer) = fitting();
    let why = |offers: Vec<Offer>, people| {
        let needs = [Need { people, ..need.clone() }];
        matches(&index(offers), &needs, &Options::default()).unmet.first().map(|(_, why)| *why)
    };
    assert_eq!(why(vec![offer.clone()], 1), None);
    assert_eq!(why(vec![offer.clone()], 2), Some(Why::Few));
    assert_eq!(why(vec![], 1), Some(Why::Nobody));
    assert_eq!(why(vec![Offer { capacity: 0, ..offer.clone() }], 1), Some(Why::Kept(Obstacle::Capacity)));
    assert_eq!(why(vec![Offer { hidden_from: vec![need.country], capacity: 0, ..offer }], 1), Some(Why::Nobody));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nothing_is_broken_and_scores_are_sums(needs in vec(need(), 0..6), offers in vec(offer(), 0..12)) {
        let (needs, offers) = numbered(needs, offers);
        let index = index(offers.clone());
        let found = matches(&index, &needs, &Options::default());
        let mut reversed = Index::new(OWN.clone());
        offers.iter().rev().for_each(|offer| reversed.add(offer.clone()));
        let again = matches(&reversed, &needs, &Options { threads: 3, ..Options::default() });
        prop_assert_eq!(found.to_json(&index), again.to_json(&reversed));
        prop_assert!((0.0..=1.0).contains(&found.gini));
        for shown in &found.shown {
            let need = needs.iter().find(|need| need.id == shown.need).unwrap();
            let offer = index.offer(&shown.fit.offer).unwrap();
            prop_assert!(!offer.is_hidden_from(need.country) && Obstacle::between(need, offer).is_none());
            prop_assert_eq!(shown.fit.score, shown.fit.reasons.iter().map(|because| because.points).sum::<Points>());
            prop_assert!(shown.fit.score <= Points(Points::WHOLE.0 + 10));
        }
        for offer in &offers {
            prop_assert!(found.shown.iter().filter(|s| s.assigned && s.fit.offer == offer.id).count() <= offer.capacity as usize);
        }
        for need in &needs {
            prop_assert!(found.shown.iter().filter(|s| s.assigned && s.need == need.id).count() <= need.people as usize);
        }
    }

    /// What X can reach is the same with an offer that is hidden from X as without it, to the last byte.
    #[test]
    fn a_hidden_offer_changes_nothing(need in need(), offers in vec(offer(), 0..12), mut hidden in offer()) {
        let (_, offers) = numbered(Vec::new(), offers);
        hidden.id = "hidden".into();
        hidden.hidden_from = vec![need.country];
        let without = index(offers.clone());
        let with = index(offers.into_iter().chain([hidden]));
        prop_assert_eq!(with.rank(&need, 5), without.rank(&need, 5));
        prop_assert_eq!(with.count_fitting(&need), without.count_fitting(&need));
    }

    #[test]
    fn an_offer_taken_out_leaves_no_trace(need in need(), offers in vec(offer(), 1..8)) {
        let (_, offers) = numbered(Vec::new(), offers);
        let mut changed = index(offers.clone());
        changed.remove("o0");
        prop_assert_eq!(changed.rank(&need, 9), index(offers[1..].to_vec()).rank(&need, 9));
        changed.add(offers[0].clone());
        prop_assert_eq!(changed.rank(&need, 9), index(offers).rank(&need, 9));
    }
}
