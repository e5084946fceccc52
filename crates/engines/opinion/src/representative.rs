//! Which statements stand for a group, and which are common ground: kapok's rules.
//!
//! A statement stands for a group when the group is on one side of it, more than half, and more so than the others. With
//! hundreds of statements some pass such a test by luck; so of all those that pass, at most 10 % may be false on average
//! (Benjamini and Hochberg's false-discovery control; p is the larger of the two tests').

use serde::Serialize;

use crate::polis::representative::{Compared, compared};
use crate::stats::{above_half, false_discovery, interval, normal_tail, smoothed};
use crate::tally::{Side, Tallies, Tally};

/// The part of the findings that may be false, on average.
pub const RATE: f64 = 0.1;
/// Votes that a group must have on a statement before it is common ground.
pub const FEWEST: u64 = 4;

/// A statement that stands for a group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Representative {
    /// The column.
    #[serde(skip)]
    pub column: usize,
    /// The statement.
    pub id: u32,
    /// On which side the group stands.
    pub side: Side,
    /// What the group said.
    pub inside: Tally,
    /// What all other groups said.
    pub outside: Tally,
    /// Share of the side in the group, from 0 to 1.
    pub share: f64,
    /// Where that share lies with 95 % confidence.
    pub interval: [f64; 2],
    /// Smoothed share in the group over the others'.
    pub ratio: f64,
    /// The probability of so much by chance.
    pub p: f64,
}

/// Statements per group, strongest first.
pub fn lists(tallies: &Tallies, statements: &[u32], columns: &[usize]) -> Vec<Vec<Representative>> {
    let groups = tallies.groups.len();
    let mut lists = vec![Vec::new(); groups];
    if groups < 2 {
        return lists;
    }
    let mut candidates: Vec<(usize, Compared, Side, f64)> = Vec::new();
    let mut tests = 0;
    for group in 0..groups {
        for column in columns {
            let here = compared(tallies, group, *column);
            for side in [Side::Agree, Side::Disagree] {
                tests += 1;
                let weaker = here.ratio_test(side).min(here.share_test(side));
                if weaker > 0.0 {
                    candidates.push((group, here, side, normal_tail(weaker)));
                }
            }
        }
    }
    let p_values: Vec<f64> = candidates.iter().map(|candidate| candidate.3).collect();
    let kept = false_discovery(&p_values, tests, RATE);
    for ((group, here, side, p), _) in candidates.iter().zip(kept).filter(|(_, kept)| *kept) {
        lists[*group].push(entry(here, *side, *p, statements));
    }
    for list in &mut lists {
        list.sort_by(|left, right| left.p.total_cmp(&right.p).then(left.id.cmp(&right.id)));
    }
    lists
}

fn entry(here: &Compared, side: Side, p: f64, statements: &[u32]) -> Representative {
    let inside = here.inside;
    Representative {
        column: here.column,
        id: statements[here.column],
        side,
        inside,
        outside: here.outside,
        share: crate::stats::count(inside.on(side)) / crate::stats::count(inside.seen.max(1)),
        interval: interval(inside.on(side), inside.seen),
        ratio: here.ratio(side),
        p,
    }
}

/// A statement on whose side all groups are.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Common {
    /// The column.
    #[serde(skip)]
    pub column: usize,
    /// The statement.
    pub id: u32,
    /// On which side everyone is.
    pub side: Side,
    /// What those in groups said together.
    pub together: Tally,
    /// Share of the side, from 0 to 1.
    pub share: f64,
    /// The smallest smoothed share in a group: the list is in this order.
    pub least: f64,
    /// The group in which it is smallest.
    pub least_group: usize,
    /// The probability that less than half of all people like these are on this side.
    pub p: f64,
}

/// Statements on which more than half of every group is on the same side, with false-discovery control; strongest first.
pub fn common_ground(tallies: &Tallies, statements: &[u32], columns: &[usize]) -> Vec<Common> {
    let mut found = Vec::new();
    for column in columns {
        for side in [Side::Agree, Side::Disagree] {
            if let Some(common) = common(tallies, statements, *column, side) {
                found.push(common);
            }
        }
    }
    let p_values: Vec<f64> = found.iter().map(|common| common.p).collect();
    let kept = false_discovery(&p_values, columns.len() * 2, RATE);
    let mut list: Vec<Common> = found
        .into_iter()
        .zip(kept)
        .filter(|(_, kept)| *kept)
        .map(|(common, _)| common)
        .collect();
    list.sort_by(|left, right| right.least.total_cmp(&left.least).then(left.id.cmp(&right.id)));
    list
}

fn common(tallies: &Tallies, statements: &[u32], column: usize, side: Side) -> Option<Common> {
    let share = |tally: Tally| smoothed(tally.on(side), tally.seen);
    let groups = tallies.groups.iter().map(|group| group[column]);
    let mut least = (f64::INFINITY, 0);
    for (group, tally) in groups.enumerate() {
        if tally.seen < FEWEST || tally.on(side) * 2 <= tally.seen {
            return None;
        }
        if share(tally) < least.0 {
            least = (share(tally), group);
        }
    }
    let together = tallies.grouped(column);
    let test = above_half(together.on(side), together.seen);
    (least.0.is_finite() && test > 0.0).then(|| Common {
        column,
        id: statements[column],
        side,
        together,
        share: crate::stats::count(together.on(side)) / crate::stats::count(together.seen.max(1)),
        least: least.0,
        least_group: least.1,
        p: normal_tail(test),
    })
}
