//! Districts and categories with money of their own: one ballot, several counts.

use crate::count::{Compared, CountError, Outcome, count, preferences};
use crate::election::{Ballots, Election};
use crate::explain::{Explanation, GroupSpending, told};
use crate::rule::{Method, Pots, Rule};
use crate::ties::TieLog;

/// A part of the money with the projects that it is for.
#[derive(Clone, Debug)]
pub struct Pot {
    /// The district or category; empty for projects that name none (city-wide).
    pub name: String,
    /// Its projects, its money, and the ballots that name at least one of its projects.
    pub election: Election,
    /// Where its projects stand in the whole election.
    pub projects: Vec<u32>,
    /// The rule as this pot is counted by it: without the exclusions and withdrawals of other pots. A pot that no ballot
    /// names has no shares and is counted by votes.
    pub rule: Rule,
    /// The outcome of its count.
    pub outcome: Outcome,
}

impl Pot {
    /// What was spent here beside the votes that were cast here.
    pub fn spending(&self) -> GroupSpending {
        let cost = |&p: &u32| u128::from(self.election.projects[p as usize].cost);
        GroupSpending {
            name: self.name.clone(),
            projects: self.election.projects.len() as u64,
            funded: self.outcome.winners.len() as u64,
            votes: self.election.votes().iter().sum(),
            spent: self.outcome.cost,
            greedy_spent: self.outcome.compared.greedy.iter().map(cost).sum(),
        }
    }

    /// Projects of this pot as projects of the whole election.
    fn whole<'a>(&'a self, projects: &'a [u32]) -> impl Iterator<Item = u32> + 'a {
        projects.iter().map(|&p| self.projects[p as usize])
    }
}

/// Splits an election by the pots of `rule` and counts each. Voters have a share in every pot in which they mark a
/// project; money left over in a pot stays there. Every pot comes back, also one without projects or ballots.
pub fn count_pots(
    election: &Election,
    rule: &Rule,
    threads: usize,
    progress: &(dyn Fn(u64) + Sync),
) -> Result<Vec<Pot>, CountError> {
    let Some(pots) = &rule.pots else {
        return Ok(Vec::new());
    };
    // Each pot keeps of these what is its own: a project that no pot has must be told here.
    crate::count::groups(election, rule)?;
    let mut counted = Vec::new();
    for (name, election, projects) in split(election, pots)? {
        let mut own = rule.clone();
        let here = |id: &String| election.projects.iter().any(|project| project.id == *id);
        own.exclusions.iter_mut().for_each(|group| group.retain(here));
        own.withdrawn.retain(here);
        if election.ballots.is_empty() {
            own.method = Method::Greedy;
        }
        let outcome = count(&election, &own, threads, progress)?;
        counted.push(Pot {
            name,
            election,
            projects,
            rule: own,
            outcome,
        });
    }
    Ok(counted)
}

/// The pots as one outcome of the whole election, winners in the order of the pots. There is no one share; ties stay with the
/// pots, for each is settled within one.
pub fn together(election: &Election, pots: &[Pot]) -> Outcome {
    let gather =
        |of: fn(&Pot) -> &[u32]| -> Vec<u32> { pots.iter().flat_map(|pot| pot.whole(of(pot))).collect() };
    let winners = gather(|pot| &pot.outcome.winners);
    let greedy = gather(|pot| &pot.outcome.compared.greedy);
    let (prefer_this, prefer_greedy) = preferences(election, &winners, &greedy);
    Outcome {
        chosen_by_method: winners.len(),
        winners,
        reserve: None,
        cost: pots.iter().map(|pot| pot.outcome.cost).sum(),
        final_share: None,
        start_share: None,
        runs: pots.iter().map(|pot| pot.outcome.runs).sum(),
        stopped: None,
        ties: TieLog::default(),
        compared: Compared {
            prefer_this,
            prefer_greedy,
            greedy,
            switched: pots.iter().any(|pot| pot.outcome.compared.switched),
        },
        barred: gather(|pot| &pot.outcome.barred),
    }
}

