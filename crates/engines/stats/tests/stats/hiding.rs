//! Hidden counts stay hidden: checked by trying to find another table that looks the same.

use kapok_stats::*;
use proptest::prelude::*;

/// Whether every hidden number has another possible value, found by trying all changes of -1, 0 and 1
/// to the hidden counts. Independent of the method used.
fn cannot_be_worked_out(cells: &[Vec<i64>], shown: &Suppressed) -> bool {
    let (rows, columns) = (cells.len(), cells[0].len());
    let free: Vec<(usize, usize)> = (0..rows)
        .flat_map(|r| (0..columns).map(move |c| (r, c)))
        .filter(|&(r, c)| shown.cells[r][c] == Shown::Hidden)
        .collect();
    let mut safe = vec![vec![false; columns + 1]; rows + 1];
    for code in 0..3usize.pow(free.len() as u32) {
        let mut change = vec![vec![0i64; columns + 1]; rows + 1];
        let mut rest = code;
        for &(r, c) in &free {
            let step = (rest % 3) as i64 - 1;
            rest /= 3;
            change[r][c] = step;
            change[r][columns] += step;
            change[rows][c] += step;
            change[rows][columns] += step;
        }
        let stays = |at: Shown, change: i64| change == 0 || at == Shown::Hidden;
        let agrees = free.iter().all(|&(r, c)| cells[r][c] + change[r][c] >= 0)
            && (0..rows).all(|r| stays(shown.row_totals[r], change[r][columns]))
            && (0..columns).all(|c| stays(shown.column_totals[c], change[rows][c]))
            && stays(shown.total, change[rows][columns]);
        if agrees {
            for (safe, change) in safe.iter_mut().flatten().zip(change.iter().flatten()) {
                *safe |= *change != 0;
            }
        }
    }
    let fine = |at: Shown, safe: bool| at != Shown::Hidden || safe;
    (0..rows).all(|r| {
        (0..columns).all(|c| fine(shown.cells[r][c], safe[r][c]))
            && fine(shown.row_totals[r], safe[r][columns])
    }) && (0..columns).all(|c| fine(shown.column_totals[c], safe[rows][c]))
        && fine(shown.total, safe[rows][columns])
}

fn text(shown: &[Shown]) -> String {
    let one = |s: &Shown| match s {
        Shown::Count(count) => count.to_string(),
        Shown::Hidden => "x".to_owned(),
    };
    shown.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn lines(cells: &[Vec<i64>]) -> Vec<String> {
    let shown = suppress_small(cells, 5).expect("a table");
    assert!(cannot_be_worked_out(cells, &shown), "{shown:?}");
    let mut lines: Vec<String> = shown
        .cells
        .iter()
        .zip(&shown.row_totals)
        .map(|(row, total)| format!("{} | {}", text(row), text(&[*total])))
        .collect();
    lines.push(format!(
        "{} | {}",
        text(&shown.column_totals),
        text(&[shown.total])
    ));
    lines
}

#[test]
fn tables_hide_the_small_and_what_gives_them_away() {
    assert_eq!(
        lines(&[vec![10, 20], vec![0, 7]]),
        ["10 20 | 30", "0 7 | 7", "10 27 | 37"]
    );
    // 3 is small; 6 beside it, 12 below and 20 across are the cheapest to keep it company.
    assert_eq!(
        lines(&[vec![3, 6, 30], vec![12, 20, 40], vec![50, 60, 70]]),
        ["x x 30 | 39", "x x 40 | 72", "50 60 70 | 180", "65 86 140 | 291"]
    );
    // Two small ones in one row and column pair need two more, not six.
    assert_eq!(
        lines(&[vec![3, 9], vec![8, 4]]),
        ["x x | 12", "x x | 12", "11 13 | 24"]
    );
    // With zeros everywhere else the totals must go.
    assert_eq!(
        lines(&[vec![2, 0], vec![0, 0]]).last().map(String::as_str),
        Some("x 0 | x")
    );
}

#[test]
fn what_is_no_table_gives_nothing() {
    for cells in [
        vec![],
        vec![vec![]],
        vec![vec![1], vec![1, 2]],
        vec![vec![-1]],
        vec![vec![i64::MAX, 1]],
    ] {
        assert_eq!(suppress_small(&cells, 5), None, "{cells:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn no_hidden_count_can_be_worked_out((rows, columns) in (1usize..4, 1usize..4), pool in prop::collection::vec(0i64..14, 9), k in 2i64..7) {
        let cells: Vec<Vec<i64>> = (0..rows).map(|r| pool[r * columns..(r + 1) * columns].to_vec()).collect();
        let shown = suppress_small(&cells, k).expect("a table");
        for (row, public) in cells.iter().zip(&shown.cells) {
            for (&value, &at) in row.iter().zip(public) {
                prop_assert!(at == Shown::Hidden || at == Shown::Count(value) && !(1..k).contains(&value));
            }
        }
        prop_assert!(cannot_be_worked_out(&cells, &shown), "{cells:?} {shown:?}");
        prop_assert_eq!(&shown, &suppress_small(&cells, k).expect("a table"));
    }
}
