//! Files that are wrong get an error that names file, row and column; no file makes the readers panic.

use kapok_jury::assign::{check_conflicts, read_conflicts, read_entries, read_reviewers};
use kapok_jury::choose::{read_limits, read_pool};
use kapok_jury::rank::{Form, Unlisted, read_ballots};
use kapok_jury::score::{Layout, read_scores, read_weights};
use kapok_jury::{Fault, InputError};
use proptest::prelude::*;

/// Where and what: file, row, column, code.
fn place(error: &InputError) -> (&str, Option<u64>, Option<&str>, &'static str) {
    (
        &error.file,
        error.row,
        error.column.as_deref(),
        error.fault.code(),
    )
}

fn scores_error(csv: &str, layout: &Layout) -> InputError {
    read_scores("scores.csv", csv.as_bytes(), layout).unwrap_err()
}

#[test]
fn wrong_scores_are_named() {
    let plain = Layout {
        range: Some((0.0, 10.0)),
        ..Layout::default()
    };
    for (csv, row, column, code) in [
        (
            "reviewer,entry,score\nR1,E1,5\nR1,E2,11\n",
            3,
            "score",
            "out_of_range",
        ),
        ("reviewer,entry,score\nR1,E1,\n", 2, "score", "missing_cell"),
        ("reviewer,entry,score\nR1,,5\n", 2, "entry", "missing_cell"),
        ("reviewer,entry,score\nR1,E1,five\n", 2, "score", "not_a_number"),
        (
            "reviewer,entry,score\nR1,E1,5\nR2,E1,5\nR1,E1,6\n",
            4,
            "reviewer",
            "duplicate_pair",
        ),
        ("reviewer,entry,score\nE1,E1,5\n", 2, "reviewer", "own_entry"),
        (
            "reviewer,entry,criterion,score\nR1,E1,a,5\nR1,E1,b,5\nR2,E1,a,5\n",
            4,
            "criterion",
            "no_score",
        ),
        ("reviewer,entry,a,b\nR1,E1,5,\n", 2, "b", "missing_cell"),
    ] {
        let error = scores_error(csv, &plain);
        assert_eq!(
            place(&error),
            ("scores.csv", Some(row), Some(column), code),
            "{error}"
        );
    }
    let by_author = Layout {
        authors: vec![("E1".to_owned(), "R9".to_owned())],
        ..Layout::default()
    };
    let error = scores_error("reviewer,entry,score\nR9,E1,5\n", &by_author);
    assert_eq!(
        place(&error),
        ("scores.csv", Some(2), Some("reviewer"), "own_entry")
    );
    assert_eq!(
        error.to_string(),
        "scores.csv, row 2, column reviewer: \"R9\" is an author of \"E1\" and must not review it. Remove the row or give the entry another reviewer."
    );
    assert_eq!(*scores_error("", &plain).fault, Fault::Empty);
    assert_eq!(
        scores_error("reviewer,entry,score\n", &plain).fault.code(),
        "no_rows"
    );
    assert_eq!(
        scores_error("reviewer,score\nR1,5\n", &plain).fault.code(),
        "no_column"
    );
    assert_eq!(
        scores_error("reviewer,entry,score\nR1,E1\n", &plain).fault.code(),
        "ragged"
    );
    assert_eq!(
        scores_error("reviewer,entry,entry,score\nR1,E1,E1,5\n", &plain)
            .fault
            .code(),
        "column_twice"
    );
    assert_eq!(
        read_scores("s.csv", &b"reviewer,entry,score\n\xff,E1,5\n"[..], &plain)
            .unwrap_err()
            .row,
        Some(2)
    );
    let error = read_weights("w.csv", &b"criterion,weight\na,1\nb,0\n"[..]).unwrap_err();
    assert_eq!(place(&error), ("w.csv", Some(3), Some("weight"), "weight"));
}

