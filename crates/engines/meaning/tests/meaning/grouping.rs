use kapok_meaning::{Groups, Random, Settings, group};
use proptest::prelude::*;

fn grouped<T: AsRef<str>>(texts: &[T]) -> Groups {
    group(texts, None, Settings::default())
}

/// Every voice stands at exactly one place.
fn assert_whole(groups: &Groups, voices: usize) {
    let texts = groups.groups.iter().flat_map(|g| &g.texts).chain(&groups.alone);
    let mut seen: Vec<usize> = texts
        .flat_map(|t| t.voices.clone())
        .chain(groups.wordless.clone())
        .collect();
    seen.sort_unstable();
    assert_eq!(seen, (0..voices).collect::<Vec<_>>());
    assert_eq!(groups.voices(), voices);
    for group in &groups.groups {
        assert_eq!(
            group.voices,
            group.texts.iter().map(|t| t.voices.len()).sum::<usize>()
        );
        assert!(group.voices > 1 && group.texts.iter().all(|t| t.voices.contains(&t.shown)));
        assert!(
            group
                .texts
                .windows(2)
                .all(|pair| pair[0].closeness >= pair[1].closeness),
            "the most central first"
        );
    }
}

#[test]
fn nothing_and_one_voice_are_sensible() {
    assert_whole(&grouped::<&str>(&[]), 0);
    let one = grouped(&["The lamp is broken"]);
    assert!(one.groups.is_empty() && one.alone.len() == 1);
    let empty = grouped(&["", " ", "?!"]);
    assert_eq!(empty.wordless, [0, 1, 2]);
}

#[test]
fn a_flood_of_three_hundred_thousand_copies_is_one_text_with_all_its_voices() {
    let mut texts = vec!["Save the old trees on the quay"; 300_000];
    texts.push("The lamp is broken");
    let groups = grouped(&texts);
    assert_whole(&groups, 300_001);
    assert_eq!(groups.groups[0].voices, 300_000);
    assert_eq!(groups.groups[0].texts.len(), 1);
    assert_eq!(groups.alone[0].shown, 300_000);
}

#[test]
fn very_long_texts_and_control_characters_are_taken_as_they_are() {
    let long = "the river comes into the cellar ".repeat(3_200);
    assert!(long.len() > 100_000);
    let texts = [
        long.as_str(),
        "\u{0}\u{7}",
        "a\u{202e}b",
        "x",
        long.as_str(),
        "\u{fffd}\u{fffd}",
        "x",
    ];
    let groups = grouped(&texts);
    assert_whole(&groups, texts.len());
    assert_eq!(groups.groups.len(), 2);
}

#[test]
fn two_subjects_in_two_languages_are_four_groups_without_a_model() {
    let subjects = [
        ["street lamp", "broken", "dark at night"],
        ["rubbish bin", "overflowing", "nobody empties it"],
        ["farola de la calle", "rota", "de noche no se ve nada"],
        ["contenedor de basura", "lleno", "nadie lo vacía nunca"],
    ];
    let ways: [fn([&str; 3], usize) -> String; 3] = [
        |[a, b, c], n| format!("{a} {n} {b}, {c}"),
        |[a, b, c], n| format!("{c} {n}: {a} {b}"),
        |[a, b, c], n| format!("{b} {a}, {n} {c}"),
    ];
    let texts: Vec<String> = (0..36)
        .map(|at| ways[at / 4 % 3](subjects[at % 4], at * 7_919))
        .collect();
    let groups = grouped(&texts);
    assert_whole(&groups, texts.len());
    for group in groups.groups.iter().filter(|g| g.voices > 2) {
        let subject = group.texts[0].shown % 4;
        assert!(
            group
                .texts
                .iter()
                .flat_map(|t| &t.voices)
                .all(|v| v % 4 == subject),
            "{group:?}"
        );
    }
}

#[test]
fn the_order_of_the_rows_changes_no_group() {
    let rows = crate::civic(&[1]);
    let texts: Vec<String> = rows.into_iter().flatten().collect();
    let mut order: Vec<usize> = (0..texts.len()).collect();
    Random::new(1).shuffle(&mut order);
    let shuffled: Vec<&String> = order.iter().map(|&at| &texts[at]).collect();
    let (a, b) = (grouped(&texts), grouped(&shuffled));
    assert_whole(&a, texts.len());
    let told = |groups: &Groups, text: &dyn Fn(usize) -> String| -> Vec<(usize, Vec<String>, u64)> {
        let told = groups.groups.iter();
        told.map(|g| {
            (
                g.voices,
                g.texts.iter().map(|t| text(t.shown)).collect(),
                g.tightness.to_bits(),
            )
        })
        .collect()
    };
    assert_eq!(
        told(&a, &|at| texts[at].clone()),
        told(&b, &|at| shuffled[at].clone())
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn no_voice_is_lost_whatever_is_said(texts in prop::collection::vec("\\PC{0,24}|[a-c ]{0,20}|[路灯坏了]{0,9}", 0..60)) {
        assert_whole(&grouped(&texts), texts.len());
    }
}
