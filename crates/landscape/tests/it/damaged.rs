//! Good files of responses with damage in them: bytes that are others, stretches that are gone or stand twice, ends that
//! are missing. Each is read, and then gives a landscape and comes out again, or is refused with its place. The seed is
//! fixed: the same files each time.

use landscape::read::{self, Export, LongColumns, PolisFiles, ReadError, ValueMap};
use landscape::{Options, polis, write};
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::RngSeed;
use std::io::Read;
use std::time::{Duration, Instant};

const COMMENTS: &str = "timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body,is-meta,is-seed\n\
    1403054214174,Wed Jun 18 01:16:54 UTC 2014,0,5,3,1,1,\"Fees, and who pays \"\"them\"\"\",false,true\n\
    1403054214175,Wed Jun 18 01:16:54 UTC 2014,1,6,2,2,-1,Été comme hiver,false,false\n\
    1403054214176,Wed Jun 18 01:16:54 UTC 2014,2,,1,1,0,\"Two\nlines\",true,false\n";
const VOTES: &str = "timestamp,datetime,comment-id,voter-id,vote\n\
    1403054214196,Wed Jun 18 01:16:54 UTC 2014,0,4,1\n\
    1403054214197,Wed Jun 18 01:16:54 UTC 2014,0,5,-1\n\
    1403054214198,Wed Jun 18 01:16:54 UTC 2014,1,4,0\n\
    1403054214199,Wed Jun 18 01:16:54 UTC 2014,1,5,1\n\
    1403054214200,Wed Jun 18 01:16:54 UTC 2014,1,5,-1\n\
    1403054214201,Wed Jun 18 01:16:54 UTC 2014,2,6,1\n";
const MATRIX: &str = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2\n4,0,0,2,1,0,1,0,\n\
    5,1,1,2,0,2,-1,-1,\n6,,1,1,1,0,,,1\n";
const LONG: &str =
    "participant,statement,vote,at\nana,s1,yes,10\nbo,\"s,2\",no,11\nana,\"s,2\",abstain,12\nbo,s1,absent,13\n";
const MEMBERS: &str = "participant,group,bloc,statement\nana,1,coast,s1\nbo,2,\"hills, high\",s2\n";

/// Where, what kind, how far or which byte.
type Damage = (Index, u8, u8);

fn damaged(file: &str, damages: &[Damage]) -> Vec<u8> {
    let mut file = file.as_bytes().to_vec();
    for (place, kind, byte) in damages {
        if file.is_empty() {
            break;
        }
        let at = place.index(file.len());
        let end = (at + 1 + usize::from(*byte)).min(file.len());
        match kind % 8 {
            0 => file.truncate(at),
            1 => drop(file.drain(at..end)),
            2 => drop(file.splice(at..at, file[at..end].to_vec())),
            3 => drop(file.splice(at..at, file[at..end].repeat(100))),
            4 => file[at] = b",\"\n\r-19"[usize::from(*byte) % 7],
            _ => file[at] = *byte,
        }
    }
    file
}

/// A refusal names the file, and in it the line.
fn placed(error: &ReadError) -> bool {
    let text = error.to_string();
    text.contains(".csv") && (text.contains("line ") || text.contains("is empty") || text.contains("neither"))
}

fn export(comments: &[u8], votes: Option<&[u8]>, matrix: &[u8]) -> Result<Export, ReadError> {
    let (mut comments, mut votes, mut matrix) = (comments, votes, matrix);
    read::polis_export(PolisFiles {
        comments: Some(&mut comments),
        votes: votes.as_mut().map(|votes| votes as &mut dyn Read),
        matrix: Some(&mut matrix),
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 3000, failure_persistence: None, rng_seed: RngSeed::Fixed(7), ..ProptestConfig::default()
    })]

    #[test]
    fn exports_with_damage_are_read_or_refused_with_their_place(
        damages in prop::collection::vec(any::<Damage>(), 1..4), file in 0..3_usize, votes in any::<bool>(),
    ) {
        let start = Instant::now();
        let of = |place, text: &str| if place == file { damaged(text, &damages) } else { text.as_bytes().to_vec() };
        let [comments, rows, matrix] = [of(0, COMMENTS), of(1, VOTES), of(2, MATRIX)];
        match export(&comments, votes.then_some(&rows), &matrix) {
            Err(error) => prop_assert!(placed(&error), "{}", error),
            Ok(read) => {
                let landscape = polis(&read.votes, &read.statements(), &Options::default());
                prop_assert!(!landscape.to_json().contains("NaN"));
                let _ = landscape::indaba(&read.votes, &read.statements(), &Options::default()).to_json();
                let about = write::About::default();
                let out = write::polis(&read.votes, &read.superseded, &read.comments, &read.labels, &about);
                let again = export(out.comments.as_bytes(), Some(out.votes.as_bytes()), out.participants_votes.as_bytes());
                prop_assert_eq!(&again.unwrap().votes, &read.votes);
            }
        }
        prop_assert!(start.elapsed() < Duration::from_secs(10));
    }

    #[test]
    fn tables_with_damage_are_read_or_refused_with_their_place(damages in prop::collection::vec(any::<Damage>(), 1..4)) {
        let start = Instant::now();
        let columns = LongColumns { time: Some("at".into()), ..LongColumns::default() };
        let values = ValueMap::parse("yes=agree,no=disagree,abstain=pass,absent=missing").unwrap();
        let (long, members) = (damaged(LONG, &damages), damaged(MEMBERS, &damages));
        let answers = [
            read::long("r.csv", long.as_slice(), &columns, &values).err(),
            read::labels("g.csv", members.as_slice()).err(),
            read::blocs("b.csv", members.as_slice()).err(),
            read::pairs("p.csv", members.as_slice()).err(),
        ];
        for error in answers.iter().flatten() {
            prop_assert!(placed(error), "{}", error);
        }
        prop_assert!(start.elapsed() < Duration::from_secs(10));
    }
}

#[test]
fn without_damage_they_are_read() {
    let read = export(COMMENTS.as_bytes(), Some(VOTES.as_bytes()), MATRIX.as_bytes()).unwrap();
    assert_eq!((read.votes.len(), read.superseded.len(), read.comments.len(), read.labels.len()), (5, 1, 3, 2));
    assert!(read::pairs("p.csv", MEMBERS.as_bytes()).is_ok());
}
