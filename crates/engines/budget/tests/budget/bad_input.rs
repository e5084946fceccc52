//! Files with faults: an error that names line, column and cure, or a treatment that is counted and listed.

use kapok_budget::pb::{self, PbError, Reading};
use proptest::prelude::*;

use crate::text;

const GOOD: &str = "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n1;40;A\n2;70;B\nVOTES\nvoter_id;vote\na;1,2\nb;1\n";

fn read(text: &str) -> Result<Reading, PbError> {
    pb::read(text.as_bytes())
}

/// The message of the error that a file gives.
fn error(text: &str) -> String {
    read(text).unwrap_err().to_string()
}

/// Codes of the findings of a file that can be counted, and how many ballots were set aside.
fn noticed(text: &str) -> (Vec<&'static str>, u64) {
    let reading = read(text).unwrap_or_else(|error| panic!("{error}"));
    (
        reading
            .findings
            .iter()
            .map(|finding| finding.kind.code())
            .collect(),
        reading.invalid,
    )
}

#[test]
fn errors_name_line_column_and_cure() {
    let cases = [
        (
            GOOD.replace("budget;100", "budget;99.50"),
            "line 3, column 2: the budget has a fraction",
        ),
        (
            GOOD.replace("budget;100", "budget;1,000"),
            "line 3, column 2: the budget is not a number: `1,000`",
        ),
        (
            GOOD.replace("budget;100", "budget;100.000"),
            "the budget is not a number: `100.000`",
        ),
        (
            GOOD.replace("budget;100", "budget;1 000"),
            "the budget is not a number: `1 000`",
        ),
        (
            GOOD.replace("1;40;A", "1;40.5;A"),
            "line 7, column 2: the cost has a fraction",
        ),
        (
            GOOD.replace("1;40;A", "1;-40;A"),
            "line 7, column 2: the cost is negative",
        ),
        (
            GOOD.replace("1;40;A", "1;4o;A"),
            "line 7, column 2: the cost is not a number",
        ),
        (
            GOOD.replace("1;40;A", "1;;A"),
            "line 7, column 2: the cost is not a number",
        ),
        (
            GOOD.replace("1;40;A", "1;99999999999999999999;A"),
            "line 7, column 2: the cost is too large",
        ),
        (
            GOOD.replace("2;70;B", "1;70;B"),
            "line 8, column 1: project `1` is listed twice",
        ),
        (
            GOOD.replace("2;70;B", ";70;B"),
            "line 8, column 1: a project has no id",
        ),
        (
            GOOD.replace("2;70;B", "\"2,3\";70;B"),
            "line 8, column 1: project id `2,3` contains a comma",
        ),
        (
            GOOD.replace("approval", "knapsack"),
            "line 4, column 2: `knapsack` is not a vote type",
        ),
        (
            GOOD.replace("approval", "cumulative"),
            "section VOTES has no column `points`",
        ),
        (GOOD.replace("budget;100\n", ""), "META has no `budget`"),
        (
            GOOD.replace("budget;100", "budget;100\nbudget;200"),
            "line 4, column 1: META has `budget` twice",
        ),
        (
            GOOD.replace("project_id;cost", "id;cost"),
            "section PROJECTS has no column `project_id`",
        ),
        (
            GOOD.replace("voter_id;vote\n", "voter_id;vote;vote\n"),
            "column `vote` is named twice",
        ),
        (
            GOOD.replace("key;value\n", ""),
            "section META has no line that names its columns",
        ),
        (GOOD.replace("1;40;A\n2;70;B\n", ""), "there are no projects"),
        (GOOD.replace("a;1,2\nb;1\n", ""), "there is no valid ballot"),
        (
            GOOD.replace("a;1,2\nb;1\n", "a;9\nb;\n"),
            "there is no valid ballot (2 invalid)",
        ),
        (GOOD[..40].to_owned(), "section PROJECTS is missing"),
        (GOOD[..75].to_owned(), "section VOTES is missing"),
        (String::new(), "the file is empty"),
        ("\n\n".into(), "the file is empty"),
        (
            format!("hello\n{GOOD}"),
            "line 1, column 1: text before the first section",
        ),
        (GOOD.replace("VOTES", "META"), "section META comes a second time"),
        (GOOD.replace("1;40;A", "1;40;\"A"), "a quoted cell is not closed"),
    ];
    for (text, expected) in cases {
        let error = error(&text);
        assert!(error.contains(expected), "{error}\nexpected: {expected}");
        assert!(error.contains("What to do: "), "{error}");
    }
}

