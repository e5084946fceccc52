//! Equal shares with bounded overspending (arXiv 2409.15005).
//!
//! For a price `x` per unit of utility the supporters of `p` collect `sum of min(balance, x * utility)`, a part
//! `a <= 1` of its cost. The project and the `x` with the lowest `x / a^2` are chosen; the project is bought in full,
//! if it still fits the real budget, and each supporter pays `min(balance, x / a * utility)`: what is missing is
//! overspent. Only prices at which a supporter runs dry, or at which the cost is collected, can be lowest.
//!
//! Prices are products of earlier ones, so exact numbers can double in length with each step. They are kept exact;
//! beyond a limit the count ends with an error rather than with a guess.

use std::cmp::Ordering;
use std::collections::HashMap;

use crate::exact::Fraction;
use crate::profile::Profile;
use crate::purchases::Purchases;
use crate::shares::Ground;
use crate::ties::Tie;

/// Longer numbers are not counted with: the sums would take hours.
pub(crate) const LONGEST: u64 = 100_000;

/// Floats are right to this relative error or better; what they cannot tell apart is compared exactly.
const NEAR: f64 = 1e-9;

/// Below this part of the share a balance is computed exactly, so that its float keeps its digits.
const SMALL: f64 = 1e-3;

/// What the method chose: the projects in order, the ties met; `None` where numbers grow too long.
pub(crate) fn overspend(ground: &Ground, progress: &(dyn Fn(u64) + Sync)) -> Option<(Vec<u32>, Vec<Tie>)> {
    let mut this = Counter::new(ground);
    while this.step()? {
        progress(this.purchases.bought.len() as u64);
    }
    Some((this.purchases.bought, this.purchases.log))
}

/// A price for a project: `x`, and the part of the cost that it collects, over the cost.
struct Offer {
    project: u32,
    /// `x / a^2`, by which offers are compared.
    merit: Fraction,
    /// `x / a`, what a unit of utility is charged.
    charge: Fraction,
}

/// Voters with the same purchases: their balance is the share less what they were charged.
struct Group {
    /// Steps in which they paid, with their weight.
    paid: Vec<(u32, u32)>,
    /// Their balance as a float; zero only if they have nothing left.
    rough: f64,
}

/// Supporters of a project with the same balance and the same utility.
#[derive(Clone, Copy)]
struct Supporters {
    /// Balance over utility: the price at which they run dry.
    dry_at: f64,
    group: u32,
    utility: u64,
    voters: u64,
}

/// A price worth an exact look.
#[derive(Clone, Copy)]
enum Place {
    /// The price at which these supporters run dry.
    Dry(Supporters),
    /// The price that collects the whole cost, about this.
    Full(f64),
}

struct Counter<'a> {
    profile: &'a Profile,
    purchases: Purchases<'a>,
    share: Fraction,
    /// What each purchase charged per weight.
    dues: Vec<Fraction>,
    group_of: Vec<u32>,
    groups: Vec<Group>,
    /// A lower bound of each project's merit: balances only fall, so merits only rise.
    bounds: Vec<f64>,
}

impl<'a> Counter<'a> {
    fn new(ground: &'a Ground<'a>) -> Self {
        let profile = ground.profile;
        let share = Fraction::new(ground.budget, profile.voters.max(1));
        let all = Group {
            paid: Vec::new(),
            rough: share.to_f64(),
        };
        Self {
            profile,
            purchases: Purchases::new(ground),
            share,
            dues: Vec::new(),
            group_of: vec![0; profile.classes_len()],
            groups: vec![all],
            bounds: vec![0.0; profile.projects_len()],
        }
    }

    /// Buys one project; false when there is none, nothing when numbers grow too long.
    fn step(&mut self) -> Option<bool> {
        let mut best: Vec<Offer> = Vec::new();
        for (project, places) in self.close_ones() {
            for place in places {
                let Some(offer) = self.offer(project, place) else {
                    continue;
                };
                match best.first().map(|other| offer.merit.cmp(&other.merit)) {
                    None | Some(Ordering::Less) => best = vec![offer],
                    Some(Ordering::Equal) if best.iter().all(|other| other.project != offer.project) => {
                        best.push(offer);
                    }
                    _ => {}
                }
            }
        }
        let tied = best.iter().map(|offer| offer.project).collect();
        let chosen = self.purchases.first_of(tied);
        let Some(offer) = best.into_iter().find(|offer| Some(offer.project) == chosen) else {
            return Some(false);
        };
        if offer.charge.bits() > LONGEST {
            return None;
        }
        self.pay(&offer);
        Some(true)
    }

