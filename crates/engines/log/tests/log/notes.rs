//! Signed checkpoints.

use kapok_log::note::{Key, NoteError, Signer};
use kapok_log::tree::Frontier;

const NAME: &str = "kapok.city.example/log";

fn signer() -> Signer {
    Signer::new(NAME, &[7; 32]).unwrap()
}

#[test]
fn keys_are_those_of_the_signed_note_format() {
    // The pair of keys in the documentation of Go's golang.org/x/mod/sumdb/note; the secret is that of
    // PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz after the type byte.
    let secret = [
        0x81, 0x0a, 0x14, 0x02, 0xd5, 0x14, 0x6c, 0x8d, 0x84, 0xf2, 0x44, 0x33, 0x30, 0xf5, 0x40, 0x80, 0xeb,
        0xf9, 0x8e, 0xe1, 0x7d, 0x9c, 0x74, 0xf6, 0x25, 0x2f, 0xc5, 0xd5, 0xc7, 0x28, 0x31, 0x73,
    ];
    let published = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
    let signer = Signer::new("PeterNeumann", &secret).unwrap();
    assert_eq!(signer.key().to_string(), published);
    assert_eq!(&published.parse::<Key>().unwrap(), signer.key());
}

#[test]
fn what_is_no_key_is_refused() {
    let good = signer().key().to_string();
    let bad = [
        String::new(),
        "name".into(),
        good.replace("kapok", "capok"),
        good.replacen('+', "++", 1),
        format!("{good} "),
        format!("{good}="),
        "a b+00000000+AQ==".into(),
    ];
    for text in bad {
        assert_eq!(text.parse::<Key>(), Err(NoteError::Key), "{text}");
    }
    for name in ["", "a b", "a+b", "a\nb"] {
        assert!(Signer::new(name, &[7; 32]).is_none(), "{name:?}");
    }
}

#[test]
fn a_checkpoint_opens_with_its_key_and_says_size_and_root() {
    let root = Frontier::default().root();
    let note = signer().checkpoint(0, &root);
    let open = signer().key().open(&note).unwrap();
    assert_eq!((open.origin.as_str(), open.size, open.root), (NAME, 0, root));
    // Others may sign beside the log.
    let witnessed = format!("{note}— witness.example AAAAAAAA\n");
    assert_eq!(signer().key().open(&witnessed), Ok(open));
}

#[test]
fn a_changed_byte_in_a_checkpoint_is_found() {
    let key = signer().key().clone();
    let note = signer().checkpoint(4711, &[9; 32]);
    for at in 0..note.len() {
        for change in [1, 2, 0x20] {
            let mut bytes = note.clone().into_bytes();
            bytes[at] ^= change;
            if let Ok(text) = String::from_utf8(bytes) {
                assert!(key.open(&text).is_err(), "byte {at} as {text:?}");
            }
        }
    }
    let other = Signer::new(NAME, &[8; 32]).unwrap();
    assert!(matches!(
        key.open(&other.checkpoint(4711, &[9; 32])),
        Err(NoteError::Signature(_))
    ));
    let elsewhere = Signer::new("other.example/log", &[7; 32]).unwrap();
    assert!(matches!(
        key.open(&elsewhere.checkpoint(1, &[9; 32])),
        Err(NoteError::Origin { .. })
    ));
}
