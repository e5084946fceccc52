//! Small elections whose outcome was worked out on paper.

use kapok_budget::explain::{Fate, explain, explain_ballot};
use kapok_budget::rule::{Comparison, Completion, Draw, Method, Order, StartShare, Stop, TieBreak, Utility};
use kapok_budget::{Rule, Stopped, preset};

use crate::{approval, election, outcome, text, winners};

fn rule(method: Method) -> Rule {
    Rule {
        method,
        ..Rule::default()
    }
}

fn shares(utility: Utility) -> Rule {
    Rule {
        utility,
        ..Rule::default()
    }
}

#[test]
fn equal_shares_split_a_cost_evenly_and_take_the_last_coins_of_the_poor() {
    // Share 100/4 = 25. a: 30 over 3 = 10 each. b: cost 38, voters 1 (15 left) and 4 (25): the equal half would be 19,
    // but voter 1 has 15 only, so voter 4 pays 23.
    let e = approval(100, &[("a", 30), ("b", 38)], &["a,b", "a", "a", "b"]);
    let rule = shares(Utility::Cost);
    let out = outcome(&e, &rule);
    assert_eq!(e.ids(&out.winners), ["a", "b"]);
    let first = explain_ballot(&e, &rule, &out, 0).unwrap();
    let paid: Vec<String> = first
        .payments
        .iter()
        .map(|(_, amount)| amount.to_string())
        .collect();
    assert_eq!(
        (paid, first.left.unwrap().to_string()),
        (vec!["10".into(), "15".into()], "0".into())
    );
    let last = explain_ballot(&e, &rule, &out, 3).unwrap();
    assert_eq!(last.payments[0].1.to_string(), "23");
    assert_eq!(last.left.unwrap().to_string(), "2");
    let story = explain(&e, &rule, &out).unwrap();
    let b = story.projects[1].purchase.clone().unwrap();
    assert_eq!((b.full_payers, b.part_payers, b.empty), (1, 1, 0));
    assert_eq!(
        story.projects[1].effective_votes.clone().unwrap().to_string(),
        "38/23"
    );
}

#[test]
fn cost_and_cardinality_utilities_choose_differently() {
    // Share 10. With cost utilities the dear project has 4 effective votes against 3; with cardinality it costs 10 a
    // head against 5.
    let e = approval(
        40,
        &[("dear", 40), ("cheap", 15)],
        &["dear,cheap", "dear,cheap", "dear,cheap", "dear"],
    );
    assert_eq!(winners(&e, &shares(Utility::Cost)), "dear");
    assert_eq!(winners(&e, &shares(Utility::Cardinality)), "cheap");
}

#[test]
fn points_are_paid_in_proportion() {
    // Share 30. a costs 40: 3 + 1 points, so 10 a point: 30 and 10.
    let e = election(&text(
        "cumulative",
        ";points",
        60,
        &[("a", 40), ("b", 25)],
        &["a;3", "a,b;1,2"],
    ));
    let rule = Rule::default();
    let out = outcome(&e, &rule);
    assert_eq!(e.ids(&out.winners), ["a"]);
    assert_eq!(
        explain_ballot(&e, &rule, &out, 1).unwrap().payments[0]
            .1
            .to_string(),
        "10"
    );
    let missing = explain(&e, &rule, &out).unwrap().projects[1].clone();
    assert_eq!(missing.money_left.unwrap().to_string(), "20");
    assert_eq!((missing.fate, missing.more_support), (Fate::Lost, Some(1)));
}

#[test]
fn borda_gives_the_last_of_a_ranking_nothing_and_three_two_one_gives_one() {
    let e = election(&text(
        "ordinal",
        "",
        30,
        &[("a", 10), ("b", 10), ("c", 10)],
        &["a,b,c", "a,b,c", "b,a,c"],
    ));
    assert_eq!(winners(&e, &shares(Utility::Borda)), "a b");
    assert_eq!(winners(&e, &shares(Utility::ThreeTwoOne)), "a b c");
}

