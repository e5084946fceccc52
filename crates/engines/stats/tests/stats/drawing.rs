//! Pictures as they should look. After a change: look at them, then accept the snapshots.

use kapok_stats::Known::{Known, Unknown};
use kapok_stats::geo::{Area, Map, Marker, Point};
use kapok_stats::*;

use crate::markup::well_formed;
use crate::words::{Test, frame, table};

const REGIONS: [&str; 6] = [
    "Asia",
    "Africa",
    "Europe",
    "North America",
    "South America",
    "Oceania",
];

/// Cases by region in two sessions of the award, as in the report's Table 1-1.
fn regions() -> Table {
    let rows = REGIONS
        .into_iter()
        .zip([(146, 121), (15, 16), (51, 63), (30, 29), (56, 41), (3, 3)]);
    let rows = rows
        .map(|(name, (a, b))| Row::new(name, [Cell::count(a), Cell::count(b)]))
        .collect();
    table(
        "Cases by region and session",
        "cases",
        Known(574),
        &["Region", "2016", "2018"],
        rows,
    )
}

fn offices() -> Table {
    let link = Link::new("/offices/streets?late=1");
    let rows = vec![
        Row::new("Streets and Lighting", [Cell::count(1204)]).linked(link),
        Row::new(
            "Office for older people, people with disabilities and their families",
            [Cell::count(310)],
        ),
        Row::new("Water", [Cell::count(0)]),
        Row::new(
            "广州市越秀区老旧小区改造与加装电梯工作领导小组办公室及社区服务中心",
            [Cell::count(88)],
        ),
        Row::new("Harbour & <Docks>", [Cell::Count(Unknown)]),
        Row::new("Small group", [Cell::Hidden]),
    ];
    table("Voices by office", "voices", Unknown, &["Office", "Voices"], rows)
}

fn arabic() -> Table {
    let rows = vec![
        Row::new("إدارة الشوارع والإنارة", [Cell::count(1204)]),
        Row::new("المياه", [Cell::count(310)]),
        Row::new("الحدائق", [Cell::Count(Unknown)]),
    ];
    table(
        "الأصوات حسب الإدارة",
        "صوتًا",
        Known(1514),
        &["الإدارة", "الأصوات"],
        rows,
    )
}

fn answers() -> Table {
    let rows = [
        ("Very important", 28),
        ("Important", 8),
        ("Somewhat important", 2),
        ("Not very important", 0),
    ];
    let shares = percentages(&rows.map(|r| r.1), 0).expect("answers").percents();
    let row = |(&(name, count), percent)| Row::new(name, [Cell::count(count), Cell::percent(percent)]);
    let rows = rows.iter().zip(shares).map(row).collect();
    table(
        "Importance of resident engagement",
        "answers",
        Known(38),
        &["Answer", "Answers", "Share"],
        rows,
    )
}

fn months(known: bool) -> Table {
    let counts = [12, 30, 25, 41, 60, 88, 104, 97, 60, 45, 20, 8];
    let cell = |at: usize, count| {
        if !known && (at == 3 || at == 5) {
            Cell::Count(Unknown)
        } else {
            Cell::count(count)
        }
    };
    let rows = counts
        .iter()
        .enumerate()
        .map(|(at, &c)| Row::new(&format!("{}/2024", at + 1), [cell(at, c)]))
        .collect();
    table(
        "Voices per month",
        "voices",
        Known(590),
        &["Month", "Voices"],
        rows,
    )
}

fn riverton() -> (Map, Table) {
    let ring = |points: &[(f64, f64)]| {
        vec![
            points
                .iter()
                .map(|&(lon, lat)| Point { lon, lat })
                .collect::<Vec<_>>(),
        ]
    };
    let area = |name: &str, value, class: &str, points: &[(f64, f64)]| Area {
        name: name.to_owned(),
        value,
        class: class.to_owned(),
        rings: ring(points),
        link: Link::new(&format!("/places/{}", name.to_lowercase())),
    };
    let marker = |name: &str, count, lon, lat| Marker {
        name: name.to_owned(),
        count,
        at: Point { lon, lat },
        link: None,
    };
    let areas = vec![
        area(
            "Eastgate",
            Cell::count(212),
            "level3",
            &[(10.02, 50.0), (10.06, 50.0), (10.06, 50.03), (10.02, 50.02)],
        ),
        area(
            "Oldtown",
            Cell::count(31),
            "level1",
            &[(9.98, 49.99), (10.02, 50.0), (10.02, 50.02), (9.97, 50.03)],
        ),
        area(
            "Dock",
            Cell::Count(Unknown),
            "",
            &[(10.0, 49.98), (10.02, 49.98), (10.02, 49.995)],
        ),
    ];
    let markers = vec![
        marker("Library", Known(9), 10.03, 50.012),
        marker("Station <North>", Known(100), 10.045, 50.018),
        marker("Pier", Unknown, 10.0, 49.99),
    ];
    (
        Map { areas, markers },
        table(
            "Voices by neighbourhood",
            "voices",
            Known(352),
            &["Place", "Voices"],
            vec![],
        ),
    )
}

