//! Joining groups of reviewers that share no entry.
//!
//! Entries and reviewers are the nodes of a graph, reviews its edges. An edge that lies on a circle can go without
//! breaking its group; so an exchange between two groups joins them when one of the two edges lies on a circle, and so
//! does handing an entry from such an edge to a reviewer of the other group.

use super::overlap::{Exchange, Slot, components, region_fits, slots, spread};
use super::pairs::Pairs;
use super::solve::solve;

/// How often another assignment is tried where exchanges do not connect the reviewers, and up to how many pairs.
const TRIES: u64 = 32;
const SMALL: usize = 20_000;

/// The assignment with its overlap spread and connected. Where exchanges do not connect it although the pairs that are
/// allowed could, other assignments with as many reviews and loads as even are tried; that gives up match only.
pub fn connected(pairs: &Pairs, mut solved: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
    let even = squares(pairs, &solved);
    spread(pairs, &mut solved);
    connect(pairs, &mut solved);
    let rank = |chosen: &[Vec<usize>]| {
        (
            components(chosen, pairs.reviewers()).len(),
            squares(pairs, chosen),
        )
    };
    let mut best = (rank(&solved), solved);
    let is_small = pairs.entries() * pairs.reviewers() <= SMALL;
    if best.0 > (1, even) && is_small && could_connect(pairs, &best.1) {
        for seed in 1..=TRIES {
            let shaken = pairs.shaken(seed);
            let mut other = solve(&shaken);
            spread(&shaken, &mut other);
            connect(&shaken, &mut other);
            let found = rank(&other);
            if found < best.0 {
                best = (found, other);
            }
            if best.0 <= (1, even) {
                break;
            }
        }
    }
    best.1
}

/// Sum of squares of loads.
fn squares(pairs: &Pairs, chosen: &[Vec<usize>]) -> usize {
    let mut loads = vec![0; pairs.reviewers()];
    chosen.iter().flatten().for_each(|&reviewer| loads[reviewer] += 1);
    loads.iter().map(|load| load * load).sum()
}

/// Whether there are reviews enough for a connected graph, and the allowed pairs of the reviewers in use are one.
fn could_connect(pairs: &Pairs, chosen: &[Vec<usize>]) -> bool {
    let reviews: usize = chosen.iter().map(Vec::len).sum();
    let entries = chosen.iter().filter(|list| !list.is_empty()).count();
    let mut active = vec![false; pairs.reviewers()];
    chosen
        .iter()
        .flatten()
        .for_each(|&reviewer| active[reviewer] = true);
    let reviewers = active.iter().filter(|active| **active).count();
    let allowed = |entry: usize| {
        (0..pairs.reviewers())
            .filter(|&reviewer| active[reviewer] && pairs.may(entry, reviewer))
            .collect()
    };
    let allowed: Vec<Vec<usize>> = (0..pairs.entries()).map(allowed).collect();
    reviews + 1 >= entries + reviewers && components(&allowed, pairs.reviewers()).len() <= 1
}

/// Joins groups by the change that costs least, until all are connected or nothing helps: first what keeps loads as even
/// as they are, then what keeps the match.
fn connect(pairs: &Pairs, chosen: &mut [Vec<usize>]) {
    loop {
        let graph = Graph::new(chosen, pairs.reviewers());
        if graph.groups <= 1 {
            return;
        }
        let mut sizes = vec![0usize; graph.groups];
        for &group in &graph.of_entry {
            if let Some(size) = sizes.get_mut(group) {
                *size += 1;
            }
        }
        let mut order: Vec<usize> = (0..graph.groups).collect();
        order.sort_by_key(|&group| sizes[group]);
        let Some(change) = order
            .into_iter()
            .find_map(|group| best_change(pairs, chosen, &graph, group))
        else {
            return;
        };
        match change {
            Change::Exchange(exchange) => exchange.make(chosen),
            Change::Hand((entry, slot), reviewer) => chosen[entry][slot] = reviewer,
        }
    }
}

enum Change {
    Exchange(Exchange),
    /// The slot goes to another reviewer.
    Hand(Slot, usize),
}

