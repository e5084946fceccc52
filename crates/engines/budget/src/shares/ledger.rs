//! Who paid what in the run at the final share: exact, for explanations.

use super::run::{ALIVE, Runner};
use crate::exact::{Form, Fraction};

/// A purchase of the final run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purchase {
    /// The project.
    pub project: u32,
    /// What a supporter with enough money paid, per unit of weight. (Weight is 1 for marks, the points for points.)
    pub price: Fraction,
    /// Supporters who paid that price.
    pub full_payers: u64,
    /// Supporters who had less and gave all they had.
    pub part_payers: u64,
    /// Supporters who had nothing left.
    pub empty: u64,
}

impl Runner<'_> {
    /// The purchases of the last run.
    pub(crate) fn purchases(&mut self) -> Vec<Purchase> {
        self.complete_chain();
        (0..self.bought.len()).map(|step| self.purchase(step)).collect()
    }

    fn purchase(&self, step: usize) -> Purchase {
        let project = self.bought[step];
        let (mut full_payers, mut part_payers, mut empty) = (0, 0, 0);
        for &class in self.profile.supporters(project as usize) {
            let many = u64::from(self.profile.multiplicity[class as usize]);
            match self.gone[class as usize] {
                gone if gone < 2 * step as u32 => empty += many,
                gone if gone == 2 * step as u32 => part_payers += many,
                _ => full_payers += many,
            }
        }
        Purchase {
            project,
            price: self.chain.price(step),
            full_payers,
            part_payers,
            empty,
        }
    }

    /// What the supporters of a project have left together.
    pub(crate) fn money_left(&mut self, project: u32) -> Fraction {
        self.complete_chain();
        let mut sum = Form::zero(self.chain.len());
        for &class in self.profile.supporters(project as usize) {
            if self.gone[class as usize] == ALIVE {
                self.take_balance(&mut sum, class);
            }
        }
        // `take_balance` subtracts the balances from the form.
        Fraction::zero().minus(&self.chain.value(&sum))
    }

    /// What a voter of a class paid for each project, in order; what is left; and the project on which they spent all
    /// they had, though it was less than what others paid.
    pub(crate) fn payments(&mut self, class: u32) -> (Vec<(u32, Fraction)>, Fraction, Option<u32>) {
        self.complete_chain();
        let mut left = self.chain.value(&Form {
            share: 1,
            ..Form::zero(self.chain.len())
        });
        let gone = self.gone[class as usize];
        let (mut paid, mut emptied) = (Vec::new(), None);
        for (step, weight) in self.history(class) {
            if gone < 2 * step {
                continue;
            }
            let due = self.chain.price(step as usize).times_whole(u64::from(weight));
            let project = self.bought[step as usize];
            let amount = if gone == 2 * step {
                emptied = Some(project);
                left.clone()
            } else {
                due
            };
            left = left.minus(&amount);
            paid.push((project, amount));
        }
        (paid, left, emptied)
    }

    /// For each project the best moment of the run: which part of its cost its supporters could have paid, at the
    /// price of the project bought then or with all they had in the end. In floats: for a picture, nothing is decided.
    pub(crate) fn best_cover(&mut self) -> Vec<f64> {
        self.complete_chain();
        let profile = self.profile;
        let mut balance = vec![self.share; profile.classes_len()];
        let mut cover = vec![0.0f64; profile.projects_len()];
        for step in 0..=self.bought.len() {
            let price = self.bought.get(step).map(|&q| {
                (
                    q,
                    self.chain.price(step).to_f64(),
                    profile.scale[q as usize] as f64,
                )
            });
            for (project, cover) in cover.iter_mut().enumerate() {
                if (self.step_of[project] as usize) < step || profile.costs[project] == 0 {
                    continue;
                }
                let most = price.map_or(f64::INFINITY, |(_, t, scale)| {
                    t / scale * profile.scale[project] as f64
                });
                let mut sum = 0.0;
                for (class, weight) in profile.weighted_supporters(project) {
                    let many = f64::from(profile.multiplicity[class as usize]);
                    sum += balance[class as usize].min(most * f64::from(weight)) * many;
                }
                *cover = cover.max(sum / profile.costs[project] as f64);
            }
            if let Some((bought, t, _)) = price {
                for (class, weight) in profile.weighted_supporters(bought as usize) {
                    let left = &mut balance[class as usize];
                    *left = (*left - t * f64::from(weight)).max(0.0);
                }
            }
        }
        cover
    }
}