#[test]
fn wrong_people_and_conflicts_are_named() {
    let error = read_entries("e.csv", &b"id,country\nE1,Peru\nE1,Chile\n"[..]).unwrap_err();
    assert_eq!(place(&error), ("e.csv", Some(3), Some("id"), "duplicate_id"));
    let error = read_reviewers("r.csv", &b"id,max_load\nR1,many\n"[..]).unwrap_err();
    assert_eq!(place(&error), ("r.csv", Some(2), Some("max_load"), "not_a_count"));
    assert_eq!(
        read_entries("e.csv", &b"id,country\n"[..])
            .unwrap_err()
            .fault
            .code(),
        "no_rows"
    );
    let mut entries = read_entries("e.csv", &b"id\nE1\n"[..]).unwrap();
    let reviewers = read_reviewers("r.csv", &b"id,conflicts\nReviewer1,E2\n"[..]).unwrap();
    let error = read_conflicts(
        "c.csv",
        &b"entry,reviewer\nE1,Reviever1\n"[..],
        &mut entries,
        &reviewers,
    )
    .unwrap_err();
    assert_eq!(
        place(&error),
        ("c.csv", Some(2), Some("reviewer"), "unknown_value")
    );
    assert!(
        error.to_string().contains("did you mean \"Reviewer1\"?"),
        "{error}"
    );
    let error = check_conflicts(("e.csv", &entries), ("r.csv", &reviewers)).unwrap_err();
    assert_eq!(
        place(&error),
        ("r.csv", Some(2), Some("conflicts"), "unknown_value")
    );
}

#[test]
fn wrong_limits_are_named() {
    let pool = read_pool(
        "p.csv",
        &b"id,score,region\nE1,5,Asia\nE2,4,Africa\nE3,3,Africa\n"[..],
        None,
        true,
    )
    .unwrap();
    for (csv, row, column, code) in [
        (
            "category,feature,min,max\nregion,Asie,1,2\n",
            2,
            "feature",
            "no_entry_with",
        ),
        (
            "category,feature,min,max\nregio,Asia,1,2\n",
            2,
            "category",
            "unknown_value",
        ),
        (
            "category,name,min,max\nregion,Asia,2,1\n",
            2,
            "min",
            "min_above_max",
        ),
        (
            "feature,value,min,max\nregion,Asia,1,2\nregion,Africa,2,2\n",
            3,
            "min",
            "minima_above_seats",
        ),
        (
            "category,feature,min,max\nregion,Asia,1,2\nregion,asia,1,2\n",
            3,
            "feature",
            "duplicate_id",
        ),
        (
            "category,feature,min,max\nregion,Asia,one,2\n",
            2,
            "min",
            "not_a_count",
        ),
    ] {
        let error = read_limits("l.csv", csv.as_bytes(), &pool, 2).unwrap_err();
        assert_eq!(place(&error), ("l.csv", Some(row), Some(column), code), "{error}");
    }
    let error = read_pool("p.csv", &b"id,score\nE1,\n"[..], None, true).unwrap_err();
    assert_eq!(place(&error), ("p.csv", Some(2), Some("score"), "missing_cell"));
    assert_eq!(
        read_pool("p.csv", &b"id,score\n"[..], None, true)
            .unwrap_err()
            .fault
            .code(),
        "no_rows"
    );
}

#[test]
fn wrong_ballots_are_named() {
    let read =
        |csv: &str, form: &Form| read_ballots("b.csv", csv.as_bytes(), form, Unlisted::Last).unwrap_err();
    let grades = Form::Grades(vec!["good".to_owned(), "poor".to_owned()]);
    for (csv, form, row, column, code) in [
        (
            "ballot\nA > B > A\n",
            &Form::Ranks,
            2,
            "ballot",
            "twice_on_ballot",
        ),
        ("ballot\nA > > B\n", &Form::Ranks, 2, "ballot", "missing_cell"),
        ("voter,A,B\nv,1,x\n", &Form::Ranks, 2, "B", "not_a_rank"),
        ("voter,A,B\nv,good,bad\n", &grades, 2, "B", "not_a_grade"),
        ("voter,A,B\nv,1,maybe\n", &Form::Approvals, 2, "B", "not_yes_no"),
        (
            "voter,entry,rank\nv,A,1\nv,A,2\n",
            &Form::Ranks,
            3,
            "entry",
            "duplicate_pair",
        ),
        ("count,ballot\nmany,A\n", &Form::Ranks, 2, "count", "not_a_count"),
    ] {
        let error = read(csv, form);
        assert_eq!(place(&error), ("b.csv", Some(row), Some(column), code), "{error}");
    }
}

