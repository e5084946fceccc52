//! Reading and writing files: both header styles, changed votes, wrong signs, broken files.

use kapok_opinion::conversation::Note;
use kapok_opinion::error::ImportError;
use kapok_opinion::export::FILES;
use kapok_opinion::import::{self, Options};
use proptest::prelude::*;

use crate::shared::{Disk, Memory, real};

const VOTES: &str =
    "timestamp,datetime,comment-id,voter-id,vote\n3,x,0,0,1\n2,x,1,0,-1\n5,x,0,0,0\n1,x,1,1,1\n";
const COMMENTS: &str = "timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,group-informed-consensus,comment-body\n\
                        1,1,0,1,1,1,false,true,0.5,\"Lamps, please\"\n1,0,1,1,0,-1,true,false,,No\n";
const MATRIX: &str = "participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,0,1\n1,b,,0,1,1,0,,1\n0,,0,1,2,0,1,0,-1\n";

fn folder() -> Memory {
    Memory::default()
        .with("votes.csv", VOTES)
        .with("comments.csv", COMMENTS)
        .with("participants-votes.csv", MATRIX)
}

#[test]
fn both_header_styles_changed_votes_and_extra_columns_are_read() {
    let read = folder().read().unwrap();
    assert_eq!(read.votes.participants(), [0, 1]);
    assert_eq!(read.votes.row(0), (&[0, 1][..], &[0, -1][..]));
    assert_eq!(read.people[1].xid.as_deref(), Some("b"));
    assert_eq!(read.people[0].group, Some(0));
    assert_eq!(read.statement(1).unwrap().text, "Lamps, please");
    assert!(read.statement(0).unwrap().meta && read.statement(0).unwrap().moderated == -1);
    assert_eq!(read.notes, [Note::Replaced { votes: 1 }]);
    let old = "Timestamp,Datetime,Comment ID,Voter ID,Vote\n1,x,4,7,1\n";
    let read = Memory::default().with("votes.csv", old).read().unwrap();
    assert_eq!(
        (read.votes.participants(), read.votes.statements()),
        (&[7][..], &[4][..])
    );
}

#[test]
fn the_matrix_alone_is_enough() {
    let mut folder = folder();
    folder.0.remove("votes.csv");
    let alone = folder.read().unwrap();
    assert_eq!(alone.votes, self::folder().read().unwrap().votes);
}

#[test]
fn inverted_votes_are_an_error_that_says_what_to_do() {
    let turned = VOTES
        .replace(",1\n", ",x\n")
        .replace(",-1\n", ",1\n")
        .replace(",x\n", ",-1\n");
    let error = folder().with("votes.csv", turned).read().unwrap_err();
    assert!(matches!(error, ImportError::Inverted { .. }), "{error}");
    assert!(error.to_string().contains("multiply the votes by -1"), "{error}");
}

#[test]
fn every_real_conversation_turned_round_is_refused() {
    for folder in real("conversations") {
        let disk = Disk(folder);
        let read = import::read_folder(
            &disk,
            Options {
                keep_log: true,
                ..Options::default()
            },
        )
        .unwrap();
        let mut files = Memory::default();
        for (name, write) in FILES {
            let mut content = Vec::new();
            let turned = kapok_opinion::conversation::Conversation {
                votes: read.votes.inverted(),
                log: Vec::new(),
                ..read.clone()
            };
            let source = if name == "votes.csv" { &turned } else { &read };
            write(source, None, &mut content).unwrap();
            files = files.with(name, content);
        }
        let error = files.read().unwrap_err();
        assert!(matches!(error, ImportError::Inverted { .. }), "{error}");
        files.0.remove("participants-votes.csv");
        assert!(matches!(files.read().unwrap_err(), ImportError::Inverted { .. }));
    }
}

#[test]
fn a_round_trip_loses_no_vote() {
    for folder in real("conversations") {
        let read = import::read_folder(
            &Disk(folder),
            Options {
                keep_log: true,
                ..Options::default()
            },
        )
        .unwrap();
        let mut files = Memory::default();
        for (name, write) in FILES {
            let mut content = Vec::new();
            write(&read, None, &mut content).unwrap();
            files = files.with(name, content);
        }
        let again = files.read().unwrap();
        assert_eq!(again.votes, read.votes);
        if !read.log.is_empty() {
            assert_eq!(again.log, read.log);
        }
        assert_eq!(again.people, read.people);
        assert_eq!(again.statements.len(), read.statements.len());
    }
}

#[test]
fn errors_name_the_file_the_line_and_the_column() {
    let wrong = folder()
        .with("votes.csv", "comment-id,voter-id,vote\n0,0,1\n0,1,2\n")
        .read()
        .unwrap_err()
        .to_string();
    assert!(
        wrong.contains("votes.csv, line 3, column \"vote\": \"2\""),
        "{wrong}"
    );
    let missing = folder()
        .with("votes.csv", "comment-id,vote\n0,1\n")
        .read()
        .unwrap_err()
        .to_string();
    assert!(
        missing.contains("the column \"voter-id\" is missing"),
        "{missing}"
    );
    let short = folder()
        .with("votes.csv", "comment-id,voter-id,vote\n0,1\n")
        .read()
        .unwrap_err()
        .to_string();
    assert!(short.contains("line 2") && short.contains("2 cells"), "{short}");
    let none = Memory::default()
        .with("comments.csv", COMMENTS)
        .read()
        .unwrap_err()
        .to_string();
    assert!(none.contains("no votes here"), "{none}");
}

#[test]
fn a_limit_is_named_and_nothing_is_cut_off() {
    let limits = kapok_opinion::votes::Limits {
        participants: 1,
        ..Default::default()
    };
    let error = import::read_folder(
        &folder(),
        Options {
            limits,
            keep_log: false,
        },
    )
    .unwrap_err();
    assert_eq!(
        error.to_string(),
        "2 participants: the limit is 1. Nothing was read; raise the limit or divide the conversation"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn random_bytes_never_panic(votes in prop::collection::vec(any::<u8>(), 0..400), head in any::<bool>(), name in 0usize..4) {
        let name = ["votes.csv", "comments.csv", "participants-votes.csv", "votes.json"][name];
        let mut content = if head { VOTES.as_bytes().to_vec() } else { Vec::new() };
        content.extend(votes);
        let _ = Memory::default().with(name, content.clone()).read();
        let _ = folder().with(name, content).read();
    }

    #[test]
    fn files_with_a_changed_byte_never_panic(at in 0usize..200, byte in any::<u8>(), which in 0usize..3) {
        let (name, content) = [("votes.csv", VOTES), ("comments.csv", COMMENTS), ("participants-votes.csv", MATRIX)][which];
        let mut content = content.as_bytes().to_vec();
        let at = at % content.len();
        content[at] = byte;
        if let Ok(read) = folder().with(name, content).read() {
            kapok_opinion::map::kapok(&read, &Default::default());
            kapok_opinion::map::compatible(&read, None);
        }
    }
}
