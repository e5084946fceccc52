//! Good files and bad ones, by hand.

use super::*;

fn read(text: &str) -> Result<Voices, VoicesError> {
    read_voices(text.as_bytes())
}

#[test]
fn columns_are_found_by_name_in_any_order_and_case() {
    let voices = read("Place;TEXT;id\nQuay;\"wet; again\";7\n").unwrap();
    let voice = &voices.voices[0];
    assert_eq!(
        (voice.id.as_str(), voice.text.as_str(), voice.place.as_deref()),
        ("7", "wet; again", Some("Quay"))
    );
    assert_eq!(voice.line, 2);
    assert!(voices.notes.is_empty());
}

#[test]
fn a_missing_column_is_named_with_those_found() {
    let error = read("id,comment\n1,hello\n").unwrap_err().to_string();
    assert_eq!(
        error,
        "line 1: no column \"text\"; the columns are \"id\", \"comment\"; rename one of them to \"text\" in the first line"
    );
    assert!(
        read("text\nhello\n")
            .unwrap_err()
            .to_string()
            .contains("no column \"id\"")
    );
}

#[test]
fn an_open_quotation_mark_is_an_error_and_swallows_no_rows() {
    assert!(matches!(
        read("id,text\n1,\"open\n2,two\n3,three\n"),
        Err(VoicesError::Unclosed { line: 2 })
    ));
    assert_eq!(
        read("id,text\n1,\"a \"\"b\"\" c\"\n2,5\" pipe\n")
            .unwrap()
            .voices
            .len(),
        2
    );
}

#[test]
fn bytes_that_are_not_utf8_are_mended_and_noted() {
    let voices = read_voices(&b"id,text\n1,Se\xf1or\n2,a\x00b\n,x\n2,y\n"[..]).unwrap();
    let texts: Vec<&str> = voices.voices.iter().map(|v| v.text.as_str()).collect();
    assert_eq!(texts, ["Señor", "a b", "x", "y"]);
    let kinds: Vec<NoteKind> = voices.notes.iter().map(|n| n.kind).collect();
    assert_eq!(
        kinds,
        [
            NoteKind::Encoding,
            NoteKind::Control,
            NoteKind::NoId,
            NoteKind::SameId
        ]
    );
}

#[test]
fn utf16_with_a_mark_is_read() {
    let mut bytes = vec![0xFF, 0xFE];
    bytes.extend("id,text\n1,路灯\n".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(read_voices(bytes.as_slice()).unwrap().voices[0].text, "路灯");
}

#[test]
fn surplus_fields_join_the_text_or_are_an_error() {
    assert_eq!(read("id,text\n1,one, two\n").unwrap().voices[0].text, "one, two");
    assert!(matches!(
        read("text,id\none, two,1\n"),
        Err(VoicesError::Surplus {
            line: 2,
            found: 3,
            wanted: 2,
            ..
        })
    ));
}

#[test]
fn a_header_alone_is_no_voice_and_an_empty_file_is_an_error() {
    assert!(read("id,text\n").unwrap().voices.is_empty());
    assert!(matches!(read(" \n"), Err(VoicesError::Empty)));
}