#[test]
fn files_of_spreadsheets_are_read_as_they_are() {
    let csv = "\u{feff}Reviewer ID;Entry;Score\r\nR1;\"E;1\";7,5\r\n\r\nR2;\"E;1\";8\r\n";
    let juries = read_scores("s.csv", csv.as_bytes(), &Layout::default()).unwrap();
    let scores = &juries[0].1;
    assert_eq!(scores.entries, ["E;1"]);
    assert_eq!(
        scores
            .reviews
            .iter()
            .map(|review| review.scores[0])
            .collect::<Vec<_>>(),
        [Some(7.5), Some(8.0)]
    );
    assert_eq!(scores.reviews[1].row, 4);
}

/// Reads bytes with every reader; what matters is that each comes back.
fn read_all(bytes: &[u8]) {
    let _ = read_entries("f", bytes);
    let _ = read_reviewers("f", bytes);
    let _ = read_weights("f", bytes);
    let _ = read_scores("f", bytes, &Layout::default());
    let _ = read_scores(
        "f",
        bytes,
        &Layout {
            allow_missing: true,
            by: vec!["jury".to_owned()],
            ..Layout::default()
        },
    );
    for form in [
        Form::Ranks,
        Form::Grades(Vec::new()),
        Form::Grades(vec!["a".to_owned()]),
        Form::Scores,
        Form::Approvals,
    ] {
        let _ = read_ballots("f", bytes, &form, Unlisted::Last);
    }
    if let Ok(pool) = read_pool("f", bytes, None, true) {
        let _ = read_limits("f", bytes, &pool, 3);
    }
}

#[test]
fn quotes_after_a_space_are_quotes() {
    let csv = "\u{feff}Reviewer ; Entry; Score\r\n \"R1\";007;7,5\r\nR1;E2; 8 \r\n";
    let juries = read_scores("s.csv", csv.as_bytes(), &Layout::default()).unwrap();
    assert_eq!(juries[0].1.reviewers, ["R1"]);
    assert_eq!(juries[0].1.entries, ["007", "E2"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        read_all(&bytes);
    }

    #[test]
    fn files_with_damage_are_read_or_refused(
        base in 0usize..6, cuts in prop::collection::vec((any::<prop::sample::Index>(), prop::sample::select(vec![",", "\n", "\"", ";", "", "0", "-1", "é", ">", "=", "*", "1e999", "nan"])), 1..6),
    ) {
        let files = [
            "id,title,country,score,conflicts\nE1,One,Peru,5,R1;R2\nE2,Two,Chile,4,\n",
            "reviewer,entry,criterion,score\nR1,E1,a,5\nR1,E1,b,6\nR2,E1,a,7\nR2,E1,b,8\n",
            "count,ballot\n3,A > B = C\n2,B\n",
            "voter,A,B\nv1,1,2\nv2,2,1\n",
            "id,score,category,feature,min,max\nE1,5,feature,x,1,2\nE2,4,feature,y,0,1\n",
            "criterion,weight,min,max\na,1,0,10\nb,2,0,5\n",
        ];
        let mut text: Vec<char> = files[base].chars().collect();
        for (at, with) in cuts {
            let at = at.index(text.len().max(1)).min(text.len());
            text.splice(at..(at + 1).min(text.len()), with.chars());
        }
        read_all(text.into_iter().collect::<String>().as_bytes());
    }
}
