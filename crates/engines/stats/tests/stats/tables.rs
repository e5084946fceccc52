//! Tables as HTML and CSV.

use kapok_stats::Known::{Known, Unknown};
use kapok_stats::*;

use crate::words::{Test, table};

fn sample() -> Table {
    let rows = vec![
        Row::new("=1+1", [Cell::count(1204), Cell::percent(82.5)]).linked(Link::new("/m?a=1&b=2")),
        Row::new("a \"quoted\", name", [Cell::Count(Unknown), Cell::Hidden]),
        Row::new("-5", [Cell::count(0), Cell::Percent(Unknown)]),
        Row::new("<b>水</b>", [Cell::count(-3), Cell::percent(0.0)]),
    ];
    let mut table = table(
        "Voices & answers",
        "voices",
        Known(1204),
        &["Office", "Voices", "Share"],
        rows,
    );
    table.note = Some("Rounded half up.".to_owned());
    table
}

#[test]
fn csv_is_plain_and_runs_no_formula() {
    let expected = "Office,Voices,Share\r\n'=1+1,1204,82.5\r\n\"a \"\"quoted\"\", name\",unknown,hidden\r\n-5,0,unknown\r\n<b>水</b>,-3,0\r\n";
    assert_eq!(sample().to_csv(&Test::English), expected);
    for (label, field) in [
        ("+49 30", "'+49 30"),
        ("-", "'-"),
        ("@a", "'@a"),
        ("\ta", "'\ta"),
        ("\ra", "\"'\ra\""),
        ("-1.5", "-1.5"),
        ("+3", "+3"),
        ("-1.5.2", "'-1.5.2"),
        ("a=b", "a=b"),
        ("two\nlines", "\"two\nlines\""),
    ] {
        let csv = table("c", "u", Unknown, &["a"], vec![Row::new(label, [])]).to_csv(&Test::English);
        assert_eq!(csv, format!("a\r\n{field}\r\n"), "{label:?}");
    }
}

#[test]
fn html_has_heads_base_source_and_note() {
    insta::assert_snapshot!("table", sample().to_html(&Test::English).replace("><", ">\n<"));
}

#[test]
fn a_change_has_its_sign_and_a_lower_limit_stands_among_the_numbers() {
    let rows = vec![
        Row::new(
            "Asia",
            [
                Cell::Change(-1025),
                Cell::ChangePercent(Known(-17.1)),
                Cell::AtLeast(40),
            ],
        ),
        Row::new(
            "Africa",
            [Cell::Change(1), Cell::ChangePercent(Known(6.7)), Cell::count(3)],
        ),
        Row::new(
            "Oceania",
            [Cell::Change(0), Cell::ChangePercent(Unknown), Cell::count(0)],
        ),
    ];
    let heads = ["Region", "Change", "Percent", "Guests"];
    let table = table("Change", "cases", Unknown, &heads, rows);
    let html = table.to_html(&Test::English);
    for cell in [
        "\u{200E}\u{2212}1,025",
        "\u{200E}\u{2212}17.1%",
        "at least 40",
        "\u{200E}+1",
        "\u{200E}+6.7%",
        "0",
        "unknown",
    ] {
        assert!(html.contains(&format!("<td class=\"n\">{cell}</td>")), "{cell}");
    }
    let csv = table.to_csv(&Test::English);
    assert!(
        csv.contains("Asia,-1025,-17.1,at least 40\r\nAfrica,1,6.7,3\r\n"),
        "{csv}"
    );
}
