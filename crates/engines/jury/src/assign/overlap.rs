//! Who meets whom: the graph in which two reviewers are joined when they share an entry.
//!
//! Severity can be told from the strength of entries only inside a connected part of this graph, and the better its links
//! are spread, the smaller the standard errors. Exchanging reviewers between two entries changes no load.

use super::pairs::Pairs;
use crate::random::SplitMix;

/// Above so many reviewers the table of all pairs of them would be too large to spread links.
const MOST_SPREAD: usize = 4_000;

/// An entry and the place of a reviewer in its list.
pub(super) type Slot = (usize, usize);

/// All slots, by entry.
pub(super) fn slots(chosen: &[Vec<usize>]) -> Vec<Slot> {
    chosen
        .iter()
        .enumerate()
        .flat_map(|(entry, list)| (0..list.len()).map(move |slot| (entry, slot)))
        .collect()
}

/// Groups of reviewers that are connected through shared entries, by smallest member; those without entries are left out.
pub fn components(chosen: &[Vec<usize>], reviewers: usize) -> Vec<Vec<usize>> {
    let mut sets = Sets::new(reviewers);
    let mut active = vec![false; reviewers];
    for list in chosen {
        for &reviewer in list {
            active[reviewer] = true;
            sets.join(list[0], reviewer);
        }
    }
    let mut group_of = vec![usize::MAX; reviewers];
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for reviewer in (0..reviewers).filter(|&reviewer| active[reviewer]) {
        let root = sets.root(reviewer);
        if group_of[root] == usize::MAX {
            group_of[root] = groups.len();
            groups.push(Vec::new());
        }
        groups[group_of[root]].push(reviewer);
    }
    groups
}

/// Pairs of reviewers that share at least one entry.
pub fn linked_pairs(chosen: &[Vec<usize>], reviewers: usize) -> u64 {
    let mut seen = std::collections::HashSet::new();
    for list in chosen {
        for (place, &a) in list.iter().enumerate() {
            seen.extend(list[place + 1..].iter().map(|&b| a.min(b) * reviewers + a.max(b)));
        }
    }
    seen.len() as u64
}

/// Exchanges reviewers, at no loss of match, so that pairs of reviewers share entries as evenly as a local search finds:
/// the sum of squares of shared entries falls with each exchange.
pub fn spread(pairs: &Pairs, chosen: &mut [Vec<usize>]) {
    let reviewers = pairs.reviewers();
    let slots = slots(chosen);
    if reviewers > MOST_SPREAD || slots.len() < 2 {
        return;
    }
    let mut shared = vec![0i32; reviewers * reviewers];
    for list in chosen.iter() {
        for &a in list {
            for &b in list {
                shared[a * reviewers + b] += 1;
            }
        }
    }
    let mut random = SplitMix::new(pairs.seed() ^ 0x5EED);
    let tries = (slots.len() * 40).min(1_500_000);
    for _ in 0..tries {
        let (first, second) = (slots[random.index(slots.len())], slots[random.index(slots.len())]);
        let Some(exchange) = Exchange::new(pairs, chosen, first, second) else {
            continue;
        };
        if exchange.loss == 0 && exchange.crowding(chosen, &shared, reviewers) < 0 {
            exchange.count(chosen, &mut shared, reviewers, -1);
            exchange.make(chosen);
            exchange.count(chosen, &mut shared, reviewers, 1);
        }
    }
}

/// Two entries that exchange a reviewer each.
pub(super) struct Exchange {
    first: Slot,
    second: Slot,
    /// Match that is lost; negative when it gets better.
    pub(super) loss: i64,
}

impl Exchange {
    /// `None` when the exchange would break a rule or change nothing.
    pub(super) fn new(pairs: &Pairs, chosen: &[Vec<usize>], first: Slot, second: Slot) -> Option<Self> {
        let (a, b) = (chosen[first.0][first.1], chosen[second.0][second.1]);
        let fits = first.0 != second.0
            && a != b
            && !chosen[first.0].contains(&b)
            && !chosen[second.0].contains(&a)
            && pairs.may(first.0, b)
            && pairs.may(second.0, a)
            && region_fits(pairs, chosen, first, b)
            && region_fits(pairs, chosen, second, a);
        fits.then(|| {
            let before = pairs.penalty(first.0, a) + pairs.penalty(second.0, b);
            let after = pairs.penalty(first.0, b) + pairs.penalty(second.0, a);
            Self {
                first,
                second,
                loss: after - before,
            }
        })
    }

    pub(super) fn make(&self, chosen: &mut [Vec<usize>]) {
        let (a, b) = (
            chosen[self.first.0][self.first.1],
            chosen[self.second.0][self.second.1],
        );
        chosen[self.first.0][self.first.1] = b;
        chosen[self.second.0][self.second.1] = a;
    }

    /// Change of the sum of squares of shared entries, over pairs.
    fn crowding(&self, chosen: &[Vec<usize>], shared: &[i32], reviewers: usize) -> i32 {
        let (a, b) = (
            chosen[self.first.0][self.first.1],
            chosen[self.second.0][self.second.1],
        );
        let at = |x: usize, y: usize| shared[x * reviewers + y];
        let mut change = 0;
        let mut leave_and_join = |list: &[usize], out: usize, new: usize| {
            for &other in list.iter().filter(|&&other| other != out) {
                change += at(new, other) - at(out, other) + 1;
            }
        };
        leave_and_join(&chosen[self.first.0], a, b);
        leave_and_join(&chosen[self.second.0], b, a);
        change
    }

    fn count(&self, chosen: &[Vec<usize>], shared: &mut [i32], reviewers: usize, sign: i32) {
        for entry in [self.first.0, self.second.0] {
            for &x in &chosen[entry] {
                for &y in &chosen[entry] {
                    shared[x * reviewers + y] += sign;
                }
            }
        }
    }
}

/// Whether the entry still has at most one reviewer of its own region when `new` takes this slot.
pub(super) fn region_fits(pairs: &Pairs, chosen: &[Vec<usize>], (entry, slot): Slot, new: usize) -> bool {
    !pairs.of_own_region(entry, new)
        || !chosen[entry]
            .iter()
            .enumerate()
            .any(|(place, &other)| place != slot && pairs.of_own_region(entry, other))
}

/// Disjoint sets (Tarjan).
struct Sets(Vec<usize>);

impl Sets {
    fn new(size: usize) -> Self {
        Self((0..size).collect())
    }

    fn root(&mut self, mut item: usize) -> usize {
        while self.0[item] != item {
            self.0[item] = self.0[self.0[item]];
            item = self.0[item];
        }
        item
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b);
    }
}
