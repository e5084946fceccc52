use kapok_meaning::read_voices;
use proptest::prelude::*;

fn civic_file() -> Vec<u8> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../data/civic/voices.csv");
    std::fs::read(path).expect("the civic set is part of the project")
}

#[test]
fn the_civic_set_is_read_whole() {
    let voices = read_voices(civic_file().as_slice()).unwrap();
    assert_eq!(voices.voices.len(), 700);
    assert!(voices.notes.is_empty());
    assert_eq!(voices.voices[0].place.as_deref(), Some("market-square"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_are_voices_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        _ = read_voices(bytes.as_slice());
    }

    #[test]
    fn any_bytes_after_a_header_are_voices_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let file = [b"id,text,place\n".as_slice(), &bytes].concat();
        _ = read_voices(file.as_slice());
    }

    #[test]
    fn every_row_is_a_voice(rows in prop::collection::vec(("[a-z0-9]{0,4}", "[^\"\\p{Cc}]{0,20}"), 0..20)) {
        let mut file = String::from("id,text\n");
        for (id, text) in &rows {
            file.push_str(&format!("{id},\"{text}\"\n"));
        }
        let voices = read_voices(file.as_bytes()).unwrap();
        let texts: Vec<&str> = voices.voices.iter().map(|v| v.text.as_str()).collect();
        prop_assert_eq!(texts, rows.iter().map(|(_, text)| text.as_str()).collect::<Vec<_>>());
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn a_damaged_file_is_voices_or_an_error(at in 0..100_000_usize, byte: u8, cut in 0..100_000_usize) {
        let mut file = civic_file();
        let length = file.len();
        file[at % length] = byte;
        file.truncate(length - cut % length);
        _ = read_voices(file.as_slice());
    }
}
