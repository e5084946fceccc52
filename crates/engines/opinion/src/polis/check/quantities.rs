//! Each quantity beside the export's.

use std::collections::BTreeSet;

use super::{Ours, Row};
use crate::place;
use crate::polis::export::{Math, Repness};
use crate::polis::{consensus, priority, representative};
use crate::tally::{Side, Tallies};
use crate::votes::Votes;

fn row(quantity: &'static str, differences: &[f64], tolerance: f64) -> Row {
    // A difference that is no number must not pass for a small one.
    let largest = differences
        .iter()
        .fold(0.0f64, |most, here| if *here <= most { most } else { *here });
    Row {
        quantity,
        compared: differences.len(),
        largest_difference: (!differences.is_empty()).then_some(largest),
        tolerance,
        passed: differences.is_empty() || largest <= tolerance,
        remark: differences.is_empty().then(|| "not in the export".to_owned()),
    }
}

/// A row that counts entries which differ.
fn counted(quantity: &'static str, compared: usize, differ: usize) -> Row {
    Row {
        quantity,
        compared,
        largest_difference: (compared > 0).then(|| crate::centred::number(differ)),
        tolerance: 0.0,
        passed: differ == 0,
        remark: (compared == 0).then(|| "not in the export".to_owned()),
    }
}

pub(super) fn vote_counts(votes: &Votes, math: &Math, notes: &mut Vec<String>) -> Row {
    let (mut differ, mut lost) = (0, 0u64);
    for (id, theirs) in &math.user_vote_counts {
        let row = id.parse().ok().and_then(|id| votes.row_of(id));
        let ours = row.map_or(0, |row| votes.row_len(row) as u64);
        differ += usize::from(ours != *theirs);
        lost += theirs.saturating_sub(ours);
    }
    if lost > 0 {
        notes.push(format!(
            "{lost} votes of {differ} participants that the export counts are not in the file of votes; what depends on them \
             cannot agree"
        ));
    }
    counted("votes per participant", math.user_vote_counts.len(), differ)
}

pub(super) fn means(ours: &Ours, math: &Math) -> Row {
    let pairs = ours.order.iter().zip(&math.pca.center);
    let differences: Vec<f64> = pairs
        .map(|(column, theirs)| (ours.means[*column] + theirs).abs())
        .collect();
    row("column means", &differences, 1e-9)
}

pub(super) fn directions(ours: &Ours, math: &Math) -> Row {
    let mut differences = Vec::new();
    for (direction, theirs) in ours.directions.iter().zip(&math.pca.comps) {
        differences.extend(
            ours.order
                .iter()
                .zip(theirs)
                .map(|(column, entry)| (direction[*column] + entry).abs()),
        );
    }
    row("components", &differences, 1e-9)
}

pub(super) fn projections(ours: &Ours, votes: &Votes, math: &Math) -> Row {
    let bases = &math.base_clusters;
    let mut differences = Vec::new();
    for (members, (x, y)) in bases.members.iter().zip(bases.x.iter().zip(&bases.y)) {
        let rows: Vec<usize> = members.iter().filter_map(|id| votes.row_of(*id)).collect();
        if rows.len() < members.len() {
            differences.push(f64::INFINITY);
            continue;
        }
        let mean = |axis: usize| {
            rows.iter().map(|row| ours.people[*row][axis]).sum::<f64>() / crate::centred::number(rows.len())
        };
        differences.extend([(mean(0) - x).abs(), (mean(1) - y).abs()]);
    }
    row("projections (centres of small clusters)", &differences, 1e-9)
}

pub(super) fn statement_places(ours: &Ours, math: &Math) -> Row {
    let mut differences = Vec::new();
    for (axis, theirs) in math.pca.comment_projection.iter().take(2).enumerate() {
        differences.extend(
            ours.order
                .iter()
                .zip(theirs)
                .map(|(column, theirs)| (ours.places[*column][axis] - theirs).abs()),
        );
    }
    row("statement projections", &differences, 1e-9)
}

pub(super) fn extremities(ours: &Ours, math: &Math) -> Row {
    let pairs = ours.order.iter().zip(&math.pca.comment_extremity);
    let differences: Vec<f64> = pairs
        .map(|(column, theirs)| (place::extremity(ours.places[*column]) - theirs).abs())
        .collect();
    row("extremity", &differences, 1e-9)
}

pub(super) fn base_votes(votes: &Votes, math: &Math) -> Row {
    let bases = &math.base_clusters;
    let mut base_of = vec![None; votes.participants().len()];
    for (at, members) in bases.members.iter().enumerate() {
        members
            .iter()
            .filter_map(|id| votes.row_of(*id))
            .for_each(|row| base_of[row] = Some(at));
    }
    let tallies = Tallies::count(votes, &base_of, bases.id.len());
    let (mut compared, mut differ) = (0, 0);
    for (id, theirs) in &math.votes_base {
        let Some(column) = id.parse().ok().and_then(|id| votes.column_of(id)) else {
            (compared, differ) = (compared + 1, differ + 1);
            continue;
        };
        for base in 0..bases.id.len() {
            let ours = tallies.groups[base][column];
            let at = |list: &[u64]| list.get(base).copied();
            let theirs = (at(&theirs.a), at(&theirs.d), at(&theirs.s));
            compared += 1;
            differ += usize::from((Some(ours.agree), Some(ours.disagree), Some(ours.seen)) != theirs);
        }
    }
    counted("votes by small cluster", compared, differ)
}