#[test]
fn wrong_encodings_are_errors_that_say_what_to_do() {
    let latin = [GOOD.as_bytes(), b"c;1;\xE9\n"].concat();
    let error = pb::read(latin.as_slice()).unwrap_err().to_string();
    assert!(
        error.contains("not UTF-8") && error.contains("0xE9") && error.contains("save the file as UTF-8")
    );
    let wide: Vec<u8> = [0xFF, 0xFE]
        .into_iter()
        .chain(GOOD.bytes().flat_map(|byte| [byte, 0]))
        .collect();
    assert!(
        pb::read(wide.as_slice())
            .unwrap_err()
            .to_string()
            .contains("UTF-16")
    );
}

#[test]
fn a_line_of_twenty_megabytes_is_an_error_and_not_a_full_memory() {
    let long = format!("{GOOD}c;{}\n", "1,".repeat(10_000_000));
    let error = error(&long);
    assert!(
        error.contains("line 13") && error.contains("longer than 1048576 bytes"),
        "{error}"
    );
}

#[test]
fn a_cut_off_file_is_told_by_its_counts() {
    let said = GOOD.replace("budget;100", "budget;100\nnum_votes;5\nnum_projects;2");
    let reading = read(&said).unwrap();
    let problem = reading.incomplete.unwrap().to_string();
    assert_eq!(problem, "META says 5 ballots, the file holds 2");
    assert!(
        read(&GOOD.replace("budget;100", "budget;100\nnum_votes;2"))
            .unwrap()
            .incomplete
            .is_none()
    );
    assert!(
        read(&GOOD.replace("budget;100", "budget;100\nnum_projects;3"))
            .unwrap()
            .incomplete
            .is_some()
    );
}

#[test]
fn faulty_ballots_are_set_aside_counted_and_listed() {
    let with = |ballot: &str, meta: &str| noticed(&format!("{}{ballot}\n", GOOD.replace("budget;100", meta)));
    assert_eq!(with("c;1,7", "budget;100"), (vec!["unknown-project"], 1));
    assert_eq!(with("a;1", "budget;100"), (vec!["ballot-twice"], 1));
    assert_eq!(with("c;", "budget;100"), (vec!["empty-ballot"], 1));
    assert_eq!(with(";1", "budget;100"), (vec!["ballot-without-id"], 1));
    assert_eq!(
        with("c;2", "budget;100\nmax_length;1"),
        (vec!["too-many-marks"], 1)
    );
    assert_eq!(
        with("c;2", "budget;100\nmax_sum_cost;80"),
        (vec!["ballot-too-dear"], 1)
    );
    let (codes, invalid) = with("c;1,2", "budget;100\nmin_length;2");
    assert_eq!((codes, invalid), (vec!["too-few-marks"], 1));
}

#[test]
fn faulty_points_set_a_ballot_aside() {
    let pointed = |ballot: &str, meta: &str| {
        let text = text(
            "cumulative",
            ";points",
            100,
            &[("1", 40), ("2", 70)],
            &["1;3", ballot],
        );
        noticed(&text.replace("budget;100", meta))
    };
    assert_eq!(pointed("1,2;3", "budget;100").0[0], "points-missing");
    assert_eq!(pointed("1;1.5", "budget;100").0[0], "points-not-whole");
    assert_eq!(pointed("1;-1", "budget;100").0[0], "points-out-of-range");
    assert_eq!(
        pointed("1;4", "budget;100\nmax_points;3").0[0],
        "points-out-of-range"
    );
    assert_eq!(
        pointed("1,2;2,2", "budget;100\nmax_sum_points;3").0[0],
        "points-sum"
    );
}

#[test]
fn what_else_stands_in_files_is_treated_as_documented() {
    let counted = |text: String| {
        let reading = read(&text).unwrap_or_else(|error| panic!("{error}"));
        let codes: Vec<&str> = reading
            .findings
            .iter()
            .map(|finding| finding.kind.code())
            .collect();
        (reading.election.ballots.len(), reading.invalid, codes.join(" "))
    };
    let meta = |more: &str| GOOD.replace("budget;100", &format!("budget;100\n{more}"));
    let plain = (2, 0, String::new());
    // Keys that do not concern the kind of ballot, or that nobody knows, change nothing.
    assert_eq!(
        counted(meta("min_sum_points;3\nvote_length;2\ncategories;a,b\nsubunit;")),
        plain
    );
    assert_eq!(counted(meta("comment;#1: a; b")), plain);
    assert_eq!(
        counted(GOOD.replace("project_id;cost;name", "Project_ID;Cost;Name")),
        plain
    );
    assert_eq!(counted(GOOD.replace("a;1,2", "\"a\"; 1,2 ;")), plain);
    assert_eq!(counted(GOOD.replace("a;1,2", "a;1,2,")).2, "blank-in-list");
    assert_eq!(counted(meta("num_votes;1")).2, "count-differs");
    // A section that the format does not know is read as ballots, which are set aside and listed.
    assert_eq!(
        counted(format!("{GOOD}NOTES\nx;y\n")),
        (2, 2, "empty-ballot unknown-project".into())
    );
    // A ballot with more than one mark where one is allowed.
    assert_eq!(counted(GOOD.replace("approval", "choose-1")).1, 1);
}

