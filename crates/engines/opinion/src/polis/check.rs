//! Compares our figures with an export of Polis' production, quantity by quantity, given its own list of those in the
//! conversation and its own groups (both depend on its history and cannot be worked out from the final votes).

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use super::export::{Math, Repness};
use super::{consensus, priority, representative};
use crate::centred::Centred;
use crate::pca::{Precision, components};
use crate::place::{self, Point};
use crate::tally::{Side, Tallies};
use crate::votes::Votes;

/// How far one quantity is from the export.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Row {
    /// Which quantity.
    pub quantity: &'static str,
    /// How many numbers or entries were compared.
    pub compared: usize,
    /// The largest difference; for counts and lists, how many entries differ. Not there when the export has none of it.
    pub largest_difference: Option<f64>,
    /// The largest that is allowed.
    pub tolerance: f64,
    /// Whether it is within.
    pub passed: bool,
    /// What else is to be known.
    pub remark: Option<String>,
}

/// The whole comparison.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// Whether every quantity that the export has is within its tolerance.
    pub passed: bool,
    /// Participants with votes.
    pub participants: usize,
    /// Columns.
    pub statements: usize,
    /// Votes.
    pub votes: usize,
    /// Groups given.
    pub groups: usize,
    /// Quantity by quantity.
    pub quantities: Vec<Row>,
    /// What was noticed: votes turned round, votes missing in the file.
    pub notes: Vec<String>,
}

/// Computes everything from `votes` (agree +1) and compares it with `math` (agree -1).
pub fn check(votes: &Votes, math: &Math) -> Report {
    let (votes, mut notes) = arrange(votes, math);
    let ours = Ours::compute(&votes, math);
    let mut quantities = vec![
        vote_counts(&votes, math, &mut notes),
        means(&ours, math),
        directions(&ours, math),
        projections(&ours, &votes, math),
        statement_places(&ours, math),
        extremities(&ours, math),
        base_votes(&votes, math),
        group_votes(&ours, math),
    ];
    quantities.extend(lists(&ours, math));
    quantities.extend(consensus_lists(&ours, math));
    quantities.push(group_informed(&ours, math));
    quantities.push(priorities(&ours, math));
    Report {
        passed: quantities.iter().all(|row| row.passed),
        participants: votes.participants().len(),
        statements: votes.statements().len(),
        votes: votes.len(),
        groups: ours.group_ids.len(),
        quantities,
        notes,
    }
}

/// Puts the votes into the export's columns, turned round if they carry the database's signs.
fn arrange(votes: &Votes, math: &Math) -> (Votes, Vec<String>) {
    let mut notes = Vec::new();
    let mut ids = math.tids.clone();
    ids.sort_unstable();
    ids.dedup();
    if ids.is_empty() {
        ids = votes.statements().to_vec();
    }
    let (mut votes, left_out) = votes.arranged(&ids);
    if left_out > 0 {
        notes.push(format!("{left_out} votes are on statements that the export does not list, and were left out"));
    }
    let table = Centred::new(&votes);
    let (mut straight, mut turned) = (0.0, 0.0);
    for (column, theirs) in by_column(&votes, math, &math.pca.center) {
        straight += (table.means()[column] + theirs).abs();
        turned += (table.means()[column] - theirs).abs();
    }
    if turned < straight {
        notes.push("the votes use -1 for agree, as the database does; the signs were turned round".to_owned());
        votes = votes.inverted();
    }
    (votes, notes)
}

/// A list of the export by our columns.
fn by_column(votes: &Votes, math: &Math, list: &[f64]) -> Vec<(usize, f64)> {
    let pairs = math.tids.iter().zip(list);
    pairs.filter_map(|(id, value)| Some((votes.column_of(*id)?, *value))).collect()
}

/// Our figures.
struct Ours {
    means: Vec<f64>,
    /// Columns in the export's order.
    order: Vec<usize>,
    left_out: Vec<bool>,
    directions: [Vec<f64>; 2],
    people: Vec<Point>,
    places: Vec<Point>,
    group_ids: Vec<u32>,
    tallies: Tallies,
    statements: Vec<u32>,
}