#[test]
fn a_unanimous_project_that_costs_the_whole_budget_is_funded() {
    // 7 voters, budget 1: the share is 1/7, which no float holds.
    let e = approval(1, &[("all", 1)], &["all"; 7]);
    for name in kapok_budget::PRESETS {
        assert_eq!(winners(&e, &preset(name).unwrap()), "all", "{name}");
    }
}

#[test]
fn the_comparison_counts_voters_who_get_nothing() {
    // 7 voters; equal shares fund a (3 voters), greedy b (4 voters). 3 prefer the one, 4 the other.
    let e = approval(70, &[("a", 30), ("b", 70)], &["a", "a", "a", "b", "b", "b", "b"]);
    let stay = preset("wieliczka-2023").unwrap();
    let out = outcome(&e, &stay);
    assert_eq!(
        (
            out.compared.prefer_this,
            out.compared.prefer_greedy,
            out.compared.switched
        ),
        (3, 4, false)
    );
    assert_eq!(e.ids(&out.winners), ["a"]);
    let out = outcome(&e, &preset("wieliczka-2023-comparison").unwrap());
    assert_eq!(
        (e.ids(&out.winners), out.compared.switched),
        (vec!["b".to_owned()], true)
    );
    let none = Rule {
        comparison: Comparison::None,
        ..stay
    };
    assert_eq!(winners(&e, &none), "a");
}

#[test]
fn completions_spend_more_and_more() {
    // Share 25. a costs 20 (1 voter), b 60 (2 voters), c 50 (1 voter).
    let e = approval(100, &[("a", 20), ("b", 60), ("c", 50)], &["a", "b", "b", "c"]);
    let with = |completion, stop| Rule {
        completion,
        stop,
        utility: Utility::Cost,
        ..Rule::default()
    };
    assert_eq!(winners(&e, &with(Completion::None, Stop::Infeasible)), "a");
    assert_eq!(
        winners(&e, &with(Completion::Utilitarian, Stop::Infeasible)),
        "a b"
    );
    let raised = outcome(&e, &with(Completion::Add1, Stop::Infeasible));
    // At 30 the two buy b; at 50 c would come in and cost 130 in all.
    assert_eq!(
        (
            e.ids(&raised.winners).join(" "),
            raised.final_share.unwrap().to_string()
        ),
        ("b a".into(), "49".into())
    );
    assert_eq!((raised.runs, raised.stopped), (26, Some(Stopped::NextInfeasible)));
    let ended = outcome(&e, &with(Completion::Add1, Stop::Exhaustive));
    assert_eq!(
        (ended.final_share.unwrap().to_string(), ended.stopped),
        ("30".into(), Some(Stopped::Exhaustive))
    );
}

#[test]
fn the_start_can_be_a_fraction_or_whole() {
    let e = approval(10, &[("a", 4)], &["a", "a", "a"]);
    let exact = outcome(&e, &Rule::default()).final_share.unwrap().to_string();
    let floor = Rule {
        start_share: StartShare::Floor,
        ..Rule::default()
    };
    assert_eq!(
        (exact, outcome(&e, &floor).final_share.unwrap().to_string()),
        ("10/3".into(), "3".into())
    );
}

#[test]
fn raising_ends_when_every_supported_project_is_funded() {
    let e = approval(100, &[("a", 20), ("nobody", 500)], &["a", "a", "a"]);
    let rule = Rule {
        completion: Completion::Add1,
        ..Rule::default()
    };
    let out = outcome(&e, &rule);
    assert_eq!((out.stopped, out.runs), (Some(Stopped::NothingLeft), 1));
}

