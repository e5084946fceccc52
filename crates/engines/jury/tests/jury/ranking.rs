//! Ranking rules, each against tables from the literature.

use kapok_jury::rank::{
    Action, Ballots, Count, Form, RankError, Ranking, Rule, Strength, TieRule, Unlisted, rank, read_ballots,
};

fn orders(lines: &str) -> Ballots {
    let csv = format!("count,ballot\n{lines}");
    read_ballots("ballots.csv", csv.as_bytes(), &Form::Ranks, Unlisted::Last).unwrap()
}

fn count(ballots: &Ballots, rule: Rule) -> Ranking {
    rank(ballots, rule, Strength::WinningVotes, &TieRule::Shared).unwrap()
}

fn named(ballots: &Ballots, ranking: &Ranking) -> String {
    let group = |group: &Vec<usize>| {
        group
            .iter()
            .map(|&entry| ballots.entries[entry].as_str())
            .collect::<Vec<_>>()
            .join("=")
    };
    ranking.places.iter().map(group).collect::<Vec<_>>().join(" ")
}

/// The capital of Tennessee, an example of many textbooks and of the articles on each rule in Wikipedia (read 2026).
fn tennessee() -> Ballots {
    orders(
        "42,Memphis > Nashville > Chattanooga > Knoxville
26,Nashville > Chattanooga > Knoxville > Memphis
15,Chattanooga > Knoxville > Nashville > Memphis
17,Knoxville > Chattanooga > Nashville > Memphis",
    )
}

#[test]
fn borda_on_the_capital_of_tennessee() {
    // Points 126, 194, 173, 107 (by hand: Memphis 42 x 3; Nashville 42 x 2 + 26 x 3 + 32 x 1; ...).
    let ballots = tennessee();
    let ranking = count(&ballots, Rule::Borda);
    assert_eq!(
        named(&ballots, &ranking),
        "Nashville Chattanooga Memphis Knoxville"
    );
    assert_eq!(
        ranking.count,
        Count::Points {
            points: vec![126.0, 194.0, 173.0, 107.0]
        }
    );
}

#[test]
fn borda_gives_half_a_point_for_equal_ranks_and_the_mean_to_those_left_out() {
    let ballots = orders("2,A > B = C\n1,B");
    // A: 2 x 2 + .5; B: 2 x .5 + 2; C: 2 x .5 + .5.
    assert_eq!(
        count(&ballots, Rule::Borda).count,
        Count::Points {
            points: vec![4.5, 3.0, 1.5]
        }
    );
}

#[test]
fn condorcet_rules_and_run_off_on_the_capital_of_tennessee() {
    let ballots = tennessee();
    for rule in [Rule::Schulze, Rule::RankedPairs] {
        assert_eq!(
            named(&ballots, &count(&ballots, rule)),
            "Nashville Chattanooga Knoxville Memphis"
        );
    }
    // Chattanooga leaves, then Nashville (26), and Knoxville beats Memphis 58 to 42.
    let ranking = count(&ballots, Rule::InstantRunoff);
    assert_eq!(
        named(&ballots, &ranking),
        "Knoxville Memphis Nashville Chattanooga"
    );
    let Count::Rounds { rounds, .. } = &ranking.count else {
        panic!("rounds")
    };
    assert_eq!(rounds[2].votes, [Some(42.0), None, None, Some(58.0)]);
}

/// Schulze 2011, section 3.1, example 1: 45 voters, 5 alternatives.
fn schulze_2011() -> Ballots {
    orders(
        "5,a > c > b > e > d
5,a > d > e > c > b
8,b > e > d > a > c
3,c > a > b > e > d
7,c > a > e > b > d
2,c > b > a > d > e
7,d > c > e > b > a
8,e > b > a > d > c",
    )
}

