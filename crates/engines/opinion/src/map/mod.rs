//! The whole result for a conversation: the map, the groups, what stands for them, what all share, what bridges.

mod parts;
mod result;

use serde::Serialize;

use crate::bridging;
use crate::centred::Centred;
use crate::conversation::{Conversation, Statement};
use crate::groups::stability::{Effort, Finding, Stability};
use crate::groups::{self, Division, stability};
use crate::pca::{self, Precision, components};
use crate::place::{self, Point};
use crate::polis::{check, consensus, given, representative as polis_lists};
use crate::representative;
use crate::tally::{Side, Tallies};

use parts::Parts;
pub use result::{
    About, Bridging, Divisive, Group, GroupTally, Map, Participant, Representative, Representatives, Shared,
    StatementResult, Totals,
};

/// By which rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Ours: one result per set of votes, groups only where they are stable, false discoveries under control.
    Kapok,
    /// Polis' own, with the groups that its export gives (or its cold start where it gives none).
    Compatible,
}

/// How to make a map.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// How thoroughly to look for groups.
    pub effort: Effort,
    /// Directions of an earlier map and the statements they are for: saves time and changes nothing.
    pub start: Option<Start>,
}

/// Directions of an earlier map.
#[derive(Clone, Debug, PartialEq)]
pub struct Start {
    /// The statements of the entries.
    pub statements: Vec<u32>,
    /// The directions.
    pub directions: [Vec<f64>; 2],
}

/// Votes needed to be taken into groups.
const VOTES_NEEDED: usize = 7;
/// Directions are rounded to this fraction, so that the last digits leave no trace in the result.
const STEPS: f64 = 1e6;

/// Makes a map by our rules.
pub fn kapok(conversation: &Conversation, options: &Options) -> Map {
    let all = &conversation.votes;
    let shown = shown(conversation);
    let kept;
    let votes = if shown.iter().all(|shown| *shown) {
        all
    } else {
        kept = all.keep_columns(&shown);
        &kept
    };
    let table = Centred::new(votes);
    let directions = steady(&table, options.start.as_ref(), votes.statements());
    let people = place::participants(votes, &table, &directions, &[]);
    let rows = groups::taking_part(votes, VOTES_NEEDED);
    let points: Vec<Point> = rows.iter().map(|row| people[*row]).collect();
    let divisions = groups::divisions(&points, 100, 100);
    let stability = stability::choose(votes, &rows, &divisions, options.effort);
    let labels = chosen(&divisions, stability.k).unwrap_or_else(|| vec![0; rows.len()]);
    let mut members = vec![None; votes.participants().len()];
    rows.iter()
        .zip(labels)
        .for_each(|(row, label)| members[*row] = Some(label));
    let grouped = stability.k > 1;
    let columns: Vec<usize> = (0..votes.statements().len()).collect();
    let tallies = Tallies::count(votes, &members, stability.k);
    let lists = representative::lists(&tallies, votes.statements(), &columns);
    let common = representative::common_ground(&tallies, votes.statements(), &columns);
    let model = bridging::factors(votes, &directions[0]);
    let parts = Parts {
        conversation,
        votes,
        table: &table,
        directions: &directions,
        members: &members,
        group_ids: (0..if grouped { stability.k } else { 0 }).map(id).collect(),
        tallies: &tallies,
        people: &people,
        model: &model,
        taking_part: rows.len(),
        polis: None,
    };
    let mut map = parts.map(Mode::Kapok, stability);
    map.representative = (0..)
        .zip(if grouped { lists } else { Vec::new() })
        .map(|(group, list)| Representatives {
            group,
            statements: list.into_iter().map(Representative::Kapok).collect(),
        })
        .collect();
    map.common_ground = common.into_iter().map(Shared::Kapok).collect();
    map
}