#[test]
fn ties_go_to_lower_cost_then_more_votes_then_the_draw_and_all_are_logged() {
    // Two projects of equal cost and equal votes: only a draw can decide.
    let e = approval(20, &[("x", 10), ("y", 10)], &["x", "y"]);
    let rule = Rule {
        method: Method::Greedy,
        ..Rule::default()
    };
    let out = outcome(&approval(10, &[("x", 10), ("y", 10)], &["x", "y"]), &rule);
    assert_eq!(out.ties.entries()[0].tie.by.code(), "id");
    let drawn = |order: [&str; 2]| Rule {
        ties: vec![TieBreak::LowerCost, TieBreak::MoreVotes, TieBreak::Draw],
        draw: Draw {
            seed: None,
            order: order.map(str::to_owned).to_vec(),
        },
        ..Rule::default()
    };
    assert_eq!(winners(&e, &drawn(["y", "x"])), "y x");
    assert_eq!(winners(&e, &drawn(["x", "y"])), "x y");
    let log = outcome(&e, &drawn(["y", "x"])).ties.entries();
    assert_eq!((log.len(), log[0].tie.by.code(), log[0].times), (1, "draw", 1));
    // A seed gives an order too, the same for any order of lines.
    let seeded = Rule::default().with_draw("lottery 4 8 15");
    let turned = approval(20, &[("y", 10), ("x", 10)], &["y", "x"]);
    assert_eq!(winners(&e, &seeded), winners(&turned, &seeded));
}

#[test]
fn a_cheaper_project_wins_a_tie_in_effective_votes() {
    let e = approval(40, &[("a", 20), ("b", 10)], &["a,b", "a,b"]);
    assert_eq!(winners(&e, &shares(Utility::Cost)), "b a");
}

#[test]
fn greedy_skips_or_stops_or_takes_from_a_reserve() {
    let e = approval(100, &[("a", 60), ("b", 50), ("c", 40)], &["a,b,c", "a,b", "a"]);
    assert_eq!(winners(&e, &rule(Method::Greedy)), "a c");
    let stop = Rule {
        skip: false,
        ..rule(Method::Greedy)
    };
    assert_eq!(winners(&e, &stop), "a");
    // 40 left are 80 % of 50.
    let reserve = Rule {
        last_project_percent: Some(80),
        ..stop.clone()
    };
    let out = outcome(&e, &reserve);
    assert_eq!(
        (e.ids(&out.winners), out.reserve, out.cost),
        (vec!["a".to_owned(), "b".to_owned()], Some(1), 110)
    );
    assert_eq!(
        winners(
            &e,
            &Rule {
                last_project_percent: Some(81),
                ..stop
            }
        ),
        "a"
    );
    let per_cost = Rule {
        order: Order::VotesPerCost,
        ..rule(Method::Greedy)
    };
    assert_eq!(winners(&e, &per_cost), "a c");
}

#[test]
fn greedy_says_how_many_votes_a_loser_lacked() {
    let e = approval(
        100,
        &[("a", 60), ("b", 50), ("c", 40)],
        &["a,b,c", "a,b", "a", "a"],
    );
    let rule = rule(Method::Greedy);
    let story = explain(&e, &rule, &outcome(&e, &rule)).unwrap();
    // b has 2 votes and must stand before a (4): being cheaper, it wins the tie at 4.
    assert_eq!(story.projects[1].more_support, Some(2));
    assert_eq!(story.voters_by_winners, [0, 3, 1]);
}

#[test]
fn thresholds_filters_withdrawals_and_exclusions_keep_projects_out() {
    let e = approval(100, &[("a", 60), ("b", 30), ("c", 10)], &["a,b", "a,b", "a", "c"]);
    let mut rule = rule(Method::Greedy);
    rule.thresholds.min_score = Some(2);
    assert_eq!(winners(&e, &rule), "a b");
    rule.thresholds.min_score = None;
    // votes / 4 >= cost / 300: a 3/4 >= 60/300; b 2/4; c 1/4 >= 10/300: all pass; with 1: c 1/4 >= 1/10, a 3/4 >= 6/10.
    rule.thresholds.cost_share_divisor = Some(3);
    assert_eq!(winners(&e, &rule), "a b c");
    rule.exclusions = vec![vec!["a".into(), "b".into()]];
    assert_eq!(winners(&e, &rule), "a c");
    rule.withdrawn = vec!["a".into()];
    assert_eq!(winners(&e, &rule), "b c");
    let by_shares = Rule {
        exclusions: vec![vec!["a".into(), "b".into()]],
        ..preset("kapok").unwrap()
    };
    assert_eq!(winners(&e, &by_shares), "a c");
}

