//! Compares our figures with an export of Polis' production, quantity by quantity, given its own list of those in the
//! conversation and its own groups (both depend on its history and cannot be worked out from the final votes).

mod quantities;

use std::collections::BTreeMap;

use serde::Serialize;

use super::export::Math;
use crate::centred::Centred;
use crate::pca::{Precision, components};
use crate::place::{self, Point};
use crate::tally::Tallies;
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
    let mut rows = vec![
        quantities::vote_counts(&votes, math, &mut notes),
        quantities::means(&ours, math),
        quantities::directions(&ours, math),
        quantities::projections(&ours, &votes, math),
        quantities::statement_places(&ours, math),
        quantities::extremities(&ours, math),
        quantities::base_votes(&votes, math),
        quantities::group_votes(&ours, math),
    ];
    rows.extend(quantities::lists(&ours, math));
    rows.extend(quantities::consensus_lists(&ours, math));
    rows.push(quantities::group_informed(&ours, math));
    rows.push(quantities::priorities(&ours, math));
    Report {
        passed: rows.iter().all(|row| row.passed),
        participants: votes.participants().len(),
        statements: votes.statements().len(),
        votes: votes.len(),
        groups: ours.group_ids.len(),
        quantities: rows,
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
        notes.push(format!(
            "{left_out} votes are on statements that the export does not list, and were left out"
        ));
    }
    let table = Centred::new(&votes);
    let (mut straight, mut turned) = (0.0, 0.0);
    for (column, theirs) in by_column(&votes, math, &math.pca.center) {
        straight += (table.means()[column] + theirs).abs();
        turned += (table.means()[column] - theirs).abs();
    }
    if turned < straight {
        notes
            .push("the votes use -1 for agree, as the database does; the signs were turned round".to_owned());
        votes = votes.inverted();
    }
    (votes, notes)
}

/// A list of the export by our columns.
fn by_column(votes: &Votes, math: &Math, list: &[f64]) -> Vec<(usize, f64)> {
    let pairs = math.tids.iter().zip(list);
    pairs
        .filter_map(|(id, value)| Some((votes.column_of(*id)?, *value)))
        .collect()
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
        self.order
            .iter()
            .copied()
            .filter(|column| !self.left_out[*column])
            .collect()
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
        let pairs = tids
            .iter()
            .zip(theirs)
            .filter_map(|(id, entry)| Some((votes.column_of(*id)?, entry)));
        let along: f64 = pairs.map(|(column, entry)| direction[column] * entry).sum();
        // Our votes have the other sign, so the same place on the map needs the other direction.
        if along > 0.0 {
            direction.iter_mut().for_each(|entry| *entry = -*entry);
        }
    }
}

/// The group of each participant, by the export's groups of small clusters.
pub(crate) fn groups(votes: &Votes, math: &Math) -> (Vec<u32>, Vec<Option<usize>>) {
    let bases: BTreeMap<u32, &Vec<u32>> = math
        .base_clusters
        .id
        .iter()
        .copied()
        .zip(&math.base_clusters.members)
        .collect();
    let ids: Vec<u32> = math.group_clusters.iter().map(|group| group.id).collect();
    let mut members = vec![None; votes.participants().len()];
    for (at, group) in math.group_clusters.iter().enumerate() {
        let people = group
            .members
            .iter()
            .filter_map(|base| bases.get(base))
            .flat_map(|members| members.iter());
        for row in people.filter_map(|id| votes.row_of(*id)) {
            members[row] = Some(at);
        }
    }
    (ids, members)
}