#[test]
fn schulze_on_example_1_of_schulze_2011() {
    let ballots = schulze_2011();
    let ranking = count(&ballots, Rule::Schulze);
    assert_eq!(named(&ballots, &ranking), "e a c b d");
    // The tables of victories and of the strongest paths, by hand; entries in order of appearance: a c b e d.
    let Count::Pairs { preferred, paths, .. } = &ranking.count else {
        panic!("pairs")
    };
    let (a, b, c, d, e) = (0, 2, 1, 4, 3);
    let order = [a, b, c, d, e];
    let table = |of: &dyn Fn(usize, usize) -> i64| order.map(|x| order.map(|y| of(x, y)));
    assert_eq!(
        table(&|x, y| preferred[x][y] as i64),
        [
            [0, 20, 26, 30, 22],
            [25, 0, 16, 33, 18],
            [19, 29, 0, 17, 24],
            [15, 12, 28, 0, 14],
            [23, 27, 21, 31, 0]
        ]
    );
    assert_eq!(
        table(&|x, y| paths[x][y]),
        [
            [0, 28, 28, 30, 24],
            [25, 0, 28, 33, 24],
            [25, 29, 0, 29, 24],
            [25, 28, 28, 0, 24],
            [25, 28, 28, 31, 0]
        ]
    );
}

#[test]
fn ranked_pairs_on_example_1_of_schulze_2011_by_hand() {
    // Victories from the strongest: b>d 33, e>d 31, a>d 30, c>b 29, d>c 28 closes b>d>c? c>b>d>c: left out; e>b 27, a>c 26,
    // b>a 25 closes a>c>b>a: left out, c>e 24, e>a 23 closes a>c>e>a: left out. Order a c e b d.
    let ballots = schulze_2011();
    let ranking = count(&ballots, Rule::RankedPairs);
    assert_eq!(named(&ballots, &ranking), "a c e b d");
    let Count::Pairs { victories, .. } = &ranking.count else {
        panic!("pairs")
    };
    assert_eq!(
        victories
            .iter()
            .filter(|victory| !victory.locked)
            .map(|victory| victory.won_by)
            .collect::<Vec<_>>(),
        [28, 25, 23]
    );
}

#[test]
fn tables_1_and_4_of_young_1988() {
    // H. P. Young, "Condorcet's theory of voting", American Political Science Review 82 (1988), pages 1231 to 1244. Ballots that
    // give his tables. Table 1, 13 voters: A>B 8 to 5, C>A 7 to 6, B>C 11 to 2; the weakest link of the cycle goes.
    let cycle = orders("6,A > B > C\n5,B > C > A\n2,C > A > B");
    for rule in [Rule::Schulze, Rule::RankedPairs] {
        assert_eq!(named(&cycle, &count(&cycle, rule)), "A B C");
    }
    // Table 4, 60 voters: B>A 37, C>A 31, C>B 31. C beats both others; Borda (52, 66, 62 by hand) puts B first.
    let ballots = orders("29,B > A > C\n23,C > A > B\n8,C > B > A");
    for rule in [Rule::Schulze, Rule::RankedPairs] {
        assert_eq!(named(&ballots, &count(&ballots, rule)), "C B A");
    }
    assert_eq!(named(&ballots, &count(&ballots, Rule::Borda)), "B C A");
}

#[test]
fn a_cycle_of_60_voters_is_decided_by_the_weakest_victory() {
    // A profile often told after Condorcet's Essai of 1785; the counts are by hand: A>B 33, B>C 42, C>A 35.
    let ballots = orders("23,A > B > C\n17,B > C > A\n2,B > A > C\n10,C > A > B\n8,C > B > A");
    for rule in [Rule::Schulze, Rule::RankedPairs] {
        assert_eq!(named(&ballots, &count(&ballots, rule)), "B C A");
    }
    // Borda's points, by hand: A 58, B 69, C 53.
    assert_eq!(
        count(&ballots, Rule::Borda).count,
        Count::Points {
            points: vec![58.0, 69.0, 53.0]
        }
    );
}

