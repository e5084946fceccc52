//! The greedy draw that the Sortition Foundation used before 2021, for comparison only: it keeps the
//! quotas but gives some people next to no chance, and has no proof.
//!
//! Again and again the value with the largest ratio of people still needed to people still there is
//! served with a random person of that value; who can no longer be taken leaves. Source: the definition
//! in the supplement of Flanigan et al. 2021.

use crate::lot::Lot;
use crate::pool::Pool;
use crate::quotas::Quotas;

/// Attempts before giving up.
pub const ATTEMPTS: usize = 100;

/// One greedy draw; `None` if no attempt met the quotas.
pub fn draw(pool: &Pool, quotas: &Quotas, seats: u32, lot: &mut Lot) -> Option<Vec<usize>> {
    (0..ATTEMPTS).find_map(|_| attempt(pool, quotas, seats, lot))
}

fn attempt(pool: &Pool, quotas: &Quotas, seats: u32, lot: &mut Lot) -> Option<Vec<usize>> {
    let mut here: Vec<bool> = vec![true; pool.len()];
    let mut taken: Vec<Vec<u32>> = quotas
        .categories
        .iter()
        .map(|c| vec![0; c.values.len()])
        .collect();
    let mut panel = Vec::new();
    let mut left: Vec<Vec<u32>> = taken.clone();
    pool.values.iter().for_each(|values| count(&mut left, values, 1));
    for (c, category) in quotas.categories.iter().enumerate() {
        for (v, _) in category.values.iter().enumerate().filter(|(_, v)| v.max == 0) {
            dismiss(pool, &mut here, &mut left, |p| {
                usize::from(pool.values[p][c]) == v
            });
        }
    }
    while panel.len() < seats as usize {
        let mut worst: Option<(f64, usize, usize)> = None;
        for (c, v) in quotas.rows() {
            let need = quotas.categories[c].values[v].min.saturating_sub(taken[c][v]);
            if need > left[c][v] {
                return None;
            }
            let ratio = if left[c][v] == 0 {
                -1.0
            } else {
                f64::from(need) / f64::from(left[c][v])
            };
            if worst.is_none_or(|(w, _, _)| ratio > w) {
                worst = Some((ratio, c, v));
            }
        }
        let (ratio, c, v) = worst?;
        if ratio < 0.0 {
            return None;
        }
        let candidates: Vec<usize> = (0..pool.len())
            .filter(|p| here[*p] && usize::from(pool.values[*p][c]) == v)
            .collect();
        let person = candidates[lot.below(candidates.len())];
        panel.push(person);
        count(&mut taken, &pool.values[person], 1);
        let address = pool.addresses[person].as_deref();
        dismiss(pool, &mut here, &mut left, |p| {
            p == person || address.is_some() && pool.addresses[p].as_deref() == address
        });
        for (c, v) in pool.values[person].iter().enumerate() {
            let v = usize::from(*v);
            if taken[c][v] >= quotas.categories[c].values[v].max {
                dismiss(pool, &mut here, &mut left, |p| {
                    usize::from(pool.values[p][c]) == v
                });
            }
        }
    }
    panel.sort_unstable();
    crate::draw::broken(pool, quotas, &panel)
        .is_empty()
        .then_some(panel)
}

fn count(counts: &mut [Vec<u32>], values: &[u16], by: i64) {
    for (c, v) in values.iter().enumerate() {
        let cell = &mut counts[c][usize::from(*v)];
        *cell = u32::try_from(i64::from(*cell) + by).unwrap_or(0);
    }
}

fn dismiss(pool: &Pool, here: &mut [bool], left: &mut [Vec<u32>], who: impl Fn(usize) -> bool) {
    for (person, here) in here.iter_mut().enumerate() {
        if *here && who(person) {
            *here = false;
            count(left, &pool.values[person], -1);
        }
    }
}
