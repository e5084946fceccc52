//! Participatory budgets: by hand, by brute force, and against what others published.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test that cannot set itself up has failed"
)]

mod axioms;
mod bad_input;
mod by_hand;
mod files;
mod naive;
mod pots;
mod published;

use kapok_budget::{Election, Outcome, Rule, count, pb};

/// Reads an election from text.
pub(crate) fn election(text: &str) -> Election {
    pb::read(text.as_bytes())
        .unwrap_or_else(|error| panic!("{error}"))
        .election
}

/// An approval election: budget, projects as (id, cost), ballots as lists of ids.
pub(crate) fn approval(budget: u64, projects: &[(&str, u64)], ballots: &[&str]) -> Election {
    election(&text("approval", "", budget, projects, ballots))
}

/// The text of an election; `ballots` are cells from `vote` on.
pub(crate) fn text(
    kind: &str,
    columns: &str,
    budget: u64,
    projects: &[(&str, u64)],
    ballots: &[&str],
) -> String {
    let mut text = format!("META\nkey;value\nbudget;{budget}\nvote_type;{kind}\nPROJECTS\nproject_id;cost\n");
    projects
        .iter()
        .for_each(|(id, cost)| text += &format!("{id};{cost}\n"));
    text += &format!("VOTES\nvoter_id;vote{columns}\n");
    ballots
        .iter()
        .enumerate()
        .for_each(|(at, ballot)| text += &format!("{};{ballot}\n", at + 1));
    text
}

/// Counts on one thread.
pub(crate) fn outcome(election: &Election, rule: &Rule) -> Outcome {
    count(election, rule, 1, &|_| {}).unwrap()
}

/// The ids of the winners, in order, parted by blanks.
pub(crate) fn winners(election: &Election, rule: &Rule) -> String {
    election.ids(&outcome(election, rule).winners).join(" ")
}