#[test]
fn single_transferable_vote_on_the_party_food_example() {
    // The food election of Wikipedia's article on STV (as of 2011): 20 guests, 3 dishes, quota 6. Chocolate's surplus of 6
    // gives half of each paper: strawberry 5, sweets 3; pear leaves and makes orange 6; sweets leave, strawberry is third.
    let ballots = orders(
        "4,Orange\n2,Pear > Orange\n8,Chocolate > Strawberry\n4,Chocolate > Sweets\n1,Strawberry\n1,Sweets",
    );
    let ranking = count(&ballots, Rule::Stv { seats: 3 });
    assert_eq!(
        named(&ballots, &ranking),
        "Chocolate Orange Strawberry Sweets Pear"
    );
    let Count::Rounds {
        quota,
        rounds,
        elected,
    } = &ranking.count
    else {
        panic!("rounds")
    };
    assert_eq!((*quota, elected.len()), (Some(6.0), 3));
    let after_surplus = &rounds[1].votes;
    assert_eq!(
        after_surplus[..],
        [Some(4.0), Some(2.0), Some(6.0), Some(5.0), Some(3.0)]
    );
}

#[test]
fn single_transferable_vote_cuts_values_off_after_five_decimals() {
    // By hand after rule 48 of the Scottish order: 100 papers, 2 seats, quota 34. A has 70, surplus 36, each paper is worth
    // 36 / 70 = .51428 (cut off). B gets 70 x .51428 = 35.9996 and .0004 is lost.
    let ballots = orders("70,A > B\n20,C\n10,B");
    let ranking = count(&ballots, Rule::Stv { seats: 2 });
    let Count::Rounds { rounds, .. } = &ranking.count else {
        panic!("rounds")
    };
    assert_eq!(rounds[1].votes, [Some(34.0), Some(45.9996), Some(20.0)]);
    assert!((rounds[1].exhausted - 0.0004).abs() < 1e-12);
    assert_eq!(named(&ballots, &ranking), "A B C");
}

#[test]
fn a_tie_that_stops_a_count_is_an_error_without_a_rule_and_is_reported_with_one() {
    let ballots = orders("2,A > B\n2,B > A\n3,C");
    let error = rank(
        &ballots,
        Rule::InstantRunoff,
        Strength::default(),
        &TieRule::Shared,
    )
    .unwrap_err();
    assert!(
        matches!(&error, RankError::Tie { entries, .. } if entries == "A, B"),
        "{error}"
    );
    let rule = TieRule::Order(vec!["B".to_owned(), "A".to_owned()]);
    let ranking = rank(&ballots, Rule::InstantRunoff, Strength::default(), &rule).unwrap();
    // A, later in the order, leaves; B beats C 4 to 3.
    assert_eq!(named(&ballots, &ranking), "B C A");
    assert_eq!(
        (ranking.decided[0].entries.as_slice(), ranking.decided[0].by),
        ([0, 1].as_slice(), "order")
    );
    let lots: Vec<Ranking> = (0..20)
        .map(|seed| {
            rank(
                &ballots,
                Rule::InstantRunoff,
                Strength::default(),
                &TieRule::Lot(seed),
            )
            .unwrap()
        })
        .collect();
    assert!(lots.iter().any(|lot| lot.places[0] == [0]) && lots.iter().any(|lot| lot.places[0] == [1]));
}

#[test]
fn entries_that_together_have_less_than_the_next_leave_together() {
    let ballots = orders("1,A\n1,B\n5,C > A\n4,D");
    let ranking = count(&ballots, Rule::InstantRunoff);
    assert_eq!(named(&ballots, &ranking), "C D A=B");
    let Count::Rounds { rounds, .. } = &ranking.count else {
        panic!("rounds")
    };
    assert_eq!(rounds[0].actions, [Action::Excluded { entries: vec![0, 1] }]);
}