impl Ours {
    fn compute(votes: &Votes, math: &Math) -> Self {
        let left_out = columns_of(votes, math.mod_out.as_deref().unwrap_or_default());
        let zeroed_votes = votes.passed_over(&left_out);
        let table = Centred::new(&zeroed_votes);
        let mut directions = components(&table, Precision::FULL, None).directions;
        align(&mut directions, votes, &math.tids, &math.pca.comps);
        let zeroed = super::zeroed_seen(votes, &left_out);
        let people = place::participants(&zeroed_votes, &table, &directions, &zeroed);
        let places = place::statements(&table, &directions);
        let (group_ids, members) = groups(votes, math);
        let tallies = Tallies::count(votes, &members, group_ids.len());
        let order = math.tids.iter().filter_map(|id| votes.column_of(*id)).collect();
        Self {
            means: table.means().to_vec(),
            order,
            left_out,
            directions,
            people,
            places,
            group_ids,
            tallies,
            statements: votes.statements().to_vec(),
        }
    }

    /// Columns that take part in lists, in the export's order.
    fn listed(&self) -> Vec<usize> {
        self.order.iter().copied().filter(|column| !self.left_out[*column]).collect()
    }
}

fn columns_of(votes: &Votes, ids: &[u32]) -> Vec<bool> {
    let mut marked = vec![false; votes.statements().len()];
    for column in ids.iter().filter_map(|id| votes.column_of(*id)) {
        marked[column] = true;
    }
    marked
}

/// Turns our directions the way the export's point; a direction has no sign of its own.
pub(crate) fn align(directions: &mut [Vec<f64>; 2], votes: &Votes, tids: &[u32], comps: &[Vec<f64>]) {
    for (direction, theirs) in directions.iter_mut().zip(comps) {
        let pairs = tids.iter().zip(theirs).filter_map(|(id, entry)| Some((votes.column_of(*id)?, entry)));
        let along: f64 = pairs.map(|(column, entry)| direction[column] * entry).sum();
        // Our votes have the other sign, so the same place on the map needs the other direction.
        if along > 0.0 {
            direction.iter_mut().for_each(|entry| *entry = -*entry);
        }
    }
}

/// The group of each participant, by the export's groups of small clusters.
pub(crate) fn groups(votes: &Votes, math: &Math) -> (Vec<u32>, Vec<Option<usize>>) {
    let bases: BTreeMap<u32, &Vec<u32>> = math.base_clusters.id.iter().copied().zip(&math.base_clusters.members).collect();
    let ids: Vec<u32> = math.group_clusters.iter().map(|group| group.id).collect();
    let mut members = vec![None; votes.participants().len()];
    for (at, group) in math.group_clusters.iter().enumerate() {
        let people = group.members.iter().filter_map(|base| bases.get(base)).flat_map(|members| members.iter());
        for row in people.filter_map(|id| votes.row_of(*id)) {
            members[row] = Some(at);
        }
    }
    (ids, members)
}

