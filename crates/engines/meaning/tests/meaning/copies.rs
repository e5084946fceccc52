use std::collections::{BTreeMap, BTreeSet};

use kapok_meaning::yardstick::Pairs;
use kapok_meaning::{COPY, Copies, Random};
use kapok_text::{Shingles, fold, similarity};
use proptest::prelude::*;

/// The sets as sets of texts, without their positions.
fn sets(texts: &[String]) -> BTreeSet<BTreeSet<String>> {
    let copies = Copies::find(texts, COPY);
    copies
        .sets()
        .into_iter()
        .map(|set| set.into_iter().map(|at| texts[at].clone()).collect())
        .collect()
}

#[test]
fn near_copies_of_the_civic_set_are_found_in_four_languages() {
    let rows = crate::civic(&[0, 1, 7]);
    let texts: Vec<&str> = rows.iter().map(|r| r[1].as_str()).collect();
    let mut numbers = BTreeMap::new();
    let mut number = |key: &str| {
        let next = numbers.len();
        *numbers.entry(key.to_owned()).or_insert(next)
    };
    let truth: Vec<usize> = rows
        .iter()
        .map(|r| number(if r[2].is_empty() { &r[0] } else { &r[2] }))
        .collect();
    let copies = Copies::find(&texts, COPY);
    let found: Vec<usize> = (0..texts.len()).map(|at| copies.first(at)).collect();
    let pairs = Pairs::compare(&found, &truth);
    assert!(pairs.f1() > 0.95, "{pairs:?}");
}

#[test]
fn texts_that_differ_in_case_and_accents_are_copies_and_others_are_not() {
    let texts = [
        "La farola está rota",
        "LA FAROLA ESTA ROTA",
        "路灯坏了",
        "El agua sale marrón",
        "路灯坏了。",
    ];
    assert_eq!(
        Copies::find(&texts, COPY).sets(),
        [vec![0, 1], vec![2, 4], vec![3]]
    );
}

#[test]
fn texts_without_words_are_copies_only_of_themselves() {
    let texts = ["!!!", "", "👍", "!!!", ""];
    assert_eq!(
        Copies::find(&texts, COPY).sets(),
        [vec![0, 3], vec![1, 4], vec![2]]
    );
}

#[test]
fn of_five_thousand_planted_copies_nearly_all_are_found() {
    let mut random = Random::new(9);
    let mut word = || {
        (0..6)
            .map(|_| char::from(b'a' + random.below(26) as u8))
            .collect::<String>()
    };
    let mut texts: Vec<String> = (0..1_000)
        .map(|_| (0..14).map(|_| word()).collect::<Vec<_>>().join(" "))
        .collect();
    for at in 0..5_000 {
        let mut copy = texts[at % 1_000].clone().into_bytes();
        let place = (at * 7_919) % copy.len();
        copy[place] = b'x';
        texts.push(String::from_utf8(copy).unwrap());
    }
    let truth: Vec<usize> = (0..6_000).map(|at| at % 1_000).collect();
    let copies = Copies::find(&texts, COPY);
    let found: Vec<usize> = (0..texts.len()).map(|at| copies.first(at)).collect();
    let pairs = Pairs::compare(&found, &truth);
    assert!(pairs.recall > 0.99 && pairs.precision > 0.99, "{pairs:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_order_of_the_texts_changes_nothing(texts in prop::collection::vec("[abc路灯 ]{0,12}", 0..30), seed: u64) {
        let mut other = texts.clone();
        Random::new(seed).shuffle(&mut other);
        prop_assert_eq!(sets(&texts), sets(&other));
    }

    #[test]
    fn everyone_in_a_set_is_a_copy_of_someone_in_it(texts in prop::collection::vec("[ab ]{0,9}", 0..30)) {
        for set in Copies::find(&texts, COPY).sets().into_iter().filter(|set| set.len() > 1) {
            for &one in &set {
                let near = |&&other: &&usize| {
                    other != one
                        && (fold(&texts[one]) == fold(&texts[other])
                            || similarity(&Shingles::of(&texts[one]), &Shingles::of(&texts[other])) >= COPY)
                };
                prop_assert!(set.iter().any(|other| near(&other)));
            }
        }
    }
}