#[test]
fn a_project_marked_twice_counts_once() {
    let reading = read(&GOOD.replace("b;1\n", "b;1,1,1\n")).unwrap();
    assert_eq!(reading.election.votes(), [2, 1]);
    assert_eq!(
        (reading.findings[0].kind.code(), reading.invalid, reading.found),
        ("mark-twice", 0, 2)
    );
}

#[test]
fn odd_elections_are_counted_and_noticed() {
    assert!(
        noticed(&GOOD.replace("2;70;B", "2;700;B"))
            .0
            .contains(&"above-budget")
    );
    assert!(
        noticed(&GOOD.replace("2;70;B", "2;0;B"))
            .0
            .contains(&"free-project")
    );
    assert!(
        noticed(&GOOD.replace("budget;100", "budget;5"))
            .0
            .contains(&"nothing-fits")
    );
    assert!(
        noticed(&GOOD.replace("budget;100", "budget;500"))
            .0
            .contains(&"everything-fits")
    );
    assert!(
        noticed(&GOOD.replace("1;40;A", "1;40;A;B"))
            .0
            .contains(&"extra-cells")
    );
    let nothing = crate::election(&GOOD.replace("budget;100", "budget;5"));
    for rule in kapok_budget::PRESETS
        .iter()
        .filter_map(|name| kapok_budget::preset(name))
    {
        let out = crate::outcome(&nothing, &rule);
        assert!(out.winners.is_empty(), "{}", rule.name);
    }
    let no_money = crate::election(&GOOD.replace("budget;100", "budget;0"));
    assert!(
        crate::outcome(&no_money, &kapok_budget::preset("kapok").unwrap())
            .winners
            .is_empty()
    );
}

#[test]
fn line_ends_marks_of_order_and_quotes_as_found_in_the_wild() {
    let plain = read(GOOD).unwrap().election;
    for text in [
        GOOD.replace('\n', "\r\n"),
        GOOD.replace('\n', "\r"),
        format!("\u{feff}{GOOD}"),
        GOOD.replace('\n', "\n\n"),
        GOOD.replace("1;40;A", "1;40.00;\"A\""),
        GOOD.replace("a;1,2", "a;\"1, 2\""),
        GOOD.replace("META", "Meta").replace("VOTES", "votes;"),
        GOOD.trim_end().to_owned(),
    ] {
        let other = read(&text)
            .unwrap_or_else(|error| panic!("{error}\n{text:?}"))
            .election;
        assert_eq!(
            (&other.projects, &other.ballots),
            (&plain.projects, &plain.ballots),
            "{text:?}"
        );
    }
    let quoted = GOOD
        .replace("1;40;A", "1;40;\"A \"\"B\"\"; C\nD\"")
        .replace("2;70;B", "2;70;5\" pipes");
    let e = read(&quoted).unwrap().election;
    assert_eq!(
        (e.projects[0].name(), e.projects[1].name()),
        ("A \"B\"; C\nD", "5\" pipes")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = pb::read(bytes.as_slice());
    }

    #[test]
    fn no_mutation_of_a_good_file_makes_it_panic(
        cuts in proptest::collection::vec((0usize..200, 0usize..20, "[;,\"\n\r0-9a-zA-Z.\\- ]{0,6}"), 1..6)
    ) {
        let mut text = GOOD.replace("approval", "cumulative").replace("voter_id;vote", "voter_id;vote;points");
        for (at, length, put) in cuts {
            let at = at % (text.len() + 1);
            let end = (at + length).min(text.len());
            if text.is_char_boundary(at) && text.is_char_boundary(end) {
                text.replace_range(at..end, &put);
            }
        }
        if let Ok(reading) = read(&text) {
            let rule = kapok_budget::preset("equalshares-tool").unwrap();
            if reading.election.budget < 10_000 {
                let _ = crate::outcome(&reading.election, &rule);
            }
        }
    }
}