    /// The projects, with their prices, that floats cannot tell from the best.
    fn close_ones(&mut self) -> Vec<(usize, Vec<Place>)> {
        let mut candidates = self.purchases.candidates();
        candidates.sort_by(|&a, &b| self.bounds[a].total_cmp(&self.bounds[b]));
        let mut least = f64::INFINITY;
        let mut looked_at = Vec::new();
        for project in candidates {
            if self.bounds[project] > least * (1.0 + 1e-7) {
                break;
            }
            let merits = self.merits(project);
            let lowest = merits
                .iter()
                .map(|(merit, _)| *merit)
                .fold(f64::INFINITY, f64::min);
            self.bounds[project] = lowest * (1.0 - 1e-7);
            least = least.min(lowest);
            looked_at.push((project, merits));
        }
        let near = |(merit, place): (f64, Place)| (merit <= least * (1.0 + 1e-7)).then_some(place);
        let near = |merits: Vec<_>| merits.into_iter().filter_map(near).collect::<Vec<Place>>();
        let all = looked_at
            .into_iter()
            .map(|(project, merits)| (project, near(merits)));
        all.filter(|(_, places)| !places.is_empty() && least < f64::INFINITY)
            .collect()
    }

    /// The supporters who have money, those who run dry first at the front.
    fn supporters(&self, project: usize) -> Vec<Supporters> {
        let mut all: Vec<(u32, u32, u64)> = self
            .profile
            .weighted_supporters(project)
            .map(|(class, weight)| {
                (
                    self.group_of[class as usize],
                    weight,
                    u64::from(self.profile.multiplicity[class as usize]),
                )
            })
            .filter(|(group, ..)| self.groups[*group as usize].rough > 0.0)
            .collect();
        all.sort_unstable();
        let mut list: Vec<Supporters> = Vec::new();
        for (group, weight, voters) in all {
            let utility = u64::from(weight) * self.profile.scale[project];
            match list.last_mut() {
                Some(last) if last.group == group && last.utility == utility => last.voters += voters,
                _ => list.push(Supporters {
                    dry_at: self.groups[group as usize].rough / utility as f64,
                    group,
                    utility,
                    voters,
                }),
            }
        }
        list.sort_by(|a, b| a.dry_at.total_cmp(&b.dry_at));
        list
    }

    /// Merits as floats (right to 1e-8) of all prices at which something changes.
    fn merits(&self, project: usize) -> Vec<(f64, Place)> {
        let list = self.supporters(project);
        let cost = self.profile.costs[project] as f64;
        let mut rich: f64 = list.iter().map(|s| s.utility as f64 * s.voters as f64).sum();
        let mut paid = 0.0;
        let mut merits = Vec::new();
        for supporters in &list {
            let x = supporters.dry_at;
            let collected = paid + x * rich;
            if collected >= cost * (1.0 - NEAR) {
                let full = (cost - paid) / rich;
                merits.push((full, Place::Full(full)));
                if collected > cost * (1.0 + NEAR) {
                    break;
                }
            }
            let part = (collected / cost).min(1.0);
            merits.push((x / part / part, Place::Dry(*supporters)));
            paid += self.groups[supporters.group as usize].rough * supporters.voters as f64;
            rich -= supporters.utility as f64 * supporters.voters as f64;
        }
        merits
    }

    /// The exact balance of a group.
    fn balance(&self, group: u32) -> Fraction {
        let paid = self.groups[group as usize].paid.iter();
        paid.fold(self.share.clone(), |left, &(step, weight)| {
            left.minus(&self.dues[step as usize].times_whole(weight.into()))
        })
    }