/// Makes a map by Polis' rules, with the groups that are given.
pub fn compatible(conversation: &Conversation, given: Option<&given::Given>) -> Map {
    let votes = &conversation.votes;
    let zeroed: Vec<bool> = shown(conversation).into_iter().map(|shown| !shown).collect();
    let zeroed = given.and_then(|given| given.zeroed(votes)).unwrap_or(zeroed);
    let zeroed_votes = votes.passed_over(&zeroed);
    let table = Centred::new(&zeroed_votes);
    let mut directions = components(&table, Precision::FULL, None).directions;
    if let Some((tids, comps)) = given.and_then(|given| given.axes.as_ref()) {
        check::align(&mut directions, votes, tids, comps);
    }
    let seen = crate::polis::zeroed_seen(votes, &zeroed);
    let people = place::participants(&zeroed_votes, &table, &directions, &seen);
    let cold;
    let given = match given {
        Some(given) => given,
        None => {
            cold = given::cold_start(votes, &people);
            &cold
        }
    };
    let members = given.members(votes);
    let k = given.ids.len();
    let columns: Vec<usize> = (0..zeroed.len()).filter(|column| !zeroed[*column]).collect();
    let tallies = Tallies::count(votes, &members, k);
    let lists = polis_lists::lists(&tallies, votes.statements(), &columns);
    let consensus = [Side::Agree, Side::Disagree]
        .map(|side| consensus::list(&tallies.everyone, votes.statements(), &columns, side));
    let model = bridging::factors(&zeroed_votes, &directions[0]);
    let parts = Parts {
        conversation,
        votes,
        table: &table,
        directions: &directions,
        members: &members,
        group_ids: given.ids.clone(),
        tallies: &tallies,
        people: &people,
        model: &model,
        taking_part: members.iter().flatten().count(),
        polis: Some(given),
    };
    let mut map = parts.map(Mode::Compatible, unjudged(k));
    map.representative = given
        .ids
        .iter()
        .zip(lists)
        .map(|(group, list)| Representatives {
            group: *group,
            statements: list.into_iter().map(Representative::Polis).collect(),
        })
        .collect();
    map.common_ground = consensus.into_iter().flatten().map(Shared::Polis).collect();
    map
}

/// Groups that were given are not judged.
fn unjudged(k: usize) -> Stability {
    Stability {
        finding: if k > 1 {
            Finding::Given
        } else {
            Finding::NoClearGroups
        },
        k: k.max(1),
        agreement: None,
        unstable: false,
        above_chance: None,
        stands_out: None,
        draws: 0,
        tried: Vec::new(),
    }
}

/// Which columns take part in the map.
fn shown(conversation: &Conversation) -> Vec<bool> {
    let shown = |id: &u32| conversation.statement(*id).is_none_or(Statement::shown);
    conversation.votes.statements().iter().map(shown).collect()
}

/// Directions rounded so that a warm start gives the same as a cold one.
fn steady(table: &Centred<'_>, start: Option<&Start>, statements: &[u32]) -> [Vec<f64>; 2] {
    if let Some(start) = start {
        let moved = moved(start, statements);
        let found = components(table, Precision::FULL, Some(&moved));
        if let Some(directions) = pca::snapped(&found.directions, STEPS) {
            return directions;
        }
    }
    let found = components(table, Precision::FULL, None);
    pca::rounded(&found.directions, STEPS)
}

/// Earlier directions by the present statements.
fn moved(start: &Start, statements: &[u32]) -> [Vec<f64>; 2] {
    let entry = |direction: &Vec<f64>, id: &u32| {
        let at = start.statements.binary_search(id).ok();
        at.and_then(|at| direction.get(at)).copied().unwrap_or(0.0)
    };
    [0, 1].map(|which| {
        statements
            .iter()
            .map(|id| entry(&start.directions[which], id))
            .collect()
    })
}

/// The labels of the division chosen, numbered canonically.
fn chosen(divisions: &[Division], k: usize) -> Option<Vec<usize>> {
    let division = divisions.get(k.checked_sub(2)?)?;
    Some(groups::canonical(&division.labels, k))
}

fn id(group: usize) -> u32 {
    u32::try_from(group).unwrap_or(u32::MAX)
}
