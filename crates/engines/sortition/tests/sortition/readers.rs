//! The readers: every form people have, and errors that say where and what to do.

use kapok_sortition::household::normalise;
use kapok_sortition::{Columns, Pool, Quotas};
use proptest::prelude::*;

const QUOTAS: &str = "category,feature,min,max\nsex,f,1,2\nsex,m,1,2\n";

fn quotas(text: &str) -> Result<Quotas, String> {
    Quotas::read(text.as_bytes(), "q.csv").map_err(|e| e.to_string())
}

fn pool(text: &str) -> Result<Pool, String> {
    let quotas = Quotas::read(QUOTAS.as_bytes(), "q.csv").unwrap();
    Pool::read(text.as_bytes(), "p.csv", &quotas, &Columns::default()).map_err(|e| e.to_string())
}

#[test]
fn the_forms_people_have_are_read_alike() {
    let panelot = quotas(QUOTAS).unwrap();
    let forms = [
        "category,name,min,max\nsex,f,1,2\nsex,m,1,2\n",
        "feature,value,min,max\nsex,f,1,2\nsex,m,1,2\n",
        "feature,value,min,max,min_flex,max_flex\nsex,f,1,2,,\nsex,m,1,2,0,-1\n",
        "\u{feff}Category;Feature;Min;Max\r\nsex;f;1;2\r\nsex;m;1.0;2\r\n\r\n",
        " category , feature,min,max,\nsex, f ,1,2,\nsex,m,1,2,\n",
    ];
    for form in forms {
        assert_eq!(quotas(form).unwrap(), panelot, "{form}");
    }
}

#[test]
fn values_are_matched_whatever_their_case_and_spaces() {
    let pool = pool("ID,name,SEX\n1,Ann,F\n2,Bob, m \n").unwrap();
    assert_eq!(pool.values, [[0], [1]]);
    assert_eq!(pool.ids, ["1", "2"]);
}

#[test]
fn errors_name_file_row_and_column_and_a_cure() {
    let cases = [
        (
            pool("id,sex\n1,f\n2,x\n"),
            "p.csv, row 3, column \"sex\": \"x\" has no quota",
        ),
        (
            pool("id,sex\n1,f\n2,\n"),
            "p.csv, row 3, column \"sex\": the cell is empty",
        ),
        (
            pool("id,sex\n1,f\n1,m\n"),
            "p.csv, row 3, column \"id\": the id \"1\" is already used in row 2",
        ),
        (
            pool("id,gender\n1,f\n"),
            "p.csv, row 1: there is no column \"sex\"",
        ),
        (pool("id,sex\n"), "p.csv, row 1: the file has no people"),
        (pool(""), "p.csv, row 1: the file has no lines"),
        (
            pool("id,sex\n1,f,x\n"),
            "p.csv, row 2: 3 cells where the header has 2",
        ),
        (
            pool("id,sex,sex\n1,f,m\n"),
            "p.csv, row 1: the column \"sex\" is there twice",
        ),
    ];
    for (result, text) in cases {
        let error = result.unwrap_err();
        assert!(error.starts_with(text), "{error}");
    }
    let cases = [
        (
            "category,feature,min,max\nsex,f,3,2\n",
            "q.csv, row 2, column \"min\": the minimum 3 is above the maximum 2",
        ),
        (
            "category,feature,min,max\nsex,f,one,2\n",
            "q.csv, row 2, column \"min\": \"one\" is not a whole number",
        ),
        (
            "category,feature,min,max\nsex,f,1,2\nsex,F,1,2\n",
            "q.csv, row 3, column \"feature\": \"F\" already has a quota in row 2",
        ),
        ("a,b\n1,2\n", "q.csv, row 1: the header is \"a,b\""),
        (
            "feature,value,min,max,min_flex,max_flex\nsex,f,1,2,2,2\n",
            "q.csv, row 2, column \"min_flex\"",
        ),
    ];
    for (text, start) in cases {
        let error = quotas(text).unwrap_err();
        assert!(error.starts_with(start), "{error}");
    }
    let error = Quotas::read(&b"category,feature,min,max\nsex,\xff,1,2\n"[..], "q.csv").unwrap_err();
    assert!(error.to_string().starts_with("q.csv, row 2: is not UTF-8"));
}

#[test]
fn addresses_are_compared_without_case_accents_punctuation_and_spaces() {
    let same = [
        "12 High St., Zürich",
        "12  HIGH ST zurich",
        "12, high st.  Zu\u{308}rich",
    ];
    let first = normalise([same[0]].into_iter());
    assert!(first.is_some());
    for other in same {
        assert_eq!(normalise([other].into_iter()), first);
    }
    assert_eq!(normalise(["12 High St", "Zürich"].into_iter()), first);
    assert_ne!(normalise(["1 2 High St Zürich"].into_iter()), first);
    assert_eq!(normalise([" , ", ""].into_iter()), None);
}

#[test]
fn quotes_after_a_space_are_quotes() {
    let people = pool("id, \"sex\"\n \"007\", \"F\"\n8,m\n").unwrap();
    assert_eq!(people.ids, ["007", "8"]);
    assert_eq!(people.values, [[0], [1]]);
}

proptest! {
    #[test]
    fn no_bytes_make_the_readers_panic(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = Quotas::read(bytes.as_slice(), "q");
        let quotas = Quotas::read(QUOTAS.as_bytes(), "q").unwrap();
        let _ = Pool::read(bytes.as_slice(), "p", &quotas, &Columns::default());
    }

    #[test]
    fn a_mutated_file_never_panics(place in 0usize..200, byte in any::<u8>(), cut in 0usize..200) {
        let files = ["feature,value,min,max,min_flex,max_flex\nsex,f,1,2,0,3\nsex,\"m\",1,2,,\n", "id,sex,address\n1,f,\"1, High St\"\n2,m,\n"];
        for file in files {
            let mut bytes = file.as_bytes().to_vec();
            let length = bytes.len();
            bytes[place % length] = byte;
            bytes.truncate(length - cut % length);
            let _ = Quotas::read(bytes.as_slice(), "q");
            let quotas = Quotas::read(QUOTAS.as_bytes(), "q").unwrap();
            let columns = Columns { id: None, address: vec!["address".into()] };
            let _ = Pool::read(bytes.as_slice(), "p", &quotas, &columns);
        }
    }
}