#[test]
fn swiecie_filter_compares_votes_with_a_third_of_the_cost_share() {
    // 6 voters, budget 90. p: 1 vote, cost 45: 1/6 >= 45/270 holds just; cost 46 does not.
    let at = |cost| approval(90, &[("p", cost), ("q", 30)], &["p", "q", "q", "q", "q", "q"]);
    let rule = preset("swiecie-2023").unwrap();
    assert!(outcome(&at(45), &rule).barred.is_empty());
    assert_eq!(outcome(&at(46), &rule).barred, [0]);
}

#[test]
fn phragmen_buys_when_supporters_hold_the_cost_and_never_without_supporters() {
    // a: 30 / 3 = 10. Then b by voters 1 (load 10) and 4 (0): (10 + 0 + 24) / 2 = 17; c by voter 5: 13 / 1 = 13.
    let e = approval(
        100,
        &[("a", 30), ("b", 24), ("c", 13), ("none", 1)],
        &["a,b", "a", "a", "b", "c"],
    );
    let rule = preset("phragmen").unwrap();
    assert_eq!(winners(&e, &rule), "a c b");
}

#[test]
fn maximin_support_spreads_all_costs_anew() {
    // After a (voters 1, 2), b is on 1 and 3: together 20 + 16 over three voters, 12 each; c is on 2: 20 + 6 over two
    // voters, 13 each.
    // The second time the sums are too long for 64 bits.
    for (one, times) in [(1, 1), (90_000_000_000_000, 250)] {
        let costs = [("a", 20 * one), ("b", 16 * one), ("c", 6 * one)];
        let e = approval(100 * one, &costs, &["a,b", "a,c", "b"].repeat(times));
        assert_eq!(winners(&e, &preset("maximin-support").unwrap()), "c b a");
    }
}

#[test]
fn bounded_overspending_funds_what_its_supporters_can_nearly_pay() {
    // Share 10; two voters hold 20 of the 21 that a costs. Plain equal shares fund nothing.
    let e = approval(30, &[("a", 21), ("z", 30)], &["a", "a", "z"]);
    assert_eq!(winners(&e, &Rule::default()), "");
    assert_eq!(winners(&e, &preset("bounded-overspending").unwrap()), "a");
}

#[test]
fn free_projects_are_funded_first_if_anyone_wants_them() {
    let e = approval(10, &[("a", 10), ("free", 0), ("unwanted", 0)], &["a", "free,a"]);
    assert_eq!(winners(&e, &preset("kapok").unwrap()), "free a");
    assert_eq!(winners(&e, &rule(Method::Phragmen)), "free a");
}

#[test]
fn a_rule_document_keeps_its_hash_through_both_forms() {
    for name in kapok_budget::PRESETS {
        let rule = preset(name).unwrap();
        assert_eq!(
            Rule::parse(&rule.to_toml()).unwrap().hash(),
            rule.hash(),
            "{name}"
        );
        let json = serde_json::to_string(&rule).unwrap();
        assert_eq!(Rule::parse(&json).unwrap().hash(), rule.hash(), "{name}");
    }
    let hashes: std::collections::HashSet<String> = kapok_budget::PRESETS
        .iter()
        .map(|name| preset(name).unwrap().hash())
        .collect();
    assert_eq!(hashes.len(), kapok_budget::PRESETS.len());
}

#[test]
fn impossible_rules_are_refused_with_a_cure() {
    for text in [
        "step = 0",
        "ties = [\"draw\"]",
        "methd = \"greedy\"",
        "last-project-percent = 101",
        "{\"step\": -1}",
    ] {
        assert!(
            Rule::parse(text).unwrap_err().to_string().contains("What to do"),
            "{text}"
        );
    }
}