#[test]
fn ties_of_ranked_pairs_are_decided_by_the_order_drawn_once() {
    // A circle of three equal victories.
    let ballots = orders("1,A > B > C\n1,B > C > A\n1,C > A > B");
    assert!(matches!(
        rank(&ballots, Rule::RankedPairs, Strength::default(), &TieRule::Shared),
        Err(RankError::Tie { .. })
    ));
    assert_eq!(named(&ballots, &count(&ballots, Rule::Schulze)), "A=B=C");
    let rule = TieRule::Order(["C", "B", "A"].map(str::to_owned).to_vec());
    let ranking = rank(&ballots, Rule::RankedPairs, Strength::default(), &rule).unwrap();
    // Zavist and Tideman: the victory of the entry that stands first (C over A) is locked first, then B over C; A over B
    // closes a circle.
    assert_eq!(named(&ballots, &ranking), "B C A");
    assert!(!ranking.decided.is_empty());
}

#[test]
fn approval_counts_ballots() {
    // Brams and Fishburn's rule on a table by hand.
    let csv = "voter,A,B,C\nv1,1,1,0\nv2,0,1,0\nv3,yes,no,yes\n";
    let ballots = read_ballots("b.csv", csv.as_bytes(), &Form::Approvals, Unlisted::Last).unwrap();
    let ranking = count(&ballots, Rule::Approval);
    assert_eq!(named(&ballots, &ranking), "A=B C");
    assert_eq!(
        ranking.count,
        Count::Points {
            points: vec![2.0, 2.0, 1.0]
        }
    );
}

#[test]
fn majority_judgment_on_the_capital_of_tennessee() {
    // The grades of Wikipedia's article on majority judgment: medians poor, fair, fair, fair. Nashville has no poor grade and
    // stays fair longest. The other two have the same number of fair and of poor grades and, when those are used up,
    // Knoxville's 17 excellent against 15 good stay ahead of Chattanooga's 15 against 17 (by hand).
    let csv = "count,Memphis,Nashville,Chattanooga,Knoxville
42,excellent,fair,poor,poor
26,poor,excellent,fair,fair
15,poor,fair,excellent,good
17,poor,fair,good,excellent
";
    let grades = ["excellent", "good", "fair", "poor"].map(str::to_owned).to_vec();
    let ballots = read_ballots("b.csv", csv.as_bytes(), &Form::Grades(grades), Unlisted::Last).unwrap();
    let ranking = count(&ballots, Rule::MajorityJudgment);
    assert_eq!(
        named(&ballots, &ranking),
        "Nashville Knoxville Chattanooga Memphis"
    );
    let Count::Grades { medians, .. } = &ranking.count else {
        panic!("grades")
    };
    assert_eq!(medians[..], [Some(3), Some(2), Some(2), Some(2)]);
}

#[test]
fn majority_judgment_on_the_orsay_experiment() {
    // Balinski and Laraki, "Election by majority judgment: experimental evidence" (2007), the three leading candidates of 22
    // April 2007, in thousandths from excellent to reject. Published: Bayrou Good+ (44.3 against 30.6), Royal Good- (39.4
    // against 41.5), Sarkozy Good- (38.9 against 46.9), in this order.
    let table = [
        ("Bayrou", [136, 307, 251, 148, 84, 74]),
        ("Royal", [167, 227, 191, 168, 122, 126]),
        ("Sarkozy", [191, 198, 143, 115, 71, 282]),
    ];
    let grades = ["excellent", "very good", "good", "acceptable", "poor", "reject"];
    let mut csv = "voter,entry,grade,count\n".to_owned();
    for (name, counts) in table {
        for (grade, count) in grades.iter().zip(counts) {
            csv += &format!("{name} {grade},{name},{grade},{count}\n");
        }
    }
    let form = Form::Grades(grades.map(str::to_owned).to_vec());
    let ballots = read_ballots("b.csv", csv.as_bytes(), &form, Unlisted::Unknown).unwrap();
    let ranking = count(&ballots, Rule::MajorityJudgment);
    assert_eq!(named(&ballots, &ranking), "Bayrou Royal Sarkozy");
    let Count::Grades { medians, .. } = &ranking.count else {
        panic!("grades")
    };
    assert_eq!(medians[..], [Some(2), Some(2), Some(2)]);
}
