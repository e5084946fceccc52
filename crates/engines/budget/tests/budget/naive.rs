//! A plain implementation with plain fractions, against the fast one, on thousands of small elections.

use kapok_budget::rule::{Completion, Stop, Utility};
use kapok_budget::{Election, Fraction, Rule};
use proptest::prelude::*;

use crate::{election, outcome, text};

fn whole(n: u64) -> Fraction {
    Fraction::new(n, 1)
}

/// Equal shares as defined, without any short cut: tries every supporter as the first who can pay the full price.
fn equal_shares(e: &Election, by_cost: bool, share: &Fraction) -> Vec<u32> {
    let weight = |ballot: usize, p: u32| -> u64 {
        let at = e.ballots.marks(ballot).iter().position(|&mark| mark == p);
        at.map_or(0, |at| {
            e.ballots.points(ballot).get(at).copied().unwrap_or(1).max(0) as u64
        })
    };
    let mut money = vec![share.clone(); e.ballots.len()];
    let mut bought: Vec<u32> = Vec::new();
    let votes = e.votes();
    loop {
        let mut best: Option<(Fraction, u64, u64, String, u32, Fraction)> = None;
        for p in 0..e.projects.len() as u32 {
            let cost = e.projects[p as usize].cost;
            if bought.contains(&p) || cost == 0 {
                continue;
            }
            let mut purse: Vec<(Fraction, u64)> = (0..money.len())
                .map(|v| (money[v].clone(), weight(v, p)))
                .filter(|(_, w)| *w > 0)
                .collect();
            purse.sort_by(|a, b| a.0.times_whole(b.1).cmp(&b.0.times_whole(a.1)));
            let price = (0..purse.len()).find_map(|rich| {
                let poor = purse[..rich]
                    .iter()
                    .fold(Fraction::zero(), |sum, (have, _)| sum.plus(have));
                let weights: u64 = purse[rich..].iter().map(|(_, w)| w).sum();
                let t = whole(cost).minus(&poor).over(&whole(weights));
                (t.times_whole(purse[rich].1) <= purse[rich].0).then_some(t)
            });
            let Some(t) = price else { continue };
            let rho = if by_cost { t.over(&whole(cost)) } else { t.clone() };
            let key = (
                rho,
                cost,
                u64::MAX - votes[p as usize],
                e.projects[p as usize].id.clone(),
                p,
                t,
            );
            if best
                .as_ref()
                .is_none_or(|other| (&key.0, key.1, key.2, &key.3) < (&other.0, other.1, other.2, &other.3))
            {
                best = Some(key);
            }
        }
        let Some((_, _, _, _, p, t)) = best else {
            return bought;
        };
        for (voter, have) in money.iter_mut().enumerate() {
            let due = t.times_whole(weight(voter, p));
            *have = if due > *have {
                Fraction::zero()
            } else {
                have.minus(&due)
            };
        }
        bought.push(p);
    }
}

/// A random election of up to `voters` voters; many equal costs, so that ties are common.
pub(crate) fn elections(voters: usize, kind: &'static str) -> impl Strategy<Value = Election> {
    let costs = proptest::collection::vec(prop_oneof![Just(10u64), Just(20), 1u64..60], 2..7);
    (costs, 20u64..120, 1..voters).prop_flat_map(move |(costs, budget, voters)| {
        let projects = costs.len();
        let ballots = proptest::collection::vec(proptest::collection::vec(0u64..5, projects), voters);
        (Just(costs), Just(budget), ballots).prop_map(move |(costs, budget, ballots)| {
            let projects: Vec<(String, u64)> = costs
                .iter()
                .enumerate()
                .map(|(at, &cost)| (format!("p{at}"), cost))
                .collect();
            let projects: Vec<(&str, u64)> = projects.iter().map(|(id, cost)| (id.as_str(), *cost)).collect();
            let ballots: Vec<String> = ballots
                .iter()
                .map(|marks| {
                    let least = if kind == "approval" { 3 } else { 1 };
                    let mut given: Vec<(usize, u64)> = marks
                        .iter()
                        .copied()
                        .enumerate()
                        .filter(|m| m.1 >= least)
                        .collect();
                    if given.is_empty() {
                        given.push((0, 1));
                    }
                    let ids: Vec<String> = given.iter().map(|(at, _)| format!("p{at}")).collect();
                    let points: Vec<String> = given.iter().map(|(_, points)| points.to_string()).collect();
                    if kind == "approval" {
                        ids.join(",")
                    } else {
                        format!("{};{}", ids.join(","), points.join(","))
                    }
                })
                .collect();
            let ballots: Vec<&str> = ballots.iter().map(String::as_str).collect();
            election(&text(
                kind,
                if kind == "approval" { "" } else { ";points" },
                budget,
                &projects,
                &ballots,
            ))
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn the_fast_count_buys_what_the_plain_definition_buys(e in elections(14, "approval"), by_cost: bool) {
        let rule = Rule { utility: if by_cost { Utility::Cost } else { Utility::Cardinality }, ..Rule::default() };
        let share = Fraction::new(e.budget, e.ballots.len() as u64);
        prop_assert_eq!(outcome(&e, &rule).winners, equal_shares(&e, by_cost, &share));
    }

    #[test]
    fn the_same_holds_for_points(e in elections(10, "scoring"), by_cost: bool) {
        let rule = Rule { utility: if by_cost { Utility::PointsCost } else { Utility::Points }, ..Rule::default() };
        let share = Fraction::new(e.budget, e.ballots.len() as u64);
        prop_assert_eq!(outcome(&e, &rule).winners, equal_shares(&e, by_cost, &share));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn raising_the_share_gives_the_outcome_of_the_last_feasible_share(e in elections(9, "approval")) {
        let rule = Rule { utility: Utility::Cost, completion: Completion::Add1, stop: Stop::Infeasible, ..Rule::default() };
        let fast = outcome(&e, &rule);
        let mut share = Fraction::new(e.budget, e.ballots.len() as u64);
        let mut best = equal_shares(&e, true, &share);
        let supported = e.votes().iter().filter(|&&votes| votes > 0).count();
        while best.len() < supported {
            let next = share.plus(&whole(1));
            let following = equal_shares(&e, true, &next);
            if e.cost_of(&following) > e.budget.into() {
                break;
            }
            (share, best) = (next, following);
        }
        prop_assert_eq!(&fast.winners, &best);
        prop_assert_eq!(fast.final_share.unwrap(), share);
    }

    #[test]
    fn threads_change_nothing(e in elections(12, "approval")) {
        let rule = kapok_budget::preset("kapok").unwrap();
        let one = outcome(&e, &rule);
        let three = kapok_budget::count(&e, &rule, 3, &|_| {}).unwrap();
        prop_assert_eq!((one.winners, one.runs, one.ties), (three.winners, three.runs, three.ties));
    }
}