pub(super) fn group_votes(ours: &Ours, math: &Math) -> Row {
    let (mut compared, mut differ) = (0, 0);
    for (at, id) in ours.group_ids.iter().enumerate() {
        let Some(theirs) = math.group_votes.get(&id.to_string()) else {
            continue;
        };
        for (column, statement) in ours.statements.iter().enumerate() {
            let Some(theirs) = theirs.votes.get(&statement.to_string()) else {
                continue;
            };
            let tally = ours.tallies.groups[at][column];
            compared += 1;
            differ +=
                usize::from((tally.agree, tally.disagree, tally.seen) != (theirs.a, theirs.d, theirs.s));
        }
    }
    counted("group votes", compared, differ)
}

/// Representative statements: the lists entry by entry, then the numbers in them.
pub(super) fn lists(ours: &Ours, math: &Math) -> [Row; 2] {
    let lists = representative::lists(&ours.tallies, &ours.statements, &ours.listed());
    let (mut compared, mut differ, mut numbers) = (0, 0, Vec::new());
    for (id, ours) in ours.group_ids.iter().zip(lists) {
        let Some(theirs) = math.repness.get(&id.to_string()) else {
            continue;
        };
        compared += ours.len().max(theirs.len());
        differ += ours.len().abs_diff(theirs.len());
        for (here, there) in ours.iter().zip(theirs) {
            differ += usize::from(!same(here, there));
            numbers.extend([
                (here.share - there.p_success).abs(),
                (here.share_test - there.p_test).abs(),
                (here.ratio - there.repness).abs(),
                // The export holds this one in single precision.
                (here.ratio_test - there.repness_test).abs() / here.ratio_test.abs().max(1.0) * 1e-3,
            ]);
        }
    }
    [
        counted("representative lists (entries out of place)", compared, differ),
        row("representative figures", &numbers, 1e-9),
    ]
}

fn same(ours: &representative::Representative, theirs: &Repness) -> bool {
    let side = if theirs.repful_for == "agree" {
        Side::Agree
    } else {
        Side::Disagree
    };
    (ours.id, ours.side, ours.votes, ours.seen, ours.best_agree)
        == (
            theirs.tid,
            side,
            theirs.n_success,
            theirs.n_trials,
            theirs.best_agree,
        )
}

pub(super) fn consensus_lists(ours: &Ours, math: &Math) -> [Row; 2] {
    let (mut compared, mut differ, mut numbers) = (0, 0, Vec::new());
    let sides = [
        (Side::Agree, &math.consensus.agree),
        (Side::Disagree, &math.consensus.disagree),
    ];
    for (side, theirs) in sides {
        let list = consensus::list(&ours.tallies.everyone, &ours.statements, &ours.listed(), side);
        compared += list.len().max(theirs.len());
        differ += list.len().abs_diff(theirs.len());
        for (here, there) in list.iter().zip(theirs) {
            differ +=
                usize::from((here.id, here.votes, here.seen) != (there.tid, there.n_success, there.n_trials));
            numbers.extend([
                (here.share - there.p_success).abs(),
                (here.test - there.p_test).abs(),
            ]);
        }
    }
    [
        counted("consensus lists (entries out of place)", compared, differ),
        row("consensus figures", &numbers, 1e-9),
    ]
}

pub(super) fn group_informed(ours: &Ours, math: &Math) -> Row {
    let mut differences = Vec::new();
    for (column, id) in ours.statements.iter().enumerate() {
        if let Some(theirs) = math.group_aware_consensus.get(&id.to_string()) {
            differences.push((consensus::group_informed(&ours.tallies, column) - theirs).abs());
        }
    }
    row("group-informed consensus", &differences, 1e-12)
}

/// From March 2025 for about 16 months a slip in Polis gave every statement the priority of a meta statement: such exports
/// are recognised, and say nothing about the formula.
pub(super) fn priorities(ours: &Ours, math: &Math) -> Row {
    const QUANTITY: &str = "priorities";
    let meta: BTreeSet<u32> = math.meta_tids.iter().flatten().copied().collect();
    let theirs = &math.comment_priorities;
    let defect = theirs.len() > meta.len()
        && theirs
            .values()
            .all(|value| (*value - priority::META).abs() < 1e-12);
    if defect {
        let mut row = row(QUANTITY, &[], 1e-9);
        row.compared = theirs.len();
        row.remark = Some("all are 49: the export has the known slip of 2025-2026; not compared".to_owned());
        return row;
    }
    let mut differences = Vec::new();
    for (column, id) in ours.statements.iter().enumerate() {
        if let Some(theirs) = theirs.get(&id.to_string()) {
            let ours = if meta.contains(id) {
                priority::META
            } else {
                priority::priority(
                    ours.tallies.grouped(column),
                    place::extremity(ours.places[column]),
                )
            };
            differences.push((ours - theirs).abs());
        }
    }
    row(QUANTITY, &differences, 1e-9)
}
