//! Greedy: by score, highest first, as long as the money lasts. 91 % of the elections in Pabulib were counted so.

use crate::count::Counting;
use crate::election::Election;
use crate::rule::{Order, Rule};
use crate::ties::{Tie, TieOrder};

/// A cost that marks a project as withdrawn after the vote; greedy without skipping passes over it.
const WITHDRAWN: u64 = 999_999_999;

/// What greedy chose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Chosen {
    pub order: Vec<u32>,
    /// Of these, the one that needs a reserve: it fits only by the rule for the last project.
    pub reserve: Option<u32>,
    pub ties: Vec<Tie>,
}

/// Spends what `start` leaves of the budget. `scores` are votes or points; `open` says who takes part.
pub(crate) fn greedy(
    election: &Election,
    rule: &Rule,
    scores: &[i64],
    ties: &TieOrder,
    open: &[bool],
    groups: &[Option<u32>],
    start: &[u32],
) -> Chosen {
    let cost = |p: u32| u128::from(election.projects[p as usize].cost);
    let mut chosen = Chosen::default();
    let mut closed: Vec<bool> = open.iter().map(|open| !open).collect();
    let mut left = u128::from(election.budget).saturating_sub(election.cost_of(start));
    start
        .iter()
        .for_each(|&project| close(&mut closed, groups, project));
    let mut queue = ranking(election, rule, scores, ties);
    queue.retain(|&p| !closed[p as usize] && (scores[p as usize] > 0 || rule.fund_unsupported));
    for (at, &project) in queue.iter().enumerate() {
        if closed[project as usize] {
            continue;
        }
        if cost(project) <= left {
            note_tie(
                &mut chosen.ties,
                rule.order,
                scores,
                &queue[at..],
                &closed,
                left,
                cost,
                ties,
            );
            left -= cost(project);
            chosen.order.push(project);
            close(&mut closed, groups, project);
        } else if !rule.skip && election.projects[project as usize].cost != WITHDRAWN {
            let covered = rule
                .last_project_percent
                .is_some_and(|percent| left * 100 >= cost(project) * u128::from(percent));
            if covered {
                chosen.order.push(project);
                chosen.reserve = Some(project);
            }
            break;
        }
    }
    chosen
}

/// All projects, best first.
pub(crate) fn ranking(election: &Election, rule: &Rule, scores: &[i64], ties: &TieOrder) -> Vec<u32> {
    let cost = |p: u32| u128::from(election.projects[p as usize].cost);
    let mut queue: Vec<u32> = ties.order().to_vec();
    // Stable: equal scores stay in the order that breaks ties.
    queue.sort_by(|&a, &b| compare(rule.order, scores, cost(b), b, cost(a), a));
    queue
}

/// How much more score a losing project would have needed, others as they are; none when sorting is not by score
/// alone. The money left only falls along the ranking, so it must stand before the last place at which it fits.
pub(crate) fn missing(
    election: &Election,
    rule: &Rule,
    counting: &Counting,
    ranking: &[u32],
    project: u32,
) -> Option<u64> {
    if rule.order != Order::Votes || counting.groups[project as usize].is_some() {
        return None;
    }
    let cost = |p: u32| election.projects[p as usize].cost;
    let mut left = election.budget;
    let mut before = None;
    for &other in ranking
        .iter()
        .filter(|&&p| p != project && counting.eligible[p as usize])
    {
        if left < cost(project) {
            break;
        }
        before = Some(other);
        if cost(other) <= left {
            left -= cost(other);
        } else if !rule.skip {
            break;
        }
    }
    let wins_tie = |other: u32| counting.ties.place(project) < counting.ties.place(other);
    let needed = before.map(|other| counting.scores[other as usize] + i64::from(!wins_tie(other)))?;
    u64::try_from(needed - counting.scores[project as usize])
        .ok()
        .filter(|&more| more > 0)
}

fn close(closed: &mut [bool], groups: &[Option<u32>], project: u32) {
    closed[project as usize] = true;
    if let Some(group) = groups[project as usize] {
        (0..groups.len())
            .filter(|&other| groups[other] == Some(group))
            .for_each(|other| closed[other] = true);
    }
}

/// Compares scores, or scores per cost by cross-multiplication.
fn compare(order: Order, scores: &[i64], a_cost: u128, a: u32, b_cost: u128, b: u32) -> std::cmp::Ordering {
    let (a, b) = (i128::from(scores[a as usize]), i128::from(scores[b as usize]));
    match order {
        Order::Votes => a.cmp(&b),
        // A project that costs nothing comes first.
        Order::VotesPerCost => (a * (b_cost as i128)).cmp(&(b * (a_cost as i128))),
    }
}

/// Notes a tie where it mattered: the next in the queue has the same score and fits too, but not both fit, or it
/// merely comes later.
#[expect(clippy::too_many_arguments, reason = "the state of one loop, in one place")]
fn note_tie(
    log: &mut Vec<Tie>,
    order: Order,
    scores: &[i64],
    queue: &[u32],
    closed: &[bool],
    left: u128,
    cost: impl Fn(u32) -> u128,
    ties: &TieOrder,
) {
    let first = queue[0];
    let same = |&&p: &&u32| compare(order, scores, cost(first), first, cost(p), p).is_eq();
    let fits = |&&p: &&u32| !closed[p as usize] && cost(p) <= left;
    let mut projects: Vec<u32> = queue.iter().take_while(same).filter(fits).copied().collect();
    if projects.len() > 1 {
        projects.sort_unstable();
        log.push(Tie {
            by: ties.decided_by(first, &projects),
            chosen: first,
            projects,
        });
    }
}
