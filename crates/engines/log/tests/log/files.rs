//! The log as a file, and the proof of one act: what is whole is accepted, what was changed is named.

use std::collections::BTreeMap;

use kapok_log::file::{self, FileError};
use kapok_log::note::Signer;
use kapok_log::proof;
use kapok_log::tree::{Frontier, inclusion, join};
use kapok_log::{Act, Fact, Reason};
use proptest::prelude::*;

fn signer() -> Signer {
    Signer::new("kapok.city.example/log", &[7; 32]).unwrap()
}

fn reason(n: u8) -> Option<Reason> {
    n.is_multiple_of(3).then(|| Reason {
        text: format!("Because of \"{n}\"\n¿Por qué? 因为\u{1}"),
        salt: [n; 16],
    })
}

fn act(n: u8) -> Act {
    Act {
        id: [n; 16],
        at_ms: 1_700_000_000_000 + i64::from(n),
        kind: "matter.decided".into(),
        actor_kind: "officer".into(),
        actor_id: Some([2; 16]),
        actor_name: "Zoë \"Z\"".into(),
        actor_office: "街道办".into(),
        subject_kind: "matter".into(),
        subject_id: [n; 16],
        matter_id: Some([n; 16]),
        place_id: None,
        reason_digest: reason(n).map(|r| r.digest()),
        detail: BTreeMap::from([("voices".to_owned(), Fact::Int(n.into()))]),
    }
}

/// A log of `n` acts with a checkpoint after each third and after the last.
fn log(n: u8) -> (Vec<u8>, Frontier) {
    let (mut out, mut tree) = (Vec::new(), Frontier::default());
    file::write_head(&mut out, signer().key()).unwrap();
    for i in 0..n {
        let act = act(i);
        let reason = reason(i);
        file::write_act(
            &mut out,
            &act.canonical(),
            reason.as_ref().map(|r| (&r.salt, r.text.as_str())),
        )
        .unwrap();
        tree.push(act.leaf_hash(), |_| ());
        if i % 3 == 2 || i + 1 == n {
            file::write_checkpoint(&mut out, &signer().checkpoint(tree.size(), &tree.root())).unwrap();
        }
    }
    (out, tree)
}

#[test]
fn a_whole_log_is_accepted_and_described() {
    let (bytes, tree) = log(8);
    let verified = file::verify(bytes.as_slice(), Some(signer().key()), None).unwrap();
    assert_eq!((verified.last.size, verified.last.root), (8, tree.root()));
    assert_eq!((verified.checkpoints, verified.reasons_removed), (3, 0));
}

#[test]
fn one_changed_byte_anywhere_is_found() {
    let (bytes, _) = log(5);
    for at in 0..bytes.len() {
        for change in [1, 0x20, 0x80] {
            let mut changed = bytes.clone();
            changed[at] ^= change;
            assert!(
                file::verify(changed.as_slice(), None, None).is_err(),
                "byte {at} xor {change}"
            );
        }
    }
}

#[test]
fn a_file_that_was_cut_anywhere_is_found() {
    let (bytes, _) = log(4);
    for length in 0..bytes.len() {
        let cut = file::verify(&bytes[..length], None, None);
        // What ends with a checkpoint is a whole, earlier log.
        let whole = bytes[..length].ends_with(b"\\n\"\n");
        assert_eq!(cut.is_ok(), whole, "{length} bytes");
    }
}

#[test]
fn an_act_left_out_added_or_moved_is_found_and_its_line_named() {
    let (bytes, _) = log(6);
    let text = String::from_utf8(bytes).unwrap();
    let lines: Vec<&str> = text.lines().collect();
    let file = |order: &[usize]| {
        order
            .iter()
            .map(|i| format!("{}\n", lines[*i]))
            .collect::<String>()
    };
    // Lines: key, three acts, checkpoint, three acts, checkpoint.
    let table: [(&[usize], u64); 4] = [
        (&[0, 1, 3, 4, 5, 6, 7, 8], 4),
        (&[0, 2, 1, 3, 4, 5, 6, 7, 8], 5),
        (&[0, 1, 2, 2, 3, 4, 5, 6, 7, 8], 6),
        (&[0, 1, 2, 3, 4, 5, 7, 6, 8], 9),
    ];
    for (order, expected) in table {
        match file::verify(file(order).as_bytes(), None, None) {
            Err(FileError::Line { line, .. }) => assert_eq!(line, expected, "{order:?}"),
            other => panic!("{order:?}: {other:?}"),
        }
    }
}

