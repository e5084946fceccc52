//! What the rules promise, on small elections by brute force.

use kapok_budget::rule::Utility;
use kapok_budget::{Election, PRESETS, Rule, pb, preset};
use proptest::prelude::*;

use crate::naive::elections;
use crate::outcome;

/// The same election with its lines in another order.
fn turned(e: &Election, by: usize) -> Election {
    let mut text = Vec::new();
    pb::write(e, &mut text).unwrap();
    let text = String::from_utf8(text).unwrap();
    let (head, votes) = text.split_once("VOTES\n").unwrap();
    let (meta, projects) = head.split_once("PROJECTS\n").unwrap();
    let turn = |block: &str| {
        let mut lines: Vec<&str> = block.lines().collect();
        let first = lines.remove(0);
        let at = by % lines.len();
        lines.rotate_left(at);
        lines.reverse();
        format!("{first}\n{}\n", lines.join("\n"))
    };
    crate::election(&format!(
        "{meta}PROJECTS\n{}VOTES\n{}",
        turn(projects),
        turn(votes)
    ))
}

/// EJR up to one project: for every group of voters who all mark a set T of projects that their shares can pay, someone
/// has at least as much utility as T gives, or would have more with one more project of T. (Peters, Pierczyński,
/// Skowron 2021, for approval ballots.)
fn ejr_up_to_one(e: &Election, winners: &[u32], by_cost: bool) -> bool {
    let (voters, projects) = (e.ballots.len(), e.projects.len());
    let worth = |p: u32| if by_cost { e.projects[p as usize].cost } else { 1 };
    let utility = |voter: usize| -> u64 {
        e.ballots
            .marks(voter)
            .iter()
            .filter(|p| winners.contains(p))
            .map(|&p| worth(p))
            .sum()
    };
    (1u32..1 << projects).all(|set| {
        let set: Vec<u32> = (0..projects as u32).filter(|p| set >> p & 1 == 1).collect();
        let group: Vec<usize> = (0..voters)
            .filter(|&v| set.iter().all(|p| e.ballots.marks(v).contains(p)))
            .collect();
        // A group that can pay for the set: |group| * budget >= cost(set) * voters. Any part of it that still can is
        // covered if the largest utilities are looked at in the whole group's worst subset.
        let cost: u64 = set.iter().map(|&p| e.projects[p as usize].cost).sum();
        let needed = (cost * voters as u64).div_ceil(e.budget) as usize;
        if needed == 0 || group.len() < needed {
            return true;
        }
        let promised: u64 = set.iter().map(|&p| worth(p)).sum();
        let mut satisfied = group.iter().filter(|&&voter| {
            let has = utility(voter);
            let more = set
                .iter()
                .filter(|p| !winners.contains(p))
                .map(|&p| worth(p))
                .max()
                .unwrap_or(0);
            has >= promised || has + more > promised
        });
        // The worst subset of the needed size leaves out satisfied voters first.
        satisfied.by_ref().count() > group.len() - needed
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn the_cost_stays_within_the_budget(e in elections(12, "approval")) {
        for rule in PRESETS.iter().filter_map(|name| preset(name)) {
            let out = outcome(&e, &rule);
            prop_assert!(out.reserve.is_some() || out.cost <= e.budget.into(), "{}", rule.name);
            prop_assert_eq!(out.cost, e.cost_of(&out.winners));
            let mut once = out.winners.clone();
            once.sort_unstable();
            once.dedup();
            prop_assert_eq!(once.len(), out.winners.len());
            prop_assert!(out.winners.iter().all(|&p| e.votes()[p as usize] > 0));
        }
    }

    #[test]
    fn the_order_of_lines_changes_nothing(e in elections(12, "approval"), by in 0usize..10) {
        let other = turned(&e, by);
        for rule in PRESETS.iter().filter_map(|name| preset(name)) {
            let (one, two) = (outcome(&e, &rule), outcome(&other, &rule));
            prop_assert_eq!(e.ids(&one.winners), other.ids(&two.winners), "{}", rule.name);
            prop_assert_eq!((one.runs, one.ties.times()), (two.runs, two.ties.times()));
        }
    }

    #[test]
    fn equal_shares_are_proportional(e in elections(9, "approval"), by_cost: bool) {
        let rule = Rule { utility: if by_cost { Utility::Cost } else { Utility::Cardinality }, ..Rule::default() };
        prop_assert!(ejr_up_to_one(&e, &outcome(&e, &rule).winners, by_cost));
    }

    #[test]
    fn a_winner_of_greedy_stays_one_with_a_vote_more(e in elections(10, "approval"), which in 0usize..9) {
        let rule = preset("greedy").unwrap();
        let before = outcome(&e, &rule).winners;
        let Some(&winner) = before.get(which % before.len().max(1)) else { return Ok(()) };
        let mut text = Vec::new();
        pb::write(&e, &mut text).unwrap();
        let id = &e.projects[winner as usize].id;
        let more = format!("{}99;{id}\n", String::from_utf8(text).unwrap());
        let after = crate::election(&more);
        prop_assert!(outcome(&after, &rule).winners.contains(&winner));
    }

    #[test]
    fn a_recount_of_the_written_file_gives_the_same(e in elections(10, "scoring")) {
        let mut text = Vec::new();
        pb::write(&e, &mut text).unwrap();
        let again = pb::read(text.as_slice()).unwrap().election;
        prop_assert_eq!(&again.projects, &e.projects);
        for name in ["kapok", "greedy", "equalshares-tool"] {
            let rule = preset(name).unwrap();
            prop_assert_eq!(outcome(&again, &rule).winners, outcome(&e, &rule).winners);
        }
    }
}
