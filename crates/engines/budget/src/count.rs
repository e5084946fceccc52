//! From an election and a rule to an outcome.

use thiserror::Error;

use crate::election::Election;
use crate::exact::Fraction;
use crate::greedy::{Chosen, greedy};
use crate::maximin::maximin;
use crate::overspend::{self, overspend};
use crate::phragmen::phragmen;
use crate::profile::{Profile, scores};
use crate::rule::{Comparison, Completion, Method, OverBudget, Rule, Utility};
use crate::shares::{Ground, Raised, Share, Stopped, raise};
use crate::ties::{Tie, TieLog, TieOrder};

/// Why an election cannot be counted by a rule.
#[derive(Clone, Debug, Error, PartialEq, Eq)]
#[expect(missing_docs, reason = "each message says what its variant means")]
pub enum CountError {
    #[error(
        "the rule names project `{0}`, which is not in the file\n  What to do: correct `exclusions` or `withdrawn`"
    )]
    UnknownProject(String),
    #[error("utility `{0}` needs ballots with {1}\n  What to do: use utility = \"auto\" or another rule")]
    Utility(&'static str, &'static str),
    #[error(
        "pot `{0}` of project `{1}` has no money\n  What to do: add it to `pots.budgets` in the rule, or to META in the file"
    )]
    PotWithoutMoney(String, String),
    #[error(
        "the exact numbers of bounded overspending grew beyond {0} bits\n  What to do: count by districts or use equal shares"
    )]
    TooLong(u64),
}

/// The comparison with greedy's outcome: how many voters prefer which.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// Voters with more marked projects among this rule's winners.
    pub prefer_this: u64,
    /// Voters with more marked projects among greedy's winners.
    pub prefer_greedy: u64,
    /// Greedy's winners.
    pub greedy: Vec<u32>,
    /// Whether greedy's outcome took the place of the rule's own.
    pub switched: bool,
}

/// The outcome of a count.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The winners, in the order of selection.
    pub winners: Vec<u32>,
    /// Of these, how many the method itself chose; the others were added by votes.
    pub chosen_by_method: usize,
    /// A winner that needs a reserve beyond the budget (the rule for the last project).
    pub reserve: Option<u32>,
    /// What the winners cost.
    pub cost: u128,
    /// The share at the end; none for methods without shares.
    pub final_share: Option<Fraction>,
    /// The share at the start.
    pub start_share: Option<Fraction>,
    /// How many runs of the method it took.
    pub runs: u64,
    /// Why the share was not raised further.
    pub stopped: Option<Stopped>,
    /// Every tie met.
    pub ties: TieLog,
    /// How greedy compares.
    pub compared: Compared,
    /// Projects that took no part, by the rule's thresholds or filters.
    pub barred: Vec<u32>,
}

/// Counts `election` by `rule` on `threads` threads. `progress` hears of runs done.
pub fn count(
    election: &Election,
    rule: &Rule,
    threads: usize,
    progress: &(dyn Fn(u64) + Sync),
) -> Result<Outcome, CountError> {
    let counting = Counting::new(election, rule)?;
    let mut outcome = match rule.method {
        Method::Greedy => counting.by_greedy(),
        Method::EqualShares => counting.by_shares(threads, progress),
        Method::Phragmen => counting.by_loads(|ground| Ok(phragmen(ground, rule.skip)))?,
        Method::MaximinSupport => counting.by_loads(|ground| Ok(maximin(ground, progress)))?,
        Method::BoundedOverspending => counting
            .by_loads(|ground| overspend(ground, progress).ok_or(CountError::TooLong(overspend::LONGEST)))?,
    };
    counting.compare(&mut outcome);
    Ok(outcome)
}

/// What every method needs to know of an election under a rule.
pub(crate) struct Counting<'a> {
    pub election: &'a Election,
    pub rule: &'a Rule,
    pub votes: Vec<u64>,
    pub scores: Vec<i64>,
    pub ties: TieOrder,
    pub eligible: Vec<bool>,
    pub groups: Vec<Option<u32>>,
    pub barred: Vec<u32>,
    pub free: Vec<u32>,
}

