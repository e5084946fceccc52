//! Why each project won or lost, who got what, and how one ballot was used: as data.

use std::collections::BTreeMap;

use crate::count::{Counting, Outcome, preferences};
use crate::election::Election;
use crate::exact::Fraction;
use crate::rule::{Method, Rule};
use crate::shares::{Purchase, Runner, Share};

/// What became of a project, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Funded, in this place (from 1).
    Funded {
        /// Its place in the order of selection.
        place: usize,
        /// How.
        how: How,
    },
    /// It did not reach the threshold of the rule, or the filter kept it out.
    Barred,
    /// It costs more than the whole budget.
    AboveBudget,
    /// No ballot names it.
    Unsupported,
    /// A project that excludes it was funded before.
    Excluded,
    /// It did not get enough support for its cost, or no longer fitted.
    Lost,
}

/// How a winner was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// By the method itself.
    Method,
    /// Afterwards, by votes, from what was left.
    Completion,
    /// With money from a reserve.
    Reserve,
}

/// The story of one project.
#[derive(Clone, Debug)]
pub struct ProjectStory {
    /// The project.
    pub project: u32,
    /// Ballots that name it.
    pub votes: u64,
    /// Its score: points where ballots carry them, else votes.
    pub score: i64,
    /// What became of it.
    pub fate: Fate,
    /// Equal shares: who paid what for it.
    pub purchase: Option<Purchase>,
    /// Equal shares: the number of votes that would have had the same weight if all supporters had paid alike: its
    /// cost over the highest payment. Never more than its votes.
    pub effective_votes: Option<Fraction>,
    /// Equal shares, not funded: what its supporters had left in the end, together.
    pub money_left: Option<Fraction>,
    /// Not funded: how many more supporters would have been enough, other things equal. By equal shares these are
    /// voters who mark this project alone; by greedy, more votes (or points).
    pub more_support: Option<u64>,
    /// Equal shares: the best part of its cost that its supporters could pay at the going price, in per cent,
    /// rounded down to a tenth. For pictures.
    pub cover_percent: Option<f64>,
}

/// Spending in a district or category beside the votes cast for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupSpending {
    /// The district or category; empty for projects that name none.
    pub name: String,
    /// Projects in it, and how many of them were funded.
    pub projects: u64,
    /// Of these, funded.
    pub funded: u64,
    /// Marks that its projects got.
    pub votes: u64,
    /// What its winners cost.
    pub spent: u128,
    /// What greedy would have spent there.
    pub greedy_spent: u128,
}

/// The explanation of a count.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// One story per project, in the order of the election.
    pub projects: Vec<ProjectStory>,
    /// How many voters have exactly 0, 1, 2, ... funded projects among their marks.
    pub voters_by_winners: Vec<u64>,
    /// The same under greedy.
    pub voters_by_greedy_winners: Vec<u64>,
    /// Per district, where projects name districts.
    pub districts: Vec<GroupSpending>,
    /// Per category, where projects name categories. A project in several counts in each.
    pub categories: Vec<GroupSpending>,
    /// Voters who have more funded projects than greedy would give them, and fewer.
    pub better_than_greedy: u64,
    /// Fewer.
    pub worse_than_greedy: u64,
    /// What is left of the budget. Zero where a reserve paid.
    pub unspent: u128,
    /// The cheapest project that was not funded although it takes part: why nothing more could be bought.
    pub cheapest_left: Option<u32>,
}

/// How one ballot was used.
#[derive(Clone, Debug)]
pub struct BallotStory {
    /// The ballot's id.
    pub ballot: String,
    /// The share it had; none for methods without shares.
    pub share: Option<Fraction>,
    /// What it paid, in the order of selection.
    pub payments: Vec<(u32, Fraction)>,
    /// What it did not spend.
    pub left: Option<Fraction>,
    /// The project on which it spent all it had left, though that was less than what other supporters paid.
    pub emptied_by: Option<u32>,
    /// Funded projects it names but did not pay for: bought when it had nothing left, or added by votes.
    pub free: Vec<u32>,
    /// Projects it names that were not funded.
    pub lost: Vec<u32>,
}

