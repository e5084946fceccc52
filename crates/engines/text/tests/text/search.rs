//! Tokens and queries, worked out by hand.

use kapok_text::*;

#[test]
fn texts_fold_to_one_spelling() {
    for (text, folded) in [
        ("Ñandú ÑANDÚ", "nandu nandu"),
        ("Straße STRASSE", "strasse strasse"),
        ("ＷｉＦｉ ３号线", "wifi 3号线"),
        ("Eskişehir ISPARTA İzmir ığdır", "eskisehir isparta izmir igdir"),
        ("Łódź Ærø Đà Nẵng", "lodz aero da nang"),
        ("ﬁle x² Ⅳ", "file x2 iv"),
        ("Ελλάς ΕΛΛΆΣ", "ελλασ ελλασ"),
        ("Ещё ЕЩЕ", "еще еще"),
        ("ｶﾞｽ ガス", "ガス ガス"),
        ("أحمد إلى آخر ٱلله", "احمد الي اخر الله"),
        ("مَدْرَسَةٌ مدرسـة", "مدرسه مدرسه"),
        ("مستشفى ی ک ٣٤ ۳۴", "مستشفي ي ك 34 34"),
        ("co\u{AD}operate\u{200B}d", "cooperated"),
        ("हिन्दी ไทย", "हिन्दी ไทย"),
    ] {
        assert_eq!(fold(text), folded, "{text}");
    }
}

#[test]
fn texts_give_these_tokens() {
    for (text, expected) in [
        ("", ""),
        ("!? … 🙂", ""),
        (
            "Street-lights don't work at No. 12",
            "street lights don t work at no 12",
        ),
        ("¡El niño cruzó la calle!", "el nino cruzo la calle"),
        ("水管爆裂", "水 管 爆 裂 水管 管爆 爆裂"),
        ("水", "水"),
        ("坐3号线，换BRT。", "坐 3 号 线 号线 换 brt"),
        ("公园 的灯", "公 园 公园 的 灯 的灯"),
        ("الشارع مظلم", "الشارع شارع مظلم"),
        ("وبالمدرسة للأطفال والماء", "وبالمدرسه للاطفال اطفال والماء ماء"),
        ("الم", "الم"),
        ("한국어", "한 국 어 한국 국어"),
    ] {
        assert_eq!(tokens(text).join(" "), expected, "{text}");
    }
}

#[test]
fn queries_become_both_dialects() {
    for (text, fts5, tsquery) in [
        ("bike Lane", r#""bike" "lane"*"#, "'bike' & 'lane':*"),
        ("lane bike lane", r#""bike" "lane"*"#, "'bike' & 'lane':*"),
        ("a", r#""a""#, "'a'"),
        ("水管", r#""水管""#, "'水管'"),
        ("水", r#""水""#, "'水'"),
        ("水管爆裂", r#""水管" "管爆" "爆裂""#, "'水管' & '管爆' & '爆裂'"),
        ("3号线", r#""3" "号线""#, "'3' & '号线'"),
        ("الشارع", r#""شارع"*"#, "'شارع':*"),
        ("niño", r#""nino"*"#, "'nino':*"),
        (
            r#"x" OR "y* NEAR('"#,
            r#""x" "or" "y" "near"*"#,
            "'x' & 'or' & 'y' & 'near':*",
        ),
        (
            "'; DROP TABLE voices --",
            r#""drop" "table" "voices"*"#,
            "'drop' & 'table' & 'voices':*",
        ),
    ] {
        let query = query(text).expect(text);
        assert_eq!(
            (query.fts5().as_str(), query.tsquery().as_str()),
            (fts5, tsquery),
            "{text}"
        );
    }
    assert_eq!(query(""), None);
    assert_eq!(query(" \"'* & "), None);
}

/// Whether a database that compares tokens would find the text.
fn found(text: &str, asked: &str) -> bool {
    let line = index_tokens(text);
    let query = query(asked).expect("a query");
    query.tokens().iter().all(|token| {
        let prefix = query.prefix() == Some(token);
        line.split(' ')
            .any(|t| t == token || prefix && t.starts_with(token.as_str()))
    })
}

#[test]
fn people_find_what_they_mean() {
    for (text, asked) in [
        ("Big potholes on Mill Road", "pothole"),
        ("La niña cruzó", "NINA"),
        ("白云区停水三天", "停水"),
        ("白云区停水三天", "水"),
        ("وصل الماء إلى المدرسة", "مدرسة"),
        ("مدرسه قديمه", "المدرسة"),
        ("بالمدرسة", "مدرسة"),
        ("ｗｉｆｉ in der Bücherei", "bucherei wifi"),
        ("東京タワー", "タワー"),
    ] {
        assert!(found(text, asked), "{asked} in {text}");
    }
    for (text, asked) in [
        ("水上公园的管理", "水管"),
        ("Mill Road", "mill lane"),
        ("白云区", "云白"),
        ("lane closed", "lanes"),
    ] {
        assert!(!found(text, asked), "{asked} in {text}");
    }
}

#[test]
fn long_texts_and_words_are_cut_at_the_stated_sizes() {
    let word = "a".repeat(70);
    assert_eq!(tokens(&word), ["a".repeat(64)]);
    assert!(found(&word, &word));
    let long: String = (0..20_000).map(|n| format!("w{n} ")).collect();
    assert_eq!(index_tokens(&long).split(' ').count(), tokens::MAX_INDEX_TOKENS);
    assert_eq!(
        query(&long).expect("a query").tokens().len(),
        query::MAX_QUERY_TOKENS
    );
}
