//! Whatever the texts are, the markup stays whole.

use kapok_stats::geo::{Map, Marker, Point};
use kapok_stats::*;
use proptest::prelude::*;

use crate::words::{Test, table};

/// A strict reading of the XML that we write: elements nest, attributes are quoted and occur once, no
/// stray `<`, `&` or quote. Says what is wrong.
pub fn well_formed(xml: &str) -> Result<(), String> {
    let mut open: Vec<&str> = Vec::new();
    let mut rest = xml;
    while let Some(at) = rest.find('<') {
        text(&rest[..at])?;
        let end = rest[at..].find('>').ok_or("a tag without end")? + at;
        let tag = &rest[at + 1..end];
        if let Some(name) = tag.strip_prefix('/') {
            match open.pop() {
                Some(opened) if opened == name => {}
                other => return Err(format!("{name} closes {other:?}")),
            }
        } else {
            let (body, closed) = tag.strip_suffix('/').map_or((tag, false), |body| (body, true));
            let (name, attributes) = body.split_once(' ').unwrap_or((body, ""));
            if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric()) {
                return Err(format!("element {name:?}"));
            }
            all_attributes(attributes)?;
            if !closed {
                open.push(name);
            }
        }
        rest = &rest[end + 1..];
    }
    text(rest)?;
    if open.is_empty() {
        Ok(())
    } else {
        Err(format!("left open: {open:?}"))
    }
}

fn all_attributes(mut rest: &str) -> Result<(), String> {
    let mut seen = Vec::new();
    while !rest.trim().is_empty() {
        let (name, tail) = rest
            .split_once("=\"")
            .ok_or_else(|| format!("attribute {rest:?}"))?;
        let (value, tail) = tail.split_once('"').ok_or_else(|| format!("value {tail:?}"))?;
        let name = name.trim();
        if seen.contains(&name)
            || !name
                .chars()
                .all(|c| c.is_ascii_alphabetic() || c == '-' || c == ':')
        {
            return Err(format!("attribute {name:?}"));
        }
        seen.push(name);
        text(value)?;
        rest = tail;
    }
    Ok(())
}

fn text(text: &str) -> Result<(), String> {
    for (at, _) in text.match_indices('&') {
        let known = ["&amp;", "&lt;", "&gt;", "&quot;", "&#39;"];
        if !known.iter().any(|entity| text[at..].starts_with(entity)) {
            return Err(format!("a bare & in {text:?}"));
        }
    }
    let forbidden = |c: char| {
        matches!(c, '<' | '>' | '"' | '\'' | '\u{FFFE}' | '\u{FFFF}')
            || c.is_control() && !matches!(c, '\t' | '\n')
    };
    if text.contains(forbidden) {
        Err(format!("{text:?}"))
    } else {
        Ok(())
    }
}

#[test]
fn the_reader_of_markup_sees_faults() {
    assert_eq!(well_formed("<a b=\"c &amp; d\"><e/>f</a>"), Ok(()));
    for bad in [
        "<a>",
        "<a></b>",
        "<a b=c/>",
        "<a b=\"c\" b=\"d\"/>",
        "a & b",
        "<a>\"</a>",
        "<a b=\"<\"/>",
        "</a>",
    ] {
        assert!(well_formed(bad).is_err(), "{bad}");
    }
}

/// Anything, with the signs that hurt more often.
fn nasty() -> impl Strategy<Value = String> {
    prop_oneof![any::<String>(), r#"[<>&"'=\]\[!/ a-c水ا\x00-\x1f-]{0,30}"#]
}

proptest! {
    #[test]
    fn markup_stays_whole_whatever_the_texts(
        texts in prop::collection::vec(nasty(), 6),
        numbers in prop::collection::vec(prop::option::of(0i64..1_000_000), 1..9),
        rtl in any::<bool>(),
    ) {
        let words = if rtl { Test::Arabic } else { Test::English };
        let rows: Vec<Row> = numbers.iter().enumerate().map(|(at, &n)| {
            let link = Link::new(&format!("/{}", texts[5]));
            Row::new(&texts[at % 5], [Cell::Count(n.into()), Cell::Count(numbers[0].into())]).linked(link)
        }).collect();
        let frame = Frame { id: &texts[0], description: &texts[1], rtl, words: &words };
        let table = table(&texts[2], &texts[3], Known::Unknown, &[&texts[4], &texts[5], "b"], rows);
        let draw = [Chart::bars, Chart::grouped, Chart::stacked, Chart::share, Chart::timeline, Chart::sparkline];
        for draw in draw {
            let chart = draw(table.clone(), frame).expect("a chart");
            prop_assert_eq!(well_formed(&chart.svg), Ok(()));
            prop_assert!(!chart.svg.contains("NaN") && !chart.svg.contains("inf") && !chart.svg.contains("=\"-0.0\""));
        }
        prop_assert_eq!(well_formed(&table.to_html(&words)), Ok(()));
    }

    #[test]
    fn maps_stay_whole_wherever_the_points_are(
        label in nasty(),
        points in prop::collection::vec((-180.0f64..=180.0, -90.0f64..=90.0, prop::option::of(0i64..500)), 1..9),
    ) {
        let words = Test::English;
        let markers: Vec<Marker> = points.iter().map(|&(lon, lat, count)| Marker {
            name: label.clone(), count: count.into(), at: Point { lon, lat }, link: Link::new(&format!("/{label}")),
        }).collect();
        let ring: Vec<Point> = markers.iter().map(|m| m.at).collect();
        let areas = if ring.len() < 3 { vec![] } else {
            vec![geo::Area { name: label.clone(), value: Cell::Hidden, rings: vec![ring], class: label.clone(), link: None }]
        };
        let map = Map { areas, markers };
        let frame = Frame { id: "m", description: "", rtl: false, words: &words };
        let chart = map.draw(table(&label, "u", Known::Unknown, &["a", "b"], vec![]), frame).expect("a map");
        prop_assert_eq!(well_formed(&chart.svg), Ok(()));
        prop_assert!(!chart.svg.contains("NaN") && !chart.svg.contains("inf"));
    }
}
