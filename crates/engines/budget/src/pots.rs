//! Districts and categories with money of their own: one ballot, several counts.

use crate::count::{CountError, Outcome, count};
use crate::election::{Ballots, Election};
use crate::rule::{Pots, Rule};

/// A part of the money with the projects that it is for.
#[derive(Clone, Debug)]
pub struct Pot {
    /// The district or category; empty for projects that name none (city-wide).
    pub name: String,
    /// Its projects, its money, and the ballots that name at least one of its projects.
    pub election: Election,
    /// The outcome of its count.
    pub outcome: Outcome,
}

/// Splits an election by the pots of `rule` and counts each. Voters have a share in every pot in which they mark a
/// project; money left over in a pot stays there.
pub fn count_pots(
    election: &Election,
    rule: &Rule,
    threads: usize,
    progress: &(dyn Fn(u64) + Sync),
) -> Result<Vec<Pot>, CountError> {
    let Some(pots) = &rule.pots else {
        return Ok(Vec::new());
    };
    let mut counted = Vec::new();
    for (name, election) in split(election, pots)? {
        let mut own = rule.clone();
        let here = |id: &String| election.projects.iter().any(|project| project.id == *id);
        own.exclusions.iter_mut().for_each(|group| group.retain(here));
        own.withdrawn.retain(here);
        let outcome = count(&election, &own, threads, progress)?;
        counted.push(Pot {
            name,
            election,
            outcome,
        });
    }
    Ok(counted)
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
    let amounts = list(amounts);
    list(names)
        .into_iter()
        .zip(amounts.iter().filter_map(|amount| amount.parse().ok()))
        .collect()
}

fn split(election: &Election, pots: &Pots) -> Result<Vec<(String, Election)>, CountError> {
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
        let part = part(election, budget, &here);
        if !part.projects.is_empty() && !part.ballots.is_empty() {
            parts.push((name, part));
        }
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