fn share_of(outcome: &Outcome) -> Option<Share> {
    let share = outcome
        .final_share
        .as_ref()
        .filter(|_| !outcome.compared.switched)?;
    let numerator = u128::try_from(share.numerator().clone()).ok()?;
    Some(Share {
        numerator,
        denominator: u128::try_from(share.denominator().clone()).ok()?,
    })
}

/// Explains an outcome of [`crate::count()`].
pub fn explain(
    election: &Election,
    rule: &Rule,
    outcome: &Outcome,
) -> Result<Explanation, crate::CountError> {
    let counting = Counting::new(election, rule)?;
    let mut projects: Vec<ProjectStory> = (0..election.projects.len() as u32)
        .map(|project| first_draft(&counting, outcome, project))
        .collect();
    if let Some(share) = share_of(outcome) {
        let profile = counting.profile();
        let ground = counting.ground(&profile);
        let mut runner = ground.runner();
        runner.run(share);
        let cover = runner.best_cover();
        let purchases = runner.purchases();
        for story in &mut projects {
            if !matches!(story.fate, Fate::Funded { .. }) {
                story.cover_percent = Some((cover[story.project as usize] * 1000.0).floor() / 10.0);
            }
            by_shares(election, story, &purchases, &mut runner, outcome);
        }
    } else {
        let order = crate::greedy::ranking(election, rule, &counting.scores, &counting.ties);
        for story in projects
            .iter_mut()
            .filter(|story| story.fate == Fate::Lost && rule.method == Method::Greedy)
        {
            story.more_support = crate::greedy::missing(election, rule, &counting, &order, story.project);
        }
    }
    Ok(told(election, outcome, &counting.votes, projects))
}

/// The explanation around the stories of the projects: who got what, and where the money went.
pub(crate) fn told(
    election: &Election,
    outcome: &Outcome,
    votes: &[u64],
    projects: Vec<ProjectStory>,
) -> Explanation {
    let greedy = &outcome.compared.greedy;
    let (better_than_greedy, worse_than_greedy) = preferences(election, &outcome.winners, greedy);
    let takes_part = |story: &&ProjectStory| story.fate == Fate::Lost;
    let cost = |p: u32| election.projects[p as usize].cost;
    Explanation {
        voters_by_winners: voters_by(election, &outcome.winners),
        voters_by_greedy_winners: voters_by(election, greedy),
        districts: spending(election, outcome, votes, |p| {
            let field = ["district", "subunit", "neighborhood"]
                .iter()
                .find_map(|key| p.field(key));
            field.into_iter().map(str::to_owned).collect()
        }),
        categories: spending(election, outcome, votes, |p| {
            p.list("category").into_iter().map(str::to_owned).collect()
        }),
        better_than_greedy,
        worse_than_greedy,
        unspent: u128::from(election.budget).saturating_sub(outcome.cost),
        cheapest_left: projects
            .iter()
            .filter(takes_part)
            .map(|s| s.project)
            .min_by_key(|&p| (cost(p), p)),
        projects,
    }
}

fn first_draft(counting: &Counting, outcome: &Outcome, project: u32) -> ProjectStory {
    let index = project as usize;
    let group = counting.groups[index];
    let place = outcome.winners.iter().position(|&winner| winner == project);
    let rival = |&winner: &u32| group.is_some() && counting.groups[winner as usize] == group;
    let fate = match place {
        Some(at) => {
            let how = match outcome.reserve {
                Some(reserve) if reserve == project => How::Reserve,
                _ if at >= outcome.chosen_by_method => How::Completion,
                _ => How::Method,
            };
            Fate::Funded { place: at + 1, how }
        }
        None if counting.votes[index] == 0 => Fate::Unsupported,
        None if counting.election.projects[index].cost > counting.election.budget => Fate::AboveBudget,
        None if !counting.eligible[index] => Fate::Barred,
        None if outcome.winners.iter().any(rival) => Fate::Excluded,
        None => Fate::Lost,
    };
    ProjectStory {
        project,
        votes: counting.votes[index],
        score: counting.scores[index],
        fate,
        purchase: None,
        effective_votes: None,
        money_left: None,
        more_support: None,
        cover_percent: None,
    }
}

