//! Marking hits and cutting texts for lists.

use kapok_text::*;

/// Hits in square brackets.
fn marked(text: &str, asked: &str) -> String {
    let query = query(asked).expect("a query");
    highlight(text, &query)
        .iter()
        .map(|(hit, part)| {
            if *hit {
                format!("[{part}]")
            } else {
                (*part).to_owned()
            }
        })
        .collect()
}

#[test]
fn hits_are_marked_in_the_text_as_it_was_written() {
    for (text, asked, expected) in [
        (
            "The Bike lane, the bike LANES.",
            "bike lane",
            "The [Bike] [lane], the [bike] [LANES].",
        ),
        ("El niño y la NIÑA", "nin", "El [niño] y la [NIÑA]"),
        ("El nin\u{303}o", "niño", "El [nin\u{303}o]"),
        ("我家水管爆裂，水很大", "水管", "我家[水管]爆裂，水很大"),
        ("我家水管爆裂，水很大", "水管爆裂", "我家[水管爆裂]，水很大"),
        ("我家水管爆裂，水很大", "水", "我家[水]管爆裂，[水]很大"),
        ("坐３号线", "3号线", "坐[３号线]"),
        ("في الشَّارِع الكبير", "شارع", "في [الشَّارِع] الكبير"),
        ("شـــارع", "شارع", "[شـــارع]"),
        ("Große Straße", "strasse", "Große [Straße]"),
        ("nothing here", "xyz", "nothing here"),
        ("", "x", ""),
    ] {
        assert_eq!(marked(text, asked), expected, "{asked} in {text}");
    }
}

#[test]
fn excerpts_end_between_words() {
    for (text, chars, expected) in [
        ("Short", 10, "Short"),
        ("The lamp at the corner is broken.", 20, "The lamp at the…"),
        ("One,  two\n three", 20, "One, two three"),
        ("One, two, three", 10, "One, two…"),
        ("Donaudampfschifffahrt ahead", 10, "Donaudamp…"),
        ("水管爆裂三天，没有人来修", 8, "水管爆裂三天…"),
        ("水管爆裂三天，没有人来修", 6, "水管爆裂三…"),
        ("الإنارة معطلة في شارع النخيل", 16, "الإنارة معطلة…"),
        ("👩‍👩‍👧👩‍👩‍👧👩‍👩‍👧", 2, "👩‍👩‍👧…"),
        ("abc", 0, ""),
        ("abc", 1, "…"),
        ("", 0, ""),
    ] {
        assert_eq!(excerpt(text, chars), expected, "{text}");
    }
}