impl<'a> Counting<'a> {
    pub(crate) fn new(election: &'a Election, rule: &'a Rule) -> Result<Self, CountError> {
        if matches!(rule.utility, Utility::Points | Utility::PointsCost)
            && matches!(
                election.vote_type,
                crate::VoteType::Approval | crate::VoteType::ChooseOne
            )
        {
            return Err(CountError::Utility("points", "points"));
        }
        if matches!(rule.utility, Utility::Borda | Utility::ThreeTwoOne)
            && election.vote_type != crate::VoteType::Ordinal
        {
            return Err(CountError::Utility("borda", "rankings"));
        }
        let votes = election.votes();
        let scores = scores(election, rule.utility);
        let ties = TieOrder::new(election, rule, &votes);
        let groups = groups(election, rule)?;
        let eligible = eligible(election, rule, &votes, &scores);
        let barred = (0..eligible.len() as u32)
            .filter(|&p| !eligible[p as usize])
            .collect();
        let free = |&p: &u32| {
            election.projects[p as usize].cost == 0 && votes[p as usize] > 0 && eligible[p as usize]
        };
        let free: Vec<u32> = ties.order().iter().copied().filter(free).collect();
        Ok(Self {
            election,
            rule,
            votes,
            scores,
            ties,
            eligible,
            free: one_per_group(free, &groups),
            groups,
            barred,
        })
    }

    pub(crate) fn profile(&self) -> Profile {
        Profile::new(self.election, self.rule.utility)
    }

    pub(crate) fn ground<'b>(&'b self, profile: &'b Profile) -> Ground<'b> {
        Ground {
            profile,
            ties: &self.ties,
            eligible: &self.eligible,
            groups: &self.groups,
            budget: self.election.budget,
            free: &self.free,
        }
    }

    fn greedy(&self, rule: &Rule, start: &[u32]) -> Chosen {
        greedy(
            self.election,
            rule,
            &self.scores,
            &self.ties,
            &self.eligible,
            &self.groups,
            start,
        )
    }

    /// By votes, skipping what does not fit: what other rules are completed by and compared with.
    fn plain_greedy(&self, start: &[u32]) -> Chosen {
        let by_votes = Rule {
            skip: true,
            last_project_percent: None,
            order: crate::rule::Order::Votes,
            ..self.rule.clone()
        };
        self.greedy(&by_votes, start)
    }

    fn by_greedy(&self) -> Outcome {
        let Chosen { order, reserve, ties } = self.greedy(self.rule, &[]);
        let mut outcome = self.outcome(order);
        outcome.reserve = reserve;
        outcome.note(1, &ties);
        outcome
    }

    fn by_shares(&self, threads: usize, progress: &(dyn Fn(u64) + Sync)) -> Outcome {
        let profile = self.profile();
        let ground = self.ground(&profile);
        let Raised {
            share,
            runs,
            ties,
            stopped,
        } = raise(&ground, self.rule, threads, progress);
        let mut runner = ground.runner();
        let mut order = self.free.clone();
        order.extend_from_slice(runner.run(share));
        let mut outcome = self.outcome(order);
        outcome.final_share = Some(fraction(share));
        outcome.start_share = Some(fraction(crate::shares::start_share(
            self.rule,
            self.election.budget,
            profile.voters,
        )));
        (outcome.runs, outcome.ties, outcome.stopped) = (runs, ties, Some(stopped));
        self.complete(&mut outcome);
        outcome
    }

    /// Counts by a method that knows no shares to raise.
    fn by_loads(
        &self,
        method: impl FnOnce(&Ground) -> Result<(Vec<u32>, Vec<Tie>), CountError>,
    ) -> Result<Outcome, CountError> {
        let by_marks = matches!(self.rule.method, Method::Phragmen | Method::MaximinSupport);
        let utility = if by_marks {
            Utility::Cardinality
        } else {
            self.rule.utility
        };
        let profile = Profile::new(self.election, utility);
        let (order, ties) = method(&self.ground(&profile))?;
        let mut outcome = self.outcome(order);
        outcome.note(1, &ties);
        self.complete(&mut outcome);
        Ok(outcome)
    }

    /// Spends the rest by votes, where the rule says so.
    fn complete(&self, outcome: &mut Outcome) {
        if !matches!(self.rule.completion, Completion::Utilitarian | Completion::Add1u) {
            return;
        }
        let added = self.plain_greedy(&outcome.winners);
        outcome.winners.extend(&added.order);
        outcome.cost = self.election.cost_of(&outcome.winners);
        outcome.note(outcome.runs, &added.ties);
    }