/// Adds what the final run of equal shares says of a project.
fn by_shares(
    election: &Election,
    story: &mut ProjectStory,
    purchases: &[Purchase],
    runner: &mut Runner,
    outcome: &Outcome,
) {
    let cost = Fraction::new(election.projects[story.project as usize].cost, 1);
    if let Some(purchase) = purchases
        .iter()
        .find(|purchase| purchase.project == story.project)
    {
        story.effective_votes = Some(cost.over(&purchase.price));
        story.purchase = Some(purchase.clone());
        return;
    }
    let left = runner.money_left(story.project);
    if story.fate == Fate::Lost
        && let Some(share) = outcome.final_share.as_ref().filter(|share| !share.is_zero())
    {
        let missing = cost.minus(&left).over(share).ceil();
        story.more_support = u64::try_from(missing).ok();
    }
    story.money_left = Some(left);
}

/// How many voters have at least one of `winners` among their marks.
pub fn served(election: &Election, winners: &[u32]) -> u64 {
    voters_by(election, winners).iter().skip(1).sum()
}

fn voters_by(election: &Election, winners: &[u32]) -> Vec<u64> {
    let mut won = vec![false; election.projects.len()];
    winners.iter().for_each(|&p| won[p as usize] = true);
    let mut voters = vec![0; 1];
    for ballot in 0..election.ballots.len() {
        let points = election.ballots.points(ballot);
        let marks = election.ballots.marks(ballot).iter().enumerate();
        let count = marks
            .filter(|(at, p)| won[**p as usize] && (points.is_empty() || points[*at] > 0))
            .count();
        if voters.len() <= count {
            voters.resize(count + 1, 0);
        }
        voters[count] += 1;
    }
    voters
}

fn spending(
    election: &Election,
    outcome: &Outcome,
    votes: &[u64],
    names: impl Fn(&crate::Project) -> Vec<String>,
) -> Vec<GroupSpending> {
    let mut groups: BTreeMap<String, GroupSpending> = BTreeMap::new();
    for (index, project) in election.projects.iter().enumerate() {
        let mut names = names(project);
        if names.is_empty() {
            names.push(String::new());
        }
        let funded = outcome.winners.contains(&(index as u32));
        let by_greedy = outcome.compared.greedy.contains(&(index as u32));
        for name in names {
            let group = groups.entry(name.clone()).or_insert(GroupSpending {
                name,
                projects: 0,
                funded: 0,
                votes: 0,
                spent: 0,
                greedy_spent: 0,
            });
            group.projects += 1;
            group.funded += u64::from(funded);
            group.votes += votes[index];
            group.spent += if funded { project.cost.into() } else { 0 };
            group.greedy_spent += if by_greedy { project.cost.into() } else { 0 };
        }
    }
    let mut groups: Vec<GroupSpending> = groups.into_values().collect();
    if groups.iter().all(|group| group.name.is_empty()) {
        groups.clear();
    }
    groups.sort_by(|a, b| b.votes.cmp(&a.votes).then_with(|| a.name.cmp(&b.name)));
    groups
}

/// Says how one ballot was used.
pub fn explain_ballot(
    election: &Election,
    rule: &Rule,
    outcome: &Outcome,
    ballot: usize,
) -> Result<BallotStory, crate::CountError> {
    let counting = Counting::new(election, rule)?;
    let (mut payments, mut left, mut emptied_by) = (Vec::new(), None, None);
    let share = share_of(outcome);
    if let Some(share) = share {
        let profile = counting.profile();
        let ground = counting.ground(&profile);
        let mut runner = ground.runner();
        runner.run(share);
        let (paid, rest, emptied) = runner.payments(profile.class_of[ballot]);
        (payments, left, emptied_by) = (paid, Some(rest), emptied);
    }
    let funded = |p: &&u32| outcome.winners.contains(p);
    let paid = |p: &u32| {
        payments
            .iter()
            .any(|(project, amount)| project == p && !amount.is_zero())
    };
    let marks = election.ballots.marks(ballot);
    Ok(BallotStory {
        ballot: election.ballots.id(ballot).to_owned(),
        share: share.and(outcome.final_share.clone()),
        left,
        emptied_by,
        free: marks
            .iter()
            .filter(funded)
            .copied()
            .filter(|p| !paid(p))
            .collect(),
        lost: marks.iter().filter(|p| !funded(p)).copied().collect(),
        payments,
    })
}