fn all() -> Vec<(&'static str, Chart)> {
    let (english, arabic_words) = (Test::English, Test::Arabic);
    let long = table(
        "Two offices",
        "matters",
        Known(30),
        &[
            "Office",
            "Answered within the promised fourteen days",
            "Answered later",
        ],
        vec![Row::new("Streets", [Cell::count(20), Cell::count(10)])],
    );
    let mut unknown = regions();
    unknown.rows[1].cells[2] = Cell::Count(Unknown);
    let done = vec![
        Row::new("Lamps that work", [Cell::count(64)]),
        Row::new("Lamps promised", [Cell::count(80)]),
    ];
    let done = table(
        "Lamps on the river path",
        "lamps",
        Known(80),
        &["Lamps", "Count"],
        done,
    );
    let (map, facts) = riverton();
    let charts = [
        ("bars", Chart::bars(offices(), frame("b", &english))),
        ("bars_rtl", Chart::bars(arabic(), frame("a", &arabic_words))),
        ("grouped", Chart::grouped(regions(), frame("g", &english))),
        ("grouped_long_names", Chart::grouped(long, frame("gl", &english))),
        (
            "grouped_rtl",
            Chart::grouped(regions(), frame("gr", &arabic_words)),
        ),
        ("stacked", Chart::stacked(unknown, frame("s", &english))),
        ("share", Chart::share(answers(), frame("q", &english))),
        ("timeline", Chart::timeline(months(false), frame("t", &english))),
        (
            "timeline_rtl",
            Chart::timeline(months(true), frame("tr", &arabic_words)),
        ),
        (
            "sparkline",
            Chart::sparkline(months(false), frame("sp", &english)),
        ),
        ("progress", Chart::progress(done, frame("p", &english))),
        ("map", map.draw(facts, frame("m", &english))),
    ];
    charts
        .into_iter()
        .map(|(name, chart)| (name, chart.expect(name)))
        .collect()
}

#[test]
fn pictures_are_as_they_were_looked_at() {
    for (name, chart) in all() {
        well_formed(&chart.svg).expect(name);
        insta::assert_snapshot!(name, chart.svg.replace('>', ">\n"));
    }
}

#[test]
fn pictures_carry_title_description_and_every_number_of_their_table() {
    for (name, chart) in all() {
        let rtl = name.ends_with("rtl");
        let words = if rtl { Test::Arabic } else { Test::English };
        assert!(
            chart.svg.contains(&format!(">{}</title>", chart.table.caption)),
            "{name}"
        );
        let (_, description) = chart.svg.split_once("<desc").expect("a description");
        let (description, _) = description.split_once("</desc>").expect("its end");
        for cell in chart.table.rows.iter().flat_map(|row| &row.cells[1..]) {
            assert!(description.contains(&words.cell(cell)), "{name}: {cell:?}");
        }
        assert!(
            chart.svg.contains("width=\"100%\"") && chart.svg.contains("viewBox"),
            "{name}"
        );
        assert!(
            !chart.svg.contains("style") && !chart.svg.contains("<script"),
            "{name}"
        );
        assert!(
            chart.svg.contains(if rtl {
                "direction=\"rtl\""
            } else {
                "direction=\"ltr\""
            }),
            "{name}"
        );
    }
}

#[test]
fn ids_of_two_charts_do_not_meet() {
    let ids = |svg: &str| {
        svg.split(" id=\"")
            .skip(1)
            .filter_map(|s| s.split('"').next())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let mut all: Vec<String> = all().iter().flat_map(|(_, chart)| ids(&chart.svg)).collect();
    let count = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), count);
}