    /// An outcome with these winners and nothing else to say.
    pub(crate) fn outcome(&self, winners: Vec<u32>) -> Outcome {
        Outcome {
            chosen_by_method: winners.len(),
            cost: self.election.cost_of(&winners),
            winners,
            reserve: None,
            final_share: None,
            start_share: None,
            runs: 1,
            stopped: None,
            ties: TieLog::default(),
            compared: Compared {
                prefer_this: 0,
                prefer_greedy: 0,
                greedy: Vec::new(),
                switched: false,
            },
            barred: self.barred.clone(),
        }
    }

    /// Puts greedy's outcome beside this one; switches where the rule says so and more voters prefer it.
    fn compare(&self, outcome: &mut Outcome) {
        let chosen = self.plain_greedy(&[]);
        let (prefer_this, prefer_greedy) = preferences(self.election, &outcome.winners, &chosen.order);
        let switched = self.rule.comparison == Comparison::Satisfaction && prefer_greedy > prefer_this;
        if switched {
            outcome.winners.clone_from(&chosen.order);
            outcome.chosen_by_method = chosen.order.len();
            outcome.cost = self.election.cost_of(&chosen.order);
        }
        outcome.compared = Compared {
            prefer_this,
            prefer_greedy,
            greedy: chosen.order,
            switched,
        };
    }
}

impl Outcome {
    fn note(&mut self, run: u64, ties: &[Tie]) {
        ties.iter().for_each(|tie| self.ties.note(run, tie));
    }
}

fn fraction(share: Share) -> Fraction {
    Fraction::new(share.numerator, share.denominator)
}

/// How many voters have more marked projects in `a`, and how many in `b`. Voters with none in one of them count.
pub(crate) fn preferences(election: &Election, a: &[u32], b: &[u32]) -> (u64, u64) {
    let mut side = vec![0i64; election.projects.len()];
    a.iter().for_each(|&p| side[p as usize] += 1);
    b.iter().for_each(|&p| side[p as usize] -= 1);
    let (mut prefer_a, mut prefer_b) = (0, 0);
    for ballot in 0..election.ballots.len() {
        let points = election.ballots.points(ballot);
        let marks = election.ballots.marks(ballot).iter().enumerate();
        let counted = marks.filter(|(at, _)| points.is_empty() || points[*at] > 0);
        let balance: i64 = counted.map(|(_, &p)| side[p as usize]).sum();
        prefer_a += u64::from(balance > 0);
        prefer_b += u64::from(balance < 0);
    }
    (prefer_a, prefer_b)
}

/// Of each exclusion group the first only.
fn one_per_group(mut projects: Vec<u32>, groups: &[Option<u32>]) -> Vec<u32> {
    let mut taken = Vec::new();
    projects.retain(|&project| {
        let group = groups[project as usize];
        let first = group.is_none() || !taken.contains(&group);
        taken.push(group);
        first
    });
    projects
}

/// The exclusion group of each project, by number.
pub(crate) fn groups(election: &Election, rule: &Rule) -> Result<Vec<Option<u32>>, CountError> {
    let index = election.project_index();
    if let Some(id) = rule.withdrawn.iter().find(|id| !index.contains_key(id.as_str())) {
        return Err(CountError::UnknownProject(id.clone()));
    }
    let mut groups = vec![None; election.projects.len()];
    for (number, group) in rule.exclusions.iter().enumerate() {
        for id in group {
            let Some(&project) = index.get(id.as_str()) else {
                return Err(CountError::UnknownProject(id.clone()));
            };
            groups[project as usize] = Some(number as u32);
        }
    }
    Ok(groups)
}

fn eligible(election: &Election, rule: &Rule, votes: &[u64], scores: &[i64]) -> Vec<bool> {
    let thresholds = &rule.thresholds;
    let from_file = election
        .meta_number("min_project_score_threshold")
        .filter(|_| thresholds.from_file);
    let least = thresholds.min_score.unwrap_or(0).max(from_file.unwrap_or(0));
    let voters = election.ballots.len() as u128;
    let passes = |p: usize| {
        let cost = election.projects[p].cost;
        let enough = i128::from(scores[p]) >= i128::from(least);
        let fits = rule.over_budget == OverBudget::Keep || cost <= election.budget;
        // votes / voters >= cost / (divisor * budget), without a division.
        let shared = thresholds.cost_share_divisor.is_none_or(|divisor| {
            u128::from(votes[p]) * u128::from(divisor) * u128::from(election.budget)
                >= u128::from(cost) * voters
        });
        let withdrawn = rule.withdrawn.contains(&election.projects[p].id);
        enough && fits && shared && !withdrawn
    };
    (0..votes.len()).map(passes).collect()
}