#[test]
fn the_words_of_a_reason_may_be_taken_out_and_nothing_else() {
    let (bytes, _) = log(4);
    let text = String::from_utf8(bytes).unwrap();
    let taken: String = text
        .lines()
        .map(|line| match line.starts_with(|c: char| c.is_ascii_hexdigit()) {
            true => format!("{}\n", line.split('\t').take(2).collect::<Vec<_>>().join("\t")),
            false => format!("{line}\n"),
        })
        .collect();
    assert_eq!(
        file::verify(taken.as_bytes(), None, None)
            .unwrap()
            .reasons_removed,
        2
    );
    let foreign = text.replace("Because of", "In spite of");
    assert!(matches!(
        file::verify(foreign.as_bytes(), None, None),
        Err(FileError::Line { line: 2, .. })
    ));
}

#[test]
fn a_checkpoint_kept_from_before_shows_whether_the_log_was_only_appended_to() {
    let (_, old) = log(4);
    let kept = signer().key().open(&signer().checkpoint(4, &old.root())).unwrap();
    let (bytes, _) = log(9);
    assert!(file::verify(bytes.as_slice(), None, Some(&kept)).is_ok());
    let (shorter, _) = log(3);
    assert!(matches!(
        file::verify(shorter.as_slice(), None, Some(&kept)),
        Err(FileError::Earlier { size: 4, .. })
    ));
    let other = signer().key().open(&signer().checkpoint(4, &[1; 32])).unwrap();
    assert!(matches!(
        file::verify(bytes.as_slice(), None, Some(&other)),
        Err(FileError::Earlier { size: 4, .. })
    ));
}

#[test]
fn a_log_signed_by_another_key_is_refused() {
    let (bytes, _) = log(2);
    let other = Signer::new("kapok.city.example/log", &[8; 32]).unwrap();
    assert!(matches!(
        file::verify(bytes.as_slice(), Some(other.key()), None),
        Err(FileError::Key { .. })
    ));
}

#[test]
fn the_proof_of_an_act_holds_and_one_changed_byte_in_it_is_found() {
    let leaves: Vec<_> = (0..7).map(|n| act(n).leaf_hash()).collect();
    let mut tree = Frontier::default();
    leaves.iter().for_each(|leaf| tree.push(*leaf, |_| ()));
    let path: Vec<_> = inclusion(4, 7)
        .into_iter()
        .map(|span| {
            let mut part = Frontier::default();
            (span.from..span.to).for_each(|i| part.push(leaves[i as usize], |_| ()));
            part.root()
        })
        .collect();
    let checkpoint = signer().checkpoint(7, &tree.root());
    let text = proof::write(&act(4).canonical(), 4, &path, &checkpoint);
    let proven = proof::verify(&text, signer().key()).unwrap();
    assert_eq!(
        (proven.canonical, proven.index, proven.checkpoint.size),
        (act(4).canonical(), 4, 7)
    );
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        if let Ok(changed) = String::from_utf8(bytes) {
            assert!(proof::verify(&changed, signer().key()).is_err(), "byte {at}");
        }
    }
    assert_eq!(join(&[]), None);
}

proptest! {
    #[test]
    fn no_file_makes_the_verifier_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), at in any::<prop::sample::Index>()) {
        let _ = file::verify(bytes.as_slice(), None, None);
        let (mut log, _) = log(3);
        let from = at.index(log.len());
        let to = (from + bytes.len()).min(log.len());
        log.splice(from..to, bytes.iter().copied());
        let _ = file::verify(log.as_slice(), None, None);
        let _ = proof::verify(&String::from_utf8_lossy(&bytes), signer().key());
    }
}
