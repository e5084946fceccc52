//! The canonical form against hand-written bytes, against another JSON reader, and under random content.

use std::collections::BTreeMap;

use kapok_log::{Act, Fact, Reason, detail_json, hex, parse_detail};
use proptest::prelude::*;

fn act() -> Act {
    Act {
        id: [1; 16],
        at_ms: 1_700_000_000_123,
        kind: "matter.decided".into(),
        actor_kind: "officer".into(),
        actor_id: Some([2; 16]),
        actor_name: "A. Okafor".into(),
        actor_office: "Streets \"North\"\n".into(),
        subject_kind: "matter".into(),
        subject_id: [3; 16],
        matter_id: Some([3; 16]),
        place_id: None,
        reason_digest: None,
        detail: BTreeMap::from([
            ("voices".to_owned(), Fact::Int(212)),
            ("result".to_owned(), "accepted".into()),
            ("final".to_owned(), true.into()),
        ]),
    }
}

#[test]
fn the_canonical_form_is_these_bytes_and_no_others() {
    assert_eq!(
        act().canonical(),
        concat!(
            r#"{"actor_id":"02020202020202020202020202020202","actor_kind":"officer","actor_name":"A. Okafor","#,
            r#""actor_office":"Streets \"North\"\n","at_ms":1700000000123,"#,
            r#""detail":{"final":true,"result":"accepted","voices":212},"form":1,"#,
            r#""id":"01010101010101010101010101010101","kind":"matter.decided","#,
            r#""matter_id":"03030303030303030303030303030303","#,
            r#""subject_id":"03030303030303030303030303030303","subject_kind":"matter"}"#
        )
    );
}

#[test]
fn the_leaf_hash_is_sha256_over_a_zero_byte_and_the_canonical_form() {
    // Computed apart with Python: hashlib.sha256(b"\x00" + canonical).hexdigest()
    assert_eq!(hex(&act().leaf_hash()), LEAF);
}
const LEAF: &str = "db59f9766bd8017054fd0db4520df846a178b5fca5b4ce9b00af3b3d14d2f45a";

#[test]
fn every_field_changes_the_hash() {
    let base = act().leaf_hash();
    let changes: [fn(&mut Act); 12] = [
        |a| a.id[15] ^= 1,
        |a| a.at_ms += 1,
        |a| a.kind.push('x'),
        |a| a.actor_kind.push('x'),
        |a| a.actor_id = None,
        |a| a.actor_name.push('x'),
        |a| a.actor_office.clear(),
        |a| a.subject_id[0] ^= 1,
        |a| a.matter_id = None,
        |a| a.place_id = Some([9; 16]),
        |a| {
            a.reason_digest = Some(
                Reason {
                    text: "why".into(),
                    salt: [0; 16],
                }
                .digest(),
            )
        },
        |a| drop(a.detail.insert("voices".into(), Fact::Int(213))),
    ];
    for (i, change) in changes.iter().enumerate() {
        let mut other = act();
        change(&mut other);
        assert_ne!(other.leaf_hash(), base, "change {i}");
    }
}

#[test]
fn damaged_detail_is_refused_with_its_place() {
    for (text, at) in [
        ("", 0),
        ("{", 1),
        (r#"{"a":}"#, 5),
        (r#"{"a":1.5}"#, 6),
        (r#"{"a":1}x"#, 7),
        (r#"{"a":"\u12"}"#, 8),
    ] {
        assert_eq!(parse_detail(text).unwrap_err().at, at, "{text}");
    }
}

fn fact() -> impl Strategy<Value = Fact> {
    prop_oneof![
        any::<String>().prop_map(Fact::Text),
        (-9_007_199_254_740_991i64..=9_007_199_254_740_991).prop_map(Fact::Int),
        any::<bool>().prop_map(Fact::Flag)
    ]
}

proptest! {
    #[test]
    fn detail_reads_back_and_another_json_reader_agrees(detail in prop::collection::btree_map("[a-z_]{1,12}", fact(), 0..8)) {
        let json = detail_json(&detail);
        prop_assert_eq!(&parse_detail(&json).unwrap(), &detail);
        let other: BTreeMap<String, serde_json::Value> = serde_json::from_str(&json).unwrap();
        for (name, fact) in &detail {
            match fact {
                Fact::Text(v) => prop_assert_eq!(other[name].as_str(), Some(v.as_str())),
                Fact::Int(v) => prop_assert_eq!(other[name].as_i64(), Some(*v)),
                Fact::Flag(v) => prop_assert_eq!(other[name].as_bool(), Some(*v)),
            }
        }
    }

    #[test]
    fn reading_never_panics(text in any::<String>()) {
        let _ = parse_detail(&text);
    }
}
