//! The assignment as one minimum-cost flow.
//!
//! A unit of flow is one review. It goes from an entry to a reviewer (through a gate of capacity 1 to those of the entry's
//! own region, where that is limited) and on to the end, where the k-th review of the same reviewer costs k: the least sum
//! has the most even loads. A review that nobody can take goes to the end directly, at a price above everything else.
//!
//! With many entries and reviewers the network holds only some pairs at first. The prices of its optimum tell which
//! other pairs could still help; those are added until there is none, so that the result is optimal over all pairs.

use super::flow::{Arc, Cost, Network};
use super::pairs::Pairs;
use crate::random::SplitMix;

/// Up to so many pairs all of them enter the network at once.
const ALL_AT_ONCE: usize = 400_000;
/// Pairs of an entry in the first network, and most that are added to an entry in a round.
const FIRST: usize = 24;
const ADDED: usize = 12;

/// The weights of the aims above match, which counts as it is. Each is more than everything below it can change along one
/// exchange.
struct Weights {
    load: Cost,
    spread: Cost,
    unserved: Cost,
}

impl Weights {
    fn new(pairs: &Pairs, levels: u32) -> Self {
        // An exchange visits each entry and each reviewer once, so it changes at most so many pairs.
        let longest = pairs.entries().min(pairs.reviewers()) as Cost + 1;
        let load = longest * (Cost::from(Pairs::worst_penalty()) + 1);
        let spread = load * (Cost::from(levels) + 2);
        let unserved = spread * (Cost::from(pairs.per_entry()) + 2);
        Self {
            load,
            spread,
            unserved,
        }
    }
}

/// Reviewers of each entry: the optimum of all four aims.
pub fn solve(pairs: &Pairs) -> Vec<Vec<usize>> {
    let mut candidates = Candidates::new(pairs);
    let even = (pairs.entries() * pairs.per_entry() as usize).div_ceil(pairs.reviewers());
    let mut levels = even as u32 * 2 + 4;
    let mut solved = candidates.network(pairs, levels, None);
    loop {
        let chosen = solved.chosen(&candidates);
        if has_full_column(pairs, &chosen, levels) {
            levels *= 2;
            solved = candidates.network(pairs, levels, None);
        } else if candidates.grow(pairs, &solved.network) {
            solved = candidates.network(pairs, levels, Some(&solved));
        } else {
            return chosen;
        }
    }
}

/// A solved network.
struct Solved {
    network: Network,
    /// The arcs of pairs come first, then all others, which are the same in every network with as many levels.
    others: usize,
    /// Where the arcs of each entry's pairs begin.
    starts: Vec<usize>,
}

impl Solved {
    /// Reviewers whose pair carries a review.
    fn chosen(&self, candidates: &Candidates) -> Vec<Vec<usize>> {
        let of_entry = |(list, &start): (&Vec<u32>, &usize)| {
            let carried = list
                .iter()
                .enumerate()
                .filter(|(place, _)| self.network.carries(start + place) > 0);
            carried.map(|(_, &reviewer)| reviewer as usize).collect()
        };
        candidates
            .of_entry
            .iter()
            .zip(&self.starts)
            .map(of_entry)
            .collect()
    }
}

/// Whether a reviewer has as many entries as the network offered, but could take more.
fn has_full_column(pairs: &Pairs, chosen: &[Vec<usize>], levels: u32) -> bool {
    let mut loads = vec![0u32; pairs.reviewers()];
    for &reviewer in chosen.iter().flatten() {
        loads[reviewer] += 1;
    }
    loads
        .iter()
        .enumerate()
        .any(|(reviewer, &load)| load >= levels && levels < pairs.cap(reviewer))
}

/// The pairs that the network knows.
struct Candidates {
    /// Reviewers of each entry.
    of_entry: Vec<Vec<u32>>,
    complete: bool,
}

impl Candidates {
    fn new(pairs: &Pairs) -> Self {
        let complete = pairs.entries() * pairs.reviewers() <= ALL_AT_ONCE;
        let mut random = SplitMix::new(pairs.seed());
        let mut order: Vec<u32> = (0..pairs.reviewers() as u32).collect();
        let mut of_entry = Vec::with_capacity(pairs.entries());
        for entry in 0..pairs.entries() {
            // Every entry sees the reviewers in an order of its own, so that equally good ones are not the same for all.
            random.shuffle(&mut order);
            let mut may: Vec<u32> = order
                .iter()
                .copied()
                .filter(|&reviewer| pairs.may(entry, reviewer as usize))
                .collect();
            if !complete {
                may.sort_by_cached_key(|&reviewer| pairs.penalty(entry, reviewer as usize));
                may.truncate(FIRST.max(pairs.per_entry() as usize * 4));
            }
            of_entry.push(may);
        }
        Self { of_entry, complete }
    }

