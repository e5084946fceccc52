//! What a candidate would cost its supporters: a float with a proven bound on its error.

use super::precise::Exact;
use super::run::{ALIVE, Runner};
use super::sums::{UNIT, below, depth, least, sum};

/// The price of a candidate.
pub(super) struct Price {
    pub project: u32,
    /// Bounds of `t`, the payment per weight, and a value between.
    pub least: f64,
    pub middle: f64,
    pub most: f64,
    /// Bounds of `rho`.
    pub low: f64,
    pub high: f64,
    /// The exact price, where it was needed already.
    pub exact: Option<Exact>,
}

/// What came of an evaluation.
pub(super) enum Verdict {
    /// Its supporters cannot pay for it any more, and never will again in this run.
    Unaffordable,
    /// It cannot be the best of this step; its `rho` is at least this.
    Worse(f64),
    /// It can.
    Candidate(Price),
}

/// Sums over the supporters who still have money.
struct Purse {
    /// Voters, weight of all of them, money of all of them.
    voters: f64,
    weight: f64,
    money: f64,
}

impl Runner<'_> {
    /// Evaluates a candidate as far as needed to know whether its `rho` can be at most `best`.
    ///
    /// For any set P of supporters who pay all they have, `(cost - money of P) / (weight of the others)` is a lower
    /// bound of `t`, since `cost = sum of min(balance, t w) <= money of P + t * weight of the others`. So every
    /// iteration gives a lower bound, and a candidate that cannot win is left early.
    pub(super) fn evaluate(&mut self, project: u32, best: f64) -> Verdict {
        let index = project as usize;
        let cost = self.profile.costs[index] as f64;
        let scale = self.profile.scale[index] as f64;
        let purse = self.gather(index);
        let rough = purse.voters * self.error + depth(self.values.len()) * UNIT * purse.money;
        if purse.money + rough < cost {
            self.independent = false;
            return Verdict::Unaffordable;
        }
        if purse.money - rough < cost {
            self.independent = false;
            return self.exactly(project, 0.0, f64::INFINITY);
        }
        let mut t = cost / purse.weight;
        if self.independent && self.some_run_short(t) {
            self.independent = false;
        }
        let (mut poor_money, mut poor_weight, mut poor_voters) = (0.0, 0.0, 0.0);
        let (mut least, mut rounding);
        loop {
            rounding =
                poor_voters * self.error + (depth(self.values.len()) + 4.0) * UNIT * (cost + poor_money);
            let rich = purse.weight - poor_weight;
            if rich <= 0.0 {
                return self.exactly(project, 0.0, f64::INFINITY);
            }
            least = t - rounding / rich - 4.0 * UNIT * t;
            if least / scale * (1.0 - 4.0 * UNIT) > best {
                return Verdict::Worse(least / scale * (1.0 - 4.0 * UNIT));
            }
            let (money, weight, voters) = self.below(t);
            if weight < poor_weight {
                return self.exactly(project, least, f64::INFINITY);
            }
            if weight == poor_weight {
                break;
            }
            (poor_money, poor_weight, poor_voters) = (money, weight, voters);
            if poor_weight < purse.weight {
                t = (cost - poor_money) / (purse.weight - poor_weight);
            }
        }
        // Now with each voter's own error instead of the largest.
        let own = self.errors_below(index, t);
        let roundings = (depth(self.values.len()) + 4.0) * UNIT * (cost + poor_money);
        let rich = purse.weight - poor_weight;
        let least = least.max(t - (own + roundings) / rich - 4.0 * UNIT * t);
        if least / scale * (1.0 - 4.0 * UNIT) > best {
            return Verdict::Worse(least / scale * (1.0 - 4.0 * UNIT));
        }
        // From above: as long as the voters counted in `safe` stay rich up to `t + slack`, the payments grow by at
        // least `safe` per unit of `t`, so they reach the cost within the error divided by `safe`.
        let slack = 4.0 * ((own + roundings) / rich + 4.0 * UNIT * t);
        let (_, unsafe_weight, _) = self.below(t + slack + self.error);
        let safe = purse.weight - unsafe_weight;
        let errors = self.errors_below(index, t + slack + self.error);
        let most = t + (errors + roundings) / safe + 4.0 * UNIT * t;
        if safe <= 0.0 || most > t + slack {
            return self.exactly(project, least, f64::INFINITY);
        }
        let (low, high) = (
            least / scale * (1.0 - 4.0 * UNIT),
            most / scale * (1.0 + 4.0 * UNIT),
        );
        Verdict::Candidate(Price {
            project,
            least,
            middle: t,
            most,
            low,
            high,
            exact: None,
        })
    }

    /// The exact price, as a candidate with narrow bounds.
    fn exactly(&mut self, project: u32, least: f64, most: f64) -> Verdict {
        let Some(exact) = self.evaluate_exactly(project, least, most) else {
            return Verdict::Unaffordable;
        };
        let t = self.chain.value(&exact.form).to_f64();
        let scale = self.profile.scale[project as usize] as f64;
        let (least, most) = (t * (1.0 - 16.0 * UNIT), t * (1.0 + 16.0 * UNIT));
        Verdict::Candidate(Price {
            project,
            least,
            middle: t,
            most,
            low: least / scale * (1.0 - 4.0 * UNIT),
            high: most / scale * (1.0 + 4.0 * UNIT),
            exact: Some(exact),
        })
    }

    /// Collects the balances of the supporters with money, and moves those without to the end of the list.
    fn gather(&mut self, project: usize) -> Purse {
        let range = self.profile.supporter_range(project);
        let live = self.alive[project] as usize;
        self.values.clear();
        self.dead.clear();
        if self.profile.is_plain() {
            let list = &mut self.lists[range.start..range.start + live];
            self.values.resize(live, 0.0);
            let (values, spent, share) = (&mut self.values[..live], self.spent.as_slice(), self.share);
            let mut kept = 0;
            for at in 0..live {
                let class = list[at];
                let balance = share - spent[class as usize];
                if balance > f64::NEG_INFINITY {
                    list[kept] = class;
                    values[kept] = balance;
                    kept += 1;
                } else {
                    self.dead.push((class, 1));
                }
            }
            for (at, &(class, _)) in self.dead.iter().enumerate() {
                list[kept + at] = class;
            }
            self.values.truncate(kept);
            self.alive[project] = kept as u32;
            return Purse {
                voters: kept as f64,
                weight: kept as f64,
                money: sum(&self.values),
            };
        }
        self.gather_weighted(range.start, live, project)
    }

    fn gather_weighted(&mut self, start: usize, live: usize, project: usize) -> Purse {
        self.weights.clear();
        self.many.clear();
        let even = self.list_weights.is_empty();
        let mut kept = 0;
        let (mut voters, mut weight) = (0u64, 0u64);
        let mut money = 0.0;
        for at in start..start + live {
            let class = self.lists[at];
            let w = if even { 1 } else { self.list_weights[at] };
            if self.gone[class as usize] != ALIVE {
                self.dead.push((class, w));
                continue;
            }
            let balance = self.share - self.spent[class as usize];
            let many = self.profile.multiplicity[class as usize];
            self.lists[start + kept] = class;
            if !even {
                self.list_weights[start + kept] = w;
            }
            kept += 1;
            voters += u64::from(many);
            weight += u64::from(many) * u64::from(w);
            money += balance * f64::from(many);
            self.values.push(balance);
            self.weights.push(f64::from(w));
            self.many.push(f64::from(many));
        }
        for (at, &(class, w)) in self.dead.iter().enumerate() {
            self.lists[start + kept + at] = class;
            if !even {
                self.list_weights[start + kept + at] = w;
            }
        }
        self.alive[project] = kept as u32;
        Purse {
            voters: voters as f64,
            weight: weight as f64,
            money,
        }
    }

    /// Money, weight and number of the voters whose balance per weight is below `t`.
    fn below(&self, t: f64) -> (f64, f64, f64) {
        if self.profile.is_plain() {
            let (money, count) = below(&self.values, t);
            return (money, count, count);
        }
        let (mut money, mut weight, mut voters) = (0.0, 0.0, 0.0);
        for at in 0..self.values.len() {
            if self.values[at] < t * self.weights[at] {
                money += self.values[at] * self.many[at];
                weight += self.weights[at] * self.many[at];
                voters += self.many[at];
            }
        }
        (money, weight, voters)
    }

    /// Sum of the errors of the balances, per voter, whose balance per weight is below `t`.
    fn errors_below(&self, project: usize, t: f64) -> f64 {
        let start = self.profile.supporter_range(project).start;
        let classes = &self.lists[start..start + self.values.len()];
        let plain = self.profile.is_plain();
        let mut errors = 0.0;
        for (at, (&class, &value)) in classes.iter().zip(&self.values).enumerate() {
            let (weight, many) = if plain {
                (1.0, 1.0)
            } else {
                (self.weights[at], self.many[at])
            };
            if value < t * weight {
                errors += self.error_of(class as usize) * many;
            }
        }
        errors * (1.0 + 1e-9)
    }

    /// Whether a supporter might not be able to pay `t` per weight; then the price depends on the share.
    fn some_run_short(&self, t: f64) -> bool {
        let careful = t * (1.0 + 1e-9);
        if self.profile.is_plain() {
            return least(&self.values) - 2.0 * self.error <= careful;
        }
        (0..self.values.len()).any(|at| self.values[at] - 2.0 * self.error <= careful * self.weights[at])
    }
}
