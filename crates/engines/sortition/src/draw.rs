//! The draw: one panel of people, and the reserve in order.

use std::collections::BTreeSet;

use crate::lot::Lot;
use crate::lottery::Lottery;
use crate::pool::Pool;
use crate::problem::Problem;
use crate::quotas::Quotas;
use crate::solve::blend::Sparse;

/// Who was drawn (indexes into the pool, ascending), and who comes after (in order of the lot).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The panel.
    pub panel: Vec<usize>,
    /// Everyone else who does not share an address with the panel.
    pub reserve: Vec<usize>,
}

/// Draws a panel: first how many of each kind, then who, all equally likely within a kind.
pub fn draw(problem: &Problem, lottery: &Lottery, pool: &Pool, lot: &mut Lot) -> Drawn {
    let sum: f64 = lottery.panels.iter().map(|p| p.1).sum();
    let mut rest = lot.part() * sum;
    let mut chosen = &lottery.panels[0].0;
    for (panel, share) in &lottery.panels {
        chosen = panel;
        rest -= share;
        if rest < 0.0 {
            break;
        }
    }
    let panel = seat(problem, chosen, lot);
    let reserve = reserve(pool, &panel, lot);
    Drawn { panel, reserve }
}

/// Seats people on a panel of kinds. Households are shared out first, so nobody sits twice.
pub fn seat(problem: &Problem, panel: &Sparse, lot: &mut Lot) -> Vec<usize> {
    let mut people = Vec::with_capacity(problem.seats as usize);
    let mut homes: Vec<Option<Vec<usize>>> = vec![None; problem.homes.len()];
    for &(kind, count) in panel {
        let kind = &problem.kinds[kind as usize];
        match kind.home {
            None => {
                let mut members = kind.people.clone();
                lot.shuffle(&mut members);
                people.extend(members.into_iter().take(count as usize));
            }
            Some(home) => {
                let households = &problem.homes[home].households;
                let free = homes[home].get_or_insert_with(|| {
                    let mut order: Vec<usize> = (0..households.len()).collect();
                    lot.shuffle(&mut order);
                    order
                });
                for _ in 0..count {
                    let Some(household) = free.pop() else { break };
                    let alike = |p: &&usize| kind.people.binary_search(p).is_ok();
                    let members: Vec<usize> = households[household].iter().filter(alike).copied().collect();
                    people.push(members[lot.below(members.len())]);
                }
            }
        }
    }
    people.sort_unstable();
    people
}

/// Everyone who is neither on the panel nor at an address of it, in the order of the lot.
pub fn reserve(pool: &Pool, panel: &[usize], lot: &mut Lot) -> Vec<usize> {
    let taken: BTreeSet<&str> = panel
        .iter()
        .filter_map(|p| pool.addresses[*p].as_deref())
        .collect();
    let here = |p: &usize| pool.addresses[*p].as_deref().is_some_and(|a| taken.contains(a));
    let mut rest: Vec<usize> = (0..pool.len())
        .filter(|p| panel.binary_search(p).is_err() && !here(p))
        .collect();
    lot.shuffle(&mut rest);
    rest
}

/// What a panel breaks: for each quota broken its category, value and count; empty if all is well.
pub fn broken(pool: &Pool, quotas: &Quotas, panel: &[usize]) -> Vec<(usize, usize, u32)> {
    let counts = counts(pool, quotas, panel);
    let off = |(c, v): &(usize, usize)| {
        let value = &quotas.categories[*c].values[*v];
        !(value.min..=value.max).contains(&counts[*c][*v])
    };
    quotas
        .rows()
        .filter(off)
        .map(|(c, v)| (c, v, counts[c][v]))
        .collect()
}

/// How many of each value are on a panel.
pub fn counts(pool: &Pool, quotas: &Quotas, panel: &[usize]) -> Vec<Vec<u32>> {
    let mut counts: Vec<Vec<u32>> = quotas
        .categories
        .iter()
        .map(|c| vec![0; c.values.len()])
        .collect();
    for person in panel {
        for (c, v) in pool.values[*person].iter().enumerate() {
            counts[c][usize::from(*v)] += 1;
        }
    }
    counts
}

/// Pairs of people on a panel who share an address.
pub fn housemates(pool: &Pool, panel: &[usize]) -> Vec<(usize, usize)> {
    let mut seen: std::collections::BTreeMap<&str, usize> = std::collections::BTreeMap::new();
    let mut pairs = Vec::new();
    for &person in panel {
        if let Some(address) = pool.addresses[person].as_deref()
            && let Some(other) = seen.insert(address, person)
        {
            pairs.push((other, person));
        }
    }
    pairs
}
