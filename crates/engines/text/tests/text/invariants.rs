//! Promises for every text, not for chosen ones.

use kapok_text::*;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

/// Texts with the scripts that matter and the signs that hurt, besides anything at all.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        r#"([a-zA-Z]{1,8}|[\u4e00-\u4e20]{1,4}|[\u0620-\u0655]{1,6}|[áñüßøİıﬁ٣３Ａ'"*&:!|()\\ -]{1,5}|[ァ-ヶ゙が]{1,4}|[가-힣ᄀ-ᄒ]{1,3}|[ก-๛]{1,4} ){0,12}"#,
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn nothing_panics(a in text(), b in text(), n in 0usize..60) {
        let _ = (language(&a), script(&a), Code::parse(&a), excerpt(&a, n), index_tokens(&a));
        let _ = similarity(&Shingles::of(&a), &Shingles::of(&b));
        if let Some(query) = query(&b) {
            let pieces = highlight(&a, &query);
            prop_assert_eq!(pieces.iter().map(|p| p.1).collect::<String>(), a.as_str());
            prop_assert!(pieces.windows(2).all(|w| !(w[0].0 && w[1].0)), "hits that touch are one");
            prop_assert!(pieces.iter().all(|p| !p.1.is_empty()));
        }
    }

    #[test]
    fn tokens_do_not_depend_on_the_normal_form(a in text()) {
        let plain = tokens(&a);
        prop_assert_eq!(&plain, &tokens(&a.nfc().collect::<String>()));
        prop_assert_eq!(&plain, &tokens(&a.nfd().collect::<String>()));
        prop_assert_eq!(&plain, &tokens(&a.nfkc().collect::<String>()));
        prop_assert_eq!(&plain, &tokens(&a.nfkd().collect::<String>()));
    }

    #[test]
    fn tokens_do_not_depend_on_the_width(a in "[!-~ ]{0,40}") {
        let wide: String = a.chars().map(|c| match c {
            ' ' => '\u{3000}',
            c => char::from_u32(u32::from(c) + 0xFEE0).expect("a wide form"),
        }).collect();
        prop_assert_eq!(tokens(&a), tokens(&wide));
    }

    #[test]
    fn folding_twice_changes_nothing(a in text()) {
        let once = fold(&a);
        prop_assert_eq!(&fold(&once), &once);
    }

    #[test]
    fn tokens_are_letters_digits_and_marks_of_at_most_64(a in text()) {
        for token in tokens(&a) {
            prop_assert!((1..=64).contains(&token.chars().count()));
            prop_assert!(!token.contains(|c: char| c.is_whitespace() || c.is_control() || c.is_ascii_punctuation()), "{token:?}");
        }
    }

    #[test]
    fn the_index_line_is_sorted_unique_and_complete(a in text()) {
        let line = index_tokens(&a);
        let mut expected = tokens(&a);
        expected.sort();
        expected.dedup();
        prop_assert_eq!(line, expected.join(" "));
    }

    #[test]
    fn a_text_is_found_by_its_own_words(a in text()) {
        let line = index_tokens(&a);
        let indexed: Vec<&str> = line.split(' ').collect();
        match query(&a) {
            Some(query) => for token in query.tokens() {
                prop_assert!(indexed.contains(&token.as_str()), "{token:?} not in {indexed:?}");
            },
            None => prop_assert_eq!(line, ""),
        }
    }

    #[test]
    fn no_query_leaves_its_quotes(a in text()) {
        let Some(query) = query(&a) else { return Ok(()) };
        let count = query.tokens().len();
        let star = usize::from(query.prefix().is_some());
        for (sql, quote) in [(query.fts5(), '"'), (query.tsquery(), '\'')] {
            prop_assert_eq!(sql.matches(quote).count(), 2 * count, "{}", sql);
            prop_assert!(!sql.contains(['\\', '\0', ';', '(', ')', '|', '!', '<', '>', '\n']), "{}", sql);
            prop_assert_eq!(sql.matches('*').count(), star);
        }
        prop_assert_eq!(query.tsquery().matches('&').count(), count - 1);
    }

    #[test]
    fn excerpts_keep_within_their_length(a in text(), n in 1usize..40) {
        use unicode_segmentation::UnicodeSegmentation;
        let short = excerpt(&a, n);
        prop_assert!(short.graphemes(true).count() <= n, "{short:?}");
        prop_assert!(!short.contains('\n'));
    }

    #[test]
    fn codes_come_back_however_they_are_written(bytes in any::<[u8; 16]>()) {
        let code = Code::from_bytes(&bytes);
        let shown = code.to_string();
        prop_assert_eq!(shown.len(), 11);
        prop_assert_eq!(Code::parse(&shown), Ok(code));
        prop_assert_eq!(Code::parse(&code.compact()), Ok(code));
        prop_assert_eq!(Code::parse(&shown.to_lowercase().replace('-', " \u{2013} ")), Ok(code));
        prop_assert_eq!(Code::parse(&shown.replace('5', "s").replace('V', "u").replace('Q', "0").replace('J', "I").replace('7', "1")), Ok(code));
        prop_assert_eq!(Code::parse(&shown.replace('Q', "o")), Ok(code));
    }

    #[test]
    fn likeness_is_symmetric_and_one_with_oneself(a in text(), b in text()) {
        let (x, y) = (Shingles::of(&a), Shingles::of(&b));
        prop_assert_eq!(similarity(&x, &y), similarity(&y, &x));
        prop_assert_eq!(similarity(&x, &x), if x.is_empty() { 0.0 } else { 1.0 });
        let ranked = rank(&x, [&y, &x, &y]);
        prop_assert_eq!(ranked.clone(), rank(&x, [&y, &x, &y]));
        if !x.is_empty() && x != y {
            prop_assert_eq!(ranked[0], (1, 1.0));
        }
        prop_assert!(ranked.iter().all(|r| (0.0..=1.0).contains(&r.1)));
    }
}