    /// The solved network, from the solution of one with fewer pairs if there is one.
    fn network(&self, pairs: &Pairs, levels: u32, before: Option<&Solved>) -> Solved {
        let weights = Weights::new(pairs, levels);
        let nodes = Nodes::of(pairs);
        let mut arcs = Vec::new();
        let mut starts = Vec::with_capacity(pairs.entries());
        for (entry, list) in self.of_entry.iter().enumerate() {
            starts.push(arcs.len());
            for &reviewer in list {
                let from = nodes.leaves(pairs, entry, reviewer);
                arcs.push(Arc {
                    from,
                    to: nodes.reviewer(reviewer),
                    capacity: 1,
                    cost: pairs.penalty(entry, reviewer as usize).into(),
                });
            }
        }
        let others = arcs.len();
        let mut surplus = vec![0i32; nodes.count];
        let wanted = pairs.per_entry();
        for (entry, surplus) in surplus.iter_mut().enumerate().take(pairs.entries()) {
            *surplus = wanted as i32;
            if pairs.limits_region() {
                arcs.push(Arc {
                    from: entry as u32,
                    to: nodes.gate(entry),
                    capacity: 1,
                    cost: 0,
                });
            }
            for missing in 0..wanted {
                let cost = weights.unserved + weights.spread * Cost::from(missing);
                arcs.push(Arc {
                    from: entry as u32,
                    to: nodes.end(),
                    capacity: 1,
                    cost,
                });
            }
        }
        for reviewer in 0..pairs.reviewers() {
            for level in 0..pairs.cap(reviewer).min(levels) {
                let cost = weights.load * Cost::from(level);
                arcs.push(Arc {
                    from: nodes.reviewer(reviewer as u32),
                    to: nodes.end(),
                    capacity: 1,
                    cost,
                });
            }
        }
        surplus[nodes.end() as usize] = -((pairs.entries() * wanted as usize) as i32);
        let mut network = Network::new(nodes.count, &arcs);
        match before {
            None => network.send(&surplus),
            Some(before) => network.resume(&before.network, |arc| match arc.checked_sub(others) {
                Some(other) => before.network.carries(before.others + other) > 0,
                None => {
                    // Pairs are only ever added behind those that an entry has.
                    let entry = starts.partition_point(|&start| start <= arc) - 1;
                    let (place, end) = (
                        arc - starts[entry],
                        before.starts.get(entry + 1).copied().unwrap_or(before.others),
                    );
                    let earlier = before.starts[entry] + place;
                    earlier < end && before.network.carries(earlier) > 0
                }
            }),
        }
        Solved {
            network,
            others,
            starts,
        }
    }

    /// Adds the pairs that the prices call for. Returns whether there was any.
    fn grow(&mut self, pairs: &Pairs, network: &Network) -> bool {
        if self.complete {
            return false;
        }
        let nodes = Nodes::of(pairs);
        let mut grown = false;
        let mut random =
            SplitMix::new(pairs.seed() ^ self.of_entry.iter().map(|list| list.len() as u64).sum::<u64>());
        let mut order: Vec<u32> = (0..pairs.reviewers() as u32).collect();
        for entry in 0..pairs.entries() {
            let mut known = vec![false; pairs.reviewers()];
            for &reviewer in &self.of_entry[entry] {
                known[reviewer as usize] = true;
            }
            let mut found: Vec<(Cost, u32)> = Vec::new();
            random.shuffle(&mut order);
            for reviewer in order
                .iter()
                .copied()
                .filter(|&reviewer| !known[reviewer as usize])
            {
                let (from, to) = (nodes.leaves(pairs, entry, reviewer), nodes.reviewer(reviewer));
                // Conflicts are looked at only where the prices call for the pair.
                let gain = network.gain(from, to, pairs.penalty(entry, reviewer as usize).into());
                if gain > 0 && pairs.may(entry, reviewer as usize) {
                    found.push((-gain, reviewer));
                }
            }
            found.sort_by_key(|&(gain, _)| gain);
            grown |= !found.is_empty();
            self.of_entry[entry].extend(found.iter().take(ADDED).map(|&(_, reviewer)| reviewer));
        }
        grown
    }
}

/// Numbers of the nodes: entries, then reviewers, then gates if any, then the end.
struct Nodes {
    entries: usize,
    reviewers: usize,
    count: usize,
}

impl Nodes {
    fn of(pairs: &Pairs) -> Self {
        let (entries, reviewers) = (pairs.entries(), pairs.reviewers());
        let gates = if pairs.limits_region() { entries } else { 0 };
        Self {
            entries,
            reviewers,
            count: entries + reviewers + gates + 1,
        }
    }

    fn reviewer(&self, reviewer: u32) -> u32 {
        self.entries as u32 + reviewer
    }

    fn gate(&self, entry: usize) -> u32 {
        (self.entries + self.reviewers + entry) as u32
    }

    fn end(&self) -> u32 {
        self.count as u32 - 1
    }

    /// The node from which a review of this pair leaves.
    fn leaves(&self, pairs: &Pairs, entry: usize, reviewer: u32) -> u32 {
        if pairs.of_own_region(entry, reviewer as usize) {
            self.gate(entry)
        } else {
            entry as u32
        }
    }
}