fn row(quantity: &'static str, differences: &[f64], tolerance: f64) -> Row {
    // A difference that is no number must not pass for a small one.
    let largest = differences.iter().fold(0.0f64, |most, here| if *here <= most { most } else { *here });
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

fn vote_counts(votes: &Votes, math: &Math, notes: &mut Vec<String>) -> Row {
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

fn means(ours: &Ours, math: &Math) -> Row {
    let pairs = ours.order.iter().zip(&math.pca.center);
    let differences: Vec<f64> = pairs.map(|(column, theirs)| (ours.means[*column] + theirs).abs()).collect();
    row("column means", &differences, 1e-9)
}

fn directions(ours: &Ours, math: &Math) -> Row {
    let mut differences = Vec::new();
    for (direction, theirs) in ours.directions.iter().zip(&math.pca.comps) {
        differences.extend(ours.order.iter().zip(theirs).map(|(column, entry)| (direction[*column] + entry).abs()));
    }
    row("components", &differences, 1e-9)
}

fn projections(ours: &Ours, votes: &Votes, math: &Math) -> Row {
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

fn statement_places(ours: &Ours, math: &Math) -> Row {
    let mut differences = Vec::new();
    for (axis, theirs) in math.pca.comment_projection.iter().take(2).enumerate() {
        differences.extend(ours.order.iter().zip(theirs).map(|(column, theirs)| (ours.places[*column][axis] - theirs).abs()));
    }
    row("statement projections", &differences, 1e-9)
}

fn extremities(ours: &Ours, math: &Math) -> Row {
    let pairs = ours.order.iter().zip(&math.pca.comment_extremity);
    let differences: Vec<f64> =
        pairs.map(|(column, theirs)| (place::extremity(ours.places[*column]) - theirs).abs()).collect();
    row("extremity", &differences, 1e-9)
}

fn base_votes(votes: &Votes, math: &Math) -> Row {
    let bases = &math.base_clusters;
    let mut base_of = vec![None; votes.participants().len()];
    for (at, members) in bases.members.iter().enumerate() {
        members.iter().filter_map(|id| votes.row_of(*id)).for_each(|row| base_of[row] = Some(at));
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

fn group_votes(ours: &Ours, math: &Math) -> Row {
    let (mut compared, mut differ) = (0, 0);
    for (at, id) in ours.group_ids.iter().enumerate() {
        let Some(theirs) = math.group_votes.get(&id.to_string()) else { continue };
        for (column, statement) in ours.statements.iter().enumerate() {
            let Some(theirs) = theirs.votes.get(&statement.to_string()) else { continue };
            let tally = ours.tallies.groups[at][column];
            compared += 1;
            differ += usize::from((tally.agree, tally.disagree, tally.seen) != (theirs.a, theirs.d, theirs.s));
        }
    }
    counted("group votes", compared, differ)
}

/// Representative statements: the lists entry by entry, then the numbers in them.
fn lists(ours: &Ours, math: &Math) -> [Row; 2] {
    let lists = representative::lists(&ours.tallies, &ours.statements, &ours.listed());
    let (mut compared, mut differ, mut numbers) = (0, 0, Vec::new());
    for (id, ours) in ours.group_ids.iter().zip(lists) {
        let Some(theirs) = math.repness.get(&id.to_string()) else { continue };
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
    let side = if theirs.repful_for == "agree" { Side::Agree } else { Side::Disagree };
    (ours.id, ours.side, ours.votes, ours.seen, ours.best_agree)
        == (theirs.tid, side, theirs.n_success, theirs.n_trials, theirs.best_agree)
}

fn consensus_lists(ours: &Ours, math: &Math) -> [Row; 2] {
    let (mut compared, mut differ, mut numbers) = (0, 0, Vec::new());
    let sides = [(Side::Agree, &math.consensus.agree), (Side::Disagree, &math.consensus.disagree)];
    for (side, theirs) in sides {
        let list = consensus::list(&ours.tallies.everyone, &ours.statements, &ours.listed(), side);
        compared += list.len().max(theirs.len());
        differ += list.len().abs_diff(theirs.len());
        for (here, there) in list.iter().zip(theirs) {
            differ += usize::from((here.id, here.votes, here.seen) != (there.tid, there.n_success, there.n_trials));
            numbers.extend([(here.share - there.p_success).abs(), (here.test - there.p_test).abs()]);
        }
    }
    [
        counted("consensus lists (entries out of place)", compared, differ),
        row("consensus figures", &numbers, 1e-9),
    ]
}

fn group_informed(ours: &Ours, math: &Math) -> Row {
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
fn priorities(ours: &Ours, math: &Math) -> Row {
    const QUANTITY: &str = "priorities";
    let meta: BTreeSet<u32> = math.meta_tids.iter().flatten().copied().collect();
    let theirs = &math.comment_priorities;
    let defect = theirs.len() > meta.len() && theirs.values().all(|value| (*value - priority::META).abs() < 1e-12);
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
                priority::priority(ours.tallies.grouped(column), place::extremity(ours.places[column]))
            };
            differences.push((ours - theirs).abs());
        }
    }
    row(QUANTITY, &differences, 1e-9)
}