/// The change that joins this group to another at least cost: unevenness added to the loads, then match lost.
fn best_change(pairs: &Pairs, chosen: &[Vec<usize>], graph: &Graph, group: usize) -> Option<Change> {
    let slots = slots(chosen);
    let (inside, outside): (Vec<Slot>, Vec<Slot>) = slots
        .into_iter()
        .partition(|&(entry, _)| graph.of_entry[entry] == group);
    let mut best: Option<((i64, i64), Change)> = None;
    let mut offer = |cost: (i64, i64), change: Change| {
        if best.as_ref().is_none_or(|(known, _)| cost < *known) {
            best = Some((cost, change));
        }
        best.as_ref().is_some_and(|(known, _)| *known <= (0, 0))
    };
    for &first in &inside {
        for &second in &outside {
            if (graph.on_circle(first) || graph.on_circle(second))
                && let Some(exchange) = Exchange::new(pairs, chosen, first, second)
                && offer((0, exchange.loss), Change::Exchange(exchange))
            {
                return best.map(|(_, change)| change);
            }
        }
    }
    let hands = inside
        .iter()
        .map(|&slot| (slot, false))
        .chain(outside.iter().map(|&slot| (slot, true)));
    for (slot @ (entry, place), into) in hands.filter(|&(slot, _)| graph.on_circle(slot)) {
        let from = chosen[entry][place];
        for to in 0..pairs.reviewers() {
            // A reviewer without any entry is not in a group yet and is joined like any other.
            let joins = if into {
                graph.of_reviewer[to] == group
            } else {
                graph.of_reviewer[to] != group
            };
            let fits = joins
                && graph.loads[to] < i64::from(pairs.cap(to))
                && graph.of_reviewer[to] != NONE
                && pairs.may(entry, to)
                && region_fits(pairs, chosen, slot, to);
            if fits {
                let uneven = graph.loads[to] - graph.loads[from] + 1;
                offer(
                    (uneven, pairs.penalty(entry, to) - pairs.penalty(entry, from)),
                    Change::Hand(slot, to),
                );
            }
        }
    }
    best.map(|(_, change)| change)
}

/// No group.
const NONE: usize = usize::MAX;

/// Entries, reviewers and reviews as a graph.
struct Graph {
    groups: usize,
    of_entry: Vec<usize>,
    of_reviewer: Vec<usize>,
    loads: Vec<i64>,
    /// For each slot whether its edge is the only link between two parts.
    bridge: Vec<Vec<bool>>,
}

impl Graph {
    /// Groups and bridges in one walk (Tarjan, "A note on finding the bridges of a graph", 1974), with a stack of its own
    /// because chains can be long.
    fn new(chosen: &[Vec<usize>], reviewers: usize) -> Self {
        let entries = chosen.len();
        let mut edges: Vec<(usize, usize)> = Vec::new();
        let mut at: Vec<Vec<usize>> = vec![Vec::new(); entries + reviewers];
        for (entry, list) in chosen.iter().enumerate() {
            for &reviewer in list {
                at[entry].push(edges.len());
                at[entries + reviewer].push(edges.len());
                edges.push((entry, entries + reviewer));
            }
        }
        let mut group = vec![NONE; entries + reviewers];
        let (mut reached, mut lowest) = (vec![0usize; group.len()], vec![0usize; group.len()]);
        let mut is_bridge = vec![false; edges.len()];
        let (mut clock, mut groups) = (0, 0);
        for start in 0..group.len() {
            if group[start] != NONE || at[start].is_empty() {
                continue;
            }
            let mut path = vec![(start, NONE, 0usize)];
            while let Some(top) = path.last_mut() {
                let (node, by, next) = (top.0, top.1, top.2);
                if next == 0 {
                    clock += 1;
                    (reached[node], lowest[node], group[node]) = (clock, clock, groups);
                }
                if let Some(&edge) = at[node].get(next) {
                    top.2 += 1;
                    let other = if edges[edge].0 == node {
                        edges[edge].1
                    } else {
                        edges[edge].0
                    };
                    if edge == by {
                    } else if group[other] == NONE {
                        path.push((other, edge, 0));
                    } else {
                        lowest[node] = lowest[node].min(reached[other]);
                    }
                    continue;
                }
                path.pop();
                if let Some(&(parent, ..)) = path.last() {
                    lowest[parent] = lowest[parent].min(lowest[node]);
                    is_bridge[by] = lowest[node] > reached[parent];
                }
            }
            groups += 1;
        }
        let mut flags = is_bridge.into_iter();
        Self {
            groups,
            of_reviewer: group.split_off(entries),
            of_entry: group,
            loads: at[entries..].iter().map(|edges| edges.len() as i64).collect(),
            bridge: chosen
                .iter()
                .map(|list| flags.by_ref().take(list.len()).collect())
                .collect(),
        }
    }

    fn on_circle(&self, (entry, slot): Slot) -> bool {
        !self.bridge[entry][slot]
    }
}