    /// The exact offer at a place; none where it turns out not to apply.
    fn offer(&self, project: usize, place: Place) -> Option<Offer> {
        let cost = Fraction::new(self.profile.costs[project], 1);
        let (x, part) = match place {
            Place::Dry(supporters) => {
                let balance = self.balance(supporters.group);
                let x = balance.over(&Fraction::new(supporters.utility, 1));
                let (paid, rich) = self.sides(project, supporters.dry_at, &x);
                let part = paid.plus(&x.times(&rich)).over(&cost);
                if part > Fraction::new(1, 1) {
                    return None;
                }
                (x, part)
            }
            Place::Full(rough) => (self.full_price(project, rough)?, Fraction::new(1, 1)),
        };
        let charge = x.over(&part);
        Some(Offer {
            project: project as u32,
            merit: charge.over(&part),
            charge,
        })
    }

    /// The price that collects the cost exactly; none where the supporters cannot pay it.
    fn full_price(&self, project: usize, rough: f64) -> Option<Fraction> {
        let cost = Fraction::new(self.profile.costs[project], 1);
        // Nobody near the price counts as poor at first; a price from too few poor is too low, so it only rises.
        let mut x = Fraction::zero();
        loop {
            let (paid, rich) = self.sides(project, rough, &x);
            if rich.is_zero() {
                return (paid == cost).then_some(x);
            }
            let next = cost.minus(&paid).over(&rich);
            if next == x {
                return Some(x);
            }
            x = next;
        }
    }

    /// What the supporters who run dry below `x` pay together, and the utility of the others. `rough` is about `x`.
    fn sides(&self, project: usize, rough: f64, x: &Fraction) -> (Fraction, Fraction) {
        let (mut poor, mut rich) = (0u64, 0u128);
        let mut paid = vec![0i128; self.dues.len()];
        for supporters in self.supporters(project) {
            let near = (supporters.dry_at - rough).abs() <= NEAR * rough.max(supporters.dry_at);
            let is_poor = if near {
                let limit = x.times_whole(supporters.utility);
                self.balance(supporters.group) < limit
            } else {
                supporters.dry_at < rough
            };
            if is_poor {
                poor += supporters.voters;
                for &(step, weight) in &self.groups[supporters.group as usize].paid {
                    paid[step as usize] += i128::from(supporters.voters) * i128::from(weight);
                }
            } else {
                rich += u128::from(supporters.utility) * u128::from(supporters.voters);
            }
        }
        let mut money = self.share.times_whole(poor);
        for (due, &times) in self.dues.iter().zip(&paid).filter(|(_, times)| **times > 0) {
            money = money.minus(&due.times(&Fraction::new(times, 1)));
        }
        (money, Fraction::new(rich, 1))
    }

    fn pay(&mut self, offer: &Offer) {
        let index = offer.project as usize;
        let step = self.dues.len() as u32;
        self.dues
            .push(offer.charge.times_whole(self.profile.scale[index]));
        let due = self.dues[step as usize].to_f64();
        let mut moved: HashMap<(u32, u32), u32> = HashMap::new();
        let supporters: Vec<(u32, u32)> = self.profile.weighted_supporters(index).collect();
        for (class, weight) in supporters {
            let old = self.group_of[class as usize];
            if self.groups[old as usize].rough > 0.0 {
                self.group_of[class as usize] = *moved
                    .entry((old, weight))
                    .or_insert_with(|| self.charged(old, step, weight, due));
            }
        }
        self.purchases.buy(offer.project);
    }

    /// A new group: those of `old` after a purchase.
    fn charged(&mut self, old: u32, step: u32, weight: u32, due: f64) -> u32 {
        let old = &self.groups[old as usize];
        let mut paid = old.paid.clone();
        paid.push((step, weight));
        let rough = old.rough - due * f64::from(weight);
        self.groups.push(Group { paid, rough });
        let group = self.groups.len() as u32 - 1;
        if rough < SMALL * self.share.to_f64() {
            let exact = self.balance(group);
            let left = exact > Fraction::zero();
            // A balance too small for the float is still one.
            self.groups[group as usize].rough = if left {
                exact.to_f64().max(f64::MIN_POSITIVE)
            } else {
                0.0
            };
        }
        group
    }
}