/// The explanations of the pots as one of the whole election; `outcome` is that of [`together`].
pub fn explain_together(
    election: &Election,
    pots: &[Pot],
    outcome: &Outcome,
    explanations: &[Explanation],
) -> Explanation {
    let mut stories = Vec::new();
    for (pot, explanation) in pots.iter().zip(explanations) {
        let mut own = explanation.projects.clone();
        own.iter_mut()
            .for_each(|story| story.project = pot.projects[story.project as usize]);
        stories.extend(own);
    }
    stories.sort_by_key(|story| story.project);
    let unspent = explanations.iter().map(|explanation| explanation.unspent).sum();
    Explanation {
        unspent,
        ..told(election, outcome, &election.votes(), stories)
    }
}

/// The money of each pot: from the rule, else from the file.
fn budgets(election: &Election, pots: &Pots) -> Vec<(String, u64)> {
    if !pots.budgets.is_empty() {
        return pots
            .budgets
            .iter()
            .map(|(name, budget)| (name.clone(), *budget))
            .collect();
    }
    let (names, amounts) = match pots.by.as_str() {
        "category" => ("categories", "budget_per_category"),
        "neighborhood" => ("neighborhoods", "budget_per_neighborhood"),
        _ => ("subdistricts", "budget_per_district"),
    };
    let list = |key: &str| -> Vec<String> {
        election
            .meta(key)
            .unwrap_or("")
            .split(',')
            .map(|entry| entry.trim().to_owned())
            .collect()
    };
    let (names, amounts) = (list(names), list(amounts));
    // A name that stands there twice has no money that one could know of, nor has one whose amount is no number.
    let once = |name: &str| names.iter().filter(|other| *other == name).count() == 1;
    names
        .iter()
        .zip(amounts)
        .filter(|(name, _)| once(name))
        .filter_map(|(name, amount)| Some((name.clone(), amount.parse().ok()?)))
        .collect()
}

/// A pot before its count: its name, its election, and where its projects stand in the whole one.
type Part = (String, Election, Vec<u32>);

fn split(election: &Election, pots: &Pots) -> Result<Vec<Part>, CountError> {
    let budgets = budgets(election, pots);
    let pot_of = |p: &crate::Project| p.list(&pots.by).first().copied().unwrap_or("").to_owned();
    if let Some(project) = election
        .projects
        .iter()
        .find(|p| !budgets.iter().any(|(name, _)| *name == pot_of(p)))
    {
        return Err(CountError::PotWithoutMoney(pot_of(project), project.id.clone()));
    }
    let mut parts = Vec::new();
    for (name, budget) in budgets {
        let here: Vec<bool> = election
            .projects
            .iter()
            .map(|project| pot_of(project) == name)
            .collect();
        let places = (0..here.len() as u32).filter(|&p| here[p as usize]).collect();
        parts.push((name, part(election, budget, &here), places));
    }
    Ok(parts)
}

fn part(election: &Election, budget: u64, here: &[bool]) -> Election {
    let mut places = vec![0; here.len()];
    let mut projects = Vec::new();
    for (index, project) in election
        .projects
        .iter()
        .enumerate()
        .filter(|(index, _)| here[*index])
    {
        places[index] = projects.len() as u32;
        projects.push(project.clone());
    }
    let mut ballots = Ballots::new(Vec::new());
    for ballot in 0..election.ballots.len() {
        let points = election.ballots.points(ballot);
        let marks = election
            .ballots
            .marks(ballot)
            .iter()
            .enumerate()
            .filter(|(_, p)| here[**p as usize]);
        let (at, marks): (Vec<usize>, Vec<u32>) = marks.map(|(at, &p)| (at, places[p as usize])).unzip();
        let points: Vec<i64> = at.iter().filter_map(|&at| points.get(at).copied()).collect();
        if !marks.is_empty() {
            ballots.push(election.ballots.id(ballot), &marks, &points, &[]);
        }
    }
    Election {
        meta: election.meta.clone(),
        budget,
        vote_type: election.vote_type,
        projects,
        ballots,
    }
}
