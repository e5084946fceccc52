//! Prices as exact linear forms.

use std::collections::HashMap;

use num_bigint::BigInt;

use super::run::{ALIVE, NOT_BOUGHT, Runner};
use crate::exact::Form;

/// An exact price: the form of `t`, and who of the voters in doubt is left without money by it.
pub(crate) struct Exact {
    pub form: Form,
    /// For voters whom floats could not place: pays all and had less (`Some(false)`), pays all and had just enough
    /// (`Some(true)`), keeps something (`None`).
    doubtful: HashMap<u32, Option<bool>>,
}

impl Exact {
    /// The mark for `Runner::gone` if the class runs dry at `step`.
    pub(super) fn runs_dry(&self, class: u32, step: u32) -> Option<u32> {
        let just_enough = (*self.doubtful.get(&class)?)?;
        Some(2 * step + u32::from(just_enough))
    }
}

/// Voters in doubt who have the same weight and have bought the same projects: their balances are equal.
struct Group {
    weight: u32,
    voters: i128,
    members: Vec<u32>,
    balance: BigInt,
    poor: bool,
}

impl Runner<'_> {
    /// Makes sure that all prices paid so far are in the chain.
    pub(super) fn complete_chain(&mut self) {
        while self.chain.len() < self.bought.len() {
            let form = self.form_of_step(self.chain.len());
            self.chain.push(form);
        }
    }

    /// The form of the price paid at `step`, from who was rich and who was poor then.
    #[inline(never)]
    fn form_of_step(&self, step: usize) -> Form {
        let project = self.bought[step];
        let mut form = Form::zero(step);
        form.constant = i128::from(self.profile.costs[project as usize]);
        form.divisor = 0;
        for (class, weight) in self.profile.weighted_supporters(project as usize) {
            let gone = self.gone[class as usize];
            if gone < 2 * step as u32 {
                continue;
            }
            if gone == 2 * step as u32 {
                self.take_balance(&mut form, class);
            } else {
                form.divisor += i128::from(weight) * i128::from(self.profile.multiplicity[class as usize]);
            }
        }
        form
    }

    /// Subtracts the balance of all voters of a class that has money from the numerator.
    pub(super) fn take_balance(&self, form: &mut Form, class: u32) {
        let many = i128::from(self.profile.multiplicity[class as usize]);
        form.share -= many;
        let prices = form.prices.as_mut_slice();
        for (place, &project) in self.profile.marks(class as usize).iter().enumerate() {
            // A project not bought has a step beyond all.
            if let Some(price) = prices.get_mut(self.step_of[project as usize] as usize) {
                *price += many * i128::from(self.profile.weight_at(class as usize, place));
            }
        }
    }

    /// The balance of one voter of a class that has money.
    pub(super) fn balance_form(&self, class: u32, steps: usize) -> Form {
        let mut form = Form::zero(steps);
        form.share = 1;
        for (place, &project) in self.profile.marks(class as usize).iter().enumerate() {
            let step = self.step_of[project as usize];
            if step != NOT_BOUGHT && (step as usize) < steps {
                form.prices[step as usize] -= i128::from(self.profile.weight_at(class as usize, place));
            }
        }
        form
    }

    /// The exact price of a project, or `None` if its supporters cannot pay. `least` and `most` bound it and spare
    /// the exact look at voters who are clearly poor or clearly rich.
    #[inline(never)]
    pub(super) fn evaluate_exactly(&mut self, project: u32, least: f64, most: f64) -> Option<Exact> {
        self.complete_chain();
        let steps = self.chain.len();
        let mut form = Form::zero(steps);
        form.constant = i128::from(self.profile.costs[project as usize]);
        form.divisor = 0;
        let mut groups: HashMap<(u32, Vec<(u32, u32)>), Group> = HashMap::new();
        for (class, weight) in self.profile.weighted_supporters(project as usize) {
            if self.gone[class as usize] != ALIVE {
                continue;
            }
            let voters = i128::from(self.profile.multiplicity[class as usize]);
            let (balance, w) = (self.share - self.spent[class as usize], f64::from(weight));
            if balance + self.error_of(class as usize) < least * w {
                self.take_balance(&mut form, class);
                continue;
            }
            form.divisor += i128::from(weight) * voters;
            if balance - self.error_of(class as usize) > most * w {
                continue;
            }
            let history = self.history(class);
            let group = groups.entry((weight, history)).or_insert_with(|| Group {
                weight,
                voters: 0,
                members: Vec::new(),
                balance: self.chain.evaluate(&self.balance_form(class, steps)),
                poor: false,
            });
            group.voters += voters;
            group.members.push(class);
        }
        let mut groups: Vec<Group> = groups.into_values().collect();
        loop {
            if form.divisor == 0 {
                return None;
            }
            let price = self.chain.evaluate(&form);
            let mut moved = false;
            for group in groups.iter_mut().filter(|group| !group.poor) {
                if &group.balance * form.divisor < &price * group.weight {
                    group.poor = true;
                    moved = true;
                }
            }
            if !moved {
                return Some(Exact {
                    doubtful: placed(&groups, &form, &price),
                    form,
                });
            }
            form = self.with_poor(project, least, &groups);
        }
    }

    /// The form in which the groups marked poor pay all they have.
    fn with_poor(&self, project: u32, least: f64, groups: &[Group]) -> Form {
        let mut form = Form::zero(self.chain.len());
        form.constant = i128::from(self.profile.costs[project as usize]);
        form.divisor = 0;
        for (class, weight) in self.profile.weighted_supporters(project as usize) {
            if self.gone[class as usize] != ALIVE {
                continue;
            }
            let balance = self.share - self.spent[class as usize];
            if balance + self.error_of(class as usize) < least * f64::from(weight) {
                self.take_balance(&mut form, class);
            } else {
                form.divisor += i128::from(weight) * i128::from(self.profile.multiplicity[class as usize]);
            }
        }
        for group in groups.iter().filter(|group| group.poor) {
            form.divisor -= i128::from(group.weight) * group.voters;
            group
                .members
                .iter()
                .for_each(|&class| self.take_balance(&mut form, class));
        }
        form
    }

    /// Which steps a class has paid for, and with what weight.
    pub(super) fn history(&self, class: u32) -> Vec<(u32, u32)> {
        let marks = self.profile.marks(class as usize).iter().enumerate();
        marks
            .filter(|(_, project)| self.step_of[**project as usize] != NOT_BOUGHT)
            .map(|(place, &project)| {
                (
                    self.step_of[project as usize],
                    self.profile.weight_at(class as usize, place),
                )
            })
            .collect()
    }
}

/// Where the voters in doubt stand at the final price.
fn placed(groups: &[Group], form: &Form, price: &BigInt) -> HashMap<u32, Option<bool>> {
    let mut all = HashMap::new();
    for group in groups {
        let just_enough = !group.poor && &group.balance * form.divisor == price * group.weight;
        let state = if group.poor {
            Some(false)
        } else {
            just_enough.then_some(true)
        };
        all.extend(group.members.iter().map(|&class| (class, state)));
    }
    all
}
