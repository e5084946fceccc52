//! Raising the share step by step ("add1"), until the outcome would cost too much.
//!
//! Raising is not monotone: a project can come in, drop out and come in again. So every step is run; there is no
//! short cut by halving. What speeds it up: purchases that no lack of money has touched are shared by all larger
//! shares, and several shares are run ahead at the same time, to be accepted in order.

use std::sync::atomic::{AtomicU64, Ordering::SeqCst};

use super::run::{Runner, Share};
use crate::profile::Profile;
use crate::rule::{Among, Completion, Rule, StartShare, Stop};
use crate::ties::{Tie, TieLog, TieOrder};

/// What equal shares are run on.
pub(crate) struct Ground<'a> {
    pub profile: &'a Profile,
    pub ties: &'a TieOrder,
    pub eligible: &'a [bool],
    pub groups: &'a [Option<u32>],
    pub budget: u64,
    /// Projects funded at nobody's expense: they cost nothing.
    pub free: &'a [u32],
}

/// Why the share was not raised further.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stopped {
    /// The rule does not raise shares.
    NotRaised,
    /// The budget is enough for all projects.
    AllFit,
    /// The next outcome would cost more than the budget.
    NextInfeasible,
    /// No further project fits.
    Exhaustive,
    /// Every project that can win has won.
    NothingLeft,
}

/// The outcome of equal shares at the share where raising ended.
pub(crate) struct Raised {
    pub share: Share,
    pub runs: u64,
    pub ties: TieLog,
    pub stopped: Stopped,
}

/// The share at the start.
pub(crate) fn start_share(rule: &Rule, budget: u64, voters: u64) -> Share {
    match rule.start_share {
        StartShare::Exact => Share {
            numerator: budget.into(),
            denominator: voters.max(1).into(),
        },
        StartShare::Floor => Share {
            numerator: (budget / voters.max(1)).into(),
            denominator: 1,
        },
    }
}

/// Finds the share by the rule. `progress` is told the number of runs done, now and then, from any thread.
pub(crate) fn raise(ground: &Ground, rule: &Rule, threads: usize, progress: &(dyn Fn(u64) + Sync)) -> Raised {
    let start = start_share(rule, ground.budget, ground.profile.voters);
    let all: u128 = ground.profile.costs.iter().map(|&cost| u128::from(cost)).sum();
    let raised = matches!(rule.completion, Completion::Add1 | Completion::Add1u);
    let all_fit = rule.skip_if_all_fit && all <= ground.budget.into();
    if !raised || all_fit {
        let mut share = start;
        if all_fit {
            share = Share {
                numerator: ground.budget.into(),
                denominator: ground.profile.voters.max(1).into(),
            };
        }
        let mut runner = ground.runner();
        runner.run(share);
        let mut ties = TieLog::default();
        runner.ties().iter().for_each(|tie| ties.note(1, tie));
        let stopped = if all_fit {
            Stopped::AllFit
        } else {
            Stopped::NotRaised
        };
        return Raised {
            share,
            runs: 1,
            ties,
            stopped,
        };
    }
    let search = Search {
        ground,
        rule,
        start,
        next: AtomicU64::new(0),
        end: AtomicU64::new(u64::MAX),
        progress,
    };
    search.run(threads.max(1))
}

impl<'a> Ground<'a> {
    /// A runner over this ground.
    pub(crate) fn runner(&self) -> Runner<'a> {
        Runner::new(self.profile, self.ties, self.eligible, self.groups)
    }
}

/// What one thread found: the run that ended its work, and the ties of all its runs.
struct Found {
    end: Option<(u64, Stopped)>,
    ties: Vec<(u64, Tie)>,
}

struct Search<'a> {
    ground: &'a Ground<'a>,
    rule: &'a Rule,
    start: Share,
    next: AtomicU64,
    /// The first run known to end the raising.
    end: AtomicU64,
    progress: &'a (dyn Fn(u64) + Sync),
}

impl Search<'_> {
    fn share(&self, raises: u64) -> Share {
        let more = u128::from(raises) * u128::from(self.rule.step) * self.start.denominator;
        Share {
            numerator: self.start.numerator + more,
            denominator: self.start.denominator,
        }
    }

    fn run(&self, threads: usize) -> Raised {
        let found: Vec<Found> = std::thread::scope(|scope| {
            let others: Vec<_> = (1..threads).map(|_| scope.spawn(|| self.work())).collect();
            let mut found = vec![self.work()];
            for other in others {
                match other.join() {
                    Ok(result) => found.push(result),
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            found
        });
        // Every run up to the first that ends has been made, so the least of all ends is that of a single thread.
        let ends = found.iter().filter_map(|found| found.end);
        let (end, stopped) = ends
            .min_by_key(|(run, _)| *run)
            .unwrap_or((0, Stopped::NothingLeft));
        let mut ties = TieLog::default();
        for (run, tie) in found
            .iter()
            .flat_map(|found| &found.ties)
            .filter(|(run, _)| *run <= end)
        {
            ties.note(run + 1, tie);
        }
        let accepted = if stopped == Stopped::NextInfeasible {
            end.saturating_sub(1)
        } else {
            end
        };
        Raised {
            share: self.share(accepted),
            runs: end + 1,
            ties,
            stopped,
        }
    }

    /// Takes run after run until one is beyond the end; each thread's shares only rise.
    fn work(&self) -> Found {
        let mut runner = self.ground.runner();
        let mut ties = Vec::new();
        loop {
            let run = self.next.fetch_add(1, SeqCst);
            if run > self.end.load(SeqCst) {
                return Found { end: None, ties };
            }
            let stopped = self.end_of(runner.run(self.share(run)));
            ties.extend(runner.ties().iter().map(|tie| (run, tie.clone())));
            (self.progress)(run + 1);
            if let Some(stopped) = stopped {
                self.end.fetch_min(run, SeqCst);
                return Found {
                    end: Some((run, stopped)),
                    ties,
                };
            }
        }
    }

    /// Whether an outcome ends the raising.
    fn end_of(&self, bought: &[u32]) -> Option<Stopped> {
        let profile = self.ground.profile;
        let cost: u128 = bought
            .iter()
            .map(|&p| u128::from(profile.costs[p as usize]))
            .sum();
        if cost > self.ground.budget.into() {
            return Some(Stopped::NextInfeasible);
        }
        let mut won = vec![false; profile.projects_len()];
        for &project in bought.iter().chain(self.ground.free) {
            won[project as usize] = true;
            if let Some(group) = self.ground.groups[project as usize] {
                let shut = (0..won.len()).filter(|&other| self.ground.groups[other] == Some(group));
                shut.for_each(|other| won[other] = true);
            }
        }
        let open = |&p: &usize| !won[p] && self.ground.eligible[p];
        let can_win = |p: &usize| open(p) && profile.total_weight[*p] > 0;
        if !(0..won.len()).any(|p| can_win(&p)) {
            return Some(Stopped::NothingLeft);
        }
        let counts = |p: &usize| match self.rule.exhaustive_among {
            Among::Supported => can_win(p),
            Among::All => open(p),
        };
        let fits = |p: usize| cost + u128::from(profile.costs[p]) <= self.ground.budget.into();
        let exhaustive = self.rule.stop == Stop::Exhaustive && !(0..won.len()).filter(counts).any(fits);
        exhaustive.then_some(Stopped::Exhaustive)
    }
}
