//! The steps of the dual simplex: who leaves the basis, who enters, who only changes sides.

use super::{At, Certificate, End, FEASIBLE, FIRST, Lp, PIVOT, REFACTOR};

impl Lp {
    /// Runs the dual simplex from the current basis.
    pub fn solve(&mut self, limit: usize) -> End {
        if self.since >= REFACTOR {
            self.refactor();
        }
        self.price_all();
        self.value_all();
        for _ in 0..limit {
            if self.since >= REFACTOR {
                self.restart();
            }
            let Some((row, below)) = self.leaving() else {
                if self.since == 0 || self.trusting {
                    return End::Optimal;
                }
                self.restart(); // check with fresh numbers before claiming anything
                if self.leaving().is_none() {
                    return End::Optimal;
                }
                continue;
            };
            self.iterations += 1;
            if let Some(certificate) = self.step(row, below) {
                if self.since == 0 || (self.trusting && certificate.holds(self)) {
                    return End::Infeasible(certificate);
                }
                self.restart();
            }
        }
        End::Stalled
    }

    /// The basic variable furthest outside its box, measured in the steepest-edge norm.
    fn leaving(&self) -> Option<(usize, bool)> {
        let mut best = None;
        let mut worst = 0.0;
        for (row, &variable) in self.basis.iter().enumerate() {
            let value = self.basic_value[row];
            let (below, above) = (self.lower[variable] - value, value - self.upper[variable]);
            let off = below.max(above);
            if off > FEASIBLE {
                let score = off * off / self.weight[row];
                if score > worst {
                    worst = score;
                    best = Some((row, below > above));
                }
            }
        }
        best
    }

    /// One dual step with bound flipping; a certificate if no step can mend the row.
    fn step(&mut self, row: usize, below: bool) -> Option<Certificate> {
        let m = self.rows;
        let rho: Vec<f64> = self.inverse[row * m..(row + 1) * m].to_vec();
        let leaving = self.basis[row];
        let mut alphas: Vec<(usize, f64)> = Vec::with_capacity(self.columns);
        let mut candidates: Vec<(f64, usize, f64)> = Vec::new();
        let sign = if below { 1.0 } else { -1.0 };
        for variable in 0..self.columns + m {
            // Who is held can neither move nor change a sign that matters.
            if self.at[variable] == At::Basic || self.upper[variable] <= self.lower[variable] {
                continue;
            }
            let alpha = self.dot(&rho, variable);
            if alpha.abs() <= 1e-11 {
                continue;
            }
            alphas.push((variable, alpha));
            let helps = match self.at[variable] {
                At::Lower => sign * alpha < 0.0,
                _ => sign * alpha > 0.0,
            };
            if helps && alpha.abs() > PIVOT {
                candidates.push(((self.reduced[variable] / alpha).abs(), variable, alpha));
            }
        }
        let order = |a: &(f64, usize, f64), b: &(f64, usize, f64)| {
            a.0.total_cmp(&b.0).then(b.2.abs().total_cmp(&a.2.abs()))
        };
        let value = self.basic_value[row];
        let slope = if below {
            self.lower[leaving] - value
        } else {
            value - self.upper[leaving]
        };
        let crossing = |candidates: &[(f64, usize, f64)]| {
            let mut slope = slope;
            candidates.iter().position(|&(_, variable, alpha)| {
                slope -= alpha.abs() * (self.upper[variable] - self.lower[variable]);
                slope <= FEASIBLE * 0.5
            })
        };
        // Mostly the crossing is among the first few: sort no more than needed.
        let mut chosen = None;
        if candidates.len() > 2 * FIRST {
            candidates.select_nth_unstable_by(FIRST, order);
            candidates[..FIRST].sort_unstable_by(order);
            chosen = crossing(&candidates[..FIRST]);
        }
        if chosen.is_none() {
            candidates.sort_unstable_by(order);
            chosen = crossing(&candidates);
        }
        let Some(mut k) = chosen else {
            return Some(self.certificate(&rho, sign));
        };
        // Among near ties the largest pivot is the most accurate.
        let ratio = candidates[k].0;
        for (other, candidate) in candidates.iter().enumerate().take(FIRST).skip(k + 1) {
            if candidate.0 > ratio + 1e-12 {
                break;
            }
            if candidate.2.abs() > candidates[k].2.abs() * 4.0 {
                k = other;
                break;
            }
        }
        self.exchange(row, below, &candidates[..=k], &alphas);
        None
    }

    fn exchange(&mut self, row: usize, below: bool, passed: &[(f64, usize, f64)], alphas: &[(usize, f64)]) {
        let leaving = self.basis[row];
        let (flips, entering) = (&passed[..passed.len() - 1], passed[passed.len() - 1].1);
        let step = {
            let (_, variable, alpha) = passed[passed.len() - 1];
            self.reduced[variable] / alpha
        };
        for &(variable, alpha) in alphas {
            self.reduced[variable] -= step * alpha;
        }
        for &(_, variable, _) in flips {
            self.at[variable] = if self.at[variable] == At::Lower {
                At::Upper
            } else {
                At::Lower
            };
        }
        let alpha = self.ftran(entering);
        self.reduced[entering] = 0.0;
        self.reduced[leaving] = -step;
        self.basis[row] = entering;
        self.at[entering] = At::Basic;
        self.at[leaving] = if below { At::Lower } else { At::Upper };
        self.pivot(row, &alpha);
        self.value_all();
        self.since += 1;
    }

    fn certificate(&self, rho: &[f64], sign: f64) -> Certificate {
        let all = self.columns + self.rows;
        let multipliers = (0..all).map(|variable| -sign * self.dot(rho, variable)).collect();
        Certificate { multipliers }
    }
}