#[test]
fn tables_that_cannot_be_drawn_say_why() {
    let words = Test::English;
    let draw = |rows| Chart::bars(table("c", "u", Unknown, &["a", "b"], rows), frame("x", &words)).err();
    assert_eq!(draw(vec![]), Some(ChartError::Empty));
    assert_eq!(
        draw(vec![Row::new("a", [])]),
        Some(ChartError::Ragged {
            row: 0,
            found: 1,
            wanted: 2
        })
    );
    assert_eq!(
        draw(vec![Row::new("a", [Cell::text("b")])]),
        Some(ChartError::Kind { row: 0, column: 1 })
    );
    assert_eq!(
        draw(vec![Row::new("a", [Cell::count(-1)])]),
        Some(ChartError::Number { row: 0, column: 1 })
    );
    assert_eq!(
        draw(vec![Row::new("a", [Cell::percent(f64::NAN)])]),
        Some(ChartError::Number { row: 0, column: 1 })
    );
    let three = Chart::progress(months(true), frame("x", &words)).err();
    assert_eq!(three, Some(ChartError::Rows { found: 12, wanted: 2 }));
    let (mut map, facts) = riverton();
    map.markers[0].at.lat = 91.0;
    assert_eq!(
        map.draw(facts.clone(), frame("m", &words)).err(),
        Some(ChartError::Shape(3))
    );
    assert_eq!(
        Map::default().draw(facts, frame("m", &words)).err(),
        Some(ChartError::Empty)
    );
}

#[test]
fn only_harmless_addresses_become_links() {
    for address in [
        "/matters/3?x=1",
        "?page=2",
        "#rows",
        "https://example.org/a",
        "http://example.org",
    ] {
        assert!(Link::new(address).is_some(), "{address}");
    }
    for address in [
        "",
        "javascript:alert(1)",
        "//example.org",
        "/\\example.org",
        "data:text/html,x",
        "JAVASCRIPT:1",
        " /a",
        "/a\nb",
    ] {
        assert!(Link::new(address).is_none(), "{address}");
    }
}

#[test]
fn classes_of_areas_follow_their_rank() {
    let values = [Known(5), Known(100), Unknown, Known(5), Known(7), Known(9)];
    assert_eq!(
        geo::classes(&values, 4),
        [Some(1), Some(4), None, Some(1), Some(2), Some(3)]
    );
    assert_eq!(geo::classes(&[Unknown], 4), [None]);
}

#[test]
fn few_columns_over_time_all_have_their_number_and_their_period() {
    let rows = [("2012", 201), ("2014", 206), ("2016", 301), ("2018", 273)]
        .map(|(year, n)| Row::new(year, [Cell::count(n)]))
        .to_vec();
    let few = table("Sessions", "cases", Known(981), &["Session", "Cases"], rows);
    let chart = Chart::timeline(few, frame("few", &Test::English)).expect("a chart");
    for text in ["201", "206", "301", "273", "2012", "2014", "2016", "2018"] {
        assert!(chart.svg.contains(&format!(">{text}</text>")), "{text}");
    }
}

#[test]
fn an_area_has_its_name_in_two_lines_where_one_is_too_long() {
    let square = |west: f64, side: f64| {
        let corners = [
            (west, 50.0),
            (west + side, 50.0),
            (west + side, 50.0 + side),
            (west, 50.0 + side),
        ];
        vec![corners.map(|(lon, lat)| Point { lon, lat }).to_vec()]
    };
    let area = |name: &str, west, side| Area {
        name: name.to_owned(),
        value: Cell::count(8),
        class: String::new(),
        rings: square(west, side),
        link: None,
    };
    let map = Map {
        areas: vec![
            area("Market Square", 10.0, 0.03),
            area("A very long name of a place", 10.1, 0.02),
        ],
        markers: Vec::new(),
    };
    let table = table("Map", "matters", Known(16), &["Place", "Matters"], vec![]);
    let svg = map.draw(table, frame("m", &Test::English)).expect("a map").svg;
    assert!(
        svg.contains(">Market</text>") && svg.contains(">Square</text>"),
        "{svg}"
    );
    assert!(!svg.contains("name of a place</text>"));
    assert_eq!(svg.matches(">8</text>").count(), 2);
}
